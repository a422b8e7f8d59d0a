from operators.models.absence import Absence
from operators.models.directory_event import DirectoryEvent
from operators.models.feed import CalendarFeed
from operators.models.invitation import Invitation
from operators.models.membership import Membership
from operators.models.organisation import Organisation
from operators.models.registration import RegistrationRequest
from operators.models.user import User


__all__ = [
    "Absence",
    "CalendarFeed",
    "DirectoryEvent",
    "Invitation",
    "Membership",
    "Organisation",
    "RegistrationRequest",
    "User",
]

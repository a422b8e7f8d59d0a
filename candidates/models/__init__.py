from candidates.models.access import CaseAccess
from candidates.models.agreement import (
    HouseholdAnswer,
    PartyAgreement,
)
from candidates.models.aid import InstallationAid
from candidates.models.appointment import Appointment
from candidates.models.beside import Exit, Suspension
from candidates.models.brakes import Brake
from candidates.models.checklist import ChecklistMark
from candidates.models.diagnosis import (
    Conclusion,
    Diagnosis,
    DiagnosisSignature,
    DiagnosisTheme,
    ThemeAnswer,
)
from candidates.models.documents import (
    ENDS_SOON,
    KEPT_FOR,
    DocumentReception,
    DocumentRequest,
    QuarantinedFile,
    SupportingDocument,
)
from candidates.models.drafts import ActDraft
from candidates.models.eligibility import (
    CallAttempt,
    Criterion,
    EligibilityDecision,
    EligibilityEvaluation,
    EligibilityRule,
    EligibilityRuleSet,
    Operator,
)
from candidates.models.events import (
    Attendance,
    InformationSession,
    InvitationReply,
    SessionInvitation,
)
from candidates.models.follow_up import (
    SNAPSHOT_FIELDS,
    AdultOutcome,
    Closure,
    FollowUpExtension,
    MilestoneVisit,
    MissedVisit,
    SituationSnapshot,
)
from candidates.models.forecast import StageDuration
from candidates.models.handover import HandOver, PlannedFile, PlannedHandOver
from candidates.models.help import HelpSheet
from candidates.models.household import (
    Household,
    HouseholdMember,
    SocialHousingApplication,
)
from candidates.models.journal import Fact, ParcoursEvent, counts_q
from candidates.models.last_visit import LastVisit
from candidates.models.life import (
    ExpectedBirth,
    Separation,
    ShelterFound,
    ShelterLoss,
    TerritoryDeparture,
)
from candidates.models.mailings import Mailing, MailingRecipient
from candidates.models.note import (
    ConversationRead,
    Note,
)
from candidates.models.orientation import (
    Draft,
    JoinRequest,
    JoinRequestState,
    OrientationStep,
)
from candidates.models.parcours import Parcours
from candidates.models.person import (
    ContactPoint,
    Person,
    ResidencePermit,
    ResidentialSpell,
)
from candidates.models.placement import Placement, PlacementChange
from candidates.models.plan import (
    PlanAction,
    UpstreamExtension,
    WorkTrial,
    WorkTrialReport,
)
from candidates.models.produced import ProducedDocument
from candidates.models.project import PlacementHome, PlacementJob
from candidates.models.reminders import Digest, DigestRound, MessagePreference, Reminder
from candidates.models.saved_view import ListLayout, SavedView
from candidates.models.settings import (
    ChecklistItem,
    DeadlinePolicy,
    DelayUnit,
    EventKind,
    ExpectedPaper,
    Reason,
)
from candidates.models.settling import (
    DateSlip,
    FastTrack,
    HousingCommitment,
    Installation,
    JobCommitment,
    TrackDerogation,
    TrackLoss,
)
from candidates.models.snooze import Snooze
from candidates.models.stay import (
    ImmersionStay,
    StayCancellation,
    StayPostponement,
    StayWaiver,
)
from candidates.models.stay_programme import StayCost, StayVisit
from candidates.models.stay_report import EmployerReport, HouseholdReport, ImmersionReport
from candidates.models.wishes import Aspirations, TerritoryRefusal, TerritoryWish


__all__ = [
    "ENDS_SOON",
    "KEPT_FOR",
    "SNAPSHOT_FIELDS",
    "ActDraft",
    "AdultOutcome",
    "Appointment",
    "Aspirations",
    "Attendance",
    "Brake",
    "CallAttempt",
    "CaseAccess",
    "ChecklistItem",
    "ChecklistMark",
    "Closure",
    "Conclusion",
    "ContactPoint",
    "ConversationRead",
    "Criterion",
    "DateSlip",
    "DeadlinePolicy",
    "DelayUnit",
    "Diagnosis",
    "DiagnosisSignature",
    "DiagnosisTheme",
    "Digest",
    "DigestRound",
    "DocumentReception",
    "DocumentRequest",
    "Draft",
    "EligibilityDecision",
    "EligibilityEvaluation",
    "EligibilityRule",
    "EligibilityRuleSet",
    "EmployerReport",
    "EventKind",
    "Exit",
    "ExpectedBirth",
    "ExpectedPaper",
    "Fact",
    "FastTrack",
    "FollowUpExtension",
    "HandOver",
    "HelpSheet",
    "Household",
    "HouseholdAnswer",
    "HouseholdMember",
    "HouseholdReport",
    "HousingCommitment",
    "ImmersionReport",
    "ImmersionStay",
    "InformationSession",
    "Installation",
    "InstallationAid",
    "InvitationReply",
    "JobCommitment",
    "JoinRequest",
    "JoinRequestState",
    "LastVisit",
    "ListLayout",
    "Mailing",
    "MailingRecipient",
    "MessagePreference",
    "MilestoneVisit",
    "MissedVisit",
    "Note",
    "Operator",
    "OrientationStep",
    "Parcours",
    "ParcoursEvent",
    "PartyAgreement",
    "Person",
    "Placement",
    "PlacementChange",
    "PlacementHome",
    "PlacementJob",
    "PlanAction",
    "PlannedFile",
    "PlannedHandOver",
    "ProducedDocument",
    "QuarantinedFile",
    "Reason",
    "Reminder",
    "ResidencePermit",
    "ResidentialSpell",
    "SavedView",
    "Separation",
    "SessionInvitation",
    "ShelterFound",
    "ShelterLoss",
    "SituationSnapshot",
    "Snooze",
    "SocialHousingApplication",
    "StageDuration",
    "StayCancellation",
    "StayCost",
    "StayPostponement",
    "StayVisit",
    "StayWaiver",
    "SupportingDocument",
    "Suspension",
    "TerritoryDeparture",
    "TerritoryRefusal",
    "TerritoryWish",
    "ThemeAnswer",
    "TrackDerogation",
    "TrackLoss",
    "UpstreamExtension",
    "WorkTrial",
    "WorkTrialReport",
    "counts_q",
]

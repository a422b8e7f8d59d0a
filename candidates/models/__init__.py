from candidates.models.agreement import (
    HouseholdAnswer,
    PartyAgreement,
)
from candidates.models.beside import Exit, Suspension
from candidates.models.diagnosis import Diagnosis, DiagnosisSignature, DiagnosisTheme, TerritoryWish
from candidates.models.eligibility import (
    CallAttempt,
    Criterion,
    EligibilityDecision,
    EligibilityEvaluation,
    EligibilityRule,
    EligibilityRuleSet,
    Operator,
)
from candidates.models.events import Attendance, InformationSession
from candidates.models.follow_up import Closure, MilestoneVisit
from candidates.models.household import (
    Household,
    HouseholdMember,
    SocialHousingApplication,
)
from candidates.models.note import (
    Note,
)
from candidates.models.orientation import (
    Draft,
    JoinRequest,
    JoinRequestState,
    OrientationStep,
)
from candidates.models.parcours import (
    CaseAccess,
    Fact,
    Parcours,
    ParcoursEvent,
    counts_q,
)
from candidates.models.person import (
    ContactPoint,
    Person,
    ResidencePermit,
    ResidentialSpell,
)
from candidates.models.placement import Placement, PlacementChange
from candidates.models.plan import PlanAction
from candidates.models.settings import (
    ChecklistItem,
    DeadlinePolicy,
    DelayUnit,
    EventKind,
    Reason,
)
from candidates.models.settling import (
    HousingCommitment,
    Installation,
    JobCommitment,
    TrackDerogation,
)
from candidates.models.stay import ImmersionReport, ImmersionStay, StayCancellation, StayWaiver


__all__ = [
    "Attendance",
    "CallAttempt",
    "CaseAccess",
    "ChecklistItem",
    "Closure",
    "ContactPoint",
    "Criterion",
    "DeadlinePolicy",
    "DelayUnit",
    "Diagnosis",
    "DiagnosisSignature",
    "DiagnosisTheme",
    "Draft",
    "EligibilityDecision",
    "EligibilityEvaluation",
    "EligibilityRule",
    "EligibilityRuleSet",
    "EventKind",
    "Exit",
    "Fact",
    "Household",
    "HouseholdAnswer",
    "HouseholdMember",
    "HousingCommitment",
    "ImmersionReport",
    "ImmersionStay",
    "InformationSession",
    "Installation",
    "JobCommitment",
    "JoinRequest",
    "JoinRequestState",
    "MilestoneVisit",
    "Note",
    "Operator",
    "OrientationStep",
    "Parcours",
    "ParcoursEvent",
    "PartyAgreement",
    "Person",
    "Placement",
    "PlacementChange",
    "PlanAction",
    "Reason",
    "ResidencePermit",
    "ResidentialSpell",
    "SocialHousingApplication",
    "StayCancellation",
    "StayWaiver",
    "Suspension",
    "TerritoryWish",
    "TrackDerogation",
    "counts_q",
]

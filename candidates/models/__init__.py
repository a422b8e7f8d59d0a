from candidates.models.agreement import (
    HouseholdAnswer,
    PartyAgreement,
)
from candidates.models.eligibility import (
    CallAttempt,
    Criterion,
    EligibilityDecision,
    EligibilityEvaluation,
    EligibilityRule,
    EligibilityRuleSet,
    Operator,
)
from candidates.models.household import (
    Household,
    HouseholdMember,
    SocialHousingApplication,
)
from candidates.models.installation import (
    Closure,
    Exit,
    HousingCommitment,
    Installation,
    JobCommitment,
    MilestoneVisit,
    Suspension,
    TrackDerogation,
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
from candidates.models.placement import (
    ImmersionReport,
    ImmersionStay,
    Placement,
    PlacementChange,
    StayCancellation,
    StayWaiver,
)
from candidates.models.settings import (
    DeadlinePolicy,
    DelayUnit,
    Reason,
)
from candidates.models.upstream import (
    Attendance,
    Diagnosis,
    DiagnosisSignature,
    DiagnosisTheme,
    InformationSession,
    PlanAction,
    TerritoryWish,
)


__all__ = [
    "Attendance",
    "CallAttempt",
    "CaseAccess",
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

"""How the drawn households are distributed: every figure of the demonstration is here.

Shares are relative weights, delays are days. Published anchors and decisions of the programme, not
measures; nothing drawn from them is a person.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from candidates.enums import (
    ContactKind,
    HouseholdType,
    HousingPrecarity,
    InformationMode,
    LanguageLevel,
    Nationality,
    Outcome,
    PermitKind,
    ResidentialKind,
    Sector,
    Stage,
)


# Over how many days the households were oriented.
DAYS = 730

# Who they are

TYPES = {
    HouseholdType.SINGLE: 58,
    HouseholdType.SINGLE_PARENT: 22,
    HouseholdType.COUPLE_WITH_CHILDREN: 15,
    HouseholdType.COUPLE: 5,
}
CHILDREN = {1: 45, 2: 33, 3: 16, 4: 6}
AGE_MEAN, AGE_SPREAD, YOUNGEST, OLDEST = 37, 10, 18, 66
NATIONALITIES = {Nationality.FRENCH: 30, Nationality.EUROPEAN: 4, Nationality.OTHER: 66}
# Together: A0 3, A1 12, A2 25, B1 25, B2 15, C 20.
LEVELS_OF_THE_FRENCH = {
    LanguageLevel.B1: 15,
    LanguageLevel.B2: 30,
    LanguageLevel.C1: 25,
    LanguageLevel.C2: 30,
}
LEVELS_OF_THE_OTHERS = {
    LanguageLevel.A0: 4.3,
    LanguageLevel.A1: 17.1,
    LanguageLevel.A2: 35.7,
    LanguageLevel.B1: 29.3,
    LanguageLevel.B2: 8.6,
    LanguageLevel.C1: 5,
}
PERMITS = {
    PermitKind.CARD: 52,
    PermitKind.PROTECTION: 24,
    PermitKind.RENEWAL_RECEIPT: 16,
    PermitKind.PROLONGATION: 5,
    PermitKind.FIRST_RECEIPT: 3,
}
# How long a permit was still valid on the day of the orientation; below zero it had expired.
PERMIT_DAYS = (-40, 1400)
LODGINGS = {
    ResidentialKind.THIRD_PARTY: 30,
    ResidentialKind.EMERGENCY: 25,
    ResidentialKind.SHELTER: 15,
    ResidentialKind.SOCIAL_RESIDENCE: 12,
    ResidentialKind.INTERMEDIATE: 8,
    ResidentialKind.STREET: 5,
    ResidentialKind.TENANT: 5,
}
PRECARITIES = {
    HousingPrecarity.NO_LEASE: 62,
    HousingPrecarity.NOT_OWNER: 16,
    HousingPrecarity.OVERCROWDED: 9,
    HousingPrecarity.EVICTION: 6,
    HousingPrecarity.VIOLENCE: 4,
    HousingPrecarity.UNFIT: 3,
}
CONTACTS = {
    ContactKind.OWN_PHONE: 80,
    ContactKind.SHARED_PHONE: 8,
    ContactKind.THIRD_PARTY: 7,
    ContactKind.ORGANISATION: 5,
}
HAS_AN_EMAIL = 0.5
# Of adults: those who hold the licence B, and among them those who drive their own car; those who
# prepare it; those whom nobody has asked.
HAS_A_LICENCE, HAS_A_CAR, PREPARES_A_LICENCE, WAS_NOT_ASKED = 0.22, 0.09, 0.12, 0.1
HAS_PETS = 0.04
NEEDS_AN_ACCESSIBLE_HOME = 0.06
IS_COMMITTED = 0.97

SECTORS = {
    Sector.CARE: 28,
    Sector.HOSPITALITY: 22,
    Sector.BUILDING: 12,
    Sector.CLEANING: 12,
    Sector.LOGISTICS: 10,
    Sector.FOOD: 8,
    Sector.RETAIL: 5,
}
# ROME codes.
OCCUPATIONS = {
    Sector.CARE: ("K1304", "K1302", "K1303", "J1501"),
    Sector.HOSPITALITY: ("G1602", "G1603", "G1501", "G1605"),
    Sector.BUILDING: ("F1703", "F1704", "F1606", "F1602"),
    Sector.CLEANING: ("K2204", "K2201"),
    Sector.LOGISTICS: ("N1103", "N1105", "N1101", "N4105"),
    Sector.FOOD: ("A1414", "A1405", "H2102", "D1101"),
    Sector.RETAIL: ("D1507", "D1106", "D1505"),
}
# INSEE codes of where they sleep.
COMMUNES = {
    "93066": 12, "93008": 6, "93001": 8, "93048": 6, "93029": 4, "75118": 8, "75119": 6,
    "75120": 5, "75110": 3, "94028": 5, "94081": 4, "94017": 4, "92050": 4, "92036": 4,
    "95018": 5, "95500": 2, "95127": 3, "91228": 4, "91174": 3, "77288": 3, "77186": 1,
    "78646": 1, "78361": 3, "69266": 4, "69259": 3, "69256": 2, "69388": 2,
}  # fmt: skip

# How far they go

# Of a hundred orientations, how many get past each stage. A fifth does not meet the criteria:
# that is not drawn, it follows from who they are.
ELIGIBLE = 80
FUNNEL: Mapping[Stage, float] = {
    Stage.ELIGIBILITY: 70,
    Stage.INFORMATION: 55,
    Stage.DIAGNOSIS: 45,
    Stage.PREPARATION: 33,
    Stage.POSITIONING: 30,
    Stage.IMMERSION: 20,
    Stage.REFLECTION: 16,
    Stage.VALIDATION: 13,
    Stage.INSTALLATION: 11,
    Stage.FOLLOW_UP: 9.5,
}
# The coordinator goes on with some of those who do not meet a criterion, and says why.
IS_OVERRIDDEN = 0.12
# Those who stop somewhere sleep for a while first, or leave at once.
SLEEPS_FIRST = 0.3
# For how many days.
NAP = 75
IS_CURABLE = 0.6

OUTCOMES = {
    Outcome.LASTING_JOB: 55,
    Outcome.TRANSITION_JOB: 14,
    Outcome.TRAINING: 10,
    Outcome.SETTLED_WITHOUT_JOB: 21,
}
# Codes of the coordinator’s list, and where each may happen; everywhere when nothing is said.
EXITS = {
    "no_news": 28,
    "other_project": 22,
    "job_nearby": 10,
    "home_nearby": 10,
    "territory_not_chosen": 8,
    "operator_declined": 6,
    "no_home": 4,
    "family_or_health": 6,
    "permit": 3,
    "not_eligible": 3,
}
UPSTREAM = (Stage.ELIGIBILITY, Stage.INFORMATION, Stage.DIAGNOSIS)
EXIT_STAGES: Mapping[str, tuple[Stage, ...]] = {
    "territory_not_chosen": (Stage.REFLECTION,),
    "operator_declined": (Stage.POSITIONING, Stage.IMMERSION, Stage.VALIDATION),
    "no_home": (Stage.POSITIONING, Stage.VALIDATION, Stage.INSTALLATION),
    "not_eligible": UPSTREAM,
}
SUSPENSIONS = {
    "unreachable": 34,
    "job_running": 22,
    "waiting_papers": 18,
    "family": 15,
    "health": 11,
}
DEPARTURES = {"work": 40, "isolation": 25, "family": 25, "lease": 10}

# How long it takes


@dataclass(frozen=True, slots=True)
class Delay:
    """A log-normal delay: its median, in days, and the spread of its logarithm."""

    median: float
    spread: float = 0.6


DELAYS: Mapping[str, Delay] = {
    "call": Delay(6),
    "information": Delay(14),
    "diagnosis": Delay(12),
    "preparation": Delay(36),
    "answer": Delay(6),
    "stay": Delay(22, 0.4),
    "reflection": Delay(5),
    "validation": Delay(9),
    "installation": Delay(50, 0.35),
    "leaving": Delay(24, 0.8),
    "closing": Delay(12),
    "news": Delay(9),
}

# What else happens, and how often

INFORMED = {
    InformationMode.SESSION: 70,
    InformationMode.INDIVIDUAL: 20,
    InformationMode.PHONE: 10,
}
INCIDENTS = {
    "calls_twice": 0.35,
    "asks_documents": 0.25,
    "writes_a_note": 0.3,
    "has_a_brake": 0.4,
    "is_declined_first": 0.18,
    "waives_the_stay": 0.08,
    "puts_off_the_stay": 0.08,
    "takes_the_fast_track": 0.05,
    "needs_time": 0.2,
    "misses_a_visit": 0.2,
    "loses_shelter": 0.05,
    "expects_a_child": 0.04,
    "has_two_projects": 0.5,
    "renews_late": 0.5,
    "answers_after_a_year": 0.7,
}

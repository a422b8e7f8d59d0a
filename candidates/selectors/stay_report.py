"""What the operator, the adults and the employers said of a stay, and where they differ."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from candidates.enums import WITH_AN_EMPLOYER, Recommendation, WouldHire, YesNoUnknown
from candidates.models import (
    EmployerReport,
    HouseholdReport,
    ImmersionReport,
    ImmersionStay,
    Parcours,
    Person,
    StayVisit,
    counts_q,
)
from candidates.selectors.household import moving_adults
from operators.actors import Actor
from operators.enums import OrganisationKind


# The teams that ask the adults; to the others, the household speaks with one voice.
ASKERS = (OrganisationKind.UPSTREAM, OrganisationKind.HOST)
ADULTS_DIFFER = (
    "Les adultes du ménage ne répondent pas la même chose\u00a0: prenez le temps d’en parler avec "
    "chacun."
)


@dataclass(frozen=True, slots=True)
class AdultWords:
    """What one adult says of the stay."""

    would_live_there: YesNoUnknown
    liked: str = ""
    worries: str = ""


@dataclass(frozen=True, slots=True)
class AdultView:
    """``report`` is None as long as the adult has not been asked."""

    person: Person
    report: HouseholdReport | None


@dataclass(frozen=True, slots=True)
class EmployerView:
    visit: StayVisit
    report: EmployerReport | None


@dataclass(frozen=True, slots=True)
class ReportsPage:
    """``shows_adults``: this actor reads each adult's words; others read ``household_says``."""

    stay: ImmersionStay
    report: ImmersionReport | None
    adults: list[AdultView]
    employers: list[EmployerView]
    shows_adults: bool
    household_says: str
    divergences: list[str]


def reports_page(
    *, actor: Actor, stay: ImmersionStay, parcours: Parcours, today: date
) -> ReportsPage:
    """The latest words of each. Four queries."""
    report = ImmersionReport.objects.filter(counts_q(), stay=stay).order_by("event_id").last()
    shows_adults = actor.kind in ASKERS
    adults = _adults(stay, parcours, today)
    employers = _employers(stay)
    return ReportsPage(
        stay=stay,
        report=report,
        adults=adults,
        employers=employers,
        shows_adults=shows_adults,
        household_says=_household_says(adults),
        divergences=[
            *([ADULTS_DIFFER] if shows_adults and _adults_differ(adults) else []),
            *_divergences(report, adults, employers),
        ],
    )


def _adults(stay: ImmersionStay, parcours: Parcours, today: date) -> list[AdultView]:
    told = HouseholdReport.objects.filter(counts_q(), stay=stay).order_by("event_id")
    latest = {report.person_id: report for report in told.select_related("event")}
    return [AdultView(adult, latest.get(adult.pk)) for adult in moving_adults(parcours, today)]


def _employers(stay: ImmersionStay) -> list[EmployerView]:
    visits = stay.visits.kept().filter(kind__in=WITH_AN_EMPLOYER).order_by("day", "starts_at")
    told = EmployerReport.objects.filter(counts_q(), visit__stay=stay).order_by("event_id")
    latest = {report.visit_id: report for report in told}
    return [EmployerView(visit, latest.get(visit.pk)) for visit in visits]


def _household_says(adults: list[AdultView]) -> str:
    """One adult's no is the household's."""
    said = {view.report.would_live_there for view in adults if view.report}
    if not said:
        return "Personne n’a encore été interrogé."
    if YesNoUnknown.NO in said:
        return "Le ménage ne vivrait pas là-bas."
    if said == {YesNoUnknown.YES} and all(view.report for view in adults):
        return "Le ménage vivrait là-bas."
    return "Le ménage ne sait pas encore s’il vivrait là-bas."


def _divergences(
    report: ImmersionReport | None, adults: list[AdultView], employers: list[EmployerView]
) -> Iterator[str]:
    """What deserves a talk, without saying who is right."""
    if report is None:
        return
    lives = {view.report.would_live_there for view in adults if view.report}
    hires = {view.report.would_hire for view in employers if view.report}
    match report.recommendation:
        case Recommendation.GO_ON:
            opening = "L’équipe qui accueille conseille de continuer\u00a0; "
            if YesNoUnknown.NO in lives:
                yield f"{opening}le ménage, lui, ne vivrait pas là-bas."
            if hires == {WouldHire.NO}:
                yield f"{opening}aucun employeur interrogé ne prendrait la personne."
        case Recommendation.ELSEWHERE:
            opening = "L’équipe qui accueille déconseille ce territoire\u00a0; "
            if lives == {YesNoUnknown.YES}:
                yield f"{opening}le ménage, lui, s’y verrait vivre."
            if WouldHire.YES in hires:
                yield f"{opening}un employeur, lui, prendrait la personne."


def _adults_differ(adults: list[AdultView]) -> bool:
    lives = {view.report.would_live_there for view in adults if view.report}
    return {YesNoUnknown.YES, YesNoUnknown.NO} <= lives

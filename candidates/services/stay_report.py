"""What is told of a stay: by the operator, by each adult, by the employers that were visited."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from candidates.enums import Recommendation, StayOutcome, WouldHire
from candidates.models import (
    EmployerReport,
    HouseholdReport,
    ImmersionReport,
    ImmersionStay,
    Parcours,
    Person,
    StayVisit,
)
from candidates.notifications import decisions as letters
from candidates.selectors import moving_adults
from candidates.selectors.stay_report import AdultWords
from candidates.services.holds import note_that_it_came
from candidates.services.stay import planned
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.errors import DomainError
from emile.core.workflow import TransitionRefused
from operators.actors import Actor


class StayNotBegun(DomainError):
    def __init__(self, stay: ImmersionStay) -> None:
        super().__init__(
            f"Ce séjour commence le {stay.first_day:%d/%m/%Y}\u00a0: son bilan se partage à partir "
            "de ce jour-là.",
            code="not_begun",
        )


@transaction.atomic
def report_stay(
    *,
    actor: Actor,
    parcours: Parcours,
    stay: ImmersionStay,
    outcome: StayOutcome,
    work: str,
    home: str,
    recommendation: Recommendation,
    mobility: str = "",
    strengths: str = "",
    worries: str = "",
    on: date,
    now: datetime,
) -> Parcours:
    """Share what was seen; the household then thinks it over. Raises StayNotBegun."""
    with PARCOURS_WORKFLOW.perform("report_stay", parcours, actor=actor, on=on, now=now) as act:
        stay = planned(act, stay)
        _refuse_too_early(stay, on)
        ImmersionReport.objects.create(
            event_id=act.entry_id,
            stay=stay,
            outcome=outcome,
            work=work,
            home=home,
            mobility=mobility,
            strengths=strengths,
            worries=worries,
            recommendation=recommendation,
        )
        note_that_it_came(act, stay.placement.territory)
        act.payload |= {"stay": stay.pk, "outcome": outcome}
    letters.tell_stay_reported(act)
    return act.subject


@transaction.atomic
def report_household(
    *,
    actor: Actor,
    parcours: Parcours,
    stay: ImmersionStay,
    answers: Mapping[Person, AdultWords],
    on: date,
    now: datetime,
) -> Parcours:
    """Note what the adults who were asked say of it, one by one. Raises StayNotBegun."""
    with PARCOURS_WORKFLOW.perform(
        "report_household", parcours, actor=actor, on=on, now=now
    ) as act:
        stay = planned(act, stay)
        _refuse_too_early(stay, on)
        if not set(answers) <= set(moving_adults(act.subject, on)):
            raise TransitionRefused("Cette personne ne part pas avec le foyer.", code="state")
        HouseholdReport.objects.bulk_create(
            HouseholdReport(
                event_id=act.entry_id,
                stay=stay,
                person=person,
                liked=words.liked,
                worries=words.worries,
                would_live_there=words.would_live_there,
            )
            for person, words in answers.items()
        )
        act.payload |= {"stay": stay.pk, "people": [person.pk for person in answers]}
    return act.subject


@transaction.atomic
def report_employer(
    *,
    actor: Actor,
    parcours: Parcours,
    visit: StayVisit,
    would_hire: WouldHire,
    comment: str,
    on: date,
    now: datetime,
) -> Parcours:
    """What an employer, or a training body, said after a visit. Raises StayNotBegun."""
    with PARCOURS_WORKFLOW.perform("report_employer", parcours, actor=actor, on=on, now=now) as act:
        stay = planned(act, visit.stay)
        _refuse_too_early(stay, on)
        if visit.is_dropped or not visit.asks_an_employer:
            raise TransitionRefused("Cette visite n’en est pas une d’employeur.", code="state")
        EmployerReport.objects.create(
            event_id=act.entry_id, visit=visit, would_hire=would_hire, comment=comment
        )
        act.payload |= {"stay": stay.pk, "visit": visit.pk, "would_hire": would_hire}
    return act.subject


def _refuse_too_early(stay: ImmersionStay, on: date) -> None:
    if stay.first_day > on:
        raise StayNotBegun(stay)

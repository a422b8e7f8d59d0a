"""Where the household might go: whom to ask, what was answered, what the stay showed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, F, OuterRef, Prefetch, Subquery
from django.db.models.functions import Coalesce

from candidates.enums import Answer, Stage
from candidates.models import (
    HouseholdAnswer,
    ImmersionReport,
    ImmersionStay,
    Parcours,
    Person,
    Placement,
    PlacementChange,
    PlacementHome,
    PlacementJob,
    StayCancellation,
    StayWaiver,
    TerritoryWish,
    counts_q,
)
from candidates.selectors.agreements import RoundTable, household_answers
from candidates.selectors.household import moving_adults
from candidates.selectors.project import home_of
from candidates.selectors.settling import table_as_it_stood
from operators.actors import Actor
from operators.enums import OrganisationKind
from territories.models import Mandate, Occupation, Territory
from territories.models.territory import MandateQuerySet


BEFORE_REFLECTION = (Stage.POSITIONING, Stage.IMMERSION)


@dataclass(frozen=True, slots=True)
class StayCard:
    stay: ImmersionStay
    cancelled_for: str
    report: ImmersionReport | None


@dataclass(frozen=True, slots=True)
class AdultAnswer:
    """``answer`` is None as long as the adult has not been asked."""

    person: Person
    answer: HouseholdAnswer | None


@dataclass(frozen=True, slots=True)
class AdultJob:
    """``job`` is None as long as nobody has written of it: it is still to find."""

    person: Person
    job: PlacementJob | None


@dataclass(frozen=True, slots=True)
class ProjectPage:
    """``placement`` is the one that was accepted; ``others`` are the rest, the latest first.

    Of the placement, ``jobs`` are those of the adults who move, and ``home`` is None as long as
    nobody has written of it.

    ``adults`` is for the team that asks them; the others read ``household_answer``, once somebody
    has been asked: one adult's no is the household's.
    """

    placement: Placement | None
    jobs: list[AdultJob]
    home: PlacementHome | None
    others: list[Placement]
    stays: list[StayCard]
    is_stay_waived: bool
    adults: list[AdultAnswer]
    household_answer: str
    # From the validation on: who has agreed to what.
    table: RoundTable | None


def mandates_to_propose(parcours: Parcours, today: date) -> MandateQuerySet:
    """The operators that welcome somewhere today, the wished territories first, the refused last.

    A territory that has not answered yet is left out. ``waiting`` counts the proposals, of whatever
    household, that this operator has still to answer there.
    """
    pending = parcours.placements.proposed().values("territory")
    wish = TerritoryWish.objects.filter(parcours=parcours, territory=OuterRef("territory"))
    refusals = parcours.refused_territories.filter(territory=OuterRef("territory"))
    waiting = (
        Placement.objects.proposed()
        .filter(territory=OuterRef("territory"), host=OuterRef("organisation"))
        .order_by()
        .values("host")
        .annotate(count=Count("pk"))
        .values("count")
    )
    return (
        Mandate.objects.on(today)
        .of_kind(OrganisationKind.HOST)
        .filter(territory__in=Territory.objects.taking_part_on(today), organisation__is_active=True)
        .exclude(territory__in=pending)
        .annotate(
            wish_rank=Subquery(wish.values("rank")[:1]),
            is_refused=Exists(refusals),
            refused_because=Subquery(refusals.values("why")[:1]),
            waiting=Coalesce(Subquery(waiting), 0),
            asked_before=Exists(parcours.placements.filter(territory=OuterRef("territory"))),
        )
        .select_related("territory", "organisation")
        .order_by(
            "is_refused",
            F("wish_rank").asc(nulls_last=True),
            "territory__name",
            "organisation__name",
            "pk",
        )
    )


def project_before(parcours: Parcours, today: date) -> Occupation | None:
    """The occupation of the last proposal, or the project retained by an adult who moves."""
    last = parcours.placements.select_related("occupation").order_by("pk").last()
    if last is not None:
        return last.occupation
    retained = (adult.retained_project for adult in moving_adults(parcours, today))
    return next((occupation for occupation in retained if occupation), None)


def project_page(*, actor: Actor, parcours: Parcours, today: date) -> ProjectPage:
    """What this actor may see of it: a host operator, its own placements."""
    changes = PlacementChange.objects.filter(counts_q()).select_related("reason", "event")
    waivers = StayWaiver.objects.filter(counts_q(), placement=OuterRef("pk"))
    placements = list(
        Placement.objects.visible_to(actor)
        .filter(parcours=parcours)
        .for_detail()
        .annotate(is_stay_waived=Exists(waivers))
        .prefetch_related(Prefetch("changes", changes.order_by("event_id"), to_attr="told_changes"))
        .order_by("-pk")
    )
    placement = next((one for one in placements if one.is_active), None)
    adults = _adults(parcours, placement, today) if placement else []
    return ProjectPage(
        placement=placement,
        jobs=_jobs(parcours, placement, today) if placement else [],
        home=home_of(placement) if placement else None,
        others=[one for one in placements if one is not placement],
        stays=_stays(placements),
        is_stay_waived=placement is not None and placement.is_stay_waived,
        adults=adults if actor.kind == OrganisationKind.UPSTREAM else [],
        household_answer=_household_answer(adults),
        table=table_as_it_stood(parcours, placement, today) if placement else None,
    )


def _stays(placements: Sequence[Placement]) -> list[StayCard]:
    """The latest first, each with why it was cancelled and what was told of it."""
    cancellations = StayCancellation.objects.filter(counts_q(), stay=OuterRef("pk"))
    reports = ImmersionReport.objects.filter(counts_q()).order_by("event_id")
    stays = (
        ImmersionStay.objects.filter(placement__in=placements)
        .select_related("placement")
        .annotate(
            cancelled_for=Subquery(cancellations.order_by("-event_id").values("reason__label")[:1])
        )
        .prefetch_related(Prefetch("reports", reports, to_attr="told"))
        .order_by("-days", "-pk")
    )
    return [
        StayCard(stay, stay.cancelled_for or "", stay.told[-1] if stay.told else None)
        for stay in stays
    ]


def _jobs(parcours: Parcours, placement: Placement, today: date) -> list[AdultJob]:
    told = {job.person_id: job for job in placement.jobs.all()}
    return [AdultJob(adult, told.get(adult.pk)) for adult in moving_adults(parcours, today)]


def _adults(parcours: Parcours, placement: Placement, today: date) -> list[AdultAnswer]:
    """None before the stay was told, or waived."""
    if parcours.stage in BEFORE_REFLECTION:
        return []
    answers = household_answers(placement)
    return [
        AdultAnswer(person=adult, answer=answers.get(adult.pk))
        for adult in moving_adults(parcours, today)
    ]


def _household_answer(adults: list[AdultAnswer]) -> str:
    said = [one.answer.answer if one.answer else None for one in adults]
    if not said:
        return ""
    if Answer.NO in said:
        return Answer.NO.label
    return Answer.YES.label if set(said) == {Answer.YES} else "Le ménage réfléchit"

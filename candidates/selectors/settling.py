"""The installation and what follows it, as its page tells them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from dateutil.relativedelta import relativedelta
from django.db.models import Exists, OuterRef, QuerySet

from candidates.enums import MILESTONE_MONTHS, MilestoneKind, Stage, Track
from candidates.models import (
    Closure,
    HousingCommitment,
    Installation,
    JobCommitment,
    MilestoneVisit,
    Parcours,
    Placement,
    TrackDerogation,
    counts_q,
)
from candidates.selectors import agreements
from candidates.selectors.agreements import RoundTable


@dataclass(frozen=True, slots=True)
class Milestone:
    """A point of the follow-up, with what each adult answered: the latest visit first."""

    kind: MilestoneKind
    due_on: date
    visits: list[MilestoneVisit]
    is_late: bool


@dataclass(frozen=True, slots=True)
class SettlingPage:
    """``installation`` and ``closure`` are None until they happen."""

    placement: Placement | None
    jobs: list[JobCommitment]
    homes: list[HousingCommitment]
    derogations: set[str]
    installation: Installation | None
    milestones: list[Milestone]
    closure: Closure | None

    @property
    def has_job_derogation(self) -> bool:
        return Track.JOB in self.derogations

    @property
    def has_home_derogation(self) -> bool:
        return Track.HOME in self.derogations


def settling_page(parcours: Parcours, today: date) -> SettlingPage:
    placement = agreements.active_placement(parcours)
    jobs = JobCommitment.objects.filter(counts_q(), placement=placement)
    homes = HousingCommitment.objects.filter(counts_q(), placement=placement)
    waived = TrackDerogation.objects.filter(counts_q(), placement=placement)
    closures = Closure.objects.filter(counts_q(), parcours=parcours).order_by("event_id")
    is_settled = parcours.stage in {Stage.FOLLOW_UP, Stage.CLOSED}
    installation = last_installation(parcours) if is_settled else None
    return SettlingPage(
        placement=placement,
        jobs=list(jobs.select_related("person", "occupation").order_by("event_id")),
        homes=list(homes.select_related("commune").order_by("event_id")),
        derogations=set(waived.values_list("track", flat=True)),
        installation=installation,
        milestones=milestones(parcours, installation, today) if installation else [],
        closure=closures.last() if parcours.stage == Stage.CLOSED else None,
    )


def missing_tracks(parcours: Parcours) -> list[str]:
    """What is neither found nor waived for the placement that was accepted. One query."""

    def exists(facts: QuerySet[Any]) -> Exists:
        return Exists(facts.filter(counts_q(), placement=OuterRef("pk")))

    waived = TrackDerogation.objects
    has_job, has_home = (
        parcours.placements.active()
        .annotate(
            job=exists(JobCommitment.objects.all()) | exists(waived.filter(track=Track.JOB)),
            home=exists(HousingCommitment.objects.all()) | exists(waived.filter(track=Track.HOME)),
        )
        .values_list("job", "home")
        .first()
    ) or (False, False)
    found = {"l’emploi ou la formation": has_job, "le logement": has_home}
    return [track for track, is_found in found.items() if not is_found]


def last_installation(parcours: Parcours) -> Installation | None:
    installations = Installation.objects.filter(counts_q(), parcours=parcours)
    return installations.order_by("event_id").last()


def table_as_it_stood(parcours: Parcours, placement: Placement, today: date) -> RoundTable | None:
    """From the validation on: as it is now, or as it was on the day of the installation."""
    if parcours.stage in {Stage.VALIDATION, Stage.INSTALLATION}:
        return agreements.table_of(parcours, placement, today)
    installation = last_installation(parcours)
    if installation is None:
        return None
    return agreements.table_of(parcours, placement, installation.effective_on)


def milestone_dates(installation: Installation) -> dict[MilestoneKind, date]:
    return {
        kind: installation.effective_on + relativedelta(months=months)
        for kind, months in MILESTONE_MONTHS.items()
    }


def milestones(parcours: Parcours, installation: Installation, today: date) -> list[Milestone]:
    visits = list(
        MilestoneVisit.objects.filter(counts_q(), parcours=parcours)
        .select_related("person")
        .prefetch_related("event")
        .order_by("-event_id", "pk")
    )
    return [
        Milestone(
            kind=kind,
            due_on=due_on,
            visits=(made := [visit for visit in visits if visit.milestone == kind]),
            is_late=due_on < today and not made,
        )
        for kind, due_on in milestone_dates(installation).items()
    ]


def visited(parcours: Parcours) -> set[str]:
    """The milestones at which somebody went, or tried to."""
    visits = MilestoneVisit.objects.filter(counts_q(), parcours=parcours)
    return set(visits.values_list("milestone", flat=True))

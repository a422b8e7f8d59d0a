"""The two tracks of an installation: what is found, what fell through, what is still missing."""

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from candidates.enums import Track
from candidates.models import (
    DateSlip,
    FastTrack,
    HousingCommitment,
    JobCommitment,
    Parcours,
    TrackDerogation,
    TrackLoss,
    counts_q,
)
from candidates.models.placement import PlacementQuerySet


def found_jobs(parcours: Parcours) -> QuerySet[JobCommitment]:
    """For the project that was accepted, those that did not fall through."""
    jobs = _of_project(JobCommitment.objects.all(), parcours).filter(~_lost("job"))
    return jobs.select_related("person", "occupation")


def found_homes(parcours: Parcours) -> QuerySet[HousingCommitment]:
    homes = _of_project(HousingCommitment.objects.all(), parcours).filter(~_lost("home"))
    return homes.select_related("commune")


def losses(parcours: Parcours) -> QuerySet[TrackLoss]:
    """What fell through, the latest first."""
    project = parcours.placements.active()
    lost = TrackLoss.objects.filter(
        counts_q(), Q(job__placement__in=project) | Q(home__placement__in=project)
    )
    return lost.select_related("event", "job__person", "home__commune", "reason").order_by(
        "-event_id"
    )


def date_slips(parcours: Parcours) -> QuerySet[DateSlip]:
    slips = _of_project(DateSlip.objects.all(), parcours)
    return slips.select_related("event", "reason")


def fast_track_of(parcours: Parcours) -> FastTrack | None:
    return _of_project(FastTrack.objects.all(), parcours).last()


def with_tracks(placements: PlacementQuerySet) -> QuerySet[Any]:
    """With whether each track is found or waived."""

    def exists(facts: QuerySet[Any]) -> Exists:
        return Exists(facts.filter(counts_q(), placement=OuterRef("pk")))

    jobs = JobCommitment.objects.filter(~_lost("job"))
    homes = HousingCommitment.objects.filter(~_lost("home"))
    waived = TrackDerogation.objects
    return placements.annotate(
        has_job=exists(jobs) | exists(waived.filter(track=Track.JOB)),
        has_home=exists(homes) | exists(waived.filter(track=Track.HOME)),
    )


def missing_tracks(parcours: Parcours) -> list[str]:
    """What is neither found nor waived for the placement that was accepted.

    One query; none on a page that has read it into ``accepted_placements``.
    """
    read: list[Any] | None = getattr(parcours, "accepted_placements", None)
    accepted = next(iter(with_tracks(parcours.placements.active()) if read is None else read), None)
    found = {"l’emploi ou la formation": "has_job", "le logement": "has_home"}
    return [track for track, has_it in found.items() if not getattr(accepted, has_it, False)]


def first_pay_on(parcours: Parcours) -> date | None:
    """When money first comes in; None as long as no job or training is found."""
    return min((job.expected_pay_on for job in found_jobs(parcours)), default=None)


def _of_project(facts: QuerySet[Any], parcours: Parcours) -> QuerySet[Any]:
    return facts.filter(counts_q(), placement__in=parcours.placements.active()).order_by("event_id")


def _lost(what: str) -> Exists:
    return Exists(TrackLoss.objects.filter(counts_q(), **{what: OuterRef("pk")}))

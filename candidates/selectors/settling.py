"""The installation and what follows it, as its page tells them."""

from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Prefetch, prefetch_related_objects

from candidates.enums import Stage, Track
from candidates.models import (
    AdultOutcome,
    Closure,
    DateSlip,
    FastTrack,
    HousingCommitment,
    Installation,
    JobCommitment,
    Parcours,
    Placement,
    TrackDerogation,
    TrackLoss,
    counts_q,
)
from candidates.selectors import agreements, tracks
from candidates.selectors.agreements import RoundTable
from candidates.selectors.follow_up import Milestone, last_installation, milestones


@dataclass(frozen=True, slots=True)
class InstallationPage:
    """``installation`` is None until it happens, ``fast_track`` once it did."""

    placement: Placement | None
    jobs: list[JobCommitment]
    homes: list[HousingCommitment]
    losses: list[TrackLoss]
    derogations: set[str]
    slips: list[DateSlip]
    fast_track: FastTrack | None
    installation: Installation | None

    @property
    def has_job_derogation(self) -> bool:
        return Track.JOB in self.derogations

    @property
    def has_home_derogation(self) -> bool:
        return Track.HOME in self.derogations

    @property
    def lost_jobs(self) -> list[TrackLoss]:
        return [loss for loss in self.losses if loss.job_id]

    @property
    def lost_homes(self) -> list[TrackLoss]:
        return [loss for loss in self.losses if loss.home_id]


@dataclass(frozen=True, slots=True)
class FollowUpPage:
    """Of a household that has settled. ``closure`` is None until the end."""

    installation: Installation | None
    milestones: list[Milestone]
    closure: Closure | None
    outcomes: list[AdultOutcome]


def is_settled(parcours: Parcours) -> bool:
    return parcours.stage in {Stage.FOLLOW_UP, Stage.CLOSED}


def installation_page(parcours: Parcours) -> InstallationPage:
    """Reads the placement once, for the page and for what the guards ask of it."""
    waived = TrackDerogation.objects.filter(counts_q(), placement=OuterRef("pk"))
    accepted = tracks.with_tracks(Placement.objects.active().for_detail())
    accepted = accepted.annotate(waived_tracks=ArraySubquery(waived.values("track")))
    prefetch_related_objects(
        [parcours], Prefetch("placements", accepted, to_attr="accepted_placements")
    )
    placement = agreements.active_placement(parcours)
    settled = is_settled(parcours)
    return InstallationPage(
        placement=placement,
        jobs=list(tracks.found_jobs(parcours)),
        homes=list(tracks.found_homes(parcours)),
        losses=list(tracks.losses(parcours)),
        derogations=set(getattr(placement, "waived_tracks", ())),
        slips=list(tracks.date_slips(parcours)),
        fast_track=None if settled else tracks.fast_track_of(parcours),
        installation=last_installation(parcours) if settled else None,
    )


def follow_up_page(parcours: Parcours, today: date) -> FollowUpPage:
    installation = last_installation(parcours)
    closure = _closure(parcours)
    return FollowUpPage(
        installation=installation,
        milestones=milestones(parcours, installation, today) if installation else [],
        closure=closure,
        outcomes=list(closure.adults.select_related("person").order_by("pk")) if closure else [],
    )


def _closure(parcours: Parcours) -> Closure | None:
    if parcours.stage != Stage.CLOSED:
        return None
    return Closure.objects.filter(counts_q(), parcours=parcours).order_by("event_id").last()


def table_as_it_stood(parcours: Parcours, placement: Placement, today: date) -> RoundTable | None:
    """From the validation on: as it is now, or as it was on the day of the installation."""
    if parcours.stage in {Stage.VALIDATION, Stage.INSTALLATION}:
        return agreements.table_of(parcours, placement, today)
    installation = last_installation(parcours)
    if installation is None:
        return None
    return agreements.table_of(parcours, placement, installation.effective_on)

"""How each adult lives, point by point, as far as anybody noted it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from candidates.enums import (
    WORKS_OR_TRAINS,
    Employment,
    HousingSolution,
    JobSolution,
    ResidentialKind,
    YesNoUnknown,
)
from candidates.models import (
    SNAPSHOT_FIELDS,
    JobCommitment,
    Parcours,
    Person,
    SituationSnapshot,
    counts_q,
)
from candidates.selectors.household import moving_adults
from candidates.selectors.tracks import found_homes, found_jobs


LODGING_OF: dict[str, ResidentialKind] = {
    HousingSolution.SOCIAL: ResidentialKind.SOCIAL_TENANT,
    HousingSolution.PRIVATE: ResidentialKind.PRIVATE_TENANT,
    HousingSolution.INTERMEDIATE: ResidentialKind.INTERMEDIATE,
    HousingSolution.RESIDENCE: ResidentialKind.SOCIAL_RESIDENCE,
    HousingSolution.YOUNG_WORKERS: ResidentialKind.SOCIAL_RESIDENCE,
    HousingSolution.TRANSITIONAL: ResidentialKind.SOCIAL_RESIDENCE,
}


def last_snapshots(parcours: Parcours) -> dict[int, SituationSnapshot]:
    """The latest of each adult, by person id."""
    taken = SituationSnapshot.objects.filter(counts_q(), parcours=parcours)
    told = taken.select_related("occupation").prefetch_related("event").order_by("event_id")
    return {snapshot.person_id: snapshot for snapshot in told}


def situation_of(snapshot: SituationSnapshot) -> dict[str, Any]:
    """What a snapshot says, ready to be said again."""
    return {name: getattr(snapshot, name) for name in SNAPSHOT_FIELDS}


def works_or_trains(snapshot: SituationSnapshot | None) -> YesNoUnknown:
    if snapshot is None or not snapshot.employment:
        return YesNoUnknown.UNKNOWN
    is_so = snapshot.employment in WORKS_OR_TRAINS
    return YesNoUnknown.YES if is_so else YesNoUnknown.NO


def situations_at_installation(parcours: Parcours, on: date) -> Mapping[Person, dict[str, Any]]:
    """Told from the two tracks: what was known of each adult before, and what changes that day."""
    jobs = {job.person_id: job for job in found_jobs(parcours)}
    home = found_homes(parcours).last()
    known = last_snapshots(parcours)
    situations = {}
    for adult in moving_adults(parcours, on):
        situation = situation_of(known[adult.pk]) if adult.pk in known else {}
        if home is not None:
            situation["lodging"] = LODGING_OF[home.kind]
        if adult.pk in jobs:
            situation |= _at_work(jobs[adult.pk])
        if situation:
            situations[adult] = situation
    return situations


def _at_work(job: JobCommitment) -> dict[str, Any]:
    return {
        "employment": _employment(job),
        "occupation": job.occupation,
        "weekly_hours": job.weekly_hours,
    }


def _employment(job: JobCommitment) -> str:
    """Empty when the contract is not known: a promise alone does not say how long it lasts."""
    match job.kind:
        case JobSolution.SELF_EMPLOYED:
            return Employment.SELF_EMPLOYED
        case JobSolution.TRAINING:
            return (
                Employment.QUALIFYING_TRAINING if job.is_qualifying else Employment.OTHER_TRAINING
            )
        case _:
            return job.contract

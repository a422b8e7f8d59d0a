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
    SnapshotPoint,
    YesNoUnknown,
)
from candidates.models import (
    SNAPSHOT_FIELDS,
    JobCommitment,
    Parcours,
    Person,
    ResidentialSpell,
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


def known_situations(parcours: Parcours, on: date) -> dict[Person, dict[str, Any]]:
    """Each adult who moves, as they lived the last time, and where they have slept since."""
    adults = moving_adults(parcours, on)
    last = last_snapshots(parcours)
    spells = ResidentialSpell.objects.filter(person__in=adults, until__isnull=True)
    slept = {spell.person_id: spell for spell in spells}
    situations = {}
    for adult in adults:
        known, spell = last.get(adult.pk), slept.get(adult.pk)
        situations[adult] = situation_of(known) if known else {}
        if spell and (known is None or spell.since > known.event.occurred_on):
            situations[adult]["lodging"] = spell.kind
    return situations


def situations_left(
    parcours: Parcours, point: SnapshotPoint, on: date
) -> dict[Person, dict[str, Any]]:
    """What is known of those whose situation nobody noted at that point."""
    taken = SituationSnapshot.objects.filter(counts_q(), parcours=parcours, point=point)
    noted = set(taken.values_list("person_id", flat=True))
    return {
        adult: situation
        for adult, situation in known_situations(parcours, on).items()
        if situation and adult.pk not in noted
    }


def situations_at_installation(parcours: Parcours, on: date) -> Mapping[Person, dict[str, Any]]:
    """Told from the two tracks: what was known of each adult before, and what changes that day.

    Unknown included: it says who settled.
    """
    jobs = {job.person_id: job for job in found_jobs(parcours)}
    home = found_homes(parcours).last()
    situations = known_situations(parcours, on)
    for adult, situation in situations.items():
        if home is not None:
            situation["lodging"] = LODGING_OF[home.kind]
        if adult.pk in jobs:
            situation |= _at_work(jobs[adult.pk])
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

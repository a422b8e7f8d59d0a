"""A committee is prepared, its agenda follows the files, what it says of each is noted."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction
from django.db.models import F, Q, QuerySet

from candidates.models import Parcours
from emile.core.errors import StaleVersion
from emile.steering.models import Committee, CommitteeItem, FieldReport
from operators.actors import Actor
from operators.models import Organisation
from territories.models import Territory


@transaction.atomic
def open_committee(
    *,
    actor: Actor,
    kind: str,
    held_on: date,
    territories: Collection[Territory],
    organisations: Collection[Organisation],
    on: date,
    now: datetime,
) -> Committee:
    """With its agenda as it stands. Expects the coordinator, who sees every file."""
    committee = Committee(kind=kind, held_on=held_on, called_by_id=actor.user_id, called_at=now)
    committee.full_clean()
    committee.save()
    committee.territories.set(territories)
    committee.organisations.set(organisations)
    _fill(committee, on)
    return committee


@transaction.atomic
def edit_committee(
    *,
    actor: Actor,
    committee: Committee,
    version: int,
    held_on: date,
    organisations: Collection[Organisation],
) -> Committee:
    """Its day, and who is present. Raises StaleVersion when somebody edited it since ``version``."""
    kept = Committee.objects.select_for_update(of=("self",)).get(pk=committee.pk)
    if kept.version != version:
        raise StaleVersion(current=kept.version)
    kept.held_on = held_on
    kept.version += 1
    kept.full_clean()
    kept.save()
    kept.organisations.set(organisations)
    return kept


@transaction.atomic
def refresh_agenda(*, actor: Actor, committee: Committee, on: date) -> None:
    """As files stand now: those that are no longer to be examined leave it, unless something was said
    of them."""
    kept = Committee.objects.select_for_update(of=("self",)).get(pk=committee.pk)
    files = _to_examine(kept, on)
    kept.items.filter(decision="").exclude(parcours__in=files).delete()
    _fill(kept, on)


def _fill(committee: Committee, on: date) -> None:
    """The files, and what of the field waits for a committee, which is this one."""
    CommitteeItem.objects.bulk_create(
        [
            CommitteeItem(committee=committee, parcours=parcours, stage=parcours.stage)
            for parcours in _to_examine(committee, on).order_by("due_on", "pk")
        ],
        ignore_conflicts=True,
    )
    waiting = FieldReport.objects.for_committee()
    if places := list(committee.territories.all()):
        waiting = waiting.filter(Q(territory__isnull=True) | Q(territory__in=places))
    waiting.update(committee=committee, is_for_committee=False, version=F("version") + 1)


def _to_examine(committee: Committee, on: date) -> QuerySet[Parcours]:
    """Those that wait at its stage, late or not, in its territories."""
    if committee.stage is None:
        return Parcours.objects.none()
    files = Parcours.objects.waiting(on).filter(stage=committee.stage)
    places = list(committee.territories.all())
    return files.filter(territory__in=places) if places else files


@transaction.atomic
def note_decision(
    *, actor: Actor, item: CommitteeItem, version: int, decision: str, now: datetime
) -> CommitteeItem:
    """Words: the file stays where it is until people act. It may be worded again; its history is kept.

    Raises StaleVersion when somebody noted one since ``version``.
    """
    kept = CommitteeItem.objects.select_for_update(of=("self",)).get(pk=item.pk)
    if kept.version != version:
        raise StaleVersion(current=kept.version)
    kept.decision = decision
    kept.decided_by_id = actor.user_id if decision else None
    kept.decided_at = now if decision else None
    kept.version += 1
    kept.full_clean()
    kept.save()
    return kept

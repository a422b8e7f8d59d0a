"""How many households a territory says it can welcome, month by month."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, TypeAlias

from django.db import transaction

from emile.core.errors import DomainError, StaleVersion
from operators.actors import Actor
from territories import policies
from territories.models import CapacityEvent, Territory, WelcomeSlot
from territories.selectors.welcome import version_of


# Of a month: how many households, None when nobody knows, and what is to be known of it.
Months: TypeAlias = Mapping[date, tuple[int | None, str]]


@transaction.atomic
def set_capacity(
    *, actor: Actor, territory: Territory, version: int, months: Months, on: date, now: datetime
) -> None:
    """Write the months that changed, in one act. Less than what is used already is a fact too.

    Raises StaleVersion when somebody else did since ``version``, ValidationError.
    """
    if not policies.keeps_board_of(actor, territory, on):
        raise DomainError(policies.WHO_KEEPS, code="permission")
    locked = Territory.objects.select_for_update(of=("self",)).get(pk=territory.pk)
    current = version_of(locked)
    if current != version:
        raise StaleVersion(current=current)
    changes = {
        f"{month:%Y-%m}": change
        for month, (capacity, note) in sorted(months.items())
        if (change := _write(locked, month, capacity, note))
    }
    if changes:
        CapacityEvent.objects.create(
            territory=locked,
            sequence=current + 1,
            kind="set_capacity",
            occurred_on=on,
            recorded_at=now,
            actor_user_id=actor.user_id,
            actor_organisation_id=actor.organisation_id,
            actor_kind=actor.kind,
            payload={"months": changes},
        )


def _write(territory: Territory, month: date, capacity: int | None, note: str) -> Any:
    """The capacity before and after, when something of that month changed."""
    written = WelcomeSlot.objects.filter(territory=territory, month=month)
    before = written.values_list("capacity", "note").first() or (None, "")
    if before == (capacity, note):
        return None
    slot = slot_of(territory, month)
    slot.capacity, slot.note = capacity, note
    slot.full_clean()
    slot.save()
    return [before[0], capacity]


def slot_of(territory: Territory, month: date) -> WelcomeSlot:
    """The row of that month, made by whoever needs it first: of two at once, the second waits."""
    rows = WelcomeSlot.objects.filter(territory=territory, month=month)
    if found := rows.first():
        return found
    WelcomeSlot.objects.bulk_create(
        [WelcomeSlot(territory=territory, month=month)], ignore_conflicts=True
    )
    return rows.get()

"""Since when what happened is new to somebody."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from candidates.models import LastVisit
from operators.actors import Actor


# What is new stays so for the time of a visit.
VISIT_LASTS = timedelta(minutes=30)


@transaction.atomic(savepoint=False)
def open_visit(*, actor: Actor, signed_in_at: datetime | None, now: datetime) -> datetime:
    """When the visit before this one began. Signing in begins another one; the first has no before."""
    visit, _ = LastVisit.objects.get_or_create(
        user_id=actor.user_id,
        organisation_id=actor.organisation_id,
        defaults={"since": now, "opened_at": now},
    )
    has_signed_in = signed_in_at is not None and signed_in_at > visit.opened_at
    if not has_signed_in and now - visit.opened_at < VISIT_LASTS:
        return visit.since
    # Of two tabs opened together, one turns the page; both read the same.
    LastVisit.objects.filter(pk=visit.pk, opened_at=visit.opened_at).update(
        since=F("opened_at"), opened_at=now
    )
    return visit.opened_at

"""The private address of one's calendar: opened, changed, given up."""

from datetime import datetime

from django.db import transaction

from operators.actors import Actor
from operators.models import CalendarFeed, Membership


@transaction.atomic
def open_feed(*, actor: Actor, now: datetime) -> CalendarFeed:
    """A new address; the former one stops working."""
    close_feed(actor=actor)
    membership = Membership.objects.get(user=actor.user_id, organisation=actor.organisation_id)
    feed = CalendarFeed(membership=membership, kind=actor.kind, created_at=now)
    feed.full_clean()
    feed.save()
    return feed


@transaction.atomic
def close_feed(*, actor: Actor) -> None:
    mine = Membership.objects.select_for_update(of=("self",), no_key=True).filter(
        user=actor.user_id, organisation=actor.organisation_id
    )
    list(mine.values_list("pk"))
    CalendarFeed.objects.filter(membership__in=mine, kind=actor.kind).delete()

"""What the others did on the files that somebody may open, in French sentences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from candidates.models import Parcours, ParcoursEvent
from candidates.selectors.household import prefetch_people
from candidates.selectors.timeline import title_of, who_did, with_authors
from operators.actors import Actor


# The page of changes shows them all.
SHOWN = 10


@dataclass(frozen=True, slots=True)
class Change:
    """``at`` is when it was written down, which is when it could be known."""

    parcours: Parcours
    at: datetime
    title: str
    who: str


@dataclass(frozen=True, slots=True)
class Changes:
    """The latest first, and whether there are more."""

    rows: list[Change]
    has_more: bool


def changes_for(actor: Actor) -> QuerySet[Any]:
    """The acts of the others; one that was corrected is told by its correction."""
    files = Parcours.objects.visible_to(actor)
    acts = ParcoursEvent.objects.visible_to(actor).filter(
        parcours__in=files, correction__isnull=True
    )
    others = acts.exclude(actor_user_id=actor.user_id)
    return with_authors(others).select_related("parcours__household")


def changes_since(*, actor: Actor, since: datetime, acts: Mapping[str, str]) -> Changes:
    new = changes_for(actor).filter(recorded_at__gt=since).order_by("-recorded_at", "-pk")
    found = list(new[: SHOWN + 1])
    return Changes(rows=told(found[:SHOWN], reader=actor, acts=acts), has_more=len(found) > SHOWN)


def told_with_people(
    events: Sequence[Any], *, reader: Actor, acts: Mapping[str, str]
) -> list[Change]:
    changes = told(events, reader=reader, acts=acts)
    prefetch_people([change.parcours for change in changes])
    return changes


def told(events: Sequence[Any], *, reader: Actor, acts: Mapping[str, str]) -> list[Change]:
    """``acts`` says how each kind of act is told; why is for the file to say.

    The people of their households are for the caller to prefetch.
    """
    return [
        Change(
            parcours=event.parcours,
            at=event.recorded_at,
            title=title_of(event, acts, {}, reader=reader),
            who=who_did(event),
        )
        for event in events
    ]

"""What waits for an organisation, and what it waits for from others."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Window, prefetch_related_objects

from candidates.enums import Whose
from candidates.models import Parcours, SupportingDocument
from candidates.models.life import urgent_q
from candidates.models.parcours import ParcoursQuerySet
from candidates.selectors.awaited import with_awaited
from candidates.selectors.changes import Changes, changes_since
from candidates.selectors.conversation import unread_files
from candidates.selectors.cover import Cover, covered_files, covers_of
from candidates.selectors.household import prefetch_people
from candidates.selectors.news import AwaitedNews, awaited_news
from candidates.selectors.reached import undelivered_on
from candidates.selectors.reminders import last_reminder
from operators.actors import Actor


# Enough for a day's work; the list shows them all.
SHOWN = 50
SHOWN_OF_OTHERS = 10


@dataclass(frozen=True, slots=True)
class ToDo:
    """``late`` and the others are counts of exactly the rows behind their links."""

    rows: list[Parcours]
    total: int
    late: int
    elsewhere: int
    papers_ending: int
    unread: int
    set_aside: int
    others: list[Parcours]
    news: list[AwaitedNews]
    changes: Changes
    covers: list[Cover]


def in_list(files: ParcoursQuerySet) -> QuerySet[Any]:
    """With ``is_urgent``: the household has lost its lodging."""
    return files.for_list().annotate(is_urgent=urgent_q())


def to_do(
    *,
    actor: Actor,
    since: datetime,
    today: date,
    acts: Mapping[str, str],
    whose: Whose = Whose.ALL,
) -> ToDo:
    """Households without a roof first; then by due date, and by how long it has waited.

    What changed is told ``since`` the last visit; ``acts`` says how each kind of act is told. What
    is set aside, changed or covered is that of the organisation, ``whose`` ever files are asked for.
    """
    every = Parcours.objects.visible_to(actor)
    files = every
    if whose == Whose.MINE:
        files = every.of_worker_or_nobody(actor.user_id, actor.organisation_id)
    waiting = files.waiting_for(actor.organisation_id, today)
    mine = in_list(with_awaited(waiting, today)).annotate(
        total=Window(Count("pk")),
        late=Window(Count("pk", filter=Q(due_on__lt=today))),
        undelivered_on=undelivered_on(),
    )
    elsewhere = in_list(files.elsewhere(actor.organisation_id, today)).annotate(
        total=Window(Count("pk")), reminded_at=last_reminder()
    )
    rows = _first(mine.order_by("-is_urgent", "due_on", "stage_since", "pk"), SHOWN)
    others = _first(elsewhere.order_by("due_on", "stage_since", "pk"), SHOWN_OF_OTHERS)
    news = awaited_news(actor=actor, today=today)
    changes = changes_since(actor=actor, since=since, acts=acts)
    counts = _beside(every, files, actor, today)
    prefetch_related_objects([*rows, *others], "accesses")
    prefetch_people(
        [*rows, *others, *(one.parcours for one in news), *(one.parcours for one in changes.rows)]
    )
    return ToDo(
        rows=rows,
        total=rows[0].total if rows else 0,
        late=rows[0].late if rows else 0,
        elsewhere=others[0].total if others else 0,
        papers_ending=counts["papers_ending"],
        unread=counts["unread"],
        set_aside=counts["set_aside"],
        others=others,
        news=news,
        changes=changes,
        covers=covers_of(actor, today) if counts["covered"] else [],
    )


def _beside(
    every: ParcoursQuerySet, files: ParcoursQuerySet, actor: Actor, today: date
) -> Mapping[str, int]:
    """How many are behind each link, in one query; ``papers_ending`` and ``unread`` are those of the
    list's filters: those of ``files`` with a paper that ends soon, or with an unread message."""
    ending = SupportingDocument.objects.ending_soon(today).filter(parcours=OuterRef("pk"))
    aside = every.set_aside_by(actor.organisation_id, today)
    covered = covered_files(every, actor, today)
    unread = unread_files(actor)
    return every.aggregate(
        papers_ending=Count("pk", filter=Q(Exists(ending), pk__in=files.open().values("pk"))),
        unread=Count("pk", filter=Q(Exists(unread), pk__in=files.values("pk"))),
        set_aside=Count("pk", filter=Q(pk__in=aside)),
        covered=Count("pk", filter=Q(pk__in=covered)),
    )


def _first(files: QuerySet[Any], number: int) -> list[Any]:
    """Without what lists prefetch: it is read once for all of them."""
    return list(files.prefetch_related(None)[:number])

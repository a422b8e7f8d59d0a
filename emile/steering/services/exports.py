"""An export is asked for, made at once or by a worker, kept for a few days, erased."""

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from urllib.parse import parse_qsl

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from candidates.exports import (
    PERSONS_WITHOUT_REASON,
    households_table,
    people_in,
)
from candidates.filters import ParcoursFilter
from candidates.models import Household, Parcours
from candidates.models.parcours import ParcoursQuerySet
from candidates.policies import FILE_KINDS
from candidates.selectors.lists import shelf_of
from emile.core.context import database_context, system
from emile.core.errors import DomainError
from emile.core.exports import ExportFormat, Table, Value, written
from emile.core.models import PENDING, ProducedState
from emile.core.producing import LEASE, Clock, claim, fail, finish
from emile.core.workers import call_worker
from emile.steering.models import Export, Exported, ExportFile
from operators.actors import Actor
from operators.enums import OrganisationKind
from operators.models import Membership
from operators.policies import can_export


# The entrance that makes it: above services, hence by its name.
CARRY_ON = "emile.steering.jobs.carry_on_export"
PURPOSE = "exports"
KEPT = timedelta(days=3)
LEFT_OUT = (
    "Sans eux",
    "les ménages qui ne doivent pas être retrouvés, car un filtre dirait où ils sont",
)
# How often the page that waits learns how far it is.
STEP = 1000


class ReasonNeeded(DomainError):
    def __init__(self) -> None:
        why = f"Dites à quoi il servira\u00a0: la liste compte plus de {PERSONS_WITHOUT_REASON} personnes."
        super().__init__(why, code="reason_needed")


def check_right(actor: Actor) -> None:
    """Raises PermissionDenied."""
    if actor.kind not in FILE_KINDS or not can_export(actor):
        raise PermissionDenied(
            "Exporter une liste est réservé aux responsables de l’organisation et à la coordination."
        )


def list_filters(actor: Actor, query: str, now: datetime) -> ParcoursFilter:
    """Those of the list of households, at the address that holds this query."""
    return ParcoursFilter(
        dict(parse_qsl(query)),
        queryset=Parcours.objects.visible_to(actor),
        actor=actor,
        today=timezone.localdate(now),
    )


def told(filters: ParcoursFilter) -> list[tuple[str, str]]:
    """In words, without whom somebody was looked for by."""
    words = filters.in_words
    if filters.references:
        words.append(("Références", ", ".join(filters.references)))
    elif filters.looks_for_somebody:
        words.append(("Recherche", "un nom, un numéro ou une date"))
    if filters.says_where:
        words.append(LEFT_OUT)
    return words


def exported_files(filters: ParcoursFilter) -> ParcoursQuerySet:
    """The rows of the screen, without those whose very presence would tell where they are."""
    files: ParcoursQuerySet = filters.qs
    return files.exclude(household__in=Household.objects.hidden()) if filters.says_where else files


def needs_reason(filters: ParcoursFilter) -> bool:
    people = people_in(exported_files(filters), filters.today, most=PERSONS_WITHOUT_REASON + 1)
    return people > PERSONS_WITHOUT_REASON


@transaction.atomic
def ask_export(
    *, actor: Actor, query: str, as_format: ExportFormat, reason: str, now: datetime
) -> Export:
    """Made before it returns when it is short; a worker makes the others. Raises ReasonNeeded."""
    check_right(actor)
    filters = list_filters(actor, query, now)
    if not reason and needs_reason(filters):
        raise ReasonNeeded
    export = Export(
        what=Exported.HOUSEHOLDS,
        asked_by_id=actor.user_id,
        organisation_id=actor.organisation_id,
        role=actor.kind,
        query=filters.query(),
        filters=told(filters),
        format=as_format,
        reason=reason,
        asked_at=now,
        expected=exported_files(filters).count(),
    )
    export.full_clean()
    export.save()
    if export.expected <= settings.EXPORT_ROWS_IN_A_PAGE:
        content, count = _make(_table(export, actor, now), export)
        with database_context(system(PURPOSE)):
            _keep(export, content, count, timezone.localdate(now))
    else:
        transaction.on_commit(partial(nudge, export.pk), robust=True)
    return export


def note_figures(
    *,
    actor: Actor,
    filters: Sequence[tuple[str, str]],
    row_count: int,
    as_format: ExportFormat,
    now: datetime,
) -> None:
    """A line of the log: figures are handed over at once, and no file is kept."""
    Export.objects.create(
        what=Exported.FIGURES,
        asked_by_id=actor.user_id,
        organisation_id=actor.organisation_id,
        role=actor.kind,
        filters=list(filters),
        format=as_format,
        state=ProducedState.ERASED,
        asked_at=now,
        expected=row_count,
        row_count=row_count,
    )


def nudge(export_id: int) -> None:
    call_worker(CARRY_ON, export_id=export_id)


def carry_on(*, export_id: int, clock: Clock) -> None:
    """Make it. Safe to run twice: the second finds it leased, or over."""
    with database_context(system(PURPOSE)):
        export = claim(Export.objects.all(), export_id, clock())
        if export is None:
            return
        actor = author_of(export)
        if actor is None:
            fail(export, query="")
            return
        with database_context(actor.database_context):
            table = _table(export, actor, clock())
            step = partial(_advance, export, clock=clock)
            content, count = _make(replace(table, rows=_counted(table.rows, step)), export)
        _keep(export, content, count, timezone.localdate(clock()))


@transaction.atomic
def author_of(export: Export) -> Actor | None:
    """As their membership stands now; None when it opens this export no more."""
    known = Membership.objects.active().filter(
        user=export.asked_by_id, organisation=export.organisation_id
    )
    membership = known.select_related("organisation").first()
    kind = OrganisationKind(export.role)
    if membership is None or kind not in membership.organisation.hats:
        return None
    actor = membership.as_actor(kind)
    return actor if can_export(actor) else None


def _table(export: Export, actor: Actor, now: datetime) -> Table:
    with transaction.atomic():
        files = exported_files(list_filters(actor, export.query, now))
        columns = shelf_of(actor).columns
    filters = [(label, value) for label, value in export.filters]
    return households_table(files, actor=actor, columns=columns, filters=filters, now=now)


def _make(table: Table, export: Export) -> tuple[bytes, int]:
    out = io.BytesIO()
    count = written(table, ExportFormat(export.format), out)
    return out.getvalue(), count


def _counted(
    rows: Iterable[Sequence[Value]], step: Callable[[int], None]
) -> Iterator[Sequence[Value]]:
    for place, row in enumerate(rows, start=1):
        yield row
        if not place % STEP:
            step(place)


def _advance(export: Export, count: int, *, clock: Clock) -> None:
    """Say how far it is, and keep it in hand."""
    with database_context(system(PURPOSE)), transaction.atomic():
        mine = Export.objects.filter(pk=export.pk, attempts=export.attempts, state__in=PENDING)
        mine.update(row_count=count, leased_until=clock() + LEASE)


@transaction.atomic
def _keep(export: Export, content: bytes, count: int, today: date) -> None:
    if finish(export, row_count=count, kept_until=today + KEPT, query=""):
        ExportFile.objects.create(export=export, content=content)


def erase_exports(*, today: date) -> int:
    """Those whose time is over: the log stays, the bytes go."""
    with database_context(system(PURPOSE)), transaction.atomic():
        over = Export.objects.to_erase(today).select_for_update().order_by("pk")
        export_ids = list(over.values_list("pk", flat=True))
        ExportFile.objects.filter(export__in=export_ids).delete()
        return Export.objects.filter(pk__in=export_ids).update(state=ProducedState.ERASED)

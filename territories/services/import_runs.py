"""The long part of an import: check every line, or write them, by chunks that are kept."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from emile.core.context import database_context, system
from emile.core.copying import copy_values
from emile.core.errors import DomainError
from operators.actors import Actor
from operators.enums import OrganisationKind
from territories import policies
from territories.enums import ImportStatus, LineState, OfferKind, Origin
from territories.imports.columns import IDENTIFIER
from territories.imports.rows import Detail, Reader, ReaderMaker, ReadRow
from territories.imports.tables import Table, unpack
from territories.models import ImportedFile, ImportLine, OfferImport, Territory
from territories.selectors.directories import directories_of
from territories.services.brought import Namespace, Planned, count, lock_names, plan, write


CHUNK = 2_000
LEASE = timedelta(minutes=3)
MOST_ATTEMPTS = 5
NEXT = {ImportStatus.CHECKING: ImportStatus.CHECKED, ImportStatus.RUNNING: ImportStatus.DONE}
GAVE_UP = (
    "Une erreur technique l’a interrompu. Ce qui est fait est fait, rien ne l’est à moitié\u00a0: "
    "reprenez-le."
)
Clock = Callable[[], datetime]


class LeaseLost(Exception):
    """Somebody else is at it, or somebody has changed their mind."""


class RefusedWhole(DomainError):
    """All or nothing was asked for, and a line is refused."""

    def __init__(self, number: int) -> None:
        super().__init__(
            f"La ligne {number} est refusée\u00a0: rien n’a été importé, comme demandé.",
            code="whole",
        )


def carry_on(*, import_id: int, make_reader: ReaderMaker, clock: Clock) -> None:
    """Go on where it is, until its end. Safe to run twice: the second finds it leased, or over.

    A worker that dies leaves whole chunks, and the place of the next one.
    """
    with database_context(system("imports d’offres")):
        imported = _claim(import_id, clock())
        if imported is None:
            return
        actor = Actor(
            imported.author_id or 0,
            imported.organisation_id or 0,
            OrganisationKind(imported.author_kind),
        )
        with database_context(actor.database_context):
            try:
                _run(imported, actor, make_reader, clock)
            except LeaseLost:
                return
            except DomainError as refusal:
                _stop(imported, str(refusal))


@transaction.atomic
def _claim(import_id: int, now: datetime) -> OfferImport | None:
    rows = OfferImport.objects.left_aside(now).select_for_update(of=("self",), skip_locked=True)
    imported = rows.filter(pk=import_id).first()
    if imported is None:
        return None
    imported.attempts += 1
    if imported.attempts > MOST_ATTEMPTS:
        _stop(imported, GAVE_UP)
        return None
    imported.leased_until = now + LEASE
    imported.save(update_fields=["attempts", "leased_until"])
    return imported


def _run(imported: OfferImport, actor: Actor, make_reader: ReaderMaker, clock: Clock) -> None:
    kind, on = OfferKind(imported.kind), timezone.localdate(clock())
    known = directories_of(kind, _territories(imported, actor, on))
    reader = make_reader(kind, known, on)
    namespace = Namespace(Origin.FILE, kind, imported.organisation_id)
    table = unpack(bytes(ImportedFile.objects.get(owner=imported).rows))
    is_writing = imported.status == ImportStatus.RUNNING
    with _together(is_whole=is_writing and imported.is_all_or_nothing):
        for rows in _chunks(_read(table, imported.columns, reader), imported.done_count):
            now = clock()
            with transaction.atomic():
                held = _hold(imported, now)
                lock_names(namespace)
                planned = plan(
                    rows, namespace=namespace, known=known, on=on, for_writing=is_writing
                )
                if is_writing:
                    _refuse_whole(held, planned)
                    write(
                        planned,
                        namespace=namespace,
                        actor=actor,
                        on=on,
                        now=now,
                        payload={"import": imported.pk},
                    )
                record(held, planned)
    _finish(imported, clock())


def _together(*, is_whole: bool) -> AbstractContextManager[object]:
    return transaction.atomic() if is_whole else nullcontext()


def _territories(imported: OfferImport, actor: Actor, on: date) -> list[Territory]:
    """Those of the import that the actor keeps that day: a mandate may have ended meanwhile."""
    kept = Territory.objects.kept_by(actor, on)
    if imported.territory_id is None:
        return list(kept.taking_part_on(on).order_by("name", "pk"))
    found = list(kept.filter(pk=imported.territory_id).order_by("pk"))
    if not found:
        raise DomainError(policies.WHO_KEEPS, code="permission")
    return found


def _read(table: Table, columns: Mapping[str, str], reader: Reader) -> Iterator[ReadRow]:
    """Every line; one that repeats a reference is refused, whichever chunk the first is in."""
    places = {name: table.headers.index(title) for name, title in columns.items()}
    width = len(table.headers)
    seen: dict[str, int] = {}
    for number, cells in table.rows:
        row = reader(
            number,
            "".join(cells[width:]),
            {name: cells[place] for name, place in places.items()},
        )
        first = seen.setdefault(row.identifier, number)
        yield row if first == number else _repeated(row, first, has_name=IDENTIFIER in places)


def _repeated(row: ReadRow, first: int, *, has_name: bool) -> ReadRow:
    said: Detail = (
        ("Référence", f"Déjà lue à la ligne {first}.")
        if has_name
        else ("Ligne", f"La même que la ligne {first}.")
    )
    return ReadRow(row.number, row.identifier, faults=[said])


def _chunks(rows: Iterator[ReadRow], done: int) -> Iterator[list[ReadRow]]:
    chunk: list[ReadRow] = []
    for place, row in enumerate(rows):
        if place < done:
            continue
        chunk.append(row)
        if len(chunk) == CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _hold(imported: OfferImport, now: datetime) -> OfferImport:
    """Its row, until the chunk is kept; another status or another lease means another worker."""
    held = OfferImport.objects.select_for_update(of=("self",)).get(pk=imported.pk)
    if held.status != imported.status or held.attempts != imported.attempts:
        raise LeaseLost
    held.leased_until = now + LEASE
    return held


def _refuse_whole(held: OfferImport, planned: Sequence[Planned]) -> None:
    refused = next((line for line in planned if line.state == LineState.REFUSED), None)
    if held.is_all_or_nothing and refused:
        raise RefusedWhole(refused.row.number)


def record(held: OfferImport, planned: Sequence[Planned], *, tells_unchanged: bool = True) -> None:
    """The report of a chunk, in its transaction."""
    for state, how_many in count(planned).items():
        name = f"{state}_count"
        setattr(held, name, getattr(held, name) + how_many)
    held.done_count += len(planned)
    held.save()
    copy_values(
        ImportLine,
        [
            {
                "owner_id": held.pk,
                "number": line.row.number,
                "state": line.state,
                "identifier": line.row.identifier,
                "details": line.details,
                "offer_id": line.offer.pk if line.offer else None,
            }
            for line in planned
            if tells_unchanged or line.state != LineState.UNCHANGED
        ],
    )


@transaction.atomic
def _finish(imported: OfferImport, now: datetime) -> None:
    held = _hold(imported, now)
    held.status, held.leased_until = NEXT[ImportStatus(held.status)], None
    if held.status == ImportStatus.DONE:
        held.ended_at = now
        ImportedFile.objects.filter(owner=held).delete()
    held.save()


@transaction.atomic
def _stop(imported: OfferImport, why: str) -> None:
    """A check that fails leads back to the columns; an import waits to be resumed."""
    is_writing = imported.status == ImportStatus.RUNNING
    OfferImport.objects.filter(pk=imported.pk, status=imported.status).update(
        status=ImportStatus.STOPPED if is_writing else ImportStatus.UPLOADED,
        message=why,
        leased_until=None,
    )

"""An import, from the file to the word « terminé »; what is long is left to a worker."""

import hashlib
from collections.abc import Mapping
from datetime import date, datetime
from functools import partial

from django.db import transaction

from emile.core.errors import DomainError
from emile.core.workers import call_worker
from operators.actors import Actor
from territories import policies
from territories.enums import ImportStatus, OfferKind, Origin
from territories.imports.columns import COLUMNS, lacking
from territories.imports.tables import Table, pack, shape_of
from territories.models import ColumnMapping, ImportedFile, OfferImport, Territory


# The entrance that carries imports on: above services, hence by its name.
CARRY_ON = "territories.jobs.carry_on_import"
# From where each is possible, and what it leads to.
STEPS: Mapping[str, tuple[tuple[ImportStatus, ...], ImportStatus]] = {
    "match": ((ImportStatus.UPLOADED, ImportStatus.CHECKED), ImportStatus.CHECKING),
    "confirm": ((ImportStatus.CHECKED,), ImportStatus.RUNNING),
    "resume": ((ImportStatus.STOPPED,), ImportStatus.RUNNING),
    "abandon": (
        (ImportStatus.UPLOADED, ImportStatus.CHECKED, ImportStatus.STOPPED),
        ImportStatus.ABANDONED,
    ),
}


@transaction.atomic
def upload_file(
    *,
    actor: Actor,
    kind: OfferKind,
    territory: Territory | None,
    name: str,
    content: bytes,
    table: Table,
    on: date,
    now: datetime,
) -> OfferImport:
    """Keep a file that could be read. Raises DomainError for a board that is not the actor's."""
    if territory and not policies.keeps_board_of(actor, territory, on):
        raise DomainError(policies.WHO_KEEPS, code="permission")
    imported = OfferImport(
        source=Origin.FILE,
        kind=kind,
        territory=territory,
        organisation_id=actor.organisation_id,
        author_id=actor.user_id,
        author_kind=actor.kind.value,
        file_name=name[:200],
        checksum=hashlib.sha256(content).hexdigest(),
        headers=list(table.headers),
        row_count=len(table.rows),
        created_at=now,
    )
    imported.full_clean()
    imported.save()
    ImportedFile.objects.create(owner=imported, rows=pack(table))
    return imported


@transaction.atomic
def match_columns(
    *,
    actor: Actor,
    imported: OfferImport,
    columns: Mapping[str, str],
    is_all_or_nothing: bool,
    now: datetime,
) -> OfferImport:
    """Say where each of our columns is read, remember it, and have every line checked."""
    if missing := lacking(OfferKind(imported.kind), columns):
        raise DomainError(f"Reliez aussi\u00a0: {', '.join(missing)}.", code="lacking")
    held = _step("match", imported, actor, now)
    known = {column.name for column in COLUMNS[imported.kind]}
    held.columns = {name: title for name, title in columns.items() if title and name in known}
    held.is_all_or_nothing = is_all_or_nothing
    _start_over(held)
    held.save()
    ColumnMapping.objects.update_or_create(
        organisation_id=actor.organisation_id,
        kind=imported.kind,
        shape=shape_of(imported.headers),
        defaults={"columns": held.columns},
    )
    return held


@transaction.atomic
def move_import(*, actor: Actor, imported: OfferImport, step: str, now: datetime) -> OfferImport:
    """« confirm », « resume » or « abandon » it. Raises DomainError when it has gone further."""
    held = _step(step, imported, actor, now)
    match step:
        case "confirm":
            if held.is_all_or_nothing and held.refused_count:
                raise DomainError(
                    "Vous avez demandé tout ou rien, et des lignes sont refusées\u00a0: corrigez le "
                    "fichier, ou reliez ses colonnes sans cette condition.",
                    code="refused",
                )
            if not held.valid_count:
                raise DomainError("Aucune ligne de ce fichier n’est valable.", code="refused")
            _start_over(held)
        case "resume":
            held.message = ""
        case "abandon":
            held.ended_at = now
            ImportedFile.objects.filter(owner=held).delete()
    held.save()
    return held


def _step(name: str, imported: OfferImport, actor: Actor, now: datetime) -> OfferImport:
    """The row, held and moved in memory; a worker is called when the step leaves it something."""
    if not policies.moves_import(actor, imported):
        raise DomainError(policies.WHO_MOVES_IMPORT, code="permission")
    sources, target = STEPS[name]
    held = OfferImport.objects.select_for_update(of=("self",)).get(pk=imported.pk)
    if held.status not in sources:
        raise DomainError(
            "Cet import a avancé depuis que vous avez ouvert la page\u00a0: voici où il en est.",
            code="state",
        )
    held.status, held.attempts, held.leased_until = target, 0, None
    if held.is_working:
        held.started_at = held.started_at or now
        transaction.on_commit(partial(nudge, held.pk), robust=True)
    return held


def _start_over(held: OfferImport) -> None:
    held.lines.all().delete()
    held.done_count = 0
    held.new_count = held.changed_count = held.unchanged_count = held.refused_count = 0
    held.message = ""


def nudge(import_id: int) -> None:
    call_worker(CARRY_ON, import_id=import_id)

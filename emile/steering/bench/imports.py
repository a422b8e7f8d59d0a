"""How long a file of offers takes: to read, to check, to write, to bring again."""

import csv
import io
import resource
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from django.utils import timezone

from emile.core.context import database_context
from emile.steering.demo.casting import make_cast
from operators.actors import Actor
from territories.enums import OfferKind
from territories.imports.columns import guess
from territories.imports.tables import read_table
from territories.jobs import carry_on_import
from territories.models import Commune, Occupation, OfferImport, Territory
from territories.services.imports import match_columns, move_import, upload_file


TITLES = (
    *("Référence", "Commune", "Code ROME", "Intitulé", "Contrat", "Heures par semaine"),
    *("Permis demandé", "Salaire net mensuel", "Postes", "Employeur", "Précisions"),
)
CONTRACTS = ("CDI", "CDD de plus de 6 mois", "Alternance", "CDDI ou contrat aidé")
# Of what is brought a second time, one line in so many has changed.
ONE_CHANGED_IN = 10


@dataclass(frozen=True, slots=True)
class Phase:
    """``cpu_seconds`` are those of this process; PostgreSQL has its own."""

    name: str
    rows: int
    new: int
    changed: int
    unchanged: int
    refused: int
    seconds: float
    cpu_seconds: float


@dataclass(frozen=True, slots=True)
class Report:
    phases: list[Phase]
    peak_mb: float

    @property
    def document(self) -> dict[str, Any]:
        return asdict(self)


def measure_imports(rows: int, *, tell: Callable[[str], object]) -> Report:
    """The first file, the same again, then with one line in ten that has changed."""
    actor = make_cast(timezone.now(), with_teams=False).coordinator
    phases: list[Phase] = []
    for name, salary in (("premier", 1500), ("le même", 1500), ("un dixième changé", 1600)):
        content = _file(rows, salary)
        for phase in _bring(actor, name, content):
            phases.append(phase)
            tell(f"{phase.name}\u00a0: {phase.seconds} s")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Report(phases, round(peak, 1))


def _file(rows: int, salary: int) -> bytes:
    """Jobs in every commune of every territory; the salary is that of one line in ten."""
    hosts = Territory.objects.taking_part_on(timezone.localdate())
    communes = Commune.objects.filter(territories__in=hosts).order_by("code").distinct()
    codes = list(communes.values_list("code", flat=True))
    occupations = list(
        Occupation.objects.filter(is_current=True).order_by("code").values_list("code", flat=True)
    )
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    writer.writerow(TITLES)
    for number in range(rows):
        writer.writerow(
            [
                f"B-{number:06}",
                codes[number % len(codes)],
                occupations[number % len(occupations)],
                f"Poste {number}",
                CONTRACTS[number % len(CONTRACTS)],
                "35",
                "B" if number % 3 else "",
                salary if number % ONE_CHANGED_IN == 0 else 1450,
                1 + number % 4,
                f"Entreprise {number % 997}",
                "Texte d’exemple, de la longueur d’une phrase.",
            ]
        )
    return out.getvalue().encode()


def _bring(actor: Actor, name: str, content: bytes) -> Iterator[Phase]:
    since = _clock()
    table = read_table(content)
    with database_context(actor.database_context):
        now = timezone.now()
        imported = upload_file(
            actor=actor,
            kind=OfferKind.JOB,
            territory=None,
            name=f"{name}.csv",
            content=content,
            table=table,
            on=timezone.localdate(now),
            now=now,
        )
        yield _phase(f"{name}, lecture", imported, since)
        columns = guess(OfferKind.JOB, table.headers)
        since = _clock()
        match_columns(
            actor=actor, imported=imported, columns=columns, is_all_or_nothing=False, now=now
        )
        yield _worked_on(f"{name}, vérification", imported, since)
        since = _clock()
        move_import(actor=actor, imported=imported, step="confirm", now=now)
        yield _worked_on(f"{name}, import", imported, since)


def _worked_on(name: str, imported: OfferImport, since: tuple[float, float]) -> Phase:
    carry_on_import(import_id=imported.pk)
    imported.refresh_from_db()
    return _phase(name, imported, since)


def _clock() -> tuple[float, float]:
    return time.perf_counter(), time.process_time()


def _phase(name: str, imported: OfferImport, since: tuple[float, float]) -> Phase:
    wall, cpu = _clock()
    return Phase(
        name=name,
        rows=imported.row_count,
        new=imported.new_count,
        changed=imported.changed_count,
        unchanged=imported.unchanged_count,
        refused=imported.refused_count,
        seconds=round(wall - since[0], 2),
        cpu_seconds=round(cpu - since[1], 2),
    )


def as_table(report: Report) -> str:
    head = f"{'phase':<34}{'lignes':>8}{'neuves':>8}{'chang.':>8}{'refus.':>8}{'s':>8}{'cpu':>8}"
    lines = [
        f"{one.name:<34}{one.rows:>8}{one.new:>8}{one.changed:>8}{one.refused:>8}"
        f"{one.seconds:>8}{one.cpu_seconds:>8}"
        for one in report.phases
    ]
    return "\n".join([head, *lines, f"{report.peak_mb} Mo au plus"])

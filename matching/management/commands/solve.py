"""Solve a public instance, to compare with what others have found."""

import json as documents
import time
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from emile.core.interruption import stopped_in_a_sentence
from matching.engine.formats import FORMATS, read_problem
from matching.engine.instance import EngineError
from matching.engine.solve import solve


LARGEST_FILE = 200_000_000


class Command(BaseCommand):
    help = "Résout une instance publique d’affectation et dit à quelle distance de l’optimum."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="le fichier de l’instance")
        parser.add_argument("--format", choices=FORMATS, required=True)
        way = parser.add_mutually_exclusive_group()
        way.add_argument("--maximise", action="store_true", help="placement\u00a0: toujours")
        way.add_argument("--minimise", action="store_true", help="par défaut pour orlib-*")
        parser.add_argument("--gap", type=float, default=0.0, help="écart relatif demandé (0)")
        parser.add_argument(
            "--proof-seconds", type=float, default=300.0, help="limite de la preuve"
        )
        parser.add_argument("--json", action="store_true", help="un document sur la sortie")

    def handle(
        self,
        *,
        file: Path,
        format: str,  # noqa: A002
        maximise: bool,
        minimise: bool,
        gap: float,
        proof_seconds: float,
        json: bool,
        **options: Any,
    ) -> None:
        maximise = maximise or (format == "placement" and not minimise)
        try:
            with stopped_in_a_sentence():
                problem = read_problem(read_text(file), format, maximise=maximise)
                since = time.perf_counter()
                solution = solve(problem.instance, gap=gap, proof_seconds=proof_seconds)
                problem.check(solution)
        except EngineError as error:
            raise CommandError(str(error)) from None
        value, bound = problem.value_of(solution.objective), problem.value_of(solution.bound)
        document = {
            "value": number(value),
            "bound": number(bound),
            "gap": abs(bound - value) / abs(value) if value else abs(bound - value),
            "seconds": round(time.perf_counter() - since, 3),
        }
        if json:
            self.stdout.write(documents.dumps(document))
            return
        self.stdout.write(
            f"Valeur\u00a0: {document['value']}\nBorne\u00a0: {document['bound']}\n"
            f"Écart\u00a0: {document['gap']:.3%}\nSecondes\u00a0: {document['seconds']}"
        )


def read_text(file: Path) -> str:
    try:
        if file.stat().st_size > LARGEST_FILE:
            raise EngineError("Le fichier dépasse 200\u00a0Mo.")
        return file.read_text(encoding="utf-8")
    except OSError as error:
        raise EngineError(f"Le fichier {file} ne s’ouvre pas\u00a0: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise EngineError("Le fichier n’est pas du texte en UTF-8.") from None


def number(value: float) -> int | float:
    return int(value) if float(value).is_integer() else round(value, 6)

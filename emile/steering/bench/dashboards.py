"""What « Pilotage » costs, and how fast the journal is counted again from its first act."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from time import perf_counter
from typing import Any

from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone

from emile.core.context import database_context
from emile.steering.bench.database import OWNER, connected_to
from emile.steering.bench.measure import Report, measure
from emile.steering.bench.pages import Page, signed_in
from emile.steering.bench.server import Client, server
from emile.steering.selectors.dashboard import sections_of
from emile.steering.selectors.lens import lens_of
from emile.steering.services.figures import rebuild
from operators.actors import Actor
from operators.enums import OrganisationKind


LOOKERS = {
    OrganisationKind.NATIONAL: "national@demo.emile.example",
    OrganisationKind.COORDINATOR: "coordination@demo.emile.example",
}
# One that everyone who settled counts in, and one that every file does.
FIGURES = ("settled", "oriented")


@dataclass(frozen=True, slots=True)
class DashboardReport:
    """``seconds`` are those that counting ``files`` files again took."""

    report: Report
    files: int
    seconds: float

    @property
    def rate(self) -> float:
        return round(self.files / self.seconds, 1)

    @property
    def document(self) -> dict[str, Any]:
        rebuilt = {"files": self.files, "seconds": self.seconds, "per_second": self.rate}
        return {**self.report.document, "rebuild": rebuilt}


def measure_dashboards(
    variables: Mapping[str, str], *, requests: int, tell: Callable[[str], object]
) -> DashboardReport:
    """Expects to be connected to the base of ``variables``."""
    start = perf_counter()
    files = rebuild(now=timezone.now())
    seconds = round(perf_counter() - start, 1)
    tell(f"{files} dossiers comptés en {seconds} s")
    with connected_to(variables[OWNER]), connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        cursor.execute("VACUUM ANALYZE")
    with server(variables) as port:
        report = measure(partial(Client, port), pages(), requests=requests, tell=tell)
    return DashboardReport(report, files, seconds)


@transaction.atomic
def pages() -> list[Page]:
    found = []
    for role, email in LOOKERS.items():
        actor, cookie = signed_in(role, email)
        with database_context(actor.database_context):
            found += [Page(name, role.value, path, cookie) for name, path in _paths(actor)]
    return found


def _paths(actor: Actor) -> Iterator[tuple[str, str]]:
    for section in sections_of(lens_of(actor)):
        if section.slug:
            yield section.slug, reverse("steering:dashboard_section", args=[section.slug])
        else:
            yield "essentiel", reverse("steering:dashboard")
    for code in FIGURES:
        yield f"figure_{code}", reverse("steering:figure", args=[code])
    yield "file", reverse("steering:figures_file")
    today = timezone.localdate()
    yield "as_of", f"{reverse('steering:dashboard')}?as_of={today.replace(day=1)}"

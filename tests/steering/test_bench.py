"""The bench: copies that are files like the others, and figures that say what they measure."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.db.models import F
from django.utils import timezone

from candidates.models import Household, Parcours, ParcoursEvent
from candidates.reference import normalise
from emile.core.context import database_context, system
from emile.steering.bench import dashboards
from emile.steering.bench.clone import multiply_files
from emile.steering.bench.measure import BARE, Report, measure
from emile.steering.bench.offers import multiply_offers
from emile.steering.bench.pages import Page, pages
from emile.steering.bench.server import Answer
from emile.steering.management.commands.bench import as_document, as_table
from matching.models import Reach
from territories.enums import OfferKind
from territories.models import HousingOffer, Offer


SEEDED, CLONED, REQUESTS = 12, 60, 4


class Asked:
    """A client that answers like the server: the bare page in 10 ms, the others in 30."""

    def __init__(self, cookie: str) -> None:
        self.cpu = 0.0

    def get(self, path: str) -> Answer:
        self.cpu += 0.005
        return Answer(200, 0.01 if path == BARE else 0.03, 7, self.cpu)


@pytest.fixture
def cloned(db):
    call_command("seed_demo", households=SEEDED, stderr=StringIO())
    multiply_files(CLONED, today=timezone.localdate())


def test_the_copies_are_what_their_journal_says(cloned):
    call_command("rebuild_projections", check=True)

    with database_context(system("test")):
        assert Parcours.objects.count() == CLONED
        acts = ParcoursEvent.objects.count()
        original = ParcoursEvent.objects.filter(parcours__in=Parcours.objects.order_by("pk")[:12])
        assert acts == original.count() * CLONED // SEEDED
        references = list(Household.objects.values_list("reference", flat=True))
    assert len(set(references)) == CLONED
    assert all(normalise(reference) == reference for reference in references)


def test_offers_are_copied_into_every_commune_of_their_territory(cloned):
    multiply_offers(homes=300, jobs=400)

    homes, jobs = (Offer.objects.of_kind(kind) for kind in (OfferKind.HOME, OfferKind.JOB))
    assert (homes.count() > 200, jobs.count() > 300) == (True, True)
    assert HousingOffer.objects.count() == homes.count()
    outside = Offer.objects.exclude(territory__communes=F("commune"))
    assert outside.count() == 0
    assert Reach.objects.exists()


def test_each_page_opens_for_its_role(cloned, client):
    found = pages()

    assert {page.role for page in found} == {"coordinator", "prescriber", "upstream", "host"}
    for page in found:
        client.cookies.load(page.cookie)
        assert client.get(page.path).status_code == 200, page


def test_each_page_of_figures_opens_for_its_role(cloned, client):
    found = dashboards.pages()

    assert {page.role for page in found} == {"coordinator", "national"}
    assert {"essentiel", "territoires", "figure_settled", "file", "as_of"} <= {
        page.name for page in found
    }
    for page in found:
        client.cookies.load(page.cookie)
        assert client.get(page.path).status_code == 200, page


def test_the_document_of_figures_says_how_fast_they_are_counted_again():
    report = dashboards.DashboardReport(Report([], 10.0), files=1000, seconds=0.8)

    assert report.document == {
        "pages": [],
        "bare_ms": 10.0,
        "rebuild": {"files": 1000, "seconds": 0.8, "per_second": 1250.0},
    }


def test_the_document_has_its_shape():
    said: list[str] = []

    report = measure(
        Asked, [Page("list", "host", "/menages/", "")], requests=REQUESTS, tell=said.append
    )

    assert json.loads(as_document(report)) == {
        "pages": [
            {
                "name": "list",
                "role": "host",
                "p50_ms": 30.0,
                "p95_ms": 30.0,
                "cpu_ms": 5.0,
                "statements": 7,
                "ratio": 3.0,
            }
        ],
        "bare_ms": 10.0,
    }
    assert "list" in as_table(report)
    assert "30.0" in said[0]

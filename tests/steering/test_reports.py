"""Reports that people ask for: the figures of the page, for those who read them, once."""

import zipfile
from io import BytesIO
from uuid import uuid4
from xml.etree import ElementTree

import pytest
from dateutil.relativedelta import relativedelta
from django.urls import reverse
from django.utils import timezone

from emile.core.odt import KIND
from emile.steering.models import Report, Scope
from emile.steering.selectors.figures import figures
from emile.steering.selectors.lens import ACTIVITY, KEY_FIGURES
from emile.steering.selectors.report_page import frame_of, report_page
from emile.steering.services.figures import rebuild
from operators.enums import OrganisationKind
from operators.models import Organisation
from tests.factories import at_immersion, make_actor, make_report, orient
from tests.harness.pdf import Pdf


pytestmark = pytest.mark.django_db
URL = reverse("steering:reports")


@pytest.fixture
def files(prescriber, coordinator, upstream, host):
    orient(prescriber)
    at_immersion(prescriber, coordinator, upstream, host)
    rebuild(now=timezone.now())


@pytest.fixture
def national():
    return make_actor(OrganisationKind.NATIONAL)


@pytest.fixture
def state():
    actor = make_actor(OrganisationKind.STATE, name="DDETSPP du Cantal")
    Organisation.objects.filter(pk=actor.organisation_id).update(departement="15")
    return actor


def this_month():
    return f"{timezone.localdate():%Y-%m}"


def ask(browser, **asked):
    return browser.post(URL, {"once": str(uuid4()), **asked})


def ask_and_make(browser, **asked):
    assert ask(browser, **asked).status_code == 302
    return make_report(Report.objects.latest("pk"))


def words_of(report):
    return Pdf(bytes(report.content)).text.replace("\u00a0", " ").replace("\u202f", " ")


def test_every_figure_of_the_paper_is_that_of_the_page_on_that_day(signed_in, files, national):
    report = ask_and_make(signed_in(national), since=this_month(), until=this_month())

    assert report.scope == Scope.NATIONAL
    frame = frame_of(report, timezone.localdate(report.as_of))
    found = {(one.indicator.label, one.text) for one in figures(frame, frame.as_of)}
    page = report_page(report, report.as_of)
    printed = [row for part in page.parts for group in part.groups for row in group.rows]
    assert len(printed) > 30
    for label, value, *_ in [*page.rows, *printed]:
        assert (label, value) in found
    text = words_of(report)
    for label, value, *_ in page.rows:
        assert f"{label} {value}".replace("\u00a0", " ") in text
    assert len(page.rows) == len(KEY_FIGURES[Scope.NATIONAL])


def test_a_territory_is_shown_as_its_state_services_read_it(signed_in, files, coordinator):
    report = ask_and_make(
        signed_in(coordinator), since=this_month(), until=this_month(), territory="cantal"
    )

    page = report_page(report, report.as_of)
    assert len(page.rows) == len(ACTIVITY)
    assert not any(part.groups or part.tables or part.delays for part in page.parts)


def test_an_operator_has_its_own_and_reads_no_other(signed_in, files, host, national):
    mine = ask_and_make(signed_in(host), since=this_month(), until=this_month())
    assert (mine.scope, mine.organisation_id) == (Scope.HOST, host.organisation_id)
    other = make_actor(OrganisationKind.HOST, name="Autre accueil")

    assert signed_in(host).get(mine.get_absolute_url()).status_code == 200
    assert signed_in(national).get(mine.get_absolute_url()).status_code == 200
    assert signed_in(other).get(mine.get_absolute_url()).status_code == 404


def test_a_state_service_asks_for_its_territory_and_only_for_it(signed_in, files, state):
    report = ask_and_make(
        signed_in(state), territory="lozere", since=this_month(), until=this_month()
    )

    assert report.territory is not None
    assert report.territory.slug == "cantal"


def test_a_state_service_without_territory_is_told_what_to_do(signed_in):
    page = ask(signed_in(make_actor(OrganisationKind.STATE)))

    assert page.status_code == 422
    assert "Votre service n’a pas de territoire" in page.text
    assert not Report.objects.exists()


def test_the_note_is_a_text_to_reword(signed_in, files, state):
    report = ask_and_make(signed_in(state), since=this_month(), until=this_month())

    answer = signed_in(state).get(reverse("steering:report_note", args=[report.public_id]))
    archive = zipfile.ZipFile(BytesIO(answer.content))
    assert answer["Content-Type"] == KIND
    assert archive.infolist()[0].filename == "mimetype"
    assert archive.read("mimetype").decode() == KIND
    # What we have just written ourselves.
    parts = {
        name: ElementTree.fromstring(archive.read(name))  # noqa: S314
        for name in archive.namelist()[1:]
    }
    text = "".join(parts["content.xml"].itertext())
    page = report_page(report, report.as_of)
    for words in (
        *page.sentences,
        *page.local.advice,
        *(cell for row in page.rows for cell in row),
    ):
        assert words in text


def test_asked_twice_while_it_is_made_it_is_made_once(signed_in, national):
    browser = signed_in(national)
    ask(browser, since="2026-01", until="2026-03")
    ask(browser, since="2026-01", until="2026-03")
    ask(browser, since="2026-01", until="2026-04")

    assert Report.objects.count() == 2


def test_asked_again_later_it_is_another_one(signed_in, national):
    browser = signed_in(national)
    first = ask_and_make(browser, since="2026-01", until="2026-03")
    second = ask_and_make(browser, since="2026-01", until="2026-03")

    assert first.pk != second.pk
    assert first.is_ready


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"since": "2026-03", "until": "2026-01"}, "Ce mois précède celui du début."),
        ({"since": "10000000000-01"}, "Choisissez un mois de la liste."),
        ({"since": "\0"}, "Choisissez un mois de la liste."),
        ({"territory": "nulle-part"}, "Choisissez un territoire de la liste."),
        ({"since": "2018-01"}, "Choisissez un mois de la liste."),
    ],
)
def test_what_cannot_be_read_is_said_beside_its_field(signed_in, national, asked, said):
    page = ask(signed_in(national), **asked)

    assert page.status_code == 422
    assert said in page.text
    assert not Report.objects.exists()


def test_without_an_answer_it_is_last_month(signed_in, national):
    report = ask_and_make(signed_in(national))

    last = timezone.localdate().replace(day=1) - relativedelta(months=1)
    assert (report.first, report.last) == (last, last)

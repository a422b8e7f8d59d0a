"""The month of a territory for its State services: made once, archived, told of."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone

from emile.core.models import OutboxMessage, ProducedState
from emile.steering.models import Report
from emile.steering.services.figures import rebuild
from emile.steering.services.reports import ask_monthly_reports
from operators.enums import OrganisationKind
from operators.models import Organisation
from territories.models import Territory
from tests.factories import at_immersion, make_actor, make_home, make_report, print_month
from tests.harness.pdf import Pdf


pytestmark = pytest.mark.django_db
# The 1st is a Sunday and a public holiday.
FIRST_WORKING_DAY = date(2026, 11, 2)


def at(day):
    return datetime(day.year, day.month, day.day, 7, 15, tzinfo=ZoneInfo("Europe/Paris"))


def ask_on(day):
    return ask_monthly_reports(on=day, now=at(day))


def state_service(departement, email="ddetspp@exemple.test"):
    actor = make_actor(OrganisationKind.STATE, name=f"DDETSPP {departement}")
    mine = Organisation.objects.filter(pk=actor.organisation_id)
    mine.update(departement=departement, email=email)
    return actor


def archive(browser):
    return browser.get(reverse("steering:reports"))


def test_they_are_asked_for_on_the_first_working_day_and_once():
    assert ask_on(date(2026, 11, 1)) == 0
    asked = ask_on(FIRST_WORKING_DAY)

    assert asked == Territory.objects.taking_part_on(date(2026, 10, 31)).count() > 0
    assert ask_on(FIRST_WORKING_DAY) == ask_on(date(2026, 11, 3)) == asked
    assert Report.objects.count() == asked
    assert set(Report.objects.values_list("first", flat=True)) == {date(2026, 10, 1)}


def test_a_day_that_was_missed_is_made_up_for():
    assert ask_on(date(2026, 11, 20)) > 0


def test_one_that_failed_is_asked_for_again():
    ask_on(FIRST_WORKING_DAY)
    failed = Report.objects.order_by("pk")[:1]
    Report.objects.filter(pk__in=failed).update(state=ProducedState.FAILED, attempts=4)

    ask_on(date(2026, 11, 3))

    assert not Report.objects.filter(state=ProducedState.FAILED).exists()


def test_it_counts_without_a_name(prescriber, coordinator, upstream, host):
    at_immersion(prescriber, coordinator, upstream, host)
    make_home(host)
    rebuild(now=timezone.now())

    report = print_month("cantal", timezone.localdate().replace(day=1))
    pdf = Pdf(bytes(report.content))
    text = pdf.text.replace("\u00a0", " ")

    assert pdf.title.replace("\u00a0", " ").startswith("EMILE, Cantal : ")
    assert pdf.language == "fr"
    assert pdf.universal_part == "1"
    assert all(pdf.headed_cells)
    assert pdf.headed_cells != []
    assert "Ménages acceptés par un territoire : 1, 1 de plus qu’en" in text
    assert "Logement 1 1" in text
    assert "Accueil de test" in text
    assert "Awa" not in text
    assert report.kept_until is None


def test_a_territory_without_anybody_says_what_can_be_done():
    text = Pdf(bytes(print_month("lozere").content)).text.replace("\u00a0", " ")

    assert "Zéro, comme avant : Ménages acceptés par un territoire, Ménages en parcours" in text
    assert "Aucune offre n’est publiée" in text
    assert "Aucun logement n’est offert : sollicitez les bailleurs" in text


def test_its_state_services_are_told_once_and_without_a_figure():
    state_service("15")
    state_service("48", "autre@exemple.test")

    document = print_month("cantal")
    make_report(document)

    message = OutboxMessage.objects.get()
    assert message.recipient == "ddetspp@exemple.test"
    assert message.subject.replace("\u00a0", " ") == "Rapport du mois : Cantal, octobre 2026"
    assert reverse("steering:reports") in message.body


def test_a_state_service_finds_its_own_and_no_other(signed_in):
    mine, other = print_month("cantal"), print_month("lozere")
    browser = signed_in(state_service("15"))

    page = archive(browser).text
    assert "Cantal, octobre 2026" in page
    assert "Lozère" not in page
    answer = browser.get(mine.get_absolute_url())
    assert answer.content == bytes(mine.content)
    assert answer["Content-Disposition"] == 'attachment; filename="emile-cantal-2026-10.pdf"'
    assert browser.get(other.get_absolute_url()).status_code == 404


def test_an_empty_archive_says_when_the_first_comes(signed_in, coordinator):
    assert "au premier jour ouvré du mois" in archive(signed_in(coordinator)).text


def test_one_that_is_being_made_is_said_to_be(signed_in, coordinator):
    ask_monthly_reports(on=FIRST_WORKING_DAY, now=timezone.now())

    assert "Demandé" in archive(signed_in(coordinator)).text

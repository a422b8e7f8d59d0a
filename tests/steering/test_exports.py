"""Exports of the list of households: the rows of the page, for who may take them away, for a while."""

import csv
import io
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone
from python_calamine import CalamineWorkbook

from candidates.models import Household, Parcours
from emile.core.context import database_context, system
from emile.core.exports import ExportFormat
from emile.core.models import ProducedState
from emile.steering import jobs
from emile.steering.models import Export, Exported, ExportFile
from emile.steering.services.exports import ReasonNeeded, ask_export, carry_on, erase_exports
from operators.enums import MembershipRole, OrganisationKind
from operators.models import Membership
from tests.factories import a_candidate, at_installation, make_actor, orient


pytestmark = pytest.mark.django_db

CANARY = "Sentinelle"
ASK = "steering:export_ask"
LIST = "candidates:parcours_list"
HOSTILE = ("stage=x", "q=%00", "territory=%27--", "stage=a&stage=b", "vue=%F0", "q=" + "9" * 5000)


@pytest.fixture
def manager():
    return make_actor(OrganisationKind.PRESCRIBER, name="CHRS de test", role=MembershipRole.MANAGER)


def words_of(content):
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    rows = (row for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python())
    return "\n".join(str(cell) for row in rows for cell in row)


def post(browser, query="", **typed):
    body = {"once": str(uuid4()), "format": "csv", "reason": "", **typed}
    return browser.post(f"{reverse(ASK)}?{query}", body)


def log():
    with database_context(system("test")), transaction.atomic():
        return list(Export.objects.order_by("pk"))


def references(content, as_format=ExportFormat.CSV):
    if as_format == ExportFormat.CSV:
        text = content.decode("utf-8-sig")
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
        return [line[0] for line in lines[1 : lines.index([])]]
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return [row[0] for row in book.get_sheet_by_name("Données").to_python()[1:]]


def asked(actor, query="", as_format=ExportFormat.CSV):
    with database_context(actor.database_context), transaction.atomic():
        return ask_export(
            actor=actor, query=query, as_format=as_format, reason="", now=timezone.now()
        )


@pytest.mark.parametrize("as_format", ExportFormat)
def test_the_file_holds_the_rows_of_the_page_in_their_order(signed_in, manager, as_format):
    for name in ("Awa", "Noé", "Lina"):
        orient(manager, people=[a_candidate(first_name=name)])
    browser = signed_in(manager)
    page = browser.get(reverse(LIST), {"stage": "orientation"}).context["rows"]

    post(browser, "stage=orientation", format=as_format.value)

    (export,) = log()
    file = browser.get(export.get_absolute_url())
    shown = [row.parcours.household.reference for row, *_ in page]
    assert references(file.content, as_format) == shown
    assert (export.state, export.row_count) == (ProducedState.READY, len(shown))


def test_asked_for_twice_it_is_made_once(signed_in, manager):
    orient(manager)
    browser, key = signed_in(manager), str(uuid4())

    answers = [post(browser, once=key).url for _ in range(2)]

    assert answers == [reverse("steering:export_list")] * 2
    assert len(log()) == 1


def test_reading_is_not_exporting(signed_in, prescriber):
    orient(prescriber)
    browser = signed_in(prescriber)

    assert reverse(ASK) not in browser.get(reverse(LIST)).text
    assert post(browser).status_code == 403
    assert log() == []


def test_above_fifty_persons_a_reason_is_asked_and_nothing_typed_is_lost(signed_in, manager):
    for _ in range(51):
        orient(manager)
    browser = signed_in(manager)

    refused = post(browser, format="ods")

    assert refused.status_code == 422
    assert "reason" in refused.context["form"].errors
    assert refused.context["form"]["format"].value() == "ods"
    assert post(browser, format="ods", reason="Réunion d’équipe").status_code == 302
    assert [export.reason for export in log()] == ["Réunion d’équipe"]


def test_a_long_list_is_made_by_a_worker(signed_in, manager, settings):
    settings.EXPORT_ROWS_IN_A_PAGE = 0
    orient(manager)
    export = asked(manager)
    browser = signed_in(manager)
    assert export.is_pending
    assert browser.get(export.get_absolute_url()).status_code == 404

    for _ in range(2):
        jobs.carry_on_export(export_id=export.pk)

    assert len(references(browser.get(export.get_absolute_url()).content)) == 1
    assert [one.attempts for one in log()] == [1]


def test_a_right_withdrawn_before_it_is_made_makes_nothing(manager, settings):
    settings.EXPORT_ROWS_IN_A_PAGE = 0
    orient(manager)
    export = asked(manager)
    Membership.objects.filter(user=manager.user_id).update(role=MembershipRole.MEMBER)

    carry_on(export_id=export.pk, clock=timezone.now)

    assert [one.state for one in log()] == [ProducedState.FAILED]
    with database_context(system("test")), transaction.atomic():
        assert not ExportFile.objects.exists()


def test_a_right_withdrawn_closes_the_link(signed_in, manager):
    orient(manager)
    export = asked(manager)
    browser = signed_in(manager)
    Membership.objects.filter(user=manager.user_id).update(role=MembershipRole.MEMBER)

    assert browser.get(export.get_absolute_url()).status_code == 403


def test_the_coordinator_reads_the_log_and_not_the_file(signed_in, manager, coordinator):
    orient(manager)
    export = asked(manager)
    browser = signed_in(coordinator)

    page = browser.get(reverse("steering:export_list"))

    assert [row.pk for row, _ in page.context["rows"]] == [export.pk]
    assert export.get_absolute_url() not in page.text
    assert browser.get(export.get_absolute_url()).status_code == 404
    with (
        database_context(coordinator.database_context),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("SELECT count(*) FROM steering_exportfile")
        assert cursor.fetchone() == (0,)


def test_a_file_is_erased_and_its_log_stays(signed_in, manager):
    orient(manager)
    export = asked(manager)

    assert erase_exports(today=timezone.localdate() + timedelta(days=4)) == 1

    assert [one.state for one in log()] == [ProducedState.ERASED]
    assert signed_in(manager).get(export.get_absolute_url()).status_code == 404


def test_the_log_does_not_say_whom_was_looked_for(manager):
    orient(manager, people=[a_candidate(first_name="Sentinelle")])

    asked(manager, "q=Sentinelle")

    (export,) = log()
    assert "Sentinelle" not in f"{export.query} {export.filters}"
    assert export.row_count == 1


def test_a_household_that_must_not_be_found_is_not_placed(
    prescriber, manager, coordinator, upstream, host
):
    parcours = at_installation(prescriber, coordinator, upstream, host)
    with database_context(system("test")):
        Household.objects.filter(pk=parcours.household_id).update(must_not_be_found=True)

    export = asked(coordinator)

    with database_context(system("test")), transaction.atomic():
        text = bytes(ExportFile.objects.get(export=export).content).decode()
        territory = str(Parcours.objects.select_related("territory").get(pk=parcours.pk).territory)
    assert "Non communiqué" in text
    assert territory not in text
    assert "Accueil de test" not in text


@pytest.mark.parametrize("query", ["territory=cantal", "waiting=others", "lead=none", "q=Awa"])
def test_no_filter_says_where_a_household_is_that_must_not_be_found(
    prescriber, coordinator, upstream, host, query
):
    parcours = at_installation(prescriber, coordinator, upstream, host)
    assert asked(coordinator, "territory=cantal").expected == 1
    with database_context(system("test")):
        Household.objects.filter(pk=parcours.household_id).update(must_not_be_found=True)

    export = asked(coordinator, query)

    assert export.expected == 0
    assert [label for label, _ in export.filters if label == "Sans eux"] == ["Sans eux"]
    assert asked(coordinator, "stage=installation").expected == 1


@pytest.mark.parametrize("as_format", ExportFormat)
def test_a_file_holds_the_columns_of_the_list_and_nothing_else(coordinator, as_format):
    managers = {
        kind: make_actor(kind, name=f"{kind.label} de test", role=MembershipRole.MANAGER)
        for kind in (OrganisationKind.PRESCRIBER, OrganisationKind.UPSTREAM, OrganisationKind.HOST)
    }
    prescriber, upstream, host = managers.values()
    people = [a_candidate(first_name="Awa", skills=CANARY)]
    at_installation(prescriber, coordinator, upstream, host, people=people)

    for actor in (*managers.values(), coordinator):
        export = asked(actor, as_format=as_format)
        with database_context(system("test")), transaction.atomic():
            content = bytes(ExportFile.objects.get(export=export).content)
        text = content.decode() if as_format == ExportFormat.CSV else words_of(content)
        assert "Awa" in text
        for secret in (CANARY, "06 12", "+33", "@"):
            assert secret not in text


def test_the_reason_is_asked_whoever_calls(manager):
    for _ in range(51):
        orient(manager)

    with pytest.raises(ReasonNeeded):
        asked(manager)


def test_the_log_only_grows(manager):
    orient(manager)
    export = asked(manager)
    mine = Export.objects.filter(pk=export.pk)

    with database_context(manager.database_context), transaction.atomic():
        assert mine.update(reason="Autre", row_count=0) == 0
        assert mine.delete()[0] == 0
    assert [one.row_count for one in log()] == [1]


def test_figures_that_are_taken_away_are_noted(signed_in, coordinator):
    signed_in(coordinator).get(
        reverse("steering:figures_file"), {"format": "ods", "since": "2026-01", "until": "2026-03"}
    )

    (export,) = log()
    assert (export.what, export.format) == (Exported.FIGURES, ExportFormat.ODS)
    assert ["De", "janvier 2026"] in export.filters
    assert export.row_count > 40


@pytest.mark.parametrize("query", HOSTILE)
def test_hostile_filters_are_read_as_the_list_reads_them(signed_in, manager, query):
    browser = signed_in(manager)

    assert browser.get(f"{reverse(ASK)}?{query}").status_code == 200
    assert post(browser, query).status_code == 302


@pytest.mark.parametrize("code", ["", "pdf", "xlsx' --"])
def test_an_unknown_format_is_refused_beside_its_field(signed_in, manager, code):
    refused = post(signed_in(manager), format=code)

    assert refused.status_code == 422
    assert "format" in refused.context["form"].errors


def test_a_stranger_is_refused(manager):
    state = make_actor(OrganisationKind.STATE, name="DDETSPP", role=MembershipRole.MANAGER)

    with pytest.raises(PermissionDenied):
        asked(state)

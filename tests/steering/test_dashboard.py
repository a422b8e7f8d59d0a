"""« Pilotage », read by each hat: the same figures on the page and in the file, and masked where they
must be."""

import csv
import io
from datetime import UTC, date, datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from python_calamine import CalamineWorkbook

from candidates import services
from candidates.enums import CallOutcome, DecidedBy, HouseholdType, ReasonUse
from candidates.models import CaseAccess, Reason
from emile.core.context import database_context, system
from emile.steering.figures.measures import Measure, Milestone
from emile.steering.models import (
    Axis,
    CountedFact,
    FiguresState,
    Publication,
    PublishedCell,
    Scope,
    Tally,
)
from emile.steering.selectors.published import MASKED, published, published_for_all
from emile.steering.services.figures import rebuild
from emile.steering.services.publications import publish_due
from emile.steering.views import figures as views
from operators.enums import OrganisationKind
from operators.models import Organisation
from territories.models import Territory
from tests.factories import act, at_immersion, make_actor, orient


pytestmark = pytest.mark.django_db


@pytest.fixture
def files(prescriber, coordinator, upstream, host):
    orient(prescriber)
    at_immersion(prescriber, coordinator, upstream, host)
    rebuild(now=timezone.now())


def state_service(departement):
    actor = make_actor(OrganisationKind.STATE, name=f"DDETSPP {departement}")
    Organisation.objects.filter(pk=actor.organisation_id).update(departement=departement)
    return actor


def by_code(page):
    return {one.indicator.code: one for one in page.context["page"].key_figures}


def values(page):
    return {code: one.result.value for code, one in by_code(page).items()}


def lines(browser, **asked):
    file = browser.get(reverse("steering:figures_file"), asked)
    text, _, _about = file.content.decode("utf-8-sig").partition("\r\n\r\n")
    return {row["Code"]: row for row in csv.DictReader(text.splitlines(), delimiter=";")}


def test_the_national_level_reads_the_whole_programme(signed_in, files):
    page = signed_in(make_actor(OrganisationKind.NATIONAL)).get(reverse("steering:dashboard"))

    assert values(page)["oriented"] == 2
    assert values(page)["caseload"] == 2
    assert page.context["page"].funnel.rows[0][1] == "2"


def test_the_three_files_hold_the_same_figures(signed_in, files):
    browser = signed_in(make_actor(OrganisationKind.NATIONAL))
    in_text = {code: row["Effectif"] for code, row in lines(browser).items() if row["Indicateur"]}

    for code in ("xlsx", "ods"):
        file = browser.get(reverse("steering:figures_file"), {"format": code}).content
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(file)).get_sheet_by_name("Données")
        head, *rows = sheet.to_python()
        found = {row[head.index("Code")]: f"{row[head.index('Effectif')]:.0f}" for row in rows}
        assert found == in_text


@pytest.mark.parametrize("asked", ["", "pdf", "\x00", "xlsx' --"])
def test_an_unknown_format_is_a_csv(signed_in, files, asked):
    browser = signed_in(make_actor(OrganisationKind.NATIONAL))

    file = browser.get(reverse("steering:figures_file"), {"format": asked})

    assert file.headers["Content-Type"].startswith("text/csv")


def test_the_file_says_what_the_page_says(signed_in, files):
    browser = signed_in(make_actor(OrganisationKind.NATIONAL))
    page = browser.get(reverse("steering:dashboard_section", args=["parcours"]))
    found = lines(browser)

    shown = [figure for group in page.context["page"].groups for figure in group.figures]
    assert len(shown) > 20
    for figure in shown:
        row = found[figure.indicator.code]
        value = "" if figure.result.value is None else str(figure.result.value)
        assert row["Valeur"] == value.replace(".", ",")
        assert row["Définition"] == figure.indicator.sentence


def times(page):
    return sum(file.times for file in page.context["files"].rows)


def test_each_figure_leads_to_as_many_files(signed_in, files, coordinator):
    browser = signed_in(coordinator)
    for code in ("oriented", "caseload", "accepted", "settled"):
        page = browser.get(reverse("steering:figure", args=[code]))
        assert times(page) == page.context["page"].figure.result.part


def test_an_operator_finds_the_files_of_its_figures(signed_in, files, prescriber, upstream, host):
    for actor, code in (
        (prescriber, "oriented"),
        (upstream, "diagnosed"),
        (upstream, "accepted"),
        (host, "accepted"),
    ):
        page = signed_in(actor).get(reverse("steering:figure", args=[code]))
        assert page.context["page"].figure.result.part > 0
        assert times(page) == page.context["page"].figure.result.part
        assert page.context["page"].closed == 0


def test_the_files_of_a_figure_are_read_page_by_page(
    signed_in, files, prescriber, coordinator, monkeypatch
):
    orient(prescriber)
    rebuild(now=timezone.now())
    monkeypatch.setattr(views, "PAGE_SIZE", 2)
    browser = signed_in(coordinator)
    address = reverse("steering:figure", args=["oriented"])

    first = browser.get(address)
    second = browser.get(f"{address}{first.context['files'].next_url}")

    assert (times(first), times(second)) == (2, 1)
    assert first.context["page"].figure.result.part == 3
    assert second.context["files"].next_url == ""


def test_a_file_is_counted_on_the_day_put_right(signed_in, prescriber, coordinator):
    file = orient(prescriber)
    facts = {
        "parcours": file,
        "measure": Measure.MILESTONE,
        "detail": Milestone.SETTLED,
        "recorded_on": date(2026, 3, 9),
        "cohort": date(2026, 1, 1),
        "household_type": HouseholdType.SINGLE,
    }
    for number, day in ((1, 5), (-1, 5), (1, 2)):
        CountedFact.objects.create(number=number, happened_on=date(2026, 3, day), **facts)

    page = signed_in(coordinator).get(
        reverse("steering:figure", args=["settled"]), {"since": "2026-03", "until": "2026-03"}
    )

    rows = page.context["files"].rows
    assert [(row.happened_on, row.times) for row in rows] == [(date(2026, 3, 2), 1)]


def test_what_one_opens_no_more_is_counted_apart(signed_in, files, host):
    with database_context(system("test")):
        CaseAccess.objects.filter(organisation=host.organisation_id).delete()

    page = signed_in(host).get(reverse("steering:figure", args=["accepted"]))

    assert page.context["files"].rows == []
    assert page.context["page"].closed == page.context["page"].figure.result.part == 1
    assert "dossiers que vous n’ouvrez plus" in page.text


def test_two_periods_and_two_territories_are_compared(signed_in, files):
    cantal, lozere = (Territory.objects.get(name=name) for name in ("Cantal", "Lozère"))
    for territory, month, number in (
        (cantal, date(2026, 3, 1), 7),
        (cantal, date(2025, 3, 1), 3),
        (lozere, date(2026, 3, 1), 5),
        (lozere, date(2025, 3, 1), 2),
    ):
        count(territory, month, number)
    browser = signed_in(make_actor(OrganisationKind.NATIONAL))
    here = {"since": "2026-03", "until": "2026-03", "territory": "cantal"}

    for asked, compared, words in (
        ({}, 0, "au mois d’avant"),
        ({"against_since": "2025-03"}, 3, "Cantal, mars 2025"),
        ({"against": "lozere"}, 5, "Lozère, mars 2026"),
        ({"against": "lozere", "against_since": "2025-03"}, 2, "Lozère, mars 2025"),
    ):
        page = browser.get(reverse("steering:dashboard"), here | asked)
        settled = by_code(page)["settled"]
        assert (settled.result.value, settled.compared.value) == (7, compared)
        assert words in page.text


def test_the_national_level_opens_no_file(signed_in, files):
    browser = signed_in(make_actor(OrganisationKind.NATIONAL))

    page = browser.get(reverse("steering:figure", args=["oriented"]))

    assert "files" not in page.context
    assert "Awa" not in page.text


def test_an_operator_reads_its_own(signed_in, files, host, upstream):
    own = signed_in(host).get(reverse("steering:dashboard"))
    assert (values(own)["accepted"], values(own)["caseload"]) == (1, 1)

    other = make_actor(OrganisationKind.HOST, name="Un autre opérateur")
    page = signed_in(other).get(reverse("steering:dashboard"))
    assert (values(page)["accepted"], values(page)["caseload"]) == (0, 0)
    assert (
        signed_in(other)
        .get(reverse("steering:dashboard_section", args=["territoires"]))
        .status_code
        == 404
    )


def test_a_state_service_reads_the_activity_of_its_territory(signed_in, files):
    browser = signed_in(state_service("15"))

    page = browser.get(reverse("steering:dashboard"))

    assert "Cantal" in page.text
    assert values(page)["accepted"] == 1
    assert "Awa" not in page.text
    assert not page.context["page"].funnel
    assert set(lines(browser)) == set(values(page))
    assert browser.get(reverse("steering:figure", args=["exits"])).status_code == 404
    assert (
        values(signed_in(state_service("48")).get(reverse("steering:dashboard")))["accepted"] == 0
    )


def test_a_state_service_outside_the_programme_reads_nothing(signed_in, files):
    browser = signed_in(state_service("93"))

    page = browser.get(reverse("steering:dashboard"))

    assert "Aucun territoire d’accueil du programme" in page.text
    assert set(values(page).values()) == {0}
    assert "Aucun territoire" in browser.get(reverse("steering:published")).text


@pytest.mark.parametrize(
    "asked",
    [
        {"since": "2026-05", "until": "2026-01"},
        {"since": "9" * 400},
        {"since": "2026-13"},
        {"until": "1000000000-01"},
        {"territory": "nulle-part"},
        {"territory": "\x00"},
        {"household": "' OR 1=1"},
        {"as_of": "31/02/2026"},
        {"as_of": "9999-12-31"},
        {"since": ["2026-01", "2025-01"]},
    ],
)
def test_bad_filters_are_said_and_break_nothing(signed_in, files, asked):
    browser = signed_in(make_actor(OrganisationKind.NATIONAL))
    for address in (
        reverse("steering:dashboard"),
        reverse("steering:dashboard_section", args=["parcours"]),
        reverse("steering:figure", args=["settled"]),
        reverse("steering:figures_file"),
    ):
        assert browser.get(address, asked).status_code == 200


def count(territory, month, number):
    return Tally.objects.create(
        scope=Scope.TERRITORY,
        scope_id=str(territory.pk),
        axis=Axis.PERIOD,
        month=month,
        recorded=month,
        household_type=HouseholdType.SINGLE,
        measure=Measure.MILESTONE,
        detail=Milestone.SETTLED,
        number=number,
    )


def test_territories_stand_beside_the_period_before(signed_in, files):
    cantal, lozere = (Territory.objects.get(name=name) for name in ("Cantal", "Lozère"))
    count(cantal, date(2026, 3, 1), 1250)
    count(cantal, date(2026, 1, 1), 2)
    count(lozere, date(2026, 2, 1), 4)

    page = signed_in(make_actor(OrganisationKind.NATIONAL)).get(
        reverse("steering:dashboard_section", args=["territoires"]),
        {"since": "2026-03", "until": "2026-04"},
    )

    comparison = page.context["page"].comparison
    assert [row[0] for row in comparison.rows] == ["Cantal"]
    assert "Lozère" in comparison.quiet
    chart = comparison.bars
    assert chart.rows == [("Cantal", "1\u202f250", "2"), ("Lozère", "0", "4")]
    for picture in (chart.wide, chart.narrow):
        for name, lately, earlier in chart.rows:
            assert f">{name}<" in picture
            assert f">{lately}<" in picture
            assert f">avant\u00a0: {earlier}<" in picture


def test_a_map_says_where_they_left_and_where_they_settled(signed_in, files):
    for name, number in (("Cantal", 12), ("Lozère", 3)):
        count(Territory.objects.get(name=name), date(2026, 3, 1), number)

    page = signed_in(make_actor(OrganisationKind.NATIONAL)).get(
        reverse("steering:dashboard_section", args=["territoires"]),
        {"since": "2026-03", "until": f"{timezone.localdate():%Y-%m}"},
    )

    drawn = page.context["page"].comparison.map
    assert {("Cantal", "0", "12"), ("Lozère", "0", "3")} <= set(drawn.rows)
    assert sum(int(oriented) for _, oriented, _ in drawn.rows) == 2
    for picture in (drawn.wide, drawn.narrow):
        assert ">12<" in picture
        assert ">3<" in picture
        assert len(picture) < 100_000


def test_before_the_first_count_the_page_says_so(signed_in, prescriber):
    FiguresState.objects.all().delete()

    page = signed_in(make_actor(OrganisationKind.NATIONAL)).get(reverse("steering:dashboard"))

    assert "en cours de calcul" in page.text


# What is published


def exit_reason(code):
    return Reason.objects.get(use=ReasonUse.EXIT, code=code)


@pytest.fixture
def exits(prescriber, coordinator):
    """Nine files left in 2026: two for a reason that few give."""
    codes = list(
        Reason.objects.filter(use=ReasonUse.EXIT).order_by("pk").values_list("code", flat=True)[:2]
    )
    then = datetime(2026, 3, 10, 12, tzinfo=UTC)
    for rank in range(9):
        parcours = orient(prescriber, now=then)
        act(services.log_call, coordinator, parcours, now=then, outcome=CallOutcome.REACHED)
        act(
            services.exit_parcours,
            coordinator,
            parcours,
            now=then,
            exit_reason=exit_reason(codes[rank < 2]),
            decided_by=DecidedBy.HOUSEHOLD,
        )
    rebuild(now=then)
    return codes


def test_a_year_is_published_once_with_its_small_cells_masked(exits):
    publish_due(now=datetime(2027, 1, 14, 12, tzinfo=UTC))
    assert not Publication.objects.filter(year=2026).exists()

    publish_due(now=datetime(2027, 1, 15, 12, tzinfo=UTC))
    assert publish_due(now=datetime(2027, 1, 16, 12, tzinfo=UTC)) == 0

    cells = PublishedCell.objects.filter(publication__year=2026, table="exits_by_reason")
    national = {
        (cell.row, cell.is_since_beginning): cell.shown for cell in cells.of(Scope.NATIONAL, "")
    }
    _, rare = exits
    assert national["", False] == 9
    # The rare one is masked; so is another, or the total would say it.
    assert national[rare, False] is None
    assert [shown for (row, until), shown in national.items() if not until].count(None) >= 2
    page = published(Scope.NATIONAL, "")
    assert page is not None
    assert page.has_masked
    assert all(one.title != "" for one in page.tables)


def test_everyone_reads_what_is_safe(client, exits):
    address = reverse("steering:stats")
    assert "seront publiés" in client.get(address).text

    publish_due(now=datetime(2027, 1, 15, 12, tzinfo=UTC))

    page = client.get(address)
    assert "pour l’année 2026" in page.text
    tables = published_for_all().tables
    assert [one.title for one in tables] == ["Ménages orientés, par composition du ménage"]
    for table in tables:
        for _, *counts in table.rows:
            assert all(count == MASKED or count == "0" or int(count) >= 5 for count in counts)


def test_a_late_act_changes_nothing_that_was_published(exits, prescriber, coordinator):
    publish_due(now=datetime(2027, 1, 15, 12, tzinfo=UTC))
    before = list(PublishedCell.objects.order_by("pk").values_list("pk", "number"))
    late = orient(prescriber, now=datetime(2026, 12, 1, 12, tzinfo=UTC))
    act(
        services.exit_parcours,
        coordinator,
        late,
        now=datetime(2027, 2, 1, 12, tzinfo=UTC),
        on=date(2026, 12, 20),
        exit_reason=exit_reason(exits[0]),
        decided_by=DecidedBy.HOUSEHOLD,
    )
    rebuild(now=datetime(2027, 2, 1, 12, tzinfo=UTC))

    assert publish_due(now=datetime(2027, 2, 2, 12, tzinfo=UTC)) == 0
    assert list(PublishedCell.objects.order_by("pk").values_list("pk", "number")) == before

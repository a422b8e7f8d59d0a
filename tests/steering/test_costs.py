"""Conventions against what was reached; what the programme costs, and the nights that it avoids."""

import csv
from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import given, strategies as st

from emile.core.context import database_context, system
from emile.steering.figures.costs import (
    Moved,
    Paid,
    Priced,
    nights,
    share_of,
    uncovered_from,
    value_of,
)
from emile.steering.figures.facts import Adult, Line
from emile.steering.figures.fold import changes
from emile.steering.figures.measures import Measure, Milestone
from emile.steering.models import Axis, Convention, Scope, Tally, UnitCost
from emile.steering.selectors.costs import achieved, balance
from emile.steering.selectors.figures import Frame
from operators.enums import OrganisationKind
from operators.models import Organisation
from tests.factories import make_actor, sign_convention


TODAY = date(2026, 11, 24)
DAY = timedelta(days=1)
days = st.dates(date(2025, 1, 1), date(2026, 12, 31))
moves = st.lists(st.builds(Moved, days, st.integers(-4, 6)), max_size=8)


def each_day(first, last):
    return [first + DAY * rank for rank in range((last - first).days + 1)]


# The sums, day by day


@given(moves, days, days)
def test_nights_are_those_of_each_day(drawn, one, other):
    first, last = sorted((one, other))
    assert nights(drawn, first, last) == sum(
        move.people for day in each_day(first, last) for move in drawn if move.on <= day
    )


@given(moves, days, days, days)
def test_each_night_costs_the_price_of_its_day(drawn, one, other, change):
    first, last = sorted((one, other))
    prices = [
        Priced(date(2020, 1, 1), change - DAY, Decimal(17)),
        Priced(change, None, Decimal("21.50")),
    ]
    assert value_of(drawn, prices, first, last) == sum(
        move.people * (Decimal(17) if day < change else Decimal("21.50"))
        for day in each_day(first, last)
        for move in drawn
        if move.on <= day
    )


@given(days, days, st.integers(0, 10**8), st.lists(days, min_size=1, max_size=3, unique=True))
def test_the_shares_of_a_sum_make_the_sum(one, other, cents, cuts):
    since, until = sorted((one, other))
    paid = Paid(since, until, Decimal(cents) / 100)
    bounds = sorted({since, *(cut for cut in cuts if since < cut <= until), until + DAY})

    shares = [share_of(paid, start, end - DAY) for start, end in pairwise(bounds)]

    assert abs(sum(shares) - paid.amount) <= Decimal("0.01") * len(shares)


@given(st.lists(st.tuples(days, st.none() | days), max_size=4), days, days)
def test_the_first_day_without_cover(drawn, one, other):
    spans = [(since, until if until is None else max(since, until)) for since, until in drawn]
    first, last = sorted((one, other))
    bare = [
        day
        for day in each_day(first, last)
        if not any(since <= day <= (until or last) for since, until in spans)
    ]
    assert uncovered_from(spans, first, last) == (bare[0] if bare else None)


# What one file counts for


def line(sequence, kind, on, *, adults=(), **payload):
    stages = {"orient": "eligibility", "settle": "follow_up"}
    return Line(
        sequence=sequence,
        kind=kind,
        occurred_on=on,
        recorded_on=on,
        from_stage="orientation",
        from_standing="active",
        to_stage=stages.get(kind, "follow_up"),
        to_standing="closed" if kind == "leave_territory" else "active",
        territory_id=1,
        owner_id=1,
        actor_id=1,
        payload=payload,
        adults=adults,
    )


def lodged(*kinds):
    return [
        Adult(Measure.LIVING, person, "entry", (("lodging", kind),))
        for person, kind in enumerate(kinds)
    ]


SETTLED = date(2025, 3, 10)
OF_THREE = {"profile": {"adults": 2, "children": 1}}


def told(*lines):
    """What is left of the facts about nights and money, by detail, value and day."""
    left = Counter()
    for fact, number, _ in changes(lines):
        if fact.measure in (Measure.FREED, Measure.SPENT):
            left[fact.detail, fact.value, fact.happened_on] += number
    return {key: number for key, number in left.items() if number}


@pytest.mark.parametrize(
    ("kinds", "shelter"),
    [
        (["emergency"], "emergency"),
        (["shelter", "shelter"], "shelter"),
        (["emergency", "third_party"], ""),
        (["tenant"], ""),
        ([], ""),
    ],
)
def test_a_settled_household_frees_nights_for_a_year_when_all_were_sheltered(kinds, shelter):
    found = told(
        line(1, "orient", date(2025, 1, 1)),
        line(2, "take_snapshot", date(2025, 1, 5), adults=lodged(*kinds)),
        line(3, "settle", SETTLED, **OF_THREE),
    )

    expected = {(shelter, 10, SETTLED): 3, (shelter, 10, date(2026, 3, 10)): -3}
    assert found == (expected if shelter else {})


def test_nights_stop_when_the_household_leaves_and_follow_what_is_put_right():
    settled = (
        line(1, "orient", date(2025, 1, 1)),
        line(2, "settle", SETTLED, **OF_THREE),
        line(3, "leave_territory", date(2025, 6, 2), reason="work"),
    )
    # Noted late: where they were at their entry.
    snapshot = line(4, "take_snapshot", date(2025, 1, 5), adults=lodged("emergency"))

    assert told(*settled) == {}
    assert told(*settled, snapshot) == {
        ("emergency", 10, SETTLED): 3,
        ("emergency", 2, date(2025, 6, 2)): -3,
    }


def test_the_last_amount_of_a_line_counts_on_the_day_it_was_noted():
    first, then = date(2025, 4, 1), date(2025, 5, 1)

    found = told(
        line(1, "orient", date(2025, 1, 1)),
        line(2, "add_cost", first, cost=7, cents=12_000),
        line(3, "add_cost", first, cost=8, cents=500),
        line(4, "edit_cost", then, cost=7, cents=9_000),
        line(5, "remove_cost", then, cost=8),
        line(6, "add_aid", then, aid=1, cents=0),
        line(7, "edit_aid", then, aid=1, cents=30_000),
    )

    assert found == {("stays", 0, first): 9_000, ("aids", 0, then): 30_000}


# Conventions


def organisation_of(actor):
    return Organisation.objects.get(pk=actor.organisation_id)


def count(measure, detail, number, *, scope=Scope.NATIONAL, scope_id="", month=3, value=0):
    Tally.objects.create(
        scope=scope,
        scope_id=scope_id,
        axis=Axis.PERIOD,
        month=date(2026, month, 1),
        recorded=date(2026, month, 1),
        household_type="single",
        measure=measure,
        detail=detail,
        value=value,
        number=number,
    )


@pytest.mark.django_db
def test_objectives_are_read_in_the_figures_of_their_operator(coordinator, host, signed_in):
    mine = str(host.organisation_id)
    for scope_id, number in ((mine, 4), ("0", 9)):
        for month in (3, 5):
            count(
                Measure.MILESTONE,
                Milestone.SETTLED,
                number,
                scope=Scope.HOST,
                scope_id=scope_id,
                month=month,
            )
    signed = sign_convention(coordinator, host, settled=12)

    found = achieved(signed, TODAY, None, ["settled"])
    known_then = achieved(signed, TODAY, date(2026, 4, 15), ["settled"])

    assert {code: value for code, (_, value) in found.items()} == {"settled": 8}
    assert {code: value for code, (_, value) in known_then.items()} == {"settled": 4}
    page = signed_in(host).get(reverse("steering:conventions"))
    assert [line[0::3] for line in page.context["pages"][0].lines] == [("Ménages installés", "12")]


@pytest.mark.django_db
def test_an_operator_reads_its_own_conventions(coordinator, host, signed_in):
    sign_convention(coordinator, host)
    other = make_actor(OrganisationKind.HOST, name="Un autre opérateur")

    def shown(actor):
        return len(signed_in(actor).get(reverse("steering:conventions")).context["pages"])

    assert (shown(host), shown(other), shown(coordinator)) == (1, 0, 1)


def answers(operator, /, **changes):
    return {
        "organisation": operator.public_id,
        "reference": "2026-12",
        "signed_on": "2026-01-05",
        "since": "2026-01-01",
        "until": "2026-12-31",
        "amount": "36 500,50",
        "goal_settled": "12",
        "version": "0",
        "once": str(uuid4()),
    } | changes


@pytest.mark.django_db
def test_a_convention_is_noted_then_put_right(coordinator, host, signed_in):
    browser = signed_in(coordinator)
    add, operator = reverse("steering:convention_add"), organisation_of(host)

    assert browser.post(add, answers(operator)).status_code == 302
    kept = Convention.objects.get()
    edit = reverse("steering:convention_edit", args=[kept.public_id])
    assert "36500,50" in "".join(browser.get(edit).text.split())
    changed = answers(operator, amount="40000", goal_settled="", goal_stayed="9")
    assert browser.post(edit, changed).status_code == 302
    assert browser.post(edit, changed).status_code == 302
    assert browser.post(edit, changed | {"once": str(uuid4())}).status_code == 409

    kept.refresh_from_db()
    assert (kept.amount, kept.version) == (Decimal(40000), 1)
    assert list(kept.objectives.values_list("code", "target")) == [("stayed", 9)]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"until": "2025-12-31"}, "La date de fin est antérieure à la date de début."),
        ({"amount": "beaucoup"}, "Saisissez un nombre."),
        ({"amount": "-1"}, "supérieure ou égale à 0"),
        (
            {"organisation": "00000000-0000-4000-8000-000000000000"},
            "Choisissez une organisation de la liste.",
        ),
        ({"goal_settled": "0"}, "supérieure ou égale à 1"),
        ({"since": "31/02/2026"}, "date valide"),
        ({"reference": ""}, "obligatoire"),
        ({"reference": "x" * 61}, "60"),
        ({}, "couvre déjà une partie de ces jours"),
    ],
)
def test_what_can_t_be_a_convention_is_said_and_nothing_is_lost(
    coordinator, host, signed_in, changes, told
):
    operator = organisation_of(host)
    sign_convention(coordinator, host)

    page = signed_in(coordinator).post(
        reverse("steering:convention_add"), answers(operator, **changes)
    )

    assert page.status_code == 422
    assert told in page.text
    assert changes.get("reference", "2026-12")[:60] in page.text
    assert Convention.objects.count() == 1


# What is avoided


YEAR = Frame(date(2026, 1, 1), date(2026, 12, 1))


@pytest.fixture
def counted(coordinator, host):
    """Three people settled on 10 March, from a hotel; 200 € of stays, 300 € of aids."""
    count(Measure.FREED, "emergency", 3, month=3, value=10)
    count(Measure.SPENT, "stays", 20_000)
    count(Measure.SPENT, "aids", 30_000)
    count(
        Measure.MILESTONE,
        Milestone.SETTLED,
        1,
        scope=Scope.HOST,
        scope_id=str(host.organisation_id),
    )


@pytest.mark.django_db
def test_what_is_avoided_is_what_nights_would_have_cost_less_the_programme(
    counted, coordinator, host
):
    sign_convention(coordinator, coordinator, amount="365")
    sign_convention(coordinator, host, amount="730")

    found = balance(YEAR, TODAY)

    gone = (TODAY - date(2026, 1, 1)).days + 1
    assert found.nights == 3 * ((TODAY - date(2026, 3, 10)).days + 1)
    assert found.saved == found.nights * 17
    assert found.cost == 3 * gone + 500
    assert found.missing == []
    assert found.avoided == found.saved - found.cost


@pytest.mark.django_db
def test_nothing_is_said_to_be_avoided_while_a_line_is_missing(
    counted, coordinator, host, signed_in
):
    sign_convention(coordinator, coordinator)
    with database_context(system("test")):
        UnitCost.objects.filter(code="night").update(since=date(2026, 2, 1))

    page = signed_in(coordinator).get(reverse("steering:cost"), {"since": "2026-01"})

    assert page.context["found"].avoided is None
    assert "La convention de Accueil de test, à partir du" in page.text
    assert "Le prix d’une nuit d’hébergement" in page.text


@pytest.mark.django_db
def test_the_file_says_what_the_page_says(counted, coordinator, host, signed_in):
    sign_convention(coordinator, coordinator, amount="365")
    sign_convention(coordinator, host, amount="730")
    asked = {"since": "2026-01", "until": f"{timezone.localdate():%Y-%m}"}
    browser = signed_in(make_actor(OrganisationKind.NATIONAL))

    page = browser.get(reverse("steering:cost"), asked).context["found"]
    file = browser.get(reverse("steering:cost_file"), asked)

    text, _, _about = file.content.decode("utf-8-sig").partition("\r\n\r\n")
    rows = {row["Ligne"]: row for row in csv.DictReader(text.splitlines(), delimiter=";")}
    for label, amount in (
        ("Coût du programme", page.cost),
        ("Hébergement évité", page.saved),
        ("Coût évité", page.avoided),
    ):
        assert Decimal(rows[label]["Montant"].replace(",", ".")) == amount

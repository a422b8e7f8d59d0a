"""The programme of a stay, its costs, its other dates, and the sheet that is handed over."""

from datetime import time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import reverse
from django.utils import timezone

from candidates import services
from candidates.enums import CostPayer, ReasonUse, StaySide, VisitKind
from candidates.models import Parcours, StayCancellation, StayCost, StayPostponement, StayVisit
from candidates.services.stay import VisitsOutside
from emile.core.errors import StaleVersion
from emile.core.workflow import TransitionRefused
from tests.factories import (
    act,
    add_cost,
    add_visit,
    at_immersion,
    correct_last_act,
    plan_stay,
    reason_to,
)


@pytest.fixture
def parcours(prescriber, coordinator, upstream, host) -> Parcours:
    return at_immersion(prescriber, coordinator, upstream, host)


@pytest.fixture
def monday():
    return timezone.localdate() + timedelta(days=10)


@pytest.fixture
def stay(parcours, host, monday):
    return plan_stay(host, parcours, monday)


def page_of(name, parcours, stay):
    return reverse(f"candidates:{name}", args=[parcours.public_id, stay.public_id])


def act_on(step, parcours, thing):
    return reverse("candidates:act_about", args=[parcours.public_id, step, thing.public_id])


def filled(visit_day, **more):
    today = timezone.localdate()
    return {
        "day": visit_day,
        "starts_at": "09:00",
        "ends_at": "10:30",
        "kind": VisitKind.EMPLOYER,
        "title": "Boulangerie des Exemples",
        "contact_phone": "01 99 00 12 34",
        "on": today,
    } | more


def test_a_visit_is_added_and_one_comes_back_to_its_day(
    submit, signed_in, parcours, host, stay, monday
):
    signed_in(host)

    answer = submit(act_on("add_visit", parcours, stay), filled(monday))

    assert answer.status_code == 302, answer.context["form"].errors
    assert answer.url == f"{page_of('stay_detail', parcours, stay)}#jour-{monday.isoformat()}"
    visit = StayVisit.objects.get()
    assert (visit.day, visit.starts_at, visit.contact_phone) == (monday, time(9), "+33199001234")


def test_another_one_is_added_at_once_after_the_first(
    client, submit, signed_in, parcours, host, stay, monday
):
    signed_in(host)

    answer = submit(act_on("add_visit", parcours, stay), filled(monday, again="1"))

    form = client.get(answer.url).context["form"]
    assert form["day"].value() == monday.isoformat()
    assert form["starts_at"].value() == time(10, 30)


def test_a_suggestion_fills_in_what_it_suggests(client, signed_in, parcours, host, stay):
    signed_in(host)

    page = client.get(act_on("add_visit", parcours, stay), {"quoi": "housing", "jour": "bof"})

    assert page.context["form"]["kind"].value() == "housing"
    assert page.context["form"]["day"].value() == stay.first_day.isoformat()


def test_two_visits_that_share_a_moment_are_said_next_to_the_hour(
    submit, signed_in, parcours, host, stay, monday
):
    add_visit(host, parcours, stay, starts_at=time(10), ends_at=time(11))
    signed_in(host)

    answer = submit(act_on("add_visit", parcours, stay), filled(monday))

    assert answer.status_code == 422
    assert "de 10:00 à 11:00" in answer.context["form"].errors["starts_at"][0]
    with pytest.raises(ValidationError, match="Une autre visite"):
        add_visit(host, parcours, stay, starts_at=time(9, 30), ends_at=time(10, 30))


def test_one_visit_may_begin_when_another_ends(parcours, host, stay):
    add_visit(host, parcours, stay, starts_at=time(9), ends_at=time(10))

    add_visit(host, parcours, stay, starts_at=time(10), ends_at=time(11))

    assert stay.visits.count() == 2


def test_a_visit_is_within_the_days_of_its_stay(parcours, host, stay):
    with pytest.raises(VisitsOutside):
        add_visit(host, parcours, stay, day=stay.last_day + timedelta(days=1))

    assert not stay.visits.exists()


def test_a_visit_is_changed_by_one_person_at_a_time(parcours, host, stay):
    visit = add_visit(host, parcours, stay)
    act(services.edit_visit, host, parcours, visit=visit, version=1, title="Menuiserie")

    with pytest.raises(StaleVersion):
        act(services.edit_visit, host, parcours, visit=visit, version=1, title="Garage")

    visit.refresh_from_db()
    assert (visit.title, visit.version) == ("Menuiserie", 2)


def test_a_visit_that_is_removed_frees_its_moment(parcours, host, stay):
    visit = add_visit(host, parcours, stay)

    act(services.remove_visit, host, parcours, visit=visit)

    assert add_visit(host, parcours, stay).pk != visit.pk
    with pytest.raises(TransitionRefused):
        act(services.edit_visit, host, parcours, visit=visit, version=1, title="Trop tard")


def test_the_dates_of_a_stay_keep_its_programme_inside(parcours, host, stay, submit, signed_in):
    add_visit(host, parcours, stay, day=stay.last_day)
    signed_in(host)
    shorter = {"version": 1, "first_day": stay.first_day, "last_day": stay.first_day}

    answer = submit(act_on("edit_stay", parcours, stay), shorter | {"on": timezone.localdate()})

    assert "hors de ces dates" in answer.context["form"].errors["first_day"][0]


def test_a_stay_is_put_off_with_its_programme_even_by_one_day(parcours, host, stay, monday):
    """The same hour of two days that follow: each takes the place of the other."""
    for rank in range(3):
        add_visit(host, parcours, stay, day=monday + timedelta(days=rank))
    later = DateRange(monday + timedelta(days=1), monday + timedelta(days=6))

    act(
        services.reschedule_stay,
        host,
        parcours,
        stay=stay,
        days=later,
        stay_reason=reason_to(ReasonUse.STAY_NOT_HELD),
        keeps_programme=True,
    )

    days = stay.visits.kept().order_by("day").values_list("day", flat=True)
    assert list(days) == [monday + timedelta(days=rank) for rank in (1, 2, 3)]
    assert StayPostponement.objects.get().days_before.lower == monday
    correct_last_act(host, parcours)
    stay.refresh_from_db()
    assert stay.first_day == monday
    assert stay.visits.kept().order_by("day").first().day == monday


def test_a_stay_may_be_put_off_without_its_programme(parcours, host, stay, monday):
    add_visit(host, parcours, stay)

    act(
        services.reschedule_stay,
        host,
        parcours,
        stay=stay,
        days=DateRange(monday + timedelta(days=20), monday + timedelta(days=25)),
        stay_reason=reason_to(ReasonUse.STAY_NOT_HELD),
        keeps_programme=False,
    )

    assert not stay.visits.kept().exists()
    correct_last_act(host, parcours)
    assert stay.visits.kept().count() == 1


def test_a_page_puts_a_stay_off_and_tells_why(
    submit, signed_in, parcours, host, stay, monday, told_to
):
    signed_in(host)
    transport = reason_to(ReasonUse.STAY_NOT_HELD)
    said = {
        "first_day": monday + timedelta(days=7),
        "stay_reason": transport.pk,
        "keeps_programme": "yes",
        "on": timezone.localdate(),
    }

    answer = submit(act_on("reschedule_stay", parcours, stay), said)

    assert answer.status_code == 302, answer.context["form"].errors
    title = told_to(host, parcours)[0].title
    assert title == f"Séjour d’immersion reporté\u00a0: {transport.label}"


def test_a_stay_that_was_not_held_is_nobodys_fault_by_default(parcours, host, stay):
    act(
        services.cancel_stay,
        host,
        parcours,
        stay=stay,
        stay_reason=reason_to(ReasonUse.STAY_NOT_HELD),
    )

    cancelled = StayCancellation.objects.get()
    assert (cancelled.side, cancelled.is_rebookable) == ("", None)


def test_the_side_of_an_obstacle_is_told_on_the_stay(client, signed_in, parcours, host, stay):
    act(
        services.cancel_stay,
        host,
        parcours,
        stay=stay,
        stay_reason=reason_to(ReasonUse.STAY_NOT_HELD),
        side=StaySide.TRANSPORT,
        is_rebookable=True,
    )
    signed_in(host)

    page = client.get(page_of("stay_detail", parcours, stay))

    assert "venu du transport" in page.text
    assert "peut être reprogrammé" in page.text


def test_costs_are_added_up(client, signed_in, parcours, host, stay):
    add_cost(host, parcours, stay)
    paid = add_cost(host, parcours, stay, amount_asked=100)
    act(services.edit_cost, host, parcours, cost=paid, version=1, amount_paid=60)
    wrong = add_cost(host, parcours, stay, amount_asked=999)
    act(services.remove_cost, host, parcours, cost=wrong)
    signed_in(host)

    page = client.get(page_of("stay_detail", parcours, stay)).context["page"]

    assert (str(page.asked), str(page.paid)) == ("186.40", "60.00")


def test_an_amount_is_typed_with_a_comma(submit, signed_in, parcours, host, stay):
    signed_in(host)

    answer = submit(
        act_on("add_cost", parcours, stay),
        {
            "kind": "meals",
            "payer": "operator",
            "amount_asked": "12,50",
            "on": timezone.localdate(),
        },
    )

    assert answer.status_code == 302, answer.context["form"].errors
    assert str(StayCost.objects.get().amount_asked) == "12.50"


def test_the_sheet_says_in_plain_words_what_is_known_and_what_is_not(
    client, signed_in, parcours, host, upstream, monday
):
    stay = plan_stay(host, parcours, monday, welcomer_name="Camille Exemple")
    add_visit(host, parcours, stay, contact_phone="+33199001234")
    add_cost(host, parcours, stay, payer=CostPayer.HOUSEHOLD, amount_asked=10)
    signed_in(upstream)

    sheet = client.get(page_of("stay_programme", parcours, stay)).text

    assert "Qui vous attend" in sheet
    assert "Camille Exemple" in sheet
    assert "01\u00a099\u00a000\u00a012\u00a034" in sheet
    assert "Inconnu pour le moment" in sheet
    assert "10,00" in sheet


def test_another_host_does_not_see_the_stay(
    client, signed_in, parcours, host, upstream, other_host, stay
):
    act(services.return_to_preparation, upstream, parcours, reason="L’emploi est pourvu.")
    signed_in(other_host)

    for name in ("stay_detail", "stay_programme", "stay_reports"):
        assert client.get(page_of(name, parcours, stay)).status_code == 404


def test_school_is_suggested_to_those_who_have_children(client, signed_in, parcours, host, stay):
    """The household of the tests has none."""
    signed_in(host)

    page = client.get(page_of("stay_detail", parcours, stay)).context["page"]

    kinds = {suggestion.kind for suggestion in page.suggestions}
    assert VisitKind.EMPLOYER in kinds
    assert VisitKind.SCHOOL not in kinds


def test_the_pages_of_a_stay_cost_the_same_whatever_fills_it(
    client, count_queries, signed_in, parcours, host, stay, monday
):
    signed_in(host)
    names = ("stay_detail", "stay_programme", "stay_reports")
    add_visit(host, parcours, stay)
    add_cost(host, parcours, stay)
    before = {
        name: count_queries(lambda name=name: client.get(page_of(name, parcours, stay)))
        for name in names
    }

    for rank in range(1, 5):
        add_visit(host, parcours, stay, day=monday + timedelta(days=rank))
        add_cost(host, parcours, stay)

    for name in names:
        after = count_queries(lambda name=name: client.get(page_of(name, parcours, stay)))
        assert after == before[name] <= 25, name

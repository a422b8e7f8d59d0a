"""The stay in the host territory: planned, held and told, cancelled, or done without."""

from copy import deepcopy
from datetime import timedelta

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import reverse
from django.utils import timezone

from candidates import services
from candidates.enums import Recommendation, Stage, StayOutcome
from candidates.models import (
    ImmersionStay,
    Parcours,
    Reason,
    StayCancellation,
)
from candidates.services.stay_report import StayNotBegun
from emile.core.context import database_context
from emile.core.workflow import ReasonNeeded, TransitionRefused
from operators.models import User
from tests.factories import act, at_immersion, correct_last_act, plan_stay, propose


TOLD = {
    "outcome": StayOutcome.HELD,
    "work": "Deux entreprises visitées.",
    "home": "Un logement visité.",
    "recommendation": Recommendation.GO_ON,
}


@pytest.fixture(scope="module")
def kept_cast(lasting_cast):
    return lasting_cast


@pytest.fixture(scope="module", autouse=True)
def kept(kept_cast) -> Parcours:
    return at_immersion(*kept_cast)


@pytest.fixture
def parcours(db, kept) -> Parcours:
    return deepcopy(kept)


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def to_the_page_of(client):
    """Sign in as an actor, and give the address of an act of a file."""

    def go(actor, parcours, step, *about):
        client.force_login(User.objects.get(pk=actor.user_id))
        name = "act_about" if about else "act"
        ids = [one.public_id for one in about]
        return reverse(f"candidates:{name}", args=[parcours.public_id, step, *ids])

    return go


def test_the_report_is_due_a_week_after_the_last_day(parcours, host, today):
    stay = plan_stay(host, parcours, today + timedelta(days=10))

    with database_context(host.database_context):
        parcours.refresh_from_db()
    assert stay.last_day == today + timedelta(days=14)
    assert parcours.due_on == stay.last_day + timedelta(days=7)


def test_a_stay_lasts_five_days_unless_said_otherwise(
    submit, to_the_page_of, parcours, host, today
):
    url = to_the_page_of(host, parcours, "plan_stay")

    answer = submit(url, {"first_day": today, "last_day": "", "on": today})

    assert answer.status_code == 302
    stay = ImmersionStay.objects.get()
    assert (stay.first_day, stay.last_day) == (today, today + timedelta(days=4))


def test_dates_that_overlap_are_said_next_to_the_field(
    submit, to_the_page_of, parcours, host, today
):
    plan_stay(host, parcours, today)
    url = to_the_page_of(host, parcours, "plan_stay")

    answer = submit(url, {"first_day": today + timedelta(days=4), "on": today})

    assert answer.status_code == 422
    errors = answer.context["form"].errors
    assert errors["first_day"] == ["Ces dates chevauchent un autre séjour du ménage."]


def test_a_stay_that_has_not_begun_has_no_report(parcours, host, today):
    stay = plan_stay(host, parcours, today + timedelta(days=1))

    with pytest.raises(StayNotBegun):
        act(services.report_stay, host, parcours, stay=stay, **TOLD)


def test_a_report_hands_the_file_over_to_the_household_and_its_team(
    parcours, host, upstream, today
):
    stay = plan_stay(host, parcours, today)

    told = act(services.report_stay, host, parcours, stay=stay, **TOLD)

    assert told.stage == Stage.REFLECTION
    assert told.owner_organisation_id == upstream.organisation_id
    assert told.due_on == today + timedelta(days=14)


def test_a_cancelled_stay_keeps_its_reason_and_frees_its_days(parcours, host, today):
    stay = plan_stay(host, parcours, today)
    transport = Reason.objects.get(use="stay_not_held", code="transport")

    kept = act(services.cancel_stay, host, parcours, stay=stay, stay_reason=transport)

    assert kept.stage == Stage.IMMERSION
    assert StayCancellation.objects.get(stay=stay).reason == transport
    with pytest.raises(TransitionRefused):
        act(services.report_stay, host, parcours, stay=stay, **TOLD)
    assert plan_stay(host, parcours, today).pk != stay.pk


def test_going_on_without_a_stay_takes_a_reason(parcours, host):
    with pytest.raises(ReasonNeeded):
        act(services.waive_stay, host, parcours)

    waived = act(services.waive_stay, host, parcours, reason="La famille y habite déjà.")
    assert waived.stage == Stage.REFLECTION


def test_only_the_host_organises_the_stay(parcours, upstream, today):
    with pytest.raises(TransitionRefused) as refusal:
        plan_stay(upstream, parcours, today)
    assert refusal.value.code == "permission"


def test_who_edits_an_outdated_stay_reads_both_versions(
    submit, to_the_page_of, parcours, host, today
):
    stay = plan_stay(host, parcours, today)
    days = DateRange(today, today + timedelta(days=3))
    told = {"travel": "Car de 8 h", "lodging": ""}
    act(services.edit_stay, host, parcours, stay=stay, version=1, days=days, **told)
    url = to_the_page_of(host, parcours, "edit_stay", stay)
    typed = {"version": 1, "first_day": today, "last_day": today, "travel": "Train", "on": today}

    conflict = submit(url, typed)

    assert conflict.status_code == 409
    assert "Train" in conflict.text
    assert "Car de 8 h" in conflict.text
    kept = dict(conflict.context["kept"])
    assert submit(url, kept).status_code == 302
    stay.refresh_from_db()
    assert (stay.travel, stay.version) == ("Train", 3)


def test_a_change_of_the_stay_is_undone_from_its_history(parcours, host, today):
    stay = plan_stay(host, parcours, today, travel="Train")
    days = DateRange(today, today + timedelta(days=3))
    told = {"travel": "Car de 8 h", "lodging": ""}
    act(services.edit_stay, host, parcours, stay=stay, version=1, days=days, **told)

    correct_last_act(host, parcours)

    stay.refresh_from_db()
    assert (stay.travel, stay.last_day, stay.version) == ("Train", today + timedelta(days=4), 3)


def test_a_stay_to_come_ends_with_its_placement_and_frees_its_days(
    parcours, upstream, host, other_host, today
):
    stay = plan_stay(host, parcours, today + timedelta(days=10))
    act(services.return_to_preparation, upstream, parcours, reason="L’emploi est pourvu.")
    act(services.open_positioning, upstream, parcours)
    placement = propose(upstream, parcours, other_host, "lozere")
    act(services.accept_placement, other_host, parcours, placement=placement)

    elsewhere = plan_stay(other_host, parcours, stay.first_day)

    assert list(ImmersionStay.objects.planned()) == [elsewhere]


def test_a_stay_to_come_is_back_when_the_return_is_corrected(parcours, upstream, host, today):
    stay = plan_stay(host, parcours, today + timedelta(days=10))
    act(services.return_to_preparation, upstream, parcours, reason="L’emploi est pourvu.")

    correct_last_act(upstream, parcours)

    assert list(ImmersionStay.objects.planned()) == [stay]


def test_the_project_page_costs_the_same_whatever_it_holds(
    client, count_queries, parcours, host, today
):
    client.force_login(User.objects.get(pk=host.user_id))
    url = reverse("candidates:file_project", args=[parcours.public_id])
    plan_stay(host, parcours, today)
    with_one = count_queries(lambda: client.get(url))

    for week in range(1, 4):
        plan_stay(host, parcours, today + timedelta(weeks=week))

    assert count_queries(lambda: client.get(url)) == with_one <= 25

"""Leaving a territory is no failure, and coming back opens a new way."""

from copy import deepcopy
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from candidates import services
from candidates.enums import Outcome, ReasonUse, Stage, Standing
from candidates.models import Closure, Household, Parcours, Reason
from candidates.services.departure import NotThere
from emile.core.context import database_context
from emile.core.workflow import TransitionRefused
from operators.enums import OrganisationKind
from territories.models import Departement
from tests.factories import (
    act,
    at_follow_up,
    at_information,
    closed,
    correct_last_act,
    leave,
    make_actor,
    make_mandate,
    note,
    orient,
)


pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def kept_cast(lasting_cast):
    return lasting_cast


@pytest.fixture(scope="module", autouse=True)
def kept(kept_cast) -> Parcours:
    return at_follow_up(*kept_cast)


@pytest.fixture
def settled(db, kept) -> Parcours:
    return deepcopy(kept)


def depart(host, parcours, departement, mandate=None):
    return act(
        services.leave_territory,
        host,
        parcours,
        departement=Departement.objects.get(code=departement),
        departure_reason=Reason.objects.get(use=ReasonUse.LEAVE_TERRITORY, code="family"),
        mandate=mandate,
    )


def come_back(actor, parcours, *, is_committed=True, **fields):
    return act(services.reopen_parcours, actor, parcours, is_committed=is_committed, **fields)


def again(actor, parcours):
    with database_context(actor.database_context):
        return Parcours.objects.for_detail().get(pk=parcours.pk)


def test_elsewhere_the_follow_up_ends_with_its_outcome(host, settled):
    left = depart(host, settled, "93")

    assert (left.stage, left.standing) == (Stage.CLOSED, Standing.CLOSED)
    assert Closure.objects.get(parcours=settled).outcome == Outcome.LEFT_TERRITORY


def test_to_another_territory_its_operator_goes_on(host, other_host, settled, coordinator):
    mandate = make_mandate(other_host, "lozere")

    moved = depart(host, settled, "48", mandate)

    assert moved.stage == Stage.FOLLOW_UP
    assert moved.owner_organisation_id == other_host.organisation_id
    assert moved.territory_id == mandate.territory_id
    with database_context(host.database_context):
        assert Parcours.objects.visible_to(host).filter(pk=settled.pk).exists()
    note(other_host, settled)
    with pytest.raises(TransitionRefused):
        note(host, settled)


def test_it_is_undone_with_the_hands_it_had_changed(host, other_host, settled, coordinator):
    depart(host, settled, "48", make_mandate(other_host, "lozere"))

    correct_last_act(coordinator, settled)

    back = again(host, settled)
    assert back.owner_organisation_id == host.organisation_id
    assert back.territory_id == settled.territory_id


def test_an_operator_goes_on_where_it_welcomes(host, other_host, settled):
    with pytest.raises(NotThere):
        depart(host, settled, "93", make_mandate(other_host, "lozere"))


def test_the_page_says_where_and_why(signed_in, submit, host, settled):
    signed_in(host)
    address = reverse("candidates:act", args=[settled.public_id, "leave_territory"])
    answers = {
        "departement": Departement.objects.get(code="75").pk,
        "departure_reason": Reason.objects.get(use=ReasonUse.LEAVE_TERRITORY, code="work").pk,
        "mandate": "",
        "on": timezone.localdate(),
    }

    assert submit(address, answers | {"departement": ""}).status_code == 422
    assert submit(address, answers).status_code == 302
    assert again(host, settled).standing == Standing.CLOSED


# Coming back


def test_from_an_exit_or_a_closed_file_a_new_one_opens(prescriber, coordinator, upstream, host):
    gone = leave(coordinator, at_information(prescriber, coordinator, upstream))
    over = closed(prescriber, coordinator, upstream, host)

    for before in (gone, over):
        opened = come_back(prescriber, before)

        assert (opened.stage, opened.previous_id) == (Stage.ELIGIBILITY, before.pk)
        assert opened.household_id == before.household_id
        assert again(prescriber, before).standing == before.standing
        with database_context(upstream.database_context):
            mine = Parcours.objects.visible_to(upstream)
            assert mine.filter(pk=before.pk).exists()
            assert not mine.filter(pk=opened.pk).exists()


def test_the_coordinator_reopens_with_the_body_of_the_last_time(prescriber, coordinator):
    opened = come_back(coordinator, leave(coordinator, orient(prescriber)), is_committed=None)

    assert opened.stage == Stage.ORIENTATION
    assert opened.owner_organisation_id == prescriber.organisation_id


def test_a_household_comes_back_once(prescriber, coordinator):
    before = leave(coordinator, orient(prescriber))
    come_back(prescriber, before)

    with pytest.raises(TransitionRefused):
        come_back(prescriber, again(prescriber, before))


def test_it_does_not_come_back_before_it_left(prescriber, coordinator):
    ago = timezone.now() - timedelta(days=10)
    before = leave(coordinator, orient(prescriber, now=ago))

    with pytest.raises(TransitionRefused) as refusal:
        come_back(prescriber, before, on=timezone.localdate() - timedelta(days=3))

    assert refusal.value.code == "date"


def test_what_is_carried_over_is_to_be_confirmed(signed_in, prescriber, coordinator):
    before = leave(coordinator, orient(prescriber))
    opened = come_back(prescriber, before)
    section = reverse("candidates:file_household", args=[opened.public_id])
    browser = signed_in(prescriber)

    page = browser.get(section).text
    assert page.count("À confirmer") == 2
    assert before.get_absolute_url() in page

    with database_context(prescriber.database_context):
        household = Household.objects.get(pk=opened.household_id)
    act(
        services.edit_household,
        prescriber,
        opened,
        household=household,
        version=household.version,
    )
    assert browser.get(section).text.count("À confirmer") == 1


def test_it_is_done_from_the_file_and_leads_to_the_new_one(
    signed_in, submit, prescriber, coordinator
):
    before = leave(coordinator, orient(prescriber))
    browser = signed_in(prescriber)
    address = reverse("candidates:act", args=[before.public_id, "reopen"])

    assert address in browser.get(before.get_absolute_url()).text
    answer = submit(address, {"is_committed": "yes", "on": timezone.localdate()})

    with database_context(prescriber.database_context):
        opened = Parcours.objects.open().get(household=before.household_id)
    assert answer.url == opened.get_absolute_url()


def test_another_body_does_not_reopen(prescriber, coordinator):
    before = leave(coordinator, orient(prescriber))
    stranger = make_actor(OrganisationKind.PRESCRIBER, name="Tout autre")

    with pytest.raises(TransitionRefused):
        come_back(stranger, before)

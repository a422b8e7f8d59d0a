"""Whoever waits for another team asks where it stands, once a day, and the file keeps it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from candidates import services
from emile.core.context import database_context
from emile.core.models import OutboxMessage
from emile.core.templatetags.emile import short_day
from emile.core.workflow import TransitionRefused
from operators.models import Membership, Organisation, User
from tests.factories import act, leave, orient, suspend


pytestmark = pytest.mark.django_db


@pytest.fixture
def parcours(prescriber, coordinator):
    """It is the coordinator's move."""
    Organisation.objects.filter(pk=coordinator.organisation_id).update(email="suivi@exemple.test")
    return orient(prescriber)


def reminders():
    return OutboxMessage.objects.filter(key__startswith="reminded")


def test_whoever_has_the_hand_is_asked_by_a_letter_that_names_nobody(
    parcours, prescriber, coordinator, told_to
):
    after = act(
        services.remind_owner, prescriber, parcours, word="Madame Traoré attend depuis lundi."
    )

    letter = reminders().get()
    assert letter.organisation_id == coordinator.organisation_id
    assert after.household.reference in letter.subject
    assert "Traoré" not in letter.subject + letter.body
    assert Organisation.objects.get(pk=prescriber.organisation_id).name in letter.body
    entry = told_to(coordinator, parcours)[0]
    assert entry.title.startswith("Relance envoyée")
    assert "Traoré" in entry.text


def test_a_reminder_moves_neither_the_turn_nor_the_date(parcours, prescriber):
    before = (parcours.stage, parcours.standing, parcours.owner_organisation_id, parcours.due_on)

    after = act(services.remind_owner, prescriber, parcours)

    assert (after.stage, after.standing, after.owner_organisation_id, after.due_on) == before


def test_one_reminder_leaves_in_twenty_four_hours_whoever_asks(parcours, prescriber):
    act(services.remind_owner, prescriber, parcours)

    with (
        pytest.raises(TransitionRefused, match="moins de 24"),
        database_context(prescriber.database_context),
    ):
        act(services.remind_owner, prescriber, parcours)
    assert reminders().count() == 1


def test_the_next_one_waits_for_twenty_four_hours_even_past_midnight(parcours, prescriber):
    asked = timezone.now()
    tomorrow = asked + timedelta(days=1)
    act(services.remind_owner, prescriber, parcours, now=asked)
    with pytest.raises(TransitionRefused, match="est possible à partir du"):
        act(services.remind_owner, prescriber, parcours, now=tomorrow - timedelta(minutes=1))

    with database_context(prescriber.database_context):
        services.remind_owner(
            actor=prescriber, parcours=parcours, on=timezone.localdate(tomorrow), now=tomorrow
        )

    assert reminders().count() == 2


def test_the_referent_who_has_the_hand_is_asked_too(prescriber, coordinator, parcours):
    referent = User.objects.get(pk=coordinator.user_id)
    act(services.assign_worker, coordinator, parcours, lead_worker=None, owner_user=referent)

    act(services.remind_owner, prescriber, parcours)

    asked = set(reminders().values_list("recipient", flat=True))
    assert asked == {"suivi@exemple.test", referent.email}


def test_nothing_is_noted_when_no_letter_can_leave(parcours, prescriber, coordinator):
    Organisation.objects.filter(pk=coordinator.organisation_id).update(email="")

    with pytest.raises(TransitionRefused, match="Aucune adresse"):
        act(services.remind_owner, prescriber, parcours)


def test_a_referent_who_left_is_not_asked(prescriber, coordinator, parcours):
    referent = User.objects.get(pk=coordinator.user_id)
    act(services.assign_worker, coordinator, parcours, lead_worker=None, owner_user=referent)
    Membership.objects.filter(user=referent).update(is_active=False)

    act(services.remind_owner, prescriber, parcours)

    assert reminders().get().recipient == "suivi@exemple.test"


def test_nobody_reminds_themselves(parcours, coordinator):
    with pytest.raises(TransitionRefused):
        act(services.remind_owner, coordinator, parcours)


def test_from_what_waits_for_others_to_the_reminder(parcours, prescriber, signed_in, submit):
    address = reverse("candidates:act", args=[parcours.public_id, "remind"])
    page = signed_in(prescriber).get(reverse("candidates:to_do")).content.decode()
    assert address in page

    answer = submit(address, {"word": ""})

    assert answer.status_code == 302
    assert reminders().count() == 1
    told = signed_in(prescriber).get(reverse("candidates:to_do")).text
    assert f"relancé le {short_day(timezone.localdate())}" in told
    assert "a déjà reçu une relance le" in signed_in(prescriber).get(address).text


@pytest.mark.parametrize("stop", [suspend, leave])
def test_nobody_is_asked_of_a_file_that_sleeps_or_is_over(parcours, prescriber, coordinator, stop):
    stop(coordinator, parcours)

    with pytest.raises(TransitionRefused):
        act(services.remind_owner, prescriber, parcours)
    assert not reminders().exists()


def test_what_waits_for_me_offers_no_reminder(parcours, coordinator, signed_in):
    page = signed_in(coordinator).get(reverse("candidates:to_do")).content.decode()

    assert "Relancer" not in page

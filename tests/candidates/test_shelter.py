"""A household without a roof comes first everywhere, and its file stays where it is."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from candidates import services
from candidates.enums import ResidentialKind, Tonight
from candidates.models import Parcours, ShelterLoss
from candidates.models.life import running_losses, urgent_q
from emile.core.context import database_context
from emile.core.models import OutboxMessage
from emile.core.workflow import TransitionRefused
from operators.models import Organisation
from tests.factories import (
    act,
    at_follow_up,
    at_information,
    at_positioning,
    correct_last_act,
    leave,
    lose_shelter,
    orient,
    propose,
)


pytestmark = pytest.mark.django_db


def urgent(actor):
    with database_context(actor.database_context):
        return set(
            Parcours.objects.visible_to(actor).filter(urgent_q()).values_list("pk", flat=True)
        )


def find(actor, parcours, **fields):
    loss = ShelterLoss.objects.get(parcours=parcours)
    return act(
        services.find_shelter, actor, parcours, loss=loss, kind=ResidentialKind.SHELTER, **fields
    )


def test_everyone_who_holds_the_file_sees_it_first(prescriber, coordinator, upstream, host):
    parcours = at_positioning(prescriber, coordinator, upstream)
    propose(upstream, parcours, host)
    after = lose_shelter(host, parcours)

    assert after.stage == parcours.stage
    for actor in (prescriber, coordinator, upstream, host):
        assert urgent(actor) == {parcours.pk}


def test_it_comes_first_among_what_waits_and_is_marked_in_the_list(
    signed_in, prescriber, coordinator
):
    waiting = orient(prescriber)
    urgent_one = lose_shelter(prescriber, orient(prescriber))
    with database_context(coordinator.database_context):
        Parcours.objects.filter(pk=waiting.pk).update(due_on=timezone.localdate())
    browser = signed_in(coordinator)

    page = browser.get(reverse("candidates:to_do"))

    assert page.context["page"].rows == [urgent_one, waiting]
    for address in ("candidates:to_do", "candidates:parcours_list"):
        assert browser.get(reverse(address)).text.count("Plus d’hébergement") == 1


@pytest.mark.parametrize("reach", [orient, at_follow_up])
def test_it_is_told_at_any_stage(prescriber, coordinator, upstream, host, reach):
    cast = (prescriber,) if reach is orient else (prescriber, coordinator, upstream, host)
    parcours = reach(*cast)

    lose_shelter(prescriber, parcours)

    assert urgent(prescriber) == {parcours.pk}


def test_the_orienting_body_and_the_coordinator_are_told_without_a_name(
    prescriber, coordinator, upstream
):
    Organisation.objects.filter(
        pk__in=[prescriber.organisation_id, coordinator.organisation_id]
    ).update(email="equipe@exemple.test")
    parcours = at_information(prescriber, coordinator, upstream)
    OutboxMessage.objects.all().delete()

    lose_shelter(upstream, parcours, phone="+33612345678")

    (message,) = OutboxMessage.objects.all()
    assert message.subject.startswith("Urgent")
    assert parcours.household.reference in message.body
    assert "115" in message.body
    assert "Awa" not in message.body
    assert "+33612345678" not in message.body


def test_it_ends_when_something_is_found(prescriber, coordinator):
    parcours = lose_shelter(prescriber, orient(prescriber))

    find(coordinator, parcours)

    assert urgent(prescriber) == set()
    with pytest.raises(TransitionRefused):
        find(coordinator, parcours)


def test_it_is_told_once_and_corrected_whatever_followed(prescriber, coordinator):
    parcours = lose_shelter(prescriber, orient(prescriber))

    with pytest.raises(TransitionRefused):
        lose_shelter(prescriber, parcours)
    correct_last_act(prescriber, parcours)

    assert urgent(prescriber) == set()
    lose_shelter(prescriber, parcours)
    assert urgent(prescriber) == {parcours.pk}


def test_it_is_not_found_before_it_was_lost(prescriber, coordinator):
    ago = timezone.now() - timedelta(days=9)
    parcours = lose_shelter(prescriber, orient(prescriber, now=ago))

    with pytest.raises(TransitionRefused) as refusal:
        find(prescriber, parcours, on=timezone.localdate() - timedelta(days=2))

    assert refusal.value.code == "date"


def test_a_file_that_is_over_is_not_urgent(prescriber, coordinator):
    parcours = lose_shelter(prescriber, orient(prescriber))

    leave(coordinator, parcours)

    assert urgent(prescriber) == set()


def test_every_page_of_the_file_says_so_and_what_to_call(
    signed_in, submit, prescriber, coordinator
):
    parcours = orient(prescriber)
    browser = signed_in(prescriber)
    address = reverse("candidates:act", args=[parcours.public_id, "lose_shelter"])

    assert 'href="tel:115"' in browser.get(address).text
    answer = submit(
        address,
        {"tonight": Tonight.NOWHERE, "phone": "06 12 34 56 78", "on": timezone.localdate()},
    )

    assert answer.status_code == 302
    loss = running_losses().get()
    end = reverse("candidates:act_about", args=[parcours.public_id, "find_shelter", loss.public_id])
    for name in ("parcours_detail", "file_household"):
        page = browser.get(reverse(f"candidates:{name}", args=[parcours.public_id])).text
        assert "plus d’hébergement" in page
        assert "+33612345678" in page
        assert end in page
    submit(end, {"kind": ResidentialKind.SHELTER, "on": timezone.localdate()})
    assert "plus d’hébergement" not in browser.get(parcours.get_absolute_url()).text

"""What an organisation puts aside leaves « À faire » until a day, and comes back by itself."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from candidates.models import Parcours, Snooze
from candidates.services.snooze import SnoozeRefused, set_aside, take_back
from emile.core.context import database_context, system
from operators.enums import OrganisationKind
from tests.factories import at_diagnosis, make_actor, suspend


pytestmark = pytest.mark.django_db


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def parcours(prescriber, coordinator, upstream):
    """It is the upstream operator's move, for thirty days."""
    return at_diagnosis(prescriber, coordinator, upstream)


@pytest.fixture
def aside(parcours, upstream, today):
    def put(days=10, actor=upstream, **more):
        with database_context(actor.database_context):
            return set_aside(
                actor=actor,
                parcours=parcours,
                until=today + timedelta(days=days),
                reason="Attend la réponse de la mairie.",
                today=today,
                **more,
            )

    return put


def waiting(actor, day):
    with database_context(actor.database_context):
        files = Parcours.objects.visible_to(actor)
        return (
            files.waiting_for(actor.organisation_id, day).count(),
            files.set_aside_by(actor.organisation_id, day).count(),
        )


def test_it_leaves_the_list_of_the_whole_organisation_and_comes_back(
    parcours, upstream, aside, today
):
    colleague = make_actor(OrganisationKind.UPSTREAM, name="Amont de test")
    aside(days=10)

    for actor in (upstream, colleague):
        assert waiting(actor, today) == (0, 1)
        assert waiting(actor, today + timedelta(days=9)) == (0, 1)
        assert waiting(actor, today + timedelta(days=10)) == (1, 0)


def test_another_due_date_brings_it_back(parcours, upstream, aside, today):
    aside()
    with database_context(system("essai")):
        Parcours.objects.filter(pk=parcours.pk).update(due_on=today + timedelta(days=2))

    assert waiting(upstream, today) == (1, 0)


def test_putting_it_back_does_it_at_once_and_twice_is_once(parcours, upstream, aside, today):
    aside()
    for _ in range(2):
        with database_context(upstream.database_context):
            take_back(actor=upstream, parcours=parcours)

    assert waiting(upstream, today) == (1, 0)


def test_put_aside_again_takes_the_new_day(upstream, aside, today):
    aside(days=3)
    aside(days=12)

    with database_context(upstream.database_context):
        assert Snooze.objects.get().until == today + timedelta(days=12)


@pytest.mark.parametrize(("days", "code"), [(0, "past"), (-3, "past"), (31, "long")])
def test_not_today_and_not_beyond_thirty_days(aside, days, code):
    with pytest.raises(SnoozeRefused) as refused:
        aside(days=days)
    assert refused.value.code == code


def test_beyond_the_due_date_one_says_so(parcours, aside, today, upstream):
    with database_context(system("essai")):
        Parcours.objects.filter(pk=parcours.pk).update(due_on=today + timedelta(days=5))
        parcours.refresh_from_db()

    with pytest.raises(SnoozeRefused) as refused:
        aside(days=6)
    assert (refused.value.code, refused.value.field) == ("due", "beyond_due_date")
    aside(days=5)
    aside(days=6, beyond_due_date=True)
    assert waiting(upstream, today) == (0, 1)


def test_only_who_has_the_hand_puts_aside(parcours, aside, prescriber, coordinator, upstream):
    for actor in (prescriber, coordinator):
        with pytest.raises(SnoozeRefused) as refused:
            aside(actor=actor)
        assert refused.value.code == "hand"
    parcours = suspend(upstream, parcours)
    with pytest.raises(SnoozeRefused), database_context(upstream.database_context):
        take_back(actor=upstream, parcours=parcours)


def test_why_is_read_by_ones_own_organisation_only(aside, upstream, prescriber):
    aside()

    for actor, count in ((upstream, 1), (prescriber, 0)):
        with database_context(actor.database_context):
            assert Snooze.objects.count() == count


def test_from_the_row_to_the_list_of_what_is_aside_and_back(
    parcours, upstream, signed_in, submit, today
):
    desk, to_do = signed_in(upstream), reverse("candidates:to_do")
    address = reverse("candidates:snooze", args=[parcours.public_id])
    assert address in desk.get(to_do).text
    until = today + timedelta(days=4)

    answer = submit(address, {"until": until.isoformat(), "reason": "Attend la mairie."})

    assert answer.url == to_do
    page = desk.get(to_do)
    assert page.context["page"].total == 0
    assert "Mis de côté (1)" in page.text
    aside = desk.get(reverse("candidates:snoozed"))
    assert len(aside.context["rows"]) == 1
    assert "Attend la mairie." in aside.text

    submit(reverse("candidates:unsnooze", args=[parcours.public_id]))
    assert desk.get(to_do).context["page"].total == 1
    assert "Rien n’est mis de côté" in desk.get(reverse("candidates:snoozed")).text


def test_a_refusal_is_said_beside_the_field_and_keeps_what_was_typed(
    parcours, upstream, signed_in, submit, today
):
    signed_in(upstream)
    address = reverse("candidates:snooze", args=[parcours.public_id])

    answer = submit(
        address, {"until": (today + timedelta(days=40)).isoformat(), "reason": "Attend la mairie."}
    )

    assert answer.status_code == 422
    assert "until" in answer.context["form"].errors
    assert "Attend la mairie." in answer.text


def test_the_others_are_led_to_the_file(parcours, prescriber, signed_in):
    answer = signed_in(prescriber).get(reverse("candidates:snooze", args=[parcours.public_id]))
    assert answer.url == parcours.get_absolute_url()

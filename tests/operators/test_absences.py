"""Who is away, who stands in, and who says so."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from emile.core.errors import DomainError
from operators.models import Absence, DirectoryEvent
from operators.selectors import reached_for
from operators.services import declare_absence, end_absence
from tests.operators.factories import THEN, MembershipFactory


pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def manager():
    return MembershipFactory(manager=True)


@pytest.fixture
def away(manager):
    return MembershipFactory(organisation=manager.organisation)


@pytest.fixture
def colleague(manager):
    return MembershipFactory(organisation=manager.organisation)


def day(number):
    return TODAY + timedelta(days=number)


def declare(actor, away, colleague, since=0, until=7):
    return declare_absence(
        actor=actor.as_actor(),
        membership=away,
        substitute=colleague,
        since=day(since),
        until=day(until),
        now=THEN,
    )


def told(membership, on):
    return reached_for(membership.organisation_id, membership.user_id, on)


def test_letters_go_to_whoever_stands_in_for_those_days_only(away, colleague):
    declare(away, away, colleague)

    assert told(away, day(0)) == told(away, day(7)) == [colleague.user.email]
    assert told(away, day(-1)) == told(away, day(8)) == [away.user.email]


def test_a_substitute_who_has_left_is_not_written_to(away, colleague):
    declare(away, away, colleague)
    colleague.is_active = False
    colleague.save()

    assert told(away, day(0)) == [away.user.email]


def test_it_is_written_in_the_journal(manager, away, colleague):
    absence = declare(manager, away, colleague)
    end_absence(actor=away.as_actor(), absence=absence, on=day(2), now=THEN)

    kinds = DirectoryEvent.objects.filter(subject=away.public_id).order_by("pk")
    assert list(kinds.values_list("kind", flat=True)) == ["absence_declared", "absence_ended"]


def test_nobody_declares_the_absence_of_a_colleague(away, colleague):
    with pytest.raises(DomainError):
        declare(colleague, away, colleague)
    assert not Absence.objects.exists()


@pytest.mark.parametrize(("since", "until"), [(0, 7), (7, 9), (-3, 0), (2, 3)])
def test_one_absence_at_a_time(away, colleague, since, until):
    declare(away, away, colleague)

    with pytest.raises(ValidationError, match="déjà notée"):
        declare(away, away, colleague, since, until)


def test_the_next_one_may_follow_at_once(away, colleague):
    declare(away, away, colleague)
    declare(away, away, colleague, 8, 9)

    assert Absence.objects.count() == 2


def test_nobody_stands_in_for_themselves(away):
    with pytest.raises(ValidationError, match="quelqu’un d’autre"):
        declare(away, away, away)


def test_nor_does_somebody_from_elsewhere(away):
    with pytest.raises(ValidationError, match="même organisation"):
        declare(away, away, MembershipFactory())


def test_back_earlier_it_ended_the_day_before(away, colleague):
    absence = declare(away, away, colleague, -2, 7)

    end_absence(actor=away.as_actor(), absence=absence, on=day(0), now=THEN)
    end_absence(actor=away.as_actor(), absence=absence, on=day(0), now=THEN)

    absence.refresh_from_db()
    assert absence.until == day(-1)
    assert DirectoryEvent.objects.filter(kind="absence_ended").count() == 1


def test_one_that_had_not_begun_leaves_nothing(away, colleague):
    absence = declare(away, away, colleague, 3, 7)

    end_absence(actor=away.as_actor(), absence=absence, on=day(0), now=THEN)

    assert not Absence.objects.exists()


# Its pages


@pytest.fixture
def send(client, away):
    client.force_login(away.user)

    def post(**fields):
        url = reverse("operators:absence_declare", args=[away.public_id])
        return client.post(url, {"once": str(uuid4()), **fields})

    return post


def test_from_ones_own_page(client, send, away, colleague):
    answer = send(since=day(1).isoformat(), until=day(5).isoformat(), substitute=colleague.pk)

    page = client.get(answer.url).text
    assert f"remplacement par {colleague.user.get_full_name()}" in page
    assert "Mettre fin à cette absence" in page


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [
        (5, 1, "La date de fin est antérieure à la date de début."),
        (-9, -2, "Cette absence est déjà finie."),
        (0, 400, "Au-delà d’un an"),
    ],
)
def test_days_that_make_no_sense(send, colleague, since, until, said):
    answer = send(
        since=day(since).isoformat(), until=day(until).isoformat(), substitute=colleague.pk
    )

    assert answer.status_code == 422
    assert said in answer.text
    assert not Absence.objects.exists()


def test_a_second_one_on_the_same_days_says_why(send, away, colleague):
    declare(away, away, colleague)

    answer = send(since=day(1).isoformat(), until=day(2).isoformat(), substitute=colleague.pk)

    assert answer.status_code == 422
    assert "Une absence est déjà notée à ces dates." in answer.text


def test_only_colleagues_are_proposed(send, colleague):
    stranger = MembershipFactory()

    answer = send(since=day(1).isoformat(), until=day(2).isoformat(), substitute=stranger.pk)

    assert answer.status_code == 422
    assert colleague.user.get_full_name() in answer.text
    assert stranger.user.get_full_name() not in answer.text


def test_alone_in_an_organisation_one_is_told_what_to_do(client, manager):
    client.force_login(manager.user)

    page = client.get(reverse("operators:member_detail", args=[manager.public_id])).text

    assert "inviter un ou une collègue" in page
    assert "Noter une absence" not in page

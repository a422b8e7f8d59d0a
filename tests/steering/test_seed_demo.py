"""The demonstration's households reach their goal through the services."""

from collections import Counter
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone

from candidates.enums import Stage, Standing
from candidates.models import Parcours, ParcoursEvent
from candidates.selectors.news import awaited_news
from emile.core.context import database_context, system
from emile.core.models import MessageState, OutboxMessage
from emile.steering.demo import HOUSEHOLDS
from emile.steering.jobs import look_at_invariants
from emile.steering.models import InvariantResult
from operators.enums import MembershipRole, OrganisationKind
from operators.models import Absence, Membership
from territories.enums import HoldStage, OfferKind
from territories.models import Hold, Territory
from territories.models.hold import TAKEN
from territories.selectors.welcome import capacity_of


pytestmark = pytest.mark.django_db


def test_every_household_is_where_its_story_says_and_some_keep_a_place():
    call_command("seed_demo")

    today = timezone.localdate()
    with database_context(system("test")):
        reached = Counter(Parcours.objects.values_list("stage", flat=True))
        standings = set(Parcours.objects.values_list("standing", flat=True))
        undecided = Hold.objects.live_on(today).exclude(stage__in=TAKEN).order_by("pk")
        kept = list(undecided.values_list("stage", "offer__kind"))
        said = {
            row.capacity is not None
            for row in capacity_of(Territory.objects.get(slug="cantal"), today)
        }
    assert reached == Counter(household.goal for household in HOUSEHOLDS)
    assert {Standing.SUSPENDED, Standing.CLOSED, Standing.TO_DO} <= standings
    assert set(reached) == set(Stage)
    assert kept == [
        (HoldStage.HELD, OfferKind.HOME),
        (HoldStage.WAITING, OfferKind.HOME),
        (HoldStage.HELD, None),
    ]
    assert said == {True, False}
    assert look_at_invariants() == 0, list(InvariantResult.objects.exclude(count=0).values("code"))


def test_news_was_given_once_and_is_awaited_again():
    call_command("seed_demo", households=2)

    member = Membership.objects.get(user__email="accueil@demo.emile.example")
    host = member.as_actor(OrganisationKind.HOST)
    with database_context(host.database_context):
        told = ParcoursEvent.objects.filter(kind="ask_news").order_by("sequence")
        answered = list(told.values_list("payload__was_answered", flat=True))
        (awaited,) = awaited_news(actor=host, today=timezone.localdate())
    assert answered == [True, False]
    assert awaited.tries == 1


def test_no_letter_of_the_past_is_left_to_send():
    call_command("seed_demo", households=2)

    letters = OutboxMessage.objects.filter(parcours_id__isnull=False)
    with database_context(system("test")):
        acts = set(ParcoursEvent.objects.values_list("parcours", "recorded_at"))
    assert {letter.state for letter in letters} == {MessageState.SENT}
    assert {(letter.parcours_id, letter.sent_at) for letter in letters} <= acts


def test_every_team_has_a_manager_and_caseworkers_among_whom_the_files_are_spread():
    call_command("seed_demo", households=12)

    upstream = Membership.objects.get(user__email="amont@demo.emile.example")
    (cover,) = Absence.objects.on(timezone.localdate()).select_related("membership__user")
    with database_context(system("test")):
        leads = set(Parcours.objects.values_list("lead_worker", flat=True))
        owners = set(Parcours.objects.open().values_list("owner_user", flat=True))
    for who in ("coordination", "orienteur", "amont", "accueil"):
        manager = Membership.objects.get(user__email=f"{who}@demo.emile.example")
        team = Membership.objects.filter(organisation=manager.organisation_id)
        assert manager.is_manager
        assert team.exclude(role=MembershipRole.MANAGER).count() == 2
    assert len(leads) == 3
    assert len(owners - {None}) > 1
    assert None in owners
    assert cover.substitute == upstream
    assert cover.membership.organisation_id == upstream.organisation_id


@time_machine.travel(datetime(2026, 3, 10, 6, 30, tzinfo=ZoneInfo("Europe/Paris")), tick=False)
def test_before_nine_nothing_is_ahead_of_the_present():
    call_command("seed_demo", households=4)

    with database_context(system("test")):
        ahead = ParcoursEvent.objects.filter(recorded_at__gt=timezone.now())
        assert not ahead.exists()


def test_a_second_seed_adds_nothing():
    call_command("seed_demo", households=1)
    call_command("seed_demo", households=1)

    with database_context(system("test")):
        assert Parcours.objects.count() == 1

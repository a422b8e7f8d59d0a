"""Two people and one offer, or one need, at the same instant."""

from datetime import timedelta

from django.utils import timezone

from emile.core.context import database_context
from emile.core.errors import DomainError
from emile.core.workflow import TransitionRefused
from operators.enums import OrganisationKind
from territories.models import TerritoryNeed
from territories.selectors.links import token_of
from territories.services.answers import answer_by_link
from territories.services.offers import move_offer
from tests.factories import make_actor, make_home, make_mandate, make_need


def test_to_fill_and_to_withdraw_at_once_has_one_winner(committing_db, at_once):
    host = make_actor(OrganisationKind.HOST)
    make_mandate(host, "cantal")
    offer = make_home(host)

    def move(step):
        with database_context(host.database_context):
            return move_offer(
                actor=host, offer=offer, step=step, on=timezone.localdate(), now=timezone.now()
            )

    outcomes = at_once(lambda: move("fill"), lambda: move("withdraw"))

    assert sorted(isinstance(one, TransitionRefused) for one in outcomes) == [False, True]
    assert offer.events.count() == 3


def test_a_link_serves_one_of_two_people_who_answer_at_once(committing_db, at_once):
    host = make_actor(OrganisationKind.HOST)
    make_mandate(host, "cantal")
    today = timezone.localdate()
    offer = make_home(host, on=today - timedelta(days=28), contact_email="bailleur@exemple.test")
    token = token_of(offer)

    def answer(stands):
        return answer_by_link(token=token, stands=stands, on=today, now=timezone.now())

    outcomes = at_once(lambda: answer(True), lambda: answer(True))

    assert sorted(isinstance(one, DomainError) for one in outcomes) == [False, True]
    assert offer.events.count() == 3


def test_the_same_need_written_twice_at_once_is_written_once(committing_db, at_once):
    host = make_actor(OrganisationKind.HOST)
    make_mandate(host, "cantal")

    outcomes = at_once(lambda: make_need(host), lambda: make_need(host))

    assert sorted(isinstance(one, DomainError) for one in outcomes) == [False, True]
    assert TerritoryNeed.objects.count() == 1

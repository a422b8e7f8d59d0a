"""Two people and one offer, or one need, at the same instant."""

from datetime import timedelta

import pytest
from django.utils import timezone

from emile.core.context import database_context
from emile.core.errors import DomainError, StaleVersion
from emile.core.workflow import TransitionRefused
from operators.enums import OrganisationKind
from territories.enums import ExpectedStatus
from territories.models import CommuneServices, TerritoryNeed
from territories.models.expected import ALREADY_WRITTEN
from territories.selectors.links import token_of
from territories.services.answers import answer_by_link
from territories.services.expected import edit_expected, move_expected
from territories.services.offers import move_offer
from tests.factories import (
    make_actor,
    make_home,
    make_mandate,
    make_need,
    make_services,
    make_usual_home,
)


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


def test_of_two_first_tellings_of_a_commune_at_once_the_second_is_stale(committing_db, at_once):
    host = make_actor(OrganisationKind.HOST)
    make_mandate(host, "cantal")

    outcomes = at_once(
        lambda: make_services(host, version=0, doctor=True),
        lambda: make_services(host, version=0, doctor=False),
    )

    assert sorted(isinstance(one, StaleVersion) for one in outcomes) == [False, True]
    assert CommuneServices.objects.get().version == 1


@pytest.mark.parametrize(
    ("make", "partner"), [(make_need, "employer"), (make_usual_home, "landlord")]
)
@pytest.mark.parametrize("rival", ["restored", "edited"])
def test_what_is_restored_while_the_same_is_written_is_written_once(
    committing_db, at_once, make, partner, rival
):
    host = make_actor(OrganisationKind.HOST)
    make_mandate(host, "cantal")
    how = {"actor": host, "on": timezone.localdate(), "now": timezone.now()}

    def move(expected, step):
        with database_context(host.database_context):
            return move_expected(expected=expected, step=step, **how)

    def make_the_same(expected):
        with database_context(host.database_context):
            return edit_expected(expected=expected, version=1, changes={partner: None}, **how)

    first = move(make(host), "retire")
    if rival == "restored":
        second = move(make(host), "retire")
        outcomes = at_once(lambda: move(first, "restore"), lambda: move(second, "restore"))
    else:
        second = make(host, other=1)
        outcomes = at_once(lambda: move(first, "restore"), lambda: make_the_same(second))

    [refusal] = [one for one in outcomes if isinstance(one, Exception)]
    assert isinstance(refusal, DomainError)
    assert str(refusal) == ALREADY_WRITTEN
    same = type(first).objects.filter(status=ExpectedStatus.CURRENT, **{partner: None})
    assert same.count() == 1

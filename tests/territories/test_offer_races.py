"""Two people and one offer, at the same instant."""

from django.utils import timezone

from emile.core.context import database_context
from emile.core.workflow import TransitionRefused
from operators.enums import OrganisationKind
from territories.services.offers import move_offer
from tests.factories import make_actor, make_home, make_mandate


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

"""Two coordinators who publish at the same instant."""

from django.utils import timezone

from emile.core.errors import StaleVersion
from matching.models import PublishedWeights
from matching.services.weights import publish_weights
from matching.verdict.score import USUAL
from operators.enums import OrganisationKind
from tests.factories import make_actor


def test_of_two_who_publish_at_once_the_second_is_told_that_it_has_read_the_past(
    committing_db, at_once
):
    coordinator = make_actor(OrganisationKind.COORDINATOR)

    def publish():
        return publish_weights(
            actor=coordinator, version=1, points=USUAL, reason="Essai.", now=timezone.now()
        )

    outcomes = at_once(publish, publish)

    assert sorted(isinstance(one, StaleVersion) for one in outcomes) == [False, True]
    assert PublishedWeights.objects.count() == 1

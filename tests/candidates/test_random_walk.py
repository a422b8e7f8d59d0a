"""Whatever people do, in whatever order, a file is never in an illegal state.

Every act goes through its service, with its true fact; most are refused, and leave no trace.
"""

import itertools
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings, strategies as st

from candidates.enums import (
    OPEN_STANDINGS,
    WORKING_STANDINGS,
    PlacementStatus,
    Stage,
    Standing,
)
from candidates.models import (
    Parcours,
    ParcoursEvent,
)
from candidates.selectors.tracks import fast_track_of
from candidates.workflow import clock
from candidates.workflow.engine import PROJECTED
from emile.core.context import database_context
from emile.core.errors import DomainError
from tests.factories.walker import ACTS, STRAIGHT, NothingToActOn, Walker


pytestmark = pytest.mark.django_db
WALKS, LONGEST = 40, 60


def assert_invariants(parcours: Parcours, today: date) -> None:
    events = list(ParcoursEvent.objects.filter(parcours=parcours).order_by("sequence"))
    assert [event.sequence for event in events] == list(range(1, len(events) + 1))
    for before, after in itertools.pairwise(events):
        assert (after.from_stage, after.from_standing) == (before.to_stage, before.to_standing)
    last = events[-1]
    assert (parcours.stage, parcours.standing) == (last.to_stage, last.to_standing)
    for name in set(PROJECTED) - {"stage", "standing"}:
        assert getattr(parcours, name) == getattr(last, name), name
    assert (parcours.stage == Stage.CLOSED) == (parcours.standing == Standing.CLOSED)
    if parcours.standing in OPEN_STANDINGS:
        assert parcours.owner_organisation_id is not None
        assert parcours.due_on is not None
    if parcours.standing in WORKING_STANDINGS:
        turn = clock.turn(parcours, parcours.stage, parcours.stage_since, today)
        assert (parcours.owner_organisation_id, parcours.due_on) == (turn.owner_id, turn.due_on)
    if parcours.stage == Stage.INSTALLATION and fast_track_of(parcours):
        assert parcours.placements.active().count() == 1
    elif parcours.stage in {Stage.INSTALLATION, Stage.FOLLOW_UP}:
        assert parcours.placements.filter(status=PlacementStatus.VALIDATED).count() == 1
    if parcours.stage in {Stage.IMMERSION, Stage.REFLECTION, Stage.VALIDATION}:
        assert parcours.placements.filter(status=PlacementStatus.ACCEPTED).count() == 1


@settings(
    max_examples=WALKS,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    # A failing walk is told as it is: shrinking it would replay it for minutes.
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(
    far=st.integers(0, len(STRAIGHT)),
    detours=st.lists(st.sampled_from(ACTS), min_size=3, max_size=LONGEST),
)
def test_no_walk_reaches_an_illegal_state(far, detours, coordinator, prescriber, upstream, host):
    cast = {actor.kind.value: actor for actor in (coordinator, prescriber, upstream, host)}
    with transaction.atomic():
        walker = Walker(cast)
        with database_context(coordinator.database_context):
            for name in (*STRAIGHT[:far], *detours):
                try:
                    with transaction.atomic():
                        getattr(walker, name)()
                except (DomainError, ValidationError, NothingToActOn):
                    pass
                walker.parcours = Parcours.objects.get(pk=walker.parcours.pk)
                assert_invariants(walker.parcours, walker.today)
        transaction.set_rollback(True)


def test_the_straight_walk_reaches_the_end(coordinator, prescriber, upstream, host):
    cast = {actor.kind.value: actor for actor in (coordinator, prescriber, upstream, host)}
    walker = Walker(cast)

    with database_context(coordinator.database_context):
        for name in STRAIGHT:
            getattr(walker, name)()
            walker.parcours = Parcours.objects.get(pk=walker.parcours.pk)
            assert_invariants(walker.parcours, walker.today)

    assert walker.parcours.stage == Stage.CLOSED

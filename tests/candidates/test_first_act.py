"""A household is oriented, then declared eligible: the path every act takes."""

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from candidates import services
from candidates.enums import Stage, Standing
from candidates.models import EligibilityDecision, Household, Parcours, ParcoursEvent
from emile.core.context import database_context
from emile.core.workflow import ReasonNeeded, TransitionRefused
from operators.models import Organisation, User
from tests.factories import a_candidate, orient


pytestmark = pytest.mark.django_db


def decide(actor, parcours, upstream, **fields):
    with database_context(actor.database_context):
        return services.declare_eligible(
            actor=actor,
            parcours=parcours,
            upstream=Organisation.objects.get(pk=upstream.organisation_id),
            on=timezone.localdate(),
            now=timezone.now(),
            **fields,
        )


def test_an_orientation_opens_the_file_and_hands_it_to_the_coordinator(prescriber, coordinator):
    parcours = orient(prescriber)

    assert (parcours.stage, parcours.standing) == (Stage.ELIGIBILITY, Standing.TO_DO)
    assert parcours.owner_organisation_id == coordinator.organisation_id
    assert parcours.due_on > timezone.localdate()


def test_each_change_of_stage_leaves_one_row_with_who_made_it(prescriber, coordinator, upstream):
    parcours = orient(prescriber)
    decide(coordinator, parcours, upstream, reason="Appelé hier par la structure.")

    rows = ParcoursEvent.objects.filter(parcours=parcours).order_by("sequence")
    assert [(row.sequence, row.kind, row.to_stage) for row in rows] == [
        (1, "open", Stage.ORIENTATION),
        (2, "orient", Stage.ELIGIBILITY),
        (3, "declare_eligible", Stage.INFORMATION),
    ]
    assert rows[2].actor_organisation_id == coordinator.organisation_id


def test_without_commitment_the_file_waits_in_orientation(prescriber):
    parcours = orient(prescriber, is_committed=None)

    assert parcours.stage == Stage.ORIENTATION
    assert parcours.owner_organisation_id == prescriber.organisation_id


def test_a_decision_without_a_call_asks_why(prescriber, coordinator, upstream):
    parcours = orient(prescriber)

    with pytest.raises(ReasonNeeded):
        decide(coordinator, parcours, upstream)


def test_criteria_that_are_not_met_block_unless_overridden(prescriber, coordinator, upstream):
    parcours = orient(prescriber, people=[a_candidate(language_level="A0")])

    with pytest.raises(TransitionRefused) as refusal:
        decide(coordinator, parcours, upstream, reason="Jointe par SMS.")
    assert refusal.value.code == "the_household_is_eligible"

    decided = decide(
        coordinator, parcours, upstream, reason="Jointe.", override_reason="Cours commencé."
    )
    assert decided.stage == Stage.INFORMATION


@pytest.mark.parametrize(("level", "is_overridden"), [("A0", True), ("B1", False)])
def test_only_a_criterion_that_is_not_met_is_overridden(
    prescriber, coordinator, upstream, level, is_overridden
):
    parcours = orient(prescriber, people=[a_candidate(language_level=level)])

    decide(coordinator, parcours, upstream, reason="Jointe.", override_reason="Cours commencé.")

    act = ParcoursEvent.objects.get(parcours=parcours, kind="declare_eligible")
    assert act.payload["overridden"] is is_overridden
    decision = EligibilityDecision.objects.get(parcours=parcours)
    assert bool(decision.override_reason) is is_overridden


def test_an_orienting_body_may_not_decide(prescriber, upstream):
    parcours = orient(prescriber)

    with pytest.raises(TransitionRefused) as refusal:
        decide(prescriber, parcours, upstream)
    assert refusal.value.code == "permission"


def test_a_refused_act_leaves_nothing_behind(prescriber, coordinator, upstream):
    parcours = orient(prescriber)
    before = ParcoursEvent.objects.count()

    with pytest.raises(ReasonNeeded):
        decide(coordinator, parcours, upstream)

    assert ParcoursEvent.objects.count() == before
    with database_context(upstream.database_context):
        assert not Parcours.objects.visible_to(upstream).exists()


def test_row_level_security_shows_files_by_access_only(prescriber, other_prescriber, coordinator):
    parcours = orient(prescriber)

    def seen_by(actor):
        with database_context(actor.database_context if actor else None):
            return (
                Parcours.objects.filter(pk=parcours.pk).count(),
                Household.objects.filter(pk=parcours.household_id).count(),
            )

    assert seen_by(prescriber) == (1, 1)
    assert seen_by(coordinator) == (1, 1)
    assert seen_by(other_prescriber) == (0, 0)
    assert seen_by(None) == (0, 0)


def test_history_names_who_changed_what(prescriber, coordinator):
    parcours = orient(prescriber)

    with database_context(coordinator.database_context), connection.cursor() as cursor:
        cursor.execute(
            "SELECT pgh_label, pgh_context->>'organisation' FROM candidates_parcourshistory"
            " WHERE id = %s ORDER BY pgh_id",
            [parcours.pk],
        )
        rows = cursor.fetchall()
    assert rows[0] == ("insert", str(prescriber.organisation_id))


def test_the_criteria_are_read_where_the_decision_is_made(client, prescriber, coordinator):
    parcours = orient(prescriber, people=[a_candidate(language_level="A0")])
    client.force_login(
        User.objects.get(pk=coordinator.user_id),
        backend="django.contrib.auth.backends.ModelBackend",
    )

    page = client.get(reverse("candidates:act", args=[parcours.public_id, "declare_eligible"]))

    assert "non rempli" in page.text
    assert "Motif de la dérogation" in page.text

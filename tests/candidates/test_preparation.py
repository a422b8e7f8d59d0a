"""The action plan line by line, and going on to the positioning."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from candidates import services
from candidates.enums import ActionOwner, ActionState, PlanAxis, Stage, Standing
from candidates.models import Parcours
from candidates.selectors.plan import plan_page
from emile.core.context import database_context
from emile.core.errors import StaleVersion
from emile.core.workflow import ReasonNeeded, TransitionRefused
from tests.factories import act, at_information, at_positioning, at_preparation


pytestmark = pytest.mark.django_db


@pytest.fixture
def parcours(prescriber, coordinator, upstream) -> Parcours:
    return at_preparation(prescriber, coordinator, upstream)


def add(actor, parcours, **fields):
    described = {"axis": PlanAxis.SOCIAL, "label": "Ouvrir un compte"} | fields
    return act(services.add_action, actor, parcours, **described)


def edit(actor, parcours, action, **fields):
    described = {
        name: getattr(action, name)
        for name in ("version", "axis", "label", "owner", "owner_name", "due_on", "state")
    } | fields
    return act(services.edit_action, actor, parcours, action=action, **described)


def section(parcours) -> str:
    return reverse("candidates:file_diagnosis", args=[parcours.public_id])


def test_a_line_says_whose_it_is_and_by_when(parcours, upstream, signed_in):
    due_on = timezone.localdate() + timedelta(days=10)
    add(upstream, parcours, owner=ActionOwner.PARTNER, owner_name="France Travail", due_on=due_on)

    page = signed_in(upstream).get(section(parcours)).content.decode()

    assert "Ouvrir un compte" in page
    assert "Un partenaire (France Travail)" in page


def test_a_line_that_is_late_is_told(parcours, upstream):
    today = timezone.localdate()
    add(upstream, parcours, due_on=today - timedelta(days=1))
    add(upstream, parcours, due_on=today)

    page = plan_page(parcours, today)

    assert page.late_count == 1


def test_a_line_is_finished_then_opened_again(parcours, upstream):
    action = add(upstream, parcours)

    done = edit(upstream, parcours, action, state=ActionState.DONE)
    assert done.done_on == timezone.localdate()
    again = edit(upstream, parcours, done, state=ActionState.IN_PROGRESS)
    assert (again.state, again.done_on) == (ActionState.IN_PROGRESS, None)


def test_finishing_twice_keeps_the_first_day(parcours, upstream):
    action = add(upstream, parcours)
    done = edit(upstream, parcours, action, state=ActionState.DONE)

    renamed = edit(upstream, parcours, done, label="Ouvrir un compte bancaire")

    assert (renamed.label, renamed.done_on) == ("Ouvrir un compte bancaire", done.done_on)


def test_somebody_elses_line_is_not_overwritten(parcours, upstream):
    action = add(upstream, parcours)
    edit(upstream, parcours, action, label="Ouvrir un compte bancaire")

    with pytest.raises(StaleVersion):
        edit(upstream, parcours, action, label="Ouvrir un livret")
    assert parcours.plan_actions.get().label == "Ouvrir un compte bancaire"


def test_a_stale_line_shows_both_versions(parcours, upstream, signed_in):
    action = add(upstream, parcours)
    edit(upstream, parcours, action, label="Ouvrir un compte bancaire")
    url = reverse(
        "candidates:act_about", args=[parcours.public_id, "edit_action", action.public_id]
    )

    stale = signed_in(upstream).post(
        url,
        {
            "once": uuid4(),
            "version": 1,
            "on": timezone.localdate(),
            "label": "Ouvrir un livret",
            "axis": "social",
            "owner": "household",
            "state": "to_do",
        },
    )

    assert stale.status_code == 409
    page = stale.content.decode()
    assert "Ouvrir un livret" in page
    assert "Ouvrir un compte bancaire" in page


def test_the_orienting_body_writes_the_plan_too(parcours, prescriber):
    assert add(prescriber, parcours, owner=ActionOwner.PRESCRIBER).pk


def test_a_plan_before_the_diagnosis_is_refused(prescriber, coordinator, upstream):
    informed = at_information(prescriber, coordinator, upstream)

    with pytest.raises(TransitionRefused) as refusal:
        add(upstream, informed)
    assert refusal.value.code == "state"


def test_a_line_without_words_is_refused(parcours, upstream):
    with pytest.raises(ValidationError):
        add(upstream, parcours, label="")


def test_the_payload_holds_no_words(parcours, upstream):
    add(upstream, parcours, owner_name="Dominique Exemple")

    payload = parcours.events.get(kind="add_action").payload
    assert set(payload) == {"action", "axis"}


def test_the_step_is_done_when_nothing_is_missing(prescriber, coordinator, upstream):
    parcours = at_positioning(prescriber, coordinator, upstream)
    back = act(services.return_to_preparation, upstream, parcours, reason="Autre projet.")

    add(upstream, back)

    with database_context(upstream.database_context):
        back.refresh_from_db()
    assert (back.stage, back.standing) == (Stage.PREPARATION, Standing.STEP_DONE)


def test_going_on_without_a_plan_nor_a_wish_asks_why(parcours, upstream):
    with pytest.raises(ReasonNeeded) as needed:
        act(services.open_positioning, upstream, parcours)
    opened = act(services.open_positioning, upstream, parcours, reason="Emploi à prendre lundi.")

    assert needed.value.warnings == (
        "Le plan d’action est vide.",
        "Aucun territoire souhaité n’est indiqué.",
    )
    assert opened.stage == Stage.POSITIONING


def test_a_complete_file_goes_on_without_a_reason(prescriber, coordinator, upstream):
    parcours = at_positioning(prescriber, coordinator, upstream)

    assert parcours.stage == Stage.POSITIONING
    assert parcours.owner_organisation_id == upstream.organisation_id

"""An act noted by mistake is taken back: the file is as it was, and everybody can see why."""

from dataclasses import replace
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from candidates import services
from candidates.enums import CallOutcome, NoteLevel, PlacementStatus, Stage, Standing
from candidates.models import CallAttempt, Parcours, ParcoursEvent, Placement, counts_q
from candidates.workflow.engine import PROJECTED
from emile.core.context import database_context
from emile.core.models import MessageState, OutboxMessage, ReadLog
from emile.core.outbox import send_email
from emile.core.workflow import TransitionRefused
from operators.enums import OrganisationKind
from operators.models import Organisation
from tests.factories import (
    act,
    at_positioning,
    lose_shelter,
    make_actor,
    note,
    orient,
    propose,
)


pytestmark = pytest.mark.django_db


def state(parcours):
    return {name: getattr(parcours, name) for name in PROJECTED}


def last_act(parcours):
    return ParcoursEvent.objects.filter(parcours=parcours).latest("sequence")


def correct(actor, event, reason="Noté sur le mauvais dossier."):
    with database_context(actor.database_context):
        return services.correct_act(actor=actor, event=event, now=timezone.now(), reason=reason)


def again(actor, parcours):
    with database_context(actor.database_context):
        return Parcours.objects.get(pk=parcours.pk)


def call(coordinator, parcours):
    return act(services.log_call, coordinator, parcours, outcome=CallOutcome.REACHED)


def test_the_file_is_as_it_was_and_the_fact_does_not_count(prescriber, coordinator):
    before = orient(prescriber)
    call(coordinator, before)

    correct(coordinator, last_act(before))

    assert state(again(coordinator, before)) == state(before)
    assert not CallAttempt.objects.filter(counts_q(), parcours=before).exists()


def test_whoever_was_given_the_file_by_it_does_not_hold_it_any_more(
    prescriber, coordinator, upstream
):
    parcours = act(
        services.declare_eligible,
        coordinator,
        orient(prescriber),
        upstream=Organisation.objects.get(pk=upstream.organisation_id),
        reason="Jointe par la structure.",
    )

    correct(coordinator, last_act(parcours))

    assert again(coordinator, parcours).stage == Stage.ELIGIBILITY
    with database_context(upstream.database_context):
        assert not Parcours.objects.exists()


def test_accepting_is_undone_with_the_proposals_that_it_had_withdrawn(
    prescriber, coordinator, upstream, host, other_host
):
    parcours = at_positioning(prescriber, coordinator, upstream)
    placement = propose(upstream, parcours, host)
    propose(upstream, parcours, other_host, territory="lozere")
    before = again(coordinator, parcours)
    act(services.accept_placement, host, parcours, placement=placement)

    correct(host, last_act(parcours))

    assert state(again(host, parcours)) == state(before)
    assert {one.status for one in Placement.objects.filter(parcours=parcours)} == {
        PlacementStatus.PROPOSED
    }
    assert again(other_host, parcours) == parcours


def test_committing_is_undone_without_closing_the_file_to_those_who_opened_it(
    prescriber, coordinator
):
    parcours = orient(prescriber)

    correct(coordinator, last_act(parcours))

    back = again(prescriber, parcours)
    assert (back.stage, back.prescriber_is_committed) == (Stage.ORIENTATION, None)


def test_messages_that_have_not_left_are_cancelled_and_the_others_are_named(
    prescriber, coordinator
):
    parcours = call(coordinator, orient(prescriber))
    for name in ("parti", "en-attente"):
        send_email(
            recipient=f"{name}@exemple.test",
            subject="Sujet",
            body="Texte",
            key=name,
            act_id=last_act(parcours).pk,
        )
    OutboxMessage.objects.filter(key="parti").update(
        state=MessageState.SENT, sent_at=timezone.now()
    )

    told = correct(coordinator, last_act(parcours))

    assert told == ["parti@exemple.test"]
    assert not OutboxMessage.objects.filter(key="en-attente").exists()


def test_what_a_later_act_wrote_still_leaves(prescriber, coordinator):
    """An exchange of before is put right; the loss of the roof was told for good."""
    Organisation.objects.filter(pk=coordinator.organisation_id).update(email="gip@exemple.test")
    noted = note(prescriber, orient(prescriber))
    event = last_act(noted)
    lose_shelter(prescriber, noted)

    told = correct(prescriber, event)

    assert told == []
    assert OutboxMessage.objects.filter(recipient="gip@exemple.test").exists()


def test_acts_are_taken_back_one_by_one_from_the_last(prescriber, coordinator):
    first = call(coordinator, orient(prescriber))
    event = last_act(first)
    call(coordinator, first)

    with pytest.raises(TransitionRefused):
        correct(coordinator, event)
    correct(coordinator, last_act(first))
    correct(coordinator, event)

    assert again(coordinator, first).standing == Standing.TO_DO


def test_an_exchange_stands_in_nobodys_way(prescriber, coordinator):
    before = orient(prescriber)
    call(coordinator, before)
    event = last_act(before)
    note(prescriber, before)

    correct(coordinator, event)

    assert again(coordinator, before).standing == Standing.TO_DO


def test_an_act_is_corrected_once(prescriber, coordinator):
    parcours = call(coordinator, orient(prescriber))
    event = last_act(parcours)
    correct(coordinator, event)

    with pytest.raises(TransitionRefused) as refusal:
        correct(coordinator, event)
    assert refusal.value.code == "state"


def test_opening_a_file_is_never_corrected(prescriber, coordinator):
    parcours = orient(prescriber, is_committed=None)

    with pytest.raises(TransitionRefused):
        correct(coordinator, last_act(parcours))


def test_only_its_author_a_manager_or_the_coordinator(prescriber, coordinator):
    parcours = orient(prescriber)
    colleague = make_actor(OrganisationKind.PRESCRIBER, name="CHRS de test")
    event = last_act(parcours)

    with pytest.raises(TransitionRefused):
        correct(colleague, event)
    correct(replace(colleague, is_manager=True), event)


def test_why_a_confidential_exchange_was_withdrawn_is_confidential_too(
    prescriber, coordinator, told_to
):
    parcours = note(prescriber, orient(prescriber), level=NoteLevel.CONFIDENTIAL)

    correct(prescriber, last_act(parcours), reason="Secret de la structure.")

    assert "Secret de la structure." in {one.text for one in told_to(prescriber, parcours)}
    assert "Rappeler lundi." not in {one.text for one in told_to(prescriber, parcours)}
    assert all("corrigé" not in one.title for one in told_to(coordinator, parcours))


def test_it_is_done_from_the_timeline(signed_in, prescriber, coordinator):
    parcours = call(coordinator, orient(prescriber))
    browser = signed_in(coordinator)
    address = reverse("candidates:correct", args=[parcours.public_id, 3])

    assert address in browser.get(parcours.get_absolute_url()).text
    assert browser.post(address, {"once": uuid4()}).status_code == 422
    assert ReadLog.objects.filter(page="correction").count() == 1
    answer = browser.post(address, {"once": uuid4(), "reason": "Autre dossier."}, follow=True)

    assert "Acte corrigé\u00a0: appel au ménage" in answer.text
    assert "Autre dossier." in answer.text
    assert browser.get(address).status_code == 404


def test_a_stranger_finds_nothing_to_correct(signed_in, prescriber, other_prescriber, coordinator):
    parcours = orient(prescriber)

    answer = signed_in(other_prescriber).get(
        reverse("candidates:correct", args=[parcours.public_id, 2])
    )

    assert answer.status_code == 404

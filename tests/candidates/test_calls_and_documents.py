"""Calling the household, the papers it owes, and choosing who prepares it."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from candidates import services
from candidates.enums import CallOutcome, DocumentKind, DocumentReceipt
from candidates.selectors.documents import missing_documents
from candidates.selectors.eligibility import call_log, upstream_operators
from candidates.services.documents import AlreadyAsked
from emile.core.context import database_context
from emile.core.models import OutboxMessage
from emile.core.templatetags.emile import phone
from emile.core.workflow import TransitionRefused
from operators.enums import OrganisationKind
from operators.models import Organisation
from tests.factories import act, at_information, make_actor, orient


pytestmark = pytest.mark.django_db


@pytest.fixture
def parcours(prescriber, coordinator):
    return orient(prescriber)


def call(actor, parcours, outcome, **fields):
    return act(services.log_call, actor, parcours, outcome=outcome, **fields)


def ask(actor, parcours, *kinds, **fields):
    described = {
        "kinds": list(kinds) or [DocumentKind.TAX],
        "wanted_by": timezone.localdate() + timedelta(days=15),
    } | fields
    return act(services.ask_documents, actor, parcours, **described)


def synthesis(parcours) -> str:
    return reverse("candidates:parcours_detail", args=[parcours.public_id])


def test_three_tries_without_an_answer_are_told(parcours, coordinator, signed_in):
    for _ in range(3):
        call(coordinator, parcours, CallOutcome.NO_ANSWER)

    assert (
        "3 essais sans réponse" in signed_in(coordinator).get(synthesis(parcours)).content.decode()
    )


def test_an_answer_starts_the_count_again(parcours, coordinator):
    for outcome in (CallOutcome.NO_ANSWER, CallOutcome.REACHED, CallOutcome.MESSAGE_LEFT):
        call(coordinator, parcours, outcome)

    with database_context(coordinator.database_context):
        log = call_log(parcours)
    assert (log.attempts[0].outcome, log.unanswered) == ("no_answer", 1)


def test_the_number_and_the_next_call_are_kept(parcours, coordinator, signed_in):
    with database_context(coordinator.database_context):
        contact = parcours.household.members.get().person.contact_points.get()
    later = timezone.localdate() + timedelta(days=2)
    url = reverse("candidates:act", args=[parcours.public_id, "log_call"])
    browser = signed_in(coordinator)
    assert phone(contact.value) in browser.get(url).content.decode()

    browser.post(
        url,
        {
            "once": uuid4(),
            "contact": contact.pk,
            "outcome": "no_answer",
            "next_call_on": later,
            "on": timezone.localdate(),
        },
    )

    with database_context(coordinator.database_context):
        log = call_log(parcours)
    assert (log.attempts[0].contact, log.next_call_on) == (contact, later)
    assert log.attempts[0].caller.startswith("Camille")


def test_papers_are_asked_and_the_orienting_body_is_told_without_a_name(parcours, coordinator):
    ask(coordinator, parcours, DocumentKind.TAX, DocumentKind.PERMIT)

    assert [one.kind for one in missing_documents(parcours)] == ["tax", "permit"]
    told = OutboxMessage.objects.filter(key__startswith="documents_asked")
    for message in told:
        assert parcours.household.reference in message.subject
        assert "Exemple" not in message.body


def test_the_same_paper_is_not_asked_twice(parcours, coordinator):
    ask(coordinator, parcours)

    with pytest.raises(AlreadyAsked):
        ask(coordinator, parcours)


def test_a_paper_that_was_seen_is_not_missing_any_more(parcours, coordinator, prescriber):
    ask(coordinator, parcours)
    (request,) = missing_documents(parcours)
    seen = {"request": request, "means": DocumentReceipt.PRESCRIBER}

    act(services.receive_document, prescriber, parcours, **seen)

    assert missing_documents(parcours) == []
    with pytest.raises(TransitionRefused):
        act(services.receive_document, prescriber, parcours, **seen)


def test_a_missing_paper_never_holds_a_decision_back(prescriber, coordinator, upstream):
    parcours = orient(prescriber)
    call(coordinator, parcours, CallOutcome.REACHED)
    ask(coordinator, parcours)

    decided = act(
        services.declare_eligible,
        coordinator,
        parcours,
        upstream=Organisation.objects.get(pk=upstream.organisation_id),
        message="Joignable le soir.",
    )

    assert decided.stage == "information"
    assert len(missing_documents(parcours)) == 1


def test_the_word_of_the_coordinator_reaches_the_operator(
    prescriber, coordinator, upstream, signed_in
):
    parcours = orient(prescriber)
    call(coordinator, parcours, CallOutcome.REACHED)
    act(
        services.declare_eligible,
        coordinator,
        parcours,
        upstream=Organisation.objects.get(pk=upstream.organisation_id),
        message="Joignable le soir.",
    )

    assert "Joignable le soir." in signed_in(upstream).get(synthesis(parcours)).content.decode()


def test_operators_are_offered_with_what_they_already_have(prescriber, coordinator, upstream):
    quiet = make_actor(OrganisationKind.UPSTREAM, name="Amont sans dossier")
    at_information(prescriber, coordinator, upstream)

    with database_context(coordinator.database_context):
        offered = {
            one.pk: (one.open_cases, one.new_cases)
            for one in upstream_operators(timezone.localdate())
        }

    assert offered[upstream.organisation_id] == (1, 1)
    assert offered[quiet.organisation_id] == (0, 0)


def test_why_not_and_what_would_change_it_are_on_the_file(coordinator, prescriber, signed_in):
    parcours = orient(prescriber, is_volunteer=None)

    for actor in (coordinator, prescriber):
        page = signed_in(actor).get(synthesis(parcours)).content.decode()
        assert "Volontariat, à vérifier" in page

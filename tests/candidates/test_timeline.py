"""What happened, in French sentences, for each reader."""

from datetime import timedelta

import pytest
from django.utils import timezone

from candidates import services
from candidates.enums import CallOutcome, ReasonUse
from tests.factories import (
    act,
    at_diagnosis,
    at_positioning,
    correct_last_act,
    leave,
    note,
    orient,
    propose,
    reason_to,
    suspend,
)


pytestmark = pytest.mark.django_db


def test_the_latest_act_comes_first_with_who_made_it(prescriber, coordinator, told_to):
    parcours = act(services.log_call, coordinator, orient(prescriber), outcome=CallOutcome.REACHED)

    entries = told_to(prescriber, parcours)

    assert [entry.title for entry in entries] == [
        "Appel au ménage\u00a0: Personne jointe",
        "Orientation confirmée",
        "Dossier ouvert",
    ]
    assert "GIP Habitat et Interventions Sociales" in entries[0].who
    assert [entry.moved_to for entry in entries] == ["", "Contact et éligibilité", "Orientation"]


def test_what_others_wrote_since_the_last_visit_is_new(signed_in, prescriber, coordinator, told_to):
    parcours, now = orient(prescriber), timezone.now()
    assert not any(entry.is_new for entry in told_to(coordinator, parcours, now))

    signed_in(coordinator).get(parcours.get_absolute_url())
    note(prescriber, parcours)
    note(coordinator, parcours, text="Noté par la coordination.")
    tomorrow = now + timedelta(days=1)

    new = [entry.text for entry in told_to(coordinator, parcours, tomorrow) if entry.is_new]
    assert new == ["Rappeler lundi."]
    # Reloading the page is the same visit.
    assert not any(entry.is_new for entry in told_to(coordinator, parcours, now))


def test_reasons_are_told_in_the_words_of_the_list(prescriber, coordinator, told_to):
    parcours = suspend(coordinator, orient(prescriber))
    leave(coordinator, parcours)

    told = [entry.title for entry in told_to(coordinator, parcours)]

    assert told[0] == "Sortie du programme\u00a0: Sans nouvelles, décision\u00a0: le ménage"
    assert told[1].startswith(
        "Suspension\u00a0: Attend un titre de séjour ou un papier, à revoir le "
    )


def test_what_the_clock_does_is_done_by_the_platform(prescriber, coordinator, told_to):
    parcours = suspend(coordinator, orient(prescriber))
    later = timezone.now() + timedelta(days=30)
    services.wake_suspended(on=parcours.due_on, now=later)

    entry = told_to(prescriber, parcours)[0]

    assert (entry.title, entry.who) == ("Reprise à la date prévue", "La plateforme")


def test_only_the_last_act_offers_its_correction(prescriber, coordinator, upstream, told_to):
    parcours = at_diagnosis(prescriber, coordinator, upstream)

    assert [entry.is_correctable for entry in told_to(coordinator, parcours)] == [
        True,
        False,
        False,
        False,
    ]
    assert not any(entry.is_correctable for entry in told_to(prescriber, parcours))


def test_a_host_reads_its_own_proposals_only(
    prescriber, coordinator, upstream, host, other_host, told_to
):
    parcours = at_positioning(prescriber, coordinator, upstream)
    propose(upstream, parcours, host)
    before = [entry.sequence for entry in told_to(host, parcours)]
    other = propose(upstream, parcours, other_host, "lozere")
    act(
        services.decline_placement,
        other_host,
        parcours,
        placement=other,
        decline_reason=reason_to(ReasonUse.DECLINE),
        reason="Le logement promis est insalubre.",
    )
    correct_last_act(coordinator, parcours)

    assert [entry.sequence for entry in told_to(host, parcours)] == before
    assert len(told_to(upstream, parcours)) == len(before) + 3
    assert told_to(host, parcours)[0].title == "Positionnement proposé"


def test_accepting_is_told_to_the_host_that_did_so(
    prescriber, coordinator, upstream, host, other_host, told_to
):
    parcours = at_positioning(prescriber, coordinator, upstream)
    propose(upstream, parcours, other_host, "lozere")
    mine = propose(upstream, parcours, host)

    act(services.accept_placement, host, parcours, placement=mine)

    assert told_to(host, parcours)[0].title == "Positionnement accepté"


def test_the_file_costs_the_same_whatever_happened(
    signed_in, prescriber, coordinator, upstream, count_queries
):
    short, long = orient(prescriber), at_diagnosis(prescriber, coordinator, upstream)
    suspend(coordinator, long)
    browser = signed_in(coordinator)

    costs = [
        count_queries(lambda file=file: browser.get(file.get_absolute_url()))
        for file in (short, long)
    ]

    assert max(costs) <= 25, costs

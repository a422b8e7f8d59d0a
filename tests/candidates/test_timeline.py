"""What happened, in French sentences, for each reader."""

from datetime import timedelta

import pytest
from django.utils import timezone

from candidates import services
from candidates.enums import CallOutcome
from tests.factories import act, at_diagnosis, leave, orient, suspend


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

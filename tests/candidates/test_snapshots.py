"""How each adult lives, from the entry to the end: what is known already is never asked twice."""

from datetime import timedelta

import pytest
from django.utils import timezone

from candidates import services
from candidates.enums import Employment, Outcome, ReasonUse, ResidentialKind, SnapshotPoint
from candidates.models import SituationSnapshot, counts_q
from candidates.services import NewPerson
from emile.core.context import database_context
from territories.models import Departement
from tests.factories import (
    a_candidate,
    act,
    at_diagnosis,
    at_follow_up,
    at_preparation,
    correct_last_act,
    leave,
    orient,
    reason_to,
)


pytestmark = pytest.mark.django_db


def sheltered() -> NewPerson:
    described = a_candidate()
    return NewPerson(
        link=described.link,
        fields=described.fields,
        contacts=described.contacts,
        lodging=ResidentialKind.SHELTER,
    )


def told(parcours):
    taken = SituationSnapshot.objects.filter(counts_q(), parcours=parcours).order_by("event_id")
    return [(one.point, one.employment, one.lodging) for one in taken]


def test_the_orientation_says_how_they_lived_at_the_entry(prescriber, coordinator):
    parcours = orient(prescriber, people=[sheltered()])

    assert told(parcours) == [("entry", "", "shelter")]


def test_a_file_that_goes_back_to_the_orientation_has_one_entry(prescriber, coordinator):
    parcours = orient(prescriber, people=[sheltered()])
    act(services.ask_prescriber, coordinator, parcours, reason="Il manque un papier.")
    act(services.confirm_orientation, prescriber, parcours)

    assert told(parcours) == [("entry", "", "shelter")]


def test_nothing_known_is_not_written(prescriber, coordinator):
    assert told(orient(prescriber)) == []


def test_the_signature_repeats_what_nobody_noted(prescriber, coordinator, upstream):
    parcours = at_preparation(prescriber, coordinator, upstream, people=[sheltered()])

    assert told(parcours)[-1] == ("diagnosis", "", "shelter")


def test_the_signature_leaves_what_somebody_noted(prescriber, coordinator, upstream):
    parcours = at_diagnosis(prescriber, coordinator, upstream, people=[sheltered()])
    person = parcours.household.members.get().person
    act(
        services.take_snapshot,
        upstream,
        parcours,
        person=person,
        situation={"employment": Employment.SEEKING, "lodging": ResidentialKind.EMERGENCY},
    )
    act(services.sign_diagnosis, upstream, parcours, version=0, reason="Relu avec elle.")

    assert told(parcours) == [("entry", "", "shelter"), ("diagnosis", "seeking", "emergency")]


def test_a_roof_found_since_then_is_known_at_the_exit(prescriber, coordinator, upstream):
    before = timezone.now() - timedelta(days=5)
    parcours = at_preparation(prescriber, coordinator, upstream, people=[sheltered()], now=before)
    person = parcours.household.members.get().person
    with database_context(coordinator.database_context):
        person.residential_spells.update(until=timezone.localdate())
        person.residential_spells.create(
            kind=ResidentialKind.THIRD_PARTY, since=timezone.localdate()
        )

    leave(coordinator, parcours)

    assert told(parcours)[-1] == ("exit", "", "third_party")


@pytest.mark.parametrize("departs", [True, False])
def test_the_end_repeats_the_last_situation(prescriber, coordinator, upstream, host, departs):
    parcours = at_follow_up(prescriber, coordinator, upstream, host)
    if departs:
        act(
            services.leave_territory,
            host,
            parcours,
            departement=Departement.objects.get(code="93"),
            departure_reason=reason_to(ReasonUse.LEAVE_TERRITORY),
            mandate=None,
        )
    else:
        act(services.close_parcours, host, parcours, outcome=Outcome.LASTING_JOB, reason="Tôt.")

    assert told(parcours)[-2:] == [
        (SnapshotPoint.INSTALLATION, "", "social_tenant"),
        (SnapshotPoint.EXIT, "", "social_tenant"),
    ]
    correct_last_act(host, parcours)
    assert told(parcours)[-1][0] == SnapshotPoint.INSTALLATION

"""« Voie rapide »: work starts on Monday, and no stay was held."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from candidates import services
from candidates.enums import PlacementStatus, Stage
from candidates.models import CaseAccess, Parcours
from candidates.selectors import agreements
from emile.core.context import database_context
from emile.core.workflow import ReasonNeeded, TransitionRefused
from tests.factories import (
    act,
    at_immersion,
    at_positioning,
    at_preparation,
    correct_last_act,
    everyone_agrees,
    go_fast,
    make_mandate,
    propose,
    tick_everything,
)


pytestmark = pytest.mark.django_db


@pytest.fixture
def parcours(prescriber, coordinator, upstream, host) -> Parcours:
    return at_preparation(prescriber, coordinator, upstream)


def test_work_starts_monday_and_no_stay_was_held(parcours, upstream, host):
    mandate = make_mandate(host, "cantal")
    with pytest.raises(ReasonNeeded):
        go_fast(upstream, parcours, mandate, reason="")

    opened = go_fast(upstream, parcours, mandate)

    assert opened.stage == Stage.INSTALLATION
    assert opened.owner_organisation_id == host.organisation_id
    assert opened.due_on == timezone.localdate() + timedelta(days=10)
    assert opened.territory.slug == "cantal"


def test_nobody_is_installed_before_the_last_answer(parcours, upstream, host):
    opened = go_fast(upstream, parcours, make_mandate(host, "cantal"))
    tick_everything(host, opened)
    with pytest.raises(TransitionRefused) as refused:
        act(services.settle, host, opened)
    assert refused.value.code == "everyone_agrees"
    assert agreements.active_placement(opened).status == PlacementStatus.ACCEPTED

    agreed = everyone_agrees(upstream, host, opened)
    assert agreements.active_placement(agreed).status == PlacementStatus.VALIDATED
    assert agreed.due_on > timezone.localdate() + timedelta(days=10)

    assert act(services.settle, host, opened, reason="Entrée lundi.").stage == Stage.FOLLOW_UP


def test_the_household_may_have_moved_in_before_the_last_answer(
    prescriber, coordinator, upstream, host
):
    decided = timezone.now() - timedelta(days=6)
    parcours = at_preparation(prescriber, coordinator, upstream, now=decided)
    opened = go_fast(upstream, parcours, make_mandate(host, "cantal"), now=decided)
    everyone_agrees(upstream, host, opened)
    moved_in = timezone.localdate() - timedelta(days=3)

    settled = act(services.settle, host, opened, on=moved_in, reason="Entrée lundi.")

    assert settled.stage == Stage.FOLLOW_UP


def test_the_accepted_placement_is_kept(prescriber, coordinator, upstream, host):
    parcours = at_immersion(prescriber, coordinator, upstream, host)

    opened = go_fast(host, parcours, None)

    assert opened.stage == Stage.INSTALLATION
    assert opened.placements.count() == 1


def test_a_host_that_was_only_asked_opens_nothing(
    prescriber, coordinator, upstream, host, other_host
):
    parcours = at_positioning(prescriber, coordinator, upstream)
    propose(upstream, parcours, other_host, "lozere")
    with pytest.raises(TransitionRefused) as refused:
        go_fast(other_host, parcours, make_mandate(other_host, "lozere"))
    assert refused.value.code == "permission"

    go_fast(upstream, parcours, make_mandate(host, "cantal"))

    with database_context(coordinator.database_context):
        holders = CaseAccess.objects.current().filter(parcours=parcours, role="host")
        assert [one.organisation_id for one in holders] == [host.organisation_id]


def test_correcting_it_takes_everything_back(parcours, coordinator, upstream, host):
    go_fast(upstream, parcours, make_mandate(host, "cantal"))

    correct_last_act(upstream, parcours)

    with database_context(coordinator.database_context):
        back = Parcours.objects.get(pk=parcours.pk)
        assert (back.stage, back.territory) == (Stage.PREPARATION, None)
        assert agreements.active_placement(back) is None
        assert not CaseAccess.objects.current().filter(parcours=back, role="host").exists()
    assert not mail.outbox


def test_its_page_asks_for_the_territory_the_job_and_the_roof(
    signed_in, submit, parcours, upstream, host
):
    mandate = make_mandate(host, "cantal")
    signed_in(upstream)
    url = reverse("candidates:act", args=[parcours.public_id, "fast_track"])
    today = timezone.localdate().isoformat()
    sent = submit(
        url,
        {
            "mandate": mandate.pk,
            "person": parcours.household.members.get().person.public_id,
            "kind": "hiring",
            "occupation": "K1304",
            "with_whom": "Exemple",
            "starts_on": today,
            "commune": "15014",
            "landlord": "Gîte",
            "available_on": today,
            "on": today,
            "reason": "Le travail commence lundi.",
        },
    )

    assert sent.status_code == 302
    with database_context(upstream.database_context):
        assert Parcours.objects.get(pk=parcours.pk).stage == Stage.INSTALLATION

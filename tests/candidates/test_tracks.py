"""A job or a home may fall through, a date may slip, and each track has its own evidence."""

from copy import deepcopy
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from candidates import services
from candidates.enums import ContractKind, HousingSolution, JobSolution, ReasonUse, Stage
from candidates.models import HousingCommitment, JobCommitment, Parcours, SituationSnapshot
from candidates.selectors import agreements
from candidates.selectors.tracks import date_slips, losses, missing_tracks
from emile.core.workflow import ReasonNeeded, TransitionRefused
from tests.factories import (
    act,
    at_follow_up,
    at_installation,
    commit_home,
    commit_job,
    correct_last_act,
    everyone_agrees,
    tick_everything,
)
from tests.factories.acts import reason_to


pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def kept_cast(lasting_cast):
    return lasting_cast


@pytest.fixture(scope="module", autouse=True)
def kept(kept_cast) -> Parcours:
    parcours = at_installation(*kept_cast)
    commit_job(kept_cast.host, parcours)
    commit_home(kept_cast.host, parcours)
    return parcours


@pytest.fixture
def parcours(db, kept) -> Parcours:
    return deepcopy(kept)


def lose(host, parcours, lost, **fields):
    return act(
        services.lose_track,
        host,
        parcours,
        lost=lost,
        loss_reason=reason_to(ReasonUse.TRACK_LOST),
        **fields,
    )


def parties_to_ask(parcours) -> set[str]:
    table = agreements.round_table(parcours, timezone.localdate())
    return {seat.party.value for seat in table.seats if not seat.agrees}


def test_a_lost_job_reopens_its_track_only(parcours, upstream, host):
    lose(host, parcours, JobCommitment.objects.get())

    assert missing_tracks(parcours) == ["l’emploi ou la formation"]
    assert "landlord" not in parties_to_ask(parcours)
    assert parcours.placements.active().get().home.certainty == "promised"

    commit_job(host, parcours, with_whom="Autre maison Exemple")
    everyone_agrees(upstream, host, parcours)
    tick_everything(host, parcours)
    assert act(services.settle, host, parcours).stage == Stage.FOLLOW_UP


def test_a_lost_home_leaves_the_employer_alone(parcours, host):
    lose(host, parcours, HousingCommitment.objects.get())

    assert missing_tracks(parcours) == ["le logement"]
    assert "employer" not in parties_to_ask(parcours)


def test_a_loss_is_noted_once(parcours, host):
    job = JobCommitment.objects.get()
    lose(host, parcours, job)

    with pytest.raises(TransitionRefused):
        lose(host, parcours, job)
    assert losses(parcours).count() == 1


def test_correcting_a_loss_gives_the_track_and_the_answers_back(parcours, host):
    lose(host, parcours, JobCommitment.objects.get())
    correct_last_act(host, parcours)

    assert missing_tracks(parcours) == []
    assert parties_to_ask(parcours) == set()


def test_after_the_installation_a_loss_is_an_alert(prescriber, coordinator, upstream, host):
    settled = at_follow_up(prescriber, coordinator, upstream, host)

    followed = lose(host, settled, JobCommitment.objects.get(placement__parcours=settled))

    assert followed.stage == Stage.FOLLOW_UP
    assert followed.placements.active().get().jobs.get().certainty == "promised"


def test_a_date_that_slips_says_why_and_calls_back_whom_it_concerns(parcours, host):
    later = timezone.localdate() + timedelta(days=10)

    moved = act(
        services.move_date,
        host,
        parcours,
        planned_move_on=later,
        slip_reason=reason_to(ReasonUse.DATE_SLIP),
    )

    assert [slip.planned_after for slip in date_slips(moved)] == [later]
    assert "upstream" not in parties_to_ask(moved)
    assert {"adult", "landlord"} <= parties_to_ask(moved)
    correct_last_act(host, parcours)
    assert parties_to_ask(parcours) == set()


def test_an_installation_later_than_planned_says_why(prescriber, coordinator, upstream, host):
    earlier = timezone.now() - timedelta(days=5)
    parcours = at_installation(prescriber, coordinator, upstream, host, now=earlier)
    commit_job(host, parcours)
    commit_home(host, parcours)
    tick_everything(host, parcours)

    with pytest.raises(ReasonNeeded) as asked:
        act(services.settle, host, parcours)

    assert "était prévue" in str(asked.value)


def test_social_housing_counts_once_attributed(parcours, host):
    with pytest.raises(ValidationError) as refused:
        commit_home(host, parcours, kind=HousingSolution.SOCIAL, attributed_on=None)

    assert "date d’attribution" in str(refused.value)


def test_the_page_says_it_beside_the_field(signed_in, submit, parcours, host):
    signed_in(host)
    today = timezone.localdate().isoformat()
    url = reverse("candidates:act", args=[parcours.public_id, "commit_home"])

    page = submit(url, {"kind": "social", "commune": "15014", "available_on": today, "on": today})

    assert page.status_code == 422
    assert page.text.count("indiquez la date d’attribution") >= 1


def test_a_training_is_with_somebody_and_has_no_contract(signed_in, submit, parcours, host):
    signed_in(host)
    today = timezone.localdate().isoformat()
    url = reverse("candidates:act", args=[parcours.public_id, "commit_job"])
    adult = parcours.household.members.get().person

    page = submit(
        url,
        {
            "person": adult.public_id,
            "kind": "training",
            "occupation": "K1304",
            "contract": "permanent",
            "starts_on": today,
            "on": today,
        },
    )

    assert page.status_code == 422
    assert "Indiquez l’organisme" in page.text
    assert "n’a pas de contrat de travail" in page.text


def test_the_installation_takes_a_picture_of_each_adult(prescriber, coordinator, upstream, host):
    parcours = at_installation(prescriber, coordinator, upstream, host)
    commit_job(host, parcours, contract=ContractKind.LONG_FIXED, weekly_hours=35)
    commit_home(host, parcours)
    tick_everything(host, parcours)
    act(services.settle, host, parcours)

    taken = SituationSnapshot.objects.get(point="installation")

    assert (taken.point, taken.employment, taken.lodging) == (
        "installation",
        "long_fixed",
        "social_tenant",
    )


def test_the_first_pay_is_at_the_end_of_the_first_month(parcours, host):
    commit_job(host, parcours, kind=JobSolution.INTERIM)
    job = JobCommitment.objects.order_by("pk").last()

    assert (job.expected_pay_on + timedelta(days=1)).day == 1


def test_the_section_tells_what_was_lost_and_what_slipped(signed_in, parcours, host):
    lose(host, parcours, JobCommitment.objects.get())
    act(
        services.move_date,
        host,
        parcours,
        planned_move_on=timezone.localdate() + timedelta(days=10),
        slip_reason=reason_to(ReasonUse.DATE_SLIP),
    )

    url = reverse("candidates:file_installation", args=[parcours.public_id])
    page = signed_in(host).get(url)

    assert "Perdu" in page.text
    assert "logement pas encore prêt" in page.text

"""Proposing from what suits: a placement, its project begun, and what led to it kept."""

from decimal import Decimal

import pytest
from django.db import ProgrammingError, transaction
from django.urls import reverse
from django.utils import timezone

from candidates.enums import Certainty, PlacementStatus
from candidates.models import Placement
from emile.core.context import database_context
from matching.models import Proposal
from matching.services.proposals import NoLongerSuits, propose_bundle
from operators.enums import OrganisationKind
from territories.models import Mandate
from territories.services.offers import move_offer
from tests.factories import correct_last_act, make_actor


pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()


def url_of(parcours, home, job):
    return reverse("matching:propose", args=[parcours.public_id, home.public_id, job.public_id])


@pytest.fixture
def mandate(host):
    return Mandate.objects.get(organisation=host.organisation_id, kind=OrganisationKind.HOST)


@pytest.fixture
def propose(signed_in, submit, upstream, parcours, home, job, mandate):
    def send():
        signed_in(upstream)
        data = {"mandate": mandate.pk, "message": "Disponible tout de suite."}
        return submit(url_of(parcours, home, job), data)

    return send


def test_a_proposal_becomes_a_placement_whose_project_is_begun(propose, parcours, home, job):
    response = propose()

    placement = Placement.objects.get(parcours=parcours)
    assert response.url == reverse("candidates:file_project", args=[parcours.public_id])
    assert (placement.status, placement.territory) == (PlacementStatus.PROPOSED, home.territory)
    found = placement.jobs.get()
    assert (found.certainty, found.occupation, found.employer) == (
        Certainty.SPOTTED,
        job.job.occupation,
        "Bailleur des Exemples",
    )
    assert (placement.home.certainty, placement.home.rent) == (Certainty.SPOTTED, Decimal(280))


def test_whoever_answers_reads_the_home_and_the_job(propose, parcours, host, home, signed_in):
    page = signed_in(host).get(propose().url).text

    assert f"T1 ou studio, 30\u00a0m², {home.commune.name}, {home.provider_label}." in page
    assert "Loyer\u00a0: 280\u00a0€ par mois, plus 40\u00a0€ de charges." in page
    assert "Emploi ou formation\u00a0: " in page


def test_what_it_was_proposed_on_is_frozen_without_a_name(propose, parcours, home, job, upstream):
    propose()

    with database_context(upstream.database_context):
        proposal = Proposal.objects.get()
    kept = proposal.snapshot
    assert (proposal.rules_version, proposal.weights_version) == (2, 1)
    assert proposal.score == sum(kept["terms"].values())
    assert kept["home"]["version"] == home.version
    assert kept["household"]["highest_rent"] == "600.00"
    assert [one["code"] for one in kept["findings"]] == [f"F{number}" for number in range(1, 15)]
    assert "Exemple" not in str(kept).replace("Exemples", "")
    assert "Awa" not in str(kept)


def test_sent_twice_it_is_one_proposal(propose, parcours):
    propose()
    propose()

    assert Placement.objects.filter(parcours=parcours).count() == 1


def test_an_offer_that_went_away_meanwhile_is_not_proposed(propose, parcours, job, host):
    with database_context(host.database_context):
        move_offer(actor=host, offer=job, step="pause", on=TODAY, now=timezone.now())

    response = propose()

    assert response.url == reverse("matching:position", args=[parcours.public_id])
    assert not Placement.objects.exists()


def test_only_a_home_then_a_job_make_an_address(signed_in, upstream, parcours, home, job):
    client = signed_in(upstream)

    for first, second in ((job, home), (home, home), (job, job)):
        assert client.get(url_of(parcours, first, second)).status_code == 404


def test_another_territory_s_operator_can_not_be_asked(upstream, parcours, home, job, read):
    other = (
        Mandate.objects.filter(kind=OrganisationKind.HOST, territory__slug="cher")
        .order_by("pk")
        .first()
    )

    with database_context(upstream.database_context), pytest.raises(NoLongerSuits):
        propose_bundle(
            actor=upstream, parcours=read(parcours, TODAY), home=home, job=job, mandate=other,
            message="", on=TODAY, now=timezone.now(),
        )  # fmt: skip

    assert not Placement.objects.exists()


def test_the_coordinator_may_propose_too(
    signed_in, submit, coordinator, parcours, home, job, mandate
):
    client = signed_in(coordinator)

    page = client.get(reverse("matching:position", args=[parcours.public_id]))
    assert page.context["may_propose"] is True
    submit(url_of(parcours, home, job), {"mandate": mandate.pk, "message": ""})
    assert Placement.objects.filter(parcours=parcours).exists()


def test_a_proposal_that_is_corrected_is_withdrawn(propose, parcours, upstream):
    propose()

    correct_last_act(upstream, parcours)

    assert Placement.objects.get(parcours=parcours).status == PlacementStatus.WITHDRAWN


def test_postgresql_shows_a_proposal_to_those_of_its_file_and_lets_nobody_rewrite_it(
    propose, upstream, host
):
    propose()
    stranger = make_actor(OrganisationKind.UPSTREAM, name="Tout autre")

    seen = []
    for actor in (upstream, host, stranger):
        with database_context(actor.database_context):
            seen.append(Proposal.objects.count())
    assert seen == [1, 1, 0]
    assert Proposal.objects.count() == 0

    with (
        database_context(upstream.database_context),
        pytest.raises(ProgrammingError),
        transaction.atomic(),
    ):
        Proposal.objects.update(score=1000)

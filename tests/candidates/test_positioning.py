"""Three proposals at most, one acceptance, and a file opened to nobody else."""

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from candidates import services
from candidates.enums import PlacementStatus, Stage
from candidates.models import CaseAccess, Parcours, Placement, Reason, TerritoryRefusal
from candidates.services.placement import NotUnderMandate, TooManyProposals
from emile.core.context import database_context
from emile.core.workflow import TransitionRefused
from operators.enums import OrganisationKind
from operators.models import User
from territories.models import Mandate, Territory
from tests.factories import act, at_positioning, make_actor, make_mandate, propose


def no_job() -> Reason:
    return Reason.objects.get(use="decline", code="no_job")


def may_open(actor, parcours) -> bool:
    """Both locks: the scope of the application, and PostgreSQL without it."""
    with database_context(actor.database_context):
        scoped = Parcours.objects.visible_to(actor).filter(pk=parcours.pk).exists()
        bare = Parcours.objects.filter(pk=parcours.pk).exists()
    assert scoped == bare
    return scoped


def as_seen_by(actor, parcours) -> Parcours:
    with database_context(actor.database_context):
        return Parcours.objects.get(pk=parcours.pk)


@pytest.fixture
def parcours(prescriber, coordinator, upstream) -> Parcours:
    return at_positioning(prescriber, coordinator, upstream)


def test_a_proposal_opens_the_file_to_its_host_and_waits_for_it(
    parcours, upstream, host, other_host
):
    assert not may_open(host, parcours)

    placement = propose(upstream, parcours, host)

    assert may_open(host, parcours)
    assert not may_open(other_host, parcours)
    waiting = as_seen_by(upstream, parcours)
    assert waiting.stage == Stage.POSITIONING
    assert waiting.owner_organisation_id == host.organisation_id
    assert waiting.due_on == placement.answer_due_on


def test_only_an_operator_under_mandate_that_day_is_asked(parcours, upstream, host):
    former = Mandate.objects.get(organisation__name="ADDSEA")

    with pytest.raises(NotUnderMandate):
        propose(upstream, parcours, host, mandate=former)


def test_a_territory_is_asked_once_at_a_time(parcours, upstream, host):
    propose(upstream, parcours, host)

    with pytest.raises(ValidationError, match="déjà une proposition en attente"):
        propose(upstream, parcours, host)


def test_a_fourth_proposal_waits_for_an_answer(parcours, upstream, host, other_host):
    for asked, territory in ((host, "cantal"), (host, "cher"), (other_host, "indre")):
        propose(upstream, parcours, asked, territory)

    with pytest.raises(TooManyProposals):
        propose(upstream, parcours, other_host, "lozere")


def test_the_host_that_accepts_is_the_only_one_left(parcours, upstream, host, other_host):
    chosen, other = (
        propose(upstream, parcours, host),
        propose(upstream, parcours, other_host, "indre"),
    )

    accepted = act(services.accept_placement, host, parcours, placement=chosen)

    assert accepted.stage == Stage.IMMERSION
    assert accepted.territory_id == chosen.territory_id
    assert accepted.owner_organisation_id == host.organisation_id
    other.refresh_from_db()
    assert other.status == PlacementStatus.WITHDRAWN
    assert may_open(host, parcours)
    assert not may_open(other_host, parcours)


def test_a_host_that_declines_says_why_and_loses_the_file(parcours, upstream, host):
    placement = propose(upstream, parcours, host)

    act(services.decline_placement, host, parcours, placement=placement, decline_reason=no_job())

    placement.refresh_from_db()
    assert placement.status == PlacementStatus.DECLINED
    assert not may_open(host, parcours)
    waiting = as_seen_by(upstream, parcours)
    assert (waiting.stage, waiting.owner_organisation_id) == (
        Stage.POSITIONING,
        upstream.organisation_id,
    )


def test_a_host_asked_for_two_territories_keeps_the_file_until_both_are_answered(
    parcours, upstream, host
):
    cantal = propose(upstream, parcours, host, "cantal")
    lozere = propose(upstream, parcours, host, "lozere")

    act(services.withdraw_placement, upstream, parcours, placement=cantal)
    assert may_open(host, parcours)

    act(services.decline_placement, host, parcours, placement=lozere, decline_reason=no_job())
    assert not may_open(host, parcours)


def test_a_host_answers_its_own_proposal_only(parcours, upstream, host, other_host):
    propose(upstream, parcours, host)
    other = propose(upstream, parcours, other_host, "indre")

    with pytest.raises(TransitionRefused) as refusal:
        act(services.accept_placement, host, parcours, placement=other)
    assert refusal.value.code == "permission"


def test_a_host_that_was_only_asked_does_not_send_the_file_back(parcours, upstream, host):
    propose(upstream, parcours, host)

    with pytest.raises(TransitionRefused) as refusal:
        act(services.return_to_preparation, host, parcours, reason="Projet à revoir.")
    assert refusal.value.code == "permission"


def test_going_back_to_preparation_withdraws_what_was_proposed(parcours, upstream, host):
    placement = propose(upstream, parcours, host)

    act(services.return_to_preparation, upstream, parcours, reason="Le métier change.")

    placement.refresh_from_db()
    assert placement.status == PlacementStatus.WITHDRAWN
    assert not may_open(host, parcours)


def test_accepting_and_declining_at_once_has_one_winner(at_once):
    coordinator = make_actor(OrganisationKind.COORDINATOR)
    upstream = make_actor(OrganisationKind.UPSTREAM)
    host = make_actor(OrganisationKind.HOST)
    parcours = at_positioning(make_actor(OrganisationKind.PRESCRIBER), coordinator, upstream)
    placement = propose(upstream, parcours, host)
    reason = no_job()

    outcomes = at_once(
        lambda: act(services.accept_placement, host, parcours, placement=placement),
        lambda: act(
            services.decline_placement,
            host,
            parcours,
            placement=placement,
            decline_reason=reason,
        ),
    )

    (refusal,) = [one for one in outcomes if isinstance(one, Exception)]
    assert isinstance(refusal, TransitionRefused)
    assert refusal.code == "state"
    is_accepted = Placement.objects.get().status == PlacementStatus.ACCEPTED
    assert isinstance(outcomes[1 if is_accepted else 0], TransitionRefused)
    held = CaseAccess.objects.current().filter(role=OrganisationKind.HOST)
    with database_context(coordinator.database_context), transaction.atomic():
        assert held.exists() == is_accepted


# The pages


def sign_in(client, actor):
    client.force_login(User.objects.get(pk=actor.user_id))


def test_upstream_proposes_on_a_page_where_the_territories_have_their_operator(
    client, parcours, upstream, host
):
    make_mandate(host, "cantal")
    sign_in(client, upstream)
    url = reverse("candidates:act", args=[parcours.public_id, "propose_placement"])

    page = client.get(url).text

    assert "Cantal (1er souhait), avec Accueil de test" in page
    assert "Cher, avec Le Relais" in page
    assert "Doubs" not in page


def test_the_host_answers_from_the_project_and_leaves_the_file_when_it_declines(
    client, submit, parcours, upstream, host, other_host
):
    placement, other = (
        propose(upstream, parcours, host),
        propose(upstream, parcours, other_host, "indre"),
    )
    sign_in(client, host)
    project = reverse("candidates:file_project", args=[parcours.public_id])
    decline = reverse(
        "candidates:act_about", args=[parcours.public_id, "decline_placement", placement.public_id]
    )

    page = client.get(project).text
    assert decline in page
    assert "Cantal" in page
    assert "Indre" not in page
    foreign = reverse(
        "candidates:act_about", args=[parcours.public_id, "accept_placement", other.public_id]
    )
    assert client.get(foreign).status_code == 404

    answer = submit(
        decline, {"decline_reason": no_job().pk, "reason": "", "on": timezone.localdate()}
    )
    assert answer.status_code == 302
    assert answer.url == reverse("candidates:to_do")
    assert client.get(project).status_code == 404


def test_strangers_do_not_know_that_the_project_exists(client, parcours, upstream, host):
    sign_in(client, host)

    url = reverse("candidates:file_project", args=[parcours.public_id])

    assert client.get(url).status_code == 404


def test_the_page_says_what_is_known_of_each_territory_and_shows_no_name(
    client, parcours, upstream, host
):
    make_mandate(host, "cher")
    with database_context(upstream.database_context):
        TerritoryRefusal.objects.create(
            parcours=parcours, territory=Territory.objects.get(slug="cher"), why="trop loin"
        )
    sign_in(client, upstream)

    page = client.get(reverse("candidates:act", args=[parcours.public_id, "propose_placement"]))

    assert "le ménage a dit «\u00a0pas là\u00a0»\u00a0: trop loin." in page.text
    profile = page.context["form"].profile
    assert len(profile.splitlines()) == 5
    assert "Exemple" not in profile
    assert "Cantal" in profile


def test_a_proposal_is_withdrawn_for_a_reason_that_its_history_tells(
    client, submit, parcours, upstream, host
):
    placement = propose(upstream, parcours, host)
    sign_in(client, upstream)
    address = [parcours.public_id, "withdraw_placement", placement.public_id]
    reason = Reason.objects.get(use="withdrawal", code="household")

    answer = submit(
        reverse("candidates:act_about", args=address),
        {"withdrawal_reason": reason.pk, "reason": "", "on": timezone.localdate()},
    )
    page = client.get(reverse("candidates:file_project", args=[parcours.public_id]))

    assert answer.status_code == 302
    assert "Ce qui a déjà été proposé" in page.text
    assert reason.label in page.text

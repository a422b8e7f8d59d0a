"""What a file keeps of the offers of a territory, and what becomes of it as the file moves."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from candidates import services
from candidates.enums import Certainty
from candidates.models import PlacementHome, PlacementJob, Reason
from candidates.selectors.holds import lines_by_territory
from candidates.services.held_offers import NotAccepted, TooLong
from emile.core.context import database_context
from emile.core.workflow import TransitionRefused
from territories.enums import HoldEnd, HoldStage
from territories.models import Hold, Territory
from territories.models.welcome import month_of
from territories.selectors.welcome import capacity_of
from territories.services.holds import AlreadyHeld, release_hold
from tests.factories import (
    act,
    at_follow_up,
    at_immersion,
    at_positioning,
    correct_last_act,
    make_home,
    make_job,
    make_mandate,
    plan_stay,
    propose,
)
from tests.factories.holds import hold, on_hold


pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
A_WEEK = TODAY + timedelta(days=7)
OCCUPIED, HELD, ENDED = HoldStage.OCCUPIED, HoldStage.HELD, HoldStage.ENDED


@pytest.fixture
def proposed(prescriber, coordinator, upstream, host):
    parcours = at_positioning(prescriber, coordinator, upstream)
    propose(upstream, parcours, host)
    return parcours


@pytest.fixture
def accepted(prescriber, coordinator, upstream, host):
    return at_immersion(prescriber, coordinator, upstream, host)


def keep(actor, parcours, thing, until=A_WEEK, **how):
    placement = parcours.placements.live().get(territory=thing.territory_id)
    return act(
        services.hold_offer,
        actor,
        parcours,
        placement=placement,
        thing=thing,
        until=until,
        **how,
    )


def follow(actor, parcours, held, step, **how):
    return act(services.follow_hold, actor, parcours, hold=held, step=step, **how)


def correct(actor, parcours, kind):
    """That act, though others beside the stages have followed it."""
    with database_context(actor.database_context):
        event = parcours.events.filter(kind=kind).latest("sequence")
        why = "Erreur de saisie."
        services.correct_act(actor=actor, event=event, now=timezone.now(), reason=why)


def months_of(territory="cantal"):
    rows = capacity_of(Territory.objects.get(slug=territory), TODAY)
    return {row.month: (row.held, row.used) for row in rows if row.held or row.used}


def a_reason(use):
    return Reason.objects.filter(use=use).order_by("pk").first()


def stage_of(held):
    held.refresh_from_db()
    return held.stage


def test_an_offer_is_kept_for_a_household_that_is_only_proposed(upstream, host, proposed):
    held = keep(upstream, proposed, make_home(host))

    assert (held.holder, held.stage, held.until) == (proposed.public_id, HELD, A_WEEK)
    assert not PlacementHome.objects.exists()


def test_it_is_kept_as_long_as_the_coordinator_says_and_no_longer(upstream, host, proposed):
    home = make_home(host)

    for days in (-1, 22):
        with pytest.raises(TooLong):
            keep(upstream, proposed, home, until=TODAY + timedelta(days=days))
    held = keep(upstream, proposed, home)
    with pytest.raises(TooLong):
        follow(upstream, proposed, held, "extend", until=TODAY + timedelta(days=22))


def test_nothing_is_kept_where_the_household_is_not_proposed(upstream, host, proposed):
    make_mandate(host, "cher")
    elsewhere = make_home(
        host, territory="cher", commune=Territory.objects.get(slug="cher").communes.first()
    )

    placement = proposed.placements.get()
    with pytest.raises(TransitionRefused, match="d’un autre territoire"):
        act(
            services.hold_offer,
            upstream,
            proposed,
            placement=placement,
            thing=elsewhere,
            until=A_WEEK,
        )


def test_a_file_moves_its_own_places_alone(upstream, host, proposed):
    foreign = hold(host, make_home(host))

    with pytest.raises(TransitionRefused, match="retenue par un autre dossier"):
        follow(upstream, proposed, foreign, "visit")
    with pytest.raises(TransitionRefused, match="retenue par un autre dossier"):
        act(services.release_offer, upstream, proposed, hold=foreign, why=HoldEnd.MISTAKE)


def test_nothing_is_attributed_before_the_territory_has_accepted(upstream, host, proposed):
    held = keep(upstream, proposed, make_home(host))

    with pytest.raises(NotAccepted):
        follow(upstream, proposed, held, "attribute")


def test_a_home_that_is_kept_is_spotted_then_promised_in_the_project(host, accepted):
    held = keep(host, accepted, make_home(host))
    home = PlacementHome.objects.get()
    assert (home.certainty, home.landlord, home.rent) == (
        Certainty.SPOTTED,
        "Bailleur des Exemples",
        520,
    )

    follow(host, accepted, held, "visit")
    follow(host, accepted, held, "attribute")

    home.refresh_from_db()
    assert home.certainty == Certainty.PROMISED
    assert stage_of(held) == HoldStage.ATTRIBUTED


def test_what_was_found_before_is_not_written_over_by_what_is_only_kept(host, accepted):
    first = keep(host, accepted, make_home(host))
    follow(host, accepted, first, "attribute")

    keep(host, accepted, make_home(host, provider_name="Autre bailleur"))

    assert PlacementHome.objects.get().landlord == "Bailleur des Exemples"


def test_the_job_of_somebody_alone_is_written_in_the_project(host, accepted):
    keep(host, accepted, make_job(host, provider_name="Auberge des Exemples"))

    job = PlacementJob.objects.get()
    assert (job.employer, job.certainty) == ("Auberge des Exemples", Certainty.SPOTTED)


def test_the_territory_that_accepts_frees_what_was_kept_elsewhere(
    upstream, host, other_host, proposed
):
    other = propose(upstream, proposed, other_host, "cher")
    cher = Territory.objects.get(slug="cher")
    there = make_home(other_host, territory="cher", commune=cher.communes.first())
    here = keep(upstream, proposed, make_home(host))
    sibling = keep(upstream, proposed, there)

    mine = proposed.placements.exclude(pk=other.pk).get()
    act(services.accept_placement, host, proposed, placement=mine)

    assert stage_of(here) == HELD
    assert stage_of(sibling) == ENDED
    assert sibling.ended_for == HoldEnd.PLACEMENT_ENDED

    correct_last_act(host, proposed)
    assert stage_of(sibling) == HELD


def test_a_household_that_leaves_gives_everything_back(upstream, host, proposed):
    home = make_home(host)
    held = keep(upstream, proposed, home)
    reason = a_reason("withdrawal")

    act(
        services.withdraw_placement,
        upstream,
        proposed,
        placement=proposed.placements.get(),
        withdrawal_reason=reason,
    )

    assert stage_of(held) == ENDED
    assert hold(host, home).stage == HELD


def test_a_proposal_that_is_corrected_keeps_nothing(upstream, host, proposed):
    held = keep(upstream, proposed, make_home(host))

    correct(upstream, proposed, "propose_placement")

    assert stage_of(held) == HoldStage.ENDED


def test_nothing_stays_given_once_the_acceptance_is_corrected(host, accepted):
    held = keep(host, accepted, make_home(host))
    follow(host, accepted, held, "attribute")

    correct(host, accepted, "accept_placement")

    assert stage_of(held) == HoldStage.ENDED


def test_two_households_want_the_same_home(upstream, host, proposed):
    home = make_home(host)
    first = hold(host, home)

    with pytest.raises(AlreadyHeld):
        keep(upstream, proposed, home)
    mine = keep(upstream, proposed, home, or_wait=True)
    assert mine.stage == HoldStage.WAITING

    with pytest.raises(AlreadyHeld):
        follow(upstream, proposed, mine, "take_turn", until=A_WEEK)
    on_hold(release_hold, host, hold=first, why=HoldEnd.HOUSEHOLD)
    follow(upstream, proposed, mine, "take_turn", until=A_WEEK)
    assert stage_of(mine) == HELD


def test_a_stay_uses_a_place_of_the_month_when_it_begins(host, accepted):
    later = month_of(TODAY + timedelta(days=40))
    stay = plan_stay(host, accepted, later)
    assert months_of() == {later: (0, 1)}
    used = Hold.objects.of_holder(accepted.public_id).get()
    with pytest.raises(TransitionRefused, match="Le séjour utilise cette place"):
        act(services.release_offer, host, accepted, hold=used, why=HoldEnd.MISTAKE)

    act(
        services.cancel_stay,
        host,
        accepted,
        stay=stay,
        stay_reason=a_reason("stay_not_held"),
    )
    assert months_of() == {}

    correct_last_act(host, accepted)
    assert months_of() == {later: (0, 1)}


def test_whoever_settled_keeps_its_home_and_its_month(prescriber, coordinator, upstream, host):
    parcours = at_immersion(prescriber, coordinator, upstream, host)
    held = keep(host, parcours, make_home(host))
    follow(host, parcours, held, "attribute")
    assert stage_of(held) == HoldStage.ATTRIBUTED

    settled = at_follow_up(prescriber, coordinator, upstream, host)
    months = Hold.objects.of_holder(settled.public_id).filter(slot__isnull=False)
    assert [one.stage for one in months] == [OCCUPIED]
    assert months_of() == {month_of(TODAY): (0, 1)}


def address(parcours, step, about):
    return reverse("candidates:act_about", args=[parcours.public_id, step, about.public_id])


def test_the_team_keeps_follows_and_frees_an_offer_from_the_project(
    signed_in, submit, upstream, host, proposed
):
    home = make_home(host)
    client, placement = signed_in(upstream), proposed.placements.get()
    section = reverse("candidates:file_project", args=[proposed.public_id])
    assert "Rien n’est retenu dans ce territoire." in client.get(section).text

    page = client.get(address(proposed, "hold_offer", placement)).text
    assert "T3, 65\u00a0m², Aurillac\u00a0: 1 place libre" in page
    answer = submit(
        address(proposed, "hold_offer", placement), {"thing": home.public_id, "until": A_WEEK}
    )
    assert answer.url == f"{section}#holds"
    held = Hold.objects.get()
    shown = client.get(section).text
    assert "Retenue jusqu’au" in shown

    submit(address(proposed, "follow_hold", held), {"step": "visit", "until": ""})
    assert stage_of(held) == HoldStage.VISITED
    submit(address(proposed, "release_offer", held), {"why": "household"})
    assert stage_of(held) == ENDED


def test_an_offer_that_somebody_else_just_took_is_said_so_and_a_queue_is_proposed(
    signed_in, submit, upstream, host, proposed
):
    home = make_home(host)
    client = signed_in(upstream)
    url = address(proposed, "hold_offer", proposed.placements.get())
    hold(host, home)

    answer = submit(url, {"thing": home.public_id, "until": A_WEEK})
    assert answer.status_code == 422
    assert "prendre rang dans la file d’attente" in answer.text

    submit(url, {"thing": home.public_id, "until": A_WEEK, "or_wait": "on"})
    assert Hold.objects.of_holder(proposed.public_id).get().stage == HoldStage.WAITING
    section = reverse("candidates:file_project", args=[proposed.public_id])
    read = client.get(section)
    assert "Rang 1 dans la file d’attente" in read.text
    # Until its turn comes, one may only leave the queue.
    ((_, acts),) = read.context["kept"][0].lines
    (leave,) = acts
    assert "Le ménage quitte la file d’attente." in client.get(leave.url).text
    later = TODAY + timedelta(days=8)
    [line] = lines_by_territory(proposed, proposed.placements.all(), later)[
        Territory.objects.get(slug="cantal").pk
    ]
    assert line.text.startswith("C’est votre tour")


def test_another_file_does_not_lead_to_this_hold(
    signed_in, prescriber, coordinator, upstream, host, proposed
):
    held = keep(upstream, proposed, make_home(host))
    other = at_positioning(prescriber, coordinator, upstream)
    propose(upstream, other, host)

    answer = signed_in(upstream).get(address(other, "release_offer", held))

    assert answer.status_code == 404


def test_the_project_costs_the_same_whatever_is_kept(
    signed_in, count_queries, upstream, host, proposed
):
    client = signed_in(upstream)
    section = reverse("candidates:file_project", args=[proposed.public_id])
    keep(upstream, proposed, make_home(host))
    client.get(section)
    one = count_queries(lambda: client.get(section))

    for make in (make_home, make_job, make_home):
        keep(upstream, proposed, make(host))

    assert count_queries(lambda: client.get(section)) == one


def test_the_form_costs_the_same_however_many_offers(
    signed_in, count_queries, upstream, host, proposed
):
    client = signed_in(upstream)
    url = address(proposed, "hold_offer", proposed.placements.get())
    make_home(host)
    client.get(url)
    one = count_queries(lambda: client.get(url))

    for make in (make_home, make_job, make_home):
        make(host)

    assert count_queries(lambda: client.get(url)) == one

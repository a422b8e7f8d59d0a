"""Offers: who writes them, how they live, how long one may count on them."""

from datetime import timedelta
from itertools import product

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from emile.core.context import database_context, system
from emile.core.errors import DomainError, StaleVersion
from emile.core.workflow import TransitionRefused
from operators.enums import OrganisationKind
from territories.enums import OfferStatus, Withdrawal
from territories.models import Commune, FreshnessRule, Offer, OfferEvent
from territories.services.answers import BY_LINK
from territories.services.offers import edit_offer, move_offer
from territories.workflow import OFFER_WORKFLOW
from tests.factories import make_actor, make_home, make_job, make_mandate, make_training


pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
DRAFT, AVAILABLE, PAUSED, FILLED, WITHDRAWN = OfferStatus
# Written a second time, from the programme: from where each step goes, and where it leads.
LIFE = {
    "publish": {DRAFT: AVAILABLE},
    "confirm": {AVAILABLE: AVAILABLE},
    "edit": {DRAFT: DRAFT, AVAILABLE: AVAILABLE, PAUSED: PAUSED},
    "pause": {AVAILABLE: PAUSED},
    "resume": {PAUSED: AVAILABLE},
    "fill": {AVAILABLE: FILLED, PAUSED: FILLED},
    "withdraw": {DRAFT: WITHDRAWN, AVAILABLE: WITHDRAWN, PAUSED: WITHDRAWN},
    "reopen": {FILLED: AVAILABLE, WITHDRAWN: AVAILABLE},
}
# Of the clock, and of those who answer its letter without an account.
LIFE_BY_LETTER = {
    "ask": {AVAILABLE: AVAILABLE},
    "confirm_by_link": {AVAILABLE: AVAILABLE},
    "withdraw_by_link": {AVAILABLE: WITHDRAWN},
}


def move(actor, offer, step, **how):
    how = {"on": TODAY, "now": timezone.now(), **how}
    with database_context(actor.database_context):
        return move_offer(actor=actor, offer=offer, step=step, **how)


def edit(actor, offer, version, changes, terms):
    with database_context(actor.database_context):
        edit_offer(
            actor=actor,
            offer=offer,
            version=version,
            changes=changes,
            terms=terms,
            on=TODAY,
            now=timezone.now(),
        )


def seen_by(actor, day=TODAY):
    return set(Offer.objects.visible_to(actor, day))


def test_the_life_of_an_offer_is_the_one_of_the_programme():
    assert {step.name for step in OFFER_WORKFLOW.steps} == set(LIFE | LIFE_BY_LETTER)


@pytest.mark.parametrize(("step", "status"), list(product(LIFE, OfferStatus)))
def test_each_step_goes_from_where_it_may(host, step, status):
    offer = make_home(host)
    with database_context(system("test")):
        Offer.objects.filter(pk=offer.pk).update(status=status)

    if status in LIFE[step]:
        assert move(host, offer, step).status == LIFE[step][status]
    else:
        with pytest.raises(TransitionRefused, match="a changé de statut"):
            move(host, offer, step)


@pytest.mark.parametrize(("step", "status"), list(product(LIFE_BY_LETTER, OfferStatus)))
def test_a_letter_answers_for_what_is_offered_only(host, step, status):
    offer = make_home(host)
    with database_context(system("test")):
        Offer.objects.filter(pk=offer.pk).update(status=status)

    def answer():
        with (
            database_context(BY_LINK.database_context),
            OFFER_WORKFLOW.perform(step, offer, actor=BY_LINK, on=TODAY, now=timezone.now()) as act,
        ):
            pass
        return act.subject.status

    if status in LIFE_BY_LETTER[step]:
        assert answer() == LIFE_BY_LETTER[step][status]
    else:
        with pytest.raises(TransitionRefused, match="a changé de statut"):
            answer()


@pytest.mark.parametrize("step", LIFE_BY_LETTER)
def test_nobody_with_an_account_answers_a_letter(host, step):
    with pytest.raises(TransitionRefused, match="n’a pas la main"):
        move(host, make_home(host), step)


@pytest.mark.parametrize("make", [make_home, make_job, make_training])
def test_an_offer_is_on_the_board_as_soon_as_it_is_published(host, make):
    offer = make(host)

    assert seen_by(make_actor(OrganisationKind.UPSTREAM)) == {offer}
    assert [event.kind for event in offer.events.order_by("sequence")] == ["add", "publish"]
    assert set(offer.events.values_list("actor_organisation_id", flat=True)) == {
        host.organisation_id
    }


def test_a_draft_is_only_for_those_who_keep_the_board(host, elsewhere):
    draft = make_home(host, is_draft=True)

    assert seen_by(host) == seen_by(make_actor(OrganisationKind.COORDINATOR)) == {draft}
    assert not seen_by(elsewhere)
    assert not seen_by(make_actor(OrganisationKind.UPSTREAM))


@pytest.mark.parametrize("kind", OrganisationKind)
def test_the_board_is_for_those_who_place_households_and_those_who_steer(host, kind):
    make_home(host)
    readers = {"coordinator", "national", "prescriber", "upstream", "host"}

    assert bool(seen_by(make_actor(kind))) == (kind in readers)


def test_what_was_never_published_stays_a_draft_to_the_others(host):
    draft = make_home(host, is_draft=True)
    upstream = make_actor(OrganisationKind.UPSTREAM)

    move(host, draft, "withdraw", why=Withdrawal.MISTAKE)
    assert not seen_by(upstream)

    assert move(host, draft, "reopen").status == DRAFT
    assert not seen_by(upstream)


@pytest.mark.parametrize("step", ["publish", "confirm", "resume", "confirm_by_link"])
def test_an_offer_past_its_last_day_is_put_right_before_it_is_offered_again(host, step):
    offer = make_home(host, on=TODAY - timedelta(days=9), valid_until=TODAY - timedelta(days=1))

    assert OFFER_WORKFLOW[step].objections(offer, TODAY)
    assert not OFFER_WORKFLOW[step].objections(offer, TODAY - timedelta(days=1))


def test_a_home_is_offered_where_it_is(host):
    with pytest.raises(ValidationError, match="n’est pas dans ce territoire"):
        make_home(host, commune=Commune.objects.get(code="18033"))
    assert not Offer.objects.exists()


def test_an_operator_in_charge_elsewhere_writes_nothing_here(host, elsewhere):
    offer = make_home(host)

    with pytest.raises(DomainError, match="opérateur d’accueil"):
        make_home(elsewhere, territory="cantal")
    with pytest.raises(DomainError, match="opérateur d’accueil"):
        move(elsewhere, offer, "confirm")
    assert OfferEvent.objects.count() == 2


def test_a_mandate_that_ended_gives_no_right_any_more(host):
    offer = make_home(host)
    mandate = make_mandate(host, "cantal")
    mandate.until = TODAY - timedelta(days=1)
    mandate.save()

    with pytest.raises(DomainError, match="opérateur d’accueil"):
        move(host, offer, "pause")


def test_an_offer_must_be_confirmed_every_month(host):
    rule = FreshnessRule.in_force(TODAY)
    fresh = make_home(host, on=TODAY - timedelta(days=30))
    stale = make_home(host, on=TODAY - timedelta(days=31))

    assert (fresh.is_stale(TODAY, rule), stale.is_stale(TODAY, rule)) == (False, True)
    assert set(Offer.objects.to_confirm_on(TODAY, rule)) == {stale}
    assert set(Offer.objects.fresh_on(TODAY, rule)) == {fresh}

    move(host, stale, "confirm")

    assert not Offer.objects.to_confirm_on(TODAY, rule).exists()


def test_what_is_told_late_makes_no_offer_older(host):
    offer = make_home(host)

    move(host, offer, "confirm", on=TODAY - timedelta(days=12))

    assert Offer.objects.get().confirmed_on == TODAY


def test_an_offer_past_its_last_day_is_over_without_any_job(host):
    until_today = make_home(host, valid_until=TODAY)
    make_home(host, on=TODAY - timedelta(days=9), valid_until=TODAY - timedelta(days=1))

    assert set(Offer.objects.open_on(TODAY)) == {until_today}


def test_a_withdrawal_says_why_and_can_be_taken_back(host):
    offer = make_home(host)

    move(host, offer, "withdraw", why=Withdrawal.MISTAKE)
    assert offer.events.latest("sequence").payload == {"why": "mistake"}
    assert not Offer.objects.open_on(TODAY).exists()

    move(host, offer, "reopen")
    assert Offer.objects.open_on(TODAY).get() == offer


def test_an_edition_tells_which_fields_changed(host):
    offer = make_home(host)

    unchanged = {"provider_name": offer.provider_name}

    edit(host, offer, offer.version, {"places": 2, **unchanged}, {"rent": 540, "surface": 65})

    assert offer.events.latest("sequence").payload == {"fields": ["places", "rent"]}
    assert (Offer.objects.get().places, Offer.objects.get().home.rent) == (2, 540)


def test_nobody_overwrites_what_a_colleague_has_just_written(host):
    offer = make_home(host)
    seen = offer.version
    edit(host, offer, seen, {"places": 3}, {})

    with pytest.raises(StaleVersion):
        edit(host, offer, seen, {"places": 2}, {})
    assert Offer.objects.get().places == 3


def test_a_click_elsewhere_does_not_get_in_the_way_of_who_is_writing(host):
    offer = make_home(host)
    seen = offer.version
    move(host, offer, "confirm")

    edit(host, offer, seen, {"places": 2}, {})

    assert Offer.objects.get().places == 2

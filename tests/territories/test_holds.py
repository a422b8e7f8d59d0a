"""A place kept for a household: until a day, for good, or after those who asked before."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings, strategies as st

from emile.core.context import database_context, system
from emile.core.errors import DomainError
from emile.core.models import OutboxMessage
from emile.core.workflow import TransitionRefused
from territories.enums import HoldEnd, HoldStage, Withdrawal
from territories.models import FreshnessRule, Hold, Offer, Territory, WelcomeSlot
from territories.models.welcome import month_of
from territories.selectors.links import token_of
from territories.services.answers import answer_by_link
from territories.services.holds import (
    AlreadyHeld,
    NotOffered,
    TooFewPlaces,
    advance_hold,
    choose_hold,
    extend_hold,
    put_holds_back,
    release_hold,
    release_holds_of,
    take_month,
    take_turn,
    tell_all_who_wait,
)
from territories.services.offers import edit_offer, move_offer
from territories.workflow import HOLD_WORKFLOW
from tests.factories import make_home, make_job
from tests.factories.holds import hold, morning_of, on_hold


pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
WAITING, HELD, VISITED, FILED, ATTRIBUTED, OCCUPIED, ENDED = HoldStage


def in_days(count):
    return TODAY + timedelta(days=count)


def release(actor, held, why=HoldEnd.HOUSEHOLD, **how):
    return on_hold(release_hold, actor, hold=held, why=why, **how)


def counted(offer, day=TODAY):
    """Committed, free, held and taken, as the board reads them."""
    row = Offer.objects.with_free_units(day).get(pk=offer.pk)
    return (
        row.places,
        row.free_units,
        row.places - row.free_units - row.taken_units,
        row.taken_units,
    )


def letters():
    return sorted(OutboxMessage.objects.values_list("recipient", "subject"))


def test_a_home_is_kept_for_one_household(host, upstream):
    home = make_home(host)

    hold(upstream, home)

    assert counted(home) == (1, 0, 1, 0)
    assert not Offer.objects.free_on(TODAY, FreshnessRule.in_force(TODAY)).exists()
    with pytest.raises(AlreadyHeld):
        hold(upstream, home)


def test_a_hold_that_runs_out_frees_its_place_without_anybody(host, upstream):
    home = make_home(host)
    hold(upstream, home, days=7)

    assert counted(home, in_days(7)) == (1, 0, 1, 0)
    assert counted(home, in_days(8)) == (1, 1, 0, 0)
    assert hold(upstream, home, on=in_days(8)).unit == 1


def test_an_offer_of_several_places_keeps_as_many_households(host, upstream):
    job = make_job(host, places=3)

    assert [hold(upstream, job).unit for _ in range(3)] == [1, 2, 3]
    with pytest.raises(AlreadyHeld):
        hold(upstream, job)


def test_a_household_holds_an_offer_once(host, upstream):
    job, household = make_job(host, places=3), uuid4()
    hold(upstream, job, holder=household)

    with pytest.raises(ValidationError, match="déjà retenue ou demandée pour ce ménage"):
        hold(upstream, job, holder=household)


def test_only_what_is_offered_is_held(host, upstream):
    for offer in (
        make_home(host, is_draft=True),
        make_home(host, on=in_days(-3), valid_until=in_days(-1)),
    ):
        with pytest.raises(NotOffered):
            hold(upstream, offer)


def test_extending_keeps_the_place_longer(host, upstream):
    held = hold(upstream, make_home(host), days=7)

    longer = on_hold(extend_hold, upstream, on=in_days(5), hold=held, until=in_days(12))

    assert (longer.period.lower, longer.until) == (TODAY, in_days(12))


def test_whoever_frees_a_place_frees_it_at_once(host, upstream):
    home = make_home(host)
    held = hold(upstream, home)

    release(upstream, held)

    assert counted(home) == (1, 1, 0, 0)
    assert hold(upstream, home).unit == 1


def test_those_who_wait_come_before_those_who_arrive(host, upstream):
    home = make_home(host)
    held = hold(upstream, home)
    first, second = (hold(upstream, home, or_wait=True) for _ in range(2))
    ranks = Hold.objects.waiting().with_rank(TODAY).order_by("pk").values_list("rank", flat=True)
    assert list(ranks) == [1, 2]

    release(upstream, held)

    with pytest.raises(AlreadyHeld):
        hold(upstream, home)
    with pytest.raises(AlreadyHeld):
        on_hold(take_turn, upstream, hold=second, until=in_days(7))
    assert on_hold(take_turn, upstream, hold=first, until=in_days(7)).unit == 1


def test_a_turn_that_nobody_takes_is_lost(host, upstream):
    home = make_home(host)
    hold(upstream, home)
    waiting = hold(upstream, home, or_wait=True)

    late = in_days(15)
    with pytest.raises(TransitionRefused, match="a pris fin"):
        on_hold(take_turn, upstream, on=late, hold=waiting, until=late)
    assert hold(upstream, home, on=late).stage == HELD


def test_the_first_who_waits_is_told_and_given_nothing(host, upstream):
    home = make_home(host)
    held = hold(host, home)
    waiting = hold(upstream, home, or_wait=True)
    hold(upstream, home, or_wait=True)

    release(host, held)

    [(recipient, subject)] = letters()
    assert recipient == "preparer@exemple.test"
    assert subject == "Une place se libère\u00a0: T3, 65\u00a0m², Aurillac"
    waiting.refresh_from_db()
    assert waiting.stage == WAITING


def test_a_place_that_runs_out_at_night_is_told_in_the_morning_once(host, upstream):
    home = make_home(host)
    hold(host, home, days=2)
    hold(upstream, home, or_wait=True)

    tell_all_who_wait(on=in_days(2))
    assert letters() == []
    tell_all_who_wait(on=in_days(3))
    tell_all_who_wait(on=in_days(3))
    assert len(letters()) == 1


def test_a_home_goes_from_held_to_occupied(host, upstream):
    held = hold(host, make_home(host))

    for step in ("visit", "file"):
        held = on_hold(advance_hold, host, hold=held, step=step)
    on_hold(choose_hold, host, hold=held)
    held = on_hold(advance_hold, host, hold=held, step="occupy")

    assert held.stage == OCCUPIED
    assert [event.to_stage for event in held.events.order_by("sequence")] == [
        HELD,
        VISITED,
        FILED,
        ATTRIBUTED,
        OCCUPIED,
    ]
    assert counted(held.offer, in_days(4000)) == (1, 0, 0, 1)


@pytest.mark.parametrize("step", [step.name for step in HOLD_WORKFLOW.steps])
def test_what_is_over_is_over(host, step):
    held = hold(host, make_home(host))
    release(host, held)

    if step != "put_back":
        with pytest.raises(TransitionRefused, match="changé d’état"):
            on_hold(advance_hold, host, hold=held, step=step)


def test_what_has_run_out_is_neither_visited_nor_extended(host, upstream):
    home = make_home(host)
    held = hold(host, home, days=2)
    hold(upstream, home, on=in_days(3))

    with pytest.raises(TransitionRefused, match="a pris fin"):
        on_hold(advance_hold, host, on=in_days(3), hold=held, step="visit")
    with pytest.raises(TransitionRefused, match="a pris fin"):
        on_hold(extend_hold, host, on=in_days(3), hold=held, until=in_days(4))


def test_choosing_a_home_gives_back_the_others_and_their_queue_is_told(host, upstream):
    household = uuid4()
    chosen, other = make_home(host), make_home(host)
    job = make_job(host)
    held = hold(host, chosen, holder=household)
    sibling = hold(host, other, holder=household)
    hold(host, job, holder=household)
    hold(upstream, other, or_wait=True)

    on_hold(choose_hold, host, hold=held)

    sibling.refresh_from_db()
    assert (sibling.stage, sibling.ended_for) == (ENDED, HoldEnd.OTHER_CHOSEN)
    assert counted(chosen) == (1, 0, 0, 1)
    assert counted(other) == (1, 1, 0, 0)
    assert counted(job) == (1, 0, 1, 0)
    assert [subject for _, subject in letters()] == [
        "Une place se libère\u00a0: T3, 65\u00a0m², Aurillac"
    ]


def test_two_adults_may_each_have_a_job(host):
    household = uuid4()
    mine, yours = (hold(host, make_job(host), holder=household) for _ in range(2))

    on_hold(choose_hold, host, hold=mine, alone=False)

    yours.refresh_from_db()
    assert yours.stage == HELD


def test_what_had_run_out_is_still_chosen_if_nobody_else_has_it(host, upstream):
    home, contested = make_home(host), make_home(host)
    late, too_late = hold(host, home, days=1), hold(host, contested, days=1)
    hold(upstream, contested, on=in_days(3))

    assert on_hold(choose_hold, host, on=in_days(3), hold=late).stage == ATTRIBUTED
    with pytest.raises(AlreadyHeld):
        on_hold(choose_hold, host, on=in_days(3), hold=too_late)


def test_a_household_that_does_not_go_there_gives_back_all_it_had_there_but_its_home(host):
    household, cantal = uuid4(), Territory.objects.get(slug="cantal")
    home, job = make_home(host), make_job(host)
    lived_in = on_hold(choose_hold, host, hold=hold(host, home, holder=household))
    on_hold(advance_hold, host, hold=lived_in, step="occupy")
    hold(host, job, holder=household)

    on_hold(release_holds_of, host, holder=household, territory=cantal)

    assert counted(job) == (1, 1, 0, 0)
    assert counted(home) == (1, 0, 0, 1)


@pytest.mark.parametrize("step", ["fill", "withdraw"])
def test_an_offer_that_is_closed_is_kept_for_nobody_and_they_are_told(host, upstream, step):
    job = make_job(host, places=3)
    taken, held = hold(upstream, job), hold(upstream, job)
    on_hold(choose_hold, upstream, hold=taken)

    why = {"why": Withdrawal.ELSEWHERE} if step == "withdraw" else {}
    on_hold(move_offer, host, offer=job, step=step, **why)

    held.refresh_from_db()
    assert (held.stage, held.ended_for) == (ENDED, HoldEnd.OFFER_CLOSED)
    assert counted(job) == (3, 2, 0, 1)
    [(_, subject)] = letters()
    assert subject.startswith("Une place n’est plus retenue\u00a0: ")


def test_a_landlord_who_says_no_by_letter_frees_what_was_held(host):
    home = make_home(host, on=in_days(-28), contact_email="bailleur@exemple.test")
    held = hold(host, home)

    answer_by_link(token=token_of(home), stands=False, on=TODAY, now=timezone.now())

    held.refresh_from_db()
    assert held.ended_for == HoldEnd.OFFER_CLOSED


def test_an_offer_never_has_fewer_places_than_are_used(host):
    job = make_job(host, places=3)
    first, _, third = (hold(host, job) for _ in range(3))
    release(host, first)

    def shrink_to(places):
        how = {"offer": job, "version": job.version, "changes": {"places": places}, "terms": {}}
        on_hold(edit_offer, host, **how)

    with pytest.raises(TooFewPlaces):
        shrink_to(1)
    shrink_to(2)
    assert counted(job) == (2, 0, 2, 0)
    with pytest.raises(AlreadyHeld):
        hold(host, job)
    release(host, third)
    assert hold(host, job).unit == 1


def test_what_an_act_released_comes_back_with_its_day(host, upstream):
    home, household = make_home(host), uuid4()
    held = hold(host, home, holder=household, days=9)
    on_hold(advance_hold, host, hold=held, step="visit")
    on_hold(release_hold, host, on=in_days(1), hold=held, why=HoldEnd.HOUSEHOLD)

    at = morning_of(in_days(1))
    on_hold(put_holds_back, host, on=in_days(2), holder=household, at=at)

    held.refresh_from_db()
    assert (held.stage, held.until, held.ended_for) == (VISITED, in_days(9), "")


def test_what_was_chosen_by_mistake_is_only_held_again(host):
    household = uuid4()
    held = hold(host, make_home(host), holder=household)
    sibling = hold(host, make_home(host), holder=household)
    on_hold(choose_hold, host, on=in_days(1), hold=held)

    at = morning_of(in_days(1))
    on_hold(put_holds_back, host, on=in_days(1), holder=household, at=at)

    assert set(Hold.objects.live_on(in_days(1)).values_list("stage", flat=True)) == {HELD}
    sibling.refresh_from_db()
    assert sibling.until == in_days(7)


def test_what_another_household_was_given_meanwhile_does_not_come_back(host, upstream):
    home, household = make_home(host), uuid4()
    held = hold(host, home, holder=household)
    on_hold(release_hold, host, on=in_days(1), hold=held, why=HoldEnd.HOUSEHOLD)
    hold(upstream, home, on=in_days(1))

    at = morning_of(in_days(1))
    on_hold(put_holds_back, host, on=in_days(2), holder=household, at=at)

    held.refresh_from_db()
    assert held.stage == ENDED


def test_two_things_done_at_once_to_a_place_are_taken_back_together(host):
    household, cantal = uuid4(), Territory.objects.get(slug="cantal")
    took = on_hold(take_month, host, territory=cantal, month=month_of(TODAY), holder=household)
    on_hold(advance_hold, host, hold=took, step="occupy")

    on_hold(put_holds_back, host, holder=household, at=morning_of(TODAY))

    took.refresh_from_db()
    assert took.stage == ENDED


def test_what_closed_meanwhile_does_not_come_back(host):
    home, household = make_home(host), uuid4()
    held = hold(host, home, holder=household)
    on_hold(release_hold, host, on=in_days(1), hold=held, why=HoldEnd.HOUSEHOLD)
    on_hold(move_offer, host, on=in_days(2), offer=home, step="withdraw", why=Withdrawal.PROVIDER)

    at = morning_of(in_days(1))
    on_hold(put_holds_back, host, on=in_days(3), holder=household, at=at)

    held.refresh_from_db()
    assert held.stage == ENDED


def test_what_was_held_again_meanwhile_is_held_once(host):
    home, household = make_home(host, places=2), uuid4()
    held = hold(host, home, holder=household)
    on_hold(release_hold, host, on=in_days(1), hold=held, why=HoldEnd.HOUSEHOLD)
    again = hold(host, home, holder=household, on=in_days(2))

    at = morning_of(in_days(1))
    on_hold(put_holds_back, host, on=in_days(3), holder=household, at=at)

    assert Hold.objects.live_on(in_days(3)).get() == again


def test_whoever_waits_for_a_month_may_be_welcomed_in_it(host, upstream):
    cantal, household = Territory.objects.get(slug="cantal"), uuid4()
    slot = on_hold(take_month, host, territory=cantal, month=month_of(TODAY), holder=uuid4()).slot
    waited = hold(upstream, slot, holder=household, or_wait=True)

    took = on_hold(take_month, host, territory=cantal, month=slot.month, holder=household)

    assert (took.pk, took.stage, took.unit) == (waited.pk, ATTRIBUTED, 2)


def test_a_month_is_held_like_a_home_and_taken_whatever_was_said(host):
    month = TODAY.replace(day=1)
    cantal = Territory.objects.get(slug="cantal")
    with database_context(system("test")):
        slot = WelcomeSlot.objects.create(territory=cantal, month=month, capacity=1)
    household = uuid4()
    hold(host, slot, holder=household)
    with pytest.raises(AlreadyHeld):
        hold(host, slot)

    where = {"territory": cantal, "month": month}
    mine = on_hold(take_month, host, holder=household, **where)
    beyond = on_hold(take_month, host, holder=uuid4(), **where)
    again = on_hold(take_month, host, holder=household, **where)

    assert [(one.unit, one.stage) for one in (mine, beyond, again)] == [
        (1, ATTRIBUTED),
        (2, ATTRIBUTED),
        (1, ATTRIBUTED),
    ]


def test_the_database_alone_forbids_a_place_held_twice(host):
    home = make_home(host)
    held = hold(host, home)
    twin = Hold(
        offer=home,
        unit=held.unit,
        holder=uuid4(),
        organisation_id=host.organisation_id,
        stage=HELD,
        period=DateRange(in_days(3), in_days(5)),
    )

    with (
        pytest.raises(IntegrityError, match="hold_one_per_place_of_an_offer"),
        database_context(system("test")),
        transaction.atomic(),
    ):
        twin.save()


DOINGS = ("hold", "wait", "take_turn", "extend", "visit", "choose", "release", "put_back", "night")


@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    st.lists(
        st.tuples(st.sampled_from(DOINGS), st.integers(0, 3), st.integers(0, 1)),
        min_size=25,
        max_size=40,
    )
)
def test_committed_is_free_and_held_and_taken_whatever_people_do(host, upstream, schedule):
    with transaction.atomic():
        _play(host, upstream, schedule)
        transaction.set_rollback(True)


def _play(host, upstream, schedule):
    """Four households and two offers, of one place and of two, day after day; no job ever runs."""
    offers = [make_home(host), make_job(host, places=2)]
    households, day = [uuid4() for _ in range(4)], TODAY
    for doing, who, what in schedule:
        offer, household = offers[what], households[who]
        held = Hold.objects.of(offer).of_holder(household).order_by("pk").last()
        day += timedelta(days=3 * (doing == "night"))
        if doing in ("hold", "wait") or held is not None:
            try:
                with transaction.atomic():
                    _do(upstream, doing, offer, household, held, day)
            except (DomainError, ValidationError):
                pass
        for one in offers:
            _check(one, day)


def _do(actor, doing, offer, household, held, day):
    until = day + timedelta(days=4)
    match doing:
        case "hold" | "wait":
            hold(actor, offer, holder=household, days=4, on=day, or_wait=doing == "wait")
        case "take_turn":
            on_hold(take_turn, actor, on=day, hold=held, until=until)
        case "extend":
            on_hold(extend_hold, actor, on=day, hold=held, until=until)
        case "visit":
            on_hold(advance_hold, actor, on=day, hold=held, step="visit")
        case "choose":
            on_hold(choose_hold, actor, on=day, hold=held)
        case "release":
            release(actor, held, on=day)
        case "put_back":
            on_hold(put_holds_back, actor, on=day, holder=household, at=morning_of(day))


def _check(offer, day):
    places, free, kept, taken = counted(offer, day)
    live = Hold.objects.of(offer).live_on(day).using_a_place()
    units = list(live.values_list("unit", flat=True))
    assert free + kept + taken == places
    assert min(free, kept, taken) >= 0
    assert len(set(units)) == len(units) == kept + taken
    assert set(units) <= set(range(1, places + 1))
    assert kept == live.exclude(stage__in=[ATTRIBUTED, OCCUPIED]).count()

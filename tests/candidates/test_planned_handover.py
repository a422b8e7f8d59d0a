"""The operator changes on Monday with all its cases, and it is said on the Friday before."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from candidates import services
from candidates.enums import PlannedOutcome
from candidates.models import Parcours, ParcoursEvent, PlannedFile, PlannedHandOver
from candidates.services.handover import WrongHands
from candidates.services.handover_preview import files_in_hands
from candidates.services.planned_handover import NotAhead, NotWaiting
from emile.core.context import database_context
from emile.core.models import OutboxMessage
from emile.core.templatetags.emile import short_day
from operators.enums import OrganisationKind
from operators.models import Organisation, User
from tests.factories import at_diagnosis, at_information, leave, make_actor


pytestmark = pytest.mark.django_db
UPSTREAM = OrganisationKind.UPSTREAM
MONDAY = timedelta(days=3)


def body(actor):
    return Organisation.objects.get(pk=actor.organisation_id)


def plan(by, giver, receiver, *, whose=None, worker=None, ahead=MONDAY, now=None):
    now = now or timezone.now()
    with database_context(by.database_context):
        return services.plan_hand_over(
            actor=by,
            files=files_in_hands(by, role=UPSTREAM, giver=body(giver), worker=whose),
            role=UPSTREAM,
            giver=body(giver),
            receiver=body(receiver),
            whose=whose,
            worker=worker,
            reason="Fin de mandat.",
            planned_on=timezone.localdate(now) + ahead,
            now=now,
        )


def cancel(by, planned):
    with database_context(by.database_context):
        services.cancel_hand_over(actor=by, planned=planned, now=timezone.now())


def pass_on(by, parcours, giver, receiver):
    with database_context(by.database_context):
        services.hand_over(
            actor=by,
            parcours=parcours,
            role=UPSTREAM,
            giver=body(giver),
            receiver=body(receiver),
            worker=None,
            reason="Tout de suite.",
            on=timezone.localdate(),
            now=timezone.now(),
        )


def assign(by, parcours, worker):
    with database_context(by.database_context):
        services.assign_worker(
            actor=by,
            parcours=parcours,
            lead_worker=worker,
            owner_user=None,
            on=timezone.localdate(),
            now=timezone.now(),
        )


def on_the_day(days=3):
    then = timezone.now() + timedelta(days=days)
    return services.carry_out_hand_overs(on=timezone.localdate(then), now=then)


def sees(actor, parcours):
    with database_context(actor.database_context):
        return Parcours.objects.visible_to(actor).filter(pk=parcours.pk).exists()


def outcomes(planned):
    return dict(PlannedFile.objects.filter(planned=planned).values_list("parcours_id", "outcome"))


@pytest.fixture
def successor(db):
    return make_actor(UPSTREAM, name="Amont suivant")


@pytest.fixture
def parcours(prescriber, coordinator, upstream):
    return at_information(prescriber, coordinator, upstream)


def test_it_is_entered_on_friday_and_done_on_monday(
    signed_in, submit, parcours, coordinator, upstream, successor
):
    monday = timezone.localdate() + MONDAY
    browser = signed_in(coordinator)
    address = reverse("candidates:hand_over", args=[body(upstream).public_id, "upstream"])
    asked = {
        "mine": "",
        "to": f"{successor.organisation_id}:",
        "on": monday.isoformat(),
        "reason": "Fin de mandat.",
    }

    preview = browser.get(address, asked)
    assert "Amont suivant n’en lit rien" in preview.text
    done = submit(address, asked | {"seen": preview.context["seen"]}, follow=True)

    planned = PlannedHandOver.objects.get()
    assert planned.get_absolute_url() in done.redirect_chain[0][0]
    assert parcours.household.reference in done.text
    assert "Passation prévue le" in browser.get(parcours.get_absolute_url()).text
    assert (on_the_day(2), sees(successor, parcours)) == (0, False)

    assert on_the_day() == 1

    assert sees(successor, parcours)
    assert "Faite le" in browser.get(planned.get_absolute_url()).text
    assert "Passation prévue le" not in browser.get(parcours.get_absolute_url()).text


def test_it_is_done_once_and_made_up_for_after_a_stop(parcours, coordinator, upstream, successor):
    plan(coordinator, upstream, successor)

    assert [on_the_day(5), on_the_day(5), on_the_day(6)] == [1, 0, 0]

    passed = ParcoursEvent.objects.get(kind="hand_over")
    # The others could not begin before: their delays count from then.
    assert passed.occurred_on == timezone.localdate() + timedelta(days=5)
    assert passed.actor_user_id == coordinator.user_id


def test_a_file_that_has_changed_meanwhile_is_left_and_said(
    prescriber, parcours, coordinator, upstream, successor
):
    others = [at_information(prescriber, coordinator, upstream) for _ in range(2)]
    planned = plan(coordinator, upstream, successor)
    leave(coordinator, others[0])
    pass_on(coordinator, others[1], upstream, successor)
    newcomer = at_information(prescriber, coordinator, upstream)

    assert on_the_day() == 2

    assert outcomes(planned) == {
        parcours.pk: PlannedOutcome.PASSED,
        newcomer.pk: PlannedOutcome.PASSED,
        others[0].pk: PlannedOutcome.OVER,
        others[1].pk: PlannedOutcome.ELSEWHERE,
    }
    told = OutboxMessage.objects.get(key__startswith="hand_over_done")
    assert "2 dossiers n’ont pas été passés" in told.body


def test_a_file_that_arrives_before_the_day_is_announced_like_the_others(
    signed_in, prescriber, parcours, coordinator, upstream, successor
):
    planned = plan(coordinator, upstream, successor)
    newcomer = at_information(prescriber, coordinator, upstream)

    for reader in (upstream, prescriber, coordinator):
        assert "Passation prévue le" in signed_in(reader).get(newcomer.get_absolute_url()).text
    assert newcomer.household.reference in signed_in(upstream).get(planned.get_absolute_url()).text
    assert outcomes(planned) == {parcours.pk: "", newcomer.pk: ""}

    leave(coordinator, parcours)
    pass_on(coordinator, newcomer, upstream, make_actor(UPSTREAM, name="Amont pressé"))

    for gone in (parcours, newcomer):
        page = signed_in(coordinator).get(gone.get_absolute_url())
        assert "Passation prévue le" not in page.text


def test_a_file_entrusted_to_somebody_who_leaves_is_announced_until_it_is_another_s(
    parcours, coordinator, upstream
):
    colleague = make_actor(UPSTREAM, name="Amont de test")
    leaving, staying = (User.objects.get(pk=one.user_id) for one in (upstream, colleague))
    planned = plan(coordinator, upstream, upstream, whose=leaving, worker=staying)
    assert outcomes(planned) == {}

    assign(coordinator, parcours, leaving)
    assert outcomes(planned) == {parcours.pk: ""}
    assign(coordinator, parcours, staying)
    assert outcomes(planned) == {parcours.pk: PlannedOutcome.ELSEWHERE}
    assign(coordinator, parcours, leaving)

    assert on_the_day() == 1
    assert outcomes(planned) == {parcours.pk: PlannedOutcome.PASSED}


def test_the_timeline_says_when_it_was_decided(
    signed_in, parcours, coordinator, upstream, successor
):
    planned = plan(coordinator, upstream, successor)
    on_the_day()

    told = signed_in(coordinator).get(parcours.get_absolute_url()).text

    assert f"selon la décision du {short_day(timezone.localdate(planned.planned_at))}" in told


def test_a_receiver_that_has_left_takes_nothing(parcours, coordinator, upstream, successor):
    planned = plan(coordinator, upstream, successor)
    Organisation.objects.filter(pk=successor.organisation_id).update(is_active=False)

    assert on_the_day() == 0

    assert outcomes(planned) == {parcours.pk: PlannedOutcome.REFUSED}
    assert sees(upstream, parcours)


def test_it_is_cancelled_by_those_who_decided_it(
    signed_in, submit, parcours, coordinator, upstream, successor
):
    planned = plan(coordinator, upstream, successor)
    address = reverse("candidates:cancel_hand_over", args=[planned.public_id])
    signed_in(upstream)
    assert submit(address).status_code == 403

    signed_in(coordinator)
    told = submit(address, follow=True)

    assert "C’est annulé" in told.text
    assert on_the_day() == 0
    with pytest.raises(NotWaiting):
        cancel(coordinator, planned)


def test_a_manager_plans_between_their_people_only(parcours, upstream, coordinator, successor):
    manager = replace(upstream, is_manager=True)
    colleague = make_actor(UPSTREAM, name="Amont de test")
    worker = User.objects.get(pk=colleague.user_id)

    planned = plan(manager, upstream, upstream, worker=worker)

    assert on_the_day() == 1
    with database_context(upstream.database_context):
        assert Parcours.objects.get(pk=parcours.pk).lead_worker == worker
    assert planned.actor == manager
    with pytest.raises(WrongHands):
        plan(manager, upstream, successor)


def test_the_same_files_wait_for_one_passation(parcours, coordinator, upstream, successor):
    first = plan(coordinator, upstream, successor)
    with pytest.raises(ValidationError):
        plan(coordinator, upstream, successor, ahead=2 * MONDAY)
    with pytest.raises(NotAhead):
        plan(coordinator, upstream, successor, ahead=timedelta(0))

    cancel(coordinator, first)

    assert plan(coordinator, upstream, successor).is_waiting


def test_the_organisations_concerned_are_told(
    signed_in, parcours, prescriber, coordinator, upstream, successor, host
):
    Organisation.objects.filter(name__startswith="Amont").update(email="equipe@exemple.test")
    Organisation.objects.filter(pk=successor.organisation_id).update(email="suite@exemple.test")
    planned = plan(coordinator, upstream, successor)
    mine, address = reverse("operators:organisation"), planned.get_absolute_url()

    assert address in signed_in(upstream).get(mine).text
    told = signed_in(successor)
    assert address in told.get(mine).text
    # How many, and none of them.
    page = told.get(address)
    assert "1 dossier" in page.text
    assert parcours.household.reference not in page.text
    assert signed_in(host).get(address).status_code == 404
    written = OutboxMessage.objects.filter(key__startswith="hand_over_planned")
    assert set(written.values_list("recipient", flat=True)) == {
        "equipe@exemple.test",
        "suite@exemple.test",
    }


def test_the_pages_cost_the_same_with_more_files(
    signed_in, prescriber, coordinator, upstream, successor, count_queries
):
    browser = signed_in(coordinator)
    address = reverse("candidates:hand_over", args=[body(upstream).public_id, "upstream"])
    asked = {
        "mine": "",
        "to": f"{successor.organisation_id}:",
        "on": timezone.localdate().isoformat(),
        "reason": "Fin de mandat.",
    }
    costs = []
    for bring in (at_information, at_diagnosis, at_information, at_diagnosis):
        bring(prescriber, coordinator, upstream)
        costs.append(count_queries(lambda: browser.get(address, asked)))

    assert len(set(costs)) == 1
    assert costs[0] <= 25

    planned = plan(coordinator, upstream, successor)
    lists = (reverse("candidates:hand_over_list"), planned.get_absolute_url())
    one = [count_queries(lambda url=url: browser.get(url)) for url in lists]
    for _ in range(3):
        cancel(coordinator, planned)
        at_information(prescriber, coordinator, upstream)
        planned = plan(coordinator, upstream, successor)

    more = (lists[0], planned.get_absolute_url())
    assert [count_queries(lambda url=url: browser.get(url)) for url in more] == one
    assert max(one) <= 15

"""The operator changes on Monday, with all its cases."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db.models import F
from django.urls import reverse
from django.utils import timezone

from candidates import services
from candidates.models import CaseAccess, Household, Note, Parcours, ParcoursEvent, Placement
from candidates.services.handover import WrongHands
from candidates.workflow import clock
from emile.core.context import database_context, system
from emile.core.models import OutboxMessage
from emile.core.workflow import TransitionRefused
from operators.enums import OrganisationKind
from operators.models import Organisation, User
from tests.factories import (
    act,
    at_diagnosis,
    at_follow_up,
    at_immersion,
    at_information,
    at_preparation,
    correct_last_act,
    make_actor,
    note,
)


pytestmark = pytest.mark.django_db
CASES = 14
UPSTREAM, HOST = OrganisationKind.UPSTREAM, OrganisationKind.HOST


def body(actor):
    return Organisation.objects.get(pk=actor.organisation_id)


def pass_on(by, parcours, giver, receiver, *, role=UPSTREAM, worker=None, **fields):
    return act(
        services.hand_over,
        by,
        parcours,
        role=role,
        giver=body(giver),
        receiver=body(receiver),
        worker=User.objects.get(pk=worker.user_id) if worker else None,
        reason="Fin de mandat.",
        **fields,
    )


def sees(actor, parcours):
    with database_context(actor.database_context):
        return Parcours.objects.visible_to(actor).filter(pk=parcours.pk).exists()


def again(actor, parcours):
    with database_context(actor.database_context):
        return Parcours.objects.for_detail().get(pk=parcours.pk)


@pytest.fixture
def successor(db):
    return make_actor(UPSTREAM, name="Amont suivant")


def test_fourteen_cases_pass_after_a_look(
    signed_in, submit, prescriber, coordinator, upstream, successor
):
    files = [at_information(prescriber, coordinator, upstream) for _ in range(CASES)]
    browser = signed_in(coordinator)
    address = reverse("candidates:hand_over", args=[body(upstream).public_id, "upstream"])
    asked = {
        "mine": "",
        "to": f"{successor.organisation_id}:",
        "on": timezone.localdate().isoformat(),
        "reason": "Fin de mandat.",
    }

    assert address in browser.get(reverse("candidates:hand_over_list")).text
    preview = browser.get(address, asked)
    assert preview.text.count('emile-thing"') == CASES
    assert sees(upstream, files[0])
    assert not sees(successor, files[0])

    done = submit(address, asked | {"seen": preview.context["seen"]})

    assert done.status_code == 302
    for parcours in files:
        file = again(successor, parcours)
        assert file.owner_organisation_id == successor.organisation_id
    assert ParcoursEvent.objects.filter(kind="hand_over").count() == CASES


def test_what_changed_since_the_look_is_looked_at_again(
    signed_in, submit, prescriber, coordinator, upstream, successor
):
    parcours = at_information(prescriber, coordinator, upstream)
    signed_in(coordinator)
    address = reverse("candidates:hand_over", args=[body(upstream).public_id, "upstream"])
    asked = {
        "mine": "",
        "to": f"{successor.organisation_id}:",
        "on": timezone.localdate().isoformat(),
        "reason": "Fin de mandat.",
    }

    answer = submit(address, asked | {"seen": "something else"})

    assert "relisez" in answer.text
    assert not sees(successor, parcours)


def test_the_previous_operator_reads_for_thirty_days_and_writes_nothing(
    signed_in, prescriber, coordinator, upstream, successor
):
    parcours = at_diagnosis(prescriber, coordinator, upstream)

    pass_on(coordinator, parcours, upstream, successor)

    assert sees(upstream, parcours)
    assert signed_in(upstream).get(parcours.get_absolute_url()).status_code == 200
    with pytest.raises(TransitionRefused) as refusal:
        note(upstream, again(upstream, parcours))
    assert refusal.value.code in {"permission", "state"}
    with database_context(upstream.database_context):
        for model in (Parcours, Household):
            assert model.objects.count() == 1
            assert model.objects.update(version=F("version")) == 0
    with database_context(system("test")):
        CaseAccess.objects.filter(reads_until__isnull=False).update(
            reads_until=timezone.now() - timedelta(seconds=1)
        )
    assert not sees(upstream, parcours)


def test_the_delay_starts_again_and_the_six_months_do_not(
    prescriber, coordinator, upstream, successor
):
    ago = timezone.now() - timedelta(days=20)
    today = timezone.localdate()
    waiting = at_information(prescriber, coordinator, upstream, now=ago)
    preparing = at_preparation(prescriber, coordinator, upstream, now=ago)

    files = [again(coordinator, one) for one in (waiting, preparing)]
    with database_context(coordinator.database_context):
        told = list(clock.due_once_handed_over(files, today).values())
    passed = [pass_on(coordinator, one, upstream, successor) for one in (waiting, preparing)]

    assert [one.due_on for one in passed] == told
    assert passed[0].due_on == waiting.due_on + timedelta(days=20)
    assert passed[1].due_on == preparing.due_on
    # And what is done next does not put the old date back.
    noted = note(successor, waiting)
    assert noted.due_on == passed[0].due_on


def test_the_note_is_drawn_from_the_timeline(prescriber, coordinator, upstream, successor):
    parcours = at_diagnosis(prescriber, coordinator, upstream)
    note(upstream, parcours, text="Secret de la structure.")

    pass_on(coordinator, parcours, upstream, successor)

    with database_context(successor.database_context):
        told = Note.objects.visible_to(successor).get(event__kind="hand_over").text
    assert told.startswith("Fin de mandat.")
    assert "Information sur le programme" in told
    assert "Secret de la structure." not in told


def test_the_teams_are_told(prescriber, coordinator, upstream, successor):
    Organisation.objects.filter(
        pk__in=[successor.organisation_id, prescriber.organisation_id]
    ).update(email="equipe@exemple.test")
    parcours = at_diagnosis(prescriber, coordinator, upstream)
    OutboxMessage.objects.all().delete()

    pass_on(coordinator, parcours, upstream, successor)

    subjects = set(OutboxMessage.objects.values_list("subject", flat=True))
    assert len(subjects) == 2


def test_a_host_takes_the_placement_with_the_file(
    prescriber, coordinator, upstream, host, other_host
):
    parcours = at_immersion(prescriber, coordinator, upstream, host)

    pass_on(coordinator, parcours, host, other_host, role=HOST)

    with database_context(other_host.database_context):
        placement = Placement.objects.visible_to(other_host).get(parcours=parcours)
    assert placement.host_id == other_host.organisation_id
    assert again(other_host, parcours).owner_organisation_id == other_host.organisation_id


def test_after_the_installation_the_placement_stays_what_was_agreed(
    prescriber, coordinator, upstream, host, other_host
):
    parcours = at_follow_up(prescriber, coordinator, upstream, host)

    pass_on(coordinator, parcours, host, other_host, role=HOST)

    with database_context(other_host.database_context):
        placement = Placement.objects.visible_to(other_host).get(parcours=parcours)
    assert placement.host_id == host.organisation_id


def test_it_is_undone_as_a_whole(prescriber, coordinator, upstream, host, other_host):
    parcours = at_immersion(prescriber, coordinator, upstream, host)
    pass_on(coordinator, parcours, host, other_host, role=HOST)

    correct_last_act(coordinator, parcours)

    assert not sees(other_host, parcours)
    assert again(host, parcours).owner_organisation_id == host.organisation_id
    with database_context(host.database_context):
        assert Placement.objects.get(parcours=parcours).host_id == host.organisation_id
    note(host, parcours)


def test_a_manager_passes_files_between_their_people(prescriber, coordinator, upstream, successor):
    manager = replace(upstream, is_manager=True)
    colleague = make_actor(UPSTREAM, name="Amont de test")
    parcours = at_information(prescriber, coordinator, upstream)

    passed = pass_on(manager, parcours, upstream, upstream, worker=colleague)

    assert passed.lead_worker_id == passed.owner_user_id == colleague.user_id
    assert passed.owner_organisation_id == upstream.organisation_id
    with pytest.raises(WrongHands):
        pass_on(manager, parcours, upstream, successor)
    with pytest.raises(TransitionRefused):
        pass_on(upstream, parcours, upstream, upstream, worker=colleague)


def test_nobody_takes_files_in_a_role_they_do_not_have(prescriber, coordinator, upstream, host):
    parcours = at_information(prescriber, coordinator, upstream)

    with pytest.raises(WrongHands):
        pass_on(coordinator, parcours, upstream, host)


def test_a_person_is_named_for_a_household(signed_in, submit, prescriber, coordinator, upstream):
    parcours = at_information(prescriber, coordinator, upstream)
    signed_in(upstream)

    answer = submit(
        reverse("candidates:act", args=[parcours.public_id, "assign_worker"]),
        {
            "lead_worker": prescriber.user_id,
            "owner_user": upstream.user_id,
            "on": timezone.localdate(),
        },
    )

    assert answer.status_code == 302
    file = again(upstream, parcours)
    assert (file.lead_worker_id, file.owner_user_id) == (prescriber.user_id, upstream.user_id)


def test_the_list_of_hands_costs_the_same_with_more_files(
    signed_in, prescriber, coordinator, upstream, count_queries
):
    browser = signed_in(coordinator)
    url = reverse("candidates:hand_over_list")
    at_information(prescriber, coordinator, upstream)
    one = count_queries(lambda: browser.get(url))
    for _ in range(4):
        at_information(prescriber, coordinator, upstream)

    assert count_queries(lambda: browser.get(url)) == one <= 15

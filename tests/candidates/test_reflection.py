"""Each adult who moves answers apart; a no costs nothing but the placement."""

from copy import deepcopy
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from candidates import services
from candidates.enums import Answer, Link, PlacementStatus, Stage
from candidates.models import Parcours, Placement
from candidates.selectors import moving_adults
from candidates.services import NewPerson
from emile.core.context import database_context
from emile.core.workflow import TransitionRefused
from operators.models import User
from tests.factories import a_candidate, act, at_reflection, correct_last_act, propose


PARTNER = NewPerson(
    link=Link.PARTNER,
    fields={"first_name": "Ibou", "last_name": "Exemple", "nationality": "french"},
)
CHILD = NewPerson(link=Link.CHILD, fields={"first_name": "Lila", "last_name": "Exemple"})


@pytest.fixture(scope="module")
def kept_cast(lasting_cast):
    return lasting_cast


@pytest.fixture(scope="module", autouse=True)
def kept(kept_cast) -> Parcours:
    return at_reflection(*kept_cast, people=[a_candidate(), PARTNER, CHILD])


@pytest.fixture
def parcours(db, kept) -> Parcours:
    return deepcopy(kept)


@pytest.fixture
def adults(parcours, upstream):
    with database_context(upstream.database_context):
        return moving_adults(parcours, timezone.localdate())


@pytest.fixture
def answer(parcours, upstream):
    def say(person, answer, **fields):
        return act(
            services.answer_household, upstream, parcours, person=person, answer=answer, **fields
        )

    return say


def test_everyones_yes_leads_to_validation(answer, adults, host):
    first, last = adults

    assert answer(first, Answer.YES).stage == Stage.REFLECTION
    validated = answer(last, Answer.YES)

    assert validated.stage == Stage.VALIDATION
    assert validated.owner_organisation_id == host.organisation_id


def test_time_may_be_taken_and_a_mind_changed(answer, adults):
    first, last = adults
    answer(first, Answer.YES)

    assert answer(last, Answer.NEEDS_TIME).stage == Stage.REFLECTION
    assert answer(last, Answer.YES).stage == Stage.VALIDATION


def test_one_no_looks_for_another_place_and_closes_the_file_to_the_host(
    answer, adults, parcours, upstream, host
):
    first, last = adults
    answer(first, Answer.YES)

    looking = answer(last, Answer.NO, reason="Trop loin de sa mère.")

    assert looking.stage == Stage.POSITIONING
    assert looking.owner_organisation_id == upstream.organisation_id
    assert looking.territory is None
    assert Placement.objects.get().status == PlacementStatus.ENDED
    with database_context(host.database_context):
        assert not Parcours.objects.filter(pk=parcours.pk).exists()


def test_another_territory_may_be_proposed_after_a_no(answer, adults, parcours, upstream, host):
    answer(adults[0], Answer.NO)

    propose(upstream, parcours, host, "cher")

    with database_context(host.database_context):
        assert Parcours.objects.filter(pk=parcours.pk).exists()


def test_a_no_corrected_gives_the_placement_back(answer, adults, parcours, upstream, host):
    answer(adults[0], Answer.NO)

    correct_last_act(upstream, parcours)

    assert Placement.objects.get().status == PlacementStatus.ACCEPTED
    with database_context(host.database_context):
        thinking = Parcours.objects.get(pk=parcours.pk)
    assert (thinking.stage, thinking.territory.slug) == (Stage.REFLECTION, "cantal")


def test_only_adults_who_move_are_asked(answer, parcours, upstream):
    with database_context(upstream.database_context):
        child = parcours.household.members.get(link=Link.CHILD).person

    with pytest.raises(TransitionRefused):
        answer(child, Answer.YES)


def test_the_host_does_not_answer_for_the_household(parcours, adults, host):
    with pytest.raises(TransitionRefused) as refusal:
        act(services.answer_household, host, parcours, person=adults[0], answer=Answer.YES)
    assert refusal.value.code == "permission"


def test_others_read_the_households_answer_and_not_each_adults(
    client, answer, adults, parcours, upstream, coordinator
):
    answer(adults[0], Answer.NEEDS_TIME)
    url = reverse("candidates:file_project", args=[parcours.public_id])

    client.force_login(User.objects.get(pk=coordinator.user_id))
    page = client.get(url)
    assert "Le ménage réfléchit" in page.text
    assert page.context["adults"] == []

    client.force_login(User.objects.get(pk=upstream.user_id))
    assert "La réponse de chaque adulte" in client.get(url).text


def test_an_adult_answers_on_a_page_of_their_own(client, submit, adults, parcours, upstream):
    client.force_login(User.objects.get(pk=upstream.user_id))
    url = reverse(
        "candidates:act_about",
        args=[parcours.public_id, "answer_household", adults[1].public_id],
    )

    assert "Ibou Exemple" in client.get(url).text
    said = {"answer": "needs_time", "means": "phone", "on": timezone.localdate()}
    assert submit(url, said).status_code == 422
    again = timezone.localdate() + timedelta(days=9)
    assert submit(url, said | {"ask_again_on": again}).status_code == 302

    with database_context(upstream.database_context):
        assert Parcours.objects.get(pk=parcours.pk).due_on == again
    page = client.get(reverse("candidates:file_project", args=[parcours.public_id]))
    assert "une pause peut lui être proposée" in page.text


def test_the_journal_tells_others_no_answer_but_a_no(
    client, answer, adults, parcours, upstream, coordinator
):
    answer(adults[0], Answer.YES)
    url = reverse("candidates:parcours_detail", args=[parcours.public_id])

    client.force_login(User.objects.get(pk=coordinator.user_id))
    assert "Réponse du ménage\u00a0: Oui" not in client.get(url).text
    client.force_login(User.objects.get(pk=upstream.user_id))
    assert "Réponse du ménage\u00a0: Oui" in client.get(url).text


def test_the_household_reads_what_it_keeps_and_what_it_loses(client, parcours, upstream):
    client.force_login(User.objects.get(pk=upstream.user_id))

    page = client.get(reverse("candidates:keepsake", args=[parcours.public_id]))

    assert page.status_code == 200
    assert "Mes aides de la CAF" in page.text
    assert "Nous ne savons pas si j’ai un recours DALO" in page.text

"""A draft keeps everything that was typed, for everybody of the organisation, and nobody else."""

from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from candidates.models import Draft
from candidates.services.drafts import DraftGone, delete_draft, save_step, start_draft
from operators.enums import OrganisationKind
from operators.models import User
from tests.factories import make_actor


pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(prescriber):
    return start_draft(actor=prescriber, now=timezone.now())


@pytest.fixture
def signed_in(client):
    def sign_in(actor):
        client.force_login(
            User.objects.get(pk=actor.user_id),
            backend="django.contrib.auth.backends.ModelBackend",
        )
        return client

    return sign_in


NOBODY_ELSE = {"members-TOTAL_FORMS": "0", "members-INITIAL_FORMS": "0"}


def page(draft, step="identite"):
    return reverse("candidates:orientation_step", args=[draft.public_id, step])


def saved(draft):
    return Draft.objects.get(pk=draft.pk).data


def test_what_is_not_valid_is_kept_too(signed_in, prescriber, draft):
    answer = signed_in(prescriber).post(
        page(draft), {"birth_date": "le 32 mars", "action": "continue", "once": uuid4()}
    )

    assert answer.status_code == 422
    assert "le 32 mars" in answer.text
    assert saved(draft)["identite"]["birth_date"] == ["le 32 mars"]


def test_the_draft_is_shown_again_without_reproach(signed_in, prescriber, draft):
    browser = signed_in(prescriber)
    browser.post(page(draft), {"birth_date": "le 32 mars", "action": "leave"})

    shown = browser.get(page(draft))

    assert "le 32 mars" in shown.text
    assert "fr-message--error" not in shown.text


@pytest.mark.parametrize(
    ("action", "address"),
    [
        ("leave", "/orienter/"),
        ("back", "/structure/"),
        ("", "/identite/"),
        ("continue", "/structure/"),
    ],
)
def test_every_button_saves_first(signed_in, prescriber, draft, action, address):
    answer = signed_in(prescriber).post(
        page(draft), {"last_name": "Exemple", "action": action, **NOBODY_ELSE}
    )

    assert answer.url.endswith(address)
    assert saved(draft)["identite"]["last_name"] == ["Exemple"]


def test_saving_as_one_goes_answers_with_the_criteria(signed_in, prescriber, draft):
    answer = signed_in(prescriber).post(
        page(draft), {"last_name": "Exemple", "birth_date": "1990", "action": "autosave"}
    )

    assert "ans" in answer.text
    assert "<html" not in answer.text
    assert saved(draft)["identite"]["last_name"] == ["Exemple"]


def test_a_colleague_takes_over(signed_in, prescriber, draft):
    colleague = make_actor(OrganisationKind.PRESCRIBER, name="CHRS de test")

    signed_in(colleague).post(page(draft), {"last_name": "Exemple", "action": "leave"})

    assert Draft.objects.get(pk=draft.pk).saved_by_id == colleague.user_id


def test_another_organisation_does_not_know_of_it(signed_in, other_prescriber, draft):
    browser = signed_in(other_prescriber)

    assert browser.get(page(draft)).status_code == 404
    assert browser.post(page(draft), {"last_name": "Exemple"}).status_code == 404
    assert "sans nom" not in browser.get(reverse("candidates:orientation_start")).text.lower()


def test_two_pages_saved_by_two_people_do_not_erase_each_other(prescriber, draft):
    stale = Draft.objects.get(pk=draft.pk)
    save_step(
        actor=prescriber, draft=draft, step="identite", typed={"a": ["1"]}, now=timezone.now()
    )
    save_step(
        actor=prescriber, draft=stale, step="situation", typed={"b": ["2"]}, now=timezone.now()
    )

    assert saved(draft) == {"identite": {"a": ["1"]}, "situation": {"b": ["2"]}}


def test_a_draft_deleted_meanwhile_is_said(prescriber, draft):
    delete_draft(draft=draft)

    with pytest.raises(DraftGone):
        save_step(actor=prescriber, draft=draft, step="identite", typed={}, now=timezone.now())


def test_a_null_character_is_left_out(signed_in, prescriber, draft):
    signed_in(prescriber).post(page(draft), {"last_name": "Ex\0emple", "action": "leave"})

    assert saved(draft)["identite"]["last_name"] == ["Exemple"]


@pytest.mark.parametrize("total", ["-1", "x", "", "99999999", "1e9"])
def test_a_strange_number_of_people_breaks_nothing(signed_in, prescriber, draft, total):
    answer = signed_in(prescriber).post(
        page(draft),
        {"last_name": "Exemple", "members-TOTAL_FORMS": total, "action": "continue"},
    )

    assert answer.status_code in {302, 422}


def test_people_are_added_and_removed_by_buttons(signed_in, prescriber, draft):
    browser = signed_in(prescriber)
    base = {"last_name": "Exemple", "members-INITIAL_FORMS": "0"}

    browser.post(page(draft), {**base, "members-TOTAL_FORMS": ["0", "1"]})
    added = browser.get(page(draft))
    browser.post(
        page(draft),
        {**base, "members-TOTAL_FORMS": "1", "members-0-DELETE": ["", "on"]},
    )
    removed = browser.get(page(draft))

    assert "Lien avec la personne orientée" in added.text
    assert "Lien avec la personne orientée" not in removed.text


def test_deleting_asks_first(signed_in, prescriber, draft):
    browser = signed_in(prescriber)
    address = reverse("candidates:orientation_delete_draft", args=[draft.public_id])

    assert "effacé" in browser.get(address).text
    browser.post(address, {"once": uuid4()})

    assert not Draft.objects.filter(pk=draft.pk).exists()

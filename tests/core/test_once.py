"""A button pressed twice: one effect, one answer, on pages that exist."""

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from candidates.models import Draft, EventKind, InformationSession
from emile.core.models import SubmittedForm
from operators.enums import OrganisationKind
from territories.enums import OfferKind
from territories.models import OfferImport
from tests.factories import make_membership


BACKEND = "django.contrib.auth.backends.ModelBackend"


def signed_in(kind: OrganisationKind) -> Client:
    client = Client()
    client.force_login(make_membership(kind).user, backend=BACKEND)
    return client


@pytest.fixture
def upstream(db) -> Client:
    return signed_in(OrganisationKind.UPSTREAM)


def meeting(key, **changes):
    described = {
        "kind": EventKind.objects.get(is_mandatory=True).pk,
        "held_on": timezone.localdate().isoformat(),
        "place": "Salle des Exemples",
    }
    return {"once": str(key), **described, **changes}


def test_two_clicks_at_the_same_instant_have_one_effect_and_one_answer(at_once):
    first = signed_in(OrganisationKind.PRESCRIBER)
    twin = Client()
    twin.cookies = first.cookies
    form = {"once": str(uuid4())}
    url = reverse("candidates:orientation_start")

    answers = at_once(lambda: first.post(url, form), lambda: twin.post(url, form))

    draft = Draft.objects.get()
    assert [(answer.status_code, answer.url) for answer in answers] == [
        (302, draft.get_absolute_url())
    ] * 2


def test_a_form_sent_again_is_answered_again_and_changes_nothing(upstream):
    url, form = reverse("candidates:session_create"), meeting(uuid4())

    answers = [upstream.post(url, form) for _ in range(3)]

    session = InformationSession.objects.get()
    assert {(answer.status_code, answer.url) for answer in answers} == {
        (302, session.get_absolute_url())
    }


def test_a_refused_form_consumes_nothing(upstream):
    url, key = reverse("candidates:session_create"), uuid4()

    refused = upstream.post(url, meeting(key, place=""))
    left_behind = SubmittedForm.objects.count()
    accepted = upstream.post(url, meeting(key))

    assert (refused.status_code, left_behind, accepted.status_code) == (422, 0, 302)


def test_a_refusal_that_leads_elsewhere_is_answered_again_too(db):
    prescriber = signed_in(OrganisationKind.PRESCRIBER)
    prescriber.post(reverse("candidates:orientation_start"), {"once": str(uuid4())})
    draft_id = Draft.objects.get().public_id
    form = {"once": str(uuid4()), "token": "faux"}

    answers = [
        prescriber.post(reverse("candidates:join_request", args=[draft_id]), form) for _ in range(2)
    ]

    led_to = reverse("candidates:orientation_confirm", args=[draft_id])
    assert [(answer.status_code, answer.url) for answer in answers] == [(302, led_to)] * 2


def test_other_answers_under_a_key_that_has_served_are_a_conflict(upstream):
    url, key = reverse("candidates:session_create"), uuid4()
    upstream.post(url, meeting(key))

    answer = upstream.post(url, meeting(key, place="Autre salle"))

    assert answer.status_code == 409
    assert InformationSession.objects.get().place == "Salle des Exemples"


def test_another_file_under_a_key_that_has_served_is_a_conflict(db):
    coordinator = signed_in(OrganisationKind.COORDINATOR)
    url, key = reverse("territories:import_upload", args=[OfferKind.HOME]), str(uuid4())

    def send(content, name="offres.csv"):
        return coordinator.post(url, {"once": key, "file": SimpleUploadedFile(name, content)})

    first, twin = (send(b"Commune;Loyer\n15014;520\n") for _ in range(2))
    others = send(b"Commune;Loyer\n15014;530\n"), send(b"Commune;Loyer\n15014;520\n", "b.csv")

    imported = OfferImport.objects.get()
    assert (first.status_code, first.url) == (twin.status_code, twin.url)
    assert [answer.status_code for answer in others] == [409, 409]
    assert imported.row_count == 1


def test_a_key_that_has_served_at_another_address_is_a_conflict(upstream):
    key = uuid4()
    upstream.post(reverse("candidates:session_create"), meeting(key))

    answer = upstream.post(reverse("operators:switch"), meeting(key))

    assert answer.status_code == 409


@pytest.mark.parametrize("key", [None, "", "pas-une-clé", "\0"])
def test_a_form_without_its_key_is_incomplete(upstream, key):
    form = meeting(uuid4())
    form |= {"once": key} if key is not None else {}
    if key is None:
        del form["once"]

    answer = upstream.post(reverse("candidates:session_create"), form)

    assert answer.status_code == 400
    assert not InformationSession.objects.exists()


def test_the_same_key_from_two_people_is_two_forms(upstream):
    key = uuid4()
    other = signed_in(OrganisationKind.UPSTREAM)
    url = reverse("candidates:session_create")

    upstream.post(url, meeting(key))
    answer = other.post(url, meeting(key, place="Autre salle"))

    assert answer.status_code == 302
    assert InformationSession.objects.count() == 2

"""The notice that the person takes home, in a language they read."""

import pytest
from django.urls import reverse

from candidates.models import ContactPoint, Parcours
from candidates.reference.notice import FRENCH, NOTICES
from emile.core.context import database_context, system
from tests.factories import at_diagnosis, orient


pytestmark = pytest.mark.django_db


def reference_of(parcours) -> str:
    with database_context(system("relecture")):
        return Parcours.objects.select_related("household").get(pk=parcours.pk).household.reference


def address(parcours) -> str:
    return reverse("candidates:notice", args=[parcours.public_id])


def test_it_says_who_calls_and_before_when(signed_in, prescriber, coordinator):
    parcours = orient(prescriber)

    page = signed_in(prescriber).get(address(parcours)).text

    assert reference_of(parcours) in page
    assert f"{parcours.due_on:%d/%m/%Y}" in page
    assert "Il n’y a pas de sanction" in page


def test_after_the_call_it_promises_nothing_any_more(signed_in, prescriber, coordinator, upstream):
    parcours = at_diagnosis(prescriber, coordinator, upstream)

    page = signed_in(prescriber).get(address(parcours)).text

    assert "Vous aurez une réponse" not in page
    assert reference_of(parcours) in page


def test_it_is_in_the_language_that_was_noted_and_in_french(signed_in, prescriber):
    parcours = orient(prescriber)
    with database_context(prescriber.database_context):
        ContactPoint.objects.update(language="Dari")

    texts = signed_in(prescriber).get(address(parcours)).context["texts"]

    assert [(code, text.direction) for code, text, _ in texts] == [("fa", "rtl"), ("fr", "ltr")]


def test_another_language_is_asked_for_in_the_address(signed_in, prescriber):
    browser, url = signed_in(prescriber), address(orient(prescriber))

    arabic = browser.get(url, {"langue": "ar"})
    unknown = browser.get(url, {"langue": "../.."})

    assert 'dir="rtl"' in arabic.text
    assert [code for code, _, _ in unknown.context["texts"]] == [FRENCH]


@pytest.mark.parametrize("code", NOTICES)
def test_every_language_says_as_much_as_the_french_text(code):
    given = {"reference": "EM-1", "caller": "GIP", "phone": "01 99 00 00 00", "day": "01/12/2026"}
    french = NOTICES[FRENCH].sentences(**given)

    told = NOTICES[code].sentences(**given)

    assert len(told) == len(french)
    assert all(any(value in sentence for sentence in told) for value in given.values())

"""The session ends while an exchange is being written, in a browser that runs no script."""

from django.conf import settings
from django.urls import reverse

from candidates.models import Note
from emile.core.context import database_context
from operators.enums import OrganisationKind
from tests.factories import PASSWORD, orient


SAID = "Le ménage préfère l’Aveyron."


def test_what_was_written_is_found_again_after_signing_in(
    page_without_javascript, cast, sign_in, fits_a_phone
):
    page, member = page_without_javascript, cast["prescriber"]
    actor = member.as_actor(OrganisationKind.PRESCRIBER)
    with database_context(actor.database_context):
        note_url = reverse("candidates:act", args=[orient(actor).public_id, "note"])
    sign_in(page, member.user)
    page.goto(note_url)
    page.get_by_label("Texte").fill(SAID)
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)

    page.get_by_role("button", name="Écrire dans le dossier").click()
    assert page.get_by_text("ce que vous avez écrit est gardé une heure").is_visible()
    page.get_by_label("Adresse électronique").fill(member.user.email)
    page.get_by_label("Mot de passe", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Se connecter").click()

    assert page.get_by_label("Texte").input_value() == SAID
    fits_a_phone(page)
    with database_context(actor.database_context):
        assert not Note.objects.exists()
    page.get_by_role("button", name="Écrire dans le dossier").click()
    page.wait_for_url(lambda url: note_url not in url)
    with database_context(actor.database_context):
        assert Note.objects.get().text == SAID

"""A session ends while somebody writes: what they typed waits for them, and for nobody else."""

import ast
import re
from datetime import timedelta
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape

from candidates import services
from candidates.models import Draft, Note
from candidates.services.drafts import save_step, start_draft
from emile.core.jobs import sweep_parked
from emile.core.models import ParkedForm
from emile.core.parked import FORM_LIFE, LARGEST, URL_ENCODED
from operators.enums import OrganisationKind
from operators.models import User
from tests.architecture.source import OURS, name_of, tree_of
from tests.factories import PASSWORD, act, at_immersion, make_actor, orient, plan_stay


pytestmark = pytest.mark.django_db
K = OrganisationKind
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)"')
SAID = "Elle préfère l’Aveyron & rappelle lundi."


class Browser:
    """A client that checks forgery as the site does, and sends forms as pages do."""

    def __init__(self) -> None:
        self.client = Client(enforce_csrf_checks=True)

    def arrives(self, actor):
        self.client.force_login(
            User.objects.get(pk=actor.user_id),
            backend="django.contrib.auth.backends.ModelBackend",
        )
        return self

    def opens(self, url):
        self.page = self.client.get(url)
        self.url = url
        return self.page

    def sends(self, url="", **typed):
        form = dict(HIDDEN.findall(self.page.text)) | typed
        return self.client.post(
            url or self.url, urlencode(form, doseq=True), content_type=URL_ENCODED
        )

    def signs_in(self, answer, actor):
        """Where the page of the sign-in leads, through that page."""
        self.opens(answer.url)
        email = User.objects.get(pk=actor.user_id).email
        return self.sends(username=email, password=PASSWORD)


@pytest.fixture
def prescriber(db):
    return make_actor(K.PRESCRIBER)


@pytest.fixture
def browser(prescriber):
    return Browser().arrives(prescriber)


@pytest.fixture
def note_url(prescriber):
    return reverse("candidates:act", args=[orient(prescriber).public_id, "note"])


def a_note(**changes):
    return {
        "text": SAID,
        "channel": "phone",
        "initiated_by": "team",
        "was_reached": "yes",
        "level": "shared",
        "on": timezone.localdate().isoformat(),
    } | changes


def lose_the_session():
    Session.objects.all().delete()


@pytest.fixture
def interrupted(browser, note_url):
    """The answer to an exchange noted after the session ended."""
    browser.opens(note_url)
    lose_the_session()
    return browser.sends(**a_note())


def next_of(answer):
    return parse_qs(urlsplit(answer.url).query)["next"][0]


def test_what_was_typed_comes_back_after_signing_in_and_waits_for_the_button(
    browser, interrupted, prescriber, note_url
):
    back = browser.signs_in(interrupted, prescriber)
    told = browser.page
    shown = browser.opens(back.url)

    assert "gardé une heure" in told.text
    assert urlsplit(back.url).path == note_url
    assert (shown.status_code, escape(SAID) in shown.text) == (200, True)
    assert "Rien n’est encore enregistré" in shown.text
    assert not Note.objects.exists()

    # Reloading loses nothing; the button of the form does what it always does.
    assert escape(SAID) in browser.opens(back.url).text
    assert browser.sends(**a_note()).status_code == 302
    assert Note.objects.get().text == SAID
    assert not ParkedForm.objects.exists()


def test_the_form_comes_back_with_a_fresh_key_and_without_those_it_was_sent_with(
    browser, note_url, prescriber
):
    before = HIDDEN.findall(browser.opens(note_url).text)
    lose_the_session()
    shown = browser.opens(browser.signs_in(browser.sends(**a_note()), prescriber).url)

    after = HIDDEN.findall(shown.text)
    assert [name for name, _ in after] == [name for name, _ in before]
    assert dict(after)["once"] != dict(before)["once"]


def test_a_version_overtaken_meanwhile_is_still_a_conflict(db):
    cast = [make_actor(kind) for kind in (K.PRESCRIBER, K.COORDINATOR, K.UPSTREAM, K.HOST)]
    host, parcours, today = cast[-1], at_immersion(*cast), timezone.localdate()
    stay = plan_stay(host, parcours, today)
    url = reverse("candidates:act_about", args=[parcours.public_id, "edit_stay", stay.public_id])
    typed = {"first_day": today, "last_day": today, "travel": "Train", "on": today}
    browser = Browser().arrives(host)
    browser.opens(url)
    lose_the_session()
    answer = browser.sends(**typed)
    told = {"travel": "Car de 8 h", "lodging": "", "programme": ""}
    days = DateRange(today, today + timedelta(days=3))
    act(services.edit_stay, host, parcours, stay=stay, version=1, days=days, **told)

    shown = browser.opens(browser.signs_in(answer, host).url)

    assert shown.status_code == 200
    assert "Train" in shown.text
    assert browser.sends(**typed).status_code == 409


def test_another_person_who_signs_in_sees_nothing_of_it(browser, interrupted):
    colleague = make_actor(K.COORDINATOR)

    shown = browser.opens(browser.signs_in(interrupted, colleague).url)

    assert shown.status_code == 200
    assert escape(SAID) not in shown.text
    assert ParkedForm.objects.exists()


def test_another_page_shows_nothing_of_it(browser, interrupted, prescriber):
    browser.signs_in(interrupted, prescriber)
    elsewhere = reverse("candidates:act", args=[orient(prescriber).public_id, "note"])

    shown = browser.opens(f"{elsewhere}?{urlsplit(next_of(interrupted)).query}")

    assert escape(SAID) not in shown.text


def test_after_an_hour_it_is_neither_shown_nor_kept(browser, interrupted, prescriber):
    with time_machine.travel(timezone.now() + timedelta(minutes=61), tick=False):
        shown = browser.opens(browser.signs_in(interrupted, prescriber).url)
        swept = sweep_parked()

    assert escape(SAID) not in shown.text
    assert (swept, ParkedForm.objects.count()) == (1, 0)


def test_the_sweep_leaves_what_may_still_be_asked_for(interrupted):
    assert sweep_parked() == 0


def test_it_is_sealed_and_the_database_alone_cannot_open_it(
    browser, interrupted, prescriber, settings
):
    sealed = bytes(ParkedForm.objects.get().sealed)
    settings.SECRET_KEY = "another-secret-another-secret-another-secret-another-secret"
    browser.arrives(prescriber)

    shown = browser.opens(next_of(interrupted))

    assert b"Aveyron" not in sealed
    assert shown.status_code == 200
    assert escape(SAID) not in shown.text


@pytest.mark.parametrize(
    "changes",
    [
        {"text": "é" * LARGEST},
        {"given_to": "1"},
        {"given_to": "1:1abcde:forged"},
        {"given_to": ""},
    ],
    ids=["too long", "unsigned", "forged", "nobody's"],
)
def test_what_cannot_be_kept_says_so(browser, note_url, changes):
    browser.opens(note_url)
    lose_the_session()
    answer = browser.sends(**a_note(**changes))

    assert next_of(answer) == note_url
    assert "n’a pas pu être gardé" in browser.opens(answer.url).text
    assert not ParkedForm.objects.exists()


def test_a_form_too_old_is_not_kept(browser, note_url):
    browser.opens(note_url)
    with time_machine.travel(timezone.now() + FORM_LIFE + timedelta(minutes=1), tick=False):
        browser.sends(**a_note())

    assert not ParkedForm.objects.exists()


def test_nothing_is_kept_for_another_site(browser, note_url):
    browser.opens(note_url)
    lose_the_session()

    answer = browser.sends(**a_note(csrfmiddlewaretoken=""))

    assert answer.status_code == 403
    assert not ParkedForm.objects.exists()


def test_beside_a_file_what_was_typed_is_kept_and_the_file_is_chosen_again(
    browser, note_url, prescriber
):
    browser.opens(note_url)
    hidden = dict(HIDDEN.findall(browser.page.text))
    lose_the_session()
    file = SimpleUploadedFile("attestation.pdf", b"%PDF-1.4 secret")

    answer = browser.client.post(note_url, hidden | a_note(file=file))
    page = browser.client.get(answer.url)
    back = browser.signs_in(answer, prescriber)

    assert "Le fichier est à choisir de nouveau." in page.text
    shown = browser.opens(back.url)
    assert escape(SAID) in shown.text
    assert "file" not in shown.wsgi_request.POST


def test_passwords_are_never_kept(browser, note_url, prescriber):
    browser.opens(note_url)
    lose_the_session()
    back = browser.signs_in(browser.sends(**a_note(new_password1="un secret")), prescriber)

    assert "new_password1" not in browser.opens(back.url).wsgi_request.POST


def test_a_page_that_only_reads_asks_to_sign_in_and_keeps_nothing(browser, note_url):
    lose_the_session()

    answers = [browser.client.get(note_url), browser.client.head(note_url)]

    assert [next_of(answer) for answer in answers] == [note_url] * 2
    assert not ParkedForm.objects.exists()


def test_htmx_leaves_the_page_as_it_is(browser, note_url):
    browser.opens(note_url)
    lose_the_session()

    answer = browser.client.post(
        note_url,
        urlencode(dict(HIDDEN.findall(browser.page.text)) | a_note()),
        content_type=URL_ENCODED,
        headers={"HX-Request": "true"},
    )

    assert (answer.status_code, answer.content) == (401, b"")


def test_a_button_without_a_page_says_that_nothing_was_done(browser, prescriber):
    draft = start_draft(actor=prescriber, now=timezone.now())
    browser.opens(draft.get_absolute_url())
    lose_the_session()
    answer = browser.sends(reverse("candidates:join_request", args=[draft.public_id]))

    led_to = browser.client.get(browser.signs_in(answer, prescriber).url, follow=True)

    assert led_to.status_code == 200
    assert "rien n’a été fait" in led_to.text


def test_a_page_of_a_draft_is_shown_and_kept_when_a_button_is_pressed(browser, prescriber):
    draft = start_draft(actor=prescriber, now=timezone.now())
    save_step(actor=prescriber, draft=draft, step="situation", typed={}, now=timezone.now())
    url = reverse("candidates:orientation_step", args=[draft.public_id, "situation"])
    browser.opens(url)
    lose_the_session()
    back = browser.signs_in(browser.sends(phone="06 00 00 00 01", action="continue"), prescriber)

    shown = browser.opens(back.url)

    assert shown.status_code == 200
    assert "06 00 00 00 01" in shown.text
    assert Draft.objects.get().data["situation"] == {}

    browser.sends(phone="06 00 00 00 01", action="leave")
    assert Draft.objects.get().data["situation"]["phone"] == ["06 00 00 00 01"]


@pytest.mark.parametrize("path", [path for path in OURS if "views" in str(path)], ids=name_of)
def test_a_view_acts_on_the_method_never_on_the_content(path):
    """A page read again may hold what was typed: only POST means that the button was pressed."""
    conditions = [
        ast.unparse(node.test) for node in ast.walk(tree_of(path)) if isinstance(node, ast.If)
    ]

    assert [
        condition
        for condition in conditions
        if "request.POST" in condition and "request.method" not in condition
    ] == []

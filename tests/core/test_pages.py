"""Signed-out pages and error pages, as a server answers them."""

from datetime import timedelta
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.db import OperationalError, connection
from django.http import HttpRequest
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from emile.core import questions
from emile.core.middleware import new_reference
from emile.core.models import OutboxMessage
from emile.core.outbox import send_email
from emile.core.registry import Menu, MenuEntry
from emile.core.views import errors


PAGES = [
    "home",
    "core:accessibility",
    "core:legal",
    "core:privacy",
    "core:site_map",
    "core:help",
    "core:components",
]


@pytest.fixture
def request_without_session() -> HttpRequest:
    """What an error handler gets when a middleware above the session has refused."""
    request = RequestFactory().get("/menages/")
    request.reference = "ABCD-2345"  # type: ignore[attr-defined]
    return request


# Open pages


@pytest.mark.django_db
@pytest.mark.parametrize("route", PAGES)
def test_a_page_open_to_all_costs_no_query(client, route):
    with CaptureQueriesContext(connection) as queries:
        response = client.get(reverse(route))

    assert response.status_code == 200
    # Inside the transaction of a test, the middleware says on whose behalf it speaks.
    assert [query["sql"] for query in queries if "set_config" not in query["sql"]] == []
    assert response.cookies.keys() <= {"csrftoken"}


@pytest.mark.django_db
def test_an_open_page_refuses_other_methods_in_the_frame_of_the_site(client):
    response = client.post(reverse("core:help"))

    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD"
    assert "Cette adresse ne s’ouvre pas ainsi" in response.text


@pytest.mark.django_db
@pytest.mark.parametrize(
    "route",
    [
        "operators:sign_in",
        "operators:password_reset",
        "operators:apply",
    ],
)
def test_a_refused_form_says_so_from_the_title_on(client, route):
    """The first thing that a screen reader tells of the page that came back."""
    url = reverse(route)

    assert "<title>Erreur" not in client.get(url).text
    refused = client.post(url, {"once": str(uuid4())})

    assert refused.status_code == 422
    assert "<title>Erreur\u00a0: " in refused.text


def test_a_method_that_no_form_sends_is_refused_without_a_page(client):
    response = client.put(reverse("core:help"))

    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD"
    assert response.content == b""


@pytest.mark.django_db
def test_security_txt_says_whom_to_tell_and_until_when(client):
    response = client.get("/.well-known/security.txt")

    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    fields = dict(line.split(": ", 1) for line in response.text.splitlines())
    assert fields["Contact"].endswith("/aide/#faille")
    assert fields.keys() >= {"Expires", "Canonical"}


def test_the_contact_of_security_txt_is_on_the_help_page():
    assert "faille" in [question.anchor for question in questions.QUESTIONS]


@pytest.mark.parametrize(
    "query", ["Séjour d’immersion", "sejour d'IMMERSION", "  immersion   séjour "]
)
def test_help_is_found_without_accents_in_any_order(query):
    assert "sejour" in [question.anchor for question in questions.search(query)]


@pytest.mark.django_db
def test_help_that_finds_nothing_says_so(client):
    response = client.get(reverse("core:help"), {"q": "xylophone"})

    assert "Rien sur ce sujet" in response.text


# Errors


@pytest.mark.django_db
def test_an_unknown_address_shows_a_page_with_its_reference(client):
    response = client.get("/nulle-part/")

    assert response.status_code == 404
    assert "Référence à citer" in response.text
    assert response.wsgi_request.reference in response.text


def test_the_reason_of_a_refusal_is_told(request_without_session):
    refusal = PermissionDenied("Cette page est réservée à la coordination.")

    response = errors.permission_denied(request_without_session, refusal)

    assert response.status_code == 403
    assert "réservée à la coordination" in response.text


def test_an_error_page_needs_neither_session_nor_person(request_without_session):
    pages = [
        errors.bad_request(request_without_session),
        errors.csrf_failure(request_without_session),
        errors.incomplete_form(request_without_session),
        errors.not_found(request_without_session),
        errors.server_error(request_without_session),
        errors.unavailable(request_without_session),
    ]

    assert [page.status_code for page in pages] == [400, 403, 400, 404, 500, 503]
    assert all("ABCD-2345" in page.text for page in pages)


def test_a_database_that_does_not_answer_is_a_503_that_says_when_to_come_back(
    request_without_session,
):
    try:
        raise OperationalError("connection refused")
    except OperationalError:
        response = errors.server_error(request_without_session)

    assert response.status_code == 503
    assert response.headers["Retry-After"] == "10"


def test_too_many_requests_says_how_long_to_wait(request_without_session):
    response = errors.too_many_requests(
        request_without_session, wait=timedelta(minutes=14, seconds=10)
    )

    assert response.status_code == 429
    assert response.headers["Retry-After"] == "850"
    assert "15 minutes" in response.text


def test_a_conflict_shows_both_versions_and_keeps_what_was_typed(request_without_session):
    response = errors.conflict(
        request_without_session,
        resume_url="/menages/",
        conflicts=[("Téléphone", "06 00 00 00 01", "06 00 00 00 02")],
        kept=[("phone", "06 00 00 00 01"), ("version", "4")],
    )

    assert response.status_code == 409
    assert "06 00 00 00 02" in response.text
    assert '<input type="hidden" name="phone" value="06 00 00 00 01">' in response.text
    assert '<input type="hidden" name="version" value="4">' in response.text
    assert 'name="once"' in response.text


def test_a_conflict_without_fields_offers_only_to_look_again(request_without_session):
    response = errors.conflict(
        request_without_session, resume_url="/menages/", reason="Le dossier a changé d’étape."
    )

    assert "Le dossier a changé d’étape." in response.text
    assert "<form" not in response.text.split("<main")[1].split("</main>")[0]


def test_a_reference_can_be_read_out_on_the_telephone():
    code = new_reference()

    assert len(code) == 9
    assert not set(code) & set("01IO")


# Menu


def actor_of(kind: str) -> SimpleNamespace:
    return SimpleNamespace(kind=kind)


def test_the_menu_holds_the_entries_of_ones_kind_in_order():
    menu = Menu()
    menu.add(MenuEntry("Plan du site", "core:site_map", ("host",)))
    menu.add(MenuEntry("Aide", "core:help", ("host", "state"), position=10))
    menu.add(MenuEntry("Mentions", "core:legal", ("state",), position=20))

    labels = [link.label for link in menu.links_for(actor_of("host"), "/")]

    assert labels == ["Aide", "Plan du site"]


def test_the_current_entry_is_the_closest_from_above():
    menu = Menu()
    menu.add(MenuEntry("Accueil", "home", ("host",)))
    menu.add(MenuEntry("Aide", "core:help", ("host",)))

    links = menu.links_for(actor_of("host"), "/aide/")

    assert [link.label for link in links if link.is_current] == ["Aide"]


def test_a_page_has_one_entry():
    menu = Menu()
    menu.add(MenuEntry("Aide", "core:help", ("host",)))

    with pytest.raises(ImproperlyConfigured):
        menu.add(MenuEntry("Aide encore", "core:help", ("state",)))


def test_badges_count_what_waits_for_the_actor_all_at_once_and_only_when_asked(db, count_queries):
    for key in ("un", "deux", "trois"):
        send_email(recipient="host@exemple.test", subject="Objet", body="Texte", key=key)
    asked = []

    def waiting(recipient):
        def rows(actor):
            asked.append(actor)
            return OutboxMessage.objects.filter(recipient=recipient)

        return rows

    menu, actor = Menu(), actor_of("host")
    menu.add(MenuEntry("Aide", "core:help", ("host",), waiting=waiting("host@exemple.test")))
    menu.add(MenuEntry("Mentions", "core:legal", ("host",), waiting=waiting("nobody")))
    menu.add(MenuEntry("Plan du site", "core:site_map", ("host",)))

    some, none, without = menu.links_for(actor, "/")

    assert asked == []
    assert without.badge is None
    counts = []
    assert count_queries(lambda: counts.extend([some.badge(), none.badge(), some.badge()])) == 1
    assert counts == [3, 0, 3]
    assert asked == [actor] * 2

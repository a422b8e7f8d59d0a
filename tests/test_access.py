"""Every page × method × person, from the table of ``tests/access``; an undeclared page fails.

The table is read on a database whose own lock is open: what the pages refuse, they refuse alone.
The database's refusals are in ``tests/core/test_row_level_security.py``.
"""

import logging
from collections.abc import Iterator
from uuid import UUID, uuid4

import psycopg
import pytest
from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.db import transaction
from django.http import HttpResponse
from django.test import RequestFactory, override_settings
from django.urls import URLPattern, get_resolver, reverse
from psycopg import sql

from candidates.views.act_pages import ACT_PAGES
from tests.access.answers import VOLATILE, expected_of
from tests.access.people import Person
from tests.access.table import ACTS, POST_IS_FINE, TABLE, Page, anyone, cells
from tests.access.world import World, count_acts, session_of
from tests.harness.database import OWNER_URL, PREFIX, connected_to, copy, drop, named
from tests.harness.environment import WORKER
from tests.harness.world import read_world


DATABASE = f"{PREFIX}_{WORKER}_access"
# Django's own, for superusers of the platform.
ELSEWHERE = ("admin",)
FACTORY = RequestFactory()
SITE = BaseHandler()
SESSIONS: dict[Person, str] = {}
SCOPED = [page for page in TABLE if page.scope is not anyone]
PROMISED_CELLS = 20_000


@pytest.fixture(scope="module")
def world(world_database: str, django_db_blocker) -> Iterator[World]:
    copy(world_database, DATABASE)
    try:
        open_the_lock_of_the_database()
        with (
            django_db_blocker.unblock(),
            connected_to(DATABASE),
            # Without a row to read again for each cell: sessions are not what the table is about.
            override_settings(SESSION_ENGINE="django.contrib.sessions.backends.signed_cookies"),
        ):
            SITE.load_middleware()
            world = read_world()
            SESSIONS.update({person: session_of(world, person) for person in world.members})
            yield world
    finally:
        drop(DATABASE)


def open_the_lock_of_the_database() -> None:
    locked = "SELECT relname FROM pg_class WHERE relrowsecurity"
    unlock = "ALTER TABLE {} DISABLE ROW LEVEL SECURITY"
    with psycopg.connect(named(OWNER_URL, DATABASE), autocommit=True) as owner:
        for (table,) in owner.execute(locked).fetchall():
            owner.execute(sql.SQL(unlock).format(sql.Identifier(table)))


@pytest.fixture(autouse=True)
def quiet(caplog) -> None:
    """Each refusal is logged, and there are thousands."""
    caplog.set_level(logging.ERROR, "emile")


@pytest.mark.parametrize("page", TABLE, ids=str)
def test_everyone_gets_what_the_table_says(world, page):
    wrong = []
    for person, method in cells(page):
        answer, expected = ask(world, page, person, method), expected_of(page, person, method)
        if answer != expected:
            wrong.append(f"{method} by {person}: {answer}, not {expected}")

    assert wrong == []


def ask(world: World, page: Page, person: Person, method: str) -> str:
    """What the person gets, in a word."""
    response, acts = send(world, page, person, method)
    if response.status_code == 302:
        if response.url.startswith(f"{reverse('operators:sign_in')}?"):
            return "sign in"
        if not page.doers(person) and acts == world.acts:
            return "led away"
    fine = POST_IS_FINE if method == "POST" else page.get_is_fine
    return "fine" if response.status_code in fine else str(response.status_code)


def send(
    world: World, page: Page, person: Person, method: str, **instead: UUID
) -> tuple[HttpResponse, int]:
    """The answer, and how many acts there are when it leads elsewhere; nothing of it stays.

    Asked of the handler itself: the test client would keep a copy of each template's context.
    """
    url = reverse(page.route, kwargs=page.at(world, person) | instead)
    form = {"once": str(uuid4()), **page.body} if method == "POST" else {}
    request = FACTORY.post(url, form) if form else FACTORY.generic(method, url)
    request.COOKIES[settings.SESSION_COOKIE_NAME] = SESSIONS.get(person, "")
    request._dont_enforce_csrf_checks = True
    with transaction.atomic():
        response = SITE.get_response(request)
        if response.streaming:
            response.close()
        acts = count_acts() if response.status_code == 302 else 0
        transaction.set_rollback(True)
    return response, acts


@pytest.mark.parametrize("page", SCOPED, ids=str)
def test_not_yours_and_does_not_exist_are_one_page(world, page):
    method = page.methods[0]
    strangers = [one for one in page.callers if expected_of(page, one, method) == "404"]

    for stranger in strangers:
        hidden, _ = send(world, page, stranger, method)
        missing, _ = send(world, page, stranger, method, public_id=uuid4())
        assert (hidden.status_code, missing.status_code) == (404, 404)
        assert VOLATILE.sub("", hidden.text) == VOLATILE.sub("", missing.text)


def routes(patterns: list, namespace: str = "") -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            yield f"{namespace}{pattern.name}"
        elif pattern.namespace not in ELSEWHERE:
            inner = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from routes(pattern.url_patterns, namespace + inner)


def test_every_page_is_in_the_table():
    declared = {page.route for page in TABLE}

    assert set(routes(get_resolver().url_patterns)) == declared


def test_every_act_is_in_the_table():
    declared = {str(page).split()[1] for page in ACTS}

    assert set(ACT_PAGES) == declared


def test_the_table_is_as_large_as_promised(capsys):
    count = sum(1 for page in TABLE for _ in cells(page))

    with capsys.disabled():
        print(f"\n{len(TABLE)} pages, {count} cells")  # noqa: T201
    assert count >= PROMISED_CELLS

"""Every page that a kind of organisation may open, from the table of ``tests/access``."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import Page as Screen

from tests.access.answers import VOLATILE, expected_of
from tests.access.people import ANONYMOUS, KINDS, Person, Relation
from tests.access.table import TABLE, Page
from tests.access.world import World
from tests.harness.world import read_world


VISITORS = (ANONYMOUS, *(Person(kind, Relation.MEMBER) for kind in KINDS))
MIDDLE_DOT_IN_A_WORD = re.compile(r"\w+·\w+")
# Files to keep: a browser saves them, and shows nothing.
DOWNLOADS = {
    "steering:figures_file",
    "steering:cost_file",
    "steering:report",
    "steering:research_archive",
    "steering:social_fund_csv",
    "steering:report_note",
    "steering:export_file",
    "candidates:agenda_feed",
    "candidates:session_agenda",
    "candidates:stay_agenda",
    "candidates:printed",
    "candidates:document_download",
    "territories:import_template",
    "territories:import_refused",
}
PARTS = "[...document.body.children].map(part => part.outerHTML)"


@pytest.fixture
def server_source(world_database) -> str:
    return world_database


@pytest.fixture(scope="module")
def judged() -> set[str]:
    """Parts of pages: a menu, a content. A page that has nothing new to show is not judged again."""
    return set()


@pytest.mark.parametrize("visitor", VISITORS, ids=str)
def test_every_page_suits_everyone_and_a_phone(
    server, page, sign_in, axe, fits_a_phone, judged, visitor
):
    world = read_world()
    if visitor.kind:
        sign_in(page, world.members[visitor].user)

    complaints = []
    for one in TABLE:
        if not opens(one, visitor) or not shows(page, one, world, visitor):
            continue
        parts = {VOLATILE.sub("", part) for part in page.evaluate(PARTS)}
        if parts <= judged:
            continue
        judged |= parts
        try:
            axe(page)
            assert MIDDLE_DOT_IN_A_WORD.findall(page.inner_text("body")) == []
            fits_a_phone(page)
        except AssertionError as complaint:
            complaints.append(f"{one}: {complaint}")

    assert complaints == []


def opens(page: Page, visitor: Person) -> bool:
    """Public pages are looked at once, by somebody who is not signed in."""
    is_theirs = page.is_public == (visitor is ANONYMOUS) and page.route not in DOWNLOADS
    return is_theirs and "GET" in page.methods and expected_of(page, visitor, "GET") == "fine"


def shows(screen: Screen, page: Page, world: World, visitor: Person) -> bool:
    """Whether there is something to look at there, and not an answer to a script."""
    response = screen.goto(reverse(page.route, kwargs=page.at(world, visitor)))
    assert response is not None
    assert response.ok, f"{page}: {response.status}"
    return response.headers["content-type"].startswith("text/html")

"""What the table promises to one person at one page."""

import re

from tests.access.people import ANONYMOUS, Person, Relation
from tests.access.table import Page


# What changes between two renderings of one page.
VOLATILE = re.compile(
    r'name="(?:csrfmiddlewaretoken|once|given_to)" value="[\w:-]+"|[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}'
)


def expected_of(page: Page, person: Person, method: str) -> str:
    if person is ANONYMOUS and not page.is_public:
        return "sign in"
    if person.relation is Relation.DISMISSED and (page.is_landing or not page.is_public):
        return "403"
    if not page.is_public and person.kind not in page.gate:
        return "403"
    if method not in page.methods:
        return "405"
    if not page.scope(person):
        return "404"
    if not page.doers(person):
        return "403" if page.says_no else "led away"
    return "fine"

"""How long a journey takes by hand on a phone: counted on the real pages, never measured.

The keystroke-level model (Card, Moran and Newell, 1980) adds up what the hands and the mind do. Its
times for thinking and pointing are kept: a tap and a swipe are counted as long as pointing with a
mouse. Its 0.28 s for a key are an average typist’s at a keyboard; on a phone, 36 words a minute
(Palin and others, 37,000 volunteers, 2019) make 0.33 s. As in the model, nobody thinks before the
button that ends a page. Talking with the person is not counted.
"""

from dataclasses import dataclass, field
from math import ceil

from playwright.sync_api import Locator, Page

from tests.browser.desk import Desk


THINK = 1.35
TAP = 1.1
KEY = 0.33
SWIPE = 1.1
ANSWER_OF_THE_SERVER = 0.5
# A thumb keeps a part of the former screen in sight.
SWIPED = 0.75


@dataclass
class Counts:
    pages: int = 0
    decisions: int = 0
    taps: int = 0
    keys: int = 0
    swipes: int = 0

    @property
    def seconds(self) -> float:
        return (
            self.pages * ANSWER_OF_THE_SERVER
            + self.decisions * THINK
            + self.taps * TAP
            + self.keys * KEY
            + self.swipes * SWIPE
        )

    def __str__(self) -> str:
        return (
            f"{self.pages} pages, {self.decisions} decisions, {self.taps} taps, {self.keys} keys, "
            f"{self.swipes} swipes: {self.seconds:.0f} s"
        )


@dataclass
class TimedDesk(Desk):
    """Every field is one decision, asked where it stands on the page."""

    counts: Counts = field(default_factory=Counts)

    def fill(self, label: str, text: str, *, about: str = "") -> None:
        self._decide(self._part(about).get_by_label(label), keys=len(text))
        super().fill(label, text, about=about)

    def select(self, label: str, option: str, *, about: str = "", exact: bool = False) -> None:
        self._decide(self._part(about).get_by_label(label, exact=exact), taps=2)
        super().select(label, option, about=about, exact=exact)

    def choose(self, question: str, answer: str, *, about: str = "", exact: bool = True) -> None:
        asked = self._part(about).get_by_role("group", name=question)
        self._decide(asked.get_by_label(answer, exact=exact))
        super().choose(question, answer, about=about, exact=exact)

    def search(self, label: str, typed: str, found: str) -> None:
        """One decision: what is wanted is known before it is typed, then picked."""
        self._decide(self.page.get_by_label(label), keys=len(typed), taps=2)
        super().search(label, typed, found)

    def follow(self, link: str) -> None:
        self.counts.decisions += 1
        super().follow(link)

    def _leave_by(self, way: Locator) -> None:
        self._reach(way)
        self.counts.pages += 1
        super()._leave_by(way)

    def _decide(self, where: Locator, *, taps: int = 1, keys: int = 0) -> None:
        self.counts.decisions += 1
        self.counts.keys += keys
        self._reach(where, taps=taps)

    def _reach(self, where: Locator, *, taps: int = 1) -> None:
        """A page may have put the cursor there already."""
        if where.evaluate("element => element === document.activeElement"):
            return
        self.counts.taps += taps
        self.counts.swipes += swipes_to(self.page, where)


def swipes_to(page: Page, where: Locator) -> int:
    """From what the screen shows now; none when it is in sight."""
    box, screen = where.bounding_box(), page.viewport_size
    assert box is not None
    assert screen is not None
    above, below = -box["y"], box["y"] + box["height"] - screen["height"]
    return max(0, ceil(max(above, below) / (screen["height"] * SWIPED)))

"""One browser at which everybody of the programme sits in turn, and what people do with a page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlsplit

from django.urls import resolve
from django.utils import timezone
from playwright.sync_api import Locator, Page

from emile.steering.services.figures import follow_journal
from operators.models import Membership, User


@dataclass
class Desk:
    """``judge`` looks at each page that a role reaches, once, and its complaints are kept, so that
    one journey lists them all. axe needs a page that runs scripts.
    """

    page: Page
    cast: Mapping[str, Membership]
    sign_in: Callable[[Page, User], None]
    today: date
    judge: Callable[[Page], None] | None = None
    runs_scripts: bool = True
    who: str = "anonymous"
    reference: str = ""
    file_url: str = ""
    judged: set[tuple[str, str, str]] = field(default_factory=set)
    complaints: list[str] = field(default_factory=list)

    # Who sits there, and in front of what

    def sits(self, who: str) -> None:
        self.who = who
        self.sign_in(self.page, self.cast[who].user)
        self.go("/")

    def takes_over(self, who: str) -> None:
        """It is this role's move: the file waits in « À faire », where signing in leads."""
        self.sits(who)
        self.follow(self.reference)

    def looks_up(self, who: str) -> None:
        """The file waits for somebody else: it is among the households."""
        self.sits(who)
        self.follow("Ménages")
        self.follow(self.reference)

    def go(self, path: str) -> None:
        response = self.page.goto(path)
        assert response is not None
        assert response.ok, f"{self.who}, {self.page.url}: {response.status}"
        self._judge_page()

    def follow(self, link: str) -> None:
        """Links of one name lead to one page: the header and the section may both offer an act."""
        found = self.page.get_by_role("link", name=link, exact=True, include_hidden=True)
        folded = self.page.locator("details:not([open])").filter(has=found)
        # The menu of a phone is folded too, and wider screens do not show it.
        for summary in folded.locator("summary").filter(visible=True).all():
            summary.click()
        self._leave_by(self.page.get_by_role("link", name=link, exact=True).first)

    def press(self, button: str) -> None:
        """The last one of that name: a long form also has it at its head."""
        self._leave_by(self._button(button))

    def press_and_say_why(self, button: str, why: str) -> None:
        """Where the act turns out to be unusual: its page comes back, and asks."""
        with self.page.expect_navigation() as answer:
            self._button(button).click()
        assert answer.value.status == 422, f"{self.who}, {self.page.url}: {self._alerts()}"
        self.fill("Pourquoi", why)
        self.press(button)

    # Answering

    def fill(self, label: str, text: str, *, about: str = "") -> None:
        self._part(about).get_by_label(label).fill(text)

    def fill_day(self, label: str, *, about: str = "") -> None:
        self.fill(label, self.today.isoformat(), about=about)

    def select(self, label: str, option: str, *, about: str = "", exact: bool = False) -> None:
        self._part(about).get_by_label(label, exact=exact).select_option(label=option)

    def choose(self, question: str, answer: str, *, about: str = "", exact: bool = True) -> None:
        asked = self._part(about).get_by_role("group", name=question)
        # The DSFR draws the button in its label.
        asked.get_by_label(answer, exact=exact).check(force=True)

    def search(self, label: str, typed: str, found: str) -> None:
        """Among the proposals that come as one types; without script, with « Chercher »."""
        text = self.page.get_by_label(label)
        text.fill(typed)
        if self.runs_scripts:
            self.page.get_by_role("option", name=found).click()
        else:
            with self.page.expect_navigation():
                text.locator("xpath=../button").click()
            self.page.get_by_role("radio", name=found).check(force=True)

    # Reading

    def status_of(self, path: str) -> int:
        """What the role would get there, without looking at it."""
        return self.page.context.request.get(path).status

    def counted_on_their_way(self) -> int:
        """What « Pilotage » says, once the clock has counted what was done."""
        follow_journal(now=timezone.now())
        self.page.reload()
        return self.figure("Ménages en parcours")

    def reads(self, text: str) -> bool:
        return self.page.get_by_text(text).first.is_visible()

    def waiting(self) -> dict[str, str]:
        """« À faire »: what each file waits for from here, by reference, in the order of the page."""
        waiting = {}
        act = self.page.locator(".emile-row__first")
        mine = ".emile-row:not([aria-labelledby='others'] .emile-row)"
        for row in self.page.locator(mine, has=act).all():
            reference = row.locator(".emile-row__title a").inner_text()
            link = row.locator(".emile-row__first").inner_text()
            waiting[reference] = link.removesuffix(reference).rstrip("\u00a0: \n")
        return waiting

    def figure(self, label: str) -> int:
        """One of those at the head of « À faire », or of « Pilotage »."""
        told = self.page.locator(".emile-figure").filter(has_text=label)
        return int(told.locator(".emile-figure__value").inner_text())

    def menu(self) -> list[str]:
        """Where the menu leads this role."""
        links = self.page.locator("nav[aria-label='Menu principal']").first.locator("a").all()
        return [str(link.get_attribute("href")) for link in links]

    def timeline(self) -> list[str]:
        """What happened, the first act first."""
        titles = self.page.locator(".emile-timeline__title").all_inner_texts()
        return [" ".join(title.split()) for title in reversed(titles)]

    def days_of_timeline(self) -> set[str | None]:
        days = self.page.locator(".emile-timeline time").all()
        return {day.get_attribute("datetime") for day in days}

    # Behind the scenes

    def _part(self, about: str) -> Page | Locator:
        return self.page.get_by_role("group", name=about) if about else self.page

    def _button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True).last

    def _leave_by(self, way: Locator) -> None:
        with self.page.expect_navigation() as arrival:
            way.click()
        assert arrival.value.ok, f"{self.who}, {self.page.url}: {self._alerts()}"
        self._judge_page()

    def _alerts(self) -> list[str]:
        return self.page.locator(".fr-alert, .fr-message--error, h1").all_inner_texts()

    def _judge_page(self) -> None:
        route = resolve(urlsplit(self.page.url).path)
        page = (route.view_name, route.kwargs.get("step", ""), self.who)
        if self.judge is None or page in self.judged:
            return
        self.judged.add(page)
        try:
            self.judge(self.page)
        except AssertionError as complaint:
            self.complaints.append(f"{' '.join(page)}: {complaint}")

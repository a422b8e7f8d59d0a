"""What the frame of every page shows of the apps above: they fill it in ``AppConfig.ready``."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db.models import Count, QuerySet, Value
from django.urls import reverse


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """One link of the main menu, for the organisation kinds that it names.

    Entries are ordered by ``position``, then by label. ``waiting`` is what waits behind the link for
    an actor: its badge counts it, only when a page shows the menu.
    """

    label: str
    url_name: str
    kinds: Collection[str]
    position: int = 50
    waiting: Callable[[Any], QuerySet[Any]] | None = None


@dataclass(frozen=True, slots=True)
class MenuLink:
    """An entry as one actor sees it on one page; the badges of a page are counted in one query."""

    label: str
    url: str
    is_current: bool
    badge: Callable[[], int] | None


class Menu:
    def __init__(self) -> None:
        self._entries: dict[str, MenuEntry] = {}

    def add(self, entry: MenuEntry) -> None:
        """Raises ImproperlyConfigured when the page already has its entry."""
        if entry.url_name in self._entries:
            raise ImproperlyConfigured(f"{entry.url_name} is already in the menu.")
        self._entries[entry.url_name] = entry

    def links_for(self, actor: Any, path: str) -> list[MenuLink]:
        """The actor's links, in order; the current one is the closest to ``path`` from above."""
        entries = sorted(
            (entry for entry in self._entries.values() if actor.kind in entry.kinds),
            key=lambda entry: (entry.position, entry.label),
        )
        urls = [reverse(entry.url_name) for entry in entries]
        current = max((url for url in urls if path.startswith(url)), key=len, default=None)
        counts = cache(partial(_count_waiting, entries, actor))
        return [
            MenuLink(
                label=entry.label,
                url=url,
                is_current=url == current,
                badge=partial(_badge, counts, entry) if entry.waiting else None,
            )
            for entry, url in zip(entries, urls, strict=True)
        ]


def _count_waiting(entries: Sequence[MenuEntry], actor: Any) -> dict[str, int]:
    """By the name of the page, where anything waits. One query."""
    first, *others = (
        entry.waiting(actor)
        .order_by()
        .annotate(page=Value(entry.url_name))
        .values("page")
        .annotate(how_many=Count("pk"))
        .values_list("page", "how_many")
        for entry in entries
        if entry.waiting
    )
    return dict(first.union(*others, all=True))


def _badge(counts: Callable[[], dict[str, int]], entry: MenuEntry) -> int:
    return counts().get(entry.url_name, 0)


@dataclass(frozen=True, slots=True)
class Notice:
    """What an app above has to say of an organisation, at the top of its page."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Fact:
    """What an app above has measured of an organisation; ``definition`` says how."""

    term: str
    value: str
    definition: str


# Asked for an actor, of the organisation with that id.
organisation_notices: list[Callable[[Any, int], list[Notice]]] = []
# Asked of an organisation, that day.
organisation_facts: list[Callable[[Any, date], list[Fact]]] = []


@dataclass(frozen=True, slots=True)
class Door:
    """Where an app above leads from a page below."""

    label: str
    url: str


# Asked for an actor, and the file or the offer whose page they have open.
file_doors: list[Callable[[Any, Any], list[Door]]] = []
offer_doors: list[Callable[[Any, Any], list[Door]]] = []
# Asked for an actor alone: what an app above has the coordinator set.
settings_doors: list[Callable[[Any, Any], list[Door]]] = []


def doors(sources: list[Callable[[Any, Any], list[Door]]], actor: Any, subject: Any) -> list[Door]:
    return [door for source in sources for door in source(actor, subject)]


menu = Menu()

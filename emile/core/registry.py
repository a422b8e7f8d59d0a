"""What the frame of every page shows of the apps above: they fill it in ``AppConfig.ready``."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """One link of the main menu, for the organisation kinds that it names.

    Entries are ordered by ``position``, then by label. ``badge`` counts what waits behind the link
    for an actor; it is only asked when a page shows the menu.
    """

    label: str
    url_name: str
    kinds: Collection[str]
    position: int = 50
    badge: Callable[[Any], int] | None = None


@dataclass(frozen=True, slots=True)
class MenuLink:
    """An entry as one actor sees it on one page, whose badge is counted once."""

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
        return [
            MenuLink(
                label=entry.label,
                url=url,
                is_current=url == current,
                badge=cache(partial(entry.badge, actor)) if entry.badge else None,
            )
            for entry, url in zip(entries, urls, strict=True)
        ]


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

"""A document as data: parts that one template prints, and what is left out of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Table:
    """Its first column names each row."""

    caption: str
    columns: tuple[str, ...]
    rows: list[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Part:
    """``facts`` are a label and its value, ``blanks`` lines to write on by hand."""

    title: str
    text: str = ""
    facts: list[tuple[str, str]] = field(default_factory=list)
    items: list[str] = field(default_factory=list)
    table: Table | None = None
    blanks: list[str] = field(default_factory=list)

    @property
    def says_something(self) -> bool:
        return bool(self.text or self.facts or self.items or self.table or self.blanks)


@dataclass(frozen=True, slots=True)
class Paper:
    """``is_plain`` is printed in large type, for the household."""

    title: str
    lead: str
    parts: list[Part]
    is_plain: bool = False

    @property
    def shown(self) -> list[Part]:
        return [part for part in self.parts if part.says_something]


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes for one household; ``hides`` when nothing may tell where it lives nor where it goes.

    Words that people typed may tell it too, and so may the name of a business or of a shelter: all
    of them go through ``place``.
    """

    hides: bool

    def place(self, text: object) -> str:
        return "" if self.hides else str(text or "")


def told(*pairs: tuple[str, object]) -> list[tuple[str, str]]:
    """Those that say something."""
    return [(label, str(value)) for label, value in pairs if value]


def listed(texts: Iterable[str]) -> str:
    return ", ".join(filter(None, texts))

"""What a table is, whatever the file that carries it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum

from django.utils import timezone

from emile.core.templatetags.emile import moment


Value = str | int | float | Decimal | date | None
Row = Sequence[Value]

# A cell of Excel holds 32,767 characters, counted as UTF-16 does.
LONGEST = 32_000
CUT = "… (texte coupé)"
# What XML can't hold, halves of characters among them.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
NO_FILTER = "Aucun"


class Kind(Enum):
    """What the cells of a column are. A percentage is a share of 1: 0.54 reads « 54 % »."""

    TEXT = "text"
    WHOLE = "whole"
    DECIMAL = "decimal"
    DATE = "date"
    PERCENT = "percent"
    MONEY = "money"


@dataclass(frozen=True, slots=True)
class Column:
    """``width`` is about a number of characters."""

    label: str
    kind: Kind = Kind.TEXT
    width: int = 20


@dataclass(frozen=True, slots=True)
class Table:
    """``rows`` are read once, as they are written; ``filters`` are labels and values in French."""

    title: str
    columns: Sequence[Column]
    rows: Iterable[Row]
    made_at: datetime
    filters: Sequence[tuple[str, str]] = ()

    def about(self, count: int) -> list[tuple[str, Value]]:
        """What each file says of itself; ``count`` rows were written."""
        told = "\u00a0; ".join(f"{label}\u00a0: {value}" for label, value in self.filters)
        return [
            ("Contenu", clean(self.title)),
            ("Filtres", clean(told) or NO_FILTER),
            ("Fait le", moment(timezone.localtime(self.made_at))),
            ("Lignes", count),
        ]


def clean(text: str) -> str:
    """What every format can hold: the three files say the same. Idempotent."""
    text = UNWRITABLE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(text.encode("utf-16-le")) // 2 <= LONGEST:
        return text
    kept = text.encode("utf-16-le")[: 2 * (LONGEST - len(CUT))]
    return kept.decode("utf-16-le", errors="ignore") + CUT

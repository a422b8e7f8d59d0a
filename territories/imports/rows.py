"""A line of a file, or of a source, once it is understood."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from territories.enums import OfferKind
from territories.selectors.directories import Directories


# A column and what is said of it: why it is refused, or what it becomes.
Detail = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ReadRow:
    """``common`` and ``proper`` are attributes of the offer and of its terms: only those told."""

    number: int
    identifier: str
    common: Mapping[str, Any] = field(default_factory=dict)
    proper: Mapping[str, Any] = field(default_factory=dict)
    faults: Sequence[Detail] = ()


# What understands the cells of a line, by the name of our columns.
Reader = Callable[[int, str, Mapping[str, str]], ReadRow]
# Makes it for a kind of offer, some territories, and a day: the entrances have it from the forms.
ReaderMaker = Callable[[OfferKind, Directories, date], Reader]

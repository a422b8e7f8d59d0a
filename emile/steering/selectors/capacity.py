"""Places of welcome, month by month for a year: said, kept, taken and left. As it stands today: what
territories say of the months to come is not a fact of the past."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from emile.core.charts import Chart, Point, month_chart
from emile.core.templatetags.emile import month, number
from emile.steering.models import Scope
from emile.steering.selectors.figures import Frame
from territories.models import WelcomeSlot
from territories.selectors.welcome import MonthRow, month_row, months_from


COLUMNS = ("Mois", "Territoires", "Engagées", "Retenues", "Prises", "Restantes", "En plus")
UNKNOWN = "non dit"


@dataclass(frozen=True, slots=True)
class Month:
    """``slots`` are those that say something of that month, one for each territory."""

    first: date
    slots: Sequence[MonthRow]

    @property
    def said_by(self) -> int:
        return sum(slot.capacity is not None for slot in self.slots)

    @property
    def committed(self) -> int:
        return sum(slot.capacity or 0 for slot in self.slots)

    @property
    def held(self) -> int:
        return sum(slot.held for slot in self.slots)

    @property
    def taken(self) -> int:
        return sum(slot.used for slot in self.slots)

    @property
    def left(self) -> int:
        """A territory that welcomes more than it said takes nothing from another."""
        return sum(max(slot.left or 0, 0) for slot in self.slots)

    @property
    def beyond(self) -> int:
        """Welcomed without having been said: ``committed + beyond`` is ``held + taken + left``."""
        return self.held + self.taken + self.left - self.committed

    @property
    def row(self) -> Sequence[str]:
        said = number if self.said_by else _unknown
        return (
            month(self.first),
            number(self.said_by),
            said(self.committed),
            number(self.held),
            number(self.taken),
            said(self.left),
            number(self.beyond),
        )


@dataclass(frozen=True, slots=True)
class Capacity:
    months: Sequence[Month]
    columns = COLUMNS

    @property
    def is_told(self) -> bool:
        return any(one.said_by for one in self.months)

    @property
    def rows(self) -> list[Sequence[str]]:
        return [one.row for one in self.months]

    @property
    def chart(self) -> Chart | None:
        points = [
            Point(month(one.first), one.left, number(one.left))
            if one.said_by
            else Point(month(one.first), None, UNKNOWN)
            for one in self.months
        ]
        title = "Places d’accueil encore libres, mois par mois"
        drawn = month_chart(title, points, columns=COLUMNS)
        return replace(drawn, rows=self.rows) if drawn else None


def capacity(frame: Frame, day: date) -> Capacity | None:
    """Of the whole programme or of one territory; None of another scope, and as of a past day. One
    query."""
    if frame.as_of is not None or frame.scope not in {Scope.NATIONAL, Scope.TERRITORY}:
        return None
    months = months_from(day)
    slots = WelcomeSlot.objects.filter(month__range=(months[0], months[-1]))
    if frame.scope == Scope.TERRITORY:
        slots = slots.filter(territory=int(frame.scope_id or 0))
    said: dict[date, list[MonthRow]] = defaultdict(list)
    for slot in slots.counted_on(day):
        said[slot.month].append(month_row(slot.month, slot))
    return Capacity([Month(first, said[first]) for first in months])


def _unknown(_: int) -> str:
    return UNKNOWN

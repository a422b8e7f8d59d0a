"""The months of a territory: how many households it can welcome, and how many places are left."""

from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta
from django.db.models import Max

from territories.models import CapacityEvent, Territory, WelcomeSlot
from territories.models.welcome import month_of


# What is shown and written: a year ahead.
MONTHS_AHEAD = 12


@dataclass(frozen=True, slots=True)
class MonthRow:
    """``capacity`` and ``left`` are None as long as nobody has said how many; ``left`` is below
    zero when more are welcomed than was said."""

    month: date
    capacity: int | None
    held: int
    used: int
    note: str

    @property
    def is_told(self) -> bool:
        return self.capacity is not None or self.held > 0 or self.used > 0

    @property
    def left(self) -> int | None:
        return None if self.capacity is None else self.capacity - self.held - self.used

    @property
    def excess(self) -> int:
        return max(0, -(self.left or 0))


def months_from(day: date) -> list[date]:
    first = month_of(day)
    return [first + relativedelta(months=ahead) for ahead in range(MONTHS_AHEAD)]


def capacity_of(territory: Territory, day: date) -> list[MonthRow]:
    """This month and those that follow, said or not. One query."""
    months = months_from(day)
    slots = WelcomeSlot.objects.of_months(territory, months[0], months[-1]).counted_on(day)
    said = {slot.month: slot for slot in slots}
    return [month_row(month, said.get(month)) for month in months]


def version_of(territory: Territory) -> int:
    """How many times its months were written."""
    last: int | None = CapacityEvent.objects.filter(territory=territory).aggregate(
        last=Max("sequence")
    )["last"]
    return last or 0


def month_row(month: date, slot: WelcomeSlot | None) -> MonthRow:
    """``slot`` was ``counted_on`` a day."""
    if slot is None:
        return MonthRow(month, None, 0, 0, "")
    used: int = slot.taken  # type: ignore[attr-defined]
    in_use: int = slot.in_use  # type: ignore[attr-defined]
    return MonthRow(month, slot.capacity, in_use - used, used, slot.note)

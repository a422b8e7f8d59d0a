"""What an installation costs, who pays, and whether the first month holds."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from candidates.enums import AidAnswer, Payer
from candidates.models import InstallationAid, Parcours
from candidates.selectors.tracks import first_pay_on


NOTHING = Decimal(0)
ANSWERED_YES = (AidAnswer.GRANTED, AidAnswer.PAID)


@dataclass(frozen=True, slots=True)
class BudgetLine:
    aid: InstallationAid

    @property
    def is_dropped(self) -> bool:
        return self.aid.answer == AidAnswer.NOT_NEEDED

    @property
    def cost(self) -> Decimal:
        return NOTHING if self.is_dropped else self.aid.cost

    @property
    def granted(self) -> Decimal:
        """Never more than the cost; an aid whose amount is not known yet covers nothing."""
        if self.aid.payer == Payer.HOUSEHOLD or self.aid.answer not in ANSWERED_YES:
            return NOTHING
        return min(self.cost, self.aid.granted_amount or NOTHING)

    @property
    def is_left_to_the_household(self) -> Decimal:
        return self.cost - self.granted

    def arrives_before(self, day: date | None) -> Decimal:
        """Of the aid, what is paid by the day it is needed."""
        if self.aid.answer != AidAnswer.PAID or self.aid.paid_on is None:
            return NOTHING
        needed_on = self.aid.due_on or day
        is_in_time = needed_on is None or self.aid.paid_on <= needed_on
        return self.granted if is_in_time else NOTHING

    @property
    def is_advanced_by_others(self) -> bool:
        return bool(self.aid.advanced_by) and self.aid.advanced_by != Payer.HOUSEHOLD


@dataclass(frozen=True, slots=True)
class FirstMonth:
    """What must be paid before money first comes in, and by whom."""

    pay_on: date | None
    lines: tuple[BudgetLine, ...]

    @property
    def to_pay(self) -> Decimal:
        return sum((line.cost for line in self.lines), NOTHING)

    @property
    def in_time(self) -> Decimal:
        return sum((line.arrives_before(self.pay_on) for line in self.lines), NOTHING)

    @property
    def advanced(self) -> Decimal:
        return sum(
            (
                line.cost - line.arrives_before(self.pay_on)
                for line in self.lines
                if line.is_advanced_by_others
            ),
            NOTHING,
        )

    @property
    def left(self) -> Decimal:
        """What the household has to find by itself."""
        return self.to_pay - self.in_time - self.advanced

    @property
    def to_repay(self) -> list[BudgetLine]:
        return [line for line in self.lines if line.aid.advanced_by and line.aid.repaid_on is None]


@dataclass(frozen=True, slots=True)
class Budget:
    lines: tuple[BudgetLine, ...]
    first_month: FirstMonth

    @property
    def cost(self) -> Decimal:
        return sum((line.cost for line in self.lines), NOTHING)

    @property
    def granted(self) -> Decimal:
        return sum((line.granted for line in self.lines), NOTHING)

    @property
    def paid(self) -> Decimal:
        return sum(
            (line.granted for line in self.lines if line.aid.answer == AidAnswer.PAID), NOTHING
        )

    @property
    def left(self) -> Decimal:
        return self.cost - self.granted


def budget(parcours: Parcours) -> Budget:
    """A cost without a date is counted in the first month: nobody has said it may wait."""
    lines = tuple(BudgetLine(aid) for aid in aids_of(parcours))
    pay_on = first_pay_on(parcours)
    early = tuple(
        line
        for line in lines
        if not line.is_dropped
        and (line.aid.due_on is None or pay_on is None or line.aid.due_on <= pay_on)
    )
    return Budget(lines, FirstMonth(pay_on, early))


def aids_of(parcours: Parcours) -> list[InstallationAid]:
    """Those without a date last."""
    return sorted(
        parcours.installation_aids.all(),
        key=lambda aid: (aid.due_on is None, aid.due_on or date.max, aid.pk),
    )

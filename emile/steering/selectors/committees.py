"""The paper of a committee: who meets, what is examined, what was said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from emile.steering.models import Committee, CommitteeItem, FieldReport
from operators.actors import Actor


@dataclass(frozen=True, slots=True)
class CommitteePage:
    """``items`` are those that the reader may know of."""

    committee: Committee
    items: Sequence[CommitteeItem]
    reports: Sequence[FieldReport]
    today: date

    @property
    def decided(self) -> int:
        return sum(bool(item.decision) for item in self.items)

    @property
    def late(self) -> int:
        due = (item.parcours.due_on for item in self.items)
        return sum(day is not None and day < self.today for day in due)

    @property
    def printed(self) -> list[CommitteeItem]:
        """A sheet of paper is left on tables: who must not be found is not on it."""
        return [item for item in self.items if not item.parcours.household.hides_whereabouts]

    @property
    def unprinted(self) -> int:
        return len(self.items) - len(self.printed)


def committee_page(committee: Committee, actor: Actor, today: date) -> CommitteePage:
    mine = CommitteeItem.objects.visible_to(actor).filter(committee=committee)
    told = FieldReport.objects.visible_to(actor).filter(committee=committee)
    return CommitteePage(
        committee=committee,
        items=list(mine.for_list()),
        reports=list(told.for_list().order_by("theme", "pk")),
        today=today,
    )

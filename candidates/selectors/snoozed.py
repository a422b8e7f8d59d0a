"""What an organisation has put aside."""

from dataclasses import dataclass
from datetime import date

from candidates.models import Parcours, Snooze
from candidates.selectors.household import prefetch_people
from operators.actors import Actor


@dataclass(frozen=True, slots=True)
class SetAside:
    parcours: Parcours
    until: date
    reason: str
    by: str

    @property
    def back(self) -> str:
        """What the button says: several are on the page."""
        return f"Remettre {self.parcours.household.reference} à faire"


def set_aside_rows(actor: Actor, today: date) -> list[SetAside]:
    """The first to come back first. Two queries and those of the people."""
    files = Parcours.objects.visible_to(actor).set_aside_by(actor.organisation_id, today)
    rows = (
        Snooze.objects.filter(organisation=actor.organisation_id, parcours__in=files)
        .select_related("parcours__household", "user")
        .order_by("until", "pk")
    )
    found = [
        SetAside(row.parcours, row.until, row.reason, row.user.get_full_name()) for row in rows
    ]
    prefetch_people([one.parcours for one in found])
    return found


def snooze_of(actor: Actor, parcours: Parcours, today: date) -> Snooze | None:
    """The one that runs."""
    if parcours.due_on is None:
        return None
    return Snooze.objects.filter(
        organisation=actor.organisation_id,
        parcours=parcours,
        until__gt=today,
        due_on=parcours.due_on,
    ).first()

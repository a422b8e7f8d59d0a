"""Where a household can be written to."""

from datetime import date

from candidates.enums import ContactKind, Link
from candidates.models import ContactPoint, HouseholdMember, Parcours


def safe_emails(parcours: Parcours, on: date) -> list[str]:
    """Of the candidate, those where somebody said that a message is safe: in doubt, none."""
    candidates = HouseholdMember.objects.on(on).filter(
        household=parcours.household_id, link=Link.CANDIDATE
    )
    points = ContactPoint.objects.filter(
        kind=ContactKind.EMAIL, is_message_safe=True, person__in=candidates.values("person")
    )
    return sorted(set(points.values_list("value", flat=True)))

"""Where a household can be written to."""

from collections.abc import Iterator
from datetime import date

from django.db.models import OuterRef, Subquery

from candidates.enums import ContactKind, Link
from candidates.models import ContactPoint, HouseholdMember, Parcours
from emile.core.carriers import can_text
from emile.core.errors import DomainError
from emile.core.models import Channel
from emile.core.sms import mobile_number


PHONES = (ContactKind.OWN_PHONE, ContactKind.SHARED_PHONE)


def safe_emails(parcours: Parcours, on: date) -> list[str]:
    """Of the candidate, those where somebody said that a message is safe, and where the last one
    arrived as far as is known: in doubt, none."""
    candidates = HouseholdMember.objects.on(on).filter(
        household=parcours.household_id, link=Link.CANDIDATE
    )
    points = ContactPoint.objects.filter(
        kind=ContactKind.EMAIL,
        is_message_safe=True,
        undelivered_on__isnull=True,
        person__in=candidates.values("person"),
    )
    return sorted(set(points.values_list("value", flat=True)))


def reminded_at(parcours: Parcours, on: date) -> Iterator[tuple[Channel, str]]:
    """Of each candidate, one mobile where a message is safe and texts are not refused, or else one
    safe address; nothing for whoever has neither. One query."""
    points = ContactPoint.objects.filter(
        is_message_safe=True,
        undelivered_on__isnull=True,
        person__died_on__isnull=True,
        person__in=HouseholdMember.objects.on(on)
        .filter(household=parcours.household_id, link=Link.CANDIDATE)
        .values("person"),
    ).order_by("person", "pk")
    ways: dict[int, dict[Channel, str]] = {}
    for point in points:
        known = ways.setdefault(point.person_id, {})
        if point.kind == ContactKind.EMAIL:
            known.setdefault(Channel.EMAIL, point.value)
        elif _takes_sms(point) and (number := _number_of(point)):
            known.setdefault(Channel.SMS, number)
    for known in ways.values():
        for channel in (Channel.SMS, Channel.EMAIL):
            if channel in known:
                yield channel, known[channel]
                break


def ways_to(channel: str, recipient: str) -> list[ContactPoint]:
    """Whoever's they are: those that a message to ``recipient`` was written to."""
    if channel == Channel.EMAIL:
        return list(ContactPoint.objects.filter(kind=ContactKind.EMAIL, value=recipient))
    # An overseas number may have been kept as it is dialled.
    points = ContactPoint.objects.filter(kind__in=PHONES, value__endswith=recipient[-9:])
    return [point for point in points if _number_of(point) == recipient]


def undelivered_on() -> Subquery:
    """Of a file: since when something sent to somebody of the household does not arrive."""
    points = ContactPoint.objects.filter(
        undelivered_on__isnull=False,
        person__died_on__isnull=True,
        person__memberships__household=OuterRef("household"),
        person__memberships__until__isnull=True,
    )
    return Subquery(points.order_by("undelivered_on").values("undelivered_on")[:1])


def _takes_sms(point: ContactPoint) -> bool:
    return point.kind in PHONES and point.takes_sms is not False and can_text()


def _number_of(point: ContactPoint) -> str:
    try:
        return mobile_number(point.value)
    except DomainError:
        return ""

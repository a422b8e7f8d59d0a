"""Where a household can be written to."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from candidates.enums import ContactKind, Link
from candidates.models import ContactPoint, HouseholdMember, Parcours
from emile.core.carriers import can_text
from emile.core.errors import DomainError
from emile.core.models import Channel
from emile.core.sms import mobile_number


PHONES = (ContactKind.OWN_PHONE, ContactKind.SHARED_PHONE)


def safe_emails(parcours: Parcours, on: date) -> list[str]:
    """Of the candidate: see ``_safe_ways``."""
    ways = _safe_ways(parcours, on).values()
    return sorted({address for known in ways for address in known[Channel.EMAIL]})


def safe_mobiles(parcours: Parcours, on: date) -> set[str]:
    """Of the candidate, where texts are not refused, as ``mobile_number`` gives them."""
    return {number for known in _safe_ways(parcours, on).values() for number in known[Channel.SMS]}


def reminded_at(parcours: Parcours, on: date) -> Iterator[tuple[Channel, str]]:
    """Of each candidate, one mobile, or else one address; nothing for whoever has neither."""
    for known in _safe_ways(parcours, on).values():
        for channel in (Channel.SMS, Channel.EMAIL):
            if known[channel]:
                yield channel, known[channel][0]
                break


def way_of(point: ContactPoint) -> tuple[Channel, str] | None:
    """How a message reaches it; None of a number that takes none."""
    if point.kind == ContactKind.EMAIL:
        return Channel.EMAIL, point.value
    if point.kind in PHONES and (number := _number_of(point)):
        return Channel.SMS, number
    return None


def _safe_ways(parcours: Parcours, on: date) -> dict[int, dict[Channel, list[str]]]:
    """Of each candidate, where somebody said that a message is safe, where the last one arrived as far
    as is known, and of which nobody ever said otherwise in the household, however they wrote it: in
    doubt, none. One query."""
    members = HouseholdMember.objects.filter(household=parcours.household_id)
    candidates = HouseholdMember.objects.on(on).filter(
        household=parcours.household_id, link=Link.CANDIDATE, person__died_on__isnull=True
    )
    points: QuerySet[Any] = (
        ContactPoint.objects.filter(person__in=members.values("person"))
        .annotate(is_candidate=Exists(candidates.filter(person=OuterRef("person"))))
        .order_by("person", "pk")
    )
    described = [(point, way) for point in points if (way := way_of(point))]
    refused = {_same(*way) for point, way in described if _is_refused(point)}
    ways: dict[int, dict[Channel, list[str]]] = {}
    for point, (channel, recipient) in described:
        is_usable = point.is_candidate and point.is_message_safe and not point.undelivered_on
        if is_usable and _same(channel, recipient) not in refused:
            known = ways.setdefault(point.person_id, {Channel.SMS: [], Channel.EMAIL: []})
            known[channel].append(recipient)
    return ways


def _is_refused(point: ContactPoint) -> bool:
    if point.is_message_safe is False:
        return True
    return point.kind in PHONES and (point.takes_sms is False or not can_text())


def _same(channel: Channel, recipient: str) -> tuple[Channel, str]:
    """Two ways to write one address lead to one letter box."""
    return channel, recipient.casefold()


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


def _number_of(point: ContactPoint) -> str:
    try:
        return mobile_number(point.value)
    except DomainError:
        return ""

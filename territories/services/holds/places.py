"""The places of an offer or of a month: which are left, and who waits for them."""

import itertools
from datetime import date

from django.db import transaction

from emile.core.context import database_context, system
from emile.core.errors import DomainError
from territories.models import Hold, Offer, WelcomeSlot
from territories.models.hold import Thing
from territories.notifications import tell_a_place_is_free


class AlreadyHeld(DomainError):
    def __init__(self) -> None:
        super().__init__(
            "Cette offre n’a plus de place libre\u00a0: d’autres l’ont retenue, ou l’attendent. Vous "
            "pouvez prendre rang dans la file d’attente.",
            code="already_held",
        )


class NotOffered(DomainError):
    def __init__(self) -> None:
        super().__init__("Cette offre n’est plus proposée.", code="not_offered")


class TooFewPlaces(DomainError):
    def __init__(self, used: int) -> None:
        super().__init__(
            f"Places de cette offre déjà retenues ou attribuées\u00a0: {used}. Libérez-en d’abord.",
            code="too_few_places",
        )


def is_offered(thing: Thing, on: date) -> bool:
    """Read again: what the caller has may be older than the lock."""
    return isinstance(thing, WelcomeSlot) or (
        Offer.objects.open_on(on).filter(pk=thing.pk).exists()
    )


def free_units_of(thing: Thing, on: date) -> list[int]:
    """A number for each place that is left, of a thing that is locked.

    Numbers that were given stay, when an offer has fewer places than before: they are counted.
    """
    used = set(Hold.objects.of(thing).live_on(on).using_a_place().values_list("unit", flat=True))
    unused = (number for number in itertools.count(1) if number not in used)
    return list(itertools.islice(unused, max(0, thing.places - len(used))))


def place_left(thing: Thing, on: date, *, before: Hold | None = None) -> int:
    """A place that is free for whoever arrives, or for one who waits. Raises AlreadyHeld."""
    free = free_units_of(thing, on)
    ahead = Hold.objects.of(thing).live_on(on).waiting()
    if before:
        ahead = ahead.filter(pk__lt=before.pk)
    if len(free) <= ahead.count():
        raise AlreadyHeld
    return free[0]


def place_whatever_was_said(thing: Thing, on: date) -> int:
    """The first number that nobody uses, beyond the capacity when it is reached."""
    used = set(Hold.objects.of(thing).live_on(on).values_list("unit", flat=True))
    return next(number for number in itertools.count(1) if number not in used)


def refuse_fewer_places(places: int, offer: Offer, on: date) -> None:
    """Than are used of an offer that is locked. Raises TooFewPlaces."""
    used = Hold.objects.of(offer).live_on(on).using_a_place().count()
    if used > places:
        raise TooFewPlaces(used)


def tell_who_waits(thing: Thing, *, on: date) -> None:
    """Those whose turn has come: as many as there are free places."""
    free = len(free_units_of(thing, on)) if is_offered(thing, on) else 0
    waiting = Hold.objects.of(thing).live_on(on).waiting().select_related("organisation")
    for hold in waiting.order_by("pk")[:free]:
        tell_a_place_is_free(hold, thing, on=on)


def tell_all_who_wait(*, on: date) -> int:
    """Of places that holds have left by running out; how many things. Safe to run twice."""
    with database_context(system("places qui se libèrent")), transaction.atomic():
        waited = Hold.objects.live_on(on).waiting()
        offers = Offer.objects.open_on(on).for_detail().filter(pk__in=waited.values("offer"))
        slots = WelcomeSlot.objects.filter(pk__in=waited.values("slot"))
        things: list[Thing] = [
            *offers.order_by("pk"),
            *slots.select_related("territory").order_by("pk"),
        ]
        for thing in things:
            tell_who_waits(thing, on=on)
    return len(things)

from territories.services.holds.acts import (
    advance_hold,
    choose_hold,
    extend_hold,
    hold_place,
    lock_all_of,
    release_attributed_of,
    release_hold,
    release_holds_of,
    release_holds_on,
    take_turn,
)
from territories.services.holds.months import give_months_back, months_of, take_month
from territories.services.holds.places import (
    AlreadyHeld,
    NotOffered,
    TooFewPlaces,
    refuse_fewer_places,
    tell_all_who_wait,
)
from territories.services.holds.undo import put_holds_back


__all__ = [
    "AlreadyHeld",
    "NotOffered",
    "TooFewPlaces",
    "advance_hold",
    "choose_hold",
    "extend_hold",
    "give_months_back",
    "hold_place",
    "lock_all_of",
    "months_of",
    "put_holds_back",
    "refuse_fewer_places",
    "release_attributed_of",
    "release_hold",
    "release_holds_of",
    "release_holds_on",
    "take_month",
    "take_turn",
    "tell_all_who_wait",
]

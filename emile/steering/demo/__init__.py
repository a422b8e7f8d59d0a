"""Fictitious households, lived through the services so that every journal row is true: twenty who are
told one by one, the others drawn."""

from emile.steering.demo.drawing import DrawnHousehold, draw_households
from emile.steering.demo.population import HOUSEHOLDS, FictitiousHousehold
from emile.steering.demo.seeding import seed_households


__all__ = [
    "HOUSEHOLDS",
    "DrawnHousehold",
    "FictitiousHousehold",
    "draw_households",
    "seed_households",
]

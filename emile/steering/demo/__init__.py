"""Twenty fictitious households, lived through the services so that every journal row is true."""

from emile.steering.demo.population import HOUSEHOLDS, FictitiousHousehold
from emile.steering.demo.story import live
from emile.steering.demo.teller import Cast


__all__ = ["HOUSEHOLDS", "Cast", "FictitiousHousehold", "live"]

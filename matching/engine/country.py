"""The real map that drawn instances lie on: territories, communes and occupations, as arrays."""

from dataclasses import dataclass
from functools import cache

import numpy as np

from matching.engine.instance import Bools, Floats, Ints
from territories.reference.files import read_rows


LEFT_FROM = "11"
OVERSEAS_STARTS = ("97", "98")
COMMUNES_PER_TERRITORY = 30
SERVICES_FROM = 3_000
KM_PER_DEGREE = 111.2

# What people look for and what territories offer, in shares of a hundred; ROME families of each.
SECTORS = {
    ("J13", "J15", "K13"): 28,
    ("G15", "G16", "G18"): 22,
    ("F16", "F17"): 12,
    ("K22",): 12,
    ("N11", "N41"): 10,
    ("A14", "D11", "H21"): 8,
    ("D12", "D15"): 5,
    ("K25", "I12", "I16"): 3,
}


@dataclass(frozen=True, slots=True)
class Country:
    """``rome_sector`` and ``rome_family`` describe occupations; the other arrays, communes."""

    territory: Ints
    latitude: Floats
    longitude: Floats
    population: Floats
    vacant: Floats
    has_services: Bools
    rome_sector: Ints
    rome_family: Ints

    @property
    def territories(self) -> int:
        return int(self.territory.max()) + 1

    def kilometres(self, members: Ints) -> Floats:
        """Between these communes, flat enough inside a territory."""
        latitude, longitude = self.latitude[members], self.longitude[members]
        north = (latitude[:, None] - latitude) * KM_PER_DEGREE
        east = (longitude[:, None] - longitude) * KM_PER_DEGREE * np.cos(np.radians(latitude))
        return np.hypot(north, east)


@cache
def country(territories: int) -> Country:
    """That many départements outside Île-de-France, those with most vacant homes first."""
    regions = {row["code"]: row["region"] for row in read_rows("departements")}
    homes: dict[str, list[dict[str, str]]] = {}
    for row in read_rows("communes"):
        code = row["departement"]
        is_host = regions.get(code) != LEFT_FROM and not code.startswith(OVERSEAS_STARTS)
        if is_host and not row["successor"] and row["latitude"] and row["population"]:
            homes.setdefault(code, []).append(row)
    vacant = {
        code: sum(int(row["vacant_homes"] or 0) for row in rows) for code, rows in homes.items()
    }
    hosts = sorted(sorted(homes, key=lambda code: (-vacant[code], code))[:territories])
    kept = [
        (number, row)
        for number, code in enumerate(hosts)
        for row in sorted(homes[code], key=lambda row: -int(row["population"]))[
            :COMMUNES_PER_TERRITORY
        ]
    ]
    sectors, families = occupations()
    population = np.array([int(row["population"]) for _, row in kept], dtype=np.float64)
    return Country(
        territory=np.array([number for number, _ in kept]),
        latitude=np.array([float(row["latitude"]) for _, row in kept]),
        longitude=np.array([float(row["longitude"]) for _, row in kept]),
        population=population,
        vacant=np.array([float(row["vacant_homes"] or 1) for _, row in kept]),
        has_services=population >= SERVICES_FROM,
        rome_sector=sectors,
        rome_family=families,
    )


def occupations() -> tuple[Ints, Ints]:
    """The sector and the family of each ROME code that the programme's people work in."""
    prefixes = [prefix for family in SECTORS for prefix in family]
    sector_of = {prefix: number for number, family in enumerate(SECTORS) for prefix in family}
    found = [row["code"][:3] for row in read_rows("occupations") if row["code"][:3] in prefixes]
    return (
        np.array([sector_of[prefix] for prefix in found]),
        np.array([prefixes.index(prefix) for prefix in found]),
    )

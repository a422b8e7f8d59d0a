"""What texts of a file may name: communes, occupations, organisations, all known beforehand."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from emile.core.questions import plain as without_accents
from operators.enums import OrganisationKind
from operators.models import Organisation
from territories.enums import OfferKind
from territories.models import Commune, Occupation, Territory


PROVIDERS = {
    OfferKind.HOME: OrganisationKind.LANDLORD,
    OfferKind.JOB: OrganisationKind.EMPLOYER,
    OfferKind.TRAINING: OrganisationKind.EMPLOYER,
}


@dataclass(frozen=True, slots=True)
class Place:
    """A commune of the territories of an import: those that it belongs to."""

    pk: int
    code: str
    name: str
    postal_codes: tuple[str, ...]
    territories: list[int]


@dataclass(frozen=True, slots=True)
class Directories:
    """Former communes answer for what they became; ``elsewhere`` names every commune by its code."""

    territories: Mapping[int, str]
    elsewhere: Mapping[str, str]
    by_code: Mapping[str, Place]
    by_name: Mapping[str, list[Place]]
    occupations: Mapping[str, int]
    occupations_by_name: Mapping[str, int]
    providers: Mapping[str, int]
    names: Mapping[str, Mapping[int | None, str]]


# Names repeat from line to line.
@lru_cache(20_000)
def plain(text: str) -> str:
    """As names and answers are compared: without accents, case nor punctuation."""
    return " ".join(re.findall(r"[a-z0-9]+", without_accents(text)))


def directories_of(kind: OfferKind, territories: Iterable[Territory]) -> Directories:
    """Six queries, whatever is asked of them afterwards."""
    kept = {territory.pk: territory.name for territory in territories}
    places, by_code = _places(kept)
    by_name: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        by_name[plain(place.name)].append(place)
    current = list(
        Occupation.objects.filter(is_current=True).order_by("pk").values_list("pk", "code", "label")
    )
    active = Organisation.objects.active().of_kind(PROVIDERS[kind]).order_by("-pk")
    providers = list(active.values_list("pk", "name"))
    return Directories(
        territories=kept,
        elsewhere=dict(Commune.objects.order_by().values_list("code", "name")),
        by_code=by_code,
        by_name=by_name,
        occupations={code: pk for pk, code, _ in current},
        occupations_by_name={plain(label): pk for pk, _, label in current},
        providers={plain(name): pk for pk, name in providers},
        names={
            "commune_id": {place.pk: place.name for place in places},
            "occupation_id": {pk: label for pk, _, label in current},
            "provider_id": dict(providers),
        },
    )


def _places(kept: Mapping[int, str]) -> tuple[list[Place], dict[str, Place]]:
    """The communes of these territories, and what their codes and former codes stand for."""
    belongs = Territory.communes.through.objects.filter(territory__in=kept)
    of_commune: dict[int, list[int]] = defaultdict(list)
    for commune, territory in belongs.order_by("pk").values_list("commune", "territory"):
        of_commune[commune].append(territory)
    rows = Commune.objects.filter(pk__in=of_commune).order_by("pk")
    places = {
        pk: Place(pk, code, name, tuple(postal_codes), of_commune[pk])
        for pk, code, name, postal_codes in rows.values_list("pk", "code", "name", "postal_codes")
    }
    former = Commune.objects.filter(successor__in=places).values_list("code", "successor__pk")
    by_code = {place.code: place for place in places.values()}
    by_code |= {code: places[successor] for code, successor in former}
    return list(places.values()), by_code

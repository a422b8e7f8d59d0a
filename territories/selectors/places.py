"""Find a commune or an occupation from what people write, and read a territory's card."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db.models import Case, F, FloatField, Func, IntegerField, Q, Value, When
from django.db.models.functions import Greatest, Length

from territories.models import Commune, Occupation, Territory
from territories.models.geography import searchable


Row = TypeVar("Row", Commune, Occupation)

LIMIT = 20
INSEE_OR_POSTAL_CODE = re.compile(r"(\d\d|2[AB])\d{3}", re.IGNORECASE)
ROME_CODE = re.compile(r"[A-N]\d{4}", re.IGNORECASE)
ABBREVIATED_SAINT = re.compile(r"\bst(e?)\b[ .-]+", re.IGNORECASE)

SHORTEST_TRIGRAM = 3

# How a name answers what was written. Only a resemblance leaves a doubt.
EXACT, BEGINNING, WITHIN, RESEMBLANCE = 3, 2, 1, 0


@dataclass(frozen=True, slots=True)
class Matches(Generic[Row]):
    """What was found, the likeliest first; ``only`` when there is nothing to choose."""

    rows: tuple[Row, ...] = ()
    only: Row | None = None


def search_communes(text: str, limit: int = LIMIT) -> Matches[Commune]:
    """By name, postal code or INSEE code; accents, hyphens and a typo are forgiven."""
    text = text.strip()
    communes = Commune.objects.for_choice()
    largest = F("population").desc(nulls_last=True)
    if INSEE_OR_POSTAL_CODE.fullmatch(text):
        of_code = communes.with_code(text.upper())
        rows = tuple(of_code.order_by(largest, "pk")[:limit])
        return Matches(rows, _single(rows))
    if not text:
        return Matches()
    asked = searchable(Value(ABBREVIATED_SAINT.sub(r"saint\1 ", text)))
    found = (
        Q(all_names_norm__contains=asked)
        | Q(all_names_norm__trigram_similar=asked)
        | Q(all_names_norm__trigram_word_similar=asked)
    )
    if len(text) < SHORTEST_TRIGRAM:
        found = Q(name_norm__startswith=asked)
    rows = tuple(
        communes.filter(found)
        .annotate(
            rank=_rank("name_norm", asked, within="all_names_norm"),
            likeness=Case(
                When(rank=RESEMBLANCE, then=_likeness("similarity", asked, "name_norm")),
                default=1.0,
            ),
        )
        .order_by("-rank", "-is_current", "-likeness", largest, "pk")[:limit]
    )
    # Others that merely look like it leave no doubt.
    return Matches(rows, _single(_ranked(rows, EXACT) or _ranked(rows, WITHIN)))


def search_occupations(text: str, limit: int = LIMIT) -> Matches[Occupation]:
    """By ROME code, or by the words of the label and those that people use instead."""
    text = text.strip()
    current = Occupation.objects.filter(is_current=True)
    if ROME_CODE.fullmatch(text):
        rows = tuple(current.filter(code=text.upper()))
        return Matches(rows, _single(rows))
    if not text:
        return Matches()
    asked = searchable(Value(text))
    rows = tuple(
        current.filter(
            Q(label_norm__contains=asked)
            | Q(label_norm__trigram_word_similar=asked)
            | Q(keywords_norm__trigram_word_similar=asked)
        )
        .annotate(
            rank=_rank("label_norm", asked, within="label_norm"),
            likeness=Greatest(
                _likeness("word_similarity", asked, "label_norm"),
                _likeness("word_similarity", asked, "keywords_norm"),
            ),
        )
        # Between equals, the shorter label is the more common occupation.
        .order_by("-likeness", "-rank", Length("label"), "pk")[:limit]
    )
    # « caissière » is in one label that is not the one people mean: only a whole label is sure.
    return Matches(rows, _single(_ranked(rows, EXACT)))


def _rank(column: str, asked: Func, *, within: str) -> Case:
    return Case(
        When(**{column: asked}, then=EXACT),
        When(**{f"{column}__startswith": asked}, then=BEGINNING),
        When(**{f"{within}__contains": asked}, then=WITHIN),
        default=RESEMBLANCE,
        output_field=IntegerField(),
    )


def _likeness(function: str, asked: Func, column: str) -> Func:
    return Func(asked, F(column), function=function, output_field=FloatField())


def _ranked(rows: Sequence[Row], at_least: int) -> list[Row]:
    return [row for row in rows if row.rank >= at_least]  # type: ignore[attr-defined]


def _single(rows: Sequence[Row]) -> Row | None:
    return rows[0] if len(rows) == 1 else None


LARGEST = 8


@dataclass(frozen=True, slots=True)
class TerritoryFigures:
    """What a territory counts, over its communes, the largest first; the homes are the census's."""

    communes: list[Commune]

    @property
    def commune_count(self) -> int:
        return len(self.communes)

    @property
    def population(self) -> int:
        return sum(commune.population or 0 for commune in self.communes)

    @property
    def homes(self) -> int:
        return sum(commune.homes or 0 for commune in self.communes)

    @property
    def vacant_homes(self) -> int:
        return sum(commune.vacant_homes or 0 for commune in self.communes)

    @property
    def departements(self) -> list[str]:
        found = {commune.departement.code: commune.departement.name for commune in self.communes}
        return [name for _, name in sorted(found.items())]

    @property
    def largest_communes(self) -> list[Commune]:
        return self.communes[:LARGEST]


def figures_of(territory: Territory) -> TerritoryFigures:
    """One query, whose rows the map draws too."""
    return TerritoryFigures(communes_of(territory))


def communes_of(territory: Territory) -> list[Commune]:
    communes = territory.communes.select_related("departement").defer("name_norm", "all_names_norm")
    return list(communes.order_by(F("population").desc(nulls_last=True), "pk"))

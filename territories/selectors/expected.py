"""What a territory expects, as people read it: a row of its page, a line under an empty board."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from emile.core.prose import euros
from emile.core.templatetags.emile import count, month
from operators.actors import Actor
from territories.enums import ExpectedKind, ExpectedStatus, OfferKind
from territories.models import FreshnessRule, Territory, TerritoryNeed, UsualHome
from territories.models.expected import EXPECTED
from territories.selectors.offers import Badge, badge_of, is_worth_confirming


TITLES = {
    ExpectedKind.JOB: "Métiers recherchés",
    ExpectedKind.HOME: "Logements habituels",
}
INTROS = {
    ExpectedKind.JOB: "Ce que les employeurs du territoire cherchent, sans annonce datée.",
    ExpectedKind.HOME: "Ce qui se libère chaque année, et le temps que cela prend.",
}
ADD_LABELS = {
    ExpectedKind.JOB: "Ajouter un métier recherché",
    ExpectedKind.HOME: "Ajouter un logement habituel",
}
# What is expected stands in for the dated offers of that kind.
INSTEAD_OF = {OfferKind.JOB: ExpectedKind.JOB, OfferKind.HOME: ExpectedKind.HOME}


@dataclass(frozen=True, slots=True)
class ExpectedRow:
    """``details`` is one line; ``may_confirm`` when one click says that it is still true."""

    expected: TerritoryNeed | UsualHome
    title: str
    details: str
    badge: Badge
    may_confirm: bool


@dataclass(frozen=True, slots=True)
class ExpectedList:
    kind: ExpectedKind
    rows: list[ExpectedRow]
    retired: list[ExpectedRow]

    @property
    def title(self) -> str:
        return TITLES[self.kind]

    @property
    def intro(self) -> str:
        return INTROS[self.kind]

    @property
    def add_label(self) -> str:
        return ADD_LABELS[self.kind]


def lists_of(
    territory: Territory, actor: Actor, day: date, rule: FreshnessRule, *, keeps: bool
) -> list[ExpectedList]:
    """Both lists of a territory, what is retired apart. One query each."""
    return [
        _list(
            kind, [row_of(one, day, rule, keeps=keeps) for one in rows_of(kind, territory, actor)]
        )
        for kind in ExpectedKind
    ]


def _list(kind: ExpectedKind, rows: list[ExpectedRow]) -> ExpectedList:
    retired = [row for row in rows if row.expected.status == ExpectedStatus.RETIRED]
    return ExpectedList(kind, [row for row in rows if row not in retired], retired)


def instead_of_offers(
    kind: OfferKind, territory: Territory, actor: Actor, day: date, rule: FreshnessRule
) -> list[ExpectedRow]:
    """What may be counted on there without a dated offer of that kind. One query, or none."""
    if kind not in INSTEAD_OF:
        return []
    known = rows_of(INSTEAD_OF[kind], territory, actor).fresh_on(day, rule)
    return [row_of(one, day, rule, keeps=False) for one in known]


def rows_of(kind: ExpectedKind, territory: Territory, actor: Actor) -> Any:
    return EXPECTED[kind].objects.visible_to(actor).of(territory).for_list()


def row_of(
    expected: TerritoryNeed | UsualHome, day: date, rule: FreshnessRule, *, keeps: bool
) -> ExpectedRow:
    return ExpectedRow(
        expected=expected,
        title=str(expected),
        details=", ".join(_in_short(expected)),
        badge=badge_of(expected, day, rule),
        may_confirm=keeps and is_worth_confirming(expected, day),
    )


def expected_url(territory: Territory) -> str:
    return reverse("territories:expected_list", args=[territory.public_id])


def _in_short(expected: TerritoryNeed | UsualHome) -> Iterator[str]:
    match expected:
        case TerritoryNeed():
            yield count(expected.number, "poste")
            yield _period(expected)
            if expected.employer:
                yield expected.employer.name
        case UsualHome():
            yield f"{expected.yearly_number} par an"
            yield f"{count(expected.delay_weeks, 'semaine')} d’attente"
            yield _rent(expected)
            if expected.landlord:
                yield expected.landlord.name


def _period(need: TerritoryNeed) -> str:
    if need.until is None:
        return f"dès {month(need.since)}"
    return f"dès {month(need.since)}, jusqu’en {month(need.until)}"


def _rent(home: UsualHome) -> str:
    lowest, highest = home.rent_from, home.rent_to
    if lowest is None:
        return "loyer inconnu" if highest is None else f"jusqu’à {euros(highest)} par mois"
    if highest is None:
        return f"à partir de {euros(lowest)} par mois"
    if lowest == highest:
        return f"{euros(lowest)} par mois"
    return f"de {euros(lowest)} à {euros(highest)} par mois"

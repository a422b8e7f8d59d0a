"""The boards of offers: where one looks, and what leads from one to another."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.utils.text import slugify

from emile.core.templatetags.emile import count
from operators.actors import Actor
from territories.enums import OfferKind
from territories.models import Commune, FreshnessRule, Territory
from territories.models.offer import OfferQuerySet
from territories.selectors.offers import ADD_LABELS, NOUNS, PLURALS, TITLES, board_url
from territories.selectors.places import communes_of
from territories.selectors.tallies import Tally, tallies_of


@dataclass(frozen=True, slots=True)
class Where:
    """The territories among which one chooses, by their slug, and what is known of the one that is
    chosen."""

    territories: dict[str, Territory]
    territory: Territory | None = None
    communes: list[Commune] = field(default_factory=list)
    tallies: list[Tally] = field(default_factory=list)

    @property
    def kept(self) -> list[Territory]:
        """Those whose board the actor writes."""
        return [one for one in self.territories.values() if one.is_kept]  # type: ignore[attr-defined]

    @property
    def offering(self) -> list[Commune]:
        """Its communes that have offers, whatever became of them, by their names."""
        known = {tally.commune_id for tally in self.tallies}
        offering = [one for one in self.communes if one.pk in known]
        return sorted(offering, key=lambda one: slugify(one.name))


def where_of(
    slug: str, actor: Actor, offers: OfferQuerySet, day: date, rule: FreshnessRule
) -> Where:
    """Of offers already scoped. One query, three when a territory is chosen."""
    choosable = Territory.objects.visible_to(actor).for_choice(actor, day)
    territories = {one.slug: one for one in choosable}
    territory = territories.get(slug)
    if territory is None:
        return Where(territories)
    tallies = tallies_of(territory, offers, day, rule)
    return Where(territories, territory, communes_of(territory), tallies)


@dataclass(frozen=True, slots=True)
class BoardPage:
    """``tabs`` are the kinds: label, address, whether it is this one. ``others`` are the boards that
    the actor keeps, by territory, when none is chosen."""

    kind: OfferKind
    territory: Territory | None
    tabs: list[tuple[str, str, bool]]
    others: list[tuple[str, str]]
    may_add: bool

    @property
    def label(self) -> str:
        where = f"\u00a0: {self.territory.name}" if self.territory else ""
        return f"{TITLES[self.kind]}{where}"

    @property
    def add_label(self) -> str:
        return ADD_LABELS[self.kind]


def board_page(kind: OfferKind, where: Where) -> BoardPage:
    """No query."""
    here, kept = where.territory, where.kept
    others = [] if here else [one for one in kept if one.is_taking_part]  # type: ignore[attr-defined]
    return BoardPage(
        kind=kind,
        territory=here,
        tabs=[(PLURALS[one], board_url(one, here), one == kind) for one in OfferKind],
        others=[(str(one), board_url(kind, one)) for one in others],
        may_add=here in kept,
    )


def links_to_boards(territory: Territory, tallies: Iterable[Tally]) -> list[tuple[str, str]]:
    """« 14 offres d’emploi » and the address of exactly those."""
    found: Counter[str] = Counter()
    for tally in tallies:
        found[tally.kind] += tally.current
    return [(count(found[kind], NOUNS[kind]), board_url(kind, territory)) for kind in OfferKind]

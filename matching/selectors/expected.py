"""What territories expect without a dated offer: told when nothing on offer suits a household."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import reduce
from operator import or_

from django.db.models import Q

from matching.verdict.facts import Case
from territories.models import FreshnessRule, Territory, TerritoryNeed, UsualHome
from territories.selectors.expected import ExpectedRow, expected_url, row_of


@dataclass(slots=True)
class ExpectedThere:
    """Of one territory, what may suit; nothing of it can be proposed."""

    territory: Territory
    rows: list[ExpectedRow] = field(default_factory=list)

    @property
    def url(self) -> str:
        return expected_url(self.territory)


def expected_for(
    case: Case, welcoming: Collection[int], rule: FreshnessRule
) -> list[ExpectedThere]:
    """By territory, in the household's order: homes, then occupations. Two queries."""
    open_there = set(welcoming) - case.refused - case.waiting
    wished = [one for one in case.wishes if one in open_there] or sorted(open_there)
    sizes = [f"T{rooms}" for rooms in range(case.least_rooms, case.most_rooms + 1)]
    homes = UsualHome.objects.fresh_on(case.today, rule).filter(_rent_q(case), typology__in=sizes)
    needs = TerritoryNeed.objects.fresh_on(case.today, rule).filter(_project_q(case))
    found: dict[int, ExpectedThere] = {}
    expected: Iterable[UsualHome | TerritoryNeed] = (
        *homes.filter(territory__in=wished).for_list(),
        *needs.filter(territory__in=wished).for_list(),
    )
    for one in expected:
        there = found.setdefault(one.territory_id, ExpectedThere(one.territory))
        there.rows.append(row_of(one, case.today, rule, keeps=False))
    return [found[territory] for territory in wished if territory in found]


def _rent_q(case: Case) -> Q:
    """A rent that nobody knows shuts nothing out."""
    if case.highest_rent is None:
        return Q()
    return Q(rent_from__isnull=True) | Q(rent_from__lte=case.highest_rent)


def _project_q(case: Case) -> Q:
    if not all(adult.projects for adult in case.adults):
        return Q()
    domains = sorted({domain for adult in case.adults for domain in adult.domains})
    return reduce(or_, (Q(occupation__code__startswith=one) for one in domains), Q(pk__in=[]))

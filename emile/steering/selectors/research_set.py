"""The research set, read from the same facts as the indicators: one row per household and step."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from django.db.models import Q, Sum

from candidates.enums import WORKS_OR_TRAINS, HousingPrecarity, Link, ReasonUse, SnapshotPoint
from candidates.models import Household, HouseholdMember, Parcours, ParcoursEvent, Reason
from emile.steering.figures.anonymity import Row, age_band, children_band, hide_territories
from emile.steering.figures.fold import PROFILED
from emile.steering.figures.measures import Measure, Milestone
from emile.steering.models import CountedFact
from territories.models import Departement, Territory


# A step that is not a milestone.
LEFT = "exit"
# Where adults were asked how they live, and the step beside which their answers stand.
POINT_OF: dict[str, SnapshotPoint] = {
    Milestone.ORIENTED: SnapshotPoint.ENTRY,
    Milestone.SETTLED: SnapshotPoint.INSTALLATION,
    Milestone.THERE_AT_M6: SnapshotPoint.M6,
    Milestone.CLOSED: SnapshotPoint.EXIT,
}
SEVERAL = "several"
WANTED = (Measure.MILESTONE, Measure.EXIT, Measure.OUTCOME, Measure.LODGING, Measure.EMPLOYMENT)
COLUMNS = (
    "parcours_id",
    "measure",
    "detail",
    "happened_on",
    "territory_id",
    "cohort",
    "household_type",
    "departure",
)
Pseudonym = Callable[[int], str]


class File(NamedTuple):
    """What the facts do not hold of one file."""

    household_id: int
    children: int | None
    birth: date | None


def research_rows(pseudonym: Pseudonym) -> list[Row]:
    """``pseudonym`` names a household from its id. Read as the platform."""
    files = _files()
    territories = dict(Territory.objects.values_list("pk", "slug"))
    rows: list[Row] = []
    for parcours_id, facts in groupby(_facts(), key=itemgetter("parcours_id")):
        if (file := files.get(parcours_id)) is not None:
            rows += _rows_of(file, list(facts), territories, pseudonym(file.household_id))
    return hide_territories(rows, {pseudonym(pk) for pk in _who_must_not_be_found()})


def regions() -> dict[str, str]:
    """The region of each département, in codes."""
    return dict(Departement.objects.values_list("code", "region__code"))


def exit_reasons() -> dict[str, str]:
    """The last words of each, by code."""
    return dict(
        Reason.objects.filter(use=ReasonUse.EXIT).order_by("pk").values_list("code", "label")
    )


def _facts() -> Iterator[dict[str, Any]]:
    facts = CountedFact.objects.filter(measure__in=WANTED).order_by("parcours_id", "happened_on")
    # What was taken back adds up to nothing.
    return facts.values(*COLUMNS).annotate(left=Sum("number")).filter(left__gt=0).iterator()


def _rows_of(
    file: File, facts: list[dict[str, Any]], territories: dict[int, str], household: str
) -> Iterator[Row]:
    told: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        told[fact["measure"]].add(fact["detail"])
    lodging = _at(told[Measure.LODGING], SnapshotPoint.ENTRY)
    for fact in facts:
        if fact["measure"] not in {Measure.MILESTONE, Measure.EXIT}:
            continue
        is_exit = fact["measure"] == Measure.EXIT
        step = LEFT if is_exit else fact["detail"]
        point = POINT_OF.get(step)
        _, reason, decided_by = fact["detail"].split("/") if is_exit else ("", "", "")
        yield Row(
            household=household,
            step=step,
            month=f"{fact['happened_on']:%Y-%m}",
            cohort=f"{fact['cohort']:%Y-%m}",
            origin=fact["departure"],
            territory=territories.get(fact["territory_id"], ""),
            household_type=fact["household_type"],
            children=children_band(file.children),
            age=age_band(file.birth, fact["cohort"]),
            lodging=_one(lodging),
            reason=reason,
            decided_by=decided_by,
            outcome=_one(told[Measure.OUTCOME]) if step == Milestone.CLOSED else "",
            employment=_work(_at(told[Measure.EMPLOYMENT], point)) if point else "",
            home=_one(_at(told[Measure.LODGING], point)) if point else "",
        )


def _at(details: set[str], point: str) -> set[str]:
    """What was answered at that point."""
    return {said for at, said in (detail.split("/") for detail in details) if at == point}


def _one(said: set[str]) -> str:
    if len(said) > 1:
        return SEVERAL
    return next(iter(said), "")


def _work(said: set[str]) -> str:
    """Whether one adult at least works or trains; "" when nobody said."""
    if not said:
        return ""
    return "no" if said.isdisjoint(WORKS_OR_TRAINS) else "yes"


def _files() -> dict[int, File]:
    births = dict(
        HouseholdMember.objects.filter(link=Link.CANDIDATE)
        .order_by("since", "pk")
        .values_list("household_id", "person__birth_date")
    )
    children = _children()
    return {
        pk: File(household_id, children.get(pk), births.get(household_id))
        for pk, household_id in Parcours.objects.order_by().values_list("pk", "household_id")
    }


def _children() -> dict[int, int]:
    """As the last act that looked at the household left them, like every fact of its file."""
    corrected = ParcoursEvent.objects.filter(corrects__isnull=False).values("corrects")
    acts = ParcoursEvent.objects.filter(kind__in=PROFILED).exclude(pk__in=corrected)
    told = acts.order_by("parcours", "sequence").values_list(
        "parcours", "payload__profile__children"
    )
    return {parcours: number for parcours, number in told.iterator() if number is not None}


def _who_must_not_be_found() -> list[int]:
    """As ``Household.hides_whereabouts`` says."""
    hidden = Q(must_not_be_found=True) | Q(housing_precarity=HousingPrecarity.VIOLENCE)
    return list(Household.objects.filter(hidden).values_list("pk", flat=True))

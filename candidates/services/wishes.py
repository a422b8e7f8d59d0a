"""What each adult would like to do, and where the household would go."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.db import transaction

from candidates.models import (
    Aspirations,
    Parcours,
    ParcoursEvent,
    Person,
    TerritoryRefusal,
    TerritoryWish,
)
from candidates.selectors import moving_adults
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.errors import DomainError, StaleVersion
from operators.actors import Actor
from territories.models import Occupation, Territory


# What an adult would love to do, what they retain for EMILE, and why these are not the same.
Projects = tuple[Occupation | None, Occupation | None, str]


class WishedAndRefused(DomainError):
    def __init__(self) -> None:
        super().__init__("Un même territoire est souhaité et refusé.", code="wished_and_refused")


@transaction.atomic
def edit_wishes(
    *,
    actor: Actor,
    parcours: Parcours,
    version: int,
    projects: Mapping[int, Projects],
    wishes: Sequence[Territory],
    skills: Mapping[int, str] | None = None,
    refused: Sequence[tuple[Territory, str]] = (),
    what_matters: str = "",
    on: date,
    now: datetime,
    reason: str = "",
) -> Parcours:
    """``projects`` and ``skills`` are by person; ``wishes`` replace the list, the preferred territory first.

    Raises StaleVersion, or ReasonNeeded when two projects differ and nobody says why.
    """
    if {territory.pk for territory in wishes} & {territory.pk for territory, _ in refused}:
        raise WishedAndRefused
    with PARCOURS_WORKFLOW.perform(
        "edit_wishes", parcours, actor=actor, on=on, now=now, reason=reason
    ) as act:
        aspirations = _next_version(act.subject, version)
        aspirations.what_matters = what_matters
        aspirations.full_clean()
        aspirations.save()
        act.payload |= {
            "projects_before": _retain(act.subject, projects, on=on),
            "wishes_before": _rank(act.subject, [territory.pk for territory in wishes]),
        }
        _refuse(act.subject, refused)
        _describe(act.subject, skills or {}, on=on)
    return act.subject


def _next_version(parcours: Parcours, version: int) -> Aspirations:
    """Version 0 is the one that nobody has begun."""
    aspirations: Aspirations | None = Aspirations.objects.filter(parcours=parcours).first()
    current = aspirations.version if aspirations else 0
    if version != current:
        raise StaleVersion(current=current)
    aspirations = aspirations or Aspirations(parcours=parcours)
    aspirations.version = current + 1
    return aspirations


def _retain(
    parcours: Parcours, projects: Mapping[int, Projects], *, on: date
) -> dict[int, tuple[int | None, int | None, str]]:
    """Give the adults who move their projects, and what those that changed were, as ids."""
    before = {}
    for adult in moving_adults(parcours, on):
        if adult.pk not in projects:
            continue
        dreamt, retained, gap = projects[adult.pk]
        was = (adult.aspirational_project_id, adult.retained_project_id, adult.project_gap)
        if was == (dreamt and dreamt.pk, retained and retained.pk, gap):
            continue
        before[adult.pk] = was
        adult.aspirational_project, adult.retained_project = dreamt, retained
        adult.project_gap = gap
        adult.save(update_fields=["aspirational_project", "retained_project", "project_gap"])
    return before


def _describe(parcours: Parcours, skills: Mapping[int, str], *, on: date) -> None:
    for adult in moving_adults(parcours, on):
        told = skills.get(adult.pk, adult.skills)
        if told != adult.skills:
            adult.skills = told
            adult.save(update_fields=["skills"])


def _rank(parcours: Parcours, territory_ids: Sequence[int]) -> list[int]:
    """Make the list this one and give what it was; ranks may collide until the commit."""
    ranks = dict(parcours.wishes.order_by("rank").values_list("territory_id", "rank"))
    parcours.wishes.exclude(territory__in=territory_ids).delete()
    for rank, territory_id in enumerate(territory_ids, start=1):
        if territory_id not in ranks:
            TerritoryWish.objects.create(parcours=parcours, territory_id=territory_id, rank=rank)
        elif ranks[territory_id] != rank:
            parcours.wishes.filter(territory=territory_id).update(rank=rank)
    return list(ranks)


def _refuse(parcours: Parcours, refused: Sequence[tuple[Territory, str]]) -> None:
    parcours.refused_territories.exclude(
        territory__in=[territory.pk for territory, _ in refused]
    ).delete()
    for territory, why in refused:
        TerritoryRefusal.objects.update_or_create(
            parcours=parcours, territory=territory, defaults={"why": why}
        )


def undo_wishes(event: ParcoursEvent) -> None:
    """Projects and ranked territories go back; what was said beside them is corrected by writing."""
    wishes = event.payload["wishes_before"]
    event.parcours.refused_territories.filter(territory__in=wishes).delete()
    _rank(event.parcours, wishes)
    for person_id, (dreamt, retained, gap) in event.payload["projects_before"].items():
        Person.objects.filter(pk=person_id).update(
            aspirational_project=dreamt, retained_project=retained, project_gap=gap
        )

"""The project, the territories a household would go to, and the action plan: one save for all."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

from django.db import transaction

from candidates.enums import PlanAxis
from candidates.models import Parcours, ParcoursEvent, Person, PlanAction, TerritoryWish
from candidates.services.diagnosis import Projects, next_version, retain_projects
from candidates.workflow import PARCOURS_WORKFLOW
from operators.actors import Actor
from territories.models import Territory


@transaction.atomic
def edit_plan(
    *,
    actor: Actor,
    parcours: Parcours,
    version: int,
    projects: Mapping[int, Projects],
    wishes: Sequence[Territory],
    finished: Collection[PlanAction],
    added: Sequence[tuple[PlanAxis, str, date | None]],
    on: date,
    now: datetime,
) -> Parcours:
    """``wishes`` replace the list, the preferred territory first. Raises StaleVersion.

    The diagnosis' version guards all this too: the projects are on both pages.
    """
    with PARCOURS_WORKFLOW.perform("edit_plan", parcours, actor=actor, on=on, now=now) as act:
        next_version(act.subject, version).save()
        act.payload |= {
            "projects_before": retain_projects(act.subject, projects, on=on),
            "wishes_before": _rank(act.subject, [territory.pk for territory in wishes]),
            "finished": _finish(act.subject, finished, on=on),
            "added": [_add(act.subject, *line) for line in added],
        }
    return act.subject


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


def _finish(parcours: Parcours, actions: Collection[PlanAction], *, on: date) -> list[int]:
    done = [action.pk for action in actions]
    parcours.plan_actions.filter(pk__in=done, done_on__isnull=True).update(done_on=on)
    return done


def _add(parcours: Parcours, axis: PlanAxis, label: str, due_on: date | None) -> int:
    action = PlanAction(parcours=parcours, axis=axis, label=label, due_on=due_on)
    action.full_clean()
    action.save()
    action_id: int = action.pk
    return action_id


@transaction.atomic
def open_positioning(
    *, actor: Actor, parcours: Parcours, on: date, now: datetime, reason: str = ""
) -> Parcours:
    """The household is ready to be proposed to a territory. Raises ReasonNeeded."""
    with PARCOURS_WORKFLOW.perform(
        "open_positioning", parcours, actor=actor, on=on, now=now, reason=reason
    ) as act:
        pass
    return act.subject


def undo_plan_edit(event: ParcoursEvent) -> None:
    _rank(event.parcours, event.payload["wishes_before"])
    PlanAction.objects.filter(pk__in=event.payload["finished"]).update(done_on=None)
    PlanAction.objects.filter(pk__in=event.payload["added"]).delete()
    undo_projects(event)


def undo_projects(event: ParcoursEvent) -> None:
    for person_id, (dreamt, retained) in event.payload["projects_before"].items():
        Person.objects.filter(pk=person_id).update(
            aspirational_project=dreamt, retained_project=retained
        )

"""What an actor may do now, as links."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from candidates.enums import Stage, Standing
from candidates.models import Parcours
from candidates.views.act_pages.page import ActPage
from candidates.views.act_pages.table import ACT_PAGES
from candidates.workflow import HAND_OVERS, PARCOURS_WORKFLOW
from emile.core.workflow import Step
from operators.actors import Actor


# At hand on every page of a file, in this order.
AT_HAND = ("note", "plan_appointment", "lose_shelter")
# What these stages wait for, where the order of the table puts an occasional act before it.
AWAITED: dict[str, str] = {
    Stage.DIAGNOSIS: "edit_diagnosis",
    Stage.PREPARATION: "edit_wishes",
    Stage.POSITIONING: "propose_placement",
    Stage.INSTALLATION: "edit_checklist",
    Stage.FOLLOW_UP: "visit",
}


@dataclass(frozen=True, slots=True)
class OfferedAct:
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class OfferedActs:
    """What this actor may do now, from the file's header.

    ``main`` moves the file on, the act that it waits for first; ``aside`` is beside the stages.
    """

    main: list[OfferedAct]
    at_hand: list[OfferedAct]
    aside: list[OfferedAct]

    @property
    def first(self) -> OfferedAct | None:
        return next(iter(self.main), None)

    @property
    def others(self) -> list[OfferedAct]:
        return self.main[1:]


def offered_acts(actor: Actor, parcours: Parcours) -> OfferedActs:
    """The steps that are about the file as a whole, and where the others have their buttons."""
    beside = {
        step.name: _act(step, parcours)
        for step in PARCOURS_WORKFLOW.offered(parcours, actor)
        if (page := ACT_PAGES.get(step.name)) and page.about is None and page.is_aside
    }
    return OfferedActs(
        main=list(_main_acts(actor, parcours)),
        at_hand=[beside[name] for name in AT_HAND if name in beside],
        aside=[act for name, act in beside.items() if name not in AT_HAND],
    )


def next_act(actor: Actor, parcours: Parcours) -> OfferedAct | None:
    """What the file waits for from this actor: the first of the acts that move it on."""
    return next(_main_acts(actor, parcours), None)


def _main_acts(actor: Actor, parcours: Parcours) -> Iterator[OfferedAct]:
    """One by one: a list of files asks each for its first act alone."""
    awaited = awaited_step(parcours)
    for step in sorted(PARCOURS_WORKFLOW.steps, key=lambda step: step.name != awaited):
        page = ACT_PAGES.get(step.name)
        if page and page.moves_on and PARCOURS_WORKFLOW.offers(step, parcours, actor):
            yield _act(step, parcours) if page.about is None else _invitation(page, parcours)


def _act(step: Step, parcours: Parcours) -> OfferedAct:
    url = reverse("candidates:act", args=[parcours.public_id, step.name])
    return OfferedAct(step.label, url)


def _invitation(page: ActPage, parcours: Parcours) -> OfferedAct:
    url = reverse(f"candidates:{page.section}", args=[parcours.public_id])
    return OfferedAct(page.invitation, f"{url}#{page.heading}")


def awaited_step(parcours: Parcours) -> str | None:
    """The hand-over of a stage that is done; otherwise what that stage waits for, if it says so."""
    if parcours.standing == Standing.STEP_DONE:
        return HAND_OVERS[parcours.stage]
    return AWAITED.get(parcours.stage)


def acts_about(actor: Actor, parcours: Parcours, about_id: UUID, *steps: str) -> list[OfferedAct]:
    """Those of these steps, in this order, that this actor may do now about one thing of the file."""
    return [
        OfferedAct(
            step.label,
            reverse("candidates:act_about", args=[parcours.public_id, step.name, about_id]),
        )
        for step in map(PARCOURS_WORKFLOW.__getitem__, steps)
        if PARCOURS_WORKFLOW.offers(step, parcours, actor)
    ]

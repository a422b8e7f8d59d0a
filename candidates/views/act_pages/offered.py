"""What an actor may do now, as links."""

from dataclasses import dataclass, field
from uuid import UUID

from django.urls import reverse

from candidates.enums import Stage, Standing
from candidates.models import Parcours
from candidates.views.act_pages.table import ACT_PAGES
from candidates.workflow import HAND_OVERS, PARCOURS_WORKFLOW
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

    main: list[OfferedAct] = field(default_factory=list)
    at_hand: list[OfferedAct] = field(default_factory=list)
    aside: list[OfferedAct] = field(default_factory=list)

    @property
    def first(self) -> OfferedAct | None:
        return next(iter(self.main), None)

    @property
    def others(self) -> list[OfferedAct]:
        return self.main[1:]


def offered_acts(actor: Actor, parcours: Parcours) -> OfferedActs:
    """The steps that are about the file as a whole, and where the others have their buttons."""
    offered = OfferedActs()
    awaited = awaited_step(parcours)
    at_hand: dict[str, OfferedAct] = {}
    for step in PARCOURS_WORKFLOW.offered(parcours, actor):
        page = ACT_PAGES.get(step.name)
        if page is None:
            continue
        if page.about is None:
            url = reverse("candidates:act", args=[parcours.public_id, step.name])
            act = OfferedAct(step.label, url)
            if step.name in AT_HAND:
                at_hand[step.name] = act
            elif step.name == awaited:
                offered.main.insert(0, act)
            else:
                (offered.aside if page.is_aside else offered.main).append(act)
        elif page.invitation:
            url = reverse(f"candidates:{page.section}", args=[parcours.public_id])
            offered.main.append(OfferedAct(page.invitation, f"{url}#{page.heading}"))
    offered.at_hand.extend(at_hand[name] for name in AT_HAND if name in at_hand)
    return offered


def awaited_step(parcours: Parcours) -> str | None:
    """The hand-over of a stage that is done; otherwise what that stage waits for, if it says so."""
    if parcours.standing == Standing.STEP_DONE:
        return HAND_OVERS[parcours.stage]
    return AWAITED.get(parcours.stage)


def next_act(actor: Actor, parcours: Parcours) -> OfferedAct | None:
    """What the file waits for from this actor: the first of the acts that move it on."""
    return offered_acts(actor, parcours).first


def acts_about(actor: Actor, parcours: Parcours, about_id: UUID, *steps: str) -> list[OfferedAct]:
    """Those of these steps, in this order, that this actor may do now about one thing of the file."""
    offered = {step.name: step for step in PARCOURS_WORKFLOW.offered(parcours, actor)}
    return [
        OfferedAct(
            offered[name].label,
            reverse("candidates:act_about", args=[parcours.public_id, name, about_id]),
        )
        for name in steps
        if name in offered
    ]

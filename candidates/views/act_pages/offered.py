"""What an actor may do now, as links."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from candidates.models import Parcours
from candidates.views.act_pages.table import ACT_PAGES
from candidates.workflow import PARCOURS_WORKFLOW
from operators.actors import Actor


@dataclass(frozen=True, slots=True)
class OfferedAct:
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class OfferedActs:
    """What this actor may do now, from the file's header."""

    main: list[OfferedAct]
    aside: list[OfferedAct]


def offered_acts(actor: Actor, parcours: Parcours) -> OfferedActs:
    """The steps that are about the file as a whole, and where the others have their buttons."""
    main: list[OfferedAct] = []
    aside: list[OfferedAct] = []
    for step in PARCOURS_WORKFLOW.offered(parcours, actor):
        page = ACT_PAGES.get(step.name)
        if page is None:
            continue
        if page.about is None:
            url = reverse("candidates:act", args=[parcours.public_id, step.name])
            (aside if page.is_aside else main).append(OfferedAct(step.label, url))
        elif page.invitation:
            url = reverse(f"candidates:{page.section}", args=[parcours.public_id])
            main.append(OfferedAct(page.invitation, f"{url}#{page.heading}"))
    return OfferedActs(main, aside)


def next_act(actor: Actor, parcours: Parcours) -> OfferedAct | None:
    """What the file waits for from this actor: the first of the acts that move it on."""
    return next(iter(offered_acts(actor, parcours).main), None)


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

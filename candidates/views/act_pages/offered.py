"""What an actor may do now, as links."""

from dataclasses import dataclass, field, replace
from typing import Any, Self
from uuid import UUID

from django.urls import reverse

from candidates.models import Parcours
from candidates.views.act_pages.page import ActPage
from candidates.views.act_pages.table import ACT_PAGES
from candidates.workflow import PARCOURS_WORKFLOW
from candidates.workflow.awaited import awaited_acts
from emile.core.workflow import Step
from operators.actors import Actor


# At hand on every page of a file, in this order.
AT_HAND = ("note", "plan_appointment", "lose_shelter")


@dataclass(frozen=True, slots=True)
class OfferedAct:
    """``section`` is the entry of the file where the link leads, if it is one."""

    label: str
    url: str
    section: str = ""


@dataclass(frozen=True, slots=True)
class OfferedActs:
    """What this actor may do now, from the file's header.

    ``first`` is what the file waits for, if this actor may do it; ``others`` also move it on;
    ``aside`` is beside the stages.
    """

    first: OfferedAct | None = None
    others: list[OfferedAct] = field(default_factory=list)
    at_hand: list[OfferedAct] = field(default_factory=list)
    aside: list[OfferedAct] = field(default_factory=list)

    def on(self, section: str) -> Self:
        """As that entry of the file offers them: it shows the buttons it would lead to itself."""
        is_here = self.first is not None and self.first.section == section
        return replace(
            self,
            first=None if is_here else self.first,
            others=[act for act in self.others if act.section != section],
        )


def offered_acts(actor: Actor, parcours: Any) -> OfferedActs:
    """The steps that are about the file as a whole, and where the others have their buttons.

    Expects ``with_awaited()``.
    """
    awaited = {act.step: act.about_id for act in awaited_acts(parcours)}
    leading: list[OfferedAct] = []
    main: list[OfferedAct] = []
    at_hand: dict[str, list[OfferedAct]] = {}
    aside: list[OfferedAct] = []
    for step in PARCOURS_WORKFLOW.offered(parcours, actor):
        act = _from_header(parcours, step, awaited.get(step.name))
        if act is None:
            continue
        if step.name in AT_HAND:
            at_hand[step.name] = [act, *_shortcut(step, act)]
        elif step.name in awaited:
            leading.append(act)
        else:
            (main if _moves_on(step) else aside).append(act)
    # Where nothing else is said, the order of the table tells what is awaited.
    first, others = (leading[:1], leading[1:] + main) if awaited else (main[:1], main[1:])
    return OfferedActs(
        first=next(iter(first), None),
        others=others,
        at_hand=[act for name in AT_HAND for act in at_hand.get(name, [])],
        aside=aside,
    )


def _from_header(parcours: Parcours, step: Step, about_id: UUID | None) -> OfferedAct | None:
    """None for an act about one thing among several, which has its button beside it."""
    page: ActPage | None = ACT_PAGES.get(step.name)
    if page is None:
        return None
    if page.about is None:
        return OfferedAct(
            step.label, reverse("candidates:act", args=[parcours.public_id, step.name])
        )
    if about_id and page.thing_page:
        args = [parcours.public_id, about_id]
        return OfferedAct(page.thing_label, reverse(f"candidates:{page.thing_page}", args=args))
    if about_id:
        return _act_about(parcours, step, about_id)
    if page.invitation:
        url = reverse(f"candidates:{page.section}", args=[parcours.public_id])
        return OfferedAct(page.invitation, f"{url}#{page.heading}", page.section)
    return None


def _shortcut(step: Step, act: OfferedAct) -> list[OfferedAct]:
    page = ACT_PAGES[step.name]
    if not page.shortcut:
        return []
    return [OfferedAct(page.shortcut, f"{act.url}?{page.shortcut_query}")]


def offered_act(actor: Actor, parcours: Parcours, name: str) -> OfferedAct | None:
    """That step about the file as a whole, if this actor may do it now."""
    step = PARCOURS_WORKFLOW[name]
    offers = PARCOURS_WORKFLOW.offers(step, parcours, actor)
    return _from_header(parcours, step, None) if offers else None


def next_act(actor: Actor, parcours: Parcours) -> OfferedAct | None:
    """``offered_acts(…).first`` alone: a list asks each of its files for nothing else."""
    awaited = {act.step: act.about_id for act in awaited_acts(parcours)}
    for step in PARCOURS_WORKFLOW.steps:
        leads = step.name in awaited if awaited else _moves_on(step)
        if not (leads and PARCOURS_WORKFLOW.offers(step, parcours, actor)):
            continue
        if act := _from_header(parcours, step, awaited.get(step.name)):
            return act
    return None


def _moves_on(step: Step) -> bool:
    page = ACT_PAGES.get(step.name)
    return page is not None and not page.is_aside and step.name not in AT_HAND


def acts_about(actor: Actor, parcours: Parcours, about_id: UUID, *steps: str) -> list[OfferedAct]:
    """Those of these steps, in this order, that this actor may do now about one thing of the file."""
    return [
        _act_about(parcours, step, about_id)
        for step in map(PARCOURS_WORKFLOW.__getitem__, steps)
        if PARCOURS_WORKFLOW.offers(step, parcours, actor)
    ]


def _act_about(parcours: Parcours, step: Step, about_id: UUID) -> OfferedAct:
    url = reverse("candidates:act_about", args=[parcours.public_id, step.name, about_id])
    return OfferedAct(step.label, url)

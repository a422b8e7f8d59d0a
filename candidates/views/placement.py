"""« Projet »: the section of a file that goes from the first proposal to the validation."""

from typing import Any, NamedTuple
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from candidates.models import Parcours
from candidates.policies import FILE_KINDS
from candidates.selectors.holds import HoldLine, lines_by_territory
from candidates.selectors.keepsake import what_is_kept
from candidates.selectors.placement import ProjectPage, StayCard, project_page
from candidates.views.act_pages import acts_about
from candidates.views.act_pages.offered import OfferedAct
from candidates.views.file import file_context, open_file
from candidates.views.reading import logs_reading
from candidates.workflow import clock
from emile.core.http import read_only
from emile.core.registry import doors, file_doors
from operators.actors import Actor
from operators.http import AppRequest, requires


class KeptThere(NamedTuple):
    """``lines`` are what is kept in that territory, each with its acts."""

    territory: str
    lines: list[tuple[HoldLine, list[OfferedAct]]]
    acts: list[OfferedAct]


ANSWERS = ("accept_placement", "decline_placement", "withdraw_placement")
HOLD_ACTS = ("follow_hold", "release_offer")
STAY_ACTS = ("report_stay", "edit_stay", "cancel_stay")


@requires(*FILE_KINDS)
@logs_reading("projet")
@read_only
def file_project(request: AppRequest, public_id: UUID) -> HttpResponse:
    parcours = open_file(request, public_id)
    page = project_page(actor=request.actor, parcours=parcours, today=timezone.localdate())
    context = file_context(request, parcours, "file_project") | {
        "page": page,
        "doors": doors(file_doors, request.actor, parcours),
        "pause_from": clock.pause_proposed_from(parcours),
        **_project_acts(request.actor, parcours, page),
        "kept": _kept(request.actor, parcours, page),
        "pending": [
            (one, acts_about(request.actor, parcours, one.public_id, *ANSWERS))
            for one in page.others
            if one.is_proposed
        ],
        "past": [one for one in page.others if not one.is_proposed],
        "stays": [
            (card, acts_about(request.actor, parcours, card.stay.public_id, *_acts_on(card)))
            for card in page.stays
        ],
        "adults": [
            (one, acts_about(request.actor, parcours, one.person.public_id, "answer_household"))
            for one in page.adults
        ],
    }
    return render(request, "candidates/sections/project.html", context)


@requires(*FILE_KINDS)
@logs_reading("ce que je garde")
@read_only
def keepsake(request: AppRequest, public_id: UUID) -> HttpResponse:
    """What leaving would change for the household: a sheet to read with it, and to print."""
    parcours, today = open_file(request, public_id), timezone.localdate()
    context = {"parcours": parcours, "today": today, "lines": what_is_kept(parcours, today)}
    return render(request, "candidates/keepsake.html", context)


def _project_acts(actor: Actor, parcours: Parcours, page: ProjectPage) -> dict[str, Any]:
    """Beside each part of the project that was accepted, what writes it."""
    if page.placement is None:
        return {}
    project_id = page.placement.public_id
    return {
        "jobs": [
            (one, acts_about(actor, parcours, one.person.public_id, "edit_job"))
            for one in page.jobs
        ],
        "home_acts": acts_about(actor, parcours, project_id, "edit_home"),
        "dates_acts": acts_about(actor, parcours, project_id, "edit_dates"),
    }


def _kept(actor: Actor, parcours: Parcours, page: ProjectPage) -> list[KeptThere]:
    """What is kept of each territory where the household may go, and what to do of it."""
    live = [
        one for one in (page.placement, *page.others) if one and (one.is_active or one.is_proposed)
    ]
    lines = lines_by_territory(parcours, live, timezone.localdate())
    return [
        KeptThere(
            placement.territory.name,
            [
                (line, acts_about(actor, parcours, line.hold.public_id, *_acts_of(line)))
                for line in lines.get(placement.territory_id, ())
            ],
            acts_about(actor, parcours, placement.public_id, "hold_offer"),
        )
        for placement in live
    ]


def _acts_of(line: HoldLine) -> tuple[str, ...]:
    if line.is_used:
        return ()
    return ("release_offer",) if line.is_taken or line.is_behind else HOLD_ACTS


def _acts_on(card: StayCard) -> tuple[str, ...]:
    """A stay that another placement had is only read."""
    is_open = card.stay.placement.is_active and not card.stay.is_cancelled
    return STAY_ACTS if is_open else ()

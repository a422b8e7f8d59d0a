"""« Installation et suivi »: the section of a file that goes from the validation to the end."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from candidates.enums import Stage
from candidates.models import Parcours
from candidates.policies import FILE_KINDS
from candidates.selectors import moving_adults
from candidates.selectors.budget import budget
from candidates.selectors.move_in import move_in_sheet
from candidates.selectors.settling import follow_up_page, installation_page, is_settled
from candidates.views.act_pages import acts_about
from candidates.views.file import file_context, open_file
from candidates.views.reading import logs_reading
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.http import read_only
from operators.actors import Actor
from operators.http import AppRequest, requires


# The acts that the section itself offers, next to what they are about.
OFFERED_HERE = (
    "commit_job",
    "commit_home",
    "edit_checklist",
    "add_aid",
    "miss_visit",
    "extend_follow_up",
    "move_date",
    "ask_news",
)


@requires(*FILE_KINDS)
@logs_reading("installation")
@read_only
def file_installation(request: AppRequest, public_id: UUID) -> HttpResponse:
    """What is being prepared; once the household has settled, what follows comes first."""
    parcours = open_file(request, public_id, "territory")
    if not is_settled(parcours):
        return _installation(request, parcours)
    context = file_context(request, parcours, "file_installation") | {
        "page": follow_up_page(parcours, timezone.localdate()),
        "here": _acts_here(request.actor, parcours),
    }
    return render(request, "candidates/sections/follow_up.html", context)


@requires(*FILE_KINDS)
@logs_reading("installation")
@read_only
def installation_detail(request: AppRequest, public_id: UUID) -> HttpResponse:
    return _installation(request, open_file(request, public_id))


def _installation(request: AppRequest, parcours: Parcours) -> HttpResponse:
    context = file_context(request, parcours, "file_installation") | {
        "page": installation_page(parcours),
        "held_back_by": _held_back_by(parcours),
        "here": _acts_here(request.actor, parcours),
        "situations": [
            (adult, acts_about(request.actor, parcours, adult.public_id, "take_snapshot"))
            for adult in moving_adults(parcours, timezone.localdate())
        ],
    }
    return render(request, "candidates/sections/installation.html", context)


def _held_back_by(parcours: Parcours) -> list[str]:
    """What an installation today would be refused for."""
    if parcours.stage != Stage.INSTALLATION:
        return []
    return PARCOURS_WORKFLOW["settle"].objections(parcours, timezone.localdate())


def _acts_here(actor: Actor, parcours: Parcours) -> dict[str, str]:
    """The address of each, for those that this actor may do."""
    return {
        step.name: reverse("candidates:act", args=[parcours.public_id, step.name])
        for step in PARCOURS_WORKFLOW.offered(parcours, actor)
        if step.name in OFFERED_HERE
    }


@requires(*FILE_KINDS)
@logs_reading("budget de l’installation")
@read_only
def installation_budget(request: AppRequest, public_id: UUID) -> HttpResponse:
    """What the installation costs, who pays, and whether the first month holds."""
    parcours = open_file(request, public_id)
    money = budget(parcours)
    lines = [
        (line, acts_about(request.actor, parcours, line.aid.public_id, "edit_aid"))
        for line in money.lines
    ]
    context = {
        "parcours": parcours,
        "budget": money,
        "lines": lines,
        "here": _acts_here(request.actor, parcours),
    }
    return render(request, "candidates/installation/budget.html", context)


@requires(*FILE_KINDS)
@logs_reading("fiche d’entrée")
@read_only
def installation_sheet(request: AppRequest, public_id: UUID) -> HttpResponse:
    """Printed for the day of the keys, in plain words for the household."""
    parcours = open_file(request, public_id)
    sheet = move_in_sheet(parcours, timezone.localdate())
    return render(
        request, "candidates/installation/sheet.html", {"parcours": parcours, "sheet": sheet}
    )

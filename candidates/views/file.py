"""What the pages of a file share: opening it in scope, its header, its entries."""

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from candidates.enums import OPEN_STAGES, Stage
from candidates.models import Parcours
from candidates.selectors.conversation import with_unread
from candidates.selectors.file import file_header, with_header
from candidates.views.act_pages import offered_acts
from candidates.views.lists import Place, place_in_list
from emile.core.templatetags.emile import count
from operators.http import AppRequest


# The entries of a file, each with the stage that makes it appear: the future stays hidden.
SECTIONS = (
    ("parcours_detail", "Synthèse", Stage.ORIENTATION),
    ("file_household", "Foyer", Stage.ORIENTATION),
    ("file_diagnosis", "Diagnostic et plan d’action", Stage.INFORMATION),
    ("file_project", "Projet", Stage.POSITIONING),
    ("file_installation", "Installation et suivi", Stage.INSTALLATION),
    ("file_exchanges", "Pièces et échanges", Stage.ORIENTATION),
)
STAGE_ORDER = [*OPEN_STAGES, Stage.CLOSED]


@dataclass(frozen=True, slots=True)
class SectionLink:
    label: str
    url: str
    is_current: bool


def open_file(request: AppRequest, public_id: UUID, *related: str) -> Parcours:
    """The file in the actor's scope, shaped for its header; ``related`` is what else the page reads
    of it. Raises Http404 for strangers."""
    mine = Parcours.objects.visible_to(request.actor)
    files = with_unread(with_header(mine, timezone.localdate(), *related), request.actor)
    return get_object_or_404(files, public_id=public_id)


def file_context(request: AppRequest, parcours: Parcours, section: str) -> dict[str, Any]:
    """What ``candidates/file.html`` shows around the section of that route name.

    One query more when one comes from the list, for the files around this one.
    """
    place = place_in_list(request, parcours)
    return {
        "header": file_header(actor=request.actor, parcours=parcours, today=timezone.localdate()),
        "acts": offered_acts(request.actor, parcours).on(section),
        "place": place,
        "sections": sections(parcours, section, place),
    }


def sections(parcours: Any, current: str, place: Place | None = None) -> list[SectionLink]:
    """Those that the file has reached; what a return left behind stays readable."""
    keep = place.keep if place else str
    reached = max(
        STAGE_ORDER.index(Stage(stage)) for stage in {parcours.stage, *parcours.stages_seen}
    )
    return [
        _with_unread(
            SectionLink(
                label,
                keep(reverse(f"candidates:{name}", args=[parcours.public_id])),
                name == current,
            ),
            parcours.unread_count if name == "file_exchanges" else 0,
        )
        for name, label, since in SECTIONS
        if STAGE_ORDER.index(since) <= reached
    ]


def _with_unread(link: SectionLink, number: int) -> SectionLink:
    """It leads to them, past the papers."""
    if not number:
        return link
    told = f"{link.label} ({count(number, 'non lu')})"
    return replace(link, label=told, url=f"{link.url}#conversation")

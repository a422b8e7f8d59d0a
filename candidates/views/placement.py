"""« Projet »: the section of a file that goes from the first proposal to the validation."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from candidates.models import Placement
from candidates.policies import FILE_KINDS
from candidates.selectors.placement import StayCard, project_page
from candidates.views.act_pages import acts_about
from candidates.views.file import file_context, open_file
from candidates.views.reading import logs_reading
from emile.core.http import read_only
from operators.http import AppRequest, requires


ANSWERS = ("accept_placement", "decline_placement", "withdraw_placement")
STAY_ACTS = ("report_stay", "edit_stay", "cancel_stay")


@requires(*FILE_KINDS)
@logs_reading("projet")
@read_only
def file_project(request: AppRequest, public_id: UUID) -> HttpResponse:
    parcours = open_file(request, public_id)
    page = project_page(actor=request.actor, parcours=parcours, today=timezone.localdate())
    context = file_context(request, parcours, "file_project") | {
        "page": page,
        "others": [
            (one, acts_about(request.actor, parcours, one.public_id, *_answers_to(one)))
            for one in page.others
        ],
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


def _answers_to(placement: Placement) -> tuple[str, ...]:
    return ANSWERS if placement.is_proposed else ()


def _acts_on(card: StayCard) -> tuple[str, ...]:
    """A stay that another placement had is only read."""
    is_open = card.stay.placement.is_active and not card.stay.is_cancelled
    return STAY_ACTS if is_open else ()

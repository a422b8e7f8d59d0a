"""« Diagnostic et plan d’action »: the section of a file that the upstream operator writes."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from candidates.enums import Stage, Theme
from candidates.policies import FILE_KINDS
from candidates.selectors.diagnosis import diagnosis_page
from candidates.selectors.information import invitations_of
from candidates.selectors.known import known_facts
from candidates.selectors.plan import plan_page
from candidates.views.act_pages import THEME_PAGE
from candidates.views.acts import play
from candidates.views.file import file_context, open_file
from candidates.views.reading import logs_reading
from candidates.workflow import PARCOURS_WORKFLOW
from candidates.workflow.clock import preparation_warning
from emile.core.http import read_only
from emile.core.once import once
from operators.http import AppRequest, requires


@requires(*FILE_KINDS)
@logs_reading("diagnostic")
@read_only
def file_diagnosis(request: AppRequest, public_id: UUID) -> HttpResponse:
    parcours = open_file(request, public_id, "aspirations", "household__sleeps_in")
    today = timezone.localdate()
    offered = {step.name for step in PARCOURS_WORKFLOW.offered(parcours, request.actor)}
    is_ahead = parcours.stage == Stage.INFORMATION
    known = known_facts(parcours, today) if is_ahead else None
    page = diagnosis_page(parcours=parcours, today=today, known=known)
    context = file_context(request, parcours, "file_diagnosis") | {
        "page": page,
        "is_ahead": is_ahead and page.diagnosis is None,
        "offered": offered,
        "today": today,
        "plan": plan_page(parcours, today),
        "preparation_warning": preparation_warning(parcours, today),
        "invitations": invitations_of(parcours),
        "can_answer": "answer_invitation" in offered,
    }
    return render(request, "candidates/sections/diagnosis.html", context)


@requires(*FILE_KINDS)
@require_http_methods(["GET", "POST"])
@once
def diagnosis_theme(request: AppRequest, public_id: UUID, theme: str) -> HttpResponse:
    if theme not in Theme.values:
        raise Http404
    parcours = open_file(request, public_id)
    return play(request, parcours, "edit_diagnosis", THEME_PAGE, Theme(theme))

"""« Pièces et échanges » of a file, and the day of a person."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from candidates import policies
from candidates.forms.writing import WriteForm
from candidates.models import Note
from candidates.policies import FILE_KINDS
from candidates.selectors.conversation import unread_in
from candidates.selectors.exchanges import exchanges_page, my_day
from candidates.views.act_pages import acts_about
from candidates.views.file import file_context, open_file
from candidates.views.reading import logs_reading, marks_read
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.http import read_only
from emile.core.uploads import ScannerKind, scanner_from_settings
from operators.http import AppRequest, requires


@requires(*FILE_KINDS)
@logs_reading("echanges")
@marks_read
@read_only
def file_exchanges(request: AppRequest, public_id: UUID, shown: list[Note]) -> HttpResponse:
    parcours = open_file(request, public_id)
    reads_papers = policies.can_read_papers(request.actor, parcours)
    today = timezone.localdate()
    page = exchanges_page(
        actor=request.actor, parcours=parcours, today=today, reads_papers=reads_papers
    )
    shown += unread_in(page.conversations)
    offered = {step.name for step in PARCOURS_WORKFLOW.offered(parcours, request.actor)}
    context = file_context(request, parcours, "file_exchanges") | {
        "page": page,
        "planned": [
            (one, acts_about(request.actor, parcours, one.public_id, "close_appointment"))
            for one in page.planned
        ],
        "can_receive": "receive_document" in offered,
        "can_upload": "upload_document" in offered,
        "can_see": "see_document" in offered,
        "can_remove": "remove_document" in offered,
        "can_remind": "remind_papers" in offered,
        "is_limited": scanner_from_settings().kind == ScannerKind.LIMITED,
        "today": today,
        "can_write": "note" in offered,
        "reads_papers": reads_papers,
        "write": WriteForm(actor=request.actor, parcours=parcours, today=today),
        "write_url": reverse("candidates:act", args=[public_id, "note"]),
    }
    return render(request, "candidates/sections/exchanges.html", context)


@requires(*FILE_KINDS)
@read_only
def day(request: AppRequest) -> HttpResponse:
    today = timezone.localdate()
    context = {"appointments": my_day(actor=request.actor, day=today), "today": today}
    return render(request, "candidates/day.html", context)

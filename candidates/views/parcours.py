"""What waits, and the file of one household."""

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from candidates.enums import Whose
from candidates.forms.writing import WriteForm
from candidates.policies import FILE_KINDS, can_edit
from candidates.selectors import todo
from candidates.selectors.brief import in_brief
from candidates.selectors.file import synthesis
from candidates.selectors.forecast import forecast
from candidates.selectors.upstream import upstream_summary
from candidates.views.act_pages import next_act, offered_act
from candidates.views.file import file_context, open_file
from candidates.views.reading import logs_reading
from candidates.views.visits import opens_a_visit
from candidates.workflow import PARCOURS_WORKFLOW
from candidates.workflow.clock import preparation_warning
from emile.core.http import read_only
from operators.http import AppRequest, requires


# Of a commune that has merged, the criteria look at the one that took its place.
PLACES = ("household__sleeps_in__successor", "household__domiciled_in__successor")
TOLD = {step.name: step.done for step in PARCOURS_WORKFLOW.steps}


@requires(*FILE_KINDS)
@opens_a_visit
@read_only
def to_do(request: AppRequest, since: datetime) -> HttpResponse:
    today = timezone.localdate()
    whose = Whose.MINE if request.GET.get("lead") == Whose.MINE else Whose.ALL
    page = todo.to_do(actor=request.actor, since=since, today=today, acts=TOLD, whose=whose)
    rows = [(parcours, next_act(request.actor, parcours)) for parcours in page.rows]
    others = [
        (parcours, offered_act(request.actor, parcours, "remind")) for parcours in page.others
    ]
    context = {
        "page": page,
        "rows": rows,
        "others": others,
        "since": since,
        "today": today,
        "whose": whose,
        "choices": Whose,
        "narrowed": f"&lead={whose}" if whose else "",
    }
    return render(request, "candidates/to_do.html", context)


@requires(*FILE_KINDS)
@logs_reading("synthese")
@read_only
def parcours_detail(request: AppRequest, public_id: UUID) -> HttpResponse:
    parcours = open_file(request, public_id, *PLACES)
    today = timezone.localdate()
    upstream = upstream_summary(parcours)
    page = synthesis(
        actor=request.actor, parcours=parcours, today=today, now=timezone.now(), acts=TOLD
    )
    context = file_context(request, parcours, "parcours_detail") | {
        "brief": in_brief(parcours, today, missing=upstream.missing, entries=page.entries),
        "page": page,
        "forecast": forecast(parcours),
        "note": WriteForm(actor=request.actor, parcours=parcours, today=today),
        "note_url": reverse("candidates:act", args=[public_id, "note"]),
        "today": today,
        "upstream": upstream,
        "preparation_warning": preparation_warning(parcours, today),
        "can_receive": can_edit(request.actor, parcours) and parcours.is_open,
    }
    return render(request, "candidates/parcours_detail.html", context)

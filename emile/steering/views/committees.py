"""« Comités »: prepare one, read its agenda, note what it decides, print it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from emile.core.errors import StaleVersion
from emile.core.http import read_only, render_form
from emile.core.once import once
from emile.core.pagination import keyset_page
from emile.steering.forms.committees import PRESENT, CommitteeForm, DecisionForm, PresenceForm
from emile.steering.models import Committee, CommitteeItem
from emile.steering.selectors.committees import CommitteePage, committee_page
from emile.steering.services.committees import (
    edit_committee,
    note_decision,
    open_committee,
    refresh_agenda,
)
from operators.enums import OrganisationKind
from operators.http import AppRequest, requires


COORDINATOR = OrganisationKind.COORDINATOR
READERS = (COORDINATOR, *PRESENT)
PAGE_SIZE = 30


@requires(*READERS)
@read_only
def committees(request: AppRequest) -> HttpResponse:
    mine = Committee.objects.visible_to(request.actor).for_list()
    page = keyset_page(mine, request, field="held_on", size=PAGE_SIZE)
    context = {"page": page, "prepares": request.actor.kind == COORDINATOR}
    return render(request, "steering/committees.html", context)


@requires(COORDINATOR)
@require_http_methods(["GET", "POST"])
@once
def committee_open(request: AppRequest) -> HttpResponse:
    form = CommitteeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        committee = open_committee(
            actor=request.actor, on=timezone.localdate(now), now=now, **form.cleaned_data
        )
        messages.success(request, "L’ordre du jour est prêt.")
        return redirect(committee)
    return render_form(request, "steering/committee_open.html", form=form)


@requires(*READERS)
@read_only
def committee(request: AppRequest, public_id: UUID) -> HttpResponse:
    context = {
        "page": _page(request, public_id),
        "prepares": request.actor.kind == COORDINATOR,
    }
    return render(request, "steering/committee.html", context)


@requires(*READERS)
@read_only
def committee_paper(request: AppRequest, public_id: UUID) -> HttpResponse:
    from emile.core.pdf import render_pdf

    page = _page(request, public_id)
    name = f"comite-{page.committee.kind}-{page.committee.held_on:%Y-%m-%d}.pdf"
    context = {"page": page, "now": timezone.now()}
    return HttpResponse(
        render_pdf("steering/pdf/committee.html", context),
        content_type="application/pdf",
        headers={
            "Content-Disposition": f'inline; filename="{name}"',
            "Cache-Control": "no-store",
        },
    )


@requires(COORDINATOR)
@require_http_methods(["GET", "POST"])
@once
def committee_edit(request: AppRequest, public_id: UUID) -> HttpResponse:
    found = _committee(request, public_id)
    initial = {
        "held_on": found.held_on,
        "organisations": found.organisations.all(),
        "version": found.version,
    }
    form = PresenceForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            edit_committee(actor=request.actor, committee=found, **form.cleaned_data)
        except StaleVersion as stale:
            messages.error(request, str(stale))
            form = PresenceForm(initial=form.cleaned_data | {"version": stale.current})
        else:
            messages.success(request, "C’est noté.")
            return redirect(found)
    return render_form(request, "steering/committee_edit.html", form=form, committee=found)


@requires(COORDINATOR)
@require_http_methods(["POST"])
@once
def committee_refresh(request: AppRequest, public_id: UUID) -> HttpResponse:
    found = _committee(request, public_id)
    refresh_agenda(actor=request.actor, committee=found, on=timezone.localdate())
    messages.success(request, "L’ordre du jour suit les dossiers d’aujourd’hui.")
    return redirect(found)


@requires(COORDINATOR)
@require_http_methods(["GET", "POST"])
@once
def committee_decision(request: AppRequest, public_id: UUID) -> HttpResponse:
    known = CommitteeItem.objects.visible_to(request.actor).for_list().select_related("committee")
    item = get_object_or_404(known, public_id=public_id)
    initial = {"decision": item.decision, "version": item.version}
    form = DecisionForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            note_decision(actor=request.actor, item=item, now=timezone.now(), **form.cleaned_data)
        except StaleVersion as stale:
            # What the other person noted is on the page; what was typed stays in the form.
            messages.error(request, str(stale))
            form = DecisionForm(initial=form.cleaned_data | {"version": stale.current})
        else:
            messages.success(request, "La décision est notée. Le dossier reste à son étape.")
            return redirect(item.committee)
    return render_form(request, "steering/committee_decision.html", form=form, item=item)


def _committee(request: AppRequest, public_id: UUID) -> Committee:
    known = Committee.objects.visible_to(request.actor).for_list()
    return get_object_or_404(known, public_id=public_id)


def _page(request: AppRequest, public_id: UUID) -> CommitteePage:
    return committee_page(_committee(request, public_id), request.actor, timezone.localdate())

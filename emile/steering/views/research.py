"""« Recherche »: a set of rows for a laboratory, asked for, decided by somebody else, downloaded."""

from functools import wraps
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from emile.core.errors import DomainError
from emile.core.http import View, download, read_only, render_form
from emile.core.once import once
from emile.core.pagination import keyset_page
from emile.steering.forms import RefusalForm, ReleaseForm
from emile.steering.models import ResearchRelease
from emile.steering.selectors.lens import EVERYTHING
from emile.steering.services.research import (
    approve_release,
    ask_release,
    log_download,
    refuse_release,
)
from operators.enums import OrganisationKind
from operators.http import AppRequest, requires


PAGE_SIZE = 30
ASKED = "La demande est faite\u00a0: une autre personne de la coordination doit l’approuver."


@requires(*EVERYTHING)
@read_only
def releases(request: AppRequest) -> HttpResponse:
    rows = ResearchRelease.objects.for_list()
    page = keyset_page(rows, request, field="asked_at", size=PAGE_SIZE)
    return render(request, "steering/research.html", {"page": page})


@requires(*EVERYTHING)
@require_http_methods(["GET", "POST"])
@once
def release_ask(request: AppRequest) -> HttpResponse:
    form = ReleaseForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        release = ask_release(actor=request.actor, now=timezone.now(), **form.cleaned_data)
        messages.success(request, ASKED)
        return redirect(release)
    return render_form(request, "steering/research_ask.html", form=form)


@requires(*EVERYTHING)
@read_only
def release(request: AppRequest, public_id: UUID) -> HttpResponse:
    found = _release(public_id)
    can_download = ResearchRelease.objects.downloadable_by(request.actor).filter(pk=found.pk)
    is_coordinator = request.actor.kind == OrganisationKind.COORDINATOR
    context = {
        "release": found,
        "can_download": can_download.exists(),
        "can_decide": found.is_waiting
        and is_coordinator
        and found.asked_by_id != request.actor.user_id,
        "downloads": found.downloads.select_related("user", "organisation").order_by("-at", "-pk"),
    }
    return render(request, "steering/research_release.html", context)


@requires(OrganisationKind.COORDINATOR)
@require_POST
@once
def release_approve(request: AppRequest, public_id: UUID) -> HttpResponse:
    found = _release(public_id)
    try:
        approve_release(actor=request.actor, release=found, now=timezone.now())
    except DomainError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "La demande est approuvée\u00a0: l’archive se prépare.")
    return redirect(found)


@requires(OrganisationKind.COORDINATOR)
@require_http_methods(["GET", "POST"])
@once
def release_refuse(request: AppRequest, public_id: UUID) -> HttpResponse:
    found = _release(public_id)
    form = RefusalForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        why = form.cleaned_data["why"]
        try:
            refuse_release(actor=request.actor, release=found, why=why, now=timezone.now())
        except DomainError as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, "La demande est refusée.")
        return redirect(found)
    return render_form(request, "steering/research_refuse.html", form=form, release=found)


def _release(public_id: UUID) -> ResearchRelease:
    return get_object_or_404(ResearchRelease.objects.for_list(), public_id=public_id)


def logs_download(view: View) -> View:
    """Outside ``read_only``, which refuses writes: the trace of what really left."""

    @wraps(view)
    def wrapper(request: AppRequest, public_id: UUID) -> HttpResponseBase:
        response = view(request, public_id)
        if request.method == "GET" and response.status_code == 200:
            found = _release(public_id)
            log_download(actor=request.actor, release=found, now=timezone.now())
        return response

    return wrapper


@requires(*EVERYTHING)
@logs_download
@read_only
def release_archive(request: AppRequest, public_id: UUID) -> HttpResponse:
    ready = ResearchRelease.objects.downloadable_by(request.actor)
    found = get_object_or_404(ready, public_id=public_id)
    name = f"emile-recherche-{found.as_of:%Y-%m-%d}.zip"
    return download(bytes(found.content), name=name, kind="application/zip")

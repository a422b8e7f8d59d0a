"""« Exports »: a list asked for as a file, waited for, taken away; and the log of them all."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from candidates.policies import FILE_KINDS
from candidates.views.lists import list_url
from emile.core.exports import ExportFormat
from emile.core.http import download, read_only, render_form
from emile.core.once import once
from emile.steering.forms.exports import ExportForm
from emile.steering.models import Export
from emile.steering.services.exports import (
    ReasonNeeded,
    ask_export,
    check_right,
    exported_files,
    list_filters,
    told,
)
from operators.http import AppRequest, requires


SHOWN = 100


@requires(*FILE_KINDS)
@read_only
def export_list(request: AppRequest) -> HttpResponse:
    """It reloads itself while one is being made."""
    exports = list(Export.objects.visible_to(request.actor).for_list()[:SHOWN])
    mine = set(
        Export.objects.of(request.actor)
        .downloadable(timezone.localdate())
        .values_list("pk", flat=True)
    )
    context = {
        "rows": [(export, export.pk in mine) for export in exports],
        "is_waiting": any(export.is_pending for export in exports),
    }
    return render(request, "steering/exports/list.html", context)


@requires(*FILE_KINDS)
@require_http_methods(["GET", "POST"])
@once
def export_ask(request: AppRequest) -> HttpResponse:
    """The rows are those of the list at the same address."""
    check_right(request.actor)
    now = timezone.now()
    filters = list_filters(request.actor, request.GET.urlencode(), now)
    form = ExportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            ask_export(
                actor=request.actor,
                query=filters.query(),
                as_format=ExportFormat(form.cleaned_data["format"]),
                reason=form.cleaned_data["reason"],
                now=now,
            )
        except ReasonNeeded as refusal:
            form.add_error("reason", str(refusal))
        else:
            messages.success(request, "L’export est noté. Son fichier est gardé trois jours.")
            return redirect("steering:export_list")
    context = {
        "words": told(filters),
        "count": exported_files(filters).count(),
        "cancel_url": list_url(filters.query()),
    }
    return render_form(request, "steering/exports/ask.html", form=form, **context)


@requires(*FILE_KINDS)
@read_only
def export_file(request: AppRequest, public_id: UUID) -> HttpResponse:
    """Its bytes, for its author alone, as long as they may export."""
    ready = (
        Export.objects.of(request.actor).downloadable(timezone.localdate()).select_related("file")
    )
    export = get_object_or_404(ready, public_id=public_id)
    check_right(request.actor)
    as_format = ExportFormat(export.format)
    name = f"emile-menages-{timezone.localtime(export.asked_at):%Y-%m-%d}.{as_format.value}"
    return download(bytes(export.file.content), name=name, kind=as_format.content_type)

"""Bring offers from a file: send it, match its columns, read what it would do, confirm."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from emile.core.errors import DomainError
from emile.core.http import read_only, render_form
from emile.core.once import once
from emile.core.pagination import keyset_page
from emile.core.tables import csv_download
from operators.enums import OrganisationKind
from operators.http import AppRequest, requires
from territories import policies
from territories.connectors.france_travail import from_settings
from territories.enums import ImportStatus, LineState, OfferKind, Origin
from territories.forms.imports import ColumnsForm, UploadForm
from territories.imports.columns import guess, template_rows
from territories.imports.tables import shape_of, unpack
from territories.models import OfferImport, Territory
from territories.models.offer import KEEPERS
from territories.selectors import imports as selectors
from territories.selectors.offers import PLURALS, board_url
from territories.services.imports import match_columns, move_import, upload_file


PAGE_SIZE = 50
MATCHABLE = (ImportStatus.UPLOADED, ImportStatus.CHECKED)
DONE = {
    "confirm": "L’import est lancé.",
    "resume": "L’import reprend où il s’était arrêté.",
    "abandon": "L’import est abandonné, et son fichier effacé.",
}


@requires(*KEEPERS)
@read_only
def import_list(request: AppRequest) -> HttpResponse:
    imports = OfferImport.objects.visible_to(request.actor).for_list()
    page = keyset_page(imports, request, field="created_at", size=PAGE_SIZE)
    context = {
        "page": page,
        "rows": selectors.rows_of(page.rows),
        "kinds": [(kind, PLURALS[kind].lower()) for kind in OfferKind],
        "sources": _sources() if request.actor.kind == OrganisationKind.COORDINATOR else [],
    }
    return render(request, "territories/imports/list.html", context)


def _sources() -> list[tuple[str, str]]:
    return selectors.source_facts(Origin.FRANCE_TRAVAIL, is_on=from_settings() is not None)


@requires(*KEEPERS)
@require_http_methods(["GET", "POST"])
@once
def import_upload(request: AppRequest, kind: OfferKind) -> HttpResponse:
    now = timezone.now()
    today = timezone.localdate(now)
    kept = Territory.objects.kept_by(request.actor, today).taking_part_on(today)
    asked = kept.filter(slug=request.GET.get("territoire", "").replace("\0", "")).first()
    form = UploadForm(
        request.POST or None,
        request.FILES or None,
        territories=kept.order_by("name", "pk"),
        initial={"territory": asked and asked.slug},
    )
    if request.method == "POST" and form.is_valid():
        imported = upload_file(
            actor=request.actor,
            kind=kind,
            territory=form.cleaned_data["territory"],
            name=form.cleaned_data["file"].name,
            content=form.content,
            table=form.table,
            on=today,
            now=now,
        )
        return redirect("territories:import_columns", imported.public_id)
    return _show_upload(request, form, kind, asked)


def _show_upload(
    request: AppRequest, form: UploadForm, kind: OfferKind, territory: Territory | None
) -> HttpResponse:
    return render_form(
        request,
        "territories/imports/upload.html",
        form=form,
        kind=kind,
        heading=f"Importer des {PLURALS[kind].lower()}",
        board_url=board_url(kind, territory),
    )


@requires(*KEEPERS)
@read_only
def import_template(request: AppRequest, kind: OfferKind) -> HttpResponse:
    return csv_download(template_rows(kind), f"modele-{PLURALS[kind].lower()}")


@requires(*KEEPERS)
@require_http_methods(["GET", "POST"])
@once
def import_columns(request: AppRequest, public_id: UUID) -> HttpResponse:
    imported = _import(request, public_id)
    if imported.status not in MATCHABLE or not policies.moves_import(request.actor, imported):
        return redirect(imported)
    kind, table = OfferKind(imported.kind), unpack(selectors.packed_rows(imported))
    known = imported.columns or selectors.remembered(
        request.actor.organisation_id, kind, shape_of(table.headers)
    )
    columns = known or guess(kind, table.headers)
    initial = {**columns, "is_all_or_nothing": imported.is_all_or_nothing}
    form = ColumnsForm(request.POST or None, kind=kind, table=table, initial=initial)
    if request.method == "POST" and form.is_valid():
        return _match(request, imported, form)
    context = {"imported": imported, "is_remembered": bool(known)}
    return render_form(request, "territories/imports/columns.html", form=form, **context)


def _match(request: AppRequest, imported: OfferImport, form: ColumnsForm) -> HttpResponse:
    try:
        match_columns(
            actor=request.actor,
            imported=imported,
            columns=form.columns,
            is_all_or_nothing=form.cleaned_data["is_all_or_nothing"],
            now=timezone.now(),
        )
    except DomainError as refusal:
        messages.error(request, str(refusal))
    return redirect(imported)


@requires(*KEEPERS)
@read_only
def import_detail(request: AppRequest, public_id: UUID) -> HttpResponse:
    imported = _import(request, public_id)
    state = request.GET.get("etat", "")
    page = keyset_page(selectors.lines_of(imported, state), request, field="place", size=PAGE_SIZE)
    context = {
        "imported": imported,
        "page": page,
        "rows": selectors.line_rows(page.rows),
        "shown": selectors.import_page(
            imported, state, may_move=policies.moves_import(request.actor, imported)
        ),
        "refused": LineState.REFUSED,
    }
    return render(request, "territories/imports/detail.html", context)


@requires(*KEEPERS)
@read_only
def import_refused(request: AppRequest, public_id: UUID) -> HttpResponse:
    imported = _import(request, public_id)
    return csv_download(selectors.refused_rows(imported), "lignes-refusees")


@requires(*KEEPERS)
@require_POST
@once
def import_move(request: AppRequest, public_id: UUID, step: str) -> HttpResponse:
    imported = _import(request, public_id)
    if step not in DONE or imported.source != Origin.FILE:
        raise Http404
    try:
        move_import(actor=request.actor, imported=imported, step=step, now=timezone.now())
    except DomainError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, DONE[step])
    return redirect(imported)


def _import(request: AppRequest, public_id: UUID) -> OfferImport:
    imports = OfferImport.objects.visible_to(request.actor).for_list()
    return get_object_or_404(imports, public_id=public_id)

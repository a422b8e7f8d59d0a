"""Views of the list under a name, and the columns that a person has chosen."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from candidates.forms.lists import ColumnsForm, SavedViewForm
from candidates.models import SavedView
from candidates.policies import FILE_KINDS, can_keep_view
from candidates.selectors.lists import shelf_of
from candidates.services.saved_views import (
    check_right,
    choose_columns,
    rename_view,
    retire_view,
    save_view,
)
from candidates.views.lists import READY_VIEWS, filters_of, list_url
from emile.core.http import read_only, render_form
from emile.core.once import once
from operators.http import AppRequest, requires


@requires(*FILE_KINDS)
@read_only
def saved_view_list(request: AppRequest) -> HttpResponse:
    views = SavedView.objects.visible_to(request.actor).for_list()
    rows = [(view, can_keep_view(request.actor, view)) for view in views]
    context = {"rows": rows, "ready_views": READY_VIEWS, "user_id": request.actor.user_id}
    return render(request, "candidates/lists/views.html", context)


@requires(*FILE_KINDS)
@require_http_methods(["GET", "POST"])
@once
def saved_view_create(request: AppRequest) -> HttpResponse:
    """The filters are those of the address."""
    filters = filters_of(request)
    if not filters.kept_query:
        messages.info(request, "Choisissez d’abord des filtres\u00a0: la vue les gardera.")
        return redirect(list_url(filters.query()))
    form = SavedViewForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            view = save_view(actor=request.actor, query=filters.kept_query, **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error("name", refusal.messages)
        else:
            messages.success(request, f"La vue «\u00a0{view.name}\u00a0» est enregistrée.")
            return redirect(view)
    context = {"filters": filters, "cancel_url": list_url(filters.query())}
    return render_form(request, "candidates/lists/save.html", form=form, **context)


@requires(*FILE_KINDS)
@require_http_methods(["GET", "POST"])
@once
def saved_view_edit(request: AppRequest, public_id: UUID) -> HttpResponse:
    view = _open(request, public_id)
    form = SavedViewForm(request.POST or None, instance=view)
    if request.method == "POST" and form.is_valid():
        try:
            rename_view(actor=request.actor, view=view, **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error("name", refusal.messages)
        else:
            messages.success(request, "La vue est à jour.")
            return redirect("candidates:saved_view_list")
    return render_form(request, "candidates/lists/edit.html", form=form, view=view)


@requires(*FILE_KINDS)
@require_http_methods(["GET", "POST"])
@once
def saved_view_retire(request: AppRequest, public_id: UUID) -> HttpResponse:
    view = _open(request, public_id)
    if request.method == "POST":
        retire_view(actor=request.actor, view=view)
        messages.success(request, f"La vue «\u00a0{view.name}\u00a0» est retirée.")
        return redirect("candidates:saved_view_list")
    whose = "Vos collègues ne la trouveront plus. " if view.is_shared else ""
    context = {
        "form": Form(),
        "title": f"Retirer la vue «\u00a0{view.name}\u00a0»\u00a0?",
        "text": f"{whose}Les dossiers qu’elle montrait ne changent pas.",
        "cancel_url": reverse("candidates:saved_view_list"),
    }
    return render(request, "candidates/lists/retire.html", context)


@requires(*FILE_KINDS)
@require_http_methods(["GET", "POST"])
@once
def list_columns(request: AppRequest) -> HttpResponse:
    """The address brings back to the same list."""
    back = list_url(request.GET.urlencode())
    form = ColumnsForm(request.POST or None, columns=shelf_of(request.actor).columns)
    if request.method == "POST" and form.is_valid():
        choose_columns(actor=request.actor, columns=form.cleaned_data["columns"])
        return redirect(back)
    return render_form(request, "candidates/lists/columns.html", form=form, cancel_url=back)


def _open(request: AppRequest, public_id: UUID) -> SavedView:
    """Raises Http404 for strangers, PermissionDenied for the colleagues it is shared with."""
    view = get_object_or_404(SavedView.objects.visible_to(request.actor), public_id=public_id)
    check_right(request.actor, view)
    return view

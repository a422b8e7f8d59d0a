"""« Réglages »: the coordinator's lists, one page each. The national level may read them."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from candidates.forms.settings import FORMS, RetireForm, SettingForm
from candidates.selectors.settings import (
    LISTS,
    SettingList,
    index_groups,
    label_of,
    list_page,
    touched_by,
)
from candidates.selectors.settings_journal import settings_journal as changes
from candidates.services.settings import (
    SettingRefused,
    add_setting,
    change_setting,
    retire_setting,
)
from emile.core.errors import StaleVersion
from emile.core.forms import Compared
from emile.core.http import read_only, render_form
from emile.core.once import once
from emile.core.registry import doors, settings_doors
from emile.core.views import conflict
from operators.enums import OrganisationKind
from operators.http import AppRequest, requires
from territories.models.setting import Setting


READERS = (OrganisationKind.COORDINATOR, OrganisationKind.NATIONAL)


@requires(*READERS)
@read_only
def settings_index(request: AppRequest) -> HttpResponse:
    context = {
        "groups": index_groups(timezone.localdate()),
        "doors": doors(settings_doors, request.actor, None),
    }
    return render(request, "candidates/settings/index.html", context)


@requires(*READERS)
@read_only
def settings_list(request: AppRequest, slug: str) -> HttpResponse:
    settings = _list(slug)
    context = {
        "page": list_page(settings, timezone.localdate()),
        "can_change": request.actor.kind == OrganisationKind.COORDINATOR,
    }
    return render(request, "candidates/settings/list.html", context)


@requires(*READERS)
@read_only
def settings_journal(request: AppRequest) -> HttpResponse:
    return render(request, "candidates/settings/journal.html", {"changes": changes()})


@requires(OrganisationKind.COORDINATOR)
@require_http_methods(["GET", "POST"])
@once
def settings_add(request: AppRequest, slug: str) -> HttpResponse:
    settings, today = _list(slug), timezone.localdate()
    if settings.is_fixed:
        raise Http404
    others = _others(settings, today)
    last = others[-1][0] if others else ""
    form = FORMS[settings.model](request.POST or None, today=today, others=others, before=last)
    if request.method == "POST" and form.is_valid():
        try:
            add_setting(
                actor=request.actor,
                settings=settings,
                today=today,
                values=form.values,
                **form.change,
            )
        except SettingRefused as refusal:
            _blame(form, refusal)
        else:
            return _done(request, settings, "La liste est à jour.")
    return _show(request, settings, form, title=f"Ajouter {settings.noun}")


@requires(OrganisationKind.COORDINATOR)
@require_http_methods(["GET", "POST"])
@once
def settings_change(request: AppRequest, slug: str, code: str) -> HttpResponse:
    settings, today = _list(slug), timezone.localdate()
    head = _head(settings, code, today)
    form = _change_form(request, settings, head, today)
    if request.method == "POST" and form.is_valid():
        try:
            change_setting(
                actor=request.actor,
                settings=settings,
                code=code,
                version=form.cleaned_data["version"],
                today=today,
                values=form.values,
                **form.change,
            )
        except StaleVersion as stale:
            current = _head(settings, code, today)
            return show_both(request, _change_form(request, settings, current, today), stale)
        except SettingRefused as refusal:
            _blame(form, refusal)
        else:
            return _done(request, settings, "La modification est enregistrée.")
    return _show(
        request, settings, form, title=f"Modifier «\u00a0{label_of(head)}\u00a0»", head=head
    )


@requires(OrganisationKind.COORDINATOR)
@require_http_methods(["GET", "POST"])
@once
def settings_retire(request: AppRequest, slug: str, code: str) -> HttpResponse:
    settings, today = _list(slug), timezone.localdate()
    head = _head(settings, code, today)
    if settings.is_fixed:
        raise Http404
    initial = {"starts_on": today, "version": head.version}
    form = RetireForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            retire_setting(
                actor=request.actor,
                settings=settings,
                code=code,
                version=form.cleaned_data["version"],
                since=form.cleaned_data["starts_on"],
                today=today,
            )
        except StaleVersion as stale:
            return conflict(request, resume_url=request.path, reason=str(stale))
        except SettingRefused as refusal:
            _blame(form, refusal)
        else:
            return _done(
                request, settings, f"«\u00a0{label_of(head)}\u00a0» est retiré de la liste."
            )
    title = f"Retirer «\u00a0{label_of(head)}\u00a0»"
    return _show(request, settings, form, title=title, head=head, is_retiring=True)


def show_both(request: AppRequest, theirs: Compared, stale: StaleVersion) -> HttpResponse:
    """Somebody else was faster: ``theirs`` is the form on what they wrote, with what was typed."""
    return conflict(
        request,
        resume_url=request.path,
        conflicts=theirs.differences(),
        kept=theirs.sent_again(stale.current),
    )


def _list(slug: str) -> SettingList:
    try:
        return LISTS[slug]
    except KeyError as error:
        raise Http404 from error


def _head(settings: SettingList, code: str, today: date) -> Setting:
    """The last version of a row; what is over is only read."""
    head = next((row for row in settings.heads(today) if row.code == code), None)
    if head is None:
        raise Http404
    return head


def _others(settings: SettingList, today: date, code: str = "") -> list[tuple[str, str]]:
    return [(row.code, label_of(row)) for row in settings.heads(today) if row.code != code]


def _change_form(
    request: AppRequest, settings: SettingList, head: Setting, today: date
) -> SettingForm:
    codes = ["", *(row.code for row in settings.heads(today))]
    return FORMS[settings.model](
        request.POST or None,
        instance=head,
        today=today,
        others=[] if settings.is_fixed else _others(settings, today, head.code),
        before=codes[codes.index(head.code) - 1],
    )


def _blame(form: Any, refusal: SettingRefused) -> None:
    form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))


def _done(request: AppRequest, settings: SettingList, told: str) -> HttpResponse:
    messages.success(request, told)
    return redirect("candidates:settings_list", settings.slug)


def _show(
    request: AppRequest, settings: SettingList, form: Any, *, title: str, **context: Any
) -> HttpResponse:
    head = context.get("head")
    return render_form(
        request,
        "candidates/settings/change.html",
        form=form,
        title=title,
        settings=settings,
        touched=touched_by(settings, head.code if head else "", timezone.localdate()),
        list_url=reverse("candidates:settings_list", args=[settings.slug]),
        **context,
    )

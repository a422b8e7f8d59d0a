"""« Informer »: one text for many, read again before it leaves, followed while it does."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from candidates import policies
from candidates.enums import Barrier, LetterFate
from candidates.forms.mailings import AUDIENCE_FORMS, WordsForm
from candidates.models import Mailing
from candidates.notifications.mailings import letter_of
from candidates.selectors import mailing_progress, mailings as selectors
from candidates.services import mailings as services
from emile.core.errors import DomainError
from emile.core.http import read_only, render_form
from emile.core.once import once
from emile.core.pagination import keyset_page
from emile.core.templatetags.emile import count
from operators.enums import OrganisationKind
from operators.http import AppRequest, requires


PAGE_SIZE = 50
# In the address of the list of recipients.
CASE = "cas"


@requires(*policies.AUDIENCES)
@read_only
def mailing_list(request: AppRequest) -> HttpResponse:
    mine = Mailing.objects.visible_to(request.actor).for_page()
    page = keyset_page(mine, request, field="created_at", size=PAGE_SIZE)
    progress = mailing_progress.progress_by_id(page.rows, timezone.now())
    context = {
        "page": page,
        "rows": [(one, progress[one.pk]) for one in page.rows],
        "audiences": policies.AUDIENCES[request.actor.kind],
    }
    return render(request, "candidates/mailings/list.html", context)


@requires(*policies.AUDIENCES)
@require_http_methods(["GET", "POST"])
@once
def mailing_start(request: AppRequest, audience: str) -> HttpResponse:
    if not policies.can_inform(request.actor, audience):
        raise Http404
    form = AUDIENCE_FORMS[audience](request.POST or None)
    if request.method == "POST" and form.is_valid():
        mailing = services.start_mailing(
            actor=request.actor, audience=audience, now=timezone.now(), **form.cleaned_data
        )
        return redirect("candidates:mailing_words", mailing.public_id)
    return render_form(request, "candidates/mailings/audience.html", form=form, mailing=None)


@requires(*policies.AUDIENCES)
@require_http_methods(["GET", "POST"])
@once
def mailing_audience(request: AppRequest, public_id: UUID) -> HttpResponse:
    mailing = _draft(request, public_id)
    if not mailing.is_draft:
        return redirect(mailing)
    kind = AUDIENCE_FORMS[mailing.audience]
    form = kind(request.POST or None, initial=kind.initial_of(mailing))
    if request.method == "POST" and form.is_valid():
        return _edit(request, mailing, form.cleaned_data)
    return render_form(request, "candidates/mailings/audience.html", form=form, mailing=mailing)


@requires(*policies.AUDIENCES)
@require_http_methods(["GET", "POST"])
@once
def mailing_words(request: AppRequest, public_id: UUID) -> HttpResponse:
    mailing = _draft(request, public_id)
    if not mailing.is_draft:
        return redirect(mailing)
    written = {"subject": mailing.subject, "text": mailing.text}
    form = WordsForm(request.POST or None, initial=written)
    if request.method == "POST" and form.is_valid():
        return _edit(request, mailing, form.cleaned_data)
    return render_form(request, "candidates/mailings/words.html", form=form, mailing=mailing)


def _edit(request: AppRequest, mailing: Mailing, changes: dict[str, Any]) -> HttpResponse:
    try:
        edited = services.edit_mailing(actor=request.actor, mailing=mailing, **changes)
    except DomainError as refusal:
        messages.error(request, str(refusal))
        return redirect("candidates:mailing_list")
    if not edited.text:
        return redirect("candidates:mailing_words", edited.public_id)
    return redirect(edited)


@requires(*policies.AUDIENCES)
@read_only
def mailing_detail(request: AppRequest, public_id: UUID) -> HttpResponse:
    mailing = _mailing(request, public_id)
    if mailing.is_draft:
        return _read_again(request, mailing)
    can_send = policies.can_send_mailing(request.actor, mailing)
    context = {
        "mailing": mailing,
        "progress": mailing_progress.progress_of(mailing, timezone.now()),
        "left_out": selectors.reasons_of(mailing.left_out),
        "can_send": can_send,
        "sees_operations": request.actor.kind == OrganisationKind.COORDINATOR,
    }
    return render(request, "candidates/mailings/progress.html", context | _letter(mailing))


def _read_again(request: AppRequest, mailing: Mailing) -> HttpResponse:
    """What would leave, and to whom, as of now."""
    now = timezone.now()
    today = timezone.localdate(now)
    ids = selectors.reached_ids(request.actor, mailing, today)
    context = {
        "mailing": mailing,
        "reach": selectors.reach_of(request.actor, mailing, today),
        "most": selectors.MOST,
        "seen": services.seal_of(mailing, ids),
        "now": now,
    }
    return render(request, "candidates/mailings/preview.html", context | _letter(mailing))


def _letter(mailing: Mailing) -> dict[str, Any]:
    example = "Prénom" if mailing.is_to_households else ""
    subject, body = letter_of(mailing, first_name=example)
    facts = selectors.audience_facts(mailing)
    return {"facts": facts, "subject": subject, "body": body}


@requires(*policies.AUDIENCES)
@read_only
def mailing_recipients(request: AppRequest, public_id: UUID) -> HttpResponse:
    """By reference or by name of the body: an address is shown nowhere."""
    mailing, case = _mailing(request, public_id), request.GET.get(CASE, "")
    if mailing.is_draft:
        barrier = case if case in Barrier.values else selectors.REACHED
        today = timezone.localdate()
        rows, field = selectors.rows_aimed_at(request.actor, mailing, today, barrier)
        title = Barrier(barrier).label if barrier else "Recevront le message"
        template = "candidates/mailings/aimed_at.html"
    else:
        fate = case if case in LetterFate.values else ""
        rows, field = mailing_progress.letters_of(mailing, fate), "pk"
        title = LetterFate(fate).label if fate else "Tous les destinataires"
        template = "candidates/mailings/letters.html"
    page = keyset_page(rows, request, field=field, size=PAGE_SIZE)
    return render(request, template, {"mailing": mailing, "page": page, "title": title})


@requires(*policies.AUDIENCES)
@require_POST
@once
def mailing_send(request: AppRequest, public_id: UUID) -> HttpResponse:
    mailing, now = _mailing(request, public_id), timezone.now()
    try:
        services.send_mailing(
            actor=request.actor,
            mailing=mailing,
            seen=request.POST.get("seen", ""),
            on=timezone.localdate(now),
            now=now,
        )
    except DomainError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "L’envoi est lancé.")
    return redirect(mailing)


@requires(*policies.AUDIENCES)
@require_POST
@once
def mailing_move(request: AppRequest, public_id: UUID, step: str) -> HttpResponse:
    if step not in STEPS:
        raise Http404
    mailing = _mailing(request, public_id)
    try:
        said = STEPS[step](request, mailing)
    except DomainError as refusal:
        messages.error(request, str(refusal))
        return redirect(mailing)
    messages.success(request, said)
    return redirect("candidates:mailing_list" if step == "supprimer" else mailing)


def _stop(request: AppRequest, mailing: Mailing) -> str:
    taken_back = services.stop_mailing(actor=request.actor, mailing=mailing, now=timezone.now())
    return f"L’envoi est arrêté\u00a0: {count(taken_back, 'message repris,messages repris')}."


def _resume(request: AppRequest, mailing: Mailing) -> str:
    services.resume_mailing(actor=request.actor, mailing=mailing)
    return "L’envoi reprend où il s’était arrêté."


def _delete(request: AppRequest, mailing: Mailing) -> str:
    services.delete_mailing(actor=request.actor, mailing=mailing)
    return "Le brouillon est supprimé."


STEPS = {"arreter": _stop, "reprendre": _resume, "supprimer": _delete}


def _mailing(request: AppRequest, public_id: UUID) -> Mailing:
    mine = Mailing.objects.visible_to(request.actor).for_page()
    return get_object_or_404(mine, public_id=public_id)


def _draft(request: AppRequest, public_id: UUID) -> Mailing:
    """To be written by those who send it; what others have sent is only read."""
    mailing = _mailing(request, public_id)
    if not policies.can_send_mailing(request.actor, mailing):
        raise PermissionDenied
    return mailing

"""The meetings of an upstream operator: planned, filled, held, cancelled."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.views.decorators.http import require_http_methods

from candidates import services
from candidates.forms.information import InviteHouseholdsForm, PresenceForm, SessionForm
from candidates.models import InformationSession
from candidates.selectors.information import attendance_sheet, to_invite
from emile.core.errors import DomainError
from emile.core.http import read_only, render_form
from emile.core.once import once
from emile.core.pagination import keyset_page
from emile.core.templatetags.emile import count, unbroken
from emile.core.workflow import ReasonNeeded
from operators.enums import OrganisationKind
from operators.http import AppRequest, requires


@requires(OrganisationKind.UPSTREAM)
@read_only
def session_list(request: AppRequest) -> HttpResponse:
    sessions = InformationSession.objects.visible_to(request.actor).for_list()
    page = keyset_page(sessions, request, field="held_on", size=25)
    context = {"page": page, "today": timezone.localdate()}
    return render(request, "candidates/sessions/list.html", context)


@requires(OrganisationKind.UPSTREAM)
@require_http_methods(["GET", "POST"])
@once
def session_create(request: AppRequest) -> HttpResponse:
    form = SessionForm(request.POST or None, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        try:
            session = services.plan_session(
                actor=request.actor, now=timezone.now(), **form.cleaned_data
            )
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
        else:
            messages.success(request, "La réunion est enregistrée.")
            return redirect(session)
    return render_form(request, "candidates/sessions/create.html", form=form)


@requires(OrganisationKind.UPSTREAM)
@require_http_methods(["GET", "POST"])
@once
def session_detail(request: AppRequest, public_id: UUID) -> HttpResponse:
    session = _open(request, public_id)
    today = timezone.localdate()
    sheet = attendance_sheet(actor=request.actor, session=session, today=today)
    form = PresenceForm(request.POST or None, guests=sheet.waiting)
    if request.method == "POST" and form.is_valid():
        return _record(request, session, form)
    return render_form(
        request, "candidates/sessions/sheet.html", form=form, sheet=sheet, today=today
    )


def _open(request: AppRequest, public_id: UUID) -> InformationSession:
    mine = InformationSession.objects.visible_to(request.actor)
    return get_object_or_404(mine.select_related("kind", "organisation"), public_id=public_id)


def _record(request: AppRequest, session: InformationSession, form: PresenceForm) -> HttpResponse:
    try:
        aside = services.record_presences(
            actor=request.actor, session=session, presences=form.presences, now=timezone.now()
        )
    except DomainError as refusal:
        messages.error(request, str(refusal))
        return redirect(session)
    recorded = len(form.presences) - len(aside.noted) - len(aside.moved)
    messages.success(request, f"{count(recorded, 'réponse')} sur la feuille.")
    for told, left in (
        ("Déjà notés par une autre personne", aside.noted),
        ("Pas notés, car le dossier a changé d’étape ou de statut", aside.moved),
    ):
        if left:
            references = format_html_join(
                ", ", "{}", ((unbroken(parcours.household.reference),) for parcours in left)
            )
            messages.warning(request, format_html("{}\u00a0: {}.", told, references))
    return redirect(session)


@requires(OrganisationKind.UPSTREAM)
@require_http_methods(["GET", "POST"])
@once
def session_invite(request: AppRequest, public_id: UUID) -> HttpResponse:
    session = _open(request, public_id)
    candidates = to_invite(actor=request.actor, session=session)
    form = InviteHouseholdsForm(request.POST or None, candidates=candidates)
    if request.method == "POST" and form.is_valid() and _invite(request, session, form):
        return redirect(session)
    return render_form(
        request,
        "candidates/sessions/invite.html",
        form=form,
        session=session,
        candidates=candidates,
    )


def _invite(request: AppRequest, session: InformationSession, form: InviteHouseholdsForm) -> bool:
    now = timezone.now()
    try:
        invited = services.invite_households(
            actor=request.actor,
            session=session,
            **form.cleaned_data,
            on=timezone.localdate(now),
            now=now,
        )
    except ReasonNeeded as refusal:
        form.ask_reason()
        form.add_error("reason", " ".join(refusal.warnings))
    except DomainError as refusal:
        form.add_error(None, str(refusal))
    else:
        messages.success(request, f"{count(invited, 'invitation')} sur la feuille.")
    return form.is_valid()


@requires(OrganisationKind.UPSTREAM)
@require_http_methods(["GET", "POST"])
@once
def session_cancel(request: AppRequest, public_id: UUID) -> HttpResponse:
    session = _open(request, public_id)
    if request.method != "POST":
        return render(request, "candidates/sessions/cancel.html", {"session": session})
    try:
        services.cancel_session(actor=request.actor, session=session, now=timezone.now())
    except DomainError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "La réunion est annulée\u00a0: les ménages invités attendent.")
    return redirect(session)


@requires(OrganisationKind.UPSTREAM)
@read_only
def session_print(request: AppRequest, public_id: UUID) -> HttpResponse:
    """The sheet to sign: the households of this operator, and nobody else's."""
    session = _open(request, public_id)
    sheet = attendance_sheet(actor=request.actor, session=session, today=timezone.localdate())
    return render(request, "candidates/sessions/print.html", {"sheet": sheet})

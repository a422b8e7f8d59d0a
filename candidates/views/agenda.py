"""One's calendar elsewhere: a private address to follow, and files to keep."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from candidates.models import InformationSession
from candidates.policies import FILE_KINDS
from candidates.selectors.agenda import agenda_of, session_moment
from emile.core.agenda import as_calendar, calendar_response
from emile.core.context import database_context
from emile.core.emails import absolute
from emile.core.http import read_only
from emile.core.once import once
from operators.enums import OrganisationKind
from operators.http import AppRequest, requires
from operators.models import CalendarFeed
from operators.selectors import feed_of
from operators.services import close_feed, open_feed


@requires(*FILE_KINDS)
@never_cache
@read_only
def agenda(request: AppRequest) -> HttpResponse:
    feed = feed_of(request.actor)
    url = absolute(reverse("candidates:agenda_feed", args=[feed.token])) if feed else ""
    return render(request, "candidates/agenda.html", {"feed": feed, "url": url})


@requires(*FILE_KINDS)
@require_POST
@once
def agenda_open(request: AppRequest) -> HttpResponse:
    open_feed(actor=request.actor, now=timezone.now())
    messages.success(request, "Voici votre adresse d’agenda.")
    return redirect("candidates:agenda")


@requires(*FILE_KINDS)
@require_POST
@once
def agenda_close(request: AppRequest) -> HttpResponse:
    close_feed(actor=request.actor)
    messages.success(request, "L’adresse ne répond plus.")
    return redirect("candidates:agenda")


@login_not_required
@never_cache
@read_only
def agenda_feed(request: HttpRequest, token: str) -> HttpResponse:
    """Calendars sign in nowhere: the address is the key, for as long as the membership is open."""
    feed = CalendarFeed.objects.of_token(token)
    if feed is None:
        raise Http404
    actor, now = feed.membership.as_actor(OrganisationKind(feed.kind)), timezone.now()
    with database_context(actor.database_context):
        moments = list(agenda_of(actor, timezone.localdate(now)))
    return calendar_response(as_calendar("EMILE", moments, now=now))


@requires(OrganisationKind.UPSTREAM)
@read_only
def session_agenda(request: AppRequest, public_id: UUID) -> HttpResponse:
    mine = InformationSession.objects.visible_to(request.actor).filter(cancelled_on=None)
    session = get_object_or_404(mine.select_related("kind"), public_id=public_id)
    content = as_calendar(session.name, [session_moment(session)], now=timezone.now())
    return calendar_response(content, file_name="reunion.ics")

"""What the pages of a board do alike: say who keeps it, try an act, show two versions."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from emile.core.errors import DomainError, StaleVersion
from emile.core.forms import Compared
from emile.core.views import conflict
from operators.http import AppRequest
from territories import policies
from territories.models import Territory
from territories.models.kept import Kept
from territories.workflow import WORKFLOWS


def check_keeps(request: AppRequest, territory: Territory) -> None:
    if not policies.keeps_board_of(request.actor, territory, timezone.localdate()):
        raise PermissionDenied(policies.WHO_KEEPS)


def too_late(request: AppRequest, kept: Kept, step: str, back: Any) -> HttpResponse | None:
    """Back when the step is not possible any more: nobody fills a form for nothing."""
    try:
        WORKFLOWS[type(kept)].check(step, kept, request.actor)
    except DomainError as refusal:
        messages.error(request, str(refusal))
        return redirect(back)
    return None


def attempt(
    request: AppRequest, act: Callable[..., Any], *, said: str, back: Any, **how: Any
) -> HttpResponse:
    """Do it now, or say why not; back either way. Raises StaleVersion."""
    now = timezone.now()
    try:
        act(actor=request.actor, on=timezone.localdate(now), now=now, **how)
    except StaleVersion:
        raise
    except DomainError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, said)
    return redirect(back)


def attempt_edition(
    request: AppRequest, act: Callable[..., Any], form: Compared, **how: Any
) -> HttpResponse:
    """The same of a form on a row that others may edit: both versions are shown to the slower."""
    try:
        return attempt(request, act, version=form.cleaned_data["version"] or 0, **how)
    except StaleVersion as stale:
        return conflict(
            request,
            resume_url=request.path,
            conflicts=form.differences(),
            kept=form.sent_again(stale.current),
        )

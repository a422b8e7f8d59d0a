"""Reads of a file leave a trace, in the transaction that shows it; so do its messages."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.utils import timezone

from candidates.models import Parcours
from candidates.selectors.conversation import last_unread
from candidates.services.notes import mark_read
from candidates.services.reading import log_reading
from operators.http import AppRequest


SHOWN = (200, 422)


def logs_reading(page: str) -> Callable[..., Any]:
    """Outside ``read_only``, which refuses writes: the trace of what was really shown.

    A form that is refused shows the file again.
    """

    def decorator(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def wrapper(
            request: AppRequest, public_id: UUID, *args: Any, **kwargs: Any
        ) -> HttpResponseBase:
            response = view(request, public_id, *args, **kwargs)
            if response.status_code in SHOWN:
                log_reading(actor=request.actor, public_id=public_id, page=page, now=timezone.now())
            return response

        return wrapper

    return decorator


def marks_read(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Outside ``read_only``, which refuses writes. Messages that come while the page is made stay
    unread: it may not show them."""

    @wraps(view)
    def wrapper(request: AppRequest, public_id: UUID) -> HttpResponseBase:
        parcours = Parcours.objects.visible_to(request.actor).filter(public_id=public_id).first()
        up_to = last_unread(actor=request.actor, parcours=parcours) if parcours else None
        response = view(request, public_id)
        if parcours and up_to and request.method == "GET" and response.status_code in SHOWN:
            mark_read(actor=request.actor, parcours=parcours, up_to=up_to, now=timezone.now())
        return response

    return wrapper

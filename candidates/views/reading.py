"""Reads of a file leave a trace, in the transaction that shows it; so do its messages."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.utils import timezone

from candidates.models import Note
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
    """Outside ``read_only``, which refuses writes. The view adds to ``shown`` the unread messages
    that its page has: those that come meanwhile stay unread."""

    @wraps(view)
    def wrapper(request: AppRequest, public_id: UUID) -> HttpResponseBase:
        shown: list[Note] = []
        response = view(request, public_id, shown=shown)
        if shown and request.method == "GET":
            last = max(shown, key=lambda note: note.pk)
            mark_read(actor=request.actor, last=last, now=timezone.now())
        return response

    return wrapper

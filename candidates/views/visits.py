"""Since when what a page shows is new to whom it is shown."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http.response import HttpResponseBase
from django.utils import timezone

from candidates.services.last_visit import open_visit
from operators.http import AppRequest


def opens_a_visit(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Outside ``read_only``, which refuses writes. The view is given ``since``."""

    @wraps(view)
    def wrapper(request: AppRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        since = now = timezone.now()
        if request.method == "GET" and request.user.is_authenticated:
            since = open_visit(actor=request.actor, signed_in_at=request.user.last_login, now=now)
        return view(request, *args, since=since, **kwargs)

    return wrapper

"""What went wrong, inside the site's frame: what happened, why, what to do, and a reference."""

import logging
import sys
import traceback
from collections.abc import Collection, Iterable
from datetime import timedelta
from typing import Any

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from emile.core.errors import StorageAway


log = logging.getLogger(__name__)

# Long enough for a database that restarts.
RETRY_AFTER_SECONDS = 10
# No link and no form sends another method: nobody would look at the page.
SHOWN = {"GET", "HEAD", "POST"}


def render_error(
    request: HttpRequest, status: int, *, template: str = "", **context: Any
) -> HttpResponse:
    """The page of an error, ``<status>.html`` unless another template is named."""
    if request.method not in SHOWN:
        return HttpResponse(status=status)
    context["reference"] = _reference(request)
    return render(request, template or f"{status}.html", context, status=status)


def _render_without_database(request: HttpRequest, status: int) -> HttpResponse:
    """Without the request, no context processor runs: no session, no person, no menu."""
    page = render_to_string(f"{status}.html", {"reference": _reference(request)})
    return HttpResponse(page, status=status)


def _reference(request: HttpRequest) -> str:
    # Missing when the error comes from a middleware above ours.
    return getattr(request, "reference", "")


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render_error(request, 400)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The sentence given to ``PermissionDenied`` says why; without one, the page stays general."""
    return render_error(request, 403, reason=str(exception or ""))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The same page for what does not exist and for what one may not know to exist."""
    return render_error(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    # Django calls its handler inside the ``except`` block.
    error = sys.exception()
    if isinstance(error, OperationalError | InterfaceError | StorageAway):
        return unavailable(request)
    if error is not None:
        # Where, and not what: the message of an error may hold what a person typed.
        where = "".join(traceback.format_tb(error.__traceback__))
        log.error("%s %s\n%s", _reference(request), type(error).__name__, where)
    return _render_without_database(request, 500)


def unavailable(request: HttpRequest) -> HttpResponse:
    """The database, or where files are kept, did not answer, or not in time."""
    response = _render_without_database(request, 503)
    response.headers["Retry-After"] = str(RETRY_AFTER_SECONDS)
    return response


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render_error(request, 403, template="403_csrf.html")


def incomplete_form(request: HttpRequest) -> HttpResponse:
    """The form came without its key: an old page, or a machine."""
    return render_error(request, 400, template="400_form.html")


def method_not_allowed(request: HttpRequest, allowed: Iterable[str]) -> HttpResponse:
    response = render_error(request, 405)
    response.headers["Allow"] = ", ".join(allowed)
    return response


def already_submitted(request: HttpRequest) -> HttpResponse:
    """A form that had already been accepted came back with other answers."""
    return render_error(request, 409, template="409_form.html", resume_url=request.path)


def conflict(
    request: HttpRequest,
    *,
    resume_url: str,
    reason: str = "",
    conflicts: Collection[tuple[str, str, str]] = (),
    kept: Collection[tuple[str, str]] = (),
) -> HttpResponse:
    """Somebody else was faster.

    ``conflicts`` are (label, mine, theirs), to read. ``kept`` are (name, value), the form as it
    would be sent again on top of theirs: its version must be the current one.
    """
    return render_error(
        request, 409, reason=reason, conflicts=conflicts, kept=kept, resume_url=resume_url
    )


def too_many_requests(request: HttpRequest, *, wait: timedelta) -> HttpResponse:
    response = render_error(request, 429, wait=wait)
    response.headers["Retry-After"] = str(int(wait.total_seconds()))
    return response

"""A short code that a person can read out on the telephone, and that the log knows."""

import logging
import secrets
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

from emile.core.views.errors import method_not_allowed


log = logging.getLogger(__name__)

# Neither I nor O, 0 nor 1: they sound or look alike.
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


def new_reference() -> str:
    code = "".join(secrets.choice(ALPHABET) for _ in range(8))
    return f"{code[:4]}-{code[4:]}"


def reference_errors(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Give each request its reference, and log it with every refusal.

    The log names the route and never the path, which may hold a secret.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        request.reference = new_reference()  # type: ignore[attr-defined]
        # PostgreSQL stores no NUL, so no session of ours has one in its key.
        request.COOKIES = {
            name: value for name, value in request.COOKIES.items() if "\0" not in value
        }
        response = get_response(request)
        # Django's own refusal has no page.
        if isinstance(response, HttpResponseNotAllowed) and not response.content:
            response = method_not_allowed(request, response.headers["Allow"].split(", "))
        if response.status_code >= 400:
            route = request.resolver_match.view_name if request.resolver_match else "-"
            log.warning(
                "%s %s %s %s",
                request.reference,  # type: ignore[attr-defined]
                response.status_code,
                request.method,
                route,
            )
        return response

    return middleware

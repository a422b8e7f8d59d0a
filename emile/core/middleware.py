"""What every request goes through: a reference for when it fails, and the door."""

import logging
import secrets
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from emile.core import parked
from emile.core.views.errors import method_not_allowed


log = logging.getLogger(__name__)

# Neither I nor O, 0 nor 1: they sound or look alike.
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


def new_reference() -> str:
    """A short code that a person can read out on the telephone, and that the log knows."""
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


class SignInMiddleware(LoginRequiredMiddleware):
    """Ask to sign in, and then show again the form that was being sent.

    The form comes back to its own page, by a GET whose ``request.POST`` holds what was typed: every
    view builds its form from there, and acts on the POST method alone.
    """

    def process_view(
        self, request: HttpRequest, view_func: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        response = super().process_view(request, view_func, args, kwargs)
        if response is None and request.method == "GET" and is_resumed(request):
            typed = parked.find_parked(request, now=timezone.now())
            if typed is not None:
                request.POST = typed  # type: ignore[assignment]
                messages.info(
                    request,
                    "Rien n’est encore enregistré\u00a0: relisez ce que vous aviez écrit, puis "
                    "envoyez-le de nouveau.",
                )
        return response

    def handle_no_permission(  # type: ignore[override]
        self, request: HttpRequest, view_func: Callable[..., Any]
    ) -> HttpResponseBase:
        if "HX-Request" in request.headers:
            # Not swapped in: what is typed stays on the page, for its own button to send.
            return HttpResponse(status=401)
        if request.method != "POST" or request.content_type not in parked.KEPT:
            return super().handle_no_permission(request, view_func)
        resume_url = parked.park(request, now=timezone.now())
        if resume_url is None:
            messages.warning(
                request,
                "Votre session a expiré\u00a0: ce que vous avez envoyé n’est pas enregistré et n’a "
                "pas pu être gardé.",
            )
            return super().handle_no_permission(request, view_func)
        messages.info(
            request,
            "Votre session a expiré\u00a0: ce que vous avez écrit est gardé une heure. "
            "Connectez-vous pour le retrouver."
            + (" Le fichier est à choisir de nouveau." if request.FILES else ""),
        )
        return redirect_to_login(resume_url)

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if not is_resumed(request):
            return response
        if request.method == "POST" and response.status_code == 302:
            parked.forget_parked(request)
        elif request.method == "GET" and response.status_code == 405:
            # A button without a page of its own.
            messages.warning(request, "Votre session avait expiré\u00a0: rien n’a été fait.")
            return redirect("home")
        return response


def is_resumed(request: HttpRequest) -> bool:
    return parked.RESUME in request.GET and request.user.is_authenticated

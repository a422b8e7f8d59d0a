"""Who acts: found anew at each request, so that a right withdrawn stops at once."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from emile.core.context import database_context
from emile.core.views import render_error
from operators import selectors
from operators.http import KIND_KEY, ORGANISATION_KEY


class CurrentActorMiddleware:
    """Set ``request.actor``, and speak to the database on that actor's behalf.

    ``request.membership`` is for the frame of the page only, which names the organisation.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        request.membership = request.actor = None
        if request.user.is_authenticated:
            current = selectors.current_membership(
                request.user.pk,
                organisation_id=request.session.get(ORGANISATION_KEY),
                kind=request.session.get(KIND_KEY),
            )
            if current:
                request.membership, kind = current
                request.actor = request.membership.as_actor(kind)
        with database_context(request.actor.database_context if request.actor else None):
            return self.get_response(request)

    def process_view(
        self, request: Any, view: Callable[..., HttpResponse], _args: Any, _kwargs: Any
    ) -> HttpResponse | None:
        """Say it clearly, from the first page on, to a person who belongs nowhere any more."""
        if request.actor or not request.user.is_authenticated:
            return None
        page = request.resolver_match
        is_public = not getattr(view, "login_required", True)
        is_landing = page.view_name == settings.LOGIN_REDIRECT_URL
        is_admin = request.user.is_superuser and (
            page.app_name == "admin" or getattr(view, "is_open_to_superusers", False)
        )
        if is_admin or (is_public and not is_landing):
            return None
        return render_error(request, 403, template="operators/no_membership.html")

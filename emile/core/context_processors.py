"""What ``base.html`` needs on every page, without a query of its own."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from emile.core.registry import menu


def site(request: HttpRequest) -> dict[str, Any]:
    # Missing when an error interrupts the request before the middleware that sets them.
    actor = getattr(request, "actor", None)
    membership = getattr(request, "membership", None)
    return {
        "actor": actor,
        "membership": membership,
        "menu": menu.links_for(actor, request.path) if actor else [],
        "is_demo": settings.IS_DEMO,
        "shows_components": settings.SHOWS_COMPONENTS,
    }

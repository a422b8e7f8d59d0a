"""The request after the middleware, and the gates of the pages that belong to some."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django_htmx.middleware import HtmxDetails

from operators.actors import Actor, Hat
from operators.enums import OrganisationKind


View = Callable[..., HttpResponseBase]

# What the session remembers of the person's choice; the right itself is looked up each time.
ORGANISATION_KEY = "organisation_id"
KIND_KEY = "kind"


class AppRequest(HttpRequest):
    """Types the middleware's promise: a signed-in view always has an actor."""

    actor: Actor
    htmx: HtmxDetails


def requires(*kinds: OrganisationKind) -> Callable[[View], View]:
    """Open the page to some kinds of organisation; the others read why they are refused."""
    names = " ou ".join(kind.label for kind in kinds)

    def decorator(view: View) -> View:
        @wraps(view)
        def wrapper(request: AppRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            is_named = request.actor is not None and request.actor.kind in kinds
            is_open = getattr(wrapper, "is_open_to_superusers", False)
            if not is_named and not (is_open and request.user.is_superuser):
                raise PermissionDenied(f"Cette page est réservée au rôle «\u00a0{names}\u00a0».")
            return view(request, *args, **kwargs)

        return wrapper

    return decorator


def requires_manager(view: View) -> View:
    """Open the page to those who administer the members of their organisation."""

    @wraps(view)
    def wrapper(request: AppRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.actor is None or not request.actor.is_manager:
            raise PermissionDenied("Cette page est réservée aux responsables de l’organisation.")
        return view(request, *args, **kwargs)

    return wrapper


def wear(request: AppRequest, hat: Hat) -> None:
    """Act under this hat from the next request on."""
    request.session[ORGANISATION_KEY] = hat.actor.organisation_id
    request.session[KIND_KEY] = hat.actor.kind.value


def open_to_superusers(view: View) -> View:
    """Let those who run the platform in too, be it without any organisation.

    The page then has no actor, and the database shows it no file.
    """
    view.is_open_to_superusers = True  # type: ignore[attr-defined]
    return view

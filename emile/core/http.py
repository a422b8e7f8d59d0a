"""What the project adds to Django's request handling."""

from collections.abc import Callable
from functools import wraps
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Any

from django.conf import settings
from django.db import connection
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.http import content_disposition_header


View = Callable[..., HttpResponseBase]
Address = IPv4Address | IPv6Address
# What one subscriber is given: changing address inside it costs nothing.
SUBSCRIBER_PREFIX = 64
WRITES = ("INSERT", "UPDATE", "DELETE", "MERGE", "TRUNCATE", "COPY")


class ReadOnlyViolation(RuntimeError):
    """A page that promises to change nothing tried to."""


def _refuse_writes(execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
    if str(sql).lstrip().upper().startswith(WRITES):
        raise ReadOnlyViolation(sql)
    return execute(sql, params, many, context)


def read_only(view: View) -> View:
    """Refuse writes while the view runs; other methods than GET and HEAD get 405.

    The response is rendered inside, so that a template can't write either. What must be written
    for the sake of reading (the log of reads) is written by a decorator placed outside this one.
    """

    @wraps(view)
    def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method not in {"GET", "HEAD"}:
            from emile.core.views import method_not_allowed

            return method_not_allowed(request, ["GET", "HEAD"])
        with connection.execute_wrapper(_refuse_writes):
            return view(request, *args, **kwargs)

    return wrapper


def render_form(
    request: HttpRequest, template: str, *, form: BaseForm, **context: Any
) -> HttpResponse:
    """The page of a form; a form refused is a 422, which a machine reads as people read it."""
    status = 422 if form.errors else 200
    return render(request, template, {"form": form, **context}, status=status)


def download(content: bytes, *, name: str, kind: str) -> HttpResponse:
    """A file for whoever asked, and for no cache on the way."""
    headers = {
        "Content-Disposition": content_disposition_header(as_attachment=True, filename=name) or "",
        "Cache-Control": "no-store",
    }
    return HttpResponse(content, content_type=kind, headers=headers)


def client_address(request: HttpRequest) -> str | None:
    """Where the request comes from, to count attempts; None when the server does not say.

    Each proxy adds on the right of ``X-Forwarded-For`` the address that speaks to it: read from the
    right, the first one that is not a proxy of ours is the last that can be believed. An IPv6
    client is its whole /64.
    """
    address = _address(request.META.get("REMOTE_ADDR", ""))
    hops = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    while hops and address and any(address in network for network in settings.TRUSTED_PROXIES):
        before = _address(hops.pop())
        if before is None:
            break
        address = before
    if isinstance(address, IPv6Address):
        address = IPv6Network((address, SUBSCRIBER_PREFIX), strict=False).network_address
    return str(address) if address else None


def _address(text: str) -> Address | None:
    """With or without port, brackets, quotes and zone: proxies write what they like."""
    text = text.strip().strip('"')
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address

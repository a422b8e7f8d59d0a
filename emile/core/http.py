"""What the project adds to Django's request handling."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import connection
from django.http import HttpRequest
from django.http.response import HttpResponseBase


View = Callable[..., HttpResponseBase]
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

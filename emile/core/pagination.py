"""Pages of a list by key: a page costs the same at the millionth row, and nothing is counted."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.http import HttpRequest


ModelT = TypeVar("ModelT", bound=models.Model)
AFTER, BEFORE = "apres", "avant"
BOUND = 1000


@dataclass(frozen=True, slots=True)
class KeysetPage(Generic[ModelT]):
    """The rows of a page and the addresses of its neighbours, empty at the ends.

    ``count`` stops at a thousand: « plus de 1 000 » is said beyond. It is zero where nobody asked for it.
    """

    rows: list[ModelT]
    previous_url: str
    next_url: str
    count: int

    @property
    def is_beyond(self) -> bool:
        return self.count > BOUND


def keyset_page(
    queryset: models.QuerySet[ModelT],
    request: HttpRequest,
    *,
    field: str,
    size: int,
    is_counted: bool = True,
) -> KeysetPage[ModelT]:
    """The page that the address asks for, latest ``field`` first, then latest row."""
    backwards = BEFORE in request.GET
    cursor = _decode(request.GET.get(BEFORE if backwards else AFTER, ""))
    ordered = queryset.order_by(field, "pk") if backwards else queryset.order_by(f"-{field}", "-pk")
    rows = list(_beyond(ordered, field, cursor, backwards)[: size + 1])
    has_more = len(rows) > size
    rows = rows[:size]
    if backwards:
        rows.reverse()
    has_next = bool(rows) and (has_more or backwards)
    has_previous = bool(rows) and (has_more if backwards else cursor is not None)
    return KeysetPage(
        rows=rows,
        previous_url=_url(request, BEFORE, rows[0], field) if has_previous else "",
        next_url=_url(request, AFTER, rows[-1], field) if has_next else "",
        count=_count(queryset) if is_counted else 0,
    )


def _count(queryset: models.QuerySet[ModelT]) -> int:
    return len(queryset.order_by().values_list("pk", flat=True)[: BOUND + 1])


def keyset_neighbours(
    queryset: models.QuerySet[ModelT], row: models.Model, *, field: str
) -> tuple[ModelT | None, ModelT | None]:
    """What precedes and what follows a row in the order of ``keyset_page``; it need not be there
    any more. One query."""
    key = getattr(row, field)
    cursor = [str(key), row.pk]
    before = _beyond(queryset.order_by(field, "pk"), field, cursor, backwards=True)
    after = _beyond(queryset.order_by(f"-{field}", "-pk"), field, cursor, backwards=False)
    found = {
        (getattr(one, field), one.pk) > (key, row.pk): one
        for one in before[:1].union(after[:1], all=True)
    }
    return found.get(True), found.get(False)


def _beyond(
    queryset: models.QuerySet[ModelT], field: str, cursor: list[Any] | None, backwards: bool
) -> models.QuerySet[ModelT]:
    if cursor is None:
        return queryset
    key, pk = cursor
    side = "gt" if backwards else "lt"
    try:
        return queryset.filter(
            Q(**{f"{field}__{side}": key}) | Q(**{field: key, f"pk__{side}": pk})
        )
    except (ValidationError, ValueError, TypeError):
        return queryset


def _decode(cursor: str) -> list[Any] | None:
    """None for a cursor that is absent or was tampered with: the list then starts again."""
    try:
        decoded = json.loads(urlsafe_b64decode(cursor.encode()))
        key, pk = decoded
        return [str(key), int(pk)]
    except (NotBase64, ValueError, TypeError, OverflowError, RecursionError):
        return None


def _url(request: HttpRequest, side: str, row: models.Model, field: str) -> str:
    query = request.GET.copy()
    query.pop(AFTER, None)
    query.pop(BEFORE, None)
    cursor = json.dumps([str(getattr(row, field)), row.pk])
    query[side] = urlsafe_b64encode(cursor.encode()).decode()
    return f"?{query.urlencode()}"

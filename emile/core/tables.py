"""Tables that leave the site, as spreadsheets of here open them."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from django.http import HttpResponse

from emile.core.exports.as_csv import harmless


def as_csv(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """As spreadsheets of here open it, and never as formulas."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    yield "\ufeff"
    for row in rows:
        writer.writerow([harmless(cell) for cell in row])
        yield out.getvalue()
        out.seek(0)
        out.truncate()


def csv_download(rows: Iterable[Sequence[str]], name: str) -> HttpResponse:
    response = HttpResponse(as_csv(rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response

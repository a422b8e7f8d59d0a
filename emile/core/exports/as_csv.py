"""CSV as spreadsheets of here open it: marked as UTF-8, split by « ; », decimal commas."""

import csv
import io
from datetime import date, datetime
from decimal import Decimal
from typing import IO

from emile.core.exports.table import Kind, Table, Value, clean


# A spreadsheet takes for a formula what begins so, blanks and full-width twins included.
ACTIVE = tuple("=+-@|\uff1d\uff0b\uff0d\uff20")
INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\u00ad"


def write_csv(table: Table, out: IO[bytes]) -> int:
    """Every cell is quoted: one opened with another separator is not cut into an active one. What
    the file says of itself comes last, after an empty line, for the first one is the header."""
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    text.write("\ufeff")
    lines = csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL)
    lines.writerow([harmless(clean(column.label)) for column in table.columns])
    kinds = [column.kind for column in table.columns]
    count = 0
    for row in table.rows:
        lines.writerow([cell(value, kind) for value, kind in zip(row, kinds, strict=True)])
        count += 1
    text.write("\r\n")
    lines.writerows([[label, cell(value, Kind.TEXT)] for label, value in table.about(count)])
    text.flush()
    # The stream belongs to whoever gave it.
    text.detach()
    return count


def cell(value: Value, kind: Kind) -> str:
    match value:
        case None:
            return ""
        case str():
            return harmless(clean(value))
        case datetime():
            return f"{value:%d/%m/%Y %H:%M}"
        case date():
            return f"{value:%d/%m/%Y}"
        case _ if kind is Kind.PERCENT:
            return f"{plain(round(Decimal(str(value)) * 100, 1))}\u00a0%"
        case _:
            return plain(value)


def plain(value: float | Decimal) -> str:
    text = format(value, "f") if isinstance(value, Decimal) else str(value)
    return text.replace(".", ",")


def harmless(text: str) -> str:
    seen = text.lstrip().lstrip(INVISIBLE).lstrip()
    is_active = seen.startswith(ACTIVE) or text.startswith(("\t", "\r", "\n"))
    return f"'{text}" if is_active else text

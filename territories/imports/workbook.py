"""Turn a workbook into CSV, in a process whose memory and time are bounded.

A workbook of a few kilobytes may unfold into gigabytes, or have one cell a million lines down: what
reads it may die of it, and nothing else does. Run with ``-m``: bytes in, CSV out. Formulas are
never computed: their last value is read.
"""

import csv
import io
import sys
from datetime import date, datetime, time
from typing import Any

from emile.core.bounded import ReaderDied, bind, run_bounded


UNREADABLE = 3


class UnreadableWorkbook(Exception):
    """It is damaged, or too much for the bounds above."""


def to_csv(content: bytes) -> bytes:
    """The first sheet. Raises UnreadableWorkbook."""
    try:
        return run_bounded("territories.imports.workbook", content)
    except ReaderDied as death:
        raise UnreadableWorkbook from death


def as_text(cell: Any) -> str:
    """As a person would write it: whole numbers without point, days first year, oui and non."""
    match cell:
        case bool():
            return "oui" if cell else "non"
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime() if cell.time() == time():
            return cell.date().isoformat()
        case date() | time():
            return cell.isoformat()
        case _:
            return str(cell)


def main() -> int:
    bind()
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
        sheet = book.get_sheet_by_index(0)
    except (CalamineError, MemoryError, IndexError):
        return UNREADABLE
    out = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="")
    writer = csv.writer(out)
    # What precedes the first written cell is not given: lines would lose their number.
    writer.writerows([] for _ in range(sheet.start[0] if sheet.start else 0))
    writer.writerows([as_text(cell) for cell in row] for row in sheet.iter_rows())
    out.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""XLSX: cells have their type, the header stays in sight and filters, memory does not grow."""

from datetime import date
from typing import IO, Any

from xlsxwriter import Workbook

from emile.core.exports.table import Kind, Row, Table, Value, clean


# A sheet ends there, header included.
MOST_ROWS = 1_048_576
FORMATS = {
    # The mark that spreadsheets put before a text that looks like a formula: typed again, it stays one.
    Kind.TEXT: {"num_format": "@", "quote_prefix": True, "valign": "top"},
    Kind.WHOLE: {"num_format": "#,##0", "valign": "top"},
    Kind.DECIMAL: {"num_format": "General", "valign": "top"},
    Kind.DATE: {"num_format": "dd/mm/yyyy", "valign": "top"},
    Kind.PERCENT: {"num_format": "0.0\u00a0%", "valign": "top"},
    Kind.MONEY: {"num_format": "#,##0.00\u00a0€", "valign": "top"},
}
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


class TooManyRows(ValueError):
    """More than a sheet holds: to be asked for as CSV."""


def write_xlsx(table: Table, out: IO[bytes]) -> int:
    """Raises TooManyRows. The sheet « À propos » says what the file holds."""
    book = Workbook(out, OPTIONS)
    formats = {kind: book.add_format(look) for kind, look in FORMATS.items()}
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "quote_prefix": True})
    sheet = book.add_worksheet("Données")
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, clean(column.label), bold)
    kinds = [column.kind for column in table.columns]
    count = 0
    for row in table.rows:
        count += 1
        if count >= MOST_ROWS:
            raise TooManyRows
        _write(sheet, count, row, kinds, formats)
    sheet.autofilter(0, 0, count, len(table.columns) - 1)
    about = book.add_worksheet("À propos")
    about.set_column(0, 1, 30)
    for place, noted in enumerate(table.about(count)):
        _write(about, place, noted, [Kind.TEXT, Kind.WHOLE], formats)
    book.close()
    return count


def _write(sheet: Any, place: int, row: Row, kinds: list[Kind], formats: dict[Kind, Any]) -> None:
    for across, (value, kind) in enumerate(zip(row, kinds, strict=True)):
        _write_cell(
            sheet, place, across, value, formats[Kind.TEXT if isinstance(value, str) else kind]
        )


def _write_cell(sheet: Any, place: int, across: int, value: Value, look: Any) -> None:
    match value:
        case None | "":
            pass
        case str():
            sheet.write_string(place, across, clean(value), look)
        case date():
            sheet.write_datetime(place, across, value, look)
        case _:
            sheet.write_number(place, across, value, look)

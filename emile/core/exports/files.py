"""The three formats, and the one door to them."""

import io
from typing import IO

from django.db import models
from django.http import HttpResponse

from emile.core.exports.as_csv import write_csv
from emile.core.exports.as_ods import write_ods
from emile.core.exports.as_xlsx import write_xlsx
from emile.core.exports.table import Table
from emile.core.http import download


class ExportFormat(models.TextChoices):
    XLSX = "xlsx", "Excel (XLSX)"
    ODS = "ods", "LibreOffice (ODS)"
    CSV = "csv", "Texte (CSV)"

    @property
    def content_type(self) -> str:
        return CONTENT_TYPES[self]


CONTENT_TYPES = {
    ExportFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ExportFormat.ODS: "application/vnd.oasis.opendocument.spreadsheet",
    ExportFormat.CSV: "text/csv; charset=utf-8",
}
WRITERS = {
    ExportFormat.XLSX: write_xlsx,
    ExportFormat.ODS: write_ods,
    ExportFormat.CSV: write_csv,
}


def written(table: Table, as_format: ExportFormat, out: IO[bytes]) -> int:
    """Write the whole file; how many rows it holds, those of its header and of its notes aside."""
    return WRITERS[as_format](table, out)


def format_named(code: str) -> ExportFormat:
    """The one that an address names; CSV when it names none that exists."""
    return ExportFormat(code) if code in ExportFormat.values else ExportFormat.CSV


def table_download(table: Table, as_format: ExportFormat, name: str) -> HttpResponse:
    """For what fits in a page's time and memory."""
    out = io.BytesIO()
    written(table, as_format, out)
    return download(out.getvalue(), name=f"{name}.{as_format.value}", kind=as_format.content_type)

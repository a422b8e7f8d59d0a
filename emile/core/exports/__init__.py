"""Tables that leave the site: described once, written as XLSX, ODS or CSV."""

from emile.core.exports.files import ExportFormat, format_named, table_download, written
from emile.core.exports.table import Column, Kind, Table, Value


__all__ = [
    "Column",
    "ExportFormat",
    "Kind",
    "Table",
    "Value",
    "format_named",
    "table_download",
    "written",
]

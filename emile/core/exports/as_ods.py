"""ODS, written as the XML that it is: a row at a time."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import IO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from emile.core.exports.table import Column, Kind, Row, Table, Value, clean


BLANKS = re.compile("^ +| +$| {2,}")
MIME_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
VERSION = 'office:version="1.3"'
SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("table", "table"),
        ("text", "text"),
        ("style", "style"),
        ("number", "datastyle"),
        ("config", "config"),
        ("manifest", "manifest"),
    )
)
FO = 'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
MANIFEST = f"""{HEAD}<manifest:manifest {SPACES} manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{MIME_TYPE}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="settings.xml" manifest:media-type="text/xml"/>
</manifest:manifest>"""
# The header stays in sight.
SETTINGS = f"""{HEAD}<office:document-settings {SPACES} xmlns:ooo="http://openoffice.org/2004/office" {VERSION}>
<office:settings><config:config-item-set config:name="ooo:view-settings">
<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>
<config:config-item-map-named config:name="Tables"><config:config-item-map-entry config:name="Données">
<config:config-item config:name="VerticalSplitMode" config:type="short">2</config:config-item>
<config:config-item config:name="VerticalSplitPosition" config:type="int">1</config:config-item>
<config:config-item config:name="ActiveSplitRange" config:type="short">2</config:config-item>
<config:config-item config:name="PositionBottom" config:type="int">1</config:config-item>
</config:config-item-map-entry></config:config-item-map-named>
</config:config-item-map-entry></config:config-item-map-indexed>
</config:config-item-set></office:settings></office:document-settings>"""
NUMBER = '<number:number number:min-integer-digits="1" number:grouping="true" number:decimal-places'
STYLES = f"""<office:automatic-styles>
<number:number-style style:name="n-whole">{NUMBER}="0"/></number:number-style>
<number:number-style style:name="n-decimal">{NUMBER}="2" number:min-decimal-places="0"/></number:number-style>
<number:number-style style:name="n-money">{NUMBER}="2"/><number:text>\u00a0€</number:text></number:number-style>
<number:percentage-style style:name="n-percent">{NUMBER}="1"/><number:text>\u00a0%</number:text></number:percentage-style>
<number:date-style style:name="n-date"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>
<number:text-style style:name="n-text"><number:text-content/></number:text-style>
{"".join(f'<style:style style:name="{kind.value}" style:family="table-cell" style:data-style-name="n-{kind.value}"/>' for kind in Kind)}
<style:style style:name="head" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style>
</office:automatic-styles>"""


def write_ods(table: Table, out: IO[bytes]) -> int:
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        # First, and as it is: that is how a file says what it is.
        archive.writestr(ZipInfo("mimetype"), MIME_TYPE, ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        archive.writestr("settings.xml", SETTINGS)
        with archive.open("content.xml", "w", force_zip64=True) as content:
            return _write_content(table, content)


def _write_content(table: Table, content: IO[bytes]) -> int:
    def put(text: str) -> None:
        content.write(text.encode())

    put(f"{HEAD}<office:document-content {SPACES} {FO} {VERSION}>{STYLES}")
    put(f"<office:body><office:spreadsheet>{_opening('Données')}")
    put(f'<table:table-column table:number-columns-repeated="{len(table.columns)}"/>')
    put(f"<table:table-header-rows>{_head(table.columns)}</table:table-header-rows>")
    kinds = [column.kind for column in table.columns]
    count = 0
    for row in table.rows:
        put(_row(row, kinds))
        count += 1
    put(f"</table:table>{_opening('À propos')}")
    put('<table:table-column table:number-columns-repeated="2"/>')
    for noted in table.about(count):
        put(_row(noted, [Kind.TEXT, Kind.WHOLE]))
    put(f"</table:table>{_filters(len(table.columns), count)}")
    put("</office:spreadsheet></office:body></office:document-content>")
    return count


def _opening(name: str) -> str:
    return f"<table:table table:name={quoteattr(name)}>"


def _head(columns: Sequence[Column]) -> str:
    cells = "".join(_text(column.label, "head") for column in columns)
    return f"<table:table-row>{cells}</table:table-row>"


def _row(row: Row, kinds: list[Kind]) -> str:
    cells = (_cell(value, kind) for value, kind in zip(row, kinds, strict=True))
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def _cell(value: Value, kind: Kind) -> str:
    match value:
        case None | "":
            return "<table:table-cell/>"
        case str():
            return _text(value, "text")
        case datetime() | date():
            typed = f'office:value-type="date" office:date-value="{value.isoformat()}"'
        case _ if kind is Kind.PERCENT:
            typed = f'office:value-type="percentage" office:value="{value}"'
        case _:
            typed = f'office:value-type="float" office:value="{value}"'
    return f'<table:table-cell table:style-name="{kind.value}" {typed}/>'


def _text(value: str, style: str) -> str:
    """Typed as text: never a formula, which is an attribute that is not written here."""
    lines = "".join(f"<text:p>{_spaced(line)}</text:p>" for line in clean(value).split("\n"))
    return (
        f'<table:table-cell table:style-name="{style}" office:value-type="string">{lines}'
        "</table:table-cell>"
    )


def _spaced(line: str) -> str:
    """XML of this kind folds blanks that follow one another, and drops those of both ends."""
    return BLANKS.sub(_counted, escape(line)).replace("\t", "<text:tab/>")


def _counted(blanks: re.Match[str]) -> str:
    return f'<text:s text:c="{len(blanks[0])}"/>'


def _filters(columns: int, rows: int) -> str:
    """The arrows of the header."""
    last = f"{_letters(columns)}{rows + 1}"
    cells = f"'Données'.A1:'Données'.{last}"
    return (
        '<table:database-ranges><table:database-range table:name="lignes" '
        f'table:target-range-address="{cells}" '
        'table:display-filter-buttons="true"/></table:database-ranges>'
    )


def _letters(place: int) -> str:
    """27 is « AA »."""
    letters = ""
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters

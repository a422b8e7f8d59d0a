"""A page to reword: an OpenDocument text of titles, paragraphs, lists and tables, and nothing more."""

import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from typing import NamedTuple
from xml.sax.saxutils import escape


KIND = "application/vnd.oasis.opendocument.text"
# Of the archive: a document says its own day.
STAMP = (1980, 1, 1, 0, 0, 0)
NAMESPACES = (
    " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in (
            ("office", "office"),
            ("text", "text"),
            ("table", "table"),
            ("style", "style"),
            ("fo", "xsl-fo-compatible"),
            ("meta", "meta"),
            ("manifest", "manifest"),
        )
    )
    + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
MANIFEST = (
    f'{HEAD}<manifest:manifest {NAMESPACES} manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{KIND}"/>'
    + "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>'
        for name in ("content.xml", "styles.xml", "meta.xml")
    )
    + "</manifest:manifest>"
)


def _style(name: str, *, size: str, bold: bool = False, above: str = "0cm", more: str = "") -> str:
    weight = ' fo:font-weight="bold"' if bold else ""
    return (
        f'<style:style style:name="{name}" style:family="paragraph"{more}>'
        f'<style:paragraph-properties fo:margin-top="{above}" fo:margin-bottom="0.15cm"/>'
        f'<style:text-properties fo:font-size="{size}"{weight} fo:language="fr" fo:country="FR"/>'
        "</style:style>"
    )


STYLES = (
    f'{HEAD}<office:document-styles {NAMESPACES} office:version="1.3"><office:styles>'
    + _style("Standard", size="10.5pt")
    + _style("Title", size="18pt", bold=True)
    + _style("Heading", size="13pt", bold=True, above="0.4cm")
    + _style("Strong", size="10.5pt", bold=True)
    + '</office:styles><office:automatic-styles><style:page-layout style:name="A4">'
    '<style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/>'
    "</style:page-layout></office:automatic-styles><office:master-styles>"
    '<style:master-page style:name="Standard" style:page-layout-name="A4"/>'
    "</office:master-styles></office:document-styles>"
)


class Table(NamedTuple):
    name: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]


class Block(NamedTuple):
    """A heading, then paragraphs, a list and a table, those that it has."""

    heading: str
    paragraphs: Sequence[str] = ()
    items: Sequence[str] = ()
    table: Table | None = None


def write_odt(title: str, blocks: Iterable[Block], *, on: datetime) -> bytes:
    """The same bytes for the same words and the same moment."""
    body = "".join(_block(block) for block in blocks)
    content = (
        f'{HEAD}<office:document-content {NAMESPACES} office:version="1.3"><office:body><office:text>'
        f"{_heading(title, level=1, style='Title')}{body}"
        "</office:text></office:body></office:document-content>"
    )
    meta = (
        f'{HEAD}<office:document-meta {NAMESPACES} office:version="1.3"><office:meta>'
        f"<dc:title>{_text(title)}</dc:title><dc:language>fr-FR</dc:language>"
        f"<dc:date>{on:%Y-%m-%dT%H:%M:%S}</dc:date></office:meta></office:document-meta>"
    )
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        # First and as it is: readers look for it there.
        archive.writestr(zipfile.ZipInfo("mimetype", STAMP), KIND)
        for name, text in (
            ("content.xml", content),
            ("styles.xml", STYLES),
            ("meta.xml", meta),
            ("META-INF/manifest.xml", MANIFEST),
        ):
            archive.writestr(zipfile.ZipInfo(name, STAMP), text, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _block(block: Block) -> str:
    items = "".join(f"<text:list-item>{_paragraph(one)}</text:list-item>" for one in block.items)
    return (
        _heading(block.heading, level=2, style="Heading")
        + "".join(map(_paragraph, block.paragraphs))
        + (f"<text:list>{items}</text:list>" if items else "")
        + (_table(block.table) if block.table else "")
    )


def _heading(text: str, *, level: int, style: str) -> str:
    return f'<text:h text:style-name="{style}" text:outline-level="{level}">{_text(text)}</text:h>'


def _paragraph(text: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{_text(text)}</text:p>'


def _table(table: Table) -> str:
    head = "".join(map(_head_cell, table.columns))
    rows = "".join(
        f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>" for row in table.rows
    )
    return (
        f'<table:table table:name="{_text(table.name)}">'
        f'<table:table-column table:number-columns-repeated="{len(table.columns)}"/>'
        f"<table:table-header-rows><table:table-row>{head}</table:table-row></table:table-header-rows>"
        f"{rows}</table:table>"
    )


def _head_cell(text: str) -> str:
    return f'<table:table-cell office:value-type="string">{_paragraph(text, "Strong")}</table:table-cell>'


def _cell(text: str) -> str:
    return f'<table:table-cell office:value-type="string">{_paragraph(text)}</table:table-cell>'


def _text(text: str) -> str:
    """Without what XML may not hold."""
    kept = "".join(one for one in text if one >= " " or one in "\t\n")
    return escape(kept, {'"': "&quot;"})

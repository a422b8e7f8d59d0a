"""Tables as files: the same rows in the three formats, and nothing that runs when they open."""

import csv
import io
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from hypothesis import given, strategies as st
from python_calamine import CalamineWorkbook

from emile.core.exports import Column, ExportFormat, Kind, Table, written
from emile.core.exports.as_csv import ACTIVE
from emile.core.exports.table import LONGEST, clean


NOW = datetime(2026, 11, 23, 13, 30, tzinfo=UTC)
FILTERS = [("Étape", "Immersion"), ("Territoire", "Cantal")]
COLUMNS = (
    Column("Ménage"),
    Column("Personnes", Kind.WHOLE),
    Column("Note", Kind.DECIMAL),
    Column("Ouvert le", Kind.DATE),
    Column("Part", Kind.PERCENT),
    Column("Loyer", Kind.MONEY),
)
ROWS = [
    ("EM-2026-0001", 3, Decimal("3.8"), date(2026, 11, 3), Decimal("0.54"), Decimal("412.50")),
    ("EM-2026-0002", -1, None, None, None, None),
]
HOSTILE = (
    "=1+1",
    "+33 1 99 00 12 34",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "  =1+1",
    "\u00a0=1+1",
    "\ufeff=1+1",
    "\u200b=1+1",
    "\uff1d1+1",
    "|cmd",
    '=HYPERLINK("http://example.org";"x")',
    'a;=1+1"\n=2',
    "https://example.org",
    "_x0041_",
    "nul \x00 bell \x07 half \ud800 none \uffff",
    "<table:table-cell table:formula='of:=1+1'/>",
    "deux  espaces ",
    "long " * 20_000,
    "𝄞" * 40_000,
)


def made(rows, as_format, columns=COLUMNS, filters=FILTERS):
    out = io.BytesIO()
    count = written(Table("Ménages", columns, iter(rows), NOW, filters), as_format, out)
    return out.getvalue(), count


def sheets(content):
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def lines(content):
    text = content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


@pytest.mark.parametrize("as_format", [ExportFormat.XLSX, ExportFormat.ODS])
def test_cells_have_their_type(as_format):
    content, count = made(ROWS, as_format)

    head, first, second = sheets(content)["Données"]

    assert count == 2
    assert head == [column.label for column in COLUMNS]
    assert first == ["EM-2026-0001", 3, 3.8, date(2026, 11, 3), 0.54, 412.5]
    assert second == ["EM-2026-0002", -1, "", "", "", ""]


def test_a_csv_reads_as_spreadsheets_of_here_do():
    content, _ = made(ROWS, ExportFormat.CSV)

    assert content.startswith(b"\xef\xbb\xbf")
    head, first, second, *_ = lines(content)
    assert head == [column.label for column in COLUMNS]
    assert first == ["EM-2026-0001", "3", "3,8", "03/11/2026", "54,0\u00a0%", "412,50"]
    assert second == ["EM-2026-0002", "-1", "", "", "", ""]


@pytest.mark.parametrize("as_format", ExportFormat)
def test_a_file_says_its_filters_its_day_and_its_rows(as_format):
    content, _ = made(ROWS, as_format)

    if as_format == ExportFormat.CSV:
        about = {line[0]: line[1] for line in lines(content)[-4:]}
    else:
        about = {line[0]: line[1] for line in sheets(content)["À propos"]}

    assert about["Filtres"] == "Étape\u00a0: Immersion\u00a0; Territoire\u00a0: Cantal"
    assert about["Fait le"] == "lundi 23 novembre 2026 à 14\u00a0h\u00a030"
    assert int(about["Lignes"]) == 2


@pytest.mark.parametrize("as_format", ExportFormat)
def test_a_table_may_be_empty(as_format):
    _, count = made([], as_format, filters=())

    assert count == 0


def test_the_header_stays_in_sight_and_filters():
    workbook, _ = made(ROWS, ExportFormat.XLSX)
    document, _ = made(ROWS, ExportFormat.ODS)

    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        assert archive.namelist()[0] == "mimetype"
        assert archive.getinfo("mimetype").compress_type == zipfile.ZIP_STORED
        content, settings = (
            archive.read(f"{name}.xml").decode() for name in ("content", "settings")
        )
    assert 'state="frozen"' in sheet
    assert '<autoFilter ref="A1:F3"/>' in sheet
    assert "VerticalSplitMode" in settings
    assert "'Données'.A1:'Données'.F3" in content


def no_cell_is_active(text):
    columns, rows = (Column(text), Column("Autre")), [(text, "x")]
    for as_format in ExportFormat:
        content, _ = made(rows, as_format, columns=columns, filters=[(text, text)])
        if as_format == ExportFormat.CSV:
            cells = [cell for line in lines(content) for cell in line]
            assert not [cell for cell in cells if cell.lstrip().startswith(ACTIVE)]
            assert not [cell for cell in cells if cell.startswith(("\t", "\r", "\n"))]
            continue
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = {
                # What we have just written ourselves.
                name: ElementTree.fromstring(archive.read(name))  # noqa: S314
                for name in archive.namelist()
                if name.endswith(".xml")
            }
        tags = {part.tag.rpartition("}")[2] for root in parts.values() for part in root.iter()}
        names = {
            name.rpartition("}")[2]
            for root in parts.values()
            for part in root.iter()
            for name in part.attrib
        }
        assert not tags & {"f", "hyperlink", "a", "dde-link"}
        assert "formula" not in names


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_hostile_text_is_active(text):
    no_cell_is_active(text)


@given(st.text(st.characters(codec=None, exclude_categories=()), max_size=40))
def test_no_text_is_active(text):
    no_cell_is_active(text)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_the_spreadsheets_keep_a_text_as_it_was(text):
    for as_format in (ExportFormat.XLSX, ExportFormat.ODS):
        content, _ = made([(text,)], as_format, columns=(Column("Texte"),))

        kept = clean(text)
        if as_format == ExportFormat.ODS:
            # Written, and passed over by this reader.
            kept = kept.replace("\t", "")
        assert sheets(content)["Données"][1] == [kept]


def test_a_text_is_cut_where_a_cell_ends():
    cut = clean("𝄞" * 40_000)

    assert len(cut.encode("utf-16-le")) // 2 <= LONGEST
    assert cut.endswith("… (texte coupé)")
    assert clean(cut) == cut

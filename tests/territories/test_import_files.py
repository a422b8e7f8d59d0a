"""Files as they come: encodings, separators, workbooks, and what only looks like a file."""

import codecs
import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import assume, given, settings, strategies as st

from emile.core.tables import as_csv, harmless
from territories.enums import OfferKind
from territories.imports import tables
from territories.imports.columns import COLUMNS, guess, lacking, template_rows
from territories.imports.tables import (
    UnreadableFile,
    pack,
    read_table,
    shape_of,
    unpack,
)
from tests.territories.importing import A_HOME, TITLES, csv_of, workbook_of


ACCENTS = ("É-1", "Aurillac", "T3", "520", "65", "Société des Exemples")
CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), max_size=20)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_usual_encodings_and_separators_are_recognised(encoding, separator):
    table = read_table(csv_of(ACCENTS, separator=separator, encoding=encoding))

    assert list(table.headers) == list(TITLES)
    assert table.rows == [(2, list(ACCENTS))]


def test_a_workbook_says_the_same_as_its_text():
    table = read_table(workbook_of(("A-1", 15014, "T3", 520.5, 65.0, "Société")))

    assert table.rows == [(2, ["A-1", "15014", "T3", "520.5", "65", "Société"])]


def test_a_formula_is_never_computed():
    table = read_table(workbook_of(("=1+1", "15014", "T3", "520", "65", "A")))

    assert table.rows[0][1][0] == "=1+1"


def test_blank_lines_are_left_and_keep_the_numbers():
    content = csv_of() + b";;;;;\r\n\r\n" + csv_of(titles=A_HOME)

    assert [number for number, _ in read_table(content).rows] == [4]


def test_lines_that_are_too_short_or_too_long_are_kept_as_such():
    table = read_table(csv_of(("A-1",), (*A_HOME, "", ""), (*A_HOME, "en trop")))

    assert [len(cells) for _, cells in table.rows] == [6, 6, 7]


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), min_size=1, max_size=5))
@settings(deadline=None, max_examples=50)
def test_what_is_written_is_read(rows):
    rows = [[" ".join(cell.split()) for cell in row] for row in rows]
    written = [row for row in rows if any(row)]

    content = csv_of(*rows, titles=("Premier titre", "Second titre"))
    if not written:
        with pytest.raises(UnreadableFile):
            read_table(content)
        return
    table = read_table(content)

    assert [list(cells) for _, cells in table.rows] == written
    assert unpack(pack(table)).rows == [(number, list(cells)) for number, cells in table.rows]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "vide"),
        (b";;;\n", "vide"),
        (csv_of(), "aucune ligne"),
        (b"\x00\x01\x02\x03", "pas un texte"),
        (codecs.BOM_UTF16_LE + b"a", "pas un texte"),
        (
            codecs.BOM_UTF16_LE + "a;\ud800\n1;2\n".encode("utf-16-le", "surrogatepass"),
            "pas un texte",
        ),
        (b"\x81\x8d\x8f", "pas un texte"),
        (b"PK\x03\x04 and nothing else", "abîmé"),
        (b"\xd0\xcf\x11\xe0 anything", "trop ancien"),
        (b'a;b\n"' + b"x" * 200_000, "guillemets"),
        (workbook_of(A_HOME)[:-40], "abîmé"),
        (workbook_of(A_HOME, extra={"xl/workbook.xml": "<workbook"}), "n’a pas pu être lu"),
        (csv_of(A_HOME, titles=[f"T{number}" for number in range(101)]), "100 colonnes"),
    ],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_what_is_no_table_is_refused_in_a_sentence(content, words):
    with pytest.raises(UnreadableFile, match=words):
        read_table(content)


@given(st.binary(max_size=400))
@settings(deadline=None, max_examples=100)
def test_any_bytes_are_read_or_refused(content):
    # A workbook costs a process, and is tried above.
    assume(not content.startswith(b"PK"))
    with suppress(UnreadableFile):
        assert read_table(content).rows


def test_a_bomb_is_refused_before_it_is_opened():
    bomb = workbook_of(A_HOME, extra={"xl/media/image1.png": b"0" * (50 << 20)})

    assert len(bomb) < 100_000
    with pytest.raises(UnreadableFile, match="trop grand une fois ouvert"):
        read_table(bomb)


def test_a_cell_a_million_lines_down_kills_only_its_reader():
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    sheet = workbook_of(A_HOME)
    spread = replaced(sheet, "xl/worksheets/sheet1.xml", b"</sheetData>", far.encode())

    with pytest.raises(UnreadableFile, match="n’a pas pu être lu"):
        read_table(spread)


def replaced(archive, name, before, after):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as source, zipfile.ZipFile(out, "w") as target:
        for member in source.namelist():
            content = source.read(member)
            target.writestr(member, content.replace(before, after) if member == name else content)
    return out.getvalue()


def test_too_many_lines_or_megabytes_are_refused(monkeypatch):
    monkeypatch.setattr(tables, "MOST_ROWS", 2)
    with pytest.raises(UnreadableFile, match="100\u202f000 lignes"):
        read_table(csv_of(A_HOME, A_HOME, A_HOME))

    monkeypatch.setattr(tables, "LARGEST_FILE", 10)
    with pytest.raises(UnreadableFile, match="20\u00a0Mo"):
        read_table(csv_of(A_HOME))


@pytest.mark.parametrize("kind", OfferKind)
def test_the_model_file_is_understood_without_a_question(kind):
    headers = template_rows(kind)[0]

    assert guess(kind, headers) == {column.name: column.label for column in COLUMNS[kind]}


def test_titles_are_recognised_whatever_their_case_and_accents():
    found = guess(OfferKind.HOME, ["REFERENCE", "code insee", "Typologie", "LOYER HC", "bailleur"])

    assert found["typology"] == "Typologie"
    assert lacking(OfferKind.HOME, found) == []
    assert lacking(OfferKind.HOME, {}) == [
        "Commune",
        "Type de logement",
        "Loyer hors charges",
        "Bailleur",
    ]


def test_the_shape_of_a_file_is_that_of_its_titles():
    assert shape_of(TITLES) == shape_of(list(TITLES)) != shape_of(TITLES[::-1])


@pytest.mark.parametrize("cell", ["=1+1", "+33", "-1", "@a", "\tb"])
def test_what_is_downloaded_is_never_a_formula(cell):
    assert harmless(cell) == f"'{cell}"
    assert harmless("A-1") == "A-1"
    assert list(as_csv(iter([[cell]])))[1].startswith(("'", "\"'"))

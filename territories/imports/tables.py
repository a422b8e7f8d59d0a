"""A file as a table of texts, whoever made it: CSV or workbook, any usual encoding and separator."""

import codecs
import csv
import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from emile.core.errors import DomainError
from emile.core.prose import INVISIBLE
from territories.imports.workbook import UnreadableWorkbook, to_csv


MEGABYTE = 1 << 20
LARGEST_FILE = 20 * MEGABYTE
# Of a workbook once unfolded, and against its size as it came.
LARGEST_WORKBOOK, LARGEST_RATIO = 200 * MEGABYTE, 200
MOST_ROWS, MOST_COLUMNS = 100_000, 100
LONGEST_HEADER = 100
SEPARATORS = ";,\t"
ZIP = b"PK\x03\x04"
OLD_EXCEL = b"\xd0\xcf\x11\xe0"


class UnreadableFile(DomainError):
    """It is not a table, or it is too large."""

    def __init__(self, message: str) -> None:
        super().__init__(message, code="unreadable")


@dataclass(frozen=True, slots=True)
class Table:
    """``rows`` go with their number in the file, where titles are line 1; blank ones are dropped."""

    headers: Sequence[str]
    rows: Sequence[tuple[int, Sequence[str]]]

    def sample(self, column: int) -> str:
        """The first thing that is written there."""
        return next((row[column] for _, row in self.rows[:200] if row[column]), "")


def shape_of(headers: Sequence[str]) -> str:
    """The same for files that have the same columns in the same order."""
    return hashlib.sha256(repr(list(headers)).encode()).hexdigest()


def read_table(content: bytes) -> Table:
    """Raises UnreadableFile, with a sentence for whoever sent it."""
    check_size(len(content))
    if content.startswith(OLD_EXCEL):
        raise UnreadableFile(
            "Ce classeur est trop ancien ou protégé\u00a0: enregistrez-le au format .xlsx ou .csv."
        )
    text = _text_of_workbook(content) if content.startswith(ZIP) else _text_of(content)
    try:
        return _table_of(_records(text))
    except csv.Error:
        raise UnreadableFile(
            "Une cellule de ce fichier est trop longue, ou ses guillemets ne se referment pas."
        ) from None


def check_size(size: int) -> None:
    if size > LARGEST_FILE:
        raise UnreadableFile("Ce fichier dépasse 20\u00a0Mo\u00a0: coupez-le en plusieurs.")


def _text_of_workbook(content: bytes) -> str:
    """Its announced size is checked here, its real one by what reads it."""
    too_large = (
        "Ce classeur est trop grand une fois ouvert\u00a0: coupez-le, ou passez par un .csv."
    )
    damaged = "Ce fichier est abîmé, ou ce n’est pas un classeur\u00a0: enregistrez-le de nouveau."
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unfolded = sum(member.file_size for member in archive.infolist())
    except zipfile.BadZipFile:
        raise UnreadableFile(damaged) from None
    if unfolded > min(LARGEST_WORKBOOK, LARGEST_RATIO * len(content)):
        raise UnreadableFile(too_large)
    try:
        return to_csv(content).decode()
    except UnreadableWorkbook:
        raise UnreadableFile(
            "Ce classeur n’a pas pu être lu\u00a0: il est abîmé, ou trop grand une fois ouvert."
        ) from None


def _text_of(content: bytes) -> str:
    """UTF-8 when it is possible, for no other text looks like it; else that of Windows."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise UnreadableFile(
        "Ce fichier n’est pas un texte lisible\u00a0: enregistrez-le au format CSV UTF-8 ou XLSX."
    )


def _records(text: str) -> Iterator[list[str]]:
    """The separator is the one that makes most columns of the first written line."""
    first = next((line for line in text.splitlines() if line.strip(SEPARATORS + " ")), "")
    separator = max(SEPARATORS, key=lambda one: len(next(csv.reader([first], delimiter=one), [])))
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator)


def _table_of(records: Iterator[list[str]]) -> Table:
    headers: list[str] = []
    rows: list[tuple[int, Sequence[str]]] = []
    for number, record in enumerate(records, 1):
        cells = [cell.strip() for cell in record]
        if not any(cells):
            continue
        if not headers:
            headers = _headers_of(cells)
            continue
        if len(rows) == MOST_ROWS:
            raise UnreadableFile(
                "Ce fichier a plus de 100\u202f000 lignes\u00a0: coupez-le en plusieurs."
            )
        # What is written beyond the titles has no meaning; it is kept to be refused with its line.
        missing = len(headers) - len(cells)
        if missing < 0 and not any(cells[len(headers) :]):
            cells = cells[: len(headers)]
        rows.append((number, cells + [""] * missing))
    if not headers:
        raise UnreadableFile("Ce fichier est vide.")
    if not rows:
        raise UnreadableFile(
            "Ce fichier n’a que des titres de colonnes\u00a0: aucune ligne à lire."
        )
    return Table(headers, rows)


def _headers_of(cells: list[str]) -> list[str]:
    while cells and not cells[-1]:
        cells.pop()
    if len(cells) > MOST_COLUMNS:
        raise UnreadableFile(f"Ce fichier a plus de {MOST_COLUMNS} colonnes.")
    headers = [" ".join(cell.split())[:LONGEST_HEADER] for cell in cells]
    if any(INVISIBLE.search(header) for header in headers):
        raise UnreadableFile("Les titres des colonnes contiennent des caractères illisibles.")
    return headers


# How it is kept until nothing is left to do with it


def pack(table: Table) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(["", *table.headers])
    writer.writerows([number, *cells] for number, cells in table.rows)
    return zlib.compress(out.getvalue().encode())


def unpack(packed: bytes) -> Table:
    text = zlib.decompress(packed).decode()
    headers, *rows = csv.reader(io.StringIO(text, newline=""))
    return Table(headers[1:], [(int(number), cells) for number, *cells in rows])

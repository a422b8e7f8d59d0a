"""Reads back a document that we made: its text, and what a screen reader needs of it (PDF/UA-1)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO

import pikepdf


MAPPED = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
RANGED = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
HEADING = re.compile(r"H([1-6])")
SHOWING = {"Tj", "TJ", "'", '"', "Do", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh"}


@dataclass(frozen=True)
class Element:
    """One of the structure tree; ``above`` from the root down."""

    role: str
    above: tuple[str, ...]
    node: pikepdf.Dictionary


class Pdf:
    def __init__(self, content: bytes) -> None:
        self.content = content
        self.file = pikepdf.open(BytesIO(content))

    @property
    def version(self) -> str:
        return self.file.pdf_version

    @property
    def language(self) -> str:
        return str(self.file.Root.get("/Lang", ""))

    @property
    def is_marked(self) -> bool:
        return bool(self.file.Root.get("/MarkInfo", {}).get("/Marked", False))

    @property
    def shows_its_title(self) -> bool:
        return bool(self.file.Root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False))

    @property
    def title(self) -> str:
        return str(self.file.open_metadata().get("dc:title", ""))

    @property
    def universal_part(self) -> str:
        """The part of ISO 14289 that it says it follows."""
        return str(self.file.open_metadata().get("pdfuaid:part", ""))

    @property
    def active(self) -> list[str]:
        """What could act or ask something of elsewhere when it is opened or clicked."""
        acts = {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/URI"}
        found = [
            str(one["/S"])
            for one in self.file.objects
            if isinstance(one, pikepdf.Dictionary) and str(one.get("/S", "")) in acts
        ]
        return found + [name for name in ("/OpenAction", "/AA", "/AF") if name in self.file.Root]

    @property
    def fonts(self) -> dict[str, bool]:
        """By name, whether the file holds it."""
        return {
            str(one["/FontName"])[1:]: any(f"/FontFile{kind}" in one for kind in ("", 2, 3))
            for one in self.file.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor"
        }

    @property
    def page_count(self) -> int:
        return len(self.file.pages)

    # The structure tree

    @cached_property
    def elements(self) -> list[Element]:
        """In the order in which they are read."""
        root = self.file.Root["/StructTreeRoot"]
        return list(_below(root, (), root.get("/RoleMap", {})))

    @property
    def tags(self) -> list[str]:
        return [element.role for element in self.elements]

    @property
    def headed_cells(self) -> list[bool]:
        """Of each cell of a table, whether it is tied to its headers."""
        return ["/Headers" in str(one.node.get("/A")) for one in self.elements if one.role == "TD"]

    @property
    def faults(self) -> list[str]:
        """Against rules of the standard that a machine can judge."""
        return [*self._misplaced(), *self._skipped_headings(), *self._mute(), *self._unmarked()]

    def _misplaced(self) -> Iterator[str]:
        parents = {"TR": {"Table", "THead", "TBody", "TFoot"}, "TD": {"TR"}, "TH": {"TR"}}
        parents |= {"LI": {"L"}, "LBody": {"LI"}, "Lbl": {"LI", "Note"}}
        for one in self.elements:
            if one.role in parents and (not one.above or one.above[-1] not in parents[one.role]):
                yield f"{one.role} is in {one.above}"

    def _skipped_headings(self) -> Iterator[str]:
        reached = 0
        for tag in self.tags:
            if match := HEADING.fullmatch(tag):
                level = int(match[1])
                if level > reached + 1:
                    yield f"H{level} comes after H{reached}"
                reached = level

    def _mute(self) -> Iterator[str]:
        for one in self.elements:
            if one.role == "Figure" and not str(one.node.get("/Alt", "")).strip():
                yield "a figure says nothing"

    def _unmarked(self) -> Iterator[str]:
        """What is drawn belongs to the tree, or is said to be decoration."""
        for number, page in enumerate(self.file.pages, start=1):
            if page.get("/Tabs") != "/S":
                yield f"page {number} does not follow the tree"
            depth = 0
            for instruction in pikepdf.parse_content_stream(page):
                operator = str(instruction.operator)
                depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(operator, 0)
                if operator in SHOWING and depth == 0:
                    yield f"page {number}: {operator} outside the tree"

    # Its words

    @cached_property
    def text(self) -> str:
        """Of all pages, with single spaces; lines are spaces too."""
        return " ".join("".join(map(_words_of, self.file.pages)).split())


def _below(
    node: pikepdf.Dictionary, above: tuple[str, ...], roles: pikepdf.Dictionary
) -> Iterator[Element]:
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if not isinstance(kid, pikepdf.Dictionary) or "/S" not in kid:
            continue
        role = str(roles.get(str(kid["/S"]), kid["/S"]))[1:]
        yield Element(role, above, kid)
        yield from _below(kid, (*above, role), roles)


def _words_of(page: pikepdf.Page) -> str:
    told: list[str] = []
    tables = {name: _letters_of(font) for name, font in page.Resources.get("/Font", {}).items()}
    table: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tf":
            table = tables[str(operands[0])]
        elif str(operator) == "ET":
            told.append(" ")
        elif str(operator) in {"Tj", "TJ"}:
            pieces = operands[0] if str(operator) == "TJ" else operands
            told += [
                table.get(int.from_bytes(glyph, "big"), "")
                for piece in pieces
                if isinstance(piece, pikepdf.String)
                for glyph in _pairs(bytes(piece))
            ]
    return "".join(told)


def _pairs(codes: bytes) -> Iterator[bytes]:
    return (codes[at : at + 2] for at in range(0, len(codes), 2))


def _letters_of(font: pikepdf.Dictionary) -> dict[int, str]:
    """What each glyph stands for."""
    cmap = font["/ToUnicode"].read_bytes()
    table: dict[int, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for code, text in MAPPED.findall(block):
            table[int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be")
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for first, last, text in RANGED.findall(block):
            for code in range(int(first, 16), int(last, 16) + 1):
                table[code] = chr(int(text, 16) + code - int(first, 16))
    return table

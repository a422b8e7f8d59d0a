"""Reads back a PDF that WeasyPrint made: its text, its language, its tags, its fonts.

Enough of the format for that and no more: objects, compressed streams, the tables that lead from
glyphs back to letters.
"""

import re
import zlib
from dataclasses import dataclass
from functools import cached_property


OBJECT = re.compile(rb"(?:^|\s)(\d+) 0 obj\b(.*?)\bendobj", re.DOTALL)
STREAM = re.compile(rb"^(.*?)stream\r?\n(.*)\r?\nendstream", re.DOTALL)
MAPPED = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
RANGED = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
FONT_OR_TEXT = re.compile(rb"/(\S+) [\d.]+ Tf|<([0-9a-fA-F]{4,})>|\bET\b")
REFERENCE = re.compile(rb"/([^\s/<>\[\]]+) (\d+) 0 R")


@dataclass(frozen=True)
class Pdf:
    content: bytes

    @cached_property
    def objects(self) -> dict[int, bytes]:
        """By number, those inside object streams included; a stream is left out of its own."""
        found: dict[int, bytes] = {}
        for number, body in OBJECT.findall(self.content):
            found[int(number)] = body
            if b"/ObjStm" in body[:300]:
                found |= _packed(body)
        return found

    @cached_property
    def catalog(self) -> bytes:
        return next(one for one in self.objects.values() if re.search(rb"/Type\s*/Catalog", one))

    def stream(self, number: int) -> bytes:
        return _inflated(self.objects[number])

    def referred(self, body: bytes, name: bytes) -> int:
        return next(int(number) for key, number in REFERENCE.findall(body) if key == name)

    # What is asked of it

    @property
    def language(self) -> str:
        return re.search(rb"/Lang\s*\(([^)]*)\)", self.catalog)[1].decode()

    @property
    def is_marked(self) -> bool:
        return bool(re.search(rb"/MarkInfo\s*<<[^>]*/Marked true", self.catalog))

    @property
    def shows_its_title(self) -> bool:
        return b"/DisplayDocTitle true" in self.catalog

    @cached_property
    def metadata(self) -> str:
        return self.stream(self.referred(self.catalog, b"Metadata")).decode()

    @property
    def title(self) -> str:
        return re.search(r"<dc:title>.*?<rdf:li[^>]*>(.*?)</rdf:li>", self.metadata, re.DOTALL)[1]

    @cached_property
    def tags(self) -> list[str]:
        """Those of the structure tree, as they come."""
        assert b"/StructTreeRoot" in self.catalog
        elements = [one for one in self.objects.values() if b"/StructElem" in one]
        return [match[1].decode() for one in elements if (match := re.search(rb"/S\s*/(\w+)", one))]

    @property
    def headed_cells(self) -> list[bool]:
        """Of each cell of a table, whether it is tied to its headers."""
        cells = [one for one in self.objects.values() if re.search(rb"/S\s*/TD\b", one)]
        return [b"/Headers" in one for one in cells]

    @property
    def fonts(self) -> dict[str, bool]:
        """By name, whether the file holds it."""
        described = [one for one in self.objects.values() if b"/FontDescriptor" in one[:400]]
        return {
            match[1].decode(): b"/FontFile" in one
            for one in described
            if (match := re.search(rb"/FontName\s*/([^\s/]+)", one))
        }

    @cached_property
    def page_count(self) -> int:
        return sum(bool(re.search(rb"/Type\s*/Page\b", one)) for one in self.objects.values())

    @cached_property
    def text(self) -> str:
        """Of all pages, with single spaces; lines are spaces too."""
        letters = self._letters
        told: list[str] = []
        for body in self.objects.values():
            if not re.search(rb"/Type\s*/Page\b", body):
                continue
            page = self.stream(self.referred(body, b"Contents"))
            table: dict[int, str] = {}
            for font, glyphs in FONT_OR_TEXT.findall(page):
                if font:
                    table = letters.get(font, table)
                elif glyphs:
                    codes = [int(glyphs[at : at + 4], 16) for at in range(0, len(glyphs), 4)]
                    told.append("".join(table.get(code, "") for code in codes))
                else:
                    told.append(" ")
        return " ".join("".join(told).split())

    @cached_property
    def _letters(self) -> dict[bytes, dict[int, str]]:
        """By the name of the font in pages, what each glyph stands for."""
        named = {
            name: int(number)
            for body in self.objects.values()
            for name, number in REFERENCE.findall(body)
            if b"/ToUnicode" in self.objects.get(int(number), b"")
        }
        return {
            name: _table(self.stream(self.referred(self.objects[number], b"ToUnicode")))
            for name, number in named.items()
        }


def _packed(body: bytes) -> dict[int, bytes]:
    head = STREAM.match(body)[1]
    count, first = (int(re.search(rb"/%s (\d+)" % key, head)[1]) for key in (b"N", b"First"))
    content = _inflated(body)
    numbers = [int(one) for one in content[:first].split()][: 2 * count]
    starts = [*numbers[1::2], len(content) - first]
    return {
        number: content[first + start : first + end]
        for number, start, end in zip(numbers[::2], starts, starts[1:], strict=False)
    }


def _inflated(body: bytes) -> bytes:
    head, content = STREAM.match(body).groups()
    return zlib.decompress(content) if b"/FlateDecode" in head else content


def _table(cmap: bytes) -> dict[int, str]:
    table: dict[int, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for code, text in MAPPED.findall(block):
            table[int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be")
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for first, last, text in RANGED.findall(block):
            letter = int(text, 16)
            for code in range(int(first, 16), int(last, 16) + 1):
                table[code] = chr(letter + code - int(first, 16))
    return table

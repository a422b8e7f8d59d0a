"""What a file really is, whatever its name says, and whether it may be kept.

Everything here reads bytes and decodes nothing: what decodes runs apart (``images``).
"""

import re
import zipfile
from dataclasses import dataclass
from io import BytesIO

from django.db import models

from emile.core.errors import DomainError


MOST_BYTES = 10 * 1024 * 1024
MOST_PAGES = 50
# A phone takes photos of fifty million pixels; beyond, it is a trap or a poster.
MOST_PIXELS = 50_000_000
LONGEST_SIDE = 20_000

TO_PDF = "Enregistrez-le en PDF, ou photographiez le papier, puis envoyez-le de nouveau."
HEIC_BRANDS = {b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1", b"avif"}
OTHER_IMAGES = (b"GIF8", b"II*\x00", b"MM\x00*", b"BM", b"\x00\x00\x01\x00")
ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"7z\xbc\xaf", b"Rar!")
# What a browser would run, had it been told that this is a page.
PAGE = re.compile(rb"<\s*(?:script|html|svg|iframe|body|!doctype)\b", re.IGNORECASE)


class FileFormat(models.TextChoices):
    """What may be sent; a picture is kept as JPEG, whatever it was."""

    PDF = "pdf", "PDF"
    JPEG = "jpeg", "JPEG"
    PNG = "png", "PNG"
    WEBP = "webp", "WebP"

    @property
    def is_picture(self) -> bool:
        return self is not FileFormat.PDF

    @property
    def kept_as(self) -> "FileFormat":
        return FileFormat.JPEG if self.is_picture else self

    @property
    def media_type(self) -> str:
        return "application/pdf" if self is FileFormat.PDF else f"image/{self}"

    @property
    def extension(self) -> str:
        return "jpg" if self is FileFormat.JPEG else str(self)


class UnsafeFile(DomainError):
    """It can't be kept: what it is, and what to do, in words for whoever sent it."""


@dataclass(frozen=True, slots=True)
class Inspected:
    format: FileFormat
    pages: int


@dataclass(frozen=True, slots=True)
class SentFile:
    """What was sent, once it is known to be a paper."""

    content: bytes
    inspected: Inspected


def inspect(content: bytes) -> Inspected:
    """What the bytes are. Raises UnsafeFile."""
    from emile.core.uploads import pdfs

    check_size(len(content))
    format_ = sniff(content)
    if format_ is FileFormat.PDF:
        return Inspected(format_, pdfs.check(content))
    _check_pixels(*dimensions(format_, content))
    return Inspected(format_, 1)


def check_size(size: int) -> None:
    """Before the bytes are read, when their number is known."""
    if not size:
        raise UnsafeFile("Ce fichier est vide\u00a0: choisissez-en un autre.", code="empty")
    if size > MOST_BYTES:
        raise UnsafeFile(
            "Ce fichier dépasse 10\u00a0Mo. Photographiez les pages une par une, ou numérisez-les "
            "en qualité normale.",
            code="size",
        )


def sniff(content: bytes) -> FileFormat:
    """By its first bytes. Raises UnsafeFile."""
    head = content[:16]
    if head.startswith(b"%PDF-"):
        return FileFormat.PDF
    if head.startswith(b"\xff\xd8\xff"):
        return FileFormat.JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return FileFormat.PNG
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return FileFormat.WEBP
    raise _what_it_is_instead(head)


def _what_it_is_instead(head: bytes) -> UnsafeFile:
    if head[4:8] == b"ftyp" and head[8:12] in HEIC_BRANDS:
        return UnsafeFile(
            "Cette photo est au format HEIC, que la plateforme ne lit pas. Sur un iPhone\u00a0: "
            "Réglages, Appareil photo, Formats, «\u00a0Le plus compatible\u00a0», puis "
            "photographiez de nouveau.",
            code="heic",
        )
    if head.startswith(OTHER_IMAGES):
        return UnsafeFile(
            "Ce format d’image n’est pas accepté\u00a0: envoyez une photo JPEG ou PNG, ou un PDF.",
            code="format",
        )
    if head.startswith(ARCHIVES):
        return UnsafeFile(
            f"C’est un document de bureautique ou une archive. {TO_PDF}", code="office"
        )
    return UnsafeFile(
        "Ce fichier n’est ni un PDF, ni une photo JPEG, PNG ou WebP, quoi que dise son nom. "
        f"{TO_PDF}",
        code="format",
    )


def dimensions(format_: FileFormat, content: bytes) -> tuple[int, int]:
    """Width and height as the picture declares them. Raises UnsafeFile."""
    read = {FileFormat.JPEG: _of_jpeg, FileFormat.PNG: _of_png, FileFormat.WEBP: _of_webp}[format_]
    found = read(content)
    if found is None or 0 in found:
        raise damaged_picture()
    return found


def damaged_picture() -> UnsafeFile:
    return UnsafeFile(
        "Cette image est abîmée ou incomplète\u00a0: photographiez le papier de nouveau.",
        code="damaged",
    )


def _check_pixels(width: int, height: int) -> None:
    if width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE:
        raise UnsafeFile(
            "Cette image est trop grande pour être ouverte sans risque\u00a0: photographiez le "
            "papier avec un téléphone, ou réduisez-la à 50 millions de pixels.",
            code="pixels",
        )


def _of_png(content: bytes) -> tuple[int, int] | None:
    if content[12:16] != b"IHDR" or len(content) < 33:
        return None
    return int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")


def _of_webp(content: bytes) -> tuple[int, int] | None:
    chunk, body = content[12:16], content[20:30]
    if len(body) < 10:
        return None
    match chunk:
        case b"VP8X":
            return (
                int.from_bytes(body[4:7], "little") + 1,
                int.from_bytes(body[7:10], "little") + 1,
            )
        case b"VP8L" if body[0] == 0x2F:
            bits = int.from_bytes(body[1:5], "little")
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8 " if body[3:6] == b"\x9d\x01\x2a":
            return (
                int.from_bytes(body[6:8], "little") & 0x3FFF,
                int.from_bytes(body[8:10], "little") & 0x3FFF,
            )
        case _:
            return None


def _of_jpeg(content: bytes) -> tuple[int, int] | None:
    """From the first « start of frame », segment after segment."""
    place = 2
    while place + 9 <= len(content):
        if content[place] != 0xFF:
            return None
        marker = content[place + 1]
        if marker == 0xFF:
            place += 1
            continue
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            height = int.from_bytes(content[place + 5 : place + 7], "big")
            return int.from_bytes(content[place + 7 : place + 9], "big"), height
        if marker in {0x01, *range(0xD0, 0xD9)}:
            place += 2
            continue
        if marker in {0xD9, 0xDA}:
            return None
        place += 2 + int.from_bytes(content[place + 2 : place + 4], "big")
    return None


def is_also_something_else(content: bytes) -> bool:
    """A page for a browser, or an archive: two readers would see two files."""
    return bool(PAGE.search(content)) or zipfile.is_zipfile(BytesIO(content))

"""Files that nobody should send, made on the spot: each with the code of its refusal, or None for
what is accepted because nothing of it survives."""

import zlib
from io import BytesIO
from struct import pack
from zipfile import ZipFile

from emile.core.uploads.scanners import EICAR
from tests.factories.papers import pdf, picture


HTML = b"<!DOCTYPE html><html><body><script>alert(1)</script></body></html>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
SCRIPT = b"<< /S /JavaScript /JS (app.alert\\(1\\)) >>"
ACROFORM = b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /XFA [] >> >>"


def archive(*names: str) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as made:
        for name in names:
            made.writestr(name, "contenu")
    return out.getvalue()


def folded(text: bytes, more: bytes = b"", data: bytes | None = None) -> bytes:
    """A compressed directory of objects."""
    data = zlib.compress(text) if data is None else data
    heading = b"<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d %s >>"
    return heading % (len(data), more) + b"\nstream\n" + data + b"\nendstream"


def png_of(width: int, height: int) -> bytes:
    """What a picture that large declares, in a few bytes."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return pack(">I", len(body)) + name + body + pack(">I", zlib.crc32(name + body))

    header = pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0" * 1000)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
    )


def jpeg_of(width: int, height: int) -> bytes:
    frame = b"\xff\xc0" + pack(">HBHHB", 17, 8, height, width, 3) + b"\x01\x22\x00" * 3
    return b"\xff\xd8" + frame + picture()[2:]


def webp_of(width: int, height: int) -> bytes:
    body = b"\0\0\0\0" + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    chunk = b"VP8X" + pack("<I", len(body)) + body
    return b"RIFF" + pack("<I", len(chunk) + 4) + b"WEBP" + chunk


# Refused when it is sent, for this reason.
REFUSED: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "empty"),
    "too large": (b"%PDF-1.4\n" + b"0" * (10 * 1024 * 1024), "size"),
    "text": (b"Bonjour", "format"),
    "a byte order mark and a PDF": (b"\xef\xbb\xbf" + pdf(), "format"),
    "NUL bytes": (b"\0" * 100, "format"),
    "HTML named .pdf": (HTML, "format"),
    "HTML named .jpg, after spaces": (b"   \n" + HTML, "format"),
    "SVG named .png": (SVG, "format"),
    "XML and SVG": (b'<?xml version="1.0"?>' + SVG, "format"),
    "a script": (b"#!/bin/sh\nrm -rf /\n", "format"),
    "PHP": (b"<?php system($_GET[0]);", "format"),
    "a Windows program": (b"MZ\x90\x00\x03" + b"\0" * 60, "format"),
    "a Linux program": (b"\x7fELF\x02\x01\x01" + b"\0" * 60, "format"),
    "a Word document": (archive("[Content_Types].xml", "word/document.xml"), "office"),
    "an old Word document": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "office"),
    "RTF": (b"{\\rtf1 {\\object\\objocx}}", "office"),
    "a zip that climbs": (archive("../../etc/passwd"), "office"),
    "HEIC": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "heic"),
    "a GIF that is a script": (b"GIF89a/*" + b"\0" * 20 + b"*/=alert(1)//", "format"),
    "TIFF": (b"II*\x00" + b"\0" * 40, "format"),
    "an icon": (b"\x00\x00\x01\x00" + b"\0" * 40, "format"),
    "PostScript": (b"%!PS-Adobe-3.0\n", "format"),
    "a PDF that needs a password": (
        pdf(b"<< /Filter /Standard /V 2 /R 3 /O (x) /U (x) /P -1 >>", trailer=b"/Encrypt 4 0 R"),
        "encrypted",
    ),
    "encrypted, spelt otherwise": (pdf(trailer=b"/#45ncrypt 4 0 R"), "encrypted"),
    "JavaScript in a PDF": (pdf(SCRIPT), "active"),
    "JavaScript spelt with numbers": (pdf(SCRIPT.replace(b"/JavaS", b"/J#61va#53")), "active"),
    "JavaScript folded": (pdf(folded(b"4 0 " + SCRIPT), version=b"1.5"), "active"),
    "JavaScript folded behind a decoy": (
        pdf(folded(b"4 0 " + SCRIPT, more=b"/X (stream\n" + zlib.compress(b"1 0 <<>>") + b")")),
        "active",
    ),
    "folded by a predictor": (pdf(folded(b"4 0 <<>>", more=b"/Predictor 12")), "damaged"),
    "folded otherwise": (pdf(folded(b"", more=b"/LZWDecode", data=b"\x80\x0b")), "damaged"),
    "folded and cut": (pdf(folded(b"", data=zlib.compress(b"4 0 " + SCRIPT)[:-6])), "damaged"),
    "a PDF bomb": (pdf(folded(b"4 0 " + b" " * (64 * 1024 * 1024))), "damaged"),
    "a PDF that names a thousand directories": (
        pdf(folded(b"4 0 ") + b" /ObjStm" * 1000),
        "damaged",
    ),
    "an XFA form": (pdf(ACROFORM), "active"),
    "a PDF that sends": (pdf(b"<< /S /SubmitForm /F (http://exemple.invalid) >>"), "active"),
    "a PDF that launches": (pdf(b"<< /S /Launch /F (cmd.exe) >>"), "launch"),
    "a PDF that opens another": (pdf(b"<< /S /GoToR /F (//serveur/partage) >>"), "launch"),
    "a file in a PDF": (pdf(b"<< /Type /EmbeddedFile >>\nstream\nMZ\nendstream"), "attached"),
    "a PDF and a page": (pdf(b"(" + HTML + b")"), "mixed"),
    "a page after a PDF": (pdf() + HTML, "mixed"),
    "an archive after a PDF": (pdf() + archive("a.exe"), "mixed"),
    "an archive whose end is a PDF": (
        pdf(b"<< >>\nstream\n" + archive("a.exe") + b"\nendstream"),
        "mixed",
    ),
    "a PDF cut short": (pdf()[:-60], "damaged"),
    "a PDF without pages": (b"%PDF-1.4\n1 0 obj\n<< >>\nendobj\n%%EOF", "damaged"),
    "a PDF of an unknown version": (pdf(version=b"9.9"), "damaged"),
    "a PDF of too many pages": (pdf(pages=51), "pages"),
    "only the beginning of a JPEG": (b"\xff\xd8\xff\xe0", "damaged"),
    "a JPEG without picture": (b"\xff\xd8\xff\xd9" + b"\0" * 50, "damaged"),
    "only the beginning of a PNG": (b"\x89PNG\r\n\x1a\n", "damaged"),
    "only the beginning of a WebP": (b"RIFF\x10\0\0\0WEBPVP8 ", "damaged"),
    "a PNG bomb": (png_of(60_000, 60_000), "pixels"),
    "a JPEG bomb": (jpeg_of(65_000, 65_000), "pixels"),
    "a WebP bomb": (webp_of(16_000_000, 16_000_000), "pixels"),
    "a ribbon": (png_of(2_000_000, 1), "pixels"),
}

# Accepted when it is sent; a worker refuses it, once it has decoded it.
REFUSED_LATER: dict[str, bytes] = {
    "EICAR in a PDF": pdf(b"(" + EICAR + b")"),
    "EICAR after a JPEG": picture() + EICAR,
    "a JPEG cut in the middle": picture(size=(2000, 2000), quality=95)[:400],
    "a PNG that lies": png_of(4000, 4000),
    "a WebP of nothing": webp_of(100, 100) + b"\0" * 40,
}

# A picture that carries something else: it is drawn again, and the rest is gone.
MADE_INERT: dict[str, bytes] = {
    "a page after a JPEG": picture() + HTML,
    "a page in the comment of a JPEG": picture(comment=HTML),
    "an archive after a PNG": picture("PNG") + archive("a.exe"),
    "a script after a WebP": picture("WEBP") + b"<script>alert(1)</script>",
    "a place in a JPEG": picture(exif=b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x88\x25\0\x04\0\0\0\x01GPS!"),
    "a PDF after a JPEG": picture() + pdf(),
}

NAMES = (
    "../../../etc/passwd",
    "..\\..\\windows\\system32\\a.pdf",
    "avis.pdf.exe",
    "avis.php.pdf",
    "avis\0.html.pdf",
    "avis\r\nSet-Cookie: a=b.pdf",
    "/etc/cron.d/avis.pdf",
    "CON.pdf",
    "\u202efdp.exe",
    "a" * 180 + ".pdf",
    "<script>alert(1)</script>.pdf",
    "؛ rm -rf ~ ؛.pdf",
)

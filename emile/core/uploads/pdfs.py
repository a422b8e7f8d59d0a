"""Whether a PDF is only paper: pages, nothing that runs, hides or needs a password.

No library opens it here: names are looked for, whatever their spelling, where a reader would look
for them. What is unusual is refused: a paper that was scanned or printed never is.
"""

import re
import zlib
from collections.abc import Iterator

from emile.core.uploads.formats import MOST_PAGES, UnsafeFile, is_also_something_else


# How much the compressed directories of a file may unfold into, all together, and how many times
# they may be named: a file of fifty pages has a few dozens.
MOST_UNFOLDED = 8 * 1024 * 1024
MOST_NAMED = 1000
CHUNK = 16 * 1024
# How far after the name of a compressed directory its content begins.
NEAR = 4096
AGAIN = "Imprimez-le en PDF depuis votre lecteur, ou photographiez le papier."


def spelt(name: str) -> bytes:
    """A name as a PDF may write it: any of its letters may be a number (``/J#61vaScript``)."""
    letters = (
        b"(?:%s|#%s)" % (re.escape(letter).encode(), _either_case(f"{ord(letter):02x}"))
        for letter in name
    )
    return b"/" + b"".join(letters) + rb"(?![^\x00-\x20()<>\[\]{}/%])"


def _either_case(digits: str) -> bytes:
    return "".join(f"[{one}{one.upper()}]" for one in digits).encode()


def named(*names: str) -> re.Pattern[bytes]:
    return re.compile(b"|".join(map(spelt, names)))


# Why a paper is refused for what it names; the first that is found is told.
FORBIDDEN: tuple[tuple[re.Pattern[bytes], str, str], ...] = (
    (
        named("Encrypt"),
        "encrypted",
        "Ce PDF est protégé par un mot de passe ou un verrou\u00a0: personne ne pourrait le "
        "vérifier. ",
    ),
    (
        named("JavaScript", "XFA", "RichMedia", "Rendition", "SubmitForm", "ImportData"),
        "active",
        "Ce PDF contient un programme ou un formulaire actif, et pas seulement des pages. ",
    ),
    (
        named("Launch", "GoToE", "GoToR"),
        "launch",
        "Ce PDF peut ouvrir autre chose que ses propres pages. ",
    ),
    (
        named("EmbeddedFile", "EmbeddedFiles", "Filespec"),
        "attached",
        "Ce PDF contient d’autres fichiers\u00a0: envoyez-les un par un. ",
    ),
)
COMPRESSED_DIRECTORY = re.compile(
    spelt("ObjStm") + b"|" + spelt("First") + rb"(?=\s+\d+\s*(?:/|>>))"
)
STREAM = re.compile(rb"(?<!end)stream\r?\n")
UNUSUAL_DIRECTORY = named(
    "Predictor", "LZWDecode", "LZW", "ASCII85Decode", "A85", "ASCIIHexDecode", "AHx"
)
UNUSUAL_FILTER = named("LZWDecode", "LZW", "ASCII85Decode", "A85", "ASCIIHexDecode", "AHx")
A_PAGE = re.compile(spelt("Type") + rb"\s*" + spelt("Page"))
BEGINNING = re.compile(rb"%PDF-[12]\.\d\s")
BLANK = b"\x00\t\n\f\r "


def check(content: bytes) -> int:
    """The number of pages. Raises UnsafeFile."""
    end = content.rfind(b"%%EOF")
    if not BEGINNING.match(content) or end < 0:
        raise _damaged()
    if content[end + 5 :].strip(BLANK) or is_also_something_else(content):
        raise UnsafeFile(f"Ce PDF contient aussi autre chose que ses pages. {AGAIN}", code="mixed")
    pages = 0
    for text in (content, *unfolded(content)):
        for pattern, code, why in FORBIDDEN:
            if pattern.search(text):
                raise UnsafeFile(why + AGAIN, code=code)
        pages += len(A_PAGE.findall(text))
    if not pages:
        raise _damaged()
    if pages > MOST_PAGES:
        raise UnsafeFile(
            f"Ce PDF a {pages} pages\u00a0: n’envoyez que celles qui sont demandées, "
            f"{MOST_PAGES} au plus.",
            code="pages",
        )
    return pages


def unfolded(content: bytes) -> Iterator[bytes]:
    """The compressed directories, where a reader finds most of what a recent file names.

    Everything that may be one is: each place where content begins soon after the name. Raises
    UnsafeFile for one that can't be read.
    """
    left, seen = MOST_UNFOLDED, set[int]()
    for count, directory in enumerate(COMPRESSED_DIRECTORY.finditer(content)):
        if count >= MOST_NAMED:
            raise _damaged()
        near = content[directory.start() : directory.end() + NEAR]
        starts = [found.end() for found in STREAM.finditer(near)]
        before = content[max(directory.start() - 300, 0) : directory.start()]
        own = before.rpartition(b"obj")[2] + near[: starts[0] if starts else None]
        if not starts or UNUSUAL_DIRECTORY.search(own) or UNUSUAL_FILTER.search(near):
            raise _damaged()
        for rank, near_start in enumerate(starts):
            start = directory.start() + near_start
            if start in seen:
                continue
            seen.add(start)
            text = _inflate(content, start, left)
            if text is not None:
                left -= len(text)
                yield text
            elif rank == 0:
                raise _damaged()


def _inflate(content: bytes, start: int, most: int) -> bytes | None:
    """None for what is not compressed in the usual way, is cut, or unfolds into too much."""
    reader, text = zlib.decompressobj(), bytearray()
    try:
        for place in range(start, len(content), CHUNK):
            text += reader.decompress(content[place : place + CHUNK], max(most - len(text), 1))
            if reader.eof:
                return bytes(text)
            if reader.unconsumed_tail:
                return None
    except zlib.error:
        pass
    return None


def _damaged() -> UnsafeFile:
    return UnsafeFile(
        f"Ce PDF est abîmé, incomplet ou d’une forme inhabituelle. {AGAIN}", code="damaged"
    )

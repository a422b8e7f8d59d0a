"""What a file is, whatever its name says: more than forty that nobody should send."""

import zlib
from io import BytesIO

import pytest
from PIL import Image

from emile.core.uploads import FileFormat, UnsafeFile, inspect
from emile.core.uploads.images import redraw
from tests.core.uploads import (
    HTML,
    MADE_INERT,
    REFUSED,
    REFUSED_LATER,
    folded,
    jpeg_of,
    png_of,
)
from tests.factories.papers import pdf, picture


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_with_what_to_do(name):
    content, code = REFUSED[name]

    with pytest.raises(UnsafeFile) as refusal:
        inspect(content)

    assert refusal.value.code == code
    assert str(refusal.value).endswith(".")


def test_the_corpus_is_as_large_as_promised():
    assert len(REFUSED) + len(REFUSED_LATER) + len(MADE_INERT) >= 60


@pytest.mark.parametrize("name", MADE_INERT)
def test_nothing_is_left_but_what_the_picture_shows(name):
    content = MADE_INERT[name]
    assert inspect(content).format.is_picture

    drawn = redraw(content)

    assert drawn.startswith(b"\xff\xd8\xff")
    assert drawn.endswith(b"\xff\xd9")
    assert all(one not in drawn for one in (b"<script", b"PK\x03\x04", b"Exif", b"%PDF", HTML))


@pytest.mark.parametrize("name", [name for name in REFUSED_LATER if "EICAR" not in name])
def test_what_can_not_be_drawn_is_refused(name):
    with pytest.raises(UnsafeFile):
        redraw(REFUSED_LATER[name])


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP"])
def test_a_photo_is_kept_as_a_jpeg_of_a_size_to_be_read(format_):
    sent = picture(format_, size=(6000, 4000))

    assert inspect(sent).format == FileFormat(format_.lower())
    with Image.open(BytesIO(redraw(sent))) as drawn:
        assert (drawn.format, max(drawn.size)) == ("JPEG", 3508)


def test_a_photo_taken_sideways_stands_up():
    exif = Image.Exif()
    exif[0x0112] = 6
    sent = picture(size=(400, 300), exif=exif.tobytes())

    with Image.open(BytesIO(redraw(sent))) as drawn:
        assert drawn.size == (300, 400)
        assert not drawn.getexif()


def test_what_is_transparent_is_white():
    out = BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(out, "PNG")

    with Image.open(BytesIO(redraw(out.getvalue()))) as drawn:
        assert drawn.getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("content", "pages"),
    [
        (pdf(), 1),
        (pdf(pages=50), 50),
        (pdf(version=b"2.0"), 1),
        (pdf(folded(b"7 0 << /Type /Page >>"), version=b"1.7"), 2),
        # Outlines name their first entry too, and a link leads to a page of its own.
        (pdf(b"<< /Type /Outlines /First 4 0 R /Last 4 0 R >>", b"<< /S /URI /URI (x) >>"), 1),
        # What is drawn may happen to say the word.
        (pdf(b"<< /Length 9 >>\nstream\n(JavaScript)\nendstream"), 1),
        (pdf(b"<< /Filter /FlateDecode >>\nstream\n" + zlib.compress(HTML) + b"\nendstream"), 1),
    ],
)
def test_a_paper_is_accepted(content, pages):
    assert inspect(content).pages == pages


def test_what_declares_as_many_pixels_as_a_phone_takes_is_accepted():
    assert inspect(png_of(8160, 6120)).format is FileFormat.PNG
    assert inspect(jpeg_of(8160, 6120)).format is FileFormat.JPEG

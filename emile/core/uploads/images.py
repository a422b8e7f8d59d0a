"""Draw a picture again, so that nothing is left of the file but what it shows.

Where it was taken, by which phone, and whatever was hidden behind it are gone. Run with ``-m``:
bytes in, JPEG out.
"""

import io
import sys

from emile.core.bounded import ReaderDied, bind, run_bounded
from emile.core.uploads.formats import MOST_PIXELS, damaged_picture


# A sheet of A4 at 300 dots per inch: what is written small is still read.
LONGEST_SIDE = 3508
QUALITY = 85
UNREADABLE = 3
FORMATS = ("JPEG", "PNG", "WEBP")


def redraw(content: bytes) -> bytes:
    """As JPEG. Raises UnsafeFile for what can't be drawn."""
    try:
        return run_bounded("emile.core.uploads.images", content)
    except ReaderDied:
        raise damaged_picture() from None


def main() -> int:
    bind()
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    try:
        picture: Image.Image = Image.open(io.BytesIO(sys.stdin.buffer.read()), formats=FORMATS)
        # A JPEG is read at the size that is wanted: a large photo takes no more memory than needed.
        picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        picture = ImageOps.exif_transpose(picture)
        picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        drawn = Image.new("RGB", picture.size, "white")
        layer = picture.convert("RGBA")
        drawn.paste(layer, mask=layer)
    # A decoder that is fed what it does not expect fails in its own way.
    except Exception:  # noqa: BLE001
        return UNREADABLE
    drawn.save(sys.stdout.buffer, "JPEG", quality=QUALITY, optimize=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())

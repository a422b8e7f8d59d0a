"""Plain text read as paragraphs and lists."""

import pytest

from emile.core.prose import Block, blocks_of


def paragraph(text):
    return Block(is_list=False, texts=[text])


def points(*texts):
    return Block(is_list=True, texts=list(texts))


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("", []),
        ("\n\n  \n", []),
        ("Une ligne\nqui continue.", [paragraph("Une ligne qui continue.")]),
        ("Un.\r\n\r\nDeux.", [paragraph("Un."), paragraph("Deux.")]),
        ("Avant\xa0:\n- un ;\n- deux.", [paragraph("Avant\xa0:"), points("un ;", "deux.")]),
        ("- un\nsuite\n- deux", [points("un suite", "deux")]),
        ("- un\n\n- deux", [points("un"), points("deux")]),
        ("-pas un point", [paragraph("-pas un point")]),
        ("- ", []),
    ],
)
def test_blocks(text, blocks):
    assert blocks_of(text) == blocks

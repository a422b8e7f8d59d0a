"""Plain text read as paragraphs and lists; figures as people write them."""

from decimal import Decimal

import pytest

from emile.core.prose import Block, blocks_of, euros, figure


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


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        ("420", "420\u00a0€"),
        ("420.00", "420\u00a0€"),
        ("412.5", "412,50\u00a0€"),
        ("1020.50", "1\u202f020,50\u00a0€"),
    ],
)
def test_an_amount_reads_the_same_however_it_was_written(amount, said):
    assert euros(Decimal(amount)) == said


def test_half_an_hour_has_one_decimal():
    assert [figure(Decimal(hours)) for hours in ("35", "35.0", "17.5")] == ["35", "35", "17,5"]

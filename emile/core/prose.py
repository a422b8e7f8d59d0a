"""Text as people write it: paragraphs and lists whose points begin with a dash, and figures."""

import re
from dataclasses import dataclass
from decimal import Decimal


DASH = "- "
NBSP = "\u00a0"
NARROW_NBSP = "\u202f"
EMAIL = re.compile(r"[^\s@]@[^\s@]+\.\w{2,}")
# As it is dialled in France or from abroad, whatever parts its digits.
PHONE = re.compile(
    r"(?<!\d)(?:(?:\+|00)\s?\d{2}[\s.-]*(?:\(0\))?[\s.-]*|0)[1-9](?:[\s./-]*\d{2}){4}(?!\d)"
)
# What no keyboard writes, what replaces a letter that was lost on the way, and the halves of a
# character, which no database keeps.
INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffd]")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph has one text; a list has one per point."""

    is_list: bool
    texts: list[str]


def blocks_of(text: str) -> list[Block]:
    """Lines that follow each other are one paragraph; a blank line or a dash begins another."""
    blocks: list[Block] = []
    is_continued = False
    for line in text.splitlines():
        is_point = line.lstrip().startswith(DASH)
        words = line.lstrip().removeprefix(DASH).strip()
        if not words:
            is_continued = False
        elif is_point and is_continued and blocks[-1].is_list:
            blocks[-1].texts.append(words)
        elif is_continued and not is_point:
            blocks[-1].texts[-1] += f" {words}"
        else:
            blocks.append(Block(is_list=is_point, texts=[words]))
        is_continued = bool(words)
    return blocks


def names_a_way_to_reach(text: str) -> bool:
    """Whether an e-mail address or a telephone number is in it."""
    return bool(EMAIL.search(text) or PHONE.search(text))


def figure(amount: Decimal, *, decimals: int = 1) -> str:
    """« 35 », « 17,5 »: a whole number has no decimals, the others have them all."""
    whole = amount == amount.to_integral_value()
    return f"{amount:,.{0 if whole else decimals}f}".replace(",", NARROW_NBSP).replace(".", ",")


def euros(amount: Decimal) -> str:
    """« 1 250 € », « 412,50 € », « −35 € »."""
    return f"{figure(amount, decimals=2)}{NBSP}€".replace("-", "−")

"""References that can be read over the phone: ``EM-26-7K3F9-X``.

Two digits of the year, five random characters, one check character; nothing in it tells who it is.
The alphabet leaves out what the ear or the eye confuses (0/O, 1/I/L, U/V…).
"""

import re
import secrets
from datetime import date


ALPHABET = "23456789ABCDEFGHJKMNPQRSTWXYZ"
RANDOM_LENGTH = 5
# As a column of a spreadsheet gives them; a browser may have dropped what separated the lines.
WRITTEN = r"EM[\s-]*(\d\d)[\s-]*([A-Z\d]{5})[\s-]*([A-Z\d])"
SEVERAL = re.compile(rf"[\s,;]*(?:{WRITTEN}[\s,;]*)+")


def new_reference(on: date) -> str:
    """A random reference; its uniqueness is the database's affair."""
    body = "".join(secrets.choice(ALPHABET) for _ in range(RANDOM_LENGTH))
    year = f"{on.year % 100:02d}"
    return f"EM-{year}-{body}-{check_character(year + body)}"


def check_character(text: str) -> str:
    """A weighted sum modulo 29, a prime: any wrong character and any swap of neighbours shows."""
    total = sum(
        weight * _rank(character) for weight, character in enumerate(reversed(text), start=2)
    )
    return ALPHABET[total % len(ALPHABET)]


def _rank(character: str) -> int:
    """Digits of the year may be 0 or 1, which the alphabet leaves out."""
    return int(character) if character.isdigit() else ALPHABET.index(character) + 2


def normalise(typed: str) -> str:
    """The canonical form of what somebody typed or heard; "" when it can't be a reference."""
    kept = "".join(character for character in typed.upper() if character.isalnum())
    kept = kept.removeprefix("EM")
    if len(kept) != 2 + RANDOM_LENGTH + 1 or check_character_is_wrong(kept):
        return ""
    return f"EM-{kept[:2]}-{kept[2:-1]}-{kept[-1]}"


def references_in(typed: str) -> list[str]:
    """The references of a text that is made of nothing else, each once, in their order.

    Those that a slip has spoilt are among them, as they were written: nothing bears their name.
    """
    if one := normalise(typed):
        return [one]
    if not SEVERAL.fullmatch(typed.upper()):
        return []
    found = re.findall(WRITTEN, typed.upper())
    return list(dict.fromkeys(f"EM-{year}-{body}-{check}" for year, body, check in found))


def check_character_is_wrong(kept: str) -> bool:
    try:
        return check_character(kept[:-1]) != kept[-1]
    except ValueError:
        return True

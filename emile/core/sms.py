"""A text message before it leaves: who can receive it, how many segments it takes, what it costs."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

import phonenumbers

from emile.core.errors import DomainError


# Those that dial their own numbers with a leading 0, so that « 0692… » is found without its code.
DIALLED_WITH_ZERO = ("FR", "GP", "MQ", "GF", "RE", "YT")
FRENCH = frozenset({*DIALLED_WITH_ZERO, "BL", "MF", "PM", "NC", "PF", "WF"})
MOBILE = frozenset(
    {phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE}
)

GSM_7_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
# Each is written as an escape and a letter: two places, never parted between two segments.
GSM_7_EXTENSION = frozenset("\f^{}\\[~]|€")
LAST_OF_BASIC_PLANE = "\uffff"


PLAIN = str.maketrans({"\u00a0": " ", "\u202f": " ", "’": "'", "«": '"', "»": '"', "–": "-"})


class Alphabet(StrEnum):
    GSM_7 = "GSM-7"
    UCS_2 = "UCS-2"


# Places in a message that holds in one segment, then in each segment of a longer one.
ALONE = {Alphabet.GSM_7: 160, Alphabet.UCS_2: 70}
JOINED = {Alphabet.GSM_7: 153, Alphabet.UCS_2: 67}


@dataclass(frozen=True, kw_only=True)
class Measure:
    alphabet: Alphabet
    segments: int
    cost: Decimal


def mobile_number(text: str) -> str:
    """The number in E.164, if it is a French mobile, overseas included; refused otherwise."""
    for region in DIALLED_WITH_ZERO:
        try:
            number = phonenumbers.parse(text, region)
        except phonenumbers.NumberParseException:
            continue
        is_french = phonenumbers.region_code_for_number(number) in FRENCH
        if is_french and phonenumbers.number_type(number) in MOBILE:
            return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    raise DomainError(
        "Ce numéro ne peut pas recevoir de SMS\u00a0: il faut un numéro de portable français.",
        code="not_a_mobile",
    )


def as_plain(text: str) -> str:
    """Without what French typography adds and GSM-7 has not: spaces that do not break, curved quotes."""
    return text.translate(PLAIN)


def measure(text: str, *, segment_cost: Decimal) -> Measure:
    """How the networks will cut ``text``: one letter outside GSM-7 more than halves each segment."""
    letters = set(text)
    is_gsm = letters <= GSM_7_BASIC | GSM_7_EXTENSION
    alphabet = Alphabet.GSM_7 if is_gsm else Alphabet.UCS_2
    sizes = [_places(letter, alphabet) for letter in text]
    segments = 1 if sum(sizes) <= ALONE[alphabet] else _joined(sizes, JOINED[alphabet])
    return Measure(alphabet=alphabet, segments=segments, cost=segments * segment_cost)


def _places(letter: str, alphabet: Alphabet) -> int:
    if alphabet is Alphabet.GSM_7:
        return 2 if letter in GSM_7_EXTENSION else 1
    return 2 if letter > LAST_OF_BASIC_PLANE else 1


def _joined(sizes: list[int], room: int) -> int:
    segments, used = 1, 0
    for size in sizes:
        if used + size > room:
            segments, used = segments + 1, 0
        used += size
    return segments

"""Text messages: French mobiles only, and segments counted as the networks cut them."""

from decimal import Decimal

import pytest

from emile.core.errors import DomainError
from emile.core.sms import Alphabet, measure, mobile_number


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("06 12 34 56 78", "+33612345678"),
        ("+33 7 56 78 90 12", "+33756789012"),
        ("0692 12 34 56", "+262692123456"),
        ("+590 690 00 12 34", "+590690001234"),
    ],
)
def test_a_french_mobile_is_kept_with_its_country_code(said, number):
    assert mobile_number(said) == number


@pytest.mark.parametrize(
    "said", ["01 42 68 53 00", "0800 123 123", "+44 7400 123456", "+32 470 12 34 56", "12", "", "x"]
)
def test_any_other_number_is_refused(said):
    with pytest.raises(DomainError) as refusal:
        mobile_number(said)
    assert refusal.value.code == "not_a_mobile"


@pytest.mark.parametrize(
    ("text", "alphabet", "segments"),
    [
        ("", Alphabet.GSM_7, 1),
        ("a" * 160, Alphabet.GSM_7, 1),
        ("a" * 161, Alphabet.GSM_7, 2),
        ("a" * 306, Alphabet.GSM_7, 2),
        ("a" * 307, Alphabet.GSM_7, 3),
        ("€" * 80, Alphabet.GSM_7, 1),
        ("€" * 81, Alphabet.GSM_7, 2),
        # The euro sign would straddle the first two segments: it goes whole into the second.
        ("a" * 152 + "€" + "a" * 151, Alphabet.GSM_7, 2),
        ("a" * 152 + "€" + "a" * 152, Alphabet.GSM_7, 3),
        ("ê" * 70, Alphabet.UCS_2, 1),
        ("ê" * 71, Alphabet.UCS_2, 2),
        ("ê" * 135, Alphabet.UCS_2, 3),
        ("😀" * 35, Alphabet.UCS_2, 1),
        ("😀" * 66, Alphabet.UCS_2, 2),
        ("😀" * 67, Alphabet.UCS_2, 3),
    ],
)
def test_segments_are_counted_as_the_networks_cut_them(text, alphabet, segments):
    measured = measure(text, segment_cost=Decimal(6))
    assert (measured.alphabet, measured.segments) == (alphabet, segments)
    assert measured.cost == segments * 6


@pytest.mark.parametrize("letter", [*"êâîôûçœ’«»", "\u00a0"])
def test_some_french_letters_leave_the_short_alphabet(letter):
    assert measure(letter, segment_cost=Decimal(6)).alphabet is Alphabet.UCS_2


@pytest.mark.parametrize("letter", "éèàùÉÇ")
def test_others_stay_in_it(letter):
    assert measure(letter, segment_cost=Decimal(6)).alphabet is Alphabet.GSM_7

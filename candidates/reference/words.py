"""Words that a subject must not carry: it shows on a locked phone, and in a shared letter box."""

import re
import unicodedata


# Beginnings of words, without accents.
SENSITIVE = (
    "violen",
    "conjugal",
    "expuls",
    "maladi",
    "medic",
    "sante",
    "handicap",
    "rqth",
    "addict",
    "alcool",
    "drogue",
    "psych",
    "grossesse",
    "enceinte",
    "prison",
    "detention",
    "judiciaire",
    "dette",
    "surendett",
    "rsa",
    "titre de sejour",
    "recepisse",
    "sans papiers",
    "irreguli",
    "asile",
    "refugi",
    "sans domicile",
    "sans abri",
    "sdf",
    "hebergement d urgence",
    "chrs",
    "115",
)
FOUND = re.compile(rf"\b({'|'.join(SENSITIVE)})")
WHOLE = re.compile(r"\W")


def sensitive_word(text: str) -> str:
    """The first word of ``text`` that says something of a person's life; empty when there is none."""
    letters = [unicodedata.normalize("NFD", letter)[:1].lower() or " " for letter in text]
    found = FOUND.search("".join(" " if letter in "’'-\u00a0" else letter for letter in letters))
    if found is None:
        return ""
    end = WHOLE.search(text, found.end())
    return text[found.start() : end.start() if end else len(text)]

"""The lines of a file, read by the very questions that people answer on the site."""

import hashlib
import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache, partial
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from emile.core.forms import NO, YES
from emile.core.prose import INVISIBLE
from territories.enums import OfferKind, Typology
from territories.forms.offers import FORMS, refuse_past
from territories.imports.columns import COLUMNS, COMMUNE, IDENTIFIER, POSTAL_CODE
from territories.imports.rows import Detail, Reader, ReadRow
from territories.models.imports import LONGEST_IDENTIFIER, NAMELESS
from territories.models.offer import NAMES_NOBODY
from territories.models.territory import not_in
from territories.selectors.directories import Directories, Place, plain


# Cells repeat: a contract or a date is understood once.
REMEMBERED = 20_000
UNITS = re.compile(r"\s*(?:€|euros?|m²|m2|h|heures?|semaines?)$", re.IGNORECASE)
YES_OR_NO = {
    **dict.fromkeys(("oui", "o", "vrai", "1", "x", "yes", "true"), YES),
    **dict.fromkeys(("non", "n", "faux", "0", "no", "false"), NO),
}
# What a home is called elsewhere too.
HOMES = {"studio": Typology.T1.value, **{f"f{size.value[1:]}": size.value for size in Typology}}
# Asked of everyone, and answered by what most people would: an empty cell says nothing.
HAVE_A_DEFAULT = {"places", "available_from"}
# What has its own way to be found.
FOUND = {IDENTIFIER, COMMUNE, POSTAL_CODE, "occupation", "provider_name"}
TERRITORY = "territory_id"


def make_reader(kind: OfferKind, known: Directories, today: date) -> Reader:
    return RowReader(kind, known, today).read


class RowReader:
    """For one kind of offer, in some territories."""

    def __init__(self, kind: OfferKind, known: Directories, today: date) -> None:
        form = FORMS[kind]
        self.known, self.today = known, today
        self.labels = {column.name: column.label for column in COLUMNS[kind]}
        self.questions = {
            name: _question(form.base_fields[name]) for name in self.labels if name not in FOUND
        }
        self.finders = {
            IDENTIFIER: self._find_identifier,
            COMMUNE: self._find_commune,
            "occupation": self._find_occupation,
            "provider_name": self._find_provider,
        }
        self.proper = frozenset(form.terms_fields) | {"occupation_id"}

    def read(self, number: int, extra: str, cells: Mapping[str, str]) -> ReadRow:
        """``extra`` is what stands beyond the titles. Nothing is raised: faults are told."""
        values: dict[str, Any] = {}
        faults: list[Detail] = []
        if extra:
            faults.append(("Ligne", "Elle a plus de cellules que le fichier n’a de titres."))
        for name, text in cells.items():
            try:
                if INVISIBLE.search(text):
                    raise ValidationError("Un caractère invisible s’est glissé dans cette cellule.")
                if name in self.questions:
                    if text or name not in HAVE_A_DEFAULT:
                        values[name] = self.questions[name](text)
                elif name in self.finders:
                    values |= self.finders[name](text, cells)
            except ValidationError as refusal:
                faults.append((self.labels[name], " ".join(refusal.messages)))
        try:
            refuse_past(values.get("valid_until"), self.today)
        except ValidationError as refusal:
            faults.append((self.labels["valid_until"], " ".join(refusal.messages)))
        return ReadRow(
            number=number,
            identifier=_safe(cells.get(IDENTIFIER, "")) or _fingerprint(cells),
            common={name: value for name, value in values.items() if name not in self.proper},
            proper={name: value for name, value in values.items() if name in self.proper},
            faults=faults,
        )

    def _find_identifier(self, text: str, cells: Mapping[str, str]) -> dict[str, Any]:
        if len(text) > LONGEST_IDENTIFIER:
            raise ValidationError(f"Une référence a au plus {LONGEST_IDENTIFIER} caractères.")
        return {}

    def _find_commune(self, text: str, cells: Mapping[str, str]) -> dict[str, Any]:
        """By its code, else by its name among those of the territories."""
        place = self._place(text, cells.get(POSTAL_CODE, ""))
        if len(place.territories) > 1:
            raise ValidationError(
                f"{place.name} est dans plusieurs territoires\u00a0: importez-les un par un."
            )
        return {"commune_id": place.pk, TERRITORY: place.territories[0]}

    def _place(self, text: str, postal_code: str) -> Place:
        if not text:
            raise ValidationError("Ce champ est obligatoire.")
        # A spreadsheet takes the zero away from « 01004 ».
        code = text.upper().zfill(5) if text.isdigit() else text.upper()
        if place := self.known.by_code.get(code):
            return place
        if code in self.known.elsewhere:
            raise ValidationError(self._not_here(self.known.elsewhere[code]))
        places = self.known.by_name.get(plain(text), [])
        if postal_code and len(places) > 1:
            places = [one for one in places if postal_code.zfill(5) in one.postal_codes]
        if not places:
            raise ValidationError(
                f"«\u00a0{text[:60]}\u00a0» n’est ni un code INSEE, ni une commune d’ici."
            )
        if len(places) > 1:
            raise ValidationError(
                f"Plusieurs communes répondent à «\u00a0{text[:60]}\u00a0»\u00a0: donnez le code INSEE."
            )
        return places[0]

    def _not_here(self, commune: str) -> str:
        names = list(self.known.territories.values())
        if len(names) == 1:
            return not_in(names[0], commune)
        return f"{commune} n’est dans aucun de vos territoires."

    def _find_occupation(self, text: str, cells: Mapping[str, str]) -> dict[str, Any]:
        found = self.known.occupations.get(text.upper())
        found = found or self.known.occupations_by_name.get(plain(text))
        if found is None:
            raise ValidationError(
                f"«\u00a0{text[:60]}\u00a0» n’est pas un code ROME en vigueur."
                if text
                else "Ce champ est obligatoire."
            )
        return {"occupation_id": found}

    def _find_provider(self, text: str, cells: Mapping[str, str]) -> dict[str, Any]:
        """Somebody of the directory when the name is exactly theirs."""
        name = " ".join(text.split())
        if not name:
            raise ValidationError(NAMES_NOBODY)
        provider = self.known.providers.get(plain(name))
        if provider is not None:
            return {"provider_id": provider, "provider_name": ""}
        longest = 200
        if len(name) > longest:
            raise ValidationError(f"Un nom a au plus {longest} caractères.")
        return {"provider_id": None, "provider_name": name}


def _question(field: forms.Field) -> Callable[[str], Any]:
    """What a cell becomes, or ValidationError as the form would say it."""
    read: Callable[[str], Any]
    match field:
        case forms.TypedChoiceField(empty_value=None):
            read = partial(_chosen, field, _words_of(field) | YES_OR_NO)
        case forms.ChoiceField():
            read = partial(_chosen, field, _words_of(field))
        case forms.IntegerField():
            read = partial(_figure, field)
        case forms.CharField(widget=forms.Textarea()):
            read = field.clean
        case _:
            read = partial(_line, field)
    return lru_cache(REMEMBERED)(read)


def _figure(field: forms.Field, text: str) -> Any:
    return field.clean(UNITS.sub("", text))


def _line(field: forms.Field, text: str) -> Any:
    """It goes into letters, and on one line of a list."""
    return field.clean(" ".join(text.split()))


def _words_of(field: forms.ChoiceField) -> dict[str, str]:
    """The answers by what people write for them: their label, or their code."""
    words = {plain(word): code for code, label in _choices(field) for word in (label, code)}
    return words | {name: code for name, code in HOMES.items() if plain(code) in words}


def _choices(field: forms.ChoiceField) -> list[tuple[str, str]]:
    choices: Any = field.choices
    return [(str(code), str(label)) for code, label in choices]


def _chosen(field: forms.ChoiceField, words: Mapping[str, str], text: str) -> Any:
    code = words.get(plain(text))
    if code is None:
        expected = ", ".join(label for value, label in _choices(field) if value)
        raise ValidationError(
            f"«\u00a0{text[:60]}\u00a0» n’est pas prévu. Écrivez\u00a0: {expected}."
        )
    return field.clean(code)


def _safe(identifier: str) -> str:
    """That of a refused line too is looked for, and told in the report."""
    return INVISIBLE.sub("?", identifier)[:LONGEST_IDENTIFIER]


def _fingerprint(cells: Mapping[str, str]) -> str:
    """What a line without reference is called: by all that it says."""
    said = repr(sorted(cells.items()))
    return f"{NAMELESS}{hashlib.sha256(said.encode()).hexdigest()[:20]}"

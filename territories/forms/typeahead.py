"""Fields that find a commune or an occupation, with and without JavaScript.

Without: a text field and « Chercher », which sends the form and changes nothing; then at most
twenty radio buttons. With: one combobox on the same address (``static/emile/js/typeahead.js``).
A code, or a name that only one bears, needs no choice.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse_lazy
from django.utils.functional import Promise

from territories.models import Commune, Occupation
from territories.selectors import Matches, search_communes, search_occupations


Row = TypeVar("Row", Commune, Occupation)

# The radio button of those who find nothing to choose.
NONE_OF_THESE = "aucun"
LISTED_POSTAL_CODES = 3


@dataclass(frozen=True, slots=True)
class Typed:
    """What came back: the text, the code of a choice, and whether « Chercher » was pressed."""

    text: str = ""
    code: str = ""
    is_search: bool = False

    def __bool__(self) -> bool:
        return bool(self.text or self.code)


# Longer is no name: it is not even searched.
LONGEST_TEXT = 100


@dataclass(frozen=True, slots=True)
class Choice:
    code: str
    label: str
    hint: str


class TypeaheadInput(forms.TextInput):
    template_name = "components/typeahead.html"
    # The radio buttons under the text; the field fills them when there is something to choose.
    choices: tuple[Choice, ...] = ()

    def __init__(self, *, url: str | Promise, legend: str, none_label: str) -> None:
        super().__init__(attrs={"autocomplete": "off"})
        self.url = url
        self.legend = legend
        self.none_label = none_label

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Typed:
        return Typed(
            text=data.get(name, "").replace("\0", "").strip(),
            code=data.get(f"{name}_code", "").replace("\0", ""),
            is_search=f"{name}_search" in data,
        )

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return name not in data and f"{name}_code" not in data

    def format_value(self, value: Typed | None) -> str | None:
        return value.text if value else None

    def get_context(self, name: str, value: Typed | None, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"] |= {
            "url": self.url,
            "legend": self.legend,
            "none_label": self.none_label,
            "none_value": NONE_OF_THESE,
            "code": value.code if value else "",
            "choices": self.choices,
        }
        return context


class TypeaheadField(forms.Field, Generic[Row]):
    """Cleans to a row of ``model``; the rows among which to choose appear under the field."""

    model: type[Row]
    url: ClassVar[str | Promise]
    legend: ClassVar[str]
    none_label: ClassVar[str]
    search: Callable[[str], Matches[Row]]
    # How a row reads in the list; its label is what the text field then holds.
    choice: Callable[[Row], Choice]
    widget: TypeaheadInput

    def __init__(self, **options: Any) -> None:
        options["widget"] = TypeaheadInput(
            url=self.url, legend=self.legend, none_label=self.none_label
        )
        super().__init__(**options)

    def prepare_value(self, value: Any) -> Typed | None:
        if value is None or isinstance(value, Typed):
            return value
        row = value if isinstance(value, self.model) else self.model.objects.get(pk=value)
        chosen = self.choice(row)
        return Typed(text=chosen.label, code=chosen.code)

    def has_changed(self, initial: Any, data: Typed | None) -> bool:
        before = self.prepare_value(initial)
        return (before.code if before else "") != (data.code if data else "")

    def clean(self, value: Any) -> Row | None:
        typed = self.prepare_value(value)
        if typed is None:
            typed = Typed()
        if not typed:
            self.validate(None)
            if typed.is_search:
                raise ValidationError(self.error_messages["empty"], code="empty")
            return None
        if len(typed.text) > LONGEST_TEXT:
            raise ValidationError(self.error_messages["unknown"], code="unknown")
        row = self._chosen(typed) or self._found(typed)
        if typed.is_search:
            self.widget.choices = (self.choice(row),)
            raise ValidationError(self.error_messages["search"], code="search")
        return row

    def _chosen(self, typed: Typed) -> Row | None:
        """The row of the code, unless the text was written anew since it was chosen."""
        row = self.model.objects.filter(code=typed.code).first() if typed.code else None
        if row is None or not typed.text or typed.text == self.choice(row).label:
            return row
        return row if row in self.search(typed.text).rows else None

    def _found(self, typed: Typed) -> Row:
        if typed.code == NONE_OF_THESE:
            raise ValidationError(self.error_messages["none"], code="none")
        matches = self.search(typed.text)
        if matches.only is not None:
            return matches.only
        if not matches.rows:
            raise ValidationError(self.error_messages["unknown"], code="unknown")
        self.widget.choices = tuple(self.choice(row) for row in matches.rows)
        raise ValidationError(self.error_messages["ambiguous"], code="ambiguous")


def commune_choice(commune: Commune) -> Choice:
    departement = commune.departement
    if commune.successor is not None:
        hint = f"aujourd’hui {commune.successor.name}, {departement.name}"
    else:
        codes = commune.postal_codes
        if len(codes) > LISTED_POSTAL_CODES:
            codes = [f"{codes[0]} et {len(codes) - 1} autres codes postaux"]
        hint = ", ".join([*codes, departement.name])
    return Choice(commune.code, f"{commune.name} ({departement.code})", hint)


def occupation_choice(occupation: Occupation) -> Choice:
    return Choice(occupation.code, occupation.label, f"code ROME {occupation.code}")


class CommuneField(TypeaheadField[Commune]):
    """A current commune: one that merged gives the commune that succeeded it."""

    model = Commune
    url = reverse_lazy("territories:commune_search")
    legend = "Choisissez la commune"
    none_label = "Aucune de ces communes"
    default_error_messages = {
        "empty": "Écrivez un nom de commune ou un code postal, puis cherchez.",
        "ambiguous": "Plusieurs communes correspondent\u00a0: choisissez la vôtre.",
        "unknown": "Aucune commune ne porte ce nom. Essayez avec le code postal.",
        "none": "Écrivez le nom autrement, ou essayez avec le code postal.",
        "search": "Commune trouvée\u00a0: vérifiez-la, puis continuez.",
    }
    search = staticmethod(search_communes)
    choice = staticmethod(commune_choice)

    def clean(self, value: Any) -> Commune | None:
        commune = super().clean(value)
        return commune.today if commune else None


class OccupationField(TypeaheadField[Occupation]):
    model = Occupation
    url = reverse_lazy("territories:occupation_search")
    legend = "Choisissez le métier"
    none_label = "Aucun de ces métiers"
    default_error_messages = {
        "empty": "Écrivez un métier, puis cherchez.",
        "ambiguous": "Plusieurs métiers correspondent\u00a0: choisissez le bon.",
        "unknown": "Aucun métier ne correspond. Essayez avec un autre mot.",
        "none": "Essayez avec un autre mot, ou avec le code ROME.",
        "search": "Métier trouvé\u00a0: vérifiez-le, puis continuez.",
    }
    search = staticmethod(search_occupations)
    choice = staticmethod(occupation_choice)

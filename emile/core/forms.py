"""What the forms of every app have in common: usual questions, and two versions side by side."""

from datetime import date
from decimal import Decimal
from typing import Any

from crispy_forms.layout import Column, Row
from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.http import QueryDict
from django.utils.formats import localize
from dsfr.widgets import InlineRadioSelect

from emile.core.once import IGNORED


# Beyond these, a year was mistyped.
PLAUSIBLE = (
    MinValueValidator(date(2000, 1, 1), "Vérifiez l’année de cette date."),
    MaxValueValidator(date(2099, 12, 31), "Vérifiez l’année de cette date."),
)

YES, NO = "yes", "no"


class Compared(forms.BaseForm):
    """A form on a row that others may edit: both versions are shown to the slower.

    Its initial values are those of the row, ``version`` included.
    """

    data: QueryDict
    fields: dict[str, Any]

    def differences(self) -> list[tuple[str, str, str]]:
        """Label, what was typed and what the row says now, where they differ."""
        return [
            (
                str(self[name].label),
                shown(self[name], self[name].data),
                shown(self[name], self[name].initial),
            )
            for name in self.changed_data
            if not self[name].is_hidden and name not in {"on", "reason"}
        ]

    def sent_again(self, version: int) -> list[tuple[str, str]]:
        """What was typed, as fields to send again on top of the current version."""
        typed = [
            (name, value)
            for name, values in self.data.lists()
            for value in values
            if name not in {"version", *IGNORED}
        ]
        return [*typed, ("version", str(version))]


def shown(field: forms.BoundField, value: Any) -> str:
    """A value as people read it: the label of a choice, the text of a search, a date in figures."""
    value = field.field.prepare_value(value)
    if isinstance(value, Decimal):
        return str(localize(value))
    if isinstance(text := getattr(value, "text", None), str):
        return text
    labels = {str(code): label for code, label in getattr(field.field, "choices", ())}
    values = value if isinstance(value, list) else ["" if value is None else value]
    return ", ".join(str(labels.get(str(one), one)) for one in values)


def choice(
    label: str, choices: Any, *, help_text: str = "", required: bool = True
) -> forms.ChoiceField:
    """A question with a handful of answers, all visible."""
    return forms.ChoiceField(
        label=label,
        choices=choices,
        help_text=help_text,
        required=required,
        widget=forms.RadioSelect,
    )


def text(
    label: str, *, help_text: str = "", required: bool = True, rows: int = 4, length: int = 5000
) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=length,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def day(label: str, *, help_text: str = "", required: bool = True) -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=help_text,
        required=required,
        validators=PLAUSIBLE,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class AmountField(forms.DecimalField):
    """Euros, with the spaces that people leave between thousands, and this site too."""

    def to_python(self, value: Any) -> Any:
        return super().to_python("".join(value.split()) if isinstance(value, str) else value)


def money(label: str, *, help_text: str = "En euros.", required: bool = False) -> AmountField:
    return AmountField(
        label=label,
        help_text=help_text,
        min_value=0,
        max_digits=8,
        decimal_places=2,
        required=required,
        localize=True,
    )


def hours(label: str = "Heures par semaine") -> forms.DecimalField:
    return forms.DecimalField(
        label=label,
        min_value=0,
        max_value=60,
        max_digits=4,
        decimal_places=1,
        required=False,
        localize=True,
    )


def side_by_side(*names: str) -> Row:
    """Short answers that read together; one under the other on a phone."""
    return Row(*(Column(name, css_class="fr-col-12 fr-col-md") for name in names))


def yes_or_no(answer: str) -> bool:
    return answer == YES


def yes_no_field(
    label: str, *, unknown: str = "Je ne sais pas encore", help_text: str = ""
) -> forms.TypedChoiceField:
    """Yes, no, or an answer that nobody has yet: None, and never a no."""
    return forms.TypedChoiceField(
        label=label,
        help_text=help_text,
        choices=[
            (YES, "Oui"),
            (NO, "Non"),
            ("", unknown),
        ],
        coerce=yes_or_no,
        empty_value=None,
        required=False,
        widget=InlineRadioSelect,
    )


def said(answer: bool | None) -> str:
    """The initial value of a question that one may not be able to answer yet."""
    return {True: YES, False: NO, None: ""}[answer]


def known_choice_field(
    label: str,
    choices: list[tuple[str, str]],
    *,
    unknown: str = "Je ne sais pas encore",
    help_text: str = "",
    widget: type[forms.Widget] = forms.Select,
) -> forms.ChoiceField:
    """A choice of which « I don't know yet » is a part."""
    return forms.ChoiceField(
        label=label,
        help_text=help_text,
        choices=[*choices, ("", unknown)]
        if widget is not forms.Select
        else [("", unknown), *choices],
        required=False,
        widget=widget,
    )

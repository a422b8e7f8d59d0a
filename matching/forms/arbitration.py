"""What is asked of a run, and what people decide of it."""

from typing import Any

from django import forms
from dsfr.forms import DsfrBaseForm

from emile.core.forms import choice, text
from matching.arbitration.decide import Fairness
from matching.selectors.options import NOTHING, OptionsPage


SENIORITY = [
    (0, "Non\u00a0: seulement ce que chacun y gagne"),
    (25, "Un peu"),
    (50, "Nettement"),
    (100, "Beaucoup"),
]
FLOORS = [
    (0, "Non"),
    (80, "80\u00a0% de ce qui serait le plus juste"),
    (95, "95\u00a0% de ce qui serait le plus juste"),
]


class AskForm(DsfrBaseForm):
    """Both cost something: the page of each run says how much."""

    seniority = forms.TypedChoiceField(
        choices=SENIORITY,
        coerce=int,
        initial=0,
        label="Faut-il favoriser ceux qui attendent depuis longtemps\u00a0?",
        widget=forms.Select,
    )
    floor = forms.TypedChoiceField(
        choices=FLOORS,
        coerce=int,
        initial=0,
        label="Faut-il assurer un minimum à chaque type de ménage\u00a0?",
        widget=forms.Select,
    )

    @property
    def fairness(self) -> Fairness:
        return Fairness(**self.cleaned_data)


class RuleForm(DsfrBaseForm):
    """``page`` says what may be chosen; what other decisions shut can't be."""

    choice = choice("Que reçoit ce ménage\u00a0?", [])
    reason = text("Pourquoi\u00a0?", help_text="Gardé avec la décision.", length=500)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, page: OptionsPage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["choice"].choices = [
            (one.value, f"{one.label}. {one.hint}")
            for one in page.options
            if one.effect is not None and not one.is_given
        ]

    @property
    def chosen(self) -> int | None:
        value = self.cleaned_data["choice"]
        return None if value == NOTHING else int(value)

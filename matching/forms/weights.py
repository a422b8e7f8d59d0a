"""What each term earns, one field per term."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout
from django import forms
from dsfr.forms import DsfrBaseForm

from matching.verdict.score import HIGHEST, RULES, Weights


class PointsForm(DsfrBaseForm):
    """Asked in the address, to see what it would change before it is published."""

    def __init__(self, *args: Any, weights: Weights, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.weights = weights
        for name, rule in RULES.items():
            self.fields[name] = forms.IntegerField(
                label=rule.label,
                min_value=0,
                max_value=HIGHEST,
                initial=weights[name],
                help_text=f"{rule.points} au départ.",
            )
        self.dress()

    def dress(self) -> None:
        """The base class dressed the fields before there were any."""
        for field in self.visible_fields():
            field.field.widget.attrs.setdefault("class", "fr-input")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        earning = [cleaned.get(name) for name in RULES if name != "travel"]
        if not self.errors and not any(earning):
            raise forms.ValidationError(
                "Rien ne rapporterait de points\u00a0: donnez-en à un terme au moins.", code="empty"
            )
        return cleaned

    @property
    def points(self) -> Weights:
        return {name: self.cleaned_data[name] for name in RULES}

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_tag = False
        helper.layout = Layout(*self._parts())
        return helper

    @property
    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        return [(group, [self[name] for name in named]) for group, named in _groups()]

    @property
    def changed(self) -> list[tuple[str, int, str]]:
        """Term, points in force, points asked: those that differ."""
        asked = [(name, str(self[name].value())) for name in RULES]
        return [
            (RULES[name].label, self.weights[name], points)
            for name, points in asked
            if points != str(self.weights[name])
        ]

    @staticmethod
    def _parts() -> Iterator[Fieldset]:
        for group, named in _groups():
            yield Fieldset(group, *named)


def _groups() -> Iterator[tuple[str, list[str]]]:
    for group, named in groupby(RULES, key=lambda name: RULES[name].group):
        yield group, list(named)


class PublishForm(PointsForm):
    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    reason = forms.CharField(
        label="Pourquoi ce changement\u00a0?",
        help_text="Lu par tous ceux qui liront un classement fait avec ce barème.",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def dress(self) -> None:
        """The points were chosen on the page before: they are only carried along."""
        for name in RULES:
            self.fields[name].widget = forms.HiddenInput()
        super().dress()

"""Long acts, in groups of questions."""

from collections.abc import Iterable
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row, Submit
from django import forms
from django.urls import reverse

from candidates.forms.act import ActForm


class LaidOutForm(ActForm):
    """``parts`` are the groups, in order; the day and the reason close the form.

    Shown by ``candidates/act_laid_out.html``, which needs to know where one goes next.
    """

    section = "file_installation"

    def parts(self) -> Iterable[Any]:
        raise NotImplementedError

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_class = "emile-form"
        last = [name for name in ("on", "reason") if name in self.fields]
        helper.layout = Layout(*self.parts(), *last)
        helper.add_input(Submit("finish", self.submit))
        return helper

    def next_url(self) -> str:
        return reverse(f"candidates:{self.section}", args=[self.parcours.public_id])


def side_by_side(*names: str) -> Row:
    """Short answers that read together; one under the other on a phone."""
    return Row(*(Column(name, css_class="fr-col-12 fr-col-md") for name in names))


def money(
    label: str, *, help_text: str = "En euros.", required: bool = False
) -> forms.DecimalField:
    return forms.DecimalField(
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

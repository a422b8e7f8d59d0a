"""Long acts, in groups of questions."""

from collections.abc import Iterable
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
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

"""The months of a territory, all on one page."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from dsfr.forms import DsfrBaseForm
from dsfr.utils import dsfr_input_class_attr

from emile.core.forms import Compared, side_by_side
from emile.core.templatetags.emile import month
from territories.models.welcome import MOST_WELCOMED
from territories.selectors.welcome import MonthRow


class CapacityForm(Compared, DsfrBaseForm):
    """An empty figure is « unknown »; zero says that nobody can be welcomed."""

    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, *args: Any, rows: Sequence[MonthRow], version: int, **more: Any) -> None:
        self.rows = rows
        super().__init__(*args, **more)
        self.fields["version"].initial = version
        for row in rows:
            capacity, note = names_of(row.month)
            self.fields[capacity] = forms.IntegerField(
                label=month(row.month).capitalize(),
                help_text="Ménages qui peuvent être accueillis.",
                min_value=0,
                max_value=MOST_WELCOMED,
                required=False,
                initial=row.capacity,
            )
            self.fields[note] = forms.CharField(
                label=f"Précision pour {month(row.month)}",
                help_text="Congés, travaux, effectif. Pas de nom de ménage.",
                max_length=200,
                required=False,
                initial=row.note,
            )
        for field in self.visible_fields():
            dsfr_input_class_attr(field)

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_class = "emile-form"
        months = [side_by_side(*names_of(row.month)) for row in self.rows]
        helper.layout = Layout("version", *months)
        helper.add_input(Submit("finish", "Enregistrer"))
        return helper

    @property
    def months(self) -> dict[date, tuple[int | None, str]]:
        """What the service takes."""
        given = self.cleaned_data
        return {
            row.month: (given[capacity], given[note])
            for row in self.rows
            for capacity, note in [names_of(row.month)]
        }


def names_of(first_day: date) -> tuple[str, str]:
    return f"capacity_{first_day:%Y_%m}", f"note_{first_day:%Y_%m}"

"""What is asked to keep a view of the list, or to choose its columns."""

from typing import Any

from django import forms
from dsfr.forms import DsfrBaseForm

from candidates.enums import ListColumn
from candidates.models import SavedView


class SavedViewForm(DsfrBaseForm, forms.ModelForm):
    class Meta:
        model = SavedView
        fields = ["name", "is_shared"]
        help_texts = {
            "name": "Par exemple «\u00a0À rappeler cette semaine\u00a0». Jamais le nom d’un ménage.",
            "is_shared": "Vos collègues la trouveront dans leur liste.",
        }


class ColumnsForm(DsfrBaseForm):
    columns = forms.MultipleChoiceField(
        label="Colonnes du tableau",
        help_text="La référence et les personnes du ménage y sont toujours.",
        choices=ListColumn.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Gardez au moins une colonne."},
    )

    def __init__(self, *args: Any, columns: list[ListColumn], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["columns"].initial = columns

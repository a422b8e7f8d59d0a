"""What is asked before a list leaves the site."""

from django import forms
from dsfr.forms import DsfrBaseForm

from emile.core.exports import ExportFormat


class ExportForm(DsfrBaseForm):
    format = forms.ChoiceField(
        label="Format",
        choices=ExportFormat.choices,
        initial=ExportFormat.XLSX,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choisissez un format.",
            "invalid_choice": "Choisissez un format de la liste.",
        },
    )
    reason = forms.CharField(
        label="À quoi servira ce fichier",
        help_text="La coordination lit cette raison. Jamais le nom d’un ménage.",
        max_length=300,
        required=False,
    )

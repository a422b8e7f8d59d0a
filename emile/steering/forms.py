"""What a person says of a message that is put aside."""

from django import forms
from dsfr.forms import DsfrBaseForm


class DiscardForm(DsfrBaseForm):
    reason = forms.CharField(
        label="Pourquoi ce message est-il écarté\u00a0?",
        help_text="Par exemple\u00a0: la personne a été prévenue au téléphone.",
        max_length=200,
        error_messages={"required": "Dites pourquoi ce message est écarté."},
    )

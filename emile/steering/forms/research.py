"""What is asked of whoever wants a research set, and of whoever refuses one."""

from django import forms
from django.core.validators import MinLengthValidator
from dsfr.forms import DsfrBaseForm


class ReleaseForm(DsfrBaseForm):
    laboratory = forms.CharField(
        label="Laboratoire ou service destinataire",
        max_length=200,
        error_messages={"required": "Dites qui recevra ces données."},
    )
    agreement = forms.CharField(
        label="Référence de la convention",
        help_text="Celle que le destinataire a signée. Par exemple\u00a0: Convention 2026-12.",
        max_length=100,
        error_messages={"required": "Donnez la référence de la convention."},
    )
    purpose = forms.CharField(
        label="Finalité",
        help_text="Ce qui sera étudié, en une ou deux phrases. Sans nom de personne.",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        validators=[MinLengthValidator(20, "Dites en une phrase au moins ce qui sera étudié.")],
        error_messages={"required": "Dites ce qui sera étudié."},
    )


class RefusalForm(DsfrBaseForm):
    why = forms.CharField(
        label="Pourquoi cette demande est-elle refusée\u00a0?",
        help_text="La personne qui demande le lira.",
        max_length=500,
        error_messages={"required": "Dites pourquoi cette demande est refusée."},
    )

"""One line of an installation's costs, and the aid that goes with it."""

from collections.abc import Iterable
from typing import Any

from crispy_forms.layout import Fieldset
from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse

from candidates.enums import AidAnswer, Expense, Payer
from candidates.forms.act import EditForm
from candidates.forms.laid_out import LaidOutForm
from candidates.models.aid import AID_FIELDS
from emile.core.forms import day, known_choice_field, money, side_by_side


class AidForm(LaidOutForm):
    submit = "Ajouter cette dépense"
    kind = forms.ChoiceField(label="Quelle dépense\u00a0?", choices=Expense.choices)
    details = forms.CharField(label="Précisions", max_length=200, required=False)
    cost = money("Montant à payer", required=True)
    due_on = day("À payer le", required=False)
    payer = forms.ChoiceField(label="Qui paie\u00a0?", choices=Payer.choices)
    answer = forms.ChoiceField(
        label="Où en est l’aide\u00a0?", choices=AidAnswer.choices, initial=AidAnswer.TO_ASK
    )
    asked_on = day("Demandée le", required=False)
    asked_amount = money("Montant demandé")
    granted_amount = money("Montant accordé")
    paid_on = day("Versée le", required=False)
    advanced_by = known_choice_field(
        "Qui avance l’argent\u00a0?",
        Payer.choices,
        unknown="Personne",
        help_text="Quand l’aide arrive après la date à payer.",
    )
    repaid_on = day("Avance remboursée le", required=False)

    def parts(self) -> Iterable[Any]:
        yield Fieldset("La dépense", "kind", "details", side_by_side("cost", "due_on"))
        yield Fieldset(
            "Qui paie",
            side_by_side("payer", "answer"),
            side_by_side("asked_on", "asked_amount"),
            side_by_side("granted_amount", "paid_on"),
        )
        yield Fieldset("L’avance", side_by_side("advanced_by", "repaid_on"))

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        granted = answers.get("granted_amount")
        if answers.get("answer") in {AidAnswer.GRANTED, AidAnswer.PAID} and granted is None:
            self.add_error("granted_amount", ValidationError("Indiquez le montant.", "required"))
        if answers.get("answer") == AidAnswer.PAID and answers.get("paid_on") is None:
            self.add_error("paid_on", ValidationError("Indiquez la date.", "required"))
        if answers.get("repaid_on") and not answers.get("advanced_by"):
            self.add_error(
                "advanced_by", ValidationError("Dites qui avait avancé cet argent.", "required")
            )
        return answers

    def next_url(self) -> str:
        return reverse("candidates:installation_budget", args=[self.parcours.public_id])


class EditAidForm(AidForm, EditForm):
    submit = "Enregistrer"

    def prepare(self) -> None:
        for name in ("version", *AID_FIELDS):
            self.fields[name].initial = getattr(self.about, name)

    def parts(self) -> Iterable[Any]:
        yield "version"
        yield from super().parts()

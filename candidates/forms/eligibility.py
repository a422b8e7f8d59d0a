"""The acts of the first two stages."""

from datetime import date
from typing import Any

from django import forms

from candidates.eligibility import is_eligible
from candidates.enums import CallOutcome
from candidates.forms.act import ActForm
from candidates.models import ContactPoint
from candidates.selectors.criteria import judgements_on
from candidates.selectors.documents import missing_documents
from candidates.selectors.eligibility import call_log, numbers_of, upstream_operators
from emile.core.forms import choice, day, text
from emile.core.templatetags.emile import count, phone
from operators.models import Organisation


class ConfirmOrientationForm(ActForm):
    intro = (
        "En confirmant, votre structure s’engage à co-accompagner le ménage jusqu’à son "
        "installation. La coordination prend alors contact avec lui."
    )
    submit = "Confirmer l’orientation"


class NumberField(forms.ModelChoiceField):
    """A number, whose it is, and how to use it."""

    def label_from_instance(self, obj: ContactPoint) -> str:
        safety = "ne pas laisser de message" if obj.is_message_safe is False else ""
        details = [
            obj.hours and f"appeler\u00a0: {obj.hours}",
            obj.language and f"parle {obj.language}",
            "interprète nécessaire" if obj.needs_interpreter else "",
            safety,
        ]
        whose = obj.whose or obj.person.full_name
        return ", ".join(filter(None, [f"{phone(obj.value)} ({whose})", *details]))


class CallForm(ActForm):
    """The number matters: a wrong one is told apart from nobody answering."""

    contact = NumberField(
        label="Numéro appelé",
        queryset=ContactPoint.objects.none(),
        required=False,
        empty_label="Un autre numéro",
        widget=forms.RadioSelect,
    )
    outcome = choice("Résultat de l’appel", CallOutcome.choices)
    next_call_on = day(
        "Prochain appel prévu le", required=False, help_text="Si vous devez rappeler."
    )

    def prepare(self) -> None:
        self.log = call_log(self.parcours)
        numbers = numbers_of(self.parcours, self.today)
        # Kept in their order: the candidate's own first.
        field = self.fields["contact"]
        field.queryset = ContactPoint.objects.filter(pk__in=[one.pk for one in numbers])
        field.choices = [
            *((one.pk, field.label_from_instance(one)) for one in numbers),
            ("", field.empty_label),
        ]
        field.initial = numbers[0].pk if numbers else None

    def clean_next_call_on(self) -> date | None:
        planned: date | None = self.cleaned_data["next_call_on"]
        if planned and planned < self.today:
            raise forms.ValidationError("Ce jour est passé.", code="past")
        return planned


class OperatorField(forms.ModelChoiceField):
    """An operator and how busy it is."""

    def label_from_instance(self, obj: Any) -> str:
        busy = f"{count(obj.open_cases, 'dossier')} en cours, dont {obj.new_cases} à commencer"
        mandate = "" if obj.has_mandate else "\u00a0; mandat non enregistré"
        return f"{obj.name}\u00a0: {busy}{mandate}"


class EligibleForm(ActForm):
    """An override is asked for only when a criterion is not met."""

    submit = "Déclarer éligible et confier"
    upstream = OperatorField(
        label="Confier à quel opérateur amont\u00a0?",
        queryset=Organisation.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
    )
    message = text(
        "Un mot à l’opérateur",
        help_text="Ce qu’il doit savoir avant sa première rencontre.",
        required=False,
        rows=3,
    )

    def prepare(self) -> None:
        self.fields["upstream"].queryset = upstream_operators(self.today)
        self.log = call_log(self.parcours)
        self.missing = missing_documents(self.parcours)
        self.judgements = judgements_on(self.parcours, self.today)
        if not is_eligible(one.verdict for one in self.judgements):
            self.fields["override_reason"] = text(
                "Motif de la dérogation",
                help_text="Un critère au moins n’est pas rempli ou reste à vérifier\u00a0: "
                "dites pourquoi le ménage peut continuer.",
                required=False,
            )


class ReturnForm(ActForm):
    """Any act whose whole content is its reason."""

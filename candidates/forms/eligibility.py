"""The acts of the first two stages."""

from django import forms

from candidates.eligibility import is_eligible
from candidates.enums import CallOutcome
from candidates.forms.act import ActForm, choice, text
from candidates.selectors.criteria import judgements_on
from operators.enums import OrganisationKind
from operators.models import Organisation


class ConfirmOrientationForm(ActForm):
    intro = (
        "En confirmant, votre structure s’engage à co-accompagner le ménage jusqu’à son "
        "installation. La coordination prend alors contact avec lui."
    )
    submit = "Confirmer l’orientation"


class CallForm(ActForm):
    outcome = choice("Résultat de l’appel", CallOutcome.choices)


class EligibleForm(ActForm):
    """An override is asked for only when a criterion is not met."""

    submit = "Déclarer éligible et confier"
    upstream = forms.ModelChoiceField(
        label="Confier à quel opérateur amont\u00a0?",
        queryset=Organisation.objects.none(),
        empty_label="Choisir un opérateur",
    )

    def prepare(self) -> None:
        upstream = Organisation.objects.active().of_kind(OrganisationKind.UPSTREAM)
        self.fields["upstream"].queryset = upstream.order_by("name_norm", "pk")
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

"""A convention: with whom, for what, how much."""

from typing import Any

from django import forms
from django.db.models import Q
from dsfr.forms import DsfrBaseForm

from emile.core.forms import AmountField, Compared, day
from emile.core.models.dated import ENDS_BEFORE_IT_STARTS
from emile.core.prose import NBSP
from emile.steering.models import PAID, Convention, Indicator
from operators.models import Organisation


GOAL = "goal_"


class ConventionForm(Compared, DsfrBaseForm):
    """``indicators`` are those that may be an objective."""

    organisation = forms.ModelChoiceField(
        label="Organisation",
        queryset=Organisation.objects.none(),
        to_field_name="public_id",
        empty_label="Choisissez une organisation",
        error_messages={
            "required": "Choisissez une organisation.",
            "invalid_choice": "Choisissez une organisation de la liste.",
        },
    )
    reference = forms.CharField(
        label="Référence", help_text="Celle de la convention signée.", max_length=60
    )
    signed_on = day("Signée le")
    since = day("Du")
    until = day("Au", help_text="Ce jour compris.")
    amount = AmountField(
        label="Montant",
        help_text="En euros, pour toute la durée.",
        min_value=0,
        max_digits=11,
        decimal_places=2,
        localize=True,
    )
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput, initial=0)

    def __init__(self, *args: Any, indicators: list[Indicator], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        paid = Q()
        for kind in PAID:
            paid |= Q(kinds__contains=[kind])
        organisations: Any = self.fields["organisation"]
        organisations.queryset = Organisation.objects.active().filter(paid).order_by("name", "pk")
        for indicator in indicators:
            self.fields[f"{GOAL}{indicator.code}"] = forms.IntegerField(
                label=f"Objectif{NBSP}: {indicator.label[0].lower()}{indicator.label[1:]}",
                help_text="Un nombre, pour toute la durée.",
                min_value=1,
                max_value=100_000,
                required=False,
                widget=forms.NumberInput(attrs={"class": "fr-input"}),
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            self.add_error("until", ENDS_BEFORE_IT_STARTS)
        return cleaned

    @property
    def values(self) -> dict[str, Any]:
        """As ``keep_convention`` takes them."""
        given = self.cleaned_data
        goals = {
            name.removeprefix(GOAL): value
            for name, value in given.items()
            if name.startswith(GOAL) and value is not None
        }
        fields = {name: value for name, value in given.items() if not name.startswith(GOAL)}
        return {**fields, "objectives": goals}


def answers_of(convention: Convention) -> dict[str, Any]:
    """As the form shows a convention that is there."""
    return {
        "organisation": convention.organisation,
        "reference": convention.reference,
        "signed_on": convention.signed_on,
        "since": convention.since,
        "until": convention.until,
        "amount": convention.amount,
        "version": convention.version,
        **{f"{GOAL}{one.code}": one.target for one in convention.objectives.all()},
    }

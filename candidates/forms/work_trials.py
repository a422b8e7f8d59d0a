"""A PMSMP: agreed upon, then told."""

from typing import Any

from django import forms

from candidates.enums import TrialOutcome, TrialPurpose
from candidates.forms.act import ActForm
from candidates.forms.plan import InPlan
from candidates.models import Person
from candidates.models.plan import LONGEST_TRIAL
from candidates.selectors import moving_adults
from emile.core.forms import choice, day, text as words
from territories.forms import OccupationField


class WhoField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Person) -> str:
        return obj.full_name


class PlanTrialForm(InPlan, ActForm):
    intro = (
        "Une PMSMP fait découvrir un métier dans une entreprise, un mois au plus, sous une "
        "convention (Cerfa 13912). Ce n’est pas le séjour d’immersion."
    )
    submit = "Enregistrer la PMSMP"
    person = WhoField(
        label="Qui part en entreprise\u00a0?",
        queryset=Person.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
    )
    purpose = choice("Pourquoi\u00a0?", TrialPurpose.choices)
    occupation = OccupationField(label="Métier")
    business = forms.CharField(label="Entreprise ou structure d’accueil", max_length=200)
    agreement_number = forms.CharField(
        label="Numéro de la convention",
        max_length=40,
        required=False,
        help_text="Celui du Cerfa 13912, dès que vous l’avez.",
    )
    starts_on = day("Du")
    ends_on = day("Au", help_text="Un mois au plus.")

    def prepare(self) -> None:
        adults = moving_adults(self.parcours, self.today)
        people = Person.objects.filter(pk__in=[adult.pk for adult in adults])
        self.fields["person"].queryset = people.order_by("pk")
        if len(adults) == 1:
            self.fields["person"].initial = adults[0].pk
            self.fields["occupation"].initial = adults[0].retained_project

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        starts_on, ends_on = answers.get("starts_on"), answers.get("ends_on")
        if not starts_on or not ends_on:
            return answers
        if ends_on < starts_on:
            self.add_error("ends_on", "La fin précède le début.")
        elif ends_on >= starts_on + LONGEST_TRIAL:
            self.add_error(
                "ends_on", "Une PMSMP dure un mois au plus\u00a0: rapprochez la fin du début."
            )
        return answers


class ReportTrialForm(InPlan, ActForm):
    outcome = choice("Comment s’est-elle passée\u00a0?", TrialOutcome.choices)
    text = words(
        "Ce qu’on en retient",
        help_text="Pour le projet\u00a0: ce qui plaît, ce qui manque, ce que dit l’entreprise.",
        required=False,
    )

    def prepare(self) -> None:
        self.intro = f"{self.about.person.full_name}, {self.about.business}"

"""The acts that settle a household, and those that follow it."""

from dataclasses import dataclass
from typing import Any

from django import forms
from dsfr.widgets import InlineRadioSelect

from candidates.enums import (
    HousingSolution,
    JobSolution,
    MilestoneKind,
    Outcome,
    Track,
    YesNoUnknown,
)
from candidates.forms.act import ActForm, choice, day
from candidates.models import Person
from candidates.selectors import agreements, moving_adults
from candidates.selectors.settling import visited
from territories.forms import CommuneField, OccupationField


class AdultField(forms.ModelChoiceField):
    """One of the adults who move."""

    def __init__(self, label: str) -> None:
        super().__init__(
            Person.objects.none(),
            label=label,
            to_field_name="public_id",
            empty_label=None,
            widget=forms.RadioSelect,
        )

    def among(self, adults: list[Person]) -> None:
        self.queryset = Person.objects.filter(pk__in=[adult.pk for adult in adults])
        if len(adults) == 1:
            self.initial = adults[0]

    def label_from_instance(self, obj: Any) -> str:
        name: str = obj.full_name
        return name


class ValidateForm(ActForm):
    intro = (
        "Quand toutes les parties sont d’accord et que chaque adulte est en situation régulière, "
        "le projet est validé et l’installation se prépare."
    )
    submit = "Valider le projet"


class JobForm(ActForm):
    person = AdultField("Pour qui\u00a0?")
    kind = choice("Solution", JobSolution.choices)
    occupation = OccupationField(label="Métier", help_text="Nom ou code ROME.")
    with_whom = forms.CharField(
        label="Employeur ou organisme de formation", max_length=200, required=False
    )
    starts_on = day("Début le")

    def prepare(self) -> None:
        self.fields["person"].among(moving_adults(self.parcours, self.today))
        if placement := agreements.active_placement(self.parcours):
            self.fields["occupation"].initial = placement.occupation


class HomeForm(ActForm):
    kind = choice("Solution", HousingSolution.choices)
    commune = CommuneField(label="Commune", help_text="Nom ou code postal.")
    landlord = forms.CharField(label="Bailleur ou gestionnaire", max_length=200, required=False)
    available_on = day("Disponible le")

    def prepare(self) -> None:
        if placement := agreements.active_placement(self.parcours):
            self.fields["commune"].initial = placement.home_commune


class DerogationForm(ActForm):
    intro = "Le ménage pourra s’installer sans que ce volet soit complet."
    submit = "Accorder la dérogation"
    track = choice("Volet", Track.choices)


class SettleForm(ActForm):
    """The day of the act is the day the household moved in."""

    intro = "Le suivi commence ce jour-là, avec des points 1, 3 et 6 mois après."
    submit = "Enregistrer l’installation"

    def prepare(self) -> None:
        self.fields["on"].label = "Installation faite le"
        self.fields["on"].help_text = "Le jour de l’entrée dans le logement."


@dataclass(frozen=True, slots=True)
class AdultLine:
    person: Person
    fields: list[forms.BoundField]


QUESTIONS = {
    "still_there": "Toujours là\u00a0?",
    "works_or_trains": "En emploi ou en formation\u00a0?",
    "thinks_of_staying": "Pense rester\u00a0?",
}


class VisitForm(ActForm):
    """Three questions for each adult. Nobody answered: the visit is noted, and counts as a try."""

    intro = (
        "Deux minutes suffisent. Sans réponse, enregistrez tout de même\u00a0: l’essai est noté."
    )
    submit = "Enregistrer la visite"
    milestone = choice("Quel point de suivi\u00a0?", MilestoneKind.choices)

    def prepare(self) -> None:
        done = visited(self.parcours)
        waiting = [kind for kind in MilestoneKind if kind not in done]
        self.fields["milestone"].initial = waiting[0] if waiting else MilestoneKind.M6
        self.adults = moving_adults(self.parcours, self.today)
        for adult in self.adults:
            for name, label in QUESTIONS.items():
                self.fields[f"{adult.public_id}-{name}"] = forms.ChoiceField(
                    label=label,
                    choices=YesNoUnknown.choices,
                    initial=YesNoUnknown.UNKNOWN,
                    widget=InlineRadioSelect,
                )

    @property
    def opening_fields(self) -> list[forms.BoundField]:
        return [self["milestone"]]

    @property
    def lines(self) -> list[AdultLine]:
        return [
            AdultLine(adult, [self[f"{adult.public_id}-{name}"] for name in QUESTIONS])
            for adult in self.adults
        ]

    @property
    def closing_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in ("on", "reason") if name in self.fields]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if self.errors:
            return given
        return {
            **{name: given[name] for name in ("on", "reason") if name in given},
            "milestone": given["milestone"],
            "answers": {
                adult: {name: given[f"{adult.public_id}-{name}"] for name in QUESTIONS}
                for adult in self.adults
            },
        }


class CloseForm(ActForm):
    intro = "Le dossier reste lisible par les équipes\u00a0; on peut encore y noter un échange."
    submit = "Terminer l’accompagnement"
    outcome = choice("Où en est le ménage\u00a0?", Outcome.choices)

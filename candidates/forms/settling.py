"""The acts that settle a household, and those that follow it."""

from typing import Any

from django import forms

from candidates.enums import (
    HousingSolution,
    JobSolution,
    Track,
)
from candidates.forms.act import ActForm, choice, day
from candidates.models import Person
from candidates.selectors import agreements, moving_adults
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

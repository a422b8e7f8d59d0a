"""The project: one page for each adult's job, one for the home, one for the planned day."""

from collections.abc import Iterable
from typing import Any

from crispy_forms.layout import Fieldset
from django import forms
from django.urls import reverse

from candidates.enums import Certainty, ContractKind, Typology, WorkKind
from candidates.forms.act import EditForm
from candidates.forms.laid_out import LaidOutForm
from candidates.selectors.project import home_of
from emile.core.forms import choice, day, hours, known_choice_field, money, side_by_side
from territories.forms import CommuneField, OccupationField


CALLS_BACK = (
    "Ce que l’on ne sait pas encore reste vide. Un changement redemande leur avis aux seules "
    "parties qu’il concerne."
)


class ProjectPartForm(LaidOutForm, EditForm):
    """``row`` is what the page rewrites, None as long as nobody has written of it: version 0."""

    section = "file_project"
    submit = "Enregistrer"
    intro = CALLS_BACK
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    names: tuple[str, ...] = ()

    def prepare(self) -> None:
        row = self.row()
        self.fields["version"].initial = row.version if row else 0
        for name in self.names if row else ():
            self.fields[name].initial = getattr(row, name)

    def row(self) -> Any:
        raise NotImplementedError

    def next_url(self) -> str:
        section = reverse(f"candidates:{self.section}", args=[self.parcours.public_id])
        return f"{section}#project"


def certainty() -> forms.ChoiceField:
    field = choice(
        "Où on en est",
        Certainty.choices,
        help_text="Une fois promis, l’employeur ou le bailleur donne aussi son avis.",
    )
    field.initial = Certainty.SEARCHING
    return field


def details(help_text: str) -> forms.CharField:
    return forms.CharField(label="Précisions", help_text=help_text, max_length=300, required=False)


class JobForm(ProjectPartForm):
    certainty = certainty()
    kind = choice("Solution", WorkKind.choices)
    occupation = OccupationField(label="Métier", help_text="Nom ou code ROME.")
    employer = forms.CharField(
        label="Employeur ou organisme de formation", max_length=200, required=False
    )
    contract = known_choice_field("Contrat", ContractKind.choices)
    weekly_hours = hours()
    starts_on = day("Début le", required=False)
    details = details("Horaires, lieu, permis demandé, période d’essai.")
    names = (
        "certainty",
        "kind",
        "occupation",
        "employer",
        "contract",
        "weekly_hours",
        "starts_on",
        "details",
    )

    def prepare(self) -> None:
        placement = self.parcours.placements.active().for_detail().get()
        self.job = next(
            (job for job in placement.jobs.all() if job.person_id == self.about.pk), None
        )
        self.fields["kind"].initial = WorkKind.JOB
        self.fields["occupation"].initial = placement.occupation
        super().prepare()
        self.intro = f"Pour {self.about.full_name}. {CALLS_BACK}"

    def row(self) -> Any:
        return self.job

    def parts(self) -> Iterable[Any]:
        yield "version"
        yield Fieldset("Avancement", "certainty", "kind")
        yield Fieldset("Avec qui, pour quel métier", "occupation", "employer")
        yield Fieldset(
            "Les conditions", side_by_side("contract", "weekly_hours"), "starts_on", "details"
        )


class HomeForm(ProjectPartForm):
    certainty = certainty()
    landlord = forms.CharField(label="Bailleur ou gestionnaire", max_length=200, required=False)
    commune = CommuneField(label="Commune", help_text="Nom ou code postal.", required=False)
    typology = known_choice_field("Type de logement", Typology.choices)
    surface = forms.IntegerField(
        label="Surface", help_text="En m².", min_value=1, max_value=500, required=False
    )
    rent = money("Loyer mensuel hors charges")
    charges = money("Charges mensuelles")
    available_on = day("Disponible le", required=False)
    details = details("Étage, ascenseur, chauffage, meubles.")
    names = (
        "certainty",
        "landlord",
        "commune",
        "typology",
        "surface",
        "rent",
        "charges",
        "available_on",
        "details",
    )

    def row(self) -> Any:
        return home_of(self.about)

    def parts(self) -> Iterable[Any]:
        yield "version"
        yield Fieldset("Avancement", "certainty", "landlord", "available_on")
        yield Fieldset("Le logement", "commune", side_by_side("typology", "surface"), "details")
        yield Fieldset("Ce qu’il coûte", side_by_side("rent", "charges"))


class DatesForm(ProjectPartForm):
    intro = (
        "La date à laquelle le ménage devrait emménager. Elle peut changer\u00a0: on redemande alors "
        "leur avis aux adultes, à l’opérateur d’accueil, à l’employeur et au bailleur."
    )
    planned_move_on = day("Installation prévue le", required=False)
    names = ("planned_move_on",)

    def row(self) -> Any:
        return self.about

    def parts(self) -> Iterable[Any]:
        yield "version"
        yield Fieldset("La date", "planned_move_on")

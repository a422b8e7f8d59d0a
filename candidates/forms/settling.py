"""The acts that settle a household: two tracks, a planned day, the day itself."""

from collections.abc import Iterable
from typing import Any

from crispy_forms.layout import Fieldset
from django import forms
from django.core.exceptions import ValidationError

from candidates.enums import ContractKind, HousingSolution, JobSolution, ReasonUse, Track
from candidates.forms.act import ActForm, ReasonField
from candidates.forms.laid_out import LaidOutForm
from candidates.models import HousingCommitment, JobCommitment, Person
from candidates.selectors import agreements, moving_adults
from candidates.selectors.project import home_of
from candidates.selectors.tracks import found_homes, found_jobs
from emile.core.forms import (
    choice,
    day,
    hours,
    known_choice_field,
    side_by_side,
    text,
    yes_no_field,
)
from emile.core.templatetags.emile import short_day
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


class JobForm(LaidOutForm):
    """What is asked depends on the solution: only a job has a contract, only a training a title."""

    person = AdultField("Pour qui\u00a0?")
    kind = choice("Solution", JobSolution.choices)
    occupation = OccupationField(label="Métier", help_text="Nom ou code ROME.")
    with_whom = forms.CharField(
        label="Employeur ou organisme de formation",
        help_text="Ou l’agence d’intérim. Rien pour une création d’activité.",
        max_length=200,
        required=False,
    )
    contract = known_choice_field(
        "Contrat",
        ContractKind.choices,
        help_text="Pour une embauche ou une mission d’intérim.",
    )
    weekly_hours = hours()
    is_qualifying = yes_no_field(
        "La formation mène-t-elle à un diplôme ou à un titre\u00a0?",
        help_text="Pour une entrée en formation.",
    )
    starts_on = day("Début le")
    ends_on = day("Fin le", help_text="Pour une durée limitée.", required=False)
    first_pay_on = day(
        "Premier versement le",
        help_text="Sans réponse\u00a0: la fin du premier mois.",
        required=False,
    )

    def prepare(self) -> None:
        """What the project says of the first adult's job is not typed again."""
        adults = moving_adults(self.parcours, self.today)
        self.fields["person"].among(adults)
        if (placement := agreements.active_placement(self.parcours)) is None:
            return
        self.fields["occupation"].initial = placement.occupation
        known = {job.person_id: job for job in placement.jobs.all()}
        if job := next((known[adult.pk] for adult in adults if adult.pk in known), None):
            self.fields["person"].initial = job.person
            self.fields["with_whom"].initial = job.employer
            for name in ("occupation", "contract", "weekly_hours", "starts_on"):
                self.fields[name].initial = getattr(job, name)

    def parts(self) -> Iterable[Any]:
        yield Fieldset("La solution", "person", "kind", "occupation", "with_whom")
        yield Fieldset("Le contrat ou la formation", "contract", "weekly_hours", "is_qualifying")
        yield Fieldset("Les dates", side_by_side("starts_on", "ends_on", "first_pay_on"))

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        kind = answers.get("kind")
        if kind == JobSolution.TRAINING and not answers.get("with_whom"):
            self.add_error("with_whom", ValidationError("Indiquez l’organisme.", "required"))
        if kind in {JobSolution.TRAINING, JobSolution.SELF_EMPLOYED} and answers.get("contract"):
            self.add_error(
                "contract",
                ValidationError("Cette solution n’a pas de contrat de travail.", "contract"),
            )
        return answers


class HomeForm(LaidOutForm):
    kind = choice("Solution", HousingSolution.choices)
    commune = CommuneField(label="Commune", help_text="Nom ou code postal.")
    landlord = forms.CharField(label="Bailleur ou gestionnaire", max_length=200, required=False)
    attributed_on = day(
        "Attribué ou signé le",
        help_text="La commission d’attribution pour un logement social, la signature du bail ou "
        "du contrat sinon.",
        required=False,
    )
    reference = forms.CharField(
        label="Référence d’attribution",
        help_text="Celle du courrier du bailleur social.",
        max_length=60,
        required=False,
    )
    available_on = day("Disponible le")
    ends_on = day(
        "Jusqu’au",
        help_text="Pour un logement de transition, une résidence ou un foyer.",
        required=False,
    )

    def prepare(self) -> None:
        placement = agreements.active_placement(self.parcours)
        if placement and (home := home_of(placement)):
            for name in ("commune", "landlord", "available_on"):
                self.fields[name].initial = getattr(home, name)

    def parts(self) -> Iterable[Any]:
        yield Fieldset("Le logement", "kind", "commune", "landlord")
        yield Fieldset("L’attribution ou le bail", side_by_side("attributed_on", "reference"))
        yield Fieldset("Les dates", side_by_side("available_on", "ends_on"))

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        if answers.get("kind") == HousingSolution.SOCIAL and not answers.get("attributed_on"):
            self.add_error(
                "attributed_on",
                ValidationError(
                    "Un logement social compte une fois attribué\u00a0: indiquez la date "
                    "d’attribution.",
                    "required",
                ),
            )
        return answers


class DerogationForm(ActForm):
    intro = "Le ménage pourra s’installer sans que ce volet soit complet."
    submit = "Accorder la dérogation"
    track = choice("Volet", Track.choices)


class LoseTrackForm(ActForm):
    """The jobs and homes that still hold, among which one has fallen through."""

    intro = (
        "Seul ce volet est à reprendre\u00a0: l’autre reste acquis. Les parties que cela concerne "
        "redonnent leur avis quand une nouvelle solution est trouvée."
    )
    submit = "Enregistrer la perte"
    lost = choice("Qu’est-ce qui est perdu\u00a0?", ())
    loss_reason = ReasonField("Pourquoi\u00a0?")
    reason = text(
        "Précisions", help_text="Lues par les équipes du dossier.", required=False, rows=3
    )

    def prepare(self) -> None:
        self.found: dict[str, JobCommitment | HousingCommitment] = {}
        for job in found_jobs(self.parcours).select_related("event"):
            self.found[f"job-{job.event.sequence}"] = job
        for home in found_homes(self.parcours).select_related("event"):
            self.found[f"home-{home.event.sequence}"] = home
        self.fields["lost"].choices = [
            (key, self._told(commitment)) for key, commitment in self.found.items()
        ]
        self.fields["loss_reason"].among(ReasonUse.TRACK_LOST, self.parcours.stage_since)
        self.fields["on"].label = "Perdu le"

    def _told(self, found: JobCommitment | HousingCommitment) -> str:
        if isinstance(found, JobCommitment):
            return (
                f"{found.get_kind_display()} de {found.person.full_name}, "
                f"à partir du {short_day(found.starts_on)}"
            )
        return f"{found.get_kind_display()} à {found.commune.name}"

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        if "lost" in answers:
            answers["lost"] = self.found[answers["lost"]]
        return answers


class MoveDateForm(ActForm):
    submit = "Déplacer la date"
    planned_move_on = day("Installation prévue maintenant le")
    slip_reason = ReasonField("Pourquoi\u00a0?")
    reason = text(
        "Précisions", help_text="Lues par les équipes du dossier.", required=False, rows=3
    )

    def prepare(self) -> None:
        placement = agreements.active_placement(self.parcours)
        planned = placement.planned_move_on if placement else None
        told = f"Elle était prévue le {short_day(planned)}. " if planned else ""
        self.intro = f"{told}Les parties que les dates concernent redonnent leur avis."
        self.fields["slip_reason"].among(ReasonUse.DATE_SLIP, self.parcours.stage_since)
        self.fields["on"].label = "Décidé le"


class SettleForm(ActForm):
    """The day of the act is the day the household moved in."""

    intro = "Le suivi commence ce jour-là, avec des points 1, 3 et 6 mois après."
    submit = "Enregistrer l’installation"

    def prepare(self) -> None:
        self.fields["on"].label = "Installation faite le"
        self.fields["on"].help_text = "Le jour de l’entrée dans le logement."

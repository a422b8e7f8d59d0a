"""A lost roof, a departure, a return, and who follows the household."""

from typing import Any

from django import forms

from candidates.enums import ReasonUse, ResidentialKind, Tonight
from candidates.forms.act import ActForm, ReasonField
from candidates.forms.fields import PhoneField
from candidates.models import Parcours
from candidates.selectors.handover import teams_of, workers_of
from emile.core.forms import choice, yes_no_field
from operators.enums import OrganisationKind
from operators.models import User
from territories.models import Departement, Mandate, Territory


class LoseShelterForm(ActForm):
    intro = (
        "Le dossier passe en tête de la liste de chaque équipe\u00a0; la structure qui oriente et la "
        "coordination sont prévenues. L’étape ne change pas."
    )
    submit = "Signaler la perte d’hébergement"
    tonight = choice("Où le ménage dort-il ce soir\u00a0?", Tonight.choices)
    phone = PhoneField(
        label="À quel numéro le joindre\u00a0?", required=False, help_text="S’il a changé."
    )

    def prepare(self) -> None:
        self.fields["on"].label = "Depuis quel jour\u00a0?"
        self.fields["on"].help_text = ""


class FindShelterForm(ActForm):
    submit = "C’est trouvé"
    kind = choice(
        "Où le ménage dort-il maintenant\u00a0?",
        [one for one in ResidentialKind.choices if one[0] != ResidentialKind.STREET],
    )

    def prepare(self) -> None:
        self.fields["on"].label = "Depuis quel jour\u00a0?"


class OperatorField(forms.ModelChoiceField):
    """A territory and the operator that welcomes there."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.territory.name}, avec {obj.organisation.name}"


class LeaveTerritoryForm(ActForm):
    intro = (
        "Un départ n’est pas un échec. Vers un autre territoire du programme, l’opérateur de là-bas "
        "continue l’accompagnement\u00a0; ailleurs, il se termine ici."
    )
    submit = "Noter le départ"
    departement = forms.ModelChoiceField(
        Departement.objects.order_by("code"),
        label="Vers quel département\u00a0?",
        empty_label="Choisir",
    )
    departure_reason = ReasonField("Pourquoi\u00a0?")
    mandate = OperatorField(
        Mandate.objects.none(),
        label="Un autre territoire du programme l’accueille-t-il\u00a0?",
        empty_label="Non\u00a0: l’accompagnement se termine",
        widget=forms.RadioSelect,
        required=False,
    )

    def prepare(self) -> None:
        self.fields["departure_reason"].among(ReasonUse.LEAVE_TERRITORY, self.parcours.stage_since)
        self.fields["mandate"].queryset = (
            Mandate.objects.on(self.today)
            .of_kind(OrganisationKind.HOST)
            .filter(
                territory__in=Territory.objects.taking_part_on(self.today),
                organisation__is_active=True,
            )
            .exclude(territory=self.parcours.territory_id)
            .select_related("territory", "organisation")
            .order_by("territory__name", "organisation__name", "pk")
        )
        self.fields["on"].label = "Depuis quel jour\u00a0?"

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        mandate, departement = answers.get("mandate"), answers.get("departement")
        if mandate and departement:
            here = mandate.territory.communes.filter(departement=departement)
            if not here.exists():
                self.add_error(
                    "departement",
                    f"{mandate.territory.name} n’est pas dans ce département.",
                )
        return answers


class ReopenForm(ActForm):
    intro = (
        "Un nouveau parcours s’ouvre pour ce ménage. Ce que l’on savait de lui est repris, à "
        "confirmer avec lui\u00a0; l’ancien parcours reste lisible par les équipes qui l’avaient."
    )
    submit = "Ouvrir le nouveau parcours"
    is_committed = yes_no_field(
        "La structure qui oriente s’engage-t-elle à l’accompagner de nouveau\u00a0?"
    )

    def prepare(self) -> None:
        self.fields["on"].label = "Depuis quel jour\u00a0?"
        if self.actor.kind != OrganisationKind.PRESCRIBER:
            del self.fields["is_committed"]

    def next_url(self) -> str | None:
        """The new parcours, once it is there."""
        files = Parcours.objects.visible_to(self.actor).open()
        opened = files.filter(household=self.parcours.household_id).first()
        return opened.get_absolute_url() if opened else None


class WorkerField(forms.ModelChoiceField):
    """A person of one of the teams of the file."""

    names: dict[int, str]

    def label_from_instance(self, obj: Any) -> str:
        return self.names[obj.pk]

    def among(self, names: dict[int, str]) -> None:
        self.names = names
        self.queryset = User.objects.filter(pk__in=names).order_by("last_name", "first_name", "pk")


class AssignWorkerForm(ActForm):
    intro = "Le ménage et les équipes savent ainsi à qui parler."
    lead_worker = WorkerField(
        User.objects.none(),
        label="Référent ou référente unique",
        help_text="La personne que le ménage appelle, du début à la fin.",
        required=False,
        empty_label="Personne pour l’instant",
    )
    owner_user = WorkerField(
        User.objects.none(),
        label="Qui s’occupe de cette étape",
        required=False,
        empty_label="Personne en particulier",
    )

    def prepare(self) -> None:
        file = self.parcours
        owner = {file.owner_organisation_id}
        self.fields["lead_worker"].among(workers_of(owner | teams_of(file)))
        self.fields["owner_user"].among(workers_of(owner))
        self.fields["lead_worker"].initial = file.lead_worker_id
        self.fields["owner_user"].initial = file.owner_user_id
        self.fields["on"].help_text = ""

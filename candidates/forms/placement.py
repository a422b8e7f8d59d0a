"""The acts of positioning, stay and reflection."""

from typing import Any

from django import forms

from candidates.enums import Answer, Certainty, ReasonUse
from candidates.forms.act import ActForm, EditForm, ReasonField, choice, day, text
from candidates.models import Placement
from candidates.selectors.placement import mandates_to_propose, project_before
from territories.forms import CommuneField, OccupationField
from territories.models import Mandate


class MandateField(forms.ModelChoiceField):
    """A territory and the operator that welcomes there: one choice, since one goes with the other."""

    def label_from_instance(self, obj: Any) -> str:
        rank = {None: "", 1: " (1er souhait)"}.get(obj.wish_rank, f" ({obj.wish_rank}e souhait)")
        return f"{obj.territory.name}{rank}, avec {obj.organisation.name}"


class ProposeForm(ActForm):
    submit = "Proposer"
    intro = (
        "L’opérateur d’accueil pourra ouvrir le dossier et aura cinq jours ouvrés pour répondre. "
        "Trois propositions au plus peuvent attendre une réponse en même temps."
    )
    mandate = MandateField(
        Mandate.objects.none(),
        label="À quel territoire\u00a0?",
        widget=forms.RadioSelect,
        empty_label=None,
    )
    occupation = OccupationField(
        label="Métier visé", help_text="Un métier, ou son code ROME. Le projet retenu est repris."
    )
    message = text(
        "Message à l’opérateur",
        help_text="Ce qui aide à dire oui\u00a0: motivation, contraintes, date possible.",
        required=False,
    )

    def prepare(self) -> None:
        self.fields["mandate"].queryset = mandates_to_propose(self.parcours, self.today)
        self.fields["occupation"].initial = project_before(self.parcours, self.today)


class AcceptForm(ActForm):
    """What follows is said before it happens."""

    submit = "Accepter"

    def prepare(self) -> None:
        placement: Placement = self.about
        self.intro = (
            f"Vous accueillez ce ménage pour le territoire «\u00a0{placement.territory.name}\u00a0». "
            "Les autres propositions sont retirées, et un séjour d’immersion peut être organisé."
        )


class DeclineForm(ActForm):
    intro = "Le dossier ne sera plus ouvert à votre organisation pour cette proposition."
    submit = "Refuser la proposition"
    decline_reason = ReasonField("Pourquoi\u00a0?")
    reason = text("Précisions", help_text="Lues par l’équipe qui prépare.", required=False)

    def prepare(self) -> None:
        self.fields["decline_reason"].among(ReasonUse.DECLINE, self.today)


class WithdrawForm(ActForm):
    intro = "L’opérateur d’accueil ne pourra plus ouvrir le dossier pour cette proposition."
    submit = "Retirer la proposition"


class ProjectForm(EditForm):
    intro = "Un changement redemande leur avis aux seules parties qu’il concerne."
    job_certainty = choice("Emploi ou formation", Certainty.choices)
    job_details = forms.CharField(
        label="Précisions sur l’emploi ou la formation",
        help_text="Employeur, contrat, horaires, début.",
        max_length=300,
        required=False,
    )
    home_certainty = choice("Logement", Certainty.choices)
    home_commune = CommuneField(label="Commune du logement", required=False)
    home_details = forms.CharField(
        label="Précisions sur le logement",
        help_text="Bailleur, type, surface, étage.",
        max_length=300,
        required=False,
    )
    monthly_rent = forms.DecimalField(
        label="Loyer mensuel, charges comprises",
        help_text="En euros.",
        min_value=0,
        max_digits=7,
        decimal_places=2,
        required=False,
        localize=True,
    )
    planned_move_on = day("Installation prévue le", required=False)

    def prepare(self) -> None:
        placement = self.parcours.placements.active().for_detail().get()
        for name in (
            "version",
            "job_certainty",
            "job_details",
            "home_certainty",
            "home_commune",
            "home_details",
            "monthly_rent",
            "planned_move_on",
        ):
            self.fields[name].initial = getattr(placement, name)


class ReturnToPreparationForm(ActForm):
    submit = "Revenir à la préparation"
    intro = (
        "Les propositions en attente sont retirées et le positionnement accepté se termine : "
        "l’opérateur d’accueil ne pourra plus ouvrir le dossier. Le projet du ménage reste le sien."
    )


class HouseholdAnswerForm(ActForm):
    """Whatever the answer, it is the person's own, and nothing is asked in return."""

    answer = choice("Sa réponse", Answer.choices)
    reason = text(
        "Ce que la personne en dit",
        help_text="Si elle le souhaite. Lu par les équipes du dossier.",
        required=False,
    )

    def prepare(self) -> None:
        self.intro = (
            f"La réponse de {self.about.full_name}, recueillie à part. On peut dire non ou prendre "
            "son temps sans conséquence sur la suite."
        )

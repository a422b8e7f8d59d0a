"""The acts of positioning, stay and reflection."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.db.backends.postgresql.psycopg_any import DateRange

from candidates.enums import Answer, Certainty, ReasonUse, StayOutcome
from candidates.forms.act import ActForm, EditForm, ReasonField, choice, day, text
from candidates.models import ImmersionStay, Placement
from candidates.selectors.placement import mandates_to_propose, project_before
from territories.forms import CommuneField, OccupationField
from territories.models import Mandate


USUAL_STAY = timedelta(days=5)


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


class StayForm(ActForm):
    """Five days unless another last day is given."""

    first_day = day("Premier jour")
    last_day = day(
        "Dernier jour", help_text="Sans réponse\u00a0: un séjour de cinq jours.", required=False
    )
    lodging = forms.CharField(
        label="Où dort le ménage\u00a0?",
        help_text="Adresse, et qui a les clés.",
        max_length=200,
        required=False,
    )
    travel = forms.CharField(
        label="Comment vient-il\u00a0?",
        help_text="Train, heure d’arrivée, qui l’attend.",
        max_length=200,
        required=False,
    )
    programme = text(
        "Programme",
        help_text="Jour par jour\u00a0: visites, rendez-vous, qui accompagne, garde des enfants.",
        required=False,
        rows=8,
    )

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        first, last = answers.pop("first_day", None), answers.pop("last_day", None)
        if first is None or self.errors:
            return answers
        if first < self.parcours.opened_on:
            self.add_error("first_day", "Ce jour précède l’ouverture du dossier.")
            return answers
        after = last + timedelta(days=1) if last else first + USUAL_STAY
        if after <= first:
            self.add_error("last_day", "Le dernier jour ne peut pas précéder le premier.")
            return answers
        answers["days"] = DateRange(first, after)
        others = self.parcours.stays.planned().during(answers["days"])
        if self.about is not None:
            others = others.exclude(pk=self.about.pk)
        if others.exists():
            self.add_error("first_day", "Ces dates chevauchent un autre séjour du ménage.")
        return answers


class PlanStayForm(StayForm):
    submit = "Organiser le séjour"


class EditStayForm(StayForm, EditForm):
    def prepare(self) -> None:
        stay: ImmersionStay = self.about
        for name in ("version", "first_day", "last_day", "lodging", "travel", "programme"):
            self.fields[name].initial = getattr(stay, name)


class CancelStayForm(ActForm):
    stay_reason = ReasonField("Pourquoi n’a-t-il pas eu lieu\u00a0?")
    reason = text("Précisions", help_text="Lues par les équipes du dossier.", required=False)

    def prepare(self) -> None:
        self.fields["stay_reason"].among(ReasonUse.STAY_NOT_HELD, self.today)


class ReportForm(ActForm):
    submit = "Partager le bilan"
    intro = "Toutes les équipes du dossier le liront, et le ménage pourra y réfléchir."
    outcome = choice("Déroulement", StayOutcome.choices)
    work = text("Ce qui a été vu côté emploi ou formation")
    home = text("Ce qui a été vu côté logement")
    household_view = text(
        "Ce que le ménage en dit", help_text="Avec ses mots, chaque adulte s’il y en a plusieurs."
    )

    def clean_on(self) -> date:
        on = super().clean_on()
        stay: ImmersionStay = self.about
        if on < stay.first_day:
            raise forms.ValidationError(
                f"Ce séjour commence le {stay.first_day:%d/%m/%Y}\u00a0: indiquez ce jour-là ou un "
                "jour qui suit.",
                code="before_stay",
            )
        return on


class WaiveStayForm(ActForm):
    submit = "Continuer sans séjour"
    intro = "Le ménage donnera sa réponse sans avoir fait de séjour d’immersion pour ce territoire."


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

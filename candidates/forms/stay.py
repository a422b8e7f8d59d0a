"""The stay: its dates and how it is organised, put off, or not held after all."""

from datetime import date, timedelta
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Fieldset, Layout, Row, Submit
from django import forms
from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import reverse

from candidates.enums import (
    ReasonUse,
    StayChildcare,
    StayLodging,
    StaySide,
    Ticket,
    TravelMode,
)
from candidates.forms.act import ActForm, EditForm, ReasonField
from candidates.forms.fields import PhoneField
from candidates.models import ImmersionStay
from candidates.models.stay import STAY_FIELDS
from emile.core.forms import day, known_choice_field, text, yes_no_field


USUAL_STAY = timedelta(days=5)


def line(label: str, *, help_text: str = "", length: int = 200) -> forms.CharField:
    """A short answer that may be unknown."""
    return forms.CharField(label=label, help_text=help_text, max_length=length, required=False)


def hour(label: str, *, help_text: str = "", required: bool = False) -> forms.TimeField:
    return forms.TimeField(
        label=label,
        help_text=help_text,
        required=required,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )


def side_by_side(*names: str) -> Row:
    """Two answers on one line, one above the other on a phone."""
    return Row(*(Column(name, css_class="fr-col-12 fr-col-sm-6") for name in names))


class OfStay:
    """What is asked about a stay, ahead of it: nothing has happened yet, and one goes on with it."""

    parcours: Any
    about: Any
    fields: dict[str, Any]

    def hide_when(self) -> None:
        self.fields["on"].widget = forms.HiddenInput()

    @property
    def back_url(self) -> str:
        """The stay, whatever of it the page is about."""
        stay = self.about if isinstance(self.about, ImmersionStay) else self.about.stay
        return self.stay_url(stay)

    def stay_url(self, stay: ImmersionStay) -> str:
        return reverse("candidates:stay_detail", args=[self.parcours.public_id, stay.public_id])


class DatesForm(ActForm):
    """Five days unless another last day is given."""

    first_day = day("Premier jour")
    last_day = day(
        "Dernier jour", help_text="Sans réponse\u00a0: un séjour de cinq jours.", required=False
    )
    usual_stay = USUAL_STAY

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        first, last = answers.pop("first_day", None), answers.pop("last_day", None)
        if first is None or self.errors:
            return answers
        if first < self.parcours.opened_on:
            self.add_error("first_day", "Ce jour précède l’ouverture du dossier.")
            return answers
        after = last + timedelta(days=1) if last else first + self.usual_stay
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


class StayForm(OfStay, DatesForm):
    """Only the first day is needed: the rest is written as it becomes known."""

    outward_mode = known_choice_field("Comment vient le ménage\u00a0?", TravelMode.choices)
    outward_ticket = known_choice_field("Billet", Ticket.choices)
    outward_from = line("Départ de", help_text="La gare, l’arrêt ou la ville.", length=120)
    outward_leaves_at = hour("Heure de départ")
    outward_to = line("Arrivée à", help_text="La gare ou l’arrêt.", length=120)
    outward_arrives_at = hour("Heure d’arrivée")
    travel = line("Précisions", help_text="Numéro du train, changement, voiture prêtée…")
    welcomer_name = line("Qui attend le ménage à l’arrivée\u00a0?", length=100)
    welcomer_phone = PhoneField(label="Son téléphone", required=False)
    local_transport = line(
        "Se déplacer sur place",
        help_text="Par exemple\u00a0: pas de bus avant 7\u00a0h. Sans réponse, la page dit "
        "«\u00a0inconnu\u00a0».",
    )
    return_mode = known_choice_field("Comment repart-il\u00a0?", TravelMode.choices)
    return_ticket = known_choice_field("Billet du retour", Ticket.choices)
    return_from = line("Départ du retour", length=120)
    return_leaves_at = hour("Heure du départ")
    return_to = line("Arrivée du retour", length=120)
    return_arrives_at = hour("Heure de l’arrivée")
    lodging_kind = known_choice_field("Type d’hébergement", StayLodging.choices)
    lodging = line("Où dort le ménage\u00a0?", help_text="Le nom du lieu, et qui a les clés.")
    lodging_address = line("Adresse")
    lodging_phone = PhoneField(label="Téléphone sur place", required=False)
    childcare = known_choice_field("Les enfants", StayChildcare.choices)
    childcare_details = line("Qui les garde, où, quand\u00a0?")
    shelter_is_kept = yes_no_field(
        "Sa place d’hébergement est-elle gardée pendant le séjour\u00a0?",
        help_text="Demandez-le avant le départ à la structure qui l’héberge.",
        unknown="Je ne sais pas encore",
    )
    shelter_confirmed_by = line("Qui l’a confirmé\u00a0?", length=100)
    shelter_kept_until = day("Gardée jusqu’au", required=False)
    to_bring = text(
        "À apporter",
        help_text="Papiers, CV, chaussures de travail, vêtements chauds…",
        required=False,
        rows=3,
    )

    def prepare(self) -> None:
        self.hide_when()

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_class = "emile-form"
        helper.layout = Layout(
            *(["version"] if "version" in self.fields else []),
            Fieldset("Dates", side_by_side("first_day", "last_day")),
            Fieldset(
                "Aller",
                side_by_side("outward_mode", "outward_ticket"),
                side_by_side("outward_from", "outward_leaves_at"),
                side_by_side("outward_to", "outward_arrives_at"),
                "travel",
                side_by_side("welcomer_name", "welcomer_phone"),
            ),
            Fieldset(
                "Sur place",
                side_by_side("lodging_kind", "lodging"),
                side_by_side("lodging_address", "lodging_phone"),
                "local_transport",
                side_by_side("childcare", "childcare_details"),
                "to_bring",
            ),
            Fieldset(
                "Retour",
                side_by_side("return_mode", "return_ticket"),
                side_by_side("return_from", "return_leaves_at"),
                side_by_side("return_to", "return_arrives_at"),
            ),
            Fieldset(
                "La place d’hébergement",
                "shelter_is_kept",
                side_by_side("shelter_confirmed_by", "shelter_kept_until"),
            ),
            "on",
        )
        helper.add_input(Submit("save", self.submit))
        return helper


class PlanStayForm(StayForm):
    submit = "Organiser le séjour"
    intro = (
        "Seul le premier jour est nécessaire. Le reste se complète au fur et à mesure, et le "
        "programme s’ajoute ensuite, visite par visite."
    )

    @property
    def back_url(self) -> str:
        return reverse("candidates:file_project", args=[self.parcours.public_id])

    def next_url(self) -> str:
        """The programme is what comes next: the stay that these days have just made."""
        return self.stay_url(self.parcours.stays.planned().get(days=self.cleaned_data["days"]))


class EditStayForm(StayForm, EditForm):
    def prepare(self) -> None:
        super().prepare()
        for name in ("version", "first_day", "last_day", *STAY_FIELDS):
            if name in self.fields:
                self.fields[name].initial = getattr(self.about, name)
        kept = {True: "yes", False: "no", None: ""}
        self.fields["shelter_is_kept"].initial = kept[self.about.shelter_is_kept]

    def clean(self) -> dict[str, Any]:
        answers = super().clean()
        if days := answers.get("days"):
            last = days.upper - timedelta(days=1)
            outside = self.about.visits.kept().exclude(day__range=(days.lower, last))
            if outside.exists():
                self.add_error(
                    "first_day",
                    "Le programme a des visites hors de ces dates\u00a0: changez-le d’abord, ou "
                    "reportez le séjour avec son programme.",
                )
        return answers

    def next_url(self) -> str:
        return self.back_url


class RescheduleStayForm(OfStay, DatesForm):
    submit = "Reporter le séjour"
    intro = "Le ménage garde sa place\u00a0: seules les dates changent, et le programme avec elles."
    stay_reason = ReasonField("Pourquoi est-il reporté\u00a0?")
    keeps_programme = forms.TypedChoiceField(
        label="Et le programme\u00a0?",
        choices=[
            ("yes", "Le décaler d’autant de jours"),
            ("no", "Repartir d’un programme vide"),
        ],
        initial="yes",
        coerce=lambda answer: answer == "yes",
        widget=forms.RadioSelect,
    )
    reason = text("Précisions", help_text="Lues par les équipes du dossier.", required=False)

    def prepare(self) -> None:
        stay: ImmersionStay = self.about
        self.usual_stay = stay.days.upper - stay.days.lower
        self.fields["last_day"].help_text = "Sans réponse\u00a0: autant de jours qu’avant."
        self.fields["first_day"].label = "Nouveau premier jour"
        self.fields["last_day"].label = "Nouveau dernier jour"
        self.fields["stay_reason"].among(ReasonUse.STAY_NOT_HELD, self.parcours.stage_since)
        self.hide_when()

    def clean(self) -> dict[str, Any]:
        answers = super().clean()
        if answers.get("days") == self.about.days:
            self.add_error("first_day", "Ce sont les dates déjà prévues.")
        return answers

    def next_url(self) -> str:
        return self.back_url


class CancelStayForm(ActForm):
    intro = (
        "Un séjour qui n’a pas lieu ne change rien pour le ménage\u00a0: ce n’est pas une faute."
    )
    stay_reason = ReasonField("Pourquoi n’a-t-il pas eu lieu\u00a0?")
    side = known_choice_field(
        "D’où est venu l’empêchement\u00a0?", StaySide.choices, widget=forms.RadioSelect
    )
    is_rebookable = yes_no_field("Peut-on le reprogrammer\u00a0?", unknown="Je ne sais pas encore")
    reason = text("Précisions", help_text="Lues par les équipes du dossier.", required=False)

    def prepare(self) -> None:
        self.fields["stay_reason"].among(ReasonUse.STAY_NOT_HELD, self.parcours.stage_since)


class WaiveStayForm(ActForm):
    submit = "Continuer sans séjour"
    intro = "Le ménage donnera sa réponse sans avoir fait de séjour d’immersion pour ce territoire."


def not_before(stay: ImmersionStay, on: date) -> date:
    """The day on which something was told of a stay. Raises ValidationError before its first."""
    if on < stay.first_day:
        raise forms.ValidationError(
            f"Ce séjour commence le {stay.first_day:%d/%m/%Y}\u00a0: indiquez ce jour-là ou un "
            "jour qui suit.",
            code="before_stay",
        )
    return on

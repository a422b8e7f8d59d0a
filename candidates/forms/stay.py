"""The stay: its dates, its programme, what is told of it."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.db.backends.postgresql.psycopg_any import DateRange

from candidates.enums import ReasonUse, StayOutcome
from candidates.forms.act import ActForm, EditForm, ReasonField, choice, day, text
from candidates.models import ImmersionStay


USUAL_STAY = timedelta(days=5)


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

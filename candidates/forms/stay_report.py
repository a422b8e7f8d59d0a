"""What is told of a stay: by the operator, by each adult, by an employer."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Submit
from django import forms
from django.urls import reverse
from dsfr.widgets import InlineRadioSelect

from candidates.enums import Recommendation, StayOutcome, WouldHire, YesNoUnknown
from candidates.forms.act import ActForm
from candidates.forms.stay import not_before
from candidates.models import ImmersionStay, Parcours, Person, StayVisit
from candidates.selectors import moving_adults
from candidates.selectors.stay_report import AdultWords
from emile.core.forms import choice, text


class OfReports:
    """Once it is noted, one reads it beside what the others said."""

    parcours: Parcours
    about: Any

    @property
    def back_url(self) -> str:
        stay = self.about if isinstance(self.about, ImmersionStay) else self.about.stay
        return reverse("candidates:stay_reports", args=[self.parcours.public_id, stay.public_id])

    def next_url(self) -> str:
        return self.back_url


class ReportForm(OfReports, ActForm):
    """The household's and the employers' own words come apart: this one is enough to go on."""

    submit = "Partager le bilan"
    intro = "Toutes les équipes du dossier le liront, et le ménage pourra y réfléchir."
    outcome = choice("Déroulement", StayOutcome.choices)
    work = text("Ce qui a été vu côté emploi ou formation")
    home = text("Ce qui a été vu côté logement")
    mobility = text(
        "Se déplacer au quotidien",
        help_text="Bus, permis, distances entre le logement, l’emploi et l’école.",
        required=False,
        rows=3,
    )
    strengths = text("Ce qui a bien marché", required=False, rows=3)
    worries = text("Ce qui inquiète", required=False, rows=3)
    recommendation = choice(
        "L’avis de votre équipe",
        Recommendation.choices,
        help_text="Le ménage décide. Votre avis l’éclaire, il ne le remplace pas.",
    )

    def clean_on(self) -> date:
        return not_before(self.about, super().clean_on())

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_class = "emile-form"
        helper.layout = Layout(
            Fieldset("Le séjour", "outcome", "on"),
            Fieldset("Ce qui a été vu", "work", "home", "mobility"),
            Fieldset("Ce que vous en pensez", "strengths", "worries", "recommendation"),
        )
        helper.add_input(Submit("save", self.submit))
        return helper


QUESTIONS = ("would_live_there", "liked", "worries")


@dataclass(frozen=True, slots=True)
class AdultLine:
    person: Person
    fields: list[forms.BoundField]


class HouseholdReportForm(OfReports, ActForm):
    """Three questions to each adult, whoever is there: the others are asked another day."""

    submit = "Enregistrer"
    intro = (
        "Deux minutes suffisent. Notez les mots de chaque adulte, séparément\u00a0; laissez vide "
        "pour une personne que vous n’avez pas encore vue."
    )

    def prepare(self) -> None:
        self.adults = moving_adults(self.parcours, self.today)
        for adult in self.adults:
            self.fields[f"{adult.public_id}-would_live_there"] = forms.ChoiceField(
                label="Vivriez-vous là-bas\u00a0?",
                choices=YesNoUnknown.choices,
                required=False,
                widget=InlineRadioSelect,
            )
            self.fields[f"{adult.public_id}-liked"] = text(
                "Qu’est-ce qui vous a plu\u00a0?", required=False, rows=2
            )
            self.fields[f"{adult.public_id}-worries"] = text(
                "Qu’est-ce qui vous inquiète\u00a0?", required=False, rows=2
            )

    @property
    def lines(self) -> list[AdultLine]:
        return [
            AdultLine(adult, [self[f"{adult.public_id}-{name}"] for name in QUESTIONS])
            for adult in self.adults
        ]

    @property
    def closing_fields(self) -> list[forms.BoundField]:
        return [self["on"]]

    def clean_on(self) -> date:
        return not_before(self.about, super().clean_on())

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if self.errors:
            return given
        answers = {}
        for adult in self.adults:
            said = {name: given[f"{adult.public_id}-{name}"] for name in QUESTIONS}
            if not any(said.values()):
                continue
            live = YesNoUnknown(said.pop("would_live_there") or YesNoUnknown.UNKNOWN)
            answers[adult] = AdultWords(would_live_there=live, **said)
        if not answers:
            raise forms.ValidationError("Notez la réponse d’un adulte au moins.", code="empty")
        return {"on": given["on"], "answers": answers}


class EmployerReportForm(OfReports, ActForm):
    would_hire = choice("Prendriez-vous cette personne\u00a0?", WouldHire.choices)
    comment = text("Commentaire", required=False, rows=3)

    def prepare(self) -> None:
        visit: StayVisit = self.about
        self.intro = f"{visit.title}\u00a0: une seule question, à poser après la visite."

    def clean_on(self) -> date:
        return not_before(self.about.stay, super().clean_on())

"""Visits after the installation, and the end of the follow-up."""

from dataclasses import dataclass
from typing import Any

from django import forms
from dsfr.widgets import InlineRadioSelect

from candidates.enums import (
    MilestoneKind,
    Outcome,
    YesNoUnknown,
)
from candidates.forms.act import ActForm, choice
from candidates.models import Person
from candidates.selectors import moving_adults
from candidates.selectors.settling import visited


QUESTIONS = {
    "still_there": "Toujours là\u00a0?",
    "works_or_trains": "En emploi ou en formation\u00a0?",
    "thinks_of_staying": "Pense rester\u00a0?",
}


@dataclass(frozen=True, slots=True)
class AdultLine:
    person: Person
    fields: list[forms.BoundField]


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

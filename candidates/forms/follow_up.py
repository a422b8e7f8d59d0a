"""Visits after the installation, and the end of the follow-up."""

from dataclasses import dataclass
from typing import Any

from django import forms
from dsfr.widgets import InlineRadioSelect

from candidates.enums import (
    EXIT_OF,
    DynamicExit,
    MilestoneKind,
    Outcome,
    ReasonUse,
    YesNoUnknown,
)
from candidates.forms.act import ActForm, ReasonField
from candidates.forms.snapshot import situation_fields, situation_from
from candidates.models import Person, SituationSnapshot
from candidates.selectors import moving_adults
from candidates.selectors.follow_up import last_installation, longest_until, waiting_milestones
from candidates.selectors.snapshots import last_snapshots, situation_of, works_or_trains
from emile.core.forms import choice, day, text


QUESTIONS = {
    "still_there": "Toujours là\u00a0?",
    "works_or_trains": "En emploi ou en formation\u00a0?",
    "thinks_of_staying": "Pense rester\u00a0?",
}
SAME, CHANGED, SILENT = "same", "changed", "silent"
# The button that says of everyone what « Rien n’a changé » says of one.
ALL_SAME = "all_same"


@dataclass(frozen=True, slots=True)
class AdultLine:
    """What is asked of one adult; ``last`` is how they lived the last time, None at the first."""

    person: Person
    last: SituationSnapshot | None
    fields: list[forms.BoundField]
    situation: list[forms.BoundField]

    @property
    def is_open(self) -> bool:
        return any(field.errors for field in self.situation)


class VisitForm(ActForm):
    """Three questions for each adult, and their situation when it has changed.

    Nobody answered: the visit is noted, and counts as a try.
    """

    intro = (
        "Deux minutes suffisent. Sans réponse, enregistrez tout de même\u00a0: l’essai est noté."
    )
    submit = "Enregistrer la visite"
    milestone = choice("Quel point de suivi\u00a0?", ())

    def prepare(self) -> None:
        waiting = waiting_milestones(self.parcours)
        self.fields["milestone"].choices = [
            (kind.value, kind.label) for kind in waiting or [MilestoneKind.M6]
        ]
        self.fields["milestone"].initial = (waiting or [MilestoneKind.M6])[0]
        self.adults = moving_adults(self.parcours, self.today)
        self.last = last_snapshots(self.parcours)
        for adult in self.adults:
            self._ask(adult)

    def _ask(self, adult: Person) -> None:
        for name, label in QUESTIONS.items():
            self.fields[_key(adult, name)] = forms.ChoiceField(
                label=label,
                choices=YesNoUnknown.choices,
                initial=YesNoUnknown.UNKNOWN,
                widget=InlineRadioSelect,
            )
        last = self.last.get(adult.pk)
        same = [(SAME, "Rien n’a changé")] if last else []
        self.fields[_key(adult, "situation")] = forms.ChoiceField(
            label="Sa situation",
            choices=[*same, (CHANGED, "Je la note"), (SILENT, "Pas abordée")],
            initial=SILENT,
            required=False,
            widget=InlineRadioSelect,
        )
        self.fields |= situation_fields(_key(adult, ""), last)

    @property
    def opening_fields(self) -> list[forms.BoundField]:
        return [self["milestone"]]

    @property
    def lines(self) -> list[AdultLine]:
        return [
            AdultLine(
                adult,
                self.last.get(adult.pk),
                [self[_key(adult, name)] for name in (*QUESTIONS, "situation")],
                [self[name] for name in situation_fields(_key(adult, ""))],
            )
            for adult in self.adults
        ]

    @property
    def can_say_all_the_same(self) -> bool:
        return bool(self.adults) and all(adult.pk in self.last for adult in self.adults)

    @property
    def closing_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in ("on", "reason") if name in self.fields]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if self.errors:
            return given
        situations = {
            adult: situation
            for adult in self.adults
            if (situation := self._situation(adult, given)) is not None
        }
        return {
            **{name: given[name] for name in ("on", "reason") if name in given},
            "milestone": MilestoneKind(given["milestone"]),
            "answers": {adult: self._said(adult, given) for adult in self.adults},
            "situations": situations,
        }

    def _choice(self, adult: Person, given: dict[str, Any]) -> str:
        """What was typed is not lost when nobody has ticked that it has changed."""
        chosen: str = given[_key(adult, "situation")]
        if ALL_SAME in self.data and adult.pk in self.last:
            return SAME
        asked = situation_fields(_key(adult, ""))
        is_typed = any(name in self.changed_data for name in asked if name in self.data)
        return CHANGED if chosen != SAME and is_typed else chosen

    def _situation(self, adult: Person, given: dict[str, Any]) -> dict[str, Any] | None:
        match self._choice(adult, given):
            case "same":
                return situation_of(self.last[adult.pk])
            case "changed":
                return situation_from(given, _key(adult, ""))
            case _:
                return None

    def _said(self, adult: Person, given: dict[str, Any]) -> dict[str, YesNoUnknown]:
        """Nothing has changed: the person is there, and works as they did the last time."""
        said = {name: YesNoUnknown(given[_key(adult, name)]) for name in QUESTIONS}
        if self._choice(adult, given) == SAME:
            told = {
                "still_there": YesNoUnknown.YES,
                "works_or_trains": works_or_trains(self.last[adult.pk]),
            }
            for name, answer in told.items():
                if said[name] == YesNoUnknown.UNKNOWN:
                    said[name] = answer
        return said


def _key(adult: Person, name: str) -> str:
    return f"{adult.public_id}-{name}"


class MissVisitForm(ActForm):
    intro = "L’essai est noté, et la prochaine date remplace celle qui était prévue."
    milestone = choice("Quel point de suivi\u00a0?", ())
    missed_reason = ReasonField("Pourquoi\u00a0?")
    next_on = day("Prochaine visite le")
    reason = text(
        "Précisions", help_text="Lues par les équipes du dossier.", required=False, rows=3
    )

    def prepare(self) -> None:
        waiting = waiting_milestones(self.parcours) or [MilestoneKind.M6]
        self.fields["milestone"].choices = [(kind.value, kind.label) for kind in waiting]
        self.fields["milestone"].initial = waiting[0]
        self.fields["missed_reason"].among(ReasonUse.VISIT_MISSED, self.parcours.stage_since)
        self.fields["on"].label = "Visite prévue le"

    def clean_milestone(self) -> MilestoneKind:
        return MilestoneKind(self.cleaned_data["milestone"])

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        on, next_on = answers.get("on"), answers.get("next_on")
        if on and next_on and next_on <= on:
            self.add_error(
                "next_on",
                forms.ValidationError("La prochaine visite vient après celle-ci.", "order"),
            )
        return answers


class ExtendForm(ActForm):
    submit = "Prolonger l’accompagnement"
    until = day("Jusqu’au")

    def prepare(self) -> None:
        if installation := last_installation(self.parcours):
            latest = longest_until(installation)
            self.intro = "Un dernier point de suivi est ajouté à cette date."
            self.fields["until"].help_text = f"Au plus tard le {latest:%d/%m/%Y}, un an après."
            self.fields["until"].widget.attrs["max"] = latest.isoformat()
            self.fields["until"].initial = latest


class CloseForm(ActForm):
    """« Sortie dynamique » is never said of the three as one: each adult has one of them."""

    intro = "Le dossier reste lisible par les équipes\u00a0; on peut encore y noter un échange."
    submit = "Terminer l’accompagnement"
    outcome = choice("Où en est le ménage\u00a0?", Outcome.choices)

    def prepare(self) -> None:
        self.adults = moving_adults(self.parcours, self.today)
        last = last_snapshots(self.parcours)
        for adult in self.adults:
            known = last[adult.pk].employment if adult.pk in last else ""
            self.fields[_key(adult, "reached")] = choice(
                f"{adult.full_name}\u00a0: emploi ou formation à la fin",
                DynamicExit.choices,
                help_text="Emploi durable\u00a0: CDI, CDD ou intérim de plus de 6 mois, fonction "
                "publique, à son compte. Emploi de transition\u00a0: plus court, ou aidé. Sortie "
                "positive\u00a0: formation qualifiante, alternance.",
            )
            self.fields[_key(adult, "reached")].initial = EXIT_OF.get(known, DynamicExit.UNKNOWN)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if self.errors:
            return given
        kept = {name: given[name] for name in ("on", "reason", "outcome") if name in given}
        reached = {adult: DynamicExit(given[_key(adult, "reached")]) for adult in self.adults}
        return kept | {"reached": reached}

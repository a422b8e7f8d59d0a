"""The acts beside the stages."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from candidates.enums import DecidedBy, ReasonUse
from candidates.forms.act import ActForm, ReasonField
from candidates.selectors.reminders import next_reminder_at, reminded_at
from emile.core.forms import choice, day, text
from emile.core.templatetags.emile import moment


class SuspendForm(ActForm):
    intro = (
        "Le dossier dort\u00a0: il n’est plus à faire, et le temps passé ne compte pas dans les "
        "délais. Il se réveille seul à la date que vous indiquez."
    )
    submit = "Suspendre"
    suspension_reason = ReasonField("Pourquoi\u00a0?")
    review_on = day("À revoir le")
    reason = text("Précisions", help_text="Lues par les équipes du dossier.", required=False)

    def prepare(self) -> None:
        self.fields["suspension_reason"].among(ReasonUse.SUSPENSION, self.parcours.stage_since)

    def clean_review_on(self) -> date:
        review_on: date = self.cleaned_data["review_on"]
        if review_on <= self.today:
            raise forms.ValidationError("Indiquez un jour à venir.", code="past")
        return review_on


class ResumeForm(ActForm):
    intro = "Le dossier reprend à l’étape où il était."
    submit = "Reprendre"


class ExitForm(ActForm):
    intro = (
        "Le parcours s’arrête ici, sans reproche au ménage, qui pourra revenir plus tard. Les "
        "propositions en attente sont retirées\u00a0; les équipes peuvent encore lire le dossier."
    )
    submit = "Noter la sortie"
    exit_reason = ReasonField("Pourquoi\u00a0?")
    decided_by = choice("Qui a pris la décision\u00a0?", DecidedBy.choices)
    reason = text("Précisions", help_text="Lues par les équipes du dossier.", required=False)

    def prepare(self) -> None:
        self.fields["exit_reason"].among(ReasonUse.EXIT, self.parcours.stage_since)


class RemindForm(ActForm):
    """The day is today's: a letter leaves when it is asked for."""

    submit = "Envoyer la relance"
    word = text(
        "Votre question",
        required=False,
        help_text="Elle sera lue dans le dossier par ses équipes. Le courriel n’a que la référence.",
        rows=3,
    )

    def prepare(self) -> None:
        del self.fields["on"]
        referent = self.parcours.owner_user
        awaited = f"{self.parcours.owner_organisation}" + (
            f" ({referent.get_full_name()})" if referent else ""
        )
        self.intro = f"{awaited} reçoit un courriel qui lui demande où en est ce dossier."
        last = reminded_at(self.parcours)
        if last is None:
            return
        self.intro += f" Dernière relance le {moment(last)}."
        if again_at := next_reminder_at(self.parcours, timezone.now()):
            self.intro = (
                f"{awaited} a déjà reçu une relance le {moment(last)}. La suivante est possible à partir "
                f"du {moment(again_at)}."
            )

    def clean(self) -> dict[str, Any]:
        return (super().clean() or self.cleaned_data) | {"on": self.today}


class CorrectForm(ActForm):
    """The day is today's: a correction is made when it is made."""

    submit = "Corriger cet acte"

    def prepare(self) -> None:
        del self.fields["on"]
        self.fields["reason"] = why_corrected()


def why_corrected() -> forms.CharField:
    return text(
        "Pourquoi\u00a0?", help_text="Votre motif sera lu par les équipes du dossier.", rows=3
    )

"""Meetings, their sheet, and the information given to one household."""

from collections.abc import Sequence
from typing import Any

from django import forms
from dsfr.forms import DsfrBaseForm
from dsfr.utils import dsfr_input_class_attr
from dsfr.widgets import InlineRadioSelect

from candidates.enums import InformationMode
from candidates.forms.act import ActForm, choice, day
from candidates.models import InformationSession, Parcours


CAME, MISSED = "came", "missed"


def has_come(answer: str) -> bool:
    return answer == CAME


class SessionForm(DsfrBaseForm, forms.ModelForm):
    held_on = day(
        "Date", help_text="À venir, ou déjà tenue si vous notez les présences après coup."
    )

    class Meta:
        model = InformationSession
        fields = ["held_on", "starts_at", "place"]
        help_texts = {
            "place": "L’adresse de la salle, ou le lien de la visioconférence.",
        }
        widgets = {
            "starts_at": forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        }


class PresenceForm(DsfrBaseForm):
    """One question per household, none of them required: a sheet may be filled in twice."""

    def __init__(self, *args: Any, households: Sequence[Parcours], **options: Any) -> None:
        super().__init__(*args, **options)
        self.households = {f"presence_{one.public_id}": one for one in households}
        for name, parcours in self.households.items():
            self.fields[name] = forms.TypedChoiceField(
                label=f"{parcours.household.reference}\u00a0: {parcours.people}",
                choices=[(CAME, "Est venu"), (MISSED, "N’est pas venu"), ("", "À noter plus tard")],
                coerce=has_come,
                empty_value=None,
                required=False,
                widget=InlineRadioSelect,
            )
            dsfr_input_class_attr(self[name])

    @property
    def presences(self) -> dict[Parcours, bool]:
        """Those that were answered."""
        return {
            parcours: answer
            for name, parcours in self.households.items()
            if (answer := self.cleaned_data[name]) is not None
        }


class AttendanceForm(ActForm):
    """Outside meetings, which have a sheet."""

    intro = (
        "L’information donnée en entretien ou par téléphone compte autant qu’une réunion. "
        "Les présences en réunion se notent sur la feuille de la réunion."
    )
    mode = choice(
        "Comment\u00a0?",
        [(mode.value, mode.label) for mode in InformationMode if mode != InformationMode.SESSION],
    )
    was_present = forms.TypedChoiceField(
        label="Le ménage a-t-il reçu l’information\u00a0?",
        choices=[
            (CAME, "Oui, il sait ce que le programme propose"),
            (MISSED, "Non, il n’est pas venu ou n’a pas répondu"),
        ],
        coerce=has_come,
        widget=forms.RadioSelect,
    )


class BeginDiagnosisForm(ActForm):
    submit = "Commencer le diagnostic"

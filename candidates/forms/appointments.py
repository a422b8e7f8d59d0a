"""Making an appointment, and saying what became of it."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone

from candidates.enums import APPOINTMENT_ENDS, AppointmentKind
from candidates.forms.act import ActForm
from emile.core.forms import choice, day
from operators.models import Membership, User


class WorkerField(forms.ModelChoiceField):
    """One of the people of the organisation that makes the appointment."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.first_name} {obj.last_name}".strip() or obj.email


class PlanAppointmentForm(ActForm):
    """The day it is noted is today's: what matters is the day it takes place."""

    submit = "Fixer le rendez-vous"
    starts_on = day("Quel jour\u00a0?")
    starts_at = forms.TimeField(
        label="À quelle heure\u00a0?",
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )
    kind = choice("Où\u00a0?", AppointmentKind.choices)
    place = forms.CharField(
        label="Adresse, numéro ou lien",
        help_text="Ce qu’il faut pour s’y retrouver.",
        required=False,
        max_length=200,
    )
    worker = WorkerField(User.objects.none(), label="Avec qui\u00a0?", empty_label=None)
    purpose = forms.CharField(
        label="Pour quoi\u00a0?",
        help_text="Lu par les équipes du dossier.",
        required=False,
        max_length=200,
    )

    def prepare(self) -> None:
        del self.fields["on"]
        mine = Membership.objects.active().filter(organisation=self.actor.organisation_id)
        self.fields["worker"].queryset = User.objects.filter(pk__in=mine.values("user")).order_by(
            "last_name", "first_name", "pk"
        )
        self.fields["worker"].initial = self.actor.user_id
        self.fields["starts_on"].widget.attrs["min"] = self.today.isoformat()

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        on, at = answers.pop("starts_on", None), answers.get("starts_at")
        if on is not None and at is not None:
            answers["starts_at"] = timezone.make_aware(datetime.combine(on, at))
            if on < self.today:
                self.add_error(
                    "starts_on",
                    "Ce jour est passé\u00a0: pour un entretien qui a eu lieu, notez un échange.",
                )
        answers["on"] = self.today
        return answers


class CloseAppointmentForm(ActForm):
    intro = "Un rendez-vous manqué n’est reproché à personne\u00a0: proposez-en un autre."
    state = choice(
        "Qu’en a-t-il été\u00a0?", [(state.value, state.label) for state in APPOINTMENT_ENDS]
    )

    def prepare(self) -> None:
        del self.fields["on"]

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        answers["on"] = self.today
        return answers

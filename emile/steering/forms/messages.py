"""What is said of messages: by a person who puts one aside, by whoever carried one."""

import json
from datetime import UTC, datetime
from typing import Self

from django import forms
from django.core.validators import MinValueValidator
from django.utils import timezone
from dsfr.forms import DsfrBaseForm

from emile.core.models import REPORTED, MessageState
from emile.core.reports import Report


# Earlier, it is a clock that was never set.
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


class DiscardForm(DsfrBaseForm):
    reason = forms.CharField(
        label="Pourquoi ce message est-il écarté\u00a0?",
        help_text="Par exemple\u00a0: la personne a été prévenue au téléphone.",
        max_length=200,
        error_messages={"required": "Dites pourquoi ce message est écarté."},
    )


class ReportForm(forms.Form):
    """One JSON object, written by a machine: nobody sees this form."""

    message = forms.CharField(max_length=254)
    state = forms.ChoiceField(choices=[(one.value, one.label) for one in REPORTED])
    at = forms.DateTimeField(required=False, validators=[MinValueValidator(LONG_AGO)])
    reason = forms.CharField(required=False)

    @classmethod
    def of_json(cls, body: bytes) -> Self:
        """Anything but an object is an empty one, whose errors say what is expected."""
        try:
            said = json.loads(body)
            json.dumps(said, ensure_ascii=False).encode()
        except (ValueError, RecursionError):
            said = None
        if not isinstance(said, dict):
            said = {}
        return cls({name: "" if value is None else str(value) for name, value in said.items()})

    @property
    def report(self) -> Report:
        told = self.cleaned_data
        return Report(
            message=told["message"],
            state=MessageState(told["state"]),
            at=told["at"] or timezone.now(),
            reason=" ".join(told["reason"].split()),
        )

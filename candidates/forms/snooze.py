"""« Mettre de côté jusqu’au… »."""

from datetime import date, timedelta
from typing import Any

from django import forms
from dsfr.forms import DsfrBaseForm

from candidates.models import Parcours
from candidates.models.snooze import LONGEST_SNOOZE
from emile.core.forms import day
from emile.core.templatetags.emile import day as in_words


class SnoozeForm(DsfrBaseForm):
    until = day("Jusqu’au")
    reason = forms.CharField(
        label="Pourquoi\u00a0?",
        max_length=200,
        help_text="Lu dans votre organisation seulement. Par exemple «\u00a0attend la réponse de la "
        "mairie\u00a0».",
    )
    beyond_due_date = forms.BooleanField(label="Au-delà de l’échéance", required=False)

    def __init__(self, *args: Any, parcours: Parcours, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        last = today + timedelta(days=LONGEST_SNOOZE)
        until = self.fields["until"]
        until.help_text = (
            f"Ce jour-là, le dossier revient de lui-même. Au plus tard le {in_words(last)}."
        )
        until.widget.attrs |= {
            "min": (today + timedelta(days=1)).isoformat(),
            "max": last.isoformat(),
        }
        due_on = parcours.due_on
        if due_on is None or due_on >= last:
            del self.fields["beyond_due_date"]
        else:
            beyond = self.fields["beyond_due_date"]
            beyond.label = f"Mettre de côté au-delà de l’échéance du {in_words(due_on)}"
            beyond.help_text = (
                "Elle ne change pas\u00a0: une fois passée, le dossier compte comme en retard, et les "
                "rappels continuent."
            )
        # The base class read their words before they were known.
        for field in self.visible_fields():
            field.label, field.help_text = field.field.label, field.field.help_text

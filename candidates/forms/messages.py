"""What a person wants to be told."""

from typing import Any

from django import forms
from dsfr.forms import DsfrBaseForm

from candidates.enums import DigestRhythm, ReminderKind
from candidates.models import MessagePreference


class MessagesForm(DsfrBaseForm):
    rhythm = forms.ChoiceField(
        label="Quand recevoir ce message\u00a0?",
        help_text="Un courriel le matin, jamais un jour férié, et seulement s’il y a du nouveau. Quand "
        "le lundi est férié, le message de la semaine part le premier jour ouvré.",
        choices=DigestRhythm.choices,
        widget=forms.RadioSelect,
    )
    wanted = forms.MultipleChoiceField(
        label="De quoi vous prévenir\u00a0?",
        help_text="Ce que vous décochez reste à lire dans «\u00a0À faire\u00a0» et dans les dossiers.",
        choices=ReminderKind.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, wish: MessagePreference, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["rhythm"].initial = wish.rhythm
        self.fields["wanted"].initial = [kind for kind in ReminderKind if kind not in wish.muted]

    @property
    def values(self) -> dict[str, Any]:
        wanted = set(self.cleaned_data["wanted"])
        return {
            "rhythm": DigestRhythm(self.cleaned_data["rhythm"]),
            "muted": [kind for kind in ReminderKind if kind not in wanted],
        }

"""A brake: of which theme, whose, since when, and what it blocks."""

from typing import Any

from django import forms
from django.urls import reverse

from candidates.enums import BRAKES, BrakeKind, Hindered, Theme
from candidates.forms.act import ActForm
from candidates.models import Person
from candidates.selectors.household import current_members
from emile.core.forms import choice, day


class BrakeForm(ActForm):
    intro = "Un frein se note quand il se voit, et se lève quand il est réglé."
    submit = "Ajouter le frein"
    brake = forms.ChoiceField(label="Quel frein\u00a0?")
    details = forms.CharField(
        label="Précisions",
        help_text="En quelques mots. Pour la santé, seulement ce que cela change.",
        max_length=200,
        required=False,
    )
    person = forms.ModelChoiceField(
        label="Qui est concerné\u00a0?",
        queryset=Person.objects.none(),
        empty_label="Tout le foyer",
        required=False,
    )
    hinders = choice("Qu’est-ce qu’il bloque\u00a0?", Hindered.choices)
    since = day("Depuis quand\u00a0?", help_text="À peu près.")

    def prepare(self) -> None:
        people = [member.person for member in current_members(self.parcours, self.today)]
        self.fields["person"].queryset = Person.objects.filter(pk__in=[one.pk for one in people])
        self.fields["person"].label_from_instance = lambda person: person.full_name
        self.fields["since"].initial = self.today
        self.fields["brake"].choices = [("", "Choisissez"), *map(_group, self._themes())]

    def _themes(self) -> list[Theme]:
        """That of the page one comes from first."""
        asked = self.asked.get("theme")
        return sorted(Theme, key=lambda theme: theme != asked)

    def clean_brake(self) -> tuple[Theme, BrakeKind]:
        theme, _, kind = self.cleaned_data["brake"].partition(":")
        return Theme(theme), BrakeKind(kind)

    def clean_since(self) -> Any:
        since = self.cleaned_data["since"]
        if since > self.today:
            raise forms.ValidationError("Cette date est dans le futur.", code="future")
        return since

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        chosen = answers.get("brake")
        if chosen and chosen[1] == BrakeKind.OTHER and not answers.get("details"):
            self.add_error("details", forms.ValidationError("Dites lequel.", code="required"))
        if self.errors:
            return answers
        theme, kind = answers.pop("brake")
        return {**answers, "theme": theme, "kind": kind}

    def next_url(self) -> str:
        theme = self.cleaned_data["theme"]
        section = reverse("candidates:file_diagnosis", args=[self.parcours.public_id])
        return f"{section}#{theme}"


class ResolveBrakeForm(ActForm):
    submit = "Lever ce frein"
    resolution = forms.CharField(
        label="Comment\u00a0?",
        help_text="Facultatif. Cela servira à d’autres.",
        max_length=200,
        required=False,
    )

    def prepare(self) -> None:
        self.intro = f"{self.about.label}. Le lever libère\u00a0: {self._freed()}."

    def _freed(self) -> str:
        label = str(self.about.get_hinders_display())
        return label[0].lower() + label[1:]

    def clean_on(self) -> Any:
        on = super().clean_on()
        if on < self.about.since:
            raise forms.ValidationError("Ce frein a commencé plus tard.", code="before")
        return on

    def next_url(self) -> str:
        section = reverse("candidates:file_diagnosis", args=[self.parcours.public_id])
        return f"{section}#{self.about.theme}"


def _group(theme: Theme) -> tuple[str, list[tuple[str, str]]]:
    kinds = (*BRAKES[theme], BrakeKind.OTHER)
    return str(theme.label), [(f"{theme}:{kind}", str(kind.label)) for kind in kinds]

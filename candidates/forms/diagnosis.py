"""The diagnosis, theme by theme or all on one page, then its signature."""

from collections.abc import Iterable
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Div, Fieldset, Layout, Row, Submit
from django import forms
from django.urls import reverse

from candidates.enums import NEEDS, Need, Theme, ThemeState, YesNoUnknown
from candidates.forms.act import KEEPS_DRAFT, ActForm, EditForm, keep_draft
from candidates.models import Conclusion, Diagnosis, ThemeAnswer
from candidates.selectors.diagnosis import diagnosis_of, version_of
from candidates.selectors.known import known_facts
from candidates.selectors.versions import Said, said_in
from emile.core.forms import text, yes_no_field


YES_OR_NO = {True: YesNoUnknown.YES, False: YesNoUnknown.NO, None: ""}
HINTS = {
    Theme.HEALTH: "Seulement ce que cela change pour le travail ou le logement, jamais une maladie.",
}
NOTHING_YET = Said({theme: ThemeAnswer(ThemeState.NOT_ASKED) for theme in Theme}, Conclusion())


class ThemesForm(EditForm):
    """Some themes of a diagnosis. Nothing is required: it is written over several meetings.

    The page sends back the version it showed. What was left as that version said is nobody's edit:
    a colleague's newer words stay, and there is a conflict only where both have written.
    """

    # Nobody has begun it: version 0.
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    @property
    def themes(self) -> Iterable[Theme]:
        return Theme

    def prepare(self) -> None:
        self.diagnosis: Diagnosis | None = diagnosis_of(self.parcours)
        self.fields["version"].initial = version_of(self.diagnosis)
        now = self._said_in(version_of(self.diagnosis))
        for theme in self.themes:
            self._prepare_theme(theme, now.themes[theme])

    def _prepare_theme(self, theme: Theme, said: ThemeAnswer) -> None:
        state, needs, words = theme_names(theme)
        self.fields[state] = forms.ChoiceField(
            label=theme.label,
            choices=ThemeState.choices,
            required=False,
            initial=said.state,
        )
        self.fields[needs] = forms.MultipleChoiceField(
            label=f"{theme.label}\u00a0: besoins",
            choices=[(need, Need(need).label) for need in NEEDS[theme]],
            required=False,
            widget=forms.CheckboxSelectMultiple,
            initial=list(said.needs),
        )
        self.fields[words] = text(
            f"{theme.label}\u00a0: ce qu’il faut savoir",
            help_text=HINTS.get(theme, ""),
            required=False,
            rows=3,
        )
        self.fields[words].initial = said.text

    def _said_in(self, version: int) -> Said:
        return said_in(self.diagnosis, version) if self.diagnosis else NOTHING_YET

    def _answers(self, answers: dict[str, Any]) -> dict[Theme, ThemeAnswer]:
        return {theme: self._answer(theme, answers) for theme in self.themes}

    def _answer(self, theme: Theme, answers: dict[str, Any]) -> ThemeAnswer:
        """A theme about which something is written was raised, whatever its list says."""
        state, needs, words = (answers[name] for name in theme_names(theme))
        state = state or ThemeState.NOT_ASKED
        if theme == self.closed_theme:
            state = ThemeState.NOTHING
        elif (words or needs) and state == ThemeState.NOT_ASKED:
            state = ThemeState.IN_PROGRESS
        return ThemeAnswer(ThemeState(state), words, tuple(needs))

    @property
    def section_url(self) -> str:
        return reverse("candidates:file_diagnosis", args=[self.parcours.public_id])

    @property
    def closed_theme(self) -> Theme | None:
        """The theme whose « Rien à signaler » was pressed."""
        return next((theme for theme in Theme if nothing_name(theme) in self.data), None)

    def nothing_button(self, theme: Theme) -> list[Submit]:
        if self[theme_names(theme)[0]].value() != ThemeState.NOT_ASKED:
            return []
        nothing = ThemeState.NOTHING.label
        return [
            Submit(
                nothing_name(theme),
                nothing,
                css_class="fr-btn--tertiary fr-btn--sm",
                aria_label=f"{nothing}\u00a0: {theme.label}",
            )
        ]

    # When somebody else wrote the same theme

    def differences(self) -> list[tuple[str, str, str]]:
        rows = {str(self[name].label) for name in self._untouched()}
        return [row for row in super().differences() if row[0] not in rows]

    def sent_again(self, version: int) -> list[tuple[str, str]]:
        """What this person did not touch is sent as it is now."""
        kept = self._untouched()
        typed = [(name, value) for name, value in super().sent_again(version) if name not in kept]
        current = [
            (name, str(value)) for name in sorted(kept) for value in _as_list(self[name].initial)
        ]
        return [*current, *typed]

    def _untouched(self) -> set[str]:
        base = self._said_in(self.cleaned_data["version"])
        written = self.cleaned_data["themes"]
        return {
            name
            for theme in self.themes
            if written[theme] == base.themes[theme]
            for name in theme_names(theme)
        }


class DiagnosisForm(ThemesForm):
    """All of it on one page."""

    intro = (
        "Rien n’est obligatoire\u00a0: enregistrez quand vous voulez, le diagnostic se complète en "
        "plusieurs fois et à plusieurs."
    )
    summary = text(
        "Synthèse", help_text="À relire avec la personne avant de signer.", required=False, rows=6
    )
    saw_adult_papers = yes_no_field(
        "Avez-vous vu les papiers des adultes\u00a0?",
        help_text="Pièce d’identité ou titre de séjour, en original.",
    )

    def prepare(self) -> None:
        super().prepare()
        if self.diagnosis:
            self.fields["summary"].initial = self.diagnosis.summary
            self.fields["saw_adult_papers"].initial = YES_OR_NO[self.diagnosis.saw_adult_papers]

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_class = "emile-form"
        helper.attrs = KEEPS_DRAFT
        helper.layout = Layout(
            "version",
            # The first button is the one that the Enter key presses.
            Div(Submit("save", "Enregistrer"), css_class="fr-mb-4w"),
            *(self._laid_out_theme(theme) for theme in self.themes),
            Fieldset("Pour finir", "saw_adult_papers", "summary"),
            "on",
        )
        helper.add_input(Submit("finish", "Enregistrer"))
        helper.add_input(keep_draft())
        return helper

    def _laid_out_theme(self, theme: Theme) -> Fieldset:
        state, needs, words = theme_names(theme)
        return Fieldset(
            theme.label,
            Row(
                Column(state, *self.nothing_button(theme), css_class="fr-col-12 fr-col-md-4"),
                Column(needs, words),
            ),
            css_id=theme.value,
        )

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        if self.errors:
            return answers
        return {
            "version": answers["version"],
            "on": answers["on"],
            "themes": self._answers(answers),
            "conclusion": Conclusion(answers["summary"], answers["saw_adult_papers"]),
        }

    def _untouched(self) -> set[str]:
        base = self._said_in(self.cleaned_data["version"]).conclusion
        names = {"summary", "saw_adult_papers"}
        return super()._untouched() | (names if self.cleaned_data["conclusion"] == base else set())

    def next_url(self) -> str:
        """Back to the same theme after « Rien à signaler »."""
        if self.closed_theme is None:
            return self.section_url
        page = reverse("candidates:act", args=[self.parcours.public_id, "edit_diagnosis"])
        return f"{page}#{self.closed_theme}"


class ThemeForm(ThemesForm):
    """One theme alone: a short page, for a phone or between two meetings."""

    @property
    def themes(self) -> Iterable[Theme]:
        return (self.about,)

    def prepare(self) -> None:
        super().prepare()
        state, needs, words = theme_names(self.about)
        self.fields[state].label = "Où en est-on\u00a0?"
        self.fields[needs].label = "Besoins"
        self.fields[words].label = "Ce qu’il faut savoir"
        self.known = known_facts(self.parcours, self.today).get(self.about, [])

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_class = "emile-form"
        helper.attrs = KEEPS_DRAFT
        state, needs, words = theme_names(self.about)
        helper.layout = Layout("version", state, needs, words, "on")
        helper.add_input(Submit("save", "Enregistrer"))
        helper.add_input(keep_draft())
        for button in self.nothing_button(self.about):
            helper.add_input(button)
        if self.next_theme:
            helper.add_input(
                Submit(
                    "next",
                    f"Enregistrer et passer à «\u00a0{self.next_theme.label}\u00a0»",
                    css_class="fr-btn--secondary",
                )
            )
        return helper

    @property
    def next_theme(self) -> Theme | None:
        """The first one after this one that was not raised yet."""
        themes = list(Theme)
        after = themes[themes.index(self.about) + 1 :]
        said = self._said_in(version_of(self.diagnosis)).themes
        return next((one for one in after if said[one].state == ThemeState.NOT_ASKED), None)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        if self.errors:
            return answers
        return {
            "version": answers["version"],
            "on": answers["on"],
            "themes": self._answers(answers),
        }

    def _answer(self, theme: Theme, answers: dict[str, Any]) -> ThemeAnswer:
        """The button of the file's own page sends no words: what was written stays."""
        words = theme_names(theme)[-1]
        if self.closed_theme == theme and words not in self.data:
            said = self._said_in(answers["version"]).themes[theme]
            return ThemeAnswer(ThemeState.NOTHING, said.text, said.needs)
        return super()._answer(theme, answers)

    def next_url(self) -> str:
        if "next" in self.data and self.next_theme:
            return reverse(
                "candidates:diagnosis_theme", args=[self.parcours.public_id, self.next_theme]
            )
        return f"{self.section_url}#{self.about}"


class SignForm(ActForm):
    """Signs the version that the page showed."""

    intro = (
        "Relisez la synthèse avec la personne avant de signer. Le diagnostic ne se modifie plus "
        "ensuite\u00a0; le projet et le plan d’action continuent d’évoluer."
    )
    submit = "Signer le diagnostic"
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def prepare(self) -> None:
        self.diagnosis = diagnosis_of(self.parcours)
        self.fields["version"].initial = version_of(self.diagnosis)


def theme_names(theme: Theme) -> tuple[str, str, str]:
    return f"{theme}_state", f"{theme}_needs", f"{theme}_text"


def nothing_name(theme: Theme) -> str:
    return f"{theme}_nothing"


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]

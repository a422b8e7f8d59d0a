"""The diagnosis on one page, its signature, then the project and the plan."""

from collections.abc import Iterator
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Div, Fieldset, Layout, Row, Submit
from django import forms
from django.urls import reverse

from candidates.enums import PlanAxis, Theme, ThemeState, YesNoUnknown
from candidates.forms.act import ActForm, EditForm, day, text
from candidates.forms.fields import yes_no_field
from candidates.models import Person, PlanAction
from candidates.selectors.diagnosis import adults_with_projects, diagnosis_of, version_of
from territories.forms import OccupationField
from territories.models import Occupation, Territory


YES_OR_NO = {True: YesNoUnknown.YES, False: YesNoUnknown.NO, None: ""}
HINTS = {
    Theme.HEALTH: "Seulement ce que cela change pour le travail ou le logement, jamais une maladie.",
}
RANKS = ("1er choix", "2e choix", "3e choix", "4e choix", "5e choix")


class ProjectsForm(EditForm):
    """What each adult who moves would love to do, and what they retain for EMILE."""

    # Nobody has begun it: version 0.
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def prepare(self) -> None:
        self.adults = adults_with_projects(self.parcours, self.today)
        for adult in self.adults:
            dreamt, retained = project_names(adult)
            self.fields[dreamt] = OccupationField(
                label=f"{adult.full_name}\u00a0: projet de cœur",
                required=False,
                initial=adult.aspirational_project,
            )
            self.fields[retained] = OccupationField(
                label=f"{adult.full_name}\u00a0: projet retenu pour EMILE",
                required=False,
                initial=adult.retained_project,
            )

    def laid_out(self, *parts: Any) -> FormHelper:
        helper = FormHelper()
        helper.form_class = "emile-form emile-all-optional"
        # The first button is the one that the Enter key presses.
        save = Div(Submit("save", "Enregistrer"), css_class="fr-mb-4w")
        helper.layout = Layout("version", save, *parts, "on")
        helper.add_input(Submit("finish", "Enregistrer"))
        return helper

    def project_fieldset(self) -> Fieldset:
        return Fieldset("Projet professionnel", *self._projects())

    def _projects(self) -> Iterator[str]:
        for adult in self.adults:
            yield from project_names(adult)

    def chosen_projects(
        self, answers: dict[str, Any]
    ) -> dict[int, tuple[Occupation | None, Occupation | None]]:
        return {
            adult.pk: tuple(answers[name] for name in project_names(adult)) for adult in self.adults
        }

    def next_url(self) -> str:
        return reverse("candidates:file_diagnosis", args=[self.parcours.public_id])


class DiagnosisForm(ProjectsForm):
    """Nothing is required: it is written over several meetings."""

    intro = (
        "Rien n’est obligatoire\u00a0: enregistrez quand vous voulez, le diagnostic se complète en "
        "plusieurs fois."
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
        diagnosis = diagnosis_of(self.parcours)
        self.fields["version"].initial = version_of(diagnosis)
        lines = {line.theme: line for line in diagnosis.themes.all()} if diagnosis else {}
        for theme in Theme:
            state, words = theme_names(theme)
            self.fields[state] = forms.ChoiceField(label=theme.label, choices=ThemeState.choices)
            self.fields[words] = text(
                f"{theme.label}\u00a0: ce qu’il faut savoir",
                help_text=HINTS.get(theme, ""),
                required=False,
                rows=2,
            )
            line = lines.get(theme)
            self.fields[state].initial = line.state if line else ThemeState.NOT_ASKED
            self.fields[words].initial = line.text if line else ""
        if diagnosis:
            self.fields["summary"].initial = diagnosis.summary
            self.fields["saw_adult_papers"].initial = YES_OR_NO[diagnosis.saw_adult_papers]

    @property
    def helper(self) -> FormHelper:
        return self.laid_out(
            Fieldset("Les dix thèmes", *(self._laid_out_theme(theme) for theme in Theme)),
            self.project_fieldset(),
            Fieldset("Pour finir", "saw_adult_papers", "summary"),
        )

    def _laid_out_theme(self, theme: Theme) -> Div:
        state, words = theme_names(theme)
        question: list[Any] = [state]
        if self[state].value() == ThemeState.NOT_ASKED:
            nothing = ThemeState.NOTHING.label
            question.append(
                Submit(
                    nothing_name(theme),
                    nothing,
                    css_class="fr-btn--tertiary fr-btn--sm",
                    aria_label=f"{nothing}\u00a0: {theme.label}",
                )
            )
        row = Row(Column(*question, css_class="fr-col-12 fr-col-md-4"), Column(words))
        return Div(row, css_id=theme.value, css_class="fr-mb-3w")

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        if self.errors:
            return answers
        return {
            **{name: answers[name] for name in ("version", "summary", "saw_adult_papers", "on")},
            "themes": {theme: self._answer(theme, answers) for theme in Theme},
            "projects": self.chosen_projects(answers),
        }

    def _answer(self, theme: Theme, answers: dict[str, Any]) -> tuple[ThemeState, str]:
        """A theme about which something is written was raised, whatever its list says."""
        state, words = (answers[name] for name in theme_names(theme))
        if theme == self.closed_theme:
            state = ThemeState.NOTHING
        elif words and state == ThemeState.NOT_ASKED:
            state = ThemeState.IN_PROGRESS
        return ThemeState(state), words

    @property
    def closed_theme(self) -> Theme | None:
        """The theme whose « Rien à signaler » was pressed."""
        return next((theme for theme in Theme if nothing_name(theme) in self.data), None)

    def next_url(self) -> str:
        """Back to the same theme after « Rien à signaler »."""
        if self.closed_theme is None:
            return super().next_url()
        page = reverse("candidates:act", args=[self.parcours.public_id, "edit_diagnosis"])
        return f"{page}#{self.closed_theme}"


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


class PlanForm(ProjectsForm):
    """One save for the projects, the wishes in their order, and the lines of the plan."""

    finished = forms.ModelMultipleChoiceField(
        label="Actions faites",
        queryset=PlanAction.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def prepare(self) -> None:
        super().prepare()
        self.fields["version"].initial = version_of(diagnosis_of(self.parcours))
        self._prepare_wishes()
        under_way = self.parcours.plan_actions.filter(done_on__isnull=True)
        if under_way.exists():
            self.fields["finished"].queryset = under_way.order_by("axis", "pk")
            self.fields["finished"].label_from_instance = action_label
        else:
            del self.fields["finished"]
        for axis in PlanAxis:
            label, due_on = action_names(axis)
            self.fields[label] = forms.CharField(
                label=f"{axis.label}\u00a0: nouvelle action", max_length=200, required=False
            )
            self.fields[due_on] = day(f"{axis.label}\u00a0: avant le", required=False)

    def _prepare_wishes(self) -> None:
        wished = list(self.parcours.wishes.order_by("rank").values_list("territory_id", flat=True))
        offered = Territory.objects.taking_part_on(self.today) | Territory.objects.filter(
            pk__in=wished
        )
        for rank, label in enumerate(RANKS):
            self.fields[f"wish_{rank}"] = forms.ModelChoiceField(
                label=label,
                queryset=offered.order_by("name", "pk"),
                empty_label="Aucun",
                required=False,
                initial=wished[rank] if rank < len(wished) else None,
            )

    @property
    def helper(self) -> FormHelper:
        under_way = ["finished"] if "finished" in self.fields else []
        lines = [
            Row(Column(label, css_class="fr-col-12 fr-col-md-8"), Column(due_on))
            for label, due_on in map(action_names, PlanAxis)
        ]
        return self.laid_out(
            self.project_fieldset(),
            Fieldset("Territoires souhaités", *wish_names()),
            Fieldset("Plan d’action", *under_way, *lines),
        )

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        wishes = [answers[name] for name in wish_names() if answers.get(name)]
        for name in wish_names():
            if (wish := answers.get(name)) and wishes.count(wish) > 1:
                self.add_error(
                    name, forms.ValidationError("Ce territoire est choisi deux fois.", "twice")
                )
        for label, due_on in map(action_names, PlanAxis):
            if answers.get(due_on) and not answers.get(label):
                self.add_error(label, forms.ValidationError("Écrivez l’action.", "required"))
        if self.errors:
            return answers
        return {
            "version": answers["version"],
            "on": answers["on"],
            "projects": self.chosen_projects(answers),
            "wishes": wishes,
            "finished": list(answers.get("finished", ())),
            "added": [
                (axis, answers[label], answers[due_on])
                for axis in PlanAxis
                for label, due_on in [action_names(axis)]
                if answers[label]
            ],
        }


class OpenPositioningForm(ActForm):
    intro = "Le ménage est prêt à être proposé à un territoire."
    submit = "Passer au positionnement"


def project_names(adult: Person) -> tuple[str, str]:
    return f"dreamt_{adult.public_id}", f"retained_{adult.public_id}"


def theme_names(theme: Theme) -> tuple[str, str]:
    return f"{theme}_state", f"{theme}_text"


def nothing_name(theme: Theme) -> str:
    return f"{theme}_nothing"


def wish_names() -> list[str]:
    return [f"wish_{rank}" for rank in range(len(RANKS))]


def action_names(axis: PlanAxis) -> tuple[str, str]:
    return f"{axis}_label", f"{axis}_due_on"


def action_label(action: PlanAction) -> str:
    return f"{action.label} ({action.get_axis_display().lower()})"

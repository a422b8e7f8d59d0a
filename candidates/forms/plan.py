"""The action plan, and what it leads to."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Fieldset, Row
from django import forms

from candidates.enums import PlanAxis
from candidates.forms.act import ActForm, day
from candidates.forms.diagnosis import ProjectsForm
from candidates.models import PlanAction
from candidates.selectors.diagnosis import diagnosis_of, version_of
from territories.models import Territory


RANKS = ("1er choix", "2e choix", "3e choix", "4e choix", "5e choix")


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


def wish_names() -> list[str]:
    return [f"wish_{rank}" for rank in range(len(RANKS))]


def action_names(axis: PlanAxis) -> tuple[str, str]:
    return f"{axis}_label", f"{axis}_due_on"


def action_label(action: PlanAction) -> str:
    return f"{action.label} ({action.get_axis_display().lower()})"

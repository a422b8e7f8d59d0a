"""The projects of each adult who moves, and the territories, on one page."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Div, Fieldset, Layout, Row, Submit
from django import forms
from django.urls import reverse

from candidates.enums import ProjectGap
from candidates.forms.act import KEEPS_DRAFT, EditForm, keep_draft
from candidates.models import Aspirations, Person
from candidates.selectors import moving_adults
from emile.core.forms import known_choice_field, text
from territories.forms import OccupationField
from territories.models import Territory


WISHED = range(5)
REFUSED = range(3)


class WishesForm(EditForm):
    intro = (
        "Rien n’est obligatoire, et rien n’engage le ménage\u00a0: ses souhaits peuvent changer "
        "jusqu’à ce qu’un territoire l’accueille."
    )
    # Nobody has begun it: version 0.
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    what_matters = text(
        "Ce qui compte pour le ménage",
        help_text="Proches, école, soins, climat, taille de la ville, transports…",
        required=False,
        rows=3,
    )

    def prepare(self) -> None:
        aspirations = Aspirations.objects.filter(parcours=self.parcours).first()
        self.fields["version"].initial = aspirations.version if aspirations else 0
        self.fields["what_matters"].initial = aspirations.what_matters if aspirations else ""
        self.adults = moving_adults(self.parcours, self.today)
        for adult in self.adults:
            self._prepare_projects(adult)
        self._prepare_territories()

    def _prepare_projects(self, adult: Person) -> None:
        dreamt, retained, gap = project_names(adult)
        self.fields[skills_name(adult)] = text(
            f"{adult.full_name}\u00a0: ce que la personne sait faire",
            help_text="Métiers exercés, formations, savoir-faire de tous les jours.",
            required=False,
            rows=3,
            length=1000,
        )
        self.fields[skills_name(adult)].initial = adult.skills
        self.fields[dreamt] = OccupationField(
            label=f"{adult.full_name}\u00a0: projet de cœur",
            help_text="Le métier qui lui plairait le plus.",
            required=False,
            initial=adult.aspirational_project,
        )
        self.fields[retained] = OccupationField(
            label=f"{adult.full_name}\u00a0: projet retenu pour EMILE",
            help_text="Le métier visé à l’arrivée dans le territoire.",
            required=False,
            initial=adult.retained_project,
        )
        self.fields[gap] = known_choice_field(
            f"{adult.full_name}\u00a0: s’ils sont différents, pourquoi\u00a0?",
            ProjectGap.choices,
            unknown="Sans objet",
        )
        self.fields[gap].initial = adult.project_gap

    def _prepare_territories(self) -> None:
        wished = list(self.parcours.wishes.order_by("rank").values_list("territory_id", flat=True))
        refused = list(
            self.parcours.refused_territories.order_by("pk").values_list("territory_id", "why")
        )
        said = [*wished, *(territory_id for territory_id, _ in refused)]
        offered = Territory.objects.taking_part_on(self.today) | Territory.objects.filter(
            pk__in=said
        )
        for row in WISHED:
            name, order = wish_names(row)
            self.fields[name] = _territory(offered, f"Territoire souhaité {row + 1}")
            self.fields[name].initial = wished[row] if row < len(wished) else None
            self.fields[order] = forms.IntegerField(
                label=f"Ordre du territoire {row + 1}",
                min_value=1,
                max_value=len(WISHED),
                required=False,
                initial=row + 1,
            )
        # One line more than what was said, and never fewer than three.
        self.refused_rows = range(max(len(REFUSED), len(refused) + 1))
        for row in self.refused_rows:
            name, why = refused_names(row)
            self.fields[name] = _territory(offered, f"Pas là {row + 1}")
            self.fields[why] = forms.CharField(
                label=f"Pourquoi {row + 1}",
                max_length=200,
                required=False,
            )
            if row < len(refused):
                self.fields[name].initial, self.fields[why].initial = refused[row]

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_class = "emile-form"
        helper.attrs = KEEPS_DRAFT
        helper.layout = Layout(
            "version",
            # The first button is the one that the Enter key presses.
            Div(Submit("save", "Enregistrer"), css_class="fr-mb-4w"),
            *(
                Fieldset(adult.full_name, skills_name(adult), *project_names(adult))
                for adult in self.adults
            ),
            Fieldset(
                "Territoires souhaités",
                *(
                    _row(name, order, "fr-col-8 fr-col-md-9")
                    for name, order in map(wish_names, WISHED)
                ),
                "what_matters",
            ),
            Fieldset(
                "Territoires où le ménage ne veut pas aller",
                *(
                    _row(name, why, "fr-col-12 fr-col-md-5")
                    for name, why in map(refused_names, self.refused_rows)
                ),
            ),
            "on",
            *(["reason"] if "reason" in self.fields else []),
        )
        helper.add_input(Submit("finish", "Enregistrer"))
        helper.add_input(keep_draft())
        return helper

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        self._refuse_twins(answers)
        if self.errors:
            return answers
        kept = ("version", "what_matters", "on", "reason")
        return {
            **{name: answers[name] for name in kept if name in answers},
            "projects": {
                adult.pk: tuple(answers[name] for name in project_names(adult))
                for adult in self.adults
            },
            "skills": {adult.pk: answers[skills_name(adult)] for adult in self.adults},
            "wishes": self._ranked(answers),
            "refused": [
                (answers[name], answers[why])
                for name, why in map(refused_names, self.refused_rows)
                if answers[name]
            ],
        }

    def _refuse_twins(self, answers: dict[str, Any]) -> None:
        seen = set()
        wished = [wish_names(row)[0] for row in WISHED]
        for name in [*wished, *(refused_names(row)[0] for row in self.refused_rows)]:
            territory = answers.get(name)
            if territory in seen:
                self.add_error(
                    name, forms.ValidationError("Ce territoire est choisi deux fois.", "twice")
                )
            if territory:
                seen.add(territory)

    def _ranked(self, answers: dict[str, Any]) -> list[Territory]:
        """In the order of the numbers; of two that are equal, the one just written comes first."""
        ranked = []
        for row in WISHED:
            name, order = wish_names(row)
            if territory := answers[name]:
                number = answers[order] or row + 1
                ranked.append(((number, number == row + 1, row), territory))
        return [territory for _, territory in sorted(ranked, key=lambda pair: pair[0])]

    def next_url(self) -> str:
        section = reverse("candidates:file_diagnosis", args=[self.parcours.public_id])
        return f"{section}#wishes"


def project_names(adult: Person) -> tuple[str, str, str]:
    return f"dreamt_{adult.public_id}", f"retained_{adult.public_id}", f"gap_{adult.public_id}"


def skills_name(adult: Person) -> str:
    return f"skills_{adult.public_id}"


def wish_names(row: int) -> tuple[str, str]:
    return f"wish_{row}", f"order_{row}"


def refused_names(row: int) -> tuple[str, str]:
    return f"refused_{row}", f"why_{row}"


def _territory(offered: Any, label: str) -> forms.ModelChoiceField:
    return forms.ModelChoiceField(
        label=label,
        queryset=offered.order_by("name", "pk"),
        empty_label="Aucun",
        required=False,
    )


def _row(first: str, second: str, width: str) -> Row:
    return Row(Column(first, css_class=width), Column(second))

"""How one adult lives: the questions of a snapshot, on a page of its own or in a visit."""

from collections.abc import Iterable, Mapping
from typing import Any

from crispy_forms.layout import Fieldset
from django import forms
from dsfr.widgets import InlineRadioSelect

from candidates.enums import (
    ChildrenAtSchool,
    Company,
    Employment,
    GettingAround,
    HealthAccess,
    ResidentialKind,
    Resources,
    Sector,
    TrainingState,
)
from candidates.forms.laid_out import LaidOutForm
from candidates.models import SNAPSHOT_FIELDS, SituationSnapshot
from candidates.selectors.snapshots import last_snapshots, situation_of
from emile.core.forms import hours, known_choice_field, side_by_side
from territories.forms import OccupationField


SATISFACTION = [(str(mark), str(mark)) for mark in range(1, 6)]


def as_mark(value: str) -> int:
    return int(value)


def situation_fields(
    prefix: str = "", last: SituationSnapshot | None = None
) -> dict[str, forms.Field]:
    """One field per question, filled in with what was last known; unknown is an answer."""
    fields: dict[str, forms.Field] = {
        "employment": known_choice_field("Emploi ou formation", Employment.choices),
        "weekly_hours": hours(),
        "occupation": OccupationField(label="Métier", required=False),
        "sector": known_choice_field("Secteur", Sector.choices),
        "training": known_choice_field("Formation suivie", TrainingState.choices),
        "resources": known_choice_field("Ressource principale", Resources.choices),
        "lodging": known_choice_field("Logement", ResidentialKind.choices),
        "health_access": known_choice_field(
            "Accès aux soins",
            HealthAccess.choices,
            help_text="Jamais une maladie.",
        ),
        "getting_around": known_choice_field("Déplacements", GettingAround.choices),
        "schooling": known_choice_field("École et garde des enfants", ChildrenAtSchool.choices),
        "company": known_choice_field("Entourage", Company.choices),
        "satisfaction": forms.TypedChoiceField(
            label="Satisfaction, de 1 à 5",
            choices=[("", "Sans réponse"), *SATISFACTION],
            coerce=as_mark,
            empty_value=None,
            required=False,
            widget=InlineRadioSelect,
        ),
    }
    known = situation_of(last) if last else {}
    for name, field in fields.items():
        field.initial = known.get(name)
    # A choice is compared as it is sent.
    if fields["satisfaction"].initial:
        fields["satisfaction"].initial = str(fields["satisfaction"].initial)
    return {f"{prefix}{name}": field for name, field in fields.items()}


def situation_from(answers: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    return {name: answers[f"{prefix}{name}"] for name in SNAPSHOT_FIELDS}


class SnapshotForm(LaidOutForm):
    """Filled in with what was last known: only what has changed is typed."""

    def prepare(self) -> None:
        self.intro = f"La situation de {self.about.full_name}. Rien n’est obligatoire."
        self.section = "file_diagnosis" if self.parcours.stage == "diagnosis" else self.section
        last = last_snapshots(self.parcours).get(self.about.pk)
        self.fields |= situation_fields(last=last)

    def parts(self) -> Iterable[Any]:
        yield Fieldset(
            "Emploi, formation, ressources",
            side_by_side("employment", "weekly_hours"),
            side_by_side("occupation", "sector"),
            side_by_side("training", "resources"),
        )
        yield Fieldset(
            "Vie sur place",
            side_by_side("lodging", "getting_around"),
            side_by_side("health_access", "schooling"),
            side_by_side("company", "satisfaction"),
        )

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        if self.errors:
            return answers
        return {"on": answers["on"], "situation": situation_from(answers)}

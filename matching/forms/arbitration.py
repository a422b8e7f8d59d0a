"""What is asked of a run, and what people decide of it."""

from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import QuerySet
from dsfr.forms import DsfrBaseForm

from emile.core.forms import choice, text
from matching.arbitration.decide import Fairness
from matching.arbitration.foresight import HORIZON
from matching.selectors.options import NOTHING, OptionsPage
from matching.selectors.what_if import Imagined
from territories.enums import Typology
from territories.models import Occupation, Territory


SENIORITY = [
    (0, "Non\u00a0: seulement ce que chacun y gagne"),
    (25, "Un peu"),
    (50, "Nettement"),
    (100, "Beaucoup"),
]
FLOORS = [
    (0, "Non"),
    (80, "80\u00a0% de ce qui serait le plus juste"),
    (95, "95\u00a0% de ce qui serait le plus juste"),
]


LATER = [
    (0, "Non\u00a0: ce qui est libre se donne aujourd’hui"),
    (HORIZON, f"Oui, pour ceux que l’on attend d’ici {HORIZON}\u00a0mois"),
]


def _setting(label: str, choices: list[tuple[int, str]]) -> forms.TypedChoiceField:
    """None of it, unless asked."""
    return forms.TypedChoiceField(
        label=label, choices=choices, coerce=int, initial=0, widget=forms.Select
    )


class AskForm(DsfrBaseForm):
    """Each costs something: the page of each run says how much."""

    seniority = _setting("Faut-il favoriser ceux qui attendent depuis longtemps\u00a0?", SENIORITY)
    floor = _setting("Faut-il assurer un minimum à chaque type de ménage\u00a0?", FLOORS)
    later = _setting("Faut-il garder des places pour les ménages à venir\u00a0?", LATER)

    @property
    def fairness(self) -> Fairness:
        return Fairness(self.cleaned_data["seniority"], self.cleaned_data["floor"])

    @property
    def keeps_places(self) -> bool:
        return bool(self.cleaned_data["later"])


MOST_IMAGINED = 20
SOMETHING = "Dites combien de logements ou de postes en plus."


def _how_many(label: str) -> forms.IntegerField:
    return forms.IntegerField(
        label=label, min_value=0, max_value=MOST_IMAGINED, initial=0, required=False
    )


class WhatIfForm(DsfrBaseForm):
    """In the address: it changes nothing, and can be sent to somebody."""

    territory = forms.ModelChoiceField(
        Territory.objects.none(),
        label="Quel territoire\u00a0?",
        to_field_name="slug",
        empty_label="Choisissez un territoire",
    )
    homes = _how_many("Combien de logements en plus\u00a0?")
    typology = forms.ChoiceField(
        choices=[("", "Choisissez une taille"), *Typology.choices],
        label="De quelle taille\u00a0?",
        required=False,
    )
    rent = forms.DecimalField(
        label="À quel loyer, charges comprises\u00a0?",
        help_text="En euros par mois.",
        min_value=0,
        max_value=5000,
        decimal_places=2,
        required=False,
        localize=True,
    )
    jobs = _how_many("Combien de postes en plus\u00a0?")
    occupation = forms.ModelChoiceField(
        Occupation.objects.none(),
        label="Dans quel métier\u00a0?",
        help_text="Ceux des projets des ménages de ce calcul.",
        to_field_name="code",
        empty_label="Choisissez un métier",
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        territories: QuerySet[Territory],
        occupations: QuerySet[Occupation],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["territory"].queryset = territories.order_by("name", "pk")
        self.fields["occupation"].queryset = occupations.order_by("label", "pk")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and not (cleaned.get("homes") or cleaned.get("jobs")):
            self.add_error("homes", SOMETHING)
        if cleaned.get("homes"):
            self._ask("typology", "Dites la taille de ces logements.")
            self._ask("rent", "Dites leur loyer.")
        if cleaned.get("jobs"):
            self._ask("occupation", "Dites le métier de ces postes.")
        return cleaned

    def _ask(self, name: str, message: str) -> None:
        if not self.errors.get(name) and self.cleaned_data.get(name) in {"", None}:
            self.add_error(name, message)

    @property
    def imagined(self) -> Imagined:
        said = self.cleaned_data
        homes, jobs = said["homes"] or 0, said["jobs"] or 0
        return Imagined(
            territory=said["territory"],
            homes=homes,
            rooms=int(said["typology"][1:]) if homes else 0,
            rent=said["rent"] if homes else Decimal(0),
            jobs=jobs,
            occupation=said["occupation"],
        )


class RuleForm(DsfrBaseForm):
    """``page`` says what may be chosen; what other decisions shut can't be."""

    choice = choice("Que reçoit ce ménage\u00a0?", [])
    reason = text("Pourquoi\u00a0?", help_text="Gardé avec la décision.", length=500)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, page: OptionsPage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["choice"].choices = [
            (one.value, f"{one.label}. {one.hint}")
            for one in page.options
            if one.effect is not None and not one.is_given
        ]

    @property
    def chosen(self) -> int | None:
        value = self.cleaned_data["choice"]
        return None if value == NOTHING else int(value)

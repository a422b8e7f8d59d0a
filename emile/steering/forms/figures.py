"""Which figures are looked at: it lives in the address, so that a page can be sent to somebody."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from dateutil.relativedelta import relativedelta
from django import forms
from dsfr.forms import DsfrBaseForm

from candidates.enums import HouseholdType
from emile.core.forms import day
from emile.core.templatetags.emile import month
from emile.steering.models import Scope
from emile.steering.selectors.figures import BEGINNING, Frame
from emile.steering.selectors.lens import Lens
from territories.models import Territory


A_YEAR = 12
# Fewer is no choice.
CHOICE = 2
NO_TERRITORY = (
    "Votre service n’a pas de territoire d’accueil dans le programme\u00a0: demandez à la coordination de "
    "vérifier son département."
)
WRONG_MONTH = "Choisissez un mois de la liste."


def _months(today: date) -> list[tuple[str, str]]:
    """From the present one back to the first one of the programme."""
    count = (today.year - BEGINNING.year) * 12 + today.month - BEGINNING.month + 1
    months = [today.replace(day=1) - relativedelta(months=back) for back in range(count)]
    return [(f"{one:%Y-%m}", month(one)) for one in months]


class FrameForm(DsfrBaseForm):
    """Twelve months when nothing is asked. What can't be read is said beside its field, and the page
    shows these twelve months meanwhile."""

    since = forms.ChoiceField(
        label="De", required=False, error_messages={"invalid_choice": WRONG_MONTH}
    )
    until = forms.ChoiceField(
        label="À", required=False, error_messages={"invalid_choice": WRONG_MONTH}
    )
    territory = forms.ModelChoiceField(
        label="Territoire d’accueil",
        queryset=Territory.objects.none(),
        to_field_name="slug",
        empty_label="Tout le programme",
        required=False,
        error_messages={"invalid_choice": "Choisissez un territoire de la liste."},
    )
    household = forms.ChoiceField(
        label="Composition du ménage",
        choices=[("", "Toutes"), *HouseholdType.choices],
        required=False,
        error_messages={"invalid_choice": "Choisissez une composition de la liste."},
    )
    against_since = forms.ChoiceField(
        label="Comparer à partir de", required=False, error_messages={"invalid_choice": WRONG_MONTH}
    )
    against = forms.ModelChoiceField(
        label="Comparer au territoire",
        queryset=Territory.objects.none(),
        to_field_name="slug",
        empty_label="Le même",
        required=False,
        error_messages={"invalid_choice": "Choisissez un territoire de la liste."},
    )
    as_of = day(
        "Tels que connus le",
        help_text="Vide\u00a0: tout ce qui est connu aujourd’hui.",
        required=False,
    )

    def __init__(self, data: Mapping[str, Any], *, today: date, lens: Lens) -> None:
        months = _months(today)
        asked = {name: data.get(name, "") for name in self.base_fields}
        self.defaults = self._defaults([code for code, _ in months])
        super().__init__({**asked, **{k: asked[k] or v for k, v in self.defaults.items()}})
        self.today, self.lens = today, lens
        territory: Any = self.fields["territory"]
        against: Any = self.fields["against"]
        territory.queryset = against.queryset = lens.territories
        if lens.is_masked:
            territory.empty_label = None
            del self.fields["household"], self.fields["as_of"]
        if len(lens.territories) < CHOICE:
            del self.fields["territory"], self.fields["against"]
        for name in ("since", "until"):
            self.fields[name].choices = months
        self.fields["against_since"].choices = [("", "Juste avant"), *months]

    def _defaults(self, months: Sequence[str]) -> dict[str, str]:
        """Of months told from the present one back."""
        return {"since": months[min(A_YEAR, len(months)) - 1], "until": months[0]}

    def clean_as_of(self) -> date | None:
        as_of: date | None = self.cleaned_data["as_of"]
        if as_of is not None and as_of > self.today:
            raise forms.ValidationError("Cette date est dans le futur.")
        return as_of

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and since > until:
            self.add_error("until", "Ce mois précède celui du début.")
        return cleaned

    @property
    def frame(self) -> Frame:
        """That of the answers, or the last twelve months of the programme."""
        asked = self.cleaned_data if self.is_valid() else {}
        territory = asked.get("territory")
        frame = Frame(
            first=_month(asked.get("since") or self.defaults["since"]),
            last=_month(asked.get("until") or self.defaults["until"]),
            scope=Scope.TERRITORY if territory else self.lens.scope,
            scope_id=str(territory.pk) if territory else self.lens.scope_id,
            household_type=asked.get("household", ""),
            as_of=asked.get("as_of"),
        )
        return replace(frame, other=_other(frame, asked))


def _other(frame: Frame, asked: Mapping[str, Any]) -> Frame | None:
    """Another territory on the same months unless others are asked for; None for what is usual."""
    since, territory = asked.get("against_since"), asked.get("against")
    if not since and not territory:
        return None
    other = frame.from_month(_month(since)) if since else frame
    if territory:
        other = replace(other, scope=Scope.TERRITORY, scope_id=str(territory.pk))
    return other


def _month(code: str) -> date:
    return date.fromisoformat(f"{code}-01")


class ReportPeriodForm(FrameForm):
    """What a report is of: last month when nothing is asked, every composition, as known that day."""

    def __init__(self, data: Mapping[str, Any], *, today: date, lens: Lens) -> None:
        super().__init__(data, today=today, lens=lens)
        for name in ("household", "against_since", "against", "as_of"):
            self.fields.pop(name, None)
        for name in ("since", "until"):
            self.fields[name].required = True

    def _defaults(self, months: Sequence[str]) -> dict[str, str]:
        last = months[min(1, len(months) - 1)]
        return {"since": last, "until": last}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.lens.scope == Scope.TERRITORY and not self.lens.scope_id:
            raise forms.ValidationError(NO_TERRITORY)
        return cleaned


class ProgrammePeriodForm(FrameForm):
    """Months of the whole programme: what is told to a funder is not told by territory."""

    def __init__(self, data: Mapping[str, Any], *, today: date, lens: Lens) -> None:
        super().__init__(data, today=today, lens=lens)
        for name in ("household", "territory", "against_since", "against"):
            self.fields.pop(name, None)

"""What a territory knows without a dated offer: an occupation it looks for, a home it can find."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from copy import copy
from datetime import date
from typing import Any, ClassVar

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Submit
from dateutil.relativedelta import relativedelta
from django import forms
from django.core.exceptions import ValidationError

from emile.core.forms import money, side_by_side
from emile.core.templatetags.emile import month
from operators.enums import OrganisationKind
from territories.enums import ExpectedKind, Typology
from territories.forms.kept import KeptForm, directory_field, how_many, note_field
from territories.forms.typeahead import CommuneField, OccupationField
from territories.models import TerritoryNeed, UsualHome
from territories.models.expected import LONGEST_WEEKS


PAST_MONTHS, COMING_MONTHS = 12, 36
NO_NAME = "Ce qu’il faut savoir. Pas de nom de ménage."


def month_field(label: str, *, required: bool = True) -> forms.TypedChoiceField:
    """A day of the month that stands for it; the form says which months there are."""
    return forms.TypedChoiceField(
        label=label,
        required=required,
        coerce=date.fromisoformat,
        empty_value=None,
    )


def last_day_of(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


class ExpectedForm(KeptForm):
    """``values`` is what the services take."""

    model: ClassVar[type[TerritoryNeed | UsualHome]]
    values_fields: ClassVar[tuple[str, ...]]

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        if self.kept:
            written = {name: getattr(self.kept, name) for name in self.values_fields}
            self.initial = {**self.initial, **written, "version": self.kept.version}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors:
            row = copy(self.kept) or self.model(territory=self.territory, confirmed_on=self.today)
            for name, value in self.values.items():
                setattr(row, name, value)
            self.check(row)
        return cleaned

    @property
    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.values_fields}

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_class = "emile-form"
        helper.layout = Layout("version", *self.parts(), "note")
        helper.add_input(Submit("save", "Enregistrer" if self.kept else "Ajouter"))
        return helper

    def parts(self) -> Iterable[Any]:
        raise NotImplementedError


class NeedForm(ExpectedForm):
    model = TerritoryNeed
    partner = "employer"
    partner_kind = OrganisationKind.EMPLOYER
    values_fields = ("occupation", "number", "since", "until", "employer", "note")

    occupation = OccupationField(label="Métier", help_text="Nom ou code ROME.")
    number = how_many("Nombre de postes", help_text="À peu près, sur la période.")
    since = month_field("À partir de")
    until = month_field("Jusqu’à", required=False)
    employer = directory_field(
        "Employeur, s’il n’y en a qu’un", empty_label="Plusieurs, ou inconnu"
    )
    note = note_field(NO_NAME, length=1000)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        first = self.today.replace(day=1)
        months = [first + relativedelta(months=n) for n in range(-PAST_MONTHS, COMING_MONTHS)]
        self._list_months("since", months, initial=first)
        self._list_months("until", [last_day_of(one) for one in months[PAST_MONTHS:]])
        self.fields["until"].choices = [("", "Sans fin connue"), *self.fields["until"].choices]

    def _list_months(self, name: str, months: list[date], initial: date | None = None) -> None:
        """With the one that was written, however old."""
        written: date | None = getattr(self.kept, name, None)
        days = sorted({*months, written} if written else months)
        self.fields[name].choices = [(day.isoformat(), month(day)) for day in days]
        if shown := written or initial:
            self.initial[name] = shown.isoformat()

    def clean_until(self) -> date | None:
        until: date | None = self.cleaned_data["until"]
        if until and until < self.today:
            raise ValidationError(
                "Ce mois est passé\u00a0: personne ne tiendrait compte de ce besoin.", code="past"
            )
        return until

    def parts(self) -> Iterable[Any]:
        yield Fieldset("Le métier", "occupation", "number", "employer")
        yield Fieldset("La période", side_by_side("since", "until"))


class UsualHomeForm(ExpectedForm):
    model = UsualHome
    partner = "landlord"
    partner_kind = OrganisationKind.LANDLORD
    values_fields = (
        "typology",
        "commune",
        "yearly_number",
        "delay_weeks",
        "rent_from",
        "rent_to",
        "landlord",
        "note",
    )

    typology = forms.ChoiceField(
        label="Type de logement", choices=[("", "Choisissez"), *Typology.choices]
    )
    commune = CommuneField(
        label="Commune",
        help_text="Nom ou code postal. Laissez vide si c’est n’importe où dans le territoire.",
        required=False,
    )
    yearly_number = how_many("Nombre par an", help_text="Qui se libèrent, à peu près.")
    delay_weeks = forms.IntegerField(
        label="Délai habituel",
        help_text="En semaines, de la demande à l’entrée.",
        min_value=0,
        max_value=LONGEST_WEEKS,
    )
    rent_from = money("Loyer habituel, de", help_text="En euros, charges comprises.")
    rent_to = money("à")
    landlord = directory_field("Bailleur, s’il n’y en a qu’un", empty_label="Plusieurs, ou inconnu")
    note = note_field(NO_NAME, length=1000)

    def parts(self) -> Iterable[Any]:
        yield Fieldset("Le logement", "typology", "commune", "landlord")
        yield Fieldset("Ce qui se libère", side_by_side("yearly_number", "delay_weeks"))
        yield Fieldset("Ce qu’il coûte par mois", side_by_side("rent_from", "rent_to"))


FORMS: Mapping[str, type[ExpectedForm]] = {
    ExpectedKind.JOB: NeedForm,
    ExpectedKind.HOME: UsualHomeForm,
}

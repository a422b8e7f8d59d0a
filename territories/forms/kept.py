"""What every form of a board has in common: its version, its directory, what its rows refuse."""

from collections.abc import Collection
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from dsfr.forms import DsfrBaseForm

from emile.core.forms import Compared, text
from operators.enums import OrganisationKind
from operators.models import Organisation
from territories.models import Territory
from territories.models.offer import MOST_PLACES


def how_many(label: str, *, help_text: str = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label, help_text=help_text, min_value=1, max_value=MOST_PLACES, initial=1
    )


def directory_field(label: str, *, empty_label: str) -> forms.ModelChoiceField:
    """The form says which kind of organisation it lists."""
    return forms.ModelChoiceField(
        Organisation.objects.none(),
        label=label,
        to_field_name="public_id",
        empty_label=empty_label,
        required=False,
    )


def note_field(help_text: str, *, length: int) -> forms.CharField:
    return text("Précisions", help_text=help_text, required=False, rows=3, length=length)


class KeptForm(Compared, DsfrBaseForm):
    """``kept`` is the row to rewrite, None for a new one; ``partner`` the field of the directory."""

    partner: ClassVar[str]
    partner_kind: ClassVar[OrganisationKind]

    version = forms.IntegerField(min_value=1, required=False, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, territory: Territory, today: date, kept: Any = None, **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.territory, self.today, self.kept = territory, today, kept
        # One that has left the directory since stays that of the row it is written on.
        known = Organisation.objects.active().of_kind(self.partner_kind)
        if kept and (partner := getattr(kept, self.partner)):
            known |= Organisation.objects.filter(pk=partner.pk)
        self.fields[self.partner].queryset = known.order_by("name_norm", "pk")

    def check(self, row: models.Model, *, exclude: Collection[str] = ()) -> None:
        """What the row itself refuses is said beside the field; a refusal of the whole row names,
        by its code, the field beside which it is best said."""
        try:
            row.full_clean(exclude=exclude, validate_unique=False)
        except ValidationError as error:
            for name, refusals in error.error_dict.items():
                for refusal in refusals:
                    where = name if name in self.fields else refusal.code
                    self.add_error(where if where in self.fields else None, refusal)

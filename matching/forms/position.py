"""What one asks of the page *Positionner*, and what a proposal says."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from dsfr.forms import DsfrBaseForm

from emile.core.forms import text
from territories.models import Mandate, Territory


SHOWN, MOST_SHOWN = 3, 12


class AskForm(DsfrBaseForm):
    """In the address: it can be kept, and sent again."""

    territory = forms.ModelChoiceField(
        Territory.objects.none(),
        label="Territoire",
        to_field_name="slug",
        empty_label="Choisissez un territoire",
        required=False,
    )
    shown = forms.IntegerField(
        min_value=SHOWN, max_value=MOST_SHOWN, required=False, widget=forms.HiddenInput
    )

    def __init__(self, *args: Any, territories: QuerySet[Territory], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["territory"].queryset = territories.order_by("name", "pk")

    @property
    def asked(self) -> Territory | None:
        territory: Territory | None = (
            self.cleaned_data.get("territory") if self.is_valid() else None
        )
        return territory

    @property
    def how_many(self) -> int:
        return (self.cleaned_data.get("shown") if self.is_valid() else None) or SHOWN


class HostField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Mandate) -> str:
        return str(obj.organisation)


class ProposeForm(DsfrBaseForm):
    """``mandates`` are those of the operators that welcome in the territory: usually one."""

    mandate = HostField(
        Mandate.objects.none(),
        label="À quel opérateur d’accueil\u00a0?",
        widget=forms.RadioSelect,
        empty_label=None,
    )
    message = text(
        "Message à l’opérateur",
        help_text="Ce qui aide à dire oui\u00a0: motivation, contraintes, date possible.",
        required=False,
        length=2000,
    )

    def __init__(self, *args: Any, mandates: QuerySet[Mandate], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["mandate"]
        field.queryset = mandates
        field.initial = mandates.first()

"""A committee to prepare, who is present, what it says of a file."""

from typing import Any

from django import forms
from django.db.models import Q
from dsfr.forms import DsfrBaseForm

from emile.core.forms import day, text
from emile.steering.models import CommitteeKind
from emile.steering.models.committees import LONGEST
from operators.enums import OrganisationKind
from operators.models import Organisation
from territories.models import Territory


# Who may sit there, besides the coordinator that prepares it.
PRESENT = (
    OrganisationKind.UPSTREAM,
    OrganisationKind.HOST,
    OrganisationKind.STATE,
    OrganisationKind.NATIONAL,
)


class PresenceForm(DsfrBaseForm):
    """The day, and who is present."""

    held_on = day("Jour du comité")
    organisations = forms.ModelMultipleChoiceField(
        label="Organisations présentes",
        help_text="Chacune lit l’ordre du jour, et seulement les dossiers qu’elle peut ouvrir.",
        queryset=Organisation.objects.none(),
        to_field_name="public_id",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "invalid_choice": "Choisissez des organisations de la liste.",
            "invalid_pk_value": "Choisissez des organisations de la liste.",
        },
    )
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        seated: Any = self.fields["organisations"]
        sits = Q()
        for kind in PRESENT:
            sits |= Q(kinds__contains=[kind])
        seated.queryset = Organisation.objects.active().filter(sits).order_by("name", "pk")


class CommitteeForm(PresenceForm):
    kind = forms.ChoiceField(
        label="Comité",
        choices=[("", "Choisissez un comité"), *CommitteeKind.choices],
        error_messages={
            "required": "Choisissez un comité.",
            "invalid_choice": "Choisissez un comité de la liste.",
        },
    )
    territories = forms.ModelMultipleChoiceField(
        label="Territoires d’accueil concernés",
        help_text="Aucun coché\u00a0: tous.",
        queryset=Territory.objects.order_by("name", "pk"),
        to_field_name="slug",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Choisissez des territoires de la liste."},
    )
    field_order = ("kind", "held_on", "territories", "organisations")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["version"]


class DecisionForm(DsfrBaseForm):
    decision = text(
        "Décision du comité",
        help_text="Elle ne change pas l’étape\u00a0: chacun agit ensuite dans le dossier. Sans nom. Vide\u00a0: "
        "aucune décision.",
        required=False,
        rows=5,
        length=LONGEST,
    )
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

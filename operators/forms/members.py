"""Who belongs to an organisation, stands in for whom, and acts for which."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from dsfr.forms import DsfrBaseForm

from emile.core.forms import day
from emile.core.models.dated import ENDS_BEFORE_IT_STARTS
from operators.actors import Hat
from operators.enums import MembershipRole
from operators.forms.fields import (
    ColleagueChoice,
    LowerEmailField,
    email_widget,
)
from operators.models import Membership


LONGEST_DAYS = 366


class InvitationForm(DsfrBaseForm):
    email = LowerEmailField(
        label="Adresse électronique professionnelle",
        max_length=254,
        widget=email_widget("off"),
    )
    role = forms.ChoiceField(
        label="Rôle",
        choices=MembershipRole,
        initial=MembershipRole.MEMBER,
        widget=forms.RadioSelect,
        help_text="Une personne responsable invite les membres et retire les accès.",
    )


class RoleForm(DsfrBaseForm):
    role = forms.ChoiceField(label="Rôle", choices=MembershipRole, widget=forms.RadioSelect)


class AbsenceForm(DsfrBaseForm):
    """``colleagues`` may stand in."""

    since = day("Premier jour d’absence")
    until = day("Dernier jour d’absence")
    substitute = ColleagueChoice(
        label="Qui remplace",
        queryset=Membership.objects.none(),
        empty_label="Choisissez une personne",
        help_text="Cette personne voit ces dossiers à part et reçoit les rappels. "
        "Rien ne change de mains.",
    )

    def __init__(
        self, *args: Any, colleagues: QuerySet[Membership], today: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["substitute"].queryset = colleagues
        self.today = today

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            self.add_error("until", ENDS_BEFORE_IT_STARTS)
        elif until and until < self.today:
            self.add_error("until", "Cette absence est déjà finie.")
        elif since and until and (until - since).days >= LONGEST_DAYS:
            self.add_error(
                "until", "Au-delà d’un an, passez les dossiers à quelqu’un\u00a0: « Passations »."
            )
        return cleaned


class HatForm(DsfrBaseForm):
    """One choice per organisation and capacity; anything else does not exist."""

    hat = forms.ChoiceField(label="Agir pour", widget=forms.RadioSelect)

    def __init__(self, *args: Any, hats: Collection[Hat], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hats = {f"{hat.organisation_public_id}:{hat.actor.kind}": hat for hat in hats}
        self.fields["hat"].choices = [
            (key, f"{hat.organisation_name} — {hat.label}") for key, hat in self.hats.items()
        ]

    def clean_hat(self) -> Hat:
        return self.hats[self.cleaned_data["hat"]]

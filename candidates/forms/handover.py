"""Passing files: whose, to whom, on which day. Read from the address, confirmed by a button."""

from datetime import date, timedelta
from typing import Any

from django import forms
from dsfr.forms import DsfrBaseForm

from candidates.selectors.handover import receivers_of, workers_of
from operators.actors import Actor
from operators.enums import OrganisationKind
from operators.models import Organisation, User


# Longer than any notice of a mandate: beyond, the year was mistyped.
FARTHEST = timedelta(days=365)


class HandOverForm(DsfrBaseForm):
    """``cleaned_data`` has ``mine`` (a worker or None), ``receiver`` and ``worker`` (or None)."""

    mine = forms.ChoiceField(label="Quels dossiers\u00a0?", required=False)
    to = forms.ChoiceField(label="À qui\u00a0?")
    on = forms.DateField(
        label="À quelle date\u00a0?",
        help_text=(
            "Le jour où l’autre équipe commence. Un jour à venir\u00a0: la passation est prévue, et se "
            "fait seule ce jour-là."
        ),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    reason = forms.CharField(
        label="Pourquoi\u00a0?",
        help_text="Vos mots commencent la note laissée dans chaque dossier.",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(
        self,
        *args: Any,
        actor: Actor,
        giver: Organisation,
        role: OrganisationKind,
        today: date,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.today, self.giver = today, giver
        is_coordinator = actor.kind == OrganisationKind.COORDINATOR
        self.receivers = receivers_of(role, within=None if is_coordinator else giver.pk)
        self.fields["mine"].choices = [
            ("", f"Tous ceux de {giver.name}"),
            *((str(pk), f"Ceux de {name}") for pk, name in workers_of({giver.pk}).items()),
        ]
        self.fields["to"].choices = [("", "Choisir"), *self._hands()]
        self.fields["on"].initial = today
        self.fields["on"].widget.attrs["max"] = (today + FARTHEST).isoformat()

    def _hands(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """An organisation, or one of its people: in one's own, a person is to be named."""
        groups = []
        for organisation, members in self.receivers:
            hands = [
                (f"{organisation.pk}:{one.user_id}", one.user.get_full_name()) for one in members
            ]
            if organisation != self.giver:
                hands.insert(
                    0, (f"{organisation.pk}:", f"{organisation.name}, sans nommer personne")
                )
            if hands:
                groups.append((organisation.name, hands))
        return groups

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on > self.today + FARTHEST:
            raise forms.ValidationError(
                "Une passation se prévoit un an à l’avance au plus.", code="future"
            )
        return on

    @property
    def is_ahead(self) -> bool:
        """Of a day to come: what is confirmed is a plan. Expects a valid form."""
        on: date = self.cleaned_data["on"]
        return on > self.today

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        if self.errors:
            return answers
        organisation_id, _, user_id = answers["to"].partition(":")
        answers["receiver"] = next(
            one for one, _ in self.receivers if str(one.pk) == organisation_id
        )
        answers["worker"] = User.objects.get(pk=user_id) if user_id else None
        answers["mine"] = User.objects.get(pk=answers["mine"]) if answers["mine"] else None
        return answers

"""The lines of a stay, one small form each: its visits and its expenses."""

from datetime import date, datetime, time, timedelta
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.urls import reverse

from candidates.enums import CostPayer, StayCostKind, VisitKind
from candidates.forms.act import ActForm, EditForm
from candidates.forms.fields import PhoneField
from candidates.forms.stay import OfStay, hour, line, side_by_side
from candidates.models import ImmersionStay, StayCost, StayVisit
from emile.core.templatetags.emile import day as in_words


MORNING = time(9)
USUAL_VISIT = timedelta(hours=1)
AGAIN = "again"


class VisitForm(OfStay, ActForm):
    day = forms.ChoiceField(label="Jour")
    starts_at = hour("De", required=True)
    ends_at = hour("À", required=True)
    kind = forms.ChoiceField(label="Quoi\u00a0?", choices=VisitKind.choices)
    title = forms.CharField(
        label="Intitulé",
        help_text="Par exemple\u00a0: boulangerie, visite d’un T3.",
        max_length=120,
    )
    place = line("Où\u00a0?", help_text="Adresse ou lieu de rendez-vous.")
    contact_name = line("Qui reçoit le ménage\u00a0?", length=100)
    contact_phone = PhoneField(label="Son téléphone", required=False)
    note = line("À savoir", help_text="Qui accompagne, ce qu’il faut apporter.", length=300)

    @property
    def stay(self) -> ImmersionStay:
        raise NotImplementedError

    def prepare(self) -> None:
        self.hide_when()
        self.fields["day"].choices = [
            (one.isoformat(), in_words(one).capitalize()) for one in self.stay.all_days
        ]

    def clean_day(self) -> date:
        return date.fromisoformat(self.cleaned_data["day"])

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        if self.errors:
            return answers
        if answers["ends_at"] <= answers["starts_at"]:
            self.add_error("ends_at", "L’heure de fin doit suivre l’heure de début.")
            return answers
        taken = self._others().between(answers["day"], answers["starts_at"], answers["ends_at"])
        if other := taken.first():
            self.add_error(
                "starts_at",
                f"Une autre visite est prévue de {other.starts_at:%H:%M} à {other.ends_at:%H:%M}"
                f"\u00a0: {other.title}.",
            )
        return answers

    def _others(self) -> Any:
        return self.stay.visits.kept().order_by("day", "starts_at")

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_class = "emile-form"
        helper.layout = Layout(
            *(["version"] if "version" in self.fields else []),
            side_by_side("day", "kind"),
            side_by_side("starts_at", "ends_at"),
            "title",
            "place",
            side_by_side("contact_name", "contact_phone"),
            "note",
            "on",
        )
        helper.add_input(Submit("save", self.submit))
        return helper

    def next_url(self) -> str:
        chosen: date = self.cleaned_data["day"]
        return f"{self.back_url}#jour-{chosen.isoformat()}"


class AddVisitForm(VisitForm):
    """On the day and of the kind that the link asks for, after what is planned that day."""

    submit = "Ajouter au programme"

    @property
    def stay(self) -> ImmersionStay:
        stay: ImmersionStay = self.about
        return stay

    def prepare(self) -> None:
        super().prepare()
        chosen = self.asked.get("jour", "")
        if chosen not in dict(self.fields["day"].choices):
            chosen = self.stay.first_day.isoformat()
        self.fields["day"].initial = chosen
        self.fields["kind"].initial = self.asked.get("quoi", "")
        last = self._others().filter(day=chosen).last()
        start = last.ends_at if last else MORNING
        end = (datetime.combine(date.min, start) + USUAL_VISIT).time()
        self.fields["starts_at"].initial = start
        self.fields["ends_at"].initial = end if end > start else time(23, 59)

    @property
    def helper(self) -> FormHelper:
        helper = super().helper
        helper.add_input(Submit(AGAIN, "Ajouter, puis une autre", css_class="fr-btn--secondary"))
        return helper

    def next_url(self) -> str:
        """« Ajouter, puis une autre »: the same page, later the same day."""
        if AGAIN not in self.data:
            return super().next_url()
        page = reverse(
            "candidates:act_about",
            args=[self.parcours.public_id, "add_visit", self.stay.public_id],
        )
        return f"{page}?jour={self.cleaned_data['day'].isoformat()}"


class EditVisitForm(VisitForm, EditForm):
    @property
    def stay(self) -> ImmersionStay:
        visit: StayVisit = self.about
        return visit.stay

    def prepare(self) -> None:
        super().prepare()
        visit: StayVisit = self.about
        self.fields["day"].initial = visit.day.isoformat()
        for name in (
            "version",
            "starts_at",
            "ends_at",
            "kind",
            "title",
            "place",
            "contact_name",
            "contact_phone",
            "note",
        ):
            self.fields[name].initial = getattr(visit, name)

    def _others(self) -> Any:
        return super()._others().exclude(pk=self.about.pk)


class RemoveVisitForm(OfStay, ActForm):
    submit = "Retirer du programme"

    def prepare(self) -> None:
        visit: StayVisit = self.about
        self.hide_when()
        self.intro = f"{in_words(visit.day).capitalize()}\u00a0: {visit.title}."

    def next_url(self) -> str:
        return self.back_url


def amount(label: str, *, help_text: str = "", required: bool = True) -> forms.DecimalField:
    return forms.DecimalField(
        label=label,
        help_text=help_text,
        required=required,
        min_value=0,
        max_digits=8,
        decimal_places=2,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )


class CostForm(OfStay, ActForm):
    kind = forms.ChoiceField(label="Dépense", choices=StayCostKind.choices)
    payer = forms.ChoiceField(label="Qui paie\u00a0?", choices=CostPayer.choices)
    details = line("Précisions")
    amount_asked = amount("Montant demandé, en euros")
    amount_paid = amount(
        "Montant payé, en euros", help_text="Laissez vide tant que rien n’est payé.", required=False
    )

    def prepare(self) -> None:
        self.hide_when()

    def next_url(self) -> str:
        return f"{self.back_url}#costs"


class AddCostForm(CostForm):
    submit = "Ajouter la dépense"


class EditCostForm(CostForm, EditForm):
    def prepare(self) -> None:
        super().prepare()
        cost: StayCost = self.about
        for name in ("version", "kind", "payer", "details", "amount_asked", "amount_paid"):
            self.fields[name].initial = getattr(cost, name)


class RemoveCostForm(OfStay, ActForm):
    submit = "Retirer la dépense"

    def prepare(self) -> None:
        cost: StayCost = self.about
        self.hide_when()
        self.intro = f"{cost.get_kind_display()}, {cost.amount_asked}\u00a0€."

    def next_url(self) -> str:
        return f"{self.back_url}#costs"

"""What one writes of a home, a job or a training. What is not known yet stays empty."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, ClassVar

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Submit
from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from dsfr.forms import DsfrBaseForm

from emile.core.forms import (
    choice,
    day,
    hours,
    known_choice_field,
    money,
    said,
    side_by_side,
    yes_no_field,
)
from operators.enums import OrganisationKind
from operators.forms import LowerEmailField, email_widget, phone_field
from territories.enums import (
    ContractKind,
    DrivingLicence,
    EnergyClass,
    LanguageLevel,
    OfferKind,
    Qualification,
    Schedule,
    Typology,
    Withdrawal,
)
from territories.forms.kept import KeptForm, directory_field, how_many, note_field
from territories.forms.typeahead import CommuneField, OccupationField
from territories.models import HousingOffer, JobOffer, Offer, TrainingOffer
from territories.models.terms import LARGEST_HOME, SMALLEST_HOME
from territories.selectors.offers import UNKNOWN


def refuse_past(last_day: date | None, today: date) -> None:
    if last_day and last_day < today:
        raise ValidationError(
            "Cette date est passée\u00a0: l’offre ne serait proposée à personne.", code="past"
        )


class OfferForm(KeptForm):
    """The base: who offers, where, from when to when. ``answers`` are what services take.

    ``offer`` is the one to rewrite, None for a new one.
    """

    kind: ClassVar[OfferKind]
    terms_model: ClassVar[type[models.Model]]
    partner = "provider"
    terms_fields: ClassVar[tuple[str, ...]]
    offer_fields: ClassVar[tuple[str, ...]] = (
        "commune",
        "places",
        "available_from",
        "valid_until",
        "provider",
        "provider_name",
        "contact_name",
        "contact_phone",
        "contact_email",
        "note",
    )

    commune = CommuneField(label="Commune", help_text="Nom ou code postal.")
    places = how_many("Nombre")
    available_from = day("Disponible à partir du")
    valid_until = day(
        "Offre valable jusqu’au",
        help_text="Laissez vide s’il n’y a pas de date limite.",
        required=False,
    )
    provider = directory_field("Dans l’annuaire", empty_label="Pas dans l’annuaire")
    provider_name = forms.CharField(
        label="Sinon, son nom",
        help_text="L’un ou l’autre est nécessaire.",
        max_length=200,
        required=False,
    )
    contact_name = forms.CharField(label="Personne à joindre", max_length=200, required=False)
    contact_phone = phone_field()
    contact_email = LowerEmailField(
        label="Adresse électronique", required=False, widget=email_widget("off")
    )
    note = note_field(
        "Ce qu’il faut savoir avant de proposer cette offre. Pas de nom de ménage.", length=2000
    )

    def __init__(self, *args: Any, offer: Offer | None = None, **more: Any) -> None:
        super().__init__(*args, kept=offer, **more)
        self.offer = offer
        self.fields["available_from"].initial = self.today
        if offer:
            self.initial = {**self.initial, **self._as_written(offer)}

    def _as_written(self, offer: Offer) -> dict[str, Any]:
        terms = offer.terms
        values = {name: getattr(offer, name) for name in ("version", *self.offer_fields)}
        values |= {name: getattr(terms, name) for name in self.terms_fields}
        # A question that may have no answer shows it as such.
        asked = {name for name, field in self.fields.items() if _is_yes_or_no(field)}
        return {name: said(value) if name in asked else value for name, value in values.items()}

    def clean_valid_until(self) -> date | None:
        last_day: date | None = self.cleaned_data["valid_until"]
        refuse_past(last_day, self.today)
        return last_day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("provider"):
            cleaned["provider_name"] = ""
        if not self.errors:
            common, terms = self.answers
            ours = {"kind": self.kind, "territory": self.territory, "confirmed_on": self.today}
            self.check(Offer(**ours, **common), exclude=["territory"])
            self.check(self.terms_model(**terms), exclude=["offer"])
        return cleaned

    @property
    def answers(self) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
        """What every offer has, and what is proper to this kind."""
        given = self.cleaned_data
        return (
            {name: given[name] for name in self.offer_fields},
            {name: given[name] for name in self.terms_fields},
        )

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_class = "emile-form"
        helper.layout = Layout(
            "version",
            *self.parts(),
            Fieldset(
                self.who,
                "provider",
                "provider_name",
                "contact_name",
                side_by_side("contact_phone", "contact_email"),
            ),
            "note",
        )
        if self.offer:
            helper.add_input(Submit("save", "Enregistrer"))
        else:
            helper.add_input(Submit("publish", "Publier l’offre"))
            helper.add_input(Submit("draft", "Garder en brouillon", css_class="fr-btn--secondary"))
        return helper

    who: ClassVar[str]

    def parts(self) -> Iterable[Any]:
        raise NotImplementedError


def _is_yes_or_no(field: forms.Field) -> bool:
    return isinstance(field, forms.TypedChoiceField) and field.empty_value is None


class HomeOfferForm(OfferForm):
    kind = OfferKind.HOME
    terms_model = HousingOffer
    partner_kind = OrganisationKind.LANDLORD
    who = "Qui le loue"
    terms_fields = (
        "typology",
        "surface",
        "rent",
        "charges",
        "deposit",
        "floor",
        "has_lift",
        "is_accessible",
        "is_furnished",
        "energy_class",
    )

    places = how_many("Nombre", help_text="Logements identiques.")
    typology = forms.ChoiceField(
        label="Type de logement", choices=[("", "Choisissez"), *Typology.choices]
    )
    surface = forms.IntegerField(
        label="Surface",
        help_text="En m².",
        min_value=SMALLEST_HOME,
        max_value=LARGEST_HOME,
        required=False,
    )
    rent = money("Loyer mensuel hors charges", required=True)
    charges = money("Charges mensuelles")
    deposit = money("Dépôt de garantie")
    floor = forms.IntegerField(
        label="Étage",
        help_text="0 pour un rez-de-chaussée.",
        min_value=0,
        max_value=60,
        required=False,
    )
    has_lift = yes_no_field("Y a-t-il un ascenseur\u00a0?", unknown=UNKNOWN)
    is_accessible = yes_no_field("Accessible en fauteuil roulant\u00a0?", unknown=UNKNOWN)
    is_furnished = yes_no_field("Est-il meublé\u00a0?", unknown=UNKNOWN)
    energy_class = known_choice_field(
        "Classe énergétique (DPE)", EnergyClass.choices, unknown=UNKNOWN
    )

    def parts(self) -> Iterable[Any]:
        yield Fieldset(
            "Le logement",
            "commune",
            side_by_side("typology", "surface", "places"),
            side_by_side("floor", "energy_class"),
            "has_lift",
            "is_accessible",
            "is_furnished",
        )
        yield Fieldset("Ce qu’il coûte", side_by_side("rent", "charges", "deposit"))
        yield Fieldset("Quand", side_by_side("available_from", "valid_until"))


class SkilledForm(OfferForm):
    """What a job and a training ask of a person."""

    partner_kind = OrganisationKind.EMPLOYER

    occupation = OccupationField(label="Métier", help_text="Nom ou code ROME.")
    title = forms.CharField(
        label="Intitulé de l’annonce",
        help_text="Laissez vide pour reprendre le nom du métier.",
        max_length=200,
        required=False,
    )
    weekly_hours = hours()
    qualification = known_choice_field(
        "Qualification demandée", Qualification.choices, unknown=UNKNOWN
    )
    language = known_choice_field(
        "Niveau de français demandé", LanguageLevel.choices, unknown=UNKNOWN
    )

    def clean_title(self) -> str:
        """On one line: it goes into letters."""
        return " ".join(self.cleaned_data["title"].split())


class JobOfferForm(SkilledForm):
    kind = OfferKind.JOB
    terms_model = JobOffer
    who = "Qui recrute"
    terms_fields = (
        "occupation",
        "title",
        "contract",
        "weekly_hours",
        "schedule",
        "monthly_pay",
        "qualification",
        "language",
        "licence",
        "offers_training",
    )

    places = how_many("Nombre de postes")
    available_from = day("À pourvoir à partir du")
    contract = forms.ChoiceField(
        label="Contrat", choices=[("", "Choisissez"), *ContractKind.choices]
    )
    schedule = known_choice_field("Horaires", Schedule.choices, unknown=UNKNOWN)
    monthly_pay = money("Salaire net mensuel")
    licence = known_choice_field(
        "Permis demandé",
        DrivingLicence.choices,
        unknown="Aucun",
        help_text="Pour le poste lui-même. Le trajet se calcule à part.",
    )
    offers_training = yes_no_field("L’employeur forme-t-il à l’entrée\u00a0?", unknown=UNKNOWN)

    def parts(self) -> Iterable[Any]:
        yield Fieldset("Le poste", "occupation", "title", "commune", "places")
        yield Fieldset(
            "Les conditions",
            side_by_side("contract", "weekly_hours"),
            side_by_side("schedule", "monthly_pay"),
            side_by_side("available_from", "valid_until"),
        )
        yield Fieldset(
            "Ce qui est demandé",
            side_by_side("qualification", "language"),
            "licence",
            "offers_training",
        )


class TrainingOfferForm(SkilledForm):
    kind = OfferKind.TRAINING
    terms_model = TrainingOffer
    who = "Qui forme"
    terms_fields = (
        "occupation",
        "title",
        "leads_to",
        "weeks",
        "weekly_hours",
        "is_paid",
        "qualification",
        "language",
    )

    places = how_many("Nombre de places")
    available_from = day("Entrée à partir du")
    leads_to = forms.CharField(label="Diplôme ou titre visé", max_length=200, required=False)
    weeks = forms.IntegerField(
        label="Durée", help_text="En semaines.", min_value=1, max_value=200, required=False
    )
    is_paid = yes_no_field("Est-elle rémunérée\u00a0?", unknown=UNKNOWN)

    def parts(self) -> Iterable[Any]:
        yield Fieldset("La formation", "occupation", "title", "leads_to", "commune", "places")
        yield Fieldset(
            "Les conditions",
            side_by_side("weeks", "weekly_hours"),
            "is_paid",
            side_by_side("available_from", "valid_until"),
        )
        yield Fieldset("Ce qui est demandé", side_by_side("qualification", "language"))


FORMS: Mapping[str, type[OfferForm]] = {
    form.kind: form for form in (HomeOfferForm, JobOfferForm, TrainingOfferForm)
}


class WithdrawForm(DsfrBaseForm):
    why = choice(
        "Pourquoi\u00a0?", [one for one in Withdrawal.choices if one[0] != Withdrawal.GONE]
    )

    def clean_why(self) -> Withdrawal:
        return Withdrawal(self.cleaned_data["why"])

"""What is known of the household, of each person, of their papers and of how to reach them."""

from datetime import date
from typing import Any

from django import forms
from django.core.validators import validate_email
from django.urls import reverse

from candidates.enums import (
    ContactKind,
    DrivingLicence,
    HousingPrecarity,
    LanguageLevel,
    Link,
    Nationality,
    PermitKind,
    Sex,
    Typology,
    Vehicle,
)
from candidates.forms.act import ActForm, EditForm
from candidates.forms.fields import BirthDate, BirthDateField, LicencesField, PhoneField
from candidates.models import Parcours, Person
from candidates.selectors.life import shared_children
from emile.core.forms import choice, day, known_choice_field, money, said, yes_no_field
from territories.forms import CommuneField


class InHousehold:
    """An act whose button is in « Foyer »: that is where the person goes on."""

    parcours: Parcours

    def next_url(self) -> str:
        return reverse("candidates:file_household", args=[self.parcours.public_id])


class HouseholdForm(InHousehold, EditForm):
    sleeps_in = CommuneField(
        label="Commune où dort le ménage", required=False, help_text="Nom ou code postal."
    )
    domiciled_in = CommuneField(
        label="Commune de domiciliation",
        required=False,
        help_text="Si le courrier arrive ailleurs\u00a0: l’une ou l’autre suffit.",
    )
    housing_precarity = known_choice_field(
        "Précarité de logement", HousingPrecarity.choices, widget=forms.RadioSelect
    )
    needs_accessible_home = yes_no_field(
        "Faut-il un logement accessible\u00a0?",
        help_text="Rez-de-chaussée ou ascenseur. Jamais la raison médicale.",
    )
    must_not_be_found = forms.BooleanField(
        label="Ce ménage ne doit pas être retrouvé",
        help_text="En cas de violence ou de menace\u00a0: rien ne dit où il vit ni où il va, hors de ses "
        "propres équipes.",
        required=False,
    )
    has_pets = yes_no_field("Y a-t-il un animal de compagnie\u00a0?")
    accepts_shared_home = yes_no_field("Une colocation est-elle possible\u00a0?")
    highest_rent = money(
        "Loyer possible, charges comprises", help_text="En euros par mois, au plus."
    )
    asked_typology = known_choice_field(
        "Taille de logement demandée",
        Typology.choices,
        unknown="Celle qui convient à ceux qui partent",
    )
    why_typology = forms.CharField(
        label="Pourquoi cette taille\u00a0?",
        help_text="Si elle n’est pas celle qui convient au nombre de personnes.",
        max_length=200,
        required=False,
    )
    is_volunteer = yes_no_field(
        "Le ménage est-il volontaire pour partir vers un autre territoire\u00a0?",
        help_text="Il peut changer d’avis à tout moment, sans conséquence.",
    )
    informed_on = day("Informé de l’usage de ses données le", required=False)
    agrees_to_share = yes_no_field(
        "Accepte-t-il que les équipes partagent les informations couvertes par le secret "
        "professionnel\u00a0?"
    )

    def prepare(self) -> None:
        household = self.about
        for name in (
            "version",
            "sleeps_in",
            "domiciled_in",
            "housing_precarity",
            "highest_rent",
            "asked_typology",
            "why_typology",
            "must_not_be_found",
            "informed_on",
        ):
            self.fields[name].initial = getattr(household, name)
        for name in (
            "needs_accessible_home",
            "has_pets",
            "accepts_shared_home",
            "is_volunteer",
            "agrees_to_share",
        ):
            self.fields[name].initial = said(getattr(household, name))

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        if answers.get("asked_typology") and not answers.get("why_typology"):
            self.add_error(
                "why_typology",
                forms.ValidationError("Dites pourquoi le ménage demande une autre taille.", "why"),
            )
        return answers

    def clean_informed_on(self) -> date | None:
        informed_on: date | None = self.cleaned_data["informed_on"]
        if informed_on and informed_on > self.today:
            raise forms.ValidationError("Cette date est dans le futur.", code="future")
        return informed_on


class PersonForm(InHousehold, EditForm):
    """One name is enough. Nobody becomes the candidate in the candidate's place."""

    first_name = forms.CharField(label="Prénom", max_length=100, required=False)
    last_name = forms.CharField(
        label="Nom d’usage", max_length=100, help_text="Un seul nom suffit."
    )
    birth_name = forms.CharField(
        label="Nom de naissance", max_length=100, required=False, help_text="S’il est différent."
    )
    birth_date = BirthDateField(
        label="Date de naissance",
        required=False,
        help_text="14/07/1989, ou 07/1989, ou 1989 si c’est tout ce que l’on sait.",
    )
    sex = known_choice_field(
        "Sexe",
        Sex.choices,
        unknown="Sans réponse",
        help_text="Sert aux statistiques européennes, jamais au rapprochement avec une offre.",
    )
    nationality = known_choice_field("Nationalité", Nationality.choices)
    language_level = known_choice_field("Niveau de français", LanguageLevel.choices)
    licences = LicencesField("Permis de conduire")
    prepares_licence_b = yes_no_field("Permis B en préparation")
    vehicle = known_choice_field("Véhicule", Vehicle.choices)
    schooling = forms.CharField(
        label="École ou mode de garde",
        max_length=100,
        required=False,
        help_text="Pour un enfant.",
    )
    link = forms.ChoiceField(
        label="Lien avec la personne orientée",
        choices=[one for one in Link.choices if one[0] != Link.CANDIDATE],
    )

    def prepare(self) -> None:
        person: Person = self.about
        self.intro = person.full_name
        for name in (
            "version",
            "first_name",
            "last_name",
            "birth_name",
            "sex",
            "nationality",
            "language_level",
            "vehicle",
            "schooling",
        ):
            self.fields[name].initial = getattr(person, name)
        self.fields["licences"].initial = self.fields["licences"].ticked(person.licences)
        self.fields["prepares_licence_b"].initial = said(person.prepares_licence_b)
        self.fields["birth_date"].today = self.today
        if person.birth_date:
            born = BirthDate(person.birth_date, person.birth_date_is_approximate)
            self.fields["birth_date"].initial = str(born)
        member = self.parcours.household.members.get(person=person, until__isnull=True)
        self.fields["link"].initial = member.link
        if member.link == Link.CANDIDATE:
            del self.fields["link"]
        if member.is_child_on(self.today):
            for name in ("licences", "prepares_licence_b", "vehicle"):
                del self.fields[name]
        if person.pk in shared_children(self.parcours.household, self.today):
            del self.fields["schooling"]

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        if self.errors:
            return answers
        if answers.get("prepares_licence_b") and DrivingLicence.B in (answers["licences"] or ()):
            self.add_error(
                "prepares_licence_b",
                forms.ValidationError("Le permis B est déjà coché.", code="licence"),
            )
            return answers
        born = answers["birth_date"]
        answers["birth_date"] = born.day if born else None
        answers["birth_date_is_approximate"] = bool(born and born.is_approximate)
        answers["membership"] = {"link": answers.pop("link")} if "link" in answers else {}
        return answers


class PermitForm(InHousehold, ActForm):
    """The same paper noted twice is one paper: that is how its original is said to be seen."""

    kind = choice("Titre", PermitKind.choices)
    expires_on = day("Valable jusqu’au", required=False)
    allows_work = yes_no_field("Autorise-t-il à travailler\u00a0?")
    is_seen = forms.BooleanField(label="J’ai vu l’original", required=False)

    def prepare(self) -> None:
        self.intro = self.about.full_name
        latest = self.about.permits.order_by("pk").last()
        if latest:
            self.fields["kind"].initial = latest.kind
            self.fields["expires_on"].initial = latest.expires_on
            self.fields["allows_work"].initial = said(latest.allows_work)


class ContactForm(InHousehold, ActForm):
    """Whose it is and whether a message is safe matter as much as the number."""

    kind = choice("Moyen", ContactKind.choices)
    value = forms.CharField(label="Numéro ou adresse électronique", max_length=254)
    whose = forms.CharField(
        label="À qui est-ce\u00a0?",
        max_length=100,
        required=False,
        help_text="S’il est partagé ou à quelqu’un d’autre.",
    )
    is_message_safe = yes_no_field("Peut-on y laisser un message sans risque\u00a0?")
    takes_sms = yes_no_field("Accepte-t-on les SMS de rappel\u00a0?")
    hours = forms.CharField(label="Quand appeler\u00a0?", max_length=100, required=False)
    language = forms.CharField(label="Langue parlée", max_length=50, required=False)
    needs_interpreter = yes_no_field("Faut-il un interprète\u00a0?")

    def prepare(self) -> None:
        self.intro = self.about.full_name

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        kind, value = answers.get("kind"), answers.get("value")
        if not kind or not value:
            return answers
        try:
            if kind == ContactKind.EMAIL:
                validate_email(value)
            else:
                answers["value"] = PhoneField().clean(value)
        except forms.ValidationError as error:
            self.add_error("value", error)
        return answers

"""What each page of an orientation asks.

Unknown is an answer everywhere; the only things required are a name, a link for the other people,
and one way to reach the household.
"""

from datetime import date
from typing import Any

from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms
from django.core.exceptions import ValidationError

from candidates.enums import ContactKind, HousingPrecarity, LanguageLevel, ResidentialKind
from candidates.forms.fields import PhoneField
from candidates.forms.people import IdentityForm
from candidates.forms.step import StepForm
from candidates.models import OrientationStep
from candidates.selectors.duplicates import SHARED_BY_NATURE
from emile.core.forms import day, known_choice_field, yes_no_field
from operators.models import Membership, Organisation, User
from territories.forms import CommuneField


# The ways to reach somebody of which one is required; an e-mail address comes besides.
REACHED_BY = [kind for kind in ContactKind if kind is not ContactKind.EMAIL]


class ColleagueField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        name: str = obj.get_full_name()
        return f"{name}, {obj.phone}" if obj.phone else name


class BodyForm(StepForm):
    lead_worker = ColleagueField(
        label="Qui accompagne le ménage dans votre structure\u00a0?",
        help_text="La coordination appelle cette personne quand une précision manque.",
        queryset=User.objects.none(),
        empty_label=None,
        to_field_name="email",
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        open_here = Membership.objects.active().filter(organisation=self.actor.organisation_id)
        colleagues = User.objects.filter(memberships__in=open_here)
        field = self.fields["lead_worker"]
        field.queryset = colleagues.order_by("last_name", "first_name", "pk")
        field.initial = colleagues.filter(pk=self.actor.user_id).first()


class SituationForm(StepForm):
    sleeps_in = CommuneField(
        label="Commune où dort le ménage", required=False, help_text="Nom ou code postal."
    )
    domiciled_in = CommuneField(
        label="Commune de domiciliation",
        required=False,
        help_text="Si le courrier arrive ailleurs\u00a0: l’une ou l’autre suffit.",
    )
    lodging = known_choice_field("Hébergement ou logement actuel", ResidentialKind.choices)
    housing_precarity = known_choice_field(
        "Précarité de logement", HousingPrecarity.choices, widget=forms.RadioSelect
    )
    language_level = known_choice_field(
        "Niveau de français de la personne orientée",
        LanguageLevel.choices,
        help_text="Votre appréciation suffit.",
    )
    contact_kind = forms.ChoiceField(
        label="Comment joindre la personne\u00a0?",
        choices=[(kind.value, kind.label) for kind in REACHED_BY],
        widget=forms.RadioSelect,
        error_messages={"required": "Indiquez au moins un moyen de joindre la personne."},
    )
    phone = PhoneField(
        label="Numéro de téléphone",
        max_length=30,
        required=False,
        help_text="Celui de votre structure, si vous le laissez vide pour elle.",
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
    )
    whose = forms.CharField(
        label="À qui est ce téléphone\u00a0?",
        max_length=100,
        required=False,
        help_text="S’il est partagé ou à quelqu’un d’autre.",
    )
    is_message_safe = yes_no_field("Peut-on y laisser un message sans risque\u00a0?")
    hours = forms.CharField(label="Quand appeler\u00a0?", max_length=100, required=False)
    language = forms.CharField(label="Langue parlée", max_length=50, required=False)
    needs_interpreter = yes_no_field("Faut-il un interprète\u00a0?")
    email = forms.EmailField(
        label="Adresse électronique",
        max_length=254,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    layout = Layout(
        Fieldset("Où vit le ménage", "sleeps_in", "domiciled_in", "lodging", "housing_precarity"),
        Fieldset("La langue", "language_level"),
        Fieldset(
            "Joindre la personne",
            "contact_kind",
            Row(Column("phone"), Column("whose")),
            "is_message_safe",
            Row(Column("hours"), Column("language")),
            "needs_interpreter",
            "email",
        ),
    )

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        kind = answers.get("contact_kind")
        if kind in SHARED_BY_NATURE and not answers.get("whose"):
            self.add_error("whose", ValidationError("Dites à qui est ce téléphone.", code="whose"))
        if kind and not answers.get("phone") and "phone" not in self.errors:
            own = self._number_of_the_body() if kind == ContactKind.ORGANISATION else ""
            if own:
                answers["phone"] = own
            else:
                self.add_error("phone", ValidationError("Écrivez le numéro.", code="required"))
        return answers

    def _number_of_the_body(self) -> str:
        body = Organisation.objects.get(pk=self.actor.organisation_id)
        return PhoneField().clean(body.phone) if body.phone else ""

    @property
    def contacts(self) -> list[dict[str, Any]]:
        """Fields of ``ContactPoint``, the required one first."""
        answers = self.answers
        spoken = {name: answers.get(name) for name in ("language", "needs_interpreter")}
        reached = {name: answers.get(name) for name in ("whose", "is_message_safe", "hours")}
        contacts = [
            {"kind": answers.get("contact_kind"), "value": answers.get("phone")} | reached | spoken
        ]
        if answers.get("email"):
            contacts.append({"kind": ContactKind.EMAIL, "value": answers["email"]} | spoken)
        return contacts


class CommitmentForm(StepForm):
    """Three questions that are never one: going willingly, knowing, agreeing to share."""

    is_committed = yes_no_field(
        "Votre structure s’engage-t-elle à co-accompagner le ménage jusqu’à son installation\u00a0?",
        unknown="Pas encore",
        help_text="Sans engagement, le dossier est ouvert et vous attend.",
    )
    is_volunteer = yes_no_field(
        "Le ménage est-il volontaire pour partir vers un autre territoire\u00a0?",
        help_text="Il peut changer d’avis à tout moment, sans conséquence.",
    )
    informed_on = day(
        "Quand a-t-il été informé de l’usage de ses données\u00a0?",
        required=False,
        help_text="Qui les lit, pourquoi, combien de temps, et comment les faire corriger.",
    )
    agrees_to_share = yes_no_field(
        "Accepte-t-il que les équipes du dossier partagent les informations couvertes par le "
        "secret professionnel\u00a0?",
    )
    layout = Layout(
        Fieldset("Votre engagement", "is_committed"),
        Fieldset("Le volontariat", "is_volunteer"),
        Fieldset("L’information", "informed_on"),
        Fieldset("Le partage", "agrees_to_share"),
    )

    def clean_informed_on(self) -> date | None:
        informed_on: date | None = self.cleaned_data["informed_on"]
        if informed_on and informed_on > self.today:
            raise ValidationError("Cette date est dans le futur.", code="future")
        return informed_on


STEP_FORMS: dict[str, type[StepForm]] = {
    OrientationStep.BODY: BodyForm,
    OrientationStep.IDENTITY: IdentityForm,
    OrientationStep.SITUATION: SituationForm,
    OrientationStep.COMMITMENT: CommitmentForm,
}

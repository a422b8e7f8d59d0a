"""What people type about themselves and their organisations."""

from collections.abc import Collection
from datetime import date
from typing import Any

import phonenumbers
from django import forms
from django.contrib.auth.forms import (
    AuthenticationForm,
    SetPasswordForm,
    SetPasswordMixin,
)
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from dsfr.forms import DsfrBaseForm
from stdnum.fr import siret as siret_number

from emile.core.forms import day
from emile.core.models.dated import ENDS_BEFORE_IT_STARTS
from operators.actors import Hat
from operators.enums import MembershipRole, OrganisationKind
from operators.models import Membership, Organisation, RegistrationRequest, User
from operators.models.organisation import validate_siret


# Its country code.
FRANCE = 33
LONGEST_DAYS = 366
ADVICE = "12 caractères au moins. Quelques mots à la suite se retiennent mieux qu’un code."


# Fields


class OneFaultField(forms.CharField):
    """A text with a NUL byte has no other fault worth telling: nobody sees it on the screen."""

    def run_validators(self, value: str | None) -> None:
        if value and "\x00" in value:
            raise ValidationError(
                "Un caractère invisible s’est glissé dans ce champ\u00a0: effacez-le en entier, "
                "puis retapez-le.",
                code="null_characters_not_allowed",
            )
        super().run_validators(value)


class LowerEmailField(OneFaultField, forms.EmailField):
    """Two spellings of one address are one address."""

    def to_python(self, value: str | None) -> str:
        return (super().to_python(value) or "").lower()


class SiretField(OneFaultField):
    """Accepts the spaces that people leave between the digits."""

    default_validators = [validate_siret]

    def to_python(self, value: str | None) -> str | None:
        return siret_number.compact(super().to_python(value) or "") or self.empty_value


class PhoneField(forms.CharField):
    """A number as one says it in France, or with its country code."""

    def to_python(self, value: str | None) -> str:
        text = super().to_python(value)
        if not text:
            return ""
        try:
            number = phonenumbers.parse(text, "FR")
        except phonenumbers.NumberParseException:
            number = phonenumbers.PhoneNumber()
        if not phonenumbers.is_valid_number(number):
            raise ValidationError("Ce numéro de téléphone n’existe pas.", code="phone")
        style = phonenumbers.PhoneNumberFormat
        is_french = number.country_code == FRANCE
        return phonenumbers.format_number(
            number, style.NATIONAL if is_french else style.INTERNATIONAL
        )


class ColleagueChoice(forms.ModelChoiceField):
    def label_from_instance(self, obj: Membership) -> str:
        return obj.user.get_full_name()


def password_field(label: str, *, help_text: str = "") -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": "new-password"})
    return forms.CharField(label=label, strip=False, widget=widget, help_text=help_text)


def phone_field() -> PhoneField:
    widget = forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"})
    return PhoneField(label="Téléphone", max_length=30, required=False, widget=widget)


def email_widget(autocomplete: str = "email") -> forms.EmailInput:
    return forms.EmailInput(attrs={"autocomplete": autocomplete, "spellcheck": "false"})


def shown(value: object) -> str:
    """The value of a field of the card, as a person reads it."""
    match value:
        case bool():
            return "oui" if value else "non"
        case list():
            return ", ".join(OrganisationKind(code).label for code in value)
        case _:
            return str(value or "")


# Sign-in and password


class SignInForm(DsfrBaseForm, AuthenticationForm):
    username = LowerEmailField(
        label="Adresse électronique", max_length=254, widget=email_widget("username")
    )
    # One sentence for a wrong address, a wrong password and a closed account.
    error_messages = {
        "invalid_login": (
            "L’adresse électronique ou le mot de passe n’est pas le bon. Vérifiez les deux."
        ),
    }


class PasswordResetForm(DsfrBaseForm):
    email = LowerEmailField(label="Adresse électronique", max_length=254, widget=email_widget())


class NewPasswordForm(DsfrBaseForm, SetPasswordForm):
    new_password1 = password_field("Nouveau mot de passe", help_text=ADVICE)
    new_password2 = password_field("Le même, une seconde fois")


class NewcomerForm(DsfrBaseForm, SetPasswordMixin):
    """What an invitation does not say of the person: their name, and a password of their own."""

    first_name = forms.CharField(
        label="Prénom",
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
    )
    last_name = forms.CharField(
        label="Nom",
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "family-name"}),
    )
    phone = phone_field()
    password1 = password_field("Mot de passe", help_text=ADVICE)
    password2 = password_field("Le même, une seconde fois")

    def __init__(self, *args: Any, email: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.email = email

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        self.validate_passwords()
        person = User(
            email=self.email,
            first_name=cleaned.get("first_name", ""),
            last_name=cleaned.get("last_name", ""),
        )
        self.validate_password_for_user(person, "password1")
        return cleaned


# Members


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


# Organisations


class AskedTwiceForm(DsfrBaseForm):
    """Warn when the directory may hold the body already; a box to tick says that it does not.

    What is shown of the others is what any public directory of organisations shows.
    """

    is_another = forms.BooleanField(
        label="Ma structure n’est pas dans cette liste",
        required=False,
        widget=forms.HiddenInput,
    )
    if_listed = ""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("name") and not cleaned.get("is_another"):
            self._warn(cleaned["name"], cleaned.get("siret"))
        return cleaned

    def possible_duplicates(self, name: str, siret: str | None) -> list[Organisation]:
        return list(Organisation.objects.active().duplicates_of(name=name, siret=siret)[:5])

    @property
    def answers(self) -> dict[str, Any]:
        """What the service asks for: the box ticked concerns this form only."""
        return {name: value for name, value in self.cleaned_data.items() if name != "is_another"}

    def _warn(self, name: str, siret: str | None) -> None:
        found = self.possible_duplicates(name, siret)
        if not found:
            return
        names = ", ".join(
            f"{one.name} ({one.departement})" if one.departement else one.name for one in found
        )
        self.fields["is_another"].widget = forms.CheckboxInput()
        self.add_error(
            "is_another",
            ValidationError(
                f"L’annuaire contient déjà\u00a0: {names}. {self.if_listed}",
                code="duplicate",
            ),
        )


class OrganisationForm(AskedTwiceForm, forms.ModelForm):
    kinds = forms.MultipleChoiceField(
        label="Rôles dans le programme",
        choices=OrganisationKind,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choisissez au moins un rôle."},
    )
    siret = SiretField(
        label="Numéro SIRET",
        required=False,
        empty_value=None,
        help_text="14 chiffres. Laissez vide pour un organisme étranger ou informel.",
    )
    phone = phone_field()

    if_listed = "Si c’est la même, modifiez sa fiche\u00a0; sinon, cochez la case."
    field_order = ["name", "is_another"]

    class Meta:
        model = Organisation
        fields = ["name", "kinds", "siret", "departement", "email", "phone"]
        field_classes = {"email": LowerEmailField}
        help_texts = {"departement": "Son numéro, par exemple 93, 2A ou 974."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["is_another"].label = "C’est bien une autre organisation"


class OrganisationEditForm(OrganisationForm):
    """The same card, already in the directory: only a change of name can make it a double."""

    is_active = forms.BooleanField(
        label="Participe au programme",
        required=False,
        help_text="Sans cette case, aucun de ses membres n’a plus accès à la plateforme.",
    )
    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)

    class Meta(OrganisationForm.Meta):
        fields = [*OrganisationForm.Meta.fields, "is_active"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["version"].initial = self.instance.version
        self.name_before = self.instance.name

    def differences_with(self, theirs: "OrganisationEditForm") -> list[tuple[str, str, str]]:
        """Label, this value and the other one, where they differ."""
        rows = [
            (str(self[name].label), shown(self[name].value()), shown(theirs[name].value()))
            for name in self.Meta.fields
        ]
        return [(label, mine, other) for label, mine, other in rows if mine != other]

    def sent_again(self, *, version: int) -> list[tuple[str, str]]:
        """What was typed, as fields to send again on top of the current version."""
        pairs = [("version", str(version))]
        for name in [*self.Meta.fields, "is_another"]:
            match self[name].value():
                case True:
                    pairs.append((name, "on"))
                case list() as codes:
                    pairs += [(name, code) for code in codes]
                case str() as text:
                    pairs.append((name, text))
        return pairs

    def possible_duplicates(self, name: str, siret: str | None) -> list[Organisation]:
        if name == self.name_before:
            return []
        return [
            one for one in super().possible_duplicates(name, siret) if one.pk != self.instance.pk
        ]


class RegistrationForm(AskedTwiceForm, forms.ModelForm):
    siret = SiretField(
        label="Numéro SIRET",
        required=False,
        help_text="14 chiffres, si la structure en a un.",
    )
    contact_email = LowerEmailField(
        label="Adresse électronique professionnelle",
        max_length=254,
        widget=email_widget(),
        help_text="Nous y enverrons la réponse.",
    )
    contact_phone = phone_field()

    if_listed = (
        "Si c’est la vôtre, demandez une invitation à la personne qui en est responsable\u00a0; "
        "sinon, cochez la case."
    )
    field_order = ["name", "is_another"]

    class Meta:
        model = RegistrationRequest
        fields = [
            "name",
            "siret",
            "departement",
            "contact_first_name",
            "contact_last_name",
            "contact_email",
            "contact_phone",
        ]
        labels = {
            "contact_first_name": "Votre prénom",
            "contact_last_name": "Votre nom",
        }
        help_texts = {"departement": "Son numéro, par exemple 93, 2A ou 974."}
        widgets = {
            "contact_first_name": forms.TextInput(attrs={"autocomplete": "given-name"}),
            "contact_last_name": forms.TextInput(attrs={"autocomplete": "family-name"}),
        }


class RefusalForm(DsfrBaseForm):
    reason = forms.CharField(
        label="Motif du refus",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="La personne qui a fait la demande le recevra mot pour mot.",
    )


class DirectoryFilterForm(DsfrBaseForm):
    q = forms.CharField(label="Nom, SIRET ou département", max_length=200, required=False)
    kind = forms.ChoiceField(
        label="Rôle",
        choices=[("", "Tous les rôles"), *OrganisationKind.choices],
        required=False,
    )

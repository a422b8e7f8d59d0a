"""What people type about themselves and their organisations, one field at a time."""

import phonenumbers
from django import forms
from django.core.exceptions import ValidationError
from stdnum.fr import siret as siret_number

from operators.enums import OrganisationKind
from operators.models import Membership
from operators.models.organisation import validate_siret


# Its country code.
FRANCE = 33


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

"""Signing in, and the password."""

from typing import Any

from django import forms
from django.contrib.auth.forms import (
    AuthenticationForm,
    SetPasswordForm,
    SetPasswordMixin,
)
from dsfr.forms import DsfrBaseForm

from operators.forms.fields import (
    LowerEmailField,
    email_widget,
    password_field,
    phone_field,
)
from operators.models import User


ADVICE = "12 caractères au moins. Quelques mots à la suite se retiennent mieux qu’un code."


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

"""Organisations: registered, put right, found in the directory."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from dsfr.forms import DsfrBaseForm

from operators.enums import OrganisationKind
from operators.forms.fields import (
    LowerEmailField,
    SiretField,
    email_widget,
    phone_field,
    shown,
)
from operators.models import Organisation, RegistrationRequest


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

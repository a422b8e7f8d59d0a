"""Asking for papers, noting that they were seen, sending them as files and taking these back."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.urls import reverse

from candidates.enums import DocumentKind, DocumentReceipt
from candidates.forms.act import ActForm
from candidates.models import KEPT_FOR, HouseholdMember, Person
from candidates.selectors.paper_list import paper_list
from emile.core.forms import choice, day
from emile.core.templatetags.emile import day as in_words
from emile.core.uploads import SentFile, UnsafeFile, check_size, inspect


class WhoField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Person) -> str:
        return obj.full_name


class MemberField(forms.TypedChoiceField):
    """The same without a query, of the members that a page has read already."""

    def __init__(self, *, label: str) -> None:
        super().__init__(label=label, required=False, empty_value=None)

    def among(self, members: Iterable[HouseholdMember]) -> None:
        people = {str(member.person_id): member.person for member in members}
        self.choices = [
            ("", "Tout le ménage"),
            *((key, person.full_name) for key, person in people.items()),
        ]
        self.coerce = people.__getitem__


def whose(label: str) -> WhoField:
    """One person of the household, or all of it."""
    return WhoField(
        label=label,
        queryset=Person.objects.none(),
        required=False,
        # Else a choice among radio buttons has no empty one.
        blank=True,
        empty_label="Tout le ménage",
        widget=forms.RadioSelect,
    )


def offer_members(form: ActForm) -> None:
    members = form.parcours.household.members_on(form.today)
    people = Person.objects.filter(pk__in=[member.person_id for member in members])
    form.fields["person"].queryset = people.order_by("pk")


def which_paper() -> forms.ChoiceField:
    return forms.ChoiceField(
        label="Quelle pièce\u00a0?",
        choices=[("", "Choisissez une pièce"), *DocumentKind.choices],
    )


def show_what_was_asked(form: ActForm) -> None:
    """Which paper and whose, as the link that leads here says."""
    whose = form.asked.get("personne", "")
    people = form.fields["person"].queryset
    person = next((one.pk for one in people if str(one.public_id) == whose), None)
    form.initial |= {"kind": form.asked.get("piece"), "person": person}


class AskDocumentsForm(ActForm):
    intro = (
        "La structure qui oriente est prévenue par courriel, sans le nom du ménage ni la liste. "
        "Une pièce qui manque n’arrête jamais le parcours."
    )
    submit = "Demander"
    kinds = forms.MultipleChoiceField(
        label="Quelles pièces\u00a0?",
        choices=DocumentKind.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Cochez au moins une pièce."},
    )
    person = whose("Pour qui\u00a0?")
    wanted_by = day("Avant le")

    def prepare(self) -> None:
        offer_members(self)
        self.fields["wanted_by"].initial = self.today + timedelta(days=15)

    def clean_wanted_by(self) -> date:
        wanted_by: date = self.cleaned_data["wanted_by"]
        if wanted_by < self.today:
            raise forms.ValidationError("Ce jour est passé.", code="past")
        return wanted_by


class ReceiveDocumentForm(ActForm):
    means = choice(
        "Comment\u00a0?",
        DocumentReceipt.choices,
        help_text="Voir l’original suffit\u00a0: aucun document n’est à envoyer.",
    )

    def prepare(self) -> None:
        whose = f", {self.about.person.full_name}" if self.about.person else ""
        self.intro = f"{self.about.get_kind_display()}{whose}"


class SeeDocumentForm(ActForm):
    """The link that leads here may say which paper, and whose."""

    kind = which_paper()
    person = whose("De qui\u00a0?")
    means = choice(
        "Comment\u00a0?",
        DocumentReceipt.choices,
        help_text="Voir l’original suffit\u00a0: aucun document n’est à envoyer.",
    )

    def prepare(self) -> None:
        offer_members(self)
        show_what_was_asked(self)

    def next_url(self) -> str:
        return papers_url(self)


class RemindPapersForm(ActForm):
    submit = "Envoyer le rappel"

    def prepare(self) -> None:
        missing = paper_list(self.parcours, self.today).missing
        told = ", ".join(f"{line.paper.label} ({line.whose})" for line in missing)
        self.intro = (
            f"La structure qui oriente reçoit la liste de ce qui manque, sans nom\u00a0: {told}."
            if missing
            else "Aucune pièce attendue ne manque."
        )
        self.fields["on"].widget = forms.HiddenInput()

    def clean_on(self) -> date:
        return self.today

    def next_url(self) -> str:
        return papers_url(self)


class SafeFileField(forms.FileField):
    """Its value is a ``SentFile``: what the bytes are, whatever the name says."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            error_messages={"empty": "Ce fichier est vide\u00a0: choisissez-en un autre."},
            widget=forms.ClearableFileInput(
                attrs={
                    "accept": ".pdf,.jpg,.jpeg,.png,.webp,application/pdf,image/*",
                    "class": "fr-upload",
                    "data-fr-js-upload": "false",
                }
            ),
            **options,
        )

    def clean(self, data: Any, initial: Any = None) -> SentFile | None:
        sent: UploadedFile | None = super().clean(data, initial)
        if not sent:
            return None
        try:
            check_size(sent.size or 0)
            content = sent.read()
            return SentFile(content, inspect(content))
        except UnsafeFile as refusal:
            raise forms.ValidationError(str(refusal), code=refusal.code) from None


class UploadDocumentForm(ActForm):
    """The link that leads here may say which paper, and whose."""

    submit = "Envoyer la pièce"
    file = SafeFileField(
        label="Fichier",
        help_text="Un PDF ou une photo (JPEG, PNG, WebP), 10\u00a0Mo et 50 pages au plus. Sur un "
        "téléphone, vous pouvez photographier le papier.",
    )
    kind = which_paper()
    person = whose("De qui\u00a0?")
    expires_on = day("Valable jusqu’au", help_text="Si une date y est écrite.", required=False)

    def prepare(self) -> None:
        offer_members(self)
        self.intro = (
            "Voir l’original suffit toujours. Une pièce envoyée est vérifiée avant d’être lisible "
            "par les équipes du dossier, chaque lecture est notée, et elle sera effacée le "
            f"{in_words(self.today + KEPT_FOR)} au plus tard."
        )
        # A file is sent on the day it is sent.
        self.fields["on"].widget = forms.HiddenInput()
        show_what_was_asked(self)

    def clean_on(self) -> date:
        return self.today

    def clean_expires_on(self) -> date | None:
        expires_on: date | None = self.cleaned_data["expires_on"]
        if expires_on and expires_on < self.today:
            raise forms.ValidationError(
                "Cette pièce n’est plus valable\u00a0: demandez celle qui la remplace.",
                code="expired",
            )
        return expires_on

    def next_url(self) -> str:
        return papers_url(self)


class RemoveDocumentForm(ActForm):
    submit = "Effacer la pièce"

    def prepare(self) -> None:
        whose = f", {self.about.person.full_name}" if self.about.person else ""
        self.intro = (
            f"{self.about.get_kind_display()}{whose}\u00a0: le fichier est effacé tout de suite, et "
            "ne peut pas être retrouvé. Le journal du dossier garde qu’il y en a eu un."
        )
        self.fields["on"].widget = forms.HiddenInput()

    def clean_on(self) -> date:
        return self.today

    def next_url(self) -> str:
        return papers_url(self)


def papers_url(form: ActForm) -> str:
    return reverse("candidates:file_exchanges", args=[form.parcours.public_id]) + "#papers"

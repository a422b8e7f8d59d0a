"""Asking for papers, and noting that they were seen."""

from datetime import date, timedelta

from django import forms

from candidates.enums import DocumentKind, DocumentReceipt
from candidates.forms.act import ActForm
from candidates.models import Person
from emile.core.forms import choice, day


class WhoField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Person) -> str:
        return obj.full_name


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
    person = WhoField(
        label="Pour qui\u00a0?",
        queryset=Person.objects.none(),
        required=False,
        empty_label="Tout le ménage",
        widget=forms.RadioSelect,
    )
    wanted_by = day("Avant le")

    def prepare(self) -> None:
        members = self.parcours.household.members_on(self.today)
        people = Person.objects.filter(pk__in=[member.person_id for member in members])
        self.fields["person"].queryset = people.order_by("pk")
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

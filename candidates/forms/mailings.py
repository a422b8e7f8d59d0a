"""Information to many: for whom, and what it says."""

import re
from typing import Any

from django import forms
from dsfr.forms import DsfrBaseForm

from candidates.enums import OPEN_STAGES, MailingAudience
from candidates.models import Mailing
from candidates.reference.words import sensitive_word
from candidates.selectors.mailings import departements_of_prescribers
from emile.core.forms import text
from emile.core.prose import INVISIBLE
from territories.models import Territory


class HouseholdsForm(DsfrBaseForm):
    stages = forms.MultipleChoiceField(
        label="À quelles étapes\u00a0?",
        help_text="Sans réponse\u00a0: toutes les étapes.",
        choices=[(stage.value, stage.label) for stage in OPEN_STAGES],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    territory = forms.ModelChoiceField(
        label="Sur quel territoire d’accueil\u00a0?",
        help_text="Celui qui a accepté le ménage. Sans réponse\u00a0: tous, et ceux qui n’en ont pas "
        "encore.",
        queryset=Territory.objects.none(),
        to_field_name="slug",
        empty_label="Tous",
        required=False,
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["territory"].queryset = Territory.objects.order_by("name", "pk")

    @staticmethod
    def initial_of(mailing: Mailing) -> dict[str, Any]:
        territory = mailing.territory
        return {"stages": mailing.stages, "territory": territory.slug if territory else None}


class PrescribersForm(DsfrBaseForm):
    departement = forms.ChoiceField(
        label="De quel département\u00a0?",
        help_text="Ceux où une structure oriente des ménages.",
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["departement"].choices = [("", "Choisir"), *departements_of_prescribers()]

    @staticmethod
    def initial_of(mailing: Mailing) -> dict[str, Any]:
        return {"departement": mailing.departement}


AUDIENCE_FORMS: dict[str, type[HouseholdsForm | PrescribersForm]] = {
    MailingAudience.HOUSEHOLDS: HouseholdsForm,
    MailingAudience.PRESCRIBERS: PrescribersForm,
}


class WordsForm(DsfrBaseForm):
    subject = forms.CharField(
        label="Objet",
        help_text="Il se lit sur un téléphone verrouillé\u00a0: aucun mot sur la vie des personnes.",
        max_length=120,
    )
    text = text(
        "Texte",
        help_text="Sans «\u00a0Bonjour\u00a0» ni signature\u00a0: le prénom et le nom de votre structure "
        "s’ajoutent seuls. Aucune information sur une personne en particulier.",
        rows=10,
    )

    def clean_subject(self) -> str:
        subject = re.sub(r"\s*[\r\n\t]+\s*", " ", self.cleaned_data["subject"])
        refuse_invisible(subject)
        if word := sensitive_word(subject):
            raise forms.ValidationError(
                "«\u00a0%(word)s\u00a0» dirait quelque chose de la personne à qui voit son téléphone\u00a0: "
                "gardez ce mot pour le texte, ou pour une conversation.",
                code="sensitive",
                params={"word": word},
            )
        return subject

    def clean_text(self) -> str:
        written: str = self.cleaned_data["text"]
        refuse_invisible(written)
        return written


def refuse_invisible(written: str) -> None:
    if INVISIBLE.search(written):
        raise forms.ValidationError(
            "Un caractère invisible s’est glissé ici\u00a0: retapez ces mots.", code="invisible"
        )

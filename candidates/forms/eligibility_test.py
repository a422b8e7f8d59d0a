"""The two-minute test: seven questions, nothing kept."""

from datetime import date

from django import forms
from dsfr.forms import DsfrBaseForm

from candidates.eligibility import Facts
from candidates.enums import HousingPrecarity, LanguageLevel
from candidates.selectors.departure import is_departure_departement
from emile.core.forms import known_choice_field, yes_no_field
from territories.models import Departement


class EligibilityTestForm(DsfrBaseForm):
    """One question per criterion; each may stay without an answer."""

    departement = forms.ModelChoiceField(
        label="Dans quel département la personne dort-elle\u00a0?",
        queryset=Departement.objects.order_by("code"),
        required=False,
        empty_label="Je ne sais pas encore",
        to_field_name="code",
        help_text="Ou celui de son adresse de domiciliation.",
    )
    age = forms.IntegerField(
        label="Quel âge a-t-elle\u00a0?", min_value=0, max_value=120, required=False
    )
    language_level = known_choice_field(
        "Quel est son niveau de français\u00a0?", LanguageLevel.choices
    )
    housing_precarity = known_choice_field(
        "Quelle est sa situation de logement\u00a0?",
        HousingPrecarity.choices,
        widget=forms.RadioSelect,
    )
    adults_are_lawful = yes_no_field(
        "Chaque adulte du ménage est-il français, européen ou titulaire d’un titre de séjour valide\u00a0?"
    )
    is_volunteer = yes_no_field(
        "Le ménage est-il volontaire pour partir vers un autre territoire\u00a0?"
    )
    is_committed = yes_no_field(
        "Une structure s’engage-t-elle à l’accompagner jusqu’à son installation\u00a0?",
        unknown="Pas encore",
    )

    def facts_on(self, day: date) -> Facts:
        answers = self.cleaned_data
        departement = answers["departement"]
        return Facts(
            is_committed=answers["is_committed"],
            in_departure_area=departement and is_departure_departement(departement, day),
            age=answers["age"],
            language_level=answers["language_level"],
            housing_precarity=answers["housing_precarity"],
            adults_lawful=(answers["adults_are_lawful"],),
            is_volunteer=answers["is_volunteer"],
        )

"""Every component on one page: what designers look at, and what axe judges."""

from datetime import date, timedelta
from types import SimpleNamespace

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Fieldset, Layout, Row, Submit
from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from dsfr.forms import DsfrBaseForm

from emile.core.views.pages import open_to_all


class SpecimenForm(DsfrBaseForm):
    """One field of each kind. Laid out, it is what a long form looks like."""

    last_name = forms.CharField(label="Nom", max_length=60)
    first_name = forms.CharField(label="Prénom", max_length=60, required=False)
    born_on = forms.DateField(
        label="Date de naissance",
        help_text="Par exemple : 14/07/1989. Une année suffit si le jour est inconnu.",
        widget=forms.DateInput(attrs={"autocomplete": "bday"}),
    )
    level = forms.ChoiceField(
        label="Niveau de français",
        choices=[("", "Je ne sais pas encore"), ("a2", "A2"), ("b1", "B1")],
        required=False,
    )
    reached = forms.ChoiceField(
        label="La personne a-t-elle répondu ?",
        choices=[("yes", "Oui"), ("no", "Non"), ("voicemail", "Message laissé")],
        widget=forms.RadioSelect,
    )
    themes = forms.MultipleChoiceField(
        label="Thèmes abordés",
        choices=[("housing", "Logement"), ("job", "Emploi"), ("mobility", "Mobilité")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    note = forms.CharField(
        label="Compte rendu", widget=forms.Textarea(attrs={"rows": 4}), required=False
    )
    shared = forms.BooleanField(
        label="Partager avec les équipes du dossier",
        help_text="Sinon, seule votre organisation peut lire.",
        required=False,
    )

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_class = "emile-form"
        helper.layout = Layout(
            Fieldset(
                "La personne",
                Row(Column("last_name"), Column("first_name")),
                Row(Column("born_on"), Column("level")),
            ),
            Fieldset("L’échange", "reached", "themes", "note", "shared"),
        )
        helper.add_input(Submit("submit", "Enregistrer"))
        return helper


class SpecimenReason(DsfrBaseForm):
    reason = forms.CharField(label="Raison", max_length=200)


class SpecimenFilters(DsfrBaseForm):
    text = forms.CharField(label="Nom ou référence", required=False)
    stage = forms.ChoiceField(
        label="Étape", choices=[("", "Toutes"), ("diagnosis", "Diagnostic")], required=False
    )


def specimen_timeline(today: date) -> list[SimpleNamespace]:
    return [
        SimpleNamespace(
            on=today,
            title="Séjour d’immersion confirmé",
            who="Équipe d’accueil",
            text="Du lundi au vendredi, hébergement compris.",
        ),
        SimpleNamespace(
            on=today - timedelta(days=12),
            title="Diagnostic validé",
            who="Équipe de préparation",
            text="",
        ),
        SimpleNamespace(
            on=today - timedelta(days=40), title="Orientation", who="Structure qui oriente", text=""
        ),
    ]


@open_to_all
def components(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    context = {
        "today": today,
        "later": today + timedelta(days=9),
        "facts": [
            ("À qui d’agir", "Équipe d’accueil"),
            ("Depuis", "il y a 3 jours"),
            ("Pour le", "jeudi 26 novembre 2026"),
        ],
        "timeline": specimen_timeline(today),
        "form": SpecimenForm(prefix="blank"),
        "refused_form": SpecimenForm({"wrong-born_on": "hier"}, prefix="wrong"),
        "reason_form": SpecimenReason(prefix="confirm"),
        "filters": SpecimenFilters(),
        "columns": ["Référence", "Étape", "À qui d’agir", "Pour le"],
        "rows": [
            ["EM-0412", "Diagnostic", "Équipe de préparation", "3 décembre 2026"],
            ["EM-0398", "Positionnement", "Équipe d’accueil", "8 décembre 2026"],
        ],
        "side_links": [
            {"label": "Synthèse", "url": "#side-menu", "is_current": True},
            {"label": "Foyer", "url": "#side-menu"},
            {"label": "Diagnostic et plan d’action", "url": "#side-menu"},
            {"label": "Pièces et échanges", "url": "#side-menu"},
        ],
        "summary": [
            {"label": "Nom", "value": "Diallo", "change_url": "#summary"},
            {"label": "Composition", "value": "2 adultes, 1 enfant", "change_url": "#summary"},
            {"label": "Adresse électronique", "value": "", "change_url": "#summary"},
        ],
        "tags": ["Rez-de-chaussée", "Permis B", "Garde alternée"],
    }
    return render(request, "pages/components.html", context)

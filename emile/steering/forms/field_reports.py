"""What somebody tells of the field, how the coordinator answers it, which ones a list shows."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from dsfr.forms import DsfrBaseForm

from candidates.enums import OPEN_STAGES
from emile.core.forms import text
from emile.core.prose import names_a_way_to_reach
from emile.steering.models import FieldTheme
from emile.steering.models.field_reports import LONGEST
from territories.models import Territory


WRONG_THEME = "Choisissez un thème de la liste."
WRONG_STAGE = "Choisissez une étape de la liste."
WRONG_TERRITORY = "Choisissez un territoire de la liste."
REACHES = (
    "Retirez l’adresse électronique ou le numéro de téléphone\u00a0: ce texte ne doit désigner "
    "personne."
)


def nobody_named(value: str) -> None:
    """Of what a machine can tell; the rest is asked for beside the field."""
    if names_a_way_to_reach(value):
        raise ValidationError(REACHES, code="reaches")


def _territory(empty_label: str) -> forms.ModelChoiceField:
    return forms.ModelChoiceField(
        label="Territoire d’accueil",
        queryset=Territory.objects.order_by("name", "pk"),
        to_field_name="slug",
        empty_label=empty_label,
        required=False,
        error_messages={"invalid_choice": WRONG_TERRITORY},
    )


class FieldReportForm(DsfrBaseForm):
    theme = forms.ChoiceField(
        label="Thème",
        choices=[("", "Choisissez un thème"), *FieldTheme.choices],
        error_messages={"required": "Choisissez un thème.", "invalid_choice": WRONG_THEME},
    )
    stage = forms.ChoiceField(
        label="Étape du parcours",
        choices=[
            ("", "Aucune en particulier"),
            *((one.value, one.label) for one in OPEN_STAGES),
        ],
        required=False,
        error_messages={"invalid_choice": WRONG_STAGE},
    )
    territory = _territory("Aucun en particulier")
    text = text(
        "Que se passe-t-il\u00a0?",
        help_text="Sans nom, ni adresse, ni numéro, ni référence de dossier\u00a0: la coordination et la Dihal "
        "lisent ce texte, un comité peut l’examiner. Pour un ménage en particulier, écrivez dans son dossier.",
        rows=6,
        length=LONGEST,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["text"]
        field.validators.append(nobody_named)
        field.error_messages["required"] = "Décrivez la difficulté."


class AnswerForm(DsfrBaseForm):
    """An answer, a place on an agenda, or both."""

    answer = text(
        "Réponse",
        help_text="L’organisation qui a signalé la lit et en est prévenue par courriel. Sans nom.",
        required=False,
        rows=5,
        length=LONGEST,
    )
    is_for_committee = forms.BooleanField(
        label="Inscrire à l’ordre du jour du prochain comité", required=False
    )
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answer"].validators.append(nobody_named)


class FieldReportFilter(DsfrBaseForm):
    """In the address. What can't be read is said beside its field, and filters nothing."""

    UNANSWERED, ANSWERED, AGENDA = "sans-reponse", "avec-reponse", "comite"

    theme = forms.ChoiceField(
        label="Thème",
        choices=[("", "Tous"), *FieldTheme.choices],
        required=False,
        error_messages={"invalid_choice": WRONG_THEME},
    )
    state = forms.ChoiceField(
        label="Réponse",
        choices=[
            ("", "Toutes"),
            (UNANSWERED, "Sans réponse"),
            (ANSWERED, "Avec réponse"),
            (AGENDA, "À l’ordre du jour du prochain comité"),
        ],
        required=False,
        error_messages={"invalid_choice": "Choisissez une réponse de la liste."},
    )
    territory = _territory("Tous")

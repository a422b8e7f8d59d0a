"""What the coordinator types to change a list, the criteria or a help sheet."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout
from django import forms
from dsfr.forms import DsfrBaseForm
from dsfr.utils import dsfr_input_class_attr

from candidates.enums import DecidedBy, HousingPrecarity, LanguageLevel
from candidates.models import (
    ChecklistItem,
    Criterion,
    DeadlinePolicy,
    DelayUnit,
    EligibilityRule,
    EventKind,
    ExpectedPaper,
    HelpSheet,
    Operator,
    Reason,
)
from emile.core.forms import Compared, day
from territories.models import FreshnessRule
from territories.models.setting import Setting


FIRST = ""
# What the form asks besides the row's own fields.
ABOUT_THE_CHANGE = {"starts_on", "after", "version"}
MOST_MONTHS = 24
PRECARITIES = [choice for choice in HousingPrecarity.choices if choice[0] != HousingPrecarity.NONE]


def place_field(others: Sequence[tuple[str, str]]) -> forms.ChoiceField:
    """After which row of the list; ``others`` are (code, label)."""
    return forms.ChoiceField(
        label="Place dans la liste",
        required=False,
        choices=[
            (FIRST, "En premier"),
            *((code, f"Après «\u00a0{name}\u00a0»") for code, name in others),
        ],
    )


class SettingForm(Compared, DsfrBaseForm, forms.ModelForm):
    """A row of a list. ``others`` are the rows it may follow; ``before`` the code of the one it
    follows now; ``today`` the first day from which it may change."""

    starts_on = day("À partir du", help_text="Aujourd’hui ou un jour à venir.")
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput, initial=0)

    def __init__(
        self,
        *args: Any,
        today: date,
        others: Sequence[tuple[str, str]] = (),
        before: str = FIRST,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["starts_on"].initial = today
        self.fields["starts_on"].widget.attrs["min"] = today.isoformat()
        if others:
            self.fields["after"] = place_field(others)
            self.fields["after"].initial = before
            dsfr_input_class_attr(self["after"])
        if self.instance.pk:
            self.fields["version"].initial = self.instance.version
        self.order_fields([name for name in self.fields if name != "starts_on"] + ["starts_on"])

    def clean_label(self) -> str:
        label: str = self.cleaned_data["label"]
        if not any(character.isalnum() for character in label):
            raise forms.ValidationError("Écrivez des mots.", code="words")
        return label

    @property
    def values(self) -> dict[str, Any]:
        """The row's own fields."""
        return {
            name: value for name, value in self.cleaned_data.items() if name not in ABOUT_THE_CHANGE
        }

    @property
    def change(self) -> dict[str, Any]:
        """From which day, and after which row."""
        return {
            "since": self.cleaned_data["starts_on"],
            "after": self.cleaned_data.get("after", FIRST),
        }


class ReasonForm(SettingForm):
    decided_by = forms.ChoiceField(
        label="Qui décide d’habitude\u00a0?",
        help_text="La réponse reste libre dans chaque dossier.",
        required=False,
        choices=[("", "Pas de réponse habituelle"), *DecidedBy.choices],
    )

    class Meta:
        model = Reason
        fields = ["label", "decided_by"]
        help_texts = {"label": "Tel que les équipes le liront."}


class DelayForm(SettingForm):
    unit = forms.ChoiceField(label="Unité", choices=DelayUnit.choices)

    class Meta:
        model = DeadlinePolicy
        fields = ["count", "unit"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("unit") == DelayUnit.MONTHS and cleaned.get("count", 0) > MOST_MONTHS:
            self.add_error("count", f"Un délai ne dépasse pas {MOST_MONTHS} mois.")
        return cleaned


class FreshnessForm(SettingForm):
    class Meta:
        model = FreshnessRule
        fields = ["ask_days", "fresh_days", "forgotten_days"]
        labels = {
            "ask_days": "Demander si l’offre tient toujours, après",
            "fresh_days": "Ne plus la proposer sans confirmation, après",
            "forgotten_days": "Ne plus relancer, après",
        }
        help_texts = dict.fromkeys(fields, "En jours depuis la dernière confirmation.")


class EventKindForm(SettingForm):
    is_mandatory = forms.BooleanField(
        label="Obligatoire pour tous les ménages",
        required=False,
        help_text="Un seul type l’est\u00a0: cocher cette case la décoche sur l’autre.",
    )

    class Meta:
        model = EventKind
        fields = ["label", "is_mandatory"]


class ChecklistItemForm(SettingForm):
    class Meta:
        model = ChecklistItem
        fields = ["label", "applies_to"]


class ExpectedPaperForm(SettingForm):
    class Meta:
        model = ExpectedPaper
        fields = ["label", "kind", "applies_to", "stage"]
        help_texts = {
            "label": "Tel que les équipes le liront.",
            "kind": "Une pièce de ce type, vue ou envoyée, suffit.",
        }


FORMS: dict[type[Setting], type[SettingForm]] = {
    Reason: ReasonForm,
    DeadlinePolicy: DelayForm,
    FreshnessRule: FreshnessForm,
    EventKind: EventKindForm,
    ChecklistItem: ChecklistItemForm,
    ExpectedPaper: ExpectedPaperForm,
}


class RetireForm(DsfrBaseForm):
    starts_on = day("À partir du", help_text="Le premier jour où il n’est plus proposé.")
    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)


class CriteriaForm(Compared, DsfrBaseForm):
    """The value and the words of each criterion, in the order of the rule set."""

    starts_on = day("À partir du", help_text="Aujourd’hui ou un jour à venir.")
    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, rules: Sequence[EligibilityRule], today: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.rules = rules
        self.fields["starts_on"].initial = today
        self.fields["starts_on"].widget.attrs["min"] = today.isoformat()
        for rule in rules:
            if value := value_field(rule):
                self.fields[f"{rule.criterion}_value"] = value
            self.fields[f"{rule.criterion}_cure"] = cure_field(rule)
        for field in self.visible_fields():
            dsfr_input_class_attr(field)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout(
            *(Fieldset(Criterion(rule.criterion).label, *self._names_of(rule)) for rule in rules),
            Fieldset("Entrée en vigueur", "starts_on", "version"),
        )

    def _names_of(self, rule: EligibilityRule) -> list[str]:
        names = (f"{rule.criterion}_value", f"{rule.criterion}_cure")
        return [name for name in names if name in self.fields]

    @property
    def answers(self) -> dict[str, dict[str, Any]]:
        """By criterion, the fields of its rule."""
        return {
            rule.criterion: {
                name.removeprefix(f"{rule.criterion}_"): self.cleaned_data[name]
                for name in self._names_of(rule)
            }
            for rule in self.rules
        }


def value_field(rule: EligibilityRule) -> forms.Field | None:
    """None when the criterion is a yes or a no: there is nothing to set."""
    match Operator(rule.operator):
        case Operator.IS_TRUE:
            return None
        case Operator.AT_LEAST:
            return forms.IntegerField(
                label="Âge au moins", min_value=16, max_value=30, initial=rule.value
            )
        case Operator.LEVEL_AT_LEAST:
            return forms.ChoiceField(
                label="Niveau de français au moins",
                choices=LanguageLevel.choices,
                initial=rule.value,
            )
        case Operator.AMONG:
            return forms.MultipleChoiceField(
                label="Situations qui remplissent le critère",
                choices=PRECARITIES,
                initial=rule.value,
                widget=forms.CheckboxSelectMultiple,
            )


def cure_field(rule: EligibilityRule) -> forms.CharField:
    return forms.CharField(
        label="Ce que l’on dit quand il n’est pas rempli",
        max_length=300,
        initial=rule.cure,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class HelpSheetForm(Compared, DsfrBaseForm, forms.ModelForm):
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput, initial=0)

    class Meta:
        model = HelpSheet
        fields = ["title", "body", "stage", "is_published"]
        widgets = {"body": forms.Textarea(attrs={"rows": 16})}

    def __init__(
        self,
        *args: Any,
        others: Sequence[tuple[str, str]] = (),
        before: str = FIRST,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["after"] = place_field(others)
        self.fields["after"].initial = before
        dsfr_input_class_attr(self["after"])
        self.order_fields(["title", "body", "stage", "after", "is_published"])
        if self.instance.pk:
            self.fields["version"].initial = self.instance.version

    def clean_title(self) -> str:
        title: str = self.cleaned_data["title"]
        if not any(character.isalnum() for character in title):
            raise forms.ValidationError("Écrivez des mots.", code="words")
        return title

    @property
    def values(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}

"""What every act asks: what happened, on which day, and why when it is unusual."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from crispy_forms.layout import Submit
from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from dsfr.forms import DsfrBaseForm
from dsfr.utils import dsfr_input_class_attr

from candidates.enums import ReasonUse
from candidates.models import Parcours, Reason
from emile.core.once import IGNORED
from operators.actors import Actor
from territories.forms import Typed


# Beyond these, a year was mistyped.
PLAUSIBLE = (
    MinValueValidator(date(2000, 1, 1), "Vérifiez l’année de cette date."),
    MaxValueValidator(date(2099, 12, 31), "Vérifiez l’année de cette date."),
)


# Where the page tells that its draft is kept: ``static/emile/js/autosave.js``.
KEEPS_DRAFT = {"data-autosave": "brouillon"}


def keep_draft() -> Submit:
    """The same without JavaScript."""
    return Submit("keep_draft", "Garder en brouillon", css_class="fr-btn--tertiary")


class ActForm(DsfrBaseForm):
    """The base of the forms of the workflow's steps; ``cleaned_data`` goes to the service as it is.

    ``about`` is what the act is on when the file has several (a proposal, a stay…). ``warnings``
    are the sentences that a reason must answer; the reason is asked only when there are some, or
    when it comes with an act that was found unusual once written: ``may_ask_why``. ``asked`` is
    what the link that leads here says of it.
    """

    # Said above the form, for acts whose name is not enough.
    intro: str = ""
    submit: ClassVar[str] = "Enregistrer"
    on = forms.DateField(
        label="Quand\u00a0?",
        help_text="Le jour où cela s’est passé, même si vous le notez plus tard.",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(
        self,
        *args: Any,
        actor: Actor,
        parcours: Parcours,
        today: date,
        warnings: Sequence[str] = (),
        about: Any = None,
        may_ask_why: bool = False,
        asked: Mapping[str, str] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.actor, self.parcours, self.today, self.about = actor, parcours, today, about
        self.asked = asked or {}
        self.warnings: Sequence[str] = ()
        self.fields["on"].initial = today
        self.fields["on"].widget.attrs["max"] = today.isoformat()
        if warnings or (may_ask_why and self.data.get("reason")):
            self.ask_reason(warnings)
        self.prepare()
        # The day comes last, before the reason: what happened matters first.
        last = [name for name in ("on", "reason") if name in self.fields]
        self.order_fields([name for name in self.fields if name not in last] + last)
        # The base class dressed the fields, and read their words, before they were prepared.
        for field in self.visible_fields():
            field.label, field.help_text = field.field.label, field.field.help_text
            dsfr_input_class_attr(field)

    def ask_reason(self, warnings: Sequence[str]) -> None:
        self.warnings = warnings
        self.fields["reason"] = forms.CharField(
            label="Pourquoi\u00a0?",
            help_text="Votre motif sera lu par les équipes du dossier.",
            widget=forms.Textarea(attrs={"rows": 3}),
            max_length=2000,
        )
        dsfr_input_class_attr(self["reason"])

    def prepare(self) -> None:
        """Choices and labels that depend on the file, the actor or the day."""

    def resume(self, typed: MultiValueDict[str, str]) -> None:
        """Show again what was typed and not sent."""
        for name, field in self.fields.items():
            if not field.widget.value_omitted_from_data(typed, {}, name):
                self.initial[name] = field.widget.value_from_datadict(typed, {}, name)

    def next_url(self) -> str | None:
        """Where the person goes once it is done; None for the file's first page."""
        return None

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on > self.today:
            raise forms.ValidationError(
                "Cette date est dans le futur\u00a0: indiquez le jour où cela s’est passé.",
                code="future",
            )
        if on < self.parcours.opened_on:
            raise forms.ValidationError(
                f"Le dossier a été ouvert le {self.parcours.opened_on:%d/%m/%Y}\u00a0: "
                "indiquez ce jour-là ou un jour qui suit.",
                code="before",
            )
        return on


class Compared(forms.BaseForm):
    """A form on a row that others may edit: both versions are shown to the slower.

    Its initial values are those of the row, ``version`` included.
    """

    data: QueryDict
    fields: dict[str, Any]

    def differences(self) -> list[tuple[str, str, str]]:
        """Label, what was typed and what the row says now, where they differ."""
        return [
            (
                str(self[name].label),
                shown(self[name], self[name].data),
                shown(self[name], self[name].initial),
            )
            for name in self.changed_data
            if not self[name].is_hidden and name not in {"on", "reason"}
        ]

    def sent_again(self, version: int) -> list[tuple[str, str]]:
        """What was typed, as fields to send again on top of the current version."""
        typed = [
            (name, value)
            for name, values in self.data.lists()
            for value in values
            if name not in {"version", *IGNORED}
        ]
        return [*typed, ("version", str(version))]


class EditForm(Compared, ActForm):
    """An act that rewrites what may be edited by several."""

    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)


def shown(field: forms.BoundField, value: Any) -> str:
    """A value as people read it: the label of a choice, a date in figures."""
    value = field.field.prepare_value(value)
    if isinstance(value, Typed):
        return value.text
    labels = {str(code): label for code, label in getattr(field.field, "choices", ())}
    values = value if isinstance(value, list) else ["" if value is None else value]
    return ", ".join(str(labels.get(str(one), one)) for one in values)


class ReasonField(forms.ModelChoiceField):
    """One of the coordinator's reasons; ``among`` gives those in force when the file entered its
    stage."""

    def __init__(self, label: str, **options: Any) -> None:
        super().__init__(
            Reason.objects.none(),
            label=label,
            widget=forms.RadioSelect,
            empty_label=None,
            **options,
        )

    def among(self, use: ReasonUse, entered_on: date) -> None:
        self.queryset = Reason.objects.on(entered_on).filter(use=use).order_by("rank", "pk")

    def label_from_instance(self, obj: Any) -> str:
        label: str = obj.label
        return label


def choice(
    label: str, choices: Any, *, help_text: str = "", required: bool = True
) -> forms.ChoiceField:
    """A question with a handful of answers, all visible."""
    return forms.ChoiceField(
        label=label,
        choices=choices,
        help_text=help_text,
        required=required,
        widget=forms.RadioSelect,
    )


def text(
    label: str, *, help_text: str = "", required: bool = True, rows: int = 4, length: int = 5000
) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=length,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def day(label: str, *, help_text: str = "", required: bool = True) -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=help_text,
        required=required,
        validators=PLAUSIBLE,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

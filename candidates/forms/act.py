"""What every act asks: what happened, on which day, and why when it is unusual."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from crispy_forms.layout import Submit
from django import forms
from django.utils.datastructures import MultiValueDict
from dsfr.forms import DsfrBaseForm
from dsfr.utils import dsfr_input_class_attr

from candidates.enums import ReasonUse
from candidates.models import Parcours, Reason
from emile.core.forms import Compared
from operators.actors import Actor


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


class EditForm(Compared, ActForm):
    """An act that rewrites what may be edited by several."""

    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)


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

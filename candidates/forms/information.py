"""Meetings, who is invited, their sheet, and the information given to one household."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString
from dsfr.forms import DsfrBaseForm
from dsfr.utils import dsfr_input_class_attr
from dsfr.widgets import InlineRadioSelect

from candidates.enums import InformationMode, InvitationAnswer, Stage
from candidates.forms.act import ActForm
from candidates.models import EventKind, InformationSession, Parcours, SessionInvitation
from candidates.selectors.information import Guest
from emile.core.forms import choice, day, text
from emile.core.templatetags.emile import clock, day as in_words, unbroken


CAME, MISSED = "came", "missed"


def has_come(answer: str) -> bool:
    return answer == CAME


def _named(parcours: Parcours) -> SafeString:
    """« EM-26-A2QRN-H : Awa Exemple »."""
    return format_html("{}\u00a0: {}", unbroken(parcours.household.reference), parcours.people)


class KindField(forms.ModelChoiceField):
    def label_from_instance(self, obj: EventKind) -> str:
        label: str = obj.label
        return label


class SessionForm(DsfrBaseForm, forms.ModelForm):
    """A place or a link: one of them at least."""

    fields: dict[str, Any]
    kind = KindField(
        label="Quel événement\u00a0?",
        queryset=EventKind.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
        help_text="Seule la réunion d’information ouvre le diagnostic.",
    )
    held_on = day(
        "Date", help_text="À venir, ou déjà tenue si vous notez les présences après coup."
    )
    link = forms.URLField(label="Lien de la visioconférence", required=False, assume_scheme="https")

    class Meta:
        model = InformationSession
        fields = ["kind", "title", "held_on", "starts_at", "ends_at", "place", "link", "capacity"]
        help_texts = {
            "title": "Facultatif\u00a0: «\u00a0Préparer son entretien\u00a0».",
            "place": "L’adresse de la salle.",
            "capacity": "Vide si le nombre de places ne compte pas.",
        }
        widgets = {
            "starts_at": forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
            "ends_at": forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        }

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        kinds = EventKind.objects.on(today).order_by("-is_mandatory", "rank", "pk")
        self.fields["kind"].queryset = kinds
        self.fields["kind"].initial = kinds.first()


class InviteHouseholdsForm(DsfrBaseForm):
    """The households that may come, each with a box; why, once the seats are taken."""

    households = forms.ModelMultipleChoiceField(
        label="Qui inviter\u00a0?",
        queryset=Parcours.objects.none(),
        to_field_name="public_id",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Cochez au moins un ménage."},
    )

    def __init__(self, *args: Any, candidates: Sequence[Parcours], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["households"]
        ids = [parcours.pk for parcours in candidates]
        field.queryset = Parcours.objects.filter(pk__in=ids).select_related("household")
        field.choices = [(parcours.public_id, _named(parcours)) for parcours in candidates]
        if self.data.get("reason"):
            self.ask_reason()

    def ask_reason(self) -> None:
        self.fields["reason"] = text(
            "Pourquoi dépasser le nombre de places\u00a0?",
            help_text="Votre motif sera lu par les équipes de chaque dossier.",
            rows=3,
        )
        dsfr_input_class_attr(self["reason"])


class SessionField(forms.ModelChoiceField):
    def label_from_instance(self, obj: InformationSession) -> str:
        when = in_words(obj.held_on) + (f", {clock(obj.starts_at)}" if obj.starts_at else "")
        return f"{obj.name}, {when}, {obj.where}"


class InviteForm(ActForm):
    """From the file: one household, to a meeting that is still to come."""

    submit = "Inviter"
    session = SessionField(
        label="À quelle réunion\u00a0?",
        queryset=InformationSession.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
    )

    def prepare(self) -> None:
        ahead = InformationSession.objects.visible_to(self.actor).ahead_of(self.today)
        if self.parcours.stage != Stage.INFORMATION:
            ahead = ahead.filter(kind__is_mandatory=False)
        invited = SessionInvitation.objects.standing().filter(parcours=self.parcours)
        ahead = ahead.exclude(pk__in=invited.values("session"))
        self.fields["session"].queryset = ahead.select_related("kind").order_by("held_on", "pk")
        if not ahead.exists():
            self.intro = (
                "Aucune réunion à venir\u00a0: ajoutez-la d’abord depuis «\u00a0Réunions\u00a0»."
            )


class InvitationAnswerForm(ActForm):
    answer = choice("Que dit le ménage\u00a0?", InvitationAnswer.choices)

    def prepare(self) -> None:
        self.intro = f"{self.about.session.name}, {in_words(self.about.session.held_on)}"
        self.fields["answer"].initial = self.about.answer


class EventForm(ActForm):
    """A workshop, a visit, a forum, that was already held; the day is the event's."""

    session = SessionField(
        label="Quel événement\u00a0?",
        queryset=InformationSession.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
    )
    was_present = forms.TypedChoiceField(
        label="Le ménage est-il venu\u00a0?",
        choices=[(CAME, "Oui"), (MISSED, "Non")],
        coerce=has_come,
        widget=forms.RadioSelect,
    )

    def prepare(self) -> None:
        del self.fields["on"]
        held = InformationSession.objects.visible_to(self.actor).filter(
            kind__is_mandatory=False,
            cancelled_on__isnull=True,
            held_on__range=(self.parcours.opened_on, self.today),
        )
        self.fields["session"].queryset = held.select_related("kind").order_by("-held_on", "-pk")
        if not held.exists():
            self.intro = (
                "Aucun événement tenu depuis l’ouverture du dossier\u00a0: "
                "ajoutez-le d’abord depuis «\u00a0Réunions\u00a0»."
            )

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        if session := answers.get("session"):
            answers["on"] = session.held_on
        return answers


class PresenceForm(DsfrBaseForm):
    """One question per household, none of them required: a sheet may be filled in twice."""

    def __init__(self, *args: Any, guests: Sequence[Guest], **options: Any) -> None:
        super().__init__(*args, **options)
        self.households = {f"presence_{one.parcours.public_id}": one.parcours for one in guests}
        for (name, parcours), guest in zip(self.households.items(), guests, strict=True):
            self.fields[name] = forms.TypedChoiceField(
                label=_named(parcours),
                help_text=guest.answer,
                choices=[(CAME, "Est venu"), (MISSED, "N’est pas venu"), ("", "À noter plus tard")],
                coerce=has_come,
                empty_value=None,
                required=False,
                widget=InlineRadioSelect,
            )
            dsfr_input_class_attr(self[name])

    @property
    def presences(self) -> dict[Parcours, bool]:
        """Those that were answered."""
        return {
            parcours: answer
            for name, parcours in self.households.items()
            if (answer := self.cleaned_data[name]) is not None
        }


class AttendanceForm(ActForm):
    """Outside meetings, which have a sheet."""

    intro = (
        "L’information donnée en entretien ou par téléphone compte autant qu’une réunion. "
        "Les présences en réunion se notent sur la feuille de la réunion."
    )
    mode = choice(
        "Comment\u00a0?",
        [(mode.value, mode.label) for mode in InformationMode if mode != InformationMode.SESSION],
    )
    was_present = forms.TypedChoiceField(
        label="Le ménage a-t-il reçu l’information\u00a0?",
        choices=[
            (CAME, "Oui, il sait ce que le programme propose"),
            (MISSED, "Non, il n’est pas venu ou n’a pas répondu"),
        ],
        coerce=has_come,
        widget=forms.RadioSelect,
    )


class BeginDiagnosisForm(ActForm):
    submit = "Commencer le diagnostic"

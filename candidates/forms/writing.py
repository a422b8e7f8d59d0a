"""« Écrire »: a message to the teams, or what was said with the household, from one box."""

from datetime import date
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.datastructures import MultiValueDict

from candidates.enums import ExchangeChannel, Initiator, NoteLevel
from candidates.forms.act import ActForm
from candidates.forms.beside import why_corrected
from candidates.forms.documents import MemberField, SafeFileField, which_paper
from candidates.models import Note
from candidates.selectors.conversation import audiences, first_message
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.forms import choice, day, said, text, yes_no_field
from emile.core.uploads import SentFile


ABOUT_FILE = ("file", "kind", "person")
FOLDED = (
    "subject",
    *ABOUT_FILE,
    "initiated_by",
    "was_reached",
    "on",
    "next_step",
    "next_on",
)
# In the address: the act whose message is answered; what is going to be told.
ANSWERED, CHANNEL = "reponse", "moyen"
# In figures: what follows is no act, and no integer of the database.
LONGEST_SEQUENCE = 9


class WriteForm(ActForm):
    """Fifteen seconds on a phone: everything but the text has its usual answer already."""

    submit = "Écrire dans le dossier"
    text = text("Texte", rows=4)
    level = choice("Qui lira\u00a0?", NoteLevel.choices)
    channel = forms.ChoiceField(
        label="De quoi s’agit-il\u00a0?",
        choices=[
            (ExchangeChannel.MESSAGE, "Message aux équipes"),
            (
                "Échange qui a eu lieu",
                [one for one in ExchangeChannel.choices if one[0] != ExchangeChannel.MESSAGE],
            ),
        ],
        initial=ExchangeChannel.MESSAGE,
    )
    subject = forms.CharField(label="Objet", max_length=120, required=False)
    file = SafeFileField(
        label="Pièce jointe",
        help_text="Lue par les équipes du dossier, une fois vérifiée\u00a0: jamais sur un message "
        "réservé à mon organisation. Un PDF ou une photo, 10\u00a0Mo et 50 pages au plus.",
        required=False,
    )
    kind = which_paper()
    person = MemberField(label="De qui\u00a0?")
    initiated_by = forms.ChoiceField(
        label="Initiative", choices=Initiator.choices, initial=Initiator.TEAM
    )
    was_reached = yes_no_field("Personne jointe", unknown="Sans objet")
    next_step = forms.CharField(label="Prochaine étape", max_length=200, required=False)
    next_on = day("Pour le", required=False)
    answers_to = forms.IntegerField(required=False, widget=forms.HiddenInput())

    def prepare(self) -> None:
        self.fields["on"].help_text = ""
        self.fields["initiated_by"].required = self.fields["kind"].required = False
        self.answered = self._answered()
        self.audiences = audiences(actor=self.actor, parcours=self.parcours, answered=self.answered)
        self.fields["level"].choices = [*self.audiences.items()]
        self.fields["level"].initial = NoteLevel.SHARED
        self.fields["person"].among(self.parcours.household.members_on(self.today))
        if (channel := self.asked.get(CHANNEL, "")) in ExchangeChannel.values:
            self.fields["channel"].initial = channel
        if self.answered:
            self._answer(self.answered)
        upload = PARCOURS_WORKFLOW["upload_document"]
        if not PARCOURS_WORKFLOW.offers(upload, self.parcours, self.actor):
            self.drop(*ABOUT_FILE)

    def _answered(self) -> Note | None:
        asked = self.data.get("answers_to") or self.asked.get(ANSWERED, "")
        if not asked.isdecimal() or len(asked) > LONGEST_SEQUENCE:
            return None
        return first_message(actor=self.actor, parcours=self.parcours, sequence=int(asked))

    def _answer(self, first: Note) -> None:
        """Those who read the first message read its answers: there is nothing to choose."""
        self.audience = self.audiences[NoteLevel(first.level)]
        self.fields["answers_to"].initial = first.event.sequence
        self.drop("level", "subject", "channel", "initiated_by", "was_reached", "on")
        if first.level == NoteLevel.CONFIDENTIAL:
            self.drop(*ABOUT_FILE)

    def drop(self, *names: str) -> None:
        for name in names:
            self.fields.pop(name, None)

    def resume(self, typed: MultiValueDict[str, str]) -> None:
        """What is answered is told by the address, not by what was typed on it before."""
        answered = self.initial.get("answers_to")
        super().resume(typed)
        self.initial["answers_to"] = answered or (
            self.answered.event.sequence if self.answered else None
        )

    @property
    def folded_fields(self) -> list[forms.BoundField]:
        """What most messages do without, in this order."""
        return [self[name] for name in FOLDED if name in self.fields]

    @property
    def folded(self) -> str:
        if self.answered:
            return "Facultatif\u00a0: pièce jointe, prochaine étape"
        return "Facultatif\u00a0: objet, pièce jointe, détails d’un échange, prochaine étape"

    @property
    def has_folded_errors(self) -> bool:
        return any(name in self.errors for name in FOLDED)

    def clean_on(self) -> date:
        """A message is of the day it is sent; one that is corrected stays of its own."""
        if self.cleaned_data.get("channel") == ExchangeChannel.MESSAGE and self.about is None:
            return self.today
        return super().clean_on()

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        if answers.get("next_on") and not answers.get("next_step"):
            self.add_error(
                "next_step",
                forms.ValidationError("Dites ce qui est prévu à cette date.", "missing"),
            )
        self._clean_file(answers)
        if answers.get("answers_to") and not self.answered:
            # Taken back meanwhile. What was typed is kept, and is sent as a message of its own.
            self.add_error(
                None,
                forms.ValidationError(
                    "Le message auquel vous répondiez n’est plus dans le dossier\u00a0: dites qui lira le "
                    "vôtre, qui sera écrit à part.",
                    code="answered",
                ),
            )
        if "answers_to" in self.fields:
            answers["answers_to"] = self.answered
        if self.answered:
            answers |= {"level": NoteLevel(self.answered.level), "on": self.today}
            answers["channel"] = ExchangeChannel.MESSAGE
        if answers.get("channel") == ExchangeChannel.MESSAGE:
            answers |= {"initiated_by": None, "was_reached": None}
        elif "initiated_by" in self.fields and not answers.get("initiated_by"):
            answers["initiated_by"] = Initiator.TEAM
        return answers

    def _clean_file(self, answers: dict[str, Any]) -> None:
        sent: SentFile | None = answers.get("file")
        if sent is None:
            return
        if answers.get("level") == NoteLevel.CONFIDENTIAL:
            self.add_error(
                "file",
                forms.ValidationError(
                    "Une pièce est lue par toutes les équipes du dossier\u00a0: partagez ce message, "
                    "ou envoyez-le sans pièce.",
                    code="confidential",
                ),
            )
        if not answers.get("kind"):
            self.add_error("kind", forms.ValidationError("Dites quelle pièce c’est.", "missing"))

    def next_url(self) -> str | None:
        if getattr(self, "cleaned_data", {}).get("channel") != ExchangeChannel.MESSAGE:
            return None
        return (
            reverse("candidates:file_exchanges", args=[self.parcours.public_id]) + "#conversation"
        )


class WritePageForm(WriteForm):
    """On a page of its own, one types at once."""

    def prepare(self) -> None:
        super().prepare()
        self.fields["text"].widget.attrs["autofocus"] = True


class CorrectExchangeForm(WriteForm):
    """Opens on what was noted, so that nothing is typed again."""

    REWRITE, WITHDRAW = "rewrite", "withdraw"

    submit = "Corriger cet échange"
    fate = choice(
        "Que faut-il corriger\u00a0?",
        [
            (REWRITE, "Ce qui est écrit\u00a0: je le réécris ci-dessous"),
            (WITHDRAW, "Il n’a rien à faire dans ce dossier\u00a0: je le retire"),
        ],
    )

    def prepare(self) -> None:
        super().prepare()
        self.drop(*ABOUT_FILE, "answers_to")
        note: Note = self.about
        for name in ("text", "subject", "channel", "level", "next_step", "next_on"):
            self.fields[name].initial = getattr(note, name)
        self.fields["initiated_by"].initial = note.initiated_by or Initiator.TEAM
        self.fields["was_reached"].initial = said(note.was_reached)
        self.fields["on"].initial = note.event.occurred_on
        if note.answers_to and note.answers_to.level == NoteLevel.CONFIDENTIAL:
            ours = NoteLevel.CONFIDENTIAL
            self.fields["level"].choices = [(ours, self.audiences[ours])]
        self.fields["fate"].initial = self.REWRITE
        self.fields["reason"] = why_corrected()
        self.order_fields(["fate"])

    def _answered(self) -> None:
        """What it answers stays what it was."""
        return

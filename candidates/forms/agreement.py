"""The round table: one line per party, each with its answer and how it was given."""

from dataclasses import dataclass
from typing import Any

from django import forms
from dsfr.widgets import InlineRadioSelect

from candidates.enums import AnswerMeans, Party, ReasonUse
from candidates.forms.act import ActForm, ReasonField
from candidates.policies import can_answer_for
from candidates.selectors import agreements
from candidates.selectors.agreements import PartySeat, SeatAnswer
from emile.core.forms import text, yes_or_no


NO_ANSWER_YET = "Pas d’avis pour le moment"
ON_BEHALF = [(means.value, means.label) for means in AnswerMeans if means != AnswerMeans.SELF]
OURSELVES = (AnswerMeans.SELF.value, "Par notre organisation, qui est cette partie")


@dataclass(frozen=True, slots=True)
class SeatLine:
    """A party on the page: ``fields`` is empty when this actor may not note its answer."""

    seat: PartySeat
    fields: list[forms.BoundField]


class RoundTableForm(ActForm):
    """``cleaned_data`` holds the answers given, one per party that has one.

    Each party's line carries the hash of what it shows: an answer on an older content is refused.
    """

    intro = (
        "Relisez le projet, puis notez l’avis de chaque partie. "
        "Celles qui n’ont pas encore d’avis répondront plus tard."
    )
    submit = "Enregistrer les avis"

    def prepare(self) -> None:
        self.table = agreements.round_table(self.parcours, self.today)
        self.fields["means"] = forms.ChoiceField(
            label="Comment ces avis sont-ils donnés\u00a0?",
            help_text="Pour tous ceux que vous notez ici, sauf si vous dites autre chose plus bas.",
            choices=[("", "Chacun à sa façon"), *ON_BEHALF],
            required=False,
        )
        for seat in self._answerable():
            self._add_line(seat)
        self.fields["refusal_reason"] = ReasonField(
            "Si une partie n’est pas d’accord, pourquoi\u00a0?",
            help_text="Le dossier revient alors au positionnement, sans reproche au ménage.",
            required=False,
        )
        self.fields["refusal_reason"].among(ReasonUse.REFUSAL, self.parcours.stage_since)
        if "reason" not in self.fields:
            self.fields["reason"] = text("Précisions", required=False, rows=3)

    def _answerable(self) -> list[PartySeat]:
        seats = self.table.seats if self.table else ()
        return [seat for seat in seats if can_answer_for(self.actor, self.parcours, seat.party)]

    def _add_line(self, seat: PartySeat) -> None:
        self.fields[f"{seat.key}-hash"] = forms.CharField(
            initial=seat.content_hash, widget=forms.HiddenInput
        )
        self.fields[f"{seat.key}-agrees"] = forms.TypedChoiceField(
            label="Avis",
            choices=[("yes", "D’accord"), ("no", "Pas d’accord"), ("", NO_ANSWER_YET)],
            coerce=yes_or_no,
            empty_value=None,
            required=False,
            widget=InlineRadioSelect,
        )
        may_be_own = agreements.speaks_for(self.actor, seat.party)
        if may_be_own and seat.party in {Party.UPSTREAM, Party.HOST}:
            return
        self.fields[f"{seat.key}-means"] = forms.ChoiceField(
            label="Comment cet avis a-t-il été donné\u00a0?",
            choices=[
                ("", "Comme indiqué plus haut"),
                *([OURSELVES] if may_be_own else []),
                *ON_BEHALF,
            ],
            required=False,
        )
        self.fields[f"{seat.key}-answered_by"] = forms.CharField(
            label="Par qui\u00a0?",
            initial=seat.label if seat.party == Party.ADULT else seat.name,
            max_length=150,
            required=False,
        )

    @property
    def lines(self) -> list[SeatLine]:
        names = list(self.fields)
        return [
            SeatLine(seat, [self[name] for name in names if name.startswith(f"{seat.key}-")])
            for seat in (self.table.seats if self.table else ())
        ]

    @property
    def opening_fields(self) -> list[forms.BoundField]:
        return [self["means"]]

    @property
    def closing_fields(self) -> list[forms.BoundField]:
        return [self["on"], self["refusal_reason"], self["reason"]]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        answers = [
            self._answer_of(seat)
            for seat in self._answerable()
            if given.get(f"{seat.key}-agrees") is not None
        ]
        if not answers and not self.errors:
            raise forms.ValidationError("Notez l’avis d’une partie au moins.", code="empty")
        return {
            "answers": answers,
            **{name: given[name] for name in ("on", "refusal_reason", "reason") if name in given},
        }

    def _answer_of(self, seat: PartySeat) -> SeatAnswer:
        given = self.cleaned_data
        means, answered_by = f"{seat.key}-means", f"{seat.key}-answered_by"
        how = given.get(means) or given.get("means")
        if means not in self.fields:
            how = AnswerMeans.SELF
        elif not how:
            self.add_error(means, f"{seat.label}\u00a0: dites comment l’avis a été donné.")
        elif how != AnswerMeans.SELF and not given.get(answered_by):
            self.add_error(answered_by, f"{seat.label}\u00a0: dites qui a donné l’avis.")
        return SeatAnswer(
            seat=seat.key,
            content_hash=given.get(f"{seat.key}-hash", ""),
            agrees=given[f"{seat.key}-agrees"],
            means=AnswerMeans(how or AnswerMeans.SELF),
            answered_by="" if how == AnswerMeans.SELF else given.get(answered_by, ""),
        )

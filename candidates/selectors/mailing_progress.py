"""How far a mailing is: what became of each of its letters, counted in one query."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet

from candidates.enums import LetterFate, MailingState
from candidates.models import Mailing, MailingRecipient
from emile.core.models import STOPPED, MessageState


FATES: Mapping[LetterFate, Q] = {
    LetterFate.TO_WRITE: Q(handled_at__isnull=True),
    LetterFate.WAITING: Q(message__state=MessageState.WAITING),
    LetterFate.SENT: Q(message__state__in=(MessageState.SENT, MessageState.DELIVERED)),
    LetterFate.FAILED: Q(message__state__in=(*STOPPED, MessageState.BOUNCED)),
    LetterFate.DROPPED: ~Q(barrier="") | Q(message__state=MessageState.DISCARDED),
    LetterFate.RECALLED: Q(handled_at__isnull=False, message__isnull=True, barrier=""),
}
COUNTS = {fate.value: Count("pk", filter=condition) for fate, condition in FATES.items()}


@dataclass(frozen=True, slots=True)
class Progress:
    """As of ``at``. Every letter is counted once."""

    state: MailingState
    counts: Mapping[str, int]
    at: datetime

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def sent(self) -> int:
        return self.counts[LetterFate.SENT]

    @property
    def failed(self) -> int:
        return self.counts[LetterFate.FAILED]

    @property
    def remaining(self) -> int:
        """Nothing is left to write of what was stopped."""
        to_write = self.counts[LetterFate.TO_WRITE]
        waiting = self.counts[LetterFate.WAITING]
        return waiting if self.state == MailingState.STOPPED else to_write + waiting

    @property
    def done(self) -> int:
        return self.total - self.counts[LetterFate.TO_WRITE] - self.counts[LetterFate.WAITING]

    @property
    def written(self) -> int:
        return self.total - self.counts[LetterFate.TO_WRITE] - self.counts[LetterFate.DROPPED]

    @property
    def is_moving(self) -> bool:
        return self.remaining > 0 and self.state != MailingState.BROKEN

    @property
    def may_stop(self) -> bool:
        return self.remaining > 0 and self.state != MailingState.STOPPED

    @property
    def label(self) -> str:
        """« Envoyé » is said once the last letter has left."""
        if self.state == MailingState.WRITTEN and self.remaining:
            return MailingState.WRITING.label
        return self.state.label

    @property
    def tone(self) -> str:
        match self.state:
            case MailingState.BROKEN:
                return "warning"
            case MailingState.WRITTEN if not self.remaining:
                return "success"
        return "info"

    @property
    def lines(self) -> list[tuple[str, str, int]]:
        """Fate, its words and its count, where there is any."""
        return [
            (fate.value, self._words(fate), self.counts[fate])
            for fate in LetterFate
            if self.counts[fate]
        ]

    def _words(self, fate: LetterFate) -> str:
        if fate == LetterFate.TO_WRITE and self.state == MailingState.STOPPED:
            return "Jamais écrits"
        return fate.label


def progress_of(mailing: Mailing, now: datetime) -> Progress:
    counts = MailingRecipient.objects.filter(mailing=mailing).aggregate(**COUNTS)
    return Progress(MailingState(mailing.state), counts, now)


def progress_by_id(mailings: Iterable[Mailing], now: datetime) -> dict[int, Progress]:
    """The same of a page of mailings, in one query too. A draft has no letter."""
    states = {one.pk: MailingState(one.state) for one in mailings}
    rows = MailingRecipient.objects.filter(mailing__in=states).order_by().values("mailing")
    counted = rows.annotate(**COUNTS).values_list("mailing", *COUNTS)
    found = {pk: dict(zip(COUNTS, counts, strict=True)) for pk, *counts in counted}
    nothing = dict.fromkeys(COUNTS, 0)
    return {pk: Progress(state, found.get(pk, nothing), now) for pk, state in states.items()}


def letters_of(mailing: Mailing, fate: str) -> QuerySet[MailingRecipient]:
    """Those that the count says, all of them for none. A file that the reader may no longer open
    is not there: PostgreSQL hides it, and the row stays."""
    rows = MailingRecipient.objects.filter(mailing=mailing)
    if fate in LetterFate.values:
        rows = rows.filter(FATES[LetterFate(fate)])
    return rows.select_related("parcours__household", "organisation", "user", "message")

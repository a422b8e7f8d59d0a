"""Letters written while everything breaks, and what became of each of them."""

import re
import threading
import time
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from http.client import HTTPException
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import Error, connection, transaction
from django.db.models import F
from django.urls import reverse

from emile.celery import app
from emile.core.carriers import message_id_of
from emile.core.context import database_context, system
from emile.core.models import MessageState, OutboxMessage
from emile.core.outbox import send_email
from emile.core.tasks import deliver
from emile.steering.bench.pages import LOOKERS
from emile.steering.bench.server import Client
from operators.enums import OrganisationKind
from operators.models import Membership
from operators.services import open_session


PURPOSE = "banc d’essai"
PREFIX = "bench-faults"
# One letter in so many tells a decision.
DECISIONS = 10
# Of each kind of message that floods the queue.
FLOOD = 3000
NO_MESSAGE = 0
HEADER = re.compile(rb"^Message-ID: *(?:\r?\n )?(\S+)", re.IGNORECASE | re.MULTILINE)
HEADER_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Report:
    """``doubled`` counts what arrived more than once; ``held`` the decisions that wait for a person
    because nobody can tell whether they have left."""

    kills: int
    letters: int
    lost: int
    doubled_reminders: int
    doubled_decisions: int
    held_decisions: int
    sent_p95_s: float
    broker_drain_s: float
    db_back_s: float
    pages: dict[str, int]
    seconds: float

    @property
    def document(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(slots=True)
class Letters:
    """Those that this process has written, by the transaction of an act."""

    written: int = 0
    confirmed: set[str] = field(default_factory=set)

    def write(self) -> None:
        """One. Raises what the database says when it is away; it may then have been written."""
        self.written += 1
        is_decision = self.written % DECISIONS == 0
        key = f"{PREFIX}:{'decision' if is_decision else 'reminder'}:{self.written}"
        try:
            with database_context(system(PURPOSE)), transaction.atomic():
                send_email(
                    recipient="banc@exemple.test",
                    subject="Banc d’essai",
                    body="Ce message est fictif.",
                    key=key,
                    is_decision=is_decision,
                )
        except Error:
            connection.close()
            raise
        self.confirmed.add(key)

    def are_waiting(self) -> bool:
        try:
            return _rows().filter(state=MessageState.WAITING).exists()
        except Error:
            connection.close()
            return True


def flood() -> None:
    """What nobody needs, before the letters in the queue: of a message that does not exist, and of a
    task that no worker knows."""
    for _ in range(FLOOD):
        deliver.apply_async(kwargs={"message_id": NO_MESSAGE})
        app.send_task("ailleurs.inconnue", kwargs={"que": "personne ne connaît"})


@dataclass(frozen=True, slots=True)
class Tally:
    lost: int
    doubled_reminders: int
    doubled_decisions: int
    held_decisions: int


def tally(letters: Letters, folder: Path) -> Tally:
    """What was confirmed or is in the base, against what the letter box holds."""
    received = _received(folder)
    states = dict(_rows().values_list("key", "state"))
    held = {key for key, state in states.items() if state == MessageState.TO_CHECK}
    arrived = {key: received[message_id_of(key)] for key in letters.confirmed | set(states)}
    doubled = Counter[bool]()
    for key, times in arrived.items():
        doubled[":decision:" in key] += max(times - 1, 0)
    return Tally(
        lost=sum(not times and key not in held for key, times in arrived.items()),
        doubled_reminders=doubled[False],
        doubled_decisions=doubled[True],
        held_decisions=len(held),
    )


def commit_to_sent_p95() -> float:
    """In seconds, of all that has left."""
    sent = _rows().filter(state=MessageState.SENT)
    waits = sorted(
        wait.total_seconds() for wait in sent.values_list(F("sent_at") - F("created_at"), flat=True)
    )
    return round(waits[int(0.95 * (len(waits) - 1))], 2)


def _rows() -> Any:
    return OutboxMessage.objects.filter(key__startswith=PREFIX)


def _received(folder: Path) -> Counter[str]:
    found: Counter[str] = Counter()
    for box in ("new", "cur"):
        for letter in (folder / box).glob("*"):
            with letter.open("rb") as file:
                if match := HEADER.search(file.read(HEADER_BYTES)):
                    found[match[1].decode()] += 1
    return found


class Rhythm(threading.Thread):
    """Does one thing again and again, whatever breaks, until it is told to stop."""

    def __init__(self, per_second: float) -> None:
        super().__init__(daemon=True)
        self._pause = 1 / per_second
        self._stopped = threading.Event()

    def run(self) -> None:
        try:
            while not self._stopped.wait(self._pause):
                self.once()
        finally:
            connection.close()

    def once(self) -> None:
        raise NotImplementedError

    def end(self) -> None:
        self._stopped.set()
        self.join()


class Writer(Rhythm):
    def __init__(self, letters: Letters, per_second: float) -> None:
        super().__init__(per_second)
        self._letters = letters

    def once(self) -> None:
        with suppress(Error):
            self._letters.write()


class Reader(Rhythm):
    """A coordinator on « À faire ». Keeps when each answer came and its status, or « coupée » for a
    connection that nobody answered."""

    def __init__(self, port: int, per_second: float) -> None:
        super().__init__(per_second)
        self._port, self._cookie = port, _cookie()
        self.answers: list[tuple[float, str]] = []

    def once(self) -> None:
        status = "coupée"
        with suppress(OSError, HTTPException):
            status = str(Client(self._port, self._cookie).get(reverse("candidates:to_do")).status)
        self.answers.append((time.monotonic(), status))

    def back_after(self, start: float) -> float | None:
        """Seconds from then until a page answered again; None as long as none has."""
        came = (at - start for at, status in self.answers if at > start and status == "200")
        return next(came, None)

    def statuses(self) -> dict[str, int]:
        return dict(Counter(status for _, status in self.answers))


def _cookie() -> str:
    kind = OrganisationKind.COORDINATOR
    with transaction.atomic():
        membership = Membership.objects.get(user__email=LOOKERS[kind])
        return f"{settings.SESSION_COOKIE_NAME}={open_session(membership=membership, kind=kind)}"


def as_table(report: Report) -> str:
    told = ", ".join(f"{status}\u00a0: {times}" for status, times in report.pages.items())
    lines: Iterable[str] = (
        f"{report.kills} processus tués, {report.letters} messages, {report.seconds} s",
        f"perdus\u00a0: {report.lost}",
        f"rappels en double\u00a0: {report.doubled_reminders}",
        f"décisions en double\u00a0: {report.doubled_decisions}, gardées pour une personne\u00a0: "
        f"{report.held_decisions}",
        f"de l’acte à l’envoi, au repos\u00a0: {report.sent_p95_s} s (95\u00a0%)",
        f"file revenue\u00a0: tout est parti en {report.broker_drain_s} s",
        f"base redémarrée\u00a0: pages revenues en {report.db_back_s} s",
        f"réponses des pages — {told}",
    )
    return "\n".join(lines)

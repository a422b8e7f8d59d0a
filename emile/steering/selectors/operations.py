"""What the page of operations shows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

from celery.schedules import crontab
from django.conf import settings
from django.db.models import Count, Min, Q, Sum
from django.urls import reverse
from django.utils import timezone

from candidates.models import Parcours, ProducedDocument, QuarantinedFile
from emile.core import health
from emile.core.context import database_context, system
from emile.core.models import (
    LEFT,
    PENDING,
    AskedQuerySet,
    Channel,
    JobOutcome,
    JobRun,
    MessageHandling,
    MessageState,
    OutboxMessage,
    ProducedState,
)
from emile.core.uploads import ScannerKind, scanner_from_settings
from emile.steering.invariants import INVARIANTS, Invariant
from emile.steering.models import Export, InvariantResult, Report
from operators.models import User


# What each scheduled job does, for people.
JOBS = {
    "sweep-outbox": "Retrouver les messages à envoyer",
    "sweep-quarantine": "Vérifier les pièces envoyées",
    "erase-papers": "Effacer les pièces gardées assez longtemps",
    "sweep-produced": "Retrouver les documents à produire",
    "sweep-mailings": "Reprendre les envois groupés",
    "erase-produced": "Effacer les documents produits il y a longtemps",
    "sweep-exports": "Retrouver les exports à produire",
    "erase-exports": "Effacer les fichiers des exports",
    "sweep-reports": "Retrouver les rapports à produire",
    "sweep-research": "Retrouver les jeux de recherche à produire",
    "erase-research": "Effacer les jeux de recherche gardés assez longtemps",
    "ask-monthly-reports": "Demander le rapport du mois de chaque territoire",
    "write-texts": "Écrire les rappels par SMS",
    "write-digests": "Écrire les messages du jour",
    "sweep-parked": "Effacer les formulaires que personne n’a repris",
    "wake-suspended": "Réveiller les dossiers suspendus",
    "visit-france-travail": "Lire les offres de France Travail",
    "sweep-imports": "Retrouver les imports en attente",
    "sweep-arbitrations": "Retrouver les arbitrages en attente",
    "ask-for-confirmations": "Demander si les offres tiennent toujours",
    "tell-who-waits": "Prévenir qu’une place s’est libérée",
    "rebuild-reach": "Recalculer les distances d’un territoire",
    "rebuild-answers": "Recalculer les réponses aux offres",
    "measure-durations": "Mesurer la durée des étapes",
    "carry-out-hand-overs": "Faire les passations prévues",
    "follow-journal": "Mettre les chiffres à jour",
    "publish-figures": "Publier les chiffres de l’année écoulée",
    "look-at-invariants": "Vérifier les règles du programme",
    "warn-of-stopped-messages": "Prévenir des messages arrêtés",
}
LATEST = 20
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Job:
    """One job of the clock and its last run; ``is_late`` after twice the time between two runs."""

    label: str
    run: JobRun | None
    every: timedelta
    is_late: bool

    @property
    def has_failed(self) -> bool:
        return self.run is not None and self.run.outcome == JobOutcome.FAILED


@dataclass(frozen=True, slots=True)
class Rule:
    invariant: Invariant
    result: InvariantResult | None

    @property
    def files(self) -> list[tuple[str, str]]:
        """Reference and address of the first files in breach."""
        examples = self.result.examples if self.result else []
        return [
            (reference, reverse("candidates:parcours_detail", args=[public_id]))
            for public_id, reference in examples
        ]

    @property
    def left(self) -> int:
        return self.result.count - len(self.result.examples) if self.result else 0


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody did with a stopped message."""

    handling: MessageHandling
    who: str


@dataclass(frozen=True, slots=True)
class Texts:
    """What left as text messages in the month of ``month``; ``cost`` in euros, as estimated then."""

    month: date
    messages: int
    segments: int
    cost: Decimal


@dataclass(frozen=True, slots=True)
class Papers:
    """What waits to be looked at for viruses, since when the oldest; what waits to be made as a PDF."""

    scanner: ScannerKind
    is_scanner_there: bool
    quarantined: int
    oldest: datetime | None
    to_make: int
    not_made: int


@dataclass(frozen=True, slots=True)
class Operations:
    is_broker_there: bool
    relay: str
    provider: str
    texts: list[Texts]
    hears_reports: bool
    messages: dict[str, Any]
    last_sent: datetime | None
    oldest: datetime | None
    jobs: list[Job]
    rules: list[Rule]
    decisions: list[Decision]
    papers: Papers

    @property
    def states(self) -> list[tuple[MessageState, int]]:
        return [(state, self.messages[state.value]) for state in MessageState]

    @property
    def late_jobs(self) -> list[Job]:
        return [job for job in self.jobs if job.is_late]

    @property
    def broken_rules(self) -> list[Rule]:
        return [rule for rule in self.rules if rule.result and rule.result.count]


def operations(now: datetime) -> Operations:
    """Ten queries, and a word to the queue and to the antivirus."""
    found = health.outbox_status(now)
    sent = OutboxMessage.objects.filter(state__in=LEFT).order_by("-sent_at")
    waited = found["oldest_due_seconds"]
    return Operations(
        is_broker_there=health.look().broker,
        relay=f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}",
        provider=_provider(),
        texts=_texts(now),
        hears_reports=bool(settings.DELIVERY_REPORTS_TOKEN),
        messages=found,
        last_sent=sent.values_list("sent_at", flat=True).first(),
        oldest=None if waited is None else now - timedelta(seconds=waited),
        jobs=_jobs(now),
        rules=_rules(),
        decisions=_decisions(),
        papers=_papers(),
    )


def _provider() -> str:
    if settings.SMS_URL:
        return urlsplit(settings.SMS_URL).hostname or ""
    return "la boîte aux lettres de la démonstration" if settings.SMS_IN_LETTER_BOX else ""


def _texts(now: datetime) -> list[Texts]:
    """This month, then the one before."""
    this_month = timezone.localtime(now).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    before = (this_month - DAY).replace(day=1)
    return [_texts_between(this_month, now), _texts_between(before, this_month)]


def _texts_between(start: datetime, end: datetime) -> Texts:
    sent = OutboxMessage.objects.filter(
        channel=Channel.SMS, sent_at__gte=start, sent_at__lt=end
    ).aggregate(messages=Count("pk"), segments=Sum("segments"), cost=Sum("cost"))
    return Texts(start.date(), sent["messages"], sent["segments"] or 0, sent["cost"] or Decimal(0))


def _papers() -> Papers:
    """Counts of all there is, whoever asks: a superuser may belong to no organisation."""
    scanner = scanner_from_settings()
    with database_context(system("exploitation")):
        waiting = QuarantinedFile.objects.aggregate(
            number=Count("pk"), oldest=Min("document__uploaded_at")
        )
        made = [
            _made(rows)
            for rows in (
                ProducedDocument.objects.all(),
                Report.objects.all(),
                Export.objects.all(),
            )
        ]
    to_make, not_made = (sum(counts) for counts in zip(*made, strict=True))
    return Papers(
        scanner.kind,
        scanner.is_there(),
        waiting["number"],
        waiting["oldest"],
        to_make=to_make,
        not_made=not_made,
    )


def _made(rows: AskedQuerySet[Any]) -> tuple[int, int]:
    """How many are to be made, and how many could not be."""
    counts = rows.aggregate(
        to_make=Count("pk", filter=Q(state__in=PENDING)),
        not_made=Count("pk", filter=Q(state=ProducedState.FAILED)),
    )
    return counts["to_make"], counts["not_made"]


def files_of(messages: Iterable[OutboxMessage]) -> dict[int, Parcours]:
    """The files that messages are about, by their number."""
    wanted = {message.parcours_id for message in messages if message.parcours_id}
    files = Parcours.objects.filter(pk__in=wanted).select_related("household")
    return {one.pk: one for one in files}


def _jobs(now: datetime) -> list[Job]:
    runs = {run.name: run for run in JobRun.objects.all()}
    jobs = []
    for name, entry in settings.CELERY_BEAT_SCHEDULE.items():
        run, every = runs.get(entry["task"]), period_of(entry["schedule"])
        is_late = run is not None and now - run.started_at > 2 * every
        jobs.append(Job(JOBS.get(name, name), run, every, is_late))
    return jobs


def period_of(schedule: Any) -> timedelta:
    """The longest time between two runs: what is more than twice as old is late."""
    if not isinstance(schedule, crontab):
        return timedelta(seconds=schedule)
    if len(schedule.day_of_week) < 7:
        return 7 * DAY
    return timedelta(hours=1) if len(schedule.hour) == 24 else DAY


def _rules() -> list[Rule]:
    results = {one.code: one for one in InvariantResult.objects.all()}
    return [Rule(one, results.get(one.code)) for one in INVARIANTS]


def _decisions() -> list[Decision]:
    latest = list(MessageHandling.objects.order_by("-at", "-pk")[:LATEST])
    people = User.objects.in_bulk({one.user_id for one in latest})
    return [Decision(one, _name_of(people.get(one.user_id))) for one in latest]


def _name_of(person: User | None) -> str:
    return person.get_full_name() if person else ""

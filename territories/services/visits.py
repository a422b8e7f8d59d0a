"""Visit a source of offers: what it has is brought, what it no longer has is withdrawn."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import islice

from django.db import transaction
from django.utils import timezone

from emile.core.context import database_context
from operators.actors import Platform
from territories.connectors import JobSource, SourceFailed
from territories.enums import ImportStatus, OfferKind
from territories.imports.columns import COMMUNE, IDENTIFIER
from territories.imports.rows import Reader, ReaderMaker, ReadRow
from territories.models import Departement, Offer, OfferImport, Territory
from territories.models.offer import EDITABLE
from territories.selectors.directories import Directories, directories_of
from territories.services.brought import Namespace, lock_names, lose, plan, write
from territories.services.import_runs import CHUNK, record


LEASE = timedelta(minutes=10)
# A source that seems to have lost more than half of a département has more likely lost its way;
# of so few offers, any part may go at once.
FEW = 3
Clock = Callable[[], datetime]


def visit(*, source: JobSource, make_reader: ReaderMaker, clock: Clock) -> OfferImport | None:
    """Bring what the source has in the départements of the territories; None when another is at it.

    Each département is whole or left as it was: one that fails is told, and stops no other.
    """
    actor = Platform(f"offres de {source.origin.label}")
    with database_context(actor.database_context):
        begun = _begin(source, clock())
        return _Visit(source, make_reader, clock, actor, begun).run() if begun else None


@transaction.atomic
def _begin(source: JobSource, now: datetime) -> OfferImport | None:
    namespace = Namespace(source.origin, OfferKind.JOB)
    lock_names(namespace)
    under_way = OfferImport.objects.of_source(source.origin).filter(status=ImportStatus.RUNNING)
    if under_way.filter(leased_until__gte=now).exists():
        return None
    under_way.update(status=ImportStatus.STOPPED, message="La visite a été interrompue.")
    return OfferImport.objects.create(
        source=source.origin,
        kind=OfferKind.JOB,
        status=ImportStatus.RUNNING,
        leased_until=now + LEASE,
        created_at=now,
        started_at=now,
    )


@dataclass
class _Visit:
    source: JobSource
    make_reader: ReaderMaker
    clock: Clock
    actor: Platform
    visit: OfferImport
    seen: set[str] = field(default_factory=set)
    failures: list[str] = field(default_factory=list)

    def run(self) -> OfferImport:
        on = timezone.localdate(self.clock())
        territories = Territory.objects.taking_part_on(on).order_by("name", "pk")
        known = directories_of(OfferKind.JOB, territories)
        read = self.make_reader(OfferKind.JOB, known, on)
        departements = Departement.objects.filter(communes__territories__in=known.territories)
        codes = list(departements.order_by("code").values_list("code", flat=True).distinct())
        for code in codes:
            try:
                rows = list(self._rows_in(code, known, read))
            except SourceFailed as failure:
                self.failures.append(f"{code}\u00a0: {failure}")
                continue
            while chunk := rows[:CHUNK]:
                self._bring(chunk, known, on)
                del rows[:CHUNK]
            self._lose_others(code, on)
        return self._end(whole=len(self.failures) < len(codes) or not codes)

    def _rows_in(self, departement: str, known: Directories, read: Reader) -> Iterator[ReadRow]:
        """Its offers in our territories: the source is asked by département, which is larger."""
        for cells in self.source.offers_in(departement):
            code, identifier = cells[COMMUNE], cells[IDENTIFIER]
            is_elsewhere = code in known.elsewhere and code not in known.by_code
            if identifier and identifier not in self.seen and not is_elsewhere:
                self.seen.add(identifier)
                yield read(len(self.seen), "", cells)

    @transaction.atomic
    def _bring(self, rows: Sequence[ReadRow], known: Directories, on: date) -> None:
        now, namespace = self.clock(), Namespace(self.source.origin, OfferKind.JOB)
        lock_names(namespace)
        planned = plan(rows, namespace=namespace, known=known, on=on, for_writing=True)
        write(planned, namespace=namespace, actor=self.actor, on=on, now=now, payload=self._payload)
        self.visit.row_count += len(rows)
        self.visit.leased_until = now + LEASE
        record(self.visit, planned, tells_unchanged=False)

    @transaction.atomic
    def _lose_others(self, departement: str, on: date) -> None:
        namespace = Namespace(self.source.origin, OfferKind.JOB)
        lock_names(namespace)
        here = Offer.objects.filter(
            **namespace.of_offers, commune__departement__code=departement, status__in=EDITABLE
        )
        held = here.select_related("origin").order_by("pk").select_for_update(of=("self",))
        offers = list(held)
        lost = [offer for offer in offers if offer.origin.identifier not in self.seen]
        if len(lost) > max(FEW, len(offers) // 2):
            self.failures.append(
                f"{departement}\u00a0: {len(lost)} offres sur {len(offers)} auraient disparu d’un "
                "coup, aucune n’est retirée."
            )
            return
        remaining = iter(lost)
        while chunk := list(islice(remaining, CHUNK)):
            lose(chunk, actor=self.actor, on=on, now=self.clock(), payload=self._payload)
        self.visit.gone_count += len(lost)
        self.visit.save(update_fields=["gone_count"])

    @property
    def _payload(self) -> dict[str, int]:
        return {"import": self.visit.pk}

    @transaction.atomic
    def _end(self, *, whole: bool) -> OfferImport:
        self.visit.status = ImportStatus.DONE if whole else ImportStatus.STOPPED
        self.visit.message = " ".join(self.failures)[:500]
        self.visit.leased_until, self.visit.ended_at = None, self.clock()
        self.visit.save()
        return self.visit

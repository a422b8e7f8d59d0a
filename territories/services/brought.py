"""Lines brought from elsewhere: what each does to the board, then done to thousands at once."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model

from emile.core.copying import copy_in, copy_values
from emile.core.locks import lock_name
from operators.actors import Actor, Platform
from territories.enums import LineState, OfferKind, OfferStatus, Origin, Withdrawal
from territories.imports.columns import COLUMNS
from territories.imports.rows import Detail, ReadRow
from territories.models import Hold, HousingOffer, JobOffer, Offer, OfferOrigin, TrainingOffer
from territories.models.hold import held_units
from territories.models.offer import EDITABLE
from territories.selectors.directories import Directories
from territories.services.holds import TooFewPlaces, release_holds_on
from territories.services.offers import TERMS
from territories.workflow import BROUGHT_WORKFLOW


# An offer that is found again, unchanged, is confirmed; not every day, for nobody would read it.
CONFIRM_AFTER_DAYS = 7
TERRITORY, START = "territory_id", "available_from"
# By what a new offer is recognised.
HEADLINE = ("typology", "occupation_id", "rent", "commune_id")


@dataclass(frozen=True, slots=True)
class Namespace:
    """Among what an identifier is unique."""

    source: Origin
    kind: OfferKind
    organisation_id: int | None = None

    @property
    def of_offers(self) -> dict[str, Any]:
        return {f"origin__{name}": value for name, value in self.of_origins.items()}

    @property
    def of_origins(self) -> dict[str, Any]:
        fields: dict[str, Any] = {"source": self.source, "kind": self.kind}
        if self.organisation_id is None:
            return fields | {"organisation__isnull": True}
        return fields | {"organisation": self.organisation_id}


@dataclass(slots=True)
class Planned:
    """A line and its effect: ``offer`` is the one it would make or change."""

    row: ReadRow
    state: LineState
    offer: Offer | None = None
    terms: HousingOffer | JobOffer | TrainingOffer | None = None
    details: list[Detail] = field(default_factory=list)
    # Names of the attributes it changes.
    common: set[str] = field(default_factory=set)
    proper: set[str] = field(default_factory=set)


def lock_names(namespace: Namespace) -> None:
    """Until the end of the transaction, nobody else brings offers under these names."""
    lock_name(f"brought:{namespace.source}:{namespace.organisation_id or ''}:{namespace.kind}")


def plan(
    rows: Sequence[ReadRow],
    *,
    namespace: Namespace,
    known: Directories,
    on: date,
    for_writing: bool,
) -> list[Planned]:
    """What each line would do. One query; when it is ``for_writing``, the offers are held by another
    before, for what is read while one waits for a lock is as it was before the wait."""
    named = Offer.objects.filter(
        **namespace.of_offers, origin__identifier__in={row.identifier for row in rows}
    )
    if for_writing:
        held = named.order_by("pk").select_for_update(of=("self",), no_key=True)
        list(held.values_list("pk"))
    offers = named.select_related("origin", namespace.kind)
    offers = offers.annotate(used_units=held_units("offer", on))
    found = {offer.origin.identifier: offer for offer in offers}
    labels = {column.name: column.label for column in COLUMNS[namespace.kind]}
    planner = Planner(namespace.kind, known, labels, on)
    return [planner.plan(row, found.get(row.identifier)) for row in rows]


@dataclass(frozen=True, slots=True)
class Planner:
    kind: OfferKind
    known: Directories
    labels: Mapping[str, str]
    on: date

    def plan(self, row: ReadRow, offer: Offer | None) -> Planned:
        if row.faults:
            return Planned(row, LineState.REFUSED, details=list(row.faults))
        planned = self._added(row) if offer is None else self._compared(row, offer)
        if planned.state in {LineState.NEW, LineState.CHANGED}:
            faults = self._faults_of(planned)
            if faults:
                return Planned(row, LineState.REFUSED, details=faults)
        return planned

    def _added(self, row: ReadRow) -> Planned:
        common = {START: self.on, **row.common}
        offer = Offer(kind=self.kind, confirmed_on=self.on, **common)
        terms = TERMS[self.kind](**row.proper)
        details = [
            (self._label(name), self._named(target, name, told[name]))
            for target, told in ((terms, row.proper), (offer, row.common))
            for name in HEADLINE
            if name in told
        ]
        return Planned(row, LineState.NEW, offer, terms, details)

    def _compared(self, row: ReadRow, offer: Offer) -> Planned:
        if offer.territory_id != row.common[TERRITORY]:
            name = self.known.territories.get(offer.territory_id)
            where = f"d’un autre territoire ({name})" if name else "d’un autre territoire"
            said = ("Référence", f"C’est déjà celle d’une offre {where}.")
            return Planned(row, LineState.REFUSED, offer, details=[said])
        planned = Planned(row, LineState.UNCHANGED, offer, offer.terms)
        if offer.status not in EDITABLE and not _is_back(offer):
            planned.details.append(("Offre", "Pourvue ou retirée ici\u00a0: laissée telle quelle."))
            return planned
        for values, target, changed in (
            (row.common, offer, planned.common),
            (row.proper, offer.terms, planned.proper),
        ):
            for name, value in values.items():
                before = getattr(target, name)
                if before != value:
                    setattr(target, name, value)
                    changed.add(name)
                    planned.details.append(self._told(target, name, before, value))
        if _is_back(offer):
            planned.details.append(("Offre", "Elle est de retour."))
        if planned.details:
            planned.state = LineState.CHANGED
        return planned

    def _told(self, target: Model, name: str, before: Any, after: Any) -> Detail:
        said = [self._named(target, name, value) for value in (before, after)]
        return self._label(name), " → ".join(said)

    def _label(self, name: str) -> str:
        return self.labels.get(name) or self.labels.get(name.removesuffix("_id"), "Organisation")

    def _named(self, target: Model, name: str, value: Any) -> str:
        field: Any = target._meta.get_field(name)
        names = self.known.names.get(name) or dict(field.flatchoices)
        return _said(names.get(value, value))

    def _faults_of(self, planned: Planned) -> list[Detail]:
        """What the cells say one against another, or against what the offer already says."""
        faults: list[Detail] = []
        for check in (planned.offer.check_dates, planned.terms.clean):  # type: ignore[union-attr]
            try:
                check()
            except ValidationError as error:
                faults += [
                    (self.labels.get(name, name), " ".join(said))
                    for name, said in error.message_dict.items()
                ]
        used: int = getattr(planned.offer, "used_units", 0)
        if used > planned.offer.places:  # type: ignore[union-attr]
            faults.append((self.labels["places"], str(TooFewPlaces(used))))
        return faults


def _said(value: Any) -> str:
    match value:
        case None | "":
            return "vide"
        case bool():
            return "oui" if value else "non"
        case date():
            return f"{value:%d/%m/%Y}"
        case Decimal():
            return f"{value.normalize():f}".replace(".", ",")
        case _:
            return str(value)[:100]


def _is_back(offer: Offer) -> bool:
    """It was withdrawn because its source had lost it, and by nobody."""
    return offer.status == OfferStatus.WITHDRAWN and offer.origin.gone_on is not None


def write(
    all_planned: Iterable[Planned],
    *,
    namespace: Namespace,
    actor: Actor | Platform,
    on: date,
    now: datetime,
    payload: dict[str, Any],
) -> None:
    """Do what was planned, in the transaction that planned it: a few statements for all of it."""
    by_state: dict[LineState, list[Planned]] = {state: [] for state in LineState}
    for planned in all_planned:
        by_state[planned.state].append(planned)

    def perform(name: str, lines: Sequence[Planned], fields: Iterable[str] = ()) -> None:
        offers = [line.offer for line in lines if line.offer]
        BROUGHT_WORKFLOW.perform_on_all(
            name, offers, actor=actor, on=on, now=now, payload=payload, fields=sorted(fields)
        )

    new, changed = by_state[LineState.NEW], by_state[LineState.CHANGED]
    if new:
        perform("bring", new)
        _add_terms(new, namespace)
    if changed:
        back = [line for line in changed if line.offer and _is_back(line.offer)]
        if back:
            perform("find_again", back)
            OfferOrigin.objects.filter(offer__in=[line.offer for line in back]).update(gone_on=None)
        rewritten = [line for line in changed if line.common or line.proper]
        if rewritten:
            perform("update", rewritten, set().union(*(line.common for line in rewritten)))
            _rewrite_terms(rewritten, namespace.kind)
    stand = [line for line in by_state[LineState.UNCHANGED] if _needs_confirming(line.offer, on)]
    if stand:
        perform("find", stand)


def _needs_confirming(offer: Offer | None, on: date) -> bool:
    return (
        offer is not None
        and offer.status == OfferStatus.AVAILABLE
        and (on - offer.confirmed_on).days >= CONFIRM_AFTER_DAYS
    )


def _add_terms(lines: Sequence[Planned], namespace: Namespace) -> None:
    for line in lines:
        line.terms.offer = line.offer  # type: ignore[union-attr]
    copy_in([line.terms for line in lines if line.terms])
    copy_values(
        OfferOrigin,
        [
            {
                "offer_id": line.offer.pk,
                "source": namespace.source,
                "organisation_id": namespace.organisation_id,
                "kind": namespace.kind,
                "identifier": line.row.identifier,
            }
            for line in lines
            if line.offer
        ],
    )


def _rewrite_terms(lines: Sequence[Planned], kind: OfferKind) -> None:
    fields = set().union(*(line.proper for line in lines))
    if fields:
        model: Any = TERMS[kind]
        model.objects.bulk_create(
            [line.terms for line in lines if line.proper],
            update_conflicts=True,
            unique_fields=["offer_id"],
            update_fields=sorted(fields),
        )


def lose(
    offers: Sequence[Offer], *, actor: Platform, on: date, now: datetime, payload: dict[str, Any]
) -> None:
    """Withdraw what its source no longer has, and let go of what was held of it.

    ``offers`` are locked, with their origin.
    """
    why = {**payload, "why": Withdrawal.GONE.value}
    BROUGHT_WORKFLOW.perform_on_all("lose", offers, actor=actor, on=on, now=now, payload=why)
    OfferOrigin.objects.filter(offer__in=offers).update(gone_on=on)
    held = Hold.objects.live_on(on).filter(offer__in=offers)
    for offer in Offer.objects.filter(pk__in=held.values("offer")).order_by("pk"):
        release_holds_on(actor=actor, offer=offer, on=on, now=now)


def count(all_planned: Iterable[Planned]) -> Counter[LineState]:
    return Counter(planned.state for planned in all_planned)

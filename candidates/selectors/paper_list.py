"""The papers that a household is expected to bring, and how far it is."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from candidates.enums import (
    OPEN_STAGES,
    DocumentKind,
    DocumentReceipt,
    DocumentState,
    DrivingLicence,
    HousingPrecarity,
    Moves,
    Nationality,
    PaperCondition,
    PaperState,
    Stage,
)
from candidates.models import (
    ENDS_SOON,
    DocumentReception,
    ExpectedPaper,
    Parcours,
    Person,
    SupportingDocument,
    counts_q,
)
from candidates.selectors.household import current_members, with_permits
from emile.core.templatetags.emile import short_day
from operators.models import User


STAGE_ORDER = [*OPEN_STAGES, Stage.CLOSED]
LEAVING_A_HOME = (
    HousingPrecarity.EVICTION,
    HousingPrecarity.UNFIT,
    HousingPrecarity.OVERCROWDED,
    HousingPrecarity.VIOLENCE,
)
THE_HOUSEHOLD = "Le ménage"


@dataclass(frozen=True, slots=True)
class Proof:
    """What says that a paper is there, until when, or that it was."""

    state: PaperState
    told: str = ""
    expires_on: date | None = None


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One paper; ``person`` is whose, None for the household's own."""

    paper: ExpectedPaper
    person: Person | None
    proof: Proof
    expires_soon: bool

    @property
    def state(self) -> PaperState:
        return self.proof.state

    @property
    def is_complete(self) -> bool:
        return self.state is PaperState.COMPLETE

    @property
    def is_missing(self) -> bool:
        return self.state in {PaperState.MISSING, PaperState.EXPIRED}

    @property
    def expires_told(self) -> str:
        return f"Expire le {short_day(self.proof.expires_on)}"

    @property
    def query(self) -> str:
        """What a link says of it to the form it leads to."""
        whose = {"personne": str(self.person.public_id)} if self.person else {}
        return "?" + urlencode({"piece": self.paper.kind, **whose})

    @property
    def whose(self) -> str:
        return self.person.full_name if self.person else THE_HOUSEHOLD


@dataclass(frozen=True, slots=True)
class PaperList:
    lines: tuple[PaperLine, ...]

    @property
    def missing(self) -> list[PaperLine]:
        return [line for line in self.lines if line.is_missing]

    @property
    def complete_count(self) -> int:
        return sum(line.is_complete for line in self.lines)

    @property
    def percent(self) -> int:
        """Never a hundred as long as a paper is missing."""
        return 100 * self.complete_count // len(self.lines) if self.lines else 100

    @property
    def by_person(self) -> list[tuple[str, list[PaperLine]]]:
        """Who must bring what, the household's own papers first."""
        groups: dict[str, list[PaperLine]] = defaultdict(list)
        for line in sorted(self.lines, key=lambda line: line.person is not None):
            groups[line.whose].append(line)
        return list(groups.items())


def paper_list(parcours: Parcours, today: date) -> PaperList:
    """The list in force when the file entered its stage, for the people of the day. Five queries on
    a file shaped by ``for_detail()``."""
    reached = STAGE_ORDER[: STAGE_ORDER.index(Stage(parcours.stage)) + 1]
    papers = ExpectedPaper.objects.on(parcours.stage_since).filter(stage__in=reached)
    adults = _moving_adults(parcours, today)
    whom = _concerned(parcours, adults, today)
    proofs = Proofs(parcours, adults, today)
    return PaperList(
        tuple(
            PaperLine(
                paper,
                person,
                proof := proofs.of(paper, person),
                expires_soon=proof.state is PaperState.COMPLETE
                and proof.expires_on is not None
                and proof.expires_on <= today + ENDS_SOON,
            )
            for paper in papers.order_by("rank", "pk")
            for person in whom.get(paper.applies_to, ())
        )
    )


def _moving_adults(parcours: Parcours, today: date) -> Sequence[Person]:
    """Those who may move: nobody has asked yet at the beginning."""
    members = current_members(parcours, today)
    return with_permits(
        [one.person for one in members if one.moves != Moves.NO and not one.is_child_on(today)]
    )


def _concerned(
    parcours: Parcours, adults: Sequence[Person], today: date
) -> dict[str, Sequence[Person | None]]:
    """Whose each condition is; None stands for the household as a whole."""
    household = parcours.household
    has_children = any(one.is_child_on(today) for one in current_members(parcours, today))
    precarity = household.housing_precarity

    def its_own(*, when: bool) -> Sequence[None]:
        return [None] if when else []

    return {
        PaperCondition.ADULT: adults,
        PaperCondition.FOREIGN_ADULT: [
            one
            for one in adults
            if one.nationality not in {Nationality.FRENCH, Nationality.EUROPEAN}
        ],
        PaperCondition.DRIVER: [one for one in adults if DrivingLicence.B in (one.licences or ())],
        PaperCondition.HOUSEHOLD: its_own(when=True),
        PaperCondition.CHILDREN: its_own(when=has_children),
        PaperCondition.LEAVING_A_HOME: its_own(when=precarity in LEAVING_A_HOME),
        PaperCondition.EVICTION: its_own(when=precarity == HousingPrecarity.EVICTION),
        PaperCondition.SOCIAL_HOUSING: its_own(when=household.housing_applications.exists()),
    }


class Proofs:
    """What a file holds of papers, read once."""

    def __init__(self, parcours: Parcours, adults: Sequence[Person], today: date) -> None:
        self.today = today
        self.is_alone = len(adults) == 1
        self.receptions = list(
            DocumentReception.objects.filter(counts_q(), request__parcours=parcours)
            .select_related("request", "event")
            .order_by("-event__occurred_on", "-pk")
        )
        self.documents = list(
            SupportingDocument.objects.filter(counts_q(), parcours=parcours)
            .filter(state__in=(DocumentState.AVAILABLE, DocumentState.QUARANTINED))
            .order_by("-uploaded_at", "-pk")
        )
        authors = {
            one.event.actor_user_id
            for one in self.receptions
            if one.event.actor_user_id is not None
        }
        self.names = {user.pk: user.get_full_name() for user in User.objects.filter(pk__in=authors)}

    def of(self, paper: ExpectedPaper, person: Person | None) -> Proof:
        """The best there is: seen or valid, then being checked, then expired."""
        found = list(self._found(paper.kind, person))
        order = (PaperState.COMPLETE, PaperState.CHECKING, PaperState.EXPIRED)
        for state in order:
            if proof := next((one for one in found if one.state is state), None):
                return proof
        return Proof(PaperState.MISSING)

    def _found(self, kind: str, person: Person | None) -> Iterator[Proof]:
        for reception in self.receptions:
            request = reception.request
            if request.kind == kind and self._is_of(request.person_id, person):
                yield Proof(PaperState.COMPLETE, self._told(reception))
        for document in self.documents:
            if document.kind == kind and self._is_of(document.person_id, person):
                yield self._of_document(document)
        if kind == DocumentKind.PERMIT and person:
            for permit in person.permits.all():
                if permit.seen_on and permit.expires_on:
                    told = f"Vu en original le {short_day(permit.seen_on)}"
                    yield Proof(self._until(permit.expires_on), told, permit.expires_on)

    def _of_document(self, document: SupportingDocument) -> Proof:
        told = f"Envoyée le {short_day(document.uploaded_at)}"
        if document.state == DocumentState.QUARANTINED:
            return Proof(PaperState.CHECKING, told)
        return Proof(self._until(document.expires_on), told, document.expires_on)

    def _until(self, expires_on: date | None) -> PaperState:
        has_expired = expires_on is not None and expires_on < self.today
        return PaperState.EXPIRED if has_expired else PaperState.COMPLETE

    def _is_of(self, person_id: int | None, person: Person | None) -> bool:
        """A paper of the household's may be in the name of one; that of somebody alone, in none."""
        if person is None:
            return True
        return person_id == person.pk or (person_id is None and self.is_alone)

    def _told(self, reception: DocumentReception) -> str:
        event = reception.event
        who = self.names.get(event.actor_user_id, "") if event.actor_user_id else ""
        by = f" par {who}" if who else ""
        means = DocumentReceipt(reception.means).label
        return f"{means} le {short_day(event.occurred_on)}{by}"

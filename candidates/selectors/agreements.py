"""What each party is asked to agree to, and who still has to."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from django.db.models import Max, OuterRef, Subquery

from candidates.enums import AGREED_TO, Answer, AnswerMeans, Party, Section
from candidates.models import (
    HouseholdAnswer,
    Parcours,
    ParcoursEvent,
    PartyAgreement,
    Person,
    Placement,
    counts_q,
)
from candidates.selectors.household import moving_adults
from candidates.selectors.project import (
    Content,
    Line,
    Shown,
    changes,
    concerned,
    content,
    hash_of,
    home_of,
    kept,
)
from operators.actors import Actor
from operators.enums import OrganisationKind
from operators.models import Organisation


@dataclass(frozen=True, slots=True)
class PartySeat:
    """One party at the table, with its answer on the present content when it gave one.

    ``person`` is the adult, or the one whose employer this is. ``lines`` is what the party is
    asked about. ``is_called_back`` says that it had answered, on a content that has changed since:
    ``changes`` tells how.
    """

    party: Party
    person: Person | None
    name: str
    organisation_id: int | None
    lines: tuple[Line, ...]
    content_hash: str
    agreement: PartyAgreement | None
    is_called_back: bool
    changes: list[str]

    @property
    def label(self) -> str:
        if self.person and self.party == Party.ADULT:
            return self.person.full_name
        return f"{self.party.label}\u00a0: {self.name}" if self.name else self.party.label

    @property
    def shown(self) -> Shown:
        """What the answer to come will keep of what the party was shown."""
        return kept(self.lines)

    @property
    def agrees(self) -> bool:
        return self.agreement is not None and self.agreement.agrees

    def was_answered_by(self, user_id: int) -> bool:
        """In that person's own name, on the present content."""
        return (
            self.agreement is not None
            and self.agreement.means == AnswerMeans.SELF
            and self.agreement.noted_by == user_id  # type: ignore[attr-defined]
        )

    @property
    def key(self) -> str:
        return f"{self.party.value}-{self.person.public_id}" if self.person else self.party.value

    @property
    def concerns(self) -> str:
        """« l’emploi ou la formation, les dates »."""
        sections = dict.fromkeys(line.item.section for line in self.lines)
        return ", ".join(one.label[0].lower() + one.label[1:] for one in sections)


@dataclass(frozen=True, slots=True)
class SeatAnswer:
    """What one party says. ``seat`` is its key, ``content_hash`` that of what it was shown."""

    seat: str
    content_hash: str
    agrees: bool
    means: AnswerMeans = AnswerMeans.SELF
    answered_by: str = ""


@dataclass(frozen=True, slots=True)
class RoundTable:
    """The project as the parties read it, and where each of them stands."""

    placement: Placement
    content: Content
    seats: tuple[PartySeat, ...]

    @property
    def sections(self) -> list[tuple[Section, list[Line]]]:
        """What is known of each; nothing yet is an empty list."""
        return [
            (section, [line for line in lines if line.shown])
            for section, lines in self.content.items()
        ]

    @property
    def shared_organisations(self) -> set[int]:
        """Those that hold two seats or more: the record says so."""
        held = Counter(seat.organisation_id for seat in self.seats if seat.organisation_id)
        return {organisation_id for organisation_id, count in held.items() if count > 1}

    @property
    def missing(self) -> list[str]:
        return [seat.label for seat in self.seats if not seat.agrees]

    @property
    def is_refused(self) -> bool:
        return any(seat.agreement is not None and not seat.agreement.agrees for seat in self.seats)


def active_placement(parcours: Parcours) -> Placement | None:
    """The one that was accepted, on its way to validation or validated.

    A page that asks several times reads it once, into ``accepted_placements``.
    """
    read: list[Placement] | None = getattr(parcours, "accepted_placements", None)
    if read is not None:
        return next(iter(read), None)
    return parcours.placements.active().for_detail().first()


def is_placed(parcours: Parcours) -> bool:
    return parcours.placements.active().exists()


def round_table(parcours: Parcours, on: date) -> RoundTable | None:
    """Everybody's place and answer; None when no placement is accepted."""
    kept: tuple[date, RoundTable] | None = getattr(parcours, "kept_table", None)
    if kept and kept[0] == on:
        return kept[1]
    placement = active_placement(parcours)
    return table_of(parcours, placement, on) if placement else None


@contextmanager
def keeping_table(parcours: Parcours, on: date, table: RoundTable) -> Iterator[None]:
    """Nothing changes it inside: whoever asks for that day's gets the one that was just read."""
    parcours.kept_table = (on, table)  # type: ignore[attr-defined]
    try:
        yield
    finally:
        del parcours.kept_table  # type: ignore[attr-defined]


def table_of(parcours: Parcours, placement: Placement, on: date) -> RoundTable:
    sections = content(parcours, placement, on)
    # Not joined: the row of the act being performed is yet to come.
    noted = ParcoursEvent.objects.filter(pk=OuterRef("event_id"))
    given = list(
        PartyAgreement.objects.filter(counts_q(), placement=placement)
        .annotate(
            noted_by=Subquery(noted.values("actor_user_id")),
            noted_on=Subquery(noted.values("occurred_on")),
        )
        .order_by("event_id")
    )
    return RoundTable(
        placement=placement,
        content=sections,
        seats=tuple(_seat(chair, sections, given) for chair in _parties(parcours, placement, on)),
    )


@dataclass(frozen=True, slots=True)
class _Chair:
    """Somebody the case calls for, before any answer. ``name`` is that of an outside party."""

    party: Party
    person: Person | None = None
    organisation_id: int | None = None
    name: str = ""


def _parties(parcours: Parcours, placement: Placement, on: date) -> list[_Chair]:
    """Who the case calls for: the employers and the landlord once promised."""
    adults = moving_adults(parcours, on)
    preparing = parcours.holders(OrganisationKind.UPSTREAM)
    chairs = [_Chair(Party.ADULT, adult) for adult in adults]
    chairs.append(_Chair(Party.UPSTREAM, organisation_id=preparing[0] if preparing else None))
    chairs.append(_Chair(Party.HOST, organisation_id=placement.host_id))
    chairs += [
        _Chair(Party.EMPLOYER, job.person, name=job.employer or job.person.full_name)
        for job in placement.jobs.all()
        if job.has_an_employer_to_ask and job.person in adults
    ]
    home = home_of(placement)
    if home is not None and home.certainty in AGREED_TO:
        chairs.append(_Chair(Party.LANDLORD, name=home.landlord))
    return chairs


def _seat(chair: _Chair, sections: Content, given: Sequence[PartyAgreement]) -> PartySeat:
    own = [
        one
        for one in given
        if one.party == chair.party and one.person_id == (chair.person.pk if chair.person else None)
    ]
    of = str(chair.person.public_id) if chair.person else ""
    lines = concerned(chair.party, of, sections)
    content_hash = hash_of(lines)
    current = [one for one in own if one.content_hash == content_hash]
    is_called_back = bool(own) and not current
    return PartySeat(
        party=chair.party,
        person=chair.person,
        name=chair.name,
        organisation_id=current[-1].organisation_id if current else chair.organisation_id,
        lines=tuple(lines),
        content_hash=content_hash,
        agreement=current[-1] if current else None,
        is_called_back=is_called_back,
        changes=changes(own[-1].shown, lines) if is_called_back else [],
    )


def speaks_for(actor: Actor, party: Party) -> bool:
    """Whether the party may be the actor's own organisation; the adults speak for themselves."""
    match party:
        case Party.ADULT:
            return False
        case Party.UPSTREAM | Party.HOST:
            return actor.kind == party.value
        case Party.EMPLOYER | Party.LANDLORD:
            own = Organisation.objects.filter(pk=actor.organisation_id)
            return own.of_kind(OrganisationKind(party.value)).exists()


def missing_parties(parcours: Parcours, on: date) -> list[str]:
    """Who has not said yes to the present content; everybody when there is no project yet."""
    table = round_table(parcours, on)
    return ["toutes les parties (aucun positionnement accepté)"] if table is None else table.missing


def household_answers(placement: Placement) -> dict[int, HouseholdAnswer]:
    """The last answer of each adult, by person id."""
    answers = HouseholdAnswer.objects.filter(counts_q(), placement=placement)
    # Not joined: the row of the act being performed is yet to come.
    told = answers.prefetch_related("event").order_by("event_id")
    return {answer.person_id: answer for answer in told}


def household_decision(parcours: Parcours, on: date) -> Answer | None:
    """Yes when every adult who moves said yes; no as soon as one did; None while one thinks."""
    placement = active_placement(parcours)
    if placement is None:
        return None
    last = household_answers(placement)
    said = [
        last[adult.pk].answer if adult.pk in last else None for adult in moving_adults(parcours, on)
    ]
    if Answer.NO in said:
        return Answer.NO
    return Answer.YES if said and all(one == Answer.YES for one in said) else None


def ask_again_on(parcours: Parcours) -> date | None:
    """When somebody who needs time is to be asked again: the first of these days."""
    placement = parcours.placements.active().first()
    answers = household_answers(placement).values() if placement else ()
    return min((one.ask_again_on for one in answers if one.ask_again_on), default=None)


def validated_on(parcours: Parcours) -> date | None:
    """The day of the last answer, or of the validation that followed; None before."""
    answers = parcours.events.standing().filter(kind__in=("answer_validation", "validate"))
    last: date | None = answers.aggregate(last=Max("occurred_on"))["last"]
    return last

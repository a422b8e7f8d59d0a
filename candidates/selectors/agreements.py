"""What each party is asked to agree to, and who still has to."""

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Max

from candidates.enums import (
    Answer,
    AnswerMeans,
    Certainty,
    JobSolution,
    Moves,
    Party,
    Section,
)
from candidates.models import (
    HouseholdAnswer,
    JobCommitment,
    Parcours,
    PartyAgreement,
    Person,
    Placement,
    counts_q,
)
from candidates.selectors.household import current_members, moving_adults
from emile.core.templatetags.emile import short_day
from operators.actors import Actor
from operators.enums import OrganisationKind
from operators.models import Organisation


# Which sections each party answers for: a change elsewhere does not call its answer back.
CONCERNS: dict[Party, tuple[Section, ...]] = {
    Party.ADULT: (Section.HOUSEHOLD, Section.JOB, Section.HOME, Section.TERRITORY, Section.DATES),
    Party.UPSTREAM: (Section.HOUSEHOLD, Section.JOB, Section.HOME, Section.TERRITORY),
    Party.HOST: (
        Section.HOUSEHOLD,
        Section.JOB,
        Section.HOME,
        Section.TERRITORY,
        Section.DATES,
    ),
    Party.EMPLOYER: (Section.JOB, Section.DATES),
    Party.LANDLORD: (Section.HOUSEHOLD, Section.HOME, Section.DATES),
}
AGREED_TO = (Certainty.PROMISED, Certainty.SIGNED)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the project: how it reads, and what is agreed to under that reading.

    Signing what was promised, or correcting the spelling of a name, is not another project:
    ``value`` stays the same and no answer is called back.
    """

    label: str
    shown: str
    value: str


Content = dict[Section, tuple[Line, ...]]


@dataclass(frozen=True, slots=True)
class PartySeat:
    """One party at the table, with its answer on the present content when it gave one.

    ``is_called_back`` says that it had answered, on a content that has changed since.
    """

    party: Party
    person: Person | None
    organisation_id: int | None
    content_hash: str
    agreement: PartyAgreement | None
    is_called_back: bool

    @property
    def label(self) -> str:
        return self.person.full_name if self.person else self.party.label

    @property
    def agrees(self) -> bool:
        return self.agreement is not None and self.agreement.agrees

    def was_answered_by(self, user_id: int) -> bool:
        """In that person's own name, on the present content."""
        return (
            self.agreement is not None
            and self.agreement.means == AnswerMeans.SELF
            and self.agreement.event.actor_user_id == user_id
        )

    @property
    def key(self) -> str:
        return f"{self.party.value}-{self.person.public_id}" if self.person else self.party.value

    @property
    def concerns(self) -> str:
        """« l’emploi ou la formation, les dates »."""
        labels = (section.label for section in CONCERNS[self.party])
        return ", ".join(label[0].lower() + label[1:] for label in labels)


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
    """The one that was accepted, on its way to validation or validated."""
    return parcours.placements.active().for_detail().first()


def content(parcours: Parcours, placement: Placement, on: date) -> Content:
    leaving = [one.person for one in current_members(parcours, on) if one.moves == Moves.YES]
    commune, rent, move_on = (
        placement.home_commune,
        placement.monthly_rent,
        placement.planned_move_on,
    )
    return {
        Section.HOUSEHOLD: (
            Line(
                "Personnes qui partent",
                ", ".join(person.full_name for person in leaving),
                ",".join(sorted(str(person.public_id) for person in leaving)),
            ),
        ),
        Section.JOB: (
            Line("Métier", placement.occupation.label, placement.occupation.code),
            _certainty("Emploi ou formation", placement.job_certainty),
            Line("Précisions", placement.job_details, placement.job_details),
        ),
        Section.HOME: (
            _certainty("Logement", placement.home_certainty),
            Line("Commune", commune.name if commune else "", commune.code if commune else ""),
            Line(
                "Loyer",
                "" if rent is None else f"{rent:.2f}".replace(".", ",") + "\u00a0€",
                "" if rent is None else f"{rent:.2f}",
            ),
            Line("Précisions", placement.home_details, placement.home_details),
        ),
        Section.TERRITORY: (
            Line("Territoire d’accueil", placement.territory.name, placement.territory.slug),
            Line("Opérateur d’accueil", str(placement.host), str(placement.host.public_id)),
        ),
        Section.DATES: (
            Line("Installation prévue", short_day(move_on), move_on.isoformat() if move_on else ""),
        ),
    }


def _certainty(label: str, certainty: str) -> Line:
    agreed = certainty in AGREED_TO
    return Line(label, Certainty(certainty).label, Certainty.PROMISED if agreed else certainty)


def hash_for(party: Party, sections: Content) -> str:
    concerned = {
        section.value: [(line.label, line.value) for line in sections[section]]
        for section in CONCERNS[party]
    }
    canonical = json.dumps(concerned, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()


def round_table(parcours: Parcours, on: date) -> RoundTable | None:
    """Everybody's place and answer; None when no placement is accepted."""
    placement = active_placement(parcours)
    return table_of(parcours, placement, on) if placement else None


def table_of(parcours: Parcours, placement: Placement, on: date) -> RoundTable:
    sections = content(parcours, placement, on)
    given = list(
        PartyAgreement.objects.filter(counts_q(), placement=placement)
        # Not joined: the row of the act being performed is yet to come.
        .prefetch_related("event")
        .order_by("event_id")
    )
    return RoundTable(
        placement=placement,
        content=sections,
        seats=tuple(
            _seat(party, person, organisation_id, hash_for(party, sections), given)
            for party, person, organisation_id in _parties(parcours, placement, on)
        ),
    )


def _parties(
    parcours: Parcours, placement: Placement, on: date
) -> list[tuple[Party, Person | None, int | None]]:
    """Who the case calls for: the employer and the landlord once promised."""
    preparing = parcours.holders(OrganisationKind.UPSTREAM)
    parties: list[tuple[Party, Person | None, int | None]] = [
        (Party.ADULT, adult, None) for adult in moving_adults(parcours, on)
    ]
    parties.append((Party.UPSTREAM, None, preparing[0] if preparing else None))
    parties.append((Party.HOST, None, placement.host_id))
    if placement.job_certainty in AGREED_TO and not _is_self_employed(placement):
        parties.append((Party.EMPLOYER, None, None))
    if placement.home_certainty in AGREED_TO:
        parties.append((Party.LANDLORD, None, None))
    return parties


def _is_self_employed(placement: Placement) -> bool:
    """Nobody employs whoever creates their own job."""
    last = JobCommitment.objects.filter(counts_q(), placement=placement).order_by("event_id").last()
    return last is not None and last.kind == JobSolution.SELF_EMPLOYED


def _seat(
    party: Party,
    person: Person | None,
    organisation_id: int | None,
    content_hash: str,
    given: Sequence[PartyAgreement],
) -> PartySeat:
    own = [
        one
        for one in given
        if one.party == party and one.person_id == (person.pk if person else None)
    ]
    current = [one for one in own if one.content_hash == content_hash]
    return PartySeat(
        party=party,
        person=person,
        organisation_id=current[-1].organisation_id if current else organisation_id,
        content_hash=content_hash,
        agreement=current[-1] if current else None,
        is_called_back=bool(own) and not current,
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


def is_refused(parcours: Parcours, on: date) -> bool:
    table = round_table(parcours, on)
    return table is not None and table.is_refused


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


def validated_on(parcours: Parcours) -> date | None:
    """The day of the last answer, or of the validation that followed; None before."""
    answers = parcours.events.standing().filter(kind__in=("answer_validation", "validate"))
    last: date | None = answers.aggregate(last=Max("occurred_on"))["last"]
    return last

"""From the journal of one file to what it counts for: pure, in memory, act after act.

What was known on a day is the fold of the acts recorded until then. Since acts are only added, each
new one yields the facts that it adds, and minus those that it takes back: a correction, or a
profile put right, counts the file again as if it had always been so.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from dateutil.relativedelta import relativedelta

from candidates.enums import (
    OPEN_STANDINGS,
    CallOutcome,
    MilestoneKind,
    Outcome,
    ResidentialKind,
    Stage,
    Standing,
    YesNoUnknown,
)
from candidates.workflow.clock import OWNERS
from emile.steering.figures.facts import UNKNOWN, Adult, Fact, Home, Line, Place, Profile
from emile.steering.figures.measures import (
    FIRST_JOB,
    MILESTONE_OF_ACT,
    MILESTONE_OF_ARRIVAL,
    SPANS,
    Measure,
    Milestone,
)
from operators.enums import OrganisationKind


def changes(lines: Sequence[Line], after: int = 0) -> Iterator[tuple[Fact, int, date]]:
    """What the acts that follow ``after`` change, in their order: a fact, how many more or fewer,
    the day when it was recorded. ``lines`` are all those of the file, without a hole."""
    known = [line for line in lines if line.sequence <= after]
    fold = Fold(known)
    for line in lines[len(known) :]:
        known.append(line)
        before = None
        if line.corrects is not None or profile_of(standing(known)) != fold.profile:
            before, fold = fold, Fold(known)
            changed = _difference(before.facts, fold.facts)
        else:
            changed = fold.take(line)
        for fact, number in changed.items():
            if number:
                yield fact, number, line.recorded_on


def _difference(before: "Counter[Fact]", after: "Counter[Fact]") -> "Counter[Fact]":
    difference = Counter(after)
    difference.subtract(before)
    return difference


def standing(lines: Sequence[Line]) -> list[Line]:
    """Those that were not corrected, corrections themselves aside."""
    corrected = {line.corrects for line in lines}
    return [line for line in lines if line.corrects is None and line.sequence not in corrected]


def profile_of(lines: Sequence[Line]) -> Profile:
    """As the last act that looked at the household left it."""
    if not lines:
        return UNKNOWN
    oriented = next((line for line in lines if line.kind == "orient"), lines[0])
    profiles = (line.payload["profile"] for line in reversed(lines) if line.kind in PROFILED)
    told: dict[str, Any] = next(profiles, {})
    return Profile(
        cohort=oriented.occurred_on.replace(day=1),
        household_type=told.get("type", ""),
        departure=told.get("departement", ""),
    )


# A shelter costs so much a night and a person, whoever pays: a place elsewhere does not.
PAID_BY_THE_NIGHT = {ResidentialKind.EMERGENCY, ResidentialKind.SHELTER}
STAYS, AIDS = "stays", "aids"
LINE_OF = {STAYS: "cost", AIDS: "aid"}
VALIDATED = (Stage.VALIDATION, Stage.INSTALLATION)
PROFILED = ("open", "open_apart", "open_again", "declare_eligible")


class Fold:
    """Where a file stands, and what it has counted for until then."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.facts: Counter[Fact] = Counter()
        self.reached: dict[str, date] = {}
        self._seats: dict[str, int | None] = {}
        self.proposed_to: dict[int, int] = {}
        self._adults: dict[tuple[str, int, str], list[Fact]] = {}
        self.spent: dict[tuple[str, int], tuple[Fact, int]] = {}
        self.home = Home()
        self._freed: dict[Fact, int] = {}
        self._position: tuple[Measure, str, Place] | None = None
        self.place = Place()
        self._latest = date.min
        acts = standing(lines)
        self.profile = profile_of(acts)
        for line in acts:
            self.take(line)

    def take(self, line: Line) -> Counter[Fact]:
        """Count one more act; what it changes."""
        self._changed: Counter[Fact] = Counter()
        self._latest = max(self._latest, line.occurred_on)
        self._seat(line)
        self._arrive(line)
        self._move(line)
        if (tell := TOLD.get(line.kind)) is not None:
            tell(self, line)
        for adult in line.adults:
            self._note(line, adult)
        self._free()
        self.facts.update(self._changed)
        return self._changed

    def count(
        self,
        measure: Measure,
        detail: str,
        on: date,
        *,
        value: int = 0,
        number: int = 1,
        place: Place | None = None,
    ) -> Fact:
        fact = Fact(measure, detail, value, on, place or self.place, self.profile)
        self._changed[fact] += number
        return fact

    # Where it is, and who has it

    def _seat(self, line: Line) -> None:
        """The organisations that have the file, told by whose move it was, and by passations."""
        # While a proposal waits for its answer, it is the move of a host, who holds nothing yet.
        may_wait = line.to_stage == Stage.POSITIONING and OrganisationKind.UPSTREAM in self._seats
        if line.owner_id is not None and not may_wait:
            self._seats[OWNERS[line.to_stage]] = line.owner_id
        if line.kind == "hand_over":
            self._seats[line.payload["role"]] = line.payload["receiver"]
        if line.to_standing in OPEN_STANDINGS:
            # A file that is over stays among those of the territory where it ended.
            self.place = Place(
                territory_id=line.territory_id,
                host_id=self._seats.get(OrganisationKind.HOST) if line.territory_id else None,
                upstream_id=self._seats.get(OrganisationKind.UPSTREAM),
                prescriber_id=self._seats.get(OrganisationKind.PRESCRIBER),
            )

    def _move(self, line: Line) -> None:
        position = None
        if line.to_standing in OPEN_STANDINGS:
            asleep = line.to_standing == Standing.SUSPENDED
            measure = Measure.ASLEEP if asleep else Measure.PRESENT
            position = (measure, line.to_stage, self.place)
        if position == self._position:
            return
        for where, number in ((self._position, -1), (position, 1)):
            if where is not None:
                measure, stage, place = where
                # Acts may be noted out of order: nobody leaves a stage before having come to it.
                self.count(measure, stage, self._latest, number=number, place=place)
        self._position = position

    # How far it has come

    def _arrive(self, line: Line) -> None:
        if (milestone := MILESTONE_OF_ACT.get(line.kind)) is not None:
            self.reach(milestone, line)
        arrival = MILESTONE_OF_ARRIVAL.get(line.to_stage)
        if arrival is not None and line.to_stage != line.from_stage and line.from_stage:
            self.reach(arrival, line)
        if line.kind == "answer_validation" and (line.from_stage, line.to_stage) == VALIDATED:
            self.reach(Milestone.VALIDATED, line)

    def reach(self, milestone: Milestone, line: Line) -> None:
        if milestone in self.reached:
            return
        if milestone == Milestone.SETTLED:
            # After a fast track, everyone's last yes may have come on the way.
            self.reach(Milestone.VALIDATED, line)
        self.reached[milestone] = line.occurred_on
        where = self.place
        if milestone == Milestone.PROPOSED:
            where = where._replace(territory_id=line.payload.get("territory"))
        self.count(Measure.MILESTONE, milestone, line.occurred_on, place=where)
        for span, (start, end) in SPANS.items():
            if end == milestone and start in self.reached:
                self.delay(span, self.reached[start], line.occurred_on)

    def delay(self, span: str, start: date, end: date) -> None:
        self.count(Measure.DELAY, span, end, value=max((end - start).days, 0))

    # What was noted of each adult: the last word on a point counts

    def _note(self, line: Line, adult: Adult) -> None:
        key = (adult.about, adult.person, adult.at)
        for fact in self._adults.pop(key, ()):
            self._changed[fact] -= 1
        self._adults[key] = [
            self.count(measure, detail, line.occurred_on, value=value)
            for measure, detail, value in _told_of(adult)
        ]
        if adult.about == Measure.ANSWER and adult.at == MilestoneKind.M6:
            said = dict(adult.said)
            if said["there"] == YesNoUnknown.YES:
                self.reach(Milestone.THERE_AT_M6, line)
                if said["working"] == YesNoUnknown.YES:
                    self.reach(Milestone.WORKING_AT_M6, line)

    # The nights of shelter that are no longer paid for

    def _free(self) -> None:
        """From the day they settled until they leave their home, a year at most; as those who are known
        of were lodged before."""
        freed: dict[Fact, int] = {}
        home, kind = self.home, self._shelter()
        if home.since is not None and kind and home.people:
            a_year_on = home.since + relativedelta(years=1)
            end = min(home.until or a_year_on, a_year_on)
            for on, number in ((home.since, home.people), (max(end, home.since), -home.people)):
                profile = (Measure.FREED, kind, on.day, on, home.place, self.profile)
                fact = Fact(*profile)
                freed[fact] = freed.get(fact, 0) + number
        if freed != self._freed:
            self._changed.update(freed)
            self._changed.subtract(self._freed)
            self._freed = freed

    def _shelter(self) -> str:
        """What they all were lodged in at their entry; empty when one was elsewhere, or nobody told."""
        kinds = {
            fact.detail.partition("/")[2]
            for (about, _, at), facts in self._adults.items()
            if about == Measure.LIVING and at == "entry"
            for fact in facts
            if fact.measure == Measure.LODGING
        }
        return next(iter(kinds)) if len(kinds) == 1 and kinds <= PAID_BY_THE_NIGHT else ""

    def spend(self, line: Line, what: str) -> None:
        """The last amount told of a line of costs counts, on the day when it was first told."""
        key = (what, line.payload[LINE_OF[what]])
        on = line.occurred_on
        if key in self.spent:
            fact, cents = self.spent.pop(key)
            self._changed[fact] -= cents
            on = fact.happened_on
        if cents := line.payload.get("cents", 0):
            self.spent[key] = (self.count(Measure.SPENT, what, on, number=cents), cents)


# What some acts tell besides how far the file has come


def tell_call(fold: Fold, line: Line) -> None:
    if line.payload.get("outcome") == CallOutcome.REACHED:
        fold.reach(Milestone.CALLED, line)


def tell_exit(fold: Fold, line: Line) -> None:
    told = (line.from_stage, line.payload["reason"], line.payload["decided_by"])
    fold.count(Measure.EXIT, "/".join(told), line.occurred_on)


def tell_suspend(fold: Fold, line: Line) -> None:
    detail = f"{line.from_stage}/{line.payload['reason']}"
    fold.count(Measure.SUSPENSION, detail, line.occurred_on)


def tell_propose(fold: Fold, line: Line) -> None:
    fold.proposed_to[line.payload["placement"]] = line.payload["territory"]


def tell_decline(fold: Fold, line: Line) -> None:
    """By whom it was proposed to, of the territory that was proposed."""
    proposed = fold.proposed_to.get(line.payload["placement"])
    place = fold.place._replace(territory_id=proposed, host_id=line.actor_id)
    fold.count(Measure.REFUSAL, line.payload["reason"], line.occurred_on, place=place)


def tell_miss_stay(fold: Fold, line: Line) -> None:
    fold.count(Measure.STAY_MISSED, line.payload["reason"], line.occurred_on)


def tell_find_job(fold: Fold, line: Line) -> None:
    if FIRST_JOB not in fold.reached and Milestone.ORIENTED in fold.reached:
        fold.reached[FIRST_JOB] = line.occurred_on
        fold.delay(FIRST_JOB, fold.reached[Milestone.ORIENTED], line.occurred_on)


def tell_lose(fold: Fold, line: Line) -> None:
    detail = f"{line.payload['track']}/{line.payload['reason']}"
    fold.count(Measure.LOSS, detail, line.occurred_on)


def tell_settle(fold: Fold, line: Line) -> None:
    for who in ("adults", "children"):
        if number := line.payload["profile"][who]:
            fold.count(Measure.PEOPLE, who, line.occurred_on, number=number)
    people = line.payload["profile"]["adults"] + line.payload["profile"]["children"]
    fold.home = Home(line.occurred_on, None, people, fold.place)


def tell_leave(fold: Fold, line: Line) -> None:
    fold.count(Measure.DEPARTURE, line.payload["reason"], line.occurred_on)
    fold.home = fold.home._replace(until=line.occurred_on)
    if line.to_standing == Standing.CLOSED:
        fold.count(Measure.OUTCOME, Outcome.LEFT_TERRITORY, line.occurred_on)


def tell_close(fold: Fold, line: Line) -> None:
    fold.count(Measure.OUTCOME, line.payload["outcome"], line.occurred_on)


def tell_stay_cost(fold: Fold, line: Line) -> None:
    fold.spend(line, STAYS)


def tell_aid(fold: Fold, line: Line) -> None:
    fold.spend(line, AIDS)


TOLD = {
    "log_call": tell_call,
    "exit": tell_exit,
    "suspend": tell_suspend,
    "propose_placement": tell_propose,
    "decline_placement": tell_decline,
    "cancel_stay": tell_miss_stay,
    "commit_job": tell_find_job,
    "fast_track": tell_find_job,
    "lose_track": tell_lose,
    "settle": tell_settle,
    "leave_territory": tell_leave,
    "change_territory": tell_leave,
    "close": tell_close,
    "add_cost": tell_stay_cost,
    "edit_cost": tell_stay_cost,
    "remove_cost": tell_stay_cost,
    "add_aid": tell_aid,
    "edit_aid": tell_aid,
}


def _told_of(adult: Adult) -> Iterator[tuple[Measure, str, int]]:
    """One fact for each thing said; nothing for what was not: unknown is counted by its absence."""
    for question, answer in adult.said:
        if answer in (None, ""):
            continue
        match adult.about, question:
            case Measure.LIVING, "employment":
                yield Measure.EMPLOYMENT, f"{adult.at}/{answer}", 0
            case Measure.LIVING, "lodging":
                yield Measure.LODGING, f"{adult.at}/{answer}", 0
            case Measure.LIVING, "satisfaction":
                yield Measure.CONTENT, adult.at, answer
            case Measure.REACHED, _:
                yield Measure.REACHED, answer, 0
            case about, _:
                yield about, f"{adult.at}/{question}/{answer}", 0
    if adult.about == Measure.LIVING:
        yield Measure.LIVING, f"{adult.at}/asked", 0

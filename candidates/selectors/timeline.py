"""What happened on a file, in French sentences, for one reader."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import (
    BooleanField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce, Concat

from candidates.enums import (
    Answer,
    BrakeKind,
    CallOutcome,
    DecidedBy,
    ExchangeChannel,
    InformationMode,
    Initiator,
    MilestoneKind,
    Outcome,
    Party,
    ReasonUse,
    ResidentialKind,
    Stage,
    StayCostKind,
    StayOutcome,
    Tonight,
    Track,
    VisitKind,
    WouldHire,
)
from candidates.models import Note, Parcours, ParcoursEvent, Reason
from candidates.selectors.news import news_label
from emile.core.models import ReadLog
from emile.core.templatetags.emile import day, short_day
from operators.actors import Actor
from operators.models import Organisation, User


# Pages read one after the other are one visit.
ONE_VISIT = timedelta(minutes=30)
# The code that each kind of act leaves in its payload, told in words.
DETAILS: dict[str, Callable[[dict[str, Any]], str]] = {
    "log_call": lambda payload: CallOutcome(payload["outcome"]).label,
    "record_attendance": lambda payload: (
        InformationMode(payload["mode"]).label
        if payload["was_present"]
        else "le ménage n’est pas venu"
    ),
    "answer_household": lambda payload: Answer(payload["answer"]).label,
    "answer_validation": lambda payload: _answers(payload),
    "add_visit": lambda payload: VisitKind(payload["kind"]).label.lower(),
    "edit_visit": lambda payload: VisitKind(payload["kind"]).label.lower(),
    "remove_visit": lambda payload: VisitKind(payload["kind"]).label.lower(),
    "add_cost": lambda payload: StayCostKind(payload["kind"]).label.lower(),
    "edit_cost": lambda payload: StayCostKind(payload["kind"]).label.lower(),
    "remove_cost": lambda payload: StayCostKind(payload["kind"]).label.lower(),
    "add_brake": lambda payload: BrakeKind(payload["kind"]).label.lower(),
    "resolve_brake": lambda payload: BrakeKind(payload["kind"]).label.lower(),
    "report_stay": lambda payload: StayOutcome(payload["outcome"]).label,
    "report_employer": lambda payload: WouldHire(payload["would_hire"]).label.lower(),
    "grant_derogation": lambda payload: Track(payload["track"]).label,
    "visit": lambda payload: MilestoneKind(payload["milestone"]).label,
    "miss_visit": lambda payload: MilestoneKind(payload["milestone"]).label,
    "extend_follow_up": lambda payload: (
        f"jusqu’au {short_day(date.fromisoformat(payload['until']))}"
    ),
    "ask_news": lambda payload: _news(payload),
    "lose_track": lambda payload: Track(payload["track"]).label,
    "fast_track": lambda payload: f"début le {short_day(date.fromisoformat(payload['starts_on']))}",
    "close": lambda payload: Outcome(payload["outcome"]).label,
    "note": lambda payload: _exchange(payload),
    "lose_shelter": lambda payload: _lowered(Tonight(payload["tonight"]).label),
    "find_shelter": lambda payload: _lowered(ResidentialKind(payload["kind"]).label),
    "suspend": lambda payload: f"à revoir le {short_day(date.fromisoformat(payload['review_on']))}",
    "hand_over": lambda payload: _decided(payload),
    "exit": lambda payload: f"décision\u00a0: {_lowered(DecidedBy(payload['decided_by']).label)}",
}
# The acts that give one of the coordinator's reasons, by its code.
REASON_USES = {
    "suspend": ReasonUse.SUSPENSION,
    "exit": ReasonUse.EXIT,
    "decline_placement": ReasonUse.DECLINE,
    "withdraw_placement": ReasonUse.WITHDRAWAL,
    "answer_validation": ReasonUse.REFUSAL,
    "cancel_stay": ReasonUse.STAY_NOT_HELD,
    "lose_track": ReasonUse.TRACK_LOST,
    "move_date": ReasonUse.DATE_SLIP,
    "miss_visit": ReasonUse.VISIT_MISSED,
    "leave_territory": ReasonUse.LEAVE_TERRITORY,
    "change_territory": ReasonUse.LEAVE_TERRITORY,
    "reschedule_stay": ReasonUse.STAY_NOT_HELD,
}


def _answers(payload: dict[str, Any]) -> str:
    """One line per party: one adult's no is the household's."""
    said: dict[str, bool] = {}
    for party, agrees in payload["answers"]:
        label = "Ménage" if party == Party.ADULT else Party(party).label
        said[label] = agrees and said.get(label, True)
    return "\u00a0; ".join(
        f"{label}, {'d’accord' if agrees else 'pas d’accord'}" for label, agrees in said.items()
    )


def _decided(payload: dict[str, Any]) -> str:
    """Of a passation; empty when it was decided and done at once."""
    if "decided_on" not in payload:
        return ""
    return f"selon la décision du {short_day(date.fromisoformat(payload['decided_on']))}"


def _news(payload: dict[str, Any]) -> str:
    when = news_label(MilestoneKind(payload["milestone"]))
    return when if payload["was_answered"] else f"{when}, sans réponse"


def _exchange(payload: dict[str, Any]) -> str:
    reached = {True: "personne jointe", False: "personne non jointe", None: ""}
    initiator = payload["initiated_by"]
    parts = [
        ExchangeChannel(payload["channel"]).label.lower(),
        _lowered(Initiator(initiator).label) if initiator else "",
        reached[payload["was_reached"]],
    ]
    return ", ".join(filter(None, parts))


@dataclass(frozen=True, slots=True)
class Entry:
    """One act as the timeline tells it. ``moved_to`` names the stage it led to, when it did;
    ``corrected`` says when and by whom, when it was."""

    sequence: int
    on: date
    title: str
    who: str
    subject: str
    text: str
    next_step: str
    moved_to: str
    corrected: str
    is_correctable: bool
    is_new: bool


def timeline(
    *,
    actor: Actor,
    parcours: Parcours,
    acts: Mapping[str, str],
    now: datetime,
    limit: int = 100,
) -> list[Entry]:
    """The latest acts first, with the notes that this reader may read. Three queries at most.

    ``acts`` says how each kind of act is told. New is what others wrote since this reader's last
    visit to the file; on a first visit nothing is.
    """
    events = list(_events(actor, parcours, now)[:limit])
    notes = Note.objects.visible_to(actor).filter(parcours=parcours)
    written = {note.event_id: note for note in notes}
    reasons = _reasons() if any(event.kind in REASON_USES for event in events) else {}
    withdrawn = _withdrawn(events)
    readable = [None if one.sequence in withdrawn else written.get(one.pk) for one in events]
    corrections = {event.corrects_id: event for event in events if event.corrects_id}
    return [
        Entry(
            sequence=event.sequence,
            on=event.occurred_on,
            title=title_of(event, acts, reasons, reader=actor),
            who=who_did(event),
            subject=note.subject if note else "",
            text=note.text if note else "",
            next_step=_next_step(note) if note else "",
            moved_to=Stage(event.to_stage).label if event.to_stage != event.from_stage else "",
            corrected=_corrected(corrections.get(event.pk)),
            is_correctable=event.is_correctable,
            is_new=event.is_new,
        )
        for event, note in zip(events, readable, strict=True)
    ]


def _events(actor: Actor, parcours: Parcours, now: datetime) -> QuerySet[Any]:
    visits = ReadLog.objects.filter(user_id=actor.user_id, household_id=parcours.household_id)
    last_visit = visits.filter(read_at__lt=now - ONE_VISIT).order_by("-read_at").values("read_at")
    is_of_others = ~Q(actor_user_id=actor.user_id) | Q(actor_user_id=None)
    correctable = ParcoursEvent.objects.correctable_by(actor).filter(pk=OuterRef("pk"))
    return (
        with_authors(ParcoursEvent.objects.visible_to(actor).filter(parcours=parcours))
        .annotate(
            corrected_by=F("correction"),
            is_correctable=Exists(correctable),
            is_new=Coalesce(
                ExpressionWrapper(
                    is_of_others & Q(recorded_at__gt=Subquery(last_visit[:1])), BooleanField()
                ),
                Value(False),
            ),
        )
        .order_by("-sequence")
    )


def with_authors(events: QuerySet[Any]) -> QuerySet[Any]:
    """With who acted, by name: the journal holds ids, which outlive the people."""
    people = User.objects.filter(pk=OuterRef("actor_user_id"))
    bodies = Organisation.objects.filter(pk=OuterRef("actor_organisation_id"))
    return events.annotate(
        person=Subquery(people.values(name=Concat("first_name", Value(" "), "last_name"))),
        body=Subquery(bodies.values("name")),
    )


def who_did(event: Any) -> str:
    """Expects ``with_authors()``."""
    return ", ".join(filter(None, (event.person, event.body))) or "La plateforme"


def _withdrawn(events: Sequence[Any]) -> set[int]:
    """The exchanges that are not read any more, by sequence; ``events`` come the latest first.

    One was noted by mistake, maybe on the wrong file. One that its author wrote again stays, for
    those who may read what it has become.
    """
    withdrawn, rewritten = set(), set()
    for event in events:
        if event.corrected_by is not None and event.sequence not in rewritten:
            withdrawn.add(event.sequence)
        elif "rewrites" in event.payload:
            rewritten.add(event.payload["rewrites"])
    return withdrawn.intersection(event.sequence for event in events if event.kind == "note")


def _corrected(correction: Any) -> str:
    """« Corrigé le … par … »; empty when the act was not."""
    if correction is None:
        return ""
    return f"Corrigé le {short_day(correction.occurred_on)} par {who_did(correction)}"


def _next_step(note: Note) -> str:
    return f"{note.next_step}, pour le {day(note.next_on)}" if note.next_on else note.next_step


def _reasons() -> dict[tuple[str, str], str]:
    """The labels of the coordinator's lists, retired ones included; the latest wording wins."""
    rows = Reason.objects.order_by("since", "pk").values_list("use", "code", "label")
    return {(use, code): label for use, code, label in rows}


def title_of(
    event: ParcoursEvent,
    acts: Mapping[str, str],
    reasons: Mapping[tuple[str, str], str],
    *,
    reader: Actor,
) -> str:
    payload, details = event.payload, []
    if event.kind == "correct":
        details.append(_lowered(acts[payload["kind"]]))
    if event.kind in REASON_USES and "reason" in payload:
        details.append(reasons.get((REASON_USES[event.kind], payload["reason"]), ""))
    if event.kind in DETAILS and _may_be_told(event, reader):
        details.append(DETAILS[event.kind](payload))
    told = ", ".join(filter(None, details))
    return f"{acts[event.kind]}\u00a0: {told}" if told else acts[event.kind]


def _may_be_told(event: ParcoursEvent, reader: Actor) -> bool:
    """What each adult answered stays with the team that noted it; one no is the household's."""
    return (
        event.kind != "answer_household"
        or event.payload["answer"] == Answer.NO
        or event.actor_organisation_id == reader.organisation_id
    )


def _lowered(text: str) -> str:
    return text[0].lower() + text[1:]

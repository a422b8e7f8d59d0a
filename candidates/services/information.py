"""Telling a household what the programme is: in a meeting, one to one, or by phone."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

from django.db import transaction

from candidates.enums import InformationMode
from candidates.models import Attendance, InformationSession, Parcours, counts_q
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.workflow import TransitionRefused
from operators.actors import Actor


@transaction.atomic
def plan_session(
    *, actor: Actor, held_on: date, place: str, starts_at: time | None = None
) -> InformationSession:
    """A meeting to come, or one that was held and is noted afterwards. Raises ValidationError."""
    session = InformationSession(
        organisation_id=actor.organisation_id, held_on=held_on, starts_at=starts_at, place=place
    )
    session.full_clean()
    session.save()
    return session


@transaction.atomic
def record_attendance(
    *,
    actor: Actor,
    parcours: Parcours,
    mode: InformationMode,
    was_present: bool,
    on: date,
    now: datetime,
    session: InformationSession | None = None,
) -> Parcours:
    """A household that was informed goes on to its diagnosis; another one waits for its turn."""
    with PARCOURS_WORKFLOW.perform(
        "record_attendance", parcours, actor=actor, on=on, now=now
    ) as act:
        if session and _is_noted(act.subject, session):
            raise TransitionRefused(
                "La présence de ce ménage à cette réunion est déjà notée.", code="noted"
            )
        Attendance.objects.create(
            event_id=act.entry_id,
            parcours=act.subject,
            session=session,
            mode=mode,
            was_present=was_present,
        )
        act.payload |= {
            "mode": mode,
            "was_present": was_present,
            "session": session.pk if session else None,
        }
    return act.subject


def _is_noted(parcours: Parcours, session: InformationSession) -> bool:
    return Attendance.objects.filter(counts_q(), parcours=parcours, session=session).exists()


@dataclass(frozen=True, slots=True)
class LeftAside:
    """The files of a sheet that stay as they are: somebody else noted them, or they have moved."""

    noted: list[Parcours] = field(default_factory=list)
    moved: list[Parcours] = field(default_factory=list)


@transaction.atomic
def record_presences(
    *, actor: Actor, session: InformationSession, presences: Mapping[Parcours, bool], now: datetime
) -> LeftAside:
    """The whole sheet of a meeting; one file that can't be noted does not hold back the others."""
    aside = LeftAside()
    # Always in the same order: two sheets saved at once wait for each other instead of blocking.
    for parcours in sorted(presences, key=lambda one: one.pk):
        try:
            record_attendance(
                actor=actor,
                parcours=parcours,
                session=session,
                mode=InformationMode.SESSION,
                was_present=presences[parcours],
                on=session.held_on,
                now=now,
            )
        except TransitionRefused as refusal:
            # Noted as present, the file has moved too: what was noted says it better.
            if refusal.code == "noted" or _is_noted(parcours, session):
                aside.noted.append(parcours)
            elif refusal.code == "state":
                aside.moved.append(parcours)
            else:
                raise
    return aside


@transaction.atomic
def begin_diagnosis(
    *, actor: Actor, parcours: Parcours, on: date, now: datetime, reason: str = ""
) -> Parcours:
    """Go on before any information was given. Raises ReasonNeeded."""
    with PARCOURS_WORKFLOW.perform(
        "begin_diagnosis", parcours, actor=actor, on=on, now=now, reason=reason
    ) as act:
        pass
    return act.subject

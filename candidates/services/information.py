"""Telling a household what the programme is, and meeting it at the other events."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from django.db import transaction
from django.utils import timezone

from candidates.enums import InformationMode, InvitationAnswer
from candidates.models import (
    Attendance,
    EventKind,
    InformationSession,
    InvitationReply,
    Parcours,
    SessionInvitation,
    counts_q,
)
from candidates.notifications import moments as letters
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.context import database_context, system
from emile.core.errors import DomainError
from emile.core.workflow import ReasonNeeded, TransitionRefused
from operators.actors import Actor


class SessionRefused(DomainError):
    """``code`` is ``cancelled`` or ``held``."""


@transaction.atomic
def plan_session(
    *,
    actor: Actor,
    held_on: date,
    place: str = "",
    link: str = "",
    kind: EventKind | None = None,
    title: str = "",
    starts_at: time | None = None,
    ends_at: time | None = None,
    capacity: int | None = None,
    now: datetime,
) -> InformationSession:
    """A meeting to come, or one that was held and is noted afterwards. Raises ValidationError.

    Of the mandatory kind unless another is said.
    """
    session = InformationSession(
        organisation_id=actor.organisation_id,
        kind=kind or EventKind.objects.on(held_on).get(is_mandatory=True),
        title=title,
        held_on=held_on,
        starts_at=starts_at,
        ends_at=ends_at,
        place=place,
        link=link,
        capacity=capacity,
    )
    session.full_clean()
    session.save()
    letters.tell_session(session, actor=actor, now=now)
    return session


@transaction.atomic
def cancel_session(
    *, actor: Actor, session: InformationSession, now: datetime
) -> InformationSession:
    """The households that were invited wait again, and are told. Raises SessionRefused once somebody was noted."""
    mine = InformationSession.objects.select_for_update().visible_to(actor)
    current: InformationSession = mine.get(pk=session.pk)
    if current.cancelled_on:
        raise SessionRefused("Cette réunion est déjà annulée.", code="cancelled")
    if Attendance.objects.filter(counts_q(), session=current).exists():
        raise SessionRefused(
            "Des présences sont déjà notées à cette réunion\u00a0: elle a donc eu lieu.",
            code="held",
        )
    current.cancelled_on = timezone.localdate(now)
    current.save(update_fields=["cancelled_on"])
    with database_context(system("réunion annulée")):
        letters.tell_session_cancelled(current, actor=actor, now=now)
    return current


@transaction.atomic
def invite_to_session(
    *,
    actor: Actor,
    parcours: Parcours,
    session: InformationSession,
    on: date,
    now: datetime,
    reason: str = "",
) -> Parcours:
    """Raises ReasonNeeded when no seat is left, TransitionRefused when it is invited already."""
    # Two invitations at once count each other.
    current = InformationSession.objects.select_for_update().get(pk=session.pk)
    if current.cancelled_on:
        raise SessionRefused("Cette réunion est annulée.", code="cancelled")
    with PARCOURS_WORKFLOW.perform(
        "invite_to_session", parcours, actor=actor, on=on, now=now, reason=reason
    ) as act:
        invited = SessionInvitation.objects.standing().filter(session=session, parcours=act.subject)
        if invited.exists():
            raise TransitionRefused("Ce ménage est déjà invité à cette réunion.", code="invited")
        SessionInvitation.objects.create(
            event_id=act.entry_id, parcours=act.subject, session=session
        )
        act.payload["session"] = session.pk
    letters.tell_invited(act, current)
    return act.subject


@transaction.atomic
def invite_households(
    *,
    actor: Actor,
    session: InformationSession,
    households: Iterable[Parcours],
    now: datetime,
    on: date,
    reason: str = "",
) -> int:
    """All of them, or none when a reason is needed. How many were invited: those that somebody else
    invited meanwhile are left as they are."""
    invited = 0
    for parcours in sorted(households, key=lambda one: one.pk):
        try:
            invite_to_session(
                actor=actor, parcours=parcours, session=session, on=on, now=now, reason=reason
            )
        except ReasonNeeded:
            raise
        except TransitionRefused as refusal:
            if refusal.code not in {"invited", "state"}:
                raise
        else:
            invited += 1
    return invited


@transaction.atomic
def answer_invitation(
    *,
    actor: Actor,
    parcours: Parcours,
    invitation: SessionInvitation,
    answer: InvitationAnswer,
    on: date,
    now: datetime,
) -> Parcours:
    with PARCOURS_WORKFLOW.perform(
        "answer_invitation", parcours, actor=actor, on=on, now=now
    ) as act:
        InvitationReply.objects.create(event_id=act.entry_id, invitation=invitation, answer=answer)
        act.payload |= {"answer": answer, "session": invitation.session_id}
    letters.tell_invited(act, invitation.session)
    return act.subject


@transaction.atomic
def attend_event(
    *,
    actor: Actor,
    parcours: Parcours,
    session: InformationSession,
    was_present: bool,
    on: date,
    now: datetime,
) -> Parcours:
    """A workshop, a visit, a forum: the file stays where it is."""
    with PARCOURS_WORKFLOW.perform("attend_event", parcours, actor=actor, on=on, now=now) as act:
        if _is_noted(act.subject, session):
            raise TransitionRefused(
                "La présence de ce ménage à cet événement est déjà notée.", code="noted"
            )
        Attendance.objects.create(
            event_id=act.entry_id,
            parcours=act.subject,
            session=session,
            mode=InformationMode.SESSION,
            was_present=was_present,
        )
        act.payload |= {"was_present": was_present, "session": session.pk}
    return act.subject


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
            _note_presence(actor, session, parcours, presences[parcours], now)
        except TransitionRefused as refusal:
            # Noted as present, the file has moved too: what was noted says it better.
            if refusal.code == "noted" or _is_noted(parcours, session):
                aside.noted.append(parcours)
            elif refusal.code == "state":
                aside.moved.append(parcours)
            else:
                raise
    return aside


def _note_presence(
    actor: Actor, session: InformationSession, parcours: Parcours, was_present: bool, now: datetime
) -> None:
    told: dict[str, Any] = {"was_present": was_present, "on": session.held_on, "now": now}
    if session.informs:
        record_attendance(
            actor=actor, parcours=parcours, session=session, mode=InformationMode.SESSION, **told
        )
    else:
        attend_event(actor=actor, parcours=parcours, session=session, **told)


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

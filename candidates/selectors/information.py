"""The meetings of an upstream operator: who may come, who is invited, who came."""

from dataclasses import dataclass
from datetime import date

from candidates.enums import WORKING_STANDINGS, InvitationAnswer, Stage
from candidates.models import (
    Attendance,
    InformationSession,
    Parcours,
    SessionInvitation,
    counts_q,
)
from candidates.models.parcours import ParcoursQuerySet
from operators.actors import Actor


# Other events than the information may be attended up to the positioning.
EVENT_STAGES = (Stage.INFORMATION, Stage.DIAGNOSIS, Stage.PREPARATION, Stage.POSITIONING)


@dataclass(frozen=True, slots=True)
class Guest:
    """A household that may still be noted; ``invitation`` is None when nobody asked it to come."""

    parcours: Parcours
    invitation: SessionInvitation | None

    @property
    def answer(self) -> str:
        """What is known of its coming, "" when it was not invited."""
        if self.invitation is None:
            return ""
        told = self.invitation.answer  # type: ignore[attr-defined]
        return InvitationAnswer(told).label if told else "Invitation sans réponse"


@dataclass(frozen=True, slots=True)
class Sheet:
    """``waiting`` may still be noted, the invited first; ``noted`` were, with their answer."""

    session: InformationSession
    is_open: bool
    waiting: list[Guest]
    noted: list[Attendance]
    seated: int

    @property
    def seats_left(self) -> int | None:
        """None when seats are not counted; negative once there are too many."""
        return None if self.session.capacity is None else self.session.capacity - self.seated


def attendance_sheet(*, actor: Actor, session: InformationSession, today: date) -> Sheet:
    """For the information, every household that waits for it; elsewhere, those that were invited.

    The sheet opens that day. Those that opened a file later could not come.
    """
    noted = Attendance.objects.filter(counts_q(), session=session)
    invitations = {
        one.parcours_id: one for one in SessionInvitation.objects.standing().filter(session=session)
    }
    possible = _possible(actor, session).exclude(pk__in=noted.values("parcours"))
    if not session.informs:
        possible = possible.filter(pk__in=invitations)
    guests = [
        Guest(parcours, invitations.get(parcours.pk))
        for parcours in possible.for_list().order_by("stage_since", "pk")
    ]
    mine = Parcours.objects.visible_to(actor)
    answers = (
        noted.filter(parcours__in=mine)
        .select_related("parcours__household")
        .prefetch_related("parcours__household__members__person")
    )
    return Sheet(
        session=session,
        is_open=session.held_on <= today and session.cancelled_on is None,
        waiting=sorted(guests, key=lambda guest: guest.invitation is None),
        noted=list(answers.order_by("-was_present", "parcours")),
        seated=sum(one.answer != InvitationAnswer.NOT_COMING for one in invitations.values()),  # type: ignore[attr-defined]
    )


def _possible(actor: Actor, session: InformationSession) -> ParcoursQuerySet:
    stages = [Stage.INFORMATION] if session.informs else EVENT_STAGES
    return Parcours.objects.visible_to(actor).filter(
        stage__in=stages, standing__in=WORKING_STANDINGS, opened_on__lte=session.held_on
    )


def to_invite(*, actor: Actor, session: InformationSession) -> list[Parcours]:
    """The households that may come and were not asked yet, the one that waits longest first."""
    invited = SessionInvitation.objects.standing().filter(session=session)
    noted = Attendance.objects.filter(counts_q(), session=session)
    possible = (
        _possible(actor, session)
        .exclude(pk__in=invited.values("parcours"))
        .exclude(pk__in=noted.values("parcours"))
    )
    return list(possible.for_list().order_by("stage_since", "pk"))


def invitations_of(parcours: Parcours) -> list[SessionInvitation]:
    """The meetings that the household is invited to and that it was not noted at. One query."""
    noted = Attendance.objects.filter(counts_q(), parcours=parcours, session__isnull=False)
    waiting = SessionInvitation.objects.standing().filter(parcours=parcours)
    return list(
        waiting.exclude(session__in=noted.values("session"))
        .select_related("session__kind")
        .order_by("session__held_on", "pk")
    )

"""What goes into the calendar of those concerned: who they are, and what each may read of it. A
reference at most for a team, nothing of the household for the household itself, and never what a
meeting is about.

Each function says what is true once its act is done; nothing is written when that changes nothing.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.utils import timezone

from candidates.models import (
    Appointment,
    ImmersionStay,
    InformationSession,
    MilestoneVisit,
    MissedVisit,
    Parcours,
    ParcoursEvent,
    SessionInvitation,
    counts_q,
)
from candidates.notifications.calendars import (
    HOUSEHOLD,
    Cause,
    Happening,
    Reader,
    keep_up,
)
from candidates.notifications.texts import forget_recalled, text_cancelled, texts_about, unsay_stay
from candidates.selectors.agenda import (
    appointment_moment,
    session_moment,
    stay_moments,
    visit_moment,
    visits_to_be_at,
)
from candidates.selectors.holders import holders_of
from candidates.selectors.reached import safe_emails, safe_mobiles
from emile.core.agenda import Moment
from emile.core.context import database_context, system
from emile.core.emails import absolute
from emile.core.models import OutboxMessage
from emile.core.outbox import take_back
from emile.core.workflow import Act
from operators.actors import Actor
from operators.enums import OrganisationKind
from operators.models import Organisation, User
from operators.selectors import addresses, reached_for


# One letter tells the lines that were written within the hour.
PAUSE = timedelta(hours=1)
SESSION_ACTS = ("invite_to_session", "answer_invitation")
STAY_ACTS = ("plan_stay", "edit_stay", "reschedule_stay", "cancel_stay")
VISIT_ACTS = ("miss_visit", "visit")
# Those by which a project, or a file, comes to its end.
ENDS = ("answer_household", "answer_validation", "return_to_preparation", "fast_track", "exit")


def tell_appointment(act: Act[Parcours], appointment: Appointment) -> None:
    """To the household, where a message is safe, and to whoever expects it unless they noted it."""
    worker, organisation_id = appointment.worker, appointment.organisation_id
    moment = appointment_moment(appointment)
    reminded = set()
    if not appointment.is_planned:
        # Those who read a reminder are told too, on the way that reached them if it is still safe.
        mobiles = safe_mobiles(act.subject, timezone.localdate(act.now))
        for text in take_back(texts_about(appointment), now=act.now):
            reminded.add(text.recipient)
            if text.recipient in mobiles:
                text_cancelled(act, appointment, text.recipient)
    team = Reader(worker.email, organisation_id, [moment], is_author=worker.pk == act.actor.user_id)
    for_household = [appointment_moment(appointment, to_household=True)]
    keep_up(
        Happening(
            kind="appointment",
            key=moment.key,
            readers=[*_household(act, organisation_id, for_household), team],
            takes_place=appointment.is_planned,
            link=moment.url,
            reminded=frozenset(reminded),
        ),
        _cause(act),
    )


def tell_invited(act: Act[Parcours], session: InformationSession) -> None:
    """To a household that is expected at a meeting, and to one that is not any more."""
    seated = SessionInvitation.objects.seated().filter(session=session, parcours=act.subject)
    _keep_up_guest(
        act.subject,
        session,
        _household(
            act,
            session.organisation_id,
            [session_moment(session, to_household=act.subject.household)],
        ),
        takes_place=seated.exists(),
        cause=_cause(act),
    )


def tell_session(session: InformationSession, *, actor: Actor, now: datetime) -> None:
    """To the staff that holds a meeting, whoever noted it aside."""
    moment = session_moment(session)
    me = _email_of(actor.user_id)
    keep_up(
        Happening(
            kind="session",
            key=moment.key,
            readers=[
                Reader(address, session.organisation_id, [moment], is_author=address == me)
                for address in addresses(session.organisation)
            ],
            takes_place=session.cancelled_on is None,
            link=moment.url,
        ),
        Cause(key="cancelled" if session.cancelled_on else "planned", now=now),
    )


def tell_session_cancelled(session: InformationSession, *, actor: Actor, now: datetime) -> None:
    """To its staff and to the households that were expected, those whose file has passed to another
    operator since included: the caller speaks as the platform."""
    tell_session(session, actor=actor, now=now)
    key = session_moment(session).key
    told = OutboxMessage.objects.filter(key__startswith=f"{key}:{HOUSEHOLD}:")
    files = Parcours.objects.filter(pk__in=list(told.values_list("parcours_id", flat=True)))
    for parcours in files.select_related("household").order_by("pk"):
        moment = session_moment(session, to_household=parcours.household)
        safe = safe_emails(parcours, session.cancelled_on or session.held_on)
        _keep_up_guest(
            parcours,
            session,
            [Reader(one, session.organisation_id, [moment], is_household=True) for one in safe],
            takes_place=False,
            cause=Cause(key="cancelled", now=now, parcours=parcours),
        )


def tell_stay(act: Act[Parcours], stay: ImmersionStay, *, line_by_line: bool = False) -> None:
    """To the household, to whoever follows it upstream and to whoever welcomes it; its visits to those
    who are at them.

    A programme is written ``line_by_line``: its letter waits for those that follow, as long as the stay
    is not for tomorrow.
    """
    parcours, host_id = act.subject, stay.placement.host_id
    # The household, read once.
    stay.parcours = parcours
    takes_place = _takes_place(act, stay)
    if not line_by_line:
        unsay_stay(act, stay, takes_place=takes_place)
    visits = visits_to_be_at(stay)
    is_near = stay.first_day <= timezone.localdate(act.now) + timedelta(days=1)
    hosts = list(stay_moments(stay, visits, to_household=False))
    guests = list(stay_moments(stay, visits, to_household=True))
    readers = _household(act, host_id, guests)
    readers += _team(act, host_id, parcours.owner_user_id, hosts)
    for upstream_id in holders_of(parcours.pk, [OrganisationKind.UPSTREAM]):
        readers += _team(act, upstream_id, parcours.lead_worker_id, hosts[:1])
    keep_up(
        Happening(
            kind="stay",
            key=hosts[0].key,
            readers=readers,
            takes_place=takes_place,
            link=absolute(parcours.get_absolute_url()),
            send_after=act.now + PAUSE if line_by_line and not is_near else None,
        ),
        _cause(act),
    )


def tell_stays_without_project(act: Act[Parcours]) -> None:
    """The days that were ahead are not any more: the project has come to its end, or the file has."""
    forget_recalled(act.subject, act.now)
    for stay in _stays_ahead(act):
        if not _takes_place(act, stay):
            tell_stay(act, stay)


def tell_visit(act: Act[Parcours], milestone: str) -> None:
    """Of the day that was said when a follow-up visit had failed; not any more once it took place."""
    parcours = act.subject
    told = {"parcours": parcours, "milestone": milestone}
    missed = MissedVisit.objects.filter(counts_q(), **told).order_by("-event_id").first()
    host_id = parcours.owner_organisation_id or act.actor.organisation_id
    guests, hosts = (
        [visit_moment(parcours, milestone, missed.next_on, to_household=which)] if missed else []
        for which in (True, False)
    )
    keep_up(
        Happening(
            kind="visit",
            key=f"follow-up-{parcours.public_id}-{milestone}",
            readers=[
                *_household(act, host_id, guests),
                *_team(act, host_id, parcours.owner_user_id, hosts),
            ],
            takes_place=missed is not None
            and not MilestoneVisit.objects.filter(counts_q(), **told).exists(),
            link=absolute(parcours.get_absolute_url()),
        ),
        _cause(act),
    )


def tell_hidden(act: Act[Parcours]) -> None:
    """The household hides from now on: nothing that waits says where it goes, and its own calendars
    forget it."""
    parcours, today = act.subject, timezone.localdate(act.now)
    forget_recalled(parcours, act.now)
    with database_context(system("ménage qui ne doit pas être retrouvé")):
        for appointment in parcours.appointments.planned().filter(starts_at__gt=act.now):
            appointment.parcours = parcours
            moment = appointment_moment(appointment, to_household=True)
            _keep_up_household(act, "appointment", appointment.organisation_id, [moment])
        for stay in _stays_ahead(act):
            stay.parcours = parcours
            moments = list(stay_moments(stay, visits_to_be_at(stay), to_household=True))
            _keep_up_household(act, "stay", stay.placement.host_id, moments)
        seated = SessionInvitation.objects.seated().filter(
            parcours=parcours, session__held_on__gte=today
        )
        for invitation in seated.select_related("session__kind"):
            moment = session_moment(invitation.session, to_household=parcours.household)
            _keep_up_household(act, "session", invitation.session.organisation_id, [moment])


def _keep_up_household(
    act: Act[Parcours], kind: str, organisation_id: int, moments: Sequence[Moment]
) -> None:
    keep_up(
        Happening(
            kind=kind,
            key=moments[0].key,
            readers=_household(act, organisation_id, moments),
            takes_place=True,
            link=absolute(act.subject.get_absolute_url()),
            is_for_household=True,
        ),
        _cause(act),
    )


def tell_corrected(act: Act[Parcours], event: ParcoursEvent) -> None:
    """What the calendars hold is what was true before the act that was taken back."""
    if event.kind in SESSION_ACTS:
        tell_invited(act, InformationSession.objects.get(pk=event.payload["session"]))
    elif event.kind in STAY_ACTS:
        stays = ImmersionStay.objects.select_related("placement__territory")
        tell_stay(act, stays.get(pk=event.payload["stay"]))
    elif event.kind in VISIT_ACTS:
        tell_visit(act, event.payload["milestone"])
    elif event.kind in ENDS:
        for stay in _stays_ahead(act):
            tell_stay(act, stay)


def _cause(act: Act[Parcours]) -> Cause:
    return Cause(key=act.entry_id, now=act.now, parcours=act.subject, act_id=act.entry_id)


def _takes_place(act: Act[Parcours], stay: ImmersionStay) -> bool:
    return stay.is_open and act.subject.is_open


def _stays_ahead(act: Act[Parcours]) -> list[ImmersionStay]:
    """Read as the platform: the act may have closed the file to whoever did it."""
    today = timezone.localdate(act.now)
    with database_context(system("séjours dans les agendas")):
        ahead = act.subject.stays.planned().filter(days__endswith__gt=today)
        return list(ahead.select_related("placement__territory").order_by("pk"))


def _keep_up_guest(
    parcours: Parcours,
    session: InformationSession,
    readers: Sequence[Reader],
    *,
    takes_place: bool,
    cause: Cause,
) -> None:
    keep_up(
        Happening(
            kind="session",
            key=session_moment(session).key,
            readers=readers,
            takes_place=takes_place,
            link=absolute(parcours.get_absolute_url()),
        ),
        cause,
    )


def _household(act: Act[Parcours], organisation_id: int, moments: Sequence[Moment]) -> list[Reader]:
    return [
        Reader(address, organisation_id, moments, is_household=True)
        for address in safe_emails(act.subject, act.occurred_on)
    ]


def _team(
    act: Act[Parcours], organisation_id: int, user_id: int | None, moments: Sequence[Moment]
) -> list[Reader]:
    """Whoever of that organisation has the file in hand, or whoever stands in; all of it when nobody
    does, unless it is one of them who notes it."""
    is_mine = organisation_id == act.actor.organisation_id
    people = reached_for(organisation_id, user_id, act.occurred_on) if user_id else []
    if people:
        me = _email_of(act.actor.user_id) if is_mine else ""
        return [Reader(one, organisation_id, moments, is_author=one == me) for one in people]
    found = addresses(Organisation.objects.get(pk=organisation_id))
    return [Reader(one, organisation_id, moments, is_author=is_mine) for one in found]


def _email_of(user_id: int | None) -> str:
    """Of nobody when it is the platform that acts."""
    if user_id is None:
        return ""
    return User.objects.values_list("email", flat=True).get(pk=user_id)

"""What a person has to be at, for their calendar: no name, no address of anybody, and of a household
that hides nothing of where it goes: other companies keep calendars."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Q

from candidates.enums import Stage, VisitKind
from candidates.models import (
    Appointment,
    Household,
    ImmersionStay,
    InformationSession,
    Parcours,
    StayVisit,
)
from emile.core.agenda import Moment
from emile.core.emails import absolute
from operators.actors import Actor


# What is over stays a while, for whoever looks back.
BEFORE = timedelta(days=60)
# Nobody says how long these last.
USUAL_LENGTH = timedelta(hours=1)
PARIS = ZoneInfo(settings.TIME_ZONE)


def agenda_of(actor: Actor, today: date) -> Iterator[Moment]:
    """One's appointments, the events of one's organisation, the stays and the follow-up visits of
    the files that it or oneself has in hand. Four queries."""
    since = today - BEFORE
    yield from _appointments(actor, since)
    sessions = InformationSession.objects.visible_to(actor).ahead_of(since)
    for session in sessions.select_related("kind"):
        yield session_moment(session)
    yield from _stays(actor, since)
    yield from _visits(actor)


def session_moment(session: InformationSession, *, to_household: Household | None = None) -> Moment:
    """A household reads neither the title, which may say what it is about, nor where when it hides."""
    starts, ends = session.starts_at, session.ends_at
    whole_day = session.held_on
    at = datetime.combine(session.held_on, starts, PARIS) if starts else None
    until = datetime.combine(session.held_on, ends, PARIS) if ends else None
    hides = to_household is not None and to_household.hides_whereabouts
    title = "Réunion d’information" if session.informs else "Rencontre collective"
    return Moment(
        key=f"session-{session.public_id}",
        title=title if to_household else session.name,
        starts=at or whole_day,
        ends=(until or at + USUAL_LENGTH) if at else whole_day,
        place="" if hides else session.place or session.link,
        url="" if to_household else absolute(session.get_absolute_url()),
    )


def stay_moment(stay: ImmersionStay, *, to_household: bool) -> Moment:
    household = stay.parcours.household
    told = [] if to_household else [household.reference]
    if not household.hides_whereabouts:
        told.append(stay.placement.territory.name)
    about = f"\u00a0: {', '.join(told)}" if told else ""
    return Moment(
        key=f"stay-{stay.public_id}",
        title=f"Séjour d’immersion{about}",
        starts=stay.first_day,
        ends=stay.last_day,
        url="" if to_household else absolute(stay.parcours.get_absolute_url()),
    )


def visits_to_be_at(stay: ImmersionStay) -> list[StayVisit]:
    """In their order; free time is nobody's appointment."""
    kept = stay.visits.kept().exclude(kind=VisitKind.FREE_TIME)
    return list(kept.order_by("day", "starts_at"))


def stay_moments(
    stay: ImmersionStay, visits: Iterable[StayVisit], *, to_household: bool
) -> Iterator[Moment]:
    """The stay, then each of its visits: where, for the household only, but neither whom nor why."""
    yield stay_moment(stay, to_household=to_household)
    household = stay.parcours.household
    says_where = to_household and not household.hides_whereabouts
    reference = "" if to_household else f"\u00a0: {household.reference}"
    for visit in visits:
        yield Moment(
            key=f"visit-{visit.public_id}",
            title=f"Rendez-vous du séjour{reference}",
            starts=datetime.combine(visit.day, visit.starts_at, PARIS),
            ends=datetime.combine(visit.day, visit.ends_at, PARIS),
            place=visit.place if says_where else "",
        )


def visit_moment(parcours: Parcours, milestone: str, day: date, *, to_household: bool) -> Moment:
    """A follow-up visit whose day is said; its hour is told by whoever comes."""
    reference = "" if to_household else f"\u00a0: {parcours.household.reference}"
    return Moment(
        key=f"follow-up-{parcours.public_id}-{milestone}",
        title=f"Visite de suivi{reference}",
        starts=day,
        ends=day,
        url="" if to_household else absolute(parcours.get_absolute_url()),
    )


def appointment_moment(one: Appointment, *, to_household: bool = False) -> Moment:
    """Where it is for the household only, and not for one that must not be found."""
    household = one.parcours.household
    says_where = to_household and not household.hides_whereabouts
    return Moment(
        key=f"appointment-{one.public_id}",
        title="Rendez-vous" if to_household else f"Rendez-vous\u00a0: {household.reference}",
        starts=one.starts_at,
        ends=one.starts_at + USUAL_LENGTH,
        place=one.place if says_where else "",
        url="" if to_household else absolute(one.parcours.get_absolute_url()),
    )


def _appointments(actor: Actor, since: date) -> Iterator[Moment]:
    mine = Appointment.objects.visible_to(actor).planned().from_day(since)
    for one in mine.filter(worker=actor.user_id, organisation=actor.organisation_id).for_list():
        yield appointment_moment(one)


def _stays(actor: Actor, since: date) -> Iterator[Moment]:
    stays = ImmersionStay.objects.visible_to(actor).planned().filter(days__endswith__gte=since)
    followed = Parcours.objects.visible_to(actor).of_worker(actor.user_id)
    ours = Q(placement__host=actor.organisation_id) | Q(parcours__in=followed)
    for stay in stays.filter(ours).select_related("parcours__household", "placement__territory"):
        yield stay_moment(stay, to_household=False)


def _visits(actor: Actor) -> Iterator[Moment]:
    files = Parcours.objects.visible_to(actor).open().filter(stage=Stage.FOLLOW_UP)
    ours = files.filter(owner_organisation=actor.organisation_id).select_related("household")
    for parcours in ours:
        if parcours.due_on:
            yield Moment(
                key=f"follow-up-{parcours.public_id}-{parcours.due_on}",
                title=f"Visite de suivi à faire\u00a0: {parcours.household.reference}",
                starts=parcours.due_on,
                ends=parcours.due_on,
                url=absolute(parcours.get_absolute_url()),
            )

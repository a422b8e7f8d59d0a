"""The reminders that reach a phone: when and where, never why, and nothing of a file.

Their typography is made plain when they are written: a curved quote would cost a second segment.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone

from candidates.models import Appointment, ContactPoint, ImmersionStay, Parcours
from candidates.selectors.reached import reminded_at, safe_mobiles, way_of
from candidates.selectors.texts import first_hour_of
from emile.core.context import database_context, system
from emile.core.emails import key_of
from emile.core.models import Channel, OutboxMessage
from emile.core.models.outbox import OutboxQuerySet
from emile.core.outbox import send_email, send_sms, take_back, withdraw
from emile.core.workflow import Act


TO_STOP = "Pour ne plus recevoir de SMS, dites-le à votre équipe."
APPOINTMENT, CANCELLED = "appointment", "appointment_cancelled"
STAY, STAY_CANCELLED = "stay", "stay_cancelled"
SUBJECTS = {
    APPOINTMENT: "Rappel de votre rendez-vous",
    CANCELLED: "Votre rendez-vous est annulé",
    STAY: "Rappel de votre séjour",
    STAY_CANCELLED: "Votre séjour n’a pas lieu ce jour-là",
}


def recall_appointment(appointment: Appointment, on: date) -> int:
    """How many messages say it, written now or before. Whoever cancels it takes back what has not left,
    and tells those who were reached."""
    return _write(
        APPOINTMENT,
        appointment.parcours,
        on,
        about={"appointment": appointment},
        cause=str(appointment.pk),
        useless_after=appointment.starts_at,
    )


def recall_stay(stay: ImmersionStay, on: date) -> int:
    """How many messages say it, written now or before."""
    return _write(
        STAY,
        stay.parcours,
        on,
        about={"stay": stay},
        cause=f"{stay.pk}:{stay.first_day}",
        useless_after=first_hour_of(stay.first_day),
    )


def texts_about(appointment: Appointment) -> OutboxQuerySet:
    """The reminders of an appointment, by telephone or by e-mail."""
    return OutboxMessage.objects.filter(
        parcours_id=appointment.parcours_id,
        key__startswith=f"text-{APPOINTMENT}:{appointment.pk}:",
    )


def text_cancelled(act: Act[Parcours], appointment: Appointment, number: str) -> None:
    """To a phone that the reminder reached, and that still takes them."""
    send_sms(
        number=number,
        subject=SUBJECTS[CANCELLED],
        text=as_sms(CANCELLED, act.subject, {"appointment": appointment}),
        key=key_of(f"text-{CANCELLED}", appointment.pk, number),
        useless_after=appointment.starts_at,
        parcours_id=act.subject.pk,
        organisation_id=appointment.organisation_id,
        act_id=act.entry_id,
    )


def unsay_stay(act: Act[Parcours], stay: ImmersionStay, *, takes_place: bool) -> None:
    """Of days that are not its own any more, what has not left does not leave, and the phones that it
    reached are told until the evening of the day when they would have left."""
    about = f"text-{STAY}:{stay.pk}:"
    wrong = OutboxMessage.objects.filter(parcours_id=act.subject.pk, key__startswith=about)
    if takes_place:
        wrong = wrong.exclude(key__startswith=f"{about}{stay.first_day}:")
    reached = take_back(wrong, now=act.now)
    mobiles = safe_mobiles(act.subject, timezone.localdate(act.now)) if reached else set()
    for said in reached:
        first_day = date.fromisoformat(said.key.removeprefix(about).partition(":")[0])
        too_late = first_hour_of(first_day + timedelta(days=1))
        if said.recipient in mobiles and act.now < too_late:
            _send_stay_cancelled(act, stay, first_day, said.recipient, too_late)


def _send_stay_cancelled(
    act: Act[Parcours], stay: ImmersionStay, first_day: date, number: str, too_late: datetime
) -> None:
    host = stay.placement.host
    send_sms(
        number=number,
        subject=SUBJECTS[STAY_CANCELLED],
        text=as_sms(STAY_CANCELLED, act.subject, {"first_day": first_day, "host": host}),
        key=key_of(f"text-{STAY_CANCELLED}", f"{stay.pk}:{first_day}", number),
        useless_after=too_late,
        parcours_id=act.subject.pk,
        organisation_id=host.pk,
        act_id=act.entry_id,
    )


def forget_recalled(parcours: Parcours, now: datetime) -> None:
    """What waits is written again within the hour, if it still holds, with what it may still say."""
    for kind in (APPOINTMENT, STAY):
        said = OutboxMessage.objects.filter(
            parcours_id=parcours.pk, key__startswith=f"text-{kind}:"
        )
        withdraw(said, now=now)


def forget_contact(contact: ContactPoint, now: datetime) -> None:
    """What waits for there does not leave when a message is not safe any more, or a text not wanted."""
    way = way_of(contact)
    if way is None:
        return
    channel, recipient = way
    if contact.is_message_safe and (channel == Channel.EMAIL or contact.takes_sms is not False):
        return
    with database_context(system("moyen de contact refusé")):
        files = Parcours.objects.filter(household__members__person=contact.person_id)
        waiting = OutboxMessage.objects.filter(
            channel=channel,
            recipient__iexact=recipient,
            parcours_id__in=list(files.values_list("pk", flat=True)),
        )
        withdraw(waiting, now=now)


def as_sms(kind: str, parcours: Parcours, about: Mapping[str, Any]) -> str:
    return f"EMILE\u00a0: {_text_of(kind, parcours, about)} {TO_STOP}"


def _text_of(kind: str, parcours: Parcours, about: Mapping[str, Any]) -> str:
    hides = parcours.household.hides_whereabouts
    text = render_to_string(f"texts/{kind}.txt", {"hides": hides, **about}, using="text")
    return " ".join(text.split())


def _write(
    kind: str,
    parcours: Parcours,
    on: date,
    *,
    about: Mapping[str, Any],
    cause: str,
    useless_after: datetime,
) -> int:
    ways = list(reminded_at(parcours, on))
    for channel, recipient in ways:
        common: dict[str, Any] = {
            "key": key_of(f"text-{kind}", cause, recipient),
            "subject": SUBJECTS[kind],
            "useless_after": useless_after,
            "parcours_id": parcours.pk,
            "organisation_id": parcours.owner_organisation_id,
        }
        if channel == Channel.SMS:
            send_sms(number=recipient, text=as_sms(kind, parcours, about), **common)
        else:
            text = _text_of(kind, parcours, about)
            body = f"Bonjour,\n\n{text[:1].upper()}{text[1:]}\n\nL’équipe EMILE\n"
            send_email(recipient=recipient, body=body, **common)
    return len(ways)

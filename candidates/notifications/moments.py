"""What goes into the calendar of those concerned: a letter with the moment attached. A reference at most
for a team, nothing of the household for the household itself, and never what a meeting is about."""

from candidates.models import Appointment, Parcours, ParcoursEvent
from candidates.notifications.texts import text_cancelled
from candidates.selectors.agenda import appointment_moment
from candidates.selectors.reached import safe_emails
from emile.core.agenda import as_attachment
from emile.core.emails import absolute, key_of, render
from emile.core.outbox import recall, send_email
from emile.core.sms import is_number
from emile.core.workflow import Act


def tell_appointment(act: Act[Parcours], appointment: Appointment) -> None:
    """To the household, where a message is safe, and to whoever expects it unless they noted it;
    nothing of one that is noted after the event."""
    if appointment.starts_at <= act.now:
        return
    for address in safe_emails(act.subject, act.occurred_on):
        _tell(act, appointment, address, to_household=True)
    if appointment.worker_id != act.actor.user_id:
        _tell(act, appointment, appointment.worker.email, to_household=False)


def tell_appointment_cancelled(act: Act[Parcours], appointment: Appointment) -> None:
    """To those whom the first letter may have reached: it does not leave any more."""
    planned = ParcoursEvent.objects.filter(
        parcours=act.subject, kind="plan_appointment", payload__appointment=appointment.pk
    )
    worker = appointment.worker.email
    for event in planned.order_by("pk"):
        for reached in recall(act_id=event.pk, now=act.now):
            if is_number(reached):
                text_cancelled(act, appointment, reached)
            else:
                _tell(act, appointment, reached, to_household=reached != worker, is_cancelled=True)


def _tell(
    act: Act[Parcours],
    appointment: Appointment,
    address: str,
    *,
    to_household: bool,
    is_cancelled: bool = False,
) -> None:
    moment = appointment_moment(appointment, to_household=to_household, is_cancelled=is_cancelled)
    letter = "appointment_cancelled" if is_cancelled else "appointment"
    context = {
        "moment": moment,
        "parcours": act.subject,
        "to_household": to_household,
        "link": absolute(act.subject.get_absolute_url()),
    }
    subject, body = render(f"candidates/{letter}", context)
    send_email(
        recipient=address,
        subject=subject,
        body=body,
        key=key_of(letter, act.entry_id, address),
        parcours_id=act.subject.pk,
        organisation_id=appointment.organisation_id,
        act_id=act.entry_id,
        calendar=as_attachment(moment, now=act.now),
    )

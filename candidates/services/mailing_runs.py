"""The long part of a mailing: its letters are written to the outbox, slice by slice."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from candidates.enums import Barrier, MailingState
from candidates.models import Mailing, MailingRecipient
from candidates.notifications.mailings import key_of_letter, letter_of
from candidates.selectors.mailings import in_hand, with_letter_box, with_safe_address
from candidates.services.mailings import nudge
from emile.core.context import database_context, system
from emile.core.outbox import send_email
from operators.actors import Actor
from operators.enums import OrganisationKind
from operators.models import Membership, Organisation


PURPOSE = "envois groupés"
SLICE = 50
# Then another worker goes on: what is urgent does not wait behind ten thousand letters.
SLICES_AT_ONCE = 20
LEASE = timedelta(minutes=3)
MOST_ATTEMPTS = 3
Clock = Callable[[], datetime]


def carry_on(*, mailing_id: int, clock: Clock) -> None:
    """Go on where it is. Safe to run twice: the second finds it leased, or over.

    Each slice is one transaction with its letters: a worker that dies leaves whole slices, and the
    sweep finds the next one.
    """
    with database_context(system(PURPOSE)):
        mailing = _claim(mailing_id, clock())
    if mailing is None:
        return
    actor = Actor(mailing.author_id, mailing.organisation_id, OrganisationKind(mailing.role))
    # As whoever wrote it: a file that has left their hands is not written to any more.
    with database_context(actor.database_context):
        for _ in range(SLICES_AT_ONCE):
            if not write_slice(mailing, actor, clock()):
                return
        _let_go(mailing)


@transaction.atomic
def _claim(mailing_id: int, now: datetime) -> Mailing | None:
    rows = Mailing.objects.left_aside(now).select_for_update(of=("self",), skip_locked=True)
    mailing = rows.filter(pk=mailing_id).first()
    if mailing is None:
        return None
    mailing.attempts += 1
    mailing.leased_until = now + LEASE
    if mailing.attempts > MOST_ATTEMPTS:
        mailing.state, mailing.leased_until = MailingState.BROKEN, None
    mailing.save(update_fields=["attempts", "leased_until", "state"])
    return None if mailing.state == MailingState.BROKEN else mailing


@transaction.atomic
def write_slice(mailing: Mailing, actor: Actor, now: datetime) -> bool:
    """Whether there may be another one: not once it is over, stopped, or in other hands."""
    mine = Mailing.objects.select_related("organisation").select_for_update(of=("self",))
    held = mine.filter(
        pk=mailing.pk, state=MailingState.WRITING, leased_until=mailing.leased_until
    ).first()
    if held is None:
        return False
    to_write = held.recipients.filter(handled_at__isnull=True).select_related("user")
    recipients = list(to_write.order_by("pk")[:SLICE])
    write = _write_to_households if held.is_to_households else _write_to_bodies
    write(held, actor, recipients, timezone.localdate(now))
    for recipient in recipients:
        recipient.handled_at = now
    MailingRecipient.objects.bulk_update(recipients, ["message", "barrier", "handled_at"])
    is_over = len(recipients) < SLICE
    # A slice that is written is a good start: only what dies at the same place is given up.
    held.attempts = 0
    held.leased_until = mailing.leased_until = None if is_over else now + LEASE
    if is_over:
        held.state = MailingState.WRITTEN
    held.save(update_fields=["attempts", "leased_until", "state"])
    return not is_over


def _write_to_households(
    mailing: Mailing, actor: Actor, recipients: Sequence[MailingRecipient], today: date
) -> None:
    files = in_hand(actor).filter(pk__in=[one.parcours_id for one in recipients])
    judged = with_safe_address(files, today).values_list("pk", "barrier", "address", "first_name")
    found = {pk: known for pk, *known in judged}
    for recipient in recipients:
        passed_on = (Barrier.PASSED_ON, "", "")
        recipient.barrier, address, name = found.get(recipient.parcours_id, passed_on)
        if not recipient.barrier:
            _write(mailing, recipient, address, name)


def _write_to_bodies(
    mailing: Mailing, actor: Actor, recipients: Sequence[MailingRecipient], today: date
) -> None:
    ids = [one.organisation_id for one in recipients if one.organisation_id]
    bodies = with_letter_box(Organisation.objects.active().filter(pk__in=ids))
    found = {pk: known for pk, *known in bodies.values_list("pk", "barrier", "email")}
    managers = Membership.objects.active().managers().filter(organisation__in=ids)
    still = set(managers.values_list("organisation", "user"))
    for recipient in recipients:
        body_id, user = recipient.organisation_id, recipient.user
        barrier, address = found.get(body_id, (Barrier.NOBODY, ""))
        if user:
            address = user.email if (body_id, user.pk) in still else ""
        recipient.barrier = barrier or ("" if address else Barrier.NOBODY)
        if not recipient.barrier:
            _write(mailing, recipient, address, user.first_name if user else "")


def _write(mailing: Mailing, recipient: MailingRecipient, address: str, first_name: str) -> None:
    subject, body = letter_of(mailing, first_name=first_name)
    recipient.message_id = send_email(
        recipient=address,
        subject=subject,
        body=body,
        key=key_of_letter(mailing, recipient.pk),
        parcours_id=recipient.parcours_id,
        organisation_id=recipient.organisation_id,
        gives_way=True,
    )


@transaction.atomic
def _let_go(mailing: Mailing) -> None:
    """For another worker, at once."""
    mine = Mailing.objects.filter(pk=mailing.pk, leased_until=mailing.leased_until)
    if mine.update(leased_until=None):
        transaction.on_commit(lambda: nudge(mailing.pk), robust=True)

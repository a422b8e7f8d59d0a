"""The message of the day: what each person is to be reminded of, said once."""

from datetime import date, datetime, time
from itertools import groupby

from django.db import connection, transaction
from django.utils import timezone

from candidates.enums import DigestRhythm, ReminderKind
from candidates.models import Digest, DigestRound, MessagePreference, Reminder
from candidates.notifications.digest import tell_digests
from candidates.selectors.digests import due_reminders, rhythms_of
from candidates.workflow import clock
from emile.core.context import database_context, system
from emile.core.locks import lock_name
from operators.actors import Actor


# Nobody is written to at night, whenever the clock comes back.
FIRST_HOUR = time(7)


@transaction.atomic
def write_digests(*, on: date, now: datetime) -> int:
    """How many messages were written. Safe to run twice, at once too, and after a stop.

    Those of a day are written together, or not at all: the row of that day says so. What a stop has
    made miss is not sent late: the next day says all that is still true.
    """
    if timezone.localtime(now).time() < FIRST_HOUR or not rhythms_of(on):
        return 0
    lock_name("digests")
    if DigestRound.objects.filter(day=on).exists():
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = '5min'")
    with database_context(system("messages du jour")):
        due = due_reminders(on, clock.limits_behind_proposals(on))
        written = {
            user_id: [*reminders]
            for user_id, reminders in groupby(due, key=lambda one: one.user_id)
        }
        digests = Digest.objects.bulk_create(
            Digest(user_id=user_id, day=on, written_at=now) for user_id in written
        )
        # Told first: what was said before must not count what is being said.
        tell_digests(digests, written, on)
        Reminder.objects.bulk_create(
            Reminder(
                digest=digest,
                user_id=one.user_id,
                organisation_id=one.organisation_id,
                parcours_id=one.parcours_id,
                kind=one.kind,
                occurrence=one.occurrence,
                about_on=one.about_on,
                said_on=on,
            )
            for digest in digests
            for one in written[digest.user_id]
        )
    DigestRound.objects.create(day=on, written_at=now, count=len(digests))
    return len(digests)


@transaction.atomic
def choose_messages(
    *, actor: Actor, rhythm: DigestRhythm, muted: list[ReminderKind]
) -> MessagePreference:
    wish, _created = MessagePreference.objects.get_or_create(user_id=actor.user_id)
    wish.rhythm, wish.muted = rhythm, muted
    wish.full_clean()
    wish.save()
    return wish

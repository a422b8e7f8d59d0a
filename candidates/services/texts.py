"""Reminders by text message, computed from the database each hour of the day."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from candidates.notifications.texts import recall_appointment, recall_stay
from candidates.selectors.texts import appointments_to_recall, stays_to_recall
from emile.core.context import database_context, system
from emile.core.quiet_hours import next_open


@transaction.atomic
def write_texts(*, now: datetime) -> int:
    """How many reminders hold now. Safe to run twice, at once too, and after a stop: each has one key."""
    if next_open(now) > now:
        return 0
    today = timezone.localdate(now)
    with database_context(system("rappels par SMS")):
        told = [recall_appointment(one, today) for one in appointments_to_recall(now)]
        told += [recall_stay(one, today) for one in stays_to_recall(now)]
    return sum(told)

"""Whether the platform stands, and what waits to leave: what machines ask."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import Error, connection
from django.db.models import Count, Min, Q
from redis import Redis, RedisError

from emile.core.models import MessageState, OutboxMessage


BROKER_SECONDS = 1


@dataclass(frozen=True, slots=True)
class Health:
    """Without broker, pages and acts work and messages wait: only the database is needed."""

    database: bool
    broker: bool

    @property
    def is_ready(self) -> bool:
        return self.database

    @property
    def document(self) -> dict[str, str]:
        return {name: "ok" if stands else "injoignable" for name, stands in asdict(self).items()}


def look() -> Health:
    return Health(database=_database_answers(), broker=_broker_answers())


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        return False
    return True


def _broker_answers() -> bool:
    broker = Redis.from_url(
        settings.CELERY_BROKER_URL,
        socket_connect_timeout=BROKER_SECONDS,
        socket_timeout=BROKER_SECONDS,
    )
    try:
        with broker:
            return bool(broker.ping())
    except RedisError:
        return False


def outbox_status(now: datetime) -> dict[str, Any]:
    """How many messages in each state; of those that should have left, the age of the oldest in
    seconds. One query."""
    due = Q(pk__in=OutboxMessage.objects.due(now))
    found = OutboxMessage.objects.aggregate(
        **{state.value: Count("pk", filter=Q(state=state)) for state in MessageState},
        in_hands=Count("pk", filter=Q(state=MessageState.WAITING, leased_until__gte=now)),
        due=Count("pk", filter=due),
        oldest_due=Min("send_after", filter=due),
    )
    oldest = found.pop("oldest_due")
    return {**found, "oldest_due_seconds": int((now - oldest).total_seconds()) if oldest else None}

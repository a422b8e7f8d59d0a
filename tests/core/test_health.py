"""What machines are told of the platform's health."""

import json
from contextlib import contextmanager
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from emile.core.models import MessageState
from emile.launcher.ports import LOOPBACK, any_free
from tests.factories import stop_message


@contextmanager
def no_database():
    """The application as configured for a database that nobody answers for."""
    connection.close()
    with pytest.MonkeyPatch.context() as away:
        away.setitem(connection.settings_dict, "HOST", LOOPBACK)
        away.setitem(connection.settings_dict, "PORT", str(any_free()))
        yield
    connection.close()


@pytest.mark.django_db
def test_a_platform_that_stands_is_ready(client):
    response = client.get(reverse("core:ready"))

    assert response.status_code == 200
    assert response.json() == {"database": "ok", "broker": "ok"}
    assert "no-store" in response.headers["Cache-Control"]
    assert not response.cookies


@pytest.mark.django_db
def test_without_broker_it_is_still_ready_and_says_so(client, settings):
    settings.CELERY_BROKER_URL = f"redis://{LOOPBACK}:{any_free()}/0"

    response = client.get(reverse("core:ready"))

    assert response.status_code == 200
    assert response.json() == {"database": "ok", "broker": "injoignable"}


def test_without_database_it_is_not_ready_but_alive(committing_db, client):
    with no_database():
        ready, alive = (client.get(reverse(f"core:{name}")) for name in ("ready", "alive"))

    assert (ready.status_code, ready.json()["database"]) == (503, "injoignable")
    assert (alive.status_code, alive.json()) == (200, {"web": "ok"})
    assert client.get(reverse("core:ready")).status_code == 200


def message(key, state=MessageState.WAITING, *, late=timedelta(), **fields):
    now = timezone.now()
    sent_at = now if state == MessageState.SENT else None
    stop_message(now=now, key=key, state=state, send_after=now - late, sent_at=sent_at, **fields)


def status():
    out = StringIO()
    call_command("outbox_status", json=True, stdout=out)
    return json.loads(out.getvalue())


@pytest.mark.django_db
def test_the_state_of_messages_is_counted_with_the_age_of_the_oldest(client):
    message("due", late=timedelta(minutes=5))
    message("later", late=timedelta(minutes=-5))
    message("leased", late=timedelta(hours=1), leased_until=timezone.now() + timedelta(minutes=2))
    message("sent", MessageState.SENT)
    message("failed", MessageState.FAILED, late=timedelta(days=1))

    found = status()

    age = found.pop("oldest_due_seconds")
    assert 300 <= age < 330
    told = dict.fromkeys(MessageState.values, 0) | {"waiting": 3, "sent": 1, "failed": 1}
    assert found == {**told, "due": 1, "in_hands": 1}


@pytest.mark.django_db
def test_nothing_that_waits_has_no_age():
    assert status()["oldest_due_seconds"] is None


@pytest.mark.django_db
def test_people_read_it_in_words():
    out = StringIO()

    call_command("outbox_status", stdout=out)

    assert "secondes d’attente du plus ancien\u00a0: aucune" in out.getvalue()

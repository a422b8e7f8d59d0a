"""Call a worker for what is too long for a page."""

import logging
from typing import Any

from celery import current_app
from kombu.exceptions import OperationalError


log = logging.getLogger("emile.core")


def call_worker(task: str, **arguments: Any) -> None:
    """By the name of its entrance, which stands above whoever calls.

    Without broker nothing is lost: what waits is a row, and a sweep finds it.
    """
    try:
        current_app.send_task(task, kwargs=arguments, retry=False)
    except (OperationalError, OSError):
        log.warning("Broker unreachable: %s %s waits for the sweep.", task, arguments)

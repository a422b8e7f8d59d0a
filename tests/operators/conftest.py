from uuid import uuid4

import pytest

from emile.core.models import OutboxMessage


@pytest.fixture
def submit(client):
    """Send a form as its page would, with the key that makes it count once."""

    def send(url, data=None, **extra):
        return client.post(url, {"once": str(uuid4()), **(data or {})}, **extra)

    return send


@pytest.fixture
def letters():
    """The messages waiting to leave for an address, the latest last."""

    def to(address):
        return list(OutboxMessage.objects.filter(recipient=address).order_by("pk"))

    return to


@pytest.fixture
def link_in():
    """The path of the only link of a message."""

    def find(letter):
        (line,) = [line for line in letter.body.splitlines() if line.startswith("http")]
        return "/" + line.split("/", 3)[3]

    return find

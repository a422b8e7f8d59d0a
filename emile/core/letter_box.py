"""The messages that a demonstration has sent, as their recipients would read them."""

import mailbox
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parsedate_to_datetime
from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from emile.core.http import read_only


SHOWN = 200

# A Maildir key says when its letter arrived (seconds, microseconds without leading zeros, rank), so
# that it sorts by its numbers and not by its characters.
ARRIVAL = re.compile(r"(\d+)\.M(\d+)P\d+Q(\d+)\.")


@dataclass(frozen=True, slots=True)
class Letter:
    key: str
    recipient: str
    subject: str
    sent_at: datetime
    body: str


@login_not_required
@read_only
def letter_box(request: HttpRequest) -> HttpResponse:
    """The list of letters, or the one that ``lettre`` names."""
    letters = list(read(Path(settings.BASE_DIR) / ".emile" / "mail"))
    key = request.GET.get("lettre")
    if not key:
        return render(request, "letter_box/list.html", {"letters": letters[:SHOWN]})
    letter = next((letter for letter in letters if letter.key == key), None)
    if letter is None:
        raise Http404
    return render(request, "letter_box/letter.html", {"letter": letter})


def read(folder: Path) -> Iterator[Letter]:
    """Latest first."""
    if not folder.exists():
        return
    box = mailbox.Maildir(folder, create=False)
    for key in sorted(box.keys(), key=arrival, reverse=True):
        yield parse(key, box.get_bytes(key))


def arrival(key: str) -> tuple[int, ...]:
    """Zero when another program than the letter box named the file."""
    found = ARRIVAL.match(key)
    return tuple(map(int, found.groups())) if found else (0,)


def parse(key: str, source: bytes) -> Letter:
    message = BytesParser(EmailMessage, policy=policy.default).parsebytes(source)
    body = message.get_body(preferencelist=("plain", "html"))
    return Letter(
        key=key,
        recipient=str(message["To"]),
        subject=str(message["Subject"]),
        sent_at=parsedate_to_datetime(message["Date"]),
        body=body.get_content() if body else "",
    )

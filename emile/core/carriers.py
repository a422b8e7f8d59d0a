"""What takes a message out of here: a mail relay, or a provider of text messages."""

import smtplib
from contextlib import suppress
from email.mime.text import MIMEText
from hashlib import sha256
from typing import Protocol
from urllib.parse import urlsplit

import phonenumbers
import requests
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.mail import EmailMessage, get_connection
from icalendar import Calendar

from emile.core.models import Channel, OutboxMessage


CALENDAR_FILE = "emile.ics"
# To connect, then to answer.
PROVIDER_SECONDS = (5, 20)
# The provider has read the message, and will never send it: the number is wrong or closed.
NEVER = {400, 404, 410, 422}
OVERLOADED = {408, 425, 429}
# Of the column that keeps it.
LONGEST_NAME = 100


class NotTaken(Exception):
    """The provider answered that it has not taken the message; ``is_final`` when it never will."""

    def __init__(self, status: int) -> None:
        super().__init__(f"the provider answered {status}")
        self.is_final = status in NEVER


# Whoever should carry the message answered, and did not take it.
NOT_TAKEN = (smtplib.SMTPRecipientsRefused, smtplib.SMTPResponseException, NotTaken)


class Carrier(Protocol):
    def prepare(self) -> None:
        """Raises for what can not be sent, before anything is said of it to anybody."""

    def send(self) -> str:
        """What its carrier calls it, empty when that is what we call it.

        Raises one of ``NOT_TAKEN`` when it has certainly not left; after anything else, it may have.
        """

    def close(self) -> None:
        """What is said once the message is taken changes nothing."""


def can_text() -> bool:
    """Whether text messages go anywhere: without a provider none is written."""
    return bool(settings.SMS_URL) or settings.SMS_IN_LETTER_BOX


def carrier_of(message: OutboxMessage) -> Carrier:
    if message.channel == Channel.EMAIL:
        return Relay(_letter(message))
    if settings.SMS_URL:
        return Provider(message)
    if settings.SMS_IN_LETTER_BOX:
        return Relay(_text_as_letter(message))
    raise ImproperlyConfigured("SMS_URL names no provider of text messages.")


def is_refused(error: Exception) -> bool:
    """For ever: the address or the number is known, and is not wanted."""
    if isinstance(error, NotTaken):
        return error.is_final
    if not isinstance(error, smtplib.SMTPRecipientsRefused):
        return False
    return all(code >= 500 for code, _ in error.recipients.values())


def message_id_of(key: str) -> str:
    """The same for the same intention: a letter box that gets it twice may show it once."""
    host = urlsplit(settings.SITE_URL).hostname
    return f"<{reference_of(key)}@{host}>"


def reference_of(key: str) -> str:
    return sha256(key.encode()).hexdigest()[:40]


class Relay:
    def __init__(self, letter: EmailMessage) -> None:
        self.letter = letter
        self.relay = letter.connection = get_connection()

    def prepare(self) -> None:
        self.letter.message()
        self.relay.open()

    def send(self) -> str:
        self.letter.send()
        return ""

    def close(self) -> None:
        with suppress(Exception):
            self.relay.close()


class Provider:
    """One POST of JSON with a bearer token: ``from``, ``to`` (E.164), ``text``, and ``reference``, the
    same for the same intention, by which a provider may know a message that it has already."""

    def __init__(self, message: OutboxMessage) -> None:
        self.order = {
            "from": settings.SMS_SENDER,
            "to": message.recipient,
            "text": message.body,
            "reference": reference_of(message.key),
        }

    def prepare(self) -> None:
        pass

    def send(self) -> str:
        token = {"Authorization": f"Bearer {settings.SMS_TOKEN}"}
        answer = requests.post(
            settings.SMS_URL,
            json=self.order,
            headers=token,
            timeout=PROVIDER_SECONDS,
            allow_redirects=False,
        )
        if 400 <= answer.status_code < 500 and answer.status_code not in OVERLOADED:
            raise NotTaken(answer.status_code)
        if not 200 <= answer.status_code < 300:
            raise requests.HTTPError(f"the provider answered {answer.status_code}")
        return _name_in(answer)

    def close(self) -> None:
        pass


def _name_in(answer: requests.Response) -> str:
    """The ``id`` of a JSON answer. It is asked of nobody: reports may say our reference instead."""
    try:
        said = answer.json()
    except requests.JSONDecodeError:
        return ""
    named = said.get("id") if isinstance(said, dict) else None
    is_name = isinstance(named, str | int) and not isinstance(named, bool)
    return str(named) if is_name and len(str(named)) <= LONGEST_NAME else ""


def _letter(message: OutboxMessage) -> EmailMessage:
    letter = EmailMessage(
        message.subject,
        message.body,
        to=[message.recipient],
        headers={"Message-ID": message_id_of(message.key)},
    )
    if message.calendar:
        letter.attach(_calendar_of(message))
    return letter


def _calendar_of(message: OutboxMessage) -> MIMEText:
    """Says in its type what it asks for, as letter boxes expect of an invitation."""
    part = MIMEText(message.calendar, "calendar", "utf-8")
    part.set_param("method", str(Calendar.from_ical(message.calendar)["method"]))
    part.add_header("Content-Disposition", "attachment", filename=CALENDAR_FILE)
    return part


def _text_as_letter(message: OutboxMessage) -> EmailMessage:
    """A stand-in for the network, on a laptop: what a phone would show, among the letters."""
    number = phonenumbers.format_number(
        phonenumbers.parse(message.recipient), phonenumbers.PhoneNumberFormat.NATIONAL
    )
    return EmailMessage(
        f"SMS au {number}",
        message.body,
        to=[f"{message.recipient.removeprefix('+')}@sms.invalid"],
        headers={"Message-ID": message_id_of(message.key)},
    )

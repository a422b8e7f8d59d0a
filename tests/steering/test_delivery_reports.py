"""What relays and providers report of messages, what people then read, and what is not written to any more."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from candidates import services
from candidates.enums import ContactKind, ReminderKind
from candidates.models import Parcours, Reminder
from candidates.selectors.digests import due_reminders
from candidates.selectors.reached import reminded_at, safe_emails
from emile.core import outbox
from emile.core.carriers import message_id_of, reference_of
from emile.core.context import database_context, system
from emile.core.health import outbox_status
from emile.core.models import MessageState, OutboxMessage
from emile.core.tasks import deliver
from operators.enums import OrganisationKind
from operators.models import User
from tests.core.test_text_messages import provider
from tests.factories import make_actor, orient


pytestmark = pytest.mark.django_db

ADDRESS = "awa@exemple.test"
URL = reverse("steering:delivery_report")
BACKEND = "django.contrib.auth.backends.ModelBackend"
TUESDAY_NOON = datetime(2026, 11, 24, 11, tzinfo=UTC)
BOUNCED, DELIVERED = MessageState.BOUNCED, MessageState.DELIVERED


@pytest.fixture(autouse=True)
def by_day():
    with time_machine.travel(TUESDAY_NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture(autouse=True)
def secret(settings):
    settings.DELIVERY_REPORTS_TOKEN = "secret-de-plus-de-trente-deux-caracteres"
    return settings.DELIVERY_REPORTS_TOKEN


@pytest.fixture
def relay(secret):
    """As a provider would: nothing of a session, and a real guard against forgery."""

    def report(body, *, token=secret, **headers):
        said = body if isinstance(body, bytes) else json.dumps(body).encode()
        return Client(enforce_csrf_checks=True).post(
            URL,
            said,
            content_type="application/json",
            headers={"Authorization": f"Bearer {token}", **headers},
        )

    return report


def sent(key="lettre", **fields):
    pk = outbox.send_email(
        **{"recipient": ADDRESS, "subject": "Objet", "body": "Texte", "key": key} | fields
    )
    deliver(message_id=pk)
    return OutboxMessage.objects.get(pk=pk)


def test_a_letter_that_arrived_is_said_by_its_message_id(relay, smtp_sink):
    message = sent()
    at = TUESDAY_NOON - timedelta(minutes=1)

    answer = relay(
        {"message": smtp_sink[0]["Message-ID"], "state": "delivered", "at": at.isoformat()}
    )

    message.refresh_from_db()
    assert (answer.status_code, answer.content) == (204, b"")
    assert (message.state, message.delivered_at) == (DELIVERED, at)


def test_a_text_is_known_by_the_name_that_its_provider_gave(relay, settings):
    with provider(settings, 202, answer={"id": "SM-42"}):
        pk = outbox.send_sms(
            number="+33612345678",
            subject="Rappel",
            text="Demain.",
            key="sms",
            useless_after=TUESDAY_NOON + timedelta(days=1),
        )
        deliver(message_id=pk)

    relay({"message": "SM-42", "state": "bounced", "reason": "numéro inconnu"})

    message = OutboxMessage.objects.get(pk=pk)
    assert (message.state, message.bounce_reason) == (BOUNCED, "numéro inconnu")


@pytest.mark.parametrize(
    ("told", "state", "has_arrived"),
    [
        ([DELIVERED, DELIVERED], DELIVERED, True),
        ([BOUNCED, BOUNCED], BOUNCED, False),
        ([DELIVERED, BOUNCED], BOUNCED, True),
        ([BOUNCED, DELIVERED], BOUNCED, True),
    ],
)
def test_the_worse_is_kept_whatever_the_order(relay, smtp_sink, told, state, has_arrived):
    message = sent()

    for one in told:
        assert relay({"message": reference_of("lettre"), "state": one}).status_code == 204

    message.refresh_from_db()
    assert message.state == state
    assert (message.delivered_at is not None) is has_arrived


@pytest.mark.parametrize(
    "state", [MessageState.TO_CHECK, MessageState.FAILED, MessageState.WAITING]
)
def test_a_report_ends_the_doubt_and_every_other_try(relay, state, smtp_sink):
    pk = outbox.send_email(recipient=ADDRESS, subject="Objet", body="Texte", key="douteux")
    tried = TUESDAY_NOON - timedelta(minutes=5)
    OutboxMessage.objects.update(state=state, attempts=1, tried_since=tried, leased_until=tried)

    relay({"message": message_id_of("douteux"), "state": "delivered"})
    deliver(message_id=pk)

    message = OutboxMessage.objects.get()
    assert (message.state, message.sent_at, smtp_sink) == (DELIVERED, tried, [])


def test_a_report_that_comes_before_the_worker_is_back_stays(relay, smtp_sink, monkeypatch):
    send = "emile.core.carriers.Relay.send"

    def send_and_hear(_):
        relay({"message": message_id_of("lettre"), "state": "delivered"})
        return ""

    monkeypatch.setattr(send, send_and_hear)
    assert sent().state == DELIVERED


def test_the_name_that_comes_after_a_first_report_is_kept_for_the_next(
    relay, smtp_sink, monkeypatch
):
    def send_and_hear(_):
        relay({"message": message_id_of("lettre"), "state": "delivered"})
        return "SM-7"

    monkeypatch.setattr("emile.core.carriers.Relay.send", send_and_hear)
    sent()

    relay({"message": "SM-7", "state": "bounced"})

    assert OutboxMessage.objects.get().state == BOUNCED


def test_nobody_knows_the_message_and_nothing_is_said(relay):
    answer = relay({"message": "<inconnu@exemple.test>", "state": "bounced"})

    assert (answer.status_code, answer.content) == (204, b"")


@pytest.mark.parametrize("token", ["", "autre", "Bearer"])
def test_a_wrong_secret_is_refused(relay, smtp_sink, token):
    message = sent()

    answer = relay({"message": reference_of("lettre"), "state": "bounced"}, token=token)

    message.refresh_from_db()
    assert (answer.status_code, message.state) == (403, MessageState.SENT)


def test_no_secret_is_ever_right_as_long_as_there_is_none(relay, settings):
    settings.DELIVERY_REPORTS_TOKEN = ""

    assert relay({}, token="").status_code == 403


def test_whoever_guesses_is_stopped_for_a_while(relay, settings):
    answers = [
        relay({}, token=f"essai {n}").status_code for n in range(settings.AXES_FAILURE_LIMIT)
    ]

    assert answers[0] == 403
    assert relay({}).status_code == 429


@pytest.mark.parametrize("kind", ["multipart/form-data", "application/x-www-form-urlencoded"])
def test_a_guess_is_counted_whatever_it_says_it_is(settings, kind):
    tried = [
        Client().post(
            URL, b"x" * 4_000_000, content_type=kind, headers={"Authorization": "Bearer faux"}
        )
        for _ in range(settings.AXES_FAILURE_LIMIT + 1)
    ]

    assert (tried[0].status_code, tried[-1].status_code) == (403, 429)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[1]",
        b"\xff\xfe",
        b"[" * 10_000,
        b'{"message": "\\ud800", "state": "bounced"}',
        b'{"message": "\\u0000", "state": "bounced"}',
        {"message": "a"},
        {"message": "a", "state": "opened"},
        {"message": "a", "state": "bounced", "at": "hier"},
        {"message": "a", "state": "bounced", "at": 12},
        {"message": "a", "state": "bounced", "at": "0001-01-01T00:00:00+14:00"},
        {"message": ["a"] * 200, "state": "bounced"},
    ],
)
def test_what_is_not_a_report_is_refused_and_breaks_nothing(relay, body):
    assert relay(body).status_code == 400


def test_a_body_has_a_limit(relay):
    assert relay(b" " * 20_000).status_code == 413


def test_a_report_from_the_future_is_of_now(relay, smtp_sink):
    message = sent()

    relay({"message": reference_of("lettre"), "state": "delivered", "at": "2099-01-01T00:00:00Z"})

    message.refresh_from_db()
    assert message.delivered_at == TUESDAY_NOON


# What it changes for people


@pytest.fixture
def prescriber():
    return make_actor(OrganisationKind.PRESCRIBER, name="CHRS Les Lilas")


@pytest.fixture
def file(prescriber):
    make_actor(OrganisationKind.COORDINATOR, name="GIP Habitat et Interventions Sociales")
    return orient(prescriber, now=TUESDAY_NOON - timedelta(days=3))


def reach(parcours, prescriber, **fields):
    with database_context(system("essai")):
        person = parcours.household.members.get(link="candidate").person
        services.record_contact(
            actor=prescriber,
            parcours=Parcours.objects.get(pk=parcours.pk),
            person=person,
            **{
                "kind": ContactKind.EMAIL,
                "value": ADDRESS,
                "is_message_safe": True,
                "on": date(2026, 11, 24),
                "now": TUESDAY_NOON,
            }
            | fields,
        )
        person.contact_points.exclude(value=fields.get("value", ADDRESS)).delete()


def test_an_address_where_nothing_arrives_waits_for_somebody(relay, file, prescriber, smtp_sink):
    reach(file, prescriber)
    today = date(2026, 11, 24)
    sent(parcours_id=file.pk)
    with database_context(system("essai")):
        assert safe_emails(file, today) == [ADDRESS]

    relay({"message": reference_of("lettre"), "state": "bounced"})

    with database_context(system("essai")):
        assert (safe_emails(file, today), list(reminded_at(file, today))) == ([], [])
    reach(file, prescriber)
    with database_context(system("essai")):
        assert safe_emails(file, today) == [ADDRESS]


def test_a_number_is_one_too_however_it_was_written(relay, file, prescriber):
    reach(file, prescriber, kind=ContactKind.OWN_PHONE, value="0692123456", takes_sms=True)
    number = "+262692123456"
    today = date(2026, 11, 24)
    with database_context(system("essai")):
        assert [to for _, to in reminded_at(file, today)] == [number]
    pk = outbox.send_sms(
        number=number,
        subject="Rappel",
        text="Demain.",
        key="sms",
        useless_after=TUESDAY_NOON + timedelta(days=1),
    )
    OutboxMessage.objects.filter(pk=pk).update(state=MessageState.SENT, sent_at=TUESDAY_NOON)

    relay({"message": reference_of("sms"), "state": "bounced"})

    with database_context(system("essai")):
        assert list(reminded_at(file, today)) == []


def test_whoever_has_the_file_reads_it_in_the_to_do_the_file_and_the_digest(
    relay, file, prescriber, smtp_sink, client
):
    coordinator = User.objects.get(memberships__organisation=file.owner_organisation)
    reach(file, prescriber)
    sent(parcours_id=file.pk)
    relay({"message": reference_of("lettre"), "state": "bounced", "reason": "550 no such user"})
    client.force_login(coordinator, backend=BACKEND)

    to_do = client.get(reverse("candidates:to_do")).text
    foyer = client.get(reverse("candidates:file_household", args=[file.public_id])).text
    exchanges = client.get(reverse("candidates:file_exchanges", args=[file.public_id])).text
    listed = client.get(reverse("steering:messages", args=["non-remis"])).text
    with database_context(system("essai")):
        due = [
            one
            for one in due_reminders(date(2026, 11, 24), {})
            if one.kind == ReminderKind.UNDELIVERED
        ]

    assert "n’est pas arrivé" in to_do
    assert f"{reverse('candidates:file_household', args=[file.public_id])}#people" in to_do
    assert "adresse à vérifier" in foyer
    assert "Non remis le" in exchanges
    assert "550 no such user" not in exchanges
    assert "550 no such user" in listed
    assert [one.user_id for one in due] == [coordinator.pk]
    with database_context(system("essai")):
        services.write_digests(on=date(2026, 11, 24), now=TUESDAY_NOON)
        services.write_digests(on=date(2026, 11, 25), now=TUESDAY_NOON + timedelta(days=1))
        assert Reminder.objects.filter(kind=ReminderKind.UNDELIVERED).count() == 1


def test_a_cancelled_act_tells_nobody_where_nothing_arrived(relay, smtp_sink):
    sent(act_id=7)
    relay({"message": reference_of("lettre"), "state": "bounced"})

    assert outbox.recall(act_id=7, now=TUESDAY_NOON) == []
    assert OutboxMessage.objects.filter(act_id=7).exists()


def test_the_status_for_machines_counts_each_state_once(relay, smtp_sink):
    for key, state in [("un", None), ("deux", "delivered"), ("trois", "bounced")]:
        sent(key)
        if state:
            relay({"message": reference_of(key), "state": state})

    found = outbox_status(TUESDAY_NOON)

    assert (found["sent"], found["delivered"], found["bounced"]) == (1, 1, 1)


@pytest.mark.parametrize(
    ("token", "said"),
    [("", "Aucun fournisseur ne dit ici"), ("x" * 32, "sont dits par le fournisseur")],
)
def test_the_page_never_says_delivered_of_what_nobody_reports(client, settings, token, said):
    settings.DELIVERY_REPORTS_TOKEN = token
    coordinator = make_actor(
        OrganisationKind.COORDINATOR, name="GIP Habitat et Interventions Sociales"
    )
    client.force_login(User.objects.get(pk=coordinator.user_id), backend=BACKEND)

    assert said in client.get(reverse("steering:operations")).text

"""The tests' own tools hold what they promise."""

import socket
import urllib.request

import pytest
from django.core.mail import send_mail
from django.db import connection

from emile.core.models import OutboxMessage
from tests.harness.browser import Complaints


def current_database():
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_database()")
        return cursor.fetchone()[0]


def test_the_network_is_out_of_reach():
    with pytest.raises(OSError, match="Tests stay on this machine"):
        urllib.request.urlopen("http://192.0.2.1/", timeout=1)
    with socket.socket() as attempt, pytest.raises(ConnectionRefusedError, match="stay"):
        attempt.connect(("192.0.2.1", 80))


def test_a_committing_test_has_a_database_of_its_own(committing_db):
    assert current_database().endswith("_committing")
    assert not connection.in_atomic_block


def test_acts_at_once_have_each_a_connection(at_once):
    def backend():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            return cursor.fetchone()[0]

    one, other = at_once(backend, backend)

    assert one != other


def test_acts_at_once_report_their_refusals(at_once):
    (refusal,) = at_once(lambda: 1 / 0)

    assert isinstance(refusal, ZeroDivisionError)


def test_queries_are_counted(db, count_queries):
    assert count_queries(lambda: list(OutboxMessage.objects.all())) == 1


def test_mail_goes_through_a_real_server(smtp_sink):
    send_mail("Rendez-vous à Aurillac", "À bientôt", None, ["personne@emile.example"])

    (message,) = smtp_sink
    assert message["Subject"] == "Rendez-vous à Aurillac"
    assert message.get_content().strip() == "À bientôt"


def test_the_browser_and_the_test_share_a_database(server, page, axe, fits_a_phone):
    page.goto("/")

    assert current_database().endswith("_server")
    assert page.locator("h1").count() == 1
    axe(page)
    fits_a_phone(page)


def test_what_the_security_policy_refuses_is_reported(browser, server):
    complaints = Complaints(server)
    with browser.new_context(base_url=server.url) as context:
        complaints.listen_to(context)
        page = context.new_page()
        page.goto("/")
        page.evaluate(
            "document.body.insertAdjacentHTML('beforeend', '<p style=\"color:red\">x</p>')"
        )
        page.evaluate("fetch('http://192.0.2.1/').catch(() => null)")

    assert any("style-src" in complaint for complaint in complaints.found)
    assert any("192.0.2.1" in complaint for complaint in complaints.found)

import os
import socket
import sys
import time

import pytest
from django.core.mail import EmailMessage, get_connection

from emile.launcher import processes
from emile.launcher.ports import LOOPBACK, any_free


pytestmark = pytest.mark.urls("tests.launcher.letter_box_urls")


@pytest.fixture
def letter_box(tmp_path, settings):
    """The sink of the demonstration, as its own process."""
    settings.BASE_DIR = tmp_path
    folder, port = tmp_path / ".emile" / "mail", any_free()
    folder.parent.mkdir()
    command = [sys.executable, "-m", "emile.launcher.sink", str(port), str(folder)]
    child = processes.spawn("sink", command, env=dict(os.environ), log=tmp_path / "sink.log")
    wait_for(port, child)
    yield get_connection("django.core.mail.backends.smtp.EmailBackend", host=LOOPBACK, port=port)
    processes.stop([child])


def wait_for(port, child):
    deadline = time.monotonic() + 20
    while True:
        with socket.socket() as attempt:
            if attempt.connect_ex((LOOPBACK, port)) == 0:
                return
        assert not child.has_died, child.last_lines()
        assert time.monotonic() < deadline


def send(subject, *, connection):
    message = EmailMessage(
        subject,
        "Votre rendez-vous est confirmé.",
        to=["personne@emile.example"],
        connection=connection,
    )
    message.send()


def test_a_message_sent_is_a_letter_to_read(db, client, letter_box):
    send("Rendez-vous à Aurillac", connection=letter_box)

    page = client.get("/boite-aux-lettres/")
    (letter,) = page.context["letters"]
    assert "Rendez-vous à Aurillac" in page.text

    page = client.get("/boite-aux-lettres/", {"lettre": letter.key})
    assert "Votre rendez-vous est confirmé." in page.text
    assert "personne@emile.example" in page.text


def test_the_latest_letter_comes_first(db, client, letter_box):
    send("La première", connection=letter_box)
    send("La seconde", connection=letter_box)

    letters = client.get("/boite-aux-lettres/").context["letters"]

    assert [letter.subject for letter in letters] == ["La seconde", "La première"]


def test_letters_of_one_second_stay_in_order(db, client, tmp_path, settings):
    settings.BASE_DIR = tmp_path
    folder = tmp_path / ".emile" / "mail"
    for name in ("tmp", "new", "cur"):
        (folder / name).mkdir(parents=True)
    for microseconds, subject in ((99_000, "La première"), (100_000, "La seconde")):
        letter = (
            f"To: x@emile.example\nSubject: {subject}\nDate: Mon, 2 Nov 2026 09:00:00 +0100\n\n"
        )
        (folder / "new" / f"1793606400.M{microseconds}P7Q1.poste").write_text(letter)

    letters = client.get("/boite-aux-lettres/").context["letters"]

    assert [letter.subject for letter in letters] == ["La seconde", "La première"]


def test_an_empty_box_says_so(db, client, tmp_path, settings):
    settings.BASE_DIR = tmp_path

    assert "Aucun message" in client.get("/boite-aux-lettres/").text


def test_an_unknown_letter_is_not_found(db, client, tmp_path, settings):
    settings.BASE_DIR = tmp_path

    assert client.get("/boite-aux-lettres/", {"lettre": "../../secret"}).status_code == 404

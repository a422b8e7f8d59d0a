from dataclasses import replace

import pytest

from emile.launcher import system
from emile.launcher.console import Refusal


NOTHING = replace(system.PANGO, name="Rien", packages=("rien-du-tout",), is_met=lambda: False)


def test_the_message_gives_the_exact_command():
    message = system.explanation([system.PANGO, system.CHROMIUM])

    assert message.endswith(
        "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 chromium"
    )
    assert "Pango (pour les documents PDF)" in message


def test_a_library_that_is_not_there_is_missed():
    assert not system.has_libraries("libemile-does-not-exist.so.0")


@pytest.mark.parametrize(
    ("value", "expected"), [("true", True), ("1", True), ("", False), ("0", False)]
)
def test_a_robot_says_so(monkeypatch, value, expected):
    monkeypatch.setenv("CI", value)

    assert system.is_robot() is expected


def test_a_robot_stops_where_a_person_is_told(monkeypatch, capsys):
    monkeypatch.setenv("PATH", "")  # neither apt-get nor sudo
    monkeypatch.setenv("CI", "")
    system.meet([NOTHING])
    assert "sudo apt-get install rien-du-tout" in capsys.readouterr().err

    monkeypatch.setenv("CI", "true")
    with pytest.raises(Refusal, match="rien-du-tout"):
        system.meet([NOTHING])


def test_nothing_is_said_when_nothing_is_missing(capsys):
    system.meet([replace(NOTHING, is_met=lambda: True)])

    assert capsys.readouterr().err == ""

"""One server for several commands."""

import multiprocessing
import os
import signal

import pytest

from emile.launcher import sharing
from emile.launcher.console import Refusal


class Lamp:
    """A server reduced to what is shared: it is on or off."""

    name = "lamp"

    def __init__(self):
        self.is_on = False
        self.wiped = 0

    def start(self):
        self.is_on = True

    def stop(self):
        self.is_on = False

    def wipe(self):
        assert not self.is_on
        self.wiped += 1


@pytest.fixture(autouse=True)
def run_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(sharing, "RUN", tmp_path)


def test_the_last_to_leave_turns_off_the_light():
    lamp = Lamp()

    with sharing.running(lamp):
        with sharing.running(lamp):
            assert lamp.is_on
        assert lamp.is_on

    assert not lamp.is_on


def test_a_fresh_start_wipes_what_nobody_uses():
    lamp = Lamp()

    with sharing.running(lamp, fresh=True):
        assert lamp.is_on

    assert lamp.wiped == 1


def test_a_fresh_start_is_refused_under_someone_else_s_feet():
    lamp = Lamp()

    with sharing.running(lamp), pytest.raises(Refusal), sharing.running(lamp, fresh=True):
        pass

    assert lamp.wiped == 0


def use_until_killed(pipe):
    with sharing.running(Lamp()):
        pipe.send("using")
        pipe.recv()


def test_a_killed_command_is_not_waited_for():
    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("fork").Process(target=use_until_killed, args=(there,))
    process.start()
    assert here.recv() == "using"
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    lamp = Lamp()

    with sharing.running(lamp, fresh=True):
        assert lamp.is_on

    assert not lamp.is_on

import os
import signal
import subprocess
import sys

import pytest

from emile.launcher import processes


FOREVER = "import signal; print('ready', flush=True); signal.pause()"
STUBBORN = f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); {FOREVER}"


@pytest.fixture(autouse=True)
def folders(tmp_path, monkeypatch):
    monkeypatch.setattr(processes, "LOGS", tmp_path / "log")
    monkeypatch.setattr(processes, "RUN", tmp_path / "run")


def start(code, *, says=""):
    """A child that has said it is running: before, its command line may be read as empty."""
    child = processes.spawn("child", [sys.executable, "-c", code], env=dict(os.environ))
    while says not in child.log.read_text(encoding="utf-8"):
        assert not child.has_died
    return child


def start_forever():
    return start(FOREVER, says="ready")


def test_a_child_is_stopped_and_its_last_lines_are_kept():
    child = start("print('bonjour', flush=True); import signal; signal.pause()", says="bonjour")
    assert processes.command_of(child.process.pid)

    processes.stop([child])

    assert child.process.returncode == -signal.SIGTERM
    assert not processes.is_alive(child.process.pid)


def test_a_child_that_will_not_stop_is_ended(monkeypatch):
    monkeypatch.setattr(processes, "GRACE_SECONDS", 0.2)
    command = [sys.executable, "-c", STUBBORN]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, start_new_session=True)
    assert process.stdout.readline() == b"ready\n"
    process.stdout.close()

    processes.stop([processes.Child("stubborn", process, log=None)])

    assert process.returncode == -signal.SIGKILL


def test_the_dead_say_why():
    child = start("raise SystemExit('plus de place')")
    child.process.wait()

    assert child.has_died
    assert child.last_lines() == "    plus de place"


def test_what_a_killed_launcher_left_is_ended():
    child = start_forever()
    processes.remember([child], "demo.pids")

    processes.stop_leftovers("demo.pids")

    assert child.process.wait(timeout=10) == -signal.SIGKILL
    assert list(processes.RUN.iterdir()) == []


def test_the_orphans_of_a_killed_process_are_ended_and_the_others_left_alone():
    orphan, kept = start_forever(), start_forever()
    writer = subprocess.Popen(["/bin/true"])
    writer.wait()
    processes.remember([orphan], f"child-of-{writer.pid}.pids")

    with processes.remembered(kept):
        processes.stop_orphans()

        assert orphan.process.wait(timeout=10) == -signal.SIGKILL
        assert not kept.has_died
    processes.stop([kept])


def test_a_number_that_now_names_another_program_is_left_alone():
    command = ["/bin/sh", "-c", "read line"]
    stranger = subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True)
    processes.remember([processes.Child("stranger", stranger, log=None)], "demo.pids")

    processes.stop_leftovers("demo.pids")

    assert stranger.poll() is None
    stranger.communicate(b"\n")


@pytest.mark.parametrize("status", [0, 3])
def test_a_command_in_the_foreground_gives_its_status(status):
    command = [sys.executable, "-c", f"raise SystemExit({status})"]

    assert processes.run_in_foreground(command, env=os.environ) == status

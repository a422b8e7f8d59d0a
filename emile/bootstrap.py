"""From a bare Python to the project's own ``.venv``, with the standard library only.

Read by whatever ``python3`` the machine has: the syntax stays old enough for an old one to say that
it is too old.
"""

import contextlib
import fcntl
import hashlib
import importlib.util
import os
import subprocess
import sys
from collections import deque
from pathlib import Path


FLOOR = (3, 11)
ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "installed"
LOCK = ROOT / "requirements-dev.lock"


def enter_venv(argv):
    """Return inside an up-to-date ``.venv``; from outside, make it and run ``argv`` there."""
    if sys.version_info < FLOOR:
        found = ".".join(map(str, sys.version_info[:3]))
        sys.exit(f"Il faut Python 3.11 ou plus récent\u00a0; celui-ci est Python {found}.")
    if is_inside() and is_up_to_date(sys.implementation.cache_tag):
        return
    with exclusively():
        tag = venv_tag()
        if not is_up_to_date(tag):
            if tag is None:
                create()
                tag = venv_tag()
            install()
            STAMP.write_text(expected_stamp(tag), encoding="utf-8")
    os.execv(PYTHON, [str(PYTHON), *argv])


def is_inside():
    return VENV.exists() and VENV.samefile(sys.prefix)


def expected_stamp(tag):
    return f"{tag} {hashlib.sha256(LOCK.read_bytes()).hexdigest()}\n"


def is_up_to_date(tag):
    try:
        return STAMP.read_text(encoding="utf-8") == expected_stamp(tag)
    except FileNotFoundError:
        return False


def venv_tag():
    """The version tag of the Python of ``.venv``, None if it has vanished or has no pip."""
    question = "import pip, sys; print(sys.implementation.cache_tag)"
    try:
        answer = subprocess.run(
            [str(PYTHON), "-c", question], capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return answer.stdout.strip()


@contextlib.contextmanager
def exclusively():
    """Two commands typed at once install once: the second waits for the first."""
    folder = ROOT / ".emile"
    folder.mkdir(exist_ok=True)
    with (folder / "install.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def create():
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        package = "python{}.{}-venv".format(*sys.version_info[:2])
        sys.exit(
            "Les modules venv et ensurepip de Python manquent. Sur Debian ou Ubuntu\u00a0:\n"
            f"    sudo apt-get install {package}"
        )
    say("Création de .venv…")
    command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    outcome = subprocess.run(command, capture_output=True, text=True, check=False)
    if outcome.returncode:
        sys.exit("La création de .venv a échoué.\n" + outcome.stdout + outcome.stderr)


def install():
    packages = sum(1 for line in LOCK.read_text(encoding="utf-8").splitlines() if "==" in line)
    say(f"Installation de {packages} dépendances (une à deux minutes la première fois)…")
    command = [str(PYTHON), "-m", "pip", "install", "--no-user", "--no-deps", "--require-hashes"]
    command += ["--no-input", "--disable-pip-version-check", "--progress-bar", "off"]
    command += ["--requirement", str(LOCK)]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    )
    last_lines = deque(maxlen=15)
    collected = 0
    for line in process.stdout:
        last_lines.append(line)
        if line.startswith("Collecting "):
            collected += 1
            if collected % 10 == 0:
                say(f"  {collected} / {packages}")
        elif line.startswith("Installing collected packages"):
            say("  installation…")
    if process.wait():
        sys.exit("L’installation des dépendances a échoué.\n" + "".join(last_lines))


def say(text):
    print(text, file=sys.stderr, flush=True)

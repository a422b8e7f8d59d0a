"""``manage.py demo``: the whole platform on a laptop, with fictitious data."""

import argparse
import fcntl
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from types import FrameType
from typing import NoReturn
from urllib.error import HTTPError, URLError

import psycopg

from emile.bootstrap import PYTHON, ROOT
from emile.launcher import processes
from emile.launcher.console import Refusal, say
from emile.launcher.environment import Environment, prepared
from emile.launcher.paths import RUN, STATE, make_private
from emile.launcher.ports import LOOPBACK, any_free, first_free
from emile.launcher.system import PANGO, meet


DEFAULT_PORT = 8000
MAIL = STATE / "mail"
RECORD = "demo.pids"
START_SECONDS = 60


def run(arguments: Sequence[str]) -> int:
    options = parse(arguments)
    with alone(), terminated_as_interrupted(), suppress(KeyboardInterrupt):
        processes.stop_leftovers(RECORD)
        meet([PANGO])
        if options.fresh:
            shutil.rmtree(MAIL, ignore_errors=True)
        say("PostgreSQL et Valkey…")
        with prepared(fresh=options.fresh) as environment:
            port = choose_port(options.port)
            environment.variables["SITE_URL"] = f"http://{LOOPBACK}:{port}"
            fill(environment)
            serve(environment, port)
    say("Tout est arrêté.")
    return 0


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="manage.py demo", description=__doc__)
    parser.add_argument("--port", type=int, default=DEFAULT_PORT, help="port de la plateforme")
    parser.add_argument("--fresh", action="store_true", help="repartir de données neuves")
    return parser.parse_args(arguments)


@contextmanager
def alone() -> Iterator[None]:
    with (make_private(RUN) / "demo.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Refusal("La démonstration tourne déjà dans un autre terminal.") from None
        yield


@contextmanager
def terminated_as_interrupted() -> Iterator[None]:
    """SIGTERM and a closed terminal end the demonstration as Ctrl-C does, once."""

    def interrupt(number: int, frame: FrameType | None) -> NoReturn:
        for further in numbers:
            signal.signal(further, signal.SIG_IGN)
        say("\nArrêt…")
        raise KeyboardInterrupt

    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {number: signal.signal(number, interrupt) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def choose_port(wanted: int) -> int:
    port = first_free(wanted)
    if port != wanted:
        say(f"Le port {wanted} est déjà pris\u00a0: ce sera le {port}.")
    return port


def fill(environment: Environment) -> None:
    try:
        manage("prepare_database", variables=environment.as_owner)
    except Refusal as refusal:
        raise Refusal(
            f"{refusal} Si vos données viennent d’une version plus ancienne, repartez de données "
            "neuves\u00a0: python3 manage.py demo --fresh"
        ) from refusal
    if is_empty(environment):
        say("Données fictives…")
        manage("seed_demo", variables=environment.variables)


def manage(verb: str, *, variables: dict[str, str]) -> None:
    command = [str(PYTHON), str(ROOT / "manage.py"), verb]
    # In a session of its own, so that Ctrl-C reaches the launcher alone, which ends the command.
    outcome = subprocess.run(
        command, env=variables, stdout=sys.stderr, cwd=ROOT, start_new_session=True, check=False
    )
    if outcome.returncode:
        raise Refusal(f"La commande {verb} a échoué.")


def is_empty(environment: Environment) -> bool:
    with psycopg.connect(environment.as_owner["DATABASE_URL"]) as connection:
        row = connection.execute("SELECT NOT EXISTS (SELECT FROM operators_user)").fetchone()
    return row == (True,)


def serve(environment: Environment, port: int) -> NoReturn:
    """Run until something dies or someone interrupts."""
    mail_port = any_free()
    variables = {**environment.variables, "EMAIL_URL": f"smtp://{LOOPBACK}:{mail_port}"}
    address = variables["SITE_URL"]
    # The pool serves the threads of the web alone: Celery's processes fork.
    url = variables["DATABASE_URL"]
    pooled = {**variables, "DATABASE_URL": f"{url}{'&' if '?' in url else '?'}pool=8"}
    web = ["granian", "--interface", "wsgi", "--host", LOOPBACK, "--port", str(port)]
    web += ["--workers", "1", "--blocking-threads", "8", "--no-ws", "emile.wsgi:application"]
    celery = ["celery", "--app", "emile.celery:app", "--quiet"]
    worker = [*celery, "worker", "--concurrency", "2", "--loglevel", "INFO"]
    worker += ["--without-gossip", "--without-mingle"]
    beat = [*celery, "beat", "--loglevel", "INFO", "--pidfile", ""]
    mail = ["emile.launcher.sink", str(mail_port), str(MAIL)]
    children: list[processes.Child] = []

    def start(name: str, module: Sequence[str], env: Mapping[str, str]) -> None:
        children.append(processes.spawn(name, [str(PYTHON), "-m", *module], env=env))
        processes.remember(children, RECORD)

    try:
        start("mail", mail, variables)
        start("web", web, pooled)
        wait_for(address, children)
        # Pages never wait for a job: these two start while people sign in.
        start("worker", worker, variables)
        start("beat", beat, variables)
        introduce(address)
        watch([*children, *environment.servers])
    finally:
        processes.stop(children)
        (RUN / RECORD).unlink(missing_ok=True)


def wait_for(address: str, children: Sequence[processes.Child]) -> None:
    say("Plateforme…")
    deadline = time.monotonic() + START_SECONDS
    while not answers(address):
        refuse_the_dead(children)
        if time.monotonic() > deadline:
            raise Refusal("La plateforme ne répond pas\u00a0: voyez .emile/log/web.log.")
        time.sleep(0.1)


def answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5):  # noqa: S310
            return True
    except HTTPError:
        return True
    except (URLError, OSError):
        return False


def introduce(address: str) -> None:
    from operators.demo import ACCOUNTS, PASSWORD

    width = max(len(email) for email, _ in ACCOUNTS)
    accounts = "\n".join(f"    {email:<{width}}  {role}" for email, role in ACCOUNTS)
    say(
        f"\nEMILE est prête\u00a0: {address}\n"
        f"Courriels envoyés\u00a0: {address}/boite-aux-lettres/\n\n"
        f"Comptes de démonstration (mot de passe\u00a0: {PASSWORD})\n{accounts}\n\n"
        "Ctrl-C pour tout arrêter."
    )


def watch(children: Sequence[processes.Child]) -> NoReturn:
    while True:
        refuse_the_dead(children)
        time.sleep(0.5)


def refuse_the_dead(children: Sequence[processes.Child]) -> None:
    for child in children:
        if child.has_died:
            status = child.process.returncode
            raise Refusal(f"{child.name} s’est arrêté (code {status})\u00a0:\n{child.last_lines()}")

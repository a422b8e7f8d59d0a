"""``manage.py bench faults``: kill, stop, empty and restart everything, and count the letters."""

import argparse
import json
import logging
import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import django
import redis

from emile.bootstrap import PYTHON
from emile.launcher import processes
from emile.launcher.console import Refusal, say
from emile.launcher.demo import answers, manage, terminated_as_interrupted
from emile.launcher.environment import secret_key_file
from emile.launcher.paths import STATE, make_shared
from emile.launcher.ports import LOOPBACK, any_free
from emile.launcher.postgres import APP, OWNER, Postgres
from emile.launcher.sharing import Server, running
from emile.launcher.valkey import Valkey


if TYPE_CHECKING:
    from emile.steering.bench.faults import Letters, Reader, Report

MAIL = STATE / "mail-faults"
# What dies, and how often: the processes that send die the most.
VICTIMS = {"child": 85, "worker": 5, "beat": 5, "web": 5}
RESTED, STORED, PER_SECOND, PAGES_PER_SECOND = 100, 200, 10, 4
# A killed worker keeps its letter for three minutes; a minute later the sweep comes round twice.
DRAIN_SECONDS, START_SECONDS = 600, 60
PAUSES = (0.05, 0.4)


def run(arguments: Sequence[str]) -> int:
    options = parse(arguments)
    with terminated_as_interrupted(), suppress(KeyboardInterrupt), disposable() as servers:
        report = break_everything(*servers, kills=options.kills, seed=options.seed)
        from emile.steering.bench.faults import as_table

        text = json.dumps(report.document, ensure_ascii=False) if options.json else as_table(report)
        sys.stdout.write(f"{text}\n")
        return 0
    return 130


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="manage.py bench faults", description=__doc__)
    parser.add_argument("--kills", type=int, default=1000, help="combien de processus tués (1000)")
    parser.add_argument("--seed", type=int, default=1, help="lesquels, et quand")
    parser.add_argument("--json", action="store_true", help="un document sur la sortie")
    options = parser.parse_args(arguments)
    if options.kills < 1:
        parser.error("au moins un processus à tuer")
    return options


@contextmanager
def disposable() -> Iterator[tuple[Postgres, Valkey, dict[str, str]]]:
    """Servers of its own, filled with a small programme, and this process connected to them."""
    shutil.rmtree(MAIL, ignore_errors=True)
    (make_shared(STATE) / "static").mkdir(exist_ok=True)
    postgres = Postgres(name="postgres-faults", durable=True)
    valkey = Valkey(STATE / "valkey-faults", keeps=True)
    with thrown_away(postgres), thrown_away(valkey):
        variables = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "emile.settings.demo",
            "DATABASE_URL": postgres.url(APP),
            "DATABASE_OWNER_URL": postgres.url(OWNER),
            "BROKER_URL": valkey.url,
            "EMAIL_URL": f"smtp://{LOOPBACK}:{any_free()}",
            "SITE_URL": f"http://{LOOPBACK}:{any_free()}",
            "SECRET_KEY_FILE": str(secret_key_file()),
        }
        manage("prepare_database", variables={**variables, "DATABASE_URL": postgres.url(OWNER)})
        manage("seed_demo", variables=variables)
        os.environ.update(variables)
        django.setup()
        # That the broker is away is told for each letter: it is the purpose here.
        logging.getLogger("emile.core.outbox").setLevel(logging.ERROR)
        yield postgres, valkey, variables


@contextmanager
def thrown_away(server: Server) -> Iterator[None]:
    is_ours = False
    try:
        with running(server, fresh=True):
            is_ours = True
            yield
    finally:
        if is_ours:
            server.wipe()


class Crew:
    """The real processes, started again as soon as they die."""

    def __init__(self, variables: Mapping[str, str]) -> None:
        self.address = variables["SITE_URL"]
        self.port = int(self.address.rpartition(":")[2])
        celery = ["celery", "--app", "emile.celery:app", "--quiet"]
        web = ["granian", "--interface", "wsgi", "--host", LOOPBACK, "--port", str(self.port)]
        web += ["--workers", "1", "--blocking-threads", "4", "--no-ws", "emile.wsgi:application"]
        worker = [*celery, "worker", "--concurrency", "2", "--loglevel", "WARNING"]
        mail_port = variables["EMAIL_URL"].rpartition(":")[2]
        self._commands = {
            "mail": ["emile.launcher.sink", mail_port, str(MAIL)],
            "web": web,
            "worker": [*worker, "--without-gossip", "--without-mingle"],
            "beat": [*celery, "beat", "--loglevel", "WARNING", "--pidfile", ""],
        }
        self._variables = variables
        self.children: dict[str, processes.Child] = {}

    def tend(self) -> None:
        for name, module in self._commands.items():
            child = self.children.get(name)
            if child is None or child.has_died:
                env = dict(self._variables)
                if name == "web":
                    env["DATABASE_URL"] += "?pool=4"
                self.children[name] = processes.spawn(
                    f"faults-{name}", [str(PYTHON), "-m", *module], env=env
                )

    def kill(self, victim: str, dice: random.Random) -> bool:
        """Without warning, as a machine that runs out of memory does; False when it is down."""
        from emile.steering.bench.pdf import children_of

        if victim != "child":
            processes.end_group(self.children[victim].process.pid)
            self.children[victim].process.wait()
            return True
        if not (pool := children_of(self.children["worker"].process.pid)):
            return False
        with suppress(ProcessLookupError):
            os.kill(dice.choice(pool), signal.SIGKILL)
            return True
        return False

    def wait_until(self, condition: Callable[[], bool], seconds: float) -> float | None:
        """How long it took; None when it did not come."""
        start = time.monotonic()
        while not condition():
            if time.monotonic() - start > seconds:
                return None
            self.tend()
            time.sleep(0.1)
        return round(time.monotonic() - start, 1)


@contextmanager
def working(variables: Mapping[str, str]) -> Iterator[Crew]:
    crew = Crew(variables)
    try:
        crew.tend()
        if crew.wait_until(lambda: answers(crew.address), START_SECONDS) is None:
            raise Refusal("La plateforme ne répond pas\u00a0: voyez .emile/log/faults-web.log.")
        yield crew
    finally:
        processes.stop(crew.children.values())


def break_everything(
    postgres: Postgres, valkey: Valkey, variables: Mapping[str, str], *, kills: int, seed: int
) -> "Report":
    from emile.steering.bench.faults import Letters, Reader, Report, commit_to_sent_p95, tally

    start = time.monotonic()
    letters = Letters()
    with working(variables) as crew:
        say("Au repos…")
        rest(crew, letters)
        at_rest = commit_to_sent_p95()
        reader = Reader(crew.port, PAGES_PER_SECOND)
        reader.start()
        say("File arrêtée, vidée, pleine, encombrée…")
        faults = (stopped, emptied, full, flooded)
        drained = max(fault(valkey, crew, letters) for fault in faults)
        say("Base redémarrée…")
        back = restart(postgres, crew, letters, reader)
        say("Processus tués…")
        kill_at_random(crew, letters, kills, random.Random(seed))  # noqa: S311
        drain(crew, letters)
        reader.end()
        found = tally(letters, MAIL)
    return Report(
        kills=kills,
        letters=letters.written,
        lost=found.lost,
        doubled_reminders=found.doubled_reminders,
        doubled_decisions=found.doubled_decisions,
        held_decisions=found.held_decisions,
        sent_p95_s=at_rest,
        broker_drain_s=drained,
        db_back_s=back,
        pages=reader.statuses(),
        seconds=round(time.monotonic() - start),
    )


def rest(crew: Crew, letters: "Letters") -> None:
    # A first one wakes the worker up.
    letters.write()
    drain(crew, letters)
    for _ in range(RESTED):
        letters.write()
        time.sleep(1 / PER_SECOND)
    drain(crew, letters)


def drain(crew: Crew, letters: "Letters") -> float:
    """Seconds until nothing waits. What still does in the end is counted as lost."""
    taken = crew.wait_until(lambda: not letters.are_waiting(), DRAIN_SECONDS)
    if taken is None:
        say(f"Des messages attendent encore après {DRAIN_SECONDS} s.")
        return DRAIN_SECONDS
    return taken


def store(letters: "Letters") -> None:
    for _ in range(STORED):
        letters.write()


def stopped(valkey: Valkey, crew: Crew, letters: "Letters") -> float:
    valkey.stop()
    store(letters)
    valkey.resume()
    return drain(crew, letters)


def emptied(valkey: Valkey, crew: Crew, letters: "Letters") -> float:
    store(letters)
    with redis.Redis.from_url(valkey.url) as client:
        client.flushall()
    return drain(crew, letters)


def full(valkey: Valkey, crew: Crew, letters: "Letters") -> float:
    with redis.Redis.from_url(valkey.url) as client:
        client.config_set("maxmemory", 1)
        store(letters)
        client.config_set("maxmemory", 0)
    return drain(crew, letters)


def flooded(valkey: Valkey, crew: Crew, letters: "Letters") -> float:
    from emile.steering.bench.faults import flood

    flood()
    store(letters)
    return drain(crew, letters)


def restart(postgres: Postgres, crew: Crew, letters: "Letters", reader: "Reader") -> float:
    """Seconds without a page, from the moment it goes; the processes stay the same."""
    from emile.steering.bench.faults import Writer

    before = {name: child.process.pid for name, child in crew.children.items()}
    writer = Writer(letters, PER_SECOND)
    writer.start()
    start = time.monotonic()
    postgres.stop()
    postgres.resume()
    ready = time.monotonic()
    crew.wait_until(lambda: reader.back_after(ready) is not None, START_SECONDS)
    back = reader.back_after(ready)
    writer.end()
    after = {name: child.process.pid for name, child in crew.children.items()}
    if before["web"] != after["web"] or before["worker"] != after["worker"]:
        raise Refusal("Un processus s’est arrêté pendant que la base redémarrait.")
    if back is None:
        raise Refusal(f"Aucune page {START_SECONDS} s après le retour de la base.")
    drain(crew, letters)
    return round(ready - start + back, 1)


def kill_at_random(crew: Crew, letters: "Letters", kills: int, dice: random.Random) -> None:
    from emile.steering.bench.faults import Writer

    writer = Writer(letters, PER_SECOND)
    writer.start()
    killed = 0
    while killed < kills:
        crew.tend()
        victim = dice.choices(list(VICTIMS), list(VICTIMS.values()))[0]
        if crew.kill(victim, dice):
            killed += 1
            if killed % 100 == 0:
                say(f"  {killed} sur {kills}")
        time.sleep(dice.uniform(*PAUSES))
    writer.end()

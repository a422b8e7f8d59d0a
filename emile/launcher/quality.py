"""``manage.py quality`` judges everything that no test runs; ``manage.py fix`` repairs what it can."""

import os
import subprocess
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from emile.bootstrap import PYTHON, ROOT
from emile.launcher.console import say
from emile.launcher.processes import run_in_foreground


TEST = "emile.settings.test"
PROD = "emile.settings.prod"
LINT_IMPORTS = "from importlinter.cli import lint_imports_command as run; run()"
# The judges load the settings and never connect.
NO_DATABASE = "postgresql://nobody@127.0.0.1:1/none"


@dataclass(frozen=True, slots=True)
class Judge:
    name: str
    command: tuple[str, ...]
    settings: str = TEST


@dataclass(frozen=True, slots=True)
class Verdict:
    judge: Judge
    seconds: float
    is_good: bool
    output: str


JUDGES = (
    Judge("mypy", ("-m", "mypy")),
    Judge("ruff check", ("-m", "ruff", "check")),
    Judge("ruff format", ("-m", "ruff", "format", "--check")),
    Judge("djlint", ("-m", "djlint", "templates", "--lint", "--quiet")),
    Judge("djlint format", ("-m", "djlint", "templates", "--check", "--quiet")),
    Judge("import-linter", ("-c", LINT_IMPORTS)),
    # It warns that it could not compare with a database: there is none.
    Judge(
        "makemigrations",
        ("-W", "ignore::RuntimeWarning", "manage.py", "makemigrations", "--check", "--dry-run"),
    ),
    Judge("check --deploy", ("manage.py", "check", "--deploy", "--fail-level", "WARNING"), PROD),
    Judge(
        "collectstatic",
        ("manage.py", "collectstatic", "--dry-run", "--no-input", "--verbosity", "0"),
        PROD,
    ),
)
REPAIRS = (
    ("-m", "ruff", "check", "--fix", "--quiet"),
    ("-m", "ruff", "format"),
    ("-m", "djlint", "templates", "--reformat", "--quiet"),
)


def run(arguments: Sequence[str]) -> int:
    """Ask every judge, whatever the others say. Arguments choose judges by name."""
    judges = [judge for judge in JUDGES if not arguments or judge.name in arguments]
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        verdicts = []
        for verdict in pool.map(ask, judges):
            verdicts.append(verdict)
            say(f"{'✓' if verdict.is_good else '✗'} {verdict.judge.name} ({verdict.seconds:.1f} s)")
            if not verdict.is_good:
                say(verdict.output)
    refused = [verdict.judge.name for verdict in verdicts if not verdict.is_good]
    say(f"À revoir\u00a0: {', '.join(refused)}." if refused else "Tout est en ordre.")
    return 1 if refused else 0


def ask(judge: Judge) -> Verdict:
    start = time.monotonic()
    outcome = subprocess.run(
        [str(PYTHON), *judge.command],
        cwd=ROOT,
        env=without_servers(judge.settings),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return Verdict(judge, time.monotonic() - start, outcome.returncode == 0, outcome.stdout)


def fix(arguments: Sequence[str]) -> int:
    outcomes = [
        run_in_foreground([str(PYTHON), *command, *arguments], env=without_servers(TEST))
        for command in REPAIRS
    ]
    return max(outcomes)


def without_servers(settings: str) -> dict[str, str]:
    """Variables enough to load the settings, for what reads no row."""
    defaults = {
        "ALLOWED_HOSTS": "emile.example",
        "DATABASE_URL": NO_DATABASE,
        "SECRET_KEY": "judges-only-not-a-secret-judges-only-not-a-secret-judges-only",
        "SITE_URL": "https://emile.example",
    }
    return {**defaults, **os.environ, "DJANGO_SETTINGS_MODULE": settings}

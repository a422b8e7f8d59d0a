"""The verbs of ``manage.py``: four of ours, the others are Django's with servers under them."""

from collections.abc import Sequence

from emile.bootstrap import PYTHON, ROOT
from emile.launcher import demo, faults, quality, suite
from emile.launcher.console import Refusal, say
from emile.launcher.environment import prepared
from emile.launcher.processes import run_in_foreground


VERBS = {"demo": demo.run, "test": suite.run, "quality": quality.run, "fix": quality.fix}
OWNER_VERBS = {"migrate", "prepare_database", "makemigrations", "sqlmigrate"}
PURE_VERBS = {
    "build_reference",
    "check",
    "collectstatic",
    "compilemessages",
    "diffsettings",
    "findstatic",
    "help",
    "makemessages",
    "solve",
    "version",
}
PURE_SUBVERBS = {("bench", "matching")}
# It breaks its servers: they are not the demonstration's.
FAULTS = ["bench", "faults"]


def main(arguments: Sequence[str]) -> int:
    verb = arguments[0] if arguments else "help"
    try:
        if verb in VERBS:
            return VERBS[verb](arguments[1:])
        if list(arguments[:2]) == FAULTS:
            return faults.run(arguments[2:])
        return django(verb, arguments)
    except Refusal as refusal:
        say(str(refusal))
        return 1
    except KeyboardInterrupt:
        return 130


def django(verb: str, arguments: Sequence[str]) -> int:
    command = [str(PYTHON), str(ROOT / "manage.py"), *arguments]
    is_pure = verb in PURE_VERBS or tuple(arguments[:2]) in PURE_SUBVERBS
    if is_pure or verb.startswith("-") or "--help" in arguments:
        return run_in_foreground(command, env=quality.without_servers("emile.settings.demo"))
    with prepared() as environment:
        as_owner = verb in OWNER_VERBS
        variables = environment.as_owner if as_owner else environment.variables
        return run_in_foreground(command, env=variables)

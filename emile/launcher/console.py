"""What the launcher says. Progress goes to stderr: stdout belongs to the command's own answer."""

import sys


class Refusal(Exception):
    """The command stops here, for a reason that the person at the keyboard can act upon."""


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)  # noqa: T201

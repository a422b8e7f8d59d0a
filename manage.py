#!/usr/bin/env python3
"""The one command of the project: ``demo``, ``test``, ``quality``, ``fix`` and Django's own verbs."""

import os
import sys

from emile import bootstrap


def main():
    # An environment that names its settings is ready: a server, or a child of the launcher.
    if "DJANGO_SETTINGS_MODULE" in os.environ:
        try:
            from django.core.management import execute_from_command_line

            execute_from_command_line(sys.argv)
        except KeyboardInterrupt:
            sys.exit("Interrompu.")
        return
    bootstrap.enter_venv(sys.argv)
    from emile.launcher import cli

    sys.exit(cli.main(sys.argv[1:]))


if __name__ == "__main__":
    main()

"""The demonstration's letter box: an SMTP server that delivers nothing and keeps everything.

Run as ``python -m emile.launcher.sink PORT FOLDER``; ``emile.core.letter_box`` shows the folder.
"""

import signal
import sys
from pathlib import Path
from threading import Event

from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Mailbox

from emile.launcher.ports import LOOPBACK


def main(port: str, folder: str) -> None:
    asked_to_stop = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: asked_to_stop.set())
    controller = Controller(Mailbox(Path(folder)), hostname=LOOPBACK, port=int(port))
    controller.start()
    asked_to_stop.wait()
    controller.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])

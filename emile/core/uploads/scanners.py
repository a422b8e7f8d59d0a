"""Who looks for viruses: a clamd when one is configured, otherwise one that knows a single file."""

import socket
from typing import ClassVar, Protocol
from urllib.parse import urlsplit

from django.conf import settings
from django.db import models


CHUNK = 64 * 1024
TIMEOUT_SECONDS, PING_SECONDS = 60, 1
# In two pieces, so that no antivirus takes this module for what it looks for.
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}" + rb"$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


class ScannerKind(models.TextChoices):
    CLAMD = "clamd", "antivirus"
    LIMITED = "limited", "analyse limitée"


class ScannerDown(Exception):
    """Nothing is known of the file: it waits."""


class Scanner(Protocol):
    kind: ClassVar[ScannerKind]

    def threat_in(self, content: bytes) -> str | None:
        """The name of what was found. Raises ScannerDown."""

    def is_there(self) -> bool:
        """Whether it would look at a file now. It is known within seconds."""


class LimitedScanner:
    """Finds the file by which antiviruses are tested, and no other: it replaces none of them."""

    kind: ClassVar[ScannerKind] = ScannerKind.LIMITED

    def threat_in(self, content: bytes) -> str | None:
        return "EICAR" if EICAR in content else None

    def is_there(self) -> bool:
        return True


class Clamd:
    """A clamd over TCP: the bytes are sent by chunks, and it answers in a line."""

    kind: ClassVar[ScannerKind] = ScannerKind.CLAMD

    def __init__(self, host: str, port: int) -> None:
        self.address = (host, port)

    def threat_in(self, content: bytes) -> str | None:
        try:
            answer = self._ask(content)
        except OSError as error:
            raise ScannerDown(str(error)) from error
        if answer == "stream: OK":
            return None
        if answer.endswith(" FOUND"):
            return answer.removeprefix("stream: ").removesuffix(" FOUND")[:100]
        raise ScannerDown(answer or "closed without an answer")

    def is_there(self) -> bool:
        try:
            with socket.create_connection(self.address, timeout=PING_SECONDS) as clamd:
                clamd.sendall(b"zPING\0")
                return _answer_of(clamd) == "PONG"
        except OSError:
            return False

    def _ask(self, content: bytes) -> str:
        with socket.create_connection(self.address, timeout=TIMEOUT_SECONDS) as clamd:
            clamd.sendall(b"zINSTREAM\0")
            for place in range(0, len(content), CHUNK):
                chunk = content[place : place + CHUNK]
                clamd.sendall(len(chunk).to_bytes(4, "big") + chunk)
            clamd.sendall((0).to_bytes(4, "big"))
            return _answer_of(clamd)


def _answer_of(clamd: socket.socket) -> str:
    answer = bytearray()
    while not answer.endswith(b"\0") and (read := clamd.recv(4096)):
        answer += read
    return answer.decode(errors="replace").strip("\0\n ")


def scanner_from_settings() -> Scanner:
    if not settings.CLAMD_URL:
        return LimitedScanner()
    parts = urlsplit(settings.CLAMD_URL)
    return Clamd(parts.hostname or "localhost", parts.port or 3310)

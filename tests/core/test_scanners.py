"""Who looks for viruses: the limited one, and what is said to a clamd."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import pytest

from emile.core.uploads import ScannerDown, ScannerKind, scanner_from_settings
from emile.core.uploads.scanners import EICAR, Clamd, LimitedScanner


@contextmanager
def a_clamd(answer: bytes) -> Iterator[tuple[Clamd, list[bytes]]]:
    """It reads what it is sent as clamd does, and gives that answer."""
    received: list[bytes] = []

    def serve(listening: socket.socket) -> None:
        connection, _ = listening.accept()
        with connection, connection.makefile("rb") as stream:
            command = b""
            while not command.endswith(b"\0"):
                command += stream.read(1)
            content = b""
            while command == b"zINSTREAM\0" and (size := int.from_bytes(stream.read(4), "big")):
                content += stream.read(size)
            received.append(content)
            connection.sendall(answer)

    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = Thread(target=serve, args=[listening])
        thread.start()
        yield Clamd(*listening.getsockname()), received
        thread.join(timeout=10)


@pytest.mark.parametrize(
    ("answer", "threat"),
    [(b"stream: OK\0", None), (b"stream: Win.Test.EICAR_HDB-1 FOUND\0", "Win.Test.EICAR_HDB-1")],
)
def test_clamd_is_sent_everything_and_believed(answer, threat):
    content = bytes(range(256)) * 1000

    with a_clamd(answer) as (clamd, received):
        assert clamd.threat_in(content) == threat

    assert received == [content]


@pytest.mark.parametrize("answer", [b"INSTREAM size limit exceeded. ERROR\0", b""])
def test_without_an_answer_nothing_is_known(answer):
    with a_clamd(answer) as (clamd, _), pytest.raises(ScannerDown):
        clamd.threat_in(b"%PDF-1.4")


def test_a_clamd_that_is_away_is_told_apart():
    with socket.create_server(("127.0.0.1", 0)) as listening:
        address = listening.getsockname()

    with pytest.raises(ScannerDown):
        Clamd(*address).threat_in(b"%PDF-1.4")
    assert not Clamd(*address).is_there()


@pytest.mark.parametrize(("answer", "is_there"), [(b"PONG\0", True), (b"", False)])
def test_a_clamd_that_is_there_says_so(answer, is_there):
    with a_clamd(answer) as (clamd, received):
        assert clamd.is_there() is is_there

    assert received == [b""]


def test_the_limited_one_finds_one_file_and_says_what_it_is():
    assert LimitedScanner().threat_in(b"avant" + EICAR + b"apres")
    assert LimitedScanner().threat_in(b"%PDF-1.4") is None
    assert LimitedScanner.kind is ScannerKind.LIMITED


def test_settings_choose(settings):
    settings.CLAMD_URL = ""
    assert isinstance(scanner_from_settings(), LimitedScanner)

    settings.CLAMD_URL = "tcp://antivirus:3311"
    scanner = scanner_from_settings()
    assert isinstance(scanner, Clamd)
    assert scanner.address == ("antivirus", 3311)

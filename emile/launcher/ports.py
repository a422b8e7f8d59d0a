"""Ports on the loopback interface."""

import socket


LOOPBACK = "127.0.0.1"


def is_free(port: int) -> bool:
    with socket.socket() as attempt:
        attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            attempt.bind((LOOPBACK, port))
        except OSError:
            return False
        return True


def any_free() -> int:
    with socket.socket() as attempt:
        attempt.bind((LOOPBACK, 0))
        port: int = attempt.getsockname()[1]
        return port


def first_free(wanted: int, *, tries: int = 20) -> int:
    """``wanted`` or the next one that nobody listens on."""
    candidates = range(wanted, min(wanted + tries, 65536))
    return next((port for port in candidates if is_free(port)), None) or any_free()

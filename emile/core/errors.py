"""What the domain refuses, with a French sentence for the person and a code for the tests."""

import copyreg
from typing import Any


class DomainError(Exception):
    """Something a person asked for can't be done; ``str()`` says why, in French."""

    def __init__(self, message: str, *, code: str) -> None:
        super().__init__(message)
        self.code = code

    def __reduce__(self) -> tuple[Any, ...]:
        """It goes from one process to another: made again as it was, whatever its class asks for."""
        return copyreg.__newobj__, (type(self), *self.args), self.__dict__  # type: ignore[attr-defined]


class StorageAway(OSError):
    """Where files are kept did not answer, or not as asked: what wanted it is tried again later."""


class StaleVersion(DomainError):
    """The row has changed since the form was shown: somebody else's work would be overwritten."""

    def __init__(self, *, current: int) -> None:
        super().__init__(
            "Une autre personne a modifié ces informations depuis que vous les avez ouvertes.",
            code="stale",
        )
        self.current = current

"""Sources of offers kept elsewhere: each gives its offers, as cells that the reader understands."""

from collections.abc import Iterator, Mapping
from typing import Protocol

from emile.core.errors import DomainError
from territories.enums import Origin


class SourceFailed(DomainError):
    """It did not answer, or not as it promised; ``str()`` says what, in French."""

    def __init__(self, message: str) -> None:
        super().__init__(message, code="source")


class JobSource(Protocol):
    origin: Origin

    def offers_in(self, departement: str) -> Iterator[Mapping[str, str]]:
        """Every offer it has there, by the names of our columns, some perhaps twice. Raises
        SourceFailed: what was given before is then not the whole."""
        ...

"""What the domain refuses, with a French sentence for the person and a code for the tests."""


class DomainError(Exception):
    """Something a person asked for can't be done; ``str()`` says why, in French."""

    def __init__(self, message: str, *, code: str) -> None:
        super().__init__(message)
        self.code = code


class StaleVersion(DomainError):
    """The row has changed since the form was shown: somebody else's work would be overwritten."""

    def __init__(self, *, current: int) -> None:
        super().__init__(
            "Une autre personne a modifié ces informations depuis que vous les avez ouvertes.",
            code="stale",
        )
        self.current = current

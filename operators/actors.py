"""Who acts, in what capacity: all that the domain knows of a request."""

from dataclasses import dataclass
from uuid import UUID

from emile.core.context import DatabaseContext
from operators.enums import OrganisationKind


@dataclass(frozen=True, slots=True)
class Actor:
    """One member of one organisation, wearing one of its hats at a time.

    The kind gives the rights; ``is_manager`` adds the administration of members and nothing else.
    """

    user_id: int
    organisation_id: int
    kind: OrganisationKind
    is_manager: bool = False

    @property
    def database_context(self) -> DatabaseContext:
        return DatabaseContext(
            kind=self.kind.value, user=self.user_id, organisation=self.organisation_id
        )


@dataclass(frozen=True, slots=True)
class Hat:
    """A capacity in which a person may act, with what a page needs to name it."""

    actor: Actor
    organisation_public_id: UUID
    organisation_name: str

    @property
    def label(self) -> str:
        return self.actor.kind.label

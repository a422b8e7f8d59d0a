"""Who acts, in what capacity: all that the domain knows of a request."""

from dataclasses import dataclass
from uuid import UUID

from emile.core.context import SYSTEM_KIND, DatabaseContext, system
from operators.enums import OrganisationKind


@dataclass(frozen=True, slots=True)
class Actor:
    """One member of one organisation, wearing one of its hats at a time.

    The kind gives the rights; ``is_manager`` adds the administration of members and the
    export of lists.
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
class Platform:
    """Nobody: what the clock does by itself, for a purpose that it names.

    The same shape as ``Actor``; the journal then holds neither a person nor an organisation.
    """

    purpose: str
    user_id: None = None
    organisation_id: None = None
    kind: str = SYSTEM_KIND
    is_manager: bool = False

    @property
    def database_context(self) -> DatabaseContext:
        return system(self.purpose)


@dataclass(frozen=True, slots=True)
class Hat:
    """A capacity in which a person may act, with what a page needs to name it."""

    actor: Actor
    organisation_public_id: UUID
    organisation_name: str

    @property
    def label(self) -> str:
        return self.actor.kind.label

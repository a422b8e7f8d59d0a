"""Who comes to a door: each kind of organisation, in each relation to what is behind it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from operators.enums import OrganisationKind


NATIONAL = OrganisationKind.NATIONAL
COORDINATOR = OrganisationKind.COORDINATOR
PRESCRIBER = OrganisationKind.PRESCRIBER
UPSTREAM = OrganisationKind.UPSTREAM
HOST = OrganisationKind.HOST
STATE = OrganisationKind.STATE
KINDS = tuple(OrganisationKind)
# Those to whom a file is given, each in its role; the coordinator needs no giving.
HOLDERS = (PRESCRIBER, UPSTREAM, HOST)
FILE_KINDS = (COORDINATOR, *HOLDERS)


class Relation(StrEnum):
    MEMBER = "member"  # of the organisation that the object belongs to, or that holds the file
    MANAGER = "manager"  # of the same organisation
    OTHER = "other"  # manager of another organisation of the same kind, with files of its own
    OTHER_HAT = "other hat"  # whose organisation holds the file, in another role than the one worn
    ENDED = "ended"  # whose organisation held the file, until its access was ended
    DISMISSED = "dismissed"  # who belonged to the organisation, until the membership was closed


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at a door; without kind, somebody who is not signed in."""

    kind: OrganisationKind | None = None
    relation: Relation = Relation.OTHER

    def __str__(self) -> str:
        return f"{self.kind} {self.relation}" if self.kind else "anonymous"

    @property
    def is_at_home(self) -> bool:
        """Speaks for the organisation that the object belongs to."""
        return self.relation in {Relation.MEMBER, Relation.MANAGER}


ANONYMOUS = Person()


def people(*relations: Relation, kinds: Iterable[OrganisationKind] = KINDS) -> tuple[Person, ...]:
    return tuple(Person(kind, relation) for relation in relations for kind in kinds)


# Those who come to a page.
VISITORS = (ANONYMOUS, *people(Relation.MEMBER, Relation.MANAGER, Relation.DISMISSED))
# Those who come to one object.
CALLERS = (*VISITORS, *people(Relation.OTHER))
# Those who come to a household's file.
FILE_CALLERS = (
    ANONYMOUS,
    *people(Relation.MEMBER, kinds=FILE_KINDS),
    *people(Relation.ENDED, kinds=HOLDERS),
    *people(Relation.OTHER, Relation.OTHER_HAT, Relation.DISMISSED),
)
EVERYONE = tuple(dict.fromkeys([*CALLERS, *FILE_CALLERS]))

"""What an actor may do to the directory."""

from operators.actors import Actor
from operators.enums import OrganisationKind


def can_keep_directory(actor: Actor) -> bool:
    """Create and edit organisations, decide on registrations."""
    return actor.kind is OrganisationKind.COORDINATOR


def can_manage_members(actor: Actor, organisation_id: int) -> bool:
    """One's own organisation takes its manager; the coordinator helps all the others.

    A coordinator who is not a manager can't become one alone.
    """
    if actor.organisation_id == organisation_id:
        return actor.is_manager
    return actor.kind is OrganisationKind.COORDINATOR

"""What an actor may do to the directory."""

from operators.actors import Actor
from operators.enums import OrganisationKind
from operators.models import Membership


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


def can_declare_absence(actor: Actor, membership: Membership) -> bool:
    """One's own, or that of whom one manages."""
    if membership.user_id == actor.user_id and membership.organisation_id == actor.organisation_id:
        return True
    return can_manage_members(actor, membership.organisation_id)


def can_export(actor: Actor) -> bool:
    """Take a list away in a file, which is more than reading it: managers, and the coordinator."""
    return actor.is_manager or actor.kind is OrganisationKind.COORDINATOR

"""Who looks for a place on behalf of a household."""

from operators.actors import Actor
from operators.enums import OrganisationKind


# Those who prepare, and the coordinator: a host operator answers what it is asked.
SEEKERS = (OrganisationKind.UPSTREAM, OrganisationKind.COORDINATOR)


def may_seek(actor: Actor) -> bool:
    return actor.kind in SEEKERS

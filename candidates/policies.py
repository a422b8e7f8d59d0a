"""May this actor do this to that file. Query-free on a parcours whose accesses are prefetched."""

from candidates.enums import WORKING_STANDINGS, MailingAudience, Party, Stage
from candidates.models import Mailing, Parcours, PlannedHandOver, SavedView
from operators.actors import Actor, Platform
from operators.enums import OrganisationKind


# The hats under which files are opened; the others see figures, or one purpose-limited card.
FILE_KINDS = (
    OrganisationKind.COORDINATOR,
    OrganisationKind.PRESCRIBER,
    OrganisationKind.UPSTREAM,
    OrganisationKind.HOST,
)


# Who writes to many, and to whom: operators to the households that they have in hand.
AUDIENCES = {
    OrganisationKind.COORDINATOR: tuple(MailingAudience),
    OrganisationKind.UPSTREAM: (MailingAudience.HOUSEHOLDS,),
    OrganisationKind.HOST: (MailingAudience.HOUSEHOLDS,),
}


def can_inform(actor: Actor, audience: str) -> bool:
    return audience in AUDIENCES.get(actor.kind, ())


def can_send_mailing(actor: Actor, mailing: Mailing) -> bool:
    """Anybody of the organisation that writes it: a colleague stops what somebody has started."""
    return (mailing.organisation_id, mailing.role) == (actor.organisation_id, actor.kind)


def can_orient(actor: Actor, parcours: Parcours) -> bool:
    return actor.kind == OrganisationKind.PRESCRIBER and parcours.is_held_by(actor)


def can_coordinate(actor: Actor, parcours: Parcours) -> bool:
    return actor.kind == OrganisationKind.COORDINATOR


def can_keep_settings(actor: Actor) -> bool:
    return actor.kind == OrganisationKind.COORDINATOR


def can_keep_view(actor: Actor, view: SavedView) -> bool:
    """Who saved it; a manager too, for what the organisation shares."""
    return view.owner_id == actor.user_id or (actor.is_manager and view.is_shared)


def can_prepare(actor: Actor, parcours: Parcours) -> bool:
    return actor.kind == OrganisationKind.UPSTREAM and parcours.is_held_by(actor)


def can_host(actor: Actor, parcours: Parcours) -> bool:
    """While proposals are pending, several host operators may hold the file at once."""
    return actor.kind == OrganisationKind.HOST and parcours.is_held_by(actor)


def can_prepare_or_coordinate(actor: Actor, parcours: Parcours) -> bool:
    return can_prepare(actor, parcours) or can_coordinate(actor, parcours)


def can_prepare_or_host(actor: Actor, parcours: Parcours) -> bool:
    return can_prepare(actor, parcours) or can_host(actor, parcours)


def can_host_or_coordinate(actor: Actor, parcours: Parcours) -> bool:
    return can_host(actor, parcours) or can_coordinate(actor, parcours)


def can_send_back(actor: Actor, parcours: Parcours) -> bool:
    """A host operator that was only asked answers: it does not move the file."""
    if parcours.stage == Stage.POSITIONING:
        return can_prepare(actor, parcours)
    return can_prepare_or_host(actor, parcours)


def can_follow(actor: Actor, parcours: Parcours) -> bool:
    """Any team of the file."""
    return can_coordinate(actor, parcours) or parcours.is_held_by(actor)


def can_remind(actor: Actor, parcours: Parcours) -> bool:
    """Any team that waits for another one; a host that was only asked does not learn who else was."""
    awaited = parcours.owner_organisation_id
    return awaited not in (None, actor.organisation_id) and can_edit(actor, parcours)


def can_set_aside(actor: Actor, parcours: Parcours) -> bool:
    """What waits for one's own organisation, and for nobody else."""
    is_ours = parcours.owner_organisation_id == actor.organisation_id
    return is_ours and parcours.standing in WORKING_STANDINGS and can_follow(actor, parcours)


def can_reopen(actor: Actor, parcours: Parcours) -> bool:
    """Whoever oriented the household, or the coordinator when nobody accompanies it any more."""
    return can_coordinate(actor, parcours) or can_orient(actor, parcours)


def can_hand_over(actor: Actor, parcours: Parcours) -> bool:
    """A manager passes files between the people of their organisation."""
    return can_coordinate(actor, parcours) or (actor.is_manager and parcours.is_held_by(actor))


def can_cancel_hand_over(actor: Actor, planned: PlannedHandOver) -> bool:
    """What the coordinator decided is not for a manager to undo."""
    is_own = (planned.planned_for_id, planned.planned_as) == (actor.organisation_id, actor.kind)
    return actor.kind == OrganisationKind.COORDINATOR or (actor.is_manager and is_own)


def can_edit(actor: Actor, parcours: Parcours) -> bool:
    """Any team of the file, but a host operator that was only asked."""
    was_only_asked = actor.kind == OrganisationKind.HOST and parcours.stage == Stage.POSITIONING
    return can_follow(actor, parcours) and not was_only_asked


def can_read_papers(actor: Actor, parcours: Parcours) -> bool:
    """Who reads the file, but a host operator that was only asked. Papers say where people live: of
    a household that must not be found, those who have passed the file on read none any more."""
    if actor.kind == OrganisationKind.HOST and parcours.stage == Stage.POSITIONING:
        return False
    return can_follow(actor, parcours) or not parcours.household.hides_whereabouts


def can_steer(actor: Actor, parcours: Parcours) -> bool:
    """The coordinator and the operators: not the orienting body, nor a host that was only asked."""
    return can_coordinate(actor, parcours) or can_send_back(actor, parcours)


def is_the_platform(actor: Actor | Platform, parcours: Parcours) -> bool:
    return isinstance(actor, Platform)


def can_answer(actor: Actor, parcours: Parcours) -> bool:
    """May note the answer of one party at least."""
    return any(can_answer_for(actor, parcours, party) for party in Party)


def can_answer_for(actor: Actor, parcours: Parcours, party: Party) -> bool:
    """The operators answer for themselves; either notes what the others say.

    When one organisation is both operators, the coordinator may note one of its two answers.
    """
    match party:
        case Party.UPSTREAM:
            is_own = can_prepare(actor, parcours)
        case Party.HOST:
            is_own = can_host(actor, parcours)
        case _:
            return can_prepare_or_host(actor, parcours)
    return is_own or (can_coordinate(actor, parcours) and _is_one_operator(parcours))


def _is_one_operator(parcours: Parcours) -> bool:
    preparing = parcours.holders(OrganisationKind.UPSTREAM)
    return bool(set(preparing).intersection(parcours.holders(OrganisationKind.HOST)))

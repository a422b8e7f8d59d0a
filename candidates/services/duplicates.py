"""Asking to join a file that exists, answering, and undoing. No row moves: an access is added."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from candidates import policies
from candidates.models import Draft, JoinRequest, JoinRequestState, Parcours
from candidates.notifications import orientation as letters
from candidates.selectors.duplicates import unseal
from candidates.services.access import grant_access, withdraw_access
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.context import database_context, system
from emile.core.errors import DomainError
from operators.actors import Actor
from operators.enums import OrganisationKind
from operators.models import Organisation


class JoinImpossible(DomainError):
    """The request can't be made, or can't be answered any more."""


@transaction.atomic
def request_to_join(*, actor: Actor, draft: Draft, token: str, now: datetime) -> JoinRequest:
    """Ask the coordinator, who alone sees both. Raises JoinImpossible."""
    parcours_id = _open_file(unseal(token, actor))
    join, created = JoinRequest.objects.get_or_create(
        parcours_id=parcours_id,
        organisation_id=actor.organisation_id,
        state=JoinRequestState.PENDING,
        defaults={"requested_by_id": actor.user_id, "draft": draft, "requested_at": now},
    )
    coordinator = Organisation.objects.active().of_kind(OrganisationKind.COORDINATOR).first()
    if created and coordinator:
        letters.ask_coordinator(join, coordinator=coordinator)
    return join


def _open_file(public_id: UUID | None) -> int:
    """The file that a token stands for: the actor may not see it, the platform may."""
    parcours_id = None
    if public_id is not None:
        with database_context(system("rattachement")):
            found = Parcours.objects.open().filter(public_id=public_id)
            parcours_id = found.values_list("pk", flat=True).first()
    if parcours_id is None:
        raise JoinImpossible(
            "Cette demande n’est plus possible\u00a0: rouvrez le brouillon pour la refaire.",
            code="token",
        )
    return parcours_id


@transaction.atomic
def accept_join(*, actor: Actor, join: JoinRequest, on: date, now: datetime) -> JoinRequest:
    """The same person: give the orienting body the file."""
    join = _locked(join, actor, JoinRequestState.PENDING)
    with PARCOURS_WORKFLOW.perform("join", join.parcours, actor=actor, on=on, now=now) as act:
        grant_access(
            actor=actor,
            parcours=act.subject,
            organisation_id=join.organisation_id,
            role=OrganisationKind.PRESCRIBER,
            now=now,
        )
        act.payload["prescriber"] = join.organisation_id
    _answer(join, JoinRequestState.ACCEPTED, now)
    letters.tell_joined(join)
    return join


@transaction.atomic
def decline_join(*, actor: Actor, join: JoinRequest, now: datetime) -> JoinRequest:
    """Two people: the orienting body may confirm its own orientation."""
    join = _locked(join, actor, JoinRequestState.PENDING)
    _answer(join, JoinRequestState.DECLINED, now)
    letters.tell_declined(join)
    return join


@transaction.atomic
def undo_join(*, actor: Actor, join: JoinRequest, on: date, now: datetime) -> JoinRequest:
    """It was not the same person after all: the access ends at once."""
    join = _locked(join, actor, JoinRequestState.ACCEPTED)
    with PARCOURS_WORKFLOW.perform("leave", join.parcours, actor=actor, on=on, now=now) as act:
        withdraw_access(
            parcours=act.subject,
            organisation_id=join.organisation_id,
            role=OrganisationKind.PRESCRIBER,
            now=now,
        )
        act.payload["prescriber"] = join.organisation_id
    join.state, join.undone_at = JoinRequestState.UNDONE, now
    join.save(update_fields=["state", "undone_at"])
    letters.tell_undone(join)
    return join


def _locked(join: JoinRequest, actor: Actor, state: JoinRequestState) -> JoinRequest:
    """Raises JoinImpossible when somebody else has answered, or when it is not theirs to answer."""
    locked = JoinRequest.objects.select_for_update(of=("self",)).for_detail().get(pk=join.pk)
    if not policies.can_coordinate(actor, locked.parcours):
        raise JoinImpossible("Seule la coordination répond à cette demande.", code="permission")
    if locked.state != state:
        raise JoinImpossible("Une autre personne a déjà répondu à cette demande.", code="state")
    return locked


def _answer(join: JoinRequest, state: JoinRequestState, now: datetime) -> None:
    join.state, join.answered_at = state, now
    join.save(update_fields=["state", "answered_at"])

"""A settled household leaves its territory; a household that had left the programme comes back."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from candidates.enums import Outcome, SnapshotPoint
from candidates.models import (
    CaseAccess,
    Closure,
    HandOver,
    Parcours,
    Reason,
    TerritoryDeparture,
)
from candidates.notifications import decisions as letters
from candidates.services.access import as_platform
from candidates.services.eligibility import evaluate
from candidates.services.handover import change_hands
from candidates.services.opening import open_parcours
from candidates.services.snapshots import fill_in_situations
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.errors import DomainError
from emile.core.workflow import Act, TransitionRefused
from operators.actors import Actor
from operators.enums import OrganisationKind
from territories.models import Departement, Mandate


class NotThere(DomainError):
    """The operator that would go on does not welcome in that département, that day."""

    def __init__(self) -> None:
        super().__init__(
            "Cet opérateur n’accueille pas de ménages dans ce département à cette date.",
            code="not_there",
        )


@transaction.atomic
def leave_territory(
    *,
    actor: Actor,
    parcours: Parcours,
    departement: Departement,
    departure_reason: Reason,
    mandate: Mandate | None,
    on: date,
    now: datetime,
    reason: str = "",
) -> Parcours:
    """To another territory of the programme its operator goes on; elsewhere the follow-up ends."""
    if mandate is not None and not _welcomes(mandate, departement, on):
        raise NotThere
    step = "leave_territory" if mandate is None else "change_territory"
    # The operator that acts may be the one that loses the file, before the act is written.
    with (
        as_platform("départ du territoire"),
        PARCOURS_WORKFLOW.perform(
            step, parcours, actor=actor, on=on, now=now, reason=reason
        ) as act,
    ):
        TerritoryDeparture.objects.create(
            event_id=act.entry_id,
            parcours=act.subject,
            departement=departement,
            reason=departure_reason,
            mandate=mandate,
        )
        act.payload |= {"departement": departement.code, "reason": departure_reason.code}
        if mandate is None:
            Closure.objects.create(
                event_id=act.entry_id, parcours=act.subject, outcome=Outcome.LEFT_TERRITORY
            )
            fill_in_situations(act, SnapshotPoint.EXIT)
        else:
            act.subject.territory_id = mandate.territory_id
            _pass_on(act, mandate)
    if mandate is not None:
        letters.tell_handed_over(act, receiver=mandate.organisation)
    return act.subject


def _pass_on(act: Act[Parcours], mandate: Mandate) -> None:
    """One organisation may run both territories: then nothing changes hands."""
    for giver_id in act.subject.holders(OrganisationKind.HOST):
        if giver_id != mandate.organisation_id:
            HandOver.objects.create(
                event_id=act.entry_id,
                parcours=act.subject,
                role=OrganisationKind.HOST,
                giver_id=giver_id,
                receiver_id=mandate.organisation_id,
                handed_on=act.occurred_on,
            )
            change_hands(
                act,
                role=OrganisationKind.HOST,
                giver_id=giver_id,
                receiver_id=mandate.organisation_id,
            )


def _welcomes(mandate: Mandate, departement: Departement, on: date) -> bool:
    return (
        mandate.kind == OrganisationKind.HOST
        and mandate.territory is not None
        and mandate.is_on(on)
        and mandate.territory.communes.filter(departement=departement).exists()
    )


@transaction.atomic
def reopen_parcours(
    *,
    actor: Actor,
    parcours: Parcours,
    on: date,
    now: datetime,
    is_committed: bool | None = None,
) -> Parcours:
    """Open a new parcours for a household that comes back. The new one is given back.

    Nothing is copied: the household is the same, and what is known of it is to be confirmed. Only
    an orienting body says that it commits itself: unknown is not a refusal.
    """
    with PARCOURS_WORKFLOW.perform("reopen", parcours, actor=actor, on=on, now=now) as act:
        last = act.subject.events.standing().aggregate(last=Max("occurred_on"))["last"]
        if on < last:
            raise TransitionRefused(
                f"Le parcours précédent s’est terminé le {last:%d/%m/%Y}.", code="date"
            )
        if act.subject.household.all_parcours.open().exists():
            raise TransitionRefused("Ce ménage a déjà un parcours en cours.", code="state")
        with as_platform("retour d’un ménage"):
            opened = open_parcours(
                actor=actor,
                teams=_teams(act.subject, actor),
                is_committed=is_committed,
                on=on,
                now=now,
                household_id=act.subject.household_id,
                previous=act.subject,
            )
            evaluate(parcours=opened, on=on, now=now)
            PARCOURS_WORKFLOW.open_journal(opened, actor=actor, on=on, now=now, step="open_again")
    if is_committed:
        with PARCOURS_WORKFLOW.perform("orient", opened, actor=actor, on=on, now=now) as act:
            fill_in_situations(act, SnapshotPoint.ENTRY)
        opened = act.subject
    return opened


def _teams(before: Parcours, actor: Actor) -> list[tuple[int, OrganisationKind]]:
    """The coordinator, and whoever oriented: the one that acts, or those of the last time."""
    roles = (OrganisationKind.PRESCRIBER, OrganisationKind.COORDINATOR)
    held = CaseAccess.objects.current().filter(parcours=before, role__in=roles)
    teams = [(one.organisation_id, OrganisationKind(one.role)) for one in held.order_by("since")]
    if actor.kind != OrganisationKind.PRESCRIBER:
        return teams
    return [
        (organisation_id, role)
        for organisation_id, role in teams
        if role == OrganisationKind.COORDINATOR or organisation_id == actor.organisation_id
    ]

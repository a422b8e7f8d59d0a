"""A file goes to other hands, and those who had it read it for a while."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from django.db import transaction

from candidates.enums import Stage
from candidates.models import HandOver, Parcours, ParcoursEvent, Placement
from candidates.notifications import decisions as letters
from candidates.services.access import follow_planned, grant_access, withdraw_access
from candidates.services.handover_preview import note_drawn_from
from candidates.workflow import PARCOURS_WORKFLOW, clock
from emile.core.errors import DomainError
from emile.core.workflow import Act, TransitionRefused
from operators.actors import Actor
from operators.enums import OrganisationKind
from operators.models import Membership, Organisation, User


OVERLAP = timedelta(days=30)


class WrongHands(DomainError):
    """The receiver can't take files in that role."""

    def __init__(self) -> None:
        super().__init__(
            "Choisissez une organisation ou une personne qui peut reprendre ces dossiers.",
            code="wrong_hands",
        )


@transaction.atomic
def hand_over(
    *,
    actor: Actor,
    parcours: Parcours,
    role: OrganisationKind,
    giver: Organisation,
    receiver: Organisation,
    worker: User | None,
    reason: str,
    on: date,
    now: datetime,
    decided_on: date | None = None,
) -> Parcours:
    """Pass one file. ``worker`` is whoever follows the household from then on, if anyone is known;
    ``decided_on``, the day of a decision made ahead.

    The note is drawn from the timeline. The giver reads the file for thirty days and acts no more;
    the delay of the stage starts again.
    """
    refuse_wrong_hands(actor, role, giver, receiver, worker)
    note = note_drawn_from(parcours, giver=giver, receiver=receiver, worker=worker, reason=reason)
    with PARCOURS_WORKFLOW.perform(
        "hand_over", parcours, actor=actor, on=on, now=now, reason=note
    ) as act:
        if giver.pk not in act.subject.holders(role):
            raise TransitionRefused(
                f"{giver.name} n’a plus le dossier {act.subject.household.reference}.", code="state"
            )
        HandOver.objects.create(
            event_id=act.entry_id,
            parcours=act.subject,
            role=role,
            giver=giver,
            receiver=receiver,
            handed_on=on,
        )
        act.payload |= {"role": role, "giver": giver.pk, "receiver": receiver.pk}
        if decided_on is not None:
            act.payload["decided_on"] = decided_on.isoformat()
        if receiver.pk != giver.pk:
            change_hands(act, role=role, giver_id=giver.pk, receiver_id=receiver.pk)
        _entrust(act, worker, role)
    follow_planned(act.subject)
    if receiver.pk != giver.pk:
        letters.tell_handed_over(act, receiver=receiver)
    return act.subject


@transaction.atomic
def hand_over_all(
    *,
    actor: Actor,
    files: Sequence[Parcours],
    role: OrganisationKind,
    giver: Organisation,
    receiver: Organisation,
    worker: User | None,
    reason: str,
    on: date,
    now: datetime,
) -> int:
    """Every file or none; how many."""
    for parcours in files:
        hand_over(
            actor=actor,
            parcours=parcours,
            role=role,
            giver=giver,
            receiver=receiver,
            worker=worker,
            reason=reason,
            on=on,
            now=now,
        )
    return len(files)


@transaction.atomic
def assign_worker(
    *,
    actor: Actor,
    parcours: Parcours,
    lead_worker: User | None,
    owner_user: User | None,
    on: date,
    now: datetime,
) -> Parcours:
    """Say who is the household's one contact, and who has the present step in hand."""
    with PARCOURS_WORKFLOW.perform("assign_worker", parcours, actor=actor, on=on, now=now) as act:
        act.payload["before"] = [act.subject.lead_worker_id, act.subject.owner_user_id]
        act.subject.lead_worker, act.subject.owner_user = lead_worker, owner_user
        act.subject.save(update_fields=["lead_worker"])
    follow_planned(act.subject)
    return act.subject


def change_hands(
    act: Act[Parcours], *, role: OrganisationKind, giver_id: int, receiver_id: int
) -> None:
    """Accesses, and the placements that are not settled yet; once done, the giver only reads."""
    if role == OrganisationKind.HOST and act.subject.stage != Stage.FOLLOW_UP:
        moved = list(act.subject.placements.live().filter(host=giver_id).order_by("pk"))
        act.payload["placements"] = [placement.pk for placement in moved]
        _host(moved, receiver_id)
    grant_access(
        actor=act.actor,
        parcours=act.subject,
        organisation_id=receiver_id,
        role=role,
        now=act.now,
    )
    withdraw_access(
        parcours=act.subject,
        organisation_id=giver_id,
        role=role,
        now=act.now,
        reads_until=act.now + OVERLAP,
    )


def _host(placements: Iterable[Placement], host_id: int) -> None:
    for placement in placements:
        placement.host_id = host_id
        placement.save(update_fields=["host"])


def _entrust(act: Act[Parcours], worker: User | None, role: OrganisationKind) -> None:
    """The new hands; nobody in particular when the organisation has not said who."""
    act.payload["before"] = [act.subject.lead_worker_id, act.subject.owner_user_id]
    if worker is not None:
        act.subject.lead_worker = worker
        act.subject.save(update_fields=["lead_worker"])
    if clock.OWNERS[act.subject.stage] == role:
        act.subject.owner_user = worker


def refuse_wrong_hands(
    actor: Actor,
    role: OrganisationKind,
    giver: Organisation,
    receiver: Organisation,
    worker: User | None,
) -> None:
    """A manager passes files between the people of their organisation; the coordinator, all."""
    is_coordinator = actor.kind == OrganisationKind.COORDINATOR
    if not is_coordinator and {giver.pk, receiver.pk, role} != {actor.organisation_id, actor.kind}:
        raise WrongHands
    if not receiver.is_active or role not in receiver.kinds:
        raise WrongHands
    if worker is None and giver.pk == receiver.pk:
        raise WrongHands
    here = Membership.objects.active().filter(organisation=receiver)
    if worker is not None and not here.filter(user=worker).exists():
        raise WrongHands


def put_hands_back(event: ParcoursEvent) -> None:
    """Undo a passation, accesses aside: they come back with the act."""
    if before := event.payload.get("before"):
        Parcours.objects.filter(pk=event.parcours_id).update(lead_worker=before[0])
    if moved := event.payload.get("placements"):
        _host(Placement.objects.filter(pk__in=moved), event.payload["giver"])

"""Where a household might go: proposing, answering, and what ends a placement.

A placement changes status through ``change_status`` only: the fact it leaves lets the act be told,
and corrected. The host operators that no placement ties to the file any more lose it last of all,
by ``release_hosts``, since an actor may be one of them.
"""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.db import transaction

from candidates.enums import Answer, AnswerMeans, PlacementStatus
from candidates.models import (
    HouseholdAnswer,
    ImmersionStay,
    Parcours,
    ParcoursEvent,
    Person,
    Placement,
    PlacementChange,
    Reason,
)
from candidates.notifications import decisions as letters
from candidates.selectors import agreements, moving_adults
from candidates.services.access import grant_access, withdraw_access
from candidates.services.holds import release_holds_in
from candidates.workflow import PARCOURS_WORKFLOW, clock
from emile.core.errors import DomainError
from emile.core.workflow import Act, TransitionRefused
from operators.actors import Actor
from operators.enums import OrganisationKind
from territories.models import Mandate, Occupation, Territory


MOST_PROPOSALS = 3


class TooManyProposals(DomainError):
    def __init__(self) -> None:
        super().__init__(
            "Trois propositions attendent déjà une réponse\u00a0: retirez-en une avant d’en faire "
            "une autre.",
            code="too_many_proposals",
        )


class NotUnderMandate(DomainError):
    """Whoever is proposed to must run a territory of the programme, that day."""

    def __init__(self) -> None:
        super().__init__(
            "Cet opérateur n’accueille pas de ménages dans ce territoire à cette date.",
            code="not_under_mandate",
        )


@transaction.atomic
def propose_placement(
    *,
    actor: Actor,
    parcours: Parcours,
    mandate: Mandate,
    occupation: Occupation,
    message: str,
    on: date,
    now: datetime,
) -> Placement:
    """Ask a host operator, who may open the file from then on, to answer within a few days.

    ``mandate`` says which operator, and for which territory.
    """
    territory = Territory.objects.taking_part_on(on).filter(mandates=mandate).first()
    if territory is None or mandate.kind != OrganisationKind.HOST or not mandate.is_on(on):
        raise NotUnderMandate
    with PARCOURS_WORKFLOW.perform(
        "propose_placement", parcours, actor=actor, on=on, now=now
    ) as act:
        if act.subject.placements.proposed().count() >= MOST_PROPOSALS:
            raise TooManyProposals
        placement = Placement(
            parcours=act.subject,
            territory=territory,
            host_id=mandate.organisation_id,
            occupation=occupation,
            proposed_on=on,
            answer_due_on=clock.delay_after(clock.HOST_ANSWER, on, entered=act.subject.stage_since),
            message=message,
        )
        placement.full_clean()
        placement.save()
        PlacementChange.objects.create(
            event_id=act.entry_id, placement=placement, to_status=PlacementStatus.PROPOSED
        )
        grant_access(
            actor=actor,
            parcours=act.subject,
            organisation_id=placement.host_id,
            role=OrganisationKind.HOST,
            now=now,
        )
        act.payload |= {"placement": placement.pk, "territory": territory.pk}
    letters.tell_proposed(act, placement)
    return placement


@transaction.atomic
def accept_placement(
    *, actor: Actor, parcours: Parcours, placement: Placement, on: date, now: datetime
) -> Parcours:
    """The host operator welcomes the household: the other proposals are withdrawn."""
    with PARCOURS_WORKFLOW.perform(
        "accept_placement", parcours, actor=actor, on=on, now=now
    ) as act:
        placement = _waiting(act, placement)
        _refuse_strangers(actor, placement)
        change_status(act, placement, PlacementStatus.ACCEPTED)
        others = act.subject.placements.proposed().order_by("pk")
        for other in others:
            change_status(act, other, PlacementStatus.WITHDRAWN)
        act.subject.territory_id = placement.territory_id
        act.payload["placement"] = placement.pk
        # Before the file moves: it then belongs to the one host operator that is left.
        release_hosts(act.subject, now=now)
    letters.tell_accepted(act, placement)
    return act.subject


@transaction.atomic
def decline_placement(
    *,
    actor: Actor,
    parcours: Parcours,
    placement: Placement,
    decline_reason: Reason,
    on: date,
    now: datetime,
    reason: str = "",
) -> Parcours:
    """The host operator says why it can't; the file is closed to it at once."""
    with PARCOURS_WORKFLOW.perform(
        "decline_placement", parcours, actor=actor, on=on, now=now, reason=reason
    ) as act:
        placement = _waiting(act, placement)
        _refuse_strangers(actor, placement)
        change_status(act, placement, PlacementStatus.DECLINED, reason=decline_reason)
        act.payload |= {"placement": placement.pk, "reason": decline_reason.code}
    release_hosts(act.subject, now=now)
    letters.tell_declined(act, placement)
    return act.subject


@transaction.atomic
def withdraw_placement(
    *,
    actor: Actor,
    parcours: Parcours,
    placement: Placement,
    on: date,
    now: datetime,
    withdrawal_reason: Reason | None = None,
    reason: str = "",
) -> Parcours:
    """Take a proposal back before it was answered; the file is closed to that host operator."""
    with PARCOURS_WORKFLOW.perform(
        "withdraw_placement", parcours, actor=actor, on=on, now=now, reason=reason
    ) as act:
        placement = _waiting(act, placement)
        change_status(act, placement, PlacementStatus.WITHDRAWN, reason=withdrawal_reason)
        act.payload["placement"] = placement.pk
        if withdrawal_reason is not None:
            act.payload["reason"] = withdrawal_reason.code
    release_hosts(act.subject, now=now)
    letters.tell_released_hosts(act)
    return act.subject


@transaction.atomic
def answer_household(
    *,
    actor: Actor,
    parcours: Parcours,
    person: Person,
    answer: Answer,
    on: date,
    now: datetime,
    means: AnswerMeans | str = "",
    ask_again_on: date | None = None,
    reason: str = "",
) -> Parcours:
    """Note one adult's own answer after the stay; ``reason`` is what that adult says of it.

    Everyone's yes leads to the validation. A no ends this placement, and the file looks for another.
    """
    with PARCOURS_WORKFLOW.perform(
        "answer_household", parcours, actor=actor, on=on, now=now, reason=reason
    ) as act:
        if person not in moving_adults(act.subject, on):
            raise TransitionRefused("Cette personne ne part pas avec le foyer.", code="state")
        said = HouseholdAnswer(
            event_id=act.entry_id,
            placement=act.subject.placements.active().get(),
            person=person,
            answer=answer,
            means=means,
            ask_again_on=ask_again_on,
        )
        said.full_clean(exclude=["event"])
        said.save()
        act.payload |= {"answer": answer, "person": person.pk}
        if agreements.household_decision(act.subject, on) == Answer.NO:
            end_placements(act)
    release_hosts(act.subject, now=now)
    letters.tell_household_answer(act)
    return act.subject


@transaction.atomic
def return_to_preparation(
    *, actor: Actor, parcours: Parcours, on: date, now: datetime, reason: str = ""
) -> Parcours:
    with PARCOURS_WORKFLOW.perform(
        "return_to_preparation", parcours, actor=actor, on=on, now=now, reason=reason
    ) as act:
        end_placements(act)
    release_hosts(act.subject, now=now)
    letters.tell_sent_back(act)
    return act.subject


def change_status(
    act: Act[Parcours],
    placement: Placement,
    status: PlacementStatus,
    *,
    reason: Reason | None = None,
) -> None:
    PlacementChange.objects.create(
        event_id=act.entry_id,
        placement=placement,
        from_status=placement.status,
        to_status=status,
        reason=reason,
    )
    placement.status = status
    placement.save(update_fields=["status"])
    if not (placement.is_proposed or placement.is_active):
        release_holds_in(act, placement.territory)


def end_placements(act: Act[Parcours], *, reason: Reason | None = None) -> None:
    """Withdraw what is proposed, end what was accepted, and drop the stay that was to come of it.

    ``release_hosts`` goes with it, after.
    """
    ending = act.subject.placements.live().order_by("pk")
    stays = act.subject.stays.untold().filter(placement__in=ending)
    act.payload["stays_dropped"] = list(stays.values_list("pk", flat=True))
    _cancel_stays(act.payload["stays_dropped"], is_cancelled=True)
    for placement in ending:
        is_pending = placement.is_proposed
        change_status(
            act,
            placement,
            PlacementStatus.WITHDRAWN if is_pending else PlacementStatus.ENDED,
            reason=None if is_pending else reason,
        )
    act.subject.territory = None


def release_hosts(parcours: Parcours, *, now: datetime) -> None:
    """Close the file to the host operators that have no live placement left in it.

    Once a placement of theirs has ended, not before: a passation gives a file without placement.
    """
    tied = set(parcours.placements.live().values_list("host_id", flat=True))
    once = set(parcours.placements.values_list("host_id", flat=True))
    for organisation_id in sorted(once - tied):
        withdraw_access(
            parcours=parcours,
            organisation_id=organisation_id,
            role=OrganisationKind.HOST,
            now=now,
        )


def put_statuses_back(event: ParcoursEvent) -> None:
    """Undo what an act did to placements and to their stays; an undone proposal is withdrawn."""
    for change in (
        PlacementChange.objects.filter(event=event).select_related("placement").order_by("-pk")
    ):
        change.placement.status = change.from_status or PlacementStatus.WITHDRAWN
        change.placement.save(update_fields=["status"])
    _cancel_stays(event.payload.get("stays_dropped", ()), is_cancelled=False)


def _cancel_stays(pks: Collection[int], *, is_cancelled: bool) -> None:
    ImmersionStay.objects.filter(pk__in=pks).update(is_cancelled=is_cancelled)


def put_version_back(row: Any, version: int, fields: Collection[str]) -> None:
    """Write again what the history of a row with a version says that these fields were."""
    before = row.history.filter(version=version).order_by("pgh_id").last()
    for name in fields:
        setattr(row, name, getattr(before, name))
    row.version += 1
    row.save(update_fields=[*fields, "version"])


def _waiting(act: Act[Parcours], placement: Placement) -> Placement:
    """The placement as it stands under the lock of its file. Raises TransitionRefused."""
    current: Placement = act.subject.placements.get(pk=placement.pk)
    if not current.is_proposed:
        raise TransitionRefused(
            "Cette proposition n’attend plus de réponse\u00a0: "
            f"{current.get_status_display().lower()}.",
            code="state",
        )
    return current


def _refuse_strangers(actor: Actor, placement: Placement) -> None:
    """Several host operators may hold the file at once: each answers its own proposal."""
    if placement.host_id != actor.organisation_id:
        raise TransitionRefused(
            "Cette proposition s’adresse à un autre opérateur d’accueil.", code="permission"
        )

"""Questions about who acts that are not the rows of one model."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from emile.core.registry import Fact, Notice, organisation_facts, organisation_notices
from operators.actors import Actor, Hat
from operators.enums import OrganisationKind
from operators.models import (
    Absence,
    CalendarFeed,
    DirectoryEvent,
    Invitation,
    Membership,
    Organisation,
)
from operators.models.membership import MembershipQuerySet


LATEST_EVENTS = 10


@dataclass(frozen=True, slots=True)
class WaitingInvitation:
    invitation: Invitation
    has_expired: bool


@dataclass(frozen=True, slots=True)
class OrganisationPage:
    """An organisation, and what this actor may know of its members."""

    organisation: Organisation
    members: tuple[Membership, ...]
    invitations: tuple[WaitingInvitation, ...]
    events: tuple[DirectoryEvent, ...]
    notices: tuple[Notice, ...]
    facts: tuple[Fact, ...]


def open_memberships(user_id: int) -> list[Membership]:
    """In the order of arrival, with the organisation that each one opens."""
    rows = Membership.objects.active().filter(user=user_id).select_related("organisation")
    return list(rows.order_by("joined_at", "pk"))


def hats_of(user_id: int) -> list[Hat]:
    """Every capacity in which the person may act today."""
    return [
        Hat(
            actor=membership.as_actor(kind),
            organisation_public_id=membership.organisation.public_id,
            organisation_name=membership.organisation.name,
        )
        for membership in open_memberships(user_id)
        for kind in membership.organisation.hats
    ]


def current_membership(
    user_id: int, *, organisation_id: int | None, kind: str | None
) -> tuple[Membership, OrganisationKind] | None:
    """The membership and the hat last chosen, or the first ones that are still open."""
    memberships = open_memberships(user_id)
    if not memberships:
        return None
    chosen = next(
        (one for one in memberships if one.organisation_id == organisation_id),
        memberships[0],
    )
    hats = chosen.organisation.hats
    return chosen, next((hat for hat in hats if hat == kind), hats[0])


def organisation_page(
    *, actor: Actor, organisation: Organisation, now: datetime
) -> OrganisationPage:
    members = Membership.objects.visible_to(actor).filter(organisation=organisation).for_list()
    waiting = Invitation.objects.visible_to(actor).filter(organisation=organisation).waiting()
    events = DirectoryEvent.objects.visible_to(actor).filter(organisation=organisation).for_list()
    return OrganisationPage(
        organisation=organisation,
        members=tuple(members),
        invitations=tuple(
            WaitingInvitation(one, has_expired=one.has_expired(now)) for one in waiting.for_list()
        ),
        events=tuple(events[:LATEST_EVENTS]),
        notices=tuple(
            notice for asked in organisation_notices for notice in asked(actor, organisation.pk)
        ),
        facts=tuple(
            fact
            for asked in organisation_facts
            for fact in asked(organisation, timezone.localdate(now))
        ),
    )


def absences_of(member: Membership, today: date) -> list[Absence]:
    """Those that are not over."""
    return list(member.absences.to_come(today).for_list())


def colleagues_of(member: Membership) -> MembershipQuerySet:
    """Who may stand in."""
    active = Membership.objects.active().filter(organisation=member.organisation_id)
    return active.exclude(pk=member.pk).for_list()


def reached_for(organisation_id: int, user_id: int | None, on: date) -> list[str]:
    """To which a letter to that member leaves: to whoever stands in when they are away."""
    member = Membership.objects.active().filter(organisation=organisation_id, user=user_id)
    away = Absence.objects.on(on).filter(membership__in=member)
    standing_in = Membership.objects.active().filter(covers__in=away)
    found = standing_in if standing_in.exists() else member
    return list(found.values_list("user__email", flat=True))


def feed_of(actor: Actor) -> CalendarFeed | None:
    """Under the hat that is worn."""
    mine = CalendarFeed.objects.filter(
        membership__user=actor.user_id, membership__organisation=actor.organisation_id
    )
    return mine.filter(kind=actor.kind).first()


def addresses(organisation: Organisation) -> list[str]:
    """To which a letter leaves: its own, or that of each of its managers when it has none."""
    if organisation.email:
        return [organisation.email]
    managers = Membership.objects.active().managers().filter(organisation=organisation)
    return list(managers.order_by("user__email").values_list("user__email", flat=True))

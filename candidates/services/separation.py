"""Two adults separate: two files, and nothing that is recorded after it is shared."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction

from candidates.enums import OPEN_STAGES, HousingPrecarity, Link, Presence, Stage, Standing
from candidates.models import (
    CaseAccess,
    Household,
    HouseholdMember,
    Parcours,
    Person,
    Separation,
)
from candidates.notifications import moments as letters
from candidates.services.access import as_platform
from candidates.services.eligibility import evaluate
from candidates.services.life import change_member, end_member
from candidates.services.opening import free_reference, open_parcours
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.errors import DomainError
from emile.core.workflow import Act
from operators.actors import Actor
from operators.enums import OrganisationKind


# Those who go on with both files. A host operator welcomes the household that it was proposed.
TEAMS_OF_BOTH = (
    OrganisationKind.PRESCRIBER,
    OrganisationKind.COORDINATOR,
    OrganisationKind.UPSTREAM,
)
FURTHEST = Stage.PREPARATION


class NobodyLeft(DomainError):
    def __init__(self) -> None:
        super().__init__(
            "Il faut au moins un adulte de chaque côté\u00a0: une personne seule qui part «\u00a0quitte "
            "le foyer\u00a0».",
            code="nobody",
        )


@transaction.atomic
def separate(
    *,
    actor: Actor,
    parcours: Parcours,
    household: Household,
    leaving: Collection[Person],
    in_both: Collection[Person],
    must_not_be_found: bool,
    on: date,
    now: datetime,
) -> Parcours:
    """Open a file for those who leave, at the same stage or at the preparation if they were further.

    Those ``in_both`` are shared children. The parcours that goes on is given back.
    """
    with PARCOURS_WORKFLOW.perform("separate", parcours, actor=actor, on=on, now=now) as act:
        members = household.members.filter(until__isnull=True).select_related("person")
        staying, going, shared = _sides(members.order_by("pk"), leaving, in_both, on)
        hidden = must_not_be_found or household.housing_precarity == HousingPrecarity.VIOLENCE
        with as_platform("séparation"):
            opened = _open_apart(act, household, hidden=hidden)
            _share_out(act, opened.household, staying, going, shared)
            if hidden:
                Household.objects.filter(pk=household.pk).update(must_not_be_found=True)
            evaluate(parcours=opened, on=on, now=now)
            PARCOURS_WORKFLOW.open_journal(opened, actor=actor, on=on, now=now, step="open_apart")
            Separation.objects.create(event_id=act.entry_id, parcours=act.subject, opened=opened)
    if hidden:
        act.subject.household.must_not_be_found = True
        letters.tell_hidden(act)
    return act.subject


Members = list[HouseholdMember]


def _sides(
    members: Collection[HouseholdMember],
    leaving: Collection[Person],
    in_both: Collection[Person],
    on: date,
) -> tuple[Members, Members, Members]:
    """Those who stay, those who go, the children of both. Raises NobodyLeft."""
    rank = list(Link)
    ordered = sorted(members, key=lambda one: (one.is_child_on(on), rank.index(Link(one.link))))
    going = [one for one in ordered if one.person in leaving]
    shared = [one for one in ordered if one.person in in_both and one not in going]
    staying = [one for one in ordered if one not in going and one not in shared]
    for side in (staying, going):
        if not side or side[0].is_child_on(on):
            raise NobodyLeft
    return staying, going, shared


def _open_apart(act: Act[Parcours], household: Household, *, hidden: bool) -> Parcours:
    """What was known of the household as one is not copied: where each of them sleeps is asked."""
    before = act.subject
    index = min(OPEN_STAGES.index(Stage(before.stage)), OPEN_STAGES.index(FURTHEST))
    teams = CaseAccess.objects.current().filter(parcours=before, role__in=TEAMS_OF_BOTH)
    opened = open_parcours(
        actor=act.actor,
        teams=[
            (one.organisation_id, OrganisationKind(one.role)) for one in teams.order_by("since")
        ],
        is_committed=before.prescriber_is_committed,
        on=act.occurred_on,
        now=act.now,
        stage=OPEN_STAGES[index],
        standing=Standing.TO_DO,
        lead_worker=before.lead_worker,
    )
    new = Household(
        pk=opened.household_id,
        reference=free_reference(act.occurred_on),
        registered_on=act.occurred_on,
        housing_precarity=household.housing_precarity,
        is_volunteer=household.is_volunteer,
        informed_on=household.informed_on,
        agrees_to_share=household.agrees_to_share,
        must_not_be_found=hidden,
    )
    new.full_clean()
    new.save(force_insert=True)
    return Parcours.objects.select_related("household").get(pk=opened.pk)


def _share_out(
    act: Act[Parcours], household: Household, staying: Members, going: Members, shared: Members
) -> None:
    for member in (*going, *shared):
        HouseholdMember.objects.create(
            household=household,
            person=member.person,
            link=_link_apart(member, going),
            presence=Presence.ALTERNATE if member in shared else member.presence,
            moves=member.moves,
            since=max(act.occurred_on, member.since),
        )
    for member in going:
        end_member(act, member)
    for member in shared:
        change_member(act, member, presence=Presence.ALTERNATE)
    if staying[0].link != Link.CANDIDATE:
        change_member(act, staying[0], link=Link.CANDIDATE)


def _link_apart(member: HouseholdMember, going: Members) -> str:
    if member is going[0]:
        return Link.CANDIDATE
    return member.link if member.link == Link.CHILD else Link.OTHER

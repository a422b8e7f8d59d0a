"""Whom a mailing is for, who of them is written to, and why the others are not."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import (
    Case,
    CharField,
    Count,
    Exists,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)

from candidates.enums import (
    OVER_STANDINGS,
    Barrier,
    ContactKind,
    HousingPrecarity,
    Link,
    MailingAudience,
    Stage,
    Standing,
)
from candidates.models import ContactPoint, HouseholdMember, Mailing, Parcours
from candidates.models.parcours import ParcoursQuerySet
from emile.core.models import MessageFailure, MessageState, OutboxMessage
from operators.actors import Actor
from operators.enums import OrganisationKind
from operators.models import Membership, Organisation
from operators.models.organisation import OrganisationQuerySet
from territories.models import Departement


# In one mailing: beyond, a stage or a territory is to be chosen.
MOST = 10_000
REACHED = ""
REFUSED_FOR_EVER = Q(state=MessageState.FAILED, failure=MessageFailure.REFUSED)


@dataclass(frozen=True, slots=True)
class Reach:
    """How many of those aimed at are written to, and how many are not, by ``Barrier``."""

    reached: int
    left_out: Mapping[str, int]

    @property
    def is_too_many(self) -> bool:
        return self.reached > MOST

    @property
    def unreached(self) -> int:
        return sum(self.left_out.values())

    @property
    def reasons(self) -> list[tuple[str, str, int]]:
        """Code, sentence and count, in the order in which they are judged."""
        return reasons_of(self.left_out)


def reasons_of(left_out: Mapping[str, int]) -> list[tuple[str, str, int]]:
    return [(one.value, one.label, left_out[one]) for one in Barrier if left_out.get(one)]


def in_hand(actor: Actor) -> ParcoursQuerySet:
    """The files of whose households the actor may write to: a host that was only asked may not."""
    if actor.kind == OrganisationKind.COORDINATOR:
        return Parcours.objects.visible_to(actor)
    held = Parcours.objects.visible_to(actor).held_by(actor.organisation_id, actor.kind)
    if actor.kind == OrganisationKind.HOST:
        return held.exclude(stage=Stage.POSITIONING)
    return held


def aimed_at(actor: Actor, mailing: Mailing, today: date) -> QuerySet[Any]:
    """Open files, or bodies that orient, each with its ``barrier``."""
    if not mailing.is_to_households:
        return with_letter_box(
            Organisation.objects.active()
            .of_kind(OrganisationKind.PRESCRIBER)
            .filter(departement=mailing.departement)
        )
    files = in_hand(actor).open()
    if mailing.stages:
        files = files.filter(stage__in=mailing.stages)
    if mailing.territory_id:
        files = files.filter(territory=mailing.territory_id)
    return with_safe_address(files, today)


def with_safe_address(files: ParcoursQuerySet, today: date) -> QuerySet[Any]:
    """With ``first_name`` and ``address`` of the person oriented, and ``barrier``: why that
    address must not be written to, empty when it may be. Of many files at once, what
    ``reached.safe_emails`` says of one; and not an address that refused a message for ever.

    A household that must not be found is never one of many: its team knows how to speak to it.
    """
    candidate = HouseholdMember.objects.on(today).filter(
        household=OuterRef("household"), link=Link.CANDIDATE, person__died_on__isnull=True
    )
    nested = HouseholdMember.objects.on(today).filter(
        household=OuterRef(OuterRef("household")),
        link=Link.CANDIDATE,
        person__died_on__isnull=True,
    )
    emails = ContactPoint.objects.filter(kind=ContactKind.EMAIL, person__in=nested.values("person"))
    said_safe = emails.filter(is_message_safe=True)
    said_otherwise = ContactPoint.objects.filter(
        kind=ContactKind.EMAIL,
        is_message_safe=False,
        person__memberships__household=OuterRef(OuterRef("household")),
        value__iexact=OuterRef("value"),
    )
    safe = said_safe.filter(~Exists(said_otherwise))
    usable = safe.filter(~Exists(_refused("value")), undelivered_on__isnull=True).order_by("pk")
    is_hidden = Q(household__must_not_be_found=True) | Q(
        household__housing_precarity=HousingPrecarity.VIOLENCE
    )
    return files.annotate(
        first_name=Subquery(candidate.order_by("pk").values("person__first_name")[:1]),
        address=Subquery(usable.values("value")[:1]),
        barrier=Case(
            When(standing__in=OVER_STANDINGS, then=Value(Barrier.OVER)),
            When(is_hidden, then=Value(Barrier.HIDDEN)),
            When(standing=Standing.SUSPENDED, then=Value(Barrier.SUSPENDED)),
            When(~Exists(candidate), then=Value(Barrier.NOBODY)),
            When(Exists(usable), then=Value(REACHED)),
            When(Exists(safe), then=Value(Barrier.REFUSED)),
            When(Exists(said_safe), then=Value(Barrier.UNSAFE)),
            When(Exists(emails.filter(is_message_safe=False)), then=Value(Barrier.UNSAFE)),
            When(Exists(emails), then=Value(Barrier.UNSURE)),
            default=Value(Barrier.NO_EMAIL),
            output_field=CharField(),
        ),
    )


def with_letter_box(bodies: OrganisationQuerySet) -> QuerySet[Any]:
    """With ``barrier``: a body without an address of its own is written to through its managers."""
    managers = Membership.objects.active().managers().filter(organisation=OuterRef("pk"))
    lost = OutboxMessage.objects.filter(
        REFUSED_FOR_EVER | Q(state=MessageState.BOUNCED), recipient=OuterRef("email")
    )
    return bodies.annotate(
        barrier=Case(
            When(~Q(email="") & ~Exists(lost), then=Value(REACHED)),
            When(~Q(email=""), then=Value(Barrier.REFUSED)),
            When(Exists(managers), then=Value(REACHED)),
            default=Value(Barrier.NO_EMAIL),
            output_field=CharField(),
        )
    )


def _refused(field: str) -> QuerySet[OutboxMessage]:
    return OutboxMessage.objects.filter(REFUSED_FOR_EVER, recipient=OuterRef(field))


def reach_of(actor: Actor, mailing: Mailing, today: date) -> Reach:
    """One query."""
    counted = aimed_at(actor, mailing, today).order_by().values_list("barrier")
    counts = dict(counted.annotate(how_many=Count("pk")))
    return Reach(reached=counts.pop(REACHED, 0), left_out=counts)


def reached_ids(actor: Actor, mailing: Mailing, today: date) -> list[int]:
    """Those that are written to, in a steady order; one more than ``MOST`` at most."""
    reached = aimed_at(actor, mailing, today).filter(barrier=REACHED).order_by("pk")
    return list(reached.values_list("pk", flat=True)[: MOST + 1])


def audience_facts(mailing: Mailing) -> list[tuple[str, str]]:
    """The filters, as people read them."""
    facts = [("Destinataires", MailingAudience(mailing.audience).label)]
    if not mailing.is_to_households:
        named = Departement.objects.filter(code=mailing.departement).values_list("name", flat=True)
        return [*facts, ("Département", f"{named.first() or ''} ({mailing.departement})".strip())]
    stages = ", ".join(Stage(stage).label for stage in mailing.stages)
    territory = mailing.territory.name if mailing.territory else "Tous"
    return [*facts, ("Étapes", stages or "Toutes"), ("Territoire d’accueil", territory)]


def departements_of_prescribers() -> list[tuple[str, str]]:
    """Code and name of those where somebody orients."""
    bodies = Organisation.objects.active().of_kind(OrganisationKind.PRESCRIBER)
    codes = bodies.exclude(departement="").order_by("departement")
    found = list(codes.values_list("departement", flat=True).distinct())
    names = dict(Departement.objects.filter(code__in=found).values_list("code", "name"))
    return [(code, f"{names.get(code, 'Département')} ({code})") for code in found]


def rows_aimed_at(
    actor: Actor, mailing: Mailing, today: date, barrier: str
) -> tuple[QuerySet[Any], str]:
    """Of a draft: exactly the rows that ``reach_of`` counts, and the field that orders them."""
    found = aimed_at(actor, mailing, today).filter(barrier=barrier)
    if mailing.is_to_households:
        return found.select_related("household", "territory"), "opened_on"
    return found, "pk"

"""One household's way through the programme."""

import uuid
from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.urls import reverse

from candidates.enums import (
    OPEN_STANDINGS,
    OVER_STANDINGS,
    Link,
    Stage,
    Standing,
)
from candidates.models.access import CaseAccess
from candidates.models.household import HouseholdMember
from emile.core.history import keep_history
from emile.core.models import NextEntry, next_sequence
from emile.core.workflow import Staged
from operators.enums import OrganisationKind
from operators.models.membership import Membership


if TYPE_CHECKING:
    from operators.actors import Actor


class ParcoursQuerySet(models.QuerySet["Parcours"]):
    # Scope

    def visible_to(self, actor: "Actor | None") -> Self:
        """The coordinator's are all; others see those that an access gives to the hat they wear."""
        if actor is None:
            return self.none()
        if actor.kind == OrganisationKind.COORDINATOR:
            return self.all()
        mine = CaseAccess.objects.readable().filter(
            parcours=OuterRef("pk"), organisation=actor.organisation_id, role=actor.kind
        )
        return self.filter(Exists(mine))

    # Filters

    def open(self) -> Self:
        return self.filter(standing__in=OPEN_STANDINGS)

    def after_settling(self) -> Self:
        """Those of households that settled, closed or left behind since then."""
        return self.filter(stage__in=(Stage.FOLLOW_UP, Stage.CLOSED), standing__in=OVER_STANDINGS)

    def held_by(self, organisation_id: int, role: str) -> Self:
        """Those that an organisation may act on, in that role."""
        held = CaseAccess.objects.current().filter(
            parcours=OuterRef("pk"), organisation=organisation_id, role=role
        )
        return self.filter(Exists(held))

    def of_worker(self, user_id: int | OuterRef) -> Self:
        """Those that a person follows, or has in hand at this stage."""
        return self.filter(Q(lead_worker=user_id) | Q(owner_user=user_id))

    def of_worker_or_nobody(self, user_id: int, organisation_id: int) -> Self:
        """Those that no colleague has instead: what nobody here follows is everyone's."""
        colleagues = Membership.objects.active().filter(organisation=organisation_id)
        theirs = colleagues.filter(
            Q(user=OuterRef("lead_worker")) | Q(user=OuterRef("owner_user"))
        ).exclude(user=user_id)
        return self.filter(Q(lead_worker=user_id) | Q(owner_user=user_id) | ~Exists(theirs))

    def of_workers(self, users: QuerySet[Any]) -> Self:
        """The same of several people, given by a query of their ids."""
        return self.filter(Q(lead_worker__in=users) | Q(owner_user__in=users))

    def waiting(self, today: date) -> Self:
        """For whoever has the hand, suspended files aside until the day they are to be looked at
        again, and those put aside until theirs."""
        return self.open().filter(~_asleep_q(today), ~_set_aside_q(today))

    def waiting_for(self, organisation_id: int, today: date) -> Self:
        return self.waiting(today).filter(owner_organisation=organisation_id)

    def set_aside_by(self, organisation_id: int, today: date) -> Self:
        """Whose move it is too, later."""
        mine = self.open().filter(~_asleep_q(today), owner_organisation=organisation_id)
        return mine.filter(_set_aside_q(today))

    def elsewhere(self, organisation_id: int, today: date) -> Self:
        """The other open files."""
        return self.open().filter(~Q(owner_organisation=organisation_id) | _asleep_q(today))

    # Shapes

    def for_list(self) -> Self:
        return self.for_table("owner_organisation").prefetch_related("accesses")

    def for_table(self, *related: str) -> Self:
        """Rows to look through, from which nobody acts; ``related`` are the columns they show."""
        return self.select_related("household", *related).prefetch_related(
            Prefetch("household__members", HouseholdMember.objects.named())
        )

    def for_detail(self, *related: str) -> Self:
        """With ``stages_seen``, where the file has been, what a return left behind included; and
        ``first_wish``, the name of the preferred territory. ``related`` is what else a page reads
        of the file."""
        from candidates.models.journal import ParcoursEvent
        from candidates.models.wishes import TerritoryWish

        seen = ParcoursEvent.objects.filter(parcours=OuterRef("pk")).values("to_stage").distinct()
        wishes = TerritoryWish.objects.filter(parcours=OuterRef("pk")).order_by("rank")
        members = HouseholdMember.objects.select_related(
            "person__aspirational_project", "person__retained_project"
        )
        return (
            self.select_related("household", "owner_organisation", *related)
            .prefetch_related(
                Prefetch("household__members", members),
                "household__members__person__permits",
                Prefetch("accesses", CaseAccess.objects.select_related("organisation")),
            )
            .annotate(
                stages_seen=ArraySubquery(seen),
                first_wish=Subquery(wishes.values("territory__name")[:1]),
            )
        )

    def with_next_entry(self) -> Self:
        """With the id and the number of the next row of the journal. The number is right as long as
        the row is held; the id is nobody else's."""
        from candidates.models.journal import ParcoursEvent

        events = ParcoursEvent.objects.filter(parcours=OuterRef("pk"))
        return self.annotate(
            next_entry_id=NextEntry(ParcoursEvent), next_sequence=next_sequence(events)
        )


def _asleep_q(today: date) -> Q:
    return Q(standing=Standing.SUSPENDED, due_on__gt=today)


def _set_aside_q(today: date) -> Exists:
    """By the organisation that has the hand."""
    from candidates.models.snooze import Snooze

    running = Snooze.objects.filter(until__gt=today, due_on=OuterRef("due_on"))
    return Exists(
        running.filter(parcours=OuterRef("pk"), organisation=OuterRef("owner_organisation"))
    )


@keep_history()
class Parcours(Staged):
    """A household's way from its orientation to the end of its follow-up.

    ``stage``, ``standing``, owner, due date and territory are projections of the journal, kept in
    the same transaction as it by ``candidates.workflow`` and nobody else.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    household = models.ForeignKey(
        "candidates.Household", models.PROTECT, related_name="all_parcours", verbose_name="ménage"
    )
    version = models.PositiveIntegerField("version", default=1, editable=False)
    opened_on = models.DateField("ouvert le")
    prescriber_is_committed = models.BooleanField(
        "structure engagée à co-accompagner", null=True, blank=True
    )
    stage = models.CharField("étape", max_length=20, choices=Stage, editable=False)
    standing = models.CharField("statut", max_length=20, choices=Standing, editable=False)
    stage_since = models.DateField("à cette étape depuis le", editable=False)
    owner_organisation = models.ForeignKey(
        "operators.Organisation",
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="organisation qui a la main",
        editable=False,
    )
    owner_user = models.ForeignKey(
        "operators.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="personne qui a la main",
        editable=False,
    )
    due_on = models.DateField("à faire avant le", null=True, editable=False)
    territory = models.ForeignKey(
        "territories.Territory",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="territoire d’accueil",
        editable=False,
    )
    lead_worker = models.ForeignKey(
        "operators.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="référent unique",
    )
    previous = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="returns",
        verbose_name="parcours précédent du ménage",
        editable=False,
    )

    stages_seen: list[str]
    first_wish: str | None

    objects = ParcoursQuerySet.as_manager()

    class Meta:
        verbose_name = "parcours"
        verbose_name_plural = "parcours"
        constraints = [
            models.UniqueConstraint(
                name="parcours_one_open_per_household",
                fields=["household"],
                condition=Q(standing__in=OPEN_STANDINGS),
                violation_error_message="Ce ménage a déjà un parcours en cours.",
            ),
            models.CheckConstraint(
                name="parcours_open_has_an_owner_and_a_due_date",
                condition=~Q(standing__in=OPEN_STANDINGS)
                | Q(owner_organisation__isnull=False, due_on__isnull=False),
                violation_error_message="Un parcours ouvert a toujours un responsable et une échéance.",
            ),
            models.CheckConstraint(
                name="parcours_closed_only_after_follow_up",
                condition=Q(stage=Stage.CLOSED, standing=Standing.CLOSED)
                | ~Q(stage=Stage.CLOSED) & ~Q(standing=Standing.CLOSED),
                violation_error_message="Un parcours n’est clos qu’à la fin de l’accompagnement.",
            ),
        ]
        indexes = [
            models.Index(name="parcours_to_do", fields=["owner_organisation", "due_on", "id"]),
            models.Index(name="parcours_by_stage", fields=["stage", "standing"]),
            models.Index(name="parcours_in_order", fields=["opened_on", "id"]),
        ]

    def __str__(self) -> str:
        return f"Parcours {self.public_id}"

    def get_absolute_url(self) -> str:
        return reverse("candidates:parcours_detail", args=[self.public_id])

    @property
    def is_open(self) -> bool:
        return self.standing in OPEN_STANDINGS

    def is_asleep_on(self, day: date) -> bool:
        return self.standing == Standing.SUSPENDED and self.due_on is not None and self.due_on > day

    @property
    def people(self) -> str:
        """The people of the household, the candidate first; expects its members prefetched."""
        members = sorted(
            self.household.members.all(),
            key=lambda member: (member.link != Link.CANDIDATE, member.pk),
        )
        return ", ".join(member.person.full_name for member in members if member.until is None)

    def holders(self, role: OrganisationKind) -> list[int]:
        """The organisations that hold the file in that role, the first one first.

        Iterates, for prefetches' sake.
        """
        held = [
            access for access in self.accesses.all() if access.role == role and access.until is None
        ]
        return [access.organisation_id for access in sorted(held, key=lambda one: one.since)]

    def is_held_by(self, actor: "Actor") -> bool:
        """Iterates, for prefetches’ sake."""
        return any(
            access.organisation_id == actor.organisation_id
            and access.role == actor.kind
            and access.until is None
            for access in self.accesses.all()
        )

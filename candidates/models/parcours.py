"""One household's way through the programme, its journal, and who may open it."""

import uuid
from datetime import date
from typing import TYPE_CHECKING, Self

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q, Subquery
from django.db.models.expressions import Combinable
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
from emile.core.models import LedgerEntry
from emile.core.workflow import Staged
from operators.enums import OrganisationKind


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

    def of_worker(self, user_id: int) -> Self:
        """Those that a person follows, or has in hand at this stage."""
        return self.filter(Q(lead_worker=user_id) | Q(owner_user=user_id))

    def waiting_for(self, organisation_id: int, today: date) -> Self:
        """Whose move it is, suspended files aside until the day they are to be looked at again."""
        return (
            self.open()
            .filter(owner_organisation=organisation_id)
            .exclude(standing=Standing.SUSPENDED, due_on__gt=today)
        )

    def elsewhere(self, organisation_id: int, today: date) -> Self:
        """The other open files."""
        return self.open().exclude(
            pk__in=Parcours.objects.waiting_for(organisation_id, today).values("pk")
        )

    # Shapes

    def for_list(self) -> Self:
        return self.select_related("household", "owner_organisation", "territory").prefetch_related(
            _members(), "accesses"
        )

    def for_table(self) -> Self:
        """Rows to look through, from which nobody acts."""
        return self.select_related(
            "household", "owner_organisation", "territory", "lead_worker"
        ).prefetch_related(_members())

    def for_detail(self) -> Self:
        """With ``stages_seen``, where the file has been, what a return left behind included; and
        ``first_wish``, the name of the preferred territory."""
        from candidates.models.wishes import TerritoryWish

        seen = ParcoursEvent.objects.filter(parcours=OuterRef("pk")).values("to_stage").distinct()
        wishes = TerritoryWish.objects.filter(parcours=OuterRef("pk")).order_by("rank")
        return (
            self.select_related(
                "household__sleeps_in__departement",
                "household__domiciled_in__departement",
                "owner_organisation",
                "owner_user",
                "lead_worker",
                "territory",
                "aspirations",
            )
            .prefetch_related(
                _members("person__aspirational_project", "person__retained_project"),
                "household__members__person__permits",
                Prefetch("accesses", CaseAccess.objects.select_related("organisation")),
            )
            .annotate(
                stages_seen=ArraySubquery(seen),
                first_wish=Subquery(wishes.values("territory__name")[:1]),
            )
        )


def _members(*more: str) -> Prefetch:
    members = HouseholdMember.objects.select_related("person", *more)
    return Prefetch("household__members", members)


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
        return actor.organisation_id in self.holders(actor.kind)


# Acts beside the stages, on which no other act rests.
LIGHT_ACTS = (
    "note",
    "plan_appointment",
    "close_appointment",
    "edit_household",
    "edit_person",
    "record_permit",
    "record_contact",
    "ask_documents",
    "receive_document",
    "add_action",
    "edit_action",
    "join",
    "leave",
    "add_visit",
    "edit_visit",
    "remove_visit",
    "add_cost",
    "edit_cost",
    "remove_cost",
)
# What happens in the life of a household: on a thread of its own, apart from what moves the file.
LIFE_ACTS = (
    "add_member",
    "member_moves",
    "member_leaves",
    "expect_birth",
    "record_birth",
    "record_death",
    "separate",
    "lose_shelter",
    "find_shelter",
    "assign_worker",
)
# Put right in another way: by writing again, or by the act that is their contrary.
NEVER_CORRECTED = (
    "open",
    "open_apart",
    "open_again",
    "wake",
    "separate",
    "reopen",
    *LIGHT_ACTS[1:],
)
# Corrected after others have followed, they move nothing.
ASIDE_ACTS = ("note", *LIFE_ACTS)


class ParcoursEventQuerySet(models.QuerySet["ParcoursEvent"]):
    def visible_to(self, actor: "Actor | None") -> Self:
        """Of files the actor may open: a confidential exchange is its organisation's affair, even
        that it took place; so is what a host operator was asked, and answered."""
        from candidates.models.note import Note
        from candidates.models.placement import PlacementChange

        if actor is None:
            return self.none()
        elsewhere = Note.objects.confidential().exclude(organisation=actor.organisation_id)
        told = self.filter(~Exists(elsewhere.filter(event=OuterRef("pk"))))
        if actor.kind != OrganisationKind.HOST:
            return told
        changes = PlacementChange.objects.filter(
            Q(event=OuterRef("pk")) | Q(event=OuterRef("corrects"))
        )
        mine = changes.filter(placement__host=actor.organisation_id)
        return told.filter(Exists(mine) | ~Exists(changes))

    def standing(self) -> Self:
        """Those that were not corrected, corrections themselves aside."""
        return self.filter(correction__isnull=True, corrects__isnull=True)

    def correctable_by(self, actor: "Actor") -> Self:
        """The last act of a file, its last event of life, and exchanges: by its author, a manager,
        or the coordinator.

        What was said in an exchange is the affair of the organisation that noted it.
        """
        later = (
            ParcoursEvent.objects.standing()
            .filter(parcours=OuterRef("parcours"), sequence__gt=OuterRef("sequence"))
            .exclude(kind__in=LIGHT_ACTS)
        )
        is_life, later_life = Q(kind__in=LIFE_ACTS), later.filter(kind__in=LIFE_ACTS)
        later = later.exclude(kind__in=LIFE_ACTS)
        may = Q(actor_organisation_id=actor.organisation_id)
        if not actor.is_manager:
            may &= Q(actor_user_id=actor.user_id)
        if actor.kind == OrganisationKind.COORDINATOR:
            may |= ~Q(kind="note")
        return (
            self.standing()
            .exclude(kind__in=NEVER_CORRECTED)
            .filter(may, Q(kind="note") | is_life & ~Exists(later_life) | ~is_life & ~Exists(later))
        )


class ParcoursEvent(LedgerEntry):
    """One act on one parcours, with what the file was before it and what it became.

    A correction is an act too: it points at the one it undoes, whose facts no longer count.
    """

    parcours = models.ForeignKey(
        Parcours, models.PROTECT, related_name="events", verbose_name="parcours"
    )
    from_stage = models.CharField("étape avant", max_length=20, choices=Stage, blank=True)
    to_stage = models.CharField("étape après", max_length=20, choices=Stage)
    from_standing = models.CharField("statut avant", max_length=20, choices=Standing, blank=True)
    to_standing = models.CharField("statut après", max_length=20, choices=Standing)
    stage_since = models.DateField("à cette étape depuis le")
    owner_organisation_id = models.BigIntegerField("organisation qui a la main", null=True)
    owner_user_id = models.BigIntegerField("personne qui a la main", null=True)
    due_on = models.DateField("à faire avant le", null=True)
    territory_id = models.BigIntegerField("territoire", null=True)
    corrects = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        related_name="correction",
        verbose_name="corrige",
    )

    objects = ParcoursEventQuerySet.as_manager()

    class Meta:
        verbose_name = "acte"
        verbose_name_plural = "actes"
        constraints = [
            models.UniqueConstraint(name="parcoursevent_in_order", fields=["parcours", "sequence"]),
        ]
        indexes = [
            models.Index(name="parcoursevent_by_kind", fields=["kind", "occurred_on"]),
            models.Index(name="parcoursevent_by_txid", fields=["transaction_id", "id"]),
            models.Index(name="parcoursevent_as_written", fields=["recorded_at", "id"]),
        ]


class Fact(models.Model):
    """What an act established. It counts as long as its act was not corrected."""

    # The journal row is written after the facts, under an id reserved before: the key is deferred.
    event = models.ForeignKey(
        ParcoursEvent, models.PROTECT, related_name="+", verbose_name="acte", editable=False
    )

    class Meta:
        abstract = True


def counts_q() -> Combinable:
    """Facts whose act was not corrected; those of the act being performed have no row yet."""
    return ~Exists(ParcoursEvent.objects.filter(corrects=OuterRef("event_id")))

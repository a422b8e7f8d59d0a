"""What was done on a file, act by act, and the facts that rest on it."""

from functools import cache
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.expressions import Combinable

from candidates.enums import Stage, Standing
from candidates.models.parcours import Parcours
from emile.core.models import Checked, LedgerEntry
from operators.enums import OrganisationKind


if TYPE_CHECKING:
    from operators.actors import Actor


# Acts beside the stages, on which no other act rests.
LIGHT_ACTS = (
    "note",
    "plan_appointment",
    "close_appointment",
    "edit_household",
    "edit_person",
    "record_permit",
    "record_contact",
    "remind",
    "ask_documents",
    "receive_document",
    "see_document",
    "remind_papers",
    "upload_document",
    "remove_document",
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
    "hold_offer",
    "follow_hold",
    "release_offer",
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
        of_rivals = Note.objects.of_rivals(actor.organisation_id)
        told = told.filter(~Exists(of_rivals.filter(event=OuterRef("pk"))))
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
        is_life, (later_life, later) = Q(kind__in=LIFE_ACTS), _acts_after()
        may = Q(actor_organisation_id=actor.organisation_id)
        if not actor.is_manager:
            may &= Q(actor_user_id=actor.user_id)
        if actor.kind == OrganisationKind.COORDINATOR:
            may |= ~Q(kind="note")
        return (
            self.standing()
            .exclude(kind__in=NEVER_CORRECTED)
            .filter(may, Q(kind="note") | is_life & ~later_life | ~is_life & ~later)
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


@cache
def _acts_after() -> tuple[Exists, Exists]:
    """An event of life that came later, and an act that did; light ones are nothing to rest on.

    Built once, as ``counts_q()`` is.
    """
    later = (
        ParcoursEvent.objects.standing()
        .filter(parcours=OuterRef("parcours"), sequence__gt=OuterRef("sequence"))
        .exclude(kind__in=LIGHT_ACTS)
    )
    return Exists(later.filter(kind__in=LIFE_ACTS)), Exists(later.exclude(kind__in=LIFE_ACTS))


class Fact(Checked):
    """What an act established. It counts as long as its act was not corrected."""

    # The journal row is written after the facts, under an id reserved before: the key is deferred.
    event = models.ForeignKey(
        ParcoursEvent, models.PROTECT, related_name="+", verbose_name="acte", editable=False
    )

    class Meta:
        abstract = True


@cache
def counts_q() -> Combinable:
    """Facts whose act was not corrected; those of the act being performed have no row yet.

    Built once: what uses an expression works on a copy of it.
    """
    return ~Exists(ParcoursEvent.objects.filter(corrects=OuterRef("event_id")))

"""Before and beside the file: drafts of orientation, and requests to join a file that exists."""

import uuid
from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse

from candidates.models.drafts import KeptTyping
from candidates.models.parcours import Parcours
from emile.core.models import Checked
from operators.actors import Actor
from operators.enums import OrganisationKind


class OrientationStep(models.TextChoices):
    """The pages of an orientation, by the word of their address."""

    BODY = "structure", "Votre structure"
    IDENTITY = "identite", "Le foyer"
    SITUATION = "situation", "La situation"
    COMMITMENT = "engagement", "Les accords"
    CONFIRMATION = "confirmation", "Vérifier et confirmer"


class DraftQuerySet(models.QuerySet["Draft"]):
    # Scope

    def visible_to(self, actor: Actor | None) -> Self:
        """A draft belongs to the organisation: a colleague can take it over."""
        if actor is None:
            return self.none()
        return self.filter(organisation=actor.organisation_id)

    # Shapes

    def for_list(self) -> Self:
        return self.select_related("author", "saved_by").order_by("-saved_at", "-pk")


class Draft(KeptTyping):
    """An orientation as far as it has been typed.

    ``data`` is what the pages posted, by step: the values of each field as they were typed, so that
    nothing is lost, not even what is not valid yet.
    """

    author = models.ForeignKey(
        "operators.User", models.PROTECT, related_name="+", verbose_name="commencé par"
    )
    started_at = models.DateTimeField("commencé le")

    objects = DraftQuerySet.as_manager()

    class Meta:
        verbose_name = "brouillon d’orientation"
        verbose_name_plural = "brouillons d’orientation"
        indexes = [models.Index(name="draft_by_organisation", fields=["organisation", "saved_at"])]

    def __str__(self) -> str:
        return str(self.public_id)

    def get_absolute_url(self) -> str:
        return self.url_of(self.next_step)

    def url_of(self, step: str) -> str:
        if step == OrientationStep.CONFIRMATION:
            return reverse("candidates:orientation_confirm", args=[self.public_id])
        return reverse("candidates:orientation_step", args=[self.public_id, step])

    @property
    def next_step(self) -> OrientationStep:
        """The first page that was not opened yet."""
        return next(step for step in OrientationStep if step not in self.data)

    def typed(self, step: str, *names: str) -> str:
        """What was typed in these fields of a step, one after the other."""
        fields = self.data.get(step, {})
        return " ".join(value for name in names for value in fields.get(name, []) if value)

    @property
    def typed_name(self) -> str:
        return self.typed(OrientationStep.IDENTITY, "first_name", "last_name")


class JoinRequestState(models.TextChoices):
    PENDING = "pending", "En attente"
    ACCEPTED = "accepted", "Même personne"
    DECLINED = "declined", "Autre personne"
    UNDONE = "undone", "Annulée : ce n’est pas la même personne"


class JoinRequestQuerySet(models.QuerySet["JoinRequest"]):
    # Scope

    def visible_to(self, actor: Actor | None) -> Self:
        """The coordinator answers them; an orienting body follows its own."""
        match actor:
            case Actor(kind=OrganisationKind.COORDINATOR):
                return self.all()
            case Actor(kind=OrganisationKind.PRESCRIBER):
                return self.filter(organisation=actor.organisation_id)
            case _:
                return self.none()

    # Filters

    def pending(self) -> Self:
        return self.filter(state=JoinRequestState.PENDING)

    # Shapes

    def for_list(self) -> Self:
        return self.select_related("organisation", "requested_by", "parcours__household").order_by(
            "-requested_at", "-pk"
        )

    def for_detail(self) -> Self:
        return self.select_related("organisation", "requested_by", "draft", "parcours__household")


class JoinRequest(Checked):
    """An orienting body asks to join a file that already exists, without having seen it.

    The coordinator answers. Accepting adds an access and moves no row; undoing withdraws it and
    lists what was read meanwhile.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="join_requests", verbose_name="parcours"
    )
    organisation = models.ForeignKey(
        "operators.Organisation", models.PROTECT, related_name="+", verbose_name="demandé par"
    )
    requested_by = models.ForeignKey(
        "operators.User", models.PROTECT, related_name="+", verbose_name="personne"
    )
    draft = models.ForeignKey(
        Draft, models.SET_NULL, null=True, related_name="+", verbose_name="brouillon"
    )
    requested_at = models.DateTimeField("demandé le")
    state = models.CharField(
        "réponse", max_length=10, choices=JoinRequestState, default=JoinRequestState.PENDING
    )
    answered_at = models.DateTimeField("répondu le", null=True, blank=True)
    undone_at = models.DateTimeField("annulé le", null=True, blank=True)

    objects = JoinRequestQuerySet.as_manager()

    class Meta:
        verbose_name = "demande de rattachement"
        verbose_name_plural = "demandes de rattachement"
        constraints = [
            models.CheckConstraint(
                name="joinrequest_answer_has_a_date",
                condition=Q(state=JoinRequestState.PENDING, answered_at__isnull=True)
                | ~Q(state=JoinRequestState.PENDING) & Q(answered_at__isnull=False),
                violation_error_message="Une demande a une date de réponse dès qu’elle en a une.",
            ),
            models.CheckConstraint(
                name="joinrequest_undone_has_a_date",
                condition=Q(state=JoinRequestState.UNDONE, undone_at__isnull=False)
                | ~Q(state=JoinRequestState.UNDONE) & Q(undone_at__isnull=True),
                violation_error_message="Un rattachement annulé a une date d’annulation.",
            ),
            models.UniqueConstraint(
                name="joinrequest_one_pending",
                fields=["parcours", "organisation"],
                condition=Q(state=JoinRequestState.PENDING),
                violation_error_message="Une demande est déjà en attente pour ce dossier.",
            ),
        ]

    def __str__(self) -> str:
        return str(self.public_id)

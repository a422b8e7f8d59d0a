"""Where people are informed: the meetings of the programme, who is invited, and who came."""

import uuid
from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Count, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.urls import reverse

from candidates.enums import InformationMode, InvitationAnswer
from candidates.models.journal import Fact, counts_q
from candidates.models.parcours import Parcours
from emile.core.history import keep_history
from emile.core.models import Checked
from operators.enums import OrganisationKind


if TYPE_CHECKING:
    from operators.actors import Actor


class InformationSessionQuerySet(models.QuerySet["InformationSession"]):
    # Scope

    def visible_to(self, actor: "Actor | None") -> Self:
        """An upstream operator's own."""
        if actor is None or actor.kind != OrganisationKind.UPSTREAM:
            return self.none()
        return self.filter(organisation=actor.organisation_id)

    # Filters

    def ahead_of(self, day: date) -> Self:
        """From that day on, cancelled ones aside."""
        return self.filter(held_on__gte=day, cancelled_on__isnull=True)

    # Shapes

    def for_list(self) -> Self:
        """With how many households came (``came_count``), did not (``missed_count``) and have a
        seat (``seated_count``)."""
        return self.select_related("kind").annotate(
            came_count=_households(Attendance.objects.filter(was_present=True)),
            missed_count=_households(Attendance.objects.filter(was_present=False)),
            seated_count=_households(SessionInvitation.objects.seated()),
        )


def _households(told: models.QuerySet[Any]) -> Coalesce:
    noted = told.filter(counts_q(), session=OuterRef("pk")).order_by()
    per_session = noted.values("session").annotate(count=Count("parcours", distinct=True))
    return Coalesce(Subquery(per_session.values("count")), 0)


class InformationSession(Checked):
    """A meeting of an upstream operator: the mandatory information, or another event."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(
        "operators.Organisation", models.PROTECT, related_name="+", verbose_name="organisée par"
    )
    # None for the meetings that were planned before events had kinds: all gave the information.
    kind = models.ForeignKey(
        "candidates.EventKind",
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="type d’événement",
    )
    title = models.CharField("titre", max_length=120, blank=True)
    held_on = models.DateField("date")
    starts_at = models.TimeField("heure de début", null=True, blank=True)
    ends_at = models.TimeField("heure de fin", null=True, blank=True)
    place = models.CharField("lieu", max_length=200, blank=True)
    link = models.URLField("lien de la visioconférence", blank=True)
    capacity = models.PositiveSmallIntegerField("places", null=True, blank=True)
    cancelled_on = models.DateField("annulée le", null=True, editable=False)

    objects = InformationSessionQuerySet.as_manager()

    class Meta:
        verbose_name = "réunion d’information"
        verbose_name_plural = "réunions d’information"
        constraints = [
            models.UniqueConstraint(
                name="informationsession_once",
                fields=["organisation", "held_on", "starts_at", "place"],
                nulls_distinct=False,
                condition=Q(cancelled_on__isnull=True),
                violation_error_message="Cette réunion est déjà enregistrée.",
            ),
            models.CheckConstraint(
                name="informationsession_is_somewhere",
                condition=~Q(place="") | ~Q(link=""),
                violation_error_message="Indiquez un lieu ou un lien.",
            ),
            models.CheckConstraint(
                name="informationsession_ends_after_it_starts",
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")),
                violation_error_message="L’heure de fin précède l’heure de début, ou celle-ci manque.",
            ),
            models.CheckConstraint(
                name="informationsession_has_a_seat",
                condition=Q(capacity__isnull=True) | Q(capacity__gt=0),
                violation_error_message="Prévoyez au moins une place.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.held_on}"

    def get_absolute_url(self) -> str:
        return reverse("candidates:session_detail", args=[self.public_id])

    @property
    def informs(self) -> bool:
        """Is it the mandatory information, which leads to the diagnosis?"""
        return self.kind is None or self.kind.is_mandatory

    @property
    def name(self) -> str:
        return self.title or (self.kind.label if self.kind else "Réunion d’information collective")

    @property
    def where(self) -> str:
        return self.place or "En visioconférence"


class SessionInvitationQuerySet(models.QuerySet["SessionInvitation"]):
    def standing(self) -> Self:
        """To meetings that were not cancelled, with the last answer (``answer``, "" if none)."""
        replies = InvitationReply.objects.filter(counts_q(), invitation=OuterRef("pk"))
        last = replies.order_by("-event_id").values("answer")[:1]
        return self.filter(counts_q(), session__cancelled_on__isnull=True).annotate(
            answer=Coalesce(Subquery(last), Value(""))
        )

    def seated(self) -> Self:
        """Those that keep a seat: they did not say that they would not come."""
        # No answer is not a refusal: in SQL, NULL alone would be left out with it.
        return self.standing().exclude(answer__isnull=False, answer=InvitationAnswer.NOT_COMING)


@keep_history()
class SessionInvitation(Fact):
    """A household was asked to come."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="invitations", verbose_name="parcours"
    )
    session = models.ForeignKey(
        InformationSession, models.PROTECT, related_name="invitations", verbose_name="réunion"
    )

    objects = SessionInvitationQuerySet.as_manager()

    class Meta:
        verbose_name = "invitation à une réunion"
        verbose_name_plural = "invitations à une réunion"

    def __str__(self) -> str:
        return f"{self.session_id}"


@keep_history()
class InvitationReply(Fact):
    """What the household said of it; the last answer counts."""

    invitation = models.ForeignKey(
        SessionInvitation, models.CASCADE, related_name="replies", verbose_name="invitation"
    )
    answer = models.CharField("réponse", max_length=20, choices=InvitationAnswer)

    class Meta:
        verbose_name = "réponse à une invitation"
        verbose_name_plural = "réponses à une invitation"

    def __str__(self) -> str:
        return self.answer


class AttendanceQuerySet(models.QuerySet["Attendance"]):
    def of_information(self) -> Self:
        """Where the programme was explained, other events aside."""
        return self.filter(
            Q(session__isnull=True)
            | Q(session__kind__isnull=True)
            | Q(session__kind__is_mandatory=True)
        )


@keep_history()
class Attendance(Fact):
    """A household was informed, or did not come. Given individually or by phone, it counts."""

    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="attendances", verbose_name="parcours"
    )
    session = models.ForeignKey(
        InformationSession,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="attendances",
        verbose_name="réunion",
    )
    mode = models.CharField("comment", max_length=20, choices=InformationMode)
    was_present = models.BooleanField("présence")

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        verbose_name = "présence à l’information"
        verbose_name_plural = "présences à l’information"
        constraints = [
            models.CheckConstraint(
                name="attendance_session_when_collective",
                condition=~Q(mode=InformationMode.SESSION) | Q(session__isnull=False),
                violation_error_message="Indiquez de quelle réunion il s’agit.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.mode} {self.was_present}"

import uuid

from django.core.signing import BadSignature, Signer
from django.db import models

from emile.core.models import Checked
from operators.enums import OrganisationKind
from operators.models.membership import Membership


SIGNER = Signer(salt="operators.calendar_feed")


class CalendarFeedQuerySet(models.QuerySet["CalendarFeed"]):
    def of_token(self, token: str) -> "CalendarFeed | None":
        """None when the address is not ours, was given up, or its membership is closed."""
        try:
            public_id = uuid.UUID(SIGNER.unsign(token))
        except (BadSignature, ValueError):
            return None
        rows = self.filter(membership__in=Membership.objects.active(), public_id=public_id)
        feed = rows.select_related("membership__organisation").first()
        return feed if feed and feed.kind in feed.membership.organisation.hats else None


class CalendarFeed(Checked):
    """The private address by which a calendar reads what a person has to do under one hat.

    The address is signed and not kept: whoever reads the table can't make it. Another one ends it.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    membership = models.ForeignKey(
        Membership, models.CASCADE, related_name="feeds", verbose_name="membre"
    )
    kind = models.CharField("au titre de", max_length=20, choices=OrganisationKind)
    created_at = models.DateTimeField("créée le")

    objects = CalendarFeedQuerySet.as_manager()

    class Meta:
        verbose_name = "adresse d’agenda"
        verbose_name_plural = "adresses d’agenda"
        constraints = [
            models.UniqueConstraint(
                name="calendarfeed_one_per_hat",
                fields=["membership", "kind"],
                violation_error_message="Cette adresse existe déjà.",
            ),
        ]

    def __str__(self) -> str:
        return f"CalendarFeed {self.pk}"

    @property
    def token(self) -> str:
        return SIGNER.sign(str(self.public_id))

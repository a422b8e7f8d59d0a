from typing import Self

from django.db import models

from emile.core.models import Checked
from operators.actors import Actor
from operators.enums import DirectoryEventKind, OrganisationKind


class DirectoryEventQuerySet(models.QuerySet["DirectoryEvent"]):
    # Scope

    def visible_to(self, actor: Actor | None) -> Self:
        match actor:
            case Actor(kind=OrganisationKind.COORDINATOR):
                return self.all()
            case Actor(is_manager=True):
                return self.filter(organisation=actor.organisation_id)
            case _:
                return self.none()

    # Shapes

    def for_list(self) -> Self:
        return self.select_related("user").order_by("-occurred_at", "-pk")


class DirectoryEvent(Checked):
    """One line of the directory's journal: who changed who may act, and when.

    The payload holds codes and identifiers, never a name or a free text.
    """

    # The application login may insert and read these rows, and nothing else.
    append_only = True

    occurred_at = models.DateTimeField("date", editable=False)
    kind = models.CharField("fait", max_length=40, choices=DirectoryEventKind, editable=False)
    organisation = models.ForeignKey(
        "operators.Organisation",
        models.PROTECT,
        related_name="directory_events",
        editable=False,
        verbose_name="organisation concernée",
    )
    user = models.ForeignKey(
        "operators.User",
        models.PROTECT,
        related_name="+",
        null=True,
        editable=False,
        verbose_name="par",
    )
    on_behalf_of = models.ForeignKey(
        "operators.Organisation",
        models.PROTECT,
        related_name="+",
        null=True,
        editable=False,
        verbose_name="pour le compte de",
    )
    subject = models.UUIDField("objet", editable=False)
    payload = models.JSONField("détail", default=dict, editable=False)

    objects = DirectoryEventQuerySet.as_manager()

    class Meta:
        verbose_name = "événement de l’annuaire"
        verbose_name_plural = "événements de l’annuaire"
        indexes = [
            models.Index(name="directory_event_latest", fields=["organisation", "-occurred_at"]),
        ]

    def __str__(self) -> str:
        return f"DirectoryEvent {self.pk} {self.kind}"

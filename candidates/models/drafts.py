"""What was typed and not sent yet."""

import uuid
from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils.datastructures import MultiValueDict

from candidates.models.parcours import Parcours
from emile.core.models import Checked


if TYPE_CHECKING:
    from operators.actors import Actor


class KeptTyping(Checked):
    """Belongs to the organisation: a colleague can take it over."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(
        "operators.Organisation", models.CASCADE, related_name="+", verbose_name="organisation"
    )
    saved_by = models.ForeignKey(
        "operators.User", models.PROTECT, related_name="+", verbose_name="enregistré par"
    )
    data = models.JSONField("saisie", default=dict)
    saved_at = models.DateTimeField("enregistré le")

    class Meta:
        abstract = True


class ActDraftQuerySet(models.QuerySet["ActDraft"]):
    def visible_to(self, actor: "Actor | None") -> Self:
        if actor is None:
            return self.none()
        return self.filter(organisation=actor.organisation_id)

    def of_page(self, path: str) -> Self:
        """The newest first."""
        return self.filter(path=path).select_related("saved_by").order_by("-saved_at", "-pk")


class ActDraft(KeptTyping):
    """A long page of a file as far as one person has typed it.

    Written beside the file, not in it: nobody reads it there before it is sent.
    """

    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="act_drafts", verbose_name="parcours"
    )
    path = models.CharField("adresse de la page", max_length=200)

    objects = ActDraftQuerySet.as_manager()

    class Meta:
        verbose_name = "brouillon d’un acte"
        verbose_name_plural = "brouillons d’actes"
        constraints = [
            models.UniqueConstraint(
                name="actdraft_one_per_person_and_page",
                fields=["path", "organisation", "saved_by"],
                violation_error_message="Un brouillon existe déjà pour cette page.",
            ),
        ]

    def __str__(self) -> str:
        return str(self.public_id)

    @property
    def typed(self) -> MultiValueDict[str, str]:
        return MultiValueDict(self.data)

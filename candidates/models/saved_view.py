"""How people look at the list of households: filters they have named, columns they have chosen."""

import uuid
from typing import TYPE_CHECKING, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse

from candidates.enums import ListColumn
from emile.core.models import Checked


if TYPE_CHECKING:
    from operators.actors import Actor


class SavedViewQuerySet(models.QuerySet["SavedView"]):
    def visible_to(self, actor: "Actor | None") -> Self:
        """One's own, and those that colleagues share, under the organisation that is worn."""
        if actor is None:
            return self.none()
        mine = Q(owner=actor.user_id) | Q(is_shared=True)
        return self.filter(mine, organisation=actor.organisation_id)

    def for_list(self) -> Self:
        return self.select_related("owner").order_by("name", "pk")


class SavedView(Checked):
    """Filters of the list under a name. It gives no right: each reader finds the files they hold."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    owner = models.ForeignKey(
        "operators.User", models.PROTECT, related_name="+", verbose_name="enregistrée par"
    )
    organisation = models.ForeignKey(
        "operators.Organisation", models.PROTECT, related_name="+", verbose_name="organisation"
    )
    name = models.CharField("nom de la vue", max_length=60)
    # Never the name, the number or the date that somebody was looked for by.
    query = models.CharField("filtres", max_length=4000)
    is_shared = models.BooleanField("partagée avec mon organisation", default=False)

    objects = SavedViewQuerySet.as_manager()

    class Meta:
        verbose_name = "vue enregistrée"
        verbose_name_plural = "vues enregistrées"
        constraints = [
            models.UniqueConstraint(
                name="savedview_one_per_name",
                fields=["owner", "organisation", "name"],
                violation_error_message="Vous avez déjà une vue de ce nom.",
            ),
        ]

    def __str__(self) -> str:
        return str(self.public_id)

    def get_absolute_url(self) -> str:
        return f"{reverse('candidates:parcours_list')}?{self.query}"


class ListLayout(Checked):
    """The columns that one person has chosen."""

    user = models.OneToOneField(
        "operators.User", models.CASCADE, related_name="list_layout", verbose_name="personne"
    )
    columns = ArrayField(
        models.CharField(max_length=20, choices=ListColumn), verbose_name="colonnes", default=list
    )

    class Meta:
        verbose_name = "disposition de la liste"
        verbose_name_plural = "dispositions de la liste"

    def __str__(self) -> str:
        return f"{self.user_id}"

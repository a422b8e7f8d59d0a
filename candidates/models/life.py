"""The life of a household beside its stages: a birth, a separation, a lost roof, a departure."""

import uuid
from functools import cache

from django.db import models
from django.db.models import Exists, OuterRef, Q

from candidates.enums import OPEN_STANDINGS, ResidentialKind, Tonight
from candidates.models.journal import Fact, counts_q
from candidates.models.parcours import Parcours
from emile.core.history import keep_history


@keep_history()
class ExpectedBirth(Fact):
    """A child is expected: the home that is looked for has room for them."""

    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="expected_births", verbose_name="parcours"
    )
    due_on = models.DateField("attendue vers le")

    class Meta:
        verbose_name = "naissance attendue"
        verbose_name_plural = "naissances attendues"

    def __str__(self) -> str:
        return f"{self.due_on}"


@keep_history()
class Separation(Fact):
    """Adults have separated: a parcours was opened for those who left."""

    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="separations", verbose_name="parcours d’avant"
    )
    opened = models.OneToOneField(
        Parcours, models.PROTECT, related_name="separation", verbose_name="parcours ouvert"
    )

    class Meta:
        verbose_name = "séparation"
        verbose_name_plural = "séparations"

    def __str__(self) -> str:
        return f"{self.parcours_id} {self.opened_id}"


@keep_history()
class ShelterLoss(Fact):
    """The household has nowhere to sleep any more, since that day. It never moves the file."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="shelter_losses", verbose_name="parcours"
    )
    since = models.DateField("depuis le")
    tonight = models.CharField("ce soir", max_length=20, choices=Tonight)
    phone = models.CharField("numéro où joindre le ménage", max_length=30, blank=True)

    class Meta:
        verbose_name = "perte d’hébergement"
        verbose_name_plural = "pertes d’hébergement"

    def __str__(self) -> str:
        return f"{self.parcours_id} {self.since}"


@keep_history()
class ShelterFound(Fact):
    """The household sleeps somewhere again."""

    loss = models.ForeignKey(
        ShelterLoss, models.CASCADE, related_name="ends", verbose_name="perte d’hébergement"
    )
    kind = models.CharField("où", max_length=20, choices=ResidentialKind)

    class Meta:
        verbose_name = "hébergement retrouvé"
        verbose_name_plural = "hébergements retrouvés"

    def __str__(self) -> str:
        return self.kind


def running_losses() -> "models.QuerySet[ShelterLoss]":
    """The losses of lodging that nothing has ended yet."""
    found = ShelterFound.objects.filter(counts_q(), loss=OuterRef("pk"))
    return ShelterLoss.objects.filter(counts_q(), ~Exists(found))


@cache
def urgent_q() -> Q:
    """Files that come first on everyone's list: an open one, of a household without a roof.

    Built once, as ``counts_q()`` is.
    """
    return Exists(running_losses().filter(parcours=OuterRef("pk"))) & Q(standing__in=OPEN_STANDINGS)


@keep_history()
class TerritoryDeparture(Fact):
    """A settled household leaves its territory: for where, and why. ``mandate`` is that of the
    operator which goes on with it, in another territory of the programme."""

    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="departures", verbose_name="parcours"
    )
    departement = models.ForeignKey(
        "territories.Departement", models.PROTECT, related_name="+", verbose_name="département"
    )
    reason = models.ForeignKey(
        "candidates.Reason", models.PROTECT, related_name="+", verbose_name="motif"
    )
    mandate = models.ForeignKey(
        "territories.Mandate",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="opérateur qui continue",
    )

    class Meta:
        verbose_name = "départ du territoire"
        verbose_name_plural = "départs du territoire"

    def __str__(self) -> str:
        return f"{self.parcours_id} {self.departement_id}"

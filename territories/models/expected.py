"""What a territory knows that it needs, or that it can house, even when nobody offers it that day."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from emile.core.history import keep_history
from emile.core.models import LedgerEntry
from emile.core.models.dated import Dated
from operators.actors import Actor
from operators.models import Organisation
from territories.enums import ExpectedKind, ExpectedStatus, Typology
from territories.models.geography import Commune
from territories.models.kept import Kept, KeptQuerySet, KeptT
from territories.models.occupation import Occupation
from territories.models.offer import MOST_PLACES, READERS
from territories.models.terms import HIGHEST_RENT, LOWEST_RENT
from territories.models.territory import Territory


LONGEST_WEEKS = 104
ALREADY_WRITTEN = "Ce territoire l’a déjà noté\u00a0: modifiez ce qui est écrit."


class ExpectedQuerySet(KeptQuerySet[KeptT]):
    # Scope

    def visible_to(self, actor: Actor | None) -> Self:
        """Those who read the boards read this beside them."""
        return self.all() if actor is not None and actor.kind in READERS else self.none()

    # Filters

    def of(self, territory: Territory) -> Self:
        return self.filter(territory=territory)

    def open_on(self, day: date) -> Self:
        return self.filter(status=ExpectedStatus.CURRENT)


class TerritoryNeedQuerySet(ExpectedQuerySet["TerritoryNeed"]):
    def open_on(self, day: date) -> Self:
        return super().open_on(day).filter(Q(until__isnull=True) | Q(until__gte=day))

    def for_detail(self) -> Self:
        return self.select_related("territory", "occupation", "employer")

    def for_list(self) -> Self:
        return self.for_detail().order_by("occupation__label", "since", "pk")


class UsualHomeQuerySet(ExpectedQuerySet["UsualHome"]):
    def for_detail(self) -> Self:
        return self.select_related("territory", "commune", "landlord")

    def for_list(self) -> Self:
        return self.for_detail().order_by("typology", "commune__name", "pk")


class Expected(Kept):
    """Retired, never deleted."""

    status = models.CharField(
        "état",
        max_length=20,
        choices=ExpectedStatus,
        default=ExpectedStatus.CURRENT,
        editable=False,
    )
    note = models.TextField("précisions", max_length=1000, blank=True)

    # What tells two of them apart.
    KEY: tuple[str, ...]

    class Meta:
        abstract = True

    def has_twin(self) -> bool:
        """Whether the same thing is already written on the same board."""
        twins = type(self)._default_manager.filter(status=ExpectedStatus.CURRENT)
        for name in self.KEY:
            value = getattr(self, name)
            twins = twins.filter(**({f"{name}__isnull": True} if value is None else {name: value}))
        return twins.exclude(pk=self.pk).exists()


def written_once(name: str, key: tuple[str, ...]) -> models.UniqueConstraint:
    return models.UniqueConstraint(
        name=name,
        fields=key,
        condition=Q(status=ExpectedStatus.CURRENT),
        nulls_distinct=False,
        violation_error_message=ALREADY_WRITTEN,
    )


NEED_KEY = ("territory", "occupation", "employer", "since")
HOME_KEY = ("territory", "commune", "typology", "landlord")


@keep_history()
class TerritoryNeed(Expected, Dated):
    """So many people in an occupation, from one month to another; an open end is an empty ``until``.

    ``since`` is the first day of its month, ``until`` the last of its own.
    """

    territory = models.ForeignKey(
        Territory,
        models.PROTECT,
        related_name="needs",
        verbose_name="territoire",
        editable=False,
    )
    occupation = models.ForeignKey(
        Occupation, models.PROTECT, related_name="+", verbose_name="métier"
    )
    number = models.PositiveSmallIntegerField("nombre de postes", default=1)
    employer = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="needs",
        verbose_name="employeur",
    )

    KEY = NEED_KEY
    objects = TerritoryNeedQuerySet.as_manager()

    class Meta(Dated.Meta):
        verbose_name = "besoin d’un territoire"
        verbose_name_plural = "besoins des territoires"
        constraints = [
            *Dated.Meta.constraints,
            written_once("territoryneed_written_once", NEED_KEY),
            models.CheckConstraint(
                name="territoryneed_is_of_somebody",
                condition=Q(number__gte=1, number__lte=MOST_PLACES),
                violation_error_message=f"Indiquez un nombre entre 1 et {MOST_PLACES}.",
            ),
        ]

    def __str__(self) -> str:
        return self.occupation.label

    def is_past(self, day: date) -> bool:
        return self.until is not None and self.until < day


@keep_history()
class UsualHome(Expected):
    """A kind of home that comes free there every year, and how long it usually takes to get one.

    An unknown rent is null: it never counts as cheap.
    """

    territory = models.ForeignKey(
        Territory,
        models.PROTECT,
        related_name="usual_homes",
        verbose_name="territoire",
        editable=False,
    )
    commune = models.ForeignKey(
        Commune,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="usual_homes",
        verbose_name="commune",
    )
    typology = models.CharField("type de logement", max_length=2, choices=Typology)
    rent_from = models.DecimalField(
        "loyer habituel, de", max_digits=8, decimal_places=2, null=True, blank=True
    )
    rent_to = models.DecimalField(
        "loyer habituel, à", max_digits=8, decimal_places=2, null=True, blank=True
    )
    yearly_number = models.PositiveSmallIntegerField("nombre par an", default=1)
    delay_weeks = models.PositiveSmallIntegerField("délai habituel, en semaines")
    landlord = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="usual_homes",
        verbose_name="bailleur",
    )

    KEY = HOME_KEY
    objects = UsualHomeQuerySet.as_manager()

    class Meta:
        verbose_name = "logement habituel"
        verbose_name_plural = "logements habituels"
        constraints = [
            written_once("usualhome_written_once", HOME_KEY),
            models.CheckConstraint(
                name="usualhome_comes_free",
                condition=Q(yearly_number__gte=1, yearly_number__lte=MOST_PLACES),
                violation_error_message=f"Indiquez un nombre entre 1 et {MOST_PLACES}.",
            ),
            models.CheckConstraint(
                name="usualhome_is_waited_for",
                condition=Q(delay_weeks__lte=LONGEST_WEEKS),
                violation_error_message=f"Un délai ne dépasse pas {LONGEST_WEEKS} semaines.",
            ),
            models.CheckConstraint(
                name="usualhome_rents_in_order",
                condition=Q(rent_from__isnull=True)
                | Q(rent_to__isnull=True)
                | Q(rent_to__gte=F("rent_from")),
                violation_error_message="Le plus haut loyer est inférieur au plus bas.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.typology}, {self.commune.name}" if self.commune else self.typology

    def clean(self) -> None:
        if self.commune:
            self.territory.check_holds(self.commune)
        for name in ("rent_from", "rent_to"):
            if not is_a_rent(getattr(self, name)):
                raise ValidationError({name: "Vérifiez ce loyer mensuel."})
        if self.rent_from and self.rent_to and self.rent_to < self.rent_from:
            raise ValidationError({"rent_to": "Le plus haut loyer est inférieur au plus bas."})

    def is_past(self, day: date) -> bool:
        return False


EXPECTED: Mapping[str, type[TerritoryNeed | UsualHome]] = {
    ExpectedKind.JOB: TerritoryNeed,
    ExpectedKind.HOME: UsualHome,
}


def is_a_rent(amount: Decimal | None) -> bool:
    return amount is None or LOWEST_RENT <= amount <= HIGHEST_RENT


class ExpectedEvent(LedgerEntry):
    from_status = models.CharField("état avant", max_length=20, choices=ExpectedStatus, blank=True)
    to_status = models.CharField("état après", max_length=20, choices=ExpectedStatus)

    class Meta:
        abstract = True


class TerritoryNeedEvent(ExpectedEvent):
    """One act on one need."""

    need = models.ForeignKey(
        TerritoryNeed, models.PROTECT, related_name="events", verbose_name="besoin"
    )

    class Meta:
        verbose_name = "acte sur un besoin"
        verbose_name_plural = "actes sur les besoins"
        constraints = [
            models.UniqueConstraint(name="territoryneedevent_in_order", fields=["need", "sequence"])
        ]


class UsualHomeEvent(ExpectedEvent):
    """One act on one usual home."""

    home = models.ForeignKey(
        UsualHome, models.PROTECT, related_name="events", verbose_name="logement habituel"
    )

    class Meta:
        verbose_name = "acte sur un logement habituel"
        verbose_name_plural = "actes sur les logements habituels"
        constraints = [
            models.UniqueConstraint(name="usualhomeevent_in_order", fields=["home", "sequence"])
        ]

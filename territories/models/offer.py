"""What a territory offers: what a home, a job and a training have in common, and what moves."""

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Self, TypeAlias

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import Coalesce
from django.urls import reverse

from emile.core.history import keep_history
from emile.core.models import LedgerEntry
from operators.actors import Actor
from operators.enums import OrganisationKind
from operators.models import Organisation
from territories.enums import OfferKind, OfferStatus
from territories.models.freshness import FreshnessRule
from territories.models.geography import Commune
from territories.models.kept import Kept, KeptQuerySet, kept_by
from territories.models.territory import Territory


if TYPE_CHECKING:
    from territories.models.terms import HousingOffer, JobOffer, TrainingOffer

    Terms: TypeAlias = HousingOffer | JobOffer | TrainingOffer


# Those who place households, and those who steer. The others see what a territory is, not its board.
READERS = (
    OrganisationKind.COORDINATOR,
    OrganisationKind.NATIONAL,
    OrganisationKind.PRESCRIBER,
    OrganisationKind.UPSTREAM,
    OrganisationKind.HOST,
)
KEEPERS = (OrganisationKind.COORDINATOR, OrganisationKind.HOST)
# Those who may call an employer or a landlord.
CALLERS = (OrganisationKind.COORDINATOR, OrganisationKind.UPSTREAM, OrganisationKind.HOST)
MOST_PLACES = 500
# Acts of the journal: the contact is asked, and what tells whether the offer stands.
ASK = "ask"
ANSWERS = ("confirm_by_link", "withdraw_by_link", "confirm", "withdraw", "fill")
NAMES_NOBODY = "Dites qui fait cette offre\u00a0: choisissez dans l’annuaire, ou écrivez son nom."
EDITABLE = (OfferStatus.DRAFT, OfferStatus.AVAILABLE, OfferStatus.PAUSED)


class OfferQuerySet(KeptQuerySet["Offer"]):
    # Scope

    def visible_to(self, actor: Actor | None, day: date) -> Self:
        """What was published; the rest is only for those who keep the board of its territory."""
        if actor is None or actor.kind not in READERS:
            return self.none()
        return self.filter(Q(published_on__isnull=False) | Q(kept_by(actor, day)))

    # Filters

    def of_kind(self, kind: OfferKind) -> Self:
        return self.filter(kind=kind)

    def open_on(self, day: date) -> Self:
        """Offered, and not past its last day."""
        return self.filter(open_q(day))

    def free_on(self, day: date, rule: FreshnessRule) -> Self:
        """Those that one may count on, with a place that nobody holds."""
        return self.fresh_on(day, rule).with_a_place_on(day)

    def with_a_place_on(self, day: date) -> Self:
        """Neither held nor taken to the last one."""
        return self.exclude(pk__in=full_on(day))

    def renting_at_most(self, amount: Decimal) -> Self:
        """Homes; charges count, and unknown ones are told apart on the board."""
        rent = F("home__rent") + Coalesce("home__charges", Decimal(0))
        return self.alias(whole_rent=rent).filter(whole_rent__lte=amount)

    def to_ask_on(self, day: date, rule: FreshnessRule) -> Self:
        """Those whose contact is to be asked again: soon stale, or stale and not yet forgotten."""
        return (
            self.open_on(day)
            .filter(
                confirmed_on__gt=day - timedelta(days=rule.forgotten_days),
                confirmed_on__lte=day - timedelta(days=rule.ask_days),
            )
            .exclude(contact_email="")
        )

    # Shapes

    def with_free_units(self, day: date) -> Self:
        """``free_units``, ``taken_units`` for good, and how many households ``wait``."""
        from territories.models.hold import held_units, taken_units, waiting_for

        return self.annotate(
            free_units=F("places") - held_units("offer", day),
            taken_units=taken_units("offer", day),
            wait=waiting_for("offer", day),
        )

    def for_list(self, kind: OfferKind) -> Self:
        terms = "home" if kind == OfferKind.HOME else f"{kind}__occupation"
        return self.of_kind(kind).select_related("territory", "provider", "commune", terms)

    def for_detail(self) -> Self:
        """Of any kind."""
        return self.select_related(
            "territory",
            "provider",
            "commune__departement",
            "home",
            "job__occupation",
            "training__occupation",
            "origin__organisation",
        )


def full_on(day: date) -> QuerySet[Any]:
    """The ids of those whose every place is used; one query for all, where few are held."""
    from territories.models.hold import Hold

    held = Hold.objects.live_on(day).using_a_place().filter(offer__isnull=False)
    used = held.order_by().values("offer").annotate(used=Count("pk"))
    return used.filter(used__gte=F("offer__places")).values("offer")


def open_q(day: date) -> Q:
    return still_valid_q(day) & Q(status=OfferStatus.AVAILABLE)


def still_valid_q(day: date) -> Q:
    return Q(valid_until__isnull=True) | Q(valid_until__gte=day)


@keep_history()
class Offer(Kept):
    """A home, a job or a training that somebody has to offer in a territory.

    What is proper to its kind is in ``terms``. ``places`` are homes, positions or seats of the same
    kind.
    """

    kind = models.CharField("nature", max_length=20, choices=OfferKind, editable=False)
    status = models.CharField(
        "statut", max_length=20, choices=OfferStatus, default=OfferStatus.DRAFT, editable=False
    )
    territory = models.ForeignKey(
        Territory, models.PROTECT, related_name="offers", verbose_name="territoire", editable=False
    )
    commune = models.ForeignKey(
        Commune, models.PROTECT, related_name="offers", verbose_name="commune"
    )
    provider = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="offers",
        verbose_name="organisation de l’annuaire",
    )
    provider_name = models.CharField("nom", max_length=200, blank=True)
    contact_name = models.CharField("personne à joindre", max_length=200, blank=True)
    contact_phone = models.CharField("son téléphone", max_length=30, blank=True)
    contact_email = models.EmailField("son adresse électronique", blank=True)
    places = models.PositiveSmallIntegerField("nombre", default=1)
    available_from = models.DateField("à partir du")
    valid_until = models.DateField("jusqu’au", null=True, blank=True)
    note = models.TextField("précisions", max_length=2000, blank=True)
    published_on = models.DateField("publiée le", null=True, editable=False)

    objects = OfferQuerySet.as_manager()

    class Meta:
        verbose_name = "offre"
        constraints = [
            models.CheckConstraint(
                name="offer_names_who_offers",
                condition=Q(provider__isnull=False) | ~Q(provider_name=""),
                violation_error_code="provider_name",
                violation_error_message=NAMES_NOBODY,
            ),
            models.CheckConstraint(
                name="offer_has_some_places",
                condition=Q(places__gte=1, places__lte=MOST_PLACES),
                violation_error_message=f"Indiquez un nombre entre 1 et {MOST_PLACES}.",
            ),
            models.CheckConstraint(
                name="offer_ends_after_it_starts",
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("available_from")),
                violation_error_message="La date de fin précède la date de début.",
            ),
        ]
        indexes = [
            models.Index(name="offer_on_the_board", fields=["territory", "kind", "status"]),
            models.Index(name="offer_by_freshness", fields=["kind", "-confirmed_on", "-id"]),
        ]

    def __str__(self) -> str:
        return str(self.terms)

    def get_absolute_url(self) -> str:
        return reverse("territories:offer_detail", args=[self.public_id])

    def clean(self) -> None:
        self.check_dates()
        if self.commune_id and self.territory_id:
            self.territory.check_holds(self.commune)

    def check_dates(self) -> None:
        if self.available_from and self.valid_until and self.valid_until < self.available_from:
            raise ValidationError({"valid_until": "La date de fin précède la date de début."})

    @property
    def terms(self) -> "Terms":
        """What it offers exactly: a home, a job or a training."""
        terms: Terms = getattr(self, self.kind)
        return terms

    @property
    def provider_label(self) -> str:
        return self.provider.name if self.provider else self.provider_name

    def is_past(self, day: date) -> bool:
        return self.valid_until is not None and self.valid_until < day


class OfferEvent(LedgerEntry):
    """One act on one offer."""

    offer = models.ForeignKey(Offer, models.PROTECT, related_name="events", verbose_name="offre")
    from_status = models.CharField("statut avant", max_length=20, choices=OfferStatus, blank=True)
    to_status = models.CharField("statut après", max_length=20, choices=OfferStatus)

    class Meta:
        verbose_name = "acte sur une offre"
        verbose_name_plural = "actes sur les offres"
        constraints = [
            models.UniqueConstraint(name="offerevent_in_order", fields=["offer", "sequence"]),
        ]

from datetime import date
from typing import Self
from uuid import uuid4

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, Count, Exists, F, OuterRef, Prefetch, Q, Sum, Value, When
from django.db.models.functions import Coalesce
from django.urls import reverse

from emile.core.models import Checked
from emile.core.models.dated import Dated, DatedQuerySet, period
from operators.actors import Actor
from operators.enums import OrganisationKind
from territories.models.geography import Commune


class TerritoryQuerySet(models.QuerySet["Territory"]):
    # Scope: what a territory offers is no secret, but it is for people who sign in.

    def visible_to(self, actor: Actor | None) -> Self:
        return self.none() if actor is None else self.all()

    # Filters

    def taking_part_on(self, day: date) -> Self:
        """Those that were in the programme that day."""
        return self.filter(taking_part(day))

    def in_charge_of(self, actor: Actor, day: date) -> Self:
        """Those where the actor's organisation welcomes households that day."""
        mandates = Mandate.objects.on(day).of_kind(OrganisationKind.HOST)
        if actor.kind != OrganisationKind.HOST:
            return self.none()
        mine = mandates.of_organisation(actor.organisation_id)
        return self.filter(Exists(mine.filter(territory=OuterRef("pk")))).order_by("name", "pk")

    def kept_by(self, actor: Actor, day: date) -> Self:
        """Those whose offers the actor writes: all for the coordinator, its own for a host operator."""
        is_coordinator = actor.kind == OrganisationKind.COORDINATOR
        return self.all() if is_coordinator else self.in_charge_of(actor, day)

    # Shapes

    def marked_for(self, actor: Actor, day: date) -> Self:
        """``is_kept``: the actor writes its offers and its months."""
        kept = Territory.objects.kept_by(actor, day)
        return self.annotate(is_kept=Exists(kept.filter(pk=OuterRef("pk"))))

    def for_choice(self, actor: Actor, day: date) -> Self:
        """``is_taking_part`` and ``is_kept`` tell them apart."""
        marked = self.marked_for(actor, day).annotate(is_taking_part=taking_part(day))
        return marked.order_by("name", "pk")

    def for_list(self, day: date) -> Self:
        return (
            self.annotate(
                is_taking_part=taking_part(day),
                commune_count=Count("communes"),
                population=Sum("communes__population", default=0),
            )
            .prefetch_related(participations_in_order(), mandates_of_the_day(day))
            .order_by("-is_taking_part", "name", "pk")
        )

    def for_detail(self, day: date) -> Self:
        """The card, without its communes, which are many: ``territories.selectors.figures_of``.

        Its ``mandates`` are those of the day, then those that are over, the latest first.
        """
        mandates = Mandate.objects.filter(since__lte=day).select_related("organisation")
        over = Case(When(until__lt=day, then="until"))
        in_order = mandates.order_by(over.desc(nulls_first=True), *MANDATES_IN_ORDER)
        return self.annotate(is_taking_part=taking_part(day)).prefetch_related(
            participations_in_order(), Prefetch("mandates", in_order)
        )


def taking_part(day: date) -> Exists:
    return Exists(TerritoryParticipation.objects.on(day).filter(territory=OuterRef("pk")))


def not_in(territory: str, commune: str) -> str:
    return f"{commune} n’est pas dans ce territoire ({territory})."


class Territory(Checked):
    """A host territory: a list of communes, which need not be a whole département."""

    public_id = models.UUIDField(default=uuid4, unique=True, editable=False)
    slug = models.SlugField("clé", unique=True, help_text="Son nom dans le fichier du programme.")
    name = models.CharField("nom", max_length=100)
    description = models.TextField("présentation", blank=True)
    communes = models.ManyToManyField(
        Commune, blank=True, related_name="territories", verbose_name="communes"
    )
    yearly_target = models.PositiveIntegerField(
        "objectif annuel", null=True, blank=True, help_text="Personnes à installer dans l’année."
    )
    monthly_capacity = models.PositiveIntegerField(
        "capacité d’accueil mensuelle",
        null=True,
        blank=True,
        help_text="Ménages qui peuvent être accueillis chaque mois.",
    )

    objects = TerritoryQuerySet.as_manager()

    class Meta:
        verbose_name = "territoire d’accueil"
        verbose_name_plural = "territoires d’accueil"

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("territories:territory_detail", args=[self.public_id])

    def check_holds(self, commune: Commune) -> None:
        """Raises ValidationError, beside the field ``commune``."""
        if not self.communes.filter(pk=commune.pk).exists():
            raise ValidationError({"commune": not_in(self.name, commune.name)})


class TerritoryParticipation(Dated):
    """A stretch of time in the programme; a territory may leave and come back."""

    territory = models.ForeignKey(
        Territory, models.CASCADE, related_name="participations", verbose_name="territoire"
    )
    note = models.CharField(
        "précision", max_length=200, blank=True, help_text="Ce que l’on sait de ces dates."
    )

    objects = DatedQuerySet.as_manager()

    class Meta(Dated.Meta):
        verbose_name = "participation"
        constraints = [
            *Dated.Meta.constraints,
            ExclusionConstraint(
                name="territory_participation_never_overlaps",
                expressions=[
                    ("territory", RangeOperators.EQUAL),
                    (period(), RangeOperators.OVERLAPS),
                ],
                violation_error_message="Ce territoire participe déjà au programme à ces dates.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.territory_id} {self.since}/{self.until or ''}"


# Kinds whose mandate is for one territory; the others act for the whole programme.
TERRITORIAL_KINDS = (OrganisationKind.HOST, OrganisationKind.STATE)


class MandateQuerySet(DatedQuerySet):
    def of_kind(self, kind: OrganisationKind) -> Self:
        return self.filter(kind=kind)

    def of_organisation(self, organisation_id: int) -> Self:
        return self.filter(organisation_id=organisation_id)


class Mandate(Dated):
    """Who does what, where, and from when to when: operators change, households do not wait."""

    organisation = models.ForeignKey(
        "operators.Organisation",
        models.PROTECT,
        related_name="mandates",
        verbose_name="organisation",
    )
    territory = models.ForeignKey(
        Territory,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="mandates",
        verbose_name="territoire",
        help_text="Vide quand le mandat vaut pour tout le programme.",
    )
    kind = models.CharField("rôle", max_length=20, choices=OrganisationKind)

    objects = MandateQuerySet.as_manager()

    class Meta(Dated.Meta):
        verbose_name = "mandat"
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                name="mandate_territorial_kind_has_territory",
                condition=~Q(kind__in=TERRITORIAL_KINDS) | Q(territory__isnull=False),
                violation_error_message="Ce rôle s’exerce sur un territoire\u00a0: indiquez lequel.",
            ),
            ExclusionConstraint(
                name="mandate_never_overlaps_itself",
                expressions=[
                    ("organisation", RangeOperators.EQUAL),
                    # Nulls never conflict: the whole programme counts as territory 0.
                    (Coalesce(F("territory"), Value(0)), RangeOperators.EQUAL),
                    ("kind", RangeOperators.EQUAL),
                    (period(), RangeOperators.OVERLAPS),
                ],
                violation_error_message="Cette organisation a déjà ce mandat à ces dates.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.organisation_id}/{self.territory_id or ''}"


MANDATES_IN_ORDER = ("kind", "organisation__name", "pk")


def participations_in_order() -> Prefetch:
    return Prefetch("participations", TerritoryParticipation.objects.order_by("since", "pk"))


def mandates_of_the_day(day: date) -> Prefetch:
    """As an attribute of that name."""
    mandates = Mandate.objects.on(day).select_related("organisation")
    return Prefetch(
        "mandates", mandates.order_by(*MANDATES_IN_ORDER), to_attr="mandates_of_the_day"
    )

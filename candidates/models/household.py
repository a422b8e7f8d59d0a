"""The household, who is in it, and how to reach them."""

import uuid
from datetime import date
from typing import TYPE_CHECKING, Any, Self

from dateutil.relativedelta import relativedelta
from django.db import models
from django.db.models import Exists, OuterRef, Q

from candidates.enums import (
    HouseholdType,
    HousingPrecarity,
    Link,
    Moves,
    Presence,
    Typology,
)
from candidates.models.person import Person
from emile.core.history import keep_history
from emile.core.models import Checked


if TYPE_CHECKING:
    from operators.actors import Actor


class HouseholdQuerySet(models.QuerySet["Household"]):
    def visible_to(self, actor: "Actor | None") -> Self:
        """The households that have a parcours this actor may open."""
        from candidates.models.parcours import Parcours

        return self.filter(
            Exists(Parcours.objects.visible_to(actor).filter(household=OuterRef("pk")))
        )

    def hidden(self) -> Self:
        """In SQL, what ``hides_whereabouts`` says of one."""
        return self.filter(
            Q(must_not_be_found=True) | Q(housing_precarity=HousingPrecarity.VIOLENCE)
        )


@keep_history()
class Household(Checked):
    """The people who would move together, and what the programme must know of them as one.

    Voluntariness (a rule of the programme), the information given on data, and the agreement to
    share what professional secrecy covers are three different answers.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    reference = models.CharField("référence", max_length=16, unique=True, editable=False)
    version = models.PositiveIntegerField("version", default=1, editable=False)
    registered_on = models.DateField("enregistré le")
    sleeps_in = models.ForeignKey(
        "territories.Commune",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="commune où dort le ménage",
    )
    domiciled_in = models.ForeignKey(
        "territories.Commune",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="commune de domiciliation",
        help_text="Si l’adresse du courrier est différente.",
    )
    housing_precarity = models.CharField(
        "précarité de logement", max_length=20, choices=HousingPrecarity, blank=True
    )
    is_volunteer = models.BooleanField("volontaire pour une mobilité", null=True, blank=True)
    informed_on = models.DateField("informé sur ses données le", null=True, blank=True)
    agrees_to_share = models.BooleanField(
        "accord pour partager les informations couvertes par le secret professionnel",
        null=True,
        blank=True,
    )
    has_pets = models.BooleanField("animal de compagnie", null=True, blank=True)
    needs_accessible_home = models.BooleanField(
        "besoin d’un logement accessible",
        null=True,
        blank=True,
        help_text="Rez-de-chaussée ou ascenseur. Jamais la raison médicale.",
    )
    accepts_shared_home = models.BooleanField("colocation possible", null=True, blank=True)
    highest_rent = models.DecimalField(
        "loyer possible, charges comprises",
        max_digits=8,
        decimal_places=2,
        null=True,
        blank=True,
    )
    asked_typology = models.CharField(
        "logement demandé", max_length=2, choices=Typology, blank=True
    )
    why_typology = models.CharField("pourquoi cette taille", max_length=200, blank=True)
    must_not_be_found = models.BooleanField(
        "ne doit pas être retrouvé",
        default=False,
        help_text="Par quelqu’un qui a quitté ce foyer, ou que ce foyer a quitté.",
    )

    objects = HouseholdQuerySet.as_manager()

    class Meta:
        verbose_name = "ménage"
        verbose_name_plural = "ménages"
        constraints = [
            models.CheckConstraint(
                name="household_says_why_another_typology",
                condition=Q(asked_typology="") | ~Q(why_typology=""),
                violation_error_message="Dites pourquoi le ménage demande une autre taille.",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def hides_whereabouts(self) -> bool:
        """Where it lives and goes is told to its own teams and to nobody else."""
        return self.must_not_be_found or self.housing_precarity == HousingPrecarity.VIOLENCE

    def members_on(self, day: date) -> "list[HouseholdMember]":
        """Who belongs to it that day, the candidate first. Iterates, so that a prefetch is enough."""
        present = [member for member in self.members.all() if member.is_in_on(day)]
        return sorted(present, key=lambda member: (LINK_ORDER[member.link], member.pk))

    def type_on(self, day: date) -> HouseholdType:
        members = self.members_on(day)
        has_children = any(member.is_child_on(day) for member in members)
        if any(member.link == Link.PARTNER for member in members):
            return HouseholdType.COUPLE_WITH_CHILDREN if has_children else HouseholdType.COUPLE
        return HouseholdType.SINGLE_PARENT if has_children else HouseholdType.SINGLE

    def profile_on(self, day: date) -> dict[str, Any]:
        """What figures keep of it, in codes that say nothing of anybody: its composition, how many
        would move, and the département where it sleeps ("" when nobody said)."""
        moving = [one for one in self.members_on(day) if one.moves != Moves.NO]
        children = sum(one.is_child_on(day) for one in moving)
        commune = self.sleeps_in or self.domiciled_in
        return {
            "type": self.type_on(day),
            "adults": len(moving) - children,
            "children": children,
            "departement": commune.departement.code if commune else "",
        }

    def typology_on(self, day: date) -> str:
        """The home to look for: the one asked for, or the one that suits those who move."""
        # As the largest one that is let under a name of its own: « T6 ou plus grand ».
        return self.asked_typology or f"T{min(self.home_size_on(day), len(Typology))}"

    def home_size_on(self, day: date, *, expected: int = 0) -> int:
        """The rooms of the home that suits those who move, kitchen aside: « T3 » for three.

        A room to live in, one for a couple, one for each other adult, one for two children;
        ``expected`` children are on their way. Somebody alone needs one room in all.
        """
        moving = [one for one in self.members_on(day) if one.moves != Moves.NO]
        children = sum(one.is_child_on(day) for one in moving) + expected
        adults = len(moving) - sum(one.is_child_on(day) for one in moving)
        if adults <= 1 and not children:
            return 1
        couples = sum(one.link == Link.PARTNER for one in moving)
        return 1 + adults - couples + (children + 1) // 2


LINK_ORDER = {link.value: rank for rank, link in enumerate(Link)}


def is_child_q(day: date) -> Q:
    """In SQL, what ``HouseholdMember.is_child_on`` says of one."""
    return Q(person__birth_date__gt=day - relativedelta(years=18)) | Q(
        person__birth_date__isnull=True, link=Link.CHILD
    )


class HouseholdMemberQuerySet(models.QuerySet["HouseholdMember"]):
    def on(self, day: date) -> Self:
        return self.filter(Q(until__isnull=True) | Q(until__gt=day), since__lte=day)

    def children_on(self, day: date) -> Self:
        return self.on(day).filter(is_child_q(day))

    def moving_adults_on(self, day: date) -> Self:
        return self.on(day).filter(~is_child_q(day), moves=Moves.YES)

    def named(self) -> Self:
        """What a list says of people: who they are and whether they are children, nothing else."""
        return self.select_related("person").only(
            "household",
            "link",
            "since",
            "until",
            "person__first_name",
            "person__last_name",
            "person__birth_date",
        )


@keep_history()
class HouseholdMember(Checked):
    """One person's time in one household. A child may be in two of them."""

    household = models.ForeignKey(
        Household, models.CASCADE, related_name="members", verbose_name="ménage"
    )
    person = models.ForeignKey(
        Person, models.PROTECT, related_name="memberships", verbose_name="personne"
    )
    link = models.CharField("lien avec la personne orientée", max_length=10, choices=Link)
    presence = models.CharField(
        "présence au foyer", max_length=10, choices=Presence, default=Presence.PERMANENT
    )
    moves = models.CharField("part avec le foyer", max_length=5, choices=Moves, default=Moves.YES)
    since = models.DateField("depuis le")
    until = models.DateField("jusqu’au", null=True, blank=True)

    objects = HouseholdMemberQuerySet.as_manager()

    class Meta:
        verbose_name = "membre du ménage"
        verbose_name_plural = "membres du ménage"
        constraints = [
            models.UniqueConstraint(
                name="householdmember_once_at_a_time",
                fields=["household", "person"],
                condition=Q(until__isnull=True),
                violation_error_message="Cette personne est déjà dans le ménage.",
            ),
            models.UniqueConstraint(
                name="householdmember_one_candidate",
                fields=["household"],
                condition=Q(link=Link.CANDIDATE, until__isnull=True),
                violation_error_message="Un ménage a une seule personne orientée.",
            ),
            models.CheckConstraint(
                name="householdmember_leaves_after_coming",
                condition=Q(until__isnull=True) | Q(until__gte=models.F("since")),
                violation_error_message="Le départ ne peut pas précéder l’arrivée.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.link} {self.since}"

    def is_in_on(self, day: date) -> bool:
        return self.since <= day and (self.until is None or self.until > day)

    def is_child_on(self, day: date) -> bool:
        """Under 18; somebody whose birth date is unknown counts by the link that was given."""
        age = self.person.age_on(day)
        return self.link == Link.CHILD if age is None else age < 18

    def is_moving_adult_on(self, day: date) -> bool:
        """The adults who move are the parties that must agree."""
        return self.is_in_on(day) and self.moves == Moves.YES and not self.is_child_on(day)


@keep_history()
class SocialHousingApplication(Checked):
    """One demand: several may run at once, one per département and one for Île-de-France."""

    household = models.ForeignKey(
        Household, models.CASCADE, related_name="housing_applications", verbose_name="ménage"
    )
    number = models.CharField("numéro unique de demande de logement social", max_length=30)
    departement = models.ForeignKey(
        "territories.Departement", models.PROTECT, related_name="+", verbose_name="département"
    )
    filed_on = models.DateField("déposée le", null=True, blank=True)
    expires_on = models.DateField("valable jusqu’au", null=True, blank=True)

    class Meta:
        verbose_name = "demande de logement social"
        verbose_name_plural = "demandes de logement social"
        constraints = [
            models.UniqueConstraint(
                name="socialhousingapplication_once",
                fields=["household", "number"],
                violation_error_message="Cette demande est déjà enregistrée.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.household_id} {self.departement_id}"

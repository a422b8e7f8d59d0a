import uuid
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Count, F, FloatField, Func, Q, Value
from django.urls import reverse
from stdnum.exceptions import ValidationError as InvalidNumber
from stdnum.fr import siret as siret_number

from emile.core.models import Checked
from emile.core.search import Norm
from operators.actors import Actor
from operators.enums import MOST_OPERATIONAL_FIRST, OrganisationKind


# Trigram scores. « CHRS Les Tilleuls » and « CHRS Tilleuls » have 0.78 in common, the missions
# locales of two towns 0.6: a name shared by a whole network is not a double.
SAME_NAME = 0.65
# « Aurore » is the whole of a part of « Association Aurore ».
WITHIN_NAME = 0.9
# One letter missing or doubled in one word.
SAME_WORD = 0.6

validate_departement = RegexValidator(
    r"^(0[1-9]|1\d|2[1-9AB]|[3-8]\d|9[0-5]|97[1-46])\Z",
    "Saisissez le numéro d’un département, par exemple 93, 2A ou 974.",
    code="departement",
)


def validate_siret(value: str) -> None:
    try:
        siret_number.validate(value)
    except InvalidNumber as error:
        raise ValidationError(
            "Ce numéro SIRET n’est pas valide\u00a0: vérifiez ses 14 chiffres.",
            code="siret",
        ) from error


def score(function: str, first: F | Norm, second: F | Norm) -> Func:
    """How alike two texts are for pg_trgm, from 0 to 1."""
    return Func(first, second, function=function, output_field=FloatField())


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    # Scope

    def visible_to(self, actor: Actor | None) -> Self:
        """The coordinator and the national team know them all; the others know their own."""
        match actor:
            case Actor(kind=OrganisationKind.COORDINATOR | OrganisationKind.NATIONAL):
                return self.all()
            case Actor():
                return self.filter(pk=actor.organisation_id)
            case _:
                return self.none()

    # Filters

    def active(self) -> Self:
        return self.filter(is_active=True)

    def of_kind(self, kind: OrganisationKind) -> Self:
        return self.filter(kinds__contains=[kind])

    def duplicates_of(self, *, name: str, siret: str | None = None) -> Self:
        """Bodies that may be the one so described, the likeliest first."""
        norm = Norm(Value(name))
        found = (
            Q(likeness__gte=SAME_NAME)
            | Q(part_of_it__gte=WITHIN_NAME)
            | Q(whole_of_it__gte=WITHIN_NAME)
        )
        if siret:
            # Two establishments of one company share their first nine digits.
            found |= Q(siret__startswith=siret[:9])
        likely = self.alias(
            likeness=score("similarity", F("name_norm"), norm),
            part_of_it=score("word_similarity", norm, F("name_norm")),
            whole_of_it=score("word_similarity", F("name_norm"), norm),
        )
        return likely.filter(found).order_by("-likeness", "pk")

    def matching(self, *, q: str = "", kind: str = "") -> Self:
        """What the directory's search box and its menu of roles leave."""
        found = self.of_kind(OrganisationKind(kind)) if kind else self.all()
        return found.named(q) if q else found

    def named(self, text: str) -> Self:
        """Name with its accents and typos forgiven, first digits of the SIRET, or département."""
        norm = Norm(Value(text))
        found = Q(name_norm__contains=norm) | Q(likeness__gte=SAME_WORD)
        if number := siret_number.compact(text):
            found |= Q(siret__startswith=number) | Q(departement=number.upper())
        return self.alias(likeness=score("word_similarity", norm, F("name_norm"))).filter(found)

    # Shapes

    def for_list(self) -> Self:
        members = Count("memberships", filter=Q(memberships__is_active=True))
        return self.annotate(member_count=members).order_by("name_norm", "pk")


class Organisation(Checked):
    """A body of the programme; it may wear several hats (``OrganisationKind``)."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField("nom", max_length=200)
    name_norm = models.GeneratedField(
        expression=Norm("name"), output_field=models.TextField(), db_persist=True
    )
    kinds = ArrayField(
        models.CharField(max_length=20, choices=OrganisationKind), verbose_name="rôles"
    )
    siret = models.CharField(
        "numéro SIRET",
        max_length=14,
        null=True,
        blank=True,
        unique=True,
        validators=[validate_siret],
        error_messages={"unique": "Une organisation porte déjà ce numéro SIRET."},
    )
    departement = models.CharField(
        "département", max_length=3, blank=True, validators=[validate_departement]
    )
    email = models.EmailField("adresse électronique", blank=True)
    phone = models.CharField("téléphone", max_length=30, blank=True)
    is_active = models.BooleanField("participe au programme", default=True)
    version = models.PositiveIntegerField("version", default=1, editable=False)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = "organisation"
        verbose_name_plural = "organisations"
        indexes = [
            GinIndex(
                name="organisation_name_trigrams",
                fields=["name_norm"],
                opclasses=["gin_trgm_ops"],
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="organisation_has_a_known_kind",
                condition=Q(kinds__len__gt=0, kinds__contained_by=OrganisationKind.values),
                violation_error_message="Choisissez au moins un rôle.",
            ),
            models.CheckConstraint(
                name="organisation_siret_is_14_digits",
                condition=Q(siret__regex=r"^[0-9]{14}$"),
                violation_error_message="Un numéro SIRET compte 14 chiffres.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("operators:organisation_detail", args=[self.public_id])

    @property
    def hats(self) -> list[OrganisationKind]:
        return [kind for kind in MOST_OPERATIONAL_FIRST if kind in self.kinds]

"""A person: identity, language, papers, where they sleep, how to reach them."""

import uuid
from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Concat

from candidates.enums import (
    ContactKind,
    DrivingLicence,
    LanguageLevel,
    Nationality,
    PermitKind,
    ProjectGap,
    ResidentialKind,
    Sex,
    Vehicle,
)
from emile.core.history import keep_history
from emile.core.models import Checked
from emile.core.search import Norm


LAWFUL_BY_NATIONALITY = (Nationality.FRENCH, Nationality.EUROPEAN)


@keep_history(exclude=["name_norm"])
class Person(Checked):
    """One name is enough, and a birth date may be approximate."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    version = models.PositiveIntegerField("version", default=1, editable=False)
    first_name = models.CharField("prénom", max_length=100, blank=True)
    last_name = models.CharField("nom d’usage", max_length=100)
    birth_name = models.CharField(
        "nom de naissance", max_length=100, blank=True, help_text="S’il est différent."
    )
    name_norm = models.GeneratedField(
        expression=Norm(Concat(F("last_name"), models.Value(" "), F("first_name"))),
        output_field=models.TextField(),
        db_persist=True,
    )
    birth_date = models.DateField("date de naissance", null=True, blank=True)
    birth_date_is_approximate = models.BooleanField("date approximative", default=False)
    sex = models.CharField(
        "sexe",
        max_length=10,
        choices=Sex,
        blank=True,
        help_text="Facultatif. Sert aux statistiques européennes, jamais au rapprochement.",
    )
    nationality = models.CharField("nationalité", max_length=10, choices=Nationality, blank=True)
    language_level = models.CharField(
        "niveau de français", max_length=2, choices=LanguageLevel, blank=True
    )
    # Null is unknown, an empty list is none: matching must not take one for the other.
    licences = ArrayField(
        models.CharField(max_length=2, choices=DrivingLicence),
        verbose_name="permis de conduire",
        null=True,
        blank=True,
    )
    prepares_licence_b = models.BooleanField("permis B en préparation", null=True, blank=True)
    vehicle = models.CharField("véhicule", max_length=10, choices=Vehicle, blank=True)
    schooling = models.CharField("école ou mode de garde", max_length=100, blank=True)
    died_on = models.DateField("date du décès", null=True, blank=True)
    skills = models.TextField(
        "ce que la personne sait faire",
        max_length=1000,
        blank=True,
    )
    aspirational_project = models.ForeignKey(
        "territories.Occupation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="projet de cœur",
    )
    retained_project = models.ForeignKey(
        "territories.Occupation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="projet retenu pour EMILE",
    )
    project_gap = models.CharField(
        "pourquoi ces projets diffèrent", max_length=20, choices=ProjectGap, blank=True
    )

    class Meta:
        verbose_name = "personne"
        verbose_name_plural = "personnes"
        indexes = [
            GinIndex(name="person_by_name", fields=["name_norm"], opclasses=["gin_trgm_ops"])
        ]
        constraints = [
            models.CheckConstraint(
                name="person_prepares_a_licence_not_held",
                condition=~Q(prepares_licence_b=True, licences__contains=[DrivingLicence.B]),
                violation_error_message="Le permis B est déjà obtenu.",
            ),
        ]

    def __str__(self) -> str:
        return f"personne {self.pk}"

    @property
    def full_name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def may_drive(self) -> bool | None:
        """A car, with the licence for it; None when nobody has said."""
        return None if self.licences is None else DrivingLicence.B in self.licences

    @property
    def licences_told(self) -> str:
        """In the order of the categories; empty when nobody has said."""
        held = [code for code in DrivingLicence.values if code in (self.licences or ())]
        told = [", ".join(held) or "aucun"] if self.licences is not None else []
        if self.prepares_licence_b:
            told.append("B en préparation")
        return ", ".join(told)

    def age_on(self, day: date) -> int | None:
        """Whole years; None when the birth date is unknown."""
        if self.birth_date is None:
            return None
        born = self.birth_date
        return day.year - born.year - ((day.month, day.day) < (born.month, born.day))

    def is_lawfully_present_on(self, day: date) -> bool | None:
        """None when nothing tells: unknown is neither yes nor no. Iterates over prefetched permits.

        No minimum remaining validity is required by the programme.
        """
        if self.nationality in LAWFUL_BY_NATIONALITY:
            return True
        permits = self.permits.all()
        if any(permit.is_valid_on(day) for permit in permits):
            return True
        if any(permit.expires_on is not None for permit in permits):
            return False
        return None


@keep_history()
class ResidencePermit(Checked):
    """A paper that may allow three things: to stay, to work, to be given social housing."""

    person = models.ForeignKey(
        Person, models.CASCADE, related_name="permits", verbose_name="personne"
    )
    kind = models.CharField("titre", max_length=20, choices=PermitKind)
    expires_on = models.DateField("valable jusqu’au", null=True, blank=True)
    allows_work = models.BooleanField("autorise à travailler", null=True, blank=True)
    seen_on = models.DateField("vu en original le", null=True, blank=True)

    class Meta:
        verbose_name = "titre de séjour"
        verbose_name_plural = "titres de séjour"

    def __str__(self) -> str:
        return f"{self.kind} {self.expires_on}"

    def is_valid_on(self, day: date) -> bool:
        return self.expires_on is not None and self.expires_on >= day


@keep_history()
class ResidentialSpell(Checked):
    """Where one person lived, from when to when: spells, not one cell that is overwritten."""

    person = models.ForeignKey(
        Person, models.CASCADE, related_name="residential_spells", verbose_name="personne"
    )
    kind = models.CharField("situation", max_length=20, choices=ResidentialKind)
    since = models.DateField("depuis le")
    until = models.DateField("jusqu’au", null=True, blank=True)

    class Meta:
        verbose_name = "situation résidentielle"
        verbose_name_plural = "situations résidentielles"
        constraints = [
            models.UniqueConstraint(
                name="residentialspell_one_current",
                fields=["person"],
                condition=Q(until__isnull=True),
                violation_error_message="Cette personne a déjà une situation en cours.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.since}"


@keep_history()
class ContactPoint(Checked):
    """A way to reach a person: whose it is, and whether a message left there is safe."""

    person = models.ForeignKey(
        Person, models.CASCADE, related_name="contact_points", verbose_name="personne"
    )
    kind = models.CharField("moyen", max_length=20, choices=ContactKind)
    # A French number is kept as +33…; an address as it was typed.
    value = models.CharField("numéro ou adresse", max_length=254)
    whose = models.CharField("à qui est-ce", max_length=100, blank=True)
    is_message_safe = models.BooleanField("un message y est sans risque", null=True, blank=True)
    # None: nobody asked. Whoever says no is not written to by text message any more.
    takes_sms = models.BooleanField("accepte les SMS de rappel", null=True, blank=True)
    # The day when what was sent there did not arrive. Writing it again forgets it.
    undelivered_on = models.DateField("message non remis du", null=True, blank=True)
    hours = models.CharField("quand appeler", max_length=100, blank=True)
    language = models.CharField("langue parlée", max_length=50, blank=True)
    needs_interpreter = models.BooleanField("interprète nécessaire", null=True, blank=True)

    class Meta:
        verbose_name = "moyen de contact"
        verbose_name_plural = "moyens de contact"
        indexes = [
            models.Index(name="contactpoint_by_value", fields=["value"]),
            models.Index(
                name="contactpoint_undelivered",
                fields=["person"],
                condition=Q(undelivered_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

"""What an installation costs, line by line, and who pays."""

import uuid
from decimal import Decimal

from django.core.validators import MinValueValidator
from django.db import models

from candidates.enums import AidAnswer, Expense, Payer
from candidates.models.parcours import Parcours
from emile.core.history import keep_history
from emile.core.models import Checked


# What is known of a cost.
AID_FIELDS = (
    "kind",
    "details",
    "cost",
    "due_on",
    "payer",
    "answer",
    "asked_on",
    "asked_amount",
    "granted_amount",
    "paid_on",
    "advanced_by",
    "repaid_on",
)


def amount(label: str, *, required: bool = False) -> "models.DecimalField[Decimal, Decimal]":
    return models.DecimalField(
        label,
        max_digits=8,
        decimal_places=2,
        null=not required,
        blank=not required,
        validators=[MinValueValidator(0, "Un montant n’est pas négatif.")],
    )


@keep_history()
class InstallationAid(Checked):
    """One cost of an installation, with the aid that is asked for it.

    Money comes late: ``advanced_by`` says who pays meanwhile, ``repaid_on`` when they get it back.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    version = models.PositiveIntegerField("version", default=1, editable=False)
    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="installation_aids", verbose_name="parcours"
    )
    kind = models.CharField("dépense", max_length=20, choices=Expense)
    details = models.CharField("précisions", max_length=200, blank=True)
    cost = amount("montant à payer", required=True)
    due_on = models.DateField("à payer le", null=True, blank=True)
    payer = models.CharField("qui paie", max_length=20, choices=Payer)
    answer = models.CharField(
        "où en est l’aide", max_length=20, choices=AidAnswer, default=AidAnswer.TO_ASK
    )
    asked_on = models.DateField("demandée le", null=True, blank=True)
    asked_amount = amount("montant demandé")
    granted_amount = amount("montant accordé")
    paid_on = models.DateField("versée le", null=True, blank=True)
    advanced_by = models.CharField("qui avance", max_length=20, choices=Payer, blank=True)
    repaid_on = models.DateField("avance remboursée le", null=True, blank=True)

    class Meta:
        verbose_name = "dépense ou aide à l’installation"
        verbose_name_plural = "dépenses et aides à l’installation"

    @property
    def programme_cents(self) -> int:
        """What the programme gives for it, once it has said so."""
        is_given = self.answer in (AidAnswer.GRANTED, AidAnswer.PAID)
        if self.payer != Payer.PROGRAMME or not is_given:
            return 0
        return int((self.granted_amount or 0) * 100)

    def __str__(self) -> str:
        return f"{self.kind} {self.cost}"

"""Who may open a file, in which role, from when to when."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from emile.core.history import keep_history
from emile.core.models import Checked
from operators.enums import OrganisationKind


# The roles by which an organisation is given a file; the actor must wear the same hat.
ACCESS_ROLES = (
    OrganisationKind.PRESCRIBER,
    OrganisationKind.COORDINATOR,
    OrganisationKind.UPSTREAM,
    OrganisationKind.HOST,
)


class CaseAccessQuerySet(models.QuerySet["CaseAccess"]):
    def current(self) -> Self:
        """Those by which an organisation acts."""
        return self.filter(until__isnull=True)

    def readable(self) -> Self:
        """With those that have ended, and still open the file to be read for a while.

        On the clock of the database, as row-level security is.
        """
        return self.filter(Q(until__isnull=True) | Q(reads_until__gt=Now()))


@keep_history()
class CaseAccess(Checked):
    """The right of one organisation to open one file, in one role, from when to when.

    Written by the workflow. The application's scope and PostgreSQL's row-level security both read
    this table: one fact, two locks.
    """

    parcours = models.ForeignKey(
        "candidates.Parcours", models.CASCADE, related_name="accesses", verbose_name="parcours"
    )
    organisation = models.ForeignKey(
        "operators.Organisation",
        models.PROTECT,
        related_name="case_accesses",
        verbose_name="organisation",
    )
    role = models.CharField(
        "à quel titre",
        max_length=20,
        choices=[(role.value, role.label) for role in ACCESS_ROLES],
    )
    granted_by = models.ForeignKey(
        "operators.Organisation", models.PROTECT, related_name="+", verbose_name="donné par"
    )
    since = models.DateTimeField("depuis")
    until = models.DateTimeField("jusqu’à", null=True)
    # After a passation: the file can't be acted on any more, and is read until then.
    reads_until = models.DateTimeField("lisible jusqu’à", null=True)

    objects = CaseAccessQuerySet.as_manager()

    class Meta:
        verbose_name = "accès au dossier"
        verbose_name_plural = "accès aux dossiers"
        constraints = [
            models.UniqueConstraint(
                name="caseaccess_once_per_role",
                fields=["parcours", "organisation", "role"],
                condition=Q(until__isnull=True),
                violation_error_message="Cette organisation a déjà accès au dossier.",
            ),
        ]
        indexes = [
            models.Index(
                name="caseaccess_current",
                fields=["organisation", "role", "parcours"],
                condition=Q(until__isnull=True),
            ),
            models.Index(
                name="caseaccess_read_only",
                fields=["organisation", "role", "parcours"],
                condition=Q(reads_until__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.organisation_id}"

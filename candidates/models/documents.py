"""The papers that are asked for, how they stop being missing, and the files that are sent."""

import uuid
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Self

from dateutil.relativedelta import relativedelta
from django.db import models
from django.db.models import Exists, OuterRef, Q

from candidates.enums import DocumentKind, DocumentReceipt, DocumentState
from candidates.models.journal import Fact, counts_q
from candidates.models.parcours import Parcours
from emile.core.history import keep_history
from emile.core.models import Checked
from emile.core.uploads import FileFormat, ScannerKind


if TYPE_CHECKING:
    from operators.actors import Actor


# The law counts two years from the last contact that came from the person. A paper that is brought
# is one, and no later one is computed yet: no file outlives two years from the day it was sent.
KEPT_FOR = relativedelta(years=2)
# How long before a paper is no longer valid it becomes a task.
ENDS_SOON = timedelta(days=60)


class DocumentRequestQuerySet(models.QuerySet["DocumentRequest"]):
    def missing(self) -> Self:
        """Asked for; neither seen nor sent yet, a file that is still being checked aside."""
        received = DocumentReception.objects.filter(counts_q(), request=OuterRef("pk"))
        sent = SupportingDocument.objects.available().filter(request=OuterRef("pk"))
        return self.filter(counts_q(), ~Exists(received), ~Exists(sent))


@keep_history()
class DocumentRequest(Fact):
    """A paper asked for, of one person or of the whole household, by a day."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="document_requests", verbose_name="parcours"
    )
    person = models.ForeignKey(
        "candidates.Person",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="personne",
        help_text="Vide quand le papier concerne tout le ménage.",
    )
    kind = models.CharField("pièce", max_length=20, choices=DocumentKind)
    wanted_by = models.DateField("avant le")

    objects = DocumentRequestQuerySet.as_manager()

    class Meta:
        verbose_name = "pièce demandée"
        verbose_name_plural = "pièces demandées"

    def __str__(self) -> str:
        return self.kind


@keep_history()
class DocumentReception(Fact):
    """The paper was seen, or somebody else has it: seeing it is enough."""

    request = models.ForeignKey(
        DocumentRequest, models.CASCADE, related_name="receptions", verbose_name="pièce demandée"
    )
    means = models.CharField("comment", max_length=20, choices=DocumentReceipt)

    class Meta:
        verbose_name = "pièce reçue"
        verbose_name_plural = "pièces reçues"

    def __str__(self) -> str:
        return self.means


class SupportingDocumentQuerySet(models.QuerySet["SupportingDocument"]):
    # Scope

    def visible_to(self, actor: "Actor | None") -> Self:
        """Of the files that the actor may open."""
        its_files = Parcours.objects.visible_to(actor).filter(pk=OuterRef("parcours"))
        return self.filter(Exists(its_files))

    # Filters

    def available(self) -> Self:
        return self.filter(counts_q(), state=DocumentState.AVAILABLE)

    def ending_soon(self, today: date) -> Self:
        """Or over, as long as none that lasts has replaced them."""
        horizon = today + ENDS_SOON
        lasting = SupportingDocument.objects.available().filter(
            Q(expires_on__isnull=True) | Q(expires_on__gt=horizon),
            Q(person=OuterRef("person")) | Q(person__isnull=True),
            parcours=OuterRef("parcours"),
            kind=OuterRef("kind"),
        )
        return self.available().filter(~Exists(lasting), expires_on__lte=horizon)

    def due_for_erasure(self, today: date) -> Self:
        return self.filter(delete_on__lte=today).exclude(state=DocumentState.ERASED)

    # Shapes

    def for_list(self) -> Self:
        """Those that were erased aside: nothing is left of them to show."""
        return (
            self.filter(counts_q())
            .exclude(state=DocumentState.ERASED)
            .select_related("person", "uploaded_by", "organisation")
            .order_by("-uploaded_at", "-pk")
        )


@keep_history()
class SupportingDocument(Fact):
    """A paper that was sent as a file. It is read once it has been checked, and not before.

    What is stored is what was checked: a picture is drawn again, and no name given by whoever sent
    it is kept. ``storage_key`` is where it is once available; until then its bytes are those of
    ``QuarantinedFile``.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="documents", verbose_name="parcours"
    )
    person = models.ForeignKey(
        "candidates.Person",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="personne",
        help_text="Vide quand la pièce concerne tout le ménage.",
    )
    request = models.ForeignKey(
        DocumentRequest,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="documents",
        verbose_name="pièce demandée",
    )
    kind = models.CharField("pièce", max_length=20, choices=DocumentKind)
    state = models.CharField(
        "état", max_length=20, choices=DocumentState, default=DocumentState.QUARANTINED
    )
    refusal = models.CharField("pourquoi elle est refusée", max_length=300, blank=True)
    storage_key = models.CharField("emplacement", max_length=40, unique=True, editable=False)
    format = models.CharField("format", max_length=10, choices=FileFormat)
    size = models.PositiveIntegerField("taille")
    pages = models.PositiveSmallIntegerField("pages")
    checksum = models.CharField("empreinte", max_length=64)
    scanner = models.CharField("vérifiée par", max_length=10, choices=ScannerKind, blank=True)
    uploaded_by = models.ForeignKey(
        "operators.User", models.PROTECT, related_name="+", verbose_name="envoyée par"
    )
    organisation = models.ForeignKey(
        "operators.Organisation", models.PROTECT, related_name="+", verbose_name="organisation"
    )
    uploaded_at = models.DateTimeField("envoyée le")
    expires_on = models.DateField("valable jusqu’au", null=True, blank=True)
    delete_on = models.DateField("à effacer le")

    objects = SupportingDocumentQuerySet.as_manager()

    class Meta:
        verbose_name = "pièce justificative"
        verbose_name_plural = "pièces justificatives"
        indexes = [
            models.Index(name="supportingdocument_of_file", fields=["parcours", "kind"]),
            models.Index(
                name="supportingdocument_to_erase",
                fields=["delete_on"],
                condition=~Q(state=DocumentState.ERASED),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="supportingdocument_says_why_it_is_refused",
                condition=Q(state=DocumentState.REFUSED) ^ Q(refusal=""),
                violation_error_message="Une pièce refusée dit pourquoi.",
            ),
            models.CheckConstraint(
                name="supportingdocument_is_scanned_before_it_is_read",
                condition=~Q(state=DocumentState.AVAILABLE) | ~Q(scanner=""),
                violation_error_message="Une pièce n’est lisible qu’une fois vérifiée.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"

    @property
    def is_available(self) -> bool:
        return self.state == DocumentState.AVAILABLE

    @property
    def is_being_checked(self) -> bool:
        return self.state == DocumentState.QUARANTINED


class QuarantinedFileQuerySet(models.QuerySet["QuarantinedFile"]):
    def due(self, now: datetime) -> Self:
        """In nobody's hands, and not to be left alone for a while."""
        return self.filter(Q(leased_until__isnull=True) | Q(leased_until__lt=now), try_at__lte=now)


class QuarantinedFile(Checked):
    """The bytes as they came, which nobody reads, until a worker has checked them."""

    document = models.OneToOneField(
        SupportingDocument,
        models.CASCADE,
        primary_key=True,
        related_name="quarantined",
        verbose_name="pièce justificative",
    )
    content = models.BinaryField("contenu")
    attempts = models.PositiveSmallIntegerField("essais", default=0)
    leased_until = models.DateTimeField("pris en charge jusqu’à", null=True, blank=True)
    try_at = models.DateTimeField("à vérifier à partir de")

    objects = QuarantinedFileQuerySet.as_manager()

    class Meta:
        verbose_name = "fichier en quarantaine"
        verbose_name_plural = "fichiers en quarantaine"

    def __str__(self) -> str:
        return str(self.document_id)

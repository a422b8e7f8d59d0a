"""Offers that come from elsewhere: what they are there, and each time they were brought here."""

from datetime import datetime
from typing import Self
from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from emile.core.models import Checked
from operators.actors import Actor
from operators.enums import OrganisationKind
from operators.models import Organisation, User
from territories.enums import ImportStatus, LineState, OfferKind, Origin
from territories.models.offer import KEEPERS, Offer
from territories.models.territory import Territory


# A worker is at it.
WORKING = (ImportStatus.CHECKING, ImportStatus.RUNNING)
# Nothing is left to do with the file.
OVER = (ImportStatus.DONE, ImportStatus.ABANDONED)
LONGEST_IDENTIFIER = 100
# How what has no reference is called: by all that it says.
NAMELESS = "contenu-"


def reference_of(identifier: str) -> str:
    """As people read it; empty for what came without any."""
    return "" if identifier.startswith(NAMELESS) else identifier


class OfferOrigin(Checked):
    """What an offer is called where it comes from: brought again, it is the same offer.

    A name is unique among the offers of one kind in the files of one organisation.
    """

    offer = models.OneToOneField(
        Offer, models.CASCADE, primary_key=True, related_name="origin", verbose_name="offre"
    )
    source = models.CharField("provenance", max_length=20, choices=Origin)
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="organisation du fichier",
    )
    kind = models.CharField("nature", max_length=20, choices=OfferKind)
    identifier = models.CharField("référence d’origine", max_length=LONGEST_IDENTIFIER)
    gone_on = models.DateField("disparue le", null=True)

    class Meta:
        verbose_name = "provenance d’une offre"
        verbose_name_plural = "provenances des offres"
        constraints = [
            models.UniqueConstraint(
                name="offerorigin_names_one_offer",
                fields=["source", "organisation", "kind", "identifier"],
                nulls_distinct=False,
                violation_error_message="Cette référence est déjà celle d’une autre offre.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.identifier}"

    @property
    def label(self) -> str:
        """« France Travail », « Fichier de Cantal Habitat »."""
        if self.organisation is None:
            return Origin(self.source).label
        return f"Fichier de {self.organisation.name}"


class OfferImportQuerySet(models.QuerySet["OfferImport"]):
    # Scope

    def visible_to(self, actor: Actor | None) -> Self:
        """Those of one's organisation; all of them for the coordinator, sources included."""
        if actor is None or actor.kind not in KEEPERS:
            return self.none()
        if actor.kind == OrganisationKind.COORDINATOR:
            return self.all()
        return self.filter(organisation=actor.organisation_id)

    # Filters

    def left_aside(self, now: datetime) -> Self:
        """To be worked on, and in nobody's hands."""
        free = Q(leased_until__isnull=True) | Q(leased_until__lt=now)
        return self.filter(free, status__in=WORKING)

    def of_source(self, source: Origin) -> Self:
        return self.filter(source=source)

    # Shapes

    def for_list(self) -> Self:
        return self.select_related("territory", "organisation", "author").order_by(
            "-created_at", "-pk"
        )


class OfferImport(Checked):
    """One file, or one visit to a source, and how far it is.

    ``columns`` says from which column of the file each of our fields is read. Counts are those of
    the phase under way: of the check, then of the import itself.
    """

    public_id = models.UUIDField(default=uuid4, unique=True, editable=False)
    source = models.CharField("provenance", max_length=20, choices=Origin)
    kind = models.CharField("nature", max_length=20, choices=OfferKind)
    status = models.CharField(
        "état", max_length=20, choices=ImportStatus, default=ImportStatus.UPLOADED
    )
    territory = models.ForeignKey(
        Territory,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="imports",
        verbose_name="territoire",
        help_text="Vide quand la commune de chaque ligne le dit.",
    )
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="imports",
        verbose_name="organisation",
    )
    author = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="imports", verbose_name="personne"
    )
    author_kind = models.CharField("au titre de", max_length=20, blank=True)
    file_name = models.CharField("nom du fichier", max_length=200, blank=True)
    checksum = models.CharField("empreinte du fichier", max_length=64, blank=True)
    headers = models.JSONField("colonnes du fichier", default=list, blank=True)
    columns = models.JSONField("colonnes reliées", default=dict, blank=True)
    is_all_or_nothing = models.BooleanField("tout ou rien", default=False)
    row_count = models.PositiveIntegerField("lignes", default=0)
    done_count = models.PositiveIntegerField("lignes traitées", default=0)
    new_count = models.PositiveIntegerField("lignes nouvelles", default=0)
    changed_count = models.PositiveIntegerField("lignes modifiées", default=0)
    unchanged_count = models.PositiveIntegerField("lignes inchangées", default=0)
    refused_count = models.PositiveIntegerField("lignes refusées", default=0)
    gone_count = models.PositiveIntegerField("offres disparues", default=0)
    message = models.CharField("ce qui l’a arrêté", max_length=500, blank=True)
    attempts = models.PositiveSmallIntegerField("essais", default=0)
    leased_until = models.DateTimeField("pris en charge jusqu’à", null=True, blank=True)
    created_at = models.DateTimeField("reçu le")
    started_at = models.DateTimeField("commencé le", null=True, blank=True)
    ended_at = models.DateTimeField("terminé le", null=True, blank=True)

    objects = OfferImportQuerySet.as_manager()

    class Meta:
        verbose_name = "import d’offres"
        verbose_name_plural = "imports d’offres"
        constraints = [
            models.CheckConstraint(
                name="offerimport_of_a_file_has_an_author",
                condition=~Q(source=Origin.FILE)
                | Q(author__isnull=False, organisation__isnull=False),
                violation_error_message="Un fichier est importé par quelqu’un.",
            ),
            models.CheckConstraint(
                name="offerimport_never_ahead_of_itself",
                condition=Q(done_count__lte=F("row_count")),
                violation_error_message="Il n’y a pas autant de lignes.",
            ),
        ]
        indexes = [
            models.Index(
                name="offerimport_to_work_on",
                fields=["leased_until"],
                condition=Q(status__in=WORKING),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.public_id}"

    def get_absolute_url(self) -> str:
        return reverse("territories:import_detail", args=[self.public_id])

    @property
    def is_working(self) -> bool:
        return self.status in WORKING

    @property
    def valid_count(self) -> int:
        return self.row_count - self.refused_count

    @property
    def counts(self) -> dict[str, int]:
        """How many lines there are in each state."""
        return {state: getattr(self, f"{state}_count") for state in LineState}


class ImportedFile(Checked):
    """The rows of a file, as compressed CSV; erased when nothing is left to do with them."""

    owner = models.OneToOneField(
        OfferImport, models.CASCADE, primary_key=True, related_name="file", verbose_name="import"
    )
    rows = models.BinaryField("contenu")

    class Meta:
        verbose_name = "fichier d’un import"
        verbose_name_plural = "fichiers des imports"

    def __str__(self) -> str:
        return str(self.owner_id)


class ImportLine(Checked):
    """What one line of the file does, or did: fields changed from and to, or why it is refused."""

    owner = models.ForeignKey(
        OfferImport, models.CASCADE, related_name="lines", verbose_name="import"
    )
    number = models.PositiveIntegerField("ligne")
    state = models.CharField("état", max_length=10, choices=LineState)
    identifier = models.CharField("référence d’origine", max_length=LONGEST_IDENTIFIER, blank=True)
    details = models.JSONField("détails", default=list)
    offer = models.ForeignKey(
        Offer, models.SET_NULL, null=True, related_name="+", verbose_name="offre"
    )

    class Meta:
        verbose_name = "ligne d’un import"
        verbose_name_plural = "lignes des imports"
        constraints = [
            models.UniqueConstraint(name="importline_in_order", fields=["owner", "number"]),
        ]

    def __str__(self) -> str:
        return f"{self.owner_id}:{self.number}"


class ColumnMapping(Checked):
    """How an organisation last matched the columns of files of that shape."""

    organisation = models.ForeignKey(
        Organisation, models.CASCADE, related_name="+", verbose_name="organisation"
    )
    kind = models.CharField("nature", max_length=20, choices=OfferKind)
    shape = models.CharField("empreinte des titres", max_length=64)
    columns = models.JSONField("colonnes reliées", default=dict)

    class Meta:
        verbose_name = "correspondance de colonnes"
        verbose_name_plural = "correspondances de colonnes"
        constraints = [
            models.UniqueConstraint(
                name="columnmapping_once_per_shape", fields=["organisation", "kind", "shape"]
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.kind}"

import uuid
from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.crypto import salted_hmac

from emile.core.models import Checked
from emile.core.search import Norm
from operators.actors import Actor
from operators.enums import OrganisationKind, RegistrationState
from operators.models.organisation import validate_departement, validate_siret


def hash_sender(address: str | None) -> str:
    """Keyed: the few billions of addresses there are would not hide behind a plain hash."""
    return salted_hmac(
        "operators.registration.sender", address or "", algorithm="sha256"
    ).hexdigest()


class RegistrationRequestQuerySet(models.QuerySet["RegistrationRequest"]):
    # Scope

    def visible_to(self, actor: Actor | None) -> Self:
        match actor:
            case Actor(kind=OrganisationKind.COORDINATOR):
                return self.all()
            case _:
                return self.none()

    # Filters

    def pending(self) -> Self:
        return self.filter(state=RegistrationState.PENDING)

    def same_as(self, other: "RegistrationRequest") -> Self:
        """The same contact asking for the same name, give or take case and accents."""
        same_name = self.alias(name_norm=Norm("name")).filter(name_norm=Norm(Value(other.name)))
        return same_name.filter(contact_email=other.contact_email)

    def sent_from(self, address: str | None, *, since: datetime) -> Self:
        return self.filter(sender_hash=hash_sender(address), submitted_at__gt=since)

    # Shapes

    def for_list(self) -> Self:
        return self.order_by("submitted_at", "pk")

    def for_detail(self) -> Self:
        return self.select_related("organisation", "decided_by")


class RegistrationRequest(Checked):
    """What a body that orients says of itself, before the coordinator makes it an organisation.

    Anyone can write one: nothing here is checked against the directory by a constraint, whose
    refusal would tell a stranger what the directory holds.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField("nom de la structure", max_length=200)
    siret = models.CharField("numéro SIRET", max_length=14, blank=True, validators=[validate_siret])
    departement = models.CharField("département", max_length=3, validators=[validate_departement])
    contact_first_name = models.CharField("prénom", max_length=150)
    contact_last_name = models.CharField("nom", max_length=150)
    contact_email = models.EmailField("adresse électronique professionnelle")
    contact_phone = models.CharField("téléphone", max_length=30, blank=True)
    submitted_at = models.DateTimeField("reçue le", editable=False)
    # To count the requests of one network address, and forgotten once it no longer counts.
    sender_hash = models.CharField("expéditeur", max_length=64, blank=True, editable=False)
    state = models.CharField(
        "état",
        max_length=10,
        choices=RegistrationState,
        default=RegistrationState.PENDING,
        editable=False,
    )
    decided_at = models.DateTimeField("décidée le", null=True, editable=False)
    decided_by = models.ForeignKey(
        "operators.User",
        models.PROTECT,
        related_name="+",
        null=True,
        editable=False,
        verbose_name="décidée par",
    )
    refusal_reason = models.TextField("motif du refus", blank=True, max_length=1000)
    organisation = models.OneToOneField(
        "operators.Organisation",
        models.PROTECT,
        related_name="registration_request",
        null=True,
        editable=False,
        verbose_name="organisation",
    )

    objects = RegistrationRequestQuerySet.as_manager()

    class Meta:
        verbose_name = "demande d’inscription"
        verbose_name_plural = "demandes d’inscription"
        constraints = [
            models.CheckConstraint(
                name="registration_request_is_decided_by_someone",
                condition=Q(
                    state=RegistrationState.PENDING,
                    decided_at__isnull=True,
                    decided_by__isnull=True,
                )
                | Q(
                    ~Q(state=RegistrationState.PENDING),
                    decided_at__isnull=False,
                    decided_by__isnull=False,
                ),
                violation_error_message="Une décision a une date et un auteur.",
            ),
            models.CheckConstraint(
                name="registration_request_refused_with_a_reason",
                condition=~Q(state=RegistrationState.REFUSED) | ~Q(refusal_reason=""),
                violation_error_message="Indiquez le motif du refus.",
            ),
            models.CheckConstraint(
                name="registration_request_accepted_with_an_organisation",
                condition=Q(state=RegistrationState.ACCEPTED, organisation__isnull=False)
                | Q(~Q(state=RegistrationState.ACCEPTED), organisation__isnull=True),
                violation_error_message="Une demande acceptée donne une organisation.",
            ),
            models.CheckConstraint(
                name="registration_request_email_is_lower_case",
                condition=Q(contact_email=Lower("contact_email")),
                violation_error_message="L’adresse électronique s’écrit en minuscules.",
            ),
        ]

    def __str__(self) -> str:
        return f"RegistrationRequest {self.public_id}"

    def get_absolute_url(self) -> str:
        return reverse("operators:registration_detail", args=[self.public_id])

    @property
    def is_pending(self) -> bool:
        return self.state == RegistrationState.PENDING

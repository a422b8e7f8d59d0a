"""What those who keep its territory know to be near a commune: schools, childcare, a doctor."""

from collections.abc import Mapping
from typing import Self

from django.db import models

from emile.core.history import keep_history
from emile.core.models import Checked, LedgerEntry
from operators.actors import Actor
from territories.enums import Service
from territories.models.geography import Commune
from territories.models.offer import READERS


NOT_YET = "Ce jour n’est pas encore venu."


def within_a_quarter_of_an_hour(service: Service) -> models.BooleanField:
    """There or less than 15 minutes away; null as long as nobody has said."""
    return models.BooleanField(service.label.lower(), null=True, blank=True)


class CommuneServicesQuerySet(models.QuerySet["CommuneServices"]):
    def visible_to(self, actor: Actor | None) -> Self:
        """Those who read the boards read this beside them."""
        return self.all() if actor is not None and actor.kind in READERS else self.none()


@keep_history()
class CommuneServices(Checked):
    """What is told of one commune, the same for each territory that holds it.

    ``version`` counts how many times it was told. A school does not close within a month: what was
    told counts until somebody says otherwise, and ``confirmed_on`` is shown beside it.
    """

    commune = models.OneToOneField(
        Commune,
        models.PROTECT,
        related_name="services",
        verbose_name="commune",
        editable=False,
        error_messages={"unique": "Les services de cette commune sont déjà notés."},
    )
    childcare = within_a_quarter_of_an_hour(Service.CHILDCARE)
    nursery_school = within_a_quarter_of_an_hour(Service.NURSERY_SCHOOL)
    primary_school = within_a_quarter_of_an_hour(Service.PRIMARY_SCHOOL)
    middle_school = within_a_quarter_of_an_hour(Service.MIDDLE_SCHOOL)
    high_school = within_a_quarter_of_an_hour(Service.HIGH_SCHOOL)
    doctor = within_a_quarter_of_an_hour(Service.DOCTOR)
    confirmed_on = models.DateField("confirmé le")
    version = models.PositiveIntegerField("version", default=0, editable=False)

    objects = CommuneServicesQuerySet.as_manager()

    class Meta:
        verbose_name = "services d’une commune"
        verbose_name_plural = "services des communes"

    def __str__(self) -> str:
        return f"services {self.commune_id}"

    @property
    def answers(self) -> Mapping[Service, bool | None]:
        return {service: getattr(self, service) for service in Service}


class CommuneServicesEvent(LedgerEntry):
    """One telling; the payload has the fields that changed."""

    services = models.ForeignKey(
        CommuneServices, models.PROTECT, related_name="events", verbose_name="services"
    )

    class Meta:
        verbose_name = "acte sur les services d’une commune"
        verbose_name_plural = "actes sur les services des communes"
        constraints = [
            models.UniqueConstraint(
                name="communeservicesevent_in_order", fields=["services", "sequence"]
            )
        ]

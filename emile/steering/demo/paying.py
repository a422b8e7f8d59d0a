"""The conventions of the demonstration: this year’s and last year’s, of all who carry the programme."""

from datetime import date
from decimal import Decimal

from django.db import transaction

from emile.core.context import database_context
from emile.steering.demo.teller import Cast
from emile.steering.models import PAID
from emile.steering.services.conventions import keep_convention
from operators.enums import OrganisationKind
from operators.models import Organisation


# Made-up amounts and objectives, for a year.
TERMS: dict[str, tuple[int, dict[str, int]]] = {
    OrganisationKind.COORDINATOR: (48_000, {"settled": 24}),
    OrganisationKind.UPSTREAM: (36_000, {"informed": 60, "diagnosed": 40, "accepted": 20}),
    OrganisationKind.HOST: (22_000, {"accepted": 12, "stayed": 10, "settled": 6}),
}


def sign_conventions(cast: Cast, today: date) -> None:
    with transaction.atomic(), database_context(cast.coordinator.database_context):
        for organisation in Organisation.objects.order_by("pk"):
            kind = next((kind for kind in PAID if kind in organisation.kinds), None)
            if kind is not None:
                for year in (today.year - 1, today.year):
                    _sign(cast, organisation, kind, year)


def _sign(cast: Cast, organisation: Organisation, kind: OrganisationKind, year: int) -> None:
    amount, objectives = TERMS[kind]
    keep_convention(
        actor=cast.coordinator,
        version=0,
        organisation=organisation,
        reference=f"{year}-{organisation.pk:03d}",
        since=date(year, 1, 1),
        until=date(year, 12, 31),
        signed_on=date(year - 1, 12, 15),
        amount=Decimal(amount),
        objectives=objectives,
    )

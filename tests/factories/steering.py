"""What people tell of the field, the committees that examine it, what operators are paid for."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone

from emile.core.context import database_context
from emile.steering.models import Committee, CommitteeKind, Convention, FieldReport, FieldTheme
from emile.steering.services.committees import open_committee
from emile.steering.services.conventions import keep_convention
from emile.steering.services.field_reports import report_difficulty
from operators.actors import Actor
from operators.models import Organisation


def tell_of_the_field(actor: Actor, **told: Any) -> FieldReport:
    described = {
        "theme": FieldTheme.MOBILITY,
        "stage": "",
        "territory": None,
        "text": "Le dernier car part à dix-huit heures.",
        "now": timezone.now(),
    }
    with database_context(actor.database_context):
        return report_difficulty(actor=actor, **described | told)


def call_committee(
    coordinator: Actor,
    *present: Actor,
    kind: CommitteeKind = CommitteeKind.VALIDATION,
    **told: Any,
) -> Committee:
    now = timezone.now()
    seated = [actor.organisation_id for actor in present]
    described = {"held_on": timezone.localdate(now), "territories": []}
    with database_context(coordinator.database_context):
        return open_committee(
            actor=coordinator,
            kind=kind,
            organisations=list(Organisation.objects.filter(pk__in=seated)),
            on=timezone.localdate(now),
            now=now,
            **described | told,
        )


def sign_convention(
    coordinator: Actor, signer: Actor, *, year: int = 2026, amount: str = "36500", **objectives: int
) -> Convention:
    """For a whole year."""
    with database_context(coordinator.database_context):
        return keep_convention(
            actor=coordinator,
            version=0,
            organisation=Organisation.objects.get(pk=signer.organisation_id),
            reference=f"{year}-{signer.organisation_id}",
            since=date(year, 1, 1),
            until=date(year, 12, 31),
            signed_on=date(year, 1, 1),
            amount=Decimal(amount),
            objectives=objectives,
        )

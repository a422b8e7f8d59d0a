"""What people tell of the field, and the committees that examine it."""

from typing import Any

from django.utils import timezone

from emile.core.context import database_context
from emile.steering.models import Committee, CommitteeKind, FieldReport, FieldTheme
from emile.steering.services.committees import open_committee
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

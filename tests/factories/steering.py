"""What people tell of the field."""

from typing import Any

from django.utils import timezone

from emile.core.context import database_context
from emile.steering.models import FieldReport, FieldTheme
from emile.steering.services.field_reports import report_difficulty
from operators.actors import Actor


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

"""The committees of the demonstration: one that met, one that will."""

from datetime import datetime, timedelta

from django.db import transaction

from emile.core.calendar import is_working_day
from emile.core.context import database_context
from emile.steering.demo.teller import TERRITORY, Cast
from emile.steering.models import Committee, CommitteeKind
from emile.steering.services.committees import note_decision, open_committee
from operators.models import Organisation
from territories.models import Territory


DECISION = (
    "Le comité est favorable à l’installation à la date prévue, dès que le bail est signé. L’équipe qui accueille "
    "appelle le bailleur cette semaine."
)


def hold_committees(cast: Cast, now: datetime) -> None:
    """Once everyone has come as far as they will."""
    with transaction.atomic(), database_context(cast.coordinator.database_context):
        # First: what the field tells is for the one that is to come.
        _committee(CommitteeKind.VALIDATION, 1, cast, now)
        met = _committee(CommitteeKind.INSTALLATION, -1, cast, now)
        if item := met.items.order_by("pk").first():
            note_decision(
                actor=cast.coordinator, item=item, version=item.version, decision=DECISION, now=now
            )


def _committee(kind: CommitteeKind, way: int, cast: Cast, now: datetime) -> Committee:
    """On the next working day, or the last one, in the territory of the demonstration."""
    day = now.date() + timedelta(days=way)
    while not is_working_day(day):
        day += timedelta(days=way)
    seats = (cast.upstream.organisation_id, cast.host.organisation_id)
    return open_committee(
        actor=cast.coordinator,
        kind=kind,
        held_on=day,
        territories=list(Territory.objects.filter(slug=TERRITORY)),
        organisations=list(Organisation.objects.filter(pk__in=seats)),
        on=now.date(),
        now=now,
    )

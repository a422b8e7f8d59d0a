"""Who stands in for whom, and until when."""

from datetime import date, datetime, timedelta

from django.db import transaction

from emile.core.errors import DomainError
from operators import policies
from operators.actors import Actor
from operators.enums import DirectoryEventKind
from operators.models import Absence, Membership
from operators.services.journal import record


ONE_DAY = timedelta(days=1)
WHO_DECLARES = (
    "Chacun note ses propres absences, et les personnes responsables celles de leur équipe."
)


@transaction.atomic
def declare_absence(
    *,
    actor: Actor,
    membership: Membership,
    substitute: Membership,
    since: date,
    until: date,
    now: datetime,
) -> Absence:
    """Raises ValidationError when somebody is already away these days, stands in for oneself, or
    belongs elsewhere."""
    if not policies.can_declare_absence(actor, membership):
        raise DomainError(WHO_DECLARES, code="permission")
    absence = Absence(membership=membership, substitute=substitute, since=since, until=until)
    absence.full_clean()
    absence.save()
    _record(DirectoryEventKind.ABSENCE_DECLARED, actor, membership, now)
    return absence


@transaction.atomic
def end_absence(*, actor: Actor, absence: Absence, on: date, now: datetime) -> None:
    """Back that day, or not leaving at all: what has not begun leaves nothing behind."""
    if not policies.can_declare_absence(actor, absence.membership):
        raise DomainError(WHO_DECLARES, code="permission")
    held = Absence.objects.select_for_update(of=("self",)).filter(pk=absence.pk).first()
    if held is None or held.until < on:
        return
    if held.since < on:
        held.until = on - ONE_DAY
        held.save(update_fields=["until"])
    else:
        held.delete()
    _record(DirectoryEventKind.ABSENCE_ENDED, actor, absence.membership, now)


def _record(kind: DirectoryEventKind, actor: Actor, membership: Membership, now: datetime) -> None:
    record(
        kind,
        by=actor,
        organisation=membership.organisation,
        subject=membership.public_id,
        now=now,
    )

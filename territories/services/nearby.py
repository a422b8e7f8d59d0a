"""Say what there is near a commune."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from emile.core.errors import DomainError, StaleVersion
from operators.actors import Actor
from territories.enums import Service
from territories.models import Commune, CommuneServices, CommuneServicesEvent, Territory
from territories.models.nearby import NOT_YET
from territories.services.kept import assign, check_right


@transaction.atomic
def tell_services(
    *,
    actor: Actor,
    territory: Territory,
    commune: Commune,
    version: int,
    answers: Mapping[Service, bool | None],
    confirmed_on: date,
    on: date,
    now: datetime,
) -> CommuneServices:
    """What is told replaces what was; telling the same again confirms it.

    ``version`` is zero when nobody had told anything. Raises StaleVersion when somebody else has
    since, ValidationError when the commune is elsewhere, DomainError when the actor does not keep
    this territory's board or confirms ahead of time.
    """
    check_right(actor, territory, on)
    territory.check_holds(commune)
    if confirmed_on > on:
        raise DomainError(NOT_YET, code="future")
    # Of two people who tell the first thing at once, the second waits here.
    told, _ = CommuneServices.objects.select_for_update(of=("self",)).get_or_create(
        commune=commune, defaults={"confirmed_on": confirmed_on}
    )
    if told.version != version:
        raise StaleVersion(current=told.version)
    values = {service.value: answer for service, answer in answers.items()}
    changed = assign(told, {**values, "confirmed_on": confirmed_on})
    told.version += 1
    told.full_clean()
    told.save()
    CommuneServicesEvent.objects.create(
        services=told,
        sequence=told.version,
        kind="tell",
        occurred_on=on,
        recorded_at=now,
        actor_user_id=actor.user_id,
        actor_organisation_id=actor.organisation_id,
        actor_kind=actor.kind,
        payload={"territory": territory.pk, "fields": sorted(changed)},
    )
    return told

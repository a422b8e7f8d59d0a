"""Apply the programme's file: its rows are created or brought up to date by their key.

Nothing is ever deleted, and targets and capacities are not touched: they belong to the people who
run the programme.
"""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from operators.models import Organisation
from operators.services import register_organisation
from territories.models import (
    Commune,
    DepartureArea,
    Mandate,
    ProgrammePeriod,
    ReferenceVintage,
    Territory,
    TerritoryParticipation,
)
from territories.reference.programme import (
    PROGRAMME,
    DepartureAreaEntry,
    MandateEntry,
    OrganisationEntry,
    PeriodEntry,
    Place,
    Programme,
    TerritoryEntry,
    read_programme,
    sha256_of,
)
from territories.services.vintages import is_loaded, record_vintage


@transaction.atomic
def load_programme(*, now: datetime, again: bool = False) -> list[ReferenceVintage]:
    """Apply the file when it changed, or ``again``, and say so."""
    checksum = sha256_of(PROGRAMME)
    if is_loaded("programme", checksum) and not again:
        return []
    programme = read_programme()
    apply_programme(programme, now=now)
    edition = record_vintage(
        name="programme",
        vintage=programme.vintage,
        checksum=checksum,
        row_count=len(programme.territories),
        now=now,
    )
    return [edition]


@transaction.atomic
def apply_programme(programme: Programme, *, now: datetime) -> None:
    """Raises Territory.DoesNotExist when a mandate names a territory that is not in the file."""
    for period in programme.periods:
        _apply_period(period)
    for territory in programme.territories:
        _apply_territory(territory)
    for area in programme.departure_areas:
        _apply_departure_area(area)
    for body in programme.organisations:
        organisation = _find_or_register(body, now=now)
        for mandate in body.mandates:
            _apply_mandate(organisation, mandate)


def _apply_period(entry: PeriodEntry) -> None:
    ProgrammePeriod.objects.update_or_create(
        slug=entry.slug,
        defaults={
            "label": entry.label,
            "since": entry.since,
            "until": entry.until,
            "target_persons": entry.target_persons,
            "target_territories": entry.target_territories,
        },
    )


def _apply_territory(entry: TerritoryEntry) -> None:
    territory, _ = Territory.objects.update_or_create(
        slug=entry.slug,
        defaults={"name": entry.name},
        create_defaults={"name": entry.name, "description": entry.description},
    )
    territory.communes.set(Commune.objects.current().filter(within(entry.place)))
    for participation in entry.participations:
        TerritoryParticipation.objects.update_or_create(
            territory=territory,
            since=participation.since,
            defaults={"until": participation.until, "note": participation.note},
        )


def _apply_departure_area(entry: DepartureAreaEntry) -> None:
    area, _ = DepartureArea.objects.update_or_create(
        slug=entry.slug,
        defaults={"name": entry.name, "since": entry.since, "until": entry.until},
    )
    area.communes.set(Commune.objects.current().filter(within(entry.place)))


def _find_or_register(entry: OrganisationEntry, *, now: datetime) -> Organisation:
    known = Organisation.objects.filter(name=entry.name).order_by("pk").first()
    return known or register_organisation(
        name=entry.name, kinds=entry.kinds, departement=entry.departement, now=now
    )


def _apply_mandate(organisation: Organisation, entry: MandateEntry) -> None:
    territory = Territory.objects.get(slug=entry.territory) if entry.territory else None
    Mandate.objects.update_or_create(
        organisation=organisation,
        territory=territory,
        kind=entry.kind,
        since=entry.since,
        defaults={"until": entry.until},
    )


def within(place: Place) -> Q:
    return (
        Q(departement__code__in=place.departements)
        | Q(epci__code__in=place.epci)
        | Q(code__in=place.communes)
    )

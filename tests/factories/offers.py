"""Offers of territories, written through the service by a host operator in charge there."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from emile.core.context import database_context
from operators.actors import Actor
from operators.models import Organisation
from territories.enums import ContractKind, ExpectedKind, OfferKind, Service, Typology
from territories.imports.tables import read_table
from territories.models import (
    Commune,
    CommuneServices,
    Occupation,
    Offer,
    OfferImport,
    Territory,
    TerritoryNeed,
    UsualHome,
)
from territories.selectors.nearby import told_of
from territories.services.expected import add_expected
from territories.services.imports import upload_file
from territories.services.nearby import tell_services
from territories.services.offers import add_offer
from territories.workflow import OFFER_WORKFLOW


AURILLAC = "15014"
# A rent of 8 € per square metre, which nobody finds odd.
HOME: Mapping[str, Any] = {"typology": Typology.T3, "surface": 65, "rent": Decimal(520)}


def make_home(actor: Actor, *, terms: Mapping[str, Any] | None = None, **offer: Any) -> Offer:
    return make_offer(actor, OfferKind.HOME, {**HOME, **(terms or {})}, **offer)


def make_job(actor: Actor, *, terms: Mapping[str, Any] | None = None, **offer: Any) -> Offer:
    usual = {
        "occupation": Occupation.objects.get(code="G1602"),
        "contract": ContractKind.PERMANENT,
    }
    return make_offer(actor, OfferKind.JOB, {**usual, **(terms or {})}, **offer)


def make_training(actor: Actor, **offer: Any) -> Offer:
    occupation = Occupation.objects.get(code="J1501")
    return make_offer(actor, OfferKind.TRAINING, {"occupation": occupation}, **offer)


def make_offer(
    actor: Actor,
    kind: OfferKind,
    terms: Mapping[str, Any],
    *,
    territory: str = "cantal",
    is_draft: bool = False,
    on: date | None = None,
    **fields: Any,
) -> Offer:
    """Published on the day ``on``, today by default; ``fields`` are those of every offer."""
    day = on or timezone.localdate()
    usual = {
        "commune": Commune.objects.get(code=AURILLAC),
        "provider_name": "Bailleur des Exemples",
        "available_from": day,
    }
    with database_context(actor.database_context):
        return add_offer(
            actor=actor,
            territory=Territory.objects.get(slug=territory),
            kind=kind,
            offer={**usual, **fields},
            terms=terms,
            is_draft=is_draft,
            on=day,
            now=timezone.make_aware(datetime.combine(day, time(9))),
        )


def by_itself(platform: Actor, offer: Offer, step: str, days_ago: int) -> None:
    """An act of nobody who signed in: the clock asks, or the contact follows a link."""
    day = timezone.localdate() - timedelta(days=days_ago)
    with (
        database_context(platform.database_context),
        OFFER_WORKFLOW.perform(step, offer, actor=platform, on=day, now=timezone.now()),
    ):
        pass


def make_need(actor: Actor, **values: Any) -> TerritoryNeed:
    usual = {
        "occupation": Occupation.objects.get(code="G1602"),
        "since": date(2026, 1, 1),
        "number": 2,
    }
    return _make_expected(actor, ExpectedKind.JOB, "employer", {**usual, **values})


def make_usual_home(actor: Actor, **values: Any) -> UsualHome:
    usual = {"typology": Typology.T3, "yearly_number": 4, "delay_weeks": 8}
    return _make_expected(actor, ExpectedKind.HOME, "landlord", {**usual, **values})


def _make_expected(
    actor: Actor,
    kind: ExpectedKind,
    partner: str,
    values: dict[str, Any],
) -> Any:
    """``other`` numbers the rows that would be the same otherwise, each of its own organisation."""
    day = values.pop("on", timezone.localdate())
    territory = values.pop("territory", "cantal")
    if number := values.pop("other", None):
        name = f"Partenaire {partner} {number}"
        values[partner], _ = Organisation.objects.get_or_create(
            name=name, defaults={"kinds": [partner]}
        )
    with database_context(actor.database_context):
        return add_expected(
            actor=actor,
            territory=Territory.objects.get(slug=territory),
            kind=kind,
            values=values,
            on=day,
            now=timezone.make_aware(datetime.combine(day, time(9))),
        )


def make_services(actor: Actor, *, commune: str = AURILLAC, **values: Any) -> CommuneServices:
    """On top of whatever was told; services that are not named become untold."""
    day = values.pop("on", timezone.localdate())
    territory = Territory.objects.get(slug=values.pop("territory", "cantal"))
    place = Commune.objects.select_related("services").get(code=commune)
    told = told_of(place)
    with database_context(actor.database_context):
        return tell_services(
            actor=actor,
            territory=territory,
            commune=place,
            version=values.pop("version", told.version if told else 0),
            confirmed_on=values.pop("confirmed_on", day),
            answers={service: values.get(service) for service in Service},
            on=day,
            now=timezone.make_aware(datetime.combine(day, time(9))),
        )


def make_import(actor: Actor, *, territory: str = "cantal") -> OfferImport:
    """A file of one home, just sent."""
    now = timezone.now()
    content = (
        "Référence;Commune;Type de logement;Loyer;Bailleur\n"
        f"A-1;{AURILLAC};T3;520;Bailleur des Exemples\n"
    ).encode()
    with database_context(actor.database_context):
        return upload_file(
            actor=actor,
            kind=OfferKind.HOME,
            territory=Territory.objects.get(slug=territory),
            name="logements.csv",
            content=content,
            table=read_table(content),
            on=timezone.localdate(now),
            now=now,
        )

"""A few offers become many: in every commune of their territory, at other rents and pays."""

from django.db import connection, models, transaction

from emile.core.context import database_context, system
from matching.services.reach import rebuild_reach
from territories.enums import OfferKind
from territories.models import HousingOffer, JobOffer, Offer


HOMES, JOBS = 5_000, 20_000
COPIED = (Offer, HousingOffer, JobOffer)
# What differs from one copy to the next, so that few are alike.
VARIED = {
    "rent": "original.rent + copy %% 23 * 5",
    "monthly_pay": "coalesce(original.monthly_pay, 1400) + copy %% 19 * 10",
}
TOWNS = """
    CREATE TEMPORARY TABLE bench_town ON COMMIT DROP AS
    SELECT territory_id, commune_id,
           row_number() OVER (PARTITION BY territory_id ORDER BY commune_id) - 1 AS place,
           count(*) OVER (PARTITION BY territory_id) AS towns
    FROM territories_territory_communes
"""
TOWN = """
    (SELECT town.commune_id FROM bench_town town
     WHERE town.territory_id = original.territory_id
       AND town.place = (original.id * 31 + copy * 7) %% town.towns)
"""


@transaction.atomic
def multiply_offers(homes: int = HOMES, jobs: int = JOBS) -> None:
    """Copy those there are until there are as many, without their journal: nothing here reads it."""
    with database_context(system("banc d’essai")), connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 0")
        cursor.execute(TOWNS)
        for kind, terms, total in (
            (OfferKind.HOME, HousingOffer, homes),
            (OfferKind.JOB, JobOffer, jobs),
        ):
            originals = Offer.objects.of_kind(kind)
            stride = Offer.objects.order_by("-pk").values_list("pk", flat=True)[0]
            numbers = {"copies": max(total // originals.count() - 1, 0), "stride": stride}
            cursor.execute(_copy(Offer, f"original.kind = '{kind.value}'"), numbers)
            cursor.execute(_copy(terms, "true"), numbers)
    rebuild_reach()


def _copy(model: type[models.Model], condition: str) -> str:
    """No value from outside enters this statement."""
    fields = model._meta.concrete_fields
    columns = ", ".join(str(field.column) for field in fields)
    values = ", ".join(_value(field) for field in fields)
    return f"""
        INSERT INTO {model._meta.db_table} ({columns})
        SELECT {values}
        FROM {model._meta.db_table} AS original CROSS JOIN generate_series(1, %(copies)s) AS copy
        WHERE original.{model._meta.pk.column} <= %(stride)s AND {condition}
    """  # noqa: S608


def _value(field: models.Field) -> str:
    if field.primary_key:
        return f"original.{field.column} + copy * %(stride)s"
    if isinstance(field, models.UUIDField):
        return "gen_random_uuid()"
    if field.name == "commune":
        return TOWN
    return VARIED.get(field.name, f"original.{field.column}")

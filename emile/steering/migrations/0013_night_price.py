"""What a night of shelter costs, until the coordinator says otherwise."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import migrations

from emile.core.context import database_context, system


NIGHT = {
    "since": date(2019, 6, 1),
    "label": "Une nuit d’hébergement, par personne",
    "amount": Decimal(17),
    "source": "Borne basse des coûts publiés, de 17 à 40\u00a0€ par personne et par nuit d’hôtel.",
}


def write_price(apps: Any, schema_editor: Any) -> None:
    with database_context(system("migration")):
        costs = apps.get_model("steering", "UnitCost").objects
        costs.get_or_create(code="night", defaults=NIGHT)


class Migration(migrations.Migration):
    dependencies = [("steering", "0012_conventions")]

    operations = [
        migrations.RunPython(write_price, migrations.RunPython.noop, elidable=True),
    ]

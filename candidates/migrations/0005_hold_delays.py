"""How long a place is kept for a household: what is proposed, and the longest there may be."""

from datetime import date

from django.db import migrations

from emile.core.context import database_context, system


START = date(2019, 6, 1)
# The time of a visit and of an answer; and that between two meetings of those who attribute homes.
DELAYS = [("hold", 7), ("longest_hold", 21)]


def write_delays(apps, schema_editor):
    with database_context(system("règles du programme")):
        policies = apps.get_model("candidates", "DeadlinePolicy").objects
        last = policies.order_by("rank").values_list("rank", flat=True).last() or 0
        for rank, (code, count) in enumerate(DELAYS, start=last + 1):
            policies.get_or_create(
                code=code,
                defaults={"since": START, "count": count, "unit": "days", "rank": rank},
            )


class Migration(migrations.Migration):
    dependencies = [
        ("candidates", "0004_catalogue"),
    ]

    operations = [
        migrations.RunPython(write_delays, migrations.RunPython.noop, elidable=True),
    ]

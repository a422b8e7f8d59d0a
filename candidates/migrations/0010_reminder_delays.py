"""How long before, or after, people are reminded: rows that the coordinator changes."""

from datetime import date

from django.db import migrations

from emile.core.context import database_context, system


START = date(2019, 6, 1)
DELAYS = [
    ("remind_soon", 3, "days"),
    ("ladder_manager", 5, "working_days"),
    ("ladder_coordinator", 10, "working_days"),
    ("remind_permit_first", 120, "days"),
    ("remind_permit_last", 60, "days"),
    ("remind_six_months_first", 2, "months"),
    ("remind_six_months_last", 1, "months"),
    ("remind_silent", 30, "days"),
    ("remind_housing_number", 1, "months"),
]


def write_delays(apps, schema_editor):
    with database_context(system("règles du programme")):
        policies = apps.get_model("candidates", "DeadlinePolicy").objects
        last = policies.order_by("rank").values_list("rank", flat=True).last() or 0
        for rank, (code, count, unit) in enumerate(DELAYS, start=last + 1):
            policies.get_or_create(
                code=code,
                defaults={"since": START, "count": count, "unit": unit, "rank": rank},
            )


class Migration(migrations.Migration):
    dependencies = [("candidates", "0009_reminders")]

    operations = [
        # Rows that were changed are kept when the code goes back.
        migrations.RunPython(write_delays, migrations.RunPython.noop, elidable=True),
    ]

"""One of many lets every other message by."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0005_outbox_calendar"),
    ]

    operations = [
        migrations.AddField(
            model_name="outboxmessage",
            name="gives_way",
            field=models.BooleanField(
                db_default=False, default=False, verbose_name="passe après les autres"
            ),
        ),
    ]

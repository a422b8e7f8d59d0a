"""What is new to somebody: since their last visit, the acts as they were written down."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("candidates", "0007_after_the_end"),
        ("operators", "0002_invited_by_the_platform_and_senders"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="LastVisit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("since", models.DateTimeField(verbose_name="visite précédente")),
                ("opened_at", models.DateTimeField(verbose_name="visite en cours depuis")),
            ],
            options={
                "verbose_name": "dernière visite",
                "verbose_name_plural": "dernières visites",
            },
        ),
        migrations.AddIndex(
            model_name="parcoursevent",
            index=models.Index(fields=["recorded_at", "id"], name="parcoursevent_as_written"),
        ),
        migrations.AddField(
            model_name="lastvisit",
            name="organisation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="operators.organisation",
                verbose_name="organisation",
            ),
        ),
        migrations.AddField(
            model_name="lastvisit",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="personne",
            ),
        ),
        migrations.AddConstraint(
            model_name="lastvisit",
            constraint=models.UniqueConstraint(
                fields=("user", "organisation"),
                name="lastvisit_once",
                violation_error_message="Cette visite est déjà notée.",
            ),
        ),
    ]

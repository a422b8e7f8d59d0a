"""After the end two questions are asked: whether the adult thinks of staying is not one of them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("candidates", "0005_reading_after_a_passation"),
    ]

    operations = [
        migrations.AlterField(
            model_name="milestonevisit",
            name="thinks_of_staying",
            field=models.CharField(
                blank=True,
                choices=[("yes", "Oui"), ("no", "Non"), ("unknown", "Sans réponse")],
                max_length=10,
                verbose_name="pense rester",
            ),
        ),
        migrations.AlterField(
            model_name="milestonevisithistory",
            name="thinks_of_staying",
            field=models.CharField(
                blank=True,
                choices=[("yes", "Oui"), ("no", "Non"), ("unknown", "Sans réponse")],
                max_length=10,
                verbose_name="pense rester",
            ),
        ),
    ]

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("matching", "0003_answer_rates"),
    ]

    operations = [
        migrations.AddField(
            model_name="arbitration",
            name="keeps_places",
            field=models.BooleanField(
                default=False, verbose_name="garde des places pour les ménages à venir"
            ),
        ),
        migrations.AddField(
            model_name="arbitration",
            name="of_the_past",
            field=models.PositiveIntegerField(default=0, verbose_name="dont dossiers passés"),
        ),
    ]

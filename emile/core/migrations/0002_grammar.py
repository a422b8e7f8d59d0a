from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("core", "0001_text_search"),
    ]

    operations = [
        migrations.CreateModel(
            name="ReadLog",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("user_id", models.BigIntegerField(verbose_name="personne")),
                ("organisation_id", models.BigIntegerField(verbose_name="organisation")),
                ("household_id", models.BigIntegerField(db_index=True, verbose_name="ménage")),
                ("page", models.CharField(max_length=60, verbose_name="page")),
                ("read_at", models.DateTimeField(verbose_name="lu le")),
            ],
            options={
                "verbose_name": "lecture",
                "verbose_name_plural": "lectures",
            },
        ),
        migrations.CreateModel(
            name="OutboxMessage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=200, unique=True, verbose_name="intention")),
                ("recipient", models.EmailField(max_length=254, verbose_name="destinataire")),
                ("subject", models.CharField(max_length=200, verbose_name="objet")),
                ("body", models.TextField(verbose_name="texte")),
                (
                    "parcours_id",
                    models.BigIntegerField(db_index=True, null=True, verbose_name="parcours"),
                ),
                ("organisation_id", models.BigIntegerField(null=True, verbose_name="organisation")),
                (
                    "act_id",
                    models.BigIntegerField(db_index=True, null=True, verbose_name="acte"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("waiting", "À envoyer"), ("sent", "Envoyé"), ("failed", "Échec")],
                        default="waiting",
                        max_length=10,
                        verbose_name="état",
                    ),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="essais")),
                ("created_at", models.DateTimeField(verbose_name="écrit le")),
                ("send_after", models.DateTimeField(verbose_name="à envoyer à partir de")),
                (
                    "leased_until",
                    models.DateTimeField(null=True, verbose_name="pris en charge jusqu’à"),
                ),
                ("sent_at", models.DateTimeField(null=True, verbose_name="envoyé le")),
                (
                    "last_error",
                    models.CharField(blank=True, max_length=200, verbose_name="dernière erreur"),
                ),
            ],
            options={
                "verbose_name": "message à envoyer",
                "verbose_name_plural": "messages à envoyer",
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "waiting")),
                        fields=["send_after"],
                        name="outbox_waiting",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "sent"), _negated=True),
                            ("sent_at__isnull", False),
                            _connector="OR",
                        ),
                        name="outboxmessage_sent_has_a_date",
                        violation_error_message="Un message envoyé a une date d’envoi.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SubmittedForm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("user_id", models.BigIntegerField(verbose_name="personne")),
                ("key", models.UUIDField(verbose_name="clé")),
                (
                    "body_hash",
                    models.CharField(max_length=64, verbose_name="empreinte du formulaire"),
                ),
                ("redirect_to", models.TextField(blank=True, verbose_name="suite")),
                ("created_at", models.DateTimeField(verbose_name="reçu le")),
            ],
            options={
                "verbose_name": "formulaire reçu",
                "verbose_name_plural": "formulaires reçus",
                "constraints": [
                    models.UniqueConstraint(fields=("user_id", "key"), name="submittedform_once")
                ],
            },
        ),
    ]

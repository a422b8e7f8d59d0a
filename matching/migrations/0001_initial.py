import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


# A proposal is seen, and made, by whoever PostgreSQL lets see and hold its file: what surrounds a
# parcours is read through the policy of the parcours itself.
SEES_ALL = "current_setting('emile.kind', true) IN ('coordinator', 'system')"
SEES_THE_FILE = """
    (
        SELECT true FROM candidates_placement placed
        JOIN candidates_parcours mine ON mine.id = placed.parcours_id
        WHERE placed.id = matching_proposal.placement_id
        LIMIT 1
    )
"""
LOCK = f"""
    ALTER TABLE matching_proposal ENABLE ROW LEVEL SECURITY;
    ALTER TABLE matching_proposal FORCE ROW LEVEL SECURITY;
    CREATE POLICY read ON matching_proposal FOR SELECT USING ({SEES_ALL} OR {SEES_THE_FILE});
    CREATE POLICY added ON matching_proposal FOR INSERT WITH CHECK ({SEES_ALL} OR {SEES_THE_FILE});
"""
UNLOCK = """
    DROP POLICY read ON matching_proposal;
    DROP POLICY added ON matching_proposal;
    ALTER TABLE matching_proposal NO FORCE ROW LEVEL SECURITY;
    ALTER TABLE matching_proposal DISABLE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("candidates", "0004_catalogue"),
        ("territories", "0002_offers"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Proposal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "rules_version",
                    models.PositiveSmallIntegerField(verbose_name="version des règles"),
                ),
                ("weights_version", models.PositiveIntegerField(verbose_name="version du barème")),
                ("score", models.PositiveSmallIntegerField(verbose_name="points")),
                ("snapshot", models.JSONField(verbose_name="ce qui a été proposé")),
                (
                    "home",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territories.offer",
                        verbose_name="logement proposé",
                    ),
                ),
                (
                    "job",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territories.offer",
                        verbose_name="emploi ou formation proposé",
                    ),
                ),
                (
                    "placement",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="matching_proposal",
                        to="candidates.placement",
                        verbose_name="positionnement",
                    ),
                ),
            ],
            options={
                "verbose_name": "proposition du rapprochement",
                "verbose_name_plural": "propositions du rapprochement",
            },
        ),
        migrations.CreateModel(
            name="PublishedWeights",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(unique=True, verbose_name="version")),
                ("points", models.JSONField(verbose_name="points par terme")),
                ("reason", models.CharField(max_length=500, verbose_name="pourquoi")),
                ("published_at", models.DateTimeField(verbose_name="publiée le")),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="publiée par",
                    ),
                ),
            ],
            options={
                "verbose_name": "barème du classement",
                "verbose_name_plural": "barèmes du classement",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("version__gt", 1)),
                        name="publishedweights_after_the_first",
                        violation_error_message="La première version est celle du programme.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Reach",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "km",
                    models.PositiveSmallIntegerField(
                        verbose_name="kilomètres par la route, estimés"
                    ),
                ),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(verbose_name="minutes en voiture, estimées"),
                ),
                (
                    "destination",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="territories.commune",
                        verbose_name="commune d’arrivée",
                    ),
                ),
                (
                    "origin",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="territories.commune",
                        verbose_name="commune de départ",
                    ),
                ),
            ],
            options={
                "verbose_name": "trajet entre deux communes",
                "verbose_name_plural": "trajets entre deux communes",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("origin", "destination"),
                        include=("km", "minutes"),
                        name="reach_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("origin", models.F("destination")), _negated=True),
                        name="reach_leads_elsewhere",
                        violation_error_message="Un trajet va d’une commune à une autre.",
                    ),
                ],
            },
        ),
        migrations.RunSQL(LOCK, UNLOCK),
    ]

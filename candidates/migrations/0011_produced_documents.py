"""A document of a file is seen by those who asked for it, as long as they open the file.

That of a month holds figures: whoever speaks to the database may read it, the platform writes it.
"""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


SEES_ALL = "current_setting('emile.kind', true) IN ('coordinator', 'system')"
ORGANISATION = "NULLIF(current_setting('emile.organisation', true), '')::bigint"
# Reads candidates_parcours under its own policy, in one row: planned once.
OWN = f"""
    (
        organisation_id = {ORGANISATION}
        AND role = current_setting('emile.kind', true)
        AND (
            SELECT true FROM candidates_parcours mine
            WHERE mine.id = candidates_produceddocument.parcours_id
            LIMIT 1
        )
    )
"""
POLICIES = {
    "read": f"FOR SELECT USING ({SEES_ALL} OR parcours_id IS NULL OR {OWN})",
    "added": f"FOR INSERT WITH CHECK ({SEES_ALL} OR {OWN})",
    "changed": f"FOR UPDATE USING ({SEES_ALL} OR {OWN})",
    "deleted": f"FOR DELETE USING ({SEES_ALL} OR {OWN})",
}
TABLE = "candidates_produceddocument"
LOCK = f"""
    ALTER TABLE {TABLE} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE {TABLE} FORCE ROW LEVEL SECURITY;
    {"".join(f"CREATE POLICY {name} ON {TABLE} {rule};" for name, rule in POLICIES.items())}
"""
UNLOCK = f"""
    {"".join(f"DROP POLICY {name} ON {TABLE};" for name in POLICIES)}
    ALTER TABLE {TABLE} NO FORCE ROW LEVEL SECURITY;
    ALTER TABLE {TABLE} DISABLE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("candidates", "0010_reminder_delays"),
        ("operators", "0002_invited_by_the_platform_and_senders"),
        ("territories", "0006_services"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ProducedDocument",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("person_summary", "Mon dossier, en mots simples"),
                            ("host_card", "Fiche pour l’équipe qui accueille"),
                            (
                                "employer_card",
                                "Fiche pour un employeur ou un organisme de formation",
                            ),
                            ("landlord_card", "Fiche pour un bailleur"),
                            ("diagnosis", "Diagnostic"),
                            ("stay_programme", "Programme du séjour d’immersion"),
                            ("validation_record", "Relevé de validation"),
                            ("installation_sheet", "Fiche d’entrée dans le logement"),
                            ("monthly_summary", "Point du mois"),
                        ],
                        max_length=20,
                        verbose_name="document",
                    ),
                ),
                ("month", models.DateField(blank=True, null=True, verbose_name="mois")),
                (
                    "role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("national", "Pilotage national"),
                            ("coordinator", "Coordination"),
                            ("prescriber", "Structure qui oriente"),
                            ("upstream", "Opérateur amont"),
                            ("host", "Opérateur d’accueil"),
                            ("state", "Service de l’État"),
                            ("landlord", "Bailleur"),
                            ("employer", "Employeur ou organisme de formation"),
                            ("evaluator", "Évaluation"),
                        ],
                        max_length=20,
                        verbose_name="au titre de",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "Demandé"),
                            ("making", "En préparation"),
                            ("ready", "Prêt"),
                            ("failed", "Échec"),
                            ("erased", "Effacé"),
                        ],
                        default="asked",
                        max_length=10,
                        verbose_name="état",
                    ),
                ),
                ("asked_at", models.DateTimeField(verbose_name="demandé le")),
                ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="essais")),
                (
                    "leased_until",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="pris en charge jusqu’à"
                    ),
                ),
                (
                    "sequence",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="dernier acte montré"
                    ),
                ),
                (
                    "as_of",
                    models.DateTimeField(blank=True, null=True, verbose_name="données lues le"),
                ),
                (
                    "kept_until",
                    models.DateField(blank=True, null=True, verbose_name="gardé jusqu’au"),
                ),
                ("size", models.PositiveIntegerField(default=0, verbose_name="octets")),
                ("digest", models.CharField(blank=True, max_length=64, verbose_name="empreinte")),
                ("content", models.BinaryField(default=bytes, verbose_name="contenu")),
                (
                    "asked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="demandé par",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="operators.organisation",
                        verbose_name="organisation",
                    ),
                ),
                (
                    "parcours",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="produced",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
                (
                    "stay",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="candidates.immersionstay",
                        verbose_name="séjour d’immersion",
                    ),
                ),
                (
                    "territory",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territories.territory",
                        verbose_name="territoire d’accueil",
                    ),
                ),
            ],
            options={
                "verbose_name": "document produit",
                "verbose_name_plural": "documents produits",
                "indexes": [
                    models.Index(
                        condition=models.Q(("state__in", ("asked", "making"))),
                        fields=["leased_until"],
                        name="produceddocument_to_make",
                    ),
                    models.Index(
                        condition=models.Q(("state", "ready")),
                        fields=["kept_until"],
                        name="produceddocument_to_erase",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("kind", "monthly_summary"),
                                ("month__isnull", False),
                                ("parcours__isnull", True),
                                ("territory__isnull", False),
                            ),
                            models.Q(
                                models.Q(("kind", "monthly_summary"), _negated=True),
                                ("asked_by__isnull", False),
                                ("month__isnull", True),
                                ("organisation__isnull", False),
                                ("parcours__isnull", False),
                                ("territory__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="produceddocument_of_a_file_or_of_a_month",
                        violation_error_message="Un document est celui d’un dossier ou d’un mois.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "ready"), _negated=True),
                            models.Q(
                                ("as_of__isnull", False),
                                ("size__gt", 0),
                                models.Q(("digest", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="produceddocument_ready_has_its_bytes",
                        violation_error_message="Un document prêt a un contenu.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("parcours__isnull", False), ("state__in", ("asked", "making"))
                        ),
                        fields=("kind", "parcours", "stay", "organisation", "role"),
                        name="produceddocument_made_once_at_a_time",
                        nulls_distinct=False,
                        violation_error_message="Ce document est déjà en préparation.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("territory__isnull", False)),
                        fields=("territory", "month"),
                        name="produceddocument_one_a_month",
                        violation_error_message="Le point de ce mois existe déjà.",
                    ),
                ],
            },
        ),
        migrations.RunSQL(LOCK, UNLOCK),
    ]

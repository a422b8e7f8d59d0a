"""What was taken away, and its bytes for a few days.

The log is read by its author under the same hat, and by the coordinator; the bytes by their author
alone. The platform makes them and erases them.
"""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


IS_SYSTEM = "current_setting('emile.kind', true) = 'system'"
SEES_ALL = "current_setting('emile.kind', true) IN ('coordinator', 'system')"
OWN = """
    (
        asked_by_id = NULLIF(current_setting('emile.user', true), '')::bigint
        AND organisation_id = NULLIF(current_setting('emile.organisation', true), '')::bigint
        AND role = current_setting('emile.kind', true)
    )
"""
# The author, not whoever reads the log: the row of the log alone would open it to the coordinator.
ITS_AUTHOR = f"""
    (
        SELECT true FROM steering_export mine
        WHERE mine.id = steering_exportfile.export_id AND {OWN}
        LIMIT 1
    )
"""


def each_verb(read, added):
    """Once it is there, only the platform changes it."""
    return {
        "read": f"FOR SELECT USING ({read})",
        "added": f"FOR INSERT WITH CHECK ({added})",
        "changed": f"FOR UPDATE USING ({IS_SYSTEM})",
        "deleted": f"FOR DELETE USING ({IS_SYSTEM})",
    }


POLICIES = {
    "steering_export": each_verb(f"{SEES_ALL} OR {OWN}", f"{IS_SYSTEM} OR {OWN}"),
    "steering_exportfile": each_verb(f"{IS_SYSTEM} OR {ITS_AUTHOR}", IS_SYSTEM),
}
LOCK = "".join(
    f"""
    ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
    {"".join(f"CREATE POLICY {name} ON {table} {rule};" for name, rule in rules.items())}
    """
    for table, rules in POLICIES.items()
)
UNLOCK = "".join(
    f"""
    {"".join(f"DROP POLICY {name} ON {table};" for name in rules)}
    ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY;
    ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;
    """
    for table, rules in reversed(POLICIES.items())
)


class Migration(migrations.Migration):
    dependencies = [
        ("operators", "0004_calendar_feeds"),
        ("steering", "0006_reports"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Export",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
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
                    "kept_until",
                    models.DateField(blank=True, null=True, verbose_name="gardé jusqu’au"),
                ),
                (
                    "what",
                    models.CharField(
                        choices=[
                            ("households", "Liste des ménages"),
                            ("figures", "Indicateurs du pilotage"),
                        ],
                        max_length=20,
                        verbose_name="contenu",
                    ),
                ),
                (
                    "role",
                    models.CharField(
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
                ("query", models.TextField(blank=True, verbose_name="filtres de l’adresse")),
                ("filters", models.JSONField(blank=True, default=list, verbose_name="filtres")),
                (
                    "format",
                    models.CharField(
                        choices=[
                            ("xlsx", "Excel (XLSX)"),
                            ("ods", "LibreOffice (ODS)"),
                            ("csv", "Texte (CSV)"),
                        ],
                        max_length=4,
                        verbose_name="format",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="raison")),
                (
                    "expected",
                    models.PositiveIntegerField(default=0, verbose_name="lignes attendues"),
                ),
                (
                    "row_count",
                    models.PositiveIntegerField(default=0, verbose_name="lignes écrites"),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="demandé par",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="operators.organisation",
                        verbose_name="organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "export",
                "verbose_name_plural": "exports",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ExportFile",
            fields=[
                (
                    "export",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="file",
                        serialize=False,
                        to="steering.export",
                        verbose_name="export",
                    ),
                ),
                ("content", models.BinaryField(verbose_name="contenu")),
            ],
            options={
                "verbose_name": "fichier d’un export",
                "verbose_name_plural": "fichiers des exports",
            },
        ),
        migrations.AddIndex(
            model_name="export",
            index=models.Index(
                condition=models.Q(("state__in", ("asked", "making"))),
                fields=["leased_until"],
                name="export_to_make",
            ),
        ),
        migrations.AddConstraint(
            model_name="export",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "ready"), _negated=True),
                    ("kept_until__isnull", False),
                    _connector="OR",
                ),
                name="export_ready_is_kept_for_a_while",
                violation_error_message="Un export prêt a une date d’effacement.",
            ),
        ),
        migrations.RunSQL(LOCK, UNLOCK),
    ]

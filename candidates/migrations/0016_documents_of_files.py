"""A document is that of a file: figures on paper are ``steering.Report``."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


SEES_ALL = "current_setting('emile.kind', true) IN ('coordinator', 'system')"
# Reads candidates_parcours under its own policy, in one row: planned once.
OWN = """
    (
        organisation_id = NULLIF(current_setting('emile.organisation', true), '')::bigint
        AND role = current_setting('emile.kind', true)
        AND (
            SELECT true FROM candidates_parcours mine
            WHERE mine.id = candidates_produceddocument.parcours_id
            LIMIT 1
        )
    )
"""
POLICY = "ALTER POLICY read ON candidates_produceddocument USING ({})"


class Migration(migrations.Migration):
    dependencies = [
        ("candidates", "0015_conversations"),
        ("operators", "0004_calendar_feeds"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="produceddocument",
            name="produceddocument_of_a_file_or_of_a_month",
        ),
        migrations.RemoveConstraint(
            model_name="produceddocument",
            name="produceddocument_made_once_at_a_time",
        ),
        migrations.RemoveConstraint(
            model_name="produceddocument",
            name="produceddocument_one_a_month",
        ),
        migrations.RemoveField(
            model_name="produceddocument",
            name="month",
        ),
        migrations.RemoveField(
            model_name="produceddocument",
            name="territory",
        ),
        migrations.AlterField(
            model_name="produceddocument",
            name="asked_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="demandé par",
            ),
        ),
        migrations.AlterField(
            model_name="produceddocument",
            name="kind",
            field=models.CharField(
                choices=[
                    ("person_summary", "Mon dossier, en mots simples"),
                    ("host_card", "Fiche pour l’équipe qui accueille"),
                    ("employer_card", "Fiche pour un employeur ou un organisme de formation"),
                    ("landlord_card", "Fiche pour un bailleur"),
                    ("diagnosis", "Diagnostic"),
                    ("stay_programme", "Programme du séjour d’immersion"),
                    ("validation_record", "Relevé de validation"),
                    ("installation_sheet", "Fiche d’entrée dans le logement"),
                ],
                max_length=20,
                verbose_name="document",
            ),
        ),
        migrations.AlterField(
            model_name="produceddocument",
            name="organisation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="operators.organisation",
                verbose_name="organisation",
            ),
        ),
        migrations.AlterField(
            model_name="produceddocument",
            name="parcours",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="produced",
                to="candidates.parcours",
                verbose_name="parcours",
            ),
        ),
        migrations.AlterField(
            model_name="produceddocument",
            name="role",
            field=models.CharField(
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
        migrations.AddConstraint(
            model_name="produceddocument",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ("asked", "making"))),
                fields=("kind", "parcours", "stay", "organisation", "role"),
                name="produceddocument_made_once_at_a_time",
                nulls_distinct=False,
                violation_error_message="Ce document est déjà en préparation.",
            ),
        ),
        migrations.RunSQL(
            POLICY.format(f"{SEES_ALL} OR {OWN}"),
            POLICY.format(f"{SEES_ALL} OR parcours_id IS NULL OR {OWN}"),
        ),
    ]

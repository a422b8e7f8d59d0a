"""Papers that are sent as files, the quarantine they wait in, and those that are expected."""

import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from emile.core.migrating import at_once


# The same shape as the other policies of files (0002): one per verb, a subquery of one row.
SEES_ALL = "current_setting('emile.kind', true) IN ('coordinator', 'system')"
# Reads candidates_parcours under its own policy.
READS = """
    (
        SELECT true FROM candidates_parcours mine
        WHERE mine.id = candidates_supportingdocument.parcours_id
        LIMIT 1
    )
"""
HELD = """
    held.organisation_id = NULLIF(current_setting('emile.organisation', true), '')::bigint
    AND held.role = current_setting('emile.kind', true)
    AND held.until IS NULL
"""
HOLDS = f"""
    (
        SELECT true FROM candidates_caseaccess held
        WHERE held.parcours_id = candidates_supportingdocument.parcours_id AND {HELD}
        LIMIT 1
    )
"""
HOLDS_ITS_DOCUMENT = f"""
    (
        SELECT true FROM candidates_supportingdocument sent
        JOIN candidates_caseaccess held ON held.parcours_id = sent.parcours_id
        WHERE sent.id = candidates_quarantinedfile.document_id AND {HELD}
        LIMIT 1
    )
"""
SEEN_BEFORE = """
    EXISTS (
        SELECT 1 FROM candidates_parcours mine
        WHERE mine.id = candidates_supportingdocumenthistory.parcours_id
    )
"""


def each_verb(table, *, reads, writes):
    return f"""
        CREATE POLICY read ON {table} FOR SELECT USING ({SEES_ALL} OR {reads});
        CREATE POLICY added ON {table} FOR INSERT WITH CHECK ({SEES_ALL} OR {writes});
        CREATE POLICY changed ON {table} FOR UPDATE USING ({SEES_ALL} OR {writes});
        CREATE POLICY deleted ON {table} FOR DELETE USING ({SEES_ALL} OR {writes});
    """


LOCKS = {
    "candidates_supportingdocument": each_verb(
        "candidates_supportingdocument", reads=READS, writes=HOLDS
    ),
    "candidates_quarantinedfile": each_verb(
        "candidates_quarantinedfile", reads=HOLDS_ITS_DOCUMENT, writes=HOLDS_ITS_DOCUMENT
    ),
    "candidates_supportingdocumenthistory": f"""
        CREATE POLICY added ON candidates_supportingdocumenthistory FOR INSERT WITH CHECK (true);
        CREATE POLICY read ON candidates_supportingdocumenthistory
            FOR SELECT USING ({SEES_ALL} OR {SEEN_BEFORE});
    """,
}


def lock(table):
    return f"""
        ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
        {LOCKS[table]}
    """


class Migration(migrations.Migration):
    dependencies = [
        ("candidates", "0006_stage_durations"),
        ("operators", "0002_invited_by_the_platform_and_senders"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ExpectedPaperHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("since", models.DateField(verbose_name="depuis le")),
                ("until", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                ("code", models.CharField(max_length=40, verbose_name="code")),
                (
                    "version",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="version"),
                ),
                ("label", models.CharField(max_length=120, verbose_name="libellé")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("identity", "Pièce d’identité"),
                            ("permit", "Titre de séjour"),
                            ("civil_status", "Livret de famille ou acte de naissance"),
                            ("lodging", "Attestation d’hébergement"),
                            ("domiciliation", "Attestation de domiciliation"),
                            ("tax", "Dernier avis d’imposition"),
                            ("resources", "Justificatifs de ressources"),
                            ("benefits", "Attestation CAF ou MSA"),
                            ("health_cover", "Attestation d’assurance maladie"),
                            ("rent_receipts", "Quittances de loyer"),
                            ("expulsion", "Décision ou commandement d’expulsion"),
                            ("social_housing", "Attestation de demande de logement social"),
                            ("language", "Attestation de niveau de français"),
                            ("driving", "Permis de conduire"),
                            ("diploma", "Diplôme ou attestation de formation"),
                            ("cv", "CV"),
                            ("work_certificate", "Certificats de travail"),
                            ("disabled_worker", "Reconnaissance de travailleur handicapé (RQTH)"),
                            ("stay_report", "Bilan du séjour d’immersion signé"),
                        ],
                        max_length=20,
                        verbose_name="pièce",
                    ),
                ),
                (
                    "applies_to",
                    models.CharField(
                        choices=[
                            ("adult", "Chaque adulte qui part"),
                            ("foreign_adult", "Chaque adulte qui part, hors Union européenne"),
                            ("driver", "Chaque adulte qui a le permis"),
                            ("household", "Le ménage"),
                            ("children", "Les ménages avec enfants"),
                            ("leaving_home", "Les ménages qui doivent quitter leur logement"),
                            ("eviction", "Les ménages menacés d’expulsion"),
                            ("social_housing", "Les ménages qui demandent un logement social"),
                        ],
                        max_length=20,
                        verbose_name="de qui",
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("orientation", "Orientation"),
                            ("eligibility", "Contact et éligibilité"),
                            ("information", "Information collective"),
                            ("diagnosis", "Diagnostic socio-professionnel"),
                            ("preparation", "Préparation à la mobilité"),
                            ("positioning", "Positionnement"),
                            ("immersion", "Séjour d’immersion"),
                            ("reflection", "Réflexion"),
                            ("validation", "Validation"),
                            ("installation", "Préparation de l’installation"),
                            ("follow_up", "Accompagnement"),
                            ("closed", "Clôture"),
                        ],
                        max_length=20,
                        verbose_name="à partir de l’étape",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SupportingDocument",
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
                            ("identity", "Pièce d’identité"),
                            ("permit", "Titre de séjour"),
                            ("civil_status", "Livret de famille ou acte de naissance"),
                            ("lodging", "Attestation d’hébergement"),
                            ("domiciliation", "Attestation de domiciliation"),
                            ("tax", "Dernier avis d’imposition"),
                            ("resources", "Justificatifs de ressources"),
                            ("benefits", "Attestation CAF ou MSA"),
                            ("health_cover", "Attestation d’assurance maladie"),
                            ("rent_receipts", "Quittances de loyer"),
                            ("expulsion", "Décision ou commandement d’expulsion"),
                            ("social_housing", "Attestation de demande de logement social"),
                            ("language", "Attestation de niveau de français"),
                            ("driving", "Permis de conduire"),
                            ("diploma", "Diplôme ou attestation de formation"),
                            ("cv", "CV"),
                            ("work_certificate", "Certificats de travail"),
                            ("disabled_worker", "Reconnaissance de travailleur handicapé (RQTH)"),
                            ("stay_report", "Bilan du séjour d’immersion signé"),
                        ],
                        max_length=20,
                        verbose_name="pièce",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("quarantined", "En cours de vérification"),
                            ("available", "Disponible"),
                            ("refused", "Refusée"),
                            ("erased", "Effacée"),
                        ],
                        default="quarantined",
                        max_length=20,
                        verbose_name="état",
                    ),
                ),
                (
                    "refusal",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="pourquoi elle est refusée"
                    ),
                ),
                (
                    "storage_key",
                    models.CharField(
                        editable=False,
                        max_length=40,
                        unique=True,
                        verbose_name="emplacement",
                    ),
                ),
                (
                    "format",
                    models.CharField(
                        choices=[
                            ("pdf", "PDF"),
                            ("jpeg", "JPEG"),
                            ("png", "PNG"),
                            ("webp", "WebP"),
                        ],
                        max_length=10,
                        verbose_name="format",
                    ),
                ),
                ("size", models.PositiveIntegerField(verbose_name="taille")),
                ("pages", models.PositiveSmallIntegerField(verbose_name="pages")),
                ("checksum", models.CharField(max_length=64, verbose_name="empreinte")),
                (
                    "scanner",
                    models.CharField(
                        blank=True,
                        choices=[("clamd", "antivirus"), ("limited", "analyse limitée")],
                        max_length=10,
                        verbose_name="vérifiée par",
                    ),
                ),
                ("uploaded_at", models.DateTimeField(verbose_name="envoyée le")),
                (
                    "expires_on",
                    models.DateField(blank=True, null=True, verbose_name="valable jusqu’au"),
                ),
                ("delete_on", models.DateField(verbose_name="à effacer le")),
            ],
            options={
                "verbose_name": "pièce justificative",
                "verbose_name_plural": "pièces justificatives",
            },
        ),
        migrations.CreateModel(
            name="SupportingDocumentHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("identity", "Pièce d’identité"),
                            ("permit", "Titre de séjour"),
                            ("civil_status", "Livret de famille ou acte de naissance"),
                            ("lodging", "Attestation d’hébergement"),
                            ("domiciliation", "Attestation de domiciliation"),
                            ("tax", "Dernier avis d’imposition"),
                            ("resources", "Justificatifs de ressources"),
                            ("benefits", "Attestation CAF ou MSA"),
                            ("health_cover", "Attestation d’assurance maladie"),
                            ("rent_receipts", "Quittances de loyer"),
                            ("expulsion", "Décision ou commandement d’expulsion"),
                            ("social_housing", "Attestation de demande de logement social"),
                            ("language", "Attestation de niveau de français"),
                            ("driving", "Permis de conduire"),
                            ("diploma", "Diplôme ou attestation de formation"),
                            ("cv", "CV"),
                            ("work_certificate", "Certificats de travail"),
                            ("disabled_worker", "Reconnaissance de travailleur handicapé (RQTH)"),
                            ("stay_report", "Bilan du séjour d’immersion signé"),
                        ],
                        max_length=20,
                        verbose_name="pièce",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("quarantined", "En cours de vérification"),
                            ("available", "Disponible"),
                            ("refused", "Refusée"),
                            ("erased", "Effacée"),
                        ],
                        default="quarantined",
                        max_length=20,
                        verbose_name="état",
                    ),
                ),
                (
                    "refusal",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="pourquoi elle est refusée"
                    ),
                ),
                (
                    "storage_key",
                    models.CharField(
                        editable=False,
                        max_length=40,
                        verbose_name="emplacement",
                    ),
                ),
                (
                    "format",
                    models.CharField(
                        choices=[
                            ("pdf", "PDF"),
                            ("jpeg", "JPEG"),
                            ("png", "PNG"),
                            ("webp", "WebP"),
                        ],
                        max_length=10,
                        verbose_name="format",
                    ),
                ),
                ("size", models.PositiveIntegerField(verbose_name="taille")),
                ("pages", models.PositiveSmallIntegerField(verbose_name="pages")),
                ("checksum", models.CharField(max_length=64, verbose_name="empreinte")),
                (
                    "scanner",
                    models.CharField(
                        blank=True,
                        choices=[("clamd", "antivirus"), ("limited", "analyse limitée")],
                        max_length=10,
                        verbose_name="vérifiée par",
                    ),
                ),
                ("uploaded_at", models.DateTimeField(verbose_name="envoyée le")),
                (
                    "expires_on",
                    models.DateField(blank=True, null=True, verbose_name="valable jusqu’au"),
                ),
                ("delete_on", models.DateField(verbose_name="à effacer le")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AlterField(
            model_name="documentrequest",
            name="kind",
            field=models.CharField(
                choices=[
                    ("identity", "Pièce d’identité"),
                    ("permit", "Titre de séjour"),
                    ("civil_status", "Livret de famille ou acte de naissance"),
                    ("lodging", "Attestation d’hébergement"),
                    ("domiciliation", "Attestation de domiciliation"),
                    ("tax", "Dernier avis d’imposition"),
                    ("resources", "Justificatifs de ressources"),
                    ("benefits", "Attestation CAF ou MSA"),
                    ("health_cover", "Attestation d’assurance maladie"),
                    ("rent_receipts", "Quittances de loyer"),
                    ("expulsion", "Décision ou commandement d’expulsion"),
                    ("social_housing", "Attestation de demande de logement social"),
                    ("language", "Attestation de niveau de français"),
                    ("driving", "Permis de conduire"),
                    ("diploma", "Diplôme ou attestation de formation"),
                    ("cv", "CV"),
                    ("work_certificate", "Certificats de travail"),
                    ("disabled_worker", "Reconnaissance de travailleur handicapé (RQTH)"),
                    ("stay_report", "Bilan du séjour d’immersion signé"),
                ],
                max_length=20,
                verbose_name="pièce",
            ),
        ),
        migrations.AlterField(
            model_name="documentrequesthistory",
            name="kind",
            field=models.CharField(
                choices=[
                    ("identity", "Pièce d’identité"),
                    ("permit", "Titre de séjour"),
                    ("civil_status", "Livret de famille ou acte de naissance"),
                    ("lodging", "Attestation d’hébergement"),
                    ("domiciliation", "Attestation de domiciliation"),
                    ("tax", "Dernier avis d’imposition"),
                    ("resources", "Justificatifs de ressources"),
                    ("benefits", "Attestation CAF ou MSA"),
                    ("health_cover", "Attestation d’assurance maladie"),
                    ("rent_receipts", "Quittances de loyer"),
                    ("expulsion", "Décision ou commandement d’expulsion"),
                    ("social_housing", "Attestation de demande de logement social"),
                    ("language", "Attestation de niveau de français"),
                    ("driving", "Permis de conduire"),
                    ("diploma", "Diplôme ou attestation de formation"),
                    ("cv", "CV"),
                    ("work_certificate", "Certificats de travail"),
                    ("disabled_worker", "Reconnaissance de travailleur handicapé (RQTH)"),
                    ("stay_report", "Bilan du séjour d’immersion signé"),
                ],
                max_length=20,
                verbose_name="pièce",
            ),
        ),
        migrations.CreateModel(
            name="ExpectedPaper",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("since", models.DateField(verbose_name="depuis le")),
                ("until", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                ("code", models.CharField(max_length=40, verbose_name="code")),
                ("rank", models.PositiveSmallIntegerField(default=0, verbose_name="ordre")),
                (
                    "version",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="version"),
                ),
                ("label", models.CharField(max_length=120, verbose_name="libellé")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("identity", "Pièce d’identité"),
                            ("permit", "Titre de séjour"),
                            ("civil_status", "Livret de famille ou acte de naissance"),
                            ("lodging", "Attestation d’hébergement"),
                            ("domiciliation", "Attestation de domiciliation"),
                            ("tax", "Dernier avis d’imposition"),
                            ("resources", "Justificatifs de ressources"),
                            ("benefits", "Attestation CAF ou MSA"),
                            ("health_cover", "Attestation d’assurance maladie"),
                            ("rent_receipts", "Quittances de loyer"),
                            ("expulsion", "Décision ou commandement d’expulsion"),
                            ("social_housing", "Attestation de demande de logement social"),
                            ("language", "Attestation de niveau de français"),
                            ("driving", "Permis de conduire"),
                            ("diploma", "Diplôme ou attestation de formation"),
                            ("cv", "CV"),
                            ("work_certificate", "Certificats de travail"),
                            ("disabled_worker", "Reconnaissance de travailleur handicapé (RQTH)"),
                            ("stay_report", "Bilan du séjour d’immersion signé"),
                        ],
                        max_length=20,
                        verbose_name="pièce",
                    ),
                ),
                (
                    "applies_to",
                    models.CharField(
                        choices=[
                            ("adult", "Chaque adulte qui part"),
                            ("foreign_adult", "Chaque adulte qui part, hors Union européenne"),
                            ("driver", "Chaque adulte qui a le permis"),
                            ("household", "Le ménage"),
                            ("children", "Les ménages avec enfants"),
                            ("leaving_home", "Les ménages qui doivent quitter leur logement"),
                            ("eviction", "Les ménages menacés d’expulsion"),
                            ("social_housing", "Les ménages qui demandent un logement social"),
                        ],
                        max_length=20,
                        verbose_name="de qui",
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("orientation", "Orientation"),
                            ("eligibility", "Contact et éligibilité"),
                            ("information", "Information collective"),
                            ("diagnosis", "Diagnostic socio-professionnel"),
                            ("preparation", "Préparation à la mobilité"),
                            ("positioning", "Positionnement"),
                            ("immersion", "Séjour d’immersion"),
                            ("reflection", "Réflexion"),
                            ("validation", "Validation"),
                            ("installation", "Préparation de l’installation"),
                            ("follow_up", "Accompagnement"),
                            ("closed", "Clôture"),
                        ],
                        max_length=20,
                        verbose_name="à partir de l’étape",
                    ),
                ),
            ],
            options={
                "verbose_name": "pièce attendue",
                "verbose_name_plural": "pièces attendues",
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until__isnull", True),
                            ("until__gte", models.F("since")),
                            _connector="OR",
                        ),
                        name="expectedpaper_ends_after_it_starts",
                        violation_error_message="La date de fin est antérieure à la date de début.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("code", "="),
                            (
                                models.Func(
                                    models.F("since"),
                                    models.F("until"),
                                    django.contrib.postgres.fields.ranges.RangeBoundary(
                                        inclusive_upper=True
                                    ),
                                    function="daterange",
                                    output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                ),
                                "&&",
                            ),
                        ],
                        name="expectedpaper_one_in_force",
                        violation_error_message="Cette pièce est déjà dans la liste.",
                    ),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="expectedpaper",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "candidates_expectedpaperhistory" ("applies_to", "code", "id", "kind", "label", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "stage", "until", "version") VALUES (NEW."applies_to", NEW."code", NEW."id", NEW."kind", NEW."label", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."since", NEW."stage", NEW."until", NEW."version"); RETURN NULL;',
                    hash="7dc84314fb1e4715016fcc46e204c32f123b5800",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1d22f",
                    table="candidates_expectedpaper",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="expectedpaper",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."applies_to" IS DISTINCT FROM (NEW."applies_to") OR OLD."code" IS DISTINCT FROM (NEW."code") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."label" IS DISTINCT FROM (NEW."label") OR OLD."since" IS DISTINCT FROM (NEW."since") OR OLD."stage" IS DISTINCT FROM (NEW."stage") OR OLD."until" IS DISTINCT FROM (NEW."until") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                    func='INSERT INTO "candidates_expectedpaperhistory" ("applies_to", "code", "id", "kind", "label", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "stage", "until", "version") VALUES (NEW."applies_to", NEW."code", NEW."id", NEW."kind", NEW."label", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."since", NEW."stage", NEW."until", NEW."version"); RETURN NULL;',
                    hash="5e0f237668fa92ee2291d51b991bc9804e0ad9b7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4701a",
                    table="candidates_expectedpaper",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="expectedpaper",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "candidates_expectedpaperhistory" ("applies_to", "code", "id", "kind", "label", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "stage", "until", "version") VALUES (OLD."applies_to", OLD."code", OLD."id", OLD."kind", OLD."label", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."since", OLD."stage", OLD."until", OLD."version"); RETURN NULL;',
                    hash="18a373c72d93e4ddcedfa993bf3fa9516244eb9c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a408a",
                    table="candidates_expectedpaper",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="expectedpaperhistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                related_query_name="history",
                to="candidates.expectedpaper",
            ),
        ),
        migrations.CreateModel(
            name="QuarantinedFile",
            fields=[
                (
                    "document",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="quarantined",
                        serialize=False,
                        to="candidates.supportingdocument",
                        verbose_name="pièce justificative",
                    ),
                ),
                ("content", models.BinaryField(verbose_name="contenu")),
                ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="essais")),
                (
                    "leased_until",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="pris en charge jusqu’à"
                    ),
                ),
                ("try_at", models.DateTimeField(verbose_name="à vérifier à partir de")),
            ],
            options={
                "verbose_name": "fichier en quarantaine",
                "verbose_name_plural": "fichiers en quarantaine",
            },
        ),
        migrations.AddField(
            model_name="supportingdocument",
            name="event",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="candidates.parcoursevent",
                verbose_name="acte",
            ),
        ),
        migrations.AddField(
            model_name="supportingdocument",
            name="organisation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="operators.organisation",
                verbose_name="organisation",
            ),
        ),
        migrations.AddField(
            model_name="supportingdocument",
            name="parcours",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="documents",
                to="candidates.parcours",
                verbose_name="parcours",
            ),
        ),
        migrations.AddField(
            model_name="supportingdocument",
            name="person",
            field=models.ForeignKey(
                blank=True,
                help_text="Vide quand la pièce concerne tout le ménage.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="candidates.person",
                verbose_name="personne",
            ),
        ),
        migrations.AddField(
            model_name="supportingdocument",
            name="request",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="documents",
                to="candidates.documentrequest",
                verbose_name="pièce demandée",
            ),
        ),
        migrations.AddField(
            model_name="supportingdocument",
            name="uploaded_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="envoyée par",
            ),
        ),
        migrations.AddField(
            model_name="supportingdocumenthistory",
            name="event",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="candidates.parcoursevent",
                verbose_name="acte",
            ),
        ),
        migrations.AddField(
            model_name="supportingdocumenthistory",
            name="organisation",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="operators.organisation",
                verbose_name="organisation",
            ),
        ),
        migrations.AddField(
            model_name="supportingdocumenthistory",
            name="parcours",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="candidates.parcours",
                verbose_name="parcours",
            ),
        ),
        migrations.AddField(
            model_name="supportingdocumenthistory",
            name="person",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                help_text="Vide quand la pièce concerne tout le ménage.",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="candidates.person",
                verbose_name="personne",
            ),
        ),
        migrations.AddField(
            model_name="supportingdocumenthistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                related_query_name="history",
                to="candidates.supportingdocument",
            ),
        ),
        migrations.AddField(
            model_name="supportingdocumenthistory",
            name="request",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="candidates.documentrequest",
                verbose_name="pièce demandée",
            ),
        ),
        migrations.AddField(
            model_name="supportingdocumenthistory",
            name="uploaded_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="envoyée par",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="expectedpaperhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="59862465c3c44702386157d30842fec7fdbaced1",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_14336",
                    table="candidates_expectedpaperhistory",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="supportingdocument",
            index=models.Index(fields=["parcours", "kind"], name="supportingdocument_of_file"),
        ),
        migrations.AddIndex(
            model_name="supportingdocument",
            index=models.Index(
                condition=models.Q(("state", "erased"), _negated=True),
                fields=["delete_on"],
                name="supportingdocument_to_erase",
            ),
        ),
        migrations.AddConstraint(
            model_name="supportingdocument",
            constraint=models.CheckConstraint(
                condition=models.Q(("state", "refused"), ("refusal", ""), _connector="XOR"),
                name="supportingdocument_says_why_it_is_refused",
                violation_error_message="Une pièce refusée dit pourquoi.",
            ),
        ),
        migrations.AddConstraint(
            model_name="supportingdocument",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "available"), _negated=True),
                    models.Q(("scanner", ""), _negated=True),
                    _connector="OR",
                ),
                name="supportingdocument_is_scanned_before_it_is_read",
                violation_error_message="Une pièce n’est lisible qu’une fois vérifiée.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="supportingdocument",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "candidates_supportingdocumenthistory" ("checksum", "delete_on", "event_id", "expires_on", "format", "id", "kind", "organisation_id", "pages", "parcours_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "refusal", "request_id", "scanner", "size", "state", "storage_key", "uploaded_at", "uploaded_by_id") VALUES (NEW."checksum", NEW."delete_on", NEW."event_id", NEW."expires_on", NEW."format", NEW."id", NEW."kind", NEW."organisation_id", NEW."pages", NEW."parcours_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."public_id", NEW."refusal", NEW."request_id", NEW."scanner", NEW."size", NEW."state", NEW."storage_key", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;',
                    hash="0d80424ed39579dfe08d4de95966af39eba17a9c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_37a0f",
                    table="candidates_supportingdocument",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="supportingdocument",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "candidates_supportingdocumenthistory" ("checksum", "delete_on", "event_id", "expires_on", "format", "id", "kind", "organisation_id", "pages", "parcours_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "refusal", "request_id", "scanner", "size", "state", "storage_key", "uploaded_at", "uploaded_by_id") VALUES (NEW."checksum", NEW."delete_on", NEW."event_id", NEW."expires_on", NEW."format", NEW."id", NEW."kind", NEW."organisation_id", NEW."pages", NEW."parcours_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."public_id", NEW."refusal", NEW."request_id", NEW."scanner", NEW."size", NEW."state", NEW."storage_key", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;',
                    hash="7188f88c2e3745661befddab4c8da1ca5b04aaa0",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8c21e",
                    table="candidates_supportingdocument",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="supportingdocument",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "candidates_supportingdocumenthistory" ("checksum", "delete_on", "event_id", "expires_on", "format", "id", "kind", "organisation_id", "pages", "parcours_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "refusal", "request_id", "scanner", "size", "state", "storage_key", "uploaded_at", "uploaded_by_id") VALUES (OLD."checksum", OLD."delete_on", OLD."event_id", OLD."expires_on", OLD."format", OLD."id", OLD."kind", OLD."organisation_id", OLD."pages", OLD."parcours_id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."public_id", OLD."refusal", OLD."request_id", OLD."scanner", OLD."size", OLD."state", OLD."storage_key", OLD."uploaded_at", OLD."uploaded_by_id"); RETURN NULL;',
                    hash="fb6cd1ae2d5e062bb13ae74e1f24f65949692abe",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8f976",
                    table="candidates_supportingdocument",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="supportingdocumenthistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f39af45a8bd9cc9d665c4bb0cf74b34d258155e1",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ce59e",
                    table="candidates_supportingdocumenthistory",
                    when="BEFORE",
                ),
            ),
        ),
        # Undone with the tables: their policies go with them.
        *(migrations.RunSQL(lock(table), migrations.RunSQL.noop) for table in LOCKS),
    ]
    operations = at_once(operations)

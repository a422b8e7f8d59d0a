"""Who wrote what to many, and each of its letters.

As in 0002. An organisation sees its own, under the same hat; a letter is seen with its mailing.
"""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from emile.core.migrating import at_once


SEES_ALL = "current_setting('emile.kind', true) IN ('coordinator', 'system')"
OURS = """
    (
        organisation_id = NULLIF(current_setting('emile.organisation', true), '')::bigint
        AND role = current_setting('emile.kind', true)
    )
"""
# Reads candidates_mailing under its own policy, in one row: planned once.
ITS_MAILING = """
    (
        SELECT true FROM candidates_mailing mine
        WHERE mine.id = candidates_mailingrecipient.mailing_id
        LIMIT 1
    )
"""
OURS_BEFORE = "EXISTS (SELECT 1 FROM candidates_mailing mine WHERE mine.id = pgh_obj_id)"


def each_verb(condition):
    return {
        "read": f"FOR SELECT USING ({SEES_ALL} OR {condition})",
        "added": f"FOR INSERT WITH CHECK ({SEES_ALL} OR {condition})",
        "changed": f"FOR UPDATE USING ({SEES_ALL} OR {condition})",
        "deleted": f"FOR DELETE USING ({SEES_ALL} OR {condition})",
    }


POLICIES = {
    "candidates_mailing": each_verb(OURS),
    "candidates_mailingrecipient": each_verb(ITS_MAILING),
    "candidates_mailinghistory": {
        "added": "FOR INSERT WITH CHECK (true)",
        "read": f"FOR SELECT USING ({SEES_ALL} OR {OURS_BEFORE})",
    },
}


def lock(table):
    policies = POLICIES[table].items()
    return f"""
        ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
        {"".join(f"CREATE POLICY {name} ON {table} {rule};" for name, rule in policies)}
    """


def unlock(table):
    return f"""
        {"".join(f"DROP POLICY {name} ON {table};" for name in POLICIES[table])}
        ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY;
        ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;
    """


class Migration(migrations.Migration):
    dependencies = [
        ("candidates", "0011_produced_documents"),
        ("core", "0006_messages_that_give_way"),
        ("operators", "0004_calendar_feeds"),
        ("territories", "0006_services"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Mailing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
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
                (
                    "audience",
                    models.CharField(
                        choices=[
                            ("households", "Ménages"),
                            ("prescribers", "Structures qui orientent"),
                        ],
                        max_length=20,
                        verbose_name="à qui",
                    ),
                ),
                (
                    "stages",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
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
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="étapes",
                    ),
                ),
                (
                    "departement",
                    models.CharField(blank=True, max_length=3, verbose_name="département"),
                ),
                ("subject", models.CharField(blank=True, max_length=120, verbose_name="objet")),
                ("text", models.TextField(blank=True, max_length=5000, verbose_name="texte")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Brouillon"),
                            ("writing", "En cours d’envoi"),
                            ("written", "Envoyé"),
                            ("stopped", "Arrêté"),
                            ("broken", "Interrompu"),
                        ],
                        default="draft",
                        max_length=10,
                        verbose_name="état",
                    ),
                ),
                ("created_at", models.DateTimeField(verbose_name="commencé le")),
                (
                    "confirmed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="confirmé le"),
                ),
                ("left_out", models.JSONField(blank=True, default=dict, verbose_name="non joints")),
                (
                    "stopped_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="arrêté le"),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="essais")),
                (
                    "leased_until",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="pris en charge jusqu’à"
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="écrit par",
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
                (
                    "stopped_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="arrêté par",
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
                "verbose_name": "envoi groupé",
                "verbose_name_plural": "envois groupés",
            },
        ),
        migrations.CreateModel(
            name="MailingHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
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
                (
                    "audience",
                    models.CharField(
                        choices=[
                            ("households", "Ménages"),
                            ("prescribers", "Structures qui orientent"),
                        ],
                        max_length=20,
                        verbose_name="à qui",
                    ),
                ),
                (
                    "stages",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
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
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="étapes",
                    ),
                ),
                (
                    "departement",
                    models.CharField(blank=True, max_length=3, verbose_name="département"),
                ),
                ("subject", models.CharField(blank=True, max_length=120, verbose_name="objet")),
                ("text", models.TextField(blank=True, max_length=5000, verbose_name="texte")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Brouillon"),
                            ("writing", "En cours d’envoi"),
                            ("written", "Envoyé"),
                            ("stopped", "Arrêté"),
                            ("broken", "Interrompu"),
                        ],
                        default="draft",
                        max_length=10,
                        verbose_name="état",
                    ),
                ),
                ("created_at", models.DateTimeField(verbose_name="commencé le")),
                (
                    "confirmed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="confirmé le"),
                ),
                ("left_out", models.JSONField(blank=True, default=dict, verbose_name="non joints")),
                (
                    "stopped_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="arrêté le"),
                ),
                (
                    "author",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="écrit par",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="operators.organisation",
                        verbose_name="organisation",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.mailing",
                    ),
                ),
                (
                    "stopped_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="arrêté par",
                    ),
                ),
                (
                    "territory",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="territories.territory",
                        verbose_name="territoire d’accueil",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MailingRecipient",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "handled_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="traité le"),
                ),
                (
                    "barrier",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("over", "Parcours terminé"),
                            ("hidden", "Ne doit pas être retrouvé"),
                            ("suspended", "Dossier suspendu"),
                            ("nobody", "Plus personne à qui écrire"),
                            ("no_email", "Pas d’adresse électronique"),
                            ("unsafe", "Un message n’y est pas sans risque"),
                            ("unsure", "On ne sait pas si un message est sans risque"),
                            ("refused", "Adresse refusée lors d’un envoi"),
                            ("passed_on", "Dossier passé en d’autres mains"),
                        ],
                        default="",
                        max_length=20,
                        verbose_name="pourquoi écarté",
                    ),
                ),
                (
                    "mailing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="recipients",
                        to="candidates.mailing",
                        verbose_name="envoi groupé",
                    ),
                ),
                (
                    "message",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="mailing_recipient",
                        to="core.outboxmessage",
                        verbose_name="message",
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
                        related_name="mailings",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="personne",
                    ),
                ),
            ],
            options={
                "verbose_name": "destinataire d’un envoi groupé",
                "verbose_name_plural": "destinataires d’un envoi groupé",
            },
        ),
        migrations.AddIndex(
            model_name="mailing",
            index=models.Index(
                condition=models.Q(("state", "writing")),
                fields=["leased_until"],
                name="mailing_to_go_on_with",
            ),
        ),
        migrations.AddIndex(
            model_name="mailing",
            index=models.Index(
                fields=["organisation", "-created_at", "-id"], name="mailing_latest"
            ),
        ),
        migrations.AddConstraint(
            model_name="mailing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("confirmed_at__isnull", True), ("state", "draft")),
                    models.Q(
                        models.Q(("state", "draft"), _negated=True),
                        ("confirmed_at__isnull", False),
                        models.Q(("subject", ""), _negated=True),
                        models.Q(("text", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="mailing_is_confirmed_with_its_text",
                violation_error_message="Un envoi confirmé a un objet et un texte.",
            ),
        ),
        migrations.AddConstraint(
            model_name="mailing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "stopped"), _negated=True),
                    models.Q(("stopped_at__isnull", False), ("stopped_by__isnull", False)),
                    _connector="OR",
                ),
                name="mailing_stopped_by_somebody",
                violation_error_message="Un envoi arrêté l’est par quelqu’un.",
            ),
        ),
        migrations.AddConstraint(
            model_name="mailing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("audience", "prescribers"), _negated=True),
                    models.Q(("departement", ""), _negated=True),
                    _connector="OR",
                ),
                name="mailing_to_prescribers_names_a_departement",
                violation_error_message="Choisissez un département.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mailing",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "candidates_mailinghistory" ("audience", "author_id", "confirmed_at", "created_at", "departement", "id", "left_out", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "role", "stages", "state", "stopped_at", "stopped_by_id", "subject", "territory_id", "text") VALUES (NEW."audience", NEW."author_id", NEW."confirmed_at", NEW."created_at", NEW."departement", NEW."id", NEW."left_out", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."public_id", NEW."role", NEW."stages", NEW."state", NEW."stopped_at", NEW."stopped_by_id", NEW."subject", NEW."territory_id", NEW."text"); RETURN NULL;',
                    hash="4053a83ca189547f664b33421fa460a5b83605bf",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_13b73",
                    table="candidates_mailing",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mailing",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."audience" IS DISTINCT FROM (NEW."audience") OR OLD."author_id" IS DISTINCT FROM (NEW."author_id") OR OLD."confirmed_at" IS DISTINCT FROM (NEW."confirmed_at") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."departement" IS DISTINCT FROM (NEW."departement") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."left_out" IS DISTINCT FROM (NEW."left_out") OR OLD."organisation_id" IS DISTINCT FROM (NEW."organisation_id") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."stages" IS DISTINCT FROM (NEW."stages") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."stopped_at" IS DISTINCT FROM (NEW."stopped_at") OR OLD."stopped_by_id" IS DISTINCT FROM (NEW."stopped_by_id") OR OLD."subject" IS DISTINCT FROM (NEW."subject") OR OLD."territory_id" IS DISTINCT FROM (NEW."territory_id") OR OLD."text" IS DISTINCT FROM (NEW."text"))',
                    func='INSERT INTO "candidates_mailinghistory" ("audience", "author_id", "confirmed_at", "created_at", "departement", "id", "left_out", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "role", "stages", "state", "stopped_at", "stopped_by_id", "subject", "territory_id", "text") VALUES (NEW."audience", NEW."author_id", NEW."confirmed_at", NEW."created_at", NEW."departement", NEW."id", NEW."left_out", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."public_id", NEW."role", NEW."stages", NEW."state", NEW."stopped_at", NEW."stopped_by_id", NEW."subject", NEW."territory_id", NEW."text"); RETURN NULL;',
                    hash="66653ba3aecd20a7f6998ccb44f8b5e265953672",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2e87a",
                    table="candidates_mailing",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mailing",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "candidates_mailinghistory" ("audience", "author_id", "confirmed_at", "created_at", "departement", "id", "left_out", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "role", "stages", "state", "stopped_at", "stopped_by_id", "subject", "territory_id", "text") VALUES (OLD."audience", OLD."author_id", OLD."confirmed_at", OLD."created_at", OLD."departement", OLD."id", OLD."left_out", OLD."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."public_id", OLD."role", OLD."stages", OLD."state", OLD."stopped_at", OLD."stopped_by_id", OLD."subject", OLD."territory_id", OLD."text"); RETURN NULL;',
                    hash="50cd2b85694ea718e60a81e2fd24d3ecc76cbdf2",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_5dc15",
                    table="candidates_mailing",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mailinghistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="33a7072a973e141952d9a2e41bf34c9b9f1a44c1",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_518b6",
                    table="candidates_mailinghistory",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="mailingrecipient",
            index=models.Index(
                condition=models.Q(("handled_at__isnull", True)),
                fields=["mailing", "id"],
                name="mailingrecipient_to_write",
            ),
        ),
        migrations.AddConstraint(
            model_name="mailingrecipient",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("organisation__isnull", True),
                        ("parcours__isnull", False),
                        ("user__isnull", True),
                    ),
                    models.Q(("organisation__isnull", False), ("parcours__isnull", True)),
                    _connector="OR",
                ),
                name="mailingrecipient_is_a_household_or_a_body",
                violation_error_message="Un destinataire est un ménage ou une structure.",
            ),
        ),
        migrations.AddConstraint(
            model_name="mailingrecipient",
            constraint=models.UniqueConstraint(
                fields=("mailing", "parcours", "organisation", "user"),
                name="mailingrecipient_once",
                nulls_distinct=False,
                violation_error_message="Ce destinataire est déjà dans l’envoi.",
            ),
        ),
        *(migrations.RunSQL(lock(table), unlock(table)) for table in POLICIES),
    ]
    operations = at_once(operations)

"""What is said to whom and when, what people want to be told, and what they put aside."""

import django.contrib.postgres.fields
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from emile.core.migrating import at_once


SEES_ALL = "current_setting('emile.kind', true) IN ('coordinator', 'system')"
OWN = "user_id = NULLIF(current_setting('emile.user', true), '')::bigint"
OURS = "organisation_id = NULLIF(current_setting('emile.organisation', true), '')::bigint"
OURS_BEFORE = "EXISTS (SELECT 1 FROM candidates_snooze mine WHERE mine.id = pgh_obj_id)"
# As in 0002: what a policy hides, its history hides too. Reminders are written by the platform.
POLICIES = {
    "candidates_reminder": {
        "read": f"FOR SELECT USING ({SEES_ALL} OR {OWN})",
        "added": f"FOR INSERT WITH CHECK ({SEES_ALL})",
        "changed": f"FOR UPDATE USING ({SEES_ALL})",
        "deleted": f"FOR DELETE USING ({SEES_ALL})",
    },
    "candidates_snooze": {
        "read": f"FOR SELECT USING ({SEES_ALL} OR {OURS})",
        "added": f"FOR INSERT WITH CHECK ({SEES_ALL} OR {OURS})",
        "changed": f"FOR UPDATE USING ({SEES_ALL} OR {OURS})",
        "deleted": f"FOR DELETE USING ({SEES_ALL} OR {OURS})",
    },
    "candidates_snoozehistory": {
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
        ("candidates", "0008_expected_papers"),
        ("operators", "0002_invited_by_the_platform_and_senders"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="DigestRound",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "day",
                    models.DateField(
                        error_messages={"unique": "Les messages de ce jour sont déjà écrits."},
                        unique=True,
                        verbose_name="jour",
                    ),
                ),
                ("written_at", models.DateTimeField(verbose_name="écrits le")),
                ("count", models.PositiveIntegerField(verbose_name="messages")),
            ],
            options={
                "verbose_name": "tournée du jour",
                "verbose_name_plural": "tournées du jour",
            },
        ),
        migrations.CreateModel(
            name="Digest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField(verbose_name="jour")),
                ("written_at", models.DateTimeField(verbose_name="écrit le")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="personne",
                    ),
                ),
            ],
            options={
                "verbose_name": "message du jour",
                "verbose_name_plural": "messages du jour",
            },
        ),
        migrations.CreateModel(
            name="MessagePreference",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "rhythm",
                    models.CharField(
                        choices=[
                            ("daily", "Chaque jour ouvré où il y a du nouveau"),
                            ("weekly", "Une fois par semaine, le lundi"),
                            ("never", "Jamais"),
                        ],
                        default="daily",
                        max_length=10,
                        verbose_name="message du jour",
                    ),
                ),
                (
                    "muted",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("late", "Échéance dépassée"),
                                ("visit", "Visite de suivi qui n’a pas été faite"),
                                ("late_manager", "Retard qui dure dans mon équipe"),
                                ("late_coordinator", "Retard qui dure dans une autre organisation"),
                                ("permit_last", "Titre à renouveler, dernier rappel"),
                                ("six_months_last", "Préparation au départ, dernier mois"),
                                ("soon", "Échéance dans quelques jours"),
                                ("permit_first", "Titre à renouveler, premier rappel"),
                                ("six_months_first", "Préparation au départ, avant-dernier mois"),
                                ("housing_number", "Demande de logement social à renouveler"),
                                ("silent", "Dossier sans nouvelles"),
                                ("news_m6", "Nouvelles à demander, 6 mois après l’installation"),
                                ("news_m12", "Nouvelles à demander, 12 mois après l’installation"),
                            ],
                            max_length=20,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="rappels refusés",
                    ),
                ),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="message_preference",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="personne",
                    ),
                ),
            ],
            options={
                "verbose_name": "messages voulus",
                "verbose_name_plural": "messages voulus",
            },
        ),
        migrations.CreateModel(
            name="Reminder",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("late", "Échéance dépassée"),
                            ("visit", "Visite de suivi qui n’a pas été faite"),
                            ("late_manager", "Retard qui dure dans mon équipe"),
                            ("late_coordinator", "Retard qui dure dans une autre organisation"),
                            ("permit_last", "Titre à renouveler, dernier rappel"),
                            ("six_months_last", "Préparation au départ, dernier mois"),
                            ("soon", "Échéance dans quelques jours"),
                            ("permit_first", "Titre à renouveler, premier rappel"),
                            ("six_months_first", "Préparation au départ, avant-dernier mois"),
                            ("housing_number", "Demande de logement social à renouveler"),
                            ("silent", "Dossier sans nouvelles"),
                            ("news_m6", "Nouvelles à demander, 6 mois après l’installation"),
                            ("news_m12", "Nouvelles à demander, 12 mois après l’installation"),
                        ],
                        max_length=20,
                        verbose_name="pourquoi",
                    ),
                ),
                ("occurrence", models.CharField(max_length=40, verbose_name="à propos de")),
                ("about_on", models.DateField(verbose_name="date concernée")),
                ("said_on", models.DateField(verbose_name="dit le")),
                (
                    "digest",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reminders",
                        to="candidates.digest",
                        verbose_name="message du jour",
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
                    "parcours",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reminders",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="personne",
                    ),
                ),
            ],
            options={
                "verbose_name": "rappel",
                "verbose_name_plural": "rappels",
            },
        ),
        migrations.CreateModel(
            name="Snooze",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reason", models.CharField(max_length=200, verbose_name="pourquoi")),
                ("until", models.DateField(verbose_name="jusqu’au")),
                ("due_on", models.DateField(editable=False, verbose_name="échéance d’alors")),
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
                    "parcours",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="snoozes",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="mis de côté par",
                    ),
                ),
            ],
            options={
                "verbose_name": "dossier mis de côté",
                "verbose_name_plural": "dossiers mis de côté",
            },
        ),
        migrations.CreateModel(
            name="SnoozeHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField()),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("reason", models.CharField(max_length=200, verbose_name="pourquoi")),
                ("until", models.DateField(verbose_name="jusqu’au")),
                ("due_on", models.DateField(editable=False, verbose_name="échéance d’alors")),
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
                    "parcours",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="candidates.parcours",
                        verbose_name="parcours",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="candidates.snooze",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="mis de côté par",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="digest",
            constraint=models.UniqueConstraint(
                fields=("user", "day"),
                name="digest_one_a_day",
                violation_error_message="Cette personne a déjà eu son message du jour.",
            ),
        ),
        migrations.AddConstraint(
            model_name="reminder",
            constraint=models.UniqueConstraint(
                fields=("user", "parcours", "kind", "occurrence"),
                name="reminder_said_once",
                violation_error_message="Cela lui a déjà été rappelé.",
            ),
        ),
        migrations.AddConstraint(
            model_name="snooze",
            constraint=models.UniqueConstraint(
                fields=("parcours", "organisation"),
                name="snooze_once_per_organisation",
                violation_error_message="Ce dossier est déjà mis de côté.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="snooze",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "candidates_snoozehistory" ("due_on", "id", "organisation_id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "until", "user_id") VALUES (NEW."due_on", NEW."id", NEW."organisation_id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reason", NEW."until", NEW."user_id"); RETURN NULL;',
                    hash="4c72486ed0a9c8b09f1b21876521b3ffb93fde97",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ce5b3",
                    table="candidates_snooze",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="snooze",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "candidates_snoozehistory" ("due_on", "id", "organisation_id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "until", "user_id") VALUES (NEW."due_on", NEW."id", NEW."organisation_id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reason", NEW."until", NEW."user_id"); RETURN NULL;',
                    hash="0b5169be30ef7d24e3c0a00f36bd57f236dc492a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0701b",
                    table="candidates_snooze",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="snooze",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "candidates_snoozehistory" ("due_on", "id", "organisation_id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "until", "user_id") VALUES (OLD."due_on", OLD."id", OLD."organisation_id", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reason", OLD."until", OLD."user_id"); RETURN NULL;',
                    hash="8871b3ffe390a556738a80ec3b537f871347458b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_3b05b",
                    table="candidates_snooze",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="snoozehistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="57ce6b17d9f6d21338a2ea19a7059f3cb3112fc8",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_848c8",
                    table="candidates_snoozehistory",
                    when="BEFORE",
                ),
            ),
        ),
        *(migrations.RunSQL(lock(table), unlock(table)) for table in POLICIES),
    ]
    operations = at_once(operations)

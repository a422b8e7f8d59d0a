"""Messages between the teams of a file: what answers what, what is joined, what each has read."""

import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


SEES_ALL = "current_setting('emile.kind', true) = 'system'"
OWN = "user_id = NULLIF(current_setting('emile.user', true), '')::bigint"
TABLE = "candidates_conversationread"
# What one person has read is nobody else's affair, the coordinator included.
POLICIES = {
    "read": f"FOR SELECT USING ({SEES_ALL} OR {OWN})",
    "added": f"FOR INSERT WITH CHECK ({SEES_ALL} OR {OWN})",
    "changed": f"FOR UPDATE USING ({SEES_ALL} OR {OWN})",
    "deleted": f"FOR DELETE USING ({SEES_ALL} OR {OWN})",
}
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
# Who opens a file, those that only read it any more last: as candidates_holders, in 0002.
READERS = """
    CREATE FUNCTION candidates_readers(parcours bigint)
    RETURNS TABLE (organisation_id bigint, role varchar, reads_until timestamptz) LANGUAGE plpgsql
    AS $$
    #variable_conflict use_column
    DECLARE
        asking text := current_setting('emile.kind', true);
    BEGIN
        PERFORM set_config('emile.kind', 'system', true);
        RETURN QUERY
            SELECT held.organisation_id, held.role,
                CASE WHEN held.until IS NOT NULL THEN held.reads_until END
            FROM candidates_caseaccess held
            WHERE held.parcours_id = parcours
                AND (held.until IS NULL OR held.reads_until > now())
                AND NOT EXISTS (
                    SELECT FROM candidates_caseaccess again
                    WHERE held.until IS NOT NULL AND again.until IS NULL
                        AND again.parcours_id = held.parcours_id
                        AND again.organisation_id = held.organisation_id
                        AND again.role = held.role
                )
            ORDER BY held.until IS NOT NULL, held.since, held.id;
        PERFORM set_config('emile.kind', coalesce(asking, ''), true);
    END
    $$
"""


class Migration(migrations.Migration):
    dependencies = [
        ("candidates", "0014_undelivered_contacts"),
        ("operators", "0004_calendar_feeds"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ConversationRead",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("up_to", models.BigIntegerField(verbose_name="dernière note lue")),
                ("read_at", models.DateTimeField(verbose_name="lu le")),
            ],
            options={
                "verbose_name": "lecture d’une conversation",
                "verbose_name_plural": "lectures de conversations",
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="note",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="note",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="note",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="note",
            name="answers_to",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="answers",
                to="candidates.note",
                verbose_name="répond à",
            ),
        ),
        migrations.AddField(
            model_name="note",
            name="attachment",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="candidates.supportingdocument",
                verbose_name="pièce jointe",
            ),
        ),
        migrations.AddField(
            model_name="note",
            name="subject",
            field=models.CharField(blank=True, max_length=120, verbose_name="objet"),
        ),
        migrations.AddField(
            model_name="notehistory",
            name="answers_to",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="candidates.note",
                verbose_name="répond à",
            ),
        ),
        migrations.AddField(
            model_name="notehistory",
            name="attachment",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="candidates.supportingdocument",
                verbose_name="pièce jointe",
            ),
        ),
        migrations.AddField(
            model_name="notehistory",
            name="subject",
            field=models.CharField(blank=True, max_length=120, verbose_name="objet"),
        ),
        migrations.AlterField(
            model_name="messagepreference",
            name="muted",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("late", "Échéance dépassée"),
                        ("visit", "Visite de suivi qui n’a pas été faite"),
                        ("late_manager", "Retard qui dure dans mon équipe"),
                        ("late_coordinator", "Retard qui dure dans une autre organisation"),
                        ("permit_last", "Titre à renouveler, dernier rappel"),
                        ("six_months_last", "Préparation au départ, dernier mois"),
                        ("undelivered", "Message qui n’est pas arrivé au ménage"),
                        ("soon", "Échéance dans quelques jours"),
                        ("unread", "Messages non lus"),
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
        migrations.AlterField(
            model_name="note",
            name="channel",
            field=models.CharField(
                blank=True,
                choices=[
                    ("message", "Message"),
                    ("phone", "Téléphone"),
                    ("visit", "Entretien"),
                    ("sms", "SMS"),
                    ("email", "Courriel"),
                    ("other", "Autre"),
                ],
                max_length=10,
                verbose_name="moyen",
            ),
        ),
        migrations.AlterField(
            model_name="notehistory",
            name="channel",
            field=models.CharField(
                blank=True,
                choices=[
                    ("message", "Message"),
                    ("phone", "Téléphone"),
                    ("visit", "Entretien"),
                    ("sms", "SMS"),
                    ("email", "Courriel"),
                    ("other", "Autre"),
                ],
                max_length=10,
                verbose_name="moyen",
            ),
        ),
        migrations.AlterField(
            model_name="reminder",
            name="kind",
            field=models.CharField(
                choices=[
                    ("late", "Échéance dépassée"),
                    ("visit", "Visite de suivi qui n’a pas été faite"),
                    ("late_manager", "Retard qui dure dans mon équipe"),
                    ("late_coordinator", "Retard qui dure dans une autre organisation"),
                    ("permit_last", "Titre à renouveler, dernier rappel"),
                    ("six_months_last", "Préparation au départ, dernier mois"),
                    ("undelivered", "Message qui n’est pas arrivé au ménage"),
                    ("soon", "Échéance dans quelques jours"),
                    ("unread", "Messages non lus"),
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
        pgtrigger.migrations.AddTrigger(
            model_name="note",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "candidates_notehistory" ("answers_to_id", "attachment_id", "author_id", "channel", "event_id", "id", "initiated_by", "level", "next_on", "next_step", "organisation_id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject", "text", "was_reached") VALUES (NEW."answers_to_id", NEW."attachment_id", NEW."author_id", NEW."channel", NEW."event_id", NEW."id", NEW."initiated_by", NEW."level", NEW."next_on", NEW."next_step", NEW."organisation_id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."subject", NEW."text", NEW."was_reached"); RETURN NULL;',
                    hash="af1239f1d641a3260d60d4106d9e39352fd510f8",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_89d71",
                    table="candidates_note",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="note",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "candidates_notehistory" ("answers_to_id", "attachment_id", "author_id", "channel", "event_id", "id", "initiated_by", "level", "next_on", "next_step", "organisation_id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject", "text", "was_reached") VALUES (NEW."answers_to_id", NEW."attachment_id", NEW."author_id", NEW."channel", NEW."event_id", NEW."id", NEW."initiated_by", NEW."level", NEW."next_on", NEW."next_step", NEW."organisation_id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."subject", NEW."text", NEW."was_reached"); RETURN NULL;',
                    hash="7455cd3adb7d57094d2294d190beb7ab1ea84259",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_935e9",
                    table="candidates_note",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="note",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "candidates_notehistory" ("answers_to_id", "attachment_id", "author_id", "channel", "event_id", "id", "initiated_by", "level", "next_on", "next_step", "organisation_id", "parcours_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject", "text", "was_reached") VALUES (OLD."answers_to_id", OLD."attachment_id", OLD."author_id", OLD."channel", OLD."event_id", OLD."id", OLD."initiated_by", OLD."level", OLD."next_on", OLD."next_step", OLD."organisation_id", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."subject", OLD."text", OLD."was_reached"); RETURN NULL;',
                    hash="99705d45e2d85f021fe87ba69a88ede2b5dc780d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_91641",
                    table="candidates_note",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="note",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("attachment__isnull", True), ("level", "shared"), _connector="OR"
                ),
                name="note_joins_a_paper_to_what_is_shared",
                violation_error_message="Une pièce ne se joint qu’à un message partagé.",
            ),
        ),
        migrations.AddField(
            model_name="conversationread",
            name="organisation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="operators.organisation",
                verbose_name="organisation",
            ),
        ),
        migrations.AddField(
            model_name="conversationread",
            name="parcours",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="conversation_reads",
                to="candidates.parcours",
                verbose_name="parcours",
            ),
        ),
        migrations.AddField(
            model_name="conversationread",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="personne",
            ),
        ),
        migrations.AddConstraint(
            model_name="conversationread",
            constraint=models.UniqueConstraint(
                fields=("user", "organisation", "parcours"),
                name="conversationread_once",
                violation_error_message="Cette lecture est déjà notée.",
            ),
        ),
        migrations.RunSQL(LOCK, UNLOCK),
        migrations.RunSQL(READERS, "DROP FUNCTION candidates_readers(bigint)"),
    ]

"""Everything that only the owner of the database may do, from an empty one to a usable one."""

from collections.abc import Iterator
from typing import Any

import pghistory.models
from django.apps import apps
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, models, transaction

from emile.core.context import database_context, system


APP_ROLE = "emile_app"
# No value from outside enters these statements.
GRANTS = f"""
    GRANT USAGE ON SCHEMA public TO {APP_ROLE};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {APP_ROLE};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {APP_ROLE};
    REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM {APP_ROLE};
    ALTER DEFAULT PRIVILEGES IN SCHEMA public
        GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {APP_ROLE};
    ALTER DEFAULT PRIVILEGES IN SCHEMA public
        GRANT USAGE, SELECT ON SEQUENCES TO {APP_ROLE};
"""  # noqa: S608


class Command(BaseCommand):
    help = "Migrate, grant the application's login its rights, load reference data (as owner)."
    # The database comes first: what a check asks of it may not be there yet.
    requires_system_checks = []

    def handle(self, **options: Any) -> None:
        with connection.cursor() as cursor:
            # A migration may take its time.
            cursor.execute("SET statement_timeout = 0")
        self._require_owner()
        self.stdout.write("Migrations…")
        call_command("migrate", interactive=False, verbosity=0)
        self.stdout.write("Droits…")
        self._grant()
        self.stdout.write("Données de référence…")
        with database_context(system("prepare_database")):
            call_command("load_reference")

    def _require_owner(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                """
                SELECT current_user, pg_get_userbyid(datdba),
                       EXISTS (SELECT FROM pg_roles WHERE rolname = %s)
                FROM pg_database WHERE datname = current_database()
            """,
                [APP_ROLE],
            )
            user, owner, has_app_role = cursor.fetchone()
        if user != owner:
            raise CommandError(
                f"Cette commande se lance avec l’adresse du propriétaire de la base ({owner}), "
                f"pas de {user}\u00a0: donnez à DATABASE_URL la valeur de DATABASE_OWNER_URL."
            )
        if not has_app_role:
            raise CommandError(f"Le rôle {APP_ROLE} n’existe pas\u00a0: créez-le d’abord.")

    @transaction.atomic
    def _grant(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute(GRANTS)
            for model in append_only_models():
                table = connection.ops.quote_name(model._meta.db_table)
                cursor.execute(f"REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM {APP_ROLE}")


def append_only_models() -> Iterator[type[models.Model]]:
    """History and ledgers: what happened is added to, never rewritten."""
    for model in apps.get_models(include_auto_created=True):
        if (
            model._meta.managed
            and not model._meta.proxy
            and (getattr(model, "append_only", False) or issubclass(model, pghistory.models.Event))
        ):
            yield model

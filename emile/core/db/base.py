"""PostgreSQL, told at the start of each transaction who it is being spoken to for."""

from django.db.backends.postgresql import base

from emile.core import context


class DatabaseWrapper(base.DatabaseWrapper):
    def _set_autocommit(self, autocommit: bool) -> None:
        super()._set_autocommit(autocommit)  # type: ignore[misc]
        # Leaving autocommit is how an outermost ``atomic`` begins. The settings are local to the
        # transaction, so a connection that goes back to the pool carries nobody's identity.
        if not autocommit and (parameters := context.parameters())[0]:
            with self.connection.cursor() as cursor:
                cursor.execute(context.SET_CONTEXT, parameters)

"""One transaction at a time about what has a name, and perhaps no row yet to lock."""

from django.db import connection


def lock_name(name: str) -> None:
    """Until the end of the transaction, every other one that asks for this name waits.

    Two names whose hashes meet would wait for each other, and lose nothing by it.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [name])

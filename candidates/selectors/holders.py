"""Who holds a file, beyond what row-level security shows to whoever asks."""

from collections.abc import Collection

from django.db import connection

from operators.enums import OrganisationKind


HOLDERS = "SELECT organisation_id, role FROM candidates_holders(%s)"


def holders_of(parcours_id: int, roles: Collection[OrganisationKind]) -> list[int]:
    """The organisations that hold it in one of these roles, the first to get it first.

    Asked as the platform, by the function of that name in the database: for messages and for the
    clock, not to be shown.
    """
    with connection.cursor() as cursor:
        cursor.execute(HOLDERS, [parcours_id])
        return [organisation_id for organisation_id, role in cursor.fetchall() if role in roles]

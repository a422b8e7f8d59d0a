"""Extensions, and the function by which names are sorted, searched and compared.

``unaccent`` is only STABLE because its dictionary could change; naming the dictionary with its
schema makes the promise true, so that indexes and generated columns may rely on it.
"""

from django.contrib.postgres.operations import (
    BtreeGistExtension,
    TrigramExtension,
    UnaccentExtension,
)
from django.db import migrations


CREATE = """
CREATE FUNCTION f_norm(text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(public.unaccent('public.unaccent'::regdictionary, $1));
"""


class Migration(migrations.Migration):
    initial = True
    dependencies: list[tuple[str, str]] = []

    operations = [
        UnaccentExtension(),
        TrigramExtension(),
        BtreeGistExtension(),
        migrations.RunSQL(CREATE, "DROP FUNCTION f_norm(text)"),
    ]

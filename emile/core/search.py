"""Text compared as people say it: without accents, without case."""

from django.db.models import Func, TextField


class Norm(Func):
    """``f_norm(text)``, the IMMUTABLE function that sorts, searches and indexes names.

    PostgreSQL may come without ICU, so nothing here depends on a collation.
    """

    function = "f_norm"
    arity = 1
    output_field = TextField()

"""The journal's shape. Each aggregate that has one makes it concrete."""

from typing import Any

from django.db import models
from django.db.models import Subquery
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce


class TransactionId(models.Field):
    """PostgreSQL's ``xid8``: lets a reader take only rows that no running transaction precedes."""

    description = "transaction that wrote the row"

    def db_type(self, connection: object) -> str:
        return "xid8"


class CurrentTransaction(models.Func):
    function = "pg_current_xact_id"
    arity = 0
    output_field = TransactionId()


class LedgerEntry(models.Model):
    """One act: who, for which organisation, when it happened and when it was written down.

    Rows are only ever added. The payload holds codes and ids, never a name nor free text, so that
    figures can be kept after the people are forgotten. ``sequence`` numbers the acts of one
    subject without gap, under the lock of its row.
    """

    append_only = True

    sequence = models.PositiveIntegerField("numéro d’ordre")
    kind = models.CharField("acte", max_length=60)
    occurred_on = models.DateField("fait le")
    recorded_at = models.DateTimeField("enregistré le")
    transaction_id = TransactionId("transaction", db_default=CurrentTransaction(), editable=False)
    actor_user_id = models.BigIntegerField("personne", null=True)
    actor_organisation_id = models.BigIntegerField("organisation", null=True)
    actor_kind = models.CharField("au titre de", max_length=20)
    payload = models.JSONField("détails codés", default=dict)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.kind} #{self.sequence}"


class NextEntry(models.Func):
    """The id of the row to come of a journal, which is nobody else's."""

    template = "nextval(pg_get_serial_sequence('%(table)s', 'id'))"
    output_field = models.BigIntegerField()

    def __init__(self, journal: type[LedgerEntry], **extra: Any) -> None:
        super().__init__(**extra, table=journal._meta.db_table)


def next_sequence(entries: models.QuerySet[Any]) -> Combinable:
    """The number of the row to come, ``entries`` being those of one subject, whose row is held."""
    return Coalesce(Subquery(entries.order_by("-sequence").values("sequence")[:1]), 0) + 1

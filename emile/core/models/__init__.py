from emile.core.models.ledger import LedgerEntry
from emile.core.models.once import SubmittedForm
from emile.core.models.outbox import MessageState, OutboxMessage
from emile.core.models.parked import ParkedForm
from emile.core.models.read import ReadLog


__all__ = ["LedgerEntry", "MessageState", "OutboxMessage", "ParkedForm", "ReadLog", "SubmittedForm"]

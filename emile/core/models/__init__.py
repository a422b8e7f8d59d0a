from emile.core.models.checked import Checked
from emile.core.models.ledger import LedgerEntry, NextEntry, next_sequence
from emile.core.models.once import SubmittedForm
from emile.core.models.outbox import MessageState, OutboxMessage
from emile.core.models.parked import ParkedForm
from emile.core.models.read import ReadLog


__all__ = [
    "Checked",
    "LedgerEntry",
    "MessageState",
    "NextEntry",
    "OutboxMessage",
    "ParkedForm",
    "ReadLog",
    "SubmittedForm",
    "next_sequence",
]

from emile.core.models.checked import Checked
from emile.core.models.job import JobOutcome, JobRun
from emile.core.models.ledger import LedgerEntry, NextEntry, next_sequence
from emile.core.models.once import SubmittedForm
from emile.core.models.outbox import (
    LEFT,
    REPORTED,
    STOPPED,
    Channel,
    Handling,
    MessageFailure,
    MessageHandling,
    MessageState,
    OutboxMessage,
)
from emile.core.models.parked import ParkedForm
from emile.core.models.produced import PENDING, Asked, AskedQuerySet, Produced, ProducedState
from emile.core.models.read import ReadLog


__all__ = [
    "LEFT",
    "PENDING",
    "REPORTED",
    "STOPPED",
    "Asked",
    "AskedQuerySet",
    "Channel",
    "Checked",
    "Handling",
    "JobOutcome",
    "JobRun",
    "LedgerEntry",
    "MessageFailure",
    "MessageHandling",
    "MessageState",
    "NextEntry",
    "OutboxMessage",
    "ParkedForm",
    "Produced",
    "ProducedState",
    "ReadLog",
    "SubmittedForm",
    "next_sequence",
]

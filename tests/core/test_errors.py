"""What the domain refuses crosses from one process to another."""

import pickle

from emile.core.errors import DomainError, StaleVersion
from emile.core.workflow import ReasonNeeded


def test_a_refusal_arrives_whole_in_another_process():
    for refusal in (
        DomainError("Ce n’est pas possible.", code="state"),
        StaleVersion(current=3),
        ReasonNeeded(["Nobody called."]),
    ):
        arrived = pickle.loads(pickle.dumps(refusal))  # noqa: S301

        assert type(arrived) is type(refusal)
        assert str(arrived) == str(refusal)
        assert vars(arrived) == vars(refusal)

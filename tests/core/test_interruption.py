"""A long computation that is told to stop says so, once, whatever it was told by."""

import os
import signal

import pytest
from django.core.management import CommandError

from emile.core.interruption import stopped_in_a_sentence


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_becomes_a_sentence_and_a_code(number):
    before = signal.getsignal(number)

    with pytest.raises(CommandError, match="interrompu") as stopped, stopped_in_a_sentence():
        os.kill(os.getpid(), number)

    assert stopped.value.returncode != 0
    assert signal.getsignal(number) is before


def test_a_second_signal_does_not_cut_the_first_short():
    def impatient():
        with stopped_in_a_sentence():
            try:
                os.kill(os.getpid(), signal.SIGTERM)
            finally:
                os.kill(os.getpid(), signal.SIGINT)

    with pytest.raises(CommandError, match="interrompu"):
        impatient()

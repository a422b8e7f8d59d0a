import socket

import pytest

from emile.launcher import ports


@pytest.fixture
def taken_port():
    with socket.socket() as listener:
        listener.bind((ports.LOOPBACK, 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_a_free_port_is_kept():
    port = ports.any_free()

    assert ports.first_free(port) == port


def test_a_taken_port_gives_way_to_another(taken_port):
    chosen = ports.first_free(taken_port)

    assert chosen != taken_port
    assert ports.is_free(chosen)


def test_when_every_neighbour_is_taken_any_port_will_do(taken_port):
    assert ports.first_free(taken_port, tries=1) != taken_port


def test_the_last_port_has_no_neighbour():
    assert ports.first_free(65535) <= 65535

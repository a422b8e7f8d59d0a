"""Whom the limits count: what a visitor writes in a header must not make another visitor."""

from ipaddress import ip_network

import pytest
from django.test import RequestFactory

from emile.core.http import client_address


PROXIES = [ip_network(network) for network in ("10.0.0.0/8", "192.0.2.1/32", "fd00::/8")]


def seen_from(peer, forwarded=None):
    headers = {} if forwarded is None else {"HTTP_X_FORWARDED_FOR": forwarded}
    return client_address(RequestFactory().get("/", REMOTE_ADDR=peer, **headers))


@pytest.mark.parametrize("forwarded", [None, "", "203.0.113.9", "10.0.0.1, 203.0.113.9"])
def test_without_declared_proxy_only_the_peer_is_believed(settings, forwarded):
    settings.TRUSTED_PROXIES = []

    assert seen_from("10.0.0.1", forwarded) == "10.0.0.1"


def test_a_peer_that_is_not_a_proxy_of_ours_says_nothing(settings):
    settings.TRUSTED_PROXIES = PROXIES

    assert seen_from("198.51.100.7", "203.0.113.9") == "198.51.100.7"


@pytest.mark.parametrize(
    ("forwarded", "expected"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("9.9.9.9, 203.0.113.9", "203.0.113.9"),
        ("9.9.9.9,203.0.113.9 , 192.0.2.1,10.2.2.2", "203.0.113.9"),
        ("10.4.4.4, 10.3.3.3", "10.4.4.4"),
        ("203.0.113.9:51423", "203.0.113.9"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("[2001:db8:1:2::9]:443", "2001:db8:1:2::"),
        ('"[2001:db8:1:2::9]"', "2001:db8:1:2::"),
        ("fe80::1%eth0", "fe80::"),
        ("203.0.113.9, fd00::7", "203.0.113.9"),
    ],
)
def test_behind_a_proxy_the_nearest_stranger_counts(settings, forwarded, expected):
    settings.TRUSTED_PROXIES = PROXIES

    assert seen_from("10.0.0.1", forwarded) == expected


@pytest.mark.parametrize(
    "forwarded",
    [None, "", "unknown", "203.0.113.9, _caché", "9.9.9.9, ", "1.2.3", "\x00", "[", "%"],
)
def test_behind_a_proxy_that_says_nothing_clear_the_proxy_counts(settings, forwarded):
    settings.TRUSTED_PROXIES = PROXIES

    assert seen_from("10.0.0.1", forwarded) == "10.0.0.1"


def test_a_proxy_is_known_through_both_families(settings):
    settings.TRUSTED_PROXIES = PROXIES

    assert seen_from("::ffff:10.0.0.1", "203.0.113.9") == "203.0.113.9"


@pytest.mark.parametrize("peer", ["", "unix:", "/run/emile.sock"])
def test_a_server_that_does_not_know_its_peer_gives_no_address(settings, peer):
    settings.TRUSTED_PROXIES = PROXIES

    assert seen_from(peer, "203.0.113.9") is None

"""What is clumsy or hostile is refused in words, quickly, and never breaks a page."""

from base64 import urlsafe_b64encode
from uuid import uuid4

import pytest
from django.conf import settings
from django.urls import reverse

from candidates.models import ImmersionStay
from emile.core.context import database_context, system
from operators.models import User
from tests.factories import at_immersion


pytestmark = pytest.mark.django_db
LIST = "/menages/"


@pytest.fixture
def as_coordinator(client, coordinator):
    client.force_login(
        User.objects.get(pk=coordinator.user_id),
        backend="django.contrib.auth.backends.ModelBackend",
    )
    return client


@pytest.mark.parametrize(
    "text", ["ab " * 33, "ab " * 3000, "\0", "a\0b", "%_%", "\\", "'" * 90, "\u202eDUPOND", "🙂"]
)
def test_a_search_answers_whatever_is_typed(as_coordinator, text):
    assert as_coordinator.get(LIST, {"q": text}).status_code == 200


@pytest.mark.parametrize("shape", ["tableau", "colonnes", "nimporte-quoi", "\0"])
@pytest.mark.parametrize(
    "text", ["EM-26-7K3F9" * 200, "EM" + " " * 2900, "00/00/0000", "EM ٢٣ ABCDE X"]
)
def test_what_is_nearly_a_reference_or_a_day_finds_nobody(as_coordinator, shape, text):
    page = as_coordinator.get(LIST, {"q": text, "vue": shape})

    assert page.status_code == 200
    assert page.context["count_label"] == "0 ménage"


@pytest.mark.parametrize(
    "cursor",
    ["xxx", "é", '["2026-01-01", Infinity]', '["2026-01-01", 1e400]', "[1]", '["x", 2]', "{}"],
)
@pytest.mark.parametrize("side", ["apres", "avant"])
def test_a_forged_cursor_starts_the_list_again(as_coordinator, side, cursor):
    encoded = urlsafe_b64encode(cursor.encode()).decode()

    assert as_coordinator.get(LIST, {side: cursor}).status_code == 200
    assert as_coordinator.get(LIST, {side: encoded}).status_code == 200


@pytest.mark.parametrize("text", ["\0", "a\0b", "x" * 5000])
@pytest.mark.parametrize("route", ["commune_search", "occupation_search"])
def test_a_search_field_answers_whatever_is_typed(as_coordinator, route, text):
    assert as_coordinator.get(reverse(f"territories:{route}"), {"q": text}).status_code == 200


def test_a_cookie_that_no_session_can_have_is_ignored(client):
    client.cookies[settings.SESSION_COOKIE_NAME] = "\0aaaaaaaaaaaa"

    assert client.get(LIST).status_code == 302


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("1900-01-01", "1900-01-02"),
        ("0001-01-01", ""),
        ("9999-12-28", ""),
        ("2026-12-01", "9999-12-31"),
        ("2026-12-31", "2026-12-01"),
        ("31/02/2026", ""),
    ],
)
def test_a_stay_on_impossible_days_is_refused_beside_its_field(
    client, prescriber, coordinator, upstream, host, first, last
):
    parcours = at_immersion(prescriber, coordinator, upstream, host)
    client.force_login(
        User.objects.get(pk=host.user_id), backend="django.contrib.auth.backends.ModelBackend"
    )
    to_bring = "Des bottes\u00a0: la ferme est en boue."

    answer = client.post(
        reverse("candidates:act", args=[parcours.public_id, "plan_stay"]),
        {
            "once": uuid4(),
            "on": parcours.opened_on.isoformat(),
            "first_day": first,
            "last_day": last,
            "to_bring": to_bring,
        },
    )

    assert answer.status_code == 422
    assert to_bring in answer.text
    with database_context(system("test")):
        assert not ImmersionStay.objects.filter(parcours=parcours).exists()

"""Brakes: noted when they show, lifted when they are settled."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from candidates import services
from candidates.enums import BRAKES, REMEDIES, BrakeKind, Hindered, Theme
from candidates.models import Brake, Parcours, ParcoursEvent
from candidates.services.brakes import AlreadyLifted
from candidates.services.undo import UNDO
from emile.core.context import database_context
from operators.models import User
from tests.factories import at_diagnosis


pytestmark = pytest.mark.django_db


@pytest.fixture
def parcours(prescriber, coordinator, upstream) -> Parcours:
    return at_diagnosis(prescriber, coordinator, upstream)


@pytest.fixture
def upstream_client(client, upstream):
    client.force_login(User.objects.get(pk=upstream.user_id))
    return client


def add(actor, parcours, **fields) -> Brake:
    described = {
        "theme": Theme.MOBILITY,
        "kind": BrakeKind.LICENCE,
        "hinders": Hindered.WORK,
        "since": timezone.localdate() - timedelta(days=90),
    } | fields
    with database_context(actor.database_context):
        return services.add_brake(
            actor=actor,
            parcours=parcours,
            on=timezone.localdate(),
            now=timezone.now(),
            **described,
        )


def lift(actor, parcours, brake) -> Brake:
    with database_context(actor.database_context):
        return services.resolve_brake(
            actor=actor,
            parcours=parcours,
            brake=brake,
            resolution="Code obtenu",
            on=timezone.localdate(),
            now=timezone.now(),
        )


def section(client, parcours) -> str:
    url = reverse("candidates:file_diagnosis", args=[parcours.public_id])
    return client.get(url).content.decode()


def test_every_brake_of_a_list_proposes_an_action():
    assert {kind for kinds in BRAKES.values() for kind in kinds} == set(REMEDIES)


def test_a_brake_is_shown_with_what_lifting_it_frees(parcours, upstream, upstream_client):
    brake = add(upstream, parcours)

    html = section(upstream_client, parcours)

    assert brake.label in html
    assert Hindered.WORK.label.lower() in html
    assert f"?brake={brake.public_id}" in html


def test_a_brake_proposes_its_action(parcours, upstream, upstream_client):
    brake = add(upstream, parcours)
    url = reverse("candidates:act", args=[parcours.public_id, "add_action"])

    html = upstream_client.get(url, {"brake": brake.public_id}).content.decode()

    assert REMEDIES[brake.kind][1] in html
    assert f'value="{brake.public_id}" selected' in html


def test_a_lifted_brake_stays_readable_and_is_not_lifted_twice(parcours, upstream, upstream_client):
    brake = add(upstream, parcours)
    lift(upstream, parcours, brake)

    assert "Code obtenu" in section(upstream_client, parcours)
    with pytest.raises(AlreadyLifted):
        lift(upstream, parcours, brake)


def test_correcting_puts_a_brake_back_or_away(parcours, upstream):
    brake = add(upstream, parcours)
    lift(upstream, parcours, brake)

    with database_context(upstream.database_context):
        UNDO["resolve_brake"](ParcoursEvent.objects.get(kind="resolve_brake"))
        brake.refresh_from_db()
        assert brake.resolved_on is None
        UNDO["add_brake"](ParcoursEvent.objects.get(kind="add_brake"))
        assert not parcours.brakes.exists()


def test_a_brake_is_added_from_its_theme(parcours, upstream_client):
    url = reverse("candidates:act", args=[parcours.public_id, "add_brake"])
    page = upstream_client.get(url, {"theme": "health"}).content.decode()
    typed = {
        "once": uuid4(),
        "on": timezone.localdate(),
        "brake": f"{Theme.HEALTH}:{BrakeKind.CARE}",
        "hinders": Hindered.LEAVING,
        "since": timezone.localdate(),
    }

    response = upstream_client.post(url, typed)

    assert page.index('label="Santé"') < page.index('label="Administratif"')
    assert response.url.endswith("/diagnostic/#health")
    assert parcours.brakes.get().kind == BrakeKind.CARE


def test_another_brake_says_which(parcours, upstream_client):
    url = reverse("candidates:act", args=[parcours.public_id, "add_brake"])
    typed = {
        "once": uuid4(),
        "on": timezone.localdate(),
        "brake": f"{Theme.HEALTH}:{BrakeKind.OTHER}",
        "hinders": Hindered.LEAVING,
        "since": timezone.localdate(),
    }

    assert "Dites lequel." in upstream_client.post(url, typed).content.decode()

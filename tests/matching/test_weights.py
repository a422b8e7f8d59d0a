"""The weights: read, tried on today's households, published."""

from decimal import Decimal

import pytest
from django.db import ProgrammingError, transaction
from django.urls import reverse
from django.utils import timezone

from emile.core.errors import StaleVersion
from matching.models import PublishedWeights
from matching.services.weights import NotTheCoordinator, publish_weights
from matching.verdict.score import RULES, USUAL
from territories.enums import Typology
from tests.factories import make_home, make_job
from tests.matching.conftest import job_terms


pytestmark = pytest.mark.django_db

READ, CHANGE = reverse("matching:weights"), reverse("matching:weights_change")


def publish(actor, version=1, **points):
    return publish_weights(
        actor=actor,
        version=version,
        points={**USUAL, **points},
        reason="Le trajet pèse trop.",
        now=timezone.now(),
    )


def test_before_any_is_published_the_usual_points_are_in_force():
    assert PublishedWeights.objects.in_force() == (1, USUAL)


def test_what_is_published_is_in_force_and_says_what_changed(coordinator):
    publish(coordinator, travel=0)

    version, weights = PublishedWeights.objects.in_force()
    assert (version, weights) == (2, {**USUAL, "travel": 0})
    assert PublishedWeights.objects.get().changes == [(RULES["travel"].label, 60, 0)]


def test_only_the_coordinator_publishes_on_what_it_has_read(coordinator, upstream):
    with pytest.raises(NotTheCoordinator):
        publish(upstream)
    publish(coordinator)

    with pytest.raises(StaleVersion):
        publish(coordinator, version=1)


def test_a_term_that_did_not_exist_then_has_its_usual_points(coordinator):
    publish(coordinator)
    kept = dict(PublishedWeights.objects.get().points)
    del kept["travel"]
    PublishedWeights(
        version=3,
        points=kept,
        reason="x",
        author_id=coordinator.user_id,
        published_at=timezone.now(),
    ).save()

    assert PublishedWeights.objects.in_force() == (3, USUAL)


def test_nobody_rewrites_what_was_published(coordinator):
    publish(coordinator)

    with pytest.raises(ProgrammingError), transaction.atomic():
        PublishedWeights.objects.update(reason="Autre")


def test_its_impact_is_shown_before_it_is_published(
    signed_in, submit, coordinator, parcours, host, home, job
):
    # Dearer in effort, in the first town; the other is one room more and cheaper.
    make_home(
        host,
        terms={"typology": Typology.T2, "surface": 40, "rent": Decimal(250), "charges": Decimal(0)},
    )
    make_job(host, terms=job_terms(schedule="night", monthly_pay=Decimal(1000)))
    client = signed_in(coordinator)

    same = client.get(CHANGE, dict(USUAL))
    other = client.get(CHANGE, {**USUAL, "home_exact": 0, "home_larger": 900})

    assert (same.context["impact"].moved, other.context["impact"].moved) == ([], [parcours])
    assert "1 ménage sur 1 aurait aujourd’hui" in other.text
    assert "La taille recherchée\u00a0: 0 au lieu de 120" in other.text
    assert "il n’y a rien à publier" in same.text
    sent = {**USUAL, "home_larger": 900, "version": 1, "reason": "Des familles plus à l’aise."}
    assert submit(CHANGE, sent).url == READ
    assert PublishedWeights.objects.in_force()[0] == 2
    assert "Des familles plus à l’aise." in client.get(READ).text


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (dict.fromkeys(RULES, 0), "donnez-en à un terme au moins"),
        ({"travel": "-1"}, "supérieure ou égale à 0"),
        ({"travel": "1001"}, "inférieure ou égale à 1"),
        ({"travel": "beaucoup"}, "nombre entier"),
        ({"job_exact": ""}, "obligatoire"),
    ],
)
def test_points_that_mean_nothing_are_refused_in_plain_words(
    signed_in, submit, coordinator, change, said
):
    client = signed_in(coordinator)
    asked = {**USUAL, **change}

    tried = client.get(CHANGE, asked)
    sent = submit(CHANGE, {**asked, "version": 1, "reason": "x"})

    assert (tried.status_code, sent.status_code) == (422, 422)
    for response in (tried, sent):
        assert said in str(response.context["form"].errors)
    assert not PublishedWeights.objects.exists()


def test_a_form_read_before_another_was_published_is_refused(signed_in, submit, coordinator):
    publish(coordinator)
    signed_in(coordinator)

    response = submit(CHANGE, {**USUAL, "version": 1, "reason": "x"})

    assert "Une autre personne a modifié" in response.text
    assert PublishedWeights.objects.count() == 1

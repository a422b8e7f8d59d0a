"""A PMSMP: one purpose, a month at most, an agreement, then what came of it."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from candidates import services
from candidates.enums import TrialOutcome, TrialPurpose
from candidates.models import WorkTrial
from candidates.selectors import moving_adults
from emile.core.workflow import TransitionRefused
from territories.models import Occupation
from tests.factories import act, at_preparation, correct_last_act


pytestmark = pytest.mark.django_db


@pytest.fixture
def parcours(prescriber, coordinator, upstream):
    return at_preparation(prescriber, coordinator, upstream)


def plan(actor, parcours, **fields):
    today = timezone.localdate()
    described = {
        "person": moving_adults(parcours, today)[0],
        "purpose": TrialPurpose.CONFIRM,
        "occupation": Occupation.objects.get(code="G1602"),
        "business": "Auberge des Exemples",
        "starts_on": today,
        "ends_on": today + timedelta(days=4),
    } | fields
    return act(services.plan_trial, actor, parcours, **described)


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "is_allowed"),
    [
        (date(2027, 1, 15), date(2027, 2, 14), True),
        (date(2027, 1, 15), date(2027, 2, 15), False),
        (date(2027, 2, 1), date(2027, 2, 28), True),
        (date(2027, 2, 1), date(2027, 3, 1), False),
        (date(2027, 3, 1), date(2027, 2, 28), False),
    ],
)
def test_a_month_at_most(parcours, upstream, starts_on, ends_on, is_allowed):
    if is_allowed:
        assert plan(upstream, parcours, starts_on=starts_on, ends_on=ends_on).pk
    else:
        with pytest.raises(ValidationError):
            plan(upstream, parcours, starts_on=starts_on, ends_on=ends_on)


def test_the_database_says_so_too(parcours, upstream):
    trial = plan(upstream, parcours)

    with pytest.raises(IntegrityError), transaction.atomic():
        WorkTrial.objects.filter(pk=trial.pk).update(ends_on=trial.starts_on + timedelta(days=31))


def test_it_is_told_once(parcours, upstream):
    trial = plan(upstream, parcours)
    told = {"trial": trial, "outcome": TrialOutcome.COMPLETED, "text": "Le rythme lui plaît."}

    act(services.report_trial, upstream, parcours, **told)

    with pytest.raises(TransitionRefused):
        act(services.report_trial, upstream, parcours, **told)


def test_a_corrected_trial_is_not_shown(parcours, upstream, signed_in):
    plan(upstream, parcours)
    section = reverse("candidates:file_diagnosis", args=[parcours.public_id])
    assert "Auberge des Exemples" in signed_in(upstream).get(section).content.decode()

    correct_last_act(upstream, parcours)

    assert "Auberge des Exemples" not in signed_in(upstream).get(section).content.decode()

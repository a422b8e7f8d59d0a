"""« À faire » and the questions after the end, in a real browser, on a phone too."""

import pytest
from dateutil.relativedelta import relativedelta
from django.urls import reverse
from django.utils import timezone

from candidates import services
from candidates.enums import Outcome
from candidates.models import LastVisit
from operators.enums import OrganisationKind
from operators.models import User
from tests.factories import act, at_follow_up, at_installation, make_actor, note


@pytest.fixture
def cast(server):
    """The prescriber, the coordinator, the upstream operator and the host one, in that order."""
    coordinator = make_actor(OrganisationKind.COORDINATOR)
    kinds = (OrganisationKind.UPSTREAM, OrganisationKind.HOST)
    return make_actor(OrganisationKind.PRESCRIBER), coordinator, *map(make_actor, kinds)


@pytest.fixture
def ended(cast):
    """Settled seven months ago, closed three months later."""
    settled_at = timezone.now() - relativedelta(months=7)
    parcours = at_follow_up(*cast, now=settled_at)
    return act(
        services.close_parcours,
        cast[3],
        parcours,
        outcome=Outcome.LASTING_JOB,
        reason="Le ménage n’a plus besoin de visites.",
        now=settled_at + relativedelta(months=3),
    )


def test_news_are_asked_from_what_is_to_do(cast, ended, page, sign_in, axe, fits_a_phone):
    sign_in(page, User.objects.get(pk=cast[3].user_id))
    page.goto(reverse("candidates:to_do"))
    axe(page)
    fits_a_phone(page)

    page.get_by_role("link", name="Demander des nouvelles").click()
    axe(page)
    fits_a_phone(page)
    page.get_by_role("group", name="Toujours là").get_by_text("Oui").click()
    page.get_by_role("button", name="Enregistrer les réponses").click()

    assert page.get_by_text("Toujours là : oui").is_visible()
    axe(page)
    fits_a_phone(page)


def test_what_the_others_did_is_read_on_coming_back(cast, page, sign_in, axe, fits_a_phone):
    prescriber, _, upstream, _ = cast
    parcours = at_installation(*cast)
    note(prescriber, parcours)
    yesterday = timezone.now() - relativedelta(days=1)
    LastVisit.objects.create(
        user_id=upstream.user_id,
        organisation_id=upstream.organisation_id,
        since=yesterday,
        opened_at=yesterday,
    )
    sign_in(page, User.objects.get(pk=upstream.user_id))

    page.goto(reverse("candidates:to_do"))
    assert page.get_by_role("heading", name="Depuis votre dernière visite").is_visible()
    assert page.get_by_role("heading", name="Chez les autres").is_visible()
    axe(page)
    fits_a_phone(page)

    page.get_by_role("link", name="Tout ce que les autres ont fait").click()
    axe(page)
    fits_a_phone(page)

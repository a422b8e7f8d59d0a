"""Places of welcome in « Pilotage »: what all territories said, month by month, and what became of it."""

from uuid import uuid4

import pytest
from dateutil.relativedelta import relativedelta
from django.urls import reverse
from django.utils import timezone

from emile.core.context import database_context
from operators.enums import OrganisationKind
from operators.models import Organisation
from territories.models import Territory, WelcomeSlot
from territories.models.welcome import month_of
from territories.services.holds import take_month
from territories.services.welcome import set_capacity
from tests.factories import make_actor
from tests.factories.holds import hold, on_hold


pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
THIS_MONTH = month_of(TODAY)
NEXT_MONTH = THIS_MONTH + relativedelta(months=1)


@pytest.fixture
def cantal(db):
    return Territory.objects.get(slug="cantal")


@pytest.fixture
def places(cantal, coordinator):
    """Cantal says four this month, and keeps one, and gives one; Lozère says one and welcomes three."""
    for territory, said, taken in ((cantal, 4, 1), (Territory.objects.get(slug="lozere"), 1, 3)):
        with database_context(coordinator.database_context):
            set_capacity(
                actor=coordinator,
                territory=territory,
                version=0,
                months={THIS_MONTH: (said, "")},
                on=TODAY,
                now=timezone.now(),
            )
        for _ in range(taken):
            on_hold(take_month, coordinator, territory=territory, month=THIS_MONTH, holder=uuid4())
    hold(coordinator, WelcomeSlot.objects.get(territory=cantal))


def rows(browser, *section, **asked):
    name = "steering:dashboard_section" if section else "steering:dashboard"
    page = browser.get(reverse(name, args=section), asked)
    return [list(row[1:]) for row in page.context["page"].capacity.rows]


def test_the_programme_adds_up_its_territories(signed_in, places):
    browser = signed_in(make_actor(OrganisationKind.NATIONAL))

    this_month, next_month, *others = rows(browser, "territoires")

    # What is too many in Lozère is not taken from Cantal.
    assert this_month == ["2", "5", "1", "4", "2", "2"]
    assert next_month == ["0", "non dit", "0", "0", "non dit", "0"]
    assert len(others) == 10


def test_a_territory_reads_its_own(signed_in, places):
    state = make_actor(OrganisationKind.STATE, name="DDETSPP 15")
    Organisation.objects.filter(pk=state.organisation_id).update(departement="15")

    assert rows(signed_in(state))[0] == ["1", "4", "1", "1", "2", "0"]
    browser = signed_in(make_actor(OrganisationKind.NATIONAL))
    assert rows(browser, territory="lozere")[0] == ["1", "1", "0", "3", "0", "2"]
    assert rows(browser, "territoires", territory="lozere")[0] == ["1", "1", "0", "3", "0", "2"]


def test_what_was_known_of_them_on_a_past_day_is_not_said(signed_in, places):
    browser = signed_in(make_actor(OrganisationKind.NATIONAL))
    address = reverse("steering:dashboard_section", args=["territoires"])

    page = browser.get(address, {"as_of": TODAY.isoformat()})

    assert page.context["page"].capacity is None


def test_nobody_has_said_anything(signed_in):
    browser = signed_in(make_actor(OrganisationKind.NATIONAL))

    page = browser.get(reverse("steering:dashboard_section", args=["territoires"]))

    assert "Aucune capacité d’accueil n’est dite" in page.text

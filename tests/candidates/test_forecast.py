"""How long the rest may take: what the same stages really took, over a year."""

from datetime import datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command

from candidates import services
from candidates.enums import Stage
from candidates.jobs import measure_durations as measure_every_night
from candidates.models import StageDuration
from candidates.selectors.forecast import forecast
from emile.core.context import database_context
from operators.models import Organisation
from territories.models import Territory
from tests.factories import act, at_diagnosis, correct_last_act, leave, orient, suspend


pytestmark = pytest.mark.django_db
OPENED = datetime(2026, 1, 12, 10, tzinfo=ZoneInfo("Europe/Paris"))
TODAY = (OPENED + timedelta(days=60)).date()
SHOWN = "Combien de temps encore"


def declare(cast, parcours, days):
    _, coordinator, upstream = cast
    return act(
        services.declare_eligible,
        coordinator,
        parcours,
        upstream=Organisation.objects.get(pk=upstream.organisation_id),
        reason="Jointe par la structure qui oriente.",
        now=OPENED + timedelta(days=days),
    )


@pytest.fixture
def cast(prescriber, coordinator, upstream):
    return prescriber, coordinator, upstream


@pytest.fixture
def passed(cast):
    """Ten files that waited 1, 2… 10 days before they were found eligible."""
    return [declare(cast, orient(cast[0], now=OPENED), days) for days in range(1, 11)]


@pytest.fixture
def measured(passed):
    services.measure_durations(on=TODAY)


def eligibility():
    return StageDuration.objects.get(stage=Stage.ELIGIBILITY)


def said(coordinator, parcours):
    with database_context(coordinator.database_context):
        return forecast(parcours)


def test_half_of_them_and_eight_out_of_ten(measured):
    found = eligibility()

    assert (found.half_within, found.most_within, found.files) == (5, 8, 10)
    assert found.territory is None
    assert found.measured_on == TODAY


def test_nine_files_say_nothing(cast, passed):
    correct_last_act(cast[1], passed[0])

    services.measure_durations(on=TODAY)

    assert not StageDuration.objects.filter(stage=Stage.ELIGIBILITY).exists()


def test_what_ended_over_a_year_ago_does_not_count(passed):
    services.measure_durations(on=(OPENED + timedelta(days=3 + 365)).date())

    assert not StageDuration.objects.exists()


def test_those_who_leave_say_nothing_of_those_who_go_on(cast, passed, coordinator):
    leave(coordinator, orient(cast[0], now=OPENED), now=OPENED + timedelta(days=50))

    services.measure_durations(on=TODAY)

    assert eligibility().files == 10


def test_pauses_count_for_those_who_wait(cast, passed, coordinator):
    eleventh = orient(cast[0], now=OPENED)
    slept = OPENED + timedelta(days=1)
    suspend(coordinator, eleventh, days=30, on=slept.date(), now=slept)
    woken = OPENED + timedelta(days=31)
    act(services.resume_parcours, coordinator, eleventh, now=woken)
    declare(cast, eleventh, 40)

    services.measure_durations(on=TODAY)

    assert (eligibility().files, eligibility().most_within) == (11, 9)


def test_measured_again_it_is_the_same(measured):
    before = list(StageDuration.objects.order_by("pk").values("stage", "files", "most_within"))
    told = StringIO()

    call_command("measure_durations", stdout=told)
    measure_every_night()

    after = StageDuration.objects.order_by("pk").values("stage", "files", "most_within")
    assert before == list(after)
    assert told.getvalue() == f"{len(before)} durées mesurées.\n"


def test_the_stage_and_the_next_ones_in_order(cast, coordinator, measured):
    found = said(coordinator, orient(cast[0], now=OPENED))

    assert "en 5 jours ou moins, et 8\u00a0sur\u00a010 en 8 jours ou moins" in found.sentence
    assert [row[0] for row in found.rows] == ["Contact et éligibilité"]
    assert found.rows[0][1:] == ("5 jours ou moins", "8 jours ou moins", "10")


def test_the_territory_speaks_for_its_own_files(cast, coordinator, measured):
    cantal = Territory.objects.get(slug="cantal")
    StageDuration.objects.create(
        stage=Stage.ELIGIBILITY,
        territory=cantal,
        half_within=20,
        most_within=30,
        files=12,
        measured_on=TODAY,
    )
    here, elsewhere = orient(cast[0], now=OPENED), orient(cast[0], now=OPENED)
    here.territory = cantal

    assert said(coordinator, here).rows[0][0] == f"Contact et éligibilité ({cantal.name})"
    assert said(coordinator, elsewhere).rows[0][1] == "5 jours ou moins"


def test_nothing_is_said_to_whoever_has_nothing_to_wait_for(cast, coordinator, measured):
    gone = leave(coordinator, orient(cast[0], now=OPENED), now=OPENED + timedelta(days=2))
    further = at_diagnosis(*cast, now=OPENED)

    assert said(coordinator, gone) is None
    assert said(coordinator, further) is None


def test_on_the_page_of_the_file(cast, measured, signed_in):
    parcours = orient(cast[0], now=OPENED)
    page = signed_in(cast[1]).get(parcours.get_absolute_url())

    assert SHOWN in page.content.decode()
    assert "D’habitude, la moitié des dossiers passent cette étape en" in page.content.decode()


def test_not_on_the_page_when_too_few_have_gone_before(cast, signed_in):
    page = signed_in(cast[1]).get(orient(cast[0], now=OPENED).get_absolute_url())

    assert SHOWN not in page.content.decode()

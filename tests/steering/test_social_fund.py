"""The FSE+ file: what the journal knows, and never a nought where nothing is collected."""

import csv
import io

import pytest
from django.urls import reverse
from django.utils import timezone

from candidates.enums import SnapshotPoint
from candidates.models import SituationSnapshot
from emile.steering.figures.social_fund import CODES, NO_ANSWER, NOT_COLLECTED, lines
from emile.steering.services.figures import rebuild
from operators.enums import OrganisationKind
from tests.factories import at_follow_up, make_actor, orient


PAGE, FILE = reverse("steering:social_fund"), reverse("steering:social_fund_csv")


def told(sums):
    return {line.code.code: line for line in lines(sums)}


def test_every_common_code_is_there_once_in_order():
    expected = [f"EECO{rank:02}" for rank in range(1, 18)]
    expected += [f"EECR{rank:02}" for rank in range(1, 7)]

    assert [code.code for code in CODES] == expected
    assert all(code.how for code in CODES)


def test_what_is_not_collected_is_never_a_number():
    sums = {("living", "entry/asked", 0): 12}

    found = told(sums)
    for code in CODES:
        if code.pick is None:
            assert found[code.code].told == NOT_COLLECTED
    assert found["EECO01"].told == "12"
    # Twelve were asked, nobody answered.
    assert found["EECO02"].told == NO_ANSWER
    assert found["EECR04"].told == "0"


def test_households_that_nobody_asked_are_no_nought():
    found = told({("milestone", "oriented", 0): 6, ("milestone", "closed", 0): 1})

    assert found["EECO01"].told == found["EECO02"].told == NO_ANSWER
    assert found["EECR04"].told == NO_ANSWER


def test_those_whose_work_is_known_are_each_in_one_code():
    sums = {
        ("living", "entry/asked", 0): 10,
        ("employment", "entry/seeking", 0): 4,
        ("employment", "entry/not_seeking", 0): 1,
        ("employment", "entry/other_training", 0): 1,
        ("employment", "entry/apprenticeship", 0): 1,
        ("employment", "entry/permanent", 0): 2,
        ("lodging", "entry/shelter", 0): 3,
        ("lodging", "entry/social_tenant", 0): 1,
        ("employment", "exit/permanent", 0): 5,
        ("living", "exit/asked", 0): 6,
    }

    found = told(sums)

    assert [found[code].number for code in ("EECO02", "EECO04", "EECO05")] == [4, 2, 3]
    assert (found["EECO02"].known, found["EECO02"].people) == (9, 10)
    assert (found["EECO16"].number, found["EECO16"].known) == (3, 4)
    assert (found["EECR04"].number, found["EECR02"].number) == (5, 0)


@pytest.fixture
def national(prescriber, coordinator, upstream, host):
    orient(prescriber)
    at_follow_up(prescriber, coordinator, upstream, host)
    rebuild(now=timezone.now())
    return make_actor(OrganisationKind.NATIONAL)


@pytest.mark.django_db
def test_the_page_and_the_file_say_the_same_as_a_recount(signed_in, national):
    browser = signed_in(national)

    answer = browser.get(FILE)
    text = b"".join(answer.streaming_content) if answer.streaming else answer.content
    found = list(csv.DictReader(io.StringIO(text.decode("utf-8-sig")), delimiter=";"))

    entered = SituationSnapshot.objects.filter(point=SnapshotPoint.ENTRY)
    adults = {(one.parcours_id, one.person_id) for one in entered}
    assert found[0]["Nombre"] == (str(len(adults)) if adults else NO_ANSWER)
    page = browser.get(PAGE).text
    for line in found:
        assert line["Code"] in page
        assert line["Nombre"] in page


@pytest.mark.django_db
@pytest.mark.parametrize(
    "query",
    [
        "since=2026-05&until=2026-01",
        "since=x&until=%00",
        "as_of=9999-99-99",
        "since=0000-00",
        "as_of=2999-01-01&as_of=1",
        "territory=nowhere",
    ],
)
def test_bad_filters_never_break_it(signed_in, query):
    browser = signed_in(make_actor(OrganisationKind.COORDINATOR))

    for url in (PAGE, FILE):
        assert browser.get(f"{url}?{query}").status_code == 200

"""Research sets: approved by another, made once, saying nothing of anybody, downloads noted."""

import csv
import io
import zipfile
from collections import Counter
from uuid import uuid4

import pytest
from dateutil.relativedelta import relativedelta
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from candidates.models import Household
from emile.core.context import database_context, system
from emile.core.models import ProducedState
from emile.steering.figures.formulas import Window
from emile.steering.figures.measures import Measure
from emile.steering.models import ReleaseDecision, ReleaseDownload, ResearchRelease
from emile.steering.selectors.figures import Frame, sums_of
from emile.steering.selectors.research_set import research_rows
from emile.steering.services.figures import rebuild
from emile.steering.services.research import (
    NotDecidable,
    approve_release,
    ask_release as ask,
    carry_on,
    erase_releases,
    pseudonyms,
    refuse_release,
)
from operators.enums import OrganisationKind
from tests.factories import (
    a_candidate,
    approve_release as made_by,
    ask_release,
    at_follow_up,
    at_immersion,
    make_actor,
    orient,
)
from tests.factories.research import PURPOSE


pytestmark = pytest.mark.django_db
LIST, ASK = reverse("steering:research"), reverse("steering:research_ask")
CANARY = "Zzyzxcanari"


@pytest.fixture(autouse=True)
def as_platform(db):
    """Rows are closed to whoever says nothing of themselves; requests say whose they are."""
    with database_context(system("test")):
        yield


@pytest.fixture
def national():
    return make_actor(OrganisationKind.NATIONAL)


@pytest.fixture
def other_coordinator(coordinator):
    return make_actor(OrganisationKind.COORDINATOR, name="GIP Habitat et Interventions Sociales")


@pytest.fixture
def crowd(prescriber):
    """Six households alike, each with a name that must not leave."""
    found = [
        orient(prescriber, people=[a_candidate(first_name=CANARY, last_name=f"{CANARY}{rank}")])
        for rank in range(6)
    ]
    rebuild(now=timezone.now())
    return found


def parts_of(release):
    archive = zipfile.ZipFile(io.BytesIO(bytes(release.content)))
    return {name: archive.read(name).decode("utf-8-sig") for name in archive.namelist()}


def lines_of(release):
    return list(csv.DictReader(io.StringIO(parts_of(release)["donnees.csv"]), delimiter=";"))


def post(browser, name, release=None, **said):
    url = reverse(f"steering:{name}", args=[release.public_id] if release else [])
    return browser.post(url, {"once": str(uuid4()), **said})


# What is in it


def test_the_archive_has_its_parts_and_its_report(crowd, national, coordinator):
    release = made_by(coordinator, ask_release(national))

    assert release.state == ProducedState.READY
    assert sorted(parts_of(release)) == [
        "LISEZ-MOI.txt",
        "conditions.txt",
        "dictionnaire.csv",
        "donnees.csv",
        "k-anonymat.txt",
    ]
    assert release.facts["households"] == len(crowd)
    assert release.facts["smallest"] == len(crowd)
    assert len(lines_of(release)) == release.facts["rows"]


def test_nothing_that_names_anybody_is_in_any_part(crowd, national, coordinator):
    release = made_by(coordinator, ask_release(national))

    text = "".join(parts_of(release).values())
    assert lines_of(release)
    for household in Household.objects.all():
        assert household.reference not in text
        assert str(household.public_id) not in text
    for word in (CANARY, "33612345678", "1990-04-12", "CHRS de test", f"{timezone.now():%Y-%m-%d}"):
        assert word.lower() not in text.lower()


def test_two_releases_share_no_pseudonym(crowd, national, coordinator):
    one, other = (made_by(coordinator, ask_release(national)) for _ in range(2))

    first, second = ({line["menage"] for line in lines_of(each)} for each in (one, other))
    assert len(first) == len(second) == len(crowd)
    assert not first & second


def test_rows_add_up_to_the_indicators(prescriber, coordinator, upstream, host):
    orient(prescriber)
    at_immersion(prescriber, coordinator, upstream, host)
    at_follow_up(prescriber, coordinator, upstream, host)
    now = timezone.now()
    rebuild(now=now)

    rows = research_rows(pseudonyms())

    month = timezone.localdate(now).replace(day=1)
    sums = sums_of(Frame(month - relativedelta(years=8), month), Window.PERIOD)
    counted = Counter()
    for (measure, detail, _), number in sums.items():
        if measure == Measure.MILESTONE:
            counted[detail] += number
        if measure == Measure.EXIT:
            counted["exit"] += number
    assert Counter(row.step for row in rows) == counted
    assert counted["settled"] == 1
    assert any(row.territory for row in rows)


def test_the_territory_of_who_must_not_be_found_is_never_there(
    prescriber, coordinator, upstream, host
):
    parcours = at_follow_up(prescriber, coordinator, upstream, host)
    Household.objects.filter(pk=parcours.household_id).update(must_not_be_found=True)
    rebuild(now=timezone.now())

    rows = research_rows(pseudonyms())

    assert {row.step for row in rows} >= {"accepted", "settled"}
    assert not any(row.territory for row in rows)


# Who decides, and how often


def test_nothing_is_made_before_it_is_approved(crowd, national):
    release = ask_release(national)

    carry_on(release_id=release.pk, clock=timezone.now)

    release.refresh_from_db()
    assert release.state == ProducedState.ASKED
    assert not ResearchRelease.objects.left_aside(timezone.now()).exists()


def test_whoever_asked_does_not_decide(coordinator, other_coordinator):
    release = ask_release(coordinator)

    with pytest.raises(NotDecidable):
        approve_release(actor=coordinator, release=release, now=timezone.now())
    with pytest.raises(NotDecidable):
        refuse_release(actor=coordinator, release=release, why="Non.", now=timezone.now())
    approved = approve_release(actor=other_coordinator, release=release, now=timezone.now())
    assert approved.decision == ReleaseDecision.APPROVED


def test_the_database_refuses_it_too(coordinator):
    release = ask_release(coordinator)

    with pytest.raises(IntegrityError), transaction.atomic():
        ResearchRelease.objects.filter(pk=release.pk).update(
            decision=ReleaseDecision.APPROVED,
            decided_by=coordinator.user_id,
            decided_at=timezone.now(),
        )


def test_only_the_coordinator_decides(national):
    other = make_actor(OrganisationKind.NATIONAL)

    with pytest.raises(NotDecidable):
        approve_release(actor=other, release=ask_release(national), now=timezone.now())


def test_others_do_not_ask(host):
    with pytest.raises(NotDecidable):
        ask(actor=host, laboratory="x", agreement="x", purpose=PURPOSE, now=timezone.now())


def test_a_decision_is_taken_once(national, coordinator, other_coordinator):
    release = ask_release(national)
    first = approve_release(actor=coordinator, release=release, now=timezone.now())
    again = approve_release(actor=other_coordinator, release=release, now=timezone.now())

    assert again.decided_by_id == first.decided_by_id == coordinator.user_id
    with pytest.raises(NotDecidable):
        refuse_release(actor=coordinator, release=release, why="Non.", now=timezone.now())


def test_made_twice_it_keeps_its_first_bytes(crowd, national, coordinator):
    release = made_by(coordinator, ask_release(national))

    carry_on(release_id=release.pk, clock=timezone.now)

    assert ResearchRelease.objects.get().digest == release.digest


def test_it_is_erased_when_its_days_are_over(crowd, national, coordinator):
    release = made_by(coordinator, ask_release(national))

    assert erase_releases(today=release.kept_until) == 0
    assert erase_releases(today=release.kept_until + relativedelta(days=1)) == 1
    release.refresh_from_db()
    assert (release.state, bytes(release.content)) == (ProducedState.ERASED, b"")


# The pages


def test_asked_refused_with_a_reason_read_by_whoever_asked(signed_in, national, coordinator):
    asked = {"laboratory": "Dares", "agreement": "C-1", "purpose": PURPOSE}
    assert post(signed_in(national), "research_ask", **asked).status_code == 302
    release = ResearchRelease.objects.get()

    empty = post(signed_in(coordinator), "research_refuse", release, why=" ")
    assert empty.status_code == 422
    assert "Dites pourquoi cette demande est refusée." in empty.text
    assert post(signed_in(coordinator), "research_refuse", release, why="Sans convention.")

    page = signed_in(national).get(release.get_absolute_url())
    assert "Sans convention." in page.text
    assert "Refusée" in page.text


def test_one_form_sent_twice_is_one_demand(signed_in, national):
    body = {"once": str(uuid4()), "laboratory": "Dares", "agreement": "C", "purpose": PURPOSE}
    browser = signed_in(national)

    first, second = (browser.post(ASK, body) for _ in range(2))

    assert first["Location"] == second["Location"]
    assert ResearchRelease.objects.count() == 1


def test_approved_twice_it_is_approved_once(signed_in, national, coordinator):
    release = ask_release(national)
    browser = signed_in(coordinator)

    for _ in range(2):
        assert post(browser, "research_approve", release).status_code == 302

    assert ResearchRelease.objects.get().decision == ReleaseDecision.APPROVED


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"purpose": "court"},
        {"laboratory": "x" * 201},
        {"agreement": "\x00"},
        {"purpose": "x" * 5000},
    ],
)
def test_what_cannot_be_read_is_said_and_nothing_is_lost(signed_in, national, said):
    asked = {"laboratory": "Mon labo", "agreement": "C", "purpose": PURPOSE} if said else {}

    answer = post(signed_in(national), "research_ask", **(asked | said))

    assert answer.status_code == 422
    assert not ResearchRelease.objects.exists()
    if "laboratory" not in said and said:
        assert "Mon labo" in answer.text


def test_what_was_typed_is_never_markup(signed_in, national):
    release = ask_release(national, laboratory="<script>alert(1)</script>")

    for url in (LIST, release.get_absolute_url()):
        assert "<script>alert(1)" not in signed_in(national).get(url).text


def test_each_download_is_noted_and_others_have_none(signed_in, crowd, national, coordinator):
    release = made_by(coordinator, ask_release(national))
    url = reverse("steering:research_archive", args=[release.public_id])
    colleague = make_actor(OrganisationKind.NATIONAL)

    assert signed_in(colleague).get(url).status_code == 404
    for actor in (national, coordinator):
        answer = signed_in(actor).get(url)
        assert answer.status_code == 200
        assert answer["Content-Type"] == "application/zip"
        assert answer.content == bytes(release.content)

    noted = ReleaseDownload.objects.order_by("pk").values_list("user", "organisation")
    assert list(noted) == [
        (actor.user_id, actor.organisation_id) for actor in (national, coordinator)
    ]

"""Three visits, an outcome; the file stays readable."""

from copy import deepcopy
from datetime import timedelta

import pytest
from dateutil.relativedelta import relativedelta
from django.urls import reverse
from django.utils import timezone

from candidates import services
from candidates.enums import (
    MILESTONE_MONTHS,
    MilestoneKind,
    Outcome,
    ReasonUse,
    Stage,
    Standing,
    YesNoUnknown,
)
from candidates.models import CaseAccess, MilestoneVisit, Parcours, Person
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.context import database_context
from emile.core.templatetags.emile import short_day
from emile.core.workflow import ReasonNeeded, TransitionRefused
from operators.models import User
from tests.factories import a_candidate, act, at_follow_up, closed, orient, reason_to, visit


pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def settled_at():
    """Long enough ago for the three visits to have taken place."""
    return timezone.now() - relativedelta(months=8)


@pytest.fixture(scope="module")
def kept_cast(lasting_cast):
    return lasting_cast


@pytest.fixture(scope="module", autouse=True)
def kept(kept_cast, settled_at) -> Parcours:
    return at_follow_up(*kept_cast, now=settled_at)


@pytest.fixture
def parcours(db, kept) -> Parcours:
    return deepcopy(kept)


def test_each_visit_brings_the_next_due_date(parcours, host, settled_at):
    day = timezone.localdate(settled_at)
    assert parcours.due_on == day + relativedelta(months=1)

    followed = visit(host, parcours, MilestoneKind.M1, now=settled_at + relativedelta(months=1))

    assert followed.due_on == day + relativedelta(months=3)
    assert followed.standing == Standing.IN_PROGRESS


def test_a_visit_before_its_date_asks_why(client, submit, parcours, host, settled_at):
    with pytest.raises(ReasonNeeded) as asked:
        visit(host, parcours, MilestoneKind.M3, now=settled_at + relativedelta(months=2))
    due_on = timezone.localdate(settled_at) + relativedelta(months=3)
    assert short_day(due_on) in str(asked.value)
    assert not MilestoneVisit.objects.exists()

    client.force_login(User.objects.get(pk=host.user_id))
    url = reverse("candidates:act", args=[parcours.public_id, "visit"])
    adult = parcours.household.members.get().person
    said = {
        f"{adult.public_id}-{name}": "yes"
        for name in ("still_there", "works_or_trains", "thinks_of_staying")
    }
    early = said | {"milestone": "m3", "on": (due_on - timedelta(days=8)).isoformat()}
    refused = submit(url, early)
    assert refused.status_code == 422
    assert "Pourquoi" in refused.text
    assert submit(url, early | {"reason": "De passage près de chez eux."}).status_code == 302

    # The next one is on time, whatever was said of the last.
    on_time = said | {"milestone": "m6", "on": timezone.localdate().isoformat()}
    assert "Pourquoi" not in client.get(url).text
    assert submit(url, on_time).status_code == 302


def test_a_visit_may_be_a_few_days_early(parcours, host, settled_at):
    """Both of them are free that week: nobody has to say why."""
    visit(host, parcours, MilestoneKind.M3, now=settled_at + relativedelta(months=3, days=-7))

    assert MilestoneVisit.objects.get().milestone == MilestoneKind.M3


def test_a_visit_before_the_point_that_precedes_is_another_one(
    signed_in, submit, parcours, host, settled_at
):
    """Two weeks after the installation, « 6 mois après » was ticked by mistake."""
    adult = parcours.household.members.get().person
    signed_in(host)
    soon = timezone.localdate(settled_at) + timedelta(days=14)
    said = {
        f"{adult.public_id}-{name}": "yes"
        for name in ("still_there", "works_or_trains", "thinks_of_staying")
    }
    answers = said | {"milestone": "m6", "on": soon.isoformat(), "reason": "De passage."}

    refused = submit(reverse("candidates:act", args=[parcours.public_id, "visit"]), answers)

    assert refused.status_code == 422
    assert "trop tôt" in refused.text
    with pytest.raises(TransitionRefused) as missed:
        act(
            services.miss_visit,
            host,
            parcours,
            milestone=MilestoneKind.M6,
            missed_reason=reason_to(ReasonUse.VISIT_MISSED),
            next_on=soon + timedelta(days=7),
            on=soon,
        )
    assert missed.value.code == "the_milestone_has_begun"
    assert not MilestoneVisit.objects.exists()


def test_the_last_visit_completes_the_stage(parcours, host):
    for kind in MILESTONE_MONTHS:
        followed = visit(host, parcours, kind)

    assert (followed.stage, followed.standing) == (Stage.FOLLOW_UP, Standing.STEP_DONE)


def test_closing_with_visits_missing_asks_why(parcours, host):
    with pytest.raises(ReasonNeeded):
        act(services.close_parcours, host, parcours, outcome=Outcome.LASTING_JOB)

    over = act(
        services.close_parcours,
        host,
        parcours,
        outcome=Outcome.LEFT_TERRITORY,
        reason="Le ménage est reparti travailler à Lyon.",
    )
    assert (over.stage, over.standing, over.due_on) == (Stage.CLOSED, Standing.CLOSED, None)


def test_no_news_is_said_after_three_tries(parcours, host):
    visit(host, parcours, MilestoneKind.M1)
    visit(host, parcours, MilestoneKind.M3, answer=YesNoUnknown.UNKNOWN)
    visit(host, parcours, MilestoneKind.M6, answer=YesNoUnknown.UNKNOWN)
    with pytest.raises(ReasonNeeded) as asked:
        act(services.close_parcours, host, parcours, outcome=Outcome.NO_NEWS)
    assert "2 sur les 3" in str(asked.value)
    visit(host, parcours, MilestoneKind.M6, answer=YesNoUnknown.UNKNOWN)

    over = act(services.close_parcours, host, parcours, outcome=Outcome.NO_NEWS)

    assert over.stage == Stage.CLOSED


def test_after_the_end_one_notes_exchanges_and_news(prescriber, coordinator, upstream, host):
    parcours = closed(prescriber, coordinator, upstream, host)
    beside = {"note", "close_appointment", "remove_document"}
    expected = {
        prescriber: beside | {"reopen"},
        coordinator: beside | {"reopen", "leave", "ask_news"},
        upstream: beside,
        host: beside | {"ask_news"},
    }

    for actor, steps in expected.items():
        with database_context(actor.database_context):
            offered = PARCOURS_WORKFLOW.offered(parcours, actor)
        assert {step.name for step in offered} == steps


def test_after_the_end_every_team_still_reads_the_file(
    client, prescriber, coordinator, upstream, host
):
    parcours = closed(prescriber, coordinator, upstream, host)

    with database_context(coordinator.database_context):
        assert CaseAccess.objects.current().filter(parcours=parcours).count() == 4
    for actor in (prescriber, coordinator, upstream, host):
        client.force_login(User.objects.get(pk=actor.user_id))
        page = client.get(reverse("candidates:file_installation", args=[parcours.public_id]))
        assert "Installé, en emploi durable" in page.text


def test_a_visit_is_that_of_people_of_the_household(parcours, host, prescriber):
    orient(prescriber, people=[a_candidate(first_name="Binta")])
    said = dict.fromkeys(("still_there", "works_or_trains", "thinks_of_staying"), YesNoUnknown.YES)
    stranger = Person.objects.get(first_name="Binta")

    with pytest.raises(TransitionRefused) as refusal:
        act(
            services.log_visit,
            host,
            parcours,
            milestone=MilestoneKind.M1,
            answers={stranger: said},
        )

    assert refusal.value.code == "person"
    assert not MilestoneVisit.objects.exists()


def test_a_visit_asks_three_questions_of_each_adult(client, submit, parcours, host):
    client.force_login(User.objects.get(pk=host.user_id))
    url = reverse("candidates:act", args=[parcours.public_id, "visit"])
    adult = parcours.household.members.get().person
    assert "Pense rester" in client.get(url).text

    sent = submit(
        url,
        {
            "on": timezone.localdate().isoformat(),
            "milestone": "m1",
            f"{adult.public_id}-still_there": "yes",
            f"{adult.public_id}-works_or_trains": "no",
            f"{adult.public_id}-thinks_of_staying": "unknown",
        },
    )

    assert sent.status_code == 302
    noted = MilestoneVisit.objects.get()
    assert (noted.person, noted.still_there, noted.works_or_trains) == (adult, "yes", "no")


def test_the_page_costs_the_same_with_more_visits(client, parcours, host, count_queries):
    client.force_login(User.objects.get(pk=host.user_id))
    url = reverse("candidates:file_installation", args=[parcours.public_id])
    visit(host, parcours, MilestoneKind.M1)
    client.get(url)
    one = count_queries(lambda: client.get(url))
    visit(host, parcours, MilestoneKind.M1)
    visit(host, parcours, MilestoneKind.M3)

    assert count_queries(lambda: client.get(url)) == one <= 25

"""What is told of a stay: the operator's report moves the file, the others stand beside it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from candidates import services
from candidates.enums import Recommendation, Stage, StayOutcome, VisitKind, WouldHire, YesNoUnknown
from candidates.models import HouseholdReport, Parcours
from candidates.selectors import moving_adults
from candidates.selectors.stay_report import AdultWords
from candidates.services.stay_report import StayNotBegun
from emile.core.workflow import TransitionRefused
from tests.factories import act, add_visit, at_immersion, correct_last_act, plan_stay


SEEN = {
    "outcome": StayOutcome.HELD,
    "work": "Deux entreprises visitées.",
    "home": "Un logement visité.",
}


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def parcours(prescriber, coordinator, upstream, host) -> Parcours:
    return at_immersion(prescriber, coordinator, upstream, host)


@pytest.fixture
def stay(parcours, host, today):
    return plan_stay(host, parcours, today)


@pytest.fixture
def adult(parcours, today):
    return moving_adults(parcours, today)[0]


def tell(actor, parcours, stay, adult, would=YesNoUnknown.YES, **words):
    answers = {adult: AdultWords(would_live_there=would, **words)}
    return act(services.report_household, actor, parcours, stay=stay, answers=answers)


@pytest.fixture
def read(client, signed_in, parcours, stay):
    def page(actor):
        url = reverse("candidates:stay_reports", args=[parcours.public_id, stay.public_id])
        return signed_in(actor).get(url)

    return page


def test_the_operators_report_is_enough_to_go_on(parcours, host, stay):
    told = act(
        services.report_stay,
        host,
        parcours,
        stay=stay,
        recommendation=Recommendation.THINK,
        **SEEN,
    )

    assert told.stage == Stage.REFLECTION


def test_an_adult_is_heard_before_or_after_the_report(parcours, host, upstream, stay, adult):
    tell(host, parcours, stay, adult, YesNoUnknown.UNKNOWN)
    act(
        services.report_stay,
        host,
        parcours,
        stay=stay,
        recommendation=Recommendation.GO_ON,
        **SEEN,
    )

    kept = tell(upstream, parcours, stay, adult, YesNoUnknown.YES)

    assert kept.stage == Stage.REFLECTION
    assert HouseholdReport.objects.count() == 2


def test_nothing_is_told_of_a_stay_to_come(parcours, host, adult, today):
    stay = plan_stay(host, parcours, today + timedelta(days=9))
    visit = add_visit(host, parcours, stay)

    with pytest.raises(StayNotBegun):
        tell(host, parcours, stay, adult)
    with pytest.raises(StayNotBegun):
        act(
            services.report_employer,
            host,
            parcours,
            visit=visit,
            would_hire=WouldHire.YES,
            comment="",
        )


def test_only_employers_and_trainers_are_asked(parcours, host, stay):
    town_hall = add_visit(host, parcours, stay, kind=VisitKind.SERVICES)

    with pytest.raises(TransitionRefused):
        act(
            services.report_employer,
            host,
            parcours,
            visit=town_hall,
            would_hire=WouldHire.YES,
            comment="",
        )


def test_a_visit_on_which_an_employer_spoke_can_not_be_removed(parcours, host, stay):
    visit = add_visit(host, parcours, stay)
    act(
        services.report_employer,
        host,
        parcours,
        visit=visit,
        would_hire=WouldHire.MAYBE,
        comment="À revoir.",
    )

    with pytest.raises(TransitionRefused):
        act(services.remove_visit, host, parcours, visit=visit)


def test_the_page_highlights_where_they_differ(read, parcours, host, upstream, stay, adult):
    visit = add_visit(host, parcours, stay)
    act(
        services.report_employer,
        host,
        parcours,
        visit=visit,
        would_hire=WouldHire.NO,
        comment="",
    )
    tell(upstream, parcours, stay, adult, YesNoUnknown.NO, worries="Trop loin de ma sœur.")
    act(
        services.report_stay,
        host,
        parcours,
        stay=stay,
        recommendation=Recommendation.GO_ON,
        **SEEN,
    )

    page = read(upstream)

    assert len(page.context["page"].divergences) == 2
    assert "le ménage, lui, ne vivrait pas là-bas" in page.text
    assert "Trop loin de ma sœur." in page.text


def test_nobody_else_reads_which_adult_said_no(read, parcours, host, prescriber, stay, adult):
    tell(host, parcours, stay, adult, YesNoUnknown.NO, worries="Trop loin de ma sœur.")

    text = read(prescriber).text

    assert "Le ménage ne vivrait pas là-bas." in text
    assert "Trop loin de ma sœur." not in text


def test_what_was_noted_by_mistake_does_not_count(read, parcours, host, stay, adult):
    tell(host, parcours, stay, adult, YesNoUnknown.NO)
    correct_last_act(host, parcours)

    page = read(host).context["page"]

    assert [view.report for view in page.adults] == [None]
    assert page.household_says == "Personne n’a encore été interrogé."


def test_the_form_asks_each_adult_and_needs_one_of_them(
    client, submit, signed_in, parcours, host, stay, adult, today
):
    signed_in(host)
    url = reverse(
        "candidates:act_about", args=[parcours.public_id, "report_household", stay.public_id]
    )

    assert submit(url, {"on": today}).status_code == 422
    answer = submit(url, {f"{adult.public_id}-liked": "Le calme.", "on": today})

    assert answer.status_code == 302
    said = HouseholdReport.objects.get()
    assert (said.liked, said.would_live_there) == ("Le calme.", YesNoUnknown.UNKNOWN)

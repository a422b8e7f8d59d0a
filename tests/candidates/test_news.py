"""After the end: two questions to each adult who settled, six then twelve months later."""

from copy import deepcopy
from datetime import date

import pytest
from dateutil.relativedelta import relativedelta
from django.urls import reverse
from django.utils import timezone

from candidates import services
from candidates.enums import (
    LanguageLevel,
    Link,
    MilestoneKind,
    Nationality,
    Outcome,
    Stage,
    Standing,
    YesNoUnknown,
)
from candidates.models import MilestoneVisit, Parcours
from candidates.selectors.news import awaited_news, question_of, unanswered
from candidates.services import NewPerson
from emile.core.context import database_context
from emile.core.workflow import TransitionRefused
from tests.factories import (
    a_candidate,
    act,
    at_follow_up,
    correct_last_act,
    leave,
    visit,
)


pytestmark = pytest.mark.django_db
YES, NO, UNKNOWN = YesNoUnknown.YES, YesNoUnknown.NO, YesNoUnknown.UNKNOWN


@pytest.fixture(scope="module")
def settled_at():
    """Thirteen months ago: everything can be told since then."""
    return timezone.now() - relativedelta(months=13)


@pytest.fixture(scope="module")
def kept_cast(lasting_cast):
    return lasting_cast


@pytest.fixture(scope="module", autouse=True)
def kept(kept_cast, settled_at) -> Parcours:
    return at_follow_up(*kept_cast, now=settled_at)


@pytest.fixture
def parcours(db, kept) -> Parcours:
    return deepcopy(kept)


def partner():
    return NewPerson(
        link=Link.PARTNER,
        fields={
            "first_name": "Idris",
            "last_name": "Exemple",
            "birth_date": date(1991, 4, 2),
            "nationality": Nationality.FRENCH,
            "language_level": LanguageLevel.B1,
        },
    )


@pytest.fixture
def couple(prescriber, coordinator, upstream, host, settled_at) -> Parcours:
    people = [a_candidate(), partner()]
    return at_follow_up(prescriber, coordinator, upstream, host, people=people, now=settled_at)


@pytest.fixture
def months_later(settled_at):
    return lambda months, **more: settled_at + relativedelta(months=months, **more)


@pytest.fixture
def ended(parcours, host, months_later) -> Parcours:
    """Closed after four months, before the second point was due."""
    return close(host, parcours, months_later(4))


def close(host, parcours, now):
    return act(
        services.close_parcours,
        host,
        parcours,
        outcome=Outcome.LASTING_JOB,
        reason="Le ménage n’a plus besoin de visites.",
        now=now,
    )


def adults(parcours):
    return [member.person for member in parcours.household.members.order_by("pk")]


def ask(actor, parcours, now, still_there=YES, works_or_trains=YES, people=None):
    said = {"still_there": still_there, "works_or_trains": works_or_trains}
    answers = dict.fromkeys(people or adults(parcours), said)
    return act(services.ask_news, actor, parcours, answers=answers, now=now)


def awaited(actor, now):
    with database_context(actor.database_context):
        return [
            (one.parcours, one.label, one.due_on, one.tries)
            for one in awaited_news(actor=actor, today=timezone.localdate(now))
        ]


def test_the_sixth_month_is_asked_though_the_file_is_closed(ended, host, months_later):
    due_on = timezone.localdate(months_later(6))
    assert awaited(host, months_later(6, days=-1)) == []
    assert awaited(host, months_later(6)) == [(ended, "6 mois après l’installation", due_on, 0)]

    asked = ask(host, ended, months_later(6), works_or_trains=NO)

    assert (asked.stage, asked.standing) == (Stage.CLOSED, Standing.CLOSED)
    noted = MilestoneVisit.objects.get(milestone=MilestoneKind.M6)
    assert (noted.still_there, noted.works_or_trains, noted.thinks_of_staying) == (YES, NO, "")
    assert awaited(host, months_later(6)) == []


def test_the_twelfth_month_takes_the_place_of_the_sixth(ended, host, months_later):
    due_on = timezone.localdate(months_later(12))

    assert awaited(host, months_later(12)) == [(ended, "12 mois après l’installation", due_on, 0)]


def test_it_is_asked_of_a_household_that_left_the_programme(parcours, host, months_later):
    gone = leave(host, parcours, now=months_later(4))
    assert (gone.stage, gone.standing) == (Stage.FOLLOW_UP, Standing.EXITED)

    assert [line[0] for line in awaited(host, months_later(6))] == [gone]
    ask(host, gone, months_later(6), still_there=NO)
    assert awaited(host, months_later(7)) == []


def test_three_tries_without_an_answer_are_an_answer(ended, host, told_to, months_later):
    for tries in range(3):
        assert [line[3] for line in awaited(host, months_later(6, days=tries))] == [tries]
        ask(host, ended, months_later(6, days=tries), UNKNOWN, UNKNOWN)

    assert awaited(host, months_later(6, days=3)) == []
    assert [one.title for one in told_to(host, ended)][:1] == [
        "Nouvelles demandées après la fin\u00a0: 6 mois après l’installation, sans réponse"
    ]


def test_who_answers_after_three_tries_is_still_heard(ended, host, months_later):
    for tries in range(3):
        ask(host, ended, months_later(6, days=tries), UNKNOWN, UNKNOWN)

    ask(host, ended, months_later(8))

    assert MilestoneVisit.objects.filter(still_there=YES).exists()


def test_nobody_is_asked_twice(ended, host, months_later):
    ask(host, ended, months_later(6))
    with pytest.raises(TransitionRefused) as refused:
        ask(host, ended, months_later(7))
    assert refused.value.code == "person"

    correct_last_act(host, ended)

    assert len(awaited(host, months_later(7))) == 1


def test_nothing_is_asked_before_its_date(ended, host, months_later):
    with pytest.raises(TransitionRefused) as refused:
        ask(host, ended, months_later(5))

    assert refused.value.code == "milestone"


def test_what_a_visit_was_told_is_not_asked_again(parcours, host, months_later):
    visit(host, parcours, MilestoneKind.M6, now=months_later(6))
    close(host, parcours, months_later(7))

    assert awaited(host, months_later(8)) == []
    assert len(awaited(host, months_later(12))) == 1


def test_an_answer_given_long_before_says_nothing_of_that_day(
    parcours, host, settled_at, months_later
):
    act(
        services.extend_follow_up,
        host,
        parcours,
        until=timezone.localdate(months_later(8)),
        reason="Le permis de conduire.",
        now=months_later(5),
    )
    visit(host, parcours, MilestoneKind.M12, now=months_later(8))
    close(host, parcours, months_later(9))

    assert len(awaited(host, months_later(12))) == 1


def test_each_adult_who_settled_is_asked_even_who_has_left_the_household(
    couple, host, months_later
):
    first, second = adults(couple)
    act(services.remove_member, host, couple, person=second, now=months_later(2))
    close(host, couple, months_later(4))

    ask(host, couple, months_later(6), people=[first])
    assert len(awaited(host, months_later(6))) == 1
    ask(host, couple, months_later(6), UNKNOWN, NO, people=[second])
    assert awaited(host, months_later(6)) == []


def test_who_separated_is_not_asked_through_this_file(couple, coordinator, host, months_later):
    stays, goes = adults(couple)
    act(
        services.separate,
        coordinator,
        couple,
        household=couple.household,
        leaving=[goes],
        in_both=[],
        must_not_be_found=True,
        now=months_later(2),
    )
    close(host, couple, months_later(4))

    with database_context(host.database_context):
        asked = unanswered(MilestoneKind.M6, timezone.localdate(months_later(6)))
        assert [line.person for line in asked.filter(parcours=couple)] == [stays]


def test_only_its_operator_and_the_coordinator_note_it(
    ended, prescriber, coordinator, upstream, host, months_later
):
    for actor in (prescriber, upstream):
        with pytest.raises(TransitionRefused) as refused:
            ask(actor, ended, months_later(6))
        assert refused.value.code == "permission"
        assert awaited(actor, months_later(6)) == []

    ask(coordinator, ended, months_later(6))

    assert awaited(host, months_later(6)) == []


@pytest.mark.parametrize(
    ("day", "asked"),
    [
        (date(2027, 2, 27), None),
        (date(2027, 2, 28), MilestoneKind.M6),
        (date(2027, 8, 30), MilestoneKind.M6),
        (date(2027, 8, 31), MilestoneKind.M12),
    ],
)
def test_months_end_when_the_calendar_says(day, asked):
    assert question_of(date(2026, 8, 31), day) == asked


def test_its_page_asks_two_questions_of_each_adult(signed_in, submit, ended, host):
    """A year has passed: it is the question of the twelfth month."""
    browser = signed_in(host)
    waiting = browser.get(reverse("candidates:to_do"))
    url = reverse("candidates:act", args=[ended.public_id, "ask_news"])
    assert url in waiting.text
    page = browser.get(url)
    assert "12 mois après l’installation" in page.text
    assert "Pense rester" not in page.text

    (adult,) = adults(ended)
    sent = submit(
        url,
        {
            "on": timezone.localdate().isoformat(),
            f"{adult.public_id}-still_there": "yes",
            f"{adult.public_id}-works_or_trains": "unknown",
        },
    )

    assert sent.status_code == 302
    assert MilestoneVisit.objects.get(milestone=MilestoneKind.M12).still_there == YES
    assert url not in browser.get(reverse("candidates:to_do")).text
    assert "Il n’y a plus de question" in browser.get(url).text


def test_the_section_tells_what_is_to_ask_and_what_nobody_answered(
    signed_in, ended, host, coordinator
):
    section = reverse("candidates:file_installation", args=[ended.public_id])
    page = signed_in(host).get(section)
    assert "À demander" in page.text
    assert "Sans réponse" in page.text
    assert "Fin de l’accompagnement prolongé" not in page.text
    assert "En retard" not in page.text

    ask(host, ended, timezone.now())

    page = signed_in(coordinator).get(section)
    assert "À demander" not in page.text


def test_more_files_to_ask_about_cost_the_same(
    signed_in, ended, prescriber, coordinator, upstream, host, settled_at, count_queries
):
    browser = signed_in(host)
    browser.get(reverse("candidates:to_do"))
    one = count_queries(lambda: browser.get(reverse("candidates:to_do")))
    for _ in range(2):
        other = at_follow_up(prescriber, coordinator, upstream, host, now=settled_at)
        close(host, other, settled_at + relativedelta(months=4))

    assert count_queries(lambda: browser.get(reverse("candidates:to_do"))) == one <= 15

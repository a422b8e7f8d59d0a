"""From the orientation to the end of the follow-up, as each role in turn, through the pages only."""

from tests.browser import journey
from tests.browser.desk import Desk


SECTIONS = ("", "foyer/", "diagnostic/", "projet/", "installation/")


def is_closed_to(desk: Desk, who: str) -> bool:
    desk.sits(who)
    return {desk.status_of(desk.file_url + section) for section in SECTIONS} == {404}


def counted_by_the_state(desk: Desk) -> int:
    """The files on their way in its territory."""
    desk.sits("state")
    return desk.counted_on_their_way()


def test_a_household_is_accompanied_to_the_end(page, desk_at, judge):
    desk = desk_at(page, judge=judge)

    live(desk)

    assert desk.complaints == []


def test_a_household_is_accompanied_to_the_end_without_a_script(page_without_javascript, desk_at):
    live(desk_at(page_without_javascript, runs_scripts=False))


def live(desk: Desk) -> None:
    journey.sign_in(desk)
    journey.orient(desk)
    journey.call_the_household(desk)
    journey.declare_eligible(desk)
    journey.hold_a_meeting(desk)
    journey.write_the_diagnosis(desk)
    journey.sign_the_diagnosis(desk)
    journey.plan_and_wish(desk)
    assert is_closed_to(desk, "host")
    assert counted_by_the_state(desk) == 0

    desk.takes_over("upstream")
    journey.propose_to_the_cantal(desk)
    journey.accept(desk)
    assert counted_by_the_state(desk) == 1
    desk.takes_over("host")
    journey.hold_a_stay(desk)
    journey.record_each_yes(desk)
    journey.describe_the_project(desk)
    journey.agree(desk, *journey.ADULTS, journey.EMPLOYER)
    journey.find_a_job(desk)
    journey.find_a_home(desk)
    desk.follow("Installation et suivi")
    assert desk.reads("Il manque l’accord de")
    journey.agree(desk, *journey.ADULTS, journey.LANDLORD)
    journey.settle(desk)
    journey.visit(desk)
    assert counted_by_the_state(desk) == 1
    journey.close(desk)

    for who in ("coordinator", "prescriber", "upstream", "host"):
        desk.looks_up(who)
        assert desk.timeline() == journey.told_to(who)
        assert desk.days_of_timeline() == {desk.today.isoformat()}
        for section in SECTIONS[1:]:
            desk.go(desk.file_url + section)
    assert is_closed_to(desk, "other prescriber")
    assert counted_by_the_state(desk) == 0

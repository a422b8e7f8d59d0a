"""The list before moving in, the costs and aids, the sheet for the day of the keys."""

from copy import deepcopy
from datetime import date, timedelta
from decimal import Decimal

import pytest
from dateutil.relativedelta import relativedelta
from django.urls import reverse
from django.utils import timezone

from candidates import services
from candidates.enums import AidAnswer, CheckState, Expense, Link, Payer
from candidates.models import ChecklistItem, ChecklistMark, InstallationAid, Parcours
from candidates.selectors.budget import budget
from candidates.selectors.checklist import checklist
from candidates.services import NewPerson
from emile.core.context import database_context
from emile.core.errors import StaleVersion
from emile.core.workflow import ReasonNeeded
from tests.factories import (
    a_candidate,
    act,
    add_aid,
    at_installation,
    commit_home,
    commit_job,
    correct_last_act,
    tick_everything,
)


pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(prescriber, coordinator, upstream, host):
    return prescriber, coordinator, upstream, host


@pytest.fixture(scope="module")
def kept_cast(lasting_cast):
    return lasting_cast


@pytest.fixture(scope="module", autouse=True)
def kept(kept_cast) -> Parcours:
    return at_installation(*kept_cast)


@pytest.fixture
def parcours(db, kept) -> Parcours:
    return deepcopy(kept)


def listed(parcours) -> list[str]:
    return [line.label for line in checklist(parcours, timezone.localdate()).lines]


def test_the_list_is_that_of_the_household(cast, parcours):
    today = timezone.localdate()
    pupil = {
        "first_name": "Binta",
        "last_name": "Exemple",
        "birth_date": today - relativedelta(years=7),
    }
    baby = {
        "first_name": "Issa",
        "last_name": "Exemple",
        "birth_date": today - relativedelta(years=1),
    }
    children = [NewPerson(link=Link.CHILD, fields=fields) for fields in (pupil, baby)]
    family = at_installation(*cast, people=[a_candidate(), *children])

    assert not any("école" in label for label in listed(parcours))
    schools = [label for label in listed(family) if "école" in label]
    assert len(schools) == 1
    assert "Binta" in schools[0]
    assert "Mode de garde" in listed(family)


def test_the_list_is_the_one_in_force_when_the_installation_began(parcours, coordinator):
    before = listed(parcours)
    with database_context(coordinator.database_context):
        ChecklistItem.objects.create(
            code="new",
            label="Nouveau point",
            applies_to="everyone",
            since=timezone.localdate() + timedelta(days=1),
        )

    later = timezone.localdate() + timedelta(days=2)

    assert [line.label for line in checklist(parcours, later).lines] == before


def test_what_is_left_to_do_asks_why_and_never_blocks(parcours, host):
    commit_job(host, parcours)
    commit_home(host, parcours)
    with pytest.raises(ReasonNeeded) as asked:
        act(services.settle, host, parcours)
    assert "Bail ou contrat de logement signé" in str(asked.value)

    act(services.settle, host, parcours, reason="La CAF répond la semaine prochaine.")


def test_one_save_ticks_several_and_leaves_one_act(signed_in, submit, parcours, host):
    signed_in(host)
    url = reverse("candidates:act", args=[parcours.public_id, "edit_checklist"])
    states = dict.fromkeys(
        (line.key for line in checklist(parcours, timezone.localdate()).lines), "to_do"
    )

    sent = submit(
        url,
        states
        | {"lease": "done", "insurance": "not_needed"}
        | {"version": 0, "on": timezone.localdate().isoformat()},
    )

    assert sent.status_code == 302
    assert {(one.item.code, one.state) for one in ChecklistMark.objects.all()} == {
        ("lease", "done"),
        ("insurance", "not_needed"),
    }
    assert parcours.events.filter(kind="edit_checklist").count() == 1


def test_two_people_who_tick_at_once_see_each_other(parcours, host):
    tick_everything(host, parcours)

    with pytest.raises(StaleVersion):
        act(
            services.edit_checklist,
            host,
            parcours,
            version=0,
            states={"lease": CheckState.TO_DO},
        )


def test_correcting_opens_the_lines_again(parcours, host):
    tick_everything(host, parcours)
    correct_last_act(host, parcours)

    assert checklist(parcours, timezone.localdate()).done_count == 0


# Costs and aids


def test_the_first_month_says_what_the_household_has_to_find(parcours, host):
    today = timezone.localdate()
    commit_job(host, parcours, first_pay_on=today + timedelta(days=30))
    soon, late = today + timedelta(days=3), today + timedelta(days=60)
    add_aid(host, parcours, cost=Decimal(450), due_on=soon, advanced_by=Payer.PROGRAMME)
    add_aid(
        host,
        parcours,
        kind=Expense.MOVING,
        cost=Decimal(300),
        due_on=soon,
        payer=Payer.ACTION_LOGEMENT,
        answer=AidAnswer.PAID,
        granted_amount=Decimal(200),
        paid_on=today,
    )
    add_aid(host, parcours, kind=Expense.FURNITURE, cost=Decimal(900), due_on=late)
    add_aid(
        host, parcours, kind=Expense.FOOD, cost=Decimal(150), payer=Payer.HOUSEHOLD,
        answer=AidAnswer.TO_ASK,
    )  # fmt: skip

    money = budget(parcours)

    assert money.cost == 1800
    assert (money.granted, money.left) == (200, 1600)
    first = money.first_month
    assert (first.to_pay, first.in_time, first.advanced, first.left) == (900, 200, 450, 250)
    assert [line.aid.cost for line in first.to_repay] == [450]


def test_a_refused_or_useless_aid_covers_nothing(parcours, host):
    add_aid(host, parcours, answer=AidAnswer.REFUSED, granted_amount=Decimal(450))
    add_aid(host, parcours, answer=AidAnswer.NOT_NEEDED)

    money = budget(parcours)

    assert (money.cost, money.granted, money.left) == (450, 0, 450)


def test_a_line_is_changed_on_its_page_and_put_back(signed_in, submit, parcours, host):
    aid = add_aid(host, parcours)
    signed_in(host)
    url = reverse("candidates:act_about", args=[parcours.public_id, "edit_aid", aid.public_id])
    line = {"kind": "deposit", "cost": "450", "payer": "fsl", "version": 1}
    line |= {"on": timezone.localdate().isoformat(), "answer": "granted"}

    refused = submit(url, line)
    sent = submit(url, line | {"granted_amount": "400,50"})

    assert refused.status_code == 422
    assert "Indiquez le montant" in refused.text
    assert sent.status_code == 302
    assert InstallationAid.objects.get().granted_amount == Decimal("400.50")
    correct_last_act(host, parcours)
    assert InstallationAid.objects.get().granted_amount is None


def test_correcting_an_addition_takes_the_line_away(parcours, host):
    add_aid(host, parcours)
    correct_last_act(host, parcours)

    assert not InstallationAid.objects.exists()


def test_the_slower_of_two_sees_both_versions(signed_in, submit, parcours, host):
    aid = add_aid(host, parcours)
    signed_in(host)
    url = reverse("candidates:act_about", args=[parcours.public_id, "edit_aid", aid.public_id])
    line = {"kind": "deposit", "cost": "450", "payer": "fsl", "answer": "asked", "version": 1}
    line["on"] = timezone.localdate().isoformat()
    submit(url, line)

    assert submit(url, line | {"cost": "500"}).status_code == 409


def test_the_budget_costs_the_same_with_more_lines(signed_in, count_queries, parcours, host):
    browser = signed_in(host)
    url = reverse("candidates:installation_budget", args=[parcours.public_id])
    add_aid(host, parcours)
    browser.get(url)
    one = count_queries(lambda: browser.get(url))
    for _ in range(4):
        add_aid(host, parcours, due_on=date(2030, 1, 1))

    assert count_queries(lambda: browser.get(url)) == one <= 25


def test_the_sheet_of_the_keys_holds_what_is_known(signed_in, parcours, host):
    commit_job(host, parcours)
    commit_home(host, parcours)
    url = reverse("candidates:installation_sheet", args=[parcours.public_id])

    page = signed_in(host).get(url)

    assert "Aurillac" in page.text
    assert "Les compteurs" in page.text
    assert "En cas d’urgence" in page.text

"""The coordinator's lists: changed from a day on, never erased, by one person at a time."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from candidates.enums import ReasonUse
from candidates.models import (
    ChecklistItem,
    DeadlinePolicy,
    EligibilityRuleSet,
    EventKind,
    Reason,
)
from candidates.selectors.criteria import rules_on
from candidates.selectors.settings import LISTS
from candidates.services.help import add_help_sheet
from emile.core.context import database_context
from emile.core.templatetags.emile import short_day
from operators.enums import OrganisationKind
from tests.factories import a_candidate, at_information, make_actor, orient


pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
SUSPENSION = "motifs-suspension"


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def desk(signed_in, coordinator):
    return signed_in(coordinator)


def a_reason(code="health", use=ReasonUse.SUSPENSION):
    return Reason.objects.filter(use=use, code=code).latest("since")


def page_of(row, slug=SUSPENSION, route="settings_change"):
    return reverse(f"candidates:{route}", args=[slug, row.code])


def answers(row=None, **fields):
    """What the form of a reason sends, unless told otherwise."""
    given = {
        "label": row.label if row else "Déménagement provisoire",
        "decided_by": row.decided_by if row else "household",
        "after": "",
        "starts_on": timezone.localdate().isoformat(),
        "version": row.version if row else 0,
    }
    return given | fields


# Reading


@pytest.mark.parametrize("slug", LISTS)
def test_each_list_has_its_page_and_its_forms(desk, slug):
    assert desk.get(reverse("candidates:settings_list", args=[slug])).status_code == 200
    row = LISTS[slug].rows().order_by("pk").first()
    assert desk.get(page_of(row, slug)).status_code == 200
    expected = 404 if LISTS[slug].is_fixed else 200
    assert desk.get(reverse("candidates:settings_add", args=[slug])).status_code == expected
    assert desk.get(page_of(row, slug, "settings_retire")).status_code == expected


def test_the_national_level_reads_and_changes_nothing(signed_in, db):
    browser = signed_in(make_actor(OrganisationKind.NATIONAL))

    page = browser.get(reverse("candidates:settings_list", args=[SUSPENSION]))

    assert "Modifier" not in page.text
    assert browser.get(page_of(a_reason())).status_code == 403


def test_every_delay_has_a_french_name(desk):
    page = desk.get(reverse("candidates:settings_list", args=["delais"])).context["page"]

    assert [row.code for row in page.rows if row.label == row.code] == []


def test_a_longer_list_costs_the_same(desk, submit, count_queries):
    url = reverse("candidates:settings_list", args=[SUSPENSION])
    counts = []
    for number in "un", "deux", "trois":
        submit(reverse("candidates:settings_add", args=[SUSPENSION]), answers(label=number))
        # What has just been done is told first.
        desk.get(url)
        counts.append(count_queries(lambda: desk.get(url)))

    assert counts == [counts[0]] * 3
    assert counts[0] <= 15


def test_an_unknown_list_or_row_does_not_exist(desk):
    for url in ("motifs-inconnus/", f"{SUSPENSION}/inconnu/", f"{SUSPENSION}/inconnu/retirer/"):
        assert desk.get(f"/reglages/listes/{url}").status_code == 404


# Adding


def test_a_row_is_added_where_one_wants_it(desk, submit, today):
    submit(reverse("candidates:settings_add", args=[SUSPENSION]), answers(after="health"))

    codes = [row.code for row in LISTS[SUSPENSION].heads(today)]
    assert codes[codes.index("health") + 1] == "demenagement_provisoire"
    assert Reason.objects.get(code="demenagement_provisoire").since == today


@pytest.mark.parametrize("label", ["Santé", "santé", "SANTE !"])
def test_a_label_is_there_once(desk, submit, label):
    page = submit(reverse("candidates:settings_add", args=[SUSPENSION]), answers(label=label))

    assert page.status_code == 422
    assert "existe déjà" in page.context["form"].errors["label"][0]


@pytest.mark.parametrize(
    "wrong",
    [
        {"label": ""},
        {"label": "   "},
        {"label": "?!"},
        {"label": "a\0b"},
        {"label": "x" * 121},
        {"decided_by": "nobody"},
        {"starts_on": ""},
        {"starts_on": "2019-06-01"},
        {"starts_on": "demain"},
        {"starts_on": "9999-12-31"},
        {"after": "inconnu"},
    ],
    ids=str,
)
def test_a_wrong_answer_is_told_beside_its_field(desk, submit, wrong):
    before = Reason.objects.count()

    page = submit(reverse("candidates:settings_add", args=[SUSPENSION]), answers(**wrong))

    assert page.status_code == 422
    assert list(page.context["form"].errors) == list(wrong)
    assert Reason.objects.count() == before


def test_two_long_labels_have_two_codes(desk, submit):
    for ending in "un", "deux":
        label = f"Une raison si longue que son code ne la contient pas entière, {ending}"
        submit(reverse("candidates:settings_add", args=[SUSPENSION]), answers(label=label))

    codes = Reason.objects.filter(label__startswith="Une raison si").values_list("code", flat=True)
    assert len(set(codes)) == 2


def test_a_reason_that_comes_back_has_its_code_again(desk, submit, coordinator, today):
    health = a_reason()
    with database_context(coordinator.database_context):
        Reason.objects.filter(pk=health.pk).update(until=today - 30 * DAY)

    submit(reverse("candidates:settings_add", args=[SUSPENSION]), answers(label="Santé"))

    again = a_reason()
    assert (again.since, again.until, again.version) == (today, None, health.version + 1)


def test_the_same_form_sent_twice_adds_one_row(desk):
    url, form = reverse("candidates:settings_add", args=[SUSPENSION]), answers(once=str(uuid4()))

    sent = [desk.post(url, form).status_code for _ in range(2)]

    assert sent == [302, 302]
    assert Reason.objects.filter(label=form["label"]).count() == 1


# Changing


def test_a_change_is_a_new_version_under_the_same_code(desk, submit, today):
    before = a_reason()

    submit(page_of(before), answers(before, label="Raison de santé"))

    before.refresh_from_db()
    after = a_reason()
    assert (before.label, before.until) == ("Santé", today - DAY)
    assert (after.label, after.since, after.until) == ("Raison de santé", today, None)
    assert after.version == before.version + 1


def test_what_is_over_stays_readable(desk, submit):
    submit(page_of(a_reason()), answers(a_reason(), label="Raison de santé"))

    page = desk.get(reverse("candidates:settings_list", args=[SUSPENSION]))

    assert "1 ancienne version" in page.text
    assert [row.label for row in page.context["page"].past] == ["Santé"]


def test_a_second_change_of_the_same_day_corrects_the_first(desk, submit, today):
    for label in "Raison de santé", "Soins":
        submit(page_of(a_reason()), answers(a_reason(), label=label))

    versions = Reason.objects.filter(use=ReasonUse.SUSPENSION, code="health").order_by("since")
    assert [row.label for row in versions] == ["Santé", "Soins"]


def test_a_change_to_come_is_shown_and_not_yet_in_force(desk, submit, today):
    later = today + timedelta(days=10)
    submit(page_of(a_reason()), answers(a_reason(), label="Soins", starts_on=later.isoformat()))

    in_force = Reason.objects.on(today).get(use=ReasonUse.SUSPENSION, code="health")
    page = desk.get(reverse("candidates:settings_list", args=[SUSPENSION]))

    assert (in_force.label, in_force.until) == ("Santé", later - DAY)
    assert "À venir" in page.text


def test_nothing_comes_between_a_version_and_the_next(desk, submit, today):
    later = (today + timedelta(days=10)).isoformat()
    submit(page_of(a_reason()), answers(a_reason(), label="Soins", starts_on=later))

    page = submit(page_of(a_reason()), answers(a_reason(), label="Maladie"))

    assert page.status_code == 422
    assert "Une version commence déjà" in page.context["form"].errors["starts_on"][0]


def test_moving_a_row_makes_no_version(desk, submit, today):
    submit(page_of(a_reason("unreachable")), answers(a_reason("unreachable"), after=""))

    assert LISTS[SUSPENSION].heads(today)[0].code == "unreachable"
    assert Reason.objects.filter(use=ReasonUse.SUSPENSION, code="unreachable").count() == 1


def test_a_row_does_not_take_the_name_of_another(desk, submit):
    page = submit(page_of(a_reason("family")), answers(a_reason("family"), label="Santé"))

    assert page.status_code == 422
    assert "label" in page.context["form"].errors


def test_the_slower_of_two_people_sees_both_versions_and_may_insist(desk, submit):
    shown = a_reason()
    submit(page_of(shown), answers(shown, label="Raison de santé"))

    late = submit(page_of(shown), answers(shown, label="Soins"))

    assert late.status_code == 409
    assert ("Libellé", "Soins", "Raison de santé") in late.context["conflicts"]
    assert a_reason().label == "Raison de santé"
    submit(page_of(shown), dict(late.context["kept"]))
    assert a_reason().label == "Soins"


@pytest.mark.parametrize(
    ("count", "unit"),
    [
        ("0", "days"),
        ("-1", "days"),
        ("1" + "0" * 30, "days"),
        ("366", "days"),
        ("25", "months"),
        ("", "days"),
        ("cinq", "days"),
        ("5\x00", "days"),
    ],
)
def test_an_absurd_delay_is_refused(desk, submit, today, count, unit):
    delay = DeadlinePolicy.objects.get(code="diagnosis")
    form = {"count": count, "unit": unit, "version": delay.version, "starts_on": today.isoformat()}

    page = submit(page_of(delay, "delais"), form)

    assert page.status_code == 422
    assert list(page.context["form"].errors) == ["count"]


# Retiring


def test_what_is_retired_is_kept_for_the_files_that_hold_it(desk, submit, today):
    row = a_reason()

    submit(
        page_of(row, route="settings_retire"),
        {"starts_on": today.isoformat(), "version": row.version},
    )

    row.refresh_from_db()
    assert row.until == today - DAY
    assert desk.get(page_of(row)).status_code == 404


def test_a_use_keeps_its_last_reason(desk, submit, today):
    for row in LISTS[SUSPENSION].heads(today):
        page = submit(
            page_of(row, route="settings_retire"),
            {"starts_on": today.isoformat(), "version": row.version},
        )

    assert page.status_code == 422
    assert "dernier de la liste" in page.text
    assert Reason.objects.on(today).filter(use=ReasonUse.SUSPENSION).count() == 1


def test_retiring_what_somebody_has_just_changed_is_refused(desk, submit, today):
    shown = a_reason()
    submit(page_of(shown), answers(shown, label="Soins"))

    late = submit(
        page_of(shown, route="settings_retire"),
        {"starts_on": today.isoformat(), "version": shown.version},
    )

    assert late.status_code == 409


# Events: exactly one is mandatory


def mandatory(today):
    return [row.code for row in EventKind.objects.on(today).filter(is_mandatory=True)]


def test_the_mandatory_event_may_be_another_one(desk, submit, today):
    forum = EventKind.objects.get(code="job_forum")

    submit(
        page_of(forum, "evenements"),
        {
            "label": forum.label,
            "is_mandatory": "on",
            "after": "",
            "version": forum.version,
            "starts_on": today.isoformat(),
        },
    )

    assert mandatory(today) == ["job_forum"]
    assert mandatory(today - DAY) == ["information"]


def test_there_is_always_a_mandatory_event(desk, submit, today):
    meeting = EventKind.objects.get(is_mandatory=True, until=None)
    form = {"label": meeting.label, "version": meeting.version, "starts_on": today.isoformat()}

    unticked = submit(page_of(meeting, "evenements"), form)
    retired = submit(page_of(meeting, "evenements", "settings_retire"), form)

    assert "is_mandatory" in unticked.context["form"].errors
    assert retired.status_code == 422
    assert mandatory(today) == ["information"]


def test_the_database_itself_refuses_two_versions_of_a_day(coordinator, today):
    item = ChecklistItem.objects.order_by("pk").first()
    item.pk = None

    with (
        pytest.raises(IntegrityError),
        database_context(coordinator.database_context),
        transaction.atomic(),
    ):
        item.save()


# Criteria


def criteria_answers(rule_set, **fields):
    given = {f"{rule.criterion}_cure": rule.cure for rule in rule_set.rules.all()}
    given |= {
        "majority_value": "18",
        "language_value": "A2",
        "precarity_value": ["no_lease", "eviction"],
        "version": rule_set.version,
        "starts_on": timezone.localdate().isoformat(),
    }
    return given | fields


def test_criteria_change_from_a_day_on(desk, submit, today):
    before = rules_on(today)

    submit(reverse("candidates:criteria_change"), criteria_answers(before, language_value="B1"))

    rules = {rule.criterion: rule for rule in rules_on(today).rules.all()}
    assert len(rules) == before.rules.count()
    assert (rules["language"].value, rules["majority"].value) == ("B1", 18)
    assert rules_on(today - DAY) == before


def test_an_evaluation_keeps_the_criteria_it_was_made_with(
    desk, submit, prescriber, coordinator, today
):
    first = rules_on(today)
    submit(reverse("candidates:criteria_change"), criteria_answers(first, language_value="B1"))
    parcours = orient(prescriber, people=[a_candidate()])
    with database_context(coordinator.database_context):
        judged_with = parcours.evaluations.get().rule_set

    again = criteria_answers(judged_with, language_value="C1")
    page = submit(reverse("candidates:criteria_change"), again)

    assert page.status_code == 422
    assert "sont déjà fixés" in page.text
    tomorrow = (today + DAY).isoformat()
    submit(reverse("candidates:criteria_change"), again | {"starts_on": tomorrow})
    assert rules_on(today) == judged_with
    assert rules_on(today + DAY).rules.get(criterion="language").value == "C1"


@pytest.mark.parametrize(
    "wrong",
    [
        {"majority_value": "0"},
        {"majority_value": "1" + "0" * 30},
        {"language_value": "Z9"},
        {"precarity_value": []},
        {"precarity_value": ["none"]},
        {"language_cure": ""},
        {"language_cure": "a\0b"},
        {"starts_on": "2020-01-01"},
    ],
    ids=str,
)
def test_wrong_criteria_are_told_beside_their_field(desk, submit, today, wrong):
    page = submit(reverse("candidates:criteria_change"), criteria_answers(rules_on(today), **wrong))

    assert page.status_code == 422
    assert list(page.context["form"].errors) == list(wrong)
    assert EligibilityRuleSet.objects.count() == 1


def test_two_people_do_not_change_the_criteria_at_once(desk, submit, today):
    shown = rules_on(today)
    submit(reverse("candidates:criteria_change"), criteria_answers(shown, language_value="B1"))

    late = submit(
        reverse("candidates:criteria_change"), criteria_answers(shown, language_value="A1")
    )

    assert late.status_code == 409
    submit(
        reverse("candidates:criteria_change"),
        criteria_answers(rules_on(today), language_value="A1"),
    )
    assert rules_on(today).rules.get(criterion="language").value == "A1"


# What a change touches, and who made it


def test_the_page_says_how_many_files_keep_their_version(
    desk, prescriber, coordinator, upstream, today
):
    orient(prescriber)
    at_information(prescriber, coordinator, upstream)

    delay = DeadlinePolicy.objects.get(code="information")
    touched = desk.get(page_of(delay, "delais")).context["touched"]

    # Both came today: neither has an older version to keep.
    assert (touched.keep, touched.take) == (0, 2)


def test_the_journal_tells_each_change_once(desk, submit, coordinator):
    submit(page_of(a_reason()), answers(a_reason(), label="Soins"))

    page = desk.get(reverse("candidates:settings_journal"))

    assert [change.where for change in page.context["changes"]] == ["Motifs\u00a0: suspension"]
    assert "Soins" in page.context["changes"][0].what
    assert page.context["changes"][0].who
    shown = desk.get(reverse("candidates:settings_list", args=[SUSPENSION]))
    assert f"Modifié par {page.context['changes'][0].who}" in shown.text


def test_the_journal_tells_every_sort_of_setting(desk, submit, coordinator, today):
    delay = DeadlinePolicy.objects.get(code="information")
    submit(page_of(a_reason()), answers(a_reason(), label="Soins"))
    form = {
        "count": 9,
        "unit": delay.unit,
        "version": delay.version,
        "starts_on": today.isoformat(),
    }
    submit(page_of(delay, "delais"), form)
    submit(
        reverse("candidates:criteria_change"),
        criteria_answers(rules_on(today), language_value="B1"),
    )
    with database_context(coordinator.database_context):
        add_help_sheet(
            actor=coordinator,
            title="Une fiche",
            body="Texte.",
            stage="",
            is_published=True,
            after="",
        )

    changes = desk.get(reverse("candidates:settings_journal")).context["changes"]

    since = f"à partir du {short_day(today)}"
    assert {change.where: change.what for change in changes} == {
        "Motifs\u00a0: suspension": f"«\u00a0Soins\u00a0», modifié {since}",
        "Délais": f"«\u00a0Information collective\u00a0», modifié {since}",
        "Critères d’éligibilité": f"Critères modifiés {since}",
        "Fiches d’aide": "«\u00a0Une fiche\u00a0», ajoutée",
    }
    assert len(changes) == 4
    assert all(change.who for change in changes)

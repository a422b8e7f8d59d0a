"""Each decision is told to those it concerns, in the transaction of its act, and names nobody."""

import pytest
from django.db import transaction
from django.utils import timezone

from candidates import services
from candidates.enums import Answer, Link, ReasonUse, Stage
from candidates.models import Parcours, Person
from candidates.selectors import moving_adults
from candidates.services import NewPerson
from emile.core.context import database_context, system
from emile.core.models import MessageState, OutboxMessage
from emile.core.tasks import deliver
from emile.core.templatetags.emile import day
from operators.enums import MembershipRole, OrganisationKind
from operators.models import Membership, Organisation, User
from tests.factories import (
    a_candidate,
    act,
    at_follow_up,
    at_immersion,
    at_information,
    at_positioning,
    at_reflection,
    at_validation,
    closed,
    correct_last_act,
    leave,
    make_membership,
    orient,
    propose,
    reason_to,
    say,
    suspend,
)


SECRET = "Motif que personne d’autre ne doit lire."
COUPLE = [
    a_candidate(first_name="Zéphyrine", last_name="Quatrevaux"),
    NewPerson(
        link=Link.PARTNER,
        fields={"first_name": "Ysoline", "last_name": "Brindeau", "nationality": "french"},
    ),
]


@pytest.fixture(autouse=True)
def addresses(coordinator, prescriber, upstream, host, other_host) -> dict[str, str]:
    """Each organisation's own."""
    cast = {
        "coordination": coordinator,
        "orientation": prescriber,
        "amont": upstream,
        "accueil": host,
        "autre-accueil": other_host,
    }
    for name, actor in cast.items():
        organisation = Organisation.objects.filter(pk=actor.organisation_id)
        organisation.update(email=f"{name}@exemple.test")
    return {name: f"{name}@exemple.test" for name in cast}


def letters(parcours: Parcours) -> list[OutboxMessage]:
    """Those of the last act."""
    last = parcours.events.latest("sequence")
    return list(OutboxMessage.objects.filter(key__contains=f":{last.pk}:").order_by("pk"))


def told(parcours: Parcours) -> set[tuple[str, str]]:
    """Of the last act: which letter, to whom."""
    found = [(one.key.split(":")[0], one.recipient.split("@")[0]) for one in letters(parcours)]
    assert len(found) == len(set(found))
    return set(found)


@pytest.fixture
def team(prescriber, coordinator, upstream):
    return prescriber, coordinator, upstream


# One act after the other


def test_eligible_is_told_to_who_oriented_and_to_who_takes_over(team):
    parcours = at_information(*team)

    assert told(parcours) == {("entrusted", "amont"), ("eligible", "orientation")}
    entrusted, eligible = letters(parcours)
    reference, due = parcours.household.reference, day(parcours.due_on)
    assert (entrusted.subject, entrusted.parcours_id) == (
        f"Dossier {reference}\u00a0: confié à votre organisation",
        parcours.pk,
    )
    assert f"C’est à vous de jouer, avant le {due}." in entrusted.body
    assert f"C’est à Amont de test de jouer, avant le {due}." in eligible.body
    assert all(parcours.get_absolute_url() in one.body for one in (entrusted, eligible))


def test_a_complement_is_asked_of_who_oriented(prescriber, coordinator):
    parcours = orient(prescriber)

    act(services.ask_prescriber, coordinator, parcours, reason=SECRET)

    assert told(parcours) == {("complement_asked", "orientation")}


def test_a_proposal_says_when_its_answer_is_due(team, upstream, host, other_host):
    parcours = at_positioning(*team)
    propose(upstream, parcours, host)

    placement = propose(upstream, parcours, other_host, "lozere")

    assert told(parcours) == {("placement_proposed", "autre-accueil")}
    (letter,) = letters(parcours)
    assert day(placement.answer_due_on) in letter.subject
    assert "Accueil de test" not in letter.body


def test_what_the_coordinator_proposes_is_told_upstream_too(team, coordinator, other_host):
    parcours = at_positioning(*team)

    propose(coordinator, parcours, other_host)

    assert told(parcours) == {
        ("placement_proposed", "autre-accueil"),
        ("placement_proposed_for", "amont"),
    }


def test_accepting_is_told_upstream_and_to_those_who_need_not_answer_any_more(
    team, upstream, host, other_host
):
    parcours = at_positioning(*team)
    placement = propose(upstream, parcours, host)
    propose(upstream, parcours, other_host, "lozere")

    act(services.accept_placement, host, parcours, placement=placement)

    assert told(parcours) == {
        ("placement_accepted", "amont"),
        ("placement_withdrawn", "autre-accueil"),
    }
    withdrawn = letters(parcours)[-1]
    assert "Accueil de test" not in withdrawn.body
    assert parcours.get_absolute_url() not in withdrawn.body


def test_declining_is_told_upstream_without_the_reason(team, upstream, host):
    parcours = at_positioning(*team)
    placement = propose(upstream, parcours, host)
    why = reason_to(ReasonUse.DECLINE)

    act(
        services.decline_placement,
        host,
        parcours,
        placement=placement,
        decline_reason=why,
        reason=SECRET,
    )

    assert told(parcours) == {("placement_declined", "amont")}
    assert why.label not in letters(parcours)[0].body


def test_withdrawing_is_told_to_the_host(team, upstream, host):
    parcours = at_positioning(*team)
    placement = propose(upstream, parcours, host)

    act(services.withdraw_placement, upstream, parcours, placement=placement)

    assert told(parcours) == {("placement_withdrawn", "accueil")}


def test_a_report_is_told_upstream(team, host):
    assert told(at_reflection(*team, host)) == {("stay_reported", "amont")}


def test_the_household_has_said_yes_once_every_adult_has(team, upstream, host):
    parcours = at_reflection(*team, host, people=COUPLE)
    seen = []

    for person in moving_adults(parcours, timezone.localdate()):
        act(services.answer_household, upstream, parcours, person=person, answer=Answer.YES)
        seen.append(told(parcours))

    assert seen == [set(), {("household_agrees", "accueil")}]


def test_the_host_learns_that_the_project_ends_as_it_would_for_any_other_reason(
    team, upstream, host
):
    refused, sent_back = at_reflection(*team, host, people=COUPLE), at_reflection(*team, host)
    first, _ = moving_adults(refused, timezone.localdate())

    act(
        services.answer_household,
        upstream,
        refused,
        person=first,
        answer=Answer.NO,
        reason=SECRET,
    )
    act(services.return_to_preparation, upstream, sent_back, reason=SECRET)

    assert told(refused) == told(sent_back) == {("placement_ended", "accueil")}
    bodies = [
        letters(one)[0].body.replace(one.household.reference, "") for one in (refused, sent_back)
    ]
    assert bodies[0] == bodies[1]


def test_what_the_host_sends_back_is_told_upstream(team, host):
    parcours = at_immersion(*team, host)

    act(services.return_to_preparation, host, parcours, reason=SECRET)

    assert told(parcours) == {("sent_back", "amont")}


def test_the_round_table_is_told_once_it_has_decided(team, upstream, host):
    parcours = at_validation(*team, host)

    say(upstream, parcours, "upstream")
    assert told(parcours) == set()
    validated = say(host, parcours, "host", "adult")

    assert validated.stage == Stage.INSTALLATION
    assert told(parcours) == {("project_validated", "amont"), ("project_validated", "orientation")}


def test_whoever_refuses_the_others_learn_where_the_file_goes(team, upstream, host):
    by_host, by_upstream = at_validation(*team, host), at_validation(*team, host)

    say(host, by_host, "host", agrees=False, reason=SECRET)
    say(upstream, by_upstream, "upstream", agrees=False, reason=SECRET)

    assert told(by_host) == {("project_refused", "amont")}
    assert told(by_upstream) == {("placement_ended", "accueil")}


def test_moving_in_is_told_without_saying_where(team, host):
    parcours = at_follow_up(*team, host)

    assert told(parcours) == {("settled", "amont"), ("settled", "orientation")}
    for letter in letters(parcours):
        assert all(word not in letter.body for word in ("Aurillac", "Cantal", "Accueil de test"))
        assert day(parcours.due_on) in letter.body


def test_leaving_the_programme_is_told_to_every_other_team(team, upstream, host):
    placed, proposed = at_immersion(*team, host), at_positioning(*team)
    propose(upstream, proposed, host)

    leave(upstream, placed)
    leave(upstream, proposed)

    teams = {("exited", "coordination"), ("exited", "orientation")}
    assert told(placed) == teams | {("exited", "accueil")}
    assert told(proposed) == teams | {("placement_withdrawn", "accueil")}


def test_a_file_that_sleeps_is_told_to_nobody(team, upstream):
    parcours = at_information(*team)

    suspend(upstream, parcours)
    asleep = told(parcours)
    act(services.resume_parcours, upstream, parcours)

    assert asleep == told(parcours) == set()


# What holds for all of them


def test_no_letter_of_a_whole_life_names_anybody(team, host):
    closed(*team, host, people=COUPLE)

    with database_context(system("relecture")):
        people: list[Person | User] = [*Person.objects.all(), *User.objects.all()]
    names = {name for one in people for name in (one.first_name, one.last_name)}
    written = list(OutboxMessage.objects.all())
    assert {"Zéphyrine", "Brindeau", "Camille"} < names
    assert len(written) >= 9
    for letter in written:
        assert [name for name in names if name in letter.subject + letter.body] == []
        assert all(word not in letter.body for word in ("Jointe par", "Aurillac", SECRET))


def test_nothing_is_told_to_the_organisation_that_acted(team, upstream, host):
    parcours = closed(*team, host)
    leave(upstream, at_immersion(*team, host))

    actors = dict(parcours.events.model.objects.values_list("pk", "actor_organisation_id"))
    for letter in OutboxMessage.objects.filter(calendar=""):
        assert letter.organisation_id != actors[int(letter.key.split(":")[1])]


def test_who_both_orients_and_takes_over_is_told_once(prescriber, coordinator):
    both = Organisation.objects.filter(pk=prescriber.organisation_id)
    both.update(kinds=[OrganisationKind.PRESCRIBER, OrganisationKind.UPSTREAM])

    parcours = at_information(prescriber, coordinator, prescriber)

    assert told(parcours) == {("entrusted", "orientation")}


def test_without_an_address_its_active_managers_are_told(team, upstream):
    Organisation.objects.filter(pk=upstream.organisation_id).update(email="")
    manager = {"name": "Amont de test", "role": MembershipRole.MANAGER}
    kind = OrganisationKind.UPSTREAM
    for name in ("une", "autre"):
        make_membership(kind, email=f"{name}@exemple.test", **manager)
    gone = make_membership(kind, email="partie@exemple.test", **manager)
    Membership.objects.filter(pk=gone.pk).update(is_active=False)

    parcours = at_information(*team)

    assert told(parcours) == {
        ("entrusted", "une"),
        ("entrusted", "autre"),
        ("eligible", "orientation"),
    }


def test_an_organisation_that_has_left_the_programme_is_told_nothing(team, prescriber):
    parcours = at_positioning(*team)
    Organisation.objects.filter(pk=prescriber.organisation_id).update(is_active=False)

    leave(team[2], parcours)

    assert told(parcours) == {("exited", "coordination")}


def test_an_act_that_is_undone_tells_nothing(prescriber, coordinator, upstream):
    with transaction.atomic():
        at_information(prescriber, coordinator, upstream)
        transaction.set_rollback(True)

    assert not OutboxMessage.objects.exists()


def test_correcting_an_act_takes_back_its_letters_and_no_others(team, upstream, host):
    parcours = at_positioning(*team)
    before = set(OutboxMessage.objects.values_list("key", flat=True))
    placement = propose(upstream, parcours, host)
    proposed = letters(parcours)[0].key
    act(services.accept_placement, host, parcours, placement=placement)

    correct_last_act(host, parcours)

    assert set(OutboxMessage.objects.values_list("key", flat=True)) == {*before, proposed}


def test_done_again_after_a_correction_it_is_told_again(team, upstream, host):
    parcours = at_positioning(*team)
    first = propose(upstream, parcours, host)
    OutboxMessage.objects.update(state=MessageState.SENT, sent_at=timezone.now())
    correct_last_act(upstream, parcours)

    second = propose(upstream, parcours, host)

    told_twice = OutboxMessage.objects.filter(key__startswith="placement_proposed:")
    assert (first == second, told_twice.count()) == (False, 2)


def test_telling_costs_the_same_however_many_files_and_people(
    prescriber, coordinator, count_queries
):
    def ask(parcours):
        return lambda: act(services.ask_prescriber, coordinator, parcours, reason=SECRET)

    alone = count_queries(ask(orient(prescriber)))
    children = [
        NewPerson(link=Link.CHILD, fields={"first_name": f"Lila {n}", "last_name": "Exemple"})
        for n in range(4)
    ]
    among_others = [orient(prescriber, people=[*COUPLE, *children]) for _ in range(5)][-1]

    assert count_queries(ask(among_others)) == alone


def test_a_letter_arrives_as_it_was_written(team, smtp_sink):
    parcours = at_information(*team)

    for letter in letters(parcours):
        deliver(message_id=letter.pk)
        deliver(message_id=letter.pk)

    assert [one["To"] for one in smtp_sink] == ["amont@exemple.test", "orientation@exemple.test"]
    # Folding a long subject leaves a space in front of it.
    assert smtp_sink[0]["Subject"].strip() == letters(parcours)[0].subject
    assert "C’est à vous de jouer, avant le" in smtp_sink[0].get_content()

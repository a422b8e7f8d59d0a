"""Committees: what they examine, who reads it, words that move nothing, and the paper."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import ProgrammingError, transaction
from django.urls import reverse
from django.utils import timezone

from candidates.enums import Stage
from candidates.models import Parcours, ParcoursEvent
from emile.core.context import database_context, system
from emile.steering.models import Committee, CommitteeItem, CommitteeKind, FieldReport
from emile.steering.services.committees import note_decision, refresh_agenda
from emile.steering.services.field_reports import answer_report
from operators.enums import OrganisationKind
from operators.models import Organisation
from territories.models import Territory
from tests.factories import (
    at_immersion,
    at_validation,
    call_committee,
    make_actor,
    suspend,
    tell_of_the_field,
)
from tests.harness.pdf import Pdf


pytestmark = pytest.mark.django_db
LIST, OPEN = reverse("steering:committees"), reverse("steering:committee_open")


@pytest.fixture
def waiting(prescriber, coordinator, upstream, host):
    return at_validation(prescriber, coordinator, upstream, host)


def post(browser, url, **said):
    return browser.post(url, {"once": str(uuid4()), **said})


def examined(committee, actor=None):
    with database_context(actor.database_context if actor else system("test")):
        return [one.parcours_id for one in CommitteeItem.objects.filter(committee=committee)]


def item_of(committee):
    with database_context(system("test")):
        return CommitteeItem.objects.select_related("parcours").get(committee=committee)


def decide(browser, item, words="Le comité est favorable.", *, version=0):
    url = reverse("steering:committee_decision", args=[item.public_id])
    return post(browser, url, decision=words, version=version)


def test_it_examines_the_files_that_wait_at_its_stage(
    waiting, prescriber, coordinator, upstream, host
):
    elsewhere = at_immersion(prescriber, coordinator, upstream, host)

    assert examined(call_committee(coordinator)) == [waiting.pk]
    at_stay = call_committee(coordinator, kind=CommitteeKind.IMMERSION)
    assert examined(at_stay) == [elsewhere.pk]
    assert examined(call_committee(coordinator, kind=CommitteeKind.INSTALLATION)) == []
    assert examined(call_committee(coordinator, kind=CommitteeKind.STEERING)) == []


def test_it_examines_those_of_its_territories(waiting, coordinator):
    there, elsewhere = (list(Territory.objects.filter(slug=slug)) for slug in ("cantal", "lozere"))

    assert examined(call_committee(coordinator, territories=there)) == [waiting.pk]
    assert examined(call_committee(coordinator, territories=elsewhere)) == []


def test_a_file_that_sleeps_is_not_examined(waiting, coordinator):
    suspend(coordinator, waiting)

    assert examined(call_committee(coordinator)) == []


def test_the_agenda_follows_the_files_and_keeps_what_was_said(
    waiting, prescriber, coordinator, upstream, host
):
    committee = call_committee(coordinator)
    other = at_validation(prescriber, coordinator, upstream, host)
    suspend(coordinator, waiting)

    def refresh():
        with database_context(coordinator.database_context):
            refresh_agenda(actor=coordinator, committee=committee, on=timezone.localdate())

    refresh()
    assert examined(committee) == [other.pk]
    with database_context(coordinator.database_context):
        note_decision(
            actor=coordinator,
            item=item_of(committee),
            version=0,
            decision="Favorable.",
            now=timezone.now(),
        )
    suspend(coordinator, other)
    refresh()
    assert examined(committee) == [other.pk]


def test_a_decision_is_words_and_moves_nothing(signed_in, waiting, coordinator):
    committee = call_committee(coordinator)
    with database_context(system("test")):
        before = Parcours.objects.values().get(pk=waiting.pk)
        acts = ParcoursEvent.objects.count()
    assert decide(signed_in(coordinator), item_of(committee)).status_code == 302

    item = item_of(committee)
    assert (item.decision, item.decided_by_id) == ("Le comité est favorable.", coordinator.user_id)
    with database_context(system("test")):
        assert Parcours.objects.values().get(pk=waiting.pk) == before
        assert ParcoursEvent.objects.count() == acts
    assert before["stage"] == Stage.VALIDATION
    assert (
        "Le comité est favorable." in signed_in(coordinator).get(committee.get_absolute_url()).text
    )


def test_whoever_decides_on_an_older_page_is_told_and_loses_nothing(
    signed_in, waiting, coordinator
):
    item, browser = item_of(call_committee(coordinator)), signed_in(coordinator)
    decide(browser, item, "La première.")
    page = decide(browser, item, "La seconde.")

    assert item_of(item.committee_id).decision == "La première."
    for words in ("Une autre personne a modifié", "La première.", "La seconde."):
        assert words in page.text


def test_those_present_read_the_files_that_they_may_open(
    signed_in, waiting, coordinator, upstream, host
):
    stranger = make_actor(OrganisationKind.HOST, name="Autre accueil")
    state = make_actor(OrganisationKind.STATE)
    committee = call_committee(coordinator, host, stranger, state)
    reference = waiting.household.reference
    url = committee.get_absolute_url()

    def reads(actor):
        page = signed_in(actor).get(url)
        return page.status_code == 200 and reference in page.text.replace("\u2011", "-")

    assert reads(coordinator)
    assert reads(host)
    assert signed_in(stranger).get(url).status_code == 200
    assert not reads(stranger)
    assert not reads(state)
    # Holds the file, and was not there.
    assert signed_in(upstream).get(url).status_code == 404


def test_the_database_says_the_same(waiting, coordinator, upstream, host):
    stranger = make_actor(OrganisationKind.HOST, name="Autre accueil")
    committee = call_committee(coordinator, host, stranger)

    assert examined(committee, coordinator) == [waiting.pk]
    assert examined(committee, host) == [waiting.pk]
    assert examined(committee, stranger) == []
    assert examined(committee, upstream) == []
    history = CommitteeItem.history.rel.related_model
    for actor, seen in ((host, 1), (stranger, 0), (upstream, 0)):
        with database_context(actor.database_context):
            assert history.objects.count() == seen
            assert CommitteeItem.objects.update(version=9) == 0
    with (
        pytest.raises(ProgrammingError),
        transaction.atomic(),
        database_context(host.database_context),
    ):
        CommitteeItem.objects.create(committee=committee, parcours=waiting, stage=Stage.VALIDATION)


def test_what_the_field_tells_goes_to_the_next_committee(signed_in, host, coordinator):
    report, left = tell_of_the_field(host), tell_of_the_field(host)
    with database_context(coordinator.database_context):
        answer_report(
            actor=coordinator,
            report=report,
            version=0,
            answer="",
            is_for_committee=True,
            now=timezone.now(),
        )
    committee = call_committee(coordinator, kind=CommitteeKind.STEERING)

    with database_context(system("test")):
        assert FieldReport.objects.get(pk=report.pk).committee_id == committee.pk
        assert not FieldReport.objects.for_committee().exists()
        assert FieldReport.objects.get(pk=left.pk).committee_id is None
    assert report.text in signed_in(coordinator).get(committee.get_absolute_url()).text


def test_it_is_prepared_then_edited(signed_in, waiting, coordinator, host):
    browser, tomorrow = signed_in(coordinator), timezone.localdate() + timedelta(days=1)
    seat = Organisation.objects.get(pk=host.organisation_id)
    answer = post(
        browser, OPEN, kind="validation", held_on=f"{tomorrow}", organisations=[seat.public_id]
    )
    committee = Committee.objects.get()

    assert answer.url == committee.get_absolute_url()
    assert list(committee.organisations.all()) == [seat]
    assert examined(committee) == [waiting.pk]
    url = reverse("steering:committee_edit", args=[committee.public_id])
    changed = {"held_on": f"{timezone.localdate()}", "organisations": []}
    assert post(browser, url, **changed, version=0).status_code == 302
    assert not committee.organisations.exists()
    assert "Une autre personne a modifié" in post(browser, url, **changed, version=0).text


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("kind", "", "Choisissez un comité."),
        ("kind", "bal", "Choisissez un comité de la liste."),
        ("held_on", "", "obligatoire"),
        ("held_on", "31/02/2026", "date"),
        ("territories", "nulle-part", "Choisissez des territoires de la liste."),
        ("organisations", "1", "UUID valide"),
        (
            "organisations",
            "00000000-0000-4000-8000-000000000000",
            "Choisissez des organisations de la liste.",
        ),
    ],
)
def test_what_cannot_be_prepared_is_said_beside_its_field(
    signed_in, coordinator, field, value, said
):
    asked = {"kind": "validation", "held_on": "2026-11-01"}
    page = post(signed_in(coordinator), OPEN, **asked | {field: value})

    assert page.status_code == 422
    assert said in page.text
    assert not Committee.objects.exists()


def test_the_paper_is_for_everyone_and_names_nobody(signed_in, waiting, coordinator):
    committee, browser = call_committee(coordinator), signed_in(coordinator)
    decide(browser, item_of(committee))
    answer = browser.get(reverse("steering:committee_paper", args=[committee.public_id]))

    paper = Pdf(answer.content)
    text = paper.text.replace("\u2011", "-")
    assert (paper.is_marked, paper.language) == (True, "fr")
    assert waiting.household.reference in text
    assert "Le comité est favorable." in text
    with database_context(system("test")):
        names = [one.person.last_name for one in waiting.household.members.all()]
    assert not any(name in text for name in names)


def test_who_must_not_be_found_is_not_on_the_paper(signed_in, waiting, coordinator):
    with database_context(coordinator.database_context):
        type(waiting.household).objects.filter(pk=waiting.household_id).update(
            must_not_be_found=True
        )
    committee = call_committee(coordinator)
    answer = signed_in(coordinator).get(
        reverse("steering:committee_paper", args=[committee.public_id])
    )

    text = Pdf(answer.content).text.replace("\u2011", "-")
    assert waiting.household.reference not in text
    assert "1 dossier en plus" in text.replace("\u00a0", " ")


def test_a_page_costs_the_same_however_many_files(
    signed_in, waiting, prescriber, coordinator, upstream, host, django_assert_max_num_queries
):
    browser, costs = signed_in(coordinator), []
    for _ in range(2):
        committee = call_committee(coordinator)
        with django_assert_max_num_queries(15) as asked:
            browser.get(committee.get_absolute_url())
        costs.append(len(asked))
        at_validation(prescriber, coordinator, upstream, host)

    assert costs[0] == costs[1]

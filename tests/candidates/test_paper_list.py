"""What a household is expected to bring, how far it is, and the reminder of what is missing."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from candidates import services
from candidates.enums import DocumentKind, DocumentReceipt, PaperState
from candidates.models import ExpectedPaper, Person, ResidencePermit
from candidates.selectors.paper_list import paper_list
from emile.core.context import database_context, system
from emile.core.models import OutboxMessage
from emile.core.workflow import TransitionRefused
from operators.models import Organisation
from tests.factories import act, at_diagnosis, at_preparation, orient, send_paper


pytestmark = pytest.mark.django_db


@pytest.fixture
def parcours(prescriber, coordinator):
    """Of somebody alone; the orienting body has an address."""
    Organisation.objects.filter(pk=prescriber.organisation_id).update(email="suivi@exemple.test")
    return orient(prescriber)


def listed(parcours):
    with database_context(system("test")):
        fresh = type(parcours).objects.for_detail().get(pk=parcours.pk)
        return paper_list(fresh, timezone.localdate())


def line_of(parcours, kind):
    [line] = [one for one in listed(parcours).lines if one.paper.kind == kind]
    return line


def candidate_of(parcours):
    with database_context(system("test")):
        return parcours.household.members.get().person


def see(actor, parcours, kind, means=DocumentReceipt.SEEN, **fields):
    return act(services.see_document, actor, parcours, kind=kind, means=means, **fields)


def section_of(parcours):
    return reverse("candidates:file_exchanges", args=[parcours.public_id])


def test_the_list_grows_with_the_stage(prescriber, coordinator, upstream, parcours):
    kinds = [
        {line.paper.kind for line in listed(one).lines}
        for one in (
            parcours,
            at_diagnosis(prescriber, coordinator, upstream),
            at_preparation(prescriber, coordinator, upstream),
        )
    ]

    assert kinds[0] < kinds[1] < kinds[2]
    assert {"identity", "lodging"} <= kinds[0]
    assert {"tax", "benefits"} <= kinds[1]
    assert "cv" in kinds[2]


@pytest.mark.parametrize(
    ("nationality", "is_expected"), [("french", False), ("european", False), ("other", True)]
)
def test_a_permit_is_asked_of_those_who_need_one(parcours, nationality, is_expected):
    with database_context(system("test")):
        Person.objects.update(nationality=nationality)

    kinds = {line.paper.kind for line in listed(parcours).lines}

    assert ("permit" in kinds) is is_expected


def test_a_paper_seen_in_the_original_needs_no_file(parcours, prescriber, signed_in):
    before = listed(parcours).percent

    see(prescriber, parcours, DocumentKind.IDENTITY, person=candidate_of(parcours))

    line = line_of(parcours, "identity")
    assert line.state is PaperState.COMPLETE
    assert line.proof.told.startswith("Vu en original le ")
    assert " par " in line.proof.told
    assert listed(parcours).percent > before
    page = signed_in(prescriber).get(section_of(parcours)).text
    assert f"soit {listed(parcours).percent}\u00a0%" in page


def test_seeing_it_closes_what_was_asked(parcours, prescriber, coordinator):
    act(
        services.ask_documents,
        coordinator,
        parcours,
        kinds=[DocumentKind.LODGING],
        wanted_by=timezone.localdate(),
    )

    see(prescriber, parcours, DocumentKind.LODGING)

    with database_context(system("test")):
        [asked] = parcours.document_requests.all()
        assert not parcours.document_requests.missing().exists()
        assert asked.receptions.count() == 1


def test_a_file_counts_once_it_is_checked(parcours, prescriber):
    send_paper(prescriber, parcours, kind=DocumentKind.LODGING, is_checked=False)
    assert line_of(parcours, "lodging").state is PaperState.CHECKING

    send_paper(prescriber, parcours, kind=DocumentKind.LODGING)
    assert line_of(parcours, "lodging").state is PaperState.COMPLETE


def test_a_paper_that_ends_soon_is_a_task_and_then_is_missing(
    parcours, prescriber, signed_in, time_machine
):
    now = timezone.now()
    ends = timezone.localdate() + timedelta(days=90)
    send_paper(
        prescriber,
        parcours,
        kind=DocumentKind.IDENTITY,
        person=candidate_of(parcours),
        expires_on=ends,
    )
    assert not line_of(parcours, "identity").expires_soon

    time_machine.move_to(now + timedelta(days=31))
    assert line_of(parcours, "identity").expires_soon
    assert "Expire le" in signed_in(prescriber).get(section_of(parcours)).text

    time_machine.move_to(now + timedelta(days=92))
    assert line_of(parcours, "identity").state is PaperState.EXPIRED
    assert line_of(parcours, "identity") in listed(parcours).missing


def test_what_ends_soon_is_on_the_list_of_what_is_to_do(
    parcours, prescriber, signed_in, time_machine
):
    now, ends = timezone.now(), timezone.localdate() + timedelta(days=90)
    to_do, listing = reverse("candidates:to_do"), reverse("candidates:parcours_list")
    paper = {"kind": DocumentKind.IDENTITY, "person": candidate_of(parcours)}
    send_paper(prescriber, parcours, **paper, expires_on=ends)
    assert "avec une pièce qui expire" not in signed_in(prescriber).get(to_do).text

    time_machine.move_to(now + timedelta(days=31))
    browser = signed_in(prescriber)
    assert "avec une pièce qui expire" in browser.get(to_do).text
    reference = parcours.household.reference
    assert reference in browser.get(listing, {"papers": "ends_soon"}).text

    send_paper(prescriber, parcours, **paper)
    assert "avec une pièce qui expire" not in signed_in(prescriber).get(to_do).text


def test_a_permit_noted_as_seen_is_enough(parcours):
    today = timezone.localdate()
    with database_context(system("test")):
        Person.objects.update(nationality="other")
        ResidencePermit.objects.all().delete()
        permit = ResidencePermit.objects.create(
            person=candidate_of(parcours), kind="card", expires_on=today + timedelta(days=200)
        )
    assert line_of(parcours, "permit").state is PaperState.MISSING

    with database_context(system("test")):
        ResidencePermit.objects.filter(pk=permit.pk).update(seen_on=today)
    assert line_of(parcours, "permit").proof.expires_on == permit.expires_on


def test_the_coordinator_changes_the_list(parcours):
    with database_context(system("test")):
        ExpectedPaper.objects.exclude(code="lodging").update(until=timezone.localdate())
        ExpectedPaper.objects.exclude(code="lodging").update(until="2020-01-01")

    assert [line.paper.code for line in listed(parcours).lines] == ["lodging"]


# The reminder


def remind(signed_in, actor, parcours):
    url = reverse("candidates:act", args=[parcours.public_id, "remind_papers"])
    return signed_in(actor).post(url, {"once": uuid4(), "on": timezone.localdate()})


def letters():
    return list(OutboxMessage.objects.filter(key__startswith="papers_missing"))


def test_one_tap_tells_what_is_missing_and_nothing_else(
    parcours, prescriber, coordinator, signed_in
):
    see(prescriber, parcours, DocumentKind.LODGING)
    assert "Rappeler les pièces manquantes" in signed_in(coordinator).get(section_of(parcours)).text

    answer = remind(signed_in, coordinator, parcours)

    assert answer.status_code == 302
    [letter] = letters()
    assert "- Pièce d’identité" in letter.body
    assert "hébergement" not in letter.body
    person = candidate_of(parcours)
    assert person.last_name not in letter.body + letter.subject
    assert person.first_name not in letter.body + letter.subject


def test_it_leaves_once_a_day(parcours, coordinator, signed_in, time_machine):
    now = timezone.now()
    assert remind(signed_in, coordinator, parcours).status_code == 302
    refused = remind(signed_in, coordinator, parcours)
    assert "déjà été rappelées aujourd’hui" in refused.text
    assert len(letters()) == 1

    time_machine.move_to(now + timedelta(days=1))
    remind(signed_in, coordinator, parcours)
    assert len(letters()) == 2


def test_what_a_name_alone_would_tell_is_not_in_a_letter(parcours, coordinator, signed_in):
    with database_context(system("test")):
        ExpectedPaper.objects.filter(code="identity").update(
            kind=DocumentKind.DISABLED_WORKER, label="RQTH"
        )

    remind(signed_in, coordinator, parcours)

    [letter] = letters()
    assert "RQTH" not in letter.body
    assert "1 autre pièce, à lire dans le dossier" in letter.body


def test_nothing_leaves_when_nothing_is_missing(parcours, prescriber, coordinator):
    for line in listed(parcours).missing:
        see(prescriber, parcours, DocumentKind(line.paper.kind), person=line.person)
    assert listed(parcours).percent == 100

    with pytest.raises(TransitionRefused):
        act(services.remind_papers, coordinator, parcours)

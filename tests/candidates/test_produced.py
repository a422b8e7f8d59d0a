"""Documents as PDF: asked for, made by a worker, handed over to those who still open the file."""

import logging
from datetime import time, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from candidates import jobs, services
from candidates.enums import BrakeKind, Hindered, ProducedKind, Theme
from candidates.models import CaseAccess, Household, Parcours, ProducedDocument
from candidates.services.produced import NotPrintable, erase_documents
from emile.core.context import database_context, system
from emile.core.models import ProducedState, ReadLog
from emile.core.pdf import StaticOnly, print_pdf
from emile.core.producing import LEASE, MOST_ATTEMPTS, claim
from tests.factories import (
    a_candidate,
    act,
    add_visit,
    ask_print,
    at_immersion,
    at_installation,
    commit_home,
    commit_job,
    edit_home,
    edit_job,
    make_print,
    plan_stay,
    print_document,
)
from tests.harness.pdf import Pdf


# What a paper must never tell of a household that must not be found: where it is, where it goes,
# and whatever somebody typed.
CANARY = "Sentinelle"
WHERE = ("Cantal", "Aurillac", "Saint-Ouen", "Accueil de test", "CHRS de test", "Amont de test")


@pytest.fixture
def parcours(prescriber, coordinator, upstream, host) -> Parcours:
    return agreeing(at_installation(prescriber, coordinator, upstream, host))


@pytest.fixture
def journey(prescriber, coordinator, upstream, host) -> Parcours:
    """Waits for its stay."""
    return at_immersion(prescriber, coordinator, upstream, host)


@pytest.fixture
def stay(journey, host):
    typed = dict.fromkeys(
        (
            *("outward_from", "outward_to", "travel", "welcomer_name", "local_transport"),
            *("return_from", "return_to", "lodging", "lodging_address", "childcare_details"),
            *("shelter_confirmed_by", "to_bring"),
        ),
        CANARY,
    )
    monday = timezone.localdate() + timedelta(days=10)
    stay = plan_stay(
        host,
        journey,
        monday,
        welcomer_phone="+33199001234",
        lodging_phone="+33199001235",
        outward_leaves_at=time(9, 12),
        childcare="on_site",
        **typed,
    )
    about = dict.fromkeys(("title", "place", "contact_name", "note"), CANARY)
    add_visit(host, journey, stay, contact_phone="+33199001236", **about)
    return stay


def agreeing(parcours):
    return told_of(parcours, agrees_to_share=True)


def hidden(parcours):
    return told_of(parcours, must_not_be_found=True)


def told_of(parcours, **fields):
    with database_context(system("test")):
        Household.objects.filter(pk=parcours.household_id).update(**fields)
    return parcours


def again(document):
    with database_context(system("test")):
        return ProducedDocument.objects.select_related("parcours").get(pk=document.pk)


def only_one():
    with database_context(system("test")):
        return ProducedDocument.objects.get()


def pdf_of(actor, parcours, kind):
    document = print_document(actor, parcours, kind)
    assert document.state == ProducedState.READY
    return Pdf(bytes(document.content))


def words_of(pdf):
    return pdf.text.replace("\u00a0", " ")


def page_of(parcours):
    return reverse("candidates:printing", args=[parcours.public_id])


A_TYPED_BRAKE = {
    "theme": Theme.HOME,
    "kind": BrakeKind.OTHER,
    "hinders": Hindered.HOME,
    "details": CANARY,
}


# What is on paper


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (ProducedKind.PERSON_SUMMARY, "Mon projet est accepté. On prépare mon arrivée."),
        (ProducedKind.HOST_CARD, "pour préparer son accueil et rien d’autre"),
        (ProducedKind.EMPLOYER_CARD, "Droit de travailler en France oui"),
        (ProducedKind.LANDLORD_CARD, "Loyer hors charges 450 €"),
        (ProducedKind.DIAGNOSIS, "Prête à partir, projet en cuisine."),
        (ProducedKind.VALIDATION_RECORD, "Toutes les parties sont d’accord"),
        (ProducedKind.INSTALLATION_SHEET, "Où couper l’eau et le courant"),
    ],
)
def test_each_document_is_read_by_everyone(kind, words, parcours, host, caplog):
    """Tagged, titled, in French, its fonts inside, and WeasyPrint had nothing to say."""
    with caplog.at_level(logging.WARNING, logger="weasyprint"):
        pdf = pdf_of(host, parcours, kind)

    assert [record.getMessage() for record in caplog.records if "weasyprint" in record.name] == []
    assert_accessible(pdf)
    assert words in words_of(pdf)
    assert "données du" in words_of(pdf)


def assert_accessible(pdf):
    assert pdf.version == "1.7"
    assert pdf.language == "fr"
    assert pdf.is_marked
    assert pdf.shows_its_title
    assert pdf.title == pdf.title.strip() != ""
    assert pdf.universal_part == "1"
    assert {"H1", "P"} <= set(pdf.tags)
    assert pdf.fonts != {}
    assert all(pdf.fonts.values())
    assert all("Marianne" in name for name in pdf.fonts)
    assert all(pdf.headed_cells)
    assert pdf.faults == []
    assert pdf.active == []


def test_the_programme_of_a_stay_is_read_by_everyone(journey, stay, host, caplog):
    with caplog.at_level(logging.WARNING, logger="weasyprint"):
        pdf = pdf_of(host, journey, ProducedKind.STAY_PROGRAMME)

    assert [record for record in caplog.records if "weasyprint" in record.name] == []
    assert_accessible(pdf)
    assert "Votre séjour : Cantal" in words_of(pdf)
    assert "01 99 00 12 36" in words_of(pdf)


@pytest.mark.parametrize("kind", list(ProducedKind))
def test_nothing_tells_where_a_household_in_danger_is_nor_goes(
    kind, prescriber, coordinator, upstream, host, request
):
    if kind == ProducedKind.STAY_PROGRAMME:
        parcours, _ = request.getfixturevalue("journey"), request.getfixturevalue("stay")
    else:
        parcours = endangered(prescriber, coordinator, upstream, host)
    hidden(agreeing(parcours))

    pdf = pdf_of(host, parcours, kind)

    # Not why: whoever is handed the paper has not to know.
    assert "Les lieux et les textes libres ne sont pas écrits" in words_of(pdf)
    assert "sécurité" not in words_of(pdf)
    assert [one for one in (CANARY, *WHERE, "01 99 00") if one in words_of(pdf)] == []
    assert_accessible(pdf)


def endangered(prescriber, coordinator, upstream, host):
    """With words typed wherever one may type, and a name for whatever has one."""
    people = [a_candidate(skills=CANARY)]
    parcours = at_installation(prescriber, coordinator, upstream, host, people=people)
    act(services.add_brake, upstream, parcours, **A_TYPED_BRAKE, since=timezone.localdate())
    edit_job(host, parcours, employer=CANARY, details=CANARY)
    edit_home(host, parcours, landlord=CANARY, details=CANARY)
    commit_job(host, parcours, with_whom=CANARY)
    commit_home(host, parcours, landlord=CANARY)
    return parcours


def test_its_address_is_hidden_as_much_when_violence_is_why_it_leaves(parcours, host):
    told_of(parcours, housing_precarity="violence")

    assert "Cantal" not in words_of(pdf_of(host, parcours, ProducedKind.PERSON_SUMMARY))


def test_a_card_tells_what_its_purpose_needs(parcours, host):
    told_of(parcours, highest_rent=Decimal(620))
    employer = words_of(pdf_of(host, parcours, ProducedKind.EMPLOYER_CARD))
    landlord = words_of(pdf_of(host, parcours, ProducedKind.LANDLORD_CARD))

    assert "Métier recherché" in employer
    assert "620" not in employer
    assert "Loyer possible 620 €" in landlord
    assert "Métier recherché" not in landlord
    assert "06 12 34 56 78" not in employer + landlord


def test_the_record_of_a_validation_says_who_answered_how_and_on_what(parcours, host):
    record = words_of(pdf_of(host, parcours, ProducedKind.VALIDATION_RECORD))

    assert "Par téléphone, par Dominique Exemple" in record
    assert "Acte n° " in record
    seats = 5
    assert (
        sum(len(word) == 8 and set(word) <= set("0123456789abcdef") for word in record.split())
        >= 8 * seats
    )


def test_a_stylesheet_reads_nothing_outside_our_static_files(tmp_path):
    outside = tmp_path / "secret.txt"
    outside.write_text("secret")
    fetcher = StaticOnly()

    for url in ("https://exemple.test/a.png", outside.as_uri(), "static:../manage.py", "data:,x"):
        with pytest.raises(Exception, match=r"static file|SuspiciousFileOperation|path"):
            fetcher.fetch(url)


@pytest.mark.parametrize("drawing", ["before", "after"])
def test_the_block_of_the_state_is_drawn(drawing):
    svg = StaticOnly().fetch(f"drawn:{drawing}").read()

    assert svg.startswith(b"<svg")


def test_what_a_page_asks_of_elsewhere_is_left_out(caplog):
    with caplog.at_level(logging.ERROR, logger="weasyprint"):
        pdf = print_pdf(
            '<html lang="fr"><title>T</title><img src="https://exemple.test/a.png" alt="x">'
        )

    assert pdf.startswith(b"%PDF")
    assert "is not a static file" in caplog.text


# How it is made


def test_asked_for_twice_it_is_made_once(parcours, host):
    first = ask_print(host, parcours)
    assert ask_print(host, parcours).pk == first.pk

    ready = make_print(first)

    assert ask_print(host, parcours).pk == first.pk
    assert make_print(first).digest == ready.digest
    assert only_one().pk == first.pk


def test_once_the_file_has_moved_it_is_made_again(parcours, host):
    first = print_document(host, parcours)
    edit_home(host, parcours, details="Au rez-de-chaussée")

    second = print_document(host, parcours)

    assert second.pk != first.pk
    assert second.sequence == first.sequence + 1


def test_each_organisation_has_its_own(parcours, host, upstream):
    first = print_document(host, parcours)

    assert print_document(upstream, parcours).pk != first.pk
    for actor, count in ((host, 1), (upstream, 1)):
        with database_context(actor.database_context):
            assert ProducedDocument.objects.visible_to(actor).count() == count
            # Row-level security says the same, whoever forgets the scope.
            assert ProducedDocument.objects.count() == count


def test_one_that_a_worker_left_is_found_again_then_given_up(parcours, host, time_machine):
    document, now = ask_print(host, parcours), timezone.now()
    for _ in range(MOST_ATTEMPTS):
        time_machine.move_to(now, tick=False)
        assert jobs.sweep_produced() == 1
        with database_context(system("test")):
            # A worker that dies here never says so.
            assert claim(ProducedDocument.objects.all(), document.pk, now) is not None
        assert jobs.sweep_produced() == 0
        now += LEASE + timedelta(seconds=1)

    time_machine.move_to(now, tick=False)
    jobs.carry_on_document(document_id=document.pk)

    assert again(document).state == ProducedState.FAILED
    assert jobs.sweep_produced() == 0


def test_whoever_lost_the_file_meanwhile_gets_nothing(parcours, host):
    document = ask_print(host, parcours)
    with database_context(system("test")):
        CaseAccess.objects.filter(organisation=host.organisation_id).update(until=timezone.now())

    assert make_print(document).state == ProducedState.FAILED
    assert bytes(again(document).content) == b""


def test_a_card_for_a_partner_needs_the_agreement_of_the_household(parcours, host):
    told_of(parcours, agrees_to_share=None)

    with pytest.raises(NotPrintable, match="accord"):
        ask_print(host, parcours, ProducedKind.LANDLORD_CARD)


def test_the_bytes_go_and_the_row_stays(parcours, host):
    document = print_document(host, parcours)

    assert erase_documents(today=document.kept_until) == 0
    assert erase_documents(today=document.kept_until + timedelta(days=1)) == 1
    assert again(document).state == ProducedState.ERASED
    assert bytes(again(document).content) == b""
    assert ask_print(host, parcours).pk != document.pk


def test_a_ready_document_has_its_bytes(parcours, host):
    document = ask_print(host, parcours)

    with database_context(system("test")), pytest.raises(IntegrityError), transaction.atomic():
        ProducedDocument.objects.filter(pk=document.pk).update(state=ProducedState.READY)


# Its page


def test_it_is_asked_for_waited_for_and_handed_over(signed_in, submit, client, parcours, host):
    signed_in(host)

    assert submit(page_of(parcours), {"document": "person_summary"}).url == page_of(parcours)
    waiting = client.get(page_of(parcours))
    assert 'hx-trigger="every 2s"' in waiting.text
    make_print(only_one())
    ready = client.get(page_of(parcours))

    assert "every 2s" not in ready.text
    document = again(only_one())
    answer = client.get(document.get_absolute_url())
    assert answer.content == bytes(document.content)
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment; filename=")
    assert answer["Cache-Control"] == "no-store"
    assert ReadLog.objects.filter(user_id=host.user_id, page="document imprimé").count() == 1


def test_the_page_says_when_the_file_has_moved(signed_in, client, parcours, host):
    print_document(host, parcours)
    signed_in(host)
    assert "Le dossier a changé depuis." not in client.get(page_of(parcours)).text

    edit_home(host, parcours, details="Au rez-de-chaussée")

    page = client.get(page_of(parcours)).text
    assert "Le dossier a changé depuis." in page
    assert "Refaire avec les données du jour" in page


@pytest.mark.parametrize("said", ["", "nothing", "stay_programme:\0"])
def test_what_makes_no_sense_is_told(said, signed_in, submit, client, parcours, host):
    signed_in(host)

    assert submit(page_of(parcours), {"document": said}).url == page_of(parcours)

    assert "ne se prépare pas pour ce dossier" in client.get(page_of(parcours)).text


def test_a_card_without_agreement_says_what_is_missing(signed_in, submit, client, parcours, host):
    told_of(parcours, agrees_to_share=None)
    signed_in(host)

    submit(page_of(parcours), {"document": "landlord_card"})

    assert "pas encore donné son accord" in client.get(page_of(parcours)).text
    with database_context(host.database_context):
        assert not ProducedDocument.objects.exists()


def test_a_right_that_ended_closes_the_document(signed_in, client, parcours, host):
    document = print_document(host, parcours)
    signed_in(host)
    with database_context(system("test")):
        CaseAccess.objects.filter(organisation=host.organisation_id).update(until=timezone.now())

    assert client.get(document.get_absolute_url()).status_code == 404

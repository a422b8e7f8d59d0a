"""Offers brought by a file: what changes, what is refused, what is done again without effect."""

from datetime import timedelta

import pytest
from django.utils import timezone

from emile.core.context import database_context
from emile.core.errors import DomainError
from territories.enums import ContractKind, ImportStatus, LineState, OfferKind, OfferStatus
from territories.models import ImportedFile, JobOffer, Mandate, Offer, OfferEvent
from territories.services.brought import write
from territories.services.imports import match_columns, move_import
from territories.services.offers import move_offer
from tests.factories import make_mandate
from tests.factories.holds import hold
from tests.territories.importing import (
    A_HOME,
    TITLES,
    brought,
    checked,
    confirmed,
    csv_of,
    worked_on,
)


pytestmark = pytest.mark.django_db

ANOTHER = ("A-2", "Aurillac", "T2", "1 020,50 €", "115 m²", "Foncière du Puy")


def states(imported):
    return list(imported.lines.order_by("number").values_list("number", "state"))


def said(imported, number=2):
    return imported.lines.get(number=number).details


def test_a_check_writes_no_offer(host):
    imported = checked(host, csv_of(A_HOME, ANOTHER))

    assert imported.status == ImportStatus.CHECKED
    assert states(imported) == [(2, LineState.NEW), (3, LineState.NEW)]
    assert not Offer.objects.exists()


def test_a_confirmed_import_publishes_its_offers(host):
    imported = brought(host, csv_of(A_HOME, ANOTHER))

    first, second = Offer.objects.order_by("origin__identifier")
    assert (imported.status, imported.new_count, imported.done_count) == (ImportStatus.DONE, 2, 2)
    assert (first.status, first.home.rent, first.published_on) == (
        OfferStatus.AVAILABLE,
        520,
        timezone.localdate(),
    )
    assert (second.commune.code, second.home.rent, second.home.surface) == ("15014", 1020.5, 115)
    assert [event.kind for event in first.events.all()] == ["bring"]
    assert first.history.count() == 1
    assert not ImportedFile.objects.exists()


def test_the_same_file_again_changes_nothing(host):
    content = csv_of(A_HOME, ANOTHER)
    brought(host, content)
    before = list(Offer.objects.order_by("pk").values())

    again = brought(host, content)

    assert (again.new_count, again.changed_count, again.unchanged_count) == (0, 0, 2)
    assert list(Offer.objects.order_by("pk").values()) == before
    assert OfferEvent.objects.count() == 2


def test_a_line_without_reference_is_known_by_what_it_says(host):
    content = csv_of(A_HOME[1:], titles=("Commune", "Typologie", "Loyer", "Surface", "Bailleur"))
    brought(host, content)

    again = brought(host, content)

    assert (again.new_count, again.unchanged_count) == (0, 1)
    assert Offer.objects.count() == 1


def test_what_changed_is_told_and_journalled(host):
    brought(host, csv_of(A_HOME, ANOTHER))

    again = brought(host, csv_of((*A_HOME[:3], "540", *A_HOME[4:]), ANOTHER))

    offer = Offer.objects.get(origin__identifier="A-1")
    assert states(again) == [(2, LineState.CHANGED), (3, LineState.UNCHANGED)]
    assert said(again) == [["Loyer hors charges", "520 → 540"]]
    assert (offer.home.rent, offer.version) == (540, 2)
    assert [event.kind for event in offer.events.order_by("sequence")] == ["bring", "update"]


def test_what_the_file_does_not_say_stays(host):
    brought(host, csv_of(A_HOME))
    offer = Offer.objects.get()
    offer.home.floor = 3
    with database_context(host.database_context):
        offer.home.save()

    brought(host, csv_of((*A_HOME[:3], "540", *A_HOME[4:])))

    offer.home.refresh_from_db()
    assert (offer.home.floor, offer.home.rent) == (3, 540)


@pytest.mark.parametrize(
    ("place", "cell", "label", "words"),
    [
        (1, "18033", "Commune", "Bourges n’est pas dans ce territoire (Cantal)."),
        (1, "99999", "Commune", "n’est ni un code INSEE"),
        (1, "", "Commune", "obligatoire"),
        (2, "T9", "Type de logement", "n’est pas prévu"),
        (3, "52", "Loyer hors charges", "vérifiez le loyer et la surface"),
        (3, "-3", "Loyer hors charges", "supérieure ou égale à 0"),
        (3, "cinq cents", "Loyer hors charges", "nombre"),
        (3, "", "Loyer hors charges", "obligatoire"),
        (4, "5", "Surface", "supérieure ou égale à 9"),
        (4, "1" * 40, "Surface", "inférieure ou égale"),
        (5, "", "Bailleur", "Dites qui fait cette offre"),
        (5, "Bail\x07leur", "Bailleur", "caractère invisible"),
        (0, "A" * 101, "Référence", "au plus 100 caractères"),
        (0, "A\x07", "Référence", "caractère invisible"),
    ],
)
def test_a_bad_cell_refuses_its_line_and_no_other(host, place, cell, label, words):
    bad = (*A_HOME[:place], cell, *A_HOME[place + 1 :])

    imported = brought(host, csv_of(bad, ANOTHER))

    [[told, why]] = said(imported)
    assert states(imported) == [(2, LineState.REFUSED), (3, LineState.NEW)]
    assert told == label
    assert words in why
    assert Offer.objects.get().origin.identifier == "A-2"


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("31/02/2027", "date valide"),
        ("01/01/1926", "Vérifiez l’année"),
        ("2020-01-01", "Cette date est passée"),
    ],
)
def test_an_impossible_date_is_refused(host, cell, words):
    imported = checked(host, csv_of((*A_HOME, cell), titles=(*TITLES_WITH_END,)))

    assert words in said(imported)[0][1]


TITLES_WITH_END = (
    "Référence",
    "Commune",
    "Type de logement",
    "Loyer",
    "Surface",
    "Bailleur",
    "Jusqu’au",
)


def test_dates_that_contradict_one_another_are_refused(host):
    soon, later = (timezone.localdate() + timedelta(days=days) for days in (5, 9))
    row = (*A_HOME, soon.isoformat(), later.isoformat())

    imported = checked(host, csv_of(row, titles=(*TITLES_WITH_END, "À partir du")))

    assert said(imported) == [["Jusqu’au", "La date de fin précède la date de début."]]


def test_a_reference_is_read_once(host):
    imported = brought(host, csv_of(A_HOME, ANOTHER, A_HOME))

    assert said(imported, 4) == [["Référence", "Déjà lue à la ligne 2."]]
    assert Offer.objects.count() == 2


def test_the_same_reference_of_another_organisation_is_another_offer(host, elsewhere):
    brought(host, csv_of(A_HOME))
    brought(elsewhere, csv_of(("A-1", "18033", *A_HOME[2:])), territory="cher")

    assert Offer.objects.count() == 2


def test_a_line_never_takes_back_a_place_that_is_held(host, upstream):
    titles = (*TITLES[:4], "Nombre de logements", "Bailleur")
    brought(host, csv_of((*A_HOME[:4], "2", A_HOME[-1]), titles=titles))
    for _ in range(2):
        hold(upstream, Offer.objects.get())

    again = checked(host, csv_of((*A_HOME[:3], "530", "1", A_HOME[-1]), titles=titles))

    assert again.refused_count == 1
    assert "déjà retenues" in str(said(again))
    assert (Offer.objects.get().places, Offer.objects.get().home.rent) == (2, 520)


def test_an_offer_never_changes_territory_by_a_file(host, coordinator):
    brought(coordinator, csv_of(A_HOME), territory=None)

    again = checked(coordinator, csv_of(("A-1", "18033", *A_HOME[2:])), territory=None)

    assert said(again) == [
        ["Référence", "C’est déjà celle d’une offre d’un autre territoire (Cantal)."]
    ]


def test_a_territory_that_is_not_ours_any_more_is_not_named(host):
    brought(host, csv_of(A_HOME))
    make_mandate(host, "cher")

    again = checked(host, csv_of(("A-1", "18033", *A_HOME[2:])), territory="cher")

    assert said(again) == [["Référence", "C’est déjà celle d’une offre d’un autre territoire."]]


def test_an_offer_that_is_over_stays_so(host):
    brought(host, csv_of(A_HOME))
    now = timezone.now()
    with database_context(host.database_context):
        move_offer(actor=host, offer=Offer.objects.get(), step="fill", on=now.date(), now=now)

    again = brought(host, csv_of((*A_HOME[:3], "540", *A_HOME[4:])))

    assert again.unchanged_count == 1
    assert Offer.objects.get().home.rent == 520


def test_all_or_nothing_is_neither_confirmed_nor_half_done(host):
    imported = checked(host, csv_of(ANOTHER, (*A_HOME[:3], "1")), is_all_or_nothing=True)

    with pytest.raises(DomainError, match="tout ou rien"):
        confirmed(imported)
    assert not Offer.objects.exists()


def test_all_or_nothing_undoes_what_came_before_a_line_refused_late(host, monkeypatch):
    imported = checked(host, csv_of(ANOTHER, A_HOME), is_all_or_nothing=True)
    monkeypatch.setattr("territories.services.import_runs.CHUNK", 1)
    mandate = host_mandate(host)
    communes = mandate.territory.communes
    communes.remove(*communes.filter(code="15014"))

    stopped = confirmed(imported)

    assert stopped.status == ImportStatus.STOPPED
    assert "rien n’a été importé" in stopped.message
    assert not Offer.objects.exists()


def host_mandate(actor):
    return Mandate.objects.get(organisation=actor.organisation_id)


def test_an_import_that_died_goes_on_where_it_was(host, monkeypatch):
    monkeypatch.setattr("territories.services.import_runs.CHUNK", 1)
    imported = checked(host, csv_of(A_HOME, ANOTHER, ("A-3", *A_HOME[1:])))
    calls = []

    def dies(*args, **kwargs):
        calls.append(args)
        if len(calls) == 2:
            raise MemoryError
        return write(*args, **kwargs)

    monkeypatch.setattr("territories.services.import_runs.write", dies)
    with pytest.raises(MemoryError):
        confirmed(imported)
    imported.refresh_from_db()
    assert (imported.status, imported.done_count) == (ImportStatus.RUNNING, 1)

    imported.leased_until = None
    imported.save()
    done = worked_on(imported)

    assert (done.status, done.new_count) == (ImportStatus.DONE, 3)
    assert Offer.objects.count() == OfferEvent.objects.count() == 3


def test_a_mandate_that_ended_meanwhile_stops_the_import(host):
    imported = checked(host, csv_of(A_HOME))
    mandate = host_mandate(host)
    mandate.until = timezone.localdate() - timedelta(days=1)
    mandate.since = mandate.until
    mandate.save()

    stopped = confirmed(imported)

    assert stopped.status == ImportStatus.STOPPED
    assert not Offer.objects.exists()


def test_jobs_are_read_by_rome_code_or_label(host):
    titles = (
        "Référence",
        "Commune",
        "Code ROME",
        "Type de contrat",
        "Employeur",
        "Durée hebdomadaire",
    )
    rows = [
        ("J1", "15014", "g1602", "CDI", "Auberge des Exemples", "35 h"),
        ("J2", "15014", "commis commise de cuisine", "Alternance", "Auberge des Exemples", "35,5"),
        ("J3", "15014", "Z9999", "CDI", "Auberge des Exemples", "35"),
        ("J4", "15014", "G1602", "CDI", "Auberge des Exemples", "0"),
    ]

    imported = brought(host, csv_of(*rows, titles=titles), kind=OfferKind.JOB)

    assert JobOffer.objects.filter(occupation__code="G1602").count() == 2
    assert "n’est pas un code ROME en vigueur" in said(imported, 4)[0][1]
    assert said(imported, 5) == [["Heures par semaine", "Vérifiez le nombre d’heures par semaine."]]


def test_a_changed_answer_is_told_in_words(host):
    titles = ("Référence", "Commune", "Métier", "Contrat", "Employeur")
    job = ("J1", "15014", "G1602", "CDI", "Auberge des Exemples")
    brought(host, csv_of(job, titles=titles), kind=OfferKind.JOB)

    again = checked(
        host, csv_of((*job[:3], "Alternance", job[-1]), titles=titles), kind=OfferKind.JOB
    )

    labels = ContractKind.PERMANENT.label, ContractKind.APPRENTICESHIP.label
    assert said(again) == [["Contrat", " → ".join(labels)]]


def test_an_import_is_carried_on_by_those_who_sent_it(host, coordinator):
    imported = checked(host, csv_of(A_HOME))
    now = timezone.now()

    for step in ("confirm", "abandon"):
        with pytest.raises(DomainError, match="qui a envoyé le fichier"):
            move_import(actor=coordinator, imported=imported, step=step, now=now)
    with pytest.raises(DomainError, match="qui a envoyé le fichier"):
        match_columns(
            actor=coordinator,
            imported=imported,
            columns=imported.columns,
            is_all_or_nothing=True,
            now=now,
        )

    imported.refresh_from_db()
    assert (imported.status, imported.is_all_or_nothing) == (ImportStatus.CHECKED, False)


def test_what_is_found_again_after_a_week_is_confirmed(host, time_machine):
    brought(host, csv_of(A_HOME))
    later = timezone.now() + timedelta(days=8)
    time_machine.move_to(later)

    again = brought(host, csv_of(A_HOME))

    offer = Offer.objects.get()
    assert again.unchanged_count == 1
    assert offer.confirmed_on == timezone.localdate(later)
    assert [event.kind for event in offer.events.order_by("sequence")] == ["bring", "find"]

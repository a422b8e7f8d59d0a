"""The pages of an import, from the file to the report, as those who use them see them."""

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from operators.enums import OrganisationKind
from territories.enums import ImportStatus, LineState, OfferKind
from territories.models import ColumnMapping, ImportedFile, Offer, OfferImport
from tests.factories import make_actor, make_import
from tests.territories.importing import (
    A_HOME,
    TITLES,
    brought,
    checked,
    csv_of,
    workbook_of,
    worked_on,
)


pytestmark = pytest.mark.django_db

UPLOAD = reverse("territories:import_upload", args=[OfferKind.HOME])
LIST = reverse("territories:import_list")
BAD = ("A-2", "15014", "T3", "52", "65", "=cmd()")


def url_of(imported, page, *more):
    return reverse(f"territories:import_{page}", args=[imported.public_id, *more])


@pytest.fixture
def send(client):
    def send(content, name="offres.csv", **fields):
        data = {"once": str(uuid4()), "file": SimpleUploadedFile(name, content), **fields}
        return client.post(UPLOAD, data)

    return send


def test_a_file_is_sent_matched_checked_confirmed_and_told(signed_in, submit, send, host):
    client = signed_in(host)

    to_match = send(csv_of(A_HOME, BAD), territory="cantal")
    imported = OfferImport.objects.get()
    assert to_match.url == url_of(imported, "columns")

    questions = client.get(to_match.url).context["form"]
    assert questions["rent"].value() == "Loyer"
    assert "Loyer (exemple\u00a0: 520)" in str(questions["rent"])

    chosen = dict(questions.initial)
    to_wait = submit(to_match.url, chosen)
    assert "0 lignes sur 2" in client.get(to_wait.url).text

    worked_on(imported)
    report = client.get(to_wait.url)
    assert "Importer la ligne valable" in report.text
    assert next(row.line.details for row in report.context["rows"]) == [
        ["Type de logement", "T3"],
        ["Loyer hors charges", "520"],
        ["Commune", "Aurillac"],
    ]
    assert not Offer.objects.exists()

    submit(url_of(imported, "move", "confirm"))
    worked_on(imported)
    report = client.get(to_wait.url)
    assert "Terminé" in report.text
    assert Offer.objects.get().get_absolute_url() in report.text


def test_the_columns_are_remembered_for_files_of_the_same_shape(signed_in, submit, send, host):
    client = signed_in(host)
    titles = ("Ref", "Lieu", "Format", "Prix", "Taille", "Qui")
    names = ("identifier", "commune", "typology", "rent", "surface", "provider_name")
    first = send(csv_of(A_HOME, titles=titles))
    submit(first.url, dict(zip(names, titles, strict=True)))

    again = client.get(send(csv_of(A_HOME, titles=titles)).url)

    assert ColumnMapping.objects.count() == 1
    assert again.context["form"]["rent"].value() == "Prix"
    assert "comme la dernière fois" in again.text


def test_a_workbook_is_sent_like_a_text(signed_in, send, host):
    signed_in(host)

    assert send(workbook_of(A_HOME), name="offres.xlsx").status_code == 302
    assert OfferImport.objects.get().headers == list(TITLES)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\x00\x01", "pas un texte lisible"),
        (b"PK\x03\x04", "abîmé"),
        (csv_of(), "aucune ligne"),
        (b"", "vide"),
    ],
)
def test_what_is_no_table_is_refused_beside_the_file(signed_in, send, host, content, words):
    signed_in(host)

    response = send(content)

    assert response.status_code == 422
    assert words in " ".join(response.context["form"].errors["file"])
    assert "<title>Erreur\u00a0: " in response.text
    assert not OfferImport.objects.exists()


def test_a_territory_of_others_is_refused(signed_in, send, host):
    signed_in(host)

    assert send(csv_of(A_HOME), territory="cher").status_code == 422


def test_a_territory_that_nobody_could_be_called_is_none(signed_in, host):
    assert signed_in(host).get(UPLOAD, {"territoire": "\0"}).status_code == 200


def test_columns_matched_again_keep_the_condition(signed_in, host):
    imported = checked(host, csv_of(A_HOME), is_all_or_nothing=True)

    form = signed_in(host).get(url_of(imported, "columns")).context["form"]

    assert form["is_all_or_nothing"].value() is True


def test_the_import_of_another_organisation_is_only_read(signed_in, submit, host, coordinator):
    imported = checked(host, csv_of(A_HOME))
    client, url = signed_in(coordinator), imported.get_absolute_url()

    page = client.get(url).text
    refused = submit(url_of(imported, "move", "confirm"))

    assert "Importer la ligne valable" not in page
    assert "Abandonner" not in page
    assert client.get(url_of(imported, "columns")).url == url
    assert "qui a envoyé le fichier" in client.get(refused.url).text


def test_what_every_line_must_say_is_asked(signed_in, submit, host):
    imported = make_import(host)
    signed_in(host)

    response = submit(url_of(imported, "columns"), {"commune": "Commune"})

    assert response.status_code == 422
    assert set(response.context["form"].errors) == {"typology", "rent", "provider_name"}


def test_lines_are_read_by_state_and_page(signed_in, host):
    rows = [(f"N-{number}", *A_HOME[1:]) for number in range(60)]
    imported = checked(host, csv_of(BAD, *rows))
    client = signed_in(host)
    url = imported.get_absolute_url()

    first = client.get(url)
    second = client.get(f"{url}{first.context['page'].next_url}")
    refused = client.get(url, {"etat": LineState.REFUSED})

    assert [row.line.number for row in first.context["rows"]] == list(range(2, 52))
    assert second.context["rows"][0].line.number == 52
    assert [row.line.number for row in refused.context["rows"]] == [2]
    assert client.get(url, {"etat": "?", "apres": "x"}).status_code == 200


def test_reasons_are_downloaded_and_never_run(signed_in, host):
    imported = checked(host, csv_of((*A_HOME[:2], "=T9", *A_HOME[3:])))

    response = signed_in(host).get(url_of(imported, "refused"))

    assert response["Content-Type"].startswith("text/csv")
    assert response.text.startswith(
        "\ufeffLigne;Référence;Colonne;Motif\r\n2;A-1;Type de logement;"
    )


@pytest.mark.parametrize("kind", OfferKind)
def test_there_is_a_model_for_each_kind(signed_in, host, kind):
    response = signed_in(host).get(reverse("territories:import_template", args=[kind]))

    assert response.text.startswith("\ufeffRéférence;Commune;")


def test_a_button_pressed_too_late_says_so(signed_in, submit, host):
    imported = brought(host, csv_of(A_HOME))
    client = signed_in(host)

    response = submit(url_of(imported, "move", "confirm"))

    assert "a avancé" in client.get(response.url).text
    assert client.get(url_of(imported, "columns")).url == imported.get_absolute_url()


def test_an_import_that_is_abandoned_keeps_no_file(signed_in, submit, host):
    imported = make_import(host)
    signed_in(host)

    submit(url_of(imported, "move", "abandon"))

    imported.refresh_from_db()
    assert imported.status == ImportStatus.ABANDONED
    assert not ImportedFile.objects.exists()


def test_the_coordinator_reads_every_import_and_how_the_source_is(signed_in, host, coordinator):
    make_import(host)

    page = signed_in(coordinator).get(LIST).text

    assert "logements.csv" in page
    assert "Connecteur désactivé\u00a0: identifiants absents." in page
    assert "France Travail" not in signed_in(host).get(LIST).text


def test_the_list_and_the_report_cost_the_same_whatever_their_length(
    signed_in, host, count_queries
):
    imported = checked(host, csv_of(A_HOME))
    client = signed_in(host)
    urls = (LIST, imported.get_absolute_url())
    client.get(LIST)
    few = [count_queries(lambda url=url: client.get(url)) for url in urls]
    for _ in range(3):
        make_import(host)
    many = checked(host, csv_of(*[(f"B-{number}", *A_HOME[1:]) for number in range(20)]))

    again = (LIST, many.get_absolute_url())

    assert [count_queries(lambda url=url: client.get(url)) for url in again] == few
    assert max(few) <= 15


def test_an_imported_offer_says_where_it_comes_from(signed_in, host):
    brought(host, csv_of(A_HOME))
    offer = Offer.objects.get()
    client = signed_in(host)

    page = client.get(offer.get_absolute_url()).text
    form = client.get(reverse("territories:offer_edit", args=[offer.public_id])).text

    assert "Fichier de Accueil du Cantal, référence A-1" in page
    assert "a importé l’offre" in page
    assert "Provenance\u00a0: Fichier de Accueil du Cantal" in form


def test_only_those_who_keep_boards_import(signed_in):
    assert signed_in(make_actor(OrganisationKind.UPSTREAM)).get(LIST).status_code == 403

"""The connector, against a server of ours that replays answers written by hand; all is fictitious."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import override_settings
from django.utils import timezone

from emile.core.context import database_context
from territories.connectors import SourceFailed
from territories.connectors.france_travail import REACHABLE, from_settings
from territories.enums import (
    HoldEnd,
    HoldStage,
    ImportStatus,
    LineState,
    OfferKind,
    OfferStatus,
    Origin,
)
from territories.forms.rows import make_reader
from territories.jobs import visit_france_travail
from territories.models import Commune, Offer, OfferImport, Territory, TerritoryParticipation
from territories.selectors.imports import import_page
from territories.services.offers import move_offer
from territories.services.visits import visit
from tests.factories.holds import hold
from tests.territories.france_travail import CANTAL, Api, served


@pytest.fixture
def api():
    with served(Api(offers={"15": [dict(offer) for offer in CANTAL]})) as api:
        yield api


@pytest.fixture
def only_cantal(db):
    """One territory, hence one département, takes part."""
    yesterday = timezone.localdate() - timedelta(days=1)
    others = TerritoryParticipation.objects.exclude(territory__slug="cantal")
    others.filter(until=None).update(until=yesterday)
    return Territory.objects.get(slug="cantal")


def visited(api):
    return visit(source=api.client(), make_reader=make_reader, clock=timezone.now)


def many(how_many, **fields):
    return [{**CANTAL[0], "id": f"9{number:05}", **fields} for number in range(how_many)]


# What it asks


def test_pages_are_asked_by_ranges_until_the_last(api):
    api.offers["15"] = many(353)

    found = [cells["identifier"] for cells in api.client().offers_in("15")]

    assert len(set(found)) == 353
    assert [asked["range"] for asked in api.asked] == ["0-149", "150-299", "300-449"]
    assert api.tokens == 1


def test_no_range_ends_beyond_what_can_be_reached(api):
    api.offers["15"] = many(REACHABLE - 20)

    found = {cells["identifier"] for cells in api.client().offers_in("15")}

    assert len(found) == REACHABLE - 20
    assert api.asked[-1]["range"] == "1000-1149"


@pytest.mark.parametrize(
    "odd",
    [
        {"lieuTravail": ["15014"]},
        {"entreprise": "Auberge des Exemples"},
        {"permis": ["B"]},
        {"permis": 3},
        {"typeContrat": "CDD", "typeContratLibelle": f"{'9' * 5000} mois"},
    ],
)
def test_what_is_not_shaped_as_an_offer_is_told(api, odd):
    api.offers["15"].append(odd)

    with pytest.raises(SourceFailed, match="autre chose que des offres"):
        list(api.client().offers_in("15"))


def test_beyond_what_can_be_reached_it_asks_by_halves_of_time(api):
    recent = timezone.now() - timedelta(days=3)
    old = timezone.now() - timedelta(days=600)
    api.offers["15"] = [
        *many(REACHABLE, dateCreation=recent.isoformat()),
        *[{**CANTAL[0], "id": "ancienne", "dateCreation": old.isoformat()}],
    ]

    found = {cells["identifier"] for cells in api.client().offers_in("15")}

    assert len(found) == REACHABLE + 1


def test_a_source_that_is_tired_a_token_too_old_and_a_stumble_are_borne(api):
    api.mishaps = [(429, {"Retry-After": "0"}), (503, {}), (401, {})]

    assert len(list(api.client().offers_in("15"))) == len(CANTAL)
    assert api.tokens == 2


@pytest.mark.parametrize(
    ("mishaps", "words"),
    [([(500, {})] * 4, "ne répond pas"), ([(400, {})], "refuse la demande"), ([(302, {})], "302")],
)
def test_a_source_that_fails_says_so(api, mishaps, words):
    api.mishaps = mishaps

    with pytest.raises(SourceFailed, match=words):
        list(api.client().offers_in("15"))


def test_credentials_that_are_refused_are_told(api):
    api.refuses_everyone = True

    with pytest.raises(SourceFailed, match="identification"):
        list(api.client().offers_in("15"))


def test_a_token_that_no_header_may_hold_is_refused(api):
    api.token = "jeton\ud800"

    with pytest.raises(SourceFailed, match="identification"):
        list(api.client().offers_in("15"))


def test_nobody_there_is_told():
    client = Api(url="http://127.0.0.1:1").client()

    with pytest.raises(SourceFailed):
        list(client.offers_in("15"))


def test_their_words_become_ours(api):
    first, second, *_ = api.client().offers_in("15")

    assert (first["contract"], first["weekly_hours"], first["licence"], first["places"]) == (
        "long_fixed",
        "35,0",
        "B",
        "2",
    )
    assert (second["contract"], second["provider_name"]) == (
        "apprenticeship",
        "Employeur non communiqué",
    )
    assert first["note"].endswith("Annonce\u00a0: https://exemple.test/offres/900AAAA")
    assert "Spécimen" not in str(first)


# What it does to the board


@pytest.mark.parametrize(
    "odd",
    [
        {"id": "900\ud800AAAA"},
        {"intitule": "Cuisinier\udfff"},
        {"entreprise": {"nom": "Auberge\ud800 des Exemples"}},
        {"description": "Un poste\ud83d."},
        {"origineOffre": {"urlOrigine": "https://exemple.test/\ud800"}},
    ],
)
def test_half_a_character_is_dropped(only_cantal, api, odd):
    api.offers["15"] = [{**CANTAL[0], **odd}]

    assert (visited(api).status, Offer.objects.get().status) == ("done", "available")
    assert Offer.objects.get().origin.identifier == "900AAAA"


@pytest.mark.parametrize("odd", [{"romeCode": "\ud800"}, {"typeContrat": "\ud800"}])
def test_half_a_character_alone_is_a_cell_left_empty(only_cantal, api, odd):
    api.offers["15"] = [{**CANTAL[0], **odd}]

    done = visited(api)

    assert (done.status, done.refused_count) == ("done", 1)
    assert "obligatoire" in done.lines.get().details[0][1]


def test_a_visit_publishes_what_can_be_and_counts_the_rest(only_cantal, api):
    done = visited(api)

    assert (done.status, done.new_count, done.refused_count) == (ImportStatus.DONE, 2, 2)
    offer = Offer.objects.get(origin__identifier="900AAAA")
    assert (offer.origin.source, offer.status, offer.territory) == (
        Origin.FRANCE_TRAVAIL,
        OfferStatus.AVAILABLE,
        only_cantal,
    )
    assert (offer.commune.code, offer.job.occupation.code) == ("15014", "G1602")
    refused = done.lines.filter(state=LineState.REFUSED).order_by("number")
    assert [line.details[0][0] for line in refused] == ["Métier (code ROME)", "Commune"]


def test_a_second_visit_changes_nothing(only_cantal, api):
    visited(api)
    before = list(Offer.objects.order_by("pk").values())

    again = visited(api)

    assert (again.new_count, again.changed_count, again.unchanged_count) == (0, 0, 2)
    assert list(Offer.objects.order_by("pk").values()) == before


def test_what_vanishes_is_withdrawn_and_what_comes_back_is_reopened(only_cantal, api):
    visited(api)
    whole = api.offers["15"]
    api.offers["15"] = whole[1:]

    gone = visited(api)

    offer = Offer.objects.get(origin__identifier="900AAAA")
    assert (gone.gone_count, offer.status) == (1, OfferStatus.WITHDRAWN)
    assert offer.events.order_by("-sequence")[0].payload["why"] == "gone"

    api.offers["15"] = whole
    back = visited(api)

    offer.refresh_from_db()
    assert (back.changed_count, offer.status, offer.origin.gone_on) == (
        1,
        OfferStatus.AVAILABLE,
        None,
    )
    assert [event.kind for event in offer.events.order_by("sequence")] == [
        "bring",
        "lose",
        "find_again",
    ]


def test_nobody_keeps_a_place_of_what_has_vanished(only_cantal, api, upstream):
    visited(api)
    kept = hold(upstream, Offer.objects.get(origin__identifier="900AAAA"))
    api.offers["15"] = api.offers["15"][1:]

    visited(api)

    kept.refresh_from_db()
    assert (kept.stage, kept.ended_for) == (HoldStage.ENDED, HoldEnd.OFFER_CLOSED)


def test_what_a_person_withdrew_is_not_reopened(only_cantal, api, host):
    visited(api)
    offer = Offer.objects.get(origin__identifier="900AAAA")
    with database_context(host.database_context):
        move_offer(
            actor=host,
            offer=offer,
            step="withdraw",
            on=timezone.localdate(),
            now=timezone.now(),
        )

    visited(api)

    offer.refresh_from_db()
    assert offer.status == OfferStatus.WITHDRAWN


def test_what_a_person_withdrew_after_it_was_reopened_is_not_reopened(only_cantal, api, host):
    visited(api)
    whole = api.offers["15"]
    api.offers["15"] = whole[1:]
    visited(api)
    offer = Offer.objects.get(origin__identifier="900AAAA")
    today, now = timezone.localdate(), timezone.now()
    with database_context(host.database_context):
        for step in ("reopen", "withdraw"):
            move_offer(actor=host, offer=offer, step=step, on=today, now=now)
    api.offers["15"] = whole

    visited(api)

    offer.refresh_from_db()
    assert offer.status == OfferStatus.WITHDRAWN


def test_the_report_of_a_visit_counts_the_lines_that_it_keeps(only_cantal, api):
    visited(api)

    shown = import_page(visited(api), "", may_move=False)

    assert [label for label, *_ in shown.tabs] == [
        "Toutes (2)",
        "Nouvelles (0)",
        "Modifiées (0)",
        "Refusées (2)",
    ]


def test_a_departement_that_fails_loses_nothing(only_cantal, api):
    visited(api)
    api.mishaps = [(500, {})] * 4

    failed = visited(api)

    assert (failed.status, failed.gone_count) == (ImportStatus.STOPPED, 0)
    assert "15\u00a0: France Travail ne répond pas." in failed.message
    assert Offer.objects.filter(status=OfferStatus.AVAILABLE).count() == 2


@pytest.mark.parametrize(("known", "left"), [(25, 0), (9, 4), (4, 0)])
def test_a_source_that_seems_to_have_lost_most_is_not_believed(only_cantal, api, known, left):
    api.offers["15"] = many(known)
    visited(api)
    api.offers["15"] = many(left)

    odd = visited(api)

    assert odd.gone_count == 0
    assert "aucune n’est retirée" in odd.message


@pytest.mark.parametrize(("known", "left"), [(3, 0), (10, 5)])
def test_a_few_or_a_half_may_vanish_at_once(only_cantal, api, known, left):
    api.offers["15"] = many(known)
    visited(api)
    api.offers["15"] = many(left)

    assert visited(api).gone_count == known - left


def test_offers_of_other_places_are_left_there(only_cantal, api):
    bourges = Commune.objects.get(code="18033").code
    api.offers["15"] = [{**CANTAL[0], "lieuTravail": {"commune": bourges}}]

    assert visited(api).row_count == 0


def test_one_visit_at_a_time(only_cantal, api):
    now = timezone.now()
    OfferImport.objects.create(
        source=Origin.FRANCE_TRAVAIL,
        kind=OfferKind.JOB,
        status=ImportStatus.RUNNING,
        leased_until=now + timedelta(minutes=1),
        created_at=now,
    )

    assert visited(api) is None


# Its switch


@override_settings(FRANCE_TRAVAIL_CLIENT_ID="", FRANCE_TRAVAIL_CLIENT_SECRET="")
def test_without_credentials_it_is_off_and_says_so(db):
    out = StringIO()

    call_command("visit_france_travail", stdout=out)
    visit_france_travail()

    assert from_settings() is None
    assert out.getvalue() == "Connecteur désactivé\u00a0: identifiants absents.\n"
    assert not OfferImport.objects.exists()


def test_with_credentials_the_settings_say_where_to_ask(only_cantal, api):
    out = StringIO()
    given = {
        "FRANCE_TRAVAIL_CLIENT_ID": "fictif",
        "FRANCE_TRAVAIL_CLIENT_SECRET": "fictif",
        "FRANCE_TRAVAIL_TOKEN_URL": f"{api.url}/jeton",
        "FRANCE_TRAVAIL_API_URL": f"{api.url}/v2/",
    }

    with override_settings(**given):
        call_command("visit_france_travail", stdout=out, stderr=StringIO())

    assert out.getvalue().startswith("2 new")

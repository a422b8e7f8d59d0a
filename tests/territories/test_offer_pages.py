"""The board and the pages of an offer, as those who use them see them."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from operators.enums import OrganisationKind
from operators.models import Organisation
from territories.enums import OfferKind, OfferStatus
from territories.models import Commune, Offer
from tests.factories import make_actor, make_home, make_job, make_mandate, make_training
from tests.factories.holds import hold


pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
HOMES, JOBS = (
    reverse("territories:offer_list", args=[kind]) for kind in (OfferKind.HOME, OfferKind.JOB)
)
ADD_HOME = reverse("territories:offer_add", args=[OfferKind.HOME, "cantal"])
A_HOME = {
    "commune": "Aurillac",
    "commune_code": "15014",
    "typology": "T3",
    "surface": "115",
    "places": "1",
    "rent": "1\u202f020,50",
    "available_from": TODAY.isoformat(),
    "provider_name": "Bailleur des Exemples",
}


def move_url(offer, step):
    return reverse("territories:offer_move", args=[offer.public_id, step])


def edit_url(offer):
    return reverse("territories:offer_edit", args=[offer.public_id])


def on_board(client, url=HOMES, **query):
    response = client.get(url, query)
    assert response.status_code == 200
    return [row.offer for row in response.context["rows"]]


def test_a_host_operator_publishes_a_home_in_one_form(signed_in, submit, host):
    client = signed_in(host)

    response = submit(ADD_HOME, {**A_HOME, "publish": ""})

    offer = Offer.objects.get()
    assert response.url == offer.get_absolute_url()
    assert (offer.status, offer.home.rent, offer.home.has_lift) == ("available", 1020.5, None)
    assert "1\u202f020,50\u00a0€" in client.get(response.url).text


def test_a_draft_waits_until_it_is_published(signed_in, submit, host):
    signed_in(host)

    response = submit(ADD_HOME, {**A_HOME, "draft": ""})
    assert Offer.objects.get().status == OfferStatus.DRAFT

    submit(move_url(Offer.objects.get(), "publish"))
    assert Offer.objects.get().status == OfferStatus.AVAILABLE
    assert response.status_code == 302


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("rent", "92000", "800\u00a0€ par m²"),
        ("rent", "1", "vérifiez le loyer et la surface"),
        ("rent", "-3", "supérieure ou égale à 0"),
        ("surface", "5", "supérieure ou égale à 9"),
        ("places", "10000000000000000000000000000000", "inférieure ou égale à 500"),
        ("available_from", "2026-02-31", "date valide"),
        ("available_from", "1926-02-01", "Vérifiez l’année"),
        ("valid_until", (TODAY - timedelta(days=1)).isoformat(), "Cette date est passée"),
        ("provider_name", "", "choisissez dans l’annuaire, ou écrivez son nom"),
        ("typology", "T9", "choix valide"),
        ("contact_phone", "12", "n’existe pas"),
        ("note", "Un\0nul", "nul"),
    ],
)
def test_what_can_not_be_is_refused_beside_its_field(signed_in, submit, host, field, value, said):
    signed_in(host)

    response = submit(ADD_HOME, {**A_HOME, field: value})

    assert response.status_code == 422
    assert said in " ".join(response.context["form"].errors[field])
    assert not Offer.objects.exists()


def test_a_commune_of_another_territory_is_refused(signed_in, submit, host):
    signed_in(host)

    response = submit(ADD_HOME, {**A_HOME, "commune": "Bourges", "commune_code": "18033"})

    assert "n’est pas dans ce territoire (Cantal)" in response.text
    assert not Offer.objects.exists()


def test_a_job_and_a_training_have_their_own_questions(signed_in, submit, host):
    signed_in(host)
    skilled = {
        "occupation": "Cuisinier / Cuisinière",
        "occupation_code": "G1602",
        "commune": "Aurillac",
        "commune_code": "15014",
        "places": "2",
        "available_from": TODAY.isoformat(),
        "provider_name": "Auberge des Exemples",
    }
    job = {**skilled, "contract": "permanent", "weekly_hours": "35", "licence": "B"}

    submit(reverse("territories:offer_add", args=[OfferKind.JOB, "cantal"]), job)
    submit(reverse("territories:offer_add", args=[OfferKind.TRAINING, "cantal"]), skilled)

    assert Offer.objects.get(kind=OfferKind.JOB).job.licence == "B"
    assert Offer.objects.get(kind=OfferKind.TRAINING).training.is_paid is None


def test_a_landlord_of_the_directory_is_chosen_rather_than_typed(signed_in, submit, host):
    landlord = Organisation.objects.create(
        name="Habitat des Volcans", kinds=[OrganisationKind.LANDLORD]
    )
    signed_in(host)

    submit(ADD_HOME, {**A_HOME, "provider": landlord.public_id})

    offer = Offer.objects.get()
    assert (offer.provider_label, offer.provider_name) == ("Habitat des Volcans", "")

    landlord.is_active = False
    landlord.save()
    form = signed_in(host).get(edit_url(offer)).context["form"]
    assert str(landlord.public_id) in str(form["provider"])


def test_one_click_on_the_board_says_that_an_offer_still_stands(signed_in, submit, host):
    offer = make_home(host, on=TODAY - timedelta(days=40))
    client = signed_in(host)
    assert "À confirmer" in client.get(HOMES).text

    response = submit(move_url(offer, "confirm"), {"board": "territory=cantal&state=to_confirm"})

    assert response.url == f"{HOMES}?territory=cantal&state=to_confirm"
    assert "Confirmée aujourd’hui" in client.get(HOMES).text


def test_a_button_pressed_too_late_says_so_and_changes_nothing(signed_in, submit, host):
    offer = make_home(host)
    client = signed_in(host)
    submit(move_url(offer, "fill"))

    response = submit(move_url(offer, "pause"))

    assert "l’offre a changé de statut" in client.get(response.url).text
    assert Offer.objects.get().status == OfferStatus.FILLED


@pytest.mark.parametrize("page", ["offer_edit", "offer_withdraw"])
def test_nobody_fills_a_form_for_an_offer_that_is_over(signed_in, submit, host, page):
    offer = make_home(host)
    client = signed_in(host)
    submit(move_url(offer, "fill"))

    response = client.get(reverse(f"territories:{page}", args=[offer.public_id]))

    assert response.url == offer.get_absolute_url()


def test_a_withdrawal_asks_why(signed_in, submit, host):
    offer = make_home(host)
    client = signed_in(host)
    url = reverse("territories:offer_withdraw", args=[offer.public_id])

    assert submit(url).status_code == 422
    submit(url, {"why": "elsewhere"})

    assert "Pourvue hors du programme" in client.get(offer.get_absolute_url()).text


def test_two_people_who_edit_see_both_versions(signed_in, submit, host):
    offer = make_home(host)
    client = signed_in(host)
    form = client.get(edit_url(offer)).context["form"]
    mine = {**A_HOME, "version": form["version"].value()}
    submit(edit_url(offer), {**mine, "rent": "540"})

    response = submit(edit_url(offer), {**mine, "rent": "560"})

    assert response.status_code == 409
    assert "540,00" in response.text
    assert "560" in response.text
    assert "540" in response.text
    assert Offer.objects.get().home.rent == 540


def test_an_edited_offer_opens_as_it_was_written(signed_in, submit, host):
    offer = make_home(host, terms={"has_lift": False, "floor": 2})
    client = signed_in(host)

    form = client.get(edit_url(offer)).context["form"]
    values = {name: form[name].value() for name in ("has_lift", "is_furnished", "floor", "rent")}

    assert values == {"has_lift": "no", "is_furnished": "", "floor": 2, "rent": 520}


def test_names_and_numbers_are_for_those_who_may_call(signed_in, host, upstream):
    offer = make_home(host, contact_name="Dominique Spécimen", contact_phone="01 99 00 12 34")
    prescriber = make_actor(OrganisationKind.PRESCRIBER)

    assert "Dominique Spécimen" in signed_in(upstream).get(offer.get_absolute_url()).text
    assert "Dominique Spécimen" not in signed_in(prescriber).get(offer.get_absolute_url()).text


def test_the_board_opens_on_the_only_territory_one_is_in_charge_of(signed_in, host, upstream):
    board = reverse("territories:offer_board")

    assert signed_in(host).get(board).url == f"{HOMES}?territory=cantal"
    assert signed_in(upstream).get(board).url == HOMES


def test_whoever_keeps_several_boards_is_led_to_each(signed_in, host):
    make_mandate(host, "lozere")
    client = signed_in(host)

    board = client.get(client.get(reverse("territories:offer_board")).url)

    assert [label for label, _ in board.context["board"].others] == ["Cantal", "Lozère"]
    assert not client.get(HOMES, {"territory": "lozere"}).context["board"].others


def test_the_board_is_filtered_by_what_one_looks_for(signed_in, host, elsewhere, upstream):
    cheap = make_home(host, terms={"rent": 400, "charges": 50})
    large = make_home(host, terms={"typology": "T5", "surface": 110, "rent": 900})
    flat = make_home(host, terms={"is_accessible": True}, provider_name="Foncière du Puy")
    far = make_home(elsewhere, territory="cher", commune=Commune.objects.get(code="18033"))
    client = signed_in(upstream)

    def found(**query):
        return set(on_board(client, **query))

    assert found() == {cheap, large, flat, far}
    assert found(territory="cher") == found(q="bourges") == {far}
    assert found(typology="T5") == {large}
    assert found(rent="450") == {cheap}
    assert found(accessible="yes") == found(q="fonciere") == {flat}
    assert found(q="aurillac puy") == {flat}
    assert not found(state="paused")


def test_what_is_held_to_the_last_place_is_left_out_when_one_asks_for_free_places(
    signed_in, host, upstream
):
    home, job, other = make_home(host), make_job(host, places=2), make_job(host)
    hold(upstream, home)
    hold(upstream, job)
    client = signed_in(upstream)

    assert on_board(client) == [home]
    assert not on_board(client, free="on")
    assert set(on_board(client, JOBS, free="on")) == {job, other}

    hold(upstream, job)
    page = client.get(JOBS, {"free": "on"})
    assert [row.offer for row in page.context["rows"]] == [other]
    assert page.context["count_label"] == "1 offre"
    assert page.context["filters"].form["free"].value()


def test_jobs_are_found_by_occupation_contract_and_licence(signed_in, host, upstream):
    cook = make_job(host)
    driver = make_job(host, terms={"licence": "B", "contract": "apprenticeship"})
    client = signed_in(upstream)

    assert set(on_board(client, JOBS, q="cuisin")) == {cook, driver}
    assert on_board(client, JOBS, licence="none") == [cook]
    assert on_board(client, JOBS, contract="apprenticeship") == [driver]


def test_each_state_shows_its_offers_and_no_other(signed_in, submit, host):
    old = TODAY - timedelta(days=40)
    offers = {
        "to_confirm": make_home(host, on=old),
        "paused": make_home(host),
        "past": make_home(host, on=old, valid_until=TODAY - timedelta(days=1)),
        "over": make_home(host),
        "draft": make_home(host, is_draft=True),
    }
    client = signed_in(host)
    submit(move_url(offers["paused"], "pause"))
    submit(move_url(offers["over"], "fill"))

    assert {state: on_board(client, state=state) for state in offers} == {
        state: [offer] for state, offer in offers.items()
    }


@pytest.mark.parametrize(
    "query", [{"rent": "10" * 20}, {"q": "\0"}, {"territory": "’"}, {"state": "?"}, {"free": "?"}]
)
def test_a_strange_address_shows_a_board(signed_in, upstream, query):
    assert signed_in(upstream).get(HOMES, query).status_code == 200


def test_drafts_are_looked_for_only_by_those_who_keep_a_board(signed_in, host, upstream):
    def states(actor):
        return dict(signed_in(actor).get(HOMES).context["filters"].form.fields["state"].choices)

    assert "draft" in states(host)
    assert "draft" not in states(upstream)


@pytest.mark.parametrize(
    "query", ["", "?territory=cantal", "?territory=cantal&commune=15014&state=fresh&free=on"]
)
@pytest.mark.parametrize("kind", ["upstream", "host", "coordinator"])
def test_the_board_costs_the_same_whatever_its_length(
    request, signed_in, host, count_queries, kind, query
):
    make_home(host)
    client = signed_in(request.getfixturevalue(kind))
    url = HOMES + query
    client.get(url)
    with_one = count_queries(lambda: client.get(url))
    for _ in range(49):
        make_home(host)

    # A page more, and none of its rows asks anything.
    assert count_queries(lambda: client.get(url)) == with_one <= 15


@pytest.mark.parametrize("kind", ["upstream", "coordinator"])
def test_a_board_with_nothing_to_count_on_costs_no_more(
    request, signed_in, host, count_queries, kind
):
    make_home(host, on=TODAY - timedelta(days=40))
    client = signed_in(request.getfixturevalue(kind))
    url = HOMES + "?territory=cantal"
    client.get(url)

    assert count_queries(lambda: client.get(url)) <= 15


def test_an_offer_costs_the_same_whatever_happened_to_it(signed_in, submit, host, count_queries):
    offer = make_training(host)
    client = signed_in(host)
    url = offer.get_absolute_url()
    client.get(url)
    young = count_queries(lambda: client.get(url))
    for step in ("pause", "resume", "confirm"):
        submit(move_url(offer, step))
    client.get(url)

    assert count_queries(lambda: client.get(url)) == young <= 15


def test_the_card_of_a_territory_leads_to_its_offers(signed_in, host, upstream):
    make_home(host)
    url = make_mandate(host, "cantal").territory.get_absolute_url()

    assert "1 offre de logement" in signed_in(upstream).get(url).text
    assert "offre de logement" not in signed_in(make_actor(OrganisationKind.STATE)).get(url).text

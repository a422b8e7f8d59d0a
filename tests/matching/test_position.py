"""« Positionner », as those who prepare a household see it."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from dateutil.relativedelta import relativedelta
from django.urls import reverse
from django.utils import timezone

from candidates.enums import Link, Moves, Need, Sex, Theme, Vehicle
from candidates.models import DiagnosisTheme, Household, HouseholdMember, Person
from candidates.services import NewPerson
from emile.core.context import database_context
from matching.selectors.cases import case_of
from operators.enums import OrganisationKind
from territories.enums import Typology
from territories.models import Commune, Occupation
from tests.factories import (
    a_candidate,
    at_positioning,
    make_actor,
    make_home,
    make_job,
    make_mandate,
    make_need,
    make_services,
    make_usual_home,
)
from tests.factories.holds import hold
from tests.matching.conftest import job_terms


pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()


def url_of(parcours, **query):
    return reverse("matching:position", args=[parcours.public_id], query=query)


@pytest.fixture
def page_of(signed_in, upstream):
    def read(parcours, actor=upstream, **query):
        response = signed_in(actor).get(url_of(parcours, **query))
        assert response.status_code == 200
        return response.context["page"]

    return read


def test_the_home_and_the_job_that_suit_are_shown_with_reasons(page_of, parcours, home, job):
    (card,) = page_of(parcours).cards

    assert (card.home, card.job, card.territory) == (home, job, "Cantal")
    assert "C’est le métier du projet." in card.reasons
    assert card.to_check == []
    assert card.bundle.score == 300 + 80 + 60 + 40 + 120 + 80 + 130


def test_what_is_not_known_is_to_check_and_never_a_reason(page_of, parcours, home, host):
    make_job(host)

    (card,) = page_of(parcours).cards

    assert [one.code for one in card.bundle.to_check] == ["F7", "F9", "F10"]


def test_nationality_sex_and_health_change_nothing(page_of, parcours, home, job, upstream, read):
    before, seen = page_of(parcours).cards[0].bundle, case_of(read(parcours, TODAY), TODAY)

    with database_context(upstream.database_context):
        Person.objects.update(nationality="other", sex=Sex.WOMAN, last_name="Autre")
        health = DiagnosisTheme.objects.filter(diagnosis__parcours=parcours, theme=Theme.HEALTH)
        health.update(text="Un traitement.", needs=[Need.REDUCED_MOBILITY, Need.LIMITED_JOBS])
        Household.objects.update(has_pets=True)

    after = page_of(parcours).cards[0].bundle
    assert case_of(read(parcours, TODAY), TODAY) == seen
    assert (after.terms, after.findings) == (before.terms, before.findings)


def test_only_what_is_fresh_and_open_is_proposed_and_the_rest_is_told(
    page_of, parcours, home, host
):
    make_job(host, terms=job_terms(), on=TODAY - timedelta(days=31))

    page = page_of(parcours)

    assert (page.cards, page.waiting.stale) == ([], 1)


def test_without_a_dated_offer_what_the_territory_expects_is_told(
    page_of, parcours, host, upstream
):
    make_need(host)
    make_need(host, occupation=Occupation.objects.get(code="N1103"))
    make_usual_home(host, typology=Typology.T1)
    make_usual_home(host, typology=Typology.T5)

    (there,) = page_of(parcours).expected

    assert there.territory.slug == "cantal"
    home, need = (row.expected for row in there.rows)
    assert (home.typology, need.occupation.code) == (Typology.T1, "G1602")


def test_when_nothing_goes_together_each_wished_territory_says_what_it_has(
    page_of, parcours, home, host
):
    assert page_of(parcours).apart == [
        ("Cantal", "1 logement convient, mais aucun emploi ni aucune formation.")
    ]
    make_job(host, terms=job_terms())
    assert page_of(parcours).apart == []


def test_a_home_of_quite_another_size_is_no_change_to_think_of(page_of, parcours, host):
    for typology in (Typology.T2, Typology.T3, Typology.T5):
        make_home(host, terms={"typology": typology, "surface": 90, "rent": Decimal(300)})

    told = [one.text for one in page_of(parcours).misses]
    assert told == ["1 logement de plus avec un T3."]


def test_what_is_expected_gives_way_to_dated_offers(page_of, parcours, host, home, job):
    make_need(host)

    assert page_of(parcours).expected == []


def test_what_another_household_holds_is_not_proposed_and_is_told(
    page_of, parcours, home, job, upstream
):
    hold(upstream, home)

    page = page_of(parcours)

    assert (page.cards, page.waiting.held) == ([], 1)


def test_three_bundles_at_first_and_more_on_demand(page_of, parcours, host):
    for _ in range(5):
        make_home(
            host, terms={"typology": Typology.T1, "surface": 30, "rent": Decimal(300)}, note="x"
        )
        make_job(host, terms=job_terms(monthly_pay=Decimal(1500)))
    towns = Commune.objects.filter(territories__slug="cantal").order_by("-population")[1:5]
    for town in towns:
        make_home(
            host, terms={"typology": Typology.T1, "surface": 30, "rent": Decimal(300)}, commune=town
        )
        make_job(host, terms=job_terms(), commune=town)

    page = page_of(parcours)
    assert (len(page.cards), page.has_more) == (3, True)
    assert page.cards[0].bundle.home.alike == 5

    assert len(page_of(parcours, shown=12).cards) == 5


@pytest.mark.parametrize(
    "query",
    [
        {"shown": "-1"},
        {"shown": "x"},
        {"territory": "nulle-part"},
        {"territory": "\0"},
        {"shown": "99999999999999999999"},
    ],
)
def test_an_odd_address_shows_the_usual_page(page_of, parcours, home, job, query):
    assert len(page_of(parcours, **query).cards) == 1


def test_a_single_change_is_counted_and_leads_to_the_plan(
    page_of, prescriber, coordinator, upstream, host, home
):
    walker = a_candidate(licences=[], vehicle=Vehicle.NONE)
    parcours = at_positioning(
        prescriber, coordinator, upstream, people=[walker], highest_rent=Decimal(600)
    )
    for _ in range(2):
        make_job(host, terms=job_terms(licence="B"))
    far = Commune.objects.get(code="15138")
    make_home(host, terms={"typology": Typology.T2, "surface": 40, "rent": Decimal(630)})
    make_home(host, terms={"typology": Typology.T3})

    lines = {line.text: line.plan_url for line in page_of(parcours).misses}

    assert "2 emplois ou formations de plus avec le permis B, demandé pour le poste." in lines
    assert "1 logement de plus avec un T3." in lines
    assert "1 logement de plus avec 50\u00a0€ de loyer de plus." in lines
    plan = lines["2 emplois ou formations de plus avec le permis B, demandé pour le poste."]
    assert "label=Pr%C3%A9parer+le+permis+B" in plan
    assert far.pk


def test_the_plan_opens_with_the_change_written_in_it(signed_in, upstream, parcours):
    url = reverse("candidates:act", args=[parcours.public_id, "add_action"])

    form = (
        signed_in(upstream)
        .get(url, {"label": "Préparer le permis B", "axis": "work"})
        .context["form"]
    )

    assert (form["label"].value(), form["axis"].value()) == ("Préparer le permis B", "work")


def test_why_not_a_territory(page_of, parcours, host, home, job):
    page = page_of(parcours, territory="cher")

    assert page.why_not.shut == "Le ménage ne l’a pas mis parmi ses souhaits."

    make_home(host, terms={"typology": Typology.T4})
    tally = page_of(parcours, territory="cantal").why_not.tally["homes"]
    assert (tally.total, tally.suiting, tally.refused) == (2, 1, [("Taille du logement", 1)])


def test_why_not_this_offer(signed_in, upstream, parcours, host):
    large = make_home(host, terms={"typology": Typology.T4}, on=TODAY - timedelta(days=40))
    url = reverse("matching:why_not", args=[parcours.public_id, large.public_id])

    response = signed_in(upstream).get(url)

    assert "T4\u00a0: trop grand, un T1 est recherché." in response.text
    assert "n’a pas été confirmée depuis trop longtemps" in response.text


@pytest.fixture
def nobody_leaves(upstream, parcours):
    with database_context(upstream.database_context):
        HouseholdMember.objects.update(moves=Moves.NO)


def test_why_not_this_job_when_no_adult_leaves(signed_in, upstream, parcours, job, nobody_leaves):
    url = reverse("matching:why_not", args=[parcours.public_id, job.public_id])

    assert "Aucun adulte ne part" in signed_in(upstream).get(url).text


def test_no_job_suits_a_household_in_which_no_adult_leaves(page_of, parcours, job, nobody_leaves):
    tally = page_of(parcours, territory="cantal").why_not.tally["jobs"]

    assert (tally.total, tally.suiting) == (1, 0)


def test_a_higher_rent_includes_the_lower_ones_and_the_dearest_are_counted(page_of, parcours, host):
    for rent in (630, 680, 780):
        make_home(host, terms={"typology": Typology.T1, "rent": Decimal(rent)})

    page = page_of(parcours, territory="cantal")

    assert [line.text for line in page.misses] == [
        "2 logements de plus avec 100\u00a0€ de loyer de plus.",
        "1 logement de plus avec 50\u00a0€ de loyer de plus.",
    ]
    tally = page.why_not.tally["homes"]
    assert (tally.total, tally.suiting, tally.refused) == (3, 0, [("Loyer", 3)])


def test_a_couple_is_told_for_whom_each_job_is(page_of, prescriber, coordinator, upstream, host):
    people = [
        a_candidate(licences=["B"], vehicle=Vehicle.OWN),
        replace(
            a_candidate(first_name="Binta", licences=["B"], vehicle=Vehicle.OWN),
            link=Link.PARTNER,
            contacts=[],
        ),
    ]
    parcours = at_positioning(
        prescriber, coordinator, upstream, people=people, highest_rent=Decimal(600)
    )
    make_home(host, terms={"typology": Typology.T2, "surface": 40, "rent": Decimal(400)})
    make_job(host, terms=job_terms())
    make_job(host, terms=job_terms(monthly_pay=Decimal(1400)))

    (card, *_) = page_of(parcours).cards

    assert {card.who, card.second_who} == {"Awa Exemple", "Binta Exemple"}
    assert card.second != card.job


def test_what_a_couple_could_change_together_is_counted_once(
    page_of, prescriber, coordinator, upstream, host
):
    people = [
        a_candidate(),
        replace(a_candidate(first_name="Binta"), link=Link.PARTNER, contacts=[]),
    ]
    parcours = at_positioning(prescriber, coordinator, upstream, people=people)
    make_mandate(host, "cher")
    town = Commune.objects.filter(territories__slug="cher").order_by("pk")[0]
    make_job(host, terms=job_terms(), territory="cher", commune=town)

    (line,) = page_of(parcours).misses

    assert line.text == (
        "1 emploi ou formation de plus en acceptant le territoire «\u00a0Cher\u00a0»."
    )


def test_an_offer_knows_the_households_that_it_suits(signed_in, upstream, parcours, home, host):
    large = make_home(host, terms={"typology": Typology.T3})

    def lines(offer):
        url = reverse("matching:offer_households", args=[offer.public_id])
        return signed_in(upstream).get(url).context["page"]

    assert [line.parcours for line in lines(home).suited] == [parcours]
    assert [line.refused[0].code for line in lines(large).nearly] == ["F2"]


def test_an_offer_that_suits_nobody_says_whether_anybody_was_looked_at(
    signed_in, upstream, coordinator, host, parcours
):
    large = make_home(host, terms={"typology": Typology.T3})
    url = reverse("matching:offer_households", args=[large.public_id])
    stranger = make_actor(OrganisationKind.UPSTREAM, name="Tout autre")

    assert "à aucun de vos ménages" in signed_in(upstream).get(url).text
    assert "Aucun ménage en préparation" in signed_in(stranger).get(url).text


def test_the_pages_below_lead_here(signed_in, upstream, host, parcours, home):
    project = reverse("candidates:file_project", args=[parcours.public_id])

    assert url_of(parcours) in signed_in(upstream).get(project).text
    assert "Ménages à qui elle convient" in signed_in(upstream).get(home.get_absolute_url()).text
    assert "Ménages à qui elle convient" not in signed_in(host).get(home.get_absolute_url()).text


def test_the_page_costs_the_same_whatever_is_on_offer(
    count_queries, signed_in, upstream, parcours, home, job, host
):
    client = signed_in(upstream)
    client.get(url_of(parcours))
    with_one = count_queries(lambda: client.get(url_of(parcours)))

    for number in range(4):
        terms = {"typology": Typology.T1, "surface": 30, "rent": Decimal(300 + number)}
        make_home(host, terms=terms)
        make_job(host, terms=job_terms(monthly_pay=Decimal(1500 + number)))
    with_five = count_queries(lambda: client.get(url_of(parcours)))

    assert with_five == with_one <= 27


@pytest.fixture
def family(prescriber, coordinator, upstream, host):
    """The cook with a child of eight, and a home for both."""
    terms = {"typology": Typology.T3, "surface": 58, "rent": Decimal(280), "charges": Decimal(40)}
    make_home(host, terms=terms)
    described = {"highest_rent": Decimal(600), "needs_accessible_home": False}
    people = [a_candidate(licences=["B"], vehicle=Vehicle.OWN), a_child(of=8)]
    return at_positioning(prescriber, coordinator, upstream, people=people, **described)


def a_child(of):
    born = TODAY - relativedelta(years=of, days=3)
    fields = {"first_name": "Lou", "last_name": "Exemple", "birth_date": born}
    return NewPerson(link=Link.CHILD, fields=fields)


def test_a_school_nearby_is_a_reason_and_an_untold_one_is_to_check(page_of, family, job, host):
    (card,) = page_of(family).cards
    assert "À demander à la mairie\u00a0: école élémentaire (8\u00a0ans)." in card.to_check

    make_services(host, primary_school=True, doctor=True)

    (near,) = page_of(family).cards
    assert (
        "À moins de 15 minutes du logement\u00a0: école élémentaire (8\u00a0ans)." in near.reasons
    )
    assert near.bundle.score == card.bundle.score + 60


def test_without_a_school_nearby_a_home_is_left_out_and_counted_so(page_of, family, job, host):
    make_services(host, primary_school=False, high_school=True)

    page = page_of(family, territoire="cantal")

    assert page.cards == []
    assert page.misses == []
    assert page.apart == [("Cantal", "1 emploi ou formation convient, mais aucun logement.")]


def test_what_children_need_is_no_reason_for_adults_alone(page_of, parcours, home, job, host):
    make_services(host, doctor=True)

    (card,) = page_of(parcours).cards

    assert "Pas d’école ni de garde à trouver." in card.granted
    assert "services" in {term.name for term in card.bundle.terms}

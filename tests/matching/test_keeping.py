"""Places kept for those who will come, from the files of the past year to the page and the paper."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from candidates.models import Parcours
from emile.core.context import database_context, system
from matching.arbitration.decide import Outcome
from matching.arbitration.foresight import FEWEST, Foresight
from matching.arbitration.problem import Kind, Problem
from matching.models import Arbitration
from matching.selectors.arbitration import arbitration_page
from matching.selectors.arrivals import arrived_within_a_year
from matching.selectors.keeping import Keeping
from matching.selectors.names import Names
from matching.services.rulings import rule
from territories.enums import Typology
from territories.models import Territory
from tests.factories import (
    a_candidate,
    arbitrate,
    at_positioning,
    leave,
    make_home,
    make_job,
    propose as propose_placement,
)
from tests.matching.conftest import job_terms


pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()


@pytest.fixture
def dearer(host):
    """Larger: worth a little less to somebody alone, and too dear for those of the past."""
    terms = {"typology": Typology.T2, "surface": 45, "rent": Decimal(330), "charges": Decimal(40)}
    return make_home(host, terms=terms)


@pytest.fixture
def jobs(host):
    return make_job(host, terms=job_terms(), places=50)


@pytest.fixture
def board(home, dearer, jobs):
    """Work for everybody, one home that all can pay and one that few can."""
    return home, dearer


@pytest.fixture
def came(prescriber, coordinator, upstream):
    """So many came, who could only pay for the cheapest home, and left."""

    def bring(how_many):
        files = []
        for number in range(how_many):
            cook = a_candidate(first_name=f"Passée{number}", birth_date=date(1970 + number, 5, 4))
            described = {"highest_rent": Decimal(340), "needs_accessible_home": False}
            file = at_positioning(prescriber, coordinator, upstream, people=[cook], **described)
            leave(upstream, file)
            files.append(file)
        return files

    return bring


@pytest.fixture
def page(signed_in, coordinator):
    def read(run):
        answer = signed_in(coordinator).get(run.get_absolute_url())
        assert answer.status_code == 200
        return answer.content.decode()

    return read


def on_paper(coordinator, run):
    with database_context(coordinator.database_context):
        page = arbitration_page(run, Parcours.objects.visible_to(coordinator))
        return render_to_string("matching/pdf/arbitration.html", {"run": run, "page": page})


def home_of(run, parcours):
    place = Outcome.kept(run.outcome).given[parcours.pk]
    return Problem.unpacked(bytes(run.problem)).by_key[parcours.pk].choices[place].home


def test_a_home_is_kept_for_those_who_can_pay_no_other(parcours, board, came, coordinator, page):
    cheap, dear = board
    came(FEWEST)

    without, kept = arbitrate(coordinator), arbitrate(coordinator, keeps_places=True)

    assert home_of(without, parcours) == cheap.pk
    assert home_of(kept, parcours) == dear.pk
    assert without.fingerprint != kept.fingerprint
    assert (kept.households, kept.of_the_past, kept.looked_at) == (1, FEWEST, FEWEST + 1)
    told = Foresight.kept(kept.outcome["foresight"])
    assert told.places == {(Kind.HOME, cheap.pk): 1}
    assert (told.arrived, told.read, told.to_come) == (FEWEST + 1, FEWEST, 3)
    text = page(kept)
    assert "Gardé pour 3 ménages attendus d’ici 3\u00a0mois\u00a0: 1 T1 (Cantal)." in text
    assert f"Cela fait perdre {told.points_lost} points aujourd’hui" in text
    assert "1 place est gardée pour des ménages à venir\u00a0: le logement T1" in text
    assert "Places gardées pour les ménages à venir" in text
    assert "Passée" not in text
    assert "Gardé pour" not in page(without)
    paper = on_paper(coordinator, kept)
    assert "Gardé pour 3 ménages attendus" in paper
    assert "Passée" not in paper


def test_the_same_data_has_the_same_print_and_the_same_answer(parcours, board, came, coordinator):
    came(FEWEST)

    first, second = (arbitrate(coordinator, keeps_places=True) for _ in range(2))

    assert (first.fingerprint, first.outcome) == (second.fingerprint, second.outcome)


def test_a_decision_may_give_what_was_kept(parcours, board, came, coordinator, signed_in, page):
    cheap, _ = board
    came(FEWEST)
    run = arbitrate(coordinator, keeps_places=True)
    url = reverse("matching:arbitration_change", args=[run.public_id, parcours.public_id])

    shown = signed_in(coordinator).get(url).content.decode()
    with database_context(coordinator.database_context):
        effect = rule(
            actor=coordinator,
            run=run,
            version=run.version,
            parcours=parcours,
            choice=0,
            reason="La famille a déjà visité ce logement.",
            now=timezone.now(),
        )
        run.refresh_from_db()

    assert "prend 1 place gardée pour des ménages à venir" in shown
    assert home_of(run, parcours) == cheap.pk
    assert effect.spent == 1
    assert effect.cost < 0
    assert "Des décisions ont donné toutes les places qui étaient gardées." in page(run)


def test_when_too_few_came_nothing_is_kept_and_the_page_says_why(
    parcours, board, came, coordinator, page
):
    cheap, _ = board
    came(2)

    run = arbitrate(coordinator, keeps_places=True)

    assert home_of(run, parcours) == cheap.pk
    assert "l’année passée n’a laissé que 2 dossiers à lire" in page(run)


def test_when_there_is_enough_nothing_is_kept_and_the_page_says_so(
    parcours, board, host, came, coordinator, page
):
    came(FEWEST)
    terms = {"typology": Typology.T1, "surface": 30, "rent": Decimal(280), "charges": Decimal(40)}
    make_home(host, terms=terms, places=9)

    assert "ne servira davantage à ceux que l’on attend" in page(
        arbitrate(coordinator, keeps_places=True)
    )


def test_the_setting_is_asked_on_the_page(coordinator, signed_in, submit):
    signed_in(coordinator)
    asked = {"seniority": "0", "floor": "0", "later": "3"}

    refused = submit(reverse("matching:arbitrations"), asked | {"later": "12"})
    submit(reverse("matching:arbitrations"), asked)

    assert refused.status_code == 422
    with database_context(coordinator.database_context):
        assert Arbitration.objects.get().keeps_places


def test_a_run_of_before_is_read_as_it_was(parcours, board, coordinator, page):
    run = arbitrate(coordinator)
    with database_context(coordinator.database_context):
        del run.outcome["foresight"]
        for price in run.outcome["fairness"]:
            del price["keeps_places"]
        run.save(update_fields=["outcome"])

    assert "Comment ce classement est fait" in page(run)


@pytest.mark.parametrize(
    ("points_lost", "placed", "told"),
    [
        (60, 3, "Cela fait perdre 60 points et 2 ménages placés aujourd’hui"),
        (0, 5, "Cela ne coûte rien aujourd’hui."),
        (-10, 6, "Cela ne coûte rien aujourd’hui."),
    ],
)
def test_places_of_welcome_are_told_with_what_they_cost(points_lost, placed, told):
    cantal = (Kind.TERRITORY, 1)
    foresight = Foresight(
        arrived=40,
        read=30,
        to_come=10,
        points_lost=points_lost,
        placed=placed,
        placed_without=5,
        places={cantal: 4},
    )

    keeping = Keeping(foresight, Names({}, {1: Territory(name="Cantal")}), {cantal: 2})

    assert (
        "Gardé pour 10 ménages attendus d’ici 3\u00a0mois\u00a0: 2 places d’accueil (Cantal)."
        in (keeping.summary)
    )
    assert told in keeping.summary


# Who came


def test_who_came_within_a_year_is_read_unless_their_place_is_still_looked_for(
    prescriber, coordinator, upstream, host, came, parcours
):
    (gone,) = came(1)
    waits = at_positioning(prescriber, coordinator, upstream)
    propose_placement(upstream, waits, host)

    def found(day):
        with database_context(system("test")):
            return arrived_within_a_year(Parcours.objects.all(), day)

    lately = found(TODAY)
    assert lately.count == 3
    assert {one.pk for one in lately.files} == {gone.pk, waits.pk}
    assert found(TODAY - timedelta(days=1)).count == 0
    assert found(TODAY + timedelta(days=367)).count == 0

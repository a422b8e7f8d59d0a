from datetime import UTC, date, datetime

import pytest

from territories.models import (
    Commune,
    DepartureArea,
    Mandate,
    Occupation,
    ProgrammePeriod,
    ReferenceVintage,
    Territory,
)
from territories.reference.files import Dataset, manifest
from territories.services import ReferenceCorrupted, load_programme, load_reference
from territories.services.reference import TABLES, load_table


pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)


def forget(*names):
    ReferenceVintage.objects.filter(name__in=names).delete()


def test_the_database_holds_the_rows_of_the_files():
    counted = {
        dataset.name: table.model.objects.count()
        for table in TABLES
        if (dataset := manifest()[table.dataset])
    }

    assert counted == {table.dataset: manifest()[table.dataset].rows for table in TABLES}


def test_loading_again_does_nothing(django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        assert load_reference(now=NOW) == []


def test_each_table_says_its_vintage():
    names = set(ReferenceVintage.objects.values_list("name", flat=True))

    assert names == {*(table.dataset for table in TABLES), "plain_words", "programme"}


def test_a_commune_that_has_drifted_comes_back_and_keeps_its_row():
    aurillac = Commune.objects.get(code="15014")
    Commune.objects.filter(code="15014").update(name="Ailleurs", population=1)
    forget("communes")

    loaded = load_reference(now=NOW)

    # Territories are lists of communes: the programme follows.
    assert [edition.name for edition in loaded] == ["communes", "programme"]
    restored = Commune.objects.get(pk=aurillac.pk)
    assert (restored.name, restored.population) == ("Aurillac", aurillac.population)


def test_a_merged_commune_keeps_its_row_and_leads_to_its_successor():
    former = Commune.objects.get(code="01120")

    assert not former.is_current
    assert former.today.name == "Montluel"


def test_an_arrondissement_leads_to_its_city():
    assert Commune.objects.get(code="75111").today == Commune.objects.get(code="75056")


def test_a_commune_that_the_new_vintage_no_longer_knows_is_retired_not_deleted():
    departement = Commune.objects.get(code="15014").departement
    Commune.objects.create(code="15999", name="Disparue", departement=departement)
    forget("communes")

    load_reference(now=NOW)

    assert not Commune.objects.get(code="15999").is_current


def test_plain_words_survive_a_new_vintage_of_the_occupations():
    forget("occupations")

    load_reference(now=NOW)

    assert "éboueur" in Occupation.objects.get(code="N4118").keywords


def test_a_file_that_was_tampered_with_is_refused():
    genuine = manifest()["regions"]
    tampered = Dataset(
        name=genuine.name,
        file=genuine.file,
        vintage=genuine.vintage,
        source=genuine.source,
        licence=genuine.licence,
        sha256="0" * 64,
        rows=genuine.rows,
    )

    with pytest.raises(ReferenceCorrupted) as refusal:
        load_table(TABLES[0], tampered, now=NOW)

    assert refusal.value.code == "checksum"


# The programme


def test_a_territory_is_a_list_of_communes_which_need_not_be_a_departement():
    maurienne = Territory.objects.get(slug="maurienne")

    assert maurienne.communes.count() == 53
    assert maurienne.communes.filter(name="Saint-Jean-de-Maurienne").exists()
    assert not maurienne.communes.filter(name="Chambéry").exists()


@pytest.mark.parametrize(
    ("day", "slugs"),
    [
        (
            date(2019, 7, 1),
            {"cantal", "cher", "doubs", "lot", "lozere", "maine-et-loire", "seine-maritime"},
        ),
        # The nine of the list of September 2024.
        (
            date(2024, 9, 30),
            {
                *("ain", "allier", "cantal", "cher", "indre", "lozere", "maine-et-loire"),
                *("maurienne", "seine-maritime"),
            },
        ),
    ],
)
def test_territories_come_and_go(day, slugs):
    assert {territory.slug for territory in Territory.objects.taking_part_on(day)} == slugs


@pytest.mark.parametrize(
    ("departement", "day", "areas"),
    [
        ("93", date(2019, 7, 1), ["Seine-Saint-Denis"]),
        ("69", date(2023, 12, 31), []),
        ("69", date(2024, 1, 1), ["Métropole de Lyon"]),
        ("13", date(2026, 1, 1), []),
    ],
)
def test_households_leave_from_areas_that_change_with_time(departement, day, areas):
    found = DepartureArea.objects.open_in(departement, day)

    assert [area.name for area in found] == areas


def test_only_some_communes_of_the_rhone_are_departure_communes():
    villeurbanne = Commune.objects.get(code="69266")
    villefranche = Commune.objects.get(code="69264")

    assert DepartureArea.objects.containing(villeurbanne).exists()
    assert not DepartureArea.objects.containing(villefranche).exists()


@pytest.mark.parametrize(
    ("day", "upstream"),
    [
        (date(2019, 9, 1), ["ACSC", "Aurore", "Groupe SOS", "Interlogement 93"]),
        (date(2021, 9, 1), ["EPEC"]),
        (date(2023, 9, 1), ["ARES"]),
    ],
)
def test_operators_change_and_mandates_remember(day, upstream):
    mandates = Mandate.objects.on(day).of_kind("upstream").order_by("organisation__name")

    assert [mandate.organisation.name for mandate in mandates] == upstream


def test_a_programme_period_is_not_a_calendar_year():
    assert ProgrammePeriod.objects.on(date(2020, 7, 1)).get().label == "Année 2"
    assert ProgrammePeriod.objects.on(date(2022, 5, 1)).get().target_persons == 300


def test_applying_the_programme_again_keeps_what_people_decided():
    cantal = Territory.objects.get(slug="cantal")
    cantal.yearly_target = 40
    cantal.description = "Montagnes et burons."
    cantal.save()
    before = Mandate.objects.count()

    load_programme(now=NOW, again=True)

    cantal.refresh_from_db()
    assert (cantal.yearly_target, cantal.description) == (40, "Montagnes et burons.")
    assert Mandate.objects.count() == before

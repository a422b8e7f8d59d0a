import gzip
import json
import re

import pytest

from territories.reference.files import DATA, departement_outlines, manifest, read_rows
from territories.reference.programme import read_plain_words, read_programme


DATASETS = manifest().values()
MAXIMUM_BYTES = 3_000_000
ROWS = {
    "regions": 26,
    "departements": 109,
    "epci": 1255,
    "communes": 37_006,
    "occupations": 1584,
    "outlines": 101,
}


@pytest.mark.parametrize("dataset", DATASETS, ids=lambda dataset: dataset.name)
def test_a_file_is_the_one_that_its_manifest_describes(dataset):
    assert dataset.actual_sha256() == dataset.sha256


def test_the_datasets_have_the_rows_that_are_known():
    assert {dataset.name: dataset.rows for dataset in DATASETS} == ROWS


@pytest.mark.parametrize("name", [name for name in ROWS if name != "outlines"])
def test_rows_are_counted_unique_and_sorted_by_code(name):
    codes = [row["code"] for row in read_rows(name)]

    assert len(codes) == manifest()[name].rows
    assert codes == sorted(set(codes))


@pytest.mark.parametrize("dataset", DATASETS, ids=lambda dataset: dataset.name)
def test_a_file_says_where_it_comes_from_and_under_what_licence(dataset):
    assert dataset.vintage
    assert dataset.source
    assert dataset.licence == "Licence Ouverte 2.0"
    assert not re.search(r"https?:|www\.", dataset.source)


def test_files_hold_no_date_of_their_own_so_that_building_again_gives_the_same():
    for file in DATA.glob("*.gz"):
        with gzip.open(file) as content:
            content.read(1)
            assert content.mtime == 0


def test_the_folder_holds_what_the_manifest_lists_and_stays_light():
    files = {file.name: file.stat().st_size for file in DATA.iterdir()}

    assert set(files) == {"manifest.json", *(dataset.file for dataset in DATASETS)}
    assert sum(files.values()) < MAXIMUM_BYTES


def test_there_are_as_many_current_communes_as_insee_counts_in_2026():
    assert sum(not row["successor"] for row in read_rows("communes")) == 34_969


def test_every_successor_is_a_current_commune():
    rows = list(read_rows("communes"))
    current = {row["code"] for row in rows if not row["successor"]}

    assert {row["successor"] for row in rows if row["successor"]} <= current


def test_outlines_are_small_and_there_is_one_per_departement():
    collection = departement_outlines()
    codes = [feature["properties"]["code"] for feature in collection["features"]]
    known = {row["code"] for row in read_rows("departements")}

    assert codes == sorted(codes)
    assert set(codes) <= known
    assert len(json.dumps(collection)) < 300_000


def test_plain_words_are_for_occupations_that_exist():
    _, words = read_plain_words()

    assert set(words) <= {row["code"] for row in read_rows("occupations")}


def test_the_programme_names_departements_and_intercommunalities_that_exist():
    programme = read_programme()
    places = [entry.place for entry in (*programme.territories, *programme.departure_areas)]
    departements = {row["code"] for row in read_rows("departements")}
    epci = {row["code"] for row in read_rows("epci")}

    assert {code for place in places for code in place.departements} <= departements
    assert {code for place in places for code in place.epci} <= epci


def test_a_word_that_means_nothing_in_the_programme_is_refused(tmp_path):
    file = tmp_path / "programme.toml"
    file.write_text(
        'vintage = "x"\nterritory = []\ndeparture_area = []\norganisation = []\n'
        '[[period]]\nslug = "a"\nlabel = "A"\nsince = 2019-06-01\nuntill = 2020-06-30\n'
    )

    with pytest.raises(TypeError, match="untill"):
        read_programme(file)

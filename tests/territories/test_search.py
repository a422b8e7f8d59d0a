import pytest

from territories.models import Territory
from territories.selectors import LIMIT, figures_of, search_communes, search_occupations


pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("93200", "93066"),
        ("15014", "15014"),
        ("2a004", "2A004"),
        ("75011", "75056"),
        ("75111", "75111"),
        ("Aurillac", "15014"),
        ("AURILLAC ", "15014"),
        ("st-etienne", "42218"),
        ("l'hay les roses", "94038"),
        ("L’Haÿ-les-Roses", "94038"),
        ("chateauroux", "36044"),
        ("Paris", "75056"),
        ("paris 11", "75111"),
        ("clichy sous boi", "93014"),
        # The name of a merged commune, whose code went to the one that succeeded it.
        ("Arbignieu", "01015"),
    ],
)
def test_a_code_or_a_name_that_one_commune_bears_resolves_alone(text, code):
    assert search_communes(text).only.code == code


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("aurilac", "Aurillac"),
        ("bordaux", "Bordeaux"),
        ("clermon feran", "Clermont-Ferrand"),
        ("montlusson", "Montluçon"),
        ("epinay sur sene", "Épinay-sur-Seine"),
        ("cergi", "Cergy"),
    ],
)
def test_a_typo_is_forgiven_but_leaves_the_choice(text, first):
    matches = search_communes(text)

    assert matches.only is None
    assert matches.rows[0].name == first


def test_communes_of_the_same_name_are_all_proposed_the_largest_first():
    matches = search_communes("saint denis")

    assert matches.only is None
    assert [row.code for row in matches.rows[:4]] == ["97411", "93066", "11339", "30247"]


@pytest.mark.parametrize("text", ["", "  ", "99999", "zzzzzzz"])
def test_what_means_nothing_finds_nothing(text):
    assert search_communes(text).rows == ()
    assert search_occupations(text).rows == ()


@pytest.mark.parametrize("text", ["eu", "y", "saint", "le"])
def test_short_or_common_words_find_at_most_twenty(text):
    assert 0 < len(search_communes(text).rows) <= LIMIT


def test_a_two_letter_name_is_found():
    assert search_communes("Eu").only.code == "76255"


@pytest.mark.parametrize("search", [search_communes, search_occupations])
@pytest.mark.parametrize("text", ["%", "_", "a%' --", "\\", "saint\x1f"])
def test_signs_are_letters_like_any_other(search, text):
    search(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [("F1703", "F1703"), ("f1703", "F1703"), ("Aide-soignant / Aide-soignante", "J1501")],
)
def test_a_rome_code_or_a_whole_label_resolves_alone(text, code):
    assert search_occupations(text).only.code == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("macon", "F1703"),
        ("femme de ménage", "K2205"),
        ("menage", "K2205"),
        ("nounou", "K1303"),
        ("eboueur", "N4118"),
        ("chaufeur", "N4105"),
        ("serveuse", "G1803"),
        ("cuisinié", "G1609"),
        ("plombié", "F1603"),
        ("aide a domicile", "K1304"),
        ("cariste", "N1101"),
    ],
)
def test_people_find_an_occupation_with_their_own_words(text, code):
    matches = search_occupations(text)

    assert code in [row.code for row in matches.rows[:6]]


def test_a_word_inside_a_label_leaves_the_choice():
    # « Caissière » is in one label only, that of packing cases.
    assert search_occupations("caissiere").only is None


@pytest.mark.parametrize("search", [search_communes, search_occupations])
def test_a_search_is_one_query(search, django_assert_num_queries):
    with django_assert_num_queries(1):
        [str(row) for row in search("saint").rows]


def test_a_territory_adds_up_its_communes(django_assert_num_queries):
    maurienne = Territory.objects.get(slug="maurienne")

    with django_assert_num_queries(1):
        figures = figures_of(maurienne)

    assert figures.commune_count == 53
    assert figures.departements == ["Savoie"]
    assert figures.largest_communes[0].name == "Saint-Jean-de-Maurienne"
    assert figures.vacant_homes < figures.homes

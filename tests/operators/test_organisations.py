import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from emile.core.errors import DomainError, StaleVersion
from operators.enums import OrganisationKind
from operators.models import Organisation
from operators.services import edit_organisation, register_organisation
from tests.operators.factories import (
    THEN,
    MembershipFactory,
    OrganisationFactory,
    UserFactory,
)


pytestmark = pytest.mark.django_db
SIRET = "73282932000074"
CARD = {"kinds": ["prescriber"], "departement": "93"}


@pytest.fixture
def coordinator():
    return MembershipFactory(coordinator=True)


def register(**card):
    return register_organisation(
        **{"name": "Foyer des Lilas", "kinds": ["prescriber"], "now": THEN} | card
    )


@pytest.mark.parametrize("siret", [SIRET, "732 829 320 00074", "35600000000048", "", None])
def test_a_siret_is_checked_and_kept_without_spaces(siret):
    assert register(siret=siret).siret == ((siret or "").replace(" ", "") or None)


@pytest.mark.parametrize("siret", ["73282932000075", "7328293200007", "ABCDEFGHIJKLMN"])
def test_a_wrong_siret_is_refused(siret):
    with pytest.raises(ValidationError) as refusal:
        register(siret=siret)

    assert "siret" in refusal.value.message_dict


def test_two_organisations_never_share_a_siret_but_may_have_none():
    register(siret=SIRET)
    register(siret="")
    register(siret="")

    with pytest.raises(ValidationError):
        register(name="Tout autre chose", siret=SIRET)


@pytest.mark.parametrize("kinds", [[], ["inconnu"]])
def test_the_database_refuses_an_organisation_without_a_known_kind(kinds):
    with pytest.raises(IntegrityError), transaction.atomic():
        OrganisationFactory(kinds=kinds)


def test_the_database_refuses_two_spellings_of_one_address():
    UserFactory(email="zoe@asso.example")

    with pytest.raises(IntegrityError), transaction.atomic():
        UserFactory(email="Zoe@asso.example")


@pytest.mark.parametrize("departement", ["93", "2A", "974", "01"])
def test_a_departement_exists(departement):
    assert register(departement=departement).departement == departement


@pytest.mark.parametrize("departement", ["00", "20", "96", "977", "1"])
def test_a_departement_that_does_not_exist_is_refused(departement):
    with pytest.raises(ValidationError):
        register(departement=departement)


@pytest.mark.parametrize(
    ("name", "typed", "alike"),
    [
        ("Alizés", "Association Alizés", True),
        ("Emmaüs Solidarité", "EMMAUS", True),
        ("CHRS Les Tilleuls", "CHRS Tilleuls", True),
        ("CHRS Les Tilleuls", "CHRS Les Platanes", False),
        ("Mission locale de Bondy", "Mission locale de Paris", False),
        ("France Travail Bobigny", "France Travail Pantin", False),
    ],
)
def test_a_double_is_recognised_by_its_name(name, typed, alike):
    organisation = OrganisationFactory(name=name)

    found = Organisation.objects.duplicates_of(name=typed)

    assert (organisation in found) is alike


def test_a_double_is_recognised_by_its_company():
    organisation = OrganisationFactory(name="Foyer des Lilas", siret=SIRET)

    found = Organisation.objects.duplicates_of(name="Tout autre", siret="73282932000090")

    assert list(found) == [organisation]


@pytest.mark.parametrize("typed", ["tileuls", "TILLEULS", "732829320", "7328 2932 0", "974"])
def test_the_directory_forgives_accents_typos_and_spaces(client, coordinator, typed):
    OrganisationFactory(name="CHRS Les Tilleuls", siret=SIRET, departement="974")
    OrganisationFactory(name="Alizés")
    client.force_login(coordinator.user)

    page = client.get(reverse("operators:organisation_list"), {"q": typed}).context["page"]

    assert [organisation.name for organisation in page] == ["CHRS Les Tilleuls"]


@pytest.mark.parametrize("query", ["?q=%00", "?kind=inconnu", "?page=zéro", "?q=%27%25_"])
def test_the_directory_survives_a_clumsy_address(client, coordinator, query):
    client.force_login(coordinator.user)

    response = client.get(reverse("operators:organisation_list") + query)

    assert response.status_code == 200


def test_the_directory_filters_by_role_and_turns_its_pages(client, coordinator):
    OrganisationFactory.create_batch(30, evaluator=True)
    client.force_login(coordinator.user)

    response = client.get(reverse("operators:organisation_list"), {"kind": "evaluator", "page": 2})

    assert len(response.context["page"]) == 5
    assert "kind=evaluator&amp;page=1" in response.text


def test_the_directory_costs_the_same_whatever_its_length(client, coordinator, count_queries):
    client.force_login(coordinator.user)
    url = reverse("operators:organisation_list")

    with_one = count_queries(lambda: client.get(url))
    OrganisationFactory.create_batch(5)
    with_six = count_queries(lambda: client.get(url))

    assert with_six == with_one <= 15


def test_the_page_of_an_organisation_costs_the_same_whatever_its_members(
    client, coordinator, count_queries
):
    organisation = MembershipFactory().organisation
    client.force_login(coordinator.user)

    with_one = count_queries(lambda: client.get(organisation.get_absolute_url()))
    MembershipFactory.create_batch(5, organisation=organisation)
    for name in ("Foyer des Lilas", "Foyer des Roses"):
        organisation = edit(coordinator, organisation, name=name)
    with_six = count_queries(lambda: client.get(organisation.get_absolute_url()))

    assert with_six == with_one <= 15


@pytest.mark.parametrize("name", ["organisation_list", "organisation_create", "registration_list"])
@pytest.mark.parametrize("trait", ["national", "upstream", "host", "state"])
def test_only_the_coordinator_keeps_the_directory(client, name, trait):
    client.force_login(MembershipFactory(manager=True, **{trait: True}).user)

    assert client.get(reverse(f"operators:{name}")).status_code == 403


def test_the_coordinator_adds_an_organisation(client, submit, coordinator):
    client.force_login(coordinator.user)

    response = submit(
        reverse("operators:organisation_create"),
        {**CARD, "name": "Foyer des Lilas", "siret": "732 829 320 00074", "phone": "0144556677"},
    )

    organisation = Organisation.objects.get(name="Foyer des Lilas")
    assert response.url == organisation.get_absolute_url()
    assert organisation.siret == SIRET
    assert organisation.phone == "01 44 55 66 77"


def test_a_likely_double_is_asked_about_once(client, submit, coordinator):
    OrganisationFactory(name="Association Alizés", departement="75")
    client.force_login(coordinator.user)
    url = reverse("operators:organisation_create")

    warned = submit(url, {**CARD, "name": "Alizés"})
    confirmed = submit(url, {**CARD, "name": "Alizés", "is_another": "on"})

    assert "Association Alizés (75)" in warned.text
    assert confirmed.status_code == 302
    assert Organisation.objects.filter(name="Alizés").exists()


def test_a_siret_already_taken_is_refused_beside_its_field(client, submit, coordinator):
    OrganisationFactory(siret=SIRET)
    client.force_login(coordinator.user)
    card = {**CARD, "name": "Foyer des Lilas", "siret": SIRET, "is_another": "on"}

    response = submit(reverse("operators:organisation_create"), card)

    assert response.status_code == 422
    assert response.context["form"].errors["siret"] == [
        "Une organisation porte déjà ce numéro SIRET."
    ]


def edit(coordinator, organisation, **card):
    before = {
        "version": organisation.version,
        "name": organisation.name,
        "kinds": organisation.kinds,
        "siret": organisation.siret,
        "departement": organisation.departement,
        "email": organisation.email,
        "phone": organisation.phone,
        "is_active": True,
    }
    return edit_organisation(
        actor=coordinator.as_actor(), organisation=organisation, now=THEN, **before | card
    )


def test_nobody_overwrites_a_card_without_seeing_it(coordinator):
    organisation = OrganisationFactory(name="Foyer")
    edit(coordinator, organisation, name="Foyer des Lilas")

    with pytest.raises(StaleVersion):
        edit(coordinator, organisation, name="Foyer des Roses")

    organisation.refresh_from_db()
    assert organisation.name == "Foyer des Lilas"


def test_a_conflict_shows_both_cards_and_can_be_sent_again(client, submit, coordinator):
    organisation = OrganisationFactory(name="Foyer")
    client.force_login(coordinator.user)
    url = reverse("operators:organisation_edit", args=[organisation.public_id])
    mine = {**CARD, "name": "Foyer des Roses", "is_active": "on", "version": 1}
    edit(coordinator, organisation, name="Foyer des Lilas", kinds=["host"])

    response = submit(url, mine)

    kept = response.context["kept"]
    assert response.status_code == 409
    assert ("Nom", "Foyer des Roses", "Foyer des Lilas") in response.context["conflicts"]
    assert (
        "Rôles dans le programme",
        "Structure qui oriente",
        "Opérateur d’accueil",
    ) in response.context["conflicts"]
    assert ("version", "2") in kept

    assert submit(url, dict(kept)).status_code == 302
    organisation.refresh_from_db()
    assert organisation.name == "Foyer des Roses"


def test_editing_keeps_the_fields_that_nobody_touched(client, submit, coordinator):
    organisation = OrganisationFactory(name="Foyer", siret=SIRET)
    client.force_login(coordinator.user)
    url = reverse("operators:organisation_edit", args=[organisation.public_id])

    form = client.get(url).context["form"]
    sent = {field.html_name: field.value() for field in form if field.value() not in (None, False)}
    submit(url, sent)

    organisation.refresh_from_db()
    assert organisation.siret == SIRET
    assert organisation.is_active
    assert organisation.version == 2


@pytest.mark.parametrize("field", ["email", "siret"])
def test_an_invisible_character_is_told_once(client, submit, coordinator, field):
    client.force_login(coordinator.user)
    card = {**CARD, "name": "Foyer", "email": "foyer@lilas.example", "siret": SIRET}

    response = submit(
        reverse("operators:organisation_create"), {**card, field: card[field] + "\x00"}
    )

    (told,) = response.context["form"].errors[field]
    assert "caractère invisible" in told


@pytest.mark.parametrize("card", [{"is_active": False}, {"kinds": [OrganisationKind.HOST]}])
def test_the_coordinator_cannot_saw_off_its_own_branch(coordinator, card):
    with pytest.raises(DomainError) as refusal:
        edit(coordinator, coordinator.organisation, **card)

    assert refusal.value.code == "own_organisation"

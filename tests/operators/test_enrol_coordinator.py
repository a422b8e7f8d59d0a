from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from operators.enums import DirectoryEventKind, OrganisationKind
from operators.models import DirectoryEvent, Invitation, Membership, Organisation
from tests.operators.factories import PASSWORD, MembershipFactory, OrganisationFactory


pytestmark = pytest.mark.django_db
EMAIL = "ines@coordination.example"
NEWCOMER = {
    "first_name": "Inès",
    "last_name": "Caradec",
    "password1": PASSWORD,
    "password2": PASSWORD,
}


@pytest.fixture(autouse=True)
def empty_server():
    """The reference data bring a coordinator; a server may have been filled without them."""
    coordinators = Organisation.objects.of_kind(OrganisationKind.COORDINATOR)
    coordinators.update(kinds=[OrganisationKind.EVALUATOR], name="Un autre organisme")


def enrol(email=EMAIL, **options):
    said = StringIO()
    call_command("enrol_coordinator", email=email, stdout=said, **options)
    return said.getvalue()


def path_in(said):
    (link,) = [line for line in said.splitlines() if line.startswith("http")]
    return link.removeprefix(settings.SITE_URL)


def coordinators():
    return Organisation.objects.of_kind(OrganisationKind.COORDINATOR)


def test_the_first_person_comes_in_by_the_link_that_is_printed_and_sent(submit, letters, link_in):
    said = enrol(organisation="GIP HIS")
    (letter,) = letters(EMAIL)

    submit(path_in(said), NEWCOMER)

    member = Membership.objects.get(user__email=EMAIL)
    assert link_in(letter) == path_in(said)
    assert letter.body.splitlines()[2].startswith("Voici une invitation à rejoindre GIP HIS")
    assert member.is_manager
    assert member.organisation == coordinators().get()
    assert submit(path_in(said), NEWCOMER).status_code == 410


def test_the_journal_says_that_nobody_of_the_programme_did_it():
    enrol()

    invited = DirectoryEvent.objects.get(kind=DirectoryEventKind.MEMBER_INVITED)
    assert (invited.user, invited.on_behalf_of) == (None, None)


def test_the_coordinator_of_the_reference_data_is_taken_as_it_is():
    existing = OrganisationFactory(coordinator=True)

    enrol()

    assert coordinators().get() == existing
    assert Invitation.objects.get().organisation == existing


def test_a_second_call_says_what_exists_and_renews_nothing(client, letters):
    first = enrol()
    second = enrol(EMAIL.upper())

    assert "attend déjà" in second
    assert "http" not in second
    assert client.get(path_in(first)).status_code == 200
    assert coordinators().count() == Invitation.objects.count() == len(letters(EMAIL)) == 1


def test_a_lost_link_is_replaced_when_asked(client, letters):
    lost = enrol()
    found = enrol(renew=True)

    assert client.get(path_in(lost)).status_code == 410
    assert client.get(path_in(found)).status_code == 200
    assert len(letters(EMAIL)) == 2


def test_a_member_is_left_as_is(letters):
    MembershipFactory(coordinator=True, manager=True, user__email=EMAIL)

    assert "déjà membre" in enrol()
    assert not Invitation.objects.exists()
    assert letters(EMAIL) == []


def test_a_colleague_joins_a_coordination_that_has_a_manager():
    organisation = MembershipFactory(
        coordinator=True, manager=True, organisation__name="GIP HIS"
    ).organisation

    enrol(organisation="gip his")

    assert Invitation.objects.get().organisation == organisation


@pytest.mark.parametrize("has_a_manager", [True, False])
def test_the_programme_keeps_one_coordination(has_a_manager):
    organisation = OrganisationFactory(coordinator=True, name="GIP HIS")
    if has_a_manager:
        MembershipFactory(organisation=organisation, manager=True)

    with pytest.raises(CommandError, match="GIP HIS"):
        enrol(organisation="Une autre coordination")

    assert coordinators().get() == organisation
    assert not Invitation.objects.exists()


def test_between_two_coordinations_the_command_does_not_choose():
    OrganisationFactory(coordinator=True, name="Une")
    other = OrganisationFactory(coordinator=True, name="Autre")

    with pytest.raises(CommandError, match="Autre, Une"):
        enrol()
    enrol(organisation="Autre")

    assert Invitation.objects.get().organisation == other


@pytest.mark.parametrize("traits", [{"host": True}, {"coordinator": True, "is_active": False}])
def test_an_organisation_of_another_kind_is_not_made_the_coordinator(traits):
    OrganisationFactory(name="Aurore-sur-Truyère", **traits)

    with pytest.raises(CommandError, match="sans tenir la coordination"):
        enrol(organisation="Aurore-sur-Truyère")


def test_an_address_that_is_not_one_creates_nothing():
    with pytest.raises(CommandError):
        enrol("ines")

    assert not coordinators().exists()

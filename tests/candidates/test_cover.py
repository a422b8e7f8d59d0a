"""Whoever stands in sees the files of the colleague who is away, and what is going on in each."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from candidates import services
from emile.core.models import OutboxMessage
from operators.enums import OrganisationKind
from operators.models import Membership, User
from operators.services import declare_absence
from tests.factories import act, at_information, make_membership, note, orient


pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def colleague(upstream):
    """Of the same upstream operator."""
    name = Membership.objects.get(user=upstream.user_id).organisation.name
    return make_membership(OrganisationKind.UPSTREAM, name=name)


@pytest.fixture
def file_of(prescriber, coordinator, upstream):
    """A file that the upstream worker follows."""

    def make():
        parcours = at_information(prescriber, coordinator, upstream)
        worker = User.objects.get(pk=upstream.user_id)
        return act(
            services.assign_worker, coordinator, parcours, lead_worker=worker, owner_user=worker
        )

    return make


@pytest.fixture
def absence(upstream, colleague):
    return declare_absence(
        actor=upstream,
        membership=Membership.objects.get(user=upstream.user_id),
        substitute=colleague,
        since=TODAY,
        until=TODAY + timedelta(days=7),
        now=timezone.now(),
    )


@pytest.fixture
def as_colleague(signed_in, colleague):
    return signed_in(colleague.as_actor())


def read(client, name, *args, **query):
    return client.get(reverse(f"candidates:{name}", args=args), query)


def test_it_is_said_where_the_day_begins_and_leads_to_as_many_files(
    file_of, absence, as_colleague, prescriber
):
    covered, elsewhere = [file_of(), file_of()], orient(prescriber)

    home = read(as_colleague, "to_do")
    page = read(as_colleague, "cover", absence.public_id)

    assert [one.files for one in home.context["page"].covers] == [2]
    assert "Vous remplacez" in home.text
    shown = {one.parcours for one in page.context["files"]}
    assert shown == set(covered)
    assert elsewhere not in shown


def test_the_list_can_be_kept_to_them(file_of, absence, as_colleague):
    covered = file_of()

    listed = read(as_colleague, "parcours_list", lead="covered")

    assert covered.household.reference in listed.text.replace("\u2011", "-")


def test_what_is_going_on_is_told_in_a_few_lines(file_of, absence, as_colleague, upstream):
    parcours = file_of()
    note(upstream, parcours, next_step="Rappeler l’école", next_on=TODAY + timedelta(days=2))

    page = read(as_colleague, "cover", absence.public_id).text

    assert "Prochaine étape : Rappeler l’école" in page.replace("\u00a0", " ")
    assert "Échange" in page or "échange" in page


def test_the_page_costs_the_same_for_one_file_and_for_four(
    file_of, absence, as_colleague, count_queries
):
    def cost():
        return count_queries(lambda: read(as_colleague, "cover", absence.public_id))

    file_of()
    read(as_colleague, "cover", absence.public_id)
    for_one = cost()
    for _ in range(3):
        file_of()

    assert cost() == for_one


def test_the_file_says_who_is_away_and_who_stands_in(
    file_of, absence, signed_in, coordinator, colleague
):
    page = signed_in(coordinator).get(file_of().get_absolute_url()).text

    assert f"remplacement par {colleague.user.get_full_name()}" in page


def test_nothing_is_said_once_they_are_back(file_of, absence, as_colleague, signed_in, coordinator):
    absence.until = TODAY - timedelta(days=1)
    absence.since = absence.until
    absence.save()
    parcours = file_of()

    assert read(as_colleague, "to_do").context["page"].covers == []
    assert "remplacement par" not in as_colleague.get(parcours.get_absolute_url()).text
    assert read(as_colleague, "cover", absence.public_id).status_code == 404


def test_a_reminder_reaches_whoever_stands_in(file_of, absence, prescriber, colleague):
    parcours = file_of()

    act(services.remind_owner, prescriber, parcours)

    letters = OutboxMessage.objects.filter(key__startswith="reminded")
    assert letters.filter(recipient=colleague.user.email).count() == 1

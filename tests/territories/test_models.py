from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from operators.enums import OrganisationKind
from territories.models import Commune, Mandate, ProgrammePeriod, Territory, TerritoryParticipation
from tests.operators.factories import OrganisationFactory


pytestmark = pytest.mark.django_db


@pytest.fixture
def territory():
    return Territory.objects.create(slug="essai", name="Essai")


@pytest.fixture
def mandate(territory):
    return Mandate.objects.create(
        organisation=OrganisationFactory(),
        territory=territory,
        kind=OrganisationKind.HOST,
        since=date(2022, 1, 1),
        until=date(2022, 12, 31),
    )


def another(mandate, **changes):
    fields = {
        "organisation": mandate.organisation,
        "territory": mandate.territory,
        "kind": mandate.kind,
        "since": date(2022, 12, 31),
    }
    return Mandate(**fields | changes)


def test_a_mandate_can_not_overlap_itself_even_by_one_day(mandate):
    with pytest.raises(ValidationError, match="déjà ce mandat à ces dates"):
        another(mandate).full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        another(mandate).save()


@pytest.mark.parametrize(
    "changes",
    [{"since": date(2023, 1, 1)}, {"kind": OrganisationKind.STATE}],
    ids=["the day after", "another role"],
)
def test_a_mandate_may_follow_another_or_hold_beside_it(mandate, changes):
    following = another(mandate, **changes)

    following.full_clean()
    following.save()


def test_a_mandate_for_the_whole_programme_does_not_overlap_itself_either():
    organisation = OrganisationFactory()
    whole = {"organisation": organisation, "kind": OrganisationKind.UPSTREAM}
    Mandate.objects.create(**whole, since=date(2022, 1, 1))

    with pytest.raises(ValidationError, match="déjà ce mandat"):
        Mandate(**whole, since=date(2023, 1, 1)).full_clean()


def test_a_host_operator_has_a_mandate_for_a_territory(mandate):
    with pytest.raises(ValidationError, match="indiquez lequel"):
        another(mandate, territory=None, since=date(2024, 1, 1)).full_clean()


def test_nothing_ends_before_it_starts(mandate):
    with pytest.raises(ValidationError, match="antérieure"):
        another(mandate, since=date(2024, 1, 2), until=date(2024, 1, 1)).full_clean()


@pytest.mark.parametrize(
    ("day", "is_on"),
    [
        (date(2021, 12, 31), False),
        (date(2022, 1, 1), True),
        (date(2022, 12, 31), True),
        (date(2023, 1, 1), False),
    ],
)
def test_both_ends_of_a_mandate_are_included(mandate, day, is_on):
    assert mandate.is_on(day) is is_on
    assert Mandate.objects.on(day).filter(pk=mandate.pk).exists() is is_on


def test_a_territory_takes_part_once_at_a_time_and_may_come_back(territory):
    first = {"territory": territory, "since": date(2019, 6, 1), "until": date(2020, 6, 30)}
    TerritoryParticipation.objects.create(**first)

    TerritoryParticipation(territory=territory, since=date(2022, 1, 1)).full_clean()
    with pytest.raises(ValidationError, match="participe déjà"):
        TerritoryParticipation(territory=territory, since=date(2020, 1, 1)).full_clean()


def test_programme_periods_never_overlap():
    period = ProgrammePeriod(
        slug="intrus", label="Intrus", since=date(2020, 1, 1), until=date(2020, 12, 31)
    )

    with pytest.raises(ValidationError, match="couvre déjà"):
        period.full_clean()


def test_a_current_commune_has_no_successor():
    aurillac = Commune.objects.get(code="15014")
    aurillac.successor = Commune.objects.get(code="48095")

    with pytest.raises(ValidationError, match="n’a pas de commune qui lui succède"):
        aurillac.full_clean()


def test_territories_are_for_people_who_sign_in():
    assert not Territory.objects.visible_to(None).exists()

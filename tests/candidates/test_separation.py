"""The couple separates and must not find each other."""

import pytest
from django.urls import reverse
from django.utils import timezone

from candidates import services
from candidates.enums import ContactKind, HousingPrecarity, Link, Presence, Stage, Standing
from candidates.models import Parcours, Person
from candidates.services.separation import NobodyLeft
from emile.core.context import database_context
from emile.core.workflow import TransitionRefused
from territories.models import Commune
from tests.candidates.test_life import a_child, a_partner, about_household, person, seen_by
from tests.factories import a_candidate, act, at_immersion, at_information, note


pytestmark = pytest.mark.django_db


@pytest.fixture
def family(prescriber, coordinator, upstream):
    return at_information(
        prescriber, coordinator, upstream, people=[a_candidate(), a_partner(), a_child()]
    )


def separate(actor, parcours, *leaving, both=(), hidden=False):
    """The new parcours."""
    about_household(
        services.separate,
        actor,
        parcours,
        leaving=[person(name) for name in leaving],
        in_both=[person(name) for name in both],
        must_not_be_found=hidden,
    )
    return opened_after(actor, parcours)


def opened_after(actor, parcours):
    with database_context(actor.database_context):
        return Parcours.objects.for_detail().get(separation__parcours=parcours)


def names(parcours):
    members = parcours.household.members_on(timezone.localdate())
    return [(one.person.first_name, one.link) for one in members]


def pages_of(browser, parcours):
    return "".join(
        browser.get(reverse(f"candidates:{name}", args=[parcours.public_id])).text
        for name in ("parcours_detail", "file_household")
    )


def test_each_goes_on_with_a_file_at_the_same_stage(coordinator, upstream, family):
    apart = separate(upstream, family, "Sékou", both=["Issa"])

    before = seen_by(upstream, family)
    assert names(before) == [("Awa", Link.CANDIDATE), ("Issa", Link.CHILD)]
    assert names(apart) == [("Sékou", Link.CANDIDATE), ("Issa", Link.CHILD)]
    assert (apart.stage, apart.standing) == (Stage.INFORMATION, Standing.TO_DO)
    assert apart.owner_organisation_id == before.owner_organisation_id
    assert apart.household.reference != before.household.reference


def test_a_shared_child_is_there_in_turn(upstream, family):
    apart = separate(upstream, family, "Sékou", both=["Issa"])

    for file in (seen_by(upstream, family), apart):
        members = file.household.members_on(timezone.localdate())
        assert members[-1].presence == Presence.ALTERNATE


def test_the_other_adult_becomes_the_one_who_was_oriented(upstream, family):
    apart = separate(upstream, family, "Awa", "Issa")

    assert names(seen_by(upstream, family)) == [("Sékou", Link.CANDIDATE)]
    assert names(apart) == [("Awa", Link.CANDIDATE), ("Issa", Link.CHILD)]


def test_whoever_was_further_goes_back_to_the_preparation(prescriber, coordinator, upstream, host):
    parcours = at_immersion(
        prescriber, coordinator, upstream, host, people=[a_candidate(), a_partner()]
    )

    about_household(
        services.separate,
        host,
        parcours,
        leaving=[person("Sékou")],
        in_both=[],
        must_not_be_found=False,
    )

    apart = opened_after(upstream, parcours)
    assert apart.stage == Stage.PREPARATION
    assert seen_by(host, parcours).stage == Stage.IMMERSION
    with database_context(host.database_context):
        assert not Parcours.objects.visible_to(host).filter(pk=apart.pk).exists()


def test_somebody_must_be_left_on_each_side(upstream, family):
    for leaving in (["Awa", "Sékou"], ["Issa"], []):
        with pytest.raises(NobodyLeft):
            separate(upstream, family, *leaving)


def test_nothing_that_is_noted_after_is_shared(signed_in, prescriber, upstream, family):
    apart = separate(upstream, family, "Sékou")
    note(upstream, apart, text="Il habite maintenant chez sa sœur.")
    act(
        services.record_contact,
        upstream,
        apart,
        person=person("Sékou"),
        kind=ContactKind.OWN_PHONE,
        value="+33611223344",
    )
    browser = signed_in(prescriber)

    before, after = pages_of(browser, family), pages_of(browser, apart)

    for secret in ("chez sa sœur", "+33611223344"):
        assert secret in after
        assert secret not in before


def test_those_who_must_not_find_each_other_are_linked_nowhere(
    signed_in, prescriber, upstream, family
):
    apart = separate(upstream, family, "Sékou", both=["Issa"], hidden=True)
    with database_context(upstream.database_context):
        household = apart.household
    act(
        services.edit_household,
        upstream,
        apart,
        household=household,
        version=household.version,
        sleeps_in=Commune.objects.get(code="15014"),
    )
    browser = signed_in(prescriber)

    before, after = pages_of(browser, family), pages_of(browser, apart)

    assert "Aurillac" in after
    assert "Aurillac" not in before
    assert apart.household.reference not in before
    assert family.household.reference not in after
    assert str(apart.public_id) not in before
    for page in (before, after):
        assert "Adresse protégée" in page


def test_without_danger_each_file_leads_to_the_other(signed_in, prescriber, upstream, family):
    apart = separate(upstream, family, "Sékou")
    browser = signed_in(prescriber)

    assert apart.get_absolute_url() in pages_of(browser, family)
    assert family.get_absolute_url() in pages_of(browser, apart)


def test_a_shared_child_tells_nothing_of_where_it_lives(signed_in, prescriber, upstream, family):
    with database_context(upstream.database_context):
        Person.objects.filter(first_name="Issa").update(schooling="École des Lilas")
    apart = separate(upstream, family, "Sékou", both=["Issa"], hidden=True)

    with pytest.raises(TransitionRefused) as refusal:
        act(
            services.record_contact,
            upstream,
            apart,
            person=person("Issa"),
            kind=ContactKind.OWN_PHONE,
            value="+33611223344",
        )

    assert refusal.value.code == "shared"
    for file in (family, apart):
        assert "École des Lilas" not in pages_of(signed_in(prescriber), file)


def test_violence_known_from_the_start_hides_without_being_asked(prescriber, coordinator, upstream):
    parcours = at_information(
        prescriber,
        coordinator,
        upstream,
        people=[a_candidate(), a_partner()],
        housing_precarity=HousingPrecarity.VIOLENCE,
    )

    apart = separate(upstream, parcours, "Sékou")

    assert apart.household.must_not_be_found
    assert seen_by(upstream, parcours).household.must_not_be_found


def test_it_is_told_from_the_page(signed_in, submit, upstream, family):
    browser = signed_in(upstream)
    household = seen_by(upstream, family).household
    address = reverse(
        "candidates:act_about", args=[family.public_id, "separate", household.public_id]
    )
    form = browser.get(address).context["form"]
    sides = {
        name: "leaves" if one.first_name == "Sékou" else "stays"
        for name, one in form.people.items()
    }

    answer = submit(address, sides | {"on": timezone.localdate(), "must_not_be_found": ""})

    assert answer.status_code == 302
    apart = opened_after(upstream, family)
    # Not known is a yes.
    assert apart.household.must_not_be_found

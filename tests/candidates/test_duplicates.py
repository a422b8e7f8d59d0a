"""DUPOND Jean Eric is Jean-Éric Dupond; his twin is not; and nothing of the other file is shown."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.utils import timezone
from hypothesis import given, strategies as st

from candidates.enums import ContactKind, Link, Stage
from candidates.models import CaseAccess, JoinRequest, JoinRequestState, ParcoursEvent
from candidates.selectors.duplicates import (
    Identity,
    Strength,
    find_likenesses,
    is_same_word,
    strength_of,
    unseal,
)
from candidates.selectors.joins import readings_since
from candidates.services.drafts import start_draft
from candidates.services.duplicates import (
    JoinImpossible,
    accept_join,
    decline_join,
    request_to_join,
    undo_join,
)
from candidates.services.orientation import NewPerson
from candidates.services.reading import log_reading
from emile.core.context import database_context
from emile.core.models import OutboxMessage
from tests.factories import a_candidate, leave, orient


BORN = date(1984, 3, 9)
NEW_YEAR = date(1984, 1, 1)
PHONE = "+33612345678"


def person(name="", born=None, own="", shared="", **fields):
    first_name, _, last_name = name.rpartition(" ")
    return Identity(
        first_name=first_name,
        last_name=last_name,
        birth_date=born,
        own_phones=frozenset(filter(None, [own])),
        shared_phones=frozenset(filter(None, [shared])),
        **fields,
    )


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(person("jean eric dupond", BORN), person("dupond jean-eric", BORN), "probable", id="order"),
        pytest.param(person("jean dupond", BORN), person("jean dupont", BORN), "probable", id="typo"),
        pytest.param(person("jean dupond", BORN), person("jean eric dupond", BORN), "probable", id="second first name"),
        pytest.param(person("jean dupond", own=PHONE), person("jean dupond", own=PHONE), "probable", id="own phone"),
        pytest.param(person("jean dupond"), person("jean dupond"), "possible", id="name alone"),
        pytest.param(person("jean dupond", NEW_YEAR), person("jean dupond", NEW_YEAR), "possible", id="1 January"),
        pytest.param(person("jean dupond", shared=PHONE), person("jean dupond", own=PHONE), "possible", id="shared phone"),
        pytest.param(person("jean dupond", BORN, own=PHONE), person("jean dupond", date(1984, 9, 3), own=PHONE), "possible", id="mistaken birth date"),
        pytest.param(person("dupond", BORN), person("jean dupond", BORN), "possible", id="one name"),
        pytest.param(person("awa martin", BORN, birth_name="diallo"), person("awa diallo", BORN), "probable", id="birth name"),
        pytest.param(person("jean dupond", BORN), person("jean dupond", date(1990, 5, 2)), None, id="namesake"),
        pytest.param(person("jean dupond", NEW_YEAR), person("jean dupond", date(1990, 1, 1)), None, id="another year"),
        pytest.param(person("hassan ali", BORN), person("hussein ali", BORN), None, id="twins"),
        pytest.param(person("hassan ali", BORN, shared=PHONE), person("hussein ali", BORN, shared=PHONE), None, id="twins who share a phone"),
        pytest.param(person("jean dupont"), person("jean dupond"), None, id="close name alone"),
        pytest.param(person("jean dupond", BORN, own=PHONE), person("awa diallo", BORN, own=PHONE), None, id="no common name"),
        pytest.param(person("dupond"), person("dupond"), None, id="one name alone"),
    ],
)  # fmt: skip
def test_a_likeness_is_weighed(one, other, expected):
    assert strength_of(one, other) == expected
    assert strength_of(other, one) == expected


NAMES = st.lists(
    st.text("abcdefghij", min_size=3, max_size=10), min_size=2, max_size=4, unique=True
)


@given(NAMES, st.randoms(use_true_random=False), st.sampled_from(" -'"))
def test_the_order_of_names_and_what_joins_them_change_nothing(names, random, joint):
    shuffled = list(names)
    random.shuffle(shuffled)

    one, other = person(" ".join(names), BORN), person(joint.join(shuffled), BORN)

    assert strength_of(one, other) == Strength.PROBABLE


@given(NAMES, NAMES, st.sampled_from([None, BORN, NEW_YEAR]), st.sampled_from([None, BORN]))
def test_likeness_goes_both_ways(names, others, born, other_born):
    one, other = person(" ".join(names), born), person(" ".join(others), other_born)

    assert strength_of(one, other) == strength_of(other, one)


@given(
    st.text("abcdefghij", min_size=3, max_size=10),
    st.text("abcdefghij", min_size=3, max_size=10),
    st.text("klmnopqrst", min_size=3, max_size=10),
)
def test_twins_are_two_people(first, second, last):
    """Same last name, same day, same telephone; first names that no typing mistake explains."""
    if not is_same_word(first, second):
        one = person(f"{first} {last}", BORN, shared=PHONE)
        other = person(f"{second} {last}", BORN, shared=PHONE)
        assert strength_of(one, other) is None


# In the database, across organisations


def named(first_name, last_name, *, birth_date=BORN, phone=PHONE, kind=ContactKind.OWN_PHONE):
    candidate = a_candidate(first_name=first_name, last_name=last_name, birth_date=birth_date)
    return NewPerson(
        link=Link.CANDIDATE,
        fields=candidate.fields,
        contacts=[{"kind": kind, "value": phone}],
    )


def search(actor, identity):
    with database_context(actor.database_context):
        return find_likenesses(actor=actor, identities=[identity], on=timezone.localdate())


@pytest.fixture
def known(prescriber):
    """A file that another body opened."""
    return orient(prescriber, people=[named("Jean-Éric", "Dupond")])


@pytest.fixture
def draft(other_prescriber):
    return start_draft(actor=other_prescriber, now=timezone.now())


def test_accents_capitals_and_order_are_forgiven(known, other_prescriber):
    found = search(other_prescriber, person("DUPOND Jean Eric", own=PHONE))

    assert [one.strength for one in found.elsewhere] == [Strength.PROBABLE]
    assert found.ours == ()


@pytest.mark.parametrize("is_first", [True, False])
def test_the_likeliest_of_a_household_counts(prescriber, other_prescriber, is_first):
    same = named("Jean", "Dupond")
    namesake = replace(
        named("Jean", "Dupond", birth_date=NEW_YEAR, phone="+33698765432"), link=Link.OTHER
    )
    orient(prescriber, people=[same, namesake] if is_first else [namesake, same])

    found = search(other_prescriber, person("Jean Dupond", BORN, own=PHONE))

    assert [one.strength for one in found.elsewhere] == [Strength.PROBABLE]


def test_a_twin_is_not_found(known, other_prescriber):
    found = search(other_prescriber, person("Paul Dupond", BORN, own=PHONE))

    assert found.elsewhere == ()


def reference_of(parcours, coordinator):
    with database_context(coordinator.database_context):
        return parcours.household.reference


def test_nothing_of_the_other_file_comes_out(known, coordinator, other_prescriber):
    (likeness,) = search(other_prescriber, person("Jean Dupond", BORN)).elsewhere

    assert set(likeness.__slots__) == {"token", "strength"}
    for secret in (reference_of(known, coordinator), "Dupond", "Jean", PHONE, "CHRS"):
        assert secret not in repr(likeness)


def test_a_file_of_ones_own_is_named(known, prescriber):
    found = search(prescriber, person("Jean Dupond", BORN))

    assert found.ours == (known,)
    assert found.elsewhere == ()


def test_a_closed_file_is_not_found(known, coordinator, other_prescriber):
    with database_context(coordinator.database_context):
        type(known).objects.filter(pk=known.pk).update(
            standing="exited", owner_organisation=None, due_on=None
        )

    assert search(other_prescriber, person("Jean Dupond", BORN)).elsewhere == ()


def test_a_token_serves_the_organisation_that_received_it(known, other_prescriber, prescriber):
    (likeness,) = search(other_prescriber, person("Jean Dupond", BORN)).elsewhere

    assert unseal(likeness.token, other_prescriber) == known.public_id
    assert unseal(likeness.token, prescriber) is None
    assert unseal("n’importe quoi", other_prescriber) is None


# Joining


@pytest.fixture
def asked(known, other_prescriber, draft):
    (likeness,) = search(other_prescriber, person("Jean Dupond", BORN)).elsewhere
    with database_context(other_prescriber.database_context):
        return request_to_join(
            actor=other_prescriber, draft=draft, token=likeness.token, now=timezone.now()
        )


def answer(service, actor, join, **fields):
    with database_context(actor.database_context):
        return service(actor=actor, join=join, now=timezone.now(), **fields)


def can_open(actor, parcours):
    with database_context(actor.database_context):
        return type(parcours).objects.visible_to(actor).filter(pk=parcours.pk).exists()


def test_asking_gives_no_access_and_tells_the_coordinator(asked, known, other_prescriber):
    assert asked.state == JoinRequestState.PENDING
    assert not can_open(other_prescriber, known)
    assert not OutboxMessage.objects.filter(body__contains="Dupond").exists()


def test_asking_twice_is_one_request(asked, known, draft, other_prescriber):
    (likeness,) = search(other_prescriber, person("Jean Dupond", BORN)).elsewhere
    with database_context(other_prescriber.database_context):
        request_to_join(
            actor=other_prescriber, draft=draft, token=likeness.token, now=timezone.now()
        )

    assert JoinRequest.objects.count() == 1


def test_a_false_token_is_refused(draft, other_prescriber):
    with pytest.raises(JoinImpossible):
        request_to_join(actor=other_prescriber, draft=draft, token="x", now=timezone.now())


def test_accepting_adds_an_access_and_one_row_to_the_journal(
    asked, known, coordinator, other_prescriber
):
    answer(accept_join, coordinator, asked, on=timezone.localdate())

    assert can_open(other_prescriber, known)
    event = ParcoursEvent.objects.filter(parcours=known).latest("sequence")
    assert (event.kind, event.to_stage) == ("join", Stage.ELIGIBILITY)
    assert event.payload == {"prescriber": other_prescriber.organisation_id}


def test_declining_says_so_without_naming_the_file(asked, known, coordinator, other_prescriber):
    answer(decline_join, coordinator, asked)

    assert not can_open(other_prescriber, known)
    letter = OutboxMessage.objects.get(key__startswith="join_declined")
    assert reference_of(known, coordinator) not in letter.subject + letter.body


@pytest.mark.parametrize("service", [accept_join, decline_join])
def test_an_answer_is_given_once(asked, coordinator, service):
    day = {"on": timezone.localdate()} if service is accept_join else {}
    answer(decline_join, coordinator, asked)

    with pytest.raises(JoinImpossible):
        answer(service, coordinator, asked, **day)


def test_only_the_coordinator_answers(asked, other_prescriber, coordinator):
    with database_context(coordinator.database_context), pytest.raises(JoinImpossible):
        decline_join(actor=other_prescriber, join=asked, now=timezone.now())


def test_undoing_works_on_a_file_that_has_ended(asked, known, coordinator, other_prescriber):
    answer(accept_join, coordinator, asked, on=timezone.localdate())
    leave(coordinator, known)

    answer(undo_join, coordinator, asked, on=timezone.localdate())

    assert not can_open(other_prescriber, known)


def test_undoing_ends_the_access_and_lists_what_was_read(
    asked, known, coordinator, other_prescriber
):
    answer(accept_join, coordinator, asked, on=timezone.localdate())
    with database_context(other_prescriber.database_context):
        log_reading(
            actor=other_prescriber,
            public_id=known.public_id,
            page="synthese",
            now=timezone.now(),
        )

    join = answer(undo_join, coordinator, asked, on=timezone.localdate())

    assert not can_open(other_prescriber, known)
    assert CaseAccess.objects.filter(organisation=other_prescriber.organisation_id).count() == 0
    with database_context(coordinator.database_context):
        (reading,) = readings_since(join)
    assert reading.page == "synthese"
    assert timezone.now() - reading.read_at < timedelta(minutes=1)

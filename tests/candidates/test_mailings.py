"""Information to many: exactly those aimed at, each letter once, whatever is killed on the way."""

from dataclasses import replace
from itertools import product
from uuid import uuid4

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from candidates.enums import (
    Barrier,
    HousingPrecarity,
    LetterFate,
    Link,
    MailingAudience,
    MailingState,
    Stage,
    Standing,
)
from candidates.models import (
    CaseAccess,
    ContactPoint,
    Household,
    Mailing,
    MailingRecipient,
    Parcours,
    Person,
)
from candidates.selectors.mailing_progress import progress_of
from candidates.selectors.mailings import aimed_at, reach_of
from candidates.selectors.reached import safe_emails
from candidates.services import mailing_runs
from candidates.services.mailings import (
    MailingRefused,
    resume_mailing,
    seal_of,
    send_mailing,
    start_mailing,
    stop_mailing,
)
from emile.core.context import database_context, system
from emile.core.models import MessageFailure, MessageState, OutboxMessage
from emile.core.outbox import send_email
from operators.enums import OrganisationKind
from operators.models import Organisation
from territories.models import Territory
from tests.factories import (
    a_candidate,
    at_immersion,
    at_positioning,
    confirm_mailing,
    draft_mailing,
    make_actor,
    orient,
    reachable,
    write_what_was_confirmed,
)


pytestmark = pytest.mark.django_db
LIST = reverse("candidates:mailing_list")


def as_system():
    return database_context(system("test"))


def url_of(mailing, name="mailing_detail", *more):
    return reverse(f"candidates:{name}", args=[mailing.public_id, *more])


def households(prescriber, how_many):
    return [reachable(orient(prescriber)) for _ in range(how_many)]


def aimed(actor, mailing):
    """Whom it aims at, with what stands in the way."""
    with database_context(actor.database_context):
        found = aimed_at(actor, mailing, timezone.localdate())
        return dict(found.values_list("pk", "barrier"))


def written():
    """To whom a letter was written, and how many times."""
    return sorted(OutboxMessage.objects.filter(key__startswith="mailing:").values_list("recipient"))


def again(mailing):
    with as_system():
        return Mailing.objects.get(pk=mailing.pk)


def change(model, pk, **fields):
    with as_system():
        model.objects.filter(pk=pk).update(**fields)


# Whom it is for


@pytest.fixture
def files_everywhere(prescriber, upstream, host, coordinator):
    """A file at each stage, in two territories and in none, moved there by hand."""
    places = [None, *Territory.objects.filter(slug__in=("cantal", "lozere")).order_by("slug")]
    found = {}
    for stage, territory in product(
        (Stage.ELIGIBILITY, Stage.PREPARATION, Stage.REFLECTION), places
    ):
        parcours = reachable(orient(prescriber))
        change(Parcours, parcours.pk, stage=stage, territory=territory)
        found[parcours.pk] = (stage, territory)
    return found


@pytest.mark.parametrize(
    "stages", [[], [Stage.ELIGIBILITY], [Stage.ELIGIBILITY, Stage.REFLECTION], [Stage.FOLLOW_UP]]
)
@pytest.mark.parametrize("slug", ["", "cantal", "lozere"])
def test_the_households_of_these_stages_and_of_this_territory(
    coordinator, files_everywhere, stages, slug
):
    territory = Territory.objects.get(slug=slug) if slug else None
    mailing = draft_mailing(coordinator, stages=stages, territory=territory)

    expected = {
        pk
        for pk, (stage, where) in files_everywhere.items()
        if (not stages or stage in stages) and (territory is None or where == territory)
    }

    assert set(aimed(coordinator, mailing)) == expected


def test_each_letter_goes_to_the_household_it_is_counted_for(coordinator, files_everywhere):
    mailing = draft_mailing(coordinator, stages=[Stage.PREPARATION])
    confirm_mailing(coordinator, mailing)
    write_what_was_confirmed()

    in_preparation = [pk for pk, (stage, _) in files_everywhere.items() if stage == "preparation"]
    assert sorted(
        OutboxMessage.objects.filter(gives_way=True).values_list("parcours_id", flat=True)
    ) == sorted(in_preparation)


def test_the_bodies_that_orient_in_a_departement(coordinator, prescriber, other_prescriber):
    here = Organisation.objects.filter(pk=prescriber.organisation_id)
    here.update(departement="93", email="accueil@exemple.test")
    managed = make_actor(OrganisationKind.PRESCRIBER, name="Sans adresse", role="manager")
    Organisation.objects.filter(pk=managed.organisation_id).update(departement="93")
    silent = make_actor(OrganisationKind.PRESCRIBER, name="Sans responsable")
    Organisation.objects.filter(pk=silent.organisation_id).update(departement="93")
    Organisation.objects.filter(pk=other_prescriber.organisation_id).update(
        departement="75", email="ailleurs@exemple.test"
    )
    closed = make_actor(OrganisationKind.PRESCRIBER, name="Fermé")
    Organisation.objects.filter(pk=closed.organisation_id).update(
        departement="93", email="ferme@exemple.test", is_active=False
    )
    mailing = draft_mailing(coordinator, MailingAudience.PRESCRIBERS, departement="93")

    assert aimed(coordinator, mailing) == {
        prescriber.organisation_id: "",
        managed.organisation_id: "",
        silent.organisation_id: Barrier.NO_EMAIL,
    }

    confirm_mailing(coordinator, mailing)
    write_what_was_confirmed()
    letters = dict(OutboxMessage.objects.values_list("organisation_id", "recipient"))
    assert set(letters) == {prescriber.organisation_id, managed.organisation_id}
    assert letters[prescriber.organisation_id] == "accueil@exemple.test"


@pytest.mark.parametrize(
    ("barrier", "spoil"),
    [
        (Barrier.HIDDEN, lambda one: change(Household, one.household_id, must_not_be_found=True)),
        (
            Barrier.HIDDEN,
            lambda one: change(
                Household, one.household_id, housing_precarity=HousingPrecarity.VIOLENCE
            ),
        ),
        (Barrier.SUSPENDED, lambda one: change(Parcours, one.pk, standing=Standing.SUSPENDED)),
        (
            Barrier.NOBODY,
            lambda one: change(
                Person,
                one.household.members.get(link=Link.CANDIDATE).person_id,
                died_on=timezone.localdate(),
            ),
        ),
        (Barrier.NO_EMAIL, lambda one: emails_of(one).delete()),
        (Barrier.UNSAFE, lambda one: emails_of(one).update(is_message_safe=False)),
        (Barrier.UNSURE, lambda one: emails_of(one).update(is_message_safe=None)),
        (Barrier.REFUSED, lambda one: refused_before(one)),
    ],
)
def test_whoever_must_not_be_written_to_is_not(coordinator, prescriber, barrier, spoil):
    spared, told = households(prescriber, 2)
    with as_system():
        spoil(spared)
    mailing = draft_mailing(coordinator)

    assert aimed(coordinator, mailing) == {spared.pk: barrier, told.pk: ""}
    with database_context(coordinator.database_context):
        reach = reach_of(coordinator, mailing, timezone.localdate())
        assert (reach.reached, dict(reach.left_out)) == (1, {barrier: 1})

    sent = confirm_mailing(coordinator, mailing)
    write_what_was_confirmed()
    assert sent.left_out == {barrier: 1}
    assert OutboxMessage.objects.filter(gives_way=True).get().parcours_id == told.pk


@pytest.mark.parametrize("is_safe", [True, False, None])
@pytest.mark.parametrize("said_by_the_other", [True, False, None, "nothing"])
@pytest.mark.parametrize("arrives", [True, False])
def test_an_address_is_safe_for_many_when_it_is_for_one(
    coordinator, prescriber, is_safe, said_by_the_other, arrives
):
    candidate = a_candidate()
    parcours = orient(prescriber, people=[candidate, replace(candidate, link=Link.PARTNER)])
    today = timezone.localdate()
    with as_system():
        for member in parcours.household.members.all():
            is_candidate = member.link == Link.CANDIDATE
            said = is_safe if is_candidate else said_by_the_other
            if said != "nothing":
                ContactPoint.objects.create(
                    person=member.person,
                    kind="email",
                    value="awa@exemple.test" if is_candidate else "Awa@Exemple.test",
                    is_message_safe=said,
                    undelivered_on=today if is_candidate and not arrives else None,
                )
        alone = safe_emails(parcours, today)

    among_many = aimed(coordinator, draft_mailing(coordinator))

    assert (among_many == {parcours.pk: ""}) is bool(alone)
    assert bool(alone) is (is_safe is True and said_by_the_other is not False and arrives)


def emails_of(parcours):
    return ContactPoint.objects.filter(
        person__memberships__household=parcours.household_id, kind="email"
    )


def refused_before(parcours):
    with transaction.atomic():
        pk = send_email(
            recipient=emails_of(parcours).get().value, subject="s", body="b", key="refused"
        )
    OutboxMessage.objects.filter(pk=pk).update(
        state=MessageState.FAILED, failure=MessageFailure.REFUSED
    )


def test_files_that_are_over_are_nobody_s_audience(coordinator, prescriber):
    over, told = households(prescriber, 2)
    change(Parcours, over.pk, standing=Standing.EXITED)

    assert set(aimed(coordinator, draft_mailing(coordinator))) == {told.pk}


def test_an_operator_writes_to_the_households_that_it_has_in_hand(
    prescriber, coordinator, upstream, host, other_host
):
    mine = reachable(at_immersion(prescriber, coordinator, upstream, host))
    reachable(orient(prescriber))

    assert set(aimed(upstream, draft_mailing(upstream))) == {mine.pk}
    assert set(aimed(host, draft_mailing(host))) == {mine.pk}
    assert aimed(other_host, draft_mailing(other_host)) == {}


def test_a_host_that_was_only_asked_writes_to_nobody(prescriber, coordinator, upstream, host):
    asked = reachable(at_positioning(prescriber, coordinator, upstream))
    with as_system():
        CaseAccess.objects.create(
            parcours=asked,
            organisation_id=host.organisation_id,
            role=OrganisationKind.HOST,
            granted_by_id=upstream.organisation_id,
            since=timezone.now(),
        )

    assert aimed(host, draft_mailing(host)) == {}


@pytest.mark.parametrize("kind", OrganisationKind)
def test_only_the_coordinator_writes_to_those_who_orient(kind):
    actor = make_actor(kind)

    if kind == OrganisationKind.COORDINATOR:
        assert draft_mailing(actor, MailingAudience.PRESCRIBERS, departement="93").pk
        return
    with pytest.raises(MailingRefused), database_context(actor.database_context):
        start_mailing(
            actor=actor,
            audience=MailingAudience.PRESCRIBERS,
            departement="93",
            now=timezone.now(),
        )


def test_the_list_has_exactly_the_rows_that_are_counted(signed_in, coordinator, prescriber):
    told, spared = households(prescriber, 2)
    change(Household, spared.household_id, must_not_be_found=True)
    mailing = draft_mailing(coordinator)
    browser = signed_in(coordinator)
    rows = url_of(mailing, "mailing_recipients")

    for query, parcours, other in (("", told, spared), ("?cas=hidden", spared, told)):
        page = browser.get(rows + query)
        assert [one.pk for one in page.context["page"].rows] == [parcours.pk]
        assert other.household.reference not in page.text
        assert "personne.example" not in page.text


# Confirmed once


def test_the_form_sent_twice_is_one_mailing(signed_in, coordinator, prescriber):
    households(prescriber, 2)
    mailing = draft_mailing(coordinator)
    browser = signed_in(coordinator)
    page = browser.get(url_of(mailing))
    form = {"once": str(uuid4()), "seen": page.context["seen"]}
    url = url_of(mailing, "mailing_send")

    twice = [browser.post(url, form).url for _ in range(2)]
    another_tab = browser.post(url, {**form, "once": str(uuid4())}, follow=True)

    assert twice == [url_of(mailing)] * 2
    assert "Cela ne se fait plus ici" in another_tab.text
    with as_system():
        assert MailingRecipient.objects.count() == 2


def test_what_was_shown_is_what_leaves(signed_in, coordinator, prescriber):
    households(prescriber, 1)
    mailing = draft_mailing(coordinator)
    browser = signed_in(coordinator)
    page = browser.get(url_of(mailing))
    households(prescriber, 1)

    answer = browser.post(
        url_of(mailing, "mailing_send"),
        {"once": str(uuid4()), "seen": page.context["seen"]},
        follow=True,
    )

    assert "relisez" in answer.text
    assert again(mailing).state == MailingState.DRAFT


def test_the_recipients_are_those_of_the_confirmation(coordinator, prescriber):
    first = households(prescriber, 2)
    mailing = confirm_mailing(coordinator, draft_mailing(coordinator))
    households(prescriber, 1)
    write_what_was_confirmed()

    found = OutboxMessage.objects.filter(gives_way=True).values_list("parcours_id", flat=True)
    assert sorted(found) == sorted(one.pk for one in first)
    assert again(mailing).state == MailingState.WRITTEN


def test_whoever_becomes_unsafe_after_the_confirmation_is_dropped(coordinator, prescriber):
    told, spared = households(prescriber, 2)
    mailing = confirm_mailing(coordinator, draft_mailing(coordinator))
    change(Household, spared.household_id, must_not_be_found=True)
    write_what_was_confirmed()

    assert OutboxMessage.objects.filter(gives_way=True).get().parcours_id == told.pk
    with as_system():
        counts = progress_of(again(mailing), timezone.now()).counts
    assert (counts[LetterFate.WAITING], counts[LetterFate.DROPPED]) == (1, 1)


def test_a_file_that_left_one_s_hands_is_not_written_to(prescriber, coordinator, upstream, host):
    parcours = reachable(at_immersion(prescriber, coordinator, upstream, host))
    mailing = confirm_mailing(upstream, draft_mailing(upstream))
    with as_system():
        CaseAccess.objects.filter(parcours=parcours, role=OrganisationKind.UPSTREAM).update(
            until=timezone.now()
        )
    write_what_was_confirmed()

    assert not OutboxMessage.objects.filter(gives_way=True).exists()
    with as_system():
        assert MailingRecipient.objects.get().barrier == Barrier.PASSED_ON
    assert again(mailing).state == MailingState.WRITTEN


def test_a_first_name_at_most(coordinator, prescriber):
    households(prescriber, 1)
    confirm_mailing(coordinator, draft_mailing(coordinator))
    write_what_was_confirmed()

    letter = OutboxMessage.objects.get(gives_way=True)
    assert letter.subject == "Rencontre de jeudi"
    assert letter.body.startswith("Bonjour Awa,\n")
    assert "Exemple" not in letter.subject + letter.body
    assert "EM-" not in letter.subject + letter.body


# Resumed, stopped


def test_one_that_always_dies_waits_for_a_person_and_is_resumed(
    coordinator, prescriber, signed_in, submit
):
    households(prescriber, 1)
    mailing = confirm_mailing(coordinator, draft_mailing(coordinator))
    change(Mailing, mailing.pk, attempts=mailing_runs.MOST_ATTEMPTS)
    write_what_was_confirmed()

    assert again(mailing).state == MailingState.BROKEN
    assert "Reprendre" in signed_in(coordinator).get(url_of(mailing)).text
    submit(url_of(mailing, "mailing_move", "reprendre"))
    write_what_was_confirmed()
    assert (len(written()), again(mailing).state) == (1, MailingState.WRITTEN)


def test_there_is_nothing_to_stop_once_all_has_left(coordinator, prescriber):
    households(prescriber, 1)
    mailing = confirm_mailing(coordinator, draft_mailing(coordinator))
    write_what_was_confirmed()
    OutboxMessage.objects.update(state=MessageState.SENT, sent_at=timezone.now())

    with (
        database_context(coordinator.database_context),
        pytest.raises(MailingRefused, match="déjà parti"),
    ):
        stop_mailing(actor=coordinator, mailing=mailing, now=timezone.now())


def test_only_those_who_write_stop_and_resume(upstream, coordinator):
    mailing = draft_mailing(upstream)

    for gesture in (
        lambda: stop_mailing(actor=coordinator, mailing=mailing, now=timezone.now()),
        lambda: resume_mailing(actor=coordinator, mailing=mailing),
    ):
        with pytest.raises(MailingRefused) as refusal:
            gesture()
        assert refusal.value.code == "permission"


@pytest.mark.parametrize(("fields", "code"), [({"text": ""}, "text"), ({}, "nobody")])
def test_what_can_not_leave_does_not(coordinator, fields, code):
    mailing = draft_mailing(coordinator)
    change(Mailing, mailing.pk, **fields)
    mailing = again(mailing)

    with database_context(coordinator.database_context), pytest.raises(MailingRefused) as refusal:
        send_mailing(
            actor=coordinator,
            mailing=mailing,
            seen=seal_of(mailing, []),
            on=timezone.localdate(),
            now=timezone.now(),
        )

    assert refusal.value.code == code


def test_too_many_at_once_are_refused(coordinator, prescriber, monkeypatch):
    monkeypatch.setattr("candidates.services.mailings.MOST", 1)
    households(prescriber, 2)

    with pytest.raises(MailingRefused) as refusal:
        confirm_mailing(coordinator, draft_mailing(coordinator))

    assert refusal.value.code == "too_many"

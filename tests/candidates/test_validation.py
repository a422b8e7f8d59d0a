"""Everyone agrees on the same project, each on what it was shown."""

from copy import deepcopy
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from candidates import services
from candidates.enums import (
    Answer,
    AnswerMeans,
    Certainty,
    Link,
    Nationality,
    PermitKind,
    PlacementStatus,
    Recommendation,
    Stage,
    StayOutcome,
)
from candidates.models import ImmersionStay, Note, Parcours, PartyAgreement, ResidencePermit
from candidates.selectors import agreements, moving_adults
from candidates.selectors.agreements import PartySeat, SeatAnswer
from candidates.services import NewPerson
from candidates.services.agreement import SeatTaken
from emile.core.context import database_context
from emile.core.workflow import ReasonNeeded, TransitionRefused
from operators.enums import OrganisationKind
from operators.models import Organisation, User
from tests.factories import (
    a_candidate,
    act,
    at_immersion,
    at_validation,
    correct_last_act,
    edit_home,
    edit_job,
    everyone_agrees,
    make_actor,
    plan_stay,
    say,
    seat_of,
)


pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def kept_cast(lasting_cast):
    return lasting_cast


@pytest.fixture(scope="module", autouse=True)
def kept(kept_cast) -> Parcours:
    return at_validation(*kept_cast)


@pytest.fixture
def parcours(db, kept) -> Parcours:
    return deepcopy(kept)


def seats(parcours: Parcours) -> tuple[PartySeat, ...]:
    return agreements.round_table(parcours, timezone.localdate()).seats


def asked(parcours: Parcours) -> set[str]:
    """The parties whose answer is awaited on the present content."""
    return {seat.party.value for seat in seats(parcours) if not seat.agrees}


def promise(host, parcours: Parcours) -> Parcours:
    edit_job(host, parcours, certainty=Certainty.PROMISED, employer="Boulangerie Exemple")
    return edit_home(host, parcours, certainty=Certainty.PROMISED, rent=Decimal(420))


def test_the_employer_and_the_landlord_are_asked_once_promised(parcours, host):
    assert asked(parcours) == {"adult", "upstream", "host"}

    promise(host, parcours)

    assert asked(parcours) == {"adult", "upstream", "host", "employer", "landlord"}


def test_the_last_yes_opens_the_installation_and_validates_the_placement(parcours, upstream, host):
    waiting = say(host, parcours, "adult", "host")
    assert waiting.stage == Stage.VALIDATION

    validated = say(upstream, parcours, "upstream")

    assert validated.stage == Stage.INSTALLATION
    assert agreements.active_placement(validated).status == PlacementStatus.VALIDATED


def test_another_rent_calls_back_only_those_it_concerns(parcours, upstream, host):
    promise(host, parcours)
    say(host, parcours, "adult", "host", "employer", "landlord")

    edit_home(host, parcours, rent=Decimal(450))

    assert asked(parcours) == {"adult", "upstream", "landlord"}
    called_back = {seat.party: seat for seat in seats(parcours) if seat.is_called_back}
    assert set(called_back) == {"adult", "landlord"}
    assert called_back["landlord"].changes == [
        "Le loyer hors charges est passé de 420\u00a0€ à 450\u00a0€."
    ]


def test_a_change_tells_what_changed_and_keeps_no_name_nor_words(parcours, host):
    promise(host, parcours)
    edit_home(host, parcours, details="Chez Madame Exemple")
    say(host, parcours, "adult", "host", "employer", "landlord")

    edit_job(host, parcours, employer="Hôtel Exemple", weekly_hours=Decimal("24.5"))
    edit_home(host, parcours, details="Au-dessus de la poste")

    changes = {seat.party.value: seat.changes for seat in seats(parcours)}
    assert changes["employer"] == [
        "L’employeur ou l’organisme de formation est passé de «\u00a0Boulangerie Exemple\u00a0» "
        "à «\u00a0Hôtel Exemple\u00a0».",
        "Heures par semaine, qui manquait\u00a0: 24,5\u00a0h.",
    ]
    assert changes["landlord"] == ["Les précisions sur le logement ont changé."]
    assert changes["upstream"] == []
    kept = str([one.shown for one in PartyAgreement.objects.all()])
    assert "Madame" not in kept
    assert "Dominique" not in kept


def test_what_is_still_to_find_calls_nobody_back_once_written_down(parcours, host):
    say(host, parcours, "adult", "host")

    edit_home(host, parcours, certainty=Certainty.SEARCHING)

    assert asked(parcours) == {"upstream"}


def test_each_employer_answers_for_its_own_job(prescriber, coordinator, upstream, host):
    partner = NewPerson(
        link=Link.PARTNER,
        fields={"first_name": "Ibou", "last_name": "Exemple", "nationality": "french"},
    )
    parcours = at_validation(
        prescriber, coordinator, upstream, host, people=[a_candidate(), partner]
    )
    first, other = moving_adults(parcours, timezone.localdate())
    edit_job(host, parcours, person=first, certainty=Certainty.PROMISED, employer="Boulangerie")
    edit_job(host, parcours, person=other, certainty=Certainty.PROMISED, employer="Hôtel")
    employers = [seat.key for seat in seats(parcours) if seat.party == "employer"]
    assert len(employers) == 2
    say(host, parcours, *employers)

    edit_job(host, parcours, person=other, weekly_hours=Decimal(20))

    called_back = [seat for seat in seats(parcours) if seat.is_called_back]
    assert [(seat.party.value, seat.person) for seat in called_back] == [("employer", other)]


def test_correcting_a_change_of_rent_gives_the_answers_back(parcours, host):
    promise(host, parcours)
    say(host, parcours, "adult", "host", "employer", "landlord")
    edit_home(host, parcours, rent=Decimal(520))

    correct_last_act(host, parcours)

    assert asked(parcours) == {"upstream"}


def test_signing_what_was_promised_calls_nobody_back(parcours, host):
    promise(host, parcours)
    say(host, parcours, "adult", "host", "employer", "landlord")

    edit_job(host, parcours, certainty=Certainty.SIGNED)
    edit_home(host, parcours, certainty=Certainty.SIGNED)

    assert asked(parcours) == {"upstream"}


def test_a_refusal_ends_the_placement_and_says_why(parcours, upstream, host):
    with pytest.raises(ReasonNeeded):
        say(upstream, parcours, "upstream", agrees=False)

    returned = say(upstream, parcours, "upstream", agrees=False, reason="Le trajet est trop long.")

    assert (returned.stage, returned.territory_id) == (Stage.POSITIONING, None)
    assert returned.owner_organisation_id == upstream.organisation_id
    assert [one.status for one in returned.placements.all()] == [PlacementStatus.ENDED]
    assert Note.objects.filter(parcours=parcours, text="Le trajet est trop long.").exists()
    with database_context(host.database_context):
        assert not Parcours.objects.filter(pk=parcours.pk).exists()


def test_a_refusal_drops_the_stay_to_come_and_its_correction_plans_it_again(
    prescriber, coordinator, upstream, host
):
    today = timezone.localdate()
    parcours = at_immersion(prescriber, coordinator, upstream, host)
    held, to_come = (plan_stay(host, parcours, today + timedelta(days=days)) for days in (0, 20))
    act(
        services.report_stay,
        host,
        parcours,
        stay=held,
        outcome=StayOutcome.HELD,
        work="Deux entreprises visitées.",
        home="Un logement visité.",
        recommendation=Recommendation.GO_ON,
    )
    (adult,) = moving_adults(parcours, today)
    act(services.answer_household, upstream, parcours, person=adult, answer=Answer.YES)

    say(upstream, parcours, "upstream", agrees=False, reason="Le trajet est trop long.")
    planned = ImmersionStay.objects.planned().filter(placement__parcours=parcours)
    assert list(planned) == [held]
    correct_last_act(upstream, parcours)

    assert set(planned.all()) == {held, to_come}
    assert agreements.active_placement(parcours).status == PlacementStatus.ACCEPTED


def test_a_host_that_refuses_loses_the_file_after_all_is_written(parcours, host, upstream):
    say(host, parcours, "host", agrees=False, reason="L’employeur a fermé.")

    with database_context(upstream.database_context):
        moved = Parcours.objects.get(pk=parcours.pk)
        assert (moved.stage, moved.events.last().kind) == (Stage.POSITIONING, "answer_validation")


def test_an_answer_on_an_older_content_is_refused(parcours, upstream, host):
    promise(host, parcours)
    shown = seat_of(parcours, "upstream")
    edit_home(host, parcours, typology="T3")

    with pytest.raises(TransitionRefused) as refusal:
        act(
            services.answer_validation,
            upstream,
            parcours,
            answers=[SeatAnswer(shown.key, shown.content_hash, agrees=True)],
        )

    assert refusal.value.code == "state"
    assert not PartyAgreement.objects.filter(placement__parcours=parcours).exists()


def test_each_operator_answers_for_itself_only(parcours, upstream, prescriber):
    for actor, party in ((upstream, "host"), (prescriber, "adult")):
        with pytest.raises(TransitionRefused) as refusal:
            say(actor, parcours, party)
        assert refusal.value.code == "permission"


def test_an_answer_noted_for_somebody_says_who_gave_it(parcours, host):
    say(host, parcours, "adult")

    agreement = PartyAgreement.objects.get(party="adult")
    assert (agreement.means, agreement.answered_by) == (AnswerMeans.PHONE, "Dominique Exemple")


def test_an_organisation_with_two_seats_answers_through_two_people(prescriber, coordinator):
    upstream = make_actor(OrganisationKind.UPSTREAM, name="Deux places")
    organisation = Organisation.objects.get(pk=upstream.organisation_id)
    organisation.kinds = [OrganisationKind.UPSTREAM, OrganisationKind.HOST]
    organisation.save()
    membership = User.objects.get(pk=upstream.user_id).memberships.get()
    same_person = membership.as_actor(OrganisationKind.HOST)
    colleague = make_actor(OrganisationKind.HOST, name="Deux places")
    parcours = at_validation(prescriber, coordinator, upstream, same_person)
    say(upstream, parcours, "adult", "upstream")

    with pytest.raises(SeatTaken):
        say(same_person, parcours, "host")
    validated = say(colleague, parcours, "host")

    assert validated.stage == Stage.INSTALLATION
    table = agreements.round_table(validated, timezone.localdate())
    assert table.shared_organisations == {organisation.pk}


def test_the_coordinator_answers_only_for_an_organisation_with_two_seats(
    parcours, coordinator, prescriber
):
    with pytest.raises(TransitionRefused) as refusal:
        say(coordinator, parcours, "host")

    assert refusal.value.code == "permission"


def expire(actor, permits, day) -> None:
    with database_context(actor.database_context):
        permits.update(expires_on=day)


def test_everyones_yes_waits_for_a_lawful_stay(prescriber, coordinator, upstream, host):
    permit = {"kind": PermitKind.CARD, "expires_on": timezone.localdate()}
    candidate = replace(a_candidate(nationality=Nationality.OTHER), permit=permit)
    parcours = at_validation(prescriber, coordinator, upstream, host, people=[candidate])
    papers = ResidencePermit.objects.filter(person__memberships__household=parcours.household)
    expire(upstream, papers, timezone.localdate() - timedelta(days=1))

    agreed = everyone_agrees(upstream, host, parcours)
    assert agreed.stage == Stage.VALIDATION
    with pytest.raises(TransitionRefused) as refusal:
        act(services.validate_project, host, parcours)
    assert refusal.value.code == "adults_stay_lawfully"

    expire(upstream, papers, timezone.localdate())
    validated = act(services.validate_project, host, parcours)
    assert validated.stage == Stage.INSTALLATION
    assert agreements.active_placement(validated).status == PlacementStatus.VALIDATED


def test_the_round_table_posts_what_it_showed(client, submit, parcours, upstream, host):
    client.force_login(User.objects.get(pk=upstream.user_id))
    url = reverse("candidates:act", args=[parcours.public_id, "answer_validation"])
    seat = seat_of(parcours, "upstream")
    page = client.get(url)
    assert seat.content_hash in page.text

    edit_job(host, parcours, details="Temps partiel")
    answer = {"on": timezone.localdate().isoformat(), "upstream-agrees": "yes"}
    for key in (one.key for one in page.context["form"].table.seats):
        answer[f"{key}-hash"] = seat_of(parcours, key).content_hash
    stale = submit(url, answer | {"upstream-hash": seat.content_hash})
    fresh = submit(url, answer)

    assert stale.status_code == 409
    assert fresh.status_code == 302
    assert PartyAgreement.objects.get().party == "upstream"


def test_the_round_table_asks_how_an_answer_was_given(client, submit, parcours, upstream):
    client.force_login(User.objects.get(pk=upstream.user_id))
    url = reverse("candidates:act", args=[parcours.public_id, "answer_validation"])
    adult = seat_of(parcours, "adult")
    hashes = {f"{key}-hash": seat_of(parcours, key).content_hash for key in (adult.key, "upstream")}
    today = {"on": timezone.localdate().isoformat()}

    page = submit(url, hashes | today | {f"{adult.key}-agrees": "yes"})
    empty = submit(url, hashes | today)

    assert page.status_code == 422
    assert "dites comment l’avis a été donné" in page.text
    assert "Notez l’avis d’une partie au moins." in empty.text


def test_the_project_page_shows_every_answer(client, parcours, upstream, host):
    say(host, parcours, "adult", "host")
    client.force_login(User.objects.get(pk=upstream.user_id))

    page = client.get(reverse("candidates:file_project", args=[parcours.public_id]))

    assert page.status_code == 200
    assert "Avis attendus" in page.text

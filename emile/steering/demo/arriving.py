"""From a proposal to the keys: the drawn households."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from dateutil.relativedelta import relativedelta
from django.db.backends.postgresql.psycopg_any import DateRange

from candidates import services
from candidates.enums import (
    Answer,
    Certainty,
    ContractKind,
    HousingSolution,
    JobSolution,
    Party,
    PermitKind,
    ReasonUse,
    Recommendation,
    StayOutcome,
    Typology,
    VisitKind,
    WorkKind,
)
from emile.core.context import speak_for
from emile.steering.demo.agreeing import answer, answer_again, hear_who_is_missing
from emile.steering.demo.destinations import Destination
from emile.steering.demo.life import Life
from territories.models import Commune, Mandate


def positioning(life: Life) -> None:
    if life.has("takes_the_fast_track"):
        return go_fast(life)
    if life.has("is_declined_first"):
        refused = propose(life, life.household.second_choice)
        life.wait(3)
        life.act(
            life.cast.teams[life.household.second_choice.host],
            services.decline_placement,
            placement=refused,
            decline_reason=life.reason(ReasonUse.DECLINE, "no_capacity"),
        )
    placement = propose(life, life.household.destination)
    life.linger("answer")
    life.act(life.cast.host, services.accept_placement, placement=placement)
    return None


def propose(life: Life, place: Destination) -> Any:
    return life.act(
        life.cast.upstream,
        services.propose_placement,
        mandate=mandate_of(life, place),
        occupation=life.occupation,
        message="Projet mûri, départ possible dès le mois prochain.",
    )


def mandate_of(life: Life, place: Destination) -> Mandate:
    host = life.cast.teams[place.host]
    return Mandate.objects.get(
        organisation=host.organisation_id, territory__slug=place.territory, kind=host.kind
    )


def go_fast(life: Life) -> None:
    """Work starts next week: the installation opens before the stay, and before the answers."""
    starts_on = life.today + timedelta(days=7)
    place = life.household.destination
    life.act(
        life.cast.upstream,
        services.fast_track,
        mandate=mandate_of(life, place),
        job={
            "person": life.adults()[0],
            "kind": JobSolution.HIRING,
            "occupation": life.occupation,
            "with_whom": place.employer,
            "contract": ContractKind.PERMANENT,
            "starts_on": starts_on,
        },
        lodging={
            "commune": Commune.objects.get(code=place.home_commune),
            "landlord": place.landlord,
            "available_on": life.today,
        },
        reason="Le travail commence la semaine prochaine.",
    )


def is_fast(life: Life) -> bool:
    return life.has("takes_the_fast_track")


def immersion(life: Life) -> None:
    if is_fast(life):
        return
    host = life.cast.host
    if life.has("waives_the_stay"):
        life.linger("stay")
        life.act(host, services.waive_stay, reason="Le ménage connaît déjà ce territoire.")
        return
    life.wait(4)
    ahead = life.household.delays["stay"]
    stay = plan_stay(life, life.today + timedelta(days=ahead))
    if life.has("puts_off_the_stay"):
        life.wait(max(ahead - 3, 1))
        first_day = life.today + timedelta(days=17)
        stay = life.act(
            host,
            services.reschedule_stay,
            stay=stay,
            days=DateRange(first_day, first_day + timedelta(days=5)),
            stay_reason=life.reason(ReasonUse.STAY_NOT_HELD, "health"),
            keeps_programme=True,
        )
    life.wait_until(stay.days.upper + timedelta(days=3))
    life.act(
        host,
        services.report_stay,
        stay=stay,
        outcome=StayOutcome.HELD,
        work=f"Visite de {life.household.destination.employer}.",
        home="Un logement visité, proche de l’école et du bus.",
        recommendation=Recommendation.GO_ON,
    )


def plan_stay(life: Life, first_day: date) -> Any:
    place = life.household.destination
    stay = life.act(
        life.cast.host,
        services.plan_stay,
        days=DateRange(first_day, first_day + timedelta(days=5)),
        outward_to=f"gare de {place.town}",
        lodging="Gîte des Exemples",
        to_bring="CV, pièce d’identité, chaussures fermées.",
    )
    life.act(
        life.cast.host,
        services.add_visit,
        stay=stay,
        day=first_day + timedelta(days=1),
        starts_at=datetime.min.time().replace(hour=9),
        ends_at=datetime.min.time().replace(hour=11),
        kind=VisitKind.EMPLOYER,
        title=place.employer,
        place=place.town,
    )
    return stay


def reflection(life: Life) -> None:
    if is_fast(life):
        return
    life.linger("reflection")
    upstream, adults = life.cast.upstream, life.adults()
    if life.has("needs_time"):
        life.act(
            upstream,
            services.answer_household,
            person=adults[0],
            answer=Answer.NEEDS_TIME,
            ask_again_on=life.today + timedelta(days=10),
        )
        life.wait(10)
    for person in life.adults():
        life.act(upstream, services.answer_household, person=person, answer=Answer.YES)


def validation(life: Life) -> None:
    if is_fast(life):
        return
    life.wait(2)
    describe_the_project(life)
    life.linger("validation")
    renew_permits(life)
    answer(life, life.cast.host, {Party.HOST, Party.ADULT})
    life.wait(1)
    renew_permits(life)
    answer(life, life.cast.upstream, {Party.UPSTREAM})


def describe_the_project(life: Life) -> None:
    host, place = life.cast.host, life.household.destination
    move_on = life.today + timedelta(days=life.household.delays["installation"] + 20)
    life.act(
        host,
        services.edit_job,
        person=life.adults()[0],
        version=0,
        kind=WorkKind.JOB,
        certainty=Certainty.SPOTTED,
        occupation=life.occupation,
        employer=place.employer,
        contract=ContractKind.LONG_FIXED,
        weekly_hours=Decimal(35),
        starts_on=move_on + timedelta(days=3),
        details="",
    )
    rooms = len(life.household.people)
    life.act(
        host,
        services.edit_home,
        placement=life.placement(),
        version=0,
        certainty=Certainty.SPOTTED,
        landlord=place.landlord,
        typology=tuple(Typology)[min(rooms, 5)],
        commune=Commune.objects.get(code=place.home_commune),
        rent=Decimal(300 + 60 * rooms),
        charges=Decimal(40),
        surface=25 + 12 * rooms,
        available_on=move_on - timedelta(days=10),
        details="",
    )
    placement = life.placement()
    life.act(
        host,
        services.edit_dates,
        placement=placement,
        version=placement.version,
        planned_move_on=move_on,
    )


def renew_permits(life: Life) -> None:
    """A paper that has expired meanwhile holds the project back until the next one is there."""
    for person in life.adults():
        speak_for(life.cast.coordinator.database_context)
        is_lawful = person.is_lawfully_present_on(life.today)
        if is_lawful:
            continue
        if life.has("renews_late"):
            life.wait(45)
        life.act(
            life.cast.prescriber,
            services.record_permit,
            person=person,
            kind=PermitKind.CARD,
            expires_on=life.today + relativedelta(years=2),
            allows_work=True,
            is_seen=True,
        )


def installation(life: Life) -> None:
    host, place = life.cast.host, life.household.destination
    if not is_fast(life):
        life.wait(10)
        starts_on = life.today + timedelta(days=life.household.delays["installation"])
        life.act(
            host,
            services.commit_job,
            person=life.adults()[0],
            kind=JobSolution.HIRING,
            occupation=life.occupation,
            with_whom=place.employer,
            contract=ContractKind.LONG_FIXED,
            weekly_hours=Decimal(35),
            starts_on=starts_on,
        )
        life.act(
            host,
            services.commit_home,
            kind=HousingSolution.PRIVATE,
            commune=Commune.objects.get(code=place.home_commune),
            landlord=place.landlord,
            available_on=starts_on - timedelta(days=5),
        )
    life.wait(4)
    answer_again(life)
    life.wait(5) if is_fast(life) else life.linger("installation")
    renew_permits(life)
    hear_who_is_missing(life)
    life.act(host, services.settle, reason="La date et la liste ont été revues avec le ménage.")

"""What is proposed, seen on the spot, and agreed to by everyone."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateRange

from candidates import services
from candidates.enums import (
    Answer,
    AnswerMeans,
    Certainty,
    ContractKind,
    Party,
    Recommendation,
    StayOutcome,
    Typology,
    VisitKind,
    WorkKind,
    WouldHire,
    YesNoUnknown,
)
from candidates.models import ImmersionStay
from candidates.selectors import agreements
from candidates.selectors.agreements import SeatAnswer
from candidates.selectors.stay_report import AdultWords
from emile.core.context import speak_for
from emile.steering.demo import stay as demo_stay
from emile.steering.demo.teller import HOME_COMMUNE, TERRITORY, Story
from operators.actors import Actor
from territories.models import Commune, Mandate


OPERATORS = (Party.HOST, Party.UPSTREAM)
SPOKE = {
    Party.EMPLOYER: "Nadia Chassagne, Ateliers du Haut-Cantal (fictifs)",
    Party.LANDLORD: "Julien Serre, Habitat des Volcans (fictif)",
}


def positioning(story: Story) -> None:
    story.wait(4)
    placement = propose(story)
    story.wait(3)
    story.act(story.cast.host, services.accept_placement, placement=placement)


def propose(story: Story) -> Any:
    return story.act(
        story.cast.upstream,
        services.propose_placement,
        mandate=Mandate.objects.get(
            organisation=story.cast.host.organisation_id,
            territory__slug=TERRITORY,
            kind=story.cast.host.kind,
        ),
        occupation=story.occupation,
        message="Projet mûri, départ possible dès le mois prochain.",
    )


def immersion(story: Story) -> None:
    host, stay = story.cast.host, plan_a_stay(story)
    story.wait(17)
    story.act(
        host,
        services.report_stay,
        stay=stay,
        outcome=StayOutcome.HELD,
        work="Deux employeurs rencontrés, l’un propose un essai.",
        home="Un logement visité, proche de l’école et du bus.",
        mobility="Un bus toutes les heures jusqu’à la zone d’activité, pas avant 7\u00a0h.",
        strengths="Le premier employeur a proposé un essai, l’école a des places.",
        worries="Le permis B reste à passer pour les horaires du soir.",
        recommendation=Recommendation.GO_ON,
    )
    tell_the_stay(story, stay)


def plan_a_stay(story: Story) -> ImmersionStay:
    """Ten days ahead, with its programme and what it costs."""
    host, first_day = story.cast.host, story.today + timedelta(days=10)
    story.wait(3)
    stay: ImmersionStay = story.act(
        host,
        services.plan_stay,
        days=DateRange(first_day, first_day + timedelta(days=5)),
        **demo_stay.organisation(first_day),
    )
    for visit in demo_stay.visits(first_day):
        story.act(host, services.add_visit, stay=stay, **visit)
    for cost in demo_stay.COSTS:
        story.act(host, services.add_cost, stay=stay, **cost)
    return stay


def tell_the_stay(story: Story, stay: ImmersionStay) -> None:
    """What the others say of it: the first employer, then each adult."""
    host = story.cast.host
    speak_for(host.database_context)
    visited = stay.visits.get(kind=VisitKind.EMPLOYER)
    story.act(
        host,
        services.report_employer,
        visit=visited,
        would_hire=WouldHire.YES,
        comment="Un essai est possible dès l’installation.",
    )
    words = AdultWords(
        would_live_there=YesNoUnknown.YES,
        liked="Le calme, et l’école à cinq minutes.",
        worries="Les horaires du bus.",
    )
    story.act(
        story.cast.upstream,
        services.report_household,
        stay=stay,
        answers=dict.fromkeys(story.adults(), words),
    )


def reflection(story: Story) -> None:
    story.wait(6)
    for adult in story.adults():
        story.act(story.cast.upstream, services.answer_household, person=adult, answer=Answer.YES)


def validation(story: Story) -> None:
    host = story.cast.host
    story.wait(2)
    move_on = story.today + timedelta(days=45)
    story.act(
        host,
        services.edit_job,
        person=story.adults()[0],
        version=0,
        kind=WorkKind.JOB,
        certainty=Certainty.SPOTTED,
        occupation=story.occupation,
        employer="Maison d’accueil des Volcans",
        contract=ContractKind.LONG_FIXED,
        weekly_hours=Decimal(35),
        starts_on=move_on + timedelta(days=3),
        details="Horaires de jour, renouvellement possible.",
    )
    story.act(
        host,
        services.edit_home,
        placement=story.placement(),
        version=0,
        certainty=Certainty.SPOTTED,
        landlord="Bailleur du Cantal",
        typology=Typology.T3,
        commune=Commune.objects.get(code=HOME_COMMUNE),
        rent=Decimal("420.00"),
        charges=Decimal("60.00"),
        surface=62,
        available_on=move_on - timedelta(days=10),
        details="Deuxième étage, chauffage collectif.",
    )
    story.act(
        host,
        services.edit_dates,
        placement=story.placement(),
        version=story.placement().version,
        planned_move_on=move_on,
    )
    story.wait(4)
    answer(story, host, {Party.HOST, Party.ADULT})
    story.wait(1)
    answer(story, story.cast.upstream, {Party.UPSTREAM})


def answer(story: Story, actor: Actor, parties: set[Party]) -> None:
    speak_for(story.cast.coordinator.database_context)
    table = agreements.round_table(story.read(), story.today)
    seats = table.seats if table else ()
    story.act(
        actor,
        services.answer_validation,
        answers=[
            SeatAnswer(
                seat=seat.key,
                content_hash=seat.content_hash,
                agrees=True,
                means=AnswerMeans.SELF if seat.party in OPERATORS else AnswerMeans.MEETING,
                answered_by="" if seat.party in OPERATORS else SPOKE.get(seat.party, seat.label),
            )
            for seat in seats
            if seat.party in parties
        ],
    )


def answer_again(story: Story) -> None:
    """What was promised since calls the parties back, and two of them to the table."""
    answer(story, story.cast.host, {Party.HOST, Party.ADULT, Party.EMPLOYER, Party.LANDLORD})
    answer(story, story.cast.upstream, {Party.UPSTREAM})


def hear_who_is_missing(story: Story) -> None:
    """A child who came of age since then speaks too."""
    speak_for(story.cast.coordinator.database_context)
    missing = agreements.missing_parties(story.read(), story.today)
    if missing:
        answer_again(story)

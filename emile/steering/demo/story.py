"""How far each of them has come: the acts of every stage, on the days they would happen."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from dateutil.relativedelta import relativedelta
from django.db.backends.postgresql.psycopg_any import DateRange

from candidates import services
from candidates.enums import (
    OPEN_STAGES,
    Answer,
    AnswerMeans,
    CallOutcome,
    Certainty,
    HousingSolution,
    InformationMode,
    JobSolution,
    MilestoneKind,
    Outcome,
    Party,
    PlanAxis,
    ReasonUse,
    Stage,
    StayOutcome,
    Theme,
    ThemeState,
    YesNoUnknown,
)
from candidates.models import Diagnosis, Parcours, Person, Reason
from candidates.selectors import agreements, moving_adults
from candidates.selectors.agreements import SeatAnswer
from emile.core.context import database_context
from emile.steering.demo.population import FictitiousHousehold
from operators.actors import Actor
from operators.models import Organisation
from territories.models import Commune, Mandate, Occupation, Territory
from territories.reference.calendar import is_working_day


# Where the demonstration settles people, and the commune of the homes found there.
TERRITORY = "cantal"
HOME_COMMUNE = "15014"
OPERATORS = (Party.HOST, Party.UPSTREAM)
SPOKE = {
    Party.EMPLOYER: "Nadia Chassagne, Ateliers du Haut-Cantal (fictifs)",
    Party.LANDLORD: "Julien Serre, Habitat des Volcans (fictif)",
}


@dataclass(frozen=True, slots=True)
class Cast:
    """The people of the demonstration who act on the files."""

    prescriber: Actor
    coordinator: Actor
    upstream: Actor
    host: Actor


class Story:
    """One household's way. Each act moves the clock on, and never past ``now``."""

    def __init__(self, household: FictitiousHousehold, cast: Cast, now: datetime) -> None:
        self.household, self.cast, self.now = household, cast, now
        self.clock = now - timedelta(days=household.days)
        self.parcours: Parcours = Parcours()

    @property
    def today(self) -> date:
        return self.clock.date()

    def wait(self, days: int) -> None:
        """Nobody works on a Sunday, nor on the first of May."""
        later = self.clock + timedelta(days=days)
        while not is_working_day(later.date()):
            later += timedelta(days=1)
        self.clock = min(later, self.now)

    def act(self, actor: Actor, service: Callable[..., Any], **fields: Any) -> Any:
        with database_context(actor.database_context):
            result = service(
                actor=actor, parcours=self.parcours, on=self.today, now=self.clock, **fields
            )
            self.parcours = Parcours.objects.get(pk=self.parcours.pk)
        return result

    def adults(self) -> list[Person]:
        with database_context(self.cast.coordinator.database_context):
            return moving_adults(self.parcours, self.today)

    @property
    def occupation(self) -> Occupation:
        return Occupation.objects.get(code=self.household.occupation)

    # The stages, each up to the act that leads to the next one

    def orientation(self) -> None:
        with database_context(self.cast.prescriber.database_context):
            self.parcours = services.orient_household(
                actor=self.cast.prescriber,
                household={
                    "sleeps_in": Commune.objects.get(code=self.household.commune),
                    "housing_precarity": self.household.precarity,
                    "is_volunteer": True,
                    "informed_on": self.today,
                    "agrees_to_share": True,
                },
                people=self.household.people,
                is_committed=self.household.is_committed,
                on=self.today,
                now=self.clock,
            )

    def eligibility(self) -> None:
        coordinator = self.cast.coordinator
        self.wait(2)
        self.act(coordinator, services.log_call, outcome=CallOutcome.NO_ANSWER)
        self.wait(3)
        self.act(coordinator, services.log_call, outcome=CallOutcome.REACHED)
        self.wait(1)
        self.act(
            coordinator,
            services.declare_eligible,
            upstream=Organisation.objects.get(pk=self.cast.upstream.organisation_id),
        )

    def information(self) -> None:
        self.wait(12)
        self.act(
            self.cast.upstream,
            services.record_attendance,
            mode=InformationMode.INDIVIDUAL,
            was_present=True,
        )

    def diagnosis(self) -> None:
        self.wait(12)
        upstream = self.cast.upstream
        themes = dict.fromkeys(Theme, (ThemeState.NOTHING, ""))
        themes[Theme.MOBILITY] = (ThemeState.IN_PROGRESS, "Le permis B reste à préparer.")
        themes[Theme.WORK] = (ThemeState.DONE, "Deux ans d’expérience dans le métier visé.")
        diagnosis = self.act(
            upstream,
            services.edit_diagnosis,
            version=0,
            themes=themes,
            projects={adult.pk: (self.occupation, self.occupation) for adult in self.adults()},
            summary="Projet de mobilité mûri, souhaite une petite ville et un emploi stable.",
            saw_adult_papers=True,
        )
        self.wait(7)
        self.act(upstream, services.sign_diagnosis, version=diagnosis.version)

    def preparation(self) -> None:
        self.wait(14)
        upstream = self.cast.upstream
        self.act(
            upstream,
            services.edit_plan,
            version=Diagnosis.objects.get(parcours=self.parcours).version,
            projects={},
            wishes=[Territory.objects.get(slug=TERRITORY)],
            finished=[],
            added=[
                (
                    PlanAxis.WORK,
                    "Refaire le CV et préparer un entretien",
                    self.today + timedelta(days=30),
                )
            ],
        )
        self.wait(14)
        self.act(upstream, services.open_positioning)

    def propose(self) -> Any:
        return self.act(
            self.cast.upstream,
            services.propose_placement,
            mandate=Mandate.objects.get(
                organisation=self.cast.host.organisation_id,
                territory__slug=TERRITORY,
                kind=self.cast.host.kind,
            ),
            occupation=self.occupation,
            message="Projet mûri, départ possible dès le mois prochain.",
        )

    def positioning(self) -> None:
        self.wait(4)
        placement = self.propose()
        self.wait(3)
        self.act(self.cast.host, services.accept_placement, placement=placement)

    def immersion(self) -> None:
        host = self.cast.host
        self.wait(3)
        stay = self.act(
            host,
            services.plan_stay,
            days=DateRange(self.today + timedelta(days=10), self.today + timedelta(days=15)),
            lodging="Résidence d’accueil, Aurillac",
            travel="Train Paris–Aurillac, accueil en gare",
            programme="Visites d’entreprises, de logements et de l’école.",
        )
        self.wait(17)
        self.act(
            host,
            services.report_stay,
            stay=stay,
            outcome=StayOutcome.HELD,
            work="Deux employeurs rencontrés, l’un propose un essai.",
            home="Un logement visité, proche de l’école et du bus.",
            household_view="Le ménage se projette et souhaite y réfléchir.",
        )

    def reflection(self) -> None:
        self.wait(6)
        for adult in self.adults():
            self.act(self.cast.upstream, services.answer_household, person=adult, answer=Answer.YES)

    def validation(self) -> None:
        host = self.cast.host
        self.wait(2)
        self.act(
            host,
            services.edit_project,
            version=self.placement().version,
            job_certainty=Certainty.SPOTTED,
            job_details="Contrat de six mois renouvelable, à temps plein.",
            home_certainty=Certainty.SPOTTED,
            home_details="T3 au deuxième étage, chauffage collectif.",
            home_commune=Commune.objects.get(code=HOME_COMMUNE),
            monthly_rent=Decimal("480.00"),
            planned_move_on=self.today + timedelta(days=45),
        )
        self.wait(4)
        self.answer(host, {Party.HOST, Party.ADULT})
        self.wait(1)
        self.answer(self.cast.upstream, {Party.UPSTREAM})

    def placement(self) -> Any:
        with database_context(self.cast.coordinator.database_context):
            return agreements.active_placement(self.parcours)

    def answer(self, actor: Actor, parties: set[Party]) -> None:
        with database_context(self.cast.coordinator.database_context):
            table = agreements.round_table(self.parcours, self.today)
        seats = table.seats if table else ()
        self.act(
            actor,
            services.answer_validation,
            answers=[
                SeatAnswer(
                    seat=seat.key,
                    content_hash=seat.content_hash,
                    agrees=True,
                    means=AnswerMeans.SELF if seat.party in OPERATORS else AnswerMeans.MEETING,
                    answered_by=""
                    if seat.party in OPERATORS
                    else SPOKE.get(seat.party, seat.label),
                )
                for seat in seats
                if seat.party in parties
            ],
        )

    def installation(self) -> None:
        host = self.cast.host
        self.wait(15)
        first, *_ = self.adults()
        self.act(
            host,
            services.commit_job,
            person=first,
            kind=JobSolution.HIRING,
            occupation=self.occupation,
            with_whom="Ateliers du Haut-Cantal (fictifs)",
            starts_on=self.today + timedelta(days=30),
        )
        self.wait(10)
        self.act(
            host,
            services.commit_home,
            kind=HousingSolution.PRIVATE,
            commune=Commune.objects.get(code=HOME_COMMUNE),
            landlord="Habitat des Volcans (fictif)",
            available_on=self.today + timedelta(days=15),
        )
        self.wait(2)
        self.answer_again()
        self.wait(18)
        self.act(host, services.settle)

    def answer_again(self) -> None:
        """What was promised since calls the parties back, and two of them to the table."""
        self.answer(self.cast.host, {Party.HOST, Party.ADULT, Party.EMPLOYER, Party.LANDLORD})
        self.answer(self.cast.upstream, {Party.UPSTREAM})

    def follow_up(self) -> None:
        installed = self.clock
        for milestone, months in (
            (MilestoneKind.M1, 1),
            (MilestoneKind.M3, 3),
            (MilestoneKind.M6, 6),
        ):
            if installed + relativedelta(months=months) > self.now:
                return
            self.clock = installed + relativedelta(months=months)
            self.visit(milestone)

    def visit(self, milestone: MilestoneKind) -> None:
        yes = dict.fromkeys(
            ("still_there", "works_or_trains", "thinks_of_staying"), YesNoUnknown.YES
        )
        self.act(
            self.cast.host,
            services.log_visit,
            milestone=milestone,
            answers=dict.fromkeys(self.adults(), yes),
        )

    # What happened at the goal, beyond waiting there

    def suspend(self) -> None:
        self.act(
            self.cast.upstream,
            services.suspend_parcours,
            suspension_reason=Reason.objects.get(use=ReasonUse.SUSPENSION, code="job_running"),
            review_on=self.now.date() + timedelta(days=20),
        )

    def close(self) -> None:
        self.wait(7)
        self.act(self.cast.host, services.close_parcours, outcome=Outcome.LASTING_JOB)


def live(household: FictitiousHousehold, cast: Cast, now: datetime) -> Parcours:
    """Bring one household from its orientation to its goal, ``household.days`` ago to now."""
    story = Story(household, cast, now)
    story.orientation()
    goal = len(OPEN_STAGES) if household.goal == Stage.CLOSED else OPEN_STAGES.index(household.goal)
    for stage in OPEN_STAGES[1:goal]:
        getattr(story, stage.value)()
    if household.goal in {Stage.FOLLOW_UP, Stage.CLOSED}:
        story.follow_up()
    if household.ending:
        story.wait(3)
        getattr(story, household.ending)()
    return story.parcours

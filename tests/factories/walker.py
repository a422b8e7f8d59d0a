"""One file, and what each of its actors may try on it: every act through its service."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from candidates import services
from candidates.enums import (
    Answer,
    AnswerMeans,
    CallOutcome,
    Certainty,
    DecidedBy,
    HousingSolution,
    InformationMode,
    JobSolution,
    MilestoneKind,
    Outcome,
    PlacementStatus,
    PlanAxis,
    ReasonUse,
    Recommendation,
    StayOutcome,
    Theme,
    ThemeState,
    Tonight,
    Track,
    YesNoUnknown,
)
from candidates.models import (
    Aspirations,
    Conclusion,
    Diagnosis,
    Placement,
    PlacementHome,
    Reason,
    ThemeAnswer,
)
from candidates.selectors import agreements, moving_adults
from candidates.selectors.agreements import SeatAnswer
from candidates.selectors.tracks import found_jobs
from emile.core.context import database_context
from operators.actors import Actor
from operators.enums import OrganisationKind
from operators.models import Organisation, User
from territories.models import Commune, Departement, Occupation, Territory
from tests.factories import make_mandate, orient


class NothingToActOn(Exception):
    """The act needs something that the file does not have yet."""


def need(thing: Any) -> Any:
    if thing is None:
        raise NothingToActOn
    return thing


class Walker:
    """One file, and what each actor may try on it."""

    def __init__(self, cast: dict[str, Actor]) -> None:
        self.cast = cast
        self.now = timezone.now()
        self.parcours = orient(cast["prescriber"], now=self.now)
        self.mandate = make_mandate(cast["host"], "cantal")
        self.cook = Occupation.objects.get(code="G1602")
        self.commune = Commune.objects.get(code="15014")

    @property
    def today(self):
        return timezone.localdate(self.now)

    def do(self, role: str, service: Callable[..., Any], /, **fields: Any) -> None:
        actor = self.cast[role]
        with transaction.atomic(), database_context(actor.database_context):
            service(
                actor=actor,
                parcours=self.parcours,
                now=self.now,
                **{"on": self.today, **fields},
            )

    def placement(self, *statuses: PlacementStatus) -> Placement:
        found = Placement.objects.filter(parcours=self.parcours, status__in=statuses)
        return need(found.order_by("pk").first())

    def stay(self):
        return need(self.parcours.stays.filter(is_cancelled=False).order_by("pk").first())

    def adult(self):
        return moving_adults(self.parcours, self.today)[0]

    def reason(self, use: ReasonUse) -> Reason:
        return Reason.objects.filter(use=use).order_by("pk")[0]

    # One method per act; ``why`` is a reason, for those that ask one.

    def call(self) -> None:
        self.do("coordinator", services.log_call, outcome=CallOutcome.REACHED)

    def decide(self) -> None:
        upstream = Organisation.objects.get(pk=self.cast["upstream"].organisation_id)
        self.do("coordinator", services.declare_eligible, upstream=upstream)

    def ask_prescriber(self) -> None:
        self.do("coordinator", services.ask_prescriber, reason="Il manque un papier.")

    def confirm(self) -> None:
        self.do("prescriber", services.confirm_orientation)

    def inform(self) -> None:
        self.do(
            "upstream",
            services.record_attendance,
            mode=InformationMode.PHONE,
            was_present=True,
        )

    def diagnose(self) -> None:
        version = Diagnosis.objects.filter(parcours=self.parcours).values_list("version", flat=True)
        self.do(
            "upstream",
            services.edit_diagnosis,
            version=version.first() or 0,
            themes=dict.fromkeys(Theme, ThemeAnswer(ThemeState.NOTHING)),
            conclusion=Conclusion(saw_adult_papers=True),
        )

    def sign(self) -> None:
        diagnosis = need(Diagnosis.objects.filter(parcours=self.parcours).first())
        self.do("upstream", services.sign_diagnosis, version=diagnosis.version, reason="Vu.")

    def plan(self) -> None:
        self.do("upstream", services.add_action, axis=PlanAxis.WORK, label="Préparer le permis B")

    def wish(self) -> None:
        version = Aspirations.objects.filter(parcours=self.parcours).values_list(
            "version", flat=True
        )
        self.do(
            "upstream",
            services.edit_wishes,
            version=version.first() or 0,
            projects={self.adult().pk: (self.cook, self.cook, "")},
            wishes=[Territory.objects.get(slug="cantal")],
        )

    def open_positioning(self) -> None:
        self.do("upstream", services.open_positioning, reason="Plan à compléter.")

    def propose(self) -> None:
        self.do(
            "upstream",
            services.propose_placement,
            mandate=self.mandate,
            occupation=self.cook,
            message="",
        )

    def withdraw(self) -> None:
        placement = self.placement(PlacementStatus.PROPOSED)
        self.do("upstream", services.withdraw_placement, placement=placement)

    def decline(self) -> None:
        self.do(
            "host",
            services.decline_placement,
            placement=self.placement(PlacementStatus.PROPOSED),
            decline_reason=self.reason(ReasonUse.DECLINE),
        )

    def accept(self) -> None:
        placement = self.placement(PlacementStatus.PROPOSED)
        self.do("host", services.accept_placement, placement=placement)

    def plan_stay(self) -> None:
        self.do(
            "host",
            services.plan_stay,
            days=DateRange(self.today, self.today + timedelta(days=5)),
        )

    def cancel_stay(self) -> None:
        self.do(
            "host",
            services.cancel_stay,
            stay=self.stay(),
            stay_reason=self.reason(ReasonUse.STAY_NOT_HELD),
            reason="Grève des trains.",
        )

    def report_stay(self) -> None:
        self.do(
            "host",
            services.report_stay,
            stay=self.stay(),
            outcome=StayOutcome.HELD,
            work="Vu.",
            home="Vu.",
            recommendation=Recommendation.GO_ON,
        )

    def waive_stay(self) -> None:
        self.do("host", services.waive_stay, reason="Connaît déjà le territoire.")

    def say(self, answer: Answer) -> None:
        self.do("upstream", services.answer_household, person=self.adult(), answer=answer)

    def say_yes(self) -> None:
        self.say(Answer.YES)

    def say_no(self) -> None:
        self.say(Answer.NO)

    def detail_project(self) -> None:
        placement = self.placement(PlacementStatus.ACCEPTED, PlacementStatus.VALIDATED)
        home = PlacementHome.objects.filter(placement=placement).first()
        self.do(
            "host",
            services.edit_home,
            placement=placement,
            version=home.version if home else 0,
            certainty=Certainty.SPOTTED,
            landlord="Bailleur",
            typology="T2",
            commune=self.commune,
            rent=Decimal(400),
            charges=None,
            surface=None,
            available_on=None,
            details="",
        )

    def agree(self, kind: str, own: str, *, agrees: bool = True) -> None:
        need(agreements.active_placement(self.parcours))
        table = agreements.round_table(self.parcours, self.today)
        answers = [
            SeatAnswer(
                seat=seat.key,
                content_hash=seat.content_hash,
                agrees=agrees,
                means=AnswerMeans.SELF if seat.party == own else AnswerMeans.MEETING,
                answered_by="" if seat.party == own else "La partie",
            )
            for seat in table.seats
            if seat.party not in {"upstream", "host"} - {own}
        ]
        self.do(kind, services.answer_validation, answers=answers, reason="Loyer trop élevé.")

    def host_agrees(self) -> None:
        self.agree("host", "host")

    def upstream_agrees(self) -> None:
        self.agree("upstream", "upstream")

    def host_refuses(self) -> None:
        self.agree("host", "host", agrees=False)

    def find_job(self) -> None:
        self.do(
            "host",
            services.commit_job,
            person=self.adult(),
            kind=JobSolution.HIRING,
            occupation=self.cook,
            with_whom="Auberge",
            starts_on=self.today,
        )

    def find_home(self) -> None:
        self.do(
            "host",
            services.commit_home,
            kind=HousingSolution.PRIVATE,
            commune=self.commune,
            landlord="Bailleur",
            available_on=self.today,
        )

    def derogate(self) -> None:
        self.do(
            "coordinator", services.grant_derogation, track=Track.JOB, reason="Formation promise."
        )

    def settle(self) -> None:
        self.do("host", services.settle, reason="La clé est remise demain.")

    def go_fast(self) -> None:
        self.do(
            "upstream",
            services.fast_track,
            mandate=self.mandate,
            job={
                "person": self.adult(),
                "kind": JobSolution.HIRING,
                "occupation": self.cook,
                "with_whom": "Auberge",
                "starts_on": self.today + timedelta(days=3),
            },
            lodging={
                "commune": self.commune,
                "landlord": "Gîte",
                "available_on": self.today,
                "ends_on": None,
            },
            reason="Le travail commence lundi.",
        )

    def lose_job(self) -> None:
        self.do(
            "host",
            services.lose_track,
            lost=need(found_jobs(self.parcours).first()),
            loss_reason=self.reason(ReasonUse.TRACK_LOST),
        )

    def move_date(self) -> None:
        self.do(
            "host",
            services.move_date,
            planned_move_on=self.today + timedelta(days=5),
            slip_reason=self.reason(ReasonUse.DATE_SLIP),
        )

    def miss_visit(self) -> None:
        self.do(
            "host",
            services.miss_visit,
            milestone=MilestoneKind.M1,
            missed_reason=self.reason(ReasonUse.VISIT_MISSED),
            next_on=self.today + timedelta(days=7),
        )

    def extend(self) -> None:
        self.do(
            "host",
            services.extend_follow_up,
            until=self.today + timedelta(days=200),
            reason="Un suivi plus long est utile.",
        )

    def visit(self) -> None:
        said = dict.fromkeys(
            ("still_there", "works_or_trains", "thinks_of_staying"), YesNoUnknown.YES
        )
        self.do(
            "host",
            services.log_visit,
            milestone=MilestoneKind.M1,
            answers={self.adult(): said},
            reason="Vu au marché.",
        )

    def close(self) -> None:
        self.do(
            "host", services.close_parcours, outcome=Outcome.LASTING_JOB, reason="Tout va bien."
        )

    def send_back(self) -> None:
        self.do("upstream", services.return_to_preparation, reason="Autre projet.")

    def suspend(self) -> None:
        self.do(
            "coordinator",
            services.suspend_parcours,
            suspension_reason=self.reason(ReasonUse.SUSPENSION),
            review_on=self.today + timedelta(days=10),
        )

    def resume(self) -> None:
        self.do("upstream", services.resume_parcours)

    def exit(self) -> None:
        self.do(
            "coordinator",
            services.exit_parcours,
            exit_reason=self.reason(ReasonUse.EXIT),
            decided_by=DecidedBy.HOUSEHOLD,
        )

    def lose_shelter(self) -> None:
        self.do("prescriber", services.lose_shelter, tonight=Tonight.STREET, phone="")

    def birth(self) -> None:
        self.do(
            "upstream",
            services.record_birth,
            household=self.parcours.household,
            person={"last_name": "Exemple"},
        )

    def hand_over(self) -> None:
        """To somebody of the same organisation: the cast has one of each kind."""
        upstream = Organisation.objects.get(pk=self.cast["upstream"].organisation_id)
        self.do(
            "coordinator",
            services.hand_over,
            role=OrganisationKind.UPSTREAM,
            giver=upstream,
            receiver=upstream,
            worker=User.objects.get(pk=self.cast["upstream"].user_id),
            reason="Congé.",
        )

    def leave_territory(self) -> None:
        self.do(
            "host",
            services.leave_territory,
            departement=Departement.objects.get(code="93"),
            departure_reason=self.reason(ReasonUse.LEAVE_TERRITORY),
            mandate=None,
        )


ACTS = [
    name
    for name in vars(Walker)
    if not name.startswith("_")
    and name not in {"today", "do", "placement", "stay", "adult", "reason", "say", "agree"}
]
# The acts of a life without incident, so that walks go far; the others are thrown in at random.
STRAIGHT = [
    "call",
    "decide",
    "inform",
    "diagnose",
    "sign",
    "plan",
    "wish",
    "open_positioning",
    "propose",
    "accept",
    "plan_stay",
    "report_stay",
    "say_yes",
    "detail_project",
    "host_agrees",
    "upstream_agrees",
    "find_job",
    "find_home",
    "host_agrees",
    "upstream_agrees",
    "settle",
    "visit",
    "close",
]

"""Households, organisations and files in the situations that tests need.

Files are made through the services, so that their journal is true. Every name is fictitious.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from dateutil.relativedelta import relativedelta
from django.contrib.auth.hashers import make_password
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from candidates import services
from candidates.enums import (
    MILESTONE_MONTHS,
    Answer,
    AnswerMeans,
    Certainty,
    ContactKind,
    DecidedBy,
    ExchangeChannel,
    HousingSolution,
    InformationMode,
    Initiator,
    JobSolution,
    LanguageLevel,
    Link,
    MilestoneKind,
    Nationality,
    NoteLevel,
    Outcome,
    PlanAxis,
    ReasonUse,
    StayOutcome,
    Theme,
    ThemeState,
    YesNoUnknown,
)
from candidates.models import ImmersionStay, Parcours, Placement, Reason
from candidates.selectors import agreements, moving_adults
from candidates.selectors.agreements import PartySeat, SeatAnswer
from candidates.services import NewPerson
from candidates.services.corrections import correct_act
from emile.core.context import database_context
from operators.actors import Actor
from operators.enums import MembershipRole, OrganisationKind
from operators.models import Membership, Organisation, User
from territories.models import Commune, Mandate, Occupation, Territory


PASSWORD = "motdepasse-de-test"


def make_membership(
    kind: OrganisationKind, *, name: str = "", email: str = "", **fields: Any
) -> Membership:
    """A person of an organisation of that kind; the organisation is found again by its name."""
    name = name or f"Organisation {kind.value}"
    organisation, _ = Organisation.objects.get_or_create(name=name, defaults={"kinds": [kind]})
    number = User.objects.count()
    user = User.objects.create(
        email=email or f"{kind.value}-{number}@exemple.test",
        password=make_password(PASSWORD),
        first_name="Camille",
        last_name=f"Exemple {number}",
    )
    role = fields.pop("role", MembershipRole.MEMBER)
    return Membership.objects.create(user=user, organisation=organisation, role=role, **fields)


def make_actor(kind: OrganisationKind, **fields: Any) -> Actor:
    return make_membership(kind, **fields).as_actor(kind)


def a_candidate(**fields: Any) -> NewPerson:
    described = {
        "first_name": "Awa",
        "last_name": "Exemple",
        "birth_date": date(1990, 4, 12),
        "nationality": Nationality.FRENCH,
        "language_level": LanguageLevel.B1,
    } | fields
    return NewPerson(
        link=Link.CANDIDATE,
        fields=described,
        contacts=[{"kind": ContactKind.OWN_PHONE, "value": "+33612345678"}],
    )


def orient(
    actor: Actor,
    *,
    people: list[NewPerson] | None = None,
    is_committed: bool | None = True,
    now: datetime | None = None,
    **household: Any,
) -> Parcours:
    """A file opened by ``actor``; eligible unless something is said otherwise."""
    now = now or timezone.now()
    described = {
        "sleeps_in": Commune.objects.get(code="93066"),
        "housing_precarity": "no_lease",
        "is_volunteer": True,
    } | household
    with database_context(actor.database_context):
        return services.orient_household(
            actor=actor,
            household=described,
            people=people or [a_candidate()],
            is_committed=is_committed,
            on=timezone.localdate(now),
            now=now,
        )


def at_information(
    prescriber: Actor,
    coordinator: Actor,
    upstream: Actor,
    *,
    now: datetime | None = None,
    **described: Any,
) -> Parcours:
    """A file given to an upstream operator, which has not met the household yet."""
    now = now or timezone.now()
    parcours = orient(prescriber, now=now, **described)
    with database_context(coordinator.database_context):
        return services.declare_eligible(
            actor=coordinator,
            parcours=parcours,
            upstream=Organisation.objects.get(pk=upstream.organisation_id),
            on=timezone.localdate(now),
            now=now,
            reason="Jointe par la structure qui oriente.",
        )


def at_diagnosis(
    prescriber: Actor,
    coordinator: Actor,
    upstream: Actor,
    *,
    now: datetime | None = None,
    **described: Any,
) -> Parcours:
    """The household was told about the programme; its diagnosis is still to be written."""
    now = now or timezone.now()
    parcours = at_information(prescriber, coordinator, upstream, now=now, **described)
    with database_context(upstream.database_context):
        return services.record_attendance(
            actor=upstream,
            parcours=parcours,
            mode=InformationMode.INDIVIDUAL,
            was_present=True,
            on=timezone.localdate(now),
            now=now,
        )


def at_preparation(
    prescriber: Actor,
    coordinator: Actor,
    upstream: Actor,
    *,
    now: datetime | None = None,
    **described: Any,
) -> Parcours:
    """The diagnosis is complete and signed, with a project for each adult who moves."""
    now = now or timezone.now()
    today = timezone.localdate(now)
    parcours = at_diagnosis(prescriber, coordinator, upstream, now=now, **described)
    cook = Occupation.objects.get(code="G1602")
    with database_context(upstream.database_context):
        diagnosis = services.edit_diagnosis(
            actor=upstream,
            parcours=parcours,
            version=0,
            themes=dict.fromkeys(Theme, (ThemeState.NOTHING, "")),
            projects={adult.pk: (cook, cook) for adult in moving_adults(parcours, today)},
            summary="Prête à partir, projet en cuisine.",
            saw_adult_papers=True,
            on=today,
            now=now,
        )
        return services.sign_diagnosis(
            actor=upstream, parcours=parcours, version=diagnosis.version, on=today, now=now
        )


def at_positioning(
    prescriber: Actor,
    coordinator: Actor,
    upstream: Actor,
    *,
    now: datetime | None = None,
    **described: Any,
) -> Parcours:
    """A plan, a project, and the Cantal as the wished territory: ready to be proposed."""
    now = now or timezone.now()
    parcours = at_preparation(prescriber, coordinator, upstream, now=now, **described)
    act = {"actor": upstream, "parcours": parcours, "on": timezone.localdate(now), "now": now}
    with database_context(upstream.database_context):
        services.edit_plan(
            **act,
            version=parcours.diagnosis.version,
            projects={},
            wishes=[Territory.objects.get(slug="cantal")],
            finished=[],
            added=[(PlanAxis.WORK, "Préparer le permis B", None)],
        )
        return services.open_positioning(**act)


# Positioning, stay, reflection


def act(
    service: Callable[..., Any],
    actor: Actor,
    parcours: Parcours,
    *,
    now: datetime | None = None,
    **fields: Any,
) -> Any:
    """Call a service as this actor; what it notes happened the same day unless ``on`` says when."""
    now = now or timezone.now()
    fields = {"on": timezone.localdate(now)} | fields
    with database_context(actor.database_context):
        return service(actor=actor, parcours=parcours, now=now, **fields)


def correct_last_act(actor: Actor, parcours: Parcours) -> None:
    with database_context(actor.database_context):
        event = parcours.events.order_by("sequence").last()
        correct_act(actor=actor, event=event, now=timezone.now(), reason="Erreur de saisie.")


def make_mandate(host: Actor, territory: str) -> Mandate:
    """The mandate of a host operator in a territory, named by its slug."""
    mandate, _ = Mandate.objects.get_or_create(
        organisation_id=host.organisation_id,
        territory=Territory.objects.get(slug=territory),
        kind=OrganisationKind.HOST,
        defaults={"since": date(2019, 6, 1)},
    )
    return mandate


def propose(
    upstream: Actor, parcours: Parcours, host: Actor, territory: str = "cantal", **fields: Any
) -> Placement:
    described = {
        "mandate": make_mandate(host, territory),
        "occupation": Occupation.objects.get(code="K1304"),
        "message": "",
    } | fields
    return act(services.propose_placement, upstream, parcours, **described)


def plan_stay(host: Actor, parcours: Parcours, first_day: date, **fields: Any) -> ImmersionStay:
    described = {
        "days": DateRange(first_day, first_day + timedelta(days=5)),
        "lodging": "Gîte des Exemples",
        "travel": "Train de 9\u00a0h\u00a012",
        "programme": "Lundi\u00a0: visite de l’entreprise.",
    } | fields
    return act(services.plan_stay, host, parcours, **described)


def at_immersion(
    prescriber: Actor,
    coordinator: Actor,
    upstream: Actor,
    host: Actor,
    *,
    now: datetime | None = None,
    **described: Any,
) -> Parcours:
    """Proposed to one host operator, for the Cantal, which has accepted."""
    parcours = at_positioning(prescriber, coordinator, upstream, now=now, **described)
    placement = propose(upstream, parcours, host, now=now)
    return act(services.accept_placement, host, parcours, placement=placement, now=now)


def at_reflection(
    prescriber: Actor,
    coordinator: Actor,
    upstream: Actor,
    host: Actor,
    *,
    now: datetime | None = None,
    **described: Any,
) -> Parcours:
    """A stay was held and told."""
    parcours = at_immersion(prescriber, coordinator, upstream, host, now=now, **described)
    stay = plan_stay(host, parcours, timezone.localdate(now), now=now)
    return act(
        services.report_stay,
        host,
        parcours,
        stay=stay,
        outcome=StayOutcome.HELD,
        work="Deux entreprises visitées.",
        home="Un logement visité.",
        household_view="Le bourg leur plaît.",
        now=now,
    )


def at_validation(
    prescriber: Actor,
    coordinator: Actor,
    upstream: Actor,
    host: Actor,
    *,
    now: datetime | None = None,
    **described: Any,
) -> Parcours:
    """Every adult who moves said yes after the stay."""
    parcours = at_reflection(prescriber, coordinator, upstream, host, now=now, **described)
    for person in moving_adults(parcours, timezone.localdate(now)):
        parcours = act(
            services.answer_household,
            upstream,
            parcours,
            person=person,
            answer=Answer.YES,
            now=now,
        )
    return parcours


# Validation, installation, follow-up


def edit_project(
    host: Actor, parcours: Parcours, *, now: datetime | None = None, **fields: Any
) -> Parcours:
    """The project as it stands, with these changes."""
    placement = agreements.active_placement(parcours)
    described = {
        name: getattr(placement, name)
        for name in (
            "version",
            "job_certainty",
            "job_details",
            "home_certainty",
            "home_details",
            "home_commune",
            "monthly_rent",
            "planned_move_on",
        )
    } | fields
    return act(services.edit_project, host, parcours, now=now, **described)


def seat_of(parcours: Parcours, key: str, *, now: datetime | None = None) -> PartySeat:
    """« host », « employer », or « adult » for the first of them."""
    table = agreements.round_table(parcours, timezone.localdate(now))
    return next(seat for seat in table.seats if seat.key.startswith(key))


def say(
    actor: Actor,
    parcours: Parcours,
    *keys: str,
    agrees: bool = True,
    now: datetime | None = None,
    **fields: Any,
) -> Parcours:
    """Note the answers of these parties: one's own in one's name, the others' on the phone."""
    answers = []
    for key in keys:
        seat = seat_of(parcours, key, now=now)
        is_own = seat.party == actor.kind
        answers.append(
            SeatAnswer(
                seat=seat.key,
                content_hash=seat.content_hash,
                agrees=agrees,
                means=AnswerMeans.SELF if is_own else AnswerMeans.PHONE,
                answered_by="" if is_own else "Dominique Exemple",
            )
        )
    return act(services.answer_validation, actor, parcours, now=now, answers=answers, **fields)


def everyone_agrees(
    upstream: Actor, host: Actor, parcours: Parcours, *, now: datetime | None = None
) -> Parcours:
    table = agreements.round_table(parcours, timezone.localdate(now))
    keys = [seat.key for seat in table.seats if not seat.agrees and seat.key != "upstream"]
    say(host, parcours, *keys, now=now)
    return say(upstream, parcours, "upstream", now=now)


def at_second_validation(upstream: Actor, host: Actor, parcours: Parcours) -> Parcours:
    """From the positioning: another host operator, for the Lozère, and no stay this time."""
    placement = propose(upstream, parcours, host, "lozere")
    act(services.accept_placement, host, parcours, placement=placement)
    act(services.waive_stay, host, parcours, reason="Le ménage y a déjà vécu.")
    for person in moving_adults(parcours, timezone.localdate()):
        parcours = act(
            services.answer_household, upstream, parcours, person=person, answer=Answer.YES
        )
    return parcours


def at_installation(
    prescriber: Actor,
    coordinator: Actor,
    upstream: Actor,
    host: Actor,
    *,
    now: datetime | None = None,
    **described: Any,
) -> Parcours:
    """Everyone agreed to a promised job and a promised home in Aurillac."""
    parcours = at_validation(prescriber, coordinator, upstream, host, now=now, **described)
    edit_project(
        host,
        parcours,
        job_certainty=Certainty.PROMISED,
        home_certainty=Certainty.PROMISED,
        home_commune=Commune.objects.get(code="15014"),
        monthly_rent=Decimal(450),
        planned_move_on=timezone.localdate(now),
        now=now,
    )
    return everyone_agrees(upstream, host, parcours, now=now)


def commit_job(
    host: Actor, parcours: Parcours, *, now: datetime | None = None, **fields: Any
) -> Parcours:
    today = timezone.localdate(now)
    described = {
        "person": moving_adults(parcours, today)[0],
        "kind": JobSolution.HIRING,
        "occupation": Occupation.objects.get(code="K1304"),
        "with_whom": "Aide à domicile Exemple",
        "starts_on": today,
    } | fields
    return act(services.commit_job, host, parcours, now=now, **described)


def commit_home(
    host: Actor, parcours: Parcours, *, now: datetime | None = None, **fields: Any
) -> Parcours:
    described = {
        "kind": HousingSolution.SOCIAL,
        "commune": Commune.objects.get(code="15014"),
        "landlord": "Bailleur Exemple",
        "available_on": timezone.localdate(now),
    } | fields
    return act(services.commit_home, host, parcours, now=now, **described)


def at_follow_up(
    prescriber: Actor,
    coordinator: Actor,
    upstream: Actor,
    host: Actor,
    *,
    now: datetime | None = None,
    **described: Any,
) -> Parcours:
    """The household moved in that very day, with a job and a home."""
    parcours = at_installation(prescriber, coordinator, upstream, host, now=now, **described)
    commit_job(host, parcours, now=now)
    commit_home(host, parcours, now=now)
    return act(services.settle, host, parcours, now=now)


def visit(
    host: Actor,
    parcours: Parcours,
    milestone: MilestoneKind,
    *,
    now: datetime | None = None,
    answer: YesNoUnknown = YesNoUnknown.YES,
) -> Parcours:
    """A visit at which every adult gave the same answer to each question."""
    said = dict.fromkeys(("still_there", "works_or_trains", "thinks_of_staying"), answer)
    answers = dict.fromkeys(moving_adults(parcours, timezone.localdate(now)), said)
    return act(services.log_visit, host, parcours, milestone=milestone, answers=answers, now=now)


def closed(
    prescriber: Actor,
    coordinator: Actor,
    upstream: Actor,
    host: Actor,
    *,
    now: datetime | None = None,
    **described: Any,
) -> Parcours:
    """Settled eight months ago unless ``now`` says when; visited three times, then closed."""
    now = now or timezone.now() - relativedelta(months=8)
    parcours = at_follow_up(prescriber, coordinator, upstream, host, now=now, **described)
    for kind, months in MILESTONE_MONTHS.items():
        visit(host, parcours, kind, now=now + relativedelta(months=months))
    return act(
        services.close_parcours,
        host,
        parcours,
        outcome=Outcome.LASTING_JOB,
        now=now + relativedelta(months=7),
    )


# Beside the stages


def reason_to(use: ReasonUse) -> Reason:
    """The first of the coordinator's list."""
    return Reason.objects.filter(use=use).order_by("rank", "pk")[0]


def suspend(actor: Actor, parcours: Parcours, *, days: int = 30, **fields: Any) -> Parcours:
    on = fields.setdefault("on", timezone.localdate())
    return act(
        services.suspend_parcours,
        actor,
        parcours,
        suspension_reason=reason_to(ReasonUse.SUSPENSION),
        review_on=on + timedelta(days=days),
        **fields,
    )


def leave(actor: Actor, parcours: Parcours, **fields: Any) -> Parcours:
    """Out of the programme, by the household's own decision."""
    return act(
        services.exit_parcours,
        actor,
        parcours,
        exit_reason=reason_to(ReasonUse.EXIT),
        decided_by=DecidedBy.HOUSEHOLD,
        **fields,
    )


def note(actor: Actor, parcours: Parcours, **fields: Any) -> Parcours:
    described = {
        "text": "Rappeler lundi.",
        "level": NoteLevel.SHARED,
        "channel": ExchangeChannel.PHONE,
        "initiated_by": Initiator.HOUSEHOLD,
        "was_reached": True,
    } | fields
    return act(services.log_exchange, actor, parcours, **described)

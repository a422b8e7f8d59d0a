"""From the first call to a household that is ready to go: the drawn ones."""

from datetime import timedelta

from candidates import services
from candidates.enums import (
    ActionOwner,
    BrakeKind,
    CallOutcome,
    DocumentKind,
    ExchangeChannel,
    Hindered,
    InformationMode,
    Initiator,
    Need,
    NoteLevel,
    PlanAxis,
    ProjectGap,
    Theme,
    ThemeState,
    Tonight,
)
from candidates.models import Conclusion, InformationSession, ThemeAnswer
from emile.core.context import speak_for
from emile.steering.demo.life import Life, StillThere
from operators.models import Organisation
from territories.models import Occupation, Territory


def eligibility(life: Life) -> None:
    life.linger("call")
    call(life)
    if life.has("asks_documents"):
        life.act(
            life.cast.coordinator,
            services.ask_documents,
            kinds=[DocumentKind.TAX],
            wanted_by=life.today + timedelta(days=15),
        )
    life.wait(2)
    life.act(
        life.cast.coordinator,
        services.declare_eligible,
        upstream=Organisation.objects.get(pk=life.cast.upstream.organisation_id),
        override_reason=""
        if life.household.meets_criteria
        else "Cours de français commencés, titre en cours de renouvellement.",
    )


def call(life: Life) -> None:
    coordinator = life.cast.coordinator
    if life.has("calls_twice"):
        life.act(
            coordinator,
            services.log_call,
            outcome=CallOutcome.NO_ANSWER,
            next_call_on=life.today + timedelta(days=3),
        )
        life.wait(3)
    life.act(coordinator, services.log_call, outcome=CallOutcome.REACHED)


def information(life: Life) -> None:
    life.linger("information")
    session, mode = None, life.household.mode
    if mode == InformationMode.SESSION:
        meetings = InformationSession.objects.filter(
            organisation=life.cast.upstream.organisation_id
        ).ahead_of(life.today)
        session = meetings.order_by("held_on", "pk").first()
        if session is None:
            raise StillThere
        if session.held_on > life.now.date():
            life.act(life.cast.upstream, services.invite_to_session, session=session)
        life.wait_until(session.held_on)
    life.act(
        life.cast.upstream,
        services.record_attendance,
        mode=mode,
        session=session,
        was_present=True,
    )


def diagnosis(life: Life) -> None:
    life.linger("diagnosis")
    upstream = life.cast.upstream
    themes = dict.fromkeys(Theme, ThemeAnswer(ThemeState.NOTHING))
    themes[Theme.WORK] = ThemeAnswer(
        ThemeState.DONE, "Une expérience dans le métier visé.", (Need.RESUME,)
    )
    if life.has("has_a_brake"):
        themes[Theme.MOBILITY] = ThemeAnswer(
            ThemeState.IN_PROGRESS, "Le permis B reste à préparer.", (Need.LICENCE,)
        )
        life.act(
            upstream,
            services.add_brake,
            theme=Theme.MOBILITY,
            kind=BrakeKind.LICENCE,
            hinders=Hindered.WORK,
            since=life.today - timedelta(days=100),
        )
    written = life.act(
        upstream,
        services.edit_diagnosis,
        version=0,
        themes=themes,
        conclusion=Conclusion("Souhaite une petite ville et un emploi stable.", True),
    )
    life.wait(5)
    life.act(upstream, services.sign_diagnosis, version=written.version)


def preparation(life: Life) -> None:
    life.linger("preparation")
    upstream, places = (
        life.cast.upstream,
        (life.household.destination, life.household.second_choice),
    )
    by_slug = {territory.slug: territory for territory in Territory.objects.all()}
    wishes = dict.fromkeys(by_slug[place.territory] for place in places)
    life.act(
        upstream,
        services.edit_wishes,
        version=0,
        projects=projects(life),
        wishes=list(wishes),
        what_matters="Une école, un médecin et une gare à proximité.",
        reason="Le métier souhaité recrute peu dans ces territoires.",
    )
    life.act(
        upstream,
        services.add_action,
        axis=PlanAxis.WORK,
        label="Refaire le CV et préparer un entretien",
        owner=ActionOwner.UPSTREAM,
        due_on=life.today + timedelta(days=30),
    )
    incidents(life)
    life.wait(7)
    life.act(upstream, services.open_positioning)


def projects(life: Life) -> dict[int, tuple[Occupation, Occupation, str]]:
    """The second adult of a couple may have another trade, and a dream that is not it."""
    retained = life.occupation
    dreamt = Occupation.objects.get(
        code="J1501" if life.household.occupation != "J1501" else "K1304"
    )
    given = {}
    for rank, person in enumerate(life.adults()):
        differs = rank > 0 and life.has("has_two_projects")
        given[person.pk] = (
            (dreamt, retained, ProjectGap.STEP.value) if differs else (retained, retained, "")
        )
    return given


def incidents(life: Life) -> None:
    """Beside the stages: what is said, what is lost, who is expected."""
    prescriber = life.cast.prescriber
    if life.has("writes_a_note"):
        life.act(
            prescriber,
            services.log_exchange,
            text="La personne appelle pour dire qu’elle est toujours motivée.",
            level=NoteLevel.SHARED,
            channel=ExchangeChannel.PHONE,
            initiated_by=Initiator.HOUSEHOLD,
            was_reached=True,
        )
    if life.has("loses_shelter"):
        life.act(prescriber, services.lose_shelter, tonight=Tonight.THIRD_PARTY, phone="")
    if life.has("expects_a_child"):
        speak_for(life.cast.coordinator.database_context)
        household = life.parcours.household
        life.act(
            prescriber,
            services.expect_birth,
            household=household,
            due_on=life.today + timedelta(days=120),
        )

"""Files brought to a stage, each from the one before, by the services alone."""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from functools import wraps
from typing import Any, NamedTuple

from dateutil.relativedelta import relativedelta
from django.utils import timezone

from candidates import services
from candidates.enums import (
    MILESTONE_MONTHS,
    Answer,
    Certainty,
    InformationMode,
    Outcome,
    PlanAxis,
    Recommendation,
    StayOutcome,
    Theme,
    ThemeState,
)
from candidates.models import Conclusion, Parcours, ThemeAnswer
from candidates.selectors import moving_adults
from operators.actors import Actor
from operators.models import Organisation
from territories.models import Commune, Occupation, Territory
from tests.factories.acts import (
    act,
    commit_home,
    commit_job,
    edit_dates,
    edit_home,
    edit_job,
    everyone_agrees,
    plan_stay,
    propose,
    tick_everything,
    visit,
)
from tests.factories.households import orient


class Cast(NamedTuple):
    """Who brings a file along; nobody welcomes the household before the immersion."""

    prescriber: Actor
    coordinator: Actor
    upstream: Actor
    host: Any = None


def opened(prescriber: Actor, *others: Actor, **described: Any) -> Parcours:
    return orient(prescriber, **described)


def after(previous: Callable[..., Parcours]) -> Callable[..., Callable[..., Parcours]]:
    """Take the file that ``previous`` makes one stage further.

    What is made so is called with the cast, one by one, the day on which it all happens (``now``),
    and what ``orient`` accepts.
    """

    def decorate(
        advance: Callable[[Cast, Parcours, datetime], Parcours],
    ) -> Callable[..., Parcours]:
        @wraps(advance)
        def bring(*cast: Actor, now: datetime | None = None, **described: Any) -> Parcours:
            now = now or timezone.now()
            parcours = previous(*cast, now=now, **described)
            return advance(Cast(*cast), parcours, now)

        return bring

    return decorate


@after(opened)
def at_information(cast: Cast, parcours: Parcours, now: datetime) -> Parcours:
    """Given to an upstream operator, which has not met the household yet."""
    return act(
        services.declare_eligible,
        cast.coordinator,
        parcours,
        upstream=Organisation.objects.get(pk=cast.upstream.organisation_id),
        reason="Jointe par la structure qui oriente.",
        now=now,
    )


@after(at_information)
def at_diagnosis(cast: Cast, parcours: Parcours, now: datetime) -> Parcours:
    """The household was told about the programme; its diagnosis is still to be written."""
    return act(
        services.record_attendance,
        cast.upstream,
        parcours,
        mode=InformationMode.INDIVIDUAL,
        was_present=True,
        now=now,
    )


@after(at_diagnosis)
def at_preparation(cast: Cast, parcours: Parcours, now: datetime) -> Parcours:
    """The diagnosis is complete and signed, with a project for each adult who moves."""
    cook = Occupation.objects.get(code="G1602")
    adults = moving_adults(parcours, timezone.localdate(now))
    diagnosis = act(
        services.edit_diagnosis,
        cast.upstream,
        parcours,
        version=0,
        themes=dict.fromkeys(Theme, ThemeAnswer(ThemeState.NOTHING)),
        conclusion=Conclusion("Prête à partir, projet en cuisine.", saw_adult_papers=True),
        now=now,
    )
    act(
        services.edit_wishes,
        cast.upstream,
        parcours,
        version=0,
        projects={adult.pk: (cook, cook, "") for adult in adults},
        wishes=[],
        now=now,
    )
    return act(services.sign_diagnosis, cast.upstream, parcours, version=diagnosis.version, now=now)


@after(at_preparation)
def at_positioning(cast: Cast, parcours: Parcours, now: datetime) -> Parcours:
    """A plan, a project, and the Cantal as the wished territory: ready to be proposed."""
    act(
        services.edit_wishes,
        cast.upstream,
        parcours,
        version=1,
        projects={},
        wishes=[Territory.objects.get(slug="cantal")],
        now=now,
    )
    act(
        services.add_action,
        cast.upstream,
        parcours,
        axis=PlanAxis.WORK,
        label="Préparer le permis B",
        now=now,
    )
    return act(services.open_positioning, cast.upstream, parcours, now=now)


@after(at_positioning)
def at_immersion(cast: Cast, parcours: Parcours, now: datetime) -> Parcours:
    """Proposed to one host operator, for the Cantal, which has accepted."""
    placement = propose(cast.upstream, parcours, cast.host, now=now)
    return act(services.accept_placement, cast.host, parcours, placement=placement, now=now)


@after(at_immersion)
def at_reflection(cast: Cast, parcours: Parcours, now: datetime) -> Parcours:
    """A stay was held and told."""
    return act(
        services.report_stay,
        cast.host,
        parcours,
        stay=plan_stay(cast.host, parcours, timezone.localdate(now), now=now),
        outcome=StayOutcome.HELD,
        work="Deux entreprises visitées.",
        home="Un logement visité.",
        recommendation=Recommendation.GO_ON,
        now=now,
    )


@after(at_reflection)
def at_validation(cast: Cast, parcours: Parcours, now: datetime) -> Parcours:
    """Every adult who moves said yes after the stay."""
    return every_adult_says_yes(cast.upstream, parcours, now)


@after(at_validation)
def at_installation(cast: Cast, parcours: Parcours, now: datetime) -> Parcours:
    """Everyone agreed to a promised job and a promised home in Aurillac."""
    edit_job(cast.host, parcours, certainty=Certainty.PROMISED, now=now)
    edit_home(
        cast.host,
        parcours,
        certainty=Certainty.PROMISED,
        commune=Commune.objects.get(code="15014"),
        rent=Decimal(450),
        now=now,
    )
    edit_dates(cast.host, parcours, timezone.localdate(now), now=now)
    return everyone_agrees(cast.upstream, cast.host, parcours, now=now)


@after(at_installation)
def at_follow_up(cast: Cast, parcours: Parcours, now: datetime) -> Parcours:
    """The household moved in that very day, with a job and a home."""
    commit_job(cast.host, parcours, now=now)
    commit_home(cast.host, parcours, now=now)
    tick_everything(cast.host, parcours, now=now)
    return act(services.settle, cast.host, parcours, now=now)


def closed(*cast: Actor, now: datetime | None = None, **described: Any) -> Parcours:
    """Settled eight months ago unless ``now`` says when; visited three times, then closed."""
    now = now or timezone.now() - relativedelta(months=8)
    parcours = at_follow_up(*cast, now=now, **described)
    host = Cast(*cast).host
    for kind, months in MILESTONE_MONTHS.items():
        visit(host, parcours, kind, now=now + relativedelta(months=months))
    return act(
        services.close_parcours,
        host,
        parcours,
        outcome=Outcome.LASTING_JOB,
        now=now + relativedelta(months=7),
    )


def at_second_validation(upstream: Actor, host: Actor, parcours: Parcours) -> Parcours:
    """From the positioning: another host operator, for the Lozère, and no stay this time."""
    placement = propose(upstream, parcours, host, "lozere")
    act(services.accept_placement, host, parcours, placement=placement)
    act(services.waive_stay, host, parcours, reason="Le ménage y a déjà vécu.")
    return every_adult_says_yes(upstream, parcours, timezone.now())


def every_adult_says_yes(upstream: Actor, parcours: Parcours, now: datetime) -> Parcours:
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

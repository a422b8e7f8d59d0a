"""A run of *Arbitrage*: asked by the coordinator, computed by a worker, kept."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from importlib.metadata import version as version_of
from itertools import chain
from typing import Any

from celery.exceptions import SoftTimeLimitExceeded
from django.db import transaction

from candidates.models import Parcours
from emile.core.context import database_context, system
from emile.core.errors import DomainError
from emile.core.workers import call_worker
from matching.arbitration.decide import Fairness, decide, first_come_first_served, placed, points_of
from matching.arbitration.explain import fairness_prices
from matching.arbitration.foresight import Arrivals, Foresight
from matching.arbitration.problem import Problem
from matching.engine.instance import EngineError
from matching.enums import ArbitrationStatus
from matching.models import Arbitration, PublishedWeights
from matching.selectors.arrivals import Arrived, arrived_within_a_year
from matching.selectors.cases import with_case
from matching.selectors.pool import newcomer_like, read_board, seeker_of, seeking
from matching.verdict import RULES_VERSION
from operators.actors import Actor
from operators.enums import OrganisationKind


# The entrance that computes: above services, hence by its name.
CARRY_ON = "matching.jobs.carry_on_arbitration"
LEASE = timedelta(minutes=3)
# While it is being solved, nobody tells how far it is: longer than what stops a worker.
LONGEST = timedelta(minutes=12)
MOST_ATTEMPTS = 3
# Households between two words on how far it is.
STEP = 10
SOLVER = "highspy"
GAVE_UP = (
    "Le calcul a été interrompu plusieurs fois\u00a0: rien n’a été proposé à personne. Lancez-le de "
    "nouveau."
)
TOO_LONG = (
    "Le calcul a duré trop longtemps\u00a0: rien n’a été proposé à personne. Relancez-le sans plancher "
    "ni poids de l’attente."
)
Clock = Callable[[], datetime]


class NotTheCoordinator(DomainError):
    def __init__(self) -> None:
        super().__init__("L’arbitrage est tenu par la coordination.", code="permission")


class LeaseLost(Exception):
    """Somebody else is at it."""


@transaction.atomic
def ask_arbitration(
    *, actor: Actor, fairness: Fairness, on: date, now: datetime, keeps_places: bool = False
) -> Arbitration:
    """Have it computed; the one that is being computed already, if there is one."""
    if actor.kind != OrganisationKind.COORDINATOR:
        raise NotTheCoordinator
    version, _ = PublishedWeights.objects.in_force()
    asked = Arbitration(
        on=on,
        seniority=fairness.seniority,
        floor=fairness.floor,
        keeps_places=keeps_places,
        asked_by_id=actor.user_id,
        asked_at=now,
        rules_version=RULES_VERSION,
        weights_version=version,
    )
    asked.full_clean(validate_constraints=False)
    # Two people ask at once: the unique index lets one through, the other is shown its run.
    Arbitration.objects.bulk_create([asked], ignore_conflicts=True)
    run = Arbitration.objects.latest("pk")
    transaction.on_commit(partial(nudge, run.pk), robust=True)
    return run


def nudge(arbitration_id: int) -> None:
    call_worker(CARRY_ON, arbitration_id=arbitration_id)


def carry_on(*, arbitration_id: int, clock: Clock) -> None:
    """Compute it. Safe to run twice: the second finds it leased, or over."""
    with database_context(system("arbitrage")):
        run = _claim(arbitration_id, clock())
        if run is None:
            return
        try:
            problem, arrivals = _read(run, clock)
            _tell(run, clock(), lease=LONGEST)
            outcome = _solved(problem, run.fairness, arrivals)
        except LeaseLost:
            return
        except SoftTimeLimitExceeded:
            _end(run, clock(), status=ArbitrationStatus.STOPPED, message=TOO_LONG)
        except (EngineError, DomainError) as refusal:
            _end(run, clock(), status=ArbitrationStatus.STOPPED, message=str(refusal))
        else:
            _end(
                run,
                clock(),
                status=ArbitrationStatus.DONE,
                problem=problem.packed(),
                fingerprint=problem.fingerprint,
                outcome=outcome,
                weights_version=run.weights_version,
                solver=f"{SOLVER} {version_of(SOLVER)}",
            )


@transaction.atomic
def _claim(arbitration_id: int, now: datetime) -> Arbitration | None:
    rows = Arbitration.objects.left_aside(now).select_for_update(of=("self",), skip_locked=True)
    run = rows.filter(pk=arbitration_id).first()
    if run is None:
        return None
    run.attempts += 1
    if run.attempts > MOST_ATTEMPTS:
        _end(run, now, status=ArbitrationStatus.STOPPED, message=GAVE_UP)
        return None
    run.leased_until = now + LEASE
    run.save(update_fields=["attempts", "leased_until"])
    return run


def _read(run: Arbitration, clock: Clock) -> tuple[Problem, Arrivals | None]:
    """Who looks for a place, and, where the run keeps some, those of the past year."""
    everybody = Parcours.objects.all()
    with transaction.atomic():
        run.weights_version, weights = PublishedWeights.objects.in_force()
        board = read_board(run.on, weights)
        found = list(with_case(seeking(everybody), run.on).order_by("pk"))
        past = arrived_within_a_year(everybody, run.on) if run.keeps_places else Arrived(0, [])
    total = len(found) + len(past.files)
    _tell(run, clock(), looked_at=0, to_look_at=total, of_the_past=len(past.files))
    looked_at = chain(
        (seeker_of(parcours, board) for parcours in found),
        (newcomer_like(parcours, board) for parcours in past.files),
    )
    seekers = []
    for number, seeker in enumerate(looked_at, start=1):
        seekers.append(seeker)
        if number % STEP == 0 or number == total:
            _tell(run, clock(), looked_at=number)
    problem = Problem(tuple(seekers[: len(found)]), board.supply, board.alike)
    if not run.keeps_places:
        return problem, None
    arrivals = Arrivals(past.count, tuple(seekers[len(found) :]))
    return replace(problem, potentials=arrivals.potentials(problem.supply)), arrivals


def _solved(problem: Problem, fairness: Fairness, arrivals: Arrivals | None) -> dict[str, Any]:
    outcome, order = decide(problem, fairness=fairness), first_come_first_served(problem)
    foresight = Foresight.of(problem, outcome, arrivals, fairness) if arrivals else None
    return {
        **outcome.plain(),
        "foresight": foresight and foresight.plain(),
        "first_come": {
            "points": points_of(problem, order),
            "placed": placed(order),
        },
        "fairness": [one.plain() for one in fairness_prices(problem)],
    }


@transaction.atomic
def _tell(run: Arbitration, now: datetime, lease: timedelta = LEASE, **progress: int) -> None:
    """How far it is; raises LeaseLost."""
    mine = Arbitration.objects.filter(pk=run.pk, leased_until=run.leased_until)
    run.leased_until = now + lease
    if not mine.update(leased_until=run.leased_until, **progress):
        raise LeaseLost


@transaction.atomic
def _end(run: Arbitration, now: datetime, **found: Any) -> None:
    """Nothing when somebody else took it over."""
    rows = Arbitration.objects.filter(
        pk=run.pk, status=ArbitrationStatus.COMPUTING, leased_until=run.leased_until
    )
    rows.update(ended_at=now, leased_until=None, **found)

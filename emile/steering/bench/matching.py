"""How good allocations are, how long they take and what they hold in memory, each in its own process."""

import multiprocessing
import resource
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory
from typing import Any

from django.core.management.base import CommandError

from matching.engine.baselines import BASELINES, naive_milp
from matching.engine.certificate import broken_rules, evaluate_bound
from matching.engine.fairness import Fairness, study_fairness
from matching.engine.greedy import Allocation
from matching.engine.instance import EngineError, Instance, load, save
from matching.engine.metrics import envy, worst_group
from matching.engine.potentials import Weekly, study_weeks
from matching.engine.solve import solve
from matching.engine.synthetic import draw


PROOF_SECONDS = 300.0
# Beyond, a general solver or a proof takes hours.
LARGEST_PROOF = 2_000
# Above so many households, a wider gap is asked for.
GAPS = ((2_000, 3e-4), (20_000, 1e-3))
WIDEST_GAP = 1e-2
METHODS = (*BASELINES, "naive_milp", "ours", "ours_proof")
STUDIES = ("fairness", "weekly")


@dataclass(frozen=True, slots=True)
class Result:
    """``value`` and ``bound`` are in points; ``worst_group`` and ``envy`` are shares."""

    households: int
    seed: int
    method: str
    value: float
    bound: float | None
    placed: int
    worst_group: float
    envy: float
    seconds: float
    peak_mb: float


@dataclass(frozen=True, slots=True)
class Report:
    results: Sequence[Result]
    fairness: Sequence[Fairness]
    weekly: Sequence[Weekly]

    @property
    def document(self) -> dict[str, Any]:
        """A study that wasn't asked for is not there."""
        parts = {name: lines for name, lines in asdict(self).items() if lines}
        return {"results": [], **parts}


def measure_matching(
    households: int, *, seeds: int, methods: Sequence[str], tell: Callable[[str], object]
) -> Report:
    results: list[Result] = []
    fairness: list[Fairness] = []
    weekly: list[Weekly] = []
    with TemporaryDirectory(prefix="emile-bench-") as folder:
        for seed in range(seeds):
            file = Path(folder) / f"{seed}.npz"
            apart(write_instance, file, households, seed)
            found = []
            for method in methods:
                tell(f"{households} ménages, tirage {seed}, {method}…")
                if method in METHODS:
                    found.append(apart(run_method, file, households, seed, method))
            results += with_best_bound(found)
            file.unlink()
            if "fairness" in methods:
                fairness += apart(study_fairness, households, seed)
            if "weekly" in methods:
                weekly += apart(study_weeks, households, seed)
    return Report(results, fairness, weekly)


def default_methods(households: int) -> tuple[str, ...]:
    if households <= LARGEST_PROOF:
        return (*METHODS, *STUDIES)
    return tuple(name for name in METHODS if name not in {"naive_milp", "ours_proof"})


def with_best_bound(results: Sequence[Result]) -> Iterator[Result]:
    """Methods that prove nothing are compared with the lowest bound of those that do."""
    bounds = [result.bound for result in results if result.bound is not None]
    best = min(bounds, default=None)
    for result in results:
        yield result if result.bound is not None else replace(result, bound=best)


def apart(work: Callable[..., Any], *arguments: Any) -> Any:
    """In a process of its own, so that its memory is known and nothing is warm."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=answer, args=(there, work, arguments))
    with deaf_to_ctrl_c():
        process.start()
    there.close()
    try:
        found = here.recv()
    except EOFError:
        raise CommandError("La mesure s’est arrêtée sans résultat.") from None
    finally:
        process.kill()
        process.join()
    if isinstance(found, EngineError):
        raise CommandError(str(found))
    return found


@contextmanager
def deaf_to_ctrl_c() -> Iterator[None]:
    """A process started meanwhile stays so: the one that started it is told, and ends it."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def answer(pipe: Connection, work: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    try:
        pipe.send(work(*arguments))
    except EngineError as error:
        pipe.send(error)
    pipe.close()


def write_instance(file: Path, households: int, seed: int) -> None:
    save(draw(households, seed), file)


def run_method(file: Path, households: int, seed: int, method: str) -> Result:
    instance = load(file)
    since = time.perf_counter()
    allocation, find_bound = allocate(instance, households, seed, method)
    seconds = time.perf_counter() - since
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    bound = find_bound()
    broken = broken_rules(instance, allocation.chosen, allocation.second)
    if broken:
        raise AssertionError(broken)
    return Result(
        households=households,
        seed=seed,
        method=method,
        value=allocation.gain / instance.scale,
        bound=None if bound is None else bound / instance.scale,
        placed=allocation.placed,
        worst_group=round(worst_group(instance, allocation.chosen), 4),
        envy=round(envy(instance, allocation.chosen, allocation.second), 4),
        seconds=round(seconds, 3),
        peak_mb=round(peak, 1),
    )


def allocate(
    instance: Instance, households: int, seed: int, method: str
) -> tuple[Allocation, Callable[[], float | None]]:
    """The bound of ours is that of its prices, found again by the function that knows no solver: a
    check that anyone may make afterwards, and no part of the method."""
    if method in BASELINES:
        return BASELINES[method](instance, seed), lambda: None
    if method == "naive_milp":
        allocation, bound = naive_milp(instance)
        return allocation, lambda: bound
    if method == "ours_proof":
        solution = solve(instance, gap=0, proof_seconds=PROOF_SECONDS)
        proved = solution.bound * instance.scale
        return Allocation.of(instance, solution.chosen, solution.second), lambda: proved
    gap = next((gap for size, gap in GAPS if households <= size), WIDEST_GAP)
    solution = solve(instance, gap=gap)
    check = partial(evaluate_bound, instance, solution.prices)
    return Allocation.of(instance, solution.chosen, solution.second), check


def as_table(report: Report) -> str:
    head = f"{'méthode':<22}{'ménages':>8}{'valeur':>9}{'placés':>8}{'groupe':>8}{'envie':>7}"
    lines = [f"{head}{'secondes':>10}{'Mo':>7}"]
    for method in dict.fromkeys(result.method for result in report.results):
        found = [result for result in report.results if result.method == method]
        share = mean(result.value / result.bound if result.bound else 0 for result in found)
        placed = mean(result.placed / result.households for result in found)
        lines.append(
            f"{method:<22}{found[0].households:>8}{share:>9.3%}{placed:>8.1%}"
            f"{mean(result.worst_group for result in found):>8.1%}"
            f"{mean(result.envy for result in found):>7.1%}"
            f"{mean(result.seconds for result in found):>10.2f}"
            f"{max(result.peak_mb for result in found):>7.0f}"
        )
    lines += [
        f"Équité, {fair.setting}\u00a0: groupe le moins servi {fair.worst_mean_change:+.1%}, "
        f"coût {fair.cost:.2%}, envie {fair.envy:.1%}"
        for fair in report.fairness
    ]
    lines += [
        f"Chaque semaine, {week.policy}\u00a0: {week.share_of_hindsight:.1%} du possible"
        for week in report.weekly
    ]
    return "\n".join(lines)

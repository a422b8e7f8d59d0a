"""Linear and mixed-integer programmes by HiGHS: whole arrays at once, one thread, one seed."""

from dataclasses import dataclass

import highspy
import numpy as np

from matching.engine.instance import EngineError, Floats, Indices, Ints


# Seconds between two moments when a signal is heard, and for the solver to stop once it is.
LISTENING, LAST_WORDS = 0.1, 5


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns in 0..upper with what each adds to the objective and to the rows it touches."""

    gain: Floats
    start: Ints
    index: Indices
    amount: Floats
    upper: float = 1.0


@dataclass(frozen=True, slots=True)
class Outcome:
    values: Floats
    duals: Floats
    objective: float
    bound: float
    is_feasible: bool


class Programme:
    """Maximise what columns gain, within the bounds of the rows."""

    def __init__(self, *, lower: Floats, upper: Floats, seed: int) -> None:
        self.highs = highspy.Highs()  # type: ignore[no-untyped-call]
        self.highs.HandleUserInterrupt = True
        self._set(output_flag=False, threads=1, random_seed=seed)
        self.is_whole = False
        none = np.empty(0, dtype=np.int32)
        self.highs.addRows(len(upper), lower, upper, 0, none, none, np.empty(0))
        self.highs.changeObjectiveSense(highspy.ObjSense.kMaximize)

    def add(self, columns: Columns) -> None:
        count = len(columns.gain)
        self.highs.addCols(
            count,
            columns.gain,
            np.zeros(count),
            np.full(count, columns.upper),
            len(columns.index),
            columns.start[:-1].astype(np.int32),
            columns.index,
            columns.amount,
        )

    def relaxed(self) -> Outcome:
        return self._solve()

    def integer(
        self,
        *,
        gap: float,
        seconds: float | None = None,
        start: Floats | None = None,
        is_nearly_whole: bool = False,
    ) -> Outcome:
        """``start`` is an allocation to improve on; ``seconds`` may stop a proof, never a test.

        Where fractions are rare, the first relaxation and its cuts say all: looking for symmetries, for
        other allocations or for a smaller programme takes longer than the proof.
        """
        count = self.highs.getNumCol()
        every = np.arange(count, dtype=np.int32)
        whole = np.full(count, int(highspy.HighsVarType.kInteger), dtype=np.uint8)
        self.highs.changeColsIntegrality(count, every, whole)
        self.is_whole = True
        self._set(mip_rel_gap=gap, mip_abs_gap=1e-6)
        if seconds is not None:
            self._set(time_limit=seconds)
        if is_nearly_whole:
            self._set(presolve="off", mip_heuristic_effort=0.0, mip_detect_symmetry=False)
        if start is not None:
            self.highs.setSolution(count, every, start)
        return self._solve()

    def _set(self, **options: bool | int | float | str) -> None:
        for name, value in options.items():
            self.highs.setOptionValue(name, value)

    def _solve(self) -> Outcome:
        self._run()
        status = self.highs.getModelStatus()
        refused = {
            highspy.HighsModelStatus.kInfeasible,
            highspy.HighsModelStatus.kUnboundedOrInfeasible,
        }
        allowed = {highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kTimeLimit}
        if status not in refused | allowed:
            name = self.highs.modelStatusToString(status)
            raise EngineError(f"Le calcul s’est arrêté sans résultat ({name}).")
        info, solution = self.highs.getInfo(), self.highs.getSolution()
        return Outcome(
            values=np.array(solution.col_value),
            duals=np.array(solution.row_dual),
            objective=info.objective_function_value,
            bound=info.mip_dual_bound if self.is_whole else info.objective_function_value,
            is_feasible=status not in refused and bool(info.primal_solution_status),
        )

    def _run(self) -> None:
        """In a thread apart: Python hears no signal while compiled code runs in its own."""
        thread = self.highs.startSolve()
        try:
            while not self.highs.wait(LISTENING)[0]:
                pass
        except KeyboardInterrupt:
            self.highs.cancelSolve()  # type: ignore[no-untyped-call]
            thread.join(timeout=LAST_WORDS)
            raise

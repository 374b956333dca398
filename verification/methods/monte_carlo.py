"""Simulation from the definition, judged with all other simulations of the run.

A check returns estimates; `predicts` gives, from the statement, what each should be. The job stores both, for the
statement and for every variant; thresholds are applied where all estimates are known, so that one family-wise
false-alarm rate holds for the whole ledger and no simulation is repeated when another is added.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from statistics import NormalDist

import numpy as np

from verification.called import traced
from verification.check import Check, Record, declare, record_of
from verification.items import note_items
from verification.verdict import Verdict

METHOD = "monte_carlo"
SETTINGS = ("seed", "samples")
BLOCK = 100_000  # rows drawn at a time: bounds the memory, not the result
POWER = 0.9  # the chance with which the stated smallest error would have been seen


@dataclass(frozen=True)
class Estimate:
    """A sample mean, its standard error and the number of samples."""

    mean: float
    error: float
    samples: int


@dataclass(frozen=True)
class Stored:
    """An estimate as a record keeps it: beside what the statement and each wrong variant predict."""

    name: str
    mean: float
    error: float
    samples: int
    prediction: float
    wrong: dict[str, float]
    pooled: bool


def check(claim, part, predicts, wrong, scope="instances", pooled=True, auxiliary=None, shares=()):
    """Make a function that returns name -> Estimate a Monte Carlo check of what `predicts` returns.

    predicts: the statement, name -> value for the names that are simulated and no others; wrong variants override its
    keyword defaults.
    shares: functions that simulation and prediction may both call, since they say what is simulated and not what comes
    of it: samples, directions, the weights of a network. Nothing else of this house may be called by both.
    pooled: whether its first estimate joins the goodness-of-fit test of all z-scores (not for asymptotics).
    """
    return declare(
        METHOD, claim, part, wrong, scope, statement=predicts, pooled=pooled, auxiliary=auxiliary, shares=shares
    )


def run(check: Check, provided: Mapping[str, object]) -> Record:
    """Simulate once; store the estimates beside the predictions of the statement and of every variant.

    Raises ValueError where something is predicted and not simulated, or simulated and not predicted.
    """
    record = record_of(check)
    estimates, predictions, common = _apart(check, provided)
    if common:
        record.numbers["no verdict"] = f"simulation and prediction both call {', '.join(sorted(common))}"
        record.wrong_variants = dict.fromkeys(check.wrong, False)
        return record
    if set(estimates) != set(predictions):
        raise ValueError(f"{check.id} simulates {sorted(estimates)} and predicts {sorted(predictions)}")
    variants = {name: check.call_statement(provided, formula) for name, formula in check.wrong.items()}
    for index, (name, estimate) in enumerate(estimates.items()):
        stored = Stored(
            name,
            mean=float(estimate.mean),
            error=float(estimate.error),
            samples=int(estimate.samples),
            prediction=float(predictions[name]),
            wrong={variant: float(values[name]) for variant, values in variants.items()},
            pooled=bool(check.options["pooled"]) and index == 0,
        )
        record.estimates.append(asdict(stored))
    note_items(record, check, list(estimates))
    record.cost = max((estimate.samples for estimate in estimates.values()), default=0)
    return record


def _apart(check: Check, provided: Mapping[str, object]) -> tuple[Mapping[str, Estimate], Mapping, set[str]]:
    """The estimates, the predictions, and the functions that both of them call beside those that may be shared."""
    shares: Sequence[Callable] = check.options["shares"]  # type: ignore[assignment]
    estimates, simulating = traced(lambda: check.call(provided), shares)
    predictions, predicting = traced(lambda: check.call_statement(provided), shares)
    return estimates, predictions, simulating & predicting


def blocks(samples: int) -> Iterator[int]:
    """Sizes of the blocks in which `samples` rows are drawn."""
    for start in range(0, samples, BLOCK):
        yield min(BLOCK, samples - start)


def mean_of(draw: Callable[[int], np.ndarray], samples: int) -> Estimate:
    """Estimate the mean of `draw(count)`, shape (count,), over independent blocks."""
    return means_of(lambda count: {"": draw(count)}, samples)[""]


def means_of(draw: Callable[[int], Mapping[str, np.ndarray]], samples: int) -> dict[str, Estimate]:
    """Estimate the mean of every array of shape (count,) that `draw(count)` returns, from the same samples.

    At least two are drawn, since one has no standard error.
    """
    samples = max(samples, 2)
    sums: dict[str, tuple[float, float, float]] = {}
    for count in blocks(samples):
        for name, values in draw(count).items():
            total, squares, about = sums.get(name, (0.0, 0.0, float(values[0])))
            shifted = values - about  # one of the samples: the variance does not cancel, nor comes out negative
            sums[name] = (total + float(shifted.sum()), squares + float(shifted @ shifted), about)
    return {name: _estimate(*total, samples) for name, total in sums.items()}


def _estimate(total: float, squares: float, about: float, samples: int) -> Estimate:
    mean = total / samples
    variance = (squares / samples - mean**2) * samples / (samples - 1)
    return Estimate(about + mean, float(np.sqrt(variance / samples)), samples)


def threshold(rate: float, tests: int) -> float:
    """The |z| beyond which an estimate is refused, at a family-wise false-alarm rate over `tests` tests."""
    return -NormalDist().inv_cdf(rate / (2 * max(tests, 1)))


def z_score(estimate: Mapping, prediction: float) -> float:
    """(mean - prediction) / standard error; infinite for an exact estimate that misses, NaN without a finite error."""
    difference = estimate["mean"] - prediction
    if not np.isfinite(estimate["error"]):
        return np.nan
    if estimate["error"] != 0:
        return difference / estimate["error"]
    return 0.0 if difference == 0 else abs(difference) * np.inf


def judge(record: Record, limit: float) -> None:
    """Set the verdict, margin, variants and detectable error of a stored simulation.

    One without estimates, or with one that is not a number, stays undecided and refutes no variant.
    """
    scored = [(e, z_score(e, e["prediction"])) for e in record.estimates]
    largest = float(np.max([abs(z) for _, z in scored])) if scored else np.nan
    record.verdict = (
        Verdict.UNDECIDED if np.isnan(largest) else Verdict.CONSISTENT if largest <= limit else Verdict.REFUTED
    )
    record.margin = float(limit - largest) if np.isfinite(largest) else None
    for e, z in scored:
        record.numbers[e["name"] or "mean"] = (
            f"{e['mean']:.8g} ± {e['error']:.2g}, predicted {e['prediction']:.8g}: z = {z:+.2f}; "
            f"smallest error seen with power {POWER}: {detectable(e, limit):.2g} relative"
        )
    variants = {name for e in record.estimates for name in e["wrong"]}
    for name in sorted(variants):
        sizes = {e["name"]: abs(z_score(e, e["wrong"][name])) for e in record.estimates}
        record.wrong_variants[name] = bool(np.max(list(sizes.values())) > limit)
        if record.wrong_variants[name]:
            record.moved = {item: name for item, size in sizes.items() if size > limit} | record.moved


def detectable(estimate: Mapping, limit: float) -> float:
    """The relative error of a prediction that would have been refused with probability `POWER`."""
    size = max(abs(estimate["prediction"]), 1e-300)
    return (limit + NormalDist().inv_cdf(POWER)) * estimate["error"] / size


def goodness_of_fit(scores: list[float]) -> float:
    """Two-sided p-value of the sum of squares of independent z-scores: too good is as suspect as too bad."""
    if not scores:
        return 1.0
    from flint import arb  # simulations do not judge, and are spared what loading it takes

    from verification.balls import precision

    with np.errstate(over="ignore"):  # a score beyond all reason: the sum is infinite, and so it should be
        statistic = float(np.sum(np.square(scores)))
    if statistic == np.inf:
        return 0.0
    with precision():
        freedom, reached = arb(len(scores)) / 2, arb(statistic) / 2
        tails = reached.gamma_lower(freedom, regularized=1), reached.gamma_upper(freedom, regularized=1)
        return 2 * min(float(tail.mid()) for tail in tails)

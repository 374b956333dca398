"""The degree-one experiment (Feizi et al., arXiv:1710.02196, Section 8, Figure 10): a mode and a ratio a job."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from pnn import store
from pnn.replay import FIRST_RATE, FIRST_RUNS
from pnn.training.problem import Ends, Problem, ShuffledBatches, Streams
from verification.experiments.job import Job
from verification.papers.pnn2017.experiments.degree_one.settings import Settings
from verification.papers.pnn2017.experiments.degree_one.sign_regions import RegionEnd, examine
from verification.papers.pnn2017.experiments.degree_one.trials import Trials, make
from verification.papers.pnn2017.training.job import Training, numbered

BLOCK = 250  # trials in memory at once: some 200 MB at full scale
CURVES = 2  # example curves of Figure 10a

ARRAYS = {
    "bad": ("", "the final loss exceeds the threshold; false, and no verdict, where diverged"),
    "final_loss": ("mean square of y", "loss over all samples at the end"),
    "stop_epoch": ("epochs", "epochs run until the early stop, or all of them"),
    "same_sign_inputs": ("inputs", "inputs whose weights all have one strict sign at the end"),
    "region_optimum": ("mean square of y", "least loss in the closed sign region of the end"),
    "region_has_global": ("", "by its signs alone, the sign region of the end holds a global minimum"),
    "limit_loss": ("mean square of y", "loss at the local minimum that descent from the end leads to"),
    "end_is_local_minimum": ("", "descent from the end keeps every sign, to a local minimum: region_optimum"),
    "clearance": ("weight", "lower bound of every |weight| on the rest of the descent; positive is a proof"),
    "smallest_weight": ("weight", "least |weight| at the end"),
    "misjudged": ("", "called bad though descent leads to a global minimum, or good though not"),
    "diverged": ("", "a loss was not finite: the trial has no verdict"),
}  # fmt: skip
COPIED = ("same_sign_inputs", "region_optimum", "limit_loss", "clearance", "smallest_weight")
NO_END = RegionEnd(np.nan, np.nan, False, 0, np.nan, np.nan, False, np.nan)


def run(job: Job[Settings]) -> store.Group:
    """Train and judge the trials of a job: arrays over `trial`, and `curves` where Figure 10a has some."""
    training, settings = Training(job), job.settings
    columns, groups = [], {}
    for done in range(0, settings.trials, BLOCK):
        first, count = settings.first + done, min(BLOCK, settings.trials - done)
        trials = make(settings, first, count)
        runs = FIRST_RUNS.get(settings.ratio, 0) if settings.mode == "replay" and first == 0 else 0
        if runs:
            trials, early = _run_first(training, trials, min(runs, count))
            groups["curves"] = _curves(early, trials)
        share = done / settings.trials, (done + count) / settings.trials
        ends = training.train(f"trials-from-{first}", trials.problem, trials.batches, share)
        columns.append(_judge(settings, trials, ends))
    arrays = {name: np.concatenate([column[name] for column in columns]) for name in ARRAYS}
    return store.Group(
        axes={"trial": numbered("trial", settings.trials, settings.first)},
        arrays={name: store.Array(arrays[name], ("trial",), *about) for name, about in ARRAYS.items()},
        attributes=training.attributes(),
        groups=groups,
    )


def _run_first(training: Training[Settings], trials: Trials, count: int) -> tuple[Trials, Ends]:
    """The early runs at a lower rate, and the trials with their streams as those runs leave them."""
    batches = trials.batches
    assert isinstance(batches, ShuffledBatches)
    streams = batches.streams
    few = ShuffledBatches(
        batches.projections[:count],
        batches.outputs[:count],
        batches.size,
        Streams(streams.keys[:count], streams.positions[:count]),
    )
    problem = Problem(trials.problem.start[:count], trials.problem.line_of)
    early = training.train("early-runs", problem, few, (0, 0), training.settings.schedule(FIRST_RATE))
    assert early.streams is not None
    keys = np.concatenate([early.streams.keys, streams.keys[count:]])
    positions = np.concatenate([early.streams.positions, streams.positions[count:]])
    return replace(trials, batches=replace(batches, streams=Streams(keys, positions))), early


def _curves(early: Ends, trials: Trials) -> store.Group:
    """Training loss of each epoch of the example runs, over the mean square of y."""
    count, epochs = min(CURVES, len(early.losses)), early.losses.shape[1]
    loss = early.losses[:count] / _power(trials)[:count, None]
    note = f"mean batch loss of the epoch, at learning rate {FIRST_RATE:g}; NaN after the early stop"
    return store.Group(
        axes={
            "curve": store.Array(np.arange(count), ("curve",), "", "number of the trial"),
            "epoch": store.Array(np.arange(1, epochs + 1), ("epoch",), "epochs", "epoch"),
        },
        arrays={"loss": store.Array(loss, ("curve", "epoch"), "mean square of y", note)},
    )


def _power(trials: Trials) -> np.ndarray:
    """Mean square of the outputs of each trial, shape (trials,)."""
    return np.einsum("ti,tij,tj->t", trials.target, trials.gram, trials.target)


def _judge(settings: Settings, trials: Trials, ends: Ends) -> dict[str, np.ndarray]:
    """One array over the block's trials for each name in ARRAYS."""
    line_of, rows = trials.problem.line_of, []
    for weights, gram, target, diverged in zip(ends.weights, trials.gram, trials.target, ends.diverged, strict=True):
        end = NO_END if diverged else examine(weights.astype(np.float64), line_of, gram, target)
        bad = bool(end.loss > settings.bad_threshold)
        row = {name: getattr(end, name) for name in COPIED} | {"bad": bad, "final_loss": end.loss}
        row["misjudged"] = not np.isnan(end.limit_loss) and bad != (end.limit_loss > 0)
        rows.append(row | {"region_has_global": end.has_global, "end_is_local_minimum": end.is_local_minimum})
    columns = {name: np.array([row[name] for row in rows]) for name in rows[0]}
    return columns | {"stop_epoch": ends.stop_epoch, "diverged": ends.diverged}

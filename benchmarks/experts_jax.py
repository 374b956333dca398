"""Ours against what an expert would write in JAX: fixed batches, replays, random networks.

Both train for as many epochs, none stopped early, and the ratio is of the whole training. JAX has its data in the order
that is best for it beforehand, goes by blocks of as many trials as are fastest here and, where batches are shuffled, is
given the permutations, which our programs draw.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from importlib.util import find_spec
from itertools import islice
from types import ModuleType

import numpy as np

from benchmarks import degree_one, random_pnn
from benchmarks.harness import Case, Row, agree, row, seconds, turns
from pnn import replay
from pnn.training.train import train
from verification.papers.pnn2017.experiments.degree_one import trials as degree_one_trials

TRIALS, REPLAYED = 96, 16
BLOCKS = {"fixed": (8, 16, 32, 48, 96), "replay": (1, 2, 4, 8, 16)}  # trials at once, the fastest of which counts
EPOCHS = {"fixed": 50, "replay": 5, "random": 20}
COMPARED = 2  # epochs of random networks after which weights are compared
ROUNDS = 7
TARGETS = {"fixed": 2.0, "replay": 4.0, "random": 3.0}
CLOSE = {"fixed": 1e-9, "replay": 1e-4, "random": 1e-4}  # of weights, in float64 and in float32
WANTS = "" if find_spec("jax") else "JAX, which `make experts-library` installs"


def programs() -> ModuleType:
    """JAX's programs; loading them loads JAX."""
    from benchmarks.references import jax_programs

    return jax_programs


def timed(
    kind: str, name: str, ours: Callable[[], np.ndarray], theirs: list[Callable[[], np.ndarray]], what: str
) -> Row:
    """The row of ours against the fastest of theirs."""
    fastest = min(theirs, key=partial(seconds, least=0.2))
    theirs_seconds, ours_seconds = turns(fastest, ours, ROUNDS, least=0.2)
    return row(name, theirs_seconds / ours_seconds, TARGETS[kind], what)


def compare(
    kind: str, name: str, ours: Callable[[], np.ndarray], theirs: list[Callable[[], np.ndarray]], what: str
) -> Row:
    """The row of ours against the fastest of theirs, all of which end at our weights."""
    ended = ours()
    for program in theirs:
        agree(name, program(), ended, CLOSE[kind])
    return timed(kind, name, ours, theirs, what)


def degree_one_trained(kind: str, ratio: int) -> tuple[degree_one_trials.Trials, Callable[[], np.ndarray], np.ndarray]:
    """The first trials, what trains them by our engine, and the rates of the epochs."""
    mode, count = ("fixed", TRIALS) if kind == "fixed" else ("replay", REPLAYED)
    used = replace(degree_one.settings(mode, ratio, EPOCHS[kind]), stop_loss=0.0)
    trials, schedule = degree_one_trials.make(used, 0, count), used.schedule()
    ours = lambda: train(trials.problem, schedule, trials.batches, engine="compiled", device="cpu").weights  # noqa: E731
    return trials, ours, schedule.rates()


def in_last_axis(start: np.ndarray) -> np.ndarray:
    """Weights (trials, neurons) as (lines, neurons a line, trials)."""
    return np.ascontiguousarray(start.reshape(len(start), degree_one.INPUTS, -1).transpose(1, 2, 0))


def in_rows(run: Callable[[], np.ndarray]) -> np.ndarray:
    """The weights (trials, neurons) that a program ends at."""
    ended = run()
    return ended.reshape(-1, ended.shape[-1]).T


def fixed(ratio: int) -> Iterator[Row]:
    """Fixed batches as Gram matrices, float64."""
    trials, ours, rates = degree_one_trained("fixed", ratio)
    jax, theirs = programs(), []
    for size in BLOCKS["fixed"]:
        parts = [slice(first, first + size) for first in range(0, TRIALS, size)]
        blocks = [
            (
                in_last_axis(trials.problem.start[part]),
                np.ascontiguousarray(trials.batches.grams[part].transpose(1, 2, 3, 0)),
                np.ascontiguousarray(trials.batches.target[part].T),
                rates,
            )
            for part in parts
        ]
        theirs.append(partial(in_rows, jax.in_blocks(partial(jax.fixed, momentum=0.9), blocks)))
    what = f"fixed batches, k/d = {ratio}, {TRIALS} trials, against JAX in float64"
    yield compare("fixed", f"expert_fixed_k{ratio}", ours, theirs, what)


def replayed(ratio: int) -> Iterator[Row]:
    """The authors' streams, float32."""
    trials, ours, rates = degree_one_trained("replay", ratio)
    draws = [replay.degree_one(ratio, trial, degree_one.INPUTS, degree_one.SAMPLES) for trial in range(REPLAYED)]
    orders = np.array([list(islice(degree_one.shuffles(draw), EPOCHS["replay"])) for draw in draws], np.int32)
    table = np.concatenate([trials.batches.projections, trials.batches.outputs[:, :, None]], axis=2)
    jax, theirs = programs(), []
    for size in BLOCKS["replay"]:
        parts = [slice(first, first + size) for first in range(0, REPLAYED, size)]
        blocks = [
            (
                in_last_axis(trials.problem.start[part]),
                table[part],
                orders[part].swapaxes(0, 1),
                rates.astype(np.float32),
            )
            for part in parts
        ]
        program = partial(jax.shuffled, size=degree_one.BATCH, momentum=0.9)
        theirs.append(partial(in_rows, jax.in_blocks(program, blocks)))
    what = f"the authors' streams, k/d = {ratio}, {REPLAYED} trials, against JAX in float32, given the permutations"
    yield compare("replay", f"expert_replay_k{ratio}", ours, theirs, what)


def random(neurons: int) -> Iterator[Row]:
    """Ten restarts on shared shuffles, float32; roundings grow, so that weights are compared after few epochs."""
    restarts, name, jax = random_pnn.Restarts(neurons), f"expert_random_k{neurons}", programs()
    start = np.ascontiguousarray(restarts.problem.start.reshape(random_pnn.RESTARTS, -1, 2).transpose(1, 2, 0))

    def theirs(epochs: int) -> Callable[[], np.ndarray]:
        orders = np.array(list(random_pnn.shuffles(restarts.simulation, epochs)), np.int32)
        rates = restarts.schedule(epochs).rates().astype(np.float32)
        block = start, restarts.projections, restarts.outputs, orders, rates
        return partial(in_rows, jax.in_blocks(partial(jax.shared, size=random_pnn.BATCH), [block]))

    agree(name, theirs(COMPARED)(), restarts.engine(COMPARED).weights, CLOSE["random"])
    what = f"ten restarts on shared shuffles, k = {neurons}, against JAX in float32, given the permutations"
    epochs = EPOCHS["random"]
    yield timed("random", name, lambda: restarts.engine(epochs).weights, [theirs(epochs)], what)


def cases() -> Iterator[Case]:
    """Fixed batches, replays, random networks."""
    sizes = {fixed: degree_one.RATIOS, replayed: degree_one.RATIOS, random: random_pnn.SIZES}
    for kind, measure in (("fixed", fixed), ("replay", replayed), ("random", random)):
        for size in sizes[measure]:
            yield Case((f"expert_{kind}_k{size}",), partial(measure, size), WANTS)

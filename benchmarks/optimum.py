"""The exact optimum of a network's risk against the descent that looks for it: ten restarts, batched."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import numpy as np

from benchmarks.harness import Case, Disagreement, Row, row, turns
from benchmarks.random_pnn import Restarts
from pnn.optimum import population_optimum
from pnn.training.problem import features, masses

NEURONS, EPOCHS, SIMULATIONS, ROUNDS = 100, 100, 5, 9
SLACK = 1e-4  # in mean squares of the target on the test sample


def test_errors(restarts: Restarts, found: np.ndarray) -> np.ndarray:
    """Errors of networks with masses (networks, 2 lines) on the test sample, over the target's mean square there."""
    simulation = restarts.simulation
    wanted, table = simulation.outputs(simulation.test), features(simulation.test @ simulation.lines.T)
    return np.square(table @ found.T - wanted[:, None]).mean(axis=0) / np.square(wanted).mean()


def compare() -> Iterator[Row]:
    """On several simulations the optimum is as good on a test sample as the best restart; then the times."""
    ratios = []
    for number in range(SIMULATIONS):
        restarts = Restarts(NEURONS, number)
        lines, target = restarts.simulation.lines, restarts.simulation.target
        optimum = population_optimum(lines, target)
        exact = test_errors(restarts, np.concatenate([optimum.positive, optimum.negative])[None])[0]
        trained = masses(restarts.engine(EPOCHS).weights.astype(np.float64), restarts.line_of)
        best = test_errors(restarts, trained).min()
        if exact > best + SLACK:
            raise Disagreement(f"optimum: test error {exact:.5f}, of the best restart {best:.5f}")
        descent, direct = turns(partial(restarts.engine, EPOCHS), partial(population_optimum, lines, target), ROUNDS)
        ratios.append(descent / direct)
    what = f"exact population optimum against {EPOCHS} epochs of ten restarts by the engine above, k = {NEURONS}"
    yield row("optimum", np.concatenate(ratios), 100.0, what)


def cases() -> Iterator[Case]:
    """One case."""
    yield Case(("optimum",), compare)

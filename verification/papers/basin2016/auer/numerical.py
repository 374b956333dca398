"""Float64: the least loss of a cell by non-negative least squares against the rule for samples on the axes."""

import numpy as np
from scipy.optimize import nnls

from verification.methods import numerical
from verification.methods.numerical import Same
from verification.papers.basin2016.auer.units import TARGETS, least_loss

SIZES = ((1, 1), (2, 2), (3, 2), (5, 3))  # neurons, inputs


def cell_loss(weights, outputs, targets):
    """The least loss in the closed cell: its sizes |v_i w_ij| are any non-negative numbers (least squares)."""
    neurons, inputs = weights.shape
    columns = np.zeros((2 * inputs, neurons * inputs))
    for i in range(neurons):
        for j in range(inputs):
            columns[j if weights[i, j] > 0 else inputs + j, i * inputs + j] = np.sign(outputs[i])
    _, length = nnls(columns, np.repeat(targets, inputs).astype(float))
    return length**2 / (2 * inputs)


@numerical.check(
    "ours.auer",
    "networks",
    wrong={"the targets exchanged": {"targets": TARGETS[::-1]}, "the opposite outputs": {"sign": -1}},
)
def cells_by_least_squares(rng, instances, targets=TARGETS, sign=1):
    """Random cells of four sizes: all sizes of weights that the signs allow, fitted to the targets."""
    for case in range(max(20, instances)):
        neurons, inputs = SIZES[case % len(SIZES)]
        weights, outputs = rng.standard_normal((neurons, inputs)), rng.standard_normal(neurons)
        found, least = cell_loss(weights, sign * outputs, targets), least_loss(weights, outputs)
        yield Same(f"least loss, {case}: {neurons} neurons, {inputs} inputs", 1 + found, 1 + least, 1e-9)

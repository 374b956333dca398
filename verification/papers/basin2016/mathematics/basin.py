"""The least loss over the basin of a start: a convex program, solved by a cone solver and certified from the data."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike

from verification.papers.basin2016.mathematics import conic
from verification.papers.basin2016.mathematics.cells import Cell, cell_of
from verification.papers.basin2016.mathematics.certificate import Certificate, bounds, certify
from verification.papers.basin2016.mathematics.losses import LOSSES


class WideGap(ArithmeticError):
    """No certificate pins the value down: the gap between the two bounds stayed above the tolerance."""


@dataclass(frozen=True)
class Basin:
    """The least loss over a closed cell.

    value: the loss of the certificate's network, an upper bound. gap: how much lower the least loss can be at most,
    over the whole cell.
    """

    value: float
    gap: float
    certificate: Certificate


def basin_value(
    samples: ArrayLike,
    targets: ArrayLike,
    weights: ArrayLike,
    output_weights: ArrayLike,
    loss: str = "squared",
    tolerance: float = 1e-6,
) -> Basin:
    """Bas of the cell of a start: the infimum of the loss over all parameters with the start's signs (Definition 1).

    samples (samples, inputs), targets (samples,), +-1 for the logistic loss; weights (neurons, inputs) and
    output_weights (neurons,) of the network sum_i v_i max(<w_i, x>, 0). loss: "squared", the mean of (p - y)^2, or
    "logistic", the mean of log(1 + exp(-y p)), whose infimum need not be attained. No neuron: the loss of zero.

    Raises WideGap where the gap exceeds `tolerance` times the mean square of the targets (logistic: `tolerance`), and
    ValueError for an unknown loss, targets that do not suit it, and where `cell_of` does.
    """
    if loss not in LOSSES:
        raise ValueError(f"loss {loss!r} is not known; wanted one of {', '.join(LOSSES)}")
    cell = cell_of(samples, targets, weights, output_weights)
    LOSSES[loss].check(cell.targets)
    scale = LOSSES[loss].scale(cell.targets)
    size = 2.0 ** round(np.log2(scale) / 2)  # a power of two: dividing by it rounds nothing
    with np.errstate(over="ignore", invalid="ignore"):  # what is not finite is no certificate
        best = _best(replace(cell, targets=cell.targets / size), loss)
    if not best.gap <= tolerance * (scale / size**2):
        raise WideGap(f"value at most {best.value * size**2:.6g}, but the gap {best.gap * size**2:.2g} is not small")
    return _rescaled(best, size)


def _best(cell: Cell, loss: str) -> Basin:
    """The narrowest of the solver's results, at one setting after another, for targets of mean square 1/2 to 2."""
    if not cell.basis.shape[1] or not len(cell.sides):
        return _constant(cell, loss)
    found = []
    for result in conic.attempts(cell, loss):
        if all(np.isfinite(array).all() for array in result):
            found.append(_certified(cell, loss, certify(cell, loss, *result)))
            if found[-1].gap <= LOSSES[loss].enough:
                break
    return min(found, key=lambda basin: basin.gap, default=Basin(np.inf, np.inf, None))  # type: ignore[arg-type]


def _constant(cell: Cell, loss: str) -> Basin:
    """A network whose predictions are zero, for want of neurons or of samples that are not zero."""
    neurons, (samples, inputs) = len(cell.types), cell.samples.shape
    dual = cell.targets if loss == "squared" else cell.targets / 2
    sides = cell.sides[cell.types]
    point = Certificate(np.zeros((neurons, inputs)), sides, dual, np.zeros((neurons, samples)))
    return _certified(cell, loss, point)


def _certified(cell: Cell, loss: str, certificate: Certificate) -> Basin:
    upper, lower = bounds(cell, loss, certificate)
    return Basin(upper, max(upper - lower, 0.0), certificate)


def _rescaled(basin: Basin, size: float) -> Basin:
    """The basin for targets that are `size` times as large."""
    point = basin.certificate
    return Basin(
        basin.value * size**2,
        basin.gap * size**2,
        replace(
            point,
            weights=size * point.weights,
            dual=size * point.dual,
            multipliers=size * point.multipliers,
        ),
    )

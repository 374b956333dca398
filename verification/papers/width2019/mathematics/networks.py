"""Networks with piecewise linear units and no biases: checked input, pre-activations, and the signs that are sure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import ArrayLike

from pnn import numbers
from pnn.lines import Floats

UNIT = 2.0**-53  # relative rounding of one operation
GRID = 2.0**20  # products of multiples of 1/GRID and their sums up to LARGEST are without rounding
LARGEST = 2.0**13


@dataclass(frozen=True)
class Network:
    """weights: matrices (units before, units after); slopes: of hidden layers' units at negative values."""

    weights: tuple[Floats, ...]
    slopes: tuple[Floats, ...]

    @property
    def parameters(self) -> int:
        """Number of the weights."""
        return sum(weight.size for weight in self.weights)

    @property
    def outputs(self) -> int:
        """Units of the last layer."""
        return self.weights[-1].shape[1]


@dataclass(frozen=True)
class Pass:
    """What samples do in a network.

    features: Phi^(0..H), (samples, units) each; slopes: the derivative of every hidden unit on every sample, 0 where it
    does not exist, as printed. kinks: how many pre-activations are exactly zero though neither their inputs vanish nor
    the unit is linear; unsure: how many are zero up to rounding, so that their
    sign is not known.
    """

    features: tuple[Floats, ...]
    slopes: tuple[Floats, ...]
    outputs: Floats
    kinks: int
    unsure: int


def checked(
    samples: ArrayLike, targets: ArrayLike, weights: Sequence[ArrayLike], slopes: Sequence[ArrayLike]
) -> tuple[Floats, Floats, Network]:
    """Samples (m, inputs), targets (m, outputs) and the network; raises ValueError that says what does not fit."""
    rows, wanted = _matrix("samples", samples), numbers.sized(_matrix("targets", targets), "targets")
    if len(rows) != len(wanted):
        raise ValueError(f"{len(rows)} samples have {len(wanted)} rows of targets; wanted one a sample")
    matrices = _matrices(weights)
    if matrices[0].shape[0] != rows.shape[1] or matrices[-1].shape[1] != wanted.shape[1]:
        raise ValueError(
            f"the network has {matrices[0].shape[0]} inputs and {matrices[-1].shape[1]} outputs, the samples and "
            f"targets have {rows.shape[1]} and {wanted.shape[1]}"
        )
    return rows, wanted, Network(matrices, _slopes(slopes, [weight.shape[1] for weight in matrices[:-1]]))


def _matrices(weights: Sequence[ArrayLike]) -> tuple[Floats, ...]:
    if isinstance(weights, np.ndarray) and weights.ndim < 3:
        raise ValueError("weights must be a list of matrices (units before, units after), one a layer")
    found = tuple(_matrix(f"weights[{layer}]", weight) for layer, weight in enumerate(weights))
    if not found:
        raise ValueError("weights must have one matrix or more")
    for layer, (before, after) in enumerate(pairwise(found)):
        if before.shape[1] != after.shape[0]:
            raise ValueError(
                f"weights[{layer}] has {before.shape[1]} columns, weights[{layer + 1}] {after.shape[0]} rows; "
                "wanted matrices (units before, units after) that follow one another"
            )
    return found


def _matrix(name: str, values: ArrayLike) -> Floats:
    found = _numbers(name, values)
    if found.ndim != 2 or not found.size:
        raise ValueError(f"{name} must be a matrix that is not empty, got shape {found.shape}")
    return found


def _numbers(name: str, values: ArrayLike) -> Floats:
    found = numbers.real(values, name)
    if not np.isfinite(found).all():
        raise ValueError(f"{name} has entries that are not finite")
    return found


def _slopes(slopes: Sequence[ArrayLike], widths: Sequence[int]) -> tuple[Floats, ...]:
    listed = hasattr(slopes, "__len__") and getattr(slopes, "ndim", 1) > 0
    if not listed or len(slopes) != len(widths):
        given = len(slopes) if listed else "one number"
        raise ValueError(f"wanted slopes for {len(widths)} hidden layers, a list of as many, got {given}")
    found = []
    for layer, (slope, units) in enumerate(zip(slopes, widths, strict=True)):
        values = _numbers(f"slopes[{layer}]", slope)
        if values.shape not in ((), (units,)):
            raise ValueError(f"slopes[{layer}] must be one number or {units}, one a unit, got shape {values.shape}")
        found.append(np.broadcast_to(values, (units,)).copy())
    return tuple(found)


def forward(samples: Floats, network: Network, zeros: Sequence[float] = ()) -> Pass:
    """Carry samples (m, inputs) through the network, with a bound on the rounding of every pre-activation.

    zeros: for each hidden layer the size up to which a pre-activation is taken for zero; none without.
    """
    with np.errstate(over="ignore", invalid="ignore"):
        carried = _forward(samples, network, zeros or [0.0] * len(network.slopes))
    if not np.isfinite(carried.outputs).all():
        raise ValueError("the network's outputs are not finite: its weights are too large")
    return carried


def _forward(samples: Floats, network: Network, zeros: Sequence[float]) -> Pass:
    features, derivatives, kinks, unsure = [samples], [], 0, 0
    error = np.zeros_like(samples)
    for weight, slope, zero in zip(network.weights[:-1], network.slopes, zeros, strict=True):
        before, error = features[-1] @ weight, _rounding(features[-1], error, weight)
        before, error = np.where(np.abs(before) <= zero, 0.0, before), np.where(np.abs(before) <= zero, 0.0, error)
        perhaps = (np.abs(before) <= error) & (slope != 1) & features[-1].any(axis=1, keepdims=True)
        kinks, unsure = kinks + int((perhaps & (error == 0)).sum()), unsure + int((perhaps & (error > 0)).sum())
        derivatives.append(np.where(before > 0, 1.0, np.where(before < 0, slope, np.where(slope == 1, 1.0, 0.0))))
        features.append(derivatives[-1] * before)
        error = np.maximum(1, np.abs(slope)) * error + _rounding_of_slopes(features[-1], slope)
    return Pass(tuple(features), tuple(derivatives), features[-1] @ network.weights[-1], kinks, unsure)


def _rounding(features: Floats, error: Floats, weight: Floats) -> Floats:
    """Bounds on the errors of features @ weight, features themselves within `error`; zero where nothing is rounded."""
    size = np.abs(features) @ np.abs(weight)
    carried = error @ np.abs(weight) if error.any() else np.zeros_like(size)
    if _on_grid(features) and _on_grid(weight) and size.max(initial=0) <= LARGEST:
        return carried
    terms = weight.shape[0] + 2
    return (1 + terms * UNIT) * carried + 2 * terms * UNIT * size


def _rounding_of_slopes(features: Floats, slope: Floats) -> Floats:
    if _on_grid(slope) and _on_grid(features):
        return np.zeros_like(features)
    return 2 * UNIT * np.abs(features) * (np.abs(slope) != 1) * (slope != 0)


def _on_grid(values: Floats) -> bool:
    scaled = values * GRID
    return bool((scaled == np.rint(scaled)).all())

r"""The projected loss of a network: what the range of its blocks leaves of the targets.

Kawaguchi, Huang & Kaelbling 2019, equation (4.2): J = |(I - P) vec Y|^2 / 2 for the projector P on the range of
[D^(1) .. D^(H+1)]. J is at most the loss L = |outputs - Y|^2 / 2, and equal to it at regular critical points.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike

from pnn.lines import Floats
from verification.papers.width2019.mathematics import jacobian
from verification.papers.width2019.mathematics.exact_projection import exact_projected_loss
from verification.papers.width2019.mathematics.networks import Network, Pass, checked, forward
from verification.papers.width2019.mathematics.triangle import Pivoted, pivoted, triangle

CUTOFF = 1e-11  # of the largest |r_ii|: smaller ones count as zero
FIRM = 1e-10  # of it: larger ones are surely not rounding
NOISE = 8 * 2.0**-52  # of it, times the root of rows plus columns: what rounding may leave of a zero
EXACT = 1500  # rows times columns up to which fractions settle what floats do not
MEMORY = 6e9  # bytes of the largest array
PART = 2e8  # bytes of a part of rows or columns


@dataclass(frozen=True)
class Decision:
    """What the rank rests on.

    by: "bound" (as many columns are independent as the network's symmetries leave, or as there are rows), "gap" (no
    |r_ii| between what rounding may leave of a zero and what surely is none), "fractions", or "" where it is not
    decided. kept, dropped: the smallest |r_ii| that counts and the largest that does not, over the largest of all;
    noise: what rounding may leave of a zero, likewise. kinks: pre-activations that are zero, where the printed blocks
    need not be the Jacobian; unsure: those whose sign is not known.
    """

    by: str
    kept: float
    dropped: float
    noise: float
    kinks: int
    unsure: int


@dataclass(frozen=True)
class ProjectedLoss:
    """loss L, projected J, rank of the blocks, None where it is not decided.

    ranks: the least and the largest rank that it may be; between: the least and the largest J of these. Where rank is
    None, `projected` is J for the cutoff and the signs as they round, and no more than one number of `between`.
    """

    loss: float
    projected: float
    rank: int | None
    ranks: tuple[int, int]
    between: tuple[float, float]
    decision: Decision


def projected_loss(
    samples: ArrayLike,
    targets: ArrayLike,
    weights: Sequence[ArrayLike],
    slopes: Sequence[ArrayLike],
    memory: float = MEMORY,
    progress: Callable[[float], None] | None = None,
    zero: float = 0.0,
) -> ProjectedLoss:
    """L and J of a network at its weights: samples (m, inputs), targets (m, outputs).

    weights: matrices (units before, units after); slopes: of each hidden layer, at negative values, one number or one a
    unit. memory: bytes of the largest array, up to half as much again is used; progress: told the share of the matrix
    that is reduced; zero: the size up to which a pre-activation is taken for zero, for weights that are at a kink up to
    rounding. Raises ValueError for input that does not fit, MemoryError where the matrix has no room.
    """
    rows, wanted, network = checked(samples, targets, weights, slopes)
    unit, zeros = _scaled(network), [zero] * len(network.slopes)
    carried = forward(rows, network, zeros)
    with np.errstate(over="ignore"):
        loss = 0.5 * float(np.sum((carried.outputs - wanted) ** 2))
    if not math.isfinite(loss):
        raise ValueError("the loss is not finite: samples or weights are too large")
    exponents = np.cumsum([_exponent(values) for values in (rows, *network.weights[:-1])])[1:]
    scaled = forward(_power(rows), unit, [math.ldexp(zero, -int(e)) for e in exponents])
    found = _in_floats(loss, wanted, unit, scaled, memory, progress)
    found = replace(found, decision=replace(found.decision, kinks=carried.kinks, unsure=carried.unsure))
    if carried.unsure:
        found = _without_signs(found, wanted, network)
    if not zero and found.decision.by in ("", "gap") and wanted.size * network.parameters <= EXACT:
        return _in_fractions(found, (rows, wanted, network.weights, network.slopes))
    return found


def _in_floats(
    loss: float, wanted: Floats, network: Network, carried: Pass, memory: float, progress: Callable | None
) -> ProjectedLoss:
    """By floats alone; the network and its samples are scaled so that no product is too small or too large."""
    scale = 2.0 ** -_exponent(wanted)
    vector = (wanted * scale).reshape(-1, order="F")
    if wanted.size > network.parameters:
        result, live = _tall(vector, network, carried, memory, progress)
    else:
        result, live = _wide(vector, network, carried, memory, progress)
    sizes = result.sizes / max(result.sizes.max(initial=0), 1e-300)
    noise = min(NOISE * math.sqrt(wanted.size + network.parameters), CUTOFF)
    least, rank, most = (int((sizes > size).sum()) for size in (FIRM, CUTOFF, noise))
    bound = min(len(vector), live - _symmetries(network, carried))
    by = "bound" if least >= bound else "gap" if least == most else ""
    if by == "bound":
        least = rank = most = bound
    low, value, high = (result.left(n) / scale**2 for n in (most, rank, least))
    decision = Decision(
        by, float(sizes[:rank].min(initial=1)), float(sizes[rank:].max(initial=0)), noise, carried.kinks, carried.unsure
    )
    return ProjectedLoss(loss, value, rank if by else None, (least, most), (low, high), decision)


def _tall(vector: Floats, network: Network, carried: Pass, memory: float, progress) -> tuple[Pivoted, int]:
    """More rows than columns: QR of [M y] by rows, then pivoted QR of its triangle with columns of length one."""
    width = network.parameters
    step = max(1, int(PART / 8 / (width + 1) / network.outputs))
    count = len(carried.outputs)
    wanted = vector.reshape(network.outputs, count)

    def parts():
        for first in range(0, count, step):
            rows = slice(first, first + step)
            yield np.column_stack([jacobian.jacobian(network, carried, rows), wanted[:, rows].reshape(-1)])

    whole = triangle(parts(), len(vector), width + 1, memory, progress)
    target, matrix = whole[:, width].copy(), whole[:, :width]
    live = 0
    for column in range(width):
        length = _length(matrix[:, column])
        if length:
            matrix[:, live] = matrix[:, column] / length
            live += 1
    return pivoted(matrix[:, :live], target) if live else Pivoted(np.zeros(0), target**2), live


def _wide(vector: Floats, network: Network, carried: Pass, memory: float, progress) -> tuple[Pivoted, int]:
    """More columns than rows: QR of M' by columns of length one, then pivoted QR of the square factor L of M = L Q'."""
    live = 0

    def parts():
        nonlocal live
        for part in jacobian.columns(network, carried, max(1, int(PART / 8 / len(vector)))):
            lengths = np.array([_length(column) for column in part])
            live += int((lengths > 0).sum())
            yield part[lengths > 0] / lengths[lengths > 0, None]

    upper = triangle(parts(), network.parameters, len(vector), memory, progress)
    return pivoted(np.asfortranarray(upper.T), vector), live


def _symmetries(network: Network, carried: Pass) -> int:
    """How many independent directions are known to change nothing: one for each hidden unit that has an effect.

    Multiplying a unit's inputs and dividing its outputs moves along sum_i W_ik D_ik^(l) - sum_j W_kj D_kj^(l+1), which
    vanishes. Those of units with a column that is not zero are independent: the first such layer's are, by its blocks,
    and what lies above them is not in these blocks.
    """
    by_output = jacobian.factors(network, carried)
    found = 0
    for layer, weight in enumerate(network.weights[:-1]):
        moved = np.zeros(weight.shape, bool)
        for layers in by_output:
            moved |= (carried.features[layer] != 0).T.astype(float) @ (layers[layer] != 0).astype(float) > 0
        found += int((moved & (weight != 0)).any(axis=0).sum())
    return found


def _without_signs(found: ProjectedLoss, wanted: Floats, network: Network) -> ProjectedLoss:
    """What holds for every matrix: the sign of some pre-activation is not known."""
    ranks, between = (0, min(wanted.size, network.parameters)), (0.0, 0.5 * float(np.sum(wanted**2)))
    return replace(found, rank=None, ranks=ranks, between=between, decision=replace(found.decision, by=""))


def _in_fractions(found: ProjectedLoss, network: tuple) -> ProjectedLoss:
    exact = exact_projected_loss(*network)
    value, rank = float(exact.projected), exact.rank
    decision = replace(found.decision, by="fractions", kinks=exact.kinks, unsure=0)
    return ProjectedLoss(float(exact.loss), value, rank, (rank, rank), (value, value), decision)


def _scaled(network: Network) -> Network:
    """Every matrix times a power of two that brings its largest entry below one: J does not change."""
    return replace(network, weights=tuple(_power(weight) for weight in network.weights))


def _power(values: Floats) -> Floats:
    return np.ldexp(values, -_exponent(values))


def _exponent(values: Floats) -> int:
    return int(np.frexp(np.abs(values).max())[1])


def _length(column: Floats) -> float:
    largest = np.abs(column).max(initial=0.0)
    return float(largest * np.linalg.norm(column / largest)) if largest else 0.0

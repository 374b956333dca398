"""Local minima of the population risk of porcupine networks, exactly.

Neuron i lies on line r(i), w_i = c_i u_{r(i)}. With P_r and N_r the positive and negative masses on line r,
p = P - N, q = P + N, the risk's slope in c_i is g_r + b_r where c_i > 0 and g_r - b_r where c_i < 0, with the forces
g = U (U'p - sum of target weights)/2 and b = (psi[U U'] q - E|u_r.x| sum_j |w*_j.x|)/2. The risk is a convex
quadratic on every closed orthant of c, so first-order conditions on all of them decide.
"""

from collections.abc import Iterator
from itertools import product

import numpy as np
from numpy.typing import ArrayLike, NDArray

from pnn import numbers
from pnn.bad_regions import bad_region_points as bad_region_points
from pnn.kernels import abs_gram
from pnn.lines import Floats, check_lines, check_weights, split_rows
from pnn.optimum import MassProblem, Optimum, population_problem, solve
from pnn.risk import population_risk

Indices = NDArray[np.intp]

MOST_LINES = 12  # the enumeration solves 3^lines small problems
TOLERANCE = 1e-7  # of the first-order test, in units of the nets' root mean squares
_OFF_LINE = 1e-6  # a weight further off its line, relative to its length, is not on it
_VANISHING = 1e-9  # masses and slopes below this, in the problem's units, are zero
_SMALLEST_GAP = 1e-12  # values nearer than this, in units of the target's mean square, are one


def local_minimum_values(lines: ArrayLike, target_weights: ArrayLike, neurons_per_line: ArrayLike = 2) -> Floats:
    """The risks of all local minima of a porcupine network, sorted and distinct.

    lines (lines, inputs), distinct, any non-zero length; target_weights (target neurons, inputs);
    neurons_per_line one number or one a line, at least 1. Hold every line to weights of both signs, to positive or
    to negative ones (a line with one neuron: to positive, negative or none). The optimum so restricted is a local
    minimum of the network exactly if every line held to one sign carries mass and no held-empty line has a slope
    downhill. Values nearer than 1e-12 E h*^2 count as one.
    Raises ValueError for bad lines, shapes that do not fit, fewer than one neuron a line, more than 12 lines.
    """
    lines = check_lines(lines)
    target_weights = check_weights(target_weights, lines.shape[1], "target_weights")
    neurons = _neurons_on_each(neurons_per_line, len(lines))
    if len(lines) > MOST_LINES:
        raise ValueError(f"3^lines patterns are tried, so lines must be at most {MOST_LINES}, got {len(lines)}")
    problem = population_problem(lines, target_weights)
    minima = sorted(_minima(problem, neurons), key=lambda minimum: minimum.risk)
    kept: list[Optimum] = []
    for minimum in minima:
        gap = _SMALLEST_GAP * problem.constant + _VANISHING * minimum.risk
        if not kept or minimum.risk > kept[-1].risk + gap:
            kept.append(minimum)
    return np.sort([_risk_on_lines(lines, minimum, target_weights) for minimum in kept])


def is_local_minimum(
    weights: ArrayLike,
    lines: ArrayLike,
    target_weights: ArrayLike,
    line_of: ArrayLike | None = None,
    tolerance: float = TOLERANCE,
) -> bool:
    """Whether moving any neurons along their lines cannot lower the risk, near enough.

    weights (neurons, inputs), each row on one of the `lines` (lines, inputs); line_of (neurons,) the line of each
    neuron, needed where a weight row is zero. The first-order test, necessary and sufficient: g + b = 0 on lines
    with a positive neuron, g = b with a negative one, b >= |g| with one at zero (only exact zeros count, and what
    is under 1e-12 of the largest weight may be either). `tolerance` bounds the slopes in units of the nets' root
    mean squares. W = 0 passes only where the target is zero too.
    Raises ValueError for weights off their lines, a line_of that is missing or does not fit, bad lines, and a tolerance
    that is negative or no number.
    """
    lines = check_lines(lines)
    target_weights = check_weights(target_weights, lines.shape[1], "target_weights")
    if not tolerance >= 0:
        raise ValueError(f"tolerance must be at least 0, got {tolerance}")
    coefficients, home = line_coefficients(weights, lines, line_of)
    positive, negative = line_masses(coefficients, home, len(lines))
    odd, even = forces(lines, target_weights, positive, negative)
    silent = np.zeros((0, lines.shape[1]))
    net = coefficients[:, None] * lines[home]
    scale = np.sqrt(population_risk(net, silent)) + np.sqrt(population_risk(target_weights, silent))
    up, down = odd[home] + even[home], even[home] - odd[home]
    small = tolerance * scale
    at_zero = np.minimum(up, down) >= -small
    inside = np.abs(np.where(coefficients > 0, up, down)) <= small
    vanishing = np.abs(coefficients) <= 1e-12 * np.abs(coefficients).max(initial=0.0)
    holds = np.where(coefficients == 0, at_zero, inside | (vanishing & at_zero))
    return bool(holds.all())


def line_coefficients(weights: ArrayLike, lines: ArrayLike, line_of: ArrayLike | None = None) -> tuple[Floats, Indices]:
    """c_i (neurons,) and the line r(i) (neurons,) of each neuron, with w_i = c_i u_{r(i)}.

    Raises ValueError where a weight is off its line by more than 1e-6 of its length, or its line cannot be told.
    """
    lines = check_lines(lines)
    weights = check_weights(weights, lines.shape[1])
    norms, units = split_rows(weights)
    home = _nearest_line(norms, units, lines) if line_of is None else check_line_of(line_of, norms.size, len(lines))
    along = np.einsum("ij,ij->i", units, lines[home])
    off = np.flatnonzero(np.linalg.norm(units - along[:, None] * lines[home], axis=1) > _OFF_LINE)
    if off.size:
        raise ValueError(f"weights must lie on their lines, but row {off[0]} is off line {home[off[0]]}")
    return norms * along, home


def line_masses(coefficients: Floats, line_of: Indices, count: int) -> tuple[Floats, Floats]:
    """P and N, the sums of relu(c_i) and of relu(-c_i) over the neurons of each of `count` lines: (count,) each."""
    parts = np.maximum(coefficients, 0), np.maximum(-coefficients, 0)
    positive, negative = (np.bincount(line_of, part, count).astype(float) for part in parts)
    return positive, negative


def forces(
    lines: ArrayLike, target_weights: ArrayLike, positive: ArrayLike, negative: ArrayLike
) -> tuple[Floats, Floats]:
    """The odd and even forces g and b, (lines,) each, at masses `positive` and `negative`, (lines,) each.

    The risk's slope in a neuron's coefficient is g + b above zero and g - b below. Raises ValueError for masses
    that are negative or do not fit the lines, and as `local_minimum_values` does.
    """
    lines = check_lines(lines)
    target_weights = check_weights(target_weights, lines.shape[1], "target_weights")
    masses = tuple(numbers.sized(numbers.real(mass, "masses"), "masses") for mass in (positive, negative))
    for mass in masses:
        if mass.shape != (len(lines),) or not (np.isfinite(mass) & (mass >= 0)).all():
            raise ValueError(f"masses must be {len(lines)} finite numbers >= 0, one a line, got {mass}")
    difference = (masses[0] - masses[1]) @ lines - target_weights.sum(axis=0)
    even = abs_gram(lines, lines) @ (masses[0] + masses[1]) - abs_gram(lines, target_weights).sum(axis=1)
    return lines @ difference / 2, even / 2


def region_hessian(lines: ArrayLike, line_of: ArrayLike, signs: ArrayLike) -> Floats:
    """Hessian of the risk in the coefficients c inside an open orthant: (neurons, neurons), constant there.

    H_ij = (u_i.u_j + s_i s_j psi(u_i.u_j))/2, for lines (lines, inputs), line_of and signs (+1 or -1) (neurons,).
    Raises ValueError for bad lines, a line_of or signs that do not fit.
    """
    lines, home, signs = _check_region(lines, line_of, signs)
    own = lines[home]
    return (own @ own.T + np.outer(signs, signs) * abs_gram(own, own)) / 2


def region_hessian_rank(lines: ArrayLike, line_of: ArrayLike, signs: ArrayLike) -> int:
    """Rank of `region_hessian`: lines with a neuron, plus the dimension that lines with both signs span."""
    lines, home, signs = _check_region(lines, line_of, signs)
    mixed = np.intersect1d(home[signs > 0], home[signs < 0])
    spanned = int(np.linalg.matrix_rank(lines[mixed])) if mixed.size else 0
    return np.unique(home).size + spanned


def check_line_of(line_of: ArrayLike, neurons: int, count: int) -> Indices:
    """The line of each neuron as indices (neurons,) into `count` lines; ValueError where it is none."""
    home = numbers.plain(line_of, "line_of")
    if home.shape != (neurons,) or (home.size and home.dtype.kind not in "iu"):
        raise ValueError(f"line_of must be {neurons} whole numbers, one a neuron, got {line_of!r}")
    if home.size and not (home.min() >= 0 and home.max() < count):
        raise ValueError(f"line_of must lie in 0..{count - 1}, got {home.min()}..{home.max()}")
    return home.astype(np.intp)


def _check_region(lines: ArrayLike, line_of: ArrayLike, signs: ArrayLike) -> tuple[Floats, Indices, Floats]:
    lines, signs = check_lines(lines), numbers.real(signs, "signs")
    if signs.ndim != 1 or not np.isin(signs, (-1.0, 1.0)).all():
        raise ValueError(f"signs must be +1 or -1, one a neuron, got {signs}")
    return lines, check_line_of(line_of, signs.size, len(lines)), signs


def _nearest_line(norms: Floats, units: Floats, lines: Floats) -> Indices:
    if (norms == 0).any():
        raise ValueError(f"line_of is needed: weight row {np.flatnonzero(norms == 0)[0]} is zero, so on every line")
    along = units @ lines.T
    distance = np.linalg.norm(units[:, None, :] - along[:, :, None] * lines, axis=2)
    unclear = np.flatnonzero((distance <= _OFF_LINE).sum(axis=1) > 1)
    if unclear.size:
        raise ValueError(f"line_of is needed: weight row {unclear[0]} lies on several lines within 1e-6")
    return np.argmin(distance, axis=1)


def _minima(problem: MassProblem, neurons: Indices) -> Iterator[Optimum]:
    """The optimum of every admissible pattern of orientations that is a local minimum."""
    empty_or_both = [(True, True) if count > 1 else (False, False) for count in neurons]
    for pattern in product(*[(third, (True, False), (False, True)) for third in empty_or_both]):
        allowed = np.array(pattern)
        minimum = solve(problem, allowed)
        if _is_accepted(problem, allowed, minimum):
            yield minimum


def _is_accepted(problem: MassProblem, allowed: NDArray[np.bool_], minimum: Optimum) -> bool:
    mass = minimum.positive + minimum.negative
    one_signed, empty = allowed.sum(axis=1) == 1, ~allowed.any(axis=1)
    if (mass[one_signed] <= _VANISHING * np.sqrt(problem.constant)).any():
        return False
    slopes = problem.forces(np.concatenate([minimum.positive, minimum.negative])).reshape(2, -1)
    return bool((slopes[:, empty] >= -_VANISHING).all())


def _neurons_on_each(neurons_per_line: ArrayLike, count: int) -> Indices:
    neurons = numbers.plain(neurons_per_line, "neurons_per_line")
    if neurons.dtype.kind not in "iu" or neurons.shape not in ((), (count,)):
        raise ValueError(f"neurons_per_line must be a whole number, or one for each of {count} lines, got {neurons}")
    if neurons.min() < 1:
        raise ValueError(f"neurons_per_line must be at least 1, got {neurons.min()}")
    return np.broadcast_to(neurons, (count,)).astype(np.intp)


def _risk_on_lines(lines: Floats, minimum: Optimum, target_weights: Floats) -> float:
    weights = np.concatenate([minimum.positive[:, None] * lines, -minimum.negative[:, None] * lines])
    return population_risk(weights, target_weights)

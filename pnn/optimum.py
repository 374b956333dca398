"""The global optimum of a porcupine network, by non-negative least squares instead of training.

A network on given lines depends on its weights only through the masses P_r, N_r >= 0 that it puts on the two
orientations of line r, and h = sum_r P_r relu(u_r.x) + N_r relu(-u_r.x) is linear in them: with two neurons a line,
the least risk is a non-negative least-squares problem with two features a line.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

from pnn.kernels import psi_gram_for
from pnn.lines import Floats, check_lines, check_weights, split_rows
from pnn.numbers import LARGEST, not_negative, plain, real, sized
from pnn.risk import population_risk

_ROWS = 256  # of a kernel matrix made at once
_EPS = float(np.finfo(float).eps)
_CLEAR = 1e-2  # a risk above this share of the target's mean square loses no more than two digits as a difference


@dataclass(frozen=True)
class Optimum:
    """The least risk over the masses, and masses that reach it.

    risk: the mean squared error there. positive, negative: masses on u_r and on -u_r, each (lines,); the function
    that they give is unique, they themselves only up to `inputs` independent lines. kkt_residual: the largest
    violation of the optimality conditions, as a correlation between a feature and the remaining error in units of
    the target's root mean square; 1e-12 or less is rounding, and more is left where lines are so near to each other
    (1e-6 radians) that their features differ by the rounding of their mean squares, or masses of a nearly singular
    matrix so large.
    """

    risk: float
    positive: Floats
    negative: Floats
    kkt_residual: float


@dataclass(frozen=True)
class MassProblem:
    """The risk y'Gy - 2 m'y + c of masses y >= 0: the positive masses of all lines, then the negative ones.

    gram (2 lines, 2 lines) positive semidefinite, moment (2 lines,), constant the target's mean square.
    """

    gram: Floats
    moment: Floats
    constant: float

    @cached_property
    def scale(self) -> Floats:
        """Root mean squares of the features, 1 for a feature that never fires."""
        size = np.sqrt(np.maximum(np.diag(self.gram), 0.0))
        return np.where(size > 0, size, 1.0)

    def risk(self, masses: Floats) -> float:
        """The risk at `masses`, negative rounding cut off at 0."""
        return not_negative(float(self.constant - 2 * self.moment @ masses + masses @ self._gram_times(masses)))

    def forces(self, masses: Floats) -> Floats:
        """Correlations of each feature with the error h - h*, in units of their root mean squares: (2 lines,)."""
        error = self._gram_times(masses) - self.moment
        return error / (self.scale * _unit_of_forces(self.constant))

    def _gram_times(self, masses: Floats) -> Floats:
        support = np.flatnonzero(masses)
        return masses[support] @ self.gram[support]

    def kkt_residual(self, masses: Floats, allowed: NDArray[np.bool_]) -> float:
        """Largest violation of: force zero where a mass is positive, not negative where it is allowed to be."""
        forces = self.forces(masses)
        violation = np.where(masses > 0, np.abs(forces), np.where(allowed, -forces, 0.0))
        return not_negative(np.max(violation), "the residual")


def population_optimum(lines: ArrayLike, target_weights: ArrayLike) -> Optimum:
    """Least E (h - h*)^2, x ~ N(0, I), over networks with at least two neurons on each line.

    lines (lines, inputs), distinct, any non-zero length; target_weights (target neurons, inputs).
    Raises ValueError for repeated, zero or non-finite lines and for shapes that do not fit.
    """
    lines = check_lines(lines)
    return optimum_on_units(lines, check_weights(target_weights, lines.shape[1], "target_weights"))


def optimum_on_units(lines: Floats, target_weights: Floats) -> Optimum:
    """`population_optimum` for checked unit lines, of which one may come twice, and checked target weights.

    Of the Gram matrix it computes the rows of features that enter the support, and no others.
    """
    lines = np.ascontiguousarray(lines)  # of one kind for what is compiled
    moment, constant = _population_moment(lines, target_weights)
    scale, every = np.full(moment.size, np.sqrt(0.5)), np.ones(moment.size, dtype=bool)
    found = _least(np.empty((0, 0)), lines, moment, constant, scale, every, every)
    if found.risk > _CLEAR * constant:
        return found
    up, down = np.flatnonzero(found.positive), np.flatnonzero(found.negative)
    weights = np.concatenate([found.positive[up, None] * lines[up], -found.negative[down, None] * lines[down]])
    return Optimum(population_risk(weights, target_weights), found.positive, found.negative, found.kkt_residual)


def empirical_optimum(lines: ArrayLike, samples: ArrayLike, outputs: ArrayLike) -> Optimum:
    """Least mean of (h(x) - y)^2 over a sample, for networks with at least two neurons on each line.

    lines (lines, inputs), distinct; samples (n, inputs), n >= 1; outputs (n,). The risk is that of the residuals
    themselves, and the least one up to about 1e-15 of the outputs' mean square, of which the Gram matrix tells no more:
    where a few samples are a million times larger than the others, the others may be fitted worse than they could be.
    Raises ValueError as `population_optimum` does.
    """
    lines = check_lines(lines)
    samples = check_weights(samples, lines.shape[1], "samples")
    outputs = sized(real(outputs, "outputs"), "outputs")
    if not len(samples) or outputs.shape != (len(samples),) or not np.isfinite(outputs).all():
        raise ValueError(f"outputs must be {len(samples)} >= 1 finite numbers, one a sample, got {outputs.shape}")
    projections = samples @ lines.T
    features = np.concatenate([np.maximum(projections, 0), np.maximum(-projections, 0)], axis=1)
    count = len(samples)
    moments = features.T @ features / count, features.T @ outputs / count, float(outputs @ outputs) / count
    found = solve(MassProblem(*moments))
    errors = features @ np.concatenate([found.positive, found.negative]) - outputs
    return Optimum(float(errors @ errors) / count, found.positive, found.negative, found.kkt_residual)


def gram_optimum(gram: ArrayLike, moment: ArrayLike, constant: float, allowed: ArrayLike | None = None) -> Optimum:
    """Least y'Gy - 2 m'y + c over masses y >= 0, all positive orientations first, then all negative ones.

    gram (2 lines, 2 lines) symmetric positive semidefinite, moment (2 lines,), constant the target's mean square.
    `allowed`, bool (lines, 2), says which orientations may carry mass: positive in column 0, negative in column 1.
    Raises ValueError for shapes that do not fit, numbers that are not finite or of a size that float64 does not bear, a
    Gram matrix that is not symmetric.
    """
    gram, moment = real(gram, "gram"), real(moment, "moment")
    features = moment.size
    if moment.ndim != 1 or features % 2 or not features or gram.shape != (features, features):
        raise ValueError(f"gram must be (2 lines, 2 lines), moment (2 lines,), got {gram.shape}, {moment.shape}")
    if not (np.isfinite(gram).all() and np.isfinite(moment).all() and np.isfinite(constant)):
        raise ValueError("gram, moment and constant must be finite")
    sized(gram, "gram", LARGEST**2), sized(moment, "moment", LARGEST**2)
    if not np.allclose(gram, gram.T, rtol=1e-10, atol=1e-12 * np.abs(gram).max()):
        raise ValueError("gram must be symmetric")
    if allowed is not None and plain(allowed, "allowed").shape != (features // 2, 2):
        raise ValueError(f"allowed must have shape ({features // 2}, 2), got {np.shape(allowed)}")
    diagonal = np.diag(gram)
    with np.errstate(over="ignore"):
        masses = moment[diagonal > 0] / diagonal[diagonal > 0]
    if (np.abs(masses) > LARGEST).any():
        raise ValueError(f"moment and gram are of too different sizes: masses of {np.abs(masses).max():.3g}")
    return solve(MassProblem(gram, moment, float(constant)), allowed)


def mass_risks(lines: Floats, target_weights: Floats, masses: Floats) -> Floats:
    """E (h - h*)^2 of networks with the masses (networks, 2 lines) on checked unit lines, (networks,).

    As in `pnn.risk`: |z|^2/4 + v'psi[U U']v/4, z the difference of the sums of weights, v that of the masses on the
    lines and on those of the target. Blocks of rows of psi are made and used, and never all of it. Negative rounding is
    cut off at 0.
    """
    norms, units = split_rows(target_weights)
    positive, negative = np.split(masses, 2, axis=1)
    odd = (positive - negative) @ lines - target_weights.sum(axis=0)
    rows = np.concatenate([lines, units])
    even = np.concatenate([positive + negative, np.tile(-norms, (len(masses), 1))], axis=1)
    psi, total = psi_gram_for(len(rows)), np.einsum("ij,ij->i", odd, odd)
    for start in range(0, len(rows), _ROWS):
        part = slice(start, start + _ROWS)
        total += np.einsum("ij,ij->i", even[:, part] @ psi(rows[part], rows), even)
    return np.maximum(total / 4, 0.0)


def population_problem(lines: Floats, target_weights: Floats) -> MassProblem:
    """The problem of `population_optimum` for checked unit lines and target weights."""
    from pnn.compiled_kernels import relu_gram  # slow to import, as `nonnegative` is

    return MassProblem(relu_gram(lines), *_population_moment(lines, target_weights))


def _population_moment(lines: Floats, target_weights: Floats) -> tuple[Floats, float]:
    from pnn.compiled_kernels import relu_moment

    norms, units = split_rows(target_weights)
    constant = float(norms @ relu_moment(units, norms, units)[: len(units)])
    return relu_moment(lines, norms, units), constant


def solve(problem: MassProblem, allowed: ArrayLike | None = None) -> Optimum:
    """The optimum of a problem over the allowed orientations, bool (lines, 2), all by default.

    A feature that never fires, whose mass is free, gets none.
    """
    features = problem.moment.size
    permitted = np.ones(features, dtype=bool) if allowed is None else np.asarray(allowed, dtype=bool).T.ravel()
    gram, free = np.ascontiguousarray(problem.gram), permitted & (np.diag(problem.gram) > 0)
    no_lines = np.empty((0, 0))
    return _least(gram, no_lines, problem.moment, problem.constant, problem.scale, permitted, free)


def _least(
    gram: Floats,
    lines: Floats,
    moment: Floats,
    constant: float,
    scale: Floats,
    permitted: NDArray[np.bool_],
    free: NDArray[np.bool_],
) -> Optimum:
    """The optimum by `nonnegative.optimum`, of whose arguments these are; the residual looks at all permitted."""
    from pnn import nonnegative  # compiled, slow to import, and most readers of this module solve nothing

    masses, gain, violation = nonnegative.optimum(gram, lines, moment, scale, free, permitted, 16 * _EPS)
    residual = not_negative(violation / _unit_of_forces(constant), "the residual")
    half = moment.size // 2
    return Optimum(not_negative(float(constant - gain)), masses[:half], masses[half:], residual)


def _unit_of_forces(constant: float) -> float:
    return np.sqrt(max(constant, 0.0)) or 1.0

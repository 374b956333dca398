"""Random lines at growing sizes: limits, finite-size means and fluctuations of kernel matrices and their norms."""

import numpy as np
from scipy import stats
from scipy.sparse.linalg import eigsh

from pnn.kernels import abs_gram
from pnn.lines import random_lines
from pnn.schur import schur_complement
from pnn.spectrum import eigenvalue, multiplicity
from verification.methods import numerical
from verification.methods.numerical import AtMost

LEVEL = 1e-6  # chance with which an interval misses
B, C = 1 - 2 / np.pi, 2 / np.pi


def top(matrix):
    """The largest eigenvalue of a symmetric matrix."""
    return float(eigsh(matrix, 1, which="LA", v0=np.ones(len(matrix)), return_eigenvectors=False)[0])


def mean_near(name, values, expected, allowance, tolerance):
    """|mean - expected| against a t interval at `LEVEL` and an allowance for the next order."""
    values = np.asarray(values)
    error = values.std(ddof=1) / np.sqrt(len(values))
    room = stats.t.isf(LEVEL / 2, len(values) - 1) * error + allowance
    return AtMost(name, abs(values.mean() - expected), room, tolerance)


def kernel_error(inputs, gamma, rng, curvature=1.0, identity=B):
    """|psi[U U'] - (2/pi + 1/(pi d)) 11' - b I| for gamma d lines."""
    matrix = abs_gram(lines := random_lines(gamma * inputs, inputs, rng), lines)
    rest = matrix - (C + curvature / (np.pi * inputs)) - identity * np.eye(len(matrix))
    ends = eigsh(rest, 2, which="BE", v0=np.ones(len(matrix)), tol=1e-3, return_eigenvectors=False)
    return float(np.abs(ends).max())


def slope_interval(inputs, values):
    """Fitted exponent of values in inputs and the half-width of its 99.9% interval."""
    fit = stats.linregress(np.log(inputs), np.log(values))
    return fit.slope, stats.t.isf(0.0005, len(values) - 2) * fit.stderr


@numerical.check(
    "pnn.equation-7.9",
    "rate",
    wrong={
        "the exponent -1": {"exponent": -1.0},
        "the identity with weight 1": {"identity": 1.0},
        "a curvature ten times as large": {"curvature": 10.0},
    },
)
def norms_of_what_is_left(rng, instances, exponent=-0.5, curvature=1.0, identity=B):
    """Fit the exponent of |K - M| in d over 100 to 800 inputs, 2 d lines: within its 99.9% interval and 0.05 of -1/2.

    The degree-two harmonics predict 2 a sqrt(x) + a x with x = 2 d/N, a = 1/pi in the limit.
    """
    inputs = [100, 100, 100, 200, 200, 200, 400, 400] + ([800] if instances >= 100 else [])
    found = np.array([kernel_error(d, 2, rng, curvature, identity) for d in inputs])
    slope, half = slope_interval(inputs, found)
    yield AtMost(f"slope {slope:.3f} +- {half:.3f}", abs(slope - exponent), half + 0.05, 1e-3)
    harmonics = np.array([multiplicity(d, 2) for d in inputs])
    x = 2 * np.array(inputs) / harmonics
    edge = np.array([n * eigenvalue(d, 2) for n, d in zip(harmonics, inputs, strict=True)]) * (2 * np.sqrt(x) + x)
    yield AtMost("norm over the predicted edge", np.abs(found / edge - 1), 0.15, 1e-3)


@numerical.check(
    "pnn.equation-7.9",
    "limit",
    wrong={"the identity with weight 1": {"identity": 1.0}, "ten times the curvature": {"curvature": 10.0}},
)
def fall_of_what_is_left(rng, instances, curvature=1.0, identity=B):
    """|K - M| at 400 inputs is below 0.7 of that at 100, 2 d lines; the rate predicts one half."""
    far, near = (kernel_error(inputs, 2, rng, curvature, identity) for inputs in (100, 400))
    yield AtMost("quotient", near / far, 0.7, 1e-3)


def finite_value(inputs, lines, targets, order=1.0):
    """(1 - l)(1 + r*/(r + (1 - l)/l)), or with l = 2/pi and no shift the limit."""
    largest = C + order * (eigenvalue(inputs, 0) - C)
    return (1 - largest) * (1 + targets / (lines + order * (1 - largest) / largest))


def norms(inputs, gamma, ratio, draws, rng):
    """Norms of the Schur complement for `draws` random networks."""
    lines, targets = gamma * inputs, round(gamma * ratio * inputs)
    return [
        top(schur_complement(random_lines(lines, inputs, rng), random_lines(targets, inputs, rng)))
        for _ in range(draws)
    ]


@numerical.check(
    "ours.theorem-11-finite",
    "mean",
    wrong={"the limit": {"order": 0.0}, "the correction doubled": {"order": 2.0}},
)
def means_at_finite_size(rng, instances, order=1.0):
    """Means at 50 to 400 inputs, (gamma, rho) = (1, 1): t intervals that miss once in a million, and 15/d^2.

    300 draws at 100 inputs hold the correction, 0.009 there, against 0 and against its double.
    """
    for inputs, draws in [(50, 40), (100, 300), (200, 20)] + ([(400, 8)] if instances >= 100 else []):
        found = norms(inputs, 1, 1.0, draws, rng)
        expected = finite_value(inputs, inputs, inputs, order)
        yield mean_near(f"{inputs} inputs", found, expected, 15 / inputs**2, 1e-4)


@numerical.check(
    "pnn.theorem-11",
    "approximation",
    wrong={"the diagonal 1": {"diagonal": 1.0}, "without the second term": {"second": 0.0}},
)
def distances_from_the_explicit_form(rng, instances, diagonal=B, second=1.0):
    """|S - b I - b c/(b + c r) 11'| at 100 and 400 inputs, as many lines and targets: the quotient is below 0.7.

    The rate d^(-1/2) of (7.9) predicts one half.
    """
    found = []
    for inputs in (100, 400):
        complement = schur_complement(random_lines(inputs, inputs, rng), random_lines(inputs, inputs, rng))
        rest = complement - diagonal * np.eye(inputs) - second * B * C / (B + C * inputs)
        found.append(np.linalg.norm(rest, 2))
    yield AtMost("quotient of the two distances", found[1] / found[0], 0.7, 1e-3)


@numerical.check(
    "pnn.theorem-11",
    "limit",
    wrong={"without the second term": {"second": 0.0}, "the diagonal 1": {"diagonal": 1.0}},
)
def norms_near_their_limit(rng, instances, second=1.0, diagonal=B):
    """Single draws up to 2,000 inputs against b (1 + rho): within six deviations 2 (1 + rho)/(pi d) and 2/d."""
    for gamma, ratio in ((1, 1.0), (2, 0.5)):
        for inputs in (100, 200, 400) + ((2000 // gamma,) if instances >= 100 else ()):
            (found,) = norms(inputs, gamma, ratio, 1, rng)
            limit = diagonal * (1 + second * ratio)
            room = 6 * 2 * (1 + ratio) / (np.pi * inputs) + 2 * gamma / inputs
            yield AtMost(f"{inputs} inputs, gamma {gamma}", abs(found - limit), room, 1e-3)


@numerical.check(
    "ours.theorem-11-finite",
    "fluctuation",
    wrong={"a third of the deviation": {"share": 1 / 3}, "three times the deviation": {"share": 3.0}},
)
def deviations_over_draws(rng, instances, share=1.0):
    """Sample variances of 60 norms at 100 inputs: chi-square interval at the level, widened by 40% of the deviation."""
    found = np.std(norms(100, 1, 1.0, 60, rng), ddof=1) / (share * 4 / (np.pi * 100))
    low, high = np.sqrt(stats.chi2.isf([1 - LEVEL / 2, LEVEL / 2], 59) / 59)
    yield AtMost("deviation above", found, high * 1.2, 1e-3)
    yield AtMost("deviation below", low / 1.4, found, 1e-3)


def inverse_m(gamma):
    """1/m, the positive root."""
    return ((1 + B - gamma) + np.sqrt((1 + B - gamma) ** 2 + 4 * gamma * B)) / 2


def norms_with_linear_part(inputs, gamma, ratio, draws, rng):
    """|psi22 - psi21 (psi11 + U U')^-1 psi12| for random lines."""
    found = []
    for _ in range(draws):
        lines = random_lines(round(gamma * inputs), inputs, rng)
        targets = random_lines(round(gamma * ratio * inputs), inputs, rng)
        cross = abs_gram(lines, targets)
        explained = cross.T @ np.linalg.solve(abs_gram(lines, lines) + lines @ lines.T, cross)
        found.append(top(abs_gram(targets, targets) - (explained + explained.T) / 2))
    return found


@numerical.check(
    "ours.theorem-13-exact",
    "limit",
    wrong={
        "Theorem 11's limit": {"root": lambda gamma: B},
        "the value at gamma = 0": {"root": lambda gamma: 1 + B},
        "b for 1": {"diagonal": 1.0},
    },
)
def norms_at_growing_sizes(rng, instances, root=inverse_m, diagonal=B):
    """Means at 50 to 200 inputs against b + rho/m: t intervals that miss once in a million, and a bias of 3/d.

    In a full run one draw at 2,000 inputs too, within 5/sqrt(d)."""
    for gamma, ratio in ((1, 1.0), (2, 0.5)):
        limit = diagonal + ratio * root(gamma)
        for inputs, draws in ((50, 40), (100, 20), (200, 10)):
            found = norms_with_linear_part(inputs, gamma, ratio, draws, rng)
            yield mean_near(f"gamma {gamma}, {inputs} inputs", found, limit, 3 / inputs, 1e-3)
    if instances >= 100:
        (single,) = norms_with_linear_part(2000, 1, 0.5, 1, rng)
        yield AtMost("2,000 inputs", abs(single - diagonal - 0.5 * root(1)), 10 / np.sqrt(2000) * 0.5, 1e-3)


@numerical.check(
    "pnn.theorem-13",
    "bound",
    wrong={"a tenth of the second term": {"share": 0.1}, "a norm of the lines below 1": {"rest": lambda gamma: 0.0}},
)
def norms_below_the_bound(rng, instances, share=1.0, rest=lambda gamma: np.sqrt(gamma)):
    """Random draws lie below the bound with mu = 0.3."""
    for gamma, ratio in ((0.5, 1.0), (1, 1.0), (2, 0.5)):
        bound = B * (1 + ratio) + share * ratio * (1 + rest(gamma) + 0.3) ** 2
        bound = bound if rest(gamma) else B * (1 + ratio)
        yield AtMost(f"gamma {gamma}", norms_with_linear_part(100, gamma, ratio, 5, rng), bound, 1e-3)

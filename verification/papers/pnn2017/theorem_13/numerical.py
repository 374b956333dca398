"""Random lines at growing sizes: norms with the linear kernel added, against the exact limit and the bound."""

from itertools import product

import numpy as np
from scipy.integrate import quad

from pnn.kernels import abs_gram
from pnn.lines import random_lines
from pnn.risk import population_risk
from verification.drawn_once import drawn_once
from verification.methods import numerical
from verification.methods.numerical import AtMost, Same
from verification.papers.pnn2017.random_kernels.draws import B, C, mean_near, top


def inverse_m(gamma):
    """1/m, the positive root."""
    return ((1 + B - gamma) + np.sqrt((1 + B - gamma) ** 2 + 4 * gamma * B)) / 2


@drawn_once
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
        "the limit of Theorem 11": {"root": lambda gamma: B},
        r"the value at $\gamma = 0$": {"root": lambda gamma: 1 + B},
        "$b$ for 1": {"diagonal": 1.0},
    },
)
def norms_at_growing_sizes(rng, instances, root=inverse_m, diagonal=B):
    r"""Means at 50 to 200 inputs against $b + \frac\rho m$: Student's intervals that miss once in a million, and a bias
    of $\frac3d$.

    In a full run one draw at 2,000 inputs too, within $\frac{5}{\sqrt d}$.
    """
    for gamma, ratio in ((1, 1.0), (2, 0.5)):
        limit = diagonal + ratio * root(gamma)
        for inputs, draws in ((50, 40), (100, 20), (200, 10)):
            found = norms_with_linear_part(inputs, gamma, ratio, draws, rng)
            yield mean_near(f"gamma {gamma}, {inputs} inputs", found, limit, 3 / inputs, 1e-3)
    if instances >= 100:
        (single,) = norms_with_linear_part(2000, 1, 0.5, 1, rng)
        yield AtMost("2,000 inputs", abs(single - diagonal - 0.5 * root(1)), 10 / np.sqrt(2000) * 0.5, 1e-3)


def mean_over_the_law(gamma):
    """The mean of 1/(x + b) under the law of Marchenko and Pastur, by quadrature: of eigenvalues of U U', with its atom
    at 0 beyond one line per input."""
    low, high = (1 - np.sqrt(gamma)) ** 2, (1 + np.sqrt(gamma)) ** 2

    def integrand(angle):
        x = (low + high) / 2 - (high - low) / 2 * np.cos(angle)
        return ((high - low) / 2 * np.sin(angle)) ** 2 / (2 * np.pi * gamma * x * (x + B))

    return quad(integrand, 0, np.pi, epsabs=1e-12)[0] + max(1 - 1 / gamma, 0) / B


@numerical.check(
    "ours.theorem-13-exact",
    "root",
    wrong={
        r"the value at $\gamma = 0$": {"root": lambda gamma: 1 + B},
        r"$\frac1\gamma$ for $\gamma$": {"aspect": lambda g: 1 / g},
    },
)
def root_against_the_law(rng, instances, root=inverse_m, aspect=float):
    r"""$\frac1m$ by the formula against an integral of the density, at $\frac1{20}$ to 20 lines for each input."""
    for gamma in 20.0 ** rng.uniform(-1, 1, instances):
        yield Same(f"gamma {gamma:.3f}", root(aspect(gamma)), 1 / mean_over_the_law(gamma), 1e-8)


def two_valued_complement(lines, targets, beta):
    """The largest eigenvalue of psi22 - psi21 (psi11 + D D')^-1 psi12 with b I + beta 11' for psi, D the lines."""
    count = len(lines)
    whole = B * np.eye(count + targets) + beta
    whole[:count, :count] += lines @ lines.T
    return top_of(whole[count:, count:] - whole[count:, :count] @ np.linalg.solve(*np.split(whole[:count], [count], 1)))


def top_of(matrix):
    """The largest eigenvalue of a small symmetric matrix."""
    return float(np.linalg.eigvalsh((matrix + matrix.T) / 2)[-1])


@numerical.check(
    "pnn.theorem-13",
    "chain",
    wrong={"the norm not squared": {"power": 1}, "nine tenths of the second term": {"share": 0.9}},
)
def two_valued_matrices(rng, instances, power=2, share=1.0):
    r"""Norms built from the blocks lie below the bound: for one direction, where a large $\beta$ all but attains it,
    and for others."""
    for index in range(instances):
        count, targets = 1 + index % 8, int(rng.integers(1, 9))
        beta = 1e5 if index % 4 == 1 else 10.0 ** rng.uniform(-1, 5)
        lines = random_lines(1 if index % 2 else count, 2 + index % 4, rng)
        lines = np.resize(lines, (count, lines.shape[1]))
        ratio, norm = targets / count, np.linalg.norm(lines, 2)
        bound = B * (1 + ratio) + share * ratio * norm**power
        yield AtMost(f"instance {index}", two_valued_complement(lines, targets, beta), bound, 1e-8)


def printed(gamma, ratio, mu, share=1.0):
    """b (1 + rho) + rho (1 + sqrt(gamma) + mu)^2, or a share of its second term."""
    return B * (1 + ratio) + share * ratio * (1 + np.sqrt(gamma) + mu) ** 2


def complement(lines, cross, gram, own, signs):
    """psi22 - psi21 (psi11 + D D')^-1 psi12 for lines turned by signs."""
    turned = signs[:, None] * lines
    explained = cross.T @ np.linalg.solve(gram + turned @ turned.T, cross)
    return own - (explained + explained.T) / 2


@drawn_once
def norms_by_signs(inputs, gamma, ratio, draws, rng):
    """Norms for the signs of the eigenvectors of U U' with the largest and the least eigenvalue: (draws, 2)."""
    found = []
    for _ in range(draws):
        lines = random_lines(round(gamma * inputs), inputs, rng)
        targets = random_lines(round(gamma * ratio * inputs), inputs, rng)
        blocks = abs_gram(lines, targets), abs_gram(lines, lines), abs_gram(targets, targets)
        vectors = np.linalg.eigh(lines @ lines.T)[1][:, [-1, 0]]
        found.append([top(complement(lines, *blocks, np.where(v < 0, -1.0, 1.0))) for v in vectors.T])
    return np.array(found)


@numerical.check(
    "ours.theorem-13-exact",
    "other-regions",
    wrong={"the limit of a fixed region": {"share": 0.0}, "the whole vector": {"share": 1.0}},
)
def signs_of_eigenvectors(rng, instances, share=C):
    r"""Means at 50 and 100 inputs, $\gamma = \rho = 1$, in the regions with the signs of the eigenvector of
    $U U^\top$ with its largest and with its least eigenvalue, against the formula: Student's intervals at the level,
    and a bias of $\frac5d$."""
    m = 1 / inverse_m(1.0)
    for inputs, draws in ((50, 30), (100, 20)):
        found = norms_by_signs(inputs, 1.0, 1.0, draws, rng)
        for column, eigenvalue, name in ((0, 4.0, "largest"), (1, 0.0, "least")):
            expected = B + 1 / (share / (eigenvalue + B) + (1 - share) * m)
            yield mean_near(f"{name}, {inputs} inputs", found[:, column], expected, 5 / inputs, 1e-3)


@numerical.check(
    "pnn.theorem-13",
    "norm",
    wrong={
        "a tenth of the second term": {"share": 0.1},
        r"$\mu$ for the norm of the lines": {"of_lines": lambda gamma: 0.3},
    },
)
def norms_below_the_bound(rng, instances, share=1.0, of_lines=lambda gamma: 1 + np.sqrt(gamma) + 0.3):
    r"""Random draws at 100 inputs, as they are and turned by the signs of both eigenvectors, lie below the bound
    with $\mu = 0.3$."""
    for gamma, ratio in ((0.5, 1.0), (1, 1.0), (2, 0.5)):
        bound = B * (1 + ratio) + share * ratio * of_lines(gamma) ** 2
        found = [*norms_with_linear_part(100, gamma, ratio, 5, rng), *norms_by_signs(100, gamma, ratio, 3, rng).ravel()]
        yield AtMost(f"gamma {gamma}", found, bound, 1e-3)


@drawn_once
def norms_of_lines(inputs, gamma, draws, rng):
    """|U| of random lines: (draws,)."""
    return [np.linalg.norm(random_lines(round(gamma * inputs), inputs, rng), 2) for _ in range(draws)]


@numerical.check(
    "pnn.theorem-13",
    "norm-of-lines",
    wrong={r"1 for $1 + \sqrt\gamma$": {"root": 0.0}, r"the root of $1 + \gamma$": {"bound": lambda g: np.sqrt(1 + g)}},
)
def lines_below_their_bound(rng, instances, root=1.0, bound=None):
    r"""$\|U\|$ at 20 and 200 inputs is at most $(1 + \frac1d)(1 + \sqrt\gamma + \mu)$, $\mu$ such that a draw
    exceeds it once in $10^{10}$."""
    for inputs in (20, 200):
        mu = np.sqrt(2 * np.log(1e10) / inputs)
        for gamma in (0.5, 1.0, 4.0):
            least = bound(gamma) if bound else 1 + root * np.sqrt(gamma)
            found = norms_of_lines(inputs, gamma, 10, rng)
            yield AtMost(f"gamma {gamma}, {inputs} inputs", found, (1 + 1 / inputs) * (least + mu), 1e-3)


@drawn_once
def risks_at_bad_optima(inputs, lines, targets, draws, rng):
    """4 L/|q*|^2 at all bad local optima of random lines; two opposite neurons of norm 1 on each target line.

    In each of the 2^lines regions the masses solve (psi11 + D D') q = psi12 q*, and count where all are positive.
    """
    found = []
    for _ in range(draws):
        u, t = random_lines(lines, inputs, rng), random_lines(targets, inputs, rng)
        gram, moment = abs_gram(u, u), 2 * abs_gram(u, t).sum(axis=1)
        for signs in product((1.0, -1.0), repeat=lines):
            turned = np.array(signs)[:, None] * u
            masses = np.linalg.solve(gram + turned @ turned.T, moment)
            if masses.min() > 0:
                found.append(4 * population_risk(masses[:, None] * turned, np.vstack([t, -t])) / (4 * targets))
    return np.array(found)


@numerical.check(
    "pnn.theorem-13",
    "risk",
    wrong={"a twentieth of the second term": {"share": 0.05}, "the Schur value's limit": {"share": 0.0}},
)
def risks_below_the_bound(rng, instances, share=1.0):
    r"""Risks of all bad local optima of networks with 6 to 9 lines, by definition, are at most $\frac14 |q^*|^2$
    times the bound with $\mu = 0.3$."""
    for inputs, lines, targets in ((4, 6, 4), (6, 6, 6), (6, 9, 6)):
        found = risks_at_bad_optima(inputs, lines, targets, max(instances // 20, 4), rng)
        bound = printed(lines / inputs, targets / lines, 0.3, share)
        yield AtMost(f"{len(found)} optima, {lines} lines in {inputs} inputs", found, bound, 1e-9)

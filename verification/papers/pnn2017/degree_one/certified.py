"""Certificates for degree-one networks of more inputs than enumeration reaches."""

from itertools import pairwise

from flint import arb, arb_mat, fmpq

from verification.certificates import leaves
from verification.methods import certified
from verification.methods.certified import Agreement, Positive
from verification.papers.pnn2017.degree_one import certificates as leaving
from verification.papers.pnn2017.degree_one import spectrum_as_data

SIZES = (2, 3, 5, 10, 20)


def gram(inputs):
    """E |x_r||x_s| of independent inputs: 1, and (E|x|)^2 = 2/pi, in balls."""
    return [[arb(1) if r == s else 2 / arb.pi() for s in range(inputs)] for r in range(inputs)]


def kappa(inputs, power):
    """The statement's kappa."""
    c = 2 / arb.pi()
    return 1 - c**power * (inputs - 1) / (1 + c * (inputs - 2))


def region_minimizer(inputs, positive, negative):
    """Differences q - q* of the region where input 1 is all positive and the others mixed, and q_1 - S_1*.

    The unknowns are the q_r - q_r*: (C delta)_r = 0 for r > 1, and g_1 + b_1 = 0 with z_1 = delta_1 + 2 N_1*. A ball
    solution certifies that the system has exactly one.
    """
    matrix = gram(inputs)
    matrix[0][0] += 1
    right = [[-2 * negative if r == 0 else arb(0)] for r in range(inputs)]
    solution = arb_mat(matrix).solve(arb_mat(right))
    delta = [solution[r, 0] for r in range(inputs)]
    return delta, delta[0] + positive + negative


def value_of(delta, negative):
    """L = z_1^2/4 + delta' C delta/4 at those differences."""
    matrix = gram(len(delta))
    form = sum(matrix[r][s] * delta[r] * delta[s] for r in range(len(delta)) for s in range(len(delta)))
    return ((delta[0] + 2 * negative) ** 2 + form) / 4


def random_masses(rng):
    """Positive rationals P*, N*."""
    return [arb(fmpq(int(m), 10)) for m in rng.integers(5, 30, 2)]


@leaves(leaving.one_signed_input)
@certified.check(
    "pnn.theorem-5",
    "one-signed-input",
    wrong={
        "half the square, as for one input": {"share": lambda k: arb(1) / 2},
        r"$\kappa$ alone": {"share": lambda k: k},
        "$c$ for its square": {"power": 1},
        "a negative mass below zero": {"sign": -1},
    },
)
def larger_regions(rng, instances, share=lambda k: k / (1 + k), power=2, sign=1):
    r"""For up to 20 inputs solve for the stationary point in balls; its value and the sign of $q_1$ against the
    statement.

    $q_1 > 0$ and $q_r > |p_r|$ for $r > 1$ put the point into the region. The product of $q_1$ with
    $(1 + \kappa) P^* - (1 - \kappa) N^*$ is positive whether both are or neither is. The first masses, $P^* = 1$ and
    $N^* = 3$ for two inputs, are the same for every seed: there the condition with $c$ for its square fails.
    """
    for case in range(max(10, instances // 3)):
        inputs, k = SIZES[case % len(SIZES)], kappa(SIZES[case % len(SIZES)], power)
        positive, negative = random_masses(rng) if case else (arb(1), arb(3))
        negative = sign * negative
        delta, first = region_minimizer(inputs, positive, negative)
        yield Agreement(f"value {case}", value_of(delta, negative) - share(k) * negative**2)
        yield Positive(f"condition {case}", first * ((1 + k) * positive - (1 - k) * negative))
        yield from (Positive(f"input {r + 1} stays mixed {case}", delta[r]) for r in (1, inputs - 1))


@leaves(leaving.between)
@certified.check(
    "pnn.theorem-5",
    "kappa",
    wrong={
        "$c$ for its square": {"curvature": lambda inputs: kappa(inputs, 1)},
        "below $1 - c$": {"limit": arb(fmpq(38, 100))},
        r"the negative of $\kappa$": {"curvature": lambda inputs: -kappa(inputs, 2)},
        "plus for minus": {"curvature": lambda inputs: 2 - kappa(inputs, 2)},
    },
)
def strictly_between(curvature=lambda inputs: kappa(inputs, 2), limit=None):
    r"""$\kappa$, $1 - \kappa$, its steps down and its distance to $1 - c$ are positive, for 2 to 200 inputs."""
    limit = 1 - 2 / arb.pi() if limit is None else limit
    values = [curvature(inputs) for inputs in range(2, 202)]
    for inputs, (value, after) in enumerate(pairwise(values), start=2):
        yield Positive(f"kappa of {inputs}", value)
        yield Positive(f"1 - kappa of {inputs}", 1 - value)
        yield Positive(f"step from {inputs}", value - after)
        yield Positive(f"above the limit, {inputs}", value - limit)


@leaves(spectrum_as_data.spectrum, whole=False)
@certified.check(
    "pnn.corollary-2",
    "spectrum",
    wrong={
        "$1 + d c$": {"largest": lambda d, c: 1 + d * c},
        "the largest eigenvalue's negative": {"largest": lambda d, c: -1 - (d - 1) * c},
        r"$1 - \frac c2$": {"smallest": lambda d, c: 1 - c / 2},
        "singular": {"smallest": lambda d, c: arb(0)},
    },
)
def determinants(smallest=lambda d, c: 1 - c, largest=lambda d, c: 1 + (d - 1) * c):
    r"""$\det(t - C)$ against the product over the eigenvalues at three rational $t$, and the eigenvalues are
    positive, for up to 12 inputs."""
    c = 2 / arb.pi()
    for inputs in range(1, 13):
        small, large = smallest(inputs, c), largest(inputs, c)
        yield from (Positive(f"{name}, d = {inputs}", value) for name, value in (("1 - c", small), ("largest", large)))
        for t in (arb(fmpq(-1, 2)), arb(0), arb(fmpq(3, 2))):
            rows = [[(t if r == s else 0) - x for s, x in enumerate(row)] for r, row in enumerate(gram(inputs))]
            yield Agreement(
                f"t = {t.str(3)}, d = {inputs}", arb_mat(rows).det() - (t - small) ** (inputs - 1) * (t - large)
            )

"""The spectrum in float64: the kernel summed from it, the trace, the tail against actual lines."""

import numpy as np
from scipy.special import eval_gegenbauer, factorial, gamma

from pnn.kernels import abs_gram
from pnn.lines import equally_spaced, random_lines
from pnn.spectrum import eigenvalue, multiplicity
from verification.methods import numerical
from verification.methods.numerical import AtMost, Same

FORMS = ("pnn2017/kernel",)
DEGREES = 2 * np.arange(400)
SOUGHT = 2000  # target directions, on which a mean Schur complement is taken


def zonal(inputs, degree, t):
    """The Legendre polynomial of that degree, 1 at t = 1."""
    if inputs == 2:
        return np.cos(degree * np.arccos(t))
    return eval_gegenbauer(degree, inputs / 2 - 1, t) / eval_gegenbauer(degree, inputs / 2 - 1, 1.0)


def shares(inputs, factor=1.0, power=1):
    """N_k lambda_k for the even degrees."""
    counts = np.array([float(multiplicity(inputs, int(degree))) for degree in DEGREES])
    return factor * counts * eigenvalue(inputs, DEGREES) ** power


@numerical.check(
    "ours.spectrum",
    "eigenvalues",
    wrong={"1.01 times": {"factor": 1.01}, "squares": {"power": 2}},
)
def kernel_from_its_spectrum(rng, forms, factor=1.0, power=1):
    r"""The sum of $N_k \lambda_k P_k(t)$ to degree 798, against the closed form of $\psi$, at cosines up to 0.9 in
    2, 3, 4 and 6 inputs."""
    t = rng.uniform(-0.9, 0.9, 20)
    for inputs in (2, 3, 4, 6):
        terms = shares(inputs, factor, power)
        value = sum(share * zonal(inputs, degree, t) for degree, share in zip(DEGREES, terms, strict=True))
        yield Same(f"d = {inputs}", value, forms["psi"](t), 2e-6)


@numerical.check("ours.spectrum", "trace", wrong={"0.99": {"total": 0.99}, "2": {"total": 2.0}})
def sum_with_its_asymptotic_rest(total=1.0):
    r"""The sum to degree 798 and what the leading term says of the rest, $\frac{A K^{-3}}{3 (d-2)!}$ with $K = 799$,
    add up to 1, in 2 to 5 inputs."""
    for inputs in (2, 3, 4, 5):
        rest = leading(inputs) * 799.0**-3 / (3 * factorial(inputs - 2))
        yield Same(f"d = {inputs}", shares(inputs).sum() + rest, total, 1e-8)


def leading(inputs, base=2.0):
    """A, the limit of lambda_k k^(d+2)."""
    return inputs * gamma(inputs / 2) ** 2 * base**inputs / np.pi**2


@numerical.check(
    "ours.spectrum",
    "asymptotics",
    wrong={"$3^d$ for $2^d$": {"base": 3.0}, "$k^{d+1}$": {"power": 1}},
)
def largest_degrees(base=2.0, power=2):
    r"""$\frac1A \lambda_k k^{d+2}$ is 1 at $k = 10^6$, up to a deviation of order $d^2/k$, in 2, 3, 5 and 8 inputs."""
    degree = 10**6
    for inputs in (2, 3, 5, 8):
        value = eigenvalue(inputs, degree) * float(degree) ** (inputs + power) / leading(inputs, base)
        yield Same(f"d = {inputs}", value, 1.0, 1e-4)


def tail(inputs, lines):
    """1 minus the sum of the largest `lines` eigenvalues."""
    rest, left = 1.0, lines
    for degree in DEGREES:
        if not left:
            break
        taken = min(left, multiplicity(inputs, int(degree)))
        rest, left = rest - taken * float(eigenvalue(inputs, int(degree))), left - taken
    return rest


def schur_of_one(lines, targets):
    """1 - B'A^-1 B for each target line alone, shape (targets,)."""
    cross = abs_gram(lines, targets)
    return 1 - np.sum(cross * np.linalg.solve(abs_gram(lines, lines), cross), axis=0)


@numerical.check(
    "ours.decay-lower-bound",
    "mean",
    wrong={"twice the tail": {"factor": 2.0}, "the tail of half as many lines": {"share": 0.5}},
)
def lines_against_the_tail(rng, instances, factor=1.0, share=1.0):
    """The mean of $S$ over random target directions plus four standard errors is at least the tail, for random lines
    in three to six inputs; in the plane it is so for equally spaced lines, with the mean over equally spaced
    targets."""
    for index in range(max(instances // 20, 8)):
        inputs, count = int(rng.integers(3, 7)), int(rng.integers(1, 40))
        values = schur_of_one(random_lines(count, inputs, rng), random_lines(SOUGHT, inputs, rng))
        most = values.mean() + 4 * values.std() / np.sqrt(SOUGHT)
        yield AtMost(f"instance {index}", factor * tail(inputs, int(share * count)), most)
    for count in (1, 2, 3, 5, 8):
        value = schur_of_one(equally_spaced(count), equally_spaced(SOUGHT)).mean()
        yield AtMost(f"plane, {count} lines", factor * tail(2, int(share * count)), value)


@numerical.check(
    "ours.decay-lower-bound",
    "norm",
    wrong={"$r^*$ times the tail": {"each": True}, "twice the tail": {"factor": 2.0}},
)
def norms_against_the_tail(rng, instances, each=False, factor=1.0):
    """The mean of the largest entry on the diagonal of $S$, a lower bound of its norm, over draws of four random
    target lines, plus four standard errors, is at least the tail; for one line in four to eight inputs."""
    for inputs in range(4, 9):
        values = schur_of_one(random_lines(1, inputs, rng), random_lines(SOUGHT, inputs, rng))
        norms = values.reshape(-1, 4).max(axis=1)
        most = norms.mean() + 4 * norms.std() / np.sqrt(len(norms))
        yield AtMost(f"d = {inputs}", factor * (4 if each else 1) * tail(inputs, 1), most)


@numerical.check(
    "ours.decay-lower-bound",
    "rate",
    wrong={r"$\frac2{d - 1}$": {"power": 2.0}, "a tenth more": {"factor": 1.1}},
)
def tail_at_block_ends(power=3.0, factor=1.0):
    """The tail beyond a full block of harmonics, that of degree 2,000, summed to degree 20,000 and on by the leading
    term, times $r^{3/(d-1)}$, is $C_d$ within 0.6 percent, in two to four inputs."""
    for inputs in (2, 3, 4):
        degrees = np.arange(2002, 20_001, 2)
        counts = np.array([float(multiplicity(inputs, int(degree))) for degree in degrees])
        rest = leading(inputs) * 20_001.0**-3 / (3 * factorial(inputs - 2))
        total = float(counts @ eigenvalue(inputs, degrees)) + rest
        lines = sum(multiplicity(inputs, degree) for degree in range(0, 2001, 2))
        limit = leading(inputs) / (3 * factorial(inputs - 2)) * factorial(inputs - 1) ** (-3 / (inputs - 1))
        yield Same(f"d = {inputs}", total * float(lines) ** (power / (inputs - 1)), factor * limit, 0.006)

"""Probabilities around Lemma 6 in balls."""

import itertools

from flint import arb, fmpq

from pnn.spectrum import multiplicity
from verification.certificates import leaves
from verification.methods import certified
from verification.methods.certified import Agreement, Positive
from verification.papers.diversity2017.funk_hecke import gamma
from verification.papers.diversity2017.smallest_eigenvalue import certificates as leaving

HALF = fmpq(1, 2)
PLANE = ((100, fmpq(193, 1000)), (1000, fmpq(198, 10000)), (10_000, fmpq(198, 100_000)))
LIMIT = ((2, (10**3, 10**4, 10**5)), (3, (10**3, 10**4, 10**5)), (5, (10**8, 10**9, 10**10)))


def eigenvalue(inputs, m):
    """gamma_m, by counting through the degrees."""
    many = 0
    for degree in (1, 0, *range(2, 10**6, 2)):
        many += multiplicity(inputs, degree)
        if many >= m:
            return gamma(inputs, degree)
    raise ValueError(f"m = {m} is too large")


def fall(angle):
    """g(1) - g(cos angle)."""
    return fmpq(1, 2) - angle.cos() * (1 - angle / arb.pi()) / 2


def largest_angle(height):
    """A rational angle at which g falls by less than that, found in floating point and held in balls."""
    low, high = 0.0, 1.0
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if fall(arb(middle)) < height else (low, middle)
    return arb(fmpq(int(low * (1 - 1e-6) * 10**12), 10**12))


def none_close(m, chance):
    """The bound on the chance that no pair of m samples is close."""
    return (1 - chance) / (fmpq(m * (m - 1), 2) * chance)


@leaves(leaving.plane)
@certified.check(
    "ours.lemma-6-event",
    "plane",
    wrong={"half as likely pairs": {"pairs": fmpq(1, 2)}, r"$\frac14 m \gamma_m$": {"share": fmpq(1, 4)}},
)
def no_pair_close_in_the_plane(pairs=1, share=HALF):
    r"""The numbers stated less an upper bound of the chance that no pair of samples is within an angle; and
    $\frac{m \gamma_m}{2}$ less the fall of $g$ from $g(1)$ at that angle.
    """
    for m, bound in PLANE:
        height = m * eigenvalue(2, m)
        angle = largest_angle(height / 2)
        yield Positive(f"chance, m = {m}", bound - none_close(m, pairs * angle / arb.pi()))
        yield Positive(f"the event fails, m = {m}", share * height - fall(angle))


def cap_share(inputs, angle):
    """The share of the sphere within an acute angle of a point."""
    return (angle.sin() ** 2).beta_lower(fmpq(inputs - 1, 2), fmpq(1, 2), regularized=True) / 2


@leaves(leaving.vanishes)
@certified.check(
    "ours.lemma-6-event",
    "vanishes",
    wrong={r"an angle of $\gamma_m$": {"power": 0}, "a pair for all": {"all_pairs": False}},
)
def bounds_that_fall_with_m(power=1, all_pairs=True):
    r"""The upper bound of the chance that no pair of $m$ samples is within the angle $m \gamma_m$, less five times that
    for $10 \, m$ samples, for two $m$ each in 2, 3 and 5 inputs.
    """
    for inputs, sizes in LIMIT:
        found = []
        for m in sizes:
            chance = cap_share(inputs, m**power * eigenvalue(inputs, m))
            found.append(none_close(m if all_pairs else 2, chance))
        for index, (first, second) in enumerate(itertools.pairwise(found)):
            yield Positive(f"falls fivefold, d = {inputs}, {index}", first - 5 * second)


@leaves(leaving.two_samples)
@certified.check(
    "ours.lemma-6-event",
    "two-samples",
    wrong={r"$\frac23$ for $\frac34$": {"height": fmpq(2, 3)}, r"$\frac45$": {"height": fmpq(4, 5)}},
)
def angle_of_two_samples(height=None):
    r"""$\cos \theta \, (1 - \frac \theta\pi)$ crosses $\frac34$ between the angles for the probabilities 0.84653 and
    0.84651; and $1 - 2 \gamma_2 = \frac34$.
    """
    level = fmpq(3, 4) if height is None else height
    for name, chance, sign in (("above", fmpq(84653, 100_000), 1), ("below", fmpq(84651, 100_000), -1)):
        angle = arb.pi() * (1 - chance)
        yield Positive(f"{name} the level", sign * (angle.cos() * (1 - angle / arb.pi()) - level))
    yield Agreement("the level", 1 - 2 * gamma(2, 1) - level)


def coefficient(j):
    """a_j for even j from 2 on."""
    half = j // 2 - 1
    return arb(half + fmpq(1, 2)).gamma() / arb.pi().sqrt() / arb(half + 1).gamma() / (2 * half + 1) / (2 * arb.pi())


def rest(J):
    """c_J."""
    return fmpq(1, 4) - sum((coefficient(j) for j in range(2, J, 2)), arb(0))


@leaves(leaving.series)
@certified.check(
    "ours.lemma-6-replacement",
    "series",
    wrong={r"$\frac12$ for $\frac14$ at $t$": {"linear": fmpq(1, 2)}, "coefficients twice": {"factor": 2}},
)
def partial_sums_of_the_series(linear=fmpq(1, 4), factor=1):  # noqa: B008
    r"""$g(t)$ less $\frac t4$ and 20 terms is positive for $t = \pm \frac12, \frac{9}{10}, 1$, and no larger than
    $c_{42} |t|^{42}$.
    """
    for t in (fmpq(1, 2), fmpq(-1, 2), fmpq(9, 10), fmpq(1)):
        kernel = t * (arb(1) / 2 - arb(t).acos() / (2 * arb.pi()))
        left = kernel - linear * t - factor * sum((coefficient(j) * arb(t) ** j for j in range(2, 42, 2)), arb(0))
        size = rest(42) * abs(arb(t)) ** 42
        yield Positive(f"terms are left, t = {t}", left)
        yield Positive(f"no more than the tail, t = {t}", size * (1 + fmpq(1, 10**9)) - left)


SIZES = (
    (50, 100, 20, fmpq(150, 10_000), fmpq(42, 10_000)),
    (200, 200, 8, fmpq(261, 10_000), fmpq(79, 10_000_000)),
    (1500, 3000, 6, fmpq(321, 10_000), fmpq(12, 10**12)),
)


@leaves(leaving.sizes)
@certified.check(
    "ours.lemma-6-replacement",
    "sizes",
    wrong={
        r"$\frac d4$ for $\frac d2$": {"rate": fmpq(1, 4)},
        r"$\frac{c_J}{4}$": {"share": fmpq(1, 4)},
        r"$m \gamma_m$": {"twice": 2},
    },
)
def bounds_at_three_sizes(rate=fmpq(1, 2), share=fmpq(1, 2), twice=1):  # noqa: B008
    r"""$\frac{c_J}{2}$ and the chance of failure against the numbers claimed; $\frac{m \gamma_m}{2}$ at
    the first size.
    """
    for inputs, m, J, least, failure in SIZES:
        yield Positive(f"eigenvalue, d = {inputs}, m = {m}, J = {J}", share * rest(J) - least)
        exponent = -rate * inputs * arb(2 * m) ** arb(fmpq(-2, J))
        yield Positive(f"chance, d = {inputs}, m = {m}, J = {J}", failure - m**2 * exponent.exp())
    yield Positive("of Lemma 6", fmpq(63, 10_000) - twice * 50 * eigenvalue(50, 100))


@leaves(leaving.caps)
@certified.check(
    "ours.lemma-6-replacement",
    "probability",
    wrong={"without the factor 2": {"factor": fmpq(1, 2)}, r"$d s^2$ for $\frac12 d s^2$": {"rate": 1}},
)
def caps_against_the_bound(factor=2, rate=fmpq(1, 2)):  # noqa: B008
    r"""$2 e^{- d s^2 / 2}$ less the exact $P(|x_1 \cdot x_2| \ge s)$, for six $d$ from 2 to 200 and four $s$ from 0.1
    to 0.9.
    """
    for inputs in (2, 3, 5, 10, 50, 200):
        for s in (fmpq(1, 10), fmpq(3, 10), fmpq(3, 5), fmpq(9, 10)):
            tail = arb(1 - s * s).beta_lower(fmpq(inputs - 1, 2), fmpq(1, 2), regularized=True)
            yield Positive(f"d = {inputs}, s = {s}", factor * (-rate * inputs * arb(s * s)).exp() - tail)

"""Hunts for Gram matrices further from their mean than stated."""

from fractions import Fraction
from itertools import combinations

from flint import arb, arb_mat

from verification.comparisons import at_most, ball, least_norm, search
from verification.methods import hunt
from verification.papers.diversity2017.mathematics.plane import (
    discrepancy_moment,
    distance,
    largest_discrepancy,
    slice_discrepancy,
)
from verification.papers.diversity2017.minimisers.rational import cosine, dot, kernel, units_of, usable
from verification.papers.diversity2017.slices.hunt import planes, turns_of


def entries(rows, data):
    """Cosines and errors E of all pairs of samples, in balls."""
    active = [[dot(w, x) >= 0 for w in rows] for x in data]
    size = range(len(data))
    shares = [
        [Fraction(sum(a and b for a, b in zip(active[i], active[j], strict=True)), len(rows)) for j in size]
        for i in size
    ]
    errors = [[ball(shares[i][j]) - kernel(data[i], data[j]) for j in size] for i in size]
    cosines = [[sign * ball(square).sqrt() for sign, square in (cosine(x, y) for y in data)] for x in data]
    return cosines, errors


def largest(numbers):
    """The largest of some balls in size; 0 of none."""
    return max((abs(number) for number in numbers), key=lambda number: float(number.mid()), default=arb(0))


def few_samples(rng, rows):
    """Two to five samples, some of them opposite, equal, or units."""
    found = rng.standard_normal((int(rng.integers(2, 6)), rows.shape[1]))
    found[-1] = found[0] * rng.choice([-1, 1]) if rng.random() < 0.5 else rows[0]
    return found


@hunt.check(
    "diverse.equation-21",
    "final",
    wrong={"without the diagonal": {"diagonal": 0}, "a third of the rest": {"rest": Fraction(1, 3)}},
    per_stratum=5,
    starts=1,
)
def norms_beyond_the_bound(diagonal=1, rest=Fraction(1)):
    r"""Units and two to five samples in 2 and 3 inputs: is a lower bound of $\|G_n - G\|$ above the right side?"""

    def compare(instance):
        rows, data = instance.fractions("units"), instance.fractions("samples")
        if not usable(rows) or not usable(data):
            return None
        cosines, errors = entries(rows, data)
        pairs = list(combinations(range(len(data)), 2))
        found = arb_mat([[c * e for c, e in zip(*both, strict=True)] for both in zip(cosines, errors, strict=True)])
        squares = sum((2 * errors[i][j] ** 2 for i, j in pairs), arb(0))
        second = largest(cosines[i][j] for i, j in pairs) * squares.sqrt()
        first = largest(errors[i][i] for i in range(len(data)))
        return at_most(least_norm(found), diagonal * first + ball(rest) * second, "the norm and its bound")

    return search(units_of(2, 3, samples=few_samples), compare)


def ratio(samples):
    """The largest cosine of two samples of the plane over log 2 / sqrt 2, or 1."""
    cosines = [(2 * arb.pi() * ball(distance(x, y))).cos() for x, y in combinations(samples, 2)]
    return (largest(cosines) / (arb(2).log() / arb(2).sqrt())).max(arb(1))


def rho(turns, many, rate):
    """rho(W) for units in the plane, `many` samples and log(1/delta) = `rate`."""
    root, top = ball(discrepancy_moment(turns, 2)).sqrt(), ball(largest_discrepancy(turns))
    terms = many * root + many * (root * top).sqrt() * (4 * rate / many).root(4) + top * (4 * many * rate / 3).sqrt()
    return arb(2).log() / arb(2).sqrt() * terms + top


@hunt.check(
    "diverse.equation-26",
    "bound",
    wrong={"a tenth": {"share": Fraction(1, 10)}},
    per_stratum=5,
    starts=1,
)
def norms_beyond_rho(share=Fraction(1)):
    r"""Units and two to four samples in the plane that obey (22), $c$ the least of at least 1 for their cosines: is a
    lower bound of $\|G_n - G\|$ above $c \, \rho(W)$?
    """

    def rate(rng):
        return rng.choice([0.001, 0.1, 1, 4], (1, 1))

    def samples(rng):
        return rng.choice([0, 0.25, 0.5, rng.random()]) + rng.choice(
            [0, 0, 0.5, rng.random()], (1, int(rng.integers(2, 5)))
        )

    def compare(instance):
        turns, data, logs = turns_of(instance), turns_of(instance, "samples"), ball(turns_of(instance, "rate")[0])
        if not logs > 0:
            return None
        size = range(len(data))
        errors = [[slice_discrepancy(turns, x, y) for y in data] for x in data]
        apart = [errors[i][j] ** 2 for i in size for j in size if i != j]
        squares = sum(apart, Fraction(0)) / len(apart)
        mean, top = discrepancy_moment(turns, 2), largest_discrepancy(turns)
        spread = ball(discrepancy_moment(turns, 4) - mean**2)
        obeys = ball(mean) + (4 * spread * logs / len(data)).sqrt() + 4 * ball(top) ** 2 * logs / (3 * len(data))
        if not ball(squares) <= obeys:
            return None
        turned = [[(2 * arb.pi() * ball(distance(x, y))).cos() for y in data] for x in data]
        found = arb_mat([[turned[i][j] * ball(errors[i][j]) for j in size] for i in size])
        bound = ball(share) * ratio(data) * rho(turns, len(data), logs)
        return at_most(least_norm(found), bound, "the norm and c rho")

    return search(planes(samples=samples, rate=rate), compare)

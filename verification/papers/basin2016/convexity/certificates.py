"""Points, dual points and least losses of closed cells, and patterns of signs, as data for anybody's program."""

from fractions import Fraction

from verification.enumerations import SIGNS, added, distinct, enumeration, times
from verification.papers.basin2016.basins_as_data import basin, bound, covered, least, point, small_starts
from verification.papers.basin2016.mathematics.networks import Start, outputs, whole_start
from verification.papers.basin2016.mathematics.points import cell_point
from verification.papers.basin2016.mathematics.rational import exact_basin

HALF = Fraction(1, 2)
INDEPENDENT: list[list[tuple[int, ...]]] = [[(1,)], [(2, 1), (1, 3)], [(1, 2, 0), (0, 1, -1), (3, 0, 1)]]  # samples
TYPES = {3: 16, 4: 28, 5: 44}  # samples, pairs of signs


def types_on_the_moment_curve():
    """Weights whose polynomials have roots at any two halves between the samples, or at one, or at none.

    With the sample (1, k, k^2) the product of (p, q, r) is p + q k + r k^2.
    """
    for samples, number in TYPES.items():
        values = [added("p", times(k, "q"), times(k * k, "r")) for k in range(samples)]
        signs = [["/", value, ["abs", value]] for value in values]
        halves = [2 * k + 1 for k in range(samples - 1)]
        roots = {(a * b, -2 * (a + b), 4) for a in halves for b in halves}
        roots |= {(a, -2, 0) for a in halves} | {(1, 0, 0)}
        weights = sorted(tuple(sign * x for x in row) for row in roots for sign in SIGNS)
        counts = [distinct(f"signs on {samples} samples, and of v", [*signs, "v"], number, 2 * len(weights))]
        yield enumeration({("p", "q", "r"): weights, "v": SIGNS}, counts)


def points_of_cells(rng):
    """Three random points of each of two starts."""
    for start in small_starts(rng):
        yield basin(start, *(point(start, cell_point(rng, start)) for _ in range(3)))


def dual_points(rng):
    """Dual points of exact solutions, and half of them."""
    for start in small_starts(rng):
        dual = exact_basin(*start).certificate.dual
        yield basin(start, *(bound(start, [share * d for d in dual]) for share in (Fraction(1), HALF)))


def tight_bounds(rng):
    """Least losses, and the bounds of the residuals there."""
    for start in small_starts(rng):
        found = exact_basin(*start).certificate
        reached = outputs(start.samples, found.weights, found.output_weights)
        yield basin(start, least(start), bound(start, [y - p for y, p in zip(start.targets, reached, strict=True)]))


def independent_samples(rng):
    """Least losses on one to three independent samples, and the targets that no neuron covers."""
    for neurons, samples in enumerate(INDEPENDENT, 1):
        start = Start(samples, (), [], ())
        while not start.weights or any(0 in row for row in start.signs):
            drawn = whole_start(rng, neurons, len(samples), len(samples))
            start = drawn._replace(samples=samples)
        yield basin(start, least(start), covered(start))

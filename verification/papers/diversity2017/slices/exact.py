"""Units in the plane, in fractions of a turn, and slices of area 0 in whole numbers."""

from fractions import Fraction
from itertools import combinations

from verification.certificates import leaves
from verification.methods import exact
from verification.papers.diversity2017.mathematics.plane import (
    discrepancy_moment,
    distance,
    largest_discrepancy,
    slice_discrepancy,
)
from verification.papers.diversity2017.places import PLACES, polygon
from verification.papers.diversity2017.slices import certificates as leaving
from verification.papers.diversity2017.slices.space import in_slice, orthogonal, whole_units

HALF = Fraction(1, 2)


@leaves(leaving.integrals, whole=False)
@exact.check(
    "diverse.theorem-8",
    "identity",
    wrong={"no diagonal": {"own": Fraction(0)}, r"$\frac{1}{13}$ for the mean": {"mean": Fraction(1, 13)}},
    scope="instances",
)
def integrals_over_slices_of_the_plane(own=Fraction(1, 4), mean=Fraction(1, 12)):
    r"""$L_2^2$ of nine sets of units in the plane, integrated over all arcs, less
    $\frac{1}{n^2} \sum_{i, j} k(w_i \cdot w_j)^2 - \frac{1}{12}$.
    """
    for turns in PLACES:
        pairs = sum(2 * (HALF - distance(a, b)) ** 2 for a, b in combinations(turns, 2))
        sums = (pairs + len(turns) * own) / len(turns) ** 2
        yield {"the integral, less the sum": discrepancy_moment(turns, 2) - sums + mean}


@leaves(leaving.means, whole=False)
@exact.check(
    "diverse.equations-11-to-15",
    "mean",
    wrong={"a third": {"mean": Fraction(1, 3)}, "squared": {"power": 2}},
    scope="instances",
)
def mean_over_slices_of_the_plane(mean=0, power=1):
    r"""The mean of $\mathrm{dsp}(W, S_{xy})$ over all arcs, integrated, for nine sets of units in the plane."""
    for turns in PLACES:
        yield {"the integral": discrepancy_moment(turns, power) - mean}


@leaves(leaving.bounds, whole=False)
@exact.check(
    "diverse.dsp-bound",
    "bound",
    wrong={"half": {"bound": HALF}, "nine tenths": {"bound": Fraction(9, 10)}},
    scope="instances",
)
def largest_of_the_plane(bound=2):
    r"""$L_\infty \le 2$ for nine sets of units in the plane."""
    for turns in PLACES:
        yield {"within": largest_discrepancy(turns) <= bound}


@leaves(leaving.both_ends)
@exact.check(
    "diverse.dsp-bound",
    "ends",
    wrong={"a third unit": {"units": 3}, "the half circle around the unit": {"turned": 0}},
)
def slices_at_both_ends(units=2, turned=HALF):
    r"""The share of two units of three inputs in $S_{x, -x}$ with $x$ orthogonal to both, less 1; and $\mathrm{dsp}$ of
    the half circle opposite to a unit, less $- \frac12$.
    """
    rows = whole_units(units, 3)
    x = orthogonal(rows[:2])
    inside = sum(in_slice(unit, x, [-a for a in x]) for unit in rows)
    yield {"the share in a slice of area 0": Fraction(inside, units) - 1}
    yield {"a half circle without the unit": slice_discrepancy([Fraction(0)], turned, turned) + HALF}


@leaves(leaving.area_zero, whole=False)
@exact.check(
    "diverse.dsp-bound",
    "least",
    wrong={"$d$ for $d - 1$": {"less": 0}, "a size too low": {"less": 2}},
    scope="instances",
)
def slices_of_area_zero(less=1):
    r"""Units in 3 to 5 inputs, any $d$ of which are independent: how many lie in $S_{x, -x}$ with $x$ orthogonal to
    $d - 1$ of them, less $\min(n, d - 1)$.
    """
    for inputs in (3, 4, 5):
        for units in (inputs - 1, inputs + 1, 8):
            rows = whole_units(units, inputs)
            x = orthogonal(rows[: inputs - 1])
            inside = sum(in_slice(unit, x, [-a for a in x]) for unit in rows)
            yield {"units inside": inside - min(units, inputs - less)}


@leaves(leaving.variances, whole=False)
@exact.check(
    "diverse.equation-25",
    "bound",
    wrong={"a sixth": {"factor": Fraction(1, 6)}, "$L_2^4$ for $L_2^2$": {"power": 2}},
    scope="instances",
)
def variances_in_the_plane(factor=1, power=1):
    r"""$\Sigma^2$, integrated over all arcs, against $L_2^2 L_\infty^2$, for nine sets of units in the plane."""
    for turns in PLACES:
        squared, fourth = (discrepancy_moment(turns, p) for p in (2, 4))
        bound = factor * squared**power * largest_discrepancy(turns) ** 2
        yield {"within": fourth - squared**2 <= bound}


@leaves(leaving.polygons_squared, whole=False)
@exact.check(
    "ours.n-gon",
    "squared",
    wrong={r"$\frac{1}{n^2}$": {"divisor": 1}, r"$\frac{1}{6 n}$": {"power": 1}},
    scope="instances",
)
def integrals_of_polygons(divisor=6, power=2):
    r"""$L_2^2$ of 1 to 12 equally spaced units, integrated over all arcs, less $\frac{1}{6 n^2}$."""
    for units in range(1, 13):
        yield {"the integral": discrepancy_moment(polygon(units), 2) - Fraction(1, divisor * units**power)}


@leaves(leaving.polygons_largest, whole=False)
@exact.check(
    "ours.n-gon",
    "largest",
    wrong={r"$\frac1n$ for even $n$": {"even": 1}, r"$\frac2n$ for odd $n$": {"odd": 2}},
    scope="instances",
)
def largest_of_polygons(odd=1, even=2):
    r"""$L_\infty$ of 1 to 14 equally spaced units, less $\frac1n$ for odd $n$ and $\frac2n$ for even $n$."""
    for units in range(1, 15):
        kind, wanted = ("odd", odd) if units % 2 else ("even", even)
        yield {kind: largest_discrepancy(polygon(units)) - Fraction(wanted, units)}

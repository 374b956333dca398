"""Two opposite units in the plane against a U-statistic less its mean."""

from fractions import Fraction

from verification.certificates import leaves
from verification.methods import exact
from verification.papers.diversity2017.concentration import certificates as leaving
from verification.papers.diversity2017.mathematics.plane import discrepancy_moment, distance, regulariser
from verification.papers.diversity2017.places import PLACES

HALF, QUARTER, MEAN = Fraction(1, 2), Fraction(1, 4), Fraction(1, 12)


@leaves(leaving.statistics, whole=False)
@exact.check(
    "diverse.section-4.u-statistic",
    "with-the-diagonal",
    wrong={"no diagonal": {"own": Fraction(0)}, "$n$ for $n - 1$": {"less": 0}},
    scope="instances",
)
def integrals_by_the_statistic(own=QUARTER, less=1):
    r"""$L_2^2$ of eight sets of units in the plane, integrated over all arcs, less
    $\frac{n - 1}{n} (R - E k^2) + \frac1n \left( \frac14 - E k^2 \right)$ with $E k^2 = \frac{1}{12}$.
    """
    for turns in PLACES:
        n = len(turns)
        if n > 1:
            wanted = Fraction(n - less, n) * (regulariser(turns) - MEAN) + (own - MEAN) / n
            yield {"the integral, less the terms": discrepancy_moment(turns, 2) - wanted}


@leaves(leaving.opposite_units)
@exact.check(
    "diverse.section-4.u-statistic",
    "opposite-units",
    wrong={"equal units": {"second": Fraction(0)}, "orthogonal units": {"second": Fraction(1, 4)}},
)
def opposite_units_in_the_plane(second=HALF):
    r"""$R$, and $L_2^2$, integrated over all arcs, less $\frac{1}{24}$."""
    units = [Fraction(0), second]
    yield {"R": (HALF - distance(*units)) ** 2}
    yield {"L_2^2": discrepancy_moment(units, 2) - Fraction(1, 24)}

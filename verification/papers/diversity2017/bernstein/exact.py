"""The law of an entry for two opposite units in the plane, by its moments in fractions."""

from fractions import Fraction

from verification.certificates import leaves
from verification.methods import exact
from verification.papers.diversity2017.bernstein import certificates as leaving
from verification.papers.diversity2017.mathematics.plane import discrepancy_moment, slice_discrepancy


@leaves(leaving.law, whole=False)
@exact.check(
    "diverse.equation-22",
    "law",
    wrong={"uniform": {"triangular": False}, "a unit and an orthogonal one": {"second": Fraction(1, 4)}},
    scope="instances",
)
def moments_of_an_entry(triangular=True, second=leaving.OPPOSITE[1]):
    r"""$E \, E_{12}^q$ over all arcs, less $\frac{2}{2^q (q + 1) (q + 2)}$, for $q = 2, 4, 6, 8$; $E_{11}$ at eleven
    samples orthogonal to no unit; and $L_2^2$ and $\Sigma^2$ less their values.
    """
    units = (leaving.OPPOSITE[0], second)
    for q in (2, 4, 6, 8):
        wanted = Fraction(2, (q + 1) * (q + 2)) if triangular else Fraction(1, q + 1)
        yield {"a moment of E_12": discrepancy_moment(units, q) - wanted / 2**q}
    for sample in leaving.AWAY:
        yield {"E_11": slice_discrepancy(units, sample, sample)}
    squared, fourth = (discrepancy_moment(units, q) for q in (2, 4))
    yield {"L_2^2": squared - Fraction(1, 24), "Sigma^2": fourth - squared**2 - Fraction(7, 2880)}

"""A hunt for units whose mean squared cosine is below one over the inputs."""

from fractions import Fraction

from verification.comparisons import at_most, search
from verification.methods import hunt
from verification.papers.diversity2017.minimisers.rational import cosine, dot, units_of, usable


@hunt.check(
    "ours.weighted-discrepancy",
    "below",
    wrong={r"$\frac{1}{d - 1}$": {"less": 1}, "products for cosines": {"cosines": False}},
    per_stratum=5,
    starts=1,
)
def mean_squared_cosines_that_are_small(less=0, cosines=True):
    r"""Units in 2 and 3 inputs: is the mean of all squared cosines, with those of a unit and itself,
    below $\frac1d$?
    """

    def compare(instance):
        rows = instance.fractions("units")
        if not usable(rows):
            return None
        squares = [cosine(v, w)[1] if cosines else dot(v, w) ** 2 for v in rows for w in rows]
        mean = sum(squares, Fraction(0)) / len(rows) ** 2
        return at_most(Fraction(1, len(rows[0]) - less), mean, "one over the inputs and the mean")

    return search(units_of(2, 3), compare)

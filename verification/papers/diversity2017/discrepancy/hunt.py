"""A hunt for units with a smaller regulariser than the discrepancy leaves."""

from fractions import Fraction

from flint import arb

from verification.comparisons import ball, not_negative, search
from verification.methods import hunt
from verification.papers.diversity2017.funk_hecke import squared_kernel
from verification.papers.diversity2017.minimisers.rational import regulariser, units_of, usable


@hunt.check(
    "diverse.equation-28",
    "least",
    wrong={"half of it": {"share": Fraction(1, 2)}},
    per_stratum=5,
    starts=1,
)
def regularisers_below_the_mean(share=Fraction(1)):
    r"""Units in 2 and 3 inputs: is $R$ below $E k^2 - \frac{1}{n - 1} \left( \frac14 - E k^2 \right)$?"""

    def compare(instance):
        rows = instance.fractions("units")
        if not usable(rows):
            return None
        mean = squared_kernel(len(rows[0]))
        room = ball(share) * (arb(1) / 4 - mean) / (len(rows) - 1)
        return not_negative(regulariser(rows) - mean + room, "R less its bound")

    return search(units_of(2, 3), compare)

"""Certificate: the printed number of lines falls below one."""

from flint import arb

from verification.certificates import leaves
from verification.methods import certified
from verification.methods.certified import Positive
from verification.papers.pnn2017.nearest_line import certificates as leaving


@leaves(leaving.bound)
@certified.check(
    "pnn.corollary-6",
    "less-than-one-line",
    wrong={"an error of 1": {"error": 1}, "the bound for the whole sphere": {"halves": 1}},
)
def bound_below_one(error=10, halves=2):
    r"""Two inputs, $s = 2$, one neuron with $|w| \le 1$, error 10: the bound is below 1. A set of lines has at least
    one, and the angle would have the cosine $1 - \frac{100}{4}$, below $-1$."""
    bound = (1 + 2 * arb(2).sqrt() / error) ** 2 / halves
    yield Positive("1 minus the bound", 1 - bound)
    yield Positive("-1 minus the cosine", -1 - (1 - arb(error) ** 2 / 4))

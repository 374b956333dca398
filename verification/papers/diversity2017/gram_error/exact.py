"""One sample and one unit, in fractions."""

from fractions import Fraction

from verification.certificates import leaves
from verification.methods import exact
from verification.papers.diversity2017.gram_error import certificates as leaving

HALF = Fraction(1, 2)


@leaves(leaving.one_sample)
@exact.check(
    "diverse.equation-21",
    "one-sample",
    wrong={"the other order": {"order": -1}, "a quarter": {"kernel": Fraction(1, 4)}},
)
def one_sample_and_one_unit(order=1, kernel=HALF):
    r"""$E_{11}$, the form at $|\alpha| = 1$, less $- \frac12$ on either side; its size less $\frac12$; and the supremum
    of $E_{11} \alpha^2$ over $|\alpha| \le 1$.
    """
    for active in (0, 1):
        entry = (active - kernel) * (1 - 2 * active) * order
        yield {"the entry": entry + HALF}
        yield {"the norm": abs(entry) - HALF}
        yield {"the supremum over the ball": max(Fraction(0), entry)}

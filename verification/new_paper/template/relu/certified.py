"""The counterexample in balls: every rounding error is bounded, and the sign is strict."""

from flint import arb

from verification.balls import ARB
from verification.methods import certified
from verification.methods.certified import Positive

FORMS = ("mykey/relu",)


@certified.check(
    "mykey.relu-of-a-normal", "below", wrong={r"$\frac13$ for $\frac25$": {"bound": (1, 3)}}, scope="finite"
)
def gap_below_the_bound(forms, bound=(2, 5)):
    """The bound less the proved mean at $s = 1$, in balls: strictly positive."""
    numerator, denominator = bound
    return [Positive("bound less mean", arb(numerator) / denominator - forms["mykey_mean"](arb(1), arithmetic=ARB))]

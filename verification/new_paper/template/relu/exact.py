"""A finite case exhausted in fractions."""

from fractions import Fraction

from verification.methods import exact


@exact.check("mykey.relu-of-a-normal", "signs", wrong={r"$\frac25$ for $\frac12$": {"value": Fraction(2, 5)}})
def mean_over_both_signs(value=Fraction(1, 2)):
    r"""The mean of $\max(x, 0)$ over both signs, less the value."""
    signs = (-1, 1)
    return Fraction(sum(max(sign, 0) for sign in signs), len(signs)) - value

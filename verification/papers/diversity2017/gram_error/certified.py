"""The tails of a cosine of two uniform directions, in balls."""

from flint import arb, fmpq

from verification.certificates import leaves
from verification.methods import certified
from verification.methods.certified import Positive
from verification.papers.diversity2017.gram_error import certificates as leaving

INPUTS = (2, 3, 5, 15, 100, 1500)
HALF = fmpq(1, 2)


def tail(inputs, squared):
    """P(t^2 >= squared) for a coordinate t of a uniform direction: t^2 is Beta(1/2, (inputs - 1)/2)."""
    rest = 1 - squared
    if not rest > 0:
        return arb(0)
    return rest.beta_lower(arb(inputs - 1) / 2, arb(1) / 2, regularized=True)


@leaves(leaving.caps)
@certified.check(
    "diverse.equation-21",
    "cap",
    wrong={"$d s^2$": {"rate": fmpq(1)}, r"$\frac12$ for 2": {"factor": HALF}},
)
def tails_against_the_cap_bound(rate=HALF, factor=2):
    r"""$2 e^{- d s^2 / 2}$ less the exact probability, for $s^2 < 1$ from $\frac{1}{4 d}$ to $\frac9d$, in six
    dimensions from 2 to 1,500.
    """
    for inputs in INPUTS:
        for quarters in (1, 2, 4, 9, 16, 36):
            squared = arb(fmpq(quarters, 4 * inputs))
            if squared < 1:
                bound = factor * (-rate * inputs * squared).exp()
                yield Positive(f"d = {inputs}, s^2 = {quarters}/(4 d)", bound - tail(inputs, squared))


@leaves(leaving.cosines)
@certified.check(
    "diverse.equation-21",
    "cosines",
    wrong={"twice the exponent": {"rate": fmpq(1)}, "$m^{-2}$": {"power": -2}},
)
def two_samples_against_the_bound(rate=HALF, power=2):
    r"""$m^2 e^{- c^2 \log^2 d / 2}$ less the exact probability at $m = 2$, for $c^2 = \frac14, 1, 2$, in six dimensions
    from 2 to 1,500.
    """
    for inputs in INPUTS:
        for square in (fmpq(1, 4), fmpq(1), fmpq(2)):
            exponent = arb(square) * arb(inputs).log() ** 2
            bound = arb(2) ** power * (-rate * exponent).exp()
            yield Positive(f"d = {inputs}, c^2 = {square}", bound - tail(inputs, exponent / inputs))

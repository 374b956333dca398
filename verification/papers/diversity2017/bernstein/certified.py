"""Probabilities with which two samples exceed the Bernstein bound, in balls."""

from flint import arb, fmpq

from verification.certificates import leaves
from verification.methods import certified
from verification.methods.certified import Positive
from verification.papers.diversity2017.bernstein import certificates as leaving

CONFIDENCES = tuple(fmpq(1, k) for k in (2, 5, 20, 100, 400, 10_000))
RARE = fmpq(1, 400)
LAWS = {  # L_2^2, Sigma^2 and L_inf^2 in the plane
    "two opposite units": (fmpq(1, 24), fmpq(7, 2880), 1),
    "one unit": (fmpq(1, 6), fmpq(7, 180), 1),
}


def bound(law, delta, term, spread=1):
    """L_2^2 + sqrt(2 Sigma^2 log(1/delta)) + (2/3) B log(1/delta), as at m = 2."""
    mean, variance, _ = LAWS[law]
    rate = -arb(delta).log()
    return arb(mean) + (2 * spread * arb(variance) * rate).sqrt() + 2 * arb(term) * rate / 3


def exceeded(law, threshold):
    """P(E_12^2 > threshold) for two samples in the plane."""
    s = 2 * threshold.sqrt()
    rest = (1 - s).max(arb(0))
    if law == "two opposite units":
        return rest**2
    both = arb(1) if s <= 1 else (2 - s).max(arb(0)) ** 2
    return both / 4 + (1 - s * s).max(arb(0)) / 4 + rest**2 / 2


@leaves(leaving.two_opposite_units)
@certified.check(
    "diverse.equation-22",
    "number",
    wrong={"the largest term": {"term": 1}, r"a confidence of $\frac12$": {"delta": fmpq(1, 2)}},
)
def chance_beyond_the_printed_bound(term=0, delta=RARE):
    r"""$(1 - \sqrt b)^2$ less $\delta$, and less 0.0061, at $\delta = \frac{1}{400}$ and $b$ four times the bound with
    $B = 0$.
    """
    chance = exceeded("two opposite units", bound("two opposite units", delta, term))
    yield Positive("the probability less delta", chance - arb(delta))
    yield Positive("the probability less 0.0061", chance - arb(fmpq(61, 10_000)))


@leaves(leaving.largest_term)
@certified.check(
    "diverse.equation-22",
    "largest-term",
    wrong={"no last term": {"share": 0}, "a tenth of both terms": {"share": fmpq(1, 10), "spread": fmpq(1, 100)}},
)
def chances_beyond_the_bound(share=1, spread=1):
    r"""$\delta$ less the probability of exceeding the bound with $B = L_\infty^2$, for two samples in the plane and one
    unit or two opposite ones, at six $\delta$ from $\frac{1}{10000}$ to $\frac12$.
    """
    for law, (*_, largest) in LAWS.items():
        for delta in CONFIDENCES:
            chance = exceeded(law, bound(law, delta, share * largest, spread))
            yield Positive(f"{law}, delta = {delta}", arb(delta) - chance)

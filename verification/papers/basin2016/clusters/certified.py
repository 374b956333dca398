"""Theorem 5 in balls: the chance that a hyperplane cuts a cluster, at the largest ratio allowed."""

from flint import arb

from verification.certificates import leaves
from verification.methods import certified
from verification.methods.certified import Positive
from verification.papers.basin2016.clusters import certificates as leaving


@leaves(leaving.cuts)
@certified.check(
    "basin.theorem-5",
    "cut",
    wrong={"twice the ratio": {"divisor": 8}, r"$\frac{1}{5 d}$": {"share": 5}},
)
def chances_to_cut(divisor=16, share=4):
    r"""$\frac{1}{4 d}$ less the chance $I_{\rho^2} \left( \frac12, \frac{d - 1}{2} \right)$ of a cut, the regularized
    incomplete $\mathrm{B}$ function, for 2 to 120 inputs.
    """
    half = arb(1) / 2
    for inputs in range(2, 121):
        ratio = 2 * ((2 * arb.pi()).sqrt() / (divisor * arb(inputs) ** 1 * arb(inputs).sqrt())).sin()
        cut = (ratio**2).beta_lower(half, arb(inputs - 1) / 2, regularized=True)
        yield Positive(f"{inputs} inputs", 1 / (share * arb(inputs)) - cut)

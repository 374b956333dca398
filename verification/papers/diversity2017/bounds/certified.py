"""Probabilities of Lemma 5, of its bound and of binomial numbers in balls."""

from math import comb

from flint import arb, fmpq

from pnn.spectrum import multiplicity
from verification.balls import largest
from verification.certificates import leaves
from verification.methods import certified
from verification.methods.certified import Positive
from verification.papers.diversity2017 import eigenvalues_as_data
from verification.papers.diversity2017.bounds import chances_as_data
from verification.papers.diversity2017.funk_hecke import gamma

INPUTS = (2, 3, 5, 15, 60, 1500)
HALF = fmpq(1, 2)


def ends_of_steps(inputs):
    """m and gamma_m at the ends of steps up to degree 8, from two samples on."""
    many = 0
    for degree in (1, 0, 2, 4, 6, 8):
        many += multiplicity(inputs, degree)
        yield many, gamma(inputs, degree)


def excess(inputs, m, value, delta, own=False, power=1):
    """m e^(-m gamma_m / 8) + 2 m^2 e^(-4 ln^2 d) + delta - 1."""
    rate = arb(1) if own else value
    return (
        arb(m) ** power * (-m * rate / 8).exp()
        + 2 * arb(m) ** (1 + power) * (-4 * arb(inputs).log() ** 2).exp()
        + delta
        - 1
    )


WRONG = {
    r"$e^{-m}$ for $e^{-m \gamma_m}$, and no $m^2$": {"own": True, "power": -1},
    r"$\frac1m$ for $m$": {"power": -1},
}


@leaves(eigenvalues_as_data.lemma_5)
@certified.check("diverse.lemma-5", "below-zero", wrong=WRONG)
def promises_at_ends_of_steps(own=False, power=1):
    r"""$m e^{- m \gamma_m / 8} + 2 m^2 e^{- 4 \ln^2 d} + \delta - 1$ at $\delta = \frac{1}{100}$, for six $d$ from 2 to
    1,500 and those $m \ge 2$ at which a run of equal eigenvalues ends, degrees 0 to 8.
    """
    for inputs in INPUTS:
        for m, value in ends_of_steps(inputs):
            yield Positive(f"d = {inputs}, m = {m}", excess(inputs, m, value, fmpq(1, 100), own, power))


@leaves(eigenvalues_as_data.one_sample)
@certified.check(
    "diverse.lemma-5",
    "bound",
    wrong={r"five times $\gamma_1$": {"factor": 5}, "ten times": {"factor": 10}},
)
def one_sample(factor=HALF):
    r"""$\frac12 - \frac12 \gamma_1$ for the one sample with which something is promised, for six $d$
    from 2 to 1,500.
    """
    for inputs in INPUTS:
        yield Positive(f"d = {inputs}", HALF - factor * largest(gamma(inputs, q) for q in (0, 1)))


@leaves(eigenvalues_as_data.equation_16)
@certified.check("diverse.equation-16", "bound", wrong=WRONG)
def promises_for_the_bound(own=False, power=1):
    r"""$m e^{- m \gamma_m / 8} + 2 m^2 e^{- 4 \ln^2 d} + \delta - 1$ at $\delta = 10^{-6}$, for six $d$ from 2 to 1,500
    and those $m \ge 2$ at which a run of equal eigenvalues ends, degrees 0 to 8.
    """
    for inputs in INPUTS:
        for m, value in ends_of_steps(inputs):
            yield Positive(f"d = {inputs}, m = {m}", excess(inputs, m, value, fmpq(1, 10**6), own, power))


@leaves(chances_as_data.orthonormal_samples)
@certified.check(
    "ours.random-weights",
    "orthonormal-samples",
    wrong={"$e^{-n}$ for $e^{-n/16}$": {"rate": 1}, "less than half": {"share": HALF}},
    bits=400,
)
def least_of_binomial_numbers(rate=fmpq(1, 16), share=fmpq(1, 4)):  # noqa: B008
    r"""$m e^{- n / 16}$ less the chance that the least of $m$ binomial numbers is below $\frac n4$, for
    $m = 2, 10, 100$ and $n = 16, 64, 256$.
    """
    for n in (16, 64, 256):
        below = fmpq(sum(comb(n, k) for k in range(n) if k < share * n), 2**n)
        for m in (2, 10, 100):
            yield Positive(f"m = {m}, n = {n}", m * arb(-rate * n).exp() - (1 - (1 - arb(below)) ** m))

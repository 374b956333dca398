"""Eigenvalues in balls: the cap on m gamma_m, and what is left of Lemma 6."""

from flint import arb, fmpq

from pnn.spectrum import multiplicity
from verification.balls import largest
from verification.certificates import leaves
from verification.methods import certified
from verification.methods.certified import Positive
from verification.papers.diversity2017 import eigenvalues_as_data
from verification.papers.diversity2017.funk_hecke import by_funk_hecke
from verification.papers.diversity2017.spectrum import certificates as leaving

INPUTS = (2, 3, 4, 5, 15, 50, 100, 1500)
DEGREES = (0, 1, 2, 4, 6, 8)
HALF = fmpq(1, 2)


@leaves(eigenvalues_as_data.cap)
@certified.check(
    "diverse.beta",
    "cap",
    wrong={"a quarter": {"cap": fmpq(1, 4)}, "an eighth": {"cap": fmpq(1, 8)}},
)
def ends_of_the_first_steps(cap=HALF):
    r"""$\frac12 - m \gamma_m$ at those $m$ at which a run of equal eigenvalues ends, degrees 0 to 8, for eight $d$ from
    2 to 1,500; the eigenvalues are integrated.
    """
    for inputs in INPUTS:
        steps = [(by_funk_hecke(inputs, degree), multiplicity(inputs, degree)) for degree in DEGREES]
        for value, many in sorted(steps, key=lambda step: -float(step[0])):
            above = sum(other for bigger, other in steps if bigger > value)
            yield Positive(f"m gamma_m, d = {inputs}, {above + many} eigenvalues", arb(cap) - (above + many) * value)


def ordered(inputs, count):
    """The first `count` eigenvalues of degrees below 80, the largest first."""
    steps = [(by_funk_hecke(inputs, degree), multiplicity(inputs, degree)) for degree in (0, 1, *range(2, 80, 2))]
    falling = sorted(steps, key=lambda step: -float(step[0]))
    return [value for value, many in falling for _ in range(many)][:count]


POWERS = ((fmpq(1, 10), fmpq(1, 2)), (fmpq(1, 4), fmpq(1, 2)), (fmpq(1, 4), fmpq(3, 4)))  # c, beta


@leaves(eigenvalues_as_data.beta)
@certified.check(
    "diverse.beta",
    "below-every-such-power",
    wrong={"from one sample on": {"first": 1}, "an exponent higher by 2": {"further": 2}},
)
def first_samples_beyond_the_condition(first=None, further=0):
    r"""$c \, m^{- \beta} - \gamma_m$ at the first $m$ with $2 c \, m^{1 - \beta} > 1$, for three pairs of $c$ and
    $\beta$, in 2 and 3 inputs.
    """
    for inputs in (2, 3):
        values = ordered(inputs, 30)
        for c, beta in POWERS:
            m = first or next(m for m in range(1, 30) if arb(m) ** (1 - arb(beta)) * 2 * c > 1)
            power = c * arb(m) ** (-arb(beta) - further)
            yield Positive(f"c = {c}, beta = {beta}, m = {m}, d = {inputs}", power - values[m - 1])


@leaves(leaving.two_roots)
@certified.check("diverse.lemma-6", "two-roots", wrong={"$e^{-1}$": {"exponent": -1}, "one sample": {"many": 1}})
def twice_the_exponentials(exponent=-HALF, many=2):
    """$2 e^{-1/2} - 1$, and $2 e^{-1/16} - 1.87$."""
    yield Positive("with the constant 1", many * arb(exponent).exp() - 1)
    yield Positive("with the constant 8, beyond 1.87", many * arb(exponent / 8).exp() - arb(fmpq(187, 100)))


@leaves(eigenvalues_as_data.failures)
@certified.check(
    "diverse.lemma-6",
    "below-zero",
    wrong={r"$e^{-m}$ for $e^{-m \gamma_m}$": {"own": True}, r"$\frac1m$ for $m$": {"power": -1}},
)
def failures_at_the_ends_of_steps(own=False, power=1):
    r"""$m e^{- m \gamma_m / 8} - 1$ at those $m \ge 2$ at which a run of equal eigenvalues ends, degrees 0 to 8, for
    eight $d$ from 2 to 1,500.
    """
    for inputs in INPUTS:
        steps = [(by_funk_hecke(inputs, degree), multiplicity(inputs, degree)) for degree in DEGREES]
        for value, many in steps:
            samples = many + sum(other for bigger, other in steps if bigger > value)
            rate = arb(1) if own else value
            if samples > 1:
                yield Positive(f"d = {inputs}, m = {samples}", arb(samples) ** power * (-samples * rate / 8).exp() - 1)


@leaves(eigenvalues_as_data.one_sample)
@certified.check(
    "diverse.lemma-6",
    "bound",
    wrong={r"five times $\gamma_1$": {"factor": fmpq(5)}, "ten times": {"factor": fmpq(10)}},
)
def a_single_sample(factor=HALF):
    r"""The kernel matrix of one sample, $\frac12$, less $\frac12 \gamma_1$, for eight $d$ from 2 to 1,500; for more
    samples nothing is promised.
    """
    for inputs in INPUTS:
        first = largest(by_funk_hecke(inputs, degree) for degree in DEGREES)
        yield Positive(f"d = {inputs}", arb(HALF) - factor * first)

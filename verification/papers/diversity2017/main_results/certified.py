"""Sizes at which the uniform reading of Lemma 7 fails, and what is promised, in balls."""

from fractions import Fraction
from functools import cache
from itertools import combinations_with_replacement

from flint import arb, fmpq

from pnn.spectrum import multiplicity
from verification.certificates import leaves
from verification.methods import certified
from verification.methods.certified import Positive
from verification.papers.diversity2017 import eigenvalues_as_data
from verification.papers.diversity2017.funk_hecke import gamma
from verification.papers.diversity2017.main_results import certificates as leaving
from verification.papers.diversity2017.main_results import counted, pulled

HALF = fmpq(1, 2)
MILLIONS = 4 * 10**6  # units in the plane, and parts of a turn
QUOTIENTS = (  # d, m, the factor of ln^2 d, what the quotient exceeds and the exceptional probabilities do not
    (16, 2 * 10**6, 4, fmpq(44, 10), fmpq(86, 100)),
    (2**14, 10**20, 1, fmpq(250), fmpq(76, 100)),
)


def quotient(d, m, delta, caps=2):
    """The least |G_n - G| / rho(W) that units pulled after the samples approach."""
    cost = 1 + arb(d).log() * (4 * arb(m) / (3 * d) * -arb(delta).log()).sqrt()
    return arb(m) / (caps * d * (d - 1)) / cost


def promised(d, m, delta, rate):
    """2 m^2 e^(-rate ln^2 d) + delta."""
    return 2 * arb(m) ** 2 * (-rate * arb(d).log() ** 2).exp() + delta


@leaves(leaving.units_after_samples)
@certified.check(
    "diverse.theorem-1",
    "units-after-samples",
    wrong={"a tenth of the samples": {"m": 2 * 10**5}, r"$\ln^2 d$ for $4 \ln^2 d$": {"rate": 1}},
)
def quotient_at_sixteen_inputs(m=2 * 10**6, rate=4):
    r"""The quotient that the statement on every constant bounds, less $2 \sqrt2$; and
    $1 - 2 m^2 e^{- 4 \ln^2 d} - \delta$; both at $d = 16$, $m = 2 \cdot 10^6$, $\delta = \frac12$.
    """
    yield Positive("beyond the proof's constant", quotient(16, m, HALF) - arb(8).sqrt())
    yield Positive("a probability", 1 - promised(16, m, HALF, rate))


@leaves(leaving.two_sizes)
@certified.check(
    "ours.uniform-lemma-7-fails",
    "sizes",
    wrong={"$4 d (d - 1)$": {"caps": 4}, "half the rates": {"scale": HALF}},
)
def quotients_at_two_sizes(caps=2, scale=1):
    """Both quotients less what is claimed of them, and what is claimed of both exceptional probabilities less these."""
    for d, m, rate, least, most in QUOTIENTS:
        yield Positive(f"quotient, d = {d}", quotient(d, m, HALF, caps) - least)
        yield Positive(f"probability, d = {d}", most - promised(d, m, HALF, scale * rate))


@leaves(leaving.every_constant)
@certified.check(
    "ours.uniform-lemma-7-fails",
    "every-constant",
    wrong={"$m = d^2$": {"power": 2}, "$m = d^3$": {"power": 3}},
)
def quotients_along_a_power(power=4):
    r"""With $m = d^4$ and $\delta = \frac14$ the quotient at $100 \, d$ is more than twice that at $d$, for
    $d = 4 \cdot 10^3, 4 \cdot 10^5, 4 \cdot 10^7$.
    """
    sizes = (4 * 10**3, 4 * 10**5, 4 * 10**7, 4 * 10**9)
    found = [quotient(d, arb(d) ** power, fmpq(1, 4)) for d in sizes]
    for index in range(3):
        yield Positive(f"grows, {index}", found[index + 1] - 2 * found[index])


@cache
def pulled_units(count, moved, spread):
    """For samples a share 1/spread of a turn apart: the pairs with E_ij, a bound on L_inf, and L_2^2, all counted."""
    samples = [place * MILLIONS // spread for place in range(count)]
    counts = pulled.occupied(samples, MILLIONS, moved)
    pairs = tuple(zip(combinations_with_replacement(range(count), 2), counted.entries(counts, samples), strict=True))
    return pairs, Fraction(counted.reach(counts), MILLIONS), counted.mean_square(counts) / MILLIONS**2


@leaves(leaving.forty_samples)
@certified.check(
    "diverse.theorem-1",
    "forty-samples",
    wrong={
        "ten samples": {"count": 10},
        "a hundred samples": {"count": 100},
        "two units moved": {"moved": 2},
        "samples over half a turn": {"spread": 80},
        "samples over a whole turn": {"spread": 40},
    },
)
def units_pulled_across_forty_boundaries(count=40, moved=20, spread=160):
    r"""All $E_{ij}$, a bound on $L_\infty$ and $L_2^2$ are counted in whole numbers. The size of the form of $G_n - G$
    at equal coefficients less $2 \cdot 10^{-4}$; $1.25 \cdot 10^{-4}$ less the upper bound of $c \, \rho(W)$ at
    $\delta = \frac12$; and the first size less this bound.
    """
    pairs, top, square = pulled_units(count, moved, spread)
    form = sum(((1 + (i != j)) * entry * arb(2 * fmpq(j - i, spread)).cos_pi() for (i, j), entry in pairs), arb(0))
    low, high = abs(form) / (count * MILLIONS), pulled.least_cost(count, top, square, Fraction(1, 2))
    yield Positive("the norm", low - fmpq(2, 10**4))
    yield Positive("the bound", fmpq(125, 10**6) - high)
    yield Positive("the norm beyond the bound", low - high)


WRONG = {
    r"$e^{-m}$ for $e^{-m \gamma_m}$, and no $m^2$": {"own": True, "power": -1},
    r"$\frac1m$ for $m$": {"power": -1},
}


def failures(delta, own, power):
    """m e^(-m gamma_m / 8) + 2 m^2 e^(-4 ln^2 d) + delta - 1 at ends of steps, from two samples on."""
    for inputs in (2, 3, 15, 1500):
        many = 0
        for degree in (1, 0, 2, 4):
            many += multiplicity(inputs, degree)
            rate = arb(1) if own else gamma(inputs, degree)
            first = arb(many) ** power * (-many * rate / 8).exp()
            yield (
                f"d = {inputs}, m = {many}",
                first + promised(inputs, arb(many) ** (1 + (power - 1) / 2), delta, 4) - 1,
            )


@leaves(eigenvalues_as_data.theorem_1)
@certified.check("diverse.theorem-1", "bound", wrong=WRONG)
def promises_of_theorem_1(own=False, power=1):
    r"""$m e^{- m \gamma_m / 8} + 2 m^2 e^{- 4 \ln^2 d} + \delta - 1$ at $\delta = \frac{1}{100}$, for
    $d = 2, 3, 15, 1500$ and those $m \ge 2$ at which a run of equal eigenvalues ends, degrees 0 to 4.
    """
    yield from (Positive(name, ball) for name, ball in failures(fmpq(1, 100), own, power))


@leaves(eigenvalues_as_data.theorem_3)
@certified.check("diverse.theorem-3", "bound", wrong=WRONG)
def promises_of_theorem_3(own=False, power=1):
    r"""$m e^{- m \gamma_m / 8} + 2 m^2 e^{- 4 \ln^2 d} + \delta - 1$ at $\delta = \frac{1}{1000}$, for
    $d = 2, 3, 15, 1500$ and those $m \ge 2$ at which a run of equal eigenvalues ends, degrees 0 to 4.
    """
    yield from (Positive(name, ball) for name, ball in failures(fmpq(1, 1000), own, power))


def excesses(powers, first, further):
    """c m^-beta less gamma_m at an m with m^(1 - beta) > 1/(2 c) that ends a step, in the plane and in space."""
    for inputs in (2, 3):
        for c, exponent in powers:
            many = 0
            for degree in (1, 0, *range(2, 400, 2)):
                many += multiplicity(inputs, degree)
                if first or arb(many) ** (1 - arb(exponent)) * 2 * c > 1:
                    break
            name = f"c = {c}, beta = {exponent}, d = {inputs}, m = {many}"
            yield Positive(name, c * arb(many) ** (-arb(exponent) - further) - gamma(inputs, degree))


DECAYS = {"at the first step": {"first": True}, "an exponent higher by 2": {"further": 2}}


@leaves(eigenvalues_as_data.corollary_2)
@certified.check("diverse.corollary-2", "bound", wrong=DECAYS)
def assumption_unmet_for_corollary_2(first=False, further=0):
    r"""$c_0 m^{- \beta} - \gamma_m$ for $(c_0, \beta) = (\frac{1}{10}, \frac12), (\frac{1}{20}, \frac13)$ in 2 and 3
    inputs, at the first $m$ with $2 c_0 m^{1 - \beta} > 1$ at which a run of equal eigenvalues ends: the assumption is
    not met there.
    """
    yield from excesses(((fmpq(1, 10), HALF), (fmpq(1, 20), fmpq(1, 3))), first, further)


@leaves(eigenvalues_as_data.corollary_4)
@certified.check("diverse.corollary-4", "bound", wrong=DECAYS)
def assumption_unmet_for_corollary_4(first=False, further=0):
    r"""$c_0 m^{- \beta} - \gamma_m$ for $(c_0, \beta) = (\frac{1}{10}, \frac23), (\frac{1}{25}, \frac12)$ in 2 and 3
    inputs, at the first $m$ with $2 c_0 m^{1 - \beta} > 1$ at which a run of equal eigenvalues ends: the assumption is
    not met there.
    """
    yield from excesses(((fmpq(1, 10), fmpq(2, 3)), (fmpq(1, 25), HALF)), first, further)

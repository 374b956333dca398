"""The law of the discrepancy of two random units in two and three inputs against the bounds, in balls."""

from flint import arb, fmpq

from verification.certificates import leaves
from verification.methods import certified
from verification.methods.certified import Positive
from verification.papers.diversity2017.concentration import certificates as leaving
from verification.papers.diversity2017.funk_hecke import squared_kernel

CONFIDENCES = tuple(fmpq(k, 100) for k in (1, 5, 10, 25, 50, 75, 90, 99))
HALF, CONSTANT, MOST, RATE = fmpq(1, 2), fmpq(105, 100), fmpq(3, 16), fmpq(1, 400)


def exceeded(inputs, threshold):
    """P(L_2^2 > threshold) for two uniform units: L_2^2 = 1/8 + k^2/2 - E k^2.

    k > q is an angle below pi (1 - 2 q), uniform in the plane, of uniform cosine in three inputs.
    """
    squared = 2 * (threshold + squared_kernel(inputs)) - arb(fmpq(1, 4))
    if not squared > 0:
        return arb(1)
    q = squared.sqrt()
    if q > arb(HALF):
        return arb(0)
    return 1 - 2 * q if inputs == 2 else (1 + (2 * arb.pi() * q).cos()) / 2


def against(inputs, threshold):
    """delta less the probability, at each confidence."""
    for delta in CONFIDENCES:
        yield delta, arb(delta) - exceeded(inputs, threshold(-arb(delta).log()))


@leaves(leaving.tail)
@certified.check(
    "ours.lemma-9-sharp",
    "tail",
    wrong={"without $V_d$": {"middle": 0}, r"a tenth of $\frac12$": {"spread": fmpq(1, 20)}},
)
def two_units_beyond_the_tail(middle=1, spread=HALF):
    r"""$\delta$ less
    $P \left( L_2 > \frac{1}{\sqrt2} \left( \sqrt{V_d} + \frac12 \sqrt{\log(1/\delta)} \right) \right)$ for two uniform
    units in 2 and 3 inputs, at eight $\delta$ from 0.01 to 0.99.
    """
    for inputs in (2, 3):
        root = (arb(fmpq(1, 4)) - squared_kernel(inputs)).sqrt()
        for delta, left in against(inputs, lambda rate, root=root: (middle * root + spread * rate.sqrt()) ** 2 / 2):
            yield Positive(f"d = {inputs}, delta = {delta}", left)


@leaves(leaving.half_confidence)
@certified.check(
    "diverse.lemma-9",
    "half-confidence",
    wrong={"a tenth": {"factor": fmpq(1, 10)}, "a twentieth": {"factor": fmpq(1, 20)}},
)
def two_units_beyond_the_repaired_bound(factor=CONSTANT):
    r"""$\delta$ less $P \left( L_2^2 > \frac{1.05}{2} \log(1/\delta) \right)$ for two uniform units in 2 and 3 inputs,
    at five $\delta$ from 0.01 to 0.5.
    """
    for inputs in (2, 3):
        for delta, left in against(inputs, lambda rate: factor * rate / 2):
            if delta <= HALF:
                yield Positive(f"d = {inputs}, delta = {delta}", left)


@leaves(leaving.constant)
@certified.check(
    "diverse.lemma-9", "constant", wrong={"1.04": {"bound": fmpq(104, 100)}, r"$V_d = \frac15$": {"most": fmpq(1, 5)}}
)
def factor_below_the_bound(bound=CONSTANT, most=MOST):
    r"""$1.05 - \left( \frac12 + \sqrt{\frac{3}{16 \log 2}} \right)^2$."""
    yield Positive("what is left", arb(bound) - (arb(HALF) + (arb(most) / arb(2).log()).sqrt()) ** 2)


@leaves(leaving.one_unit)
@certified.check(
    "diverse.lemma-9",
    "one-unit",
    wrong={r"$\frac14$ for $\frac{1}{400}$": {"rate": fmpq(1, 4)}, r"$\frac{1}{400 c}$": {"power": 1}},
)
def one_unit_beyond_every_bound(rate=RATE, power=2):
    r"""$V_d$ less the printed bound at $\log(1/\delta) = \frac{1}{400 c^2}$, for four $c$ from 1 to $10^6$ and five $d$
    from 2 to $10^4$.
    """
    for inputs in (2, 3, 10, 1500, 10_000):
        for c in (1, 10, 1000, 10**6):
            confidence = arb(rate) / c**power
            first = (arb(inputs).log() * confidence / inputs).sqrt()
            left = arb(fmpq(1, 4)) - squared_kernel(inputs) - c * (first + confidence)
            yield Positive(f"d = {inputs}, c = {c}", left)


@leaves(leaving.many_inputs)
@certified.check(
    "diverse.equation-27",
    "one-unit",
    wrong={"units as many as inputs": {"power": 1}, "$d = 16$": {"inputs": 16}},
)
def one_unit_in_many_inputs(power=0, inputs=None):
    r"""$V_d$ less the square of $c \, (1 + \log d)^k d^{-1/4}$ at
    $(c, k, d) = (1, 0, 10^4), (10, 1, 10^{16}), (100, 3, 10^{60})$.
    """
    for c, k, digits in ((1, 0, 4), (10, 1, 16), (100, 3, 60)):
        d = inputs or 10**digits
        value = (arb(fmpq(1, 4)) - squared_kernel(d)) / arb(d) ** power
        rate = c * (1 + arb(d).log()) ** k * arb(d) ** fmpq(-1, 4)
        yield Positive(f"rate, c = {c}, k = {k}", value - rate**2)

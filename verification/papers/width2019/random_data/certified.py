"""Hypotheses, claimed probabilities and tails in balls."""

from flint import arb, fmpq

from verification.certificates import leaves
from verification.covers import positive_between
from verification.methods import certified
from verification.methods.certified import Positive
from verification.papers.width2019.random_data import certificates as leaving


def hypothesis_i(m, columns, squared):
    """m - 64 ln^2(k m / delta^2) k, to be not negative."""
    return m - 64 * columns * (arb(columns * m) / squared).log() ** 2


def chance_i(m, columns, squared):
    """1 - exp(-m / (64 ln(k m / delta^2))), the claimed chance but for 2 e^-t with t large."""
    return 1 - (-arb(m) / (64 * (arb(columns * m) / squared).log())).exp()


def hypothesis_ii(m, units, inputs, delta):
    """d d_x - 2 m ln^2(m d / delta), and d_x - ln^2(d m), both to be not negative."""
    first = units * inputs - 2 * m * (arb(m * units) / delta).log() ** 2
    return first, inputs - arb(units * m).log() ** 2


def chance_ii(inputs):
    """1 - 2 exp(-d_x / 20), the claimed chance."""
    return 1 - 2 * (-arb(inputs) / 20).exp()


def one_sample_of_two_units(squared, m=1, units=2):
    """m = d_x = 1, Lambda = (1, 1): sigma_min^2 - delta^2, hypothesis (i), the chance, k less min(m, k)."""
    yield Positive("singular value", arb(2) - squared)
    yield Positive("hypothesis (i)", hypothesis_i(m, units, squared))
    yield Positive("claimed chance less 1/4", chance_i(m, units, squared) - fmpq(1, 4))
    yield Positive("rank that is missing", arb(units - min(m, units)))


def steep_slope(slope, m=2, inputs=12, squared=23):
    """E12 (i): d = 1, Lambda = slope: slope^2 - delta^2, hypothesis (i), the chance, k less min(m, k)."""
    yield Positive("singular value", arb(slope**2 - squared))
    yield Positive("hypothesis (i)", hypothesis_i(m, inputs, arb(squared)))
    yield Positive("claimed chance less 1/2", chance_i(m, inputs, arb(squared)) - fmpq(1, 2))
    yield Positive("rank that is missing", arb(inputs - min(m, inputs)))


def no_unit_active(inputs=14, samples=1):
    r"""E11: one sample, $d = 1$, $\Lambda = 0$, $\delta = 1$, $d_x = 14$: both hypotheses of (ii), whose logarithms are
    0, and the claimed chance.
    """
    first, second = hypothesis_ii(samples, 1, inputs, arb(1))
    yield from (Positive("first hypothesis", first), Positive("second hypothesis", second))
    yield Positive("claimed chance", chance_ii(inputs))


def steep_rows(slope=100, m=70, inputs=25):
    r"""E12 (ii): $d = 2$, all of $\Lambda$ equal to $-100$, $\delta = 100 \sqrt2$, $m = 70$, $d_x = 25$: both
    hypotheses of (ii), the claimed chance less $\frac25$, and $m - \min(m, d_x)$, by which the rank falls short.
    """
    first, second = hypothesis_ii(m, 2, inputs, slope * arb(2).sqrt())
    yield from (Positive("first hypothesis", first), Positive("second hypothesis", second))
    yield Positive("claimed chance less 2/5", chance_ii(inputs) - fmpq(2, 5))
    yield Positive("rank that is missing", arb(m - min(m, inputs)))


def _declare(claim, part, function, wrong, certificate):
    def check(**formula):
        yield from function(**formula)

    check.__name__, check.__doc__ = function.__name__, function.__doc__
    return leaves(certificate)(certified.check(claim, part, wrong=wrong)(check))


def two_units(squared=None, **formula):
    r"""$m = d_x = 1$, $\Lambda = (1, 1)$, $\delta^2 = \frac{19}{10}$: $\sigma_{\min}^2 - \delta^2$, the hypothesis
    $m - 64 k \ln^2 \frac{k m}{\delta^2}$, the claimed chance less $\frac14$, and $k - \min(m, k)$, by which the rank
    falls short.
    """
    yield from one_sample_of_two_units(arb(fmpq(19, 10)) if squared is None else arb(squared), **formula)


def slope_five(slope=-5, **formula):
    r"""One unit of slope $-5$, $m = 2$, $d_x = 12$, $\delta^2 = 23$: $\sigma_{\min}^2 - \delta^2$, the hypothesis
    $m - 64 k \ln^2 \frac{k m}{\delta^2}$, the claimed chance less $\frac12$, and $k - \min(m, k)$, by which the rank
    falls short.
    """
    yield from steep_slope(slope, **formula)


TWO_UNITS = {
    r"$\delta^2 = 3$": {"squared": 3},
    r"$\delta^2 = 1$": {"squared": 1},
    r"four samples, $\delta^2 = 1$": {"squared": 1, "m": 4},
}
SLOPE = {"slope $-1$": {"slope": -1}, r"$\delta^2 = 1$": {"squared": 1}, "twelve samples": {"m": 12, "squared": 1}}
DEAD = {"thirteen inputs": {"inputs": 13}, "a thousand samples": {"samples": 1000}}
STEEP = {
    "slope 1": {"slope": 1},
    "ten inputs": {"inputs": 10},
    "twenty samples": {"m": 20, "inputs": 20},
}
CASES: tuple = (
    ("two-units", two_units, TWO_UNITS, leaving.two_units),
    ("steep-slope", slope_five, SLOPE, leaving.slope_five),
    ("no-unit", no_unit_active, DEAD, leaving.no_unit),
    ("steep-rows", steep_rows, STEEP, leaving.steep_rows),
)
CHECKS = [_declare(claim, *case) for claim in ("width.proposition-2", "width.lemma-6") for case in CASES]
(
    proposition_2_two_units,
    proposition_2_steep_slope,
    proposition_2_no_unit,
    proposition_2_steep_rows,
    lemma_6_two_units,
    lemma_6_steep_slope,
    lemma_6_no_unit,
    lemma_6_steep_rows,
) = CHECKS


@leaves(leaving.slack)
@certified.check(
    "width.proposition-2",
    "slack",
    wrong={
        "3 for 6": {"factor": 3},
        "2 for 6": {"factor": 2},
        "2 for 1 on the left": {"one": 2},
    },
    scope="general",
)
def slack_of_the_bound(factor=6, one=1):
    r"""$(1 + 6 s)(1 - 2 s)$ less the left side for $0 < s \le \frac18$ and all $u$ from 0.948 to 1 in one ball, by
    halving; at $s = 0$ it vanishes, to first order.
    """
    u = arb(fmpq(237, 250)).union(arb(1))
    yield from positive_between(
        lambda s: (1 + factor * s) * (1 - 2 * s) - (one + 2 * s / u + 2 * s * s / u**2),
        arb(0),
        arb(fmpq(1, 8)),
        (1, 0),
        arb(fmpq(1, 64)),
    )


SIZES = {1: 29, 2: 245, 5: 1697, 10: 5743}


@leaves(leaving.smallest)
@certified.check(
    "ours.proposition-2-sizes",
    "smallest",
    wrong={
        "one sample fewer": {"shift": -1},
        "one sample more": {"shift": 1},
        "32 for 64": {"factor": 32},
    },
    scope="finite",
)
def smallest_sizes(shift=0, factor=64):
    r"""$m - 64 \ln^2 \left( \frac{k m}{\delta^2} \right) k$ for $k = 1, 2, 5, 10$ with
    $\delta^2 = \lceil \frac m2 \rceil$: positive at the size, negative at all smaller $m \ge 2$.
    """
    for columns, size in SIZES.items():
        size += shift
        yield Positive(f"k = {columns}, at the size", hypothesis_at(size, columns, factor))
        for m in range(2, size):
            yield Positive(f"k = {columns}, below at m = {m}", -hypothesis_at(m, columns, factor))


def hypothesis_at(m, columns, factor):
    """m - factor ln^2(k m / ceil(m/2)) k."""
    return m - factor * columns * (arb(columns * m) / ((m + 1) // 2)).log() ** 2


@leaves(leaving.inputs)
@certified.check(
    "ours.proposition-2-sizes",
    "inputs",
    wrong={"thirteen": {"inputs": 13}, "fifteen": {"inputs": 15}},
    scope="finite",
)
def inputs_for_a_chance(inputs=14):
    """$1 - 2 e^{- d_x / 20}$ at $d_x = 14$, and its opposite at 13: it grows with $d_x$."""
    yield Positive("at the number", chance_ii(inputs))
    yield Positive("one fewer", -chance_ii(inputs - 1))


def upper_tail(freedom, x):
    """P(chi^2_n >= x)."""
    return (x / 2).gamma_upper(arb(fmpq(freedom, 2)), 1)


@leaves(leaving.too_small)
@certified.check(
    "ours.chi-square-rate",
    "too-small",
    wrong={r"$\frac n8$ in the exponent": {"rate": fmpq(1, 8)}, "$n$ from 20": {"sizes": (20, 21, 22)}},
)
def tails_above_the_printed_bound(sizes=(24, 30, 40, 100, 400), rate=None):
    r"""The logarithm of $P(\chi^2_n \ge 2 n)$ over $e^{-n/4}$, for $n = 24, 30, 40, 100, 400$."""
    rate = fmpq(1, 4) if rate is None else rate
    for n in sizes:
        yield Positive(f"n = {n}", (upper_tail(n, 2 * arb(n)) / (-n * arb(rate)).exp()).log())


@leaves(leaving.one_eighth)
@certified.check(
    "ours.chi-square-rate",
    "one-eighth",
    wrong={r"$\frac n4$ in the exponent": {"rate": fmpq(1, 4)}, r"$\frac n6$ in the exponent": {"rate": fmpq(1, 6)}},
)
def tails_below_one_eighth(sizes=(1, 2, 5, 24, 40, 100, 400, 2000), rate=None):
    r"""The logarithm of $e^{-n/8}$ over $P(\chi^2_n \ge 2 n)$, for eight $n$ from 1 to 2,000; and
    $\frac12 (1 - \ln 2) - \frac18$.
    """
    rate = fmpq(1, 8) if rate is None else rate
    for n in sizes:
        yield Positive(f"n = {n}", ((-n * arb(rate)).exp() / upper_tail(n, 2 * arb(n))).log())
    yield Positive("the exponent", (1 - arb(2).log()) / 2 - rate)


FREEDOMS, TIMES = (1, 2, 5, 20, 100), (fmpq(1, 10), fmpq(1), fmpq(5), fmpq(20))


@leaves(leaving.upper_tails)
@certified.check(
    "width.lemma-7",
    "upper",
    wrong={"1 for 2 at the root": {"root": 1, "linear": 1}, "no linear term": {"linear": 0}},
)
def upper_tails_of_equal_weights(root=2, linear=2):
    r"""Weights 1: the logarithm of $e^{-t}$ over $P(\chi^2_n - n \ge 2 \sqrt{n t} + 2 t)$, for five $n$ from 1 to 100
    and four $t$ from 0.1 to 20.
    """
    for n in FREEDOMS:
        for t in TIMES:
            level = n + root * (n * arb(t)).sqrt() + linear * arb(t)
            yield Positive(f"n = {n}, t = {t}", -arb(t) - upper_tail(n, level).log())


@leaves(leaving.lower_tails)
@certified.check(
    "width.lemma-7",
    "lower",
    wrong={"1 for 2 at the root": {"root": fmpq(1)}, r"$\frac12$ for 2 at the root": {"root": fmpq(1, 2)}},
)
def lower_tails_of_equal_weights(root=2):
    r"""Weights 1: $e^{-t} - P(\chi^2_n - n \le -2 \sqrt{n t})$, the latter 0 where $n \le 2 \sqrt{n t}$, for five $n$
    from 1 to 100 and four $t$ from 0.1 to 20.
    """
    for n in FREEDOMS:
        for t in TIMES:
            level = n - root * (n * arb(t)).sqrt()
            below = 1 - upper_tail(n, level) if level > 0 else arb(0)
            yield Positive(f"n = {n}, t = {t}", (-arb(t)).exp() - below)

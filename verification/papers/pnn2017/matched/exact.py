"""Exact checks: counting sign regions, and two networks that agree without agreeing line by line."""

from fractions import Fraction
from itertools import product
from math import comb

from verification.certificates import leaves
from verification.methods import exact
from verification.papers.pnn2017.matched import limits_as_data, signs_as_data

MOST_SIGNS = 12


def chance(inputs, lines, neurons, share=lambda t: Fraction(2, 2**t), start=0):
    """The statement: sum over j >= inputs of C(lines, j) (1 - p)^j p^(lines - j), p = 2^(1 - neurons)."""
    p = share(neurons)
    return sum(comb(lines, j) * (1 - p) ** j * p ** (lines - j) for j in range(inputs + start, lines + 1))


def counted(inputs, lines, neurons):
    """The share of all sign patterns of neurons with signs of both kinds on at least `inputs` lines."""
    rows = product(*[list(product((1, -1), repeat=neurons))] * lines)
    good = sum(sum(len(set(signs)) == 2 for signs in row) >= inputs for row in rows)
    return Fraction(good, 2 ** (neurons * lines))


@leaves(signs_as_data.good_patterns)
@exact.check(
    "pnn.example-2",
    "probability",
    wrong={
        "one sign pattern a line, not two": {"share": lambda t: Fraction(1, 2**t)},
        "more than $d$ lines": {"start": 1},
    },
    scope="instances",
)
def all_sign_patterns(**statement):
    r"""Every $d \le R$ and $t$ with $t R \le 12$: the share of good ones among all $2^{t R}$ sign patterns, counted,
    minus the formula, in fractions."""
    sizes = [(lines, t) for lines in range(1, MOST_SIGNS + 1) for t in range(1, MOST_SIGNS // lines + 1)]
    for lines, t in sizes:
        for inputs in range(1, lines + 1):
            yield {f"{t} neurons a line": counted(inputs, lines, t) - chance(inputs, lines, t, **statement)}


@leaves(limits_as_data.leading_term, whole=False)
@exact.check(
    "ours.good-regions",
    "limits",
    wrong={
        "a binomial too many": {"extra": 1},
        "the exponent $R - d$": {"exponent": 0},
        "the exponent $R - d + 2$": {"exponent": 2},
    },
    scope="instances",
)
def ratio_to_the_leading_term(extra=0, exponent=1):
    r"""$1 - P$ over its leading term $\binom{R}{d - 1} (1 - p)^{d - 1} p^{R - d + 1}$ is at least 1, and at most
    $\frac1{1 - r}$ where $r < 1$.

    $r$ is the largest ratio of neighbouring terms; where lines are few it can exceed 1. In fractions, for 1 to 5
    inputs, 6 to 24 lines and 2 to 9 neurons a line.
    """
    for inputs, lines, t in product((1, 2, 3, 5), (6, 12, 24), (2, 3, 5, 9)):
        p = Fraction(2, 2**t)
        leading = comb(lines, inputs - 1 + extra) * (1 - p) ** (inputs - 1) * p ** (lines - inputs + exponent)
        ratio = (inputs - 1) * p / ((lines - inputs + 2) * (1 - p))
        rest = 1 - chance(inputs, lines, t)
        yield {"from below": leading <= rest, "from above": ratio >= 1 or rest <= leading / (1 - ratio)}


@leaves(limits_as_data.two_networks, whole=False)
@exact.check(
    "pnn.corollary-3",
    "sums-on-lines",
    wrong={
        "a combination that is not null": {"combination": (Fraction(3, 5), Fraction(4, 5), 1)},
        "shifts beyond the weights": {"scale": 2},
        "the same network twice": {"scale": 0},
    },
    scope="instances",
)
def two_networks_with_one_function(combination=(Fraction(3, 5), Fraction(4, 5), Fraction(-1)), scale=Fraction(1, 10)):
    r"""Lines $e_1$, $e_2$ and $(\frac35, \frac45)$: two networks with the same absolute sums and the same sum of
    weights, but other signed sums.

    Each line carries $(1 + a, -1 + a)$ against $(1, -1)$: its signed sums are $2 a$ and 0, the absolute sums 2 both
    times.
    """
    lines = [(Fraction(a, 5), Fraction(b, 5)) for a, b in ((5, 0), (0, 5), (3, 4))]
    shifts = [a * scale for a in combination]
    for k in range(2):
        yield sum(2 * a * line[k] for a, line in zip(shifts, lines, strict=True))
    yield from (abs(1 + a) + abs(-1 + a) - 2 for a in shifts)
    yield any(2 * a != 0 for a in shifts)

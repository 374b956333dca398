"""Theorem 3 in balls: a width that is no whole number, and a count of successes that misses the printed rate."""

from fractions import Fraction
from math import comb

from flint import arb, fmpq

from verification.certificates import leaves
from verification.methods import certified
from verification.methods.certified import Positive
from verification.papers.basin2016.teachers import certificates as leaving


def printed_chance(rank, accuracy, norm=1, teachers=1):
    """p_eps."""
    reach = arb(accuracy).sqrt() / (teachers * norm)
    return (reach * (1 - reach**2 / 4).sqrt()) ** (rank - 1) / (2 * arb.pi() * (rank - 1))


@leaves(leaving.half_odd_width)
@certified.check(
    "basin.theorem-3",
    "half-odd-width",
    wrong={
        "twice the accuracy": {"accuracy": fmpq(1, 50)},
        "half the accuracy": {"accuracy": fmpq(1, 200)},
        "$c = 2$": {"factor": fmpq(2)},
    },
)
def a_width_between_two_whole_numbers(accuracy=fmpq(1, 100), factor=fmpq(5, 2), rounded=63):  # noqa: B008
    r"""$62 < \frac{1}{p_\epsilon} < 63$, and the distance of $63 \, c$ from the whole numbers."""
    inverse = 1 / printed_chance(2, accuracy)
    width = rounded * factor
    yield Positive("1/p - 62", inverse - (rounded - 1))
    yield Positive("63 - 1/p", rounded - inverse)
    yield Positive("distance from whole numbers", arb(min(width - width.floor(), width.ceil() - width)))


@leaves(leaving.counting)
@certified.check(
    "basin.theorem-3",
    "counting",
    wrong={"twelve teacher neurons": {"teachers": 12}, "one success more": {"fewer": 1}, "$c = 3$": {"factor": 3}},
)
def too_few_successes(teachers=13, fewer=0, factor=2, chance=Fraction(1, 100)):
    r"""$P[\mathrm{Bin}(N, p) < n] - e^{-cn/4}$, the first an exact fraction, with $N = \frac{c n}{p}$."""
    width = factor * teachers * chance.denominator // chance.numerator
    counts = range(teachers - fewer)
    tail = sum(comb(width, k) * chance**k * (1 - chance) ** (width - k) for k in counts)
    rate = arb(fmpq(-factor * teachers, 4)).exp()
    yield Positive("tail - rate", arb(fmpq(tail.numerator, tail.denominator)) - rate)


@leaves(leaving.caps)
@certified.check(
    "basin.theorem-3",
    "cap-bound",
    wrong={
        r"$\frac13$ for $\frac1\pi$": {"constant": 3},
        "$r - 2$ for $r - 1$": {"lower": 2},
        "half of the chance": {"share": 8},
    },
)
def caps_above_the_printed_chance(constant=None, lower=1, share=4):
    r"""The exact chance, by the regularized incomplete $\mathrm{B}$ function up to a right angle, over $p_\epsilon$,
    less 1: nine ranks from 2 to 60, five chords $s$ from 0.1 to 1.3.
    """
    for rank in (2, 3, 4, 5, 8, 13, 21, 34, 60):
        for tenths in (1, 4, 7, 10, 13):
            reach = arb(tenths) / 10
            sine = reach * (1 - reach**2 / 4).sqrt()
            exact = (sine**2).beta_lower(arb(rank - 1) / 2, arb(1) / 2, regularized=True) / share
            printed = sine ** (rank - lower) / (2 * (constant or arb.pi()) * (rank - 1))
            yield Positive(f"rank {rank}, s = {tenths}/10", exact / printed - 1)


@leaves(leaving.order_in_accuracy)
@certified.check(
    "basin.theorem-3",
    "order-in-accuracy",
    wrong={"of the order $s^{r-2}$": {"lower": 2}, r"the constant $\frac{1}{2 \pi}$": {"shrunk": False}},
)
def printed_chances_over_powers(lower=0, shrunk=True):
    r"""$\frac{p_\epsilon}{s^r}$ less a positive constant of the rank alone, for ranks 2, 3, 5 and 12 and
    $s = 1, 10^{-1}, \dots, 10^{-12}$.
    """
    for rank in (2, 3, 5, 12):
        least = (arb(3) / 4) ** (rank - 1) / (rank - 1) if shrunk else arb(1)
        for power in range(13):
            reach = arb(10) ** -power
            ratio = printed_chance(rank, reach**2) / reach ** (rank - lower)
            yield Positive(f"rank {rank}, s = 1e-{power}", ratio - least / (2 * arb.pi()))

"""Where the printed width of Theorem 3 is not defined, in fractions, and the chance at rank 1."""

from fractions import Fraction
from itertools import combinations_with_replacement, product

from verification.certificates import leaves
from verification.methods import exact
from verification.papers.basin2016.teachers import certificates as leaving

KINDS = tuple(product((1, -1), repeat=2))  # sign of a weight on the line, output sign


@leaves(leaving.rank_one)
@exact.check("basin.theorem-3", "rank-one", wrong={"rank two": {"rank": 2}})
def divisor_of_the_printed_chance(rank=1):
    r"""$r - 1$, the factor of the divisor $2 \pi (r - 1)$ that vanishes."""
    return rank - 1


@leaves(leaving.large_accuracy)
@exact.check(
    "basin.theorem-3",
    "large-accuracy",
    wrong={"a smaller accuracy": {"accuracy": 3}, "a larger teacher": {"norm": 2}},
)
def number_under_the_root(accuracy=4, norm=1):
    r"""$1 - \frac{\epsilon}{4 n^2 B^2}$ at $\epsilon = 4$, and at $\epsilon = 5$ less $- \frac14$, for $n = B = 1$."""
    under = [1 - Fraction(eps, 4 * norm**2) for eps in (accuracy, accuracy + 1)]
    return [under[0], under[1] + Fraction(1, 4)]


@leaves(leaving.zero_sample)
@exact.check("basin.theorem-3", "zero-sample", wrong={"a sample off the axes": {"sample": (1, 2, 1)}})
def products_with_the_zero_sample(sample=(0, 0, 0)):
    r"""$\langle w, x_1 \rangle$ for the $w$ of a basis: a linear form that vanishes there vanishes for every $w$."""
    basis = [[int(i == j) for j in range(len(sample))] for i in range(len(sample))]
    return [sum(a * b for a, b in zip(w, sample, strict=True)) for w in basis]


@leaves(leaving.nets_on_a_line)
@exact.check(
    "basin.theorem-3",
    "rank-one-repaired",
    wrong={
        r"$\frac23$ for $\frac34$": {"missed": Fraction(2, 3)},
        "one teacher neuron alone": {"counted": lambda n: 1},
    },
    scope="instances",
)
def signs_of_nets_on_a_line(missed=Fraction(3, 4), counted=lambda n: n):
    r"""All $4^N$ signs of up to five neurons: those that hold the kinds of one to three teacher neurons are a share of
    at least $1 - n \left( \frac34 \right)^N$.
    """
    for width, teachers in product((1, 2, 3, 4, 5), (1, 2, 3)):
        for wanted in combinations_with_replacement(KINDS, teachers):
            holding = sum(set(wanted) <= set(net) for net in product(KINDS, repeat=width))
            yield {"above the bound": Fraction(holding, 4**width) >= 1 - counted(teachers) * missed**width}


@leaves(leaving.exponent)
@exact.check(
    "basin.theorem-3",
    "exponent",
    wrong={r"$\frac{9}{10}$ for $\frac14$": {"kept": Fraction(9, 10)}, r"$c$ of $\frac14$": {"factor": Fraction(1, 4)}},
    scope="instances",
)
def powers_of_a_lower_bound_of_e(kept=Fraction(1, 4), factor=Fraction(2)):
    r"""$n \le 2.718^{3 c n / 4} < e^{3 c n / 4}$ for $n$ up to 60, at $c = 2$."""
    for n in range(1, 61):
        exponent = (1 - kept) * factor * n
        yield {"no more": n**exponent.denominator <= Fraction(2718, 1000) ** exponent.numerator}

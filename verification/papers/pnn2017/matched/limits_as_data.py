"""The chance of few mixed lines beside its leading term, and two networks alike, as data for anybody's program."""

from fractions import Fraction
from itertools import product

from sympy import Rational, Sum, Symbol, binomial

from verification.enumerations import added, count, enumeration, relu, times
from verification.inequalities import inequalities

J = Symbol("j")
LINES = (1, 0), (0, 1), (Fraction(3, 5), Fraction(4, 5))
SHIFTS = Fraction(3, 50), Fraction(4, 50), Fraction(-1, 10)  # a tenth of a combination of the lines that is 0


def leading_term() -> dict:
    """Fewer than d of R lines mixed, each not so with probability p: between the term at d - 1 and that over 1 - r."""
    found = []
    for inputs, lines, neurons in product((2, 3, 5), (6, 12), (2, 3, 5, 9)):
        p = Rational(2, 2**neurons)
        term = binomial(lines, J) * (1 - p) ** J * p ** (lines - J)
        chance, leading = Sum(term, (J, 0, inputs - 1)), term.subs(J, inputs - 1)
        ratio = (inputs - 1) * p / ((lines - inputs + 2) * (1 - p))
        what = f"the chance with d = {inputs}, R = {lines}, t = {neurons}, and"
        found.append((f"{what} its leading term", chance, ">", leading))
        if ratio < 1:
            found.append((f"{what} that over 1 - r", chance, "<", leading / (1 - ratio)))
    return inequalities(*found)


def output(weights: list[tuple]) -> list:
    """The output at (x, y) of neurons with two weights on each line."""
    inner = [added(times(a, "x"), times(b, "y")) for a, b in LINES]
    return added(*(relu(times(w, u)) for u, pair in zip(inner, weights, strict=True) for w in pair))


def two_networks() -> tuple[dict, dict]:
    """One function, and on each line the same absolute sum of weights but another sum.

    Both are linear between the lines x = 0, y = 0 and 3x + 4y = 0, and two independent ones of the 25 points lie in
    each of the six closed cells.
    """
    own, others = [(1 + a, -1 + a) for a in SHIFTS], [(1, -1)] * 3
    every = range(-2, 3)
    alike = enumeration({"x": every, "y": every}, [count("outputs agree", ["=", output(own), output(others)], 25, 25)])
    sums: list[tuple] = []
    for k, (pair, other) in enumerate(zip(own, others, strict=True), start=1):
        sizes, others_sizes = (["+", *(["abs", w] for w in weights)] for weights in (pair, other))
        relation = ">" if sum(pair) > 0 else "<"
        sums.append((f"sums of weights on line {k}", ["+", *pair], relation, ["+", *other]))
        sums.append((f"absolute sums on line {k}", sizes, "=", others_sizes))
    return alike, inequalities(*sums)

"""Starts of which no neuron bends among three samples in a row, as data for anybody's program."""

from sympy import Rational, Sum, Symbol, atan, binomial, pi

from verification.inequalities import inequalities
from verification.papers.basin2016.coverage_as_data import chance, printed_bound

WIDTH, TARGETS, NETWORK = 20, (1, -1, 1), ((0, 1, 1), (1, -3, -2), (1, -4, 4))  # weight, bias, output weight


def three_in_a_row():
    """Places 3, 4, 5: the printed bounds for 20 neurons; the three neurons of loss zero; the error of every line."""
    change = (atan(Rational(1, 3)) - atan(Rational(1, 5))) / pi
    chance = 1 - (1 - change) ** WIDTH
    outputs = [["+", *(["*", v, ["max", ["+", ["*", w, x], b], 0]] for w, b, v in NETWORK)] for x in (3, 4, 5)]
    first, middle, last = TARGETS
    bend = ["+", ["-", first, ["*", 2, middle]], last]
    return inequalities(
        ("chance that any of 20 neurons bends", chance, "<", Rational(56, 100)),
        *(
            (f"the printed bound for {d} inputs", 1 - 2 * d * Rational(3, 4) ** WIDTH, ">", Rational(98, 100))
            for d in (1, 2)
        ),
        *((f"output of three neurons at {x}", h, "=", y) for x, h, y in zip((3, 4, 5), outputs, TARGETS, strict=True)),
        ("least mean square error of a line, a second difference squared over 18",
         ["/", ["^", bend, 2], 18], "=", Rational(8, 9)),
    )  # fmt: skip


def one_input():
    """The sum over p positive signs of C(n, p) 2^-n (1 - 2^-p) (1 - 2^-(n - p)), which is 1 - 2 (3/4)^n + 2^-n."""
    n, p = Symbol("n"), Symbol("p")
    half = Rational(1, 2)
    chance = Sum(binomial(n, p) * half**n * (1 - half**p) * (1 - half ** (n - p)), (p, 0, n))
    return inequalities(("the chance of n neurons", chance, "=", 1 - 2 * Rational(3, 4) ** n + half**n, (n, 1, 20)))


def samples_with_a_constant():
    """Two and three independent samples that end with 1: by the angles, the chance and the printed bound."""
    cases = (([[3, 1], [-5, 1]], [1, -1]), ([[1, 0, 1], [0, 2, 1], [3, 4, 1]], [1, 2, 1]))
    return [
        inequalities((f"{len(samples)} samples and {width} neurons", chance(samples, targets, width), ">",
                      printed_bound(len(samples), width)))
        for samples, targets in cases
        for width in (5, 12)
    ]  # fmt: skip

"""Proofs: SymPy integrates against the normal density. What a check returns must vanish, and some wrong variant must
move each of it."""

from sympy import Max, Min, Rational, Symbol, exp, integrate, oo, pi, sqrt

from verification.methods import symbolic

from .formulas import HALF, mean, mean_square

x, s = Symbol("x", positive=True), Symbol("s", positive=True)  # the ReLU is x for positive x, and 0 elsewhere
DENSITY = exp(-(x**2) / (2 * s**2)) / (s * sqrt(2 * pi))


@symbolic.check("mykey.relu-of-a-normal", "active", wrong={"a third for a half": {"chance": Rational(1, 3)}})
def integral_of_the_density(chance=HALF):
    """The integral of the density over the positive numbers, less the chance."""
    return integrate(DENSITY, (x, 0, oo)) - chance


@symbolic.check(
    "mykey.relu-of-a-normal",
    "square",
    wrong={r"1 for $\frac12$": {"share": Rational(1)}},
    forms={"mykey_mean_square": mean_square},
)
def integral_of_the_square(**formula):
    """The integral of $x^2$ times the density over the positive numbers, less the formula."""
    return integrate(x**2 * DENSITY, (x, 0, oo)) - mean_square(s, **formula)


@symbolic.check(
    "mykey.relu-of-a-normal",
    "value",
    wrong={r"the printed $\frac12$": {"share": HALF}, r"$\frac{1}{\sqrt\pi}$": {"share": 1 / sqrt(pi)}},
    forms={"mykey_mean": mean},
)
def integral_of_the_relu(**formula):
    """The integral of $x$ times the density over the positive numbers, less the formula."""
    return integrate(x * DENSITY, (x, 0, oo)) - mean(s, **formula)


@symbolic.check(
    "mykey.relu-of-a-normal",
    "scales",
    wrong={"the square of $c$": {"power": 2}, "the least for the largest": {"part": Min}},
)
def both_sides_by_the_sign(power=1, part=Max):
    r"""$\max(c x, 0) - c \max(x, 0)$ for $c \ge 0$, once for $x > 0$ and once for $x \le 0$."""
    c = Symbol("c", nonnegative=True)
    for number in (Symbol("x", positive=True), Symbol("x", nonpositive=True)):
        yield Max(c * number, 0) - c**power * part(number, 0)

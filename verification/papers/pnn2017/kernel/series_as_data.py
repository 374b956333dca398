"""Coefficients of the kernel's series, from its closed form, as data for anybody's program."""

from sympy import Expr, Symbol, asin, binomial, sqrt

from verification.inequalities import inequalities, taylor

N, R = Symbol("n"), Symbol("r")
ROOT = sqrt(1 - R**2)
CLOSED = ROOT + R * asin(R)  # psi, times pi/2
ASSERTED = binomial(2 * N, N) / 4**N / (2 * N - 1) ** 2


def even(of: Expr, shift: int = 0) -> list:
    """The coefficient of r^(2n + shift)."""
    return taylor(R, 0, 2 * N + shift, of)


def coefficients() -> dict:
    """Up to order 41: those of the closed form, and the formula; those of odd order are 0."""
    return inequalities(
        ("the coefficient of r^(2n) in psi, times pi/2", even(CLOSED), "=", ASSERTED, (N, 0, 20)),
        ("the coefficient of r^(2n + 1) in psi, times pi/2", even(CLOSED, 1), "=", 0, (N, 0, 20)),
    )


def coefficients_of_the_parts() -> dict:
    """Up to order 40: those of the root, and of the arcsine as the integral of its slope, add up to the formula."""
    both = ["+", even(ROOT), ["/", even(1 / ROOT, -2), 2 * N - 1]]
    return inequalities(("root, and r times the arcsine, at r^(2n)", both, "=", ASSERTED, (N, 1, 20)))


def signs() -> dict:
    """Up to order 40: those of even order are positive."""
    return inequalities(("the coefficient of r^(2n) in psi, times pi/2", even(CLOSED), ">", 0, (N, 0, 20)))


def second_derivative() -> dict:
    """Up to order 40: the terms of the closed form, differentiated twice, are those of 1 over the root."""
    twice = ["*", (2 * N + 2) * (2 * N + 1), even(CLOSED, 2)]
    return inequalities(("r^(2n) in psi twice differentiated, times pi/2", twice, "=", even(1 / ROOT), (N, 0, 20)))


def factorial(number: object) -> list:
    """A product of whole numbers."""
    return ["product", "i", 1, number, "i"]


def moment() -> list:
    """E |g| He_2n(g) / E |g|.

    He_j(g)/j! is the coefficient of t^j in exp(g t - t^2/2), and E |g| g^(2k) / E |g| is 2^k k!.
    """
    means = ["sum", "k", 0, "n", ["/", ["*", ["^", 2, "k"], factorial("k"), ["^", "t", ["*", 2, "k"]]],
                                  factorial(["*", 2, "k"])]]  # fmt: skip
    series = ["*", ["exp", ["/", ["*", -1, "t", "t"], 2]], means]
    return ["*", factorial(["*", 2, "n"]), taylor("t", 0, ["*", 2, "n"], series)]


def hermite() -> dict:
    """Moments of Hermite's polynomials of degree 2 to 24: odd numbers multiplied, with alternating signs."""
    odd = ["*", ["^", -1, ["-", "n", 1]], ["product", "i", 1, ["-", "n", 1], ["-", ["*", 2, "i"], 1]]]
    return inequalities(("E |g| He_2n(g) / E |g|", moment(), "=", odd, (N, 1, 12)))


def mehler() -> dict:
    """Their squares, over (2n)!: the coefficients of the closed form, up to order 24."""
    square = ["/", ["^", moment(), 2], factorial(["*", 2, "n"])]
    return inequalities(("(E |g| He_2n(g) / E |g|)^2 / (2n)!", square, "=", even(CLOSED), (N, 0, 12)))

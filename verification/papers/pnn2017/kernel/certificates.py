"""Bounds of the kernel, and tails of its series, as data for anybody's program."""

from collections.abc import Callable

from sympy import Expr, Rational, Sum, Symbol, asin, binomial, cos, pi, sin, sqrt

from verification.inequalities import Between, inequalities

N, T, U = Symbol("n"), Symbol("t"), Symbol("u")


def psi(rho: Expr | int) -> Expr:
    """The kernel of two lines with a cosine."""
    return 2 / pi * (sqrt(1 - rho**2) + rho * asin(rho))


def tail_bound():
    """What the first N terms leave of psi, at 1 and at two other cosines: below the bound with N - 1."""
    term = binomial(2 * N, N) / 4**N / (2 * N - 1) ** 2
    cases = [(1, count) for count in (2, 3, 5, 10, 30, 100, 300)]
    cases += [(Rational(7, 10), count) for count in (2, 3, 5, 10)]
    cases += [(Rational(95, 100), count) for count in (2, 3, 5, 10, 30, 100)]
    found = []
    for rho, count in cases:
        left = psi(rho) - 2 / pi * Sum(term * rho ** (2 * N), (N, 0, count - 1))
        bound = rho ** (2 * count) / (3 * pi * sqrt(pi) * (count - 1) * sqrt(count - 1))
        found.append((f"psi({rho}) less {count} terms, and the bound", left, "<", bound))
    return inequalities(*found)


def sharp():
    """What the first N terms leave of psi(1) = 1, above N^(-3/2) / (3 pi^(3/2))."""
    term = binomial(2 * N, N) / 4**N / (2 * N - 1) ** 2
    return inequalities(
        *(
            (f"1 less 2/pi times {count} terms", 1 - 2 / pi * Sum(term, (N, 0, count - 1)), ">",
             1 / (3 * pi * sqrt(pi) * count * sqrt(count)))
            for count in (2, 3, 5, 10, 30, 100, 300)
        )
    )  # fmt: skip


# psi at the angle t, times pi/2, is sin t + (pi/2 - t) cos t; with the angle u from a right one it is cos u + u sin u,
# and the cosine of the two lines is sin u. It is even in u, as are the bounds.
SMALL, LARGE = Rational(6, 5), Rational(3, 5)  # these angles u and t, from either end, cover all up to a right one
ALL = Between(T, 0, pi / 2, (3, 0))


def linear():
    """psi less |rho|, times pi/2, at every angle t up to a right one."""
    return inequalities(("sin t, and t cos t", sin(T), ">", T * cos(T), ALL))


def above_the_corner():
    """The same, and that the two meet at the angle 0."""
    return inequalities(
        ("sin t, and t cos t", sin(T), ">", T * cos(T), ALL),
        ("sin t, and t cos t, at 0", ["sin", 0], "=", ["*", 0, ["cos", 0]]),
    )


def tangent():
    """psi less 2/pi + rho^2/pi, times pi/2, at every other angle u from a right one."""
    here = cos(U) + U * sin(U)
    return inequalities(
        ("psi and the parabola, times pi/2", here, ">", 1 + sin(U) ** 2 / 2, Between(U, 0, pi / 2, (4, 0)))
    )


def chord():
    """2/pi + (1 - 2/pi) rho^2 less psi, times pi/2: at every angle u up to 6/5 from a right one, and t up to 3/5.

    At the angle t it is sin t (sin t - 1) + t cos t - pi/2 cos t (cos t - 1), as 1 - cos^2 t is sin^2 t.
    """
    near = 1 + (pi / 2 - 1) * sin(U) ** 2 - cos(U) - U * sin(U)
    far = sin(T) * (sin(T) - 1) + T * cos(T) + pi / 2 * cos(T) * (cos(T) - 1)
    return inequalities(
        ("the chord less psi, times pi/2", near, ">", 0, Between(U, 0, SMALL, (2, 0))),
        ("the chord less psi, times pi/2", far, ">", 0, Between(T, 0, LARGE, (2, 0))),
        ("the two ranges of angles", SMALL + LARGE, ">", pi / 2),
    )


def below_one():
    """1 less psi and what psi falls by, times pi/2, at every angle t up to a right one."""
    gap = pi / 2 * (1 - cos(T)) - sin(T) + T * cos(T)
    return inequalities(
        ("1 less psi, times pi/2", gap, ">", 0, Between(T, 0, pi / 2, (2, 0))),
        (
            "the slope of psi by t, times -pi/2, is (pi/2 - t) sin t: u cos u",
            U * cos(U),
            ">",
            0,
            Between(U, 0, LARGE, (1, 0)),
        ),
        ("the same", (pi / 2 - T) * sin(T), ">", 0, Between(T, 0, SMALL, (1, 0))),
        ("the two ranges of angles", SMALL + LARGE, ">", pi / 2),
    )


PAIRS = ((1, 1 - Rational(1, 10**6)), (1, Rational(1, 1000) - 1), *(
    (Rational(a, 997), Rational(b, 997)) for a, b in ((-871, 402), (655, 991), (-118, -31), (-990, 7), (523, 524))
))  # fmt: skip


def differences(what: str, function: Callable, bound: Callable) -> dict:
    """A function at pairs of cosines, and what its differences stay below."""
    found = ((f"{what} at {a} and {b}", abs(function(a) - function(b)), "<", bound(abs(a - b))) for a, b in PAIRS)
    return inequalities(*found)


def lipschitz() -> dict:
    """Differences of psi, and of the cosines."""
    return differences("psi", psi, lambda apart: apart)


def slopes() -> dict:
    """Differences of the slope of psi, 2/pi arcsin, and the root of twice those of the cosines."""
    return differences("the slope of psi", lambda rho: 2 / pi * asin(rho), lambda apart: sqrt(2 * apart))


def gap() -> dict:
    """What is left of 1 - psi(1 - e) after two terms, over e^(5/2): between 0 and (3 pi - 8)/(6 sqrt(2) pi)."""
    found = []
    for e in (*(Rational(1, 10**k) for k in (10, 6, 3, 1)), *(Rational(k, 100) for k in (37, 100, 163, 199))):
        rest = (e - 4 * sqrt(2) / (3 * pi) * e * sqrt(e) - (1 - psi(1 - e))) / (e**2 * sqrt(e))
        found.append((f"the rest at {e}", rest, ">", 0))
        found.append((f"the rest at {e}, and that at 2", rest, "<", (3 * pi - 8) / (6 * sqrt(2) * pi)))
    return inequalities(*found)

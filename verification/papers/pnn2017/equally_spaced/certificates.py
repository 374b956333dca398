"""The least eigenvalues of equally spaced lines as data for anybody's program."""

from sympy import Expr, Rational, Symbol, cos, pi, sin, sympify

from verification.inequalities import inequalities

N = Symbol("n")


def least(count):
    """The eigenvalue of psi on so many equally spaced lines at the index R/2, rounded down: a sum over their angles.

    psi of the cosine of an angle t, up to pi/2, is 2/pi (sin t + (pi/2 - t) cos t); the angle of two lines is m pi/R or
    what that lacks of pi.
    """
    index, found = count // 2, sympify(1)
    for m in range(1, count):
        turn = pi * Rational(min(m, count - m), count)
        wave = cos(2 * pi * Rational(index * m, count))
        found += 2 / pi * (sin(turn) + (pi / 2 - turn) * cos(turn)) * wave
    return found


def few_lines():
    """The excess of the least eigenvalue of seven lines over 4 x^3 / (3 pi), x = pi/14; decreases up to six lines."""
    x = pi / 14
    excess = least(7) * 3 * pi / (4 * x**3) - 1
    steps = ((f"the least eigenvalue of {r} lines, and of {r + 1}", least(r), ">", least(r + 1)) for r in range(1, 6))
    return inequalities(("the excess of seven lines over x, and 6/pi", excess / x, "<", 6 / pi), *steps)


def even(half: Expr) -> Expr:
    """The least eigenvalue of twice as many lines, by the closed form at the index R/2."""
    x = pi / (4 * half)
    return 1 / (2 * half * cos(x) ** 2) - 2 / pi * sin(x) / cos(x)


def odd(half: Expr) -> Expr:
    """That of one line more, R in all, by the closed form at the index (R - 1)/2."""
    count = 2 * half + 1
    x = pi / count
    return (1 / cos(x) ** 2 + 1) / (2 * count) - sin(x) / (pi * cos(x))


EACH = N, 1, 150  # many more would take longer than all other certificates


def bound():
    """From 2 to 301 lines: above pi^2 / (6 R^3)."""
    return inequalities(
        ("the least eigenvalue of 2 n lines", even(N), ">", pi**2 / (6 * (2 * N) ** 3), EACH),
        ("the least eigenvalue of 2 n + 1 lines", odd(N), ">", pi**2 / (6 * (2 * N + 1) ** 3), EACH),
    )


def decreasing():
    """From 2 to 302 lines each above the next; that of two lines below that of one, 1."""
    return inequalities(
        ("the least eigenvalue of two lines", even(sympify(1)), "<", 1),
        ("the least eigenvalue of 2 n lines, and of 2 n + 1", even(N), ">", odd(N), EACH),
        ("the least eigenvalue of 2 n + 1 lines, and of 2 n + 2", odd(N), ">", even(N + 1), EACH),
    )

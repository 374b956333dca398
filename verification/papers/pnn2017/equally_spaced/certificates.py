"""The least eigenvalues of few equally spaced lines as data for anybody's program."""

from sympy import Rational, cos, pi, sin, sympify

from verification.inequalities import inequalities


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

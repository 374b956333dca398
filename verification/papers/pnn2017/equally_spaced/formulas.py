"""The formulas for lines at the angles pi m/R in the plane: eigenvalues, the least of them, sums of harmonics."""

from sympy import Rational, cos, cot, csc, pi, sec, sin, tan

HALF, QUARTER = Rational(1, 2), Rational(1, 4)


def halves(R, j):
    """The angles alpha = pi (2j - 1)/(2R) and beta = pi (2j + 1)/(2R)."""
    return pi * (2 * j - 1) / (2 * R), pi * (2 * j + 1) / (2 * R)


def share_of(angle, R, sign, squares=HALF, cotangents=1 / pi):
    """What one of the two angles contributes to the eigenvalue; sign -1 for alpha, 1 for beta."""
    return squares * csc(angle) ** 2 / R + sign * cotangents * cot(angle)


def eigenvalue(R, j):
    """Eigenvalue j of psi on R equally spaced lines in the plane."""
    alpha, beta = halves(R, j)
    return share_of(alpha, R, -1) + share_of(beta, R, 1)


def harmonic_sums(angle, m, boundary=QUARTER, shift=-1):
    """Antidifferences in m of sin(2 m a), cos(2 m a) and m cos(2 m a); sin(a) is not zero."""
    twice, odd = 2 * sin(angle), (2 * m + shift) * angle
    return (
        -cos(odd) / twice,
        sin(odd) / twice,
        m * sin(odd) / twice + boundary * cos(2 * m * angle) / sin(angle) ** 2,
    )


def least_even(R, tangents=2 / pi):
    """The eigenvalue at j = R/2."""
    return sec(pi / (2 * R)) ** 2 / R - tangents * tan(pi / (2 * R))


def least_odd(R, tangents=1 / pi):
    """The eigenvalue at j = (R - 1)/2."""
    return (sec(pi / R) ** 2 + 1) / (2 * R) - tangents * tan(pi / R)

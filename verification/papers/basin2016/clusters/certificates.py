"""Chances that a hyperplane cuts a cluster as data for anybody's program."""

from sympy import Rational, pi, sin, sqrt

from verification.inequalities import inequalities
from verification.sphere_as_data import beyond


def cuts():
    """The chance at the largest ratio allowed, rho = 2 sin(sqrt(2 pi) / (16 d sqrt d)), in 2 to 40 inputs."""
    return inequalities(
        *(
            (f"the chance of a cut, and 1/(4 d), d = {d}", 1 - beyond(d, reach(d) ** 2), "<", Rational(1, 4 * d))
            for d in range(2, 41)
        )
    )


def reach(inputs):
    """The largest ratio."""
    return 2 * sin(sqrt(2 * pi) / (16 * inputs * sqrt(inputs)))

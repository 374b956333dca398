"""Chances that a hyperplane cuts a cluster as data for anybody's program."""

from sympy import Rational, Symbol, pi, sin, sqrt

from verification.inequalities import inequalities
from verification.networks_on_samples import fact, network
from verification.sphere_as_data import beyond


def cuts():
    """The chance at the largest ratio allowed, rho = 2 sin(sqrt(2 pi) / (16 d sqrt d)), in 2 to 120 inputs."""
    return [up_to(first, last) for first, last in ((2, 50), (51, 90), (91, 120))]


def up_to(first, last):
    """From some number of inputs to another."""
    return inequalities(
        *(
            (f"the chance of a cut, and 1/(4 d), d = {d}", 1 - beyond(d, reach(d) ** 2), "<", Rational(1, 4 * d))
            for d in range(first, last + 1)
        )
    )


def reach(inputs):
    """The largest ratio."""
    return 2 * sin(sqrt(2 * pi) / (16 * inputs * sqrt(inputs)))


def large_targets():
    """The least loss of linear predictions at 5/4 and 3/4 with the target 1, 1/17; times Y^2 it exceeds K/16.

    A network of ReLU neurons without biases is linear on positive numbers. Y^2 = 17/16 (K + 1), K up to 1,000.
    """
    k, tau = Symbol("k"), Rational(1, 4)
    least = fact("least loss", tau**2 / (1 + tau**2), features=(0,), derivatives=(), gates=())
    line = network([(1 + tau,), (1 - tau,)], (1, 1), (((1,),), ((1,),)), (0,), least)
    square = (1 + tau**2) * (k + 1)
    above = ("Y^2/17 at Y^2 = 17/16 (k + 1), and k/16", square / 17, ">", k * tau**2, (k, 1, 1000))
    return line, inequalities(above)

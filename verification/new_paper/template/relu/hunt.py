"""A search for counterexamples, boundaries first; with the assumption dropped it must find one."""

import math

import numpy as np

from verification.methods import hunt
from verification.methods.hunt import Hunt, Instance


def relu(number):
    """max(x, 0), of floats and of fractions."""
    return max(number, 0)


def drawn(numbers):
    """A sampler of x and c, each by a function of the generator."""
    return lambda rng: Instance({name: np.array([[draw(rng)]], float) for name, draw in numbers.items()})


STRATA = {
    "one of them zero": drawn({"x": lambda rng: rng.integers(-1, 2), "c": lambda rng: rng.integers(-1, 2)}),
    "whole numbers": drawn({"x": lambda rng: rng.integers(-5, 6), "c": lambda rng: rng.integers(-5, 6)}),
    "far apart": drawn({"x": lambda rng: rng.normal() * 1e6, "c": lambda rng: rng.normal() * 1e-6}),
}


@hunt.check("mykey.relu-of-a-normal", "scales", wrong={"$c$ of any sign": {"nonnegative": False}})
def numbers_that_do_not_scale(nonnegative=True):
    r"""Numbers $x$ and $c$ for which $\sigma(c x) \ne c \sigma(x)$, exact in fractions."""

    def gap(x, c):
        return relu(c * x) - c * relu(x)

    def margin(instance):
        x, c = (float(instance.numbers[name][0, 0]) for name in ("x", "c"))
        if nonnegative and c < 0:
            return math.inf
        return -abs(gap(x, c)) / max(abs(c * x), 1e-300)

    def numbers(instance):
        return tuple(instance.fractions(name)[0][0] for name in ("x", "c"))

    def certify(instance):
        x, c = numbers(instance)
        return "" if (nonnegative and c < 0) or gap(x, c) == 0 else f"relu(c x) - c relu(x) = {gap(x, c)}"

    return Hunt(STRATA, margin, certify, lambda instance: "x = {}, c = {}".format(*numbers(instance)))

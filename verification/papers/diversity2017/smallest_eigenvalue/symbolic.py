"""Proof: how the kernel falls from its value at equal directions."""

import sympy
from sympy import Rational, cos, pi

from verification.methods import symbolic

rho = sympy.Symbol("rho", positive=True)


def kernel(angle):
    """g at an angle up to pi."""
    return cos(angle) * (pi - angle) / (2 * pi)


@symbolic.check(
    "ours.lemma-6-event",
    "near-one",
    wrong={r"$\pi + \rho$": {"sign": -1}, r"$\frac1\pi$ for $\frac{1}{2 \pi}$": {"share": 1 / pi}},
    at={"rho": Rational(1, 3)},
)
def fall_from_one(sign=1, share=1 / (2 * pi)):
    r"""$\frac12 - g(\cos \rho)$ less its value; and $\frac{1}{2 \pi} + \frac14 < \frac12$."""
    claimed = rho / (2 * pi) + (1 - cos(rho)) * (pi - sign * rho) / (2 * pi)
    yield Rational(1, 2) - kernel(rho) - claimed
    yield {"below a half": bool(share + Rational(1, 4) < Rational(1, 2))}

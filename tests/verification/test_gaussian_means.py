"""The integrals that proofs start from are those of a normal pair over its quadrants."""

import pytest
from sympy import Rational, cos, pi, simplify, sin, sqrt

from verification.gaussian_means import THETA, gaussian_means, projections

EVEN = (sin(THETA) + (pi - THETA) * cos(THETA)) / (2 * pi)  # E relu(u.x) relu(v.x), known by hand


@pytest.mark.parametrize(
    ("product", "degree", "same", "opposite"),
    [
        (lambda phi: phi**0, 0, (pi - THETA) / (2 * pi), THETA / (2 * pi)),  # shares of the plane
        (projections, 2, EVEN, cos(THETA) / 2 - EVEN),  # together E (u.x)^+ v.x = cos(theta) / 2
        (cos, 1, (1 + cos(THETA)) / sqrt(8 * pi), (1 - cos(THETA)) / sqrt(8 * pi)),  # together E (u.x)^+
    ],
)
def test_means_over_the_quadrants(product, degree, same, opposite):
    found = gaussian_means(product, degree)
    assert all(one.is_real and one.free_symbols == {THETA} for one in found)  # as proofs and closed forms take them
    for angle in (pi / 3, pi / 2, 2 * Rational(1, 3) * pi):
        for one, wanted in zip(found, (same, opposite), strict=True):
            assert simplify((one - wanted).subs(THETA, angle)) == 0

"""The helpers behind the kernel's checks, on functions whose answers are known."""

import numpy as np
import pytest
import sympy
from flint import arb, fmpq

from pnn import kernels
from verification.balls import precision
from verification.covers import derivative, positive_between, right_angle
from verification.gaussian_means import THETA, gaussian_means, projections
from verification.methods.certified import overall
from verification.papers.pnn2017.kernel import exact, quadrature
from verification.papers.pnn2017.kernel.certified import over_all_angles
from verification.verdict import Verdict


def cover(function, orders):
    with precision():
        return overall(positive_between(function, arb(0), right_angle(), orders, fmpq(1, 8)))


POSITIVE = [
    (lambda t: t.cos() + 1, (0, 0)),
    (lambda t: t.sin(), (1, 0)),
    (lambda t: 1 - t.cos(), (2, 0)),
    (lambda t: t.sin() * t.cos(), (1, 1)),
    (lambda t: t.sin() - t * t.cos(), (3, 0)),
    (derivative(lambda t: t.sin()), (0, 1)),
]
NOT_POSITIVE = [
    lambda t: -t.sin(),
    lambda t: t.sin() * (t - fmpq(3, 5)),
    lambda t: t.sin() * ((t - 1) * (t - 1) - fmpq(1, 10**6)),  # negative on a stretch of 2/1000
    derivative(lambda t: t.sin() * t.sin() - fmpq(1, 2) * t),
]


@pytest.mark.parametrize(
    ("difference", "orders", "verdict"),
    [
        (lambda t, sign: t.sin(), (1, 0), Verdict.CERTIFIED),
        (lambda t, sign: sign * t.cos(), (0, 1), Verdict.CERTIFIED),
        (lambda t, sign: t.cos() + fmpq(1, 2), (0, 0), Verdict.REFUTED),  # beyond a right angle
    ],
)
def test_a_bound_of_the_kernel_is_held_at_negative_cosines_too(difference, orders, verdict):
    with precision():
        assert overall(over_all_angles(difference, orders)) is verdict


@pytest.mark.parametrize(("function", "orders"), POSITIVE)
def test_a_positive_function_is_certified_on_the_whole_interval(function, orders):
    assert cover(function, orders) is Verdict.CERTIFIED


@pytest.mark.parametrize("function", NOT_POSITIVE)
def test_a_negative_stretch_is_found(function):
    assert cover(function, (1, 0)) is Verdict.REFUTED


def test_touching_zero_inside_is_not_certified():
    assert cover(lambda t: t.sin() * (t - 1) * (t - 1), (1, 0)) is not Verdict.CERTIFIED


@pytest.mark.parametrize("orders", [(0, 0), (1, 0), (3, 0)])
def test_a_wrong_order_of_contact_is_not_certified(orders):
    assert cover(lambda t: 1 - t.cos(), orders) is not Verdict.CERTIFIED


def test_hermite_polynomials_are_numpys():
    for degree, polynomial in enumerate(exact.hermite_polynomials(12)):
        expected = np.polynomial.hermite_e.herme2poly([0] * degree + [1])
        assert np.array_equal(np.array(polynomial, dtype=float), expected)


def test_binomial_series_squares_to_the_integer_power():
    root = exact.binomial_series(exact.HALF, 20)
    square = [sum(root[i] * root[n - i] for i in range(n + 1)) for n in range(20)]
    assert square == [1, -1] + [0] * 18


def test_long_tail_starts_with_the_kernel_itself():
    for rho in (0.25, 0.9, 1.0):
        terms = [quadrature.long_tail(rho, start) for start in (0, 1, 2)]
        assert terms[0] == pytest.approx(float(kernels.psi(rho)), rel=1e-15)
        assert terms[0] - terms[1] == pytest.approx(2 / np.pi, rel=1e-14)
        assert terms[1] - terms[2] == pytest.approx(rho**2 / np.pi, rel=1e-14)


@pytest.mark.parametrize("inputs", [2, 3, 8])
def test_legendre_polynomials_are_orthogonal_on_the_sphere(inputs):
    for degree in range(5):
        for other in range(5):
            mean = quadrature.project_on_harmonic(
                lambda t, other=other: quadrature.legendre(inputs, other, t), inputs, degree
            )
            assert (abs(mean) < 1e-13) == (degree != other)


def test_sectors_and_their_moments_fill_the_plane():
    same, opposite = gaussian_means(projections, degree=2)
    assert sympy.simplify(2 * (same + opposite) - sympy.cos(THETA)) == 0

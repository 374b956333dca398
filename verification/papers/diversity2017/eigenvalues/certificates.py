"""Eigenvalues of functions of the cosine as integrals, as data for anybody's program.

By Funk and Hecke the eigenvalue of f on harmonics of degree q in d inputs is the mean of f(t) P(t) over the density
(1 - t^2)^((d - 3)/2), t from -1 to 1, where P is the Legendre polynomial in d inputs that is 1 at t = 1. With t = sin x
the density is cos(x)^(d - 2), x from -pi/2 to pi/2.
"""

from collections.abc import Callable
from fractions import Fraction

from sympy import Rational

from verification.inequalities import expression, inequalities, integral
from verification.papers.diversity2017.eigenvalues_as_data import gamma, kappa

NEAR = Rational(1, 10**6)  # to which numbers are compared
RIGHT = ["/", "pi", "2"]
SINE, KERNEL = ["sin", "x"], ["+", "1/4", ["/", "x", ["*", "2", "pi"]]]  # t, and k = 1/4 + arcsin(t)/(2 pi)


def legendre(inputs: int, degree: int) -> list[Fraction]:
    """The coefficients of the Legendre polynomial in so many inputs, the constant first, by its recurrence."""
    before, found = [Fraction(1)], [Fraction(0), Fraction(1)]
    if degree == 0:
        return before
    for j in range(1, degree):
        raised = [Fraction(0), *((2 * j + inputs - 2) * a for a in found)]
        lower = [j * a for a in before] + [Fraction(0)] * 2
        before, found = found, [(a - b) / (j + inputs - 2) for a, b in zip(raised, lower, strict=True)]
    return found


def polynomial(coefficients: list[Fraction], t: list | str) -> list | str:
    """Its value at t by Horner's rule in t^2, of an even or an odd polynomial."""
    odd = len(coefficients) % 2 == 0
    first, *others = [str(a) for a in reversed(coefficients[odd::2])]
    value: list | str = first
    for a in others:
        value = ["+", a, ["*", ["^", t, "2"], value]]
    return ["*", t, value] if odd else value


def multiplied(*factors: list | str) -> list | str:
    """A product of those that are not 1."""
    some = [one for one in factors if one != "1"]
    return ["*", *some] if len(some) > 1 else some[0] if some else "1"


def over_angles(inputs: int, degree: int, *factors: list | str) -> list:
    """The integral of a product times the density, over x; in more pieces for a higher degree."""
    density = ["^", ["cos", "x"], str(inputs - 2)] if inputs > 3 else ["cos", "x"] if inputs == 3 else "1"
    return integral("x", ["*", "-1", RIGHT], RIGHT, max(4, degree + 1), multiplied(*factors, density))


def over_cosines(inputs: int, low: int, *factors: list | str) -> list:
    """The integral of polynomials times the density, over t up to 1, for an odd number of inputs: of a polynomial."""
    density = ["^", ["-", "1", ["^", "t", "2"]], str((inputs - 3) // 2)] if inputs > 3 else "1"
    return integral("t", low, 1, 1, multiplied(*factors, density))


def near(what: str, found: list, claimed: object, scale: list) -> tuple:
    """A number is another one times a scale, nearly."""
    return what, ["abs", ["-", found, ["*", expression(claimed), scale]]], "<", NEAR


def of_step(inputs: int, degree: int) -> tuple[list, list]:
    """The square of the integral of the step, which is 1 for t >= 0, and the square of that of the density."""
    found = over_cosines(inputs, 0, polynomial(legendre(inputs, degree), "t"))
    return ["^", found, "2"], ["^", over_cosines(inputs, -1), "2"]


def of_kernel(inputs: int, degree: int) -> tuple[list, list]:
    """The integral of k, and that of the density."""
    values = polynomial(legendre(inputs, degree), SINE)
    return over_angles(inputs, degree, KERNEL, values), over_angles(inputs, 0)


def of_activation(inputs: int, degree: int) -> tuple[list, list]:
    """The integral of g = t k, and that of the density."""
    values = polynomial(legendre(inputs, degree), SINE)
    return over_angles(inputs, degree, SINE, KERNEL, values), over_angles(inputs, 0)


def compared(name: str, function: Callable[[int, int], tuple[list, list]], *closed: tuple) -> dict:
    """Eigenvalues against closed forms: inputs, degree and what is claimed there."""
    comparisons = []
    for d, q, claimed in closed:
        found, scale = function(d, q)
        comparisons.append(near(f"{name}, d = {d}, degree {q}", found, claimed, scale))
    return inequalities(*comparisons)


def step():
    """The square of the step's eigenvalue against kappa, and 0 at even degrees, in 3 and in 5 inputs."""
    places = ((d, q) for d in (3, 5) for q in (2, 3, 5, 6, 9))
    return compared("the step", of_step, *((d, q, kappa(d, q) if q % 2 else 0) for d, q in places))


def kernel():
    """The eigenvalue of k against kappa, at degree 3 in 2 and in 3 inputs."""
    return compared("k", of_kernel, *((d, 3, kappa(d, 3)) for d in (2, 3)))


def activation():
    """The eigenvalue of g against gamma in the plane, and at degree 2 in 3 inputs; 0 at degree 3."""
    places = (2, 0), (2, 1), (2, 2), (3, 2)
    return compared("g", of_activation, *((d, q, gamma(d, q)) for d, q in places), (2, 3, 0))


def missing_degrees():
    """The eigenvalue of g at odd degrees against 0."""
    return compared("g", of_activation, (2, 5, 0), (3, 3, 0))

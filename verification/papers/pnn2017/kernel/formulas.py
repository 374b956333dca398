"""The kernel's formulas in SymPy, as its proofs use them: the keyword defaults are what the claims assert."""

from sympy import Integer, Rational, Symbol, asin, binomial, combsimp, cos, factorial, gamma, pi, sin, sqrt

rho = Symbol("rho", real=True)
HALF = Rational(1, 2)
MEAN_SIZE = sqrt(2 / pi)  # of a standard normal variable


def psi(rho, scale=2 / pi, angle=asin):
    """The closed form of E |u.x| |v.x| at the cosine rho."""
    return scale * (sqrt(1 - rho**2) + rho * angle(rho))


def psi_derivative(rho, scale=2 / pi, angle=asin):
    """Its derivative, E sign(u.x) sign(v.x)."""
    return scale * angle(rho)


def arc_cosine(theta, whole=pi, sign=-1):
    """J_1: 2 pi times E relu(u.x) relu(v.x) at the angle theta."""
    return sin(theta) + (whole + sign * theta) * cos(theta)


def psi_of_angle(theta, scale=2 / pi, quarter=pi / 2):
    """psi(cos theta) for theta in [0, pi]."""
    return scale * (sin(theta) + (quarter - theta) * cos(theta))


def taylor_coefficient(n, shift=1, power=2):
    """a_n in psi = (2/pi) sum a_n rho^(2n)."""
    return binomial(2 * n, n) / (4**n * (2 * n - shift) ** power)


def odd_factorial(n):
    """(2n - 1)!! = 1 * 3 * ... * (2n - 1), and 1 for n = 0."""
    return factorial(2 * n) / (2**n * factorial(n))


def hermite_coefficient(m, scale=MEAN_SIZE, sign=-1):
    """E |g| He_2m(g) for m >= 1."""
    return scale * sign ** (m - 1) * odd_factorial(m - 1)


def multiplier(inputs, degree, circle=2 * pi):
    """mu: what x -> |u.x| multiplies spherical harmonics of an even degree by."""
    sign = Integer(-1) ** (degree / 2 - 1)
    return sign * gamma(inputs / 2) * gamma((degree - 1) / 2) / (circle * gamma((degree + inputs + 1) / 2))


def excess(value, asserted):
    """value / asserted - 1 for products of powers and gamma functions, which are never 0: vanishes where they agree."""
    return combsimp(value / asserted) - 1

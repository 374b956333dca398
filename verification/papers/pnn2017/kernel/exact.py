"""Series coefficients in fractions, by routes that share nothing with the proofs."""

from fractions import Fraction
from math import comb, factorial

from pnn import kernels
from verification.certificates import leaves
from verification.methods import exact
from verification.papers.pnn2017.kernel import series_as_data

TERMS = 80
HALF = Fraction(1, 2)


def asserted_coefficient(n, shift=1, power=2):
    """a_n as the claim states it."""
    return Fraction(comb(2 * n, n), 4**n * (2 * n - shift) ** power)


def binomial_series(exponent, terms):
    """The coefficients of (1 - z)^exponent."""
    coefficients = [Fraction(1)]
    for k in range(terms - 1):
        coefficients.append(-coefficients[-1] * (exponent - k) / (k + 1))
    return coefficients


@leaves(series_as_data.coefficients_of_the_parts, whole=False)
@exact.check(
    "pnn.psi.taylor",
    "coefficients",
    wrong={"$2n - 1$ for its square": {"power": 1}, "$2n + 1$ for $2n - 1$": {"shift": -1}},
    scope="instances",
)
def closed_form_in_binomial_series(**formula):
    r"""The first 80 coefficients of $\sqrt{1 - r^2} + r \arcsin r$, the arcsine by integrating the series of its slope,
    minus the formula.

    The library's fractions are compared as well.
    """
    root, slope = binomial_series(HALF, TERMS), binomial_series(-HALF, TERMS)
    for n in range(TERMS):
        arcsine = slope[n - 1] / (2 * n - 1) if n else 0
        asserted = asserted_coefficient(n, **formula)
        yield {"series": root[n] + arcsine - asserted, "library": kernels.psi_taylor(n) - asserted}


@leaves(series_as_data.second_derivative, whole=False)
@exact.check(
    "pnn.psi.derivatives",
    "second",
    wrong={r"exponent $-1$ for $-\frac12$": {"exponent": -1}, r"exponent $\frac12$": {"exponent": HALF}},
    scope="instances",
)
def taylor_terms_differentiated_twice(exponent=-HALF):
    r"""The library's $a_n$, differentiated twice term by term, are the binomial series of $\frac\pi2 \psi''$: 80
    terms."""
    for n, coefficient in enumerate(binomial_series(exponent, TERMS)):
        yield {"coefficient": (2 * n + 2) * (2 * n + 1) * kernels.psi_taylor(n + 1) - coefficient}


def hermite_polynomials(count):
    """The coefficients of He_0, He_1, ..., lowest power first, by the three-term recurrence."""
    polynomials = [[1], [0, 1]]
    for n in range(1, count - 1):
        raised, before = [0, *polynomials[n]], [*polynomials[n - 1], 0, 0]
        polynomials.append([a - n * b for a, b in zip(raised, before, strict=True)])
    return polynomials


def asserted_hermite(m, alternating=-1, lag=3):
    """E |g| He_2m(g) over sqrt(2/pi): the odd numbers up to 2m - 3 multiplied, with a sign."""
    product = Fraction(1)
    for odd in range(1, 2 * m - lag + 1, 2):
        product *= odd
    return product if m == 0 else alternating ** (m - 1) * product


def mean_against_absolute_value(polynomial):
    """E |g| p(g) over sqrt(2/pi): E |g| g^(2k) is 2^k k! times that, and odd powers have mean 0."""
    return sum(c * 2 ** (j // 2) * factorial(j // 2) for j, c in enumerate(polynomial) if j % 2 == 0)


@leaves(series_as_data.hermite, whole=False)
@exact.check(
    "pnn.psi.hermite",
    "coefficients",
    wrong={
        "no alternating sign": {"alternating": 1},
        "$(2m - 1)!!$ for $(2m - 3)!!$": {"lag": 1},
        r"the root of $\frac2\pi$ for odd degrees too": {"odd": 1},
    },
    scope="instances",
)
def moments_of_hermite_polynomials(odd=0, **formula):
    """All degrees below 81: each polynomial's moment against $|g|$ over $E |g|$, in integers, minus the formula;
    zero for odd degrees."""
    for degree, polynomial in enumerate(hermite_polynomials(81)):
        mean = mean_against_absolute_value(polynomial)
        yield {"odd": mean - odd} if degree % 2 else {"even": mean - asserted_hermite(degree // 2, **formula)}


@leaves(series_as_data.mehler, whole=False)
@exact.check(
    "pnn.psi.hermite",
    "mehler",
    wrong={"$m!$ for $(2m)!$": {"step": 1}, "twice $a_m$": {"factor": 2}},
    scope="instances",
)
def squared_moments_and_the_library(step=2, factor=1):
    """Up to $m = 40$: the squared moments over $(2m)!$ are the library's Taylor coefficients."""
    polynomials = hermite_polynomials(81)
    for m in range(41):
        square = mean_against_absolute_value(polynomials[2 * m]) ** 2
        yield {"square": Fraction(square, factorial(step * m)) - factor * kernels.psi_taylor(m)}

"""The kernel as a Gaussian integral in balls, and the eigenvalues that vanish."""

from flint import acb, arb, fmpq

from verification.certificates import leaves
from verification.methods import certified
from verification.methods.certified import Agreement
from verification.papers.diversity2017.eigenvalues import certificates
from verification.papers.diversity2017.funk_hecke import by_funk_hecke
from verification.papers.diversity2017.kernel import integrals_as_data

COSINES = tuple(fmpq(k, 10) for k in (-9, -5, -1, 0, 3, 7, 9))
FAR = 14  # standard deviations


def orthant(t):
    """P(a >= 0, b >= 0) for normal a, b of correlation t: the density of a times the chance of b given a."""
    slope = arb(t) / (1 - arb(t) ** 2).sqrt()

    def integrand(x, _):
        return (-x * x / 2).exp() / arb(2 * arb.pi()).sqrt() * (1 + (slope * x / arb(2).sqrt()).erf()) / 2

    beyond = (-(arb(FAR) ** 2) / 2).exp()
    return acb.integral(integrand, 0, FAR).real + arb(0).union(beyond)


@leaves(integrals_as_data.along_rays, whole=False)
@certified.check(
    "diverse.equation-9",
    "closed-form",
    wrong={r"$\frac1\pi$ for $\frac{1}{2 \pi}$": {"divisor": 1}, "the arcsine": {"turned": True}},
)
def gaussian_integrals(divisor=2, turned=False):
    r"""The integral of a normal density over the quadrant, less $\frac12 - \frac{\arccos t}{2 \pi}$, for seven cosines
    $t$; a uniform direction is that of a normal vector.
    """
    for t in COSINES:
        angle = arb(t).asin() if turned else arb(t).acos()
        yield Agreement(f"t = {t}", orthant(t) - arb(fmpq(1, 2)) + angle / (divisor * arb.pi()))


@leaves(certificates.missing_degrees, whole=False)
@certified.check(
    "diverse.equation-10",
    "missing-degrees",
    wrong={"even degrees": {"raised": 1}, "degree 1 too": {"raised": -2}},
)
def integrals_at_odd_degrees(raised=0):
    """The eigenvalue at degrees 3, 5, 7 and 9 in 2, 3, 5 and 15 inputs, integrated, less 0."""
    for inputs in (2, 3, 5, 15):
        for degree in (3, 5, 7, 9):
            yield Agreement(f"d = {inputs}, degree {degree}", by_funk_hecke(inputs, degree + raised), 1e-15)

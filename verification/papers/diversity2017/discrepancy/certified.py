"""The moments of the squared kernel in balls: integrals against the closed form."""

from flint import acb, arb

from verification.certificates import leaves
from verification.methods import certified
from verification.methods.certified import Agreement
from verification.papers.diversity2017.discrepancy import certificates as leaving

INPUTS = (2, 3, 4, 5, 6, 10, 15, 50, 100, 1500)


def mean_by_integration(inputs, power=2):
    """E (1/4 + theta/(2 pi))^power for theta of density proportional to cos^(inputs - 2)."""
    half = arb.pi() / 2

    def density(x, _):
        return x.cos() ** (inputs - 2)

    def weighed(x, _):
        return (x / (2 * arb.pi()) + arb(1) / 4) ** power * density(x, _)

    return acb.integral(weighed, -half, half).real / acb.integral(density, -half, half).real


@leaves(leaving.means)
@certified.check(
    "ours.pair-moments",
    "closed-form",
    wrong={r"$\psi_1(d)$ for $\psi_1(d/2)$": {"argument": 1.0}, r"$4 \pi^2$ for $8 \pi^2$": {"divisor": 4}},
)
def integrals_against_trigamma(argument=0.5, divisor=8):
    r"""$E k^2$, integrated over the angle, less $\frac{1}{16} + \frac{\psi_1(d/2)}{8 \pi^2}$, in ten dimensions up to
    1,500.
    """
    for inputs in INPUTS:
        trigamma = acb(2).zeta(arb(inputs) * argument).real
        yield Agreement(
            f"d = {inputs}", mean_by_integration(inputs) - arb(1) / 16 - trigamma / (divisor * arb.pi() ** 2), 1e-15
        )


@leaves(leaving.variances)
@certified.check(
    "ours.pair-moments",
    "variance",
    wrong={r"no $\psi_3$": {"fourth": 0}, r"$16 \pi^2$ for $32 \pi^2$": {"divisor": 16}},
)
def variances_against_polygammas(fourth=1, divisor=32):
    r"""$E k^4 - (E k^2)^2$, integrated over the angle, less
    $\frac{\psi_1}{32 \pi^2} + \frac{4 \psi_1^2 - \psi_3}{128 \pi^4}$ at $\frac d2$, in ten dimensions up to 1,500.
    """
    for inputs in INPUTS:
        half = arb(inputs) / 2
        first, third = acb(2).zeta(half).real, 6 * acb(4).zeta(half).real
        claimed = first / (divisor * arb.pi() ** 2) + (4 * first**2 - fourth * third) / (128 * arb.pi() ** 4)
        found = mean_by_integration(inputs, 4) - mean_by_integration(inputs) ** 2
        yield Agreement(f"d = {inputs}", found - claimed, 1e-15)

"""The moments of the squared kernel in balls: integrals against the closed form."""

from flint import acb, arb

from verification.methods import certified
from verification.methods.certified import Agreement

INPUTS = (2, 3, 4, 5, 6, 10, 15, 50, 100, 1500)


def mean_by_integration(inputs):
    """E (1/4 + theta/(2 pi))^2 for theta of density proportional to cos^(inputs - 2)."""
    half = arb.pi() / 2

    def density(x, _):
        return x.cos() ** (inputs - 2)

    def weighed(x, _):
        return (x / (2 * arb.pi()) + arb(1) / 4) ** 2 * density(x, _)

    return acb.integral(weighed, -half, half).real / acb.integral(density, -half, half).real


@certified.check(
    "ours.pair-moments",
    "closed-form",
    wrong={"psi_1(d) for psi_1(d/2)": {"argument": 1.0}, "4 pi^2 for 8 pi^2": {"divisor": 4}},
)
def integrals_against_trigamma(argument=0.5, divisor=8):
    """E k^2 by integration over the angle, less 1/16 + psi_1(d/2)/(8 pi^2), in ten dimensions up to 1,500."""
    for inputs in INPUTS:
        trigamma = acb(2).zeta(arb(inputs) * argument).real
        yield Agreement(
            f"d = {inputs}", mean_by_integration(inputs) - arb(1) / 16 - trigamma / (divisor * arb.pi() ** 2), 1e-15
        )

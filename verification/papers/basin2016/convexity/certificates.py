"""Patterns of signs in general position as data for anybody's program."""

from verification.enumerations import SIGNS, added, distinct, enumeration, times

TYPES = {3: 16, 4: 28, 5: 44}  # samples, pairs of signs


def types_on_the_moment_curve():
    """Weights whose polynomials have roots at any two halves between the samples, or at one, or at none.

    With the sample (1, k, k^2) the product of (p, q, r) is p + q k + r k^2.
    """
    for samples, number in TYPES.items():
        values = [added("p", times(k, "q"), times(k * k, "r")) for k in range(samples)]
        signs = [["/", value, ["abs", value]] for value in values]
        halves = [2 * k + 1 for k in range(samples - 1)]
        roots = {(a * b, -2 * (a + b), 4) for a in halves for b in halves}
        roots |= {(a, -2, 0) for a in halves} | {(1, 0, 0)}
        weights = sorted(tuple(sign * x for x in row) for row in roots for sign in SIGNS)
        counts = [distinct(f"signs on {samples} samples, and of v", [*signs, "v"], number, 2 * len(weights))]
        yield enumeration({("p", "q", "r"): weights, "v": SIGNS}, counts)

"""Two clusters with orthogonal centres in the plane: the exact chance that both are served."""

from math import asin, pi

ONE_SIGN, TWO_SIGNS = 5 / 8, 1 / 2


def both_served(width, ratio, both_missed, cut=4.0, kept=0.75):
    """1 - 2 ((3 + kappa)/4)^n + (kappa + (1 - kappa) h)^n, kappa = (4/pi) asin(rho)."""
    kappa = cut / pi * asin(ratio)
    missed, together = (kappa + (1 - kappa) * chance for chance in (kept, both_missed))
    return 1 - 2 * missed**width + together**width

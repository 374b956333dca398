"""Routes to the kernel that need no closed form of it, or need it only in long arithmetic."""

import mpmath
import numpy as np
from scipy.special import erf, eval_chebyt, eval_gegenbauer, gammaln

NODES, WEIGHTS = np.polynomial.legendre.leggauss(200)
DIGITS = 700


def on_half_line(integrand, end=12.0):
    """The integral over [0, end] of an integrand that takes nodes in its last axis."""
    return integrand(end * (NODES + 1) / 2) @ WEIGHTS * end / 2


def conditional_means(rho):
    """E|g||k| and E sign(g) sign(k) at correlations rho: given g = t, k is normal with mean rho t and known spread."""
    spread = np.sqrt(1 - rho**2)[:, None]

    def size(t):
        mean = rho[:, None] * t
        folded = spread * np.sqrt(2 / np.pi) * np.exp(-((mean / spread) ** 2) / 2)
        return 2 * t * density(t) * (folded + mean * erf(mean / (spread * np.sqrt(2))))

    return on_half_line(size), on_half_line(lambda t: 2 * density(t) * erf(rho[:, None] * t / (spread * np.sqrt(2))))


def density(t):
    """The standard normal density."""
    return np.exp(-(t**2) / 2) / np.sqrt(2 * np.pi)


def long_psi(rho):
    """psi in mpmath's arithmetic."""
    return 2 / mpmath.pi * (mpmath.sqrt(1 - rho**2) + rho * mpmath.asin(rho))


def long_tail(rho, start):
    """psi minus the terms below `start`, which obey a recurrence, in long arithmetic."""
    with mpmath.workdps(DIGITS):
        rho, total, term = mpmath.mpf(float(rho)), mpmath.mpf(0), mpmath.mpf(1)
        for n in range(start):
            total += term
            term *= rho**2 * (2 * n - 1) ** 2 / mpmath.mpf((2 * n + 2) * (2 * n + 1))
        return float(long_psi(rho) - 2 / mpmath.pi * total)


def project_on_harmonic(kernel, inputs, degree):
    """The integral of kernel(t) P(t) against the density of t = sin(phi); smooth in phi up to both ends."""
    phi = np.pi / 2 * NODES
    t = np.sin(phi)
    constant = np.exp(gammaln(inputs / 2) - gammaln((inputs - 1) / 2)) / np.sqrt(np.pi)
    return (
        np.sum(kernel(t) * legendre(inputs, degree, t) * np.cos(phi) ** (inputs - 2) * WEIGHTS) * constant * np.pi / 2
    )


def legendre(inputs, degree, t):
    """The Legendre polynomial in `inputs` dimensions, 1 at t = 1."""
    if inputs == 2:
        return eval_chebyt(degree, t)
    index = (inputs - 2) / 2
    return eval_gegenbauer(degree, index, t) / eval_gegenbauer(degree, index, 1.0)


def long_gap_over(gap):
    """(1 - psi(1 - gap)) / gap in long arithmetic."""
    with mpmath.workdps(DIGITS):
        gap = mpmath.mpf(float(gap))
        return float((1 - long_psi(1 - gap)) / gap)

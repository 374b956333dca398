"""Eigenvalues of g(t) = t k(t) on the sphere in balls, integrated and in closed form; the mean of k^2."""

from flint import acb, arb, fmpq


def by_funk_hecke(inputs, degree, linear=True):
    """The eigenvalue of g = t k(t) on harmonics of a degree, integrated against the Legendre polynomial in balls.

    That of k where not `linear`.
    """

    def kernel(x):
        return (x.sin() if linear else 1) * (x / (2 * arb.pi()) + arb(fmpq(1, 4)))

    return _mean(inputs, degree, kernel, -arb.pi() / 2)


def integral_of_step(inputs, degree):
    """The eigenvalue of 1[t >= 0] on harmonics of a degree."""
    return _mean(inputs, degree, lambda x: 1, arb(0))


def _mean(inputs, degree, kernel, start):
    half = arb.pi() / 2

    def density(x, _):
        return x.cos() ** (inputs - 2)

    def weighed(x, _):
        return kernel(x) * legendre(inputs, degree, x.sin()) * density(x, _)

    return acb.integral(weighed, start, half).real / acb.integral(density, -half, half).real


def legendre(inputs, degree, t):
    """The Legendre polynomial in that many inputs, 1 at t = 1, by its recurrence."""
    before, value = acb(1), t
    if degree == 0:
        return before
    for j in range(1, degree):
        before, value = value, ((2 * j + inputs - 2) * t * value - j * before) / (j + inputs - 2)
    return value


def kappa(inputs, degree):
    """The eigenvalue of k at an odd degree: (Gamma(d/2) Gamma(degree/2) / (2 pi Gamma((d + degree)/2)))^2."""
    half, other = arb(fmpq(inputs, 2)), arb(fmpq(degree, 2))
    return (half.gamma() * other.gamma() / (2 * arb.pi() * (half + other).gamma())) ** 2


def gamma(inputs, degree):
    """The eigenvalue of g in closed form."""
    if degree % 2:
        return arb(fmpq(1, 4 * inputs)) if degree == 1 else arb(0)
    if degree == 0:
        return kappa(inputs, 1)
    mixed = (degree + inputs - 2) * kappa(inputs, degree + 1) + degree * kappa(inputs, degree - 1)
    return mixed / (2 * degree + inputs - 2)


def squared_kernel(inputs):
    """E k^2 in balls."""
    return arb(fmpq(1, 16)) + acb(2).zeta(arb(inputs) / 2).real / (8 * arb.pi() ** 2)

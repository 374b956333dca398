"""The moments of the squared kernel, integrated over the angle, as data for anybody's program."""

from sympy import Expr, Rational, Symbol, cos, pi, sympify

from verification.inequalities import inequalities, integral

X, NEAR = Symbol("x"), Rational(1, 10**7)
SIZES = (2, 3, 4), (5, 6, 10)


def mean(inputs: int, power: int) -> list:
    """E (1/4 + x/(2 pi))^power, x of density proportional to cos^(d - 2)."""
    density = cos(X) ** (inputs - 2)
    kernel = (Rational(1, 4) + X / (2 * pi)) ** power
    weighed, whole = (integral(X, -pi / 2, pi / 2, 8, one) for one in (kernel * density, density))
    return ["/", weighed, whole]


def tail(inputs: int, power: int) -> Expr:
    """The sum of 1/(d/2 + k)^power over all k >= 0, power 2 or 4, from that of 1/k^power and of 1/(k - 1/2)^power."""
    half = Rational(inputs, 2)
    every = {2: (pi**2 / 6, pi**2 / 2), 4: (pi**4 / 90, pi**4 / 6)}[power][inputs % 2]
    start = Rational(1, 2) if inputs % 2 else Rational(1)
    return every - sum((1 / (start + k) ** power for k in range(int(half - start))), sympify(0))


def agreement(what: str, found: list, claimed: Expr) -> tuple:
    """Two numbers less than 10^-7 apart."""
    return what, ["abs", ["-", found, claimed]], "<", NEAR


def means() -> list[dict]:
    """E k^2, and 1/16 + psi_1(d/2) / (8 pi^2)."""
    return [inequalities(*map(closed_form, sizes)) for sizes in SIZES]


def closed_form(inputs: int) -> tuple:
    """The mean in so many inputs."""
    claimed = Rational(1, 16) + tail(inputs, 2) / (8 * pi**2)
    return agreement(f"E k^2 less its closed form, d = {inputs}", mean(inputs, 2), claimed)


def variances() -> list[dict]:
    """E k^4 - (E k^2)^2, and psi_1 / (32 pi^2) + (4 psi_1^2 - psi_3) / (128 pi^4) at d/2; psi_3 is 6 times a tail."""
    found = []
    for d in (2, 3, 5, 10):
        first, third = tail(d, 2), 6 * tail(d, 4)
        claimed = first / (32 * pi**2) + (4 * first**2 - third) / (128 * pi**4)
        variance = ["-", mean(d, 4), ["^", mean(d, 2), 2]]
        found.append(inequalities(agreement(f"the variance of k^2 less its closed form, d = {d}", variance, claimed)))
    return found

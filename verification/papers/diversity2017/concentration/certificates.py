"""Two random units, and one, against the bounds on the discrepancy as data for anybody's program."""

from sympy import Rational, cos, log, pi, sqrt

from verification.inequalities import inequalities
from verification.networks_on_samples import fact
from verification.papers.diversity2017.discrepancies_as_data import discrepancies, moment
from verification.papers.diversity2017.mathematics.plane import discrepancy_moment, regulariser
from verification.papers.diversity2017.places import PLACES

HALF, ONE_UNIT = Rational(1, 2), Rational(1, 6)  # L_2^2 of one unit is 1/6 at least
SQUARES = {2: Rational(1, 12), 3: Rational(1, 8) - 1 / (2 * pi**2)}  # E k^2: 1/16 + psi_1(d/2) / (8 pi^2)
PERCENTS = 1, 5, 10, 25, 50, 75, 90, 99


def exceeded(name, inputs, threshold, delta):
    """P(L_2^2 > threshold) below delta for two uniform units, where L_2^2 = 1/8 + k^2/2 - E k^2.

    It is P(k > q), of an angle below pi (1 - 2 q): uniform in the plane, of uniform cosine in three inputs; and 0 for
    q >= 1/2.
    """
    q = sqrt(2 * (threshold + SQUARES[inputs]) - Rational(1, 4))
    where = f"{name}, d = {inputs}, delta = {delta}"
    if q > HALF:
        return f"q, beyond which k never is, {where}", q, ">", HALF
    chance = 1 - 2 * q if inputs == 2 else (1 + cos(2 * pi * q)) / 2
    return f"P(L_2^2 > threshold), {where}", chance, "<", delta


def tail():
    """L_2 beyond (sqrt(V_d) + sqrt(log(1/delta)) / 2) / sqrt(2)."""
    found = []
    for d, square in SQUARES.items():
        for delta in (Rational(percent, 100) for percent in PERCENTS):
            root = sqrt(Rational(1, 4) - square) + sqrt(-log(delta)) / 2
            found.append(exceeded("the tail", d, root**2 / 2, delta))
    return inequalities(*found)


def half_confidence():
    """L_2^2 beyond 1.05 log(1/delta) / 2, delta up to 1/2."""
    deltas = [Rational(percent, 100) for percent in PERCENTS if percent <= 50]
    factor = Rational(105, 100)
    return inequalities(
        *(exceeded("half confidence", d, -factor * log(delta) / 2, delta) for d in SQUARES for delta in deltas)
    )


def constant():
    """The factor at V_d = 3/16 and delta = 1/2."""
    return inequalities(
        ("(1/2 + sqrt(3 / (16 log 2)))^2", (HALF + sqrt(Rational(3, 16) / log(2))) ** 2, "<", Rational(105, 100))
    )


def one_unit():
    """c (sqrt(log d log(1/delta) / d) + log(1/delta)) at log(1/delta) = 1/(400 c^2) below 1/6, the least L_2^2."""
    found = []
    for d in (2, 3, 10, 1500, 10_000):
        for c in (1, 10, 1000, 10**6):
            rate = Rational(1, 400 * c**2)
            bound = c * (sqrt(log(d) * rate / d) + rate)
            found.append((f"the printed bound, and 1/6, d = {d}, c = {c}", bound, "<", ONE_UNIT))
    return inequalities(*found)


def many_inputs():
    """c^2 (1 + log d)^(2 k) / sqrt(d) below 1/6, the least L_2^2."""
    return inequalities(
        *(
            (f"the square of c (1 + log d)^k d^(-1/4), c = {c}, k = {k}, d = 10^{digits}",
             c**2 * (1 + digits * log(10)) ** (2 * k) / Rational(10) ** (digits // 2), "<", ONE_UNIT)
            for c, k, digits in ((1, 0, 4), (10, 1, 16), (100, 3, 60))
        )
    )  # fmt: skip


def opposite_units():
    """k is 1/2 less the angle in turns: 1/2 at a unit itself, 0 between opposite ones.

    R is the mean of k^2 over pairs, and E k^2, k uniform up to 1/2, a third of 1/4. L_2^2 is the mean of k^2 over all
    ordered pairs less that.
    """
    itself, between = ["^", ["-", HALF, 0], 2], ["^", ["-", HALF, HALF], 2]
    mean = ["/", ["^", HALF, 2], 3]
    every = ["/", ["+", ["*", 2, itself], ["*", 2, between]], 4]
    return inequalities(
        ("R of two opposite units", between, "=", 0),
        ("R, and E k^2", between, "<", mean),
        ("E k^2", mean, "=", Rational(1, 12)),
        ("L_2^2", ["-", every, mean], "=", Rational(1, 24)),
    )


def statistics():
    """L_2^2, integrated over slices, and what it is made of in R."""
    for units in (PLACES[2], PLACES[6], PLACES[8]):
        made = fact("statistic", discrepancy_moment(units, 2), pairs=regulariser(units))
        yield discrepancies(units, moment(units, 2), made)

"""Sizes and chances of Proposition 2, and tails of the chi-square law, as data for anybody's program."""

from sympy import Expr, Product, Rational, Sum, Symbol, exp, log, pi, sqrt
from sympy import gamma as gamma_function

from verification.inequalities import inequalities, integral

J, K = Symbol("j"), Symbol("k")


def sizes_and_chance(m: int, columns: int, squared: object, least: object, singular: int) -> dict:
    """Hypothesis (i), m >= 64 k ln^2(k m / delta^2), the chance that is claimed, and the rank that m rows can have."""
    root = log(Rational(columns * m) / squared)
    return inequalities(
        ("the squared singular value, and delta^2", singular, ">", squared),
        ("m, and 64 k ln^2(k m / delta^2)", m, ">", 64 * columns * root**2),
        ("the claimed chance, 1 - exp(-m / (64 ln(k m / delta^2))), as t grows", 1 - exp(-m / (64 * root)), ">", least),
        ("the claimed rank k, and the number m of rows", columns, ">", m),
    )


def two_units() -> dict:
    """m = d_x = 1, Lambda = (1, 1)."""
    return sizes_and_chance(1, 2, Rational(19, 10), Rational(1, 4), 2)


def slope_five() -> dict:
    """d = 1, m = 2, d_x = 12, Lambda = -5."""
    return sizes_and_chance(2, 12, Rational(23), Rational(1, 2), 25)


def rows_and_chance(m: int, units: int, inputs: int, delta: object, least: object) -> list[tuple]:
    """Hypotheses (ii), d d_x >= 2 m ln^2(m d / delta) and d_x >= ln^2(d m), and the chance that is claimed."""
    return [
        ("d d_x, and 2 m ln^2(m d / delta)", units * inputs, ">", 2 * m * log(Rational(m * units) / delta) ** 2),
        ("d_x, and ln^2(d m)", inputs, ">", log(Rational(units * m)) ** 2),
        ("the claimed chance, 1 - 2 exp(-d_x / 20)", chance(inputs), ">", least),
    ]


def chance(inputs: int) -> Expr:
    """1 - 2 exp(-d_x / 20)."""
    return 1 - 2 * exp(-Rational(inputs, 20))


def no_unit() -> dict:
    """d = m = 1, d_x = 14, Lambda = 0."""
    return inequalities(*rows_and_chance(1, 1, 14, Rational(1), Rational(0)))


def steep_rows() -> dict:
    """d = 2, m = 70, d_x = 25, Lambda = -100."""
    rank = ("the claimed rank m, and the number d_x of columns of X", 70, ">", 25)
    return inequalities(*rows_and_chance(70, 2, 25, 100 * sqrt(2), Rational(2, 5)), rank)


def inputs() -> dict:
    """The chance with 14 and with 13 inputs."""
    return inequalities(
        ("1 - 2 exp(-d_x / 20) with 14 inputs", chance(14), ">", 0),
        ("1 - 2 exp(-d_x / 20) with 13 inputs", chance(13), "<", 0),
    )


def chi_square(freedom: int, x: Expr) -> Expr:
    """P(chi^2_n >= x) for even n: exp(-x/2) times the sum of (x/2)^k / k!, k < n/2."""
    return exp(-x / 2) * Sum(Product(x / 2 / J, (J, 1, K)), (K, 0, freedom // 2 - 1))


def too_small() -> dict:
    """P(chi^2_n >= 2 n) above exp(-n/4)."""
    return inequalities(
        *(
            (f"P(chi^2_n >= 2 n) at n = {n}, and exp(-n/4)", chi_square(n, Rational(2 * n)), ">", exp(-Rational(n, 4)))
            for n in (24, 30, 40, 100, 400)
        )
    )


def slack() -> dict:
    """4 - 12 s - 2/u - 2 s/u^2 at u = 0.948: it falls with s, and is positive at s = 1/8."""
    u = Rational(948, 1000)
    return inequalities(
        ("the slope in s, -12 - 2/u^2", ["-", -12, ["/", 2, u**2]], "<", 0),
        ("at s = 1/8", ["-", ["-", ["-", 4, ["/", 12, 8]], ["/", 2, u]], ["/", ["/", 2, 8], u**2]], ">", 0),
    )


def smallest() -> dict:
    """m against 64 k ln^2(k m / ceil(m/2)): more at the size, less at all smaller m >= 2.

    Even m have k m / ceil(m/2) = 2 k, so that the largest will do; odd ones, 2 n - 1, have k (2 - 1/n), which rises
    with n: where 2 b - 1 is less than the right side at a, so are those from a to b less than their own.
    """
    found = []
    for k, size in {1: 29, 2: 245, 5: 1697, 10: 5743}.items():
        last = (size - 1) // 2
        found += [
            (f"k = {k}, the size {size}", size, ">", right_side(k, (size + 1) // 2)),
            (f"k = {k}, even m up to {2 * last}", 2 * last, "<", 64 * k * log(2 * k) ** 2),
        ]
        first = 2
        while first <= last:
            end = min(int((right_side(k, first) + 1) / 2), last)
            found.append((f"k = {k}, odd m, n from {first} to {end}", 2 * end - 1, "<", right_side(k, first)))
            first = end + 1
    return inequalities(*found)


def right_side(k: int, n: int) -> Expr:
    """64 k ln^2(k (2 - 1/n))."""
    return 64 * k * log(k * (2 - Rational(1, n))) ** 2


def upper_tail(freedom: int, x: Expr) -> list:
    """P(chi^2_n >= x): for odd n that of one freedom, by the integral of a normal density, and what parts add,
    exp(-x/2) times the sum of (x/2)^(j - 1/2) / Gamma(j + 1/2), j < n/2; for even n the sum is chi_square's, as 1 + x/2
    (1 + x/4 (1 + ...)).
    """
    u, half = Symbol("u"), x / 2
    if freedom % 2 == 0:
        nested: list | int = 1
        for k in reversed(range(1, freedom // 2)):
            nested = ["+", 1, ["*", half / k, nested]]
        return ["*", exp(-half), nested]
    within = integral(u, 0, sqrt(x), 16, exp(-(u**2) / 2))
    terms = [half**j / sqrt(half) / gamma_function(j + Rational(1, 2)) for j in range(1, (freedom + 1) // 2)]
    return ["+", ["-", 1, ["*", sqrt(2 / pi), within]], exp(-half) * sum(terms)]


def one_eighth() -> dict:
    """P(chi^2_n >= 2 n) below exp(-n/8), and the exponent."""
    return inequalities(
        *(
            (f"P(chi^2_n >= 2 n) at n = {n}, and exp(-n/8)", upper_tail(n, Rational(2 * n)), "<", exp(-Rational(n, 8)))
            for n in (1, 2, 5, 24, 40, 100)
        ),
        ("the exponent (1 - log 2)/2, and 1/8", (1 - log(2)) / 2, ">", Rational(1, 8)),
    )


FREEDOMS, TIMES = (1, 2, 5, 20, 100), (Rational(1, 10), Rational(1), Rational(5), Rational(20))


def upper_tails() -> list[dict]:
    """P(chi^2_n - n >= 2 sqrt(n t) + 2 t) below exp(-t)."""
    return [
        inequalities(
            *(
                (f"P(chi^2_n - n >= 2 sqrt(n t) + 2 t), and exp(-t), n = {n}, t = {t}",
                 upper_tail(n, n + 2 * sqrt(n * t) + 2 * t), "<", exp(-t))
                for t in TIMES
            )
        )
        for n in FREEDOMS
    ]  # fmt: skip


def lower_tails() -> list[dict]:
    """P(chi^2_n - n <= -2 sqrt(n t)) below exp(-t), where it is not 0; and where it is."""
    found = []
    for n in FREEDOMS:
        compared = []
        for t in TIMES:
            level, where = n - 2 * sqrt(n * t), f"n = {n}, t = {t}"
            if level > 0:
                below = ["-", 1, upper_tail(n, level)]
                compared.append((f"P(chi^2_n - n <= -2 sqrt(n t)), and exp(-t), {where}", below, "<", exp(-t)))
            elif level < 0:
                compared.append((f"n - 2 sqrt(n t), {where}", level, "<", 0))
        found.append(inequalities(*compared))
    return found

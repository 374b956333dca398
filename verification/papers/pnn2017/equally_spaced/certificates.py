"""The least eigenvalues of equally spaced lines as data for anybody's program."""

from sympy import Expr, Rational, Sum, Symbol, cos, pi, sin, sympify

from verification.inequalities import inequalities

N, J, M = Symbol("n"), Symbol("j"), Symbol("m")


def least(count):
    """The eigenvalue of psi on so many equally spaced lines at the index R/2, rounded down: a sum over their angles.

    psi of the cosine of an angle t, up to pi/2, is 2/pi (sin t + (pi/2 - t) cos t); the angle of two lines is m pi/R or
    what that lacks of pi.
    """
    index, found = count // 2, sympify(1)
    for m in range(1, count):
        turn = pi * Rational(min(m, count - m), count)
        wave = cos(2 * pi * Rational(index * m, count))
        found += 2 / pi * (sin(turn) + (pi / 2 - turn) * cos(turn)) * wave
    return found


def few_lines():
    """The excess of the least eigenvalue of seven lines over 4 x^3 / (3 pi), x = pi/14; decreases up to six lines."""
    x = pi / 14
    excess = least(7) * 3 * pi / (4 * x**3) - 1
    steps = ((f"the least eigenvalue of {r} lines, and of {r + 1}", least(r), ">", least(r + 1)) for r in range(1, 6))
    return inequalities(("the excess of seven lines over x, and 6/pi", excess / x, "<", 6 / pi), *steps)


def even(half: Expr) -> Expr:
    """The least eigenvalue of twice as many lines, by the closed form at the index R/2."""
    x = pi / (4 * half)
    return 1 / (2 * half * cos(x) ** 2) - 2 / pi * sin(x) / cos(x)


def odd(half: Expr) -> Expr:
    """That of one line more, R in all, by the closed form at the index (R - 1)/2."""
    count = 2 * half + 1
    x = pi / count
    return (1 / cos(x) ** 2 + 1) / (2 * count) - sin(x) / (pi * cos(x))


EACH = N, 1, 150  # many more would take longer than all other certificates


def bound():
    """From 2 to 301 lines: above pi^2 / (6 R^3)."""
    return inequalities(
        ("the least eigenvalue of 2 n lines", even(N), ">", pi**2 / (6 * (2 * N) ** 3), EACH),
        ("the least eigenvalue of 2 n + 1 lines", odd(N), ">", pi**2 / (6 * (2 * N + 1) ** 3), EACH),
    )


def decreasing():
    """From 2 to 302 lines each above the next; that of two lines below that of one, 1."""
    return inequalities(
        ("the least eigenvalue of two lines", even(sympify(1)), "<", 1),
        ("the least eigenvalue of 2 n lines, and of 2 n + 1", even(N), ">", odd(N), EACH),
        ("the least eigenvalue of 2 n + 1 lines, and of 2 n + 2", odd(N), ">", even(N + 1), EACH),
    )


def eigenvalue(count: int, index: object) -> Expr:
    """The closed form, by the angles pi (2j - 1)/(2R) and pi (2j + 1)/(2R)."""
    found = sympify(0)
    for side in (-1, 1):
        angle = pi * (2 * sympify(index) + side) / (2 * count)
        found += 1 / (2 * count * sin(angle) ** 2) + side * cos(angle) / (pi * sin(angle))
    return found


def row_sum(count: int) -> list:
    """The eigenvalue j: the sum of psi(cos(pi m/R)) cos(2 pi j m/R) over m, as the matrix is circulant."""
    rho = ["cos", ["/", ["*", "pi", "m"], count]]
    psi = ["*", ["/", 2, "pi"], ["+", ["sqrt", ["-", 1, ["^", rho, 2]]], ["*", rho, ["asin", rho]]]]
    wave = ["cos", ["/", ["*", 2, "pi", "j", "m"], count]]
    return ["sum", "m", 0, count - 1, ["*", psi, wave]]


def rows() -> dict:
    """Every eigenvalue of 2, 3 and 5 lines: that sum, and the closed form."""
    return inequalities(
        *(
            (f"eigenvalue j of {count} lines less the closed form",
             ["abs", ["-", row_sum(count), eigenvalue(count, J)]], "<", Rational(1, 10**15), (J, 0, count - 1))
            for count in (2, 3, 5)
        )
    )  # fmt: skip


def positive() -> dict:
    """Every eigenvalue of 2, 3 and 5 lines."""
    return inequalities(
        *((f"eigenvalue j of {count} lines", row_sum(count), ">", 0, (J, 0, count - 1)) for count in (2, 3, 5))
    )


def series() -> dict:
    """Every eigenvalue of 2 to 5 lines: above the terms of the series up to |m| = 40, by less than what those leave.

    That is at most 8R/pi^2 times the sum of 2/(9 (R m)^4) over m from 40 on, as 4 n^2 - 1 is at least 3 n^2.
    """
    found = []
    for count in range(2, 6):
        terms = 8 * count / pi**2 * Sum(1 / (4 * (J + M * count) ** 2 - 1) ** 2, (M, -40, 40))
        left, each = eigenvalue(count, J) - terms, (J, 0, count - 1)
        found.append((f"eigenvalue j of {count} lines less the terms", left, ">", 0, each))
        found.append((f"the same, {count} lines", left, "<", 16 / (27 * pi**2 * (39 * count) ** 3), each))
    return inequalities(*found)


def order() -> dict:
    """The eigenvalues with indices up to R/2: the last of them is least, the first largest."""
    found = []
    for count in (2, 3, 4, 5, 8, 9, 14):
        middle = count // 2
        last, first = eigenvalue(count, middle), eigenvalue(count, 0)
        others = (J, 0, middle - 1), (J, 1, middle)
        found.append((f"eigenvalue j of {count} lines, and {middle}", eigenvalue(count, J), ">", last, others[0]))
        found.append((f"eigenvalue j of {count} lines, and 0", eigenvalue(count, J), "<", first, others[1]))
    return inequalities(*found)


def decay() -> dict:
    """R^3 times the least eigenvalue, less two terms: below 150/R^4 in size."""
    found = []
    for half in (500, 50_000, 500_000):
        for count, least_of, divisor in ((2 * half, even, 30), (2 * half + 1, odd, 5)):
            rest = least_of(sympify(half)) * count**3 - pi**2 / 6 - pi**4 / (divisor * count**2)
            found.append((f"what two terms leave, {count} lines", abs(rest), "<", Rational(150, count**4)))
    return inequalities(*found)

"""Tails of the kernel's series as data for anybody's program."""

from sympy import Sum, Symbol, binomial, pi, sqrt

from verification.inequalities import inequalities

N = Symbol("n")


def sharp():
    """What the first N terms leave of psi(1) = 1, above N^(-3/2) / (3 pi^(3/2))."""
    term = binomial(2 * N, N) / 4**N / (2 * N - 1) ** 2
    return inequalities(
        *(
            (f"1 less 2/pi times {count} terms", 1 - 2 / pi * Sum(term, (N, 0, count - 1)), ">",
             1 / (3 * pi * sqrt(pi) * count * sqrt(count)))
            for count in (2, 3, 5, 10, 30, 100, 300)
        )
    )  # fmt: skip

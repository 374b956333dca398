"""The law of a coordinate of a uniform direction in closed form, as SymPy's expression for certificates."""

from sympy import Expr, Integer, Sum, Symbol, acos, binomial, pi, sqrt, sympify

K = Symbol("k")


def beyond(inputs: int, squared: Expr) -> Expr:
    """P(t^2 >= squared) for a coordinate t of a uniform direction in so many inputs, 0 <= squared <= 1.

    The density is proportional to (1 - t^2)^((d - 3)/2). Integrated by parts it gives, with s the root of `squared`,
    1 - s sum over k <= (d - 3)/2 of C(2k, k) (1 - s^2)^k / 4^k in odd dimensions, and in even ones 2/pi times the
    arccosine of s less s sum over k < (d - 2)/2 of 4^k (1 - s^2)^(k + 1/2) / ((2k + 1) C(2k, k)).
    """
    squared = sympify(squared)
    rest, s = 1 - squared, sqrt(squared)
    if inputs % 2:
        last = Integer((inputs - 3) // 2)
        return 1 - s * Sum(binomial(2 * K, K) * (rest / 4) ** K, (K, 0, last))
    if inputs == 2:
        return 2 * acos(s) / pi
    last = Integer((inputs - 4) // 2)
    inside = Sum((4 * rest) ** K / ((2 * K + 1) * binomial(2 * K, K)), (K, 0, last))
    return 2 / pi * (acos(s) - s * sqrt(rest) * inside)

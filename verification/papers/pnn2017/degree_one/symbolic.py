"""Proofs for degree-one networks of any number of inputs.

Every matrix here is symmetric under permutations of the inputs, so a sum over pairs of inputs has two kinds of terms,
an input with itself and two different inputs. An identity of quadratic forms that holds for both kinds, with every
variable symbolic, holds for any number of inputs.
"""

import sympy
from sympy import Rational, Symbol, pi

from verification.methods import symbolic
from verification.papers.pnn2017.scalar.half_lines import SPLIT, difference, half_line_mean, split_of_a_neuron

z, y, q, r = sympy.symbols("z y q r", real=True)  # odd and even differences of two inputs
c = Symbol("c", positive=True)
d = Symbol("d", positive=True)
P_, N_ = sympy.symbols("P* N*", positive=True)
HALF, QUARTER = Rational(1, 2), Rational(1, 4)


def own_term(odd, even, share=QUARTER, diagonal=1):
    """The terms of the risk that hold one input alone, under test."""
    return share * (odd**2 + diagonal * even**2)


def cross_term(left, right, share=QUARTER, cross=2 / pi):
    """The term of the risk for an ordered pair of inputs, under test."""
    return share * cross * left * right


def kappa(inputs, cross=2 / pi):
    """What is left of the curvature of one input's |w| when the others follow, under test."""
    return 1 - cross**2 * (inputs - 1) / (1 + cross * (inputs - 2))


def pair_mean(left, right):
    """E f(x_1, |x_1|) g(x_2, |x_2|) over the four quadrants: inputs are independent, so half-lines suffice."""
    return half_line_mean(left) * half_line_mean(right)


@symbolic.check(
    "pnn.theorem-4",
    "value",
    wrong={
        "a half for a quarter": {"share": HALF},
        r"$\frac1\pi$ across": {"cross": 1 / pi},
        "0.63 across": {"cross": Rational(63, 100)},
        "nothing across": {"cross": sympy.S.Zero},
    },
    forms={"degree_one_own": own_term, "degree_one_cross": cross_term},
    auxiliary=SPLIT,
)
def integrals_over_quadrants(share=QUARTER, cross=2 / pi):
    r"""$h - h^*$ is the sum over inputs of $\frac12 (z_r x_r + q_r |x_r|)$, so $L$ is the sum over pairs of inputs of
    mean products.

    An input with itself gives the integral over two half-lines, two different inputs that over four quadrants.
    """
    own = half_line_mean(lambda x, size: difference(z, q)(x, size) ** 2) - own_term(z, q, share)
    across = pair_mean(difference(z, q), difference(y, r)) - cross_term(q, r, share, cross)
    return [split_of_a_neuron(), own, across]


@symbolic.check(
    "pnn.corollary-2",
    "zero-set",
    wrong={
        "the even sums' total alone": {"gap": sympy.S.Zero},
        "$C$ without its diagonal": {"gap": -2 / pi},
        "the gap doubled": {"gap": 2 - 4 / pi},
        r"$\frac1\pi$ across": {"total": 1 / pi},
        "the signed sums alone": {"conditions": (z,)},
        "the absolute sums alone": {"conditions": (q,)},
        "the squares' negatives": {"sign": -1},
    },
    auxiliary=SPLIT,
)
def where_the_squares_vanish(gap=1 - 2 / pi, total=2 / pi, conditions=(z, q), sign=1):
    r"""$4 L = |z|^2 + (1 - \frac2\pi) |q|^2 + \frac2\pi (\sum_r q_r)^2$ by the terms of an input with itself and of two
    inputs, integrated.

    Seen from any one input it is $z^2 + (1 - \frac2\pi) q^2$, what the other inputs add to both sums of squares,
    symbols that are not negative, and the square of the total: positive where $z$ or $q$ is not zero. Where all are
    zero, every term is.
    """
    own = sign * (z**2 + (gap + total) * q**2)
    yield split_of_a_neuron()
    yield 4 * half_line_mean(lambda x, size: difference(z, q)(x, size) ** 2) - own
    yield 4 * pair_mean(difference(z, q), difference(y, r)) - sign * total * q * r
    odd_rest, even_rest = sympy.symbols("odd_rest even_rest", nonnegative=True)
    whole = Symbol("whole", real=True)
    seen = sign * (z**2 + gap * q**2 + odd_rest + gap * even_rest + total * whole**2)
    yield own.subs(dict.fromkeys(conditions, 0))
    yield from (sympy.Gt(seen.subs(value, Symbol("t", real=True, nonzero=True)), 0) for value in conditions)


def integrated_matrix(size):
    """E |x_r||x_s| for independent inputs, from half-line integrals."""
    own, one = half_line_mean(lambda x, size: size**2), half_line_mean(lambda x, size: size)
    return sympy.Matrix(size, size, lambda i, j: own if i == j else one**2)


@symbolic.check(
    "pnn.corollary-2",
    "spectrum",
    wrong={
        "one input too many": {"largest": lambda n: 1 + n * 2 / pi},
        "the smallest eigenvalue 1": {"smallest": sympy.S.One},
        r"$1 - \frac c2$": {"smallest": 1 - 1 / pi},
        "the smallest eigenvalue $d$ times": {"often": 0},
        "$c - 1$": {"smallest": 2 / pi - 1},
        "the largest eigenvalue's negative": {"largest": lambda n: -1 - (n - 1) * 2 / pi},
        "a sum of two unit vectors": {"pair": (1, 1)},
    },
)
def rows_of_the_integrated_matrix(smallest=1 - 2 / pi, largest=lambda n: 1 + (n - 1) * 2 / pi, often=-1, pair=(1, -1)):
    r"""A row of $C$ has one entry on the diagonal and $d - 1$ equal ones off it: read off the matrix of three inputs.

    So the vector of ones gives their sum, for symbolic $d$, and a difference of two unit vectors the entry on the
    diagonal less one off it, and 0 elsewhere. Then the trace, the characteristic polynomials for up to five inputs, and
    the signs, at $d = 1 + m$ with $m \ge 0$.
    """
    matrix, t, more = integrated_matrix(3), Symbol("t", real=True), Symbol("m", nonnegative=True)
    yield {"sum of a row": matrix[0, 0] + (d - 1) * matrix[0, 1] - largest(d)}
    vector = sympy.Matrix([*pair, 0])
    for entry, residual in enumerate(matrix * vector - smallest * vector, start=1):
        yield {f"entry {entry} of a difference": residual}
    yield {"trace": d * matrix[0, 0] - largest(d) - (d + often) * smallest}
    for size in range(1, 6):
        found = (t * sympy.eye(size) - integrated_matrix(size)).det(method="berkowitz")
        yield {"characteristic polynomial": sympy.expand(found - (t - smallest) ** (size - 1) * (t - largest(size)))}
    yield {"smallest above 0": smallest > 0, "largest above 0": sympy.expand(largest(1 + more)) > 0}


def risk_of_one_input(odd, even, elsewhere):
    """What of L holds the sums of one input: `elsewhere` is the sum of the other inputs' even differences.

    Inputs are independent, so only the mean of what the others contribute enters, and odd parts have none. Both orders
    of each pair count: cross terms come twice.
    """
    own = half_line_mean(lambda x, size: difference(odd, even)(x, size) ** 2)
    return own + 2 * pair_mean(difference(odd, even), lambda x, size: elsewhere * size / 2)


@symbolic.check(
    "pnn.theorem-5",
    "slopes",
    wrong={
        "the other inputs left out": {"across": sympy.S.Zero},
        "twice the curvature": {"curvature": sympy.S.One},
        "forces without the half": {"half": sympy.S.One},
    },
    auxiliary=SPLIT,
)
def moving_one_neuron(across=2 / pi, curvature=HALF, half=HALF):
    """A positive neuron that moves outwards adds $t$ to both sums of its input; a negative one adds $t$ to the absolute
    sum and takes it from the signed sum: the change of the risk, minus the formula.

    The other inputs enter through the sum of their even differences, a symbol: there may be any number of them.
    """
    elsewhere, t = sympy.symbols("elsewhere t", real=True)
    g, b = half * z, half * (q + across * elsewhere)
    before = risk_of_one_input(z, q, elsewhere)
    positive = risk_of_one_input(z + t, q + t, elsewhere) - before - ((b + g) * t + curvature * t**2)
    negative = risk_of_one_input(z - t, q + t, elsewhere) - before - ((b - g) * t + curvature * t**2)
    return [split_of_a_neuron(), positive, negative]


@symbolic.check(
    "pnn.theorem-5",
    "value-from-forces",
    wrong={"the even force counted whole": {"even": sympy.S.One}, "the odd force counted half": {"odd": HALF}},
    auxiliary=SPLIT,
)
def forces_make_the_value(odd=1, even=HALF):
    r"""$L = |g|^2 + \frac12 b^\top (q - q^*)$ by terms: $\frac14 z^2$ and $\frac14 q^2$ for each input,
    $\frac14 c q r$ for each ordered pair, $q$ and $r$ the even differences of two inputs."""
    own = half_line_mean(lambda x, size: difference(z, q)(x, size) ** 2)
    across = pair_mean(difference(z, q), difference(y, r))
    return [split_of_a_neuron(), own - odd * (z / 2) ** 2 - even * (q / 2) * q, across - even * (2 / pi * r / 2) * q]


@symbolic.check(
    "pnn.theorem-5",
    "expansion",
    wrong={
        "the squares halved": {"second": Rational(1, 8)},
        "forces at the far end": {"at": 1},
        "no second-order term": {"second": sympy.S.Zero},
    },
    auxiliary=SPLIT,
)
def expansion_of_the_risk(second=QUARTER, at=0):
    r"""The change of $L$ by terms, for changes $u$, $v$ of the odd and $a$, $e$ of the even sums of two inputs.

    $g^\top (p' - p)$ and $b^\top (q' - q)$ give $\frac12 z u$ and $\frac12 q a$ for an input, $\frac12 c q e$ for an
    ordered pair, taken in both orders.
    """
    u, v, a, e = sympy.symbols("u v a e", real=True)
    own = half_line_mean(lambda x, size: difference(z + u, q + a)(x, size) ** 2 - difference(z, q)(x, size) ** 2)
    across = 2 * pair_mean(difference(z + u, q + a), difference(y + v, r + e)) - 2 * pair_mean(
        difference(z, q), difference(y, r)
    )
    z_at, q_at, r_at = z + at * u, q + at * a, r + at * e
    linear, mixed = z_at * u / 2 + q_at * a / 2, 2 / pi * (q_at * e + r_at * a) / 2
    return [
        split_of_a_neuron(),
        own - linear - second * (u**2 + a**2),
        across - mixed - 2 * second * 2 / pi * a * e,
    ]


@symbolic.check(
    "pnn.theorem-5",
    "region-equations",
    wrong={
        "value without the denominator": {"value": lambda k: k * N_**2},
        "half the square, as for one input": {"value": lambda k: N_**2 / 2},
        "one input too many": {"curvature": lambda n: kappa(n + 1, c)},
        "$c$ for its square": {"curvature": lambda n: 1 - c * (n - 1) / (1 + c * (n - 2))},
        "the other inputs twice as far": {"follow": 2},
        "the target's positive mass for $q_1$": {"first": lambda k: P_},
    },
)
def equations_of_the_region(
    curvature=lambda n: kappa(n, c),
    value=lambda k: k / (1 + k) * N_**2,
    first=lambda k: P_ - (1 - k) / (1 + k) * N_,
    follow=1,
):
    r"""With the others' even differences $-\frac{c}{1 + c (d - 2)}$ times that of input 1, $e = q_1 - q_1^*$:

    first, $b_r = 0$ for the other inputs; second, $2 b_1 = \kappa e$; third, $g_1 + b_1 = 0$ at the $q_1$ stated;
    fourth, the value $g_1^2 + \frac12 b_1 e$; then $q_1 > 0$ as the condition says, times $1 + \kappa$; last, the
    others' even differences.
    """
    k, common = Symbol("kappa", positive=True), 1 + c * (d - 2)
    others = -follow * c / common
    first = first(k)
    g, even = (first - (P_ - N_)) / 2, first - (P_ + N_)
    residuals = {
        "b of the other inputs": c + common * others,
        "b of input 1": 1 + c * (d - 1) * others - curvature(d),
        "g + b of input 1": g + k * even / 2,
        "value": g**2 + k * even**2 / 4 - value(k),
        "condition": (1 + k) * first - ((1 + k) * P_ - (1 - k) * N_),
        "even differences of the others": others * even - 2 * c * N_ / ((1 + k) * common),
    }
    return {name: sympy.cancel(residual) for name, residual in residuals.items()}


@symbolic.check(
    "pnn.theorem-5",
    "kappa",
    wrong={
        "the square left out": {"curvature": lambda n: 1 - c * (n - 1) / (1 + c * (n - 2))},
        "another limit": {"limit": 1 - c**2},
        "increasing with $d$": {"steps": -1},
        r"the negative of $\kappa$": {"curvature": lambda n: -kappa(n, c)},
        "plus for minus": {"curvature": lambda n: 2 - kappa(n, c)},
    },
    forms={"degree_one_kappa": kappa},
)
def between_its_limits(curvature=lambda n: kappa(n, c), limit=1 - c, steps=1):
    r"""The product form, the limit at infinity, and the signs of $\kappa$, $1 - \kappa$, the step down and the distance
    to the limit.

    At $c = \frac1{1 + s}$ with $s > 0$ and $d = 2 + m$ with $m \ge 0$ they are quotients of polynomials with positive
    coefficients, of which SymPy decides the sign.
    """
    yield {"product": sympy.cancel(curvature(d) - (1 - c) * (1 + c * (d - 1)) / (1 + c * (d - 2)))}
    yield {"limit": sympy.limit(curvature(d), d, sympy.oo) - limit}
    room, more = Symbol("s", positive=True), Symbol("m", nonnegative=True)
    here, after = curvature(2 + more), curvature(3 + more)
    signs = {"kappa": here, "1 - kappa": 1 - here, "step down": steps * (here - after), "above the limit": here - limit}
    for name, quantity in signs.items():
        yield {name: sympy.factor(quantity.subs(c, 1 / (1 + room))) > 0}


@symbolic.check(
    "pnn.theorem-5",
    "one-input",
    wrong={r"$\kappa$ of two inputs": {"inputs": 2}, r"$\kappa = 0$": {"curvature": lambda n: sympy.S.Zero}},
)
def back_to_one_input(inputs=1, curvature=lambda n: kappa(n, c)):
    r"""At $d = 1$ the factor is $\frac12$, $\kappa = 1$, so that the condition reads $2 P^* > 0$, and $q_1 = P^*$;
    the risk there is integrated anew."""
    k = curvature(inputs)
    factor, first = k / (1 + k), P_ - (1 - k) / (1 + k) * N_
    risk = half_line_mean(lambda x, size: difference(first - (P_ - N_), first - (P_ + N_))(x, size) ** 2)
    return [k - 1, factor - HALF, first - P_, risk - factor * N_**2]

"""Proofs for regions of one sign a line, in non-commuting blocks and so for networks and targets of every size.

Write A, B, C for psi between the lines, from them to the target's, and between the target's; D for the lines turned
to their signs, s for q*, w for the sum of the target's weights, and a trailing t for a transpose. By Theorem 8, with
signed sums diag(sign) q and psi even, 4 L = |D'q - w|^2 + q'Aq - q'Bs - s'B'q + s'Cs.
"""

import sympy
from sympy import Integer, Rational, Symbol, symbols

from verification.methods import symbolic

A, B, Bt, C, D, Dt, H, G, Gt, K, Kt, M = symbols("A B Bt C D Dt H G Gt K Kt M", commutative=False)
q, qt, s, st, v, vt, w, wt, z, zt = symbols("q qt s st v vt w wt z zt", commutative=False)
step, size, share = symbols("t mu tau", positive=True)
BLOCKS = {
    **{"A": 2, "B": 3, "Bt": 3, "C": 40, "D": Rational(1, 2), "Dt": Rational(1, 2), "H": Rational(9, 4), "G": 2},
    **{"Gt": 2, "K": 3, "Kt": 3, "M": 5, "q": 7, "qt": 7, "s": 2, "st": 2, "v": 3, "vt": 3, "w": 5, "wt": 5},
    **{"z": 11, "zt": 11, "t": 1, "mu": 6, "tau": 2},
}


def four_risks(mass=q, mass_t=qt):
    """4 L at masses q inside the region."""
    even = mass_t * A * mass - mass_t * B * s - st * Bt * mass + st * C * s
    return (mass_t * D - wt) * (Dt * mass - w) + even


def force(odd=1, even=1, target=1):
    """(7.13), left minus right, and its transpose: D z + A q - B s with z = D'q - w."""
    column = odd * D * (Dt * q - w) + even * A * q - target * B * s
    return column, odd * (qt * D - wt) * Dt + even * qt * A - target * st * Bt


@symbolic.check(
    "pnn.equation-7.13",
    "stationary",
    wrong={
        "without the linear part": {"odd": 0},
        "half of the target": {"target": Rational(1, 2)},
        "the kernel twice": {"even": 2},
        r"$\arccos$ for $\arcsin$ in the kernel": {"angle": sympy.acos},
    },
    at=BLOCKS,
)
def expansion_in_the_masses(angle=sympy.asin, **formula):
    r"""$4 L(q + t v) - 4 L(q) = 2 t v^\top F + t^2 (|D^\top v|^2 + v^\top A v)$, $F$ the left side minus the right side
    of (7.13).

    A number equals its transpose, so $v^\top F = F^\top v$ and the slope of $L$ along $v$ is $\frac12 v^\top F$: it
    vanishes for all $v$ exactly if $F = 0$. The weight of a neuron on line $r$ enters through $q_r$ alone, with slope
    1, so inside the region $F = 0$ is stationarity in the weights. The curvature is positive where $A$ is definite.
    First residual: turning lines to their signs leaves the kernel alone, $\psi(-\rho) = \psi(\rho)$.
    """
    rho = Symbol("rho", real=True)
    psi = sympy.Lambda(rho, 2 / sympy.pi * (sympy.sqrt(1 - rho**2) + rho * angle(rho)))
    yield psi(-rho) - psi(rho)
    column, row = force(**formula)
    moved = four_risks(q + step * v, qt + step * vt)
    curved = step**2 * (vt * D * Dt * v + vt * A * v)
    yield sympy.expand(moved - four_risks() - step * (vt * column + row * v) - curved)


@symbolic.check(
    "pnn.lemma-3",
    "balance",
    wrong={
        "minus for plus": {"sign": -1},
        "without the sum of the target's weights": {"balance": 0},
        "no inverse": {"inverse": Integer(1)},
        "masses without the linear part": {"linear": 0},
    },
    at=BLOCKS,
)
def balance_eliminated(sign=1, balance=1, inverse=A**-1, linear=1):
    r"""From (7.13) to (7.16) and back, for $A$ invertible and $T = I + D^\top A^{-1} D$.

    First: with $z = D^\top q - w$, $T z - (D^\top A^{-1} B s - w) = D^\top A^{-1} F$, $F$ from (7.13); so $F = 0$ gives
    (7.16). Second: $T$ times $I - D^\top (A + D D^\top)^{-1} D$ is $I$, so that (7.16) has one solution. Last two:
    conversely, for $z$ from (7.16) and $q = A^{-1} (B s - D z)$, $D^\top q - w$ is $z$ and (7.13) holds.
    """
    column, _ = force()
    stiff = 1 + sign * Dt * inverse * D
    right = Dt * inverse * B * s - balance * w
    found = A**-1 * (B * s - linear * D * z)
    yield sympy.expand(stiff * (Dt * q - w) - right - Dt * A**-1 * column)
    yield sympy.expand(sympy.expand(stiff * (1 - Dt * H**-1 * D) - 1).subs(D * Dt, H - A))
    yield sympy.expand(Dt * found - w - z + stiff * z - right)
    yield sympy.expand(A * found + D * z - B * s)


@symbolic.check(
    "pnn.lemma-3",
    "masses",
    wrong={"without the sum of the target's weights": {"balance": 0}, r"$A$ for $A + D D^\top$": {"odd": 0}},
    at=BLOCKS,
)
def normal_equation(balance=1, odd=1):
    r"""$F = (A + D D^\top) q - (B s + D w)$: (7.13) is this linear system, with no inverse of $A$."""
    return sympy.expand(force()[0] - (A + odd * D * Dt) * q + B * s + balance * D * w)


@symbolic.check(
    "pnn.lemma-3",
    "quadratic",
    wrong={
        "without the sum of the target's weights": {"balance": 0},
        r"$A$ for $A + D D^\top$ in the curvature": {"odd": 0},
        "another point": {"point": lambda found: found + v},
    },
    at=BLOCKS,
)
def strict_minimum_of_the_quadratic(balance=1, odd=1, point=lambda found: found):
    r"""$4 L(q + v) - 4 L(q) = v^\top (A + D D^\top) v$ at $q = H^{-1} (B s + D w)$, $H = A + D D^\top$, for every
    $v$."""
    found = point(H**-1 * (B * s + balance * D * w))
    found_t = point((st * Bt + balance * wt * Dt) * H**-1).subs(v, vt)
    grown = four_risks(found + v, found_t + vt) - four_risks(found, found_t) - vt * (A + odd * D * Dt) * v
    return sympy.expand(sympy.expand(grown).subs(A, H - D * Dt))


def least_form(sign=-1, odd=1, mixed=1):
    """s'Cs + w'w - (B s + D w)' H^-1 (B s + D w)."""
    left, right = st * Bt + mixed * wt * Dt, B * s + mixed * D * w
    return st * C * s + odd * wt * w + sign * left * H**-1 * right


@symbolic.check(
    "pnn.lemma-3",
    "risk",
    wrong={"plus for minus": {"sign": 1}, "no $|w|^2$": {"odd": 0}, "no $D w$ in the middle": {"mixed": 0}},
    at=BLOCKS,
)
def risk_from_the_normal_equation(**formula):
    r"""$4 L$ at $q = H^{-1} (B s + D w)$, $H = A + D D^\top$ symmetric, minus the formula: $A$ is replaced by
    $H - D D^\top$, and need not be invertible."""
    found, found_t = H**-1 * (B * s + D * w), (st * Bt + wt * Dt) * H**-1
    at_point = sympy.expand(four_risks(found, found_t).subs(A, H - D * Dt))
    return sympy.expand(at_point - least_form(**formula))


@symbolic.check(
    "pnn.equation-7.14",
    "value",
    wrong={
        "plus for minus in $S$": {"sign": 1},
        "$|z|^2$ alone": {"curved": 0},
        "a half for a quarter": {"share": 2},
    },
    at=BLOCKS,
)
def risk_at_a_stationary_point(sign=-1, curved=1, share=1):
    r"""$4 L$ with $q = A^{-1} (B s - D z)$ from (7.13) and $D^\top q - w$ called $z$, minus
    $z^\top (I + D^\top A^{-1} D) z$ and $s^\top S s$."""
    found, found_t = A**-1 * (B * s - D * z), (st * Bt - zt * Dt) * A**-1
    even = found_t * A * found - found_t * B * s - st * Bt * found + st * C * s
    stated = zt * z + curved * zt * Dt * A**-1 * D * z + st * (C + sign * Bt * A**-1 * B) * s
    return sympy.expand(zt * z + even - share * stated)


def balanced(sign=-1, inverse=H**-1):
    """C - B' (A + D D')^-1 B, the matrix of Theorem 12."""
    return C + sign * Bt * inverse * B


@symbolic.check(
    "pnn.theorem-12",
    "value",
    wrong={"plus for minus": {"sign": 1}, "no inverse": {"inverse": Integer(1)}},
    at=BLOCKS,
)
def risk_without_a_sum(**formula):
    r"""$4 L$ at $q = H^{-1} B s$ with $w = 0$, minus $s^\top (C - B^\top H^{-1} B) s$; $A$ is replaced by
    $H - D D^\top$."""
    at_point = four_risks(H**-1 * B * s, st * Bt * H**-1).subs({w: 0, wt: 0})
    return sympy.expand(sympy.expand(at_point.subs(A, H - D * Dt)) - st * balanced(**formula) * s)


def above(matrix):
    """mu - M as a sum of squares for symmetric M with mu^2 - M'M semidefinite, which is mu >= ||M||."""
    return ((size - matrix) ** 2 + size**2 - matrix**2) / (2 * size)


@symbolic.check(
    "pnn.theorem-12",
    "bound",
    wrong={
        "plus for minus": {"sign": 1},
        "half of the norm": {"norm": Rational(1, 2)},
        "a bound from below": {"above_it": -1},
    },
    at=BLOCKS,
)
def norm_of_the_form(sign=-1, norm=1, above_it=1):
    r"""$4 L = s^\top M s$ (first residual), $M = C - B^\top H^{-1} B$; and for $\mu = \|M\| > 0$ the difference
    $\mu s^\top s - s^\top M s$ is $\frac1{2\mu}$ times the sum of $|(\mu - M) s|^2$ and $\mu^2 |s|^2 - |M s|^2$
    (second).

    The definition of the norm makes both nonnegative: where one of them is not 0 (three cases) their sum is positive,
    and where both are the bound is attained. Where $M = 0$ both sides are 0.
    """
    at_point = four_risks(H**-1 * B * s, st * Bt * H**-1).subs({w: 0, wt: 0})
    yield sympy.expand(sympy.expand(at_point.subs(A, H - D * Dt)) - st * balanced(sign) * s)
    yield sympy.expand(above_it * (norm * size * st * s - st * M * s) - st * above(M) * s)
    square, slack = symbols("square slack", positive=True)
    yield from (above_it * both / (2 * size) > 0 for both in (square + slack, square, slack))


def seminorm(masses, masses_t, sums, sums_t):
    """Four times the risk at the stationary point of a region, as a form in s and w."""
    left, right = masses_t * Bt + sums_t * Dt, B * masses + D * sums
    return masses_t * C * masses + sums_t * sums - left * H**-1 * right


@symbolic.check(
    "pnn.assumption-1",
    "seminorm",
    wrong={
        "no cross terms": {"cross": 0},
        "plus for minus": {"sign": 1},
        "$w$ once": {"other": 1 + share},
        r"$|D^\top q - w|^2$ twice": {"odd": 2},
        r"$A$ for $A + D D^\top$ in the rest": {"middle": A},
    },
    at=BLOCKS | {"Kt": 3, "C": 9, "A": 4, "B": 6, "Bt": 6, "H": Rational(17, 4)},
)
def triangle_inequality(cross=1, sign=-1, other=1 + 1 / share, odd=1, middle=H):
    r"""First: $N^2 = |D^\top q - w|^2 + |G q - K s|^2$ at $q = H^{-1} (B s + D w)$, the kernel matrix of all lines
    being the product of $(G, K)$ with its transpose.

    Second, for $x = (s, 0)$ and $y = (0, w)$:
    $(1 + t) N(x)^2 + (1 + \frac1t) N(y)^2 - N(x + y)^2 = t N(x - \frac1t y)^2$. Third:
    $w^\top w - N(0, w)^2 = (H^{-1} D w)^\top H (H^{-1} D w)$. Fourth: $N(s, 0)^2 = s^\top M s$.
    """
    found, found_t = H**-1 * (B * s + D * w), (st * Bt + wt * Dt) * H**-1
    gram = {A: Gt * G, B: Gt * K, Bt: Kt * G, C: Kt * K}
    even = (found_t * Gt - st * Kt) * (G * found - K * s)
    balance = (found_t * D - wt) * (Dt * found - w)
    squares = sympy.expand((even + odd * balance).subs({B: gram[B], Bt: gram[Bt]}))
    form = sympy.expand(seminorm(s, st, w, wt).subs({B: gram[B], Bt: gram[Bt], C: gram[C]}))
    yield sympy.expand(squares.subs(Gt * G, H - D * Dt) - form)
    whole = least_form(sign, mixed=cross)
    first, second = seminorm(s, st, 0 * w, 0 * wt), seminorm(0 * s, 0 * st, w, wt)
    apart = seminorm(s, st, -w / share, -wt / share)
    yield sympy.expand((1 + share) * first + other * second - whole - share * apart)
    yield sympy.expand(wt * w - second - wt * Dt * H**-1 * middle * H**-1 * D * w)
    yield sympy.expand(first - st * balanced(sign) * s)


@symbolic.check(
    "pnn.assumption-1",
    "cosine",
    wrong={r"$\frac1{d^2}$ for $\frac1d$": {"power": 2}, "the sphere's density in one input more": {"more": 1}},
)
def second_moment_of_a_coordinate(power=1, more=0):
    r"""The quotient of the integrals of $c^2$ and 1 against $(1 - c^2)^{(d-3)/2}$, $d > 1$, is $\frac1d$: beta
    integrals, symbolic $d$."""
    d = Symbol("d", positive=True)
    beta = sympy.Lambda(
        step, sympy.gamma(step) * sympy.gamma((d + more - 1) / 2) / sympy.gamma(step + (d + more - 1) / 2)
    )
    return beta(Rational(3, 2)) / beta(Rational(1, 2)) - d**-power


@symbolic.check(
    "pnn.assumption-1",
    "pair-sums",
    wrong={"ordered pairs twice": {"pairs": 4}, "the squares added": {"sign": -1}},
)
def one_more_number(pairs=2, sign=1):
    """From numbers with sum $S$, sum of squares $Q$ and sum $P$ over pairs to one more, $a$: $P$ grows by $a S$, and
    $2 P - S^2 + Q$ stays. For one number alone it is 0."""
    total, squares, over_pairs, new = symbols("S Q P a", positive=True)

    def excess(whole, square, products):
        return pairs * products - whole**2 + sign * square

    yield excess(total + new, squares + new**2, over_pairs + new * total) - excess(total, squares, over_pairs)
    yield excess(new, new**2, 0)

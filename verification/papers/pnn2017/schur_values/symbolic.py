"""Proofs on the Schur complement: one line more, a perturbed inverse, and bounds against the target's moments."""

import sympy
from sympy import Matrix, Rational, Symbol, asin, pi, sqrt, symbols

from verification.methods import symbolic

P, Q, C, D, M, R = symbols("P Q C D M R", commutative=False)
B, Bt, F, Ft, w, wt, z, zt = symbols("B Bt F Ft w wt z zt", commutative=False)
alpha = Symbol("alpha", positive=True)
HALF = Rational(1, 2)
AXES = (sympy.Integer(0), HALF)  # in units of pi


def reduced(expression):
    """The expanded word with the scalar z' P^-1 z = 1 - 1/alpha taken out."""
    before, after = None, sympy.expand(expression)
    while after != before:
        before, after = after, sympy.expand(after.subs(zt * P**-1 * z, 1 - 1 / alpha))
    return after


def schur_after(share=1):
    """C minus the new explained part, by the inverse of [[P, z], [z', 1]] in blocks."""
    corner = P**-1 + alpha * P**-1 * z * zt * P**-1
    side, other = -alpha * P**-1 * z, -alpha * zt * P**-1
    return C - share * (Bt * (corner * B + side * wt) + w * (other * B + alpha * wt))


@symbolic.check(
    "pnn.theorem-10",
    "update",
    wrong={
        "v the kernel to the new line alone": {"v": (-w, -wt)},
        "plus for minus": {"sign": 1},
        "alpha squared": {"weight": alpha**2},
    },
)
def bordered_inverse_in_blocks(v=(Bt * P**-1 * z - w, zt * P**-1 * B - wt), sign=-1, weight=alpha):
    """Blocks that do not commute, so every number of lines and target lines: P, B, C are psi11, psi12, psi22.

    First four residuals: the claimed inverse of [[P, z], [z', 1]] is one, as z'P^-1 z = 1 - 1/alpha by the
    definition of alpha. Last: with it the new Schur complement is the old one minus alpha v v'.
    """
    corner = P**-1 + alpha * P**-1 * z * zt * P**-1
    side, other = -alpha * P**-1 * z, -alpha * zt * P**-1
    yield reduced(P * corner + z * other) - 1
    yield reduced(P * side + z * alpha)
    yield reduced(zt * corner + other)
    yield reduced(zt * side + alpha) - 1
    yield reduced(schur_after() - (C - Bt * P**-1 * B) - sign * weight * v[0] * v[1])


@symbolic.check(
    "pnn.theorem-10",
    "order",
    wrong={
        "without the new line's own square": {"own": 0},
        "half of the cross terms": {"cross": Rational(1, 2)},
    },
)
def quadratic_forms_of_gram_matrices(own=1, cross=1):
    """Three facts from quadratic forms of positive definite matrices, in blocks of every size.

    First residual: with y = (-P^-1 z, 1) and Psi+ = [[P, z], [z', 1]], y' Psi+ y = 1 - z'P^-1 z = 1/alpha. So alpha > 0
    where Psi+ is positive definite. Second: C - F' Q^-1 F, with Q = Psi+ and F its kernel to the target's lines, is
    the form of the whole Gram matrix [[Q, F], [F', C]] at (-Q^-1 F, 1), so S+ >= 0. With `update`,
    S - S+ = alpha v v' >= 0, so 0 <= x'S+ x <= x'S x; the norm of a semidefinite matrix is the largest of
    its form on unit vectors, so |S+| <= |S|.
    """
    y, yt = -(P**-1) * z, -zt * P**-1
    yield reduced(yt * P * y + cross * (yt * z + zt * y) + own - 1 / alpha)
    x, xt = -(Q**-1) * F, -Ft * Q**-1
    yield sympy.expand(xt * Q * x + cross * (xt * F + Ft * x) + C - (C - Ft * Q**-1 * F))


def psi(rho):
    """The kernel."""
    return 2 / pi * (sqrt(1 - rho**2) + rho * asin(rho))


def plane_schur(lines, targets):
    """S for lines and target lines in the plane at multiples of pi, exactly."""

    def kernel(left, right):
        return Matrix(len(left), len(right), lambda i, j: psi(sympy.cos(pi * (left[i] - right[j]))))

    return kernel(targets, targets) - kernel(targets, lines) * kernel(lines, lines).inv() * kernel(lines, targets)


@symbolic.check(
    "pnn.theorem-10",
    "no-decrease",
    wrong={
        "the new line nearer to one target": {"added": Rational(1, 6)},
        "one target alone": {"targets": (sympy.Integer(0),)},
        "(1, 1) for (1, -1)": {"second": 1},
    },
    scope="finite",
)
def lines_on_the_diagonals(added=3 * HALF / 2, targets=AXES, second=-1):
    """Exact Schur complements of 2 target lines (axes), 1 line (45 degrees), then 2 (135 degrees).

    (1, -1) is an eigenvector with value 1 - 2/pi before and after, and the trace less that, the other eigenvalue, is
    smaller before, so after too by Theorem 10. v is not zero: the trace falls.
    """
    first = (Rational(1, 4),)
    before, after = plane_schur(first, targets), plane_schur((*first, added), targets)
    vector = Matrix([1, second][: len(targets)])
    yield sympy.simplify(before * vector - (1 - 2 / pi) * vector)
    yield sympy.simplify(after * vector - (1 - 2 / pi) * vector)
    yield sympy.simplify(before.trace()) < 2 * (1 - 2 / pi)
    yield sympy.simplify(after.trace() - before.trace()) < 0


@symbolic.check(
    "pnn.theorem-10",
    "repeated-line",
    wrong={"a diagonal that is not 1": {"own": Rational(1, 2)}, "the line's first half": {"scale": Rational(1, 2)}},
)
def column_of_the_kernel(own=1, scale=1):
    """A line that is there already has z = P e, a column of P: in blocks z'P^-1 z = e'Pe = psi(1) = 1.

    And v = B'P^-1 z - w = B'e - w = 0, as w is the same row of B. Here e'Pe is `own`.
    """
    e, et = symbols("e et", commutative=False)
    column, row = scale * P * e, scale * et * P
    yield sympy.expand(row * P**-1 * column).subs(et * P * e, own) - 1
    yield sympy.expand(Bt * P**-1 * column - Bt * e)


@symbolic.check(
    "pnn.lemma-9",
    "identity",
    wrong={
        "D for D~": {"middle": D},
        "plus for minus": {"sign": 1},
        "twice D~": {"middle": 2 * D * R},
    },
)
def product_in_blocks(middle=D * R, sign=-1):
    """With R = (I + M^-1 D)^-1, that is D = M (R^-1 - I): (M + D)(M^-1 - M^-1 D R M^-1) = I in free symbols.

    A right inverse of a square matrix is its inverse, so this holds for every size.
    """
    inverse = M**-1 + sign * M**-1 * middle * M**-1
    substituted = ((M + D) * inverse).subs(D, M * (R**-1 - 1))
    return sympy.expand(sympy.expand(substituted)) - 1


@symbolic.check(
    "pnn.lemma-9",
    "norms",
    wrong={"3/2 for 2": {"factor": Rational(3, 2)}, "a condition of 2/3": {"size": Rational(2, 3)}},
)
def neumann_bound(size=HALF, factor=2):
    """R (I + M^-1 D) = I says R = I - R M^-1 D (first residual, D = M (R^-1 - I)): |R| <= 1 + |R|/2.

    So |R| <= 2 and |D~| <= |D||R| <= 2 |D|; the second residual solves t = 1 + size t. I + M^-1 D is invertible, since
    |(I + M^-1 D) x| >= |x|/2. For numbers with M = 1, D = -size the bound is attained: third residual.
    """
    t = Symbol("t", positive=True)
    yield sympy.expand(R - 1 + R * M**-1 * M * (R**-1 - 1))
    yield sympy.solve(t - 1 - size * t, t)[0] - factor
    yield size / (1 - size) - factor * size


b = 1 - 2 / pi
n2, total, cross, rest, linear = symbols("n2 s1 cross rest linear", positive=True)


@symbolic.check(
    "pnn.proposition-1",
    "schur-value",
    wrong={"an eighth for a quarter": {"share": Rational(1, 8)}, "the mean left out": {"mean": 0}},
)
def mean_square_above_the_masses(share=HALF / 2, mean=2 / pi):
    """E h*^2 >= |q*|^2/4, so that q*'S q*/4 <= |S||q*|^2/4 <= |S| E h*^2, for all sizes.

    Write psi22 = (2/pi) 11' + (1 - 2/pi) I + N, with zeros on the diagonal of N and, as psi >= 2/pi, no negative entry.
    With s1 = sum of q*, n2 = |q*|^2, cross = s1^2 - n2 (sum over i != j of q*_i q*_j), rest = q*'N q*, linear = |w0|^2:
    4 E h*^2 - n2 = linear + rest + (2/pi) cross, three numbers of which none is negative, as q* >= 0. Theorem 8 with an
    empty network gives 4 E h*^2 = linear + q*'psi22 q*.
    """
    four = linear + mean * (n2 + cross) + b * n2 + rest
    return share * four - n2 / 4 - (linear + rest + 2 / pi * cross) / 4


s, size, near, x_slack, y_slack, pairs, squares, length = symbols(
    "s epsilon kappa X Y pairs squares length", positive=True
)


@symbolic.check(
    "pnn.proposition-1",
    "one-target-neuron",
    wrong={
        "half the loss": {"loss": Rational(1, 2)},
        "the even part alone": {"odd": 0},
        "half the diagonal": {"diagonal": b / 2},
    },
)
def square_completed_in_the_total_mass(loss=1, odd=1, diagonal=b):
    """4 L less its bound is a sum of terms that are not negative, whatever the masses on the lines.

    Unit target w, |u_r.w| <= epsilon, kappa = psi(epsilon), s = sum of q, c = 2/pi. By Theorem 8
    4 L = |U'p|^2 - 2 p.(Uw) + 1 + q'psi11 q - 2 q.psi12 + 1. Here p.(Uw) = epsilon s - X with X >= 0, as
    |p_r| <= q_r; q.psi12 = kappa s - Y with Y >= 0, as psi is even and rises on [0, 1]; and
    q'psi11 q = c s^2 + (1 - c)|q|^2 + pairs with pairs >= 0, as psi >= c. The rest is a square.
    """
    c = 2 / pi
    four = length + odd * (1 - 2 * (size * s - x_slack)) + c * s**2 + diagonal * squares + pairs
    four += 1 - 2 * (near * s - y_slack)
    bound = 2 - (size + near) ** 2 / c
    positive = length + 2 * x_slack + 2 * y_slack + b * squares + pairs + c * (s - (size + near) / c) ** 2
    return loss * four - bound - positive


@symbolic.check(
    "pnn.proposition-1",
    "factor-superfluous",
    wrong={"b for 2/pi below": {"c": b}, "no second term": {"slope": 0}},
)
def derivative_in_the_spread(c=2 / pi, slope=1):
    """f(t) = (b + b t/r)/(b + c t) has f'(t) = b (b/r - c)/(b + c t)^2 and f(1) = b (1 + 1/r), as b + c = 1."""
    t, r = symbols("t r", positive=True)
    value = (b + slope * b * t / r) / (b + c * t)
    yield sympy.diff(value, t) - b * (b / r - 2 / pi) / (b + 2 / pi * t) ** 2
    yield value.subs(t, 1) - b * (1 + 1 / r)


gamma_t, ratio, inputs = symbols("gammat rho d", positive=True)


@symbolic.check(
    "ours.variance-normalised",
    "algebra",
    wrong={
        "the linear part left out": {"linear_part": 0},
        "the kernel's curvature left out": {"curvature": 0},
        "an intercept that is not subtracted": {"mean": 2 / pi},
    },
)
def limits_of_quadratic_forms(linear_part=1, curvature=1 / pi, mean=0):
    """The limits over r*: with psi replaced by (2/pi + 1/(pi d)) 11' + b I, q* = 1 and |w0|^2 = r*, r* = gamma* d.

    Numerator 1'S1/r* by Sherman and Morrison, denominator the variance; then linear regression, whose error is the
    even part of the variance; last, the two agree at r*/r = gamma*/(pi b), that is r = (pi - 2) d. In between, d times
    the error over the mean square.
    """
    c, count = 2 / pi, gamma_t * inputs
    lines = count / ratio
    numerator = b + b * (c + curvature / inputs) * count / (b + (c + curvature / inputs) * lines)
    even = b + count * (curvature / inputs + mean)
    quotient = sympy.limit(numerator / (linear_part + even), inputs, sympy.oo)
    expected = b * (1 + ratio) / (2 - c + gamma_t / pi)
    yield quotient - expected
    regression = sympy.limit(even / (linear_part + even), inputs, sympy.oo)
    yield regression - (b + gamma_t / pi) / (2 - c + gamma_t / pi)
    yield (
        sympy.limit(inputs * numerator / (1 + even + c * count), inputs, sympy.oo)
        - (pi / 2 - 1) * (1 + ratio) / gamma_t
    )
    yield (quotient - regression).subs(ratio, gamma_t / (pi - 2))

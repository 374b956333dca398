"""The inequalities behind Theorem 3, for every rank, width and number of teacher neurons."""

from sympy import Integer, Max, Rational, Symbol, asin, beta, cos, diff, exp, gamma, log, pi, sin, sqrt, symbols

from verification.methods import symbolic

r, s, t, n, p, c, x, theta = symbols("r s t n p c x theta", positive=True)
k = Symbol("k", integer=True, nonnegative=True)
HALF, QUARTER = Rational(1, 2), Rational(1, 4)


def density(rank):
    """c_r: the density of the angle over sin^(r - 2)."""
    return gamma(rank / 2) / (sqrt(pi) * gamma((rank - 1) / 2))


def relu(number):
    """[number]_+."""
    return Max(number, 0)


@symbolic.check(
    "basin.theorem-3",
    "chord",
    wrong={
        "the angle's sine": {"chord": sin},
        "half of the angle": {"turn": 1},
        "the absolute value": {"act": abs},
        "the relu of the opposite": {"act": lambda number: relu(-number)},
    },
)
def chord_and_relu(chord=lambda angle: 2 * sin(angle / 2), turn=2, act=relu):
    r"""$2 \sin \frac\theta2 - s$ at $\theta = 2 \arcsin \frac s2$; $(2 \sin \frac\theta2)^2 - 2 + 2 \cos \theta$; and
    the differences that the relu leaves of those of two numbers of one sign or of two, less what is claimed.
    """
    yield chord(turn * asin(s / 2)) - s
    yield chord(theta) ** 2 - (2 - 2 * cos(theta))
    yield from (act(t + x) - act(t) - x, act(-t) - act(-t - x), act(t) - act(-x) - t)


@symbolic.check(
    "basin.theorem-3",
    "cap-slope",
    wrong={
        "no half for the output sign": {"share": HALF},
        "$r$ for $r - 1$": {"shape": r / 2},
        "sine for its square": {"power": 1},
    },
)
def derivative_of_the_incomplete_beta(share=QUARTER, shape=(r - 1) / 2, power=2):
    r"""The derivative by $t$ of $\frac14 I_x \left( a, \frac12 \right)$ at $x = t^2$, by its density
    $\frac{x^{a-1} (1 - x)^{-1/2}}{B(a, 1/2)}$, over that of $p$; less 1.
    """
    at = t**power
    slope = share * at ** (shape - 1) / sqrt(1 - t**2) * diff(at, t) * sqrt(1 - t**2) / beta(shape, HALF)
    return (slope / (density(r) * t ** (r - 2) / 2)).rewrite(gamma) - 1


@symbolic.check(
    "basin.theorem-3",
    "cap-algebra",
    wrong={
        "$r$ for $r - 1$": {"divisor": r},
        r"$\frac12$ for $\frac1\pi$": {"least": HALF},
        "no correction of the sine": {"correction": 0},
        r"$\frac{r + 1}{r}$ for $\frac{r}{r - 1}$": {"ratio": (r + 1) / r},
    },
    at={"s": 1},
)
def integrand_and_constant(divisor=r - 1, least=1 / pi, correction=QUARTER, ratio=r / (r - 1)):
    r"""The derivative of $\frac{\sin^{r-1} \theta}{r - 1}$ over $\sin^{r-2} \theta$, less $\cos \theta$; the constants
    of ranks 2 and 3; the ratio of constants; and the sine.
    """
    yield diff(sin(theta) ** (r - 1) / divisor, theta) / sin(theta) ** (r - 2) - cos(theta)
    yield density(Integer(2)) - least
    yield density(Integer(3)) > least
    yield density(r + 2) / density(r) - ratio
    yield sin(2 * asin(s / 2)).expand(trig=True) - s * sqrt(1 - correction * s**2)


@symbolic.check(
    "basin.theorem-3",
    "exponent-algebra",
    wrong={
        r"$\frac{9}{10}$ for $\frac14$": {"kept": Rational(9, 10)},
        r"$c$ of at least $\frac14$": {"least": QUARTER},
        "$2 - p$ for $1 - p$": {"line": 2 - p},
        "$1 - 2 p$ for $1 - p$": {"line": 1 - 2 * p},
        "$n^2$ for $n$": {"power": 2},
    },
)
def minimum_of_a_convex_function(kept=QUARTER, least=2, line=1 - p, power=1):
    """The value of $e^{-p} - (1 - p)$ at 0, and its derivative; the curvature, minimum and least value of $f$, and its
    sign at $c = 2$.
    """
    gap, rate = exp(-p) - line, (1 - kept) * c
    yield gap.subs(p, 0)
    yield diff(gap, p) - (1 - exp(-p))
    function = rate * n - power * log(n)
    yield n**2 * diff(function, n, 2) - 1
    yield diff(function, n).subs(n, 1 / rate)
    yield function.subs(n, 1 / rate) - 1 - log(rate)
    yield (1 + log((1 - kept) * least)) > 0


@symbolic.check(
    "basin.theorem-3",
    "near-recursion",
    wrong={
        "two independent teachers": {"both_missed": lambda p: (1 - p) ** 2},
        "one neuron more": {"more": 1},
        "once the chance to miss one": {"ways": 1},
    },
    at={"k": 0, "p": QUARTER},
)
def near_one_and_two_by_induction(both_missed=lambda p: 1 - 2 * p, more=0, ways=2):
    """The chances before any neuron, and those after one more, less what is claimed: of neither teacher neuron near, of
    just the first, and of both.
    """

    def chances(count):
        none, missed = both_missed(p) ** (count + more), (1 - p) ** (count + more)
        return none, missed - none, 1 - ways * missed + none

    yield from (found - wanted for found, wanted in zip(chances(Integer(0)), (1, 0, 0), strict=True))
    none, one, both = chances(k)
    steps = ((1 - 2 * p) * none, p * none + (1 - p) * one, both + 2 * p * one)
    yield from ((after - step).expand() for after, step in zip(chances(k + 1), steps, strict=True))


@symbolic.check(
    "basin.theorem-3",
    "order-algebra",
    wrong={"of the order $s^{r-2}$": {"order": 2}, "of the order $s^r$": {"order": 0}},
    at={"r": 3},
)
def printed_chance_over_its_order(order=1):
    r"""$\frac{2 \pi (r - 1) \, p_\epsilon}{s^{r-1}}$ over $(1 - s^2/4)^{(r-1)/2}$, less 1."""
    printed = (s * sqrt(1 - s**2 / 4)) ** (r - 1) / (2 * pi * (r - 1))
    ratio = 2 * pi * (r - 1) * printed / s ** (r - order) / (1 - s**2 / 4) ** ((r - 1) / 2)
    yield ratio.powsimp(force=True).simplify() - 1

"""The inequalities behind Theorem 3, for every rank, width and number of teacher neurons."""

from sympy import Integer, Rational, Symbol, asin, beta, cos, diff, exp, gamma, log, pi, sin, sqrt, symbols

from verification.methods import symbolic

r, s, t, n, p, c, x, theta = symbols("r s t n p c x theta", positive=True)
k = Symbol("k", integer=True, nonnegative=True)
HALF, QUARTER = Rational(1, 2), Rational(1, 4)


def density(rank):
    """c_r: the density of the angle over sin^(r - 2)."""
    return gamma(rank / 2) / (sqrt(pi) * gamma((rank - 1) / 2))


@symbolic.check(
    "basin.theorem-3",
    "near",
    wrong={"the angle's sine": {"chord": sin}, "half of the angle": {"turn": 1}},
)
def chord_and_relu(chord=lambda angle: 2 * sin(angle / 2), turn=2):
    """The chord of the angle 2 asin(s/2) is s (first), and its square is |u - u*|^2 = 2 - 2 cos (second).

    The relu brings no two numbers further apart: for two of one sign it keeps their difference or makes it 0, and for
    t > 0 > -x it leaves t, with (t + x)^2 - t^2 = x (x + 2 t) > 0 (third). So relus of <u, x> and <u*, x> differ by at
    most |<u - u*, x>| <= |u - u*|. The chord grows with the angle up to pi, so smaller angles are nearer.
    """
    yield chord(turn * asin(s / 2)) - s
    yield chord(theta) ** 2 - (2 - 2 * cos(theta))
    yield (t + x) ** 2 - t**2 - x * (x + 2 * t)


@symbolic.check(
    "basin.theorem-3",
    "cap",
    wrong={
        "no half for the output sign": {"share": HALF},
        "r for r - 1": {"shape": r / 2},
        "sine for its square": {"power": 1},
    },
)
def derivative_of_the_incomplete_beta(share=QUARTER, shape=(r - 1) / 2, power=2):
    """The angle of a uniform direction in r dimensions has the density c_r sin^(r-2), the output sign is a fair coin of
    its own: that is the integral. With t the sine and dt = sqrt(1 - t^2) dtheta below a right angle, the derivative of
    I_x(a, b), x^(a-1) (1 - x)^(b-1) / B(a, b), at x = t^2 gives c_r t^(r-2) / 2 (residual); both sides vanish at zero.
    At a right angle I_1 = 1, so that half of all directions are within it, as they must be: c_r is right.
    """
    at = t**power
    slope = share * at ** (shape - 1) / sqrt(1 - t**2) * diff(at, t) * sqrt(1 - t**2) / beta(shape, HALF)
    return (slope / (density(r) * t ** (r - 2) / 2)).rewrite(gamma) - 1


@symbolic.check(
    "basin.theorem-3",
    "cap-bound",
    wrong={
        "r for r - 1": {"divisor": r},
        "1/2 for 1/pi": {"least": HALF},
        "no correction of the sine": {"correction": 0},
    },
    at={"s": 1},
)
def integrand_and_constant(divisor=r - 1, least=1 / pi, correction=QUARTER):
    """sin^(r-1) / (r - 1) has the derivative sin^(r-2) cos <= sin^(r-2) and vanishes at zero (first): so
    p >= c_r sin^(r-1) / (2 (r - 1)). c_r >= 1/pi for r = 2, 3 (second, third), and c_(r+2) / c_r = r / (r - 1) > 1
    (fourth): so for all whole r >= 2. And sin(2 asin(s/2)) = s sqrt(1 - s^2/4) (last), which makes the bound p_eps.
    """
    yield diff(sin(theta) ** (r - 1) / divisor, theta) / sin(theta) ** (r - 2) - cos(theta)
    yield density(Integer(2)) - least
    yield density(Integer(3)) > least
    yield density(r + 2) / density(r) - r / (r - 1)
    yield sin(2 * asin(s / 2)).expand(trig=True) - s * sqrt(1 - correction * s**2)


@symbolic.check(
    "basin.theorem-3",
    "exponent",
    wrong={"9/10 for 1/4": {"kept": Rational(9, 10)}, "c of at least 1/4": {"least": QUARTER}},
)
def minimum_of_a_convex_function(kept=QUARTER, least=2):
    """e^-p - 1 + p vanishes at 0 (first) and grows: its derivative is 1 - e^-p (second).

    f(n) = (1 - 1/4) c n - log n is convex, n^2 f'' = 1 (third), its minimum at n = 1 / ((1 - 1/4) c) (fourth), where it
    is 1 + log((1 - 1/4) c) (fifth), which grows with c and is positive at the least c (sixth).
    """
    gap, rate = exp(-p) - 1 + p, (1 - kept) * c
    yield gap.subs(p, 0)
    yield diff(gap, p) - (1 - exp(-p))
    function = rate * n - log(n)
    yield n**2 * diff(function, n, 2) - 1
    yield diff(function, n).subs(n, 1 / rate)
    yield function.subs(n, 1 / rate) - 1 - log(rate)
    yield (1 + log((1 - kept) * least)) > 0


@symbolic.check(
    "basin.theorem-3",
    "one-teacher",
    wrong={
        "two independent teachers": {"both_missed": lambda p: (1 - p) ** 2},
        "one neuron more": {"more": 1},
    },
    at={"k": 0, "p": QUARTER},
)
def near_one_and_two_by_induction(both_missed=lambda p: 1 - 2 * p, more=0):
    """No neuron can be near two teacher neurons of opposite output signs: it misses both with the chance 1 - 2p.

    After k neurons neither, exactly the first, and both have a near one with the chances a_k = (1 - 2p)^k,
    b_k = (1 - p)^k - (1 - 2p)^k and 1 - 2 (1 - p)^k + (1 - 2p)^k: right for k = 0, and each follows from those of k.
    """

    def chances(count):
        none, missed = both_missed(p) ** (count + more), (1 - p) ** (count + more)
        return none, missed - none, 1 - 2 * missed + none

    yield from (found - wanted for found, wanted in zip(chances(Integer(0)), (1, 0, 0), strict=True))
    none, one, both = chances(k)
    steps = ((1 - 2 * p) * none, p * none + (1 - p) * one, both + 2 * p * one)
    yield from ((after - step).expand() for after, step in zip(chances(k + 1), steps, strict=True))

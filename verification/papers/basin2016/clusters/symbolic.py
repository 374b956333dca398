"""The algebra behind Theorem 5, for every number of inputs, and data for which no constant will do."""

from sympy import Integer, Max, Rational, Symbol, asin, cos, gamma, pi, sin, sqrt, symbols

from verification.certificates import leaves
from verification.methods import symbolic
from verification.papers.basin2016.clusters import certificates as leaving

d, rho, size, least, radius, lipschitz, clusters, K = symbols("d rho y sigma delta g k K", positive=True)
q, slope = Symbol("q", positive=True), Symbol("s", real=True)
QUARTER = Rational(1, 4)


def density(inputs):
    """c_d: the largest density of one coordinate of a uniform direction, for three inputs or more."""
    return gamma(inputs / 2) / (sqrt(pi) * gamma((inputs - 1) / 2))


def largest_angle(inputs, divisor):
    """sqrt(2 pi) / (16 d^(3/2))."""
    return sqrt(2 * pi) / (divisor * inputs ** Rational(3, 2))


@symbolic.check(
    "basin.theorem-5",
    "cap-algebra",
    wrong={
        "twice the ratio": {"divisor": 8},
        "four times the ratio": {"divisor": 4},
        r"$\frac{1}{5 d}$": {"share": Rational(1, 5)},
        "$d$ for $d - 1$ in the product": {"product": d / (2 * pi)},
        "another sequence with that product": {"height": lambda inputs: density(inputs) * 2 ** cos(pi * inputs)},
    },
    at={"d": 3},
)
def small_caps(divisor=16, share=QUARTER, product=(d - 1) / (2 * pi), height=density):
    r"""$c_2 - \frac1\pi$, $c_3 - \frac12$ and $c_d \, c_{d+1} - \frac{d - 1}{2 \pi}$;
    $4 a_d \sqrt{d/(2\pi)} - \frac{1}{4 d}$; and both inequalities, for one input and for two.
    """
    yield from (height(Integer(2)) - 1 / pi, height(Integer(3)) - Rational(1, 2))
    yield height(d) * height(d + 1) - product
    yield 4 * largest_angle(d, divisor) * sqrt(d / (2 * pi)) - share / d
    yield 2 / pi * asin(2 * sin(largest_angle(Integer(2), divisor))) < share / 2
    yield 2 * sin(largest_angle(Integer(1), divisor)) < 1


@symbolic.check(
    "basin.theorem-5",
    "algebra",
    wrong={
        "$R$ without the clusters": {"spread": 0},
        "the centre alone": {"inside": 0},
        r"once for twice $\frac{\|\hat y\|}{\sigma}$": {"twice": 1},
    },
)
def errors_of_the_built_network(spread=1, inside=1, twice=2):
    r"""The four identities, left sides less right: the norm, the error, and how far $R$ and $\|\hat y\|$ are from their
    bounds.
    """
    x = radius * sqrt(clusters)
    steep = size / (least - spread * x)
    offset = radius * steep
    yield (size + offset * sqrt(clusters)) / least - steep
    yield q * offset + inside * q * radius * steep + 2 * lipschitz * radius - 2 * radius * (q * steep + lipschitz)
    yield twice * size / least - steep - size * (least - 2 * x) / (least * (least - x))
    yield twice * x * size / least - size - size * (2 * x - least) / least


@leaves(leaving.large_targets, whole=False)
@symbolic.check(
    "basin.theorem-5",
    "large-targets",
    wrong={
        "targets of two signs": {"second": -1},
        "two samples at one place": {"apart": 0},
        "$K$ for $K + 1$": {"excess": 0},
        "a wide cluster": {"tau": Rational(1, 3)},
        "neurons with a bias": {"bias": 1},
    },
)
def one_cluster_with_equal_targets(second=1, apart=1, excess=1, tau=QUARTER, bias=0):
    r"""A neuron's output at $x > 0$ is $v \max(w, 0) \, x$, for $w$ of either sign and zero; so that a network predicts
    $s x$ there.

    Its loss at $1 + \tau$ and $1 - \tau$ is $\frac{Y^2 \tau^2}{1 + \tau^2}$ and a square, which vanishes for the best
    $s$. For $Y^2 = (1 + \tau^2) (K + 1)$ the former exceeds $K \tau^2$ by $\tau^2 > 0$. Last: the ratio is allowed for
    one input.
    """
    x, v, w, target = symbols("x v w Y", positive=True)
    for sign in (1, 0, -1):
        yield v * Max(sign * w * x + bias, 0) - v * Max(sign * w + bias, 0) * x
    ends = ((slope * (1 + apart * tau) - target) ** 2, (slope * (1 - apart * tau) - second * target) ** 2)
    least = target**2 * tau**2 / (1 + tau**2)
    yield sum(ends) / 2 - least - (1 + tau**2) * (slope - target / (1 + tau**2)) ** 2
    yield least.subs(target, sqrt((1 + tau**2) * (K + excess))) - K * tau**2 - tau**2
    yield 2 * sin(largest_angle(Integer(1), 16)) > tau

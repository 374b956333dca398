"""The algebra and the small caps behind Theorem 5, for every number of inputs, and its missing constant."""

from sympy import Integer, Rational, Symbol, asin, gamma, pi, sin, sqrt, symbols

from verification.methods import symbolic

d, rho, size, least, radius, lipschitz, clusters, tau, K = symbols("d rho y sigma delta g k tau K", positive=True)
q, N = Symbol("q", positive=True), Symbol("N", real=True)
QUARTER = Rational(1, 4)


def density(inputs):
    """c_d: the largest density of one coordinate of a uniform direction, for three inputs or more."""
    return gamma(inputs / 2) / (sqrt(pi) * gamma((inputs - 1) / 2))


def largest_angle(inputs, divisor):
    """sqrt(2 pi) / (16 d^(3/2))."""
    return sqrt(2 * pi) / (divisor * inputs ** Rational(3, 2))


@symbolic.check(
    "basin.theorem-5",
    "cut",
    wrong={
        "twice the ratio": {"divisor": 8},
        "1/(5 d)": {"share": Rational(1, 5)},
        "d for d - 1 in the product": {"product": d / (2 * pi)},
    },
)
def small_caps(divisor=16, share=QUARTER, product=(d - 1) / (2 * pi)):
    """Three inputs or more: the density of u_1 is c_d (1 - t^2)^((d-3)/2) <= c_d, so the chance is at most 2 rho c_d.

    c_d c_(d+1) = (d - 1)/(2 pi) (first), and c_d grows with d, since the gamma function is logarithmically convex: so
    c_d^2 < d/(2 pi). And rho = 2 sin a <= 2 a, so that the chance is below 4 a sqrt(d/(2 pi)), and that is 1/(4 d)
    (second). Two inputs: the chance is (2/pi) asin(rho) < 1/8 (third). One: u_1 = +-1, and rho < 1 (fourth).
    """
    yield density(d) * density(d + 1) - product
    yield 4 * largest_angle(d, divisor) * sqrt(d / (2 * pi)) - share / d
    yield 2 / pi * asin(2 * sin(largest_angle(Integer(2), divisor))) < share / 2
    yield 2 * sin(largest_angle(Integer(1), divisor)) < 1


@symbolic.check(
    "basin.theorem-5",
    "algebra",
    wrong={
        "R without the clusters": {"spread": 0},
        "the centre alone": {"inside": 0},
        "once for twice R": {"twice": 1},
    },
)
def errors_of_the_built_network(spread=1, inside=1, twice=2):
    """With x = delta sqrt(k): the norm (first), the error (second), R for 2 x <= sigma: 2 y / sigma - R is
    y (sigma - 2 x) / (sigma (sigma - x)) >= 0 (third); and 2 x y / sigma - y = y (2 x - sigma) / sigma (fourth)."""
    x = radius * sqrt(clusters)
    slope = size / (least - spread * x)
    offset = radius * slope
    yield (size + offset * sqrt(clusters)) / least - slope
    yield q * offset + inside * q * radius * slope + 2 * lipschitz * radius - 2 * radius * (q * slope + lipschitz)
    yield twice * size / least - slope - size * (least - 2 * x) / (least * (least - x))
    yield 2 * x * size / least - size - size * (2 * x - least) / least


@symbolic.check(
    "basin.theorem-5",
    "close-centres",
    wrong={
        "targets of one sign": {"second": 1},
        "centres apart": {"gap": 4 * tau},
        "a sample at the first centre": {"height": 0 * tau},
    },
)
def one_sample_with_two_targets(second=-1, gap=2 * tau, height=tau):
    """The loss at a prediction N is ((N - 1)^2 + (N + 1)^2) / 2 = 1 + N^2 >= 1 (first); both centres have the
    distance tau from the sample (second, third) and the norms 1 and sqrt(1 + 4 tau^2) >= 1; the sample's is sqrt(1 +
    tau^2) <= 2.

    With tau = 1/(10 + K), 1 - K tau^2 = (100 + 19 K + K^2) / (10 + K)^2 > 0 (fourth), and tau < 1/10 is below the ratio
    allowed for two inputs (fifth).
    """
    yield ((N - 1) ** 2 + (N - second) ** 2) / 2 - 1 - N**2
    yield height**2 - tau**2
    yield (gap - height) ** 2 - tau**2
    yield 1 - K / (10 + K) ** 2 - (100 + 19 * K + K**2) / (10 + K) ** 2
    yield 2 * sin(largest_angle(Integer(2), 16)) > Rational(1, 10)

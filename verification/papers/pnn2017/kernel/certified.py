"""Certificates in balls: of bounds on whole intervals, of the series and its tail, of the slope near the ends."""

from flint import arb, fmpq

from verification.certificates import leaves
from verification.covers import derivative, positive_between, right_angle
from verification.methods import certified
from verification.methods.certified import Agreement, Positive
from verification.papers.pnn2017.kernel import certificates as leaving
from verification.papers.pnn2017.kernel import series_as_data
from verification.papers.pnn2017.kernel.series import (
    arcsine_and_root,
    asserted_coefficient,
    root_alone,
    series_of_the_closed_form,
    tail,
    value,
)

FORMS = ("pnn2017/kernel",)
BITS = 512
STARTS = (2, 3, 5, 10, 30, 100, 300)
REACH = fmpq(1, 8)
THIRD, HALF, SLOW = fmpq(1, 3), fmpq(1, 2), -fmpq(3, 2)


@leaves(series_as_data.coefficients, whole=False)
@certified.check(
    "pnn.psi.taylor",
    "coefficients",
    wrong={"$2n - 1$ for its square": {"power": 1}, "$2n + 1$ for $2n - 1$": {"shift": -1}},
)
def expansion_in_balls(forms, **formula):
    """The closed form's first 120 coefficients as a power series in balls, minus the exact rationals, vanish."""
    for k, ball in enumerate(series_of_the_closed_form(forms)):
        asserted = asserted_coefficient(k // 2, **formula) if k % 2 == 0 else 0
        yield Agreement(f"coefficient of r^{k}", ball - asserted)


@leaves(series_as_data.signs, whole=False)
@certified.check(
    "pnn.psi.taylor",
    "positive",
    wrong={"the root alone": {"of": root_alone}, r"larger than $\frac1{n^2}$": {"above": lambda n: fmpq(1, n * n)}},
)
def signs_in_balls(forms, of=arcsine_and_root, above=lambda n: 0):
    """60 coefficients of the closed form's series in balls, each strictly positive."""
    for n, ball in enumerate(of(forms)):
        yield Positive(f"a_{n}", ball - (above(n) if n else 0))


def rate(constant, power):
    """constant pi^(-3/2) times a power, as a function of the ball to be raised."""
    return lambda base: constant / (arb.pi() * arb.pi().sqrt()) * arb(base) ** arb(power)


@leaves(leaving.tail_bound)
@certified.check(
    "pnn.psi.tail",
    "bound",
    wrong={
        r"0.33 for $\frac13$": {"constant": fmpq(33, 100)},
        "$N$ for $N - 1$": {"shift": 0},
        r"exponent $-2$ for $-\frac32$": {"power": -2},
    },
    bits=BITS,
)
def tail_below_its_bound(forms, rng, constant=THIRD, shift=1, power=SLOW):
    """The bound minus the tail is positive, for seven starts up to 300, at 1 and at random cosines."""
    bound = rate(constant, power)
    for start in STARTS:
        for at in (1.0, *rng.uniform(0.7, 1, 4)):
            rho = arb(float(at))
            excess = rho ** (2 * start) * bound(start - shift) - tail(forms, rho, start)
            yield Positive(f"N = {start}, rho = {at:.6g}", excess / rho ** (2 * start))


@leaves(leaving.sharp)
@certified.check(
    "pnn.psi.tail",
    "sharp",
    wrong={
        r"0.34 for $\frac13$": {"constant": fmpq(34, 100)},
        "$N - 1$ for $N$": {"shift": 1},
        "exponent $-1$": {"power": -1},
    },
    bits=BITS,
)
def tail_above_its_bound(forms, constant=THIRD, shift=0, power=SLOW):
    """The tail at 1 minus the lower bound is positive, for seven starts up to 300."""
    bound = rate(constant, power)
    for start in STARTS:
        yield Positive(f"N = {start}", tail(forms, arb(1), start) - bound(start - shift))


def pairs(rng, instances):
    """Pairs of cosines: random ones, and two that a smaller constant or a larger power fails on."""
    yield arb(1), arb(1) - fmpq(1, 10**6)
    yield arb(1), -arb(1) + fmpq(1, 1000)
    for first, second in rng.uniform(-1, 1, (instances, 2)):
        yield arb(float(first)), arb(float(second))


def named(rho, sigma):
    """A pair of cosines, to six digits."""
    return f"rho = {float(rho):.6g}, sigma = {float(sigma):.6g}"


@leaves(leaving.lipschitz, whole=False)
@certified.check(
    "pnn.psi.lipschitz",
    "constant",
    wrong={"0.99 for 1": {"constant": fmpq(99, 100)}, r"exponent $\frac32$": {"power": fmpq(3, 2)}},
)
def differences_of_the_kernel(forms, rng, instances, constant=1, power=1):
    r"""$|\rho - \sigma| - |\psi(\rho) - \psi(\sigma)|$ is positive for random pairs of cosines, for one pair near an
    end and for one of almost both ends."""
    for rho, sigma in pairs(rng, instances):
        difference = abs(value(forms, "psi", rho) - value(forms, "psi", sigma))
        yield Positive(named(rho, sigma), constant * abs(rho - sigma) ** arb(power) - difference)


@leaves(leaving.slopes, whole=False)
@certified.check(
    "pnn.psi.lipschitz",
    "slope",
    wrong={"1.39 for the root of 2": {"square": fmpq(139, 100) ** 2}, "exponent 1: Lipschitz": {"power": 1}},
)
def differences_of_the_slope(forms, rng, instances, square=2, power=HALF):
    r"""$\sqrt{2 |\rho - \sigma|} - |\psi'(\rho) - \psi'(\sigma)|$ is positive for random pairs of cosines, for one
    pair near an end and for one of almost both ends."""
    for rho, sigma in pairs(rng, instances):
        difference = abs(value(forms, "psi_derivative", rho) - value(forms, "psi_derivative", sigma))
        bound = arb(square).sqrt() * abs(rho - sigma) ** arb(power)
        yield Positive(named(rho, sigma), bound - difference)


@leaves(leaving.gap, whole=False)
@certified.check(
    "pnn.psi.lipschitz",
    "gap",
    wrong={
        r"$\frac4{3 \pi}$ without the root": {"square": 1},
        "0.99 of the remainder": {"most": fmpq(99, 100)},
        "no remainder": {"most": 0},
        "2 for the root of 2": {"square": 4},
    },
    bits=BITS,
)
def remainder_of_the_gap(forms, rng, instances, square=2, most=1):
    r"""What is left of the gap after two terms, over $\epsilon^{5/2}$, lies between 0 and its largest value, that at 2.

    For $\epsilon$ from $10^{-30}$ to almost 2, most of them random.
    """
    largest = most * (3 * arb.pi() - 8) / (6 * arb(2).sqrt() * arb.pi())
    for exponent in (*rng.uniform(-30, 0.3, instances), 0.30102):
        epsilon = arb(10) ** arb(float(exponent))
        gap = 1 - value(forms, "psi", 1 - epsilon)
        leading = 4 * arb(square).sqrt() / (3 * arb.pi()) * epsilon ** arb(fmpq(3, 2))
        rest = (epsilon - leading - gap) / epsilon ** arb(fmpq(5, 2))
        yield Positive(f"above 0 at {float(epsilon):.4g}", rest)
        yield Positive(f"below its largest at {float(epsilon):.4g}", largest - rest)


def over_all_angles(difference, orders):
    """Items: difference(angle, sign of its cosine) > 0 at every angle but 0, pi/2 and pi.

    At 0 and at pi it vanishes to the first of the orders, at pi/2 to the second; of order 0, it is positive there too.
    """
    outer, middle = orders
    yield from positive_between(lambda t: difference(t, 1), arb(0), right_angle(), (outer, middle), REACH)
    yield from positive_between(lambda t: difference(t, -1), right_angle(), arb.pi(), (middle, outer), REACH)


def corner(t, sign):
    """|rho| at the angle t, by the sign of its cosine."""
    return sign * t.cos()


def corner_and_cube(t, sign):
    """|rho| + (1 - rho^2)^(3/2) at the angle t: above psi near its ends, where it touches |rho| to third order."""
    return corner(t, sign) + t.sin() * t.sin() * t.sin()


@leaves(leaving.linear, whole=True)
@certified.check(
    "pnn.psi.bounds",
    "linear",
    wrong={
        r"$1.01 |\rho|$": {"below": lambda t, sign: fmpq(101, 100) * corner(t, sign)},
        r"$\sqrt{|\rho|}$": {"below": lambda t, sign: corner(t, sign).sqrt()},
        "the sine's cube added": {"below": corner_and_cube},
    },
    scope="general",
)
def kernel_above_the_line(forms, below=corner):
    r"""$\psi - |\rho| > 0$ at every angle in $(0, \pi)$, in balls that cover it; the difference vanishes at 0 and at
    $\pi$ to third order."""
    return over_all_angles(lambda t, sign: value(forms, "psi_of_angle", t) - below(t, sign), (3, 0))


@leaves(leaving.tangent, whole=True)
@certified.check(
    "pnn.psi.bounds",
    "tangent",
    wrong={
        r"$\frac{1.01}\pi \rho^2$": {"curvature": fmpq(101, 100)},
        r"0.64 for $\frac2\pi$": {"least": lambda: arb(fmpq(64, 100))},
        r"$\frac1\pi \rho^4$ added": {"fourth": 1},
    },
    scope="general",
)
def kernel_above_the_parabola(forms, curvature=1, least=lambda: 2 / arb.pi(), fourth=0):
    r"""$\psi - \frac2\pi - \frac1\pi \rho^2 > 0$ at every angle in $(0, \pi)$ but $\frac\pi2$, in balls; there the
    difference vanishes to fourth order."""

    def difference(t, sign):
        square = t.cos() * t.cos()
        return value(forms, "psi_of_angle", t) - least() - (curvature * square + fourth * square * square) / arb.pi()

    return over_all_angles(difference, (0, 4))


@leaves(leaving.chord, whole=True)
@certified.check(
    "pnn.psi.bounds",
    "chord",
    wrong={"0.99 of the rise": {"rise": fmpq(99, 100)}, "the fourth power": {"power": 2}},
    scope="general",
)
def kernel_below_the_chord(forms, rise=1, power=1):
    r"""$\frac2\pi + (1 - \frac2\pi) \rho^2 - \psi > 0$ at every angle in $(0, \pi)$ but $\frac\pi2$, in balls; there
    and at both ends the difference vanishes."""

    def difference(t, sign):
        square = t.cos() * t.cos()
        chord = 2 / arb.pi() + rise * (1 - 2 / arb.pi()) * (square if power == 1 else square * square)
        return chord - value(forms, "psi_of_angle", t)

    return over_all_angles(difference, (2, 2))


@leaves(leaving.above_the_corner, whole=True)
@certified.check(
    "pnn.figure-6",
    "above",
    wrong={
        r"$1.01 |\rho|$": {"below": lambda t, sign: fmpq(101, 100) * corner(t, sign)},
        "the sine's cube added": {"below": corner_and_cube},
    },
    scope="general",
)
def curve_above_the_corner(forms, below=corner):
    r"""$\psi - |\rho| > 0$ at every angle in $(0, \pi)$, in balls that cover it; the difference vanishes at 0 and at
    $\pi$."""
    return over_all_angles(lambda t, sign: value(forms, "psi_of_angle", t) - below(t, sign), (3, 0))


@leaves(leaving.below_one)
@certified.check(
    "pnn.figure-6",
    "below-one",
    wrong={
        "below 0.99": {"top": fmpq(99, 100)},
        "rising with the angle": {"turns": lambda sign: -sign},
        "falling all the way": {"turns": lambda sign: 1},
    },
    scope="general",
)
def curve_rising_below_one(forms, top=1, turns=lambda sign: sign):
    r"""$1 - \psi > 0$ at every angle in $(0, \pi)$, and $\psi$ falls with the angle up to $\frac\pi2$ and rises beyond,
    all in balls that cover them."""

    def gap(t, sign):
        return top - value(forms, "psi_of_angle", t)

    def slope(t, sign):
        return turns(sign) * derivative(lambda at: gap(at, sign))(t)

    yield from over_all_angles(gap, (2, 0))
    yield from over_all_angles(slope, (1, 1))

"""Certificates in ball arithmetic: the planar risk without the kernel, bad minima, the spectrum of equal spacing."""

from fractions import Fraction

from flint import arb, fmpq

from verification.balls import ARB
from verification.methods import certified
from verification.methods.certified import Agreement, Positive
from verification.papers.pnn2017.matched import circle, counterexamples

FORMS = ("pnn2017/kernel", "pnn2017/matched")
LINES = [Fraction(n, 60) for n in (0, 11, 23, 38, 54)]  # angles over pi
NETWORK = [(0, 2), (0, -1), (1, 3), (2, Fraction(1, 2)), (2, -2), (3, -1), (4, 1)]  # line, coefficient
TARGET = [(0, -1), (1, 1), (1, 1), (2, Fraction(5, 2)), (3, 1), (3, -2), (4, -1)]


def ball(value):
    """A rational number as a ball."""
    exact = Fraction(value)
    return arb(fmpq(exact.numerator, exact.denominator))


def planar_formula(psi, share, linear, masses):
    """The statement's risk of NETWORK against TARGET."""
    signed, absolute = [Fraction(0)] * len(LINES), [Fraction(0)] * len(LINES)
    for net, side in ((NETWORK, 1), (TARGET, -1)):
        for line, c in net:
            signed[line] += side * Fraction(c)
            absolute[line] += side * masses(Fraction(c))
    total = arb(0)
    for i, a in enumerate(LINES):
        for j, b in enumerate(LINES):
            cosine = circle.turned(a - b)
            even = psi(cosine, arithmetic=ARB) if i != j else arb(1)
            total += ball(signed[i] * signed[j]) * linear(cosine) + ball(absolute[i] * absolute[j]) * even
    return total * ball(share)


@certified.check(
    "pnn.theorem-6",
    "value",
    wrong={
        "a half for a quarter": {"share": Fraction(1, 2)},
        "acute angles in the linear part": {"linear": abs},
        "sums of w in the kernel part": {"masses": lambda c: c},
    },
)
def integral_over_the_circle(forms, share=Fraction(1, 4), linear=lambda cosine: cosine, masses=abs):
    """Five lines in the plane: the risk as an integral over arcs, in balls and without the kernel, minus the formula."""
    neurons = [
        ((LINES[line] + (1 if c < 0 else 0)) % 2, side * ball(abs(Fraction(c))))
        for net, side in ((NETWORK, 1), (TARGET, -1))
        for line, c in net
    ]
    difference = circle.risk(neurons) - planar_formula(forms["psi"], share, linear, masses)
    return [Agreement("integral minus formula", difference)]


@certified.check(
    "pnn.theorem-7",
    "dependent-lines",
    wrong={
        "an independent third line": {"third": (0, *counterexamples.FIFTHS)},
        "little positive mass in the target": {"fourth_target": (fmpq(1, 10), 2)},
        "half the value": {"share": Fraction(1, 2)},
    },
)
def three_mixed_lines_in_a_plane(forms, third=(*counterexamples.FIFTHS, 0), fourth_target=(1, 1), share=Fraction(1)):
    """Solve for the weights in balls: existence, uniqueness and signs; zero slopes; and a positive risk.

    All neurons are off zero and the risk is a convex quadratic in the orthant's interior, so the vanishing slopes,
    for which the weights were solved, make the point a local minimum.
    """
    net = counterexamples.three_mixed_lines(forms["psi"], third, fourth_target)
    odd, even = net.forces()
    yield from (Positive(f"weights on line {r + 1}", q) for r, q in enumerate(net.q))
    yield from (
        Positive(f"lines {i + 1} and {j + 1} differ", 1 - abs(net.gram[i, j])) for i in range(4) for j in range(i)
    )
    for r in range(4):
        yield Agreement(f"slope of the positive neurons on line {r + 1}", odd[r] + even[r])
    for r in range(3):
        yield Agreement(f"slope of the negative neuron on line {r + 1}", odd[r] - even[r])
    kappa = counterexamples.schur_complement(net.kernel)
    yield Positive("risk", net.risk())
    yield Agreement("risk minus kappa/(1 + kappa)", net.risk() - ball(share) * kappa / (1 + kappa))


@certified.check(
    "pnn.theorem-7",
    "zero-weights",
    wrong={
        "the arc-cosine term twice": {"twice": 2},
        "a third line with little positive mass": {"third_target": (fmpq(1, 100), 4)},
    },
)
def zero_neurons_on_two_lines(forms, third_target=(1, 1), twice=1):
    """Solve for three masses in balls: positive, with zero slopes; the zero neurons' slopes; and a positive risk.

    A zero neuron of line 1 or 2 has slope zero to the side of its active partner and a positive one to the other
    side: with the partners' zero slopes, that is the exact first-order test.
    """
    net = counterexamples.zero_weights(forms["psi"], third_target)
    odd, even = net.forces()
    j = {degrees: counterexamples.arc_cosine(degrees) for degrees in (30, 60, 150)}
    x = j[30] / (arb.pi() + j[60] - 2 * j[150] ** 2 / arb.pi())
    yield from (Positive(f"mass on line {r + 1}", q) for r, q in enumerate(net.q))
    yield from (Agreement(f"slope of the active neurons on line {r + 1}", odd[r] + even[r]) for r in range(3))
    yield from (Positive(f"slope at zero to the other side of line {r + 1}", even[r] - odd[r]) for r in range(2))
    yield Positive("risk", net.risk())
    yield Agreement("mass on line 1 minus 1 + x", net.q[0] - 1 - x)
    yield Agreement("mass on line 3 minus y", net.q[2] - 1 + 2 * j[150] * x / arb.pi())
    yield Agreement("risk minus its closed form", net.risk() - arb(1) / 2 + twice * x * j[30] / arb.pi())


def row_sums(psi, count):
    """All eigenvalues of psi on `count` equally spaced lines, as cosine sums of the circulant's row."""
    row = [psi(circle.turned(Fraction(m, count)), arithmetic=ARB) if m else arb(1) for m in range(count)]
    waves = [circle.turned(Fraction(2 * m, count)) for m in range(count)]
    return [sum((row[m] * waves[j * m % count] for m in range(count)), arb(0)) for j in range(count)]


@certified.check(
    "pnn.example-1",
    "eigenvalues",
    wrong={"an index off by one": {"off": 1}, "half the eigenvalues": {"factor": 2}},
)
def cosine_sums_of_the_row(forms, off=0, factor=1):
    """Up to 24 lines, every index: the closed form minus the finite sum of the matrix's first row, in balls."""
    for count in range(1, 25):
        for j, value in enumerate(row_sums(forms["psi"], count)):
            closed = forms["equally_spaced_eigenvalue"](arb(count), arb(j + off), arithmetic=ARB)
            yield Agreement(f"{count} lines, index {j}", value - factor * closed)


@certified.check("pnn.example-1", "positive", wrong={"eigenvalues above 1/10": {"floor": Fraction(1, 10)}})
def eigenvalues_in_balls(forms, floor=Fraction(0)):
    """Up to 24 lines: every eigenvalue, summed from the matrix's first row, is positive."""
    for count in range(1, 25):
        for j, value in enumerate(row_sums(forms["psi"], count)):
            yield Positive(f"{count} lines, index {j}", value - ball(floor))


def least(forms, count):
    """The least eigenvalue on `count` equally spaced lines."""
    if count == 1:
        return arb(1)
    return forms["least_odd" if count % 2 else "least_even"](arb(count), arithmetic=ARB)


@certified.check(
    "pnn.example-1", "series", wrong={"4R for 8R": {"factor": 4}, "a square for a fourth power": {"power": 1}}
)
def partial_sums(forms, factor=8, power=2, most=40):
    """Up to 12 lines: the closed form exceeds the partial sum, by less than the integral bound on what is left out.

    What is left out is at most 2 (8R/pi^2)/(27 R (R (most - 1))^3), as 4 n^2 - 1 >= 3 n^2.
    """
    for count in range(1, 13):
        rest = 16 / (27 * arb.pi() ** 2 * (arb(count) * (most - 1)) ** 3)
        for j in range(count):
            places = (j + m * count for m in range(-most, most + 1))
            terms = sum((arb(fmpq(1, (4 * n * n - 1) ** power)) for n in places), arb(0))
            closed = forms["equally_spaced_eigenvalue"](arb(count), arb(j), arithmetic=ARB)
            beyond = closed - factor * count * terms / arb.pi() ** 2
            yield Positive(f"{count} lines, index {j}, from below", beyond)
            yield Positive(f"{count} lines, index {j}, from above", rest - beyond)


@certified.check(
    "pnn.example-1", "least", wrong={"the least at R/3": {"part": 3}, "the least at index 1": {"part": 10**6}}
)
def order_of_the_eigenvalues(forms, part=2):
    """Up to 60 lines: each other eigenvalue exceeds that at R/2, rounded down; its mirror image equals it."""
    for count in range(2, 61):
        middle = max(count // part, 1)
        values = [forms["equally_spaced_eigenvalue"](arb(count), arb(j), arithmetic=ARB) for j in range(count)]
        for j in range(count):
            if j not in (middle, count - middle):
                yield Positive(f"{count} lines, index {j}", values[j] - values[middle])


@certified.check(
    "pnn.example-1",
    "bound",
    wrong={"pi^2/5 for pi^2/6": {"divisor": 5}, "the square for the cube": {"power": 2}},
)
def above_the_asymptote(forms, divisor=6, power=3):
    """From 2 to 2,000 lines: the least eigenvalue minus pi^2/(6 R^3)."""
    for count in range(2, 2001):
        yield Positive(f"{count} lines", least(forms, count) - arb.pi() ** 2 / (divisor * arb(count) ** power))


@certified.check(
    "pnn.figure-7",
    "decreasing",
    wrong={"faster by a half at each step": {"ratio": Fraction(1, 2)}, "increasing": {"sign": -1}},
)
def decrease_from_line_to_line(forms, ratio=Fraction(1), sign=1):
    """From 1 to 2,000 lines: each least eigenvalue minus the next."""
    values = [least(forms, count) for count in range(1, 2001)]
    for count, (here, following) in enumerate(zip(values, values[1:], strict=False), start=1):
        yield Positive(f"{count} lines and one more", sign * (ball(ratio) * here - following))


@certified.check("pnn.figure-7", "one-inequality", wrong={"from five lines on": {"count": 5}}, scope="finite")
def room_between_even_and_odd(forms, count=7):
    """6/pi minus g(x)/x at x = pi/14, and the first five strict decreases."""
    x = arb.pi() / (2 * count)
    excess = least(forms, count) * 3 * arb.pi() / (4 * x**3) - 1
    yield Positive("6/pi - g(x)/x", 6 / arb.pi() - excess / x)
    yield from (Positive(f"{r} lines and one more", least(forms, r) - least(forms, r + 1)) for r in range(1, 6))


@certified.check(
    "pnn.example-1",
    "decay",
    wrong={"pi^2/5 for pi^2/6": {"leading": 5}, "the next terms swapped": {"swap": True}},
)
def remainder_at_many_lines(forms, leading=6, swap=False):
    """At 10^3 to 10^6 lines: R^3 times the least eigenvalue minus two terms is below 150/R^4 in size."""
    for count in (1000, 1001, 10**5, 10**5 + 1, 10**6, 10**6 + 1):
        divisor = 5 if (count % 2 == 1) is not swap else 30
        terms = arb.pi() ** 2 / leading + arb.pi() ** 4 / (divisor * arb(count) ** 2)
        rest = least(forms, count) * arb(count) ** 3 - terms
        yield Positive(f"{count} lines", 150 / arb(count) ** 4 - abs(rest))

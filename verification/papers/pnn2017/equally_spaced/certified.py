"""Certificates in ball arithmetic for the spectrum of equally spaced lines."""

from fractions import Fraction
from itertools import pairwise

from flint import arb, fmpq

from verification.balls import ARB
from verification.certificates import leaves
from verification.methods import certified
from verification.methods.certified import Agreement, Positive
from verification.papers.pnn2017.equally_spaced import certificates as leaving
from verification.papers.pnn2017.matched import circle

FORMS = ("pnn2017/kernel", "pnn2017/equally_spaced")


def row_sums(psi, count):
    """All eigenvalues of psi on `count` equally spaced lines, as cosine sums of the circulant's row."""
    row = [psi(circle.turned(Fraction(m, count)), arithmetic=ARB) if m else arb(1) for m in range(count)]
    waves = [circle.turned(Fraction(2 * m, count)) for m in range(count)]
    return [sum((row[m] * waves[j * m % count] for m in range(count)), arb(0)) for j in range(count)]


@leaves(leaving.rows, whole=False)
@certified.check(
    "pnn.example-1",
    "eigenvalues",
    wrong={"an index off by one": {"off": 1}, "half the eigenvalues": {"factor": 2}},
)
def cosine_sums_of_the_row(forms, off=0, factor=1):
    """Up to 24 lines, every index: the closed form is the finite sum of the matrix's first row times cosines, in
    balls."""
    for count in range(1, 25):
        for j, value in enumerate(row_sums(forms["psi"], count)):
            closed = forms["equally_spaced_eigenvalue"](arb(count), arb(j + off), arithmetic=ARB)
            yield Agreement(f"{count} lines, index {j}", value - factor * closed)


@leaves(leaving.positive, whole=False)
@certified.check("pnn.example-1", "positive", wrong={r"eigenvalues above $\frac1{10}$": {"floor": Fraction(1, 10)}})
def eigenvalues_in_balls(forms, floor=Fraction(0)):
    """Up to 24 lines: every eigenvalue, summed from the matrix's first row, is positive."""
    for count in range(1, 25):
        for j, value in enumerate(row_sums(forms["psi"], count)):
            yield Positive(f"{count} lines, index {j}", value - circle.ball(floor))


def least(forms, count):
    """The least eigenvalue on `count` equally spaced lines."""
    if count == 1:
        return arb(1)
    return forms["least_odd" if count % 2 else "least_even"](arb(count), arithmetic=ARB)


@leaves(leaving.series, whole=False)
@certified.check(
    "ours.equally-spaced-lines",
    "series",
    wrong={"$4 R$ for $8 R$": {"factor": 4}, "a square for a fourth power": {"power": 1}},
)
def partial_sums(forms, factor=8, power=2, most=40):
    r"""Up to 12 lines: the closed form exceeds the partial sum to $|m| \le 40$, by less than the integral bound on what
    is left out.

    That bound is $\frac{8R}{\pi^2} \frac{2}{27 R (39 R)^3}$, as $4 n^2 - 1 \ge 3 n^2$.
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


@leaves(leaving.order, whole=False)
@certified.check(
    "ours.equally-spaced-lines",
    "least",
    wrong={
        r"the least at $\frac R3$": {"part": 3},
        "the least at index 1": {"part": 10**6},
        "the largest at index 1": {"top": 1},
    },
)
def order_of_the_eigenvalues(forms, part=2, top=0):
    r"""Up to 60 lines: each other eigenvalue exceeds that at $\frac R2$, rounded down, and is below that at 0.

    The mirror image of an index has the same eigenvalue, so that it is left out.
    """
    for count in range(2, 61):
        middle = max(count // part, 1)
        values = [forms["equally_spaced_eigenvalue"](arb(count), arb(j), arithmetic=ARB) for j in range(count)]
        for j in range(count):
            if j not in (middle, count - middle):
                yield Positive(f"{count} lines, index {j}, not least", values[j] - values[middle])
            if j != top:
                yield Positive(f"{count} lines, index {j}, not largest", values[top] - values[j])


@leaves(leaving.bound)
@certified.check(
    "ours.equally-spaced-lines",
    "bound",
    wrong={r"$\frac{\pi^2}5$ for $\frac{\pi^2}6$": {"divisor": 5}, "the square for the cube": {"power": 2}},
)
def above_the_asymptote(forms, divisor=6, power=3):
    r"""From 2 to 2,000 lines: the least eigenvalue minus $\frac{\pi^2}{6 R^3}$ is positive."""
    for count in range(2, 2001):
        yield Positive(f"{count} lines", least(forms, count) - arb.pi() ** 2 / (divisor * arb(count) ** power))


@leaves(leaving.decreasing)
@certified.check(
    "pnn.figure-7",
    "decreasing",
    wrong={"faster by a half at each step": {"ratio": Fraction(1, 2)}, "increasing": {"sign": -1}},
)
def decrease_from_line_to_line(forms, ratio=Fraction(1), sign=1):
    """From 1 to 2,000 lines: each least eigenvalue is larger than the next."""
    values = [least(forms, count) for count in range(1, 2001)]
    for count, (here, following) in enumerate(pairwise(values), start=1):
        yield Positive(f"{count} lines and one more", sign * (circle.ball(ratio) * here - following))


@leaves(leaving.few_lines)
@certified.check(
    "pnn.figure-7",
    "one-inequality",
    wrong={"from five lines on": {"count": 5}, "faster by a half at each step": {"ratio": Fraction(1, 2)}},
    scope="finite",
)
def room_between_even_and_odd(forms, count=7, ratio=Fraction(1)):
    r"""$\frac6\pi - \frac{g(x)}{x}$ is positive at $x = \frac\pi{14}$, and so are the first five decreases from line
    to line."""
    x = arb.pi() / (2 * count)
    excess = least(forms, count) * 3 * arb.pi() / (4 * x**3) - 1
    yield Positive("6/pi - g(x)/x", 6 / arb.pi() - excess / x)
    for r in range(1, 6):
        yield Positive(f"{r} lines and one more", circle.ball(ratio) * least(forms, r) - least(forms, r + 1))


@leaves(leaving.decay, whole=False)
@certified.check(
    "ours.equally-spaced-lines",
    "decay",
    wrong={r"$\frac{\pi^2}5$ for $\frac{\pi^2}6$": {"leading": 5}, "the next terms swapped": {"swap": True}},
)
def remainder_at_many_lines(forms, leading=6, swap=False):
    r"""At about $10^3$, $10^5$ and $10^6$ lines, even and odd: $R^3$ times the least eigenvalue minus two terms is
    below $\frac{150}{R^4}$ in size."""
    for count in (1000, 1001, 10**5, 10**5 + 1, 10**6, 10**6 + 1):
        divisor = 5 if (count % 2 == 1) is not swap else 30
        terms = arb.pi() ** 2 / leading + arb.pi() ** 4 / (divisor * arb(count) ** 2)
        rest = least(forms, count) * arb(count) ** 3 - terms
        yield Positive(f"{count} lines", 150 / arb(count) ** 4 - abs(rest))

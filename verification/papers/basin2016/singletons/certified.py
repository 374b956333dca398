"""Theorem 2 with a constant coordinate, in balls: starts of which no neuron bends among the samples."""

from fractions import Fraction

from flint import arb, fmpq

from verification.certificates import leaves
from verification.methods import certified
from verification.methods.certified import Agreement, Positive
from verification.papers.basin2016.mathematics.coverage import theorem_4_ball
from verification.papers.basin2016.singletons import certificates as leaving

TARGETS = (1, -1, 1)
NETWORK = ((0, 1, 1), (1, -3, -2), (1, -4, 4))  # weight, bias, output weight


def chance_of_a_change(first, last):
    """That w x + b has different signs at two places: the direction of (w, b) is uniform in the plane."""
    return ((1 / arb(first)).atan() - (1 / arb(last)).atan()) / arb.pi()


def least_error_of_a_line(targets):
    """The least mean square error of a line at three places in a row: the square of the second difference over 18."""
    first, middle, last = targets
    return Fraction((first - 2 * middle + last) ** 2, 18)


@leaves(leaving.three_in_a_row)
@certified.check(
    "basin.constant-coordinate",
    "three-in-a-row",
    wrong={
        "samples near zero": {"places": (1, 2, 1000)},
        "two neurons": {"width": 2},
        "targets on a line": {"targets": (1, 0, -1)},
    },
)
def starts_that_no_neuron_bends(places=(3, 4, 5), targets=TARGETS, width=20):
    r"""0.56 less the chance that some neuron changes its sign among the samples, which that of an optimum does not
    exceed; the printed bounds for one input and for two, less 0.98; the errors of three neurons; the least error of a
    line, less $\frac89$; and the angle of the first and the last sample.
    """
    change = chance_of_a_change(places[0], places[-1])
    yield Positive("0.56 less the chance", arb(fmpq(56, 100)) - (1 - (1 - change) ** width))
    for inputs in (1, 2):
        yield Positive(f"bound for {inputs} less 0.98", 1 - 2 * inputs * arb(fmpq(3, 4)) ** width - arb(fmpq(98, 100)))
    for place, target in zip((3, 4, 5), targets, strict=True):
        yield Agreement(f"error at {place}", arb(sum(v * max(w * place + b, 0) for w, b, v in NETWORK) - target))
    least = least_error_of_a_line(targets)
    yield Agreement("least error of a line", arb(fmpq(least.numerator, least.denominator) - fmpq(8, 9)))
    yield Agreement("angle", change - (arb(1) / 8).atan() / arb.pi())


@leaves(leaving.samples_with_a_constant)
@certified.check(
    "basin.constant-coordinate",
    "extended-samples",
    wrong={r"$\frac23$ for $\frac34$": {"missed": fmpq(2, 3)}, "half of the samples": {"share": fmpq(1, 2)}},
)
def independent_samples_with_a_constant(missed=fmpq(3, 4), share=fmpq(1)):  # noqa: B008
    r"""Two and three independent samples that end with 1: the exact chance less $1 - m \left( \frac34 \right)^n$, for
    widths $n$ of 2, 5, 12 and 40.
    """
    for rows, targets in (([[3, 1], [-5, 1]], [1, -1]), ([[1, 0, 1], [0, 2, 1], [3, 4, 1]], [1, 2, 1])):
        for width in (2, 5, 12, 40):
            bound = 1 - share * len(rows) * missed**width
            yield Positive(f"{len(rows)} samples, {width} neurons", theorem_4_ball(rows, targets, width) - arb(bound))

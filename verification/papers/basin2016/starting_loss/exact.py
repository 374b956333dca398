"""Probabilities of starts by enumeration of signs, each of the same probability."""

from fractions import Fraction
from itertools import product

from verification.certificates import leaves
from verification.methods import exact
from verification.papers.basin2016.starting_loss import certificates as leaving

ODDS = (Fraction(3, 2), Fraction(2), Fraction(5))  # exp(2 rho h) for an output h of the hidden unit: any number above 1
DIFFERENCE = (1, 2, 4, 8)  # of the output weights of two classes: no sum of some of them vanishes


@leaves(leaving.one_unit)
@exact.check(
    "basin.proposition-1",
    "one-unit",
    wrong={
        "the printed bound": {"stated": lambda k: Fraction(1, 4)},
        "no ties": {"atoms": (0, 1, 3)},
        "no unit that is off": {"hidden": (1,)},
    },
    scope="instances",
)
def output_signs(stated=lambda k: (1 - Fraction(2) ** (1 - k)) / 4, atoms=(0, 1), hidden=(0, 1)):
    r"""All states of the unit and output weights of two to five classes: how often $\sum_j e^{p_j - p_1} > k$, less
    what is claimed; and that this is less than $\frac14$.

    The loss of a sample of the first class is the logarithm of the sum, and is compared with $\log k$. The two output
    weights stand for the factors 1 and $e^{2 \rho h}$, $h$ the unit's output, up to a common one; three numbers are put
    for the latter.
    """
    for classes, odds in product((2, 3, 4, 5), ODDS):
        cases = list(product(hidden, product(atoms, repeat=classes)))
        above = sum(sum(odds ** (on * (a - weights[0])) for a in weights) > classes for on, weights in cases)
        yield [Fraction(above, len(cases)) - stated(classes), Fraction(above, len(cases)) < Fraction(1, 4)]


def last_outputs(widths, bias=0):
    """Outputs of the last hidden layer of all networks with weights +-1 on the sample 1, biases of a given size."""
    layers = [(1,)]
    for width in widths:
        inputs = {len(h) for h in layers}.pop() + (bias > 0)
        rows = list(product((1, -1), repeat=inputs))
        layers = [
            tuple(
                max(sum(w * h for w, h in zip(row, [*before, *[bias] * (bias > 0)], strict=True)), 0) for row in chosen
            )
            for before in layers
            for chosen in product(rows, repeat=width)
        ]
    return layers


@leaves(leaving.bias_free)
@exact.check(
    "basin.proposition-2",
    "bias-free",
    wrong={"with biases": {"bias": 2}, "one hidden layer": {"widths": (4,)}, "three units": {"widths": (1, 3)}},
)
def hidden_and_output_signs(widths=(1, 4), bias=0):
    r"""All signs of hidden weights on one sample, each with output weights $v$ and $-v$: how often $P \ne 0$, less
    $\frac{15}{32}$, how often the loss exceeds $L(0)$, less $\frac{15}{64}$, and that this is less than the bound.

    Cross-entropy does where the other class has the larger output; the squared loss, target 100, where the output is
    negative. Either holds for one of $v$ and $-v$ wherever the hidden output is not zero.
    """
    hidden = last_outputs(widths, bias)
    alive = Fraction(sum(any(h) for h in hidden), len(hidden))
    gaps = [s * sum(d * x for d, x in zip(DIFFERENCE, h, strict=False)) for h in hidden for s in (1, -1)]
    above = Fraction(sum(gap > 0 for gap in gaps), len(gaps))
    squared = Fraction(sum((gap - 100) ** 2 > 100**2 for gap in gaps), len(gaps))
    yield [alive - Fraction(15, 32), above - Fraction(15, 64), squared - Fraction(15, 64)]
    yield above < (1 - Fraction(1, 2 ** widths[-1])) / 2

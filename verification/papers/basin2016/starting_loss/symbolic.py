"""Curvatures of losses along rays of predictions."""

import sympy
from sympy import Rational, exp, log, symbols

from verification.certificates import leaves
from verification.methods import symbolic
from verification.papers.basin2016.starting_loss import certificates as leaving

c, y = symbols("c y", real=True)


@symbolic.check(
    "basin.proposition-1",
    "squared-curvature",
    wrong={"without the factor 2": {"factor": 1}, "the prediction, not squared": {"power": 1}},
)
def second_derivative_of_a_square(factor=2, power=2):
    r"""$\frac{d^2}{d c^2} (c p - y)^2 - 2 p^2$ for one entry $p$ of the predictions; the loss is the sum over all
    entries, divided by the number of samples.
    """
    p = symbols("p", real=True)
    return sympy.diff((c * p - y) ** 2, c, 2) - factor * p**power


@leaves(leaving.one_class, whole=False)
@symbolic.check(
    "basin.proposition-1",
    "one-class",
    wrong={"two classes": {"others": (Rational(1),)}, "two equal outputs": {"others": (symbols("q", real=True),)}},
)
def softmax_of_one_class(others=()):
    r"""The loss of a sample, $\log e^p - p$, for one output $p$."""
    p = symbols("p", real=True)
    return sympy.expand_log(log(sum((exp(q) for q in others), exp(p))), force=True) - p


@symbolic.check(
    "basin.proposition-1",
    "cross-entropy-curvature",
    wrong={"half the sum": {"share": Rational(1, 2)}, "differences not squared": {"power": 1}},
    scope="instances",
)
def second_derivative_of_cross_entropy(share=1, power=2):
    """Two, three and four classes with free outputs, multiplied by the squared sum of exponentials; last, the second
    derivative of the loss of four classes itself."""
    for classes in (2, 3, 4):
        outputs = symbols(f"p0:{classes}", real=True)
        total = sum(exp(c * p) for p in outputs)
        pairs = [(p, q) for i, p in enumerate(outputs) for q in outputs[:i]]
        stated = share * sum(exp(c * (p + q)) * (p - q) ** power for p, q in pairs)
        found = sympy.diff(total, c, 2) * total - sympy.diff(total, c) ** 2
        yield sympy.powsimp(sympy.expand(found - stated))
    loss = log(total) - c * outputs[0]
    yield sympy.diff(loss, c, 2) - stated / total**2

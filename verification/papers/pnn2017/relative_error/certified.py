"""Certificate: the heavy neuron against Proposition 1."""

from fractions import Fraction

import numpy as np
from flint import arb, fmpq

from verification.balls import largest
from verification.certificates import leaves
from verification.methods import certified
from verification.methods.certified import Positive
from verification.papers.pnn2017.mismatched.counterexamples import ball, kernel
from verification.papers.pnn2017.relative_error import certificates as leaving

FORMS = ("pnn2017/kernel",)
INPUTS = 1000
LINES = 2000
TARGETS = 200
LIGHT = Fraction(1, 40000)


def draw_integers(rng, count, inputs):
    """Normal vectors rounded to multiples of 1/64, as integers: their cosines are square roots of rationals."""
    return np.rint(64 * rng.standard_normal((count, inputs))).astype(np.int64)


def largest_cosine(lines, vector):
    """The ball of max |u.w| over the rows u of an integer matrix, from exact integers."""
    products, squares = lines @ vector, (lines * lines).sum(axis=1)
    own = int(vector @ vector)
    return largest(arb(fmpq(int(p) ** 2, int(n) * own)).sqrt() for p, n in zip(products, squares, strict=True))


@leaves(leaving.heavy_neuron)
@certified.check(
    "pnn.proposition-1",
    "heavy-neuron",
    wrong={
        "twice the printed bound": {"factor": 2},
        "light neurons a hundred times heavier": {"light": 100 * LIGHT},
        "light neurons a thousand times heavier": {"light": 1000 * LIGHT},
        "a tenth of the inputs": {"inputs": INPUTS // 10},
    },
)
def one_neuron_outweighs_the_others(rng, forms, factor=1, light=LIGHT, inputs=INPUTS):
    r"""Draw 2,000 lines and the heavy neuron's direction for 1,000 inputs; the risk of every network from below.

    Against the heavy neuron alone $4 L \ge 2 - \frac\pi2 (\epsilon + \psi(\epsilon))^2$, which another part states,
    $\epsilon$ the largest $|u_r^\top w|$; the light ones change the root of the risk, and that of $E {h^*}^2$, by at
    most their number times their weight over $\sqrt2$. A draw will not do where $\epsilon$ exceeds 0.215, for which the
    chance is $2 \cdot 10^{-8}$.
    """
    vectors = draw_integers(rng, LINES + 1, inputs)
    psi, epsilon = kernel(forms), largest_cosine(vectors[:-1], vectors[-1])
    alone = 1 - (epsilon + psi(epsilon)) ** 2 * arb.pi() / 4
    others = ball(light * (TARGETS - 1))
    ratio = ((arb.max(alone, arb(0)).sqrt() - others) / (1 + others)) ** 2
    printed = (1 - 2 / arb.pi()) * (1 + ball(Fraction(TARGETS, LINES)))
    yield Positive("root of the risk", arb.max(alone, arb(0)).sqrt() - others)
    yield Positive("L / E h*^2 less the printed bound", ratio - factor * printed)

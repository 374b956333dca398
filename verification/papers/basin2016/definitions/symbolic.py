"""Proofs in signs of symbols: the closure of a cell, and that cells are cones."""

from itertools import product

from sympy import Integer, symbols

from verification.methods import symbolic

inside, weak, size, other, epsilon = symbols("p q s r epsilon", positive=True)


@symbolic.check(
    "basin.definition-2",
    "segment",
    wrong={
        "towards the opposite": {"towards": -1},
        "no step": {"step": Integer(0)},
        "a step that stays": {"step": 1 + epsilon},
    },
)
def points_of_a_segment(towards=1, step=epsilon):
    r"""$a ((1 - \epsilon) w + \epsilon w') \cdot x$ is positive for $a \, w' \cdot x = p > 0$ and
    $a \, w \cdot x = q > 0$ or 0; $1 - \epsilon$ is a positive symbol of its own, and 1 at $\epsilon = 0$, where the
    product is $a \, w \cdot x$.
    """
    for sum_at_w in (weak, Integer(0)):
        value = other * sum_at_w + step * towards * inside
        yield {"inside": value > 0, "at epsilon = 0": value.subs({epsilon: 0, other: 1}) - sum_at_w}


@symbolic.check(
    "basin.definition-2",
    "cones",
    wrong={"negative multiples": {"multiple": -size}, "the multiple zero": {"multiple": Integer(0)}},
)
def multiples_of_a_point(multiple=size):
    r"""$a \, s w \cdot x = s p$ and $b \, s v = s q$ are positive for $s, p, q > 0$, for either sign $a$ and $b$."""
    for a, b in product((1, -1), repeat=2):
        yield (a * multiple * (a * inside)) > 0
        yield (b * multiple * (b * weak)) > 0

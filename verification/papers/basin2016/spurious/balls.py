"""The risk against an orthonormal teacher and its derivatives in balls, from the proved closed forms of a pair.

F(W) = (1/2) sum_ij f(w_i, w_j) - sum_ij f(w_i, v_j) + (1/2) sum_ij f(v_i, v_j), where v_j = size e_j and a neuron's
pair with itself is |w|^2/2. Weights are lists of rows of balls, or of power series in balls.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from flint import arb, arb_mat

from verification.balls import ARB
from verification.closed_forms import ClosedForm

Vector = list
Rows = list[Vector]


def dot(first: Sequence, second: Sequence):
    """The inner product of two vectors."""
    return sum((a * b for a, b in zip(first, second, strict=True)), arb(0))


def norm(vector: Sequence):
    """The length of a vector."""
    return dot(vector, vector).sqrt()


class Pair:
    """Two vectors that are not parallel: norms, angle, unit vectors, and those across each towards the other."""

    def __init__(self, w: Vector, v: Vector):
        self.v, self.p, self.q = v, norm(w), norm(v)
        self.unit, self.other = [a / self.p for a in w], [b / self.q for b in v]
        cosine = dot(self.unit, self.other)
        sine = (1 - cosine * cosine).sqrt()
        self.theta = cosine.acos()
        self.across = [(b - cosine * a) / sine for a, b in zip(self.unit, self.other, strict=True)]
        self.back = [(a - cosine * b) / sine for a, b in zip(self.unit, self.other, strict=True)]

    def at(self, form: ClosedForm):
        """A closed form at the norms and the angle."""
        return form(*(getattr(self, name) for name in form.parameters), arithmetic=ARB)


def outer(first: Sequence, second: Sequence) -> list[list]:
    """The matrix of products of two vectors' entries."""
    return [[a * b for b in second] for a in first]


@dataclass(frozen=True)
class Risk:
    """F and its derivatives. bend: factor of the term across in a neuron's own Hessian; 1 is the truth."""

    forms: Mapping[str, ClosedForm]
    inputs: int
    size: arb | int = 1
    bend: int = 1

    def teacher(self) -> Rows:
        """The teacher's weights."""
        return [[arb(self.size) if i == j else arb(0) for j in range(self.inputs)] for i in range(self.inputs)]

    def pairs(self, weights: Rows, i: int) -> Iterator[tuple[int, int | None, Pair]]:
        """Neuron i with every other neuron, sign 1 and its number, and with the teacher's, sign -1 and None."""
        yield from ((1, j, Pair(weights[i], other)) for j, other in enumerate(weights) if j != i)
        yield from ((-1, None, Pair(weights[i], other)) for other in self.teacher())

    def value(self, weights: Rows):
        """F."""
        total = sum((dot(row, row) / 4 for row in (*weights, *self.teacher())), arb(0))
        for i in range(len(weights)):
            for sign, other, pair in self.pairs(weights, i):
                total += sign * pair.at(self.forms["pair"]) / (2 if other is not None else 1)
        right_angles = self.inputs * (self.inputs - 1)
        return total + right_angles * Pair(*self.teacher()[:2]).at(self.forms["pair"]) / 2

    def gradient(self, weights: Rows) -> list:
        """The derivatives of F in all weights, row by row."""
        found = []
        for i, row in enumerate(weights):
            slope = [a / 2 for a in row]
            for sign, _, pair in self.pairs(weights, i):
                own, other = sign * pair.at(self.forms["own_slope"]), sign * pair.at(self.forms["other_slope"])
                slope = [s + own * a + other * b for s, a, b in zip(slope, pair.unit, pair.v, strict=True)]
            found += slope
        return found

    def hessian(self, weights: Rows) -> arb_mat:
        """The second derivatives of F in all weights, row by row."""
        neurons, inputs = len(weights), self.inputs
        found = [[arb(0)] * (neurons * inputs) for _ in range(neurons * inputs)]
        for i in range(neurons):
            blocks = {i: _identity(inputs, arb(1) / 2)}
            for sign, other, pair in self.pairs(weights, i):
                blocks[i] = _sum(blocks[i], self._own(pair), sign)
                if other is not None:
                    blocks[other] = self._mixed(pair)
            for j, block in blocks.items():
                for a in range(inputs):
                    found[i * inputs + a][j * inputs : (j + 1) * inputs] = block[a]
        return arb_mat(found)

    def _own(self, pair: Pair) -> list[list]:
        shape = _sum(_identity(self.inputs, arb(1)), outer(pair.unit, pair.unit), -1)
        shape = _sum(shape, outer(pair.across, pair.across), self.bend)
        scale = pair.at(self.forms["curvature"])
        return [[scale * x for x in row] for row in shape]

    def _mixed(self, pair: Pair) -> list[list]:
        turned = _sum(outer(pair.unit, pair.across), outer(pair.other, pair.back), 1)
        scaled = [[x / (2 * arb.pi()) for x in row] for row in turned]
        return _sum(_identity(self.inputs, pair.at(self.forms["other_slope"])), scaled, 1)


def _identity(size: int, scale) -> list[list]:
    return [[scale if a == b else arb(0) for b in range(size)] for a in range(size)]


def _sum(first: list[list], second: list[list], sign: int) -> list[list]:
    return [[a + sign * b for a, b in zip(x, y, strict=True)] for x, y in zip(first, second, strict=True)]

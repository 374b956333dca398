"""Networks with a linear unit in every layer beside the first unit of `first_unit`: restricted minima in fractions.

Layer 1 has a linear unit, X u, and the first unit, act(X w); layer 2 a linear unit and those that follow the first one.
The linear unit of layer 1 feeds that of layer 2 alone: the other weights are held at 0, by (iii) of Definition 1. By
Definition 2 so is that from the first unit to the linear one of layer 2; else it is one more path. On each of the two
cells near a point outputs are X p + sum_j diag(e_j) X (kappa_j w), p a multiple of u. A residual that is orthogonal to
X and to diag(e_j) X, for all j and both cells, makes the point a local minimum of the restricted loss.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from flint import fmpq_mat

from verification.methods.hunt import Hunt
from verification.papers.width2019 import first_unit
from verification.papers.width2019.exact_algebra import matrix, scaled_rows
from verification.papers.width2019.exact_nets import Net, net
from verification.papers.width2019.first_unit import HALF, LATER, ONE, SINGLE, ZERO, Point, Reading, Shape
from verification.papers.width2019.separation import Sets, free_columns, regression, separated

DIRECTION = (1, 2)  # u
OUTPUTS = {3: (0,)}  # with t = H = 2 no hidden unit need be linear


@dataclass(frozen=True)
class Beside(Shape):
    """What follows the first unit, beside a path of linear units.

    crossed: whether the first unit may feed the linear unit of layer 2, by a weight that is the first kappa.
    """

    crossed: bool = True

    @property
    def sides(self) -> list[tuple[Fraction, Fraction]]:
        """(p_j, q_j), that of the path through the linear unit of layer 2 first, where there is one."""
        return [(ONE, self.first)] * self.crossed + super().sides

    @property
    def more(self) -> int:
        """Two: the residual is orthogonal to the linear path as well."""
        return 2

    def network(self, samples, targets, w, kappas, path: int = 1) -> Net:
        """The network; path: both weights of the linear path after its first unit."""
        cross, after = (kappas[0], kappas[1:]) if self.crossed else (0, kappas)
        first = [[u, entry] for u, entry in zip(DIRECTION, w, strict=True)]
        second = [[path, *[0] * len(self.signs)], [cross, *self.signs]]
        last = [[path], *([kappa * sign] for kappa, sign in zip(after, self.signs, strict=True))]
        return net(samples, targets, (first, second, last), ((1, self.first), (1, *[self.second] * len(self.signs))))

    def point(self, *given) -> BesidePoint:
        """The point with these samples, weights and residual."""
        return BesidePoint(self, *given)


@dataclass(frozen=True)
class BesidePoint(Point):
    """A point of such a network; where it need not be minimal the path's weights are 0, a saddle of the path."""

    @property
    def constraints(self) -> list[fmpq_mat]:
        """diag(e_j) X for all paths and cells, and X; at a saddle neither X nor, but for X w, the crossing path."""
        samples, crossed = matrix(self.samples), int(self.shape.crossed)  # type: ignore[attr-defined]
        z = samples * matrix([[self.w1], [0]])
        rows = []
        for cell in self.cells():
            across = [scaled_rows(slopes, samples if self.minimal else z) for slopes in cell[:crossed]]
            rows += across + [scaled_rows(slopes, samples) for slopes in cell[crossed:]]
        return [row.transpose() for row in ([*rows, samples] if self.minimal else rows)]

    def blank(self) -> Net:
        """The network with targets 0."""
        blank = [[0]] * len(self.samples)
        return self.shape.network(self.samples, blank, (self.w1, 0), self.kappas, int(self.minimal))  # type: ignore[call-arg]

    def squares(self, cell) -> list[list[Fraction]]:
        """The same sums with the linear path as one more path, of slope 1 on every sample."""
        return super().squares([*cell, [ONE] * len(self.samples)])


def beside(crossed: bool) -> dict[str, Shape]:
    """The shapes beside a linear path: a first unit of slope 0 would leave units of layer 2 without input."""
    return {
        "a leaky unit a layer beside a linear path": Beside(HALF, HALF, (-1,), crossed),
        "a leaky unit and a ReLU beside a linear path": Beside(HALF, ZERO, (1,), crossed),
    }


def sets_of(shape: Shape) -> Sets:
    """The units S(l) of Definition 1: of t = 0 for one unit and beside a linear path, else of t = H."""
    if isinstance(shape, Beside):
        return {1: (0,), 2: (0,), 3: (0,)}
    return {1: (0,), 2: (0,)} if shape.second is None else OUTPUTS


Layers = Callable[[int, int], tuple[int, ...]]  # from t and H to the layers of S


def from_t_on(t: int, hidden: int) -> tuple[int, ...]:
    """The layers t, ..., H."""
    return tuple(range(t, hidden + 1))


def first_and_last(t: int, hidden: int) -> tuple[int, ...]:
    """The layers t and H."""
    return tuple(dict.fromkeys((t, hidden)))


def restricted_minima(
    strong: bool,
    reading: Reading,
    strict: bool = True,
    member: bool = True,
    minimal: bool = True,
    held: bool = True,
    layers: Layers = from_t_on,
    alone: bool = False,
) -> Hunt:
    """A hunt for local minima of the loss restricted by Definition 1 or 2 at which (5.1) is no equality.

    S is all layers from t on, or those of `layers`: with more features or columns the right side can only fall, and it
    is at most L, so that equality there is equality for every subsequence. held: whether columns of weights that are
    held at 0 are left out; strict, member: whether linear units are strictly linear, and are there at all; minimal:
    whether points are minima; alone: whether all are beside a linear path, so that weights are held.
    """

    def excess(point: Point) -> Fraction | None:
        one, sets = point.network(), sets_of(point.shape)
        if not point.meets(reading) or (member and not separated(one, sets, 1, strict, strong)):
            return None
        t = min(sets) - 1
        blocks = free_columns(one, sets, strong) if held else [one.layer(index + 1) for index in range(one.hidden + 1)]
        return one.loss - regression(one, layers(t, one.hidden), blocks[:-1])

    others: Mapping[str, Shape] = {} if alone else SINGLE | LATER
    return first_unit.hunt({**others, **beside(crossed=not strong)}, excess, minimal)

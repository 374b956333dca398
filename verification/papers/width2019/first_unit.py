"""Small networks with two inputs and one first unit, some samples on its kink: local minima in fractions.

With z = X w the outputs are alpha z on the samples of one side and beta z on those of the other, and (alpha, beta) is a
sum over j of kappa_j (p_j, q_j), with kappa_j a product of later weights. With w = (w1, 0) the samples (0, x) lie on
the kink; near w they change sides with the sign of w2, so that two cells cover a neighbourhood. On each of them outputs
are sum_j diag(e_j) X (kappa_j w), where e_j is p_j or q_j by the side. If the residual is orthogonal to diag(e_j) X for
all j and both cells, the loss is that of the point and a square: the point is a local minimum, and the loss
differentiable there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

import numpy as np
from flint import fmpq_mat

from verification.methods.hunt import Hunt, Instance
from verification.papers.width2019.exact_algebra import as_fmpq, below, entries, matrix, scaled_rows
from verification.papers.width2019.exact_nets import Net, net, null_space


class Reading(StrEnum):
    """What "differentiable" may mean at a point."""

    REGULAR = "regular"
    OUTPUT_NEARBY = "the output is continuously differentiable nearby"
    OUTPUT = "the output is differentiable"
    LOSS_NEARBY = "the loss is smooth nearby"
    LOSS = "the loss is differentiable"


WEAKER = {str(reading): {"reading": reading} for reading in Reading if reading is not Reading.REGULAR}


@dataclass(frozen=True)
class Shape:
    """What follows the first unit: its slope, those of the second layer, and the signs of the weights into that."""

    first: Fraction
    second: Fraction | None = None
    signs: tuple[int, ...] = ()

    @property
    def sides(self) -> list[tuple[Fraction, Fraction]]:
        """(p_j, q_j): the slope of path j for positive and for negative z."""
        if self.second is None:
            return [(Fraction(1), self.first)]
        up, down = (Fraction(1), self.first * self.second), (self.second, self.first)
        return [up if sign > 0 else down for sign in self.signs]

    @property
    def more(self) -> int:
        """Samples beyond four to six that leave room for a residual."""
        return 0

    def network(self, samples, targets, w, kappas) -> Net:
        """The network with these products of later weights."""
        first = [[entry] for entry in w]
        if self.second is None:
            return net(samples, targets, (first, [[kappas[0]]]), (self.first,))
        last = [[kappa * sign] for kappa, sign in zip(kappas, self.signs, strict=True)]
        return net(samples, targets, (first, [list(self.signs)], last), (self.first, self.second))

    def point(self, *given) -> Point:
        """The point with these samples, weights and residual."""
        return Point(self, *given)


HALF, ZERO, ONE = Fraction(1, 2), Fraction(0), Fraction(1)
SINGLE = {"one ReLU": Shape(ZERO), "one leaky unit": Shape(HALF)}
LATER = {
    "a unit a layer": Shape(HALF, HALF, (-1,)),
    "one linear unit, then two ReLUs": Shape(ONE, ZERO, (1, -1)),
    "two ReLUs in a row": Shape(ZERO, ZERO, (1,)),
}


@dataclass(frozen=True)
class Point:
    """A point of such a network: samples, shape (m, 2), the first weight w = (w1, 0), kappas, and a residual."""

    shape: Shape
    samples: list[tuple[Fraction, ...]]
    w1: Fraction
    kappas: tuple[Fraction, ...]
    seed: tuple[Fraction, ...]
    minimal: bool = True

    def cells(self) -> list[list[list[Fraction]]]:
        """For w2 turning up and down, for every path j: the slopes e_j of all samples."""
        return [
            [[p if self.side(x, turn) > 0 else q for x in self.samples] for p, q in self.shape.sides]
            for turn in (1, -1)
        ]

    def side(self, x, turn: int) -> Fraction:
        """The sign of z on a sample; on the kink, that which it takes for a small w2 of the sign `turn`."""
        return self.w1 * x[0] if self.w1 * x[0] != 0 else turn * x[1]

    @property
    def constraints(self) -> list[fmpq_mat]:
        """The matrices, shape (.., m), that the residual vanishes under, by the kind of point."""
        samples, rows = matrix(self.samples), []
        for cell in self.cells():
            whole = [sum(k * e for k, e in zip(self.kappas, es, strict=True)) for es in zip(*cell, strict=True)]
            if self.minimal:
                rows += [scaled_rows(slopes, samples).transpose() for slopes in cell]
            else:
                z = samples * matrix([[self.w1], [0]])
                rows += [scaled_rows(whole, samples).transpose(), *(scaled_rows(e, z).transpose() for e in cell)]
        return rows

    @property
    def residual(self) -> fmpq_mat:
        """A vector that is orthogonal to what the kind of point asks for: the combination `seed` of such ones."""
        kernel = null_space(below(*self.constraints))
        chosen = [[as_fmpq(self.seed[j % len(self.seed)])] for j in range(kernel.ncols())]
        return kernel * matrix(chosen) if chosen else fmpq_mat(len(self.samples), 1)

    def blank(self) -> Net:
        """The network with targets 0."""
        return self.shape.network(self.samples, [[0]] * len(self.samples), (self.w1, 0), self.kappas)

    def network(self) -> Net:
        """The network, its targets such that this is the residual."""
        return self.blank().with_residual(self.residual)

    def meets(self, reading: Reading) -> bool:
        """Whether the point is differentiable in that sense; the loss always is, with derivative 0."""
        kinked = any(self.w1 * x[0] == 0 and x[1] != 0 for x in self.samples)
        if reading is Reading.LOSS or not kinked:
            return True
        if reading is Reading.REGULAR:
            return all(p == q for p, q in self.shape.sides) and self.blank().regular()
        if reading is Reading.OUTPUT_NEARBY:
            return all(p == q for p, q in self.shape.sides)
        if reading is Reading.OUTPUT:
            pairs = zip(self.kappas, self.shape.sides, strict=True)
            return not sum(kappa * (p - q) for kappa, (p, q) in pairs)
        first, second = (self.squares(cell) for cell in self.cells())
        return first == second

    def squares(self, cell) -> list[list[Fraction]]:
        """The sums over samples of e_j e_k x x', for all pairs of paths: they determine the loss in the cell."""
        samples = matrix(self.samples)
        scaled = [scaled_rows(slopes, samples) for slopes in cell]
        return [entries(one.transpose() * other) for one in scaled for other in scaled]


def point(instance: Instance) -> Point:
    """The point of an instance."""
    row = instance.fractions("weights")[0]
    given = instance.fractions("samples"), row[0], row[1:], instance.fractions("seed")[0]
    return instance.kind["shape"].point(*given, bool(instance.kind["minimal"]))  # type: ignore[attr-defined]


Kind = Callable[[np.random.Generator, np.ndarray, np.ndarray], None]


def on_the_kink(rng, samples, weights) -> None:
    """Two samples of the kink, opposite to each other."""
    samples[:2] = [[0, 1], [0, -1]]


def one_on_the_kink(rng, samples, weights) -> None:
    """One sample of the kink, the others on its positive side."""
    samples[:, 0] = np.abs(samples[:, 0]) + 1
    samples[0] = 0, 1


def on_one_side(rng, samples, weights) -> None:
    """Two opposite samples of the kink, the others on its positive side, and no output weight."""
    samples[:, 0] = np.abs(samples[:, 0]) + 1
    samples[:2] = [[0, 1], [0, -1]]
    weights[1:] = 0


def off_the_kink(rng, samples, weights) -> None:
    """No sample of the kink."""
    samples[samples[:, 0] == 0, 0] = 1


def positive(rng, samples, weights) -> None:
    """All samples strictly on the positive side."""
    samples[:, 0] = np.abs(samples[:, 0]) + 1


STRATA: Mapping[str, Kind] = {
    "opposite samples on the kink": on_the_kink,
    "one sample on the kink": one_on_the_kink,
    "on one side, no output weight": on_one_side,
    "off the kink": off_the_kink,
    "strictly on one side": positive,
}


def sampler(shape: Shape, arrange: Kind, minimal: bool) -> Callable[[np.random.Generator], Instance]:
    """Whole samples, four to six of them and `more`, whole weights and a whole combination for the residual."""

    def draw(rng: np.random.Generator) -> Instance:
        count = int(rng.integers(4, 7)) + shape.more
        samples = rng.integers(-2, 3, (count, 2)).astype(float)
        weights = np.array([1.0, *rng.choice([-1.0, 1.0, 2.0], len(shape.sides))])
        if rng.random() < 0.5:
            weights[1:] = weights[1]
        arrange(rng, samples, weights)
        if not minimal and rng.random() < 0.5:
            weights[1:] = 0
        seed = rng.integers(-2, 3, (1, 4)).astype(float)
        kind = {"shape": shape, "minimal": minimal}
        return Instance({"samples": samples, "weights": weights[None], "seed": seed}, kind)

    return draw


def hunt(shapes: Mapping[str, Shape], fails: Callable[[Point], Fraction | None], minimal: bool = True) -> Hunt:
    """A hunt among such points. fails: how far the statement fails at a point, 0 where it holds, None where the point
    does not meet its assumptions."""

    def margin(instance: Instance) -> float:
        found = fails(point(instance)) if instance.numbers["weights"][0, 0] else None
        return float("inf") if found is None else -float(abs(found))

    return Hunt(
        strata={
            f"{name}, {arranged}": sampler(shape, arrange, minimal)
            for name, shape in shapes.items()
            for arranged, arrange in STRATA.items()
        },
        margin=margin,
        certify=lambda instance: f"off by {fails(point(instance))}, exactly" if margin(instance) < 0 else "",
        show=shown,
    )


def shown(instance: Instance) -> str:
    """Samples, targets and weights of an instance."""
    here = point(instance)
    one = here.network()
    weights = "; ".join(str([str(e) for e in entries(weight)]) for weight in one.weights)
    samples = ", ".join(f"({x[0]}, {x[1]})" for x in here.samples)
    slopes = ", ".join(str(a) for layer in one.slopes for a in layer)
    targets = ", ".join(str(target) for target in entries(one.targets))
    return f"x = {samples}, y = {targets}, W = {weights}, slopes {slopes}".replace("'", "")

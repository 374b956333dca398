"""Networks in fractions: features, loss, the matrices D of the paper, and where a point is regular.

A layer's weights have the shape (units before, units after); there are no biases. Samples have the shape (m, inputs),
targets (m, outputs); vec stacks columns, so that of an output's entries the sample varies fastest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property, reduce
from itertools import pairwise

from flint import fmpq_mat

from verification.papers.width2019.exact_algebra import (
    as_fmpq,
    below,
    beside,
    columns,
    entries,
    kron_identity,
    left_over,
    matrix,
    rank,
    scaled_rows,
    squared,
    stacked,
    zeros,
)
from verification.streams import streams

Slopes = Sequence[Sequence[Fraction | int]]


def activated(pre: fmpq_mat, slopes: Sequence) -> fmpq_mat:
    """act(z) = z for z > 0, a z else, with one slope a for every column."""
    return fmpq_mat(
        pre.nrows(),
        pre.ncols(),
        [pre[i, k] * (1 if pre[i, k] > 0 else as_fmpq(a)) for i in range(pre.nrows()) for k, a in enumerate(slopes)],
    )


def derivative(pre: fmpq_mat, slopes: Sequence) -> fmpq_mat:
    """The paper's Lambda, shape (m, units): the derivative of act, and 0 where there is none."""
    at_zero = [int(a == 1) for a in slopes]
    return fmpq_mat(
        pre.nrows(),
        pre.ncols(),
        [
            as_fmpq(1 if pre[i, k] > 0 else a if pre[i, k] < 0 else at_zero[k])
            for i in range(pre.nrows())
            for k, a in enumerate(slopes)
        ],
    )


def entrywise(first: fmpq_mat, second: fmpq_mat) -> fmpq_mat:
    """The products of entries at equal places."""
    pairs = zip(first.entries(), second.entries(), strict=True)
    return fmpq_mat(first.nrows(), first.ncols(), [a * b for a, b in pairs])


@dataclass(frozen=True)
class Net:
    """A network with its samples and targets; slopes: one for each unit of each hidden layer."""

    samples: fmpq_mat
    targets: fmpq_mat
    weights: tuple[fmpq_mat, ...]
    slopes: tuple[tuple[Fraction, ...], ...]

    @property
    def hidden(self) -> int:
        """H, the number of hidden layers."""
        return len(self.slopes)

    @cached_property
    def layers(self) -> tuple[list[fmpq_mat], list[fmpq_mat]]:
        """G^(1), ..., G^(H) and Phi^(0), ..., Phi^(H)."""
        pre, features = [], [self.samples]
        for weight, slopes in zip(self.weights, self.slopes, strict=False):
            pre.append(features[-1] * weight)
            features.append(activated(pre[-1], slopes))
        return pre, features

    @property
    def features(self) -> list[fmpq_mat]:
        """Phi^(0) to Phi^(H)."""
        return self.layers[1]

    @property
    def outputs(self) -> fmpq_mat:
        """Yhat, shape (m, outputs)."""
        return self.features[-1] * self.weights[-1]

    @property
    def residual(self) -> fmpq_mat:
        """Yhat - Y, shape (m, outputs)."""
        return self.outputs - self.targets

    @property
    def loss(self) -> Fraction:
        """Half the sum of the squared residuals."""
        return squared(self.residual) / 2

    @cached_property
    def derivatives(self) -> list[fmpq_mat]:
        """Lambda^(1), ..., Lambda^(H), by the convention 0 where there is no derivative."""
        return [derivative(pre, slopes) for pre, slopes in zip(self.layers[0], self.slopes, strict=True)]

    @cached_property
    def blocks(self) -> list[list[fmpq_mat]]:
        """D_k^(l) for l = 1, ..., H + 1 and every unit k: shape (m * outputs, units before)."""
        return jacobian_blocks(self.features, self.derivatives, self.weights)

    def layer(self, index: int) -> fmpq_mat:
        """D^(l), its units' blocks side by side, for l = 1, ..., H + 1."""
        return beside(*self.blocks[index - 1])

    @property
    def whole(self) -> fmpq_mat:
        """All D^(l), l = 1, ..., H + 1, side by side."""
        return beside(*(block for layer in self.blocks for block in layer))

    @property
    def projected_loss(self) -> Fraction:
        """J, half the squared norm of what the range of all D^(l) leaves of the targets."""
        return squared(left_over(self.whole, stacked(self.targets))) / 2

    def gradient(self) -> list[Fraction]:
        """All D^(l)' vec(Yhat - Y): at regular points the gradient of the loss."""
        return entries(self.whole.transpose() * stacked(self.residual))

    def with_residual(self, residual: fmpq_mat) -> Net:
        """The same weights with targets that leave this residual, shape (m, outputs)."""
        return replace(self, targets=self.outputs - residual)

    @cached_property
    def unfed(self) -> list[list[bool]]:
        """For each hidden layer the samples, m flags, on which all that it reads is 0 for all weights nearby."""
        silent, found = [[not entry for entry in row] for row in self.samples.tolist()], []
        for pre, slopes in zip(self.layers[0], self.slopes, strict=True):
            found.append([all(row) for row in silent])
            silent = [
                [still or (a == 0 and g < 0) for g, a in zip(row, slopes, strict=True)]
                for still, row in zip(found[-1], pre.tolist(), strict=True)
            ]
        return found

    def kinked(self, layer: int, unit: int) -> bool:
        """Whether a unit (layers from 1) of slope not 1 has on a sample the value 0, but not for all weights nearby."""
        values = (row[unit] for row in self.layers[0][layer - 1].tolist())
        kinks = (g == 0 and not still for g, still in zip(values, self.unfed[layer - 1], strict=True))
        return self.slopes[layer - 1][unit] != 1 and any(kinks)

    def regular(self) -> bool:
        """Whether every unit has on every sample slope 1, a value that is not 0, or 0 for all weights nearby."""
        return not any(self.kinked(layer, k) for layer, a in enumerate(self.slopes, start=1) for k in range(len(a)))


def jacobian_blocks(features, derivatives, weights) -> list[list[fmpq_mat]]:
    """D_k^(l): for output j the rows diag(B_{j,k}) Phi^(l-1); B^(l) carries the output's slopes back to layer l."""
    samples, outputs = features[0].nrows(), weights[-1].ncols()
    last = kron_identity(outputs, features[-1])
    blocks = [[columns(last, range(j * features[-1].ncols(), (j + 1) * features[-1].ncols())) for j in range(outputs)]]
    carried = [
        entrywise(derivatives[-1], below(*[columns(weights[-1], [j]).transpose()] * samples)) for j in range(outputs)
    ]
    for index in reversed(range(len(derivatives))):
        units = weights[index].ncols()
        blocks.append(
            [below(*(scaled_rows(columns(b, [k]).entries(), features[index]) for b in carried)) for k in range(units)]
        )
        if index:
            carried = [entrywise(derivatives[index - 1], b * weights[index].transpose()) for b in carried]
    return blocks[::-1]


def net(samples, targets, weights, slopes) -> Net:
    """A network of nested sequences of integers and fractions; slopes by layer, one number or one for each unit."""
    mats = tuple(matrix(weight) for weight in weights)
    each = tuple(
        tuple(Fraction(a) for a in s) if hasattr(s, "__iter__") else (Fraction(s),) * mat.ncols()
        for s, mat in zip(slopes, mats, strict=False)
    )
    return Net(matrix(samples), matrix(targets), mats, each)


def null_space(mat: fmpq_mat) -> fmpq_mat:
    """Columns that span the null space of a matrix, shape (columns of it, nullity)."""
    reduced, found = mat.rref()
    pivots = [next(j for j in range(mat.ncols()) if reduced[i, j] != 0) for i in range(found)]
    free = [j for j in range(mat.ncols()) if j not in pivots]
    out = zeros(mat.ncols(), len(free))
    for place, j in enumerate(free):
        out[j, place] = 1
        for i, pivot in enumerate(pivots):
            out[pivot, place] = -reduced[i, j]
    return out


def whole_weights(rng, sizes: Sequence[int], reach: int = 3) -> list[list[list[int]]]:
    """Random whole weights for these layer sizes, from the inputs to the outputs."""
    return [rng.integers(-reach, reach + 1, shape).tolist() for shape in pairwise(sizes)]


def random_net(rng, sizes: Sequence[int], samples: int, slopes, reach: int = 3) -> Net:
    """A network of those sizes with whole weights, samples and targets."""
    inputs, targets = (rng.integers(-reach, reach + 1, (samples, sizes[end])).tolist() for end in (0, -1))
    return net(inputs, targets, whole_weights(rng, sizes, reach), slopes)


def regular_nets(rng, count: int, shapes: Sequence[tuple], samples: int, reach: int = 3) -> Iterator[Net]:
    """That many regular points, of layer sizes and slopes in turn: whole ones, drawn until they are regular.

    The first twelve are the same for every seed.
    """
    for index, stream in enumerate(streams(rng, count, fixed=tuple(range(12)))):
        sizes, slopes = shapes[index % len(shapes)]
        one = random_net(stream, sizes, samples, slopes, reach)
        while not one.regular():
            one = random_net(stream, sizes, samples, slopes, reach)
        yield one


def critical(rng, one: Net, blocks: fmpq_mat | None = None) -> Net:
    """Targets for which all D^(l)' vec(Yhat - Y) vanish: a random residual that is orthogonal to the range of D.

    blocks: to whose range it is orthogonal, where that is not all of D.
    """
    kernel = null_space((one.whole if blocks is None else blocks).transpose())
    if not kernel.ncols():
        return one.with_residual(zeros(one.outputs.nrows(), one.outputs.ncols()))
    residual = kernel * matrix([[int(c)] for c in rng.integers(-2, 3, kernel.ncols())])
    return one.with_residual(unstacked(residual, one.outputs.ncols()))


def unweighted(one: Net) -> fmpq_mat:
    """Lambda_k X over the units k of the first layer, side by side: the matrix of Lemma 5."""
    lambdas = one.derivatives[0]
    return beside(*(scaled_rows(columns(lambdas, [k]).entries(), one.samples) for k in range(lambdas.ncols())))


def unstacked(vector: fmpq_mat, outputs: int) -> fmpq_mat:
    """The matrix whose columns, one below the other, are this vector."""
    return fmpq_mat(outputs, vector.nrows() // outputs, vector.entries()).transpose()


def product(mats: Sequence[fmpq_mat]) -> fmpq_mat:
    """The product of matrices, from the left."""
    return reduce(lambda left, right: left * right, mats)


def range_holds(mat: fmpq_mat, vectors: fmpq_mat) -> bool:
    """Whether the range of a matrix holds all these vectors."""
    return rank(beside(mat, vectors)) == rank(mat)

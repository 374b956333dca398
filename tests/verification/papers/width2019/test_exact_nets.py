"""Networks in fractions, against torch and by hand."""

from fractions import Fraction

import numpy as np
import pytest
import torch

from verification.papers.width2019.exact_algebra import (
    basis,
    beside,
    entries,
    kron_identity,
    left_over,
    matrix,
    projected,
    rank,
    squared,
    stacked,
    zeros,
)
from verification.papers.width2019.exact_nets import critical, net, null_space, random_net

HALF = Fraction(1, 2)


def floats(mat):
    return np.array([float(entry) for entry in entries(mat)]).reshape(mat.nrows(), mat.ncols())


def tensors(one):
    return [torch.tensor(floats(weight)) for weight in one.weights]


def forward(one):
    """The outputs as a function of the weights, in torch, columns stacked."""

    def outputs(*weights):
        features = torch.tensor(floats(one.samples))
        for weight, slopes in zip(weights, one.slopes, strict=False):
            pre = features @ weight
            features = torch.where(pre > 0, pre, pre * torch.tensor([float(a) for a in slopes]))
        return (features @ weights[-1]).T.reshape(-1)

    return outputs


@pytest.mark.parametrize(("sizes", "slopes"), [((2, 3, 1), [0]), ((2, 3, 3, 2), [HALF, (0, -1, 1)])])
def test_blocks_are_the_jacobian_at_regular_points(sizes, slopes):
    rng, seen = np.random.default_rng(3), 0
    while seen < 3:
        one = random_net(rng, sizes, 5, slopes)
        if not one.regular():
            continue
        seen += 1
        jacobians = torch.autograd.functional.jacobian(forward(one), tuple(tensors(one)))
        for index, found in enumerate(jacobians, start=1):
            np.testing.assert_allclose(
                floats(one.layer(index)), found.transpose(1, 2).reshape(found.shape[0], -1).numpy(), atol=1e-12
            )
        np.testing.assert_allclose(floats(stacked(one.outputs))[:, 0], forward(one)(*tensors(one)).numpy(), atol=1e-12)


def test_no_derivative_counts_as_none_but_for_slope_one():
    one = net([[0, 1]], [[0]], [[[1, 1], [0, 0]], [[1], [1]]], [(0, 1)])
    assert [entries(block) for block in one.blocks[0]] == [[0, 0], [0, 1]]


@pytest.mark.parametrize(
    ("samples", "weights", "slopes", "regular"),
    [
        ([[1, 1]], [[[1], [0]], [[1]]], [0], True),
        ([[0, 1]], [[[1], [0]], [[1]]], [0], False),
        ([[0, 1]], [[[1], [0]], [[1]]], [1], True),
        ([[0, 0]], [[[1], [0]], [[1]]], [0], True),
        ([[1, 0]], [[[-1], [0]], [[3]], [[1]]], [0, 0], True),
        ([[1, 0]], [[[-1], [0]], [[0]], [[1]]], [HALF, 0], False),
    ],
)
def test_regular_points(samples, weights, slopes, regular):
    assert net(samples, [[1]], weights, slopes).regular() is regular


def test_projections_of_any_rank():
    mat = matrix([[1, 2, 1], [2, 4, 0], [0, 0, 1]])
    assert rank(mat) == 2 and entries(basis(mat)) == [1, 1, 2, 0, 0, 1]
    left = left_over(mat, matrix([[1], [2], [3]]))
    assert not any(entries(mat.transpose() * left))
    assert rank(beside(mat, projected(mat, matrix([[1], [2], [3]])))) == 2
    assert squared(left_over(zeros(2, 3), matrix([[3], [4]]))) == 25
    assert rank(null_space(mat)) == 1 and not any(entries(mat * null_space(mat)))
    assert entries(kron_identity(2, matrix([[1], [2]]))) == [1, 0, 2, 0, 0, 1, 0, 2]


def test_critical_targets_have_no_gradient():
    one = critical(np.random.default_rng(1), random_net(np.random.default_rng(2), (1, 2, 1), 6, [0]))
    assert one.loss > 0 and not any(one.gradient())

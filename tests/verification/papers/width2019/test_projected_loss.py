"""The projected loss: the Jacobian is autograd's, J that of projections and fractions, no rank a guess."""

import doctest
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from verification.papers.width2019 import exact_projected_loss, projected_loss, projected_loss_cost
from verification.papers.width2019.mathematics import jacobian, networks, projected
from verification.papers.width2019.mathematics.triangle import triangle

SIZES = st.lists(st.integers(1, 4), min_size=2, max_size=5)
SLOPES = st.sampled_from([0.0, 0.25, -1.0, 1.0, -2.0])
SEEDS = st.integers(0, 2**31)


def net(seed, sizes, samples, slope=0.0, whole=False):
    """Samples, targets, weights, slopes: Gaussian, or whole numbers, which are often at a kink."""
    rng = np.random.default_rng(seed)
    draw = (lambda *shape: rng.integers(-2, 3, shape).astype(float)) if whole else lambda *s: rng.standard_normal(s)
    weights = [draw(*pair) for pair in pairwise(sizes)]
    return draw(samples, sizes[0]), draw(samples, sizes[-1]), weights, [slope] * (len(sizes) - 2)


def blocks_of(x, y, weights, slopes):
    rows, _, network = networks.checked(x, y, weights, slopes)
    carried = networks.forward(rows, network)
    return jacobian.jacobian(network, carried), network, carried


def by_projection(x, y, weights, slopes):
    """J and the rank by singular values of the columns, each of length one."""
    blocks = blocks_of(x, y, weights, slopes)[0]
    lengths = np.linalg.norm(blocks, axis=0)
    scaled, vector = blocks[:, lengths > 0] / lengths[lengths > 0], y.reshape(-1, order="F")
    left, values, _ = np.linalg.svd(scaled, full_matrices=False)
    rank = int((values > 1e-11 * values.max(initial=0)).sum())
    return 0.5 * float(np.sum((vector - left[:, :rank] @ (left[:, :rank].T @ vector)) ** 2)), rank


def in_floats(monkeypatch, *given_net, **options):
    monkeypatch.setattr(projected, "EXACT", 0)
    return projected_loss(*given_net, **options)


@pytest.mark.parametrize(
    ("sizes", "slope"), [([3, 4, 1], 0.0), ([2, 3, 4, 2], 0.3), ([4, 3, 3, 3, 3], -1.0), ([3, 2], 0)]
)
def test_blocks_are_the_jacobian_of_autograd(sizes, slope):
    x, y, weights, slopes = net(5, sizes, 7, slope)
    blocks, network, carried = blocks_of(x, y, weights, slopes)
    tensors = [torch.tensor(weight.T.copy()) for weight in weights]  # rows are units, as the columns of a block run

    def outputs(*parameters):
        values = torch.tensor(x)
        for number, weight in enumerate(parameters):
            values = values @ weight.T
            if number < len(parameters) - 1:
                values = torch.where(values > 0, values, slope * values)
        return values.T.reshape(-1)

    found = torch.autograd.functional.jacobian(outputs, tuple(tensors))
    expected = torch.cat([part.reshape(len(blocks), -1) for part in found], dim=1).numpy()
    assert np.abs(blocks - expected).max() < 1e-12
    assert np.array_equal(np.concatenate(list(jacobian.columns(network, carried, 3))).T, blocks)


@given(SEEDS, SIZES, st.integers(1, 9), SLOPES)
@settings(deadline=None, max_examples=60)
def test_floats_agree_with_fractions(seed, sizes, samples, slope):
    given_net = net(seed, sizes, samples, slope, whole=True)
    exact = exact_projected_loss(*given_net)
    with pytest.MonkeyPatch.context() as patch:
        found = in_floats(patch, *given_net)
    assert found.loss == exact.loss
    assert found.decision.kinks == exact.kinks and not found.decision.unsure
    assert found.rank == exact.rank
    assert found.projected == pytest.approx(float(exact.projected), abs=1e-11 * (1 + float(np.sum(given_net[1] ** 2))))
    assert exact.projected <= exact.loss


@given(SEEDS, st.lists(st.integers(1, 6), min_size=2, max_size=6), st.integers(1, 60), SLOPES)
@settings(deadline=None, max_examples=60)
def test_floats_agree_with_the_projection(seed, sizes, samples, slope):
    given_net = net(seed, sizes, samples, slope)
    found = projected_loss(*given_net)
    expected, rank = by_projection(*given_net)
    assert found.rank in (rank, None)
    if found.rank is not None:
        assert found.projected == pytest.approx(expected, abs=1e-9 * np.sum(given_net[1] ** 2))
    assert found.between[0] <= found.projected <= found.between[1]


def test_linear_regression_is_a_network_without_hidden_layers():
    x, y, *_ = net(1, [3, 2], 20)
    rest = y - x @ np.linalg.lstsq(x, y, rcond=None)[0]
    assert projected_loss(x, y, [np.zeros((3, 2))], []).projected == pytest.approx(0.5 * np.sum(rest**2))


def test_gap_between_loss_and_projected_loss():
    x, y, weights, slopes = net(2, [3, 4, 3, 2], 30)
    blocks, _, carried = blocks_of(x, y, weights, slopes)
    residual = (carried.outputs - y).reshape(-1, order="F")
    fitted = blocks @ np.linalg.lstsq(blocks, residual, rcond=1e-11)[0]
    found = projected_loss(x, y, weights, slopes)
    assert found.loss - found.projected == pytest.approx(0.5 * fitted @ fitted, rel=1e-10)


def test_scale_of_layers_and_units_does_not_matter():
    x, y, weights, slopes = net(3, [3, 5, 4, 1], 80)
    plain = projected_loss(x, y, weights, slopes)
    tiny = [weight * size for weight, size in zip(weights, (1e-90, 1e80, 1e-120), strict=True)]
    units = np.array([1, 1e-30, 1, 1e40, 1])
    tiny[0], tiny[1] = tiny[0] * units, tiny[1] / units[:, None]
    found = projected_loss(x * 1e-100, y, tiny, slopes)
    assert (found.rank, found.decision.by) == (plain.rank, plain.decision.by)
    assert found.projected == pytest.approx(plain.projected, rel=1e-10)


def test_printed_counterexamples():
    sixteen = [[0, 1], [1, 0], [1, 1]], [[-1], [-1.5], [0.5]], [[[1], [0]], [[-1]], [[1]]], [0.5, 0.5]
    first = [[0, 1], [0, -1], [1, -1], [1, 0]], [[-1], [1], [0], [2]], [[[1], [0]], [[1]]], [0]
    for given_net, loss, value, kinks in ((sixteen, 1.5, 0.5, 1), (first, 2, 1, 2)):
        found = projected_loss(*given_net)
        assert (found.loss, found.decision.kinks) == (loss, kinks)
        assert found.projected == pytest.approx(value) and exact_projected_loss(*given_net).projected == value


def test_fractions_settle_what_floats_cannot():
    x, y = [[1.0, 1.0], [0.0, 1e-20]], [[0.0], [1.0]]
    found = projected_loss(x, y, [np.ones((2, 1))], [])
    assert (found.rank, found.projected, found.decision.by) == (2, 0.0, "fractions")


def test_a_rank_between_zero_and_firm_is_not_guessed(monkeypatch):
    x, y = np.array([[1.0, 1.0], [0.0, 3e-12], [0.0, 0.0]]), np.array([[0.0], [1.0], [1.0]])
    found = in_floats(monkeypatch, x, y, [np.ones((2, 1))], [])
    assert found.rank is None and found.ranks == (1, 2) and found.decision.by == ""
    assert found.between == pytest.approx((0.5, 1.0)) and found.decision.dropped == pytest.approx(3e-12)


def test_a_sign_that_rounding_hides_is_not_guessed(monkeypatch):
    x, y = np.array([[0.1, 0.2, -0.3], [1.0, 0.0, 0.0]]), np.ones((2, 1))
    given_net = x, y, [np.ones((3, 1)), np.ones((1, 1))], [0]
    found = in_floats(monkeypatch, *given_net)
    assert found.rank is None and found.decision.unsure == 1 and found.between == (0, 1)
    assert exact_projected_loss(*given_net).rank == 2


def test_little_memory_gives_the_same():
    for sizes, samples in (([4, 6, 6, 2], 200), ([4, 9, 9, 2], 40)):
        given_net = net(4, sizes, samples)
        plain = projected_loss(*given_net)
        shares = []
        width = min(given_net[1].size, sum(weight.size for weight in given_net[2]) + 1)
        found = projected_loss(*given_net, memory=8 * width * (width + width // 3), progress=shares.append)
        assert found.rank == plain.rank and found.projected == pytest.approx(plain.projected, abs=1e-10)
        assert shares == sorted(shares) and 0 < shares[-1] <= 1
        with pytest.raises(MemoryError, match="allowed are"):
            projected_loss(*given_net, memory=8 * width * (width + 1))


def test_triangle_by_parts_is_that_of_the_whole():
    matrix = np.random.default_rng(0).standard_normal((50, 6))
    parts = [matrix[:3], matrix[3:29], matrix[29:]]
    found = triangle(iter(parts), 50, 6, 8 * 6 * 9.0)
    assert np.allclose(found.T @ found, matrix.T @ matrix)


def test_cost_says_rows_columns_and_memory():
    cost = projected_loss_cost(10_000, 144, [50] * 7)
    assert (cost.rows, cost.columns) == (10_000, 22_250)
    assert cost.memory < 8e9 and projected_loss_cost(10_000, 144, [50] * 7, 10).memory < 8e9
    assert projected_loss_cost(100, 3, [4]).seconds < cost.seconds
    with pytest.raises(ValueError, match="at least one"):
        projected_loss_cost(10, 3, [0])


X, Y, W = np.ones((3, 2)), np.ones((3, 1)), [np.ones((2, 4)), np.ones((4, 1))]


@pytest.mark.parametrize(
    ("given_net", "said"),
    [
        ((X[:2], Y, W, [0]), "one a sample"),
        ((X, Y[:, 0], W, [0]), "targets must be a matrix"),
        ((X * np.nan, Y, W, [0]), "samples has entries that are not finite"),
        ((X, Y, W[::-1], [0]), "wanted matrices|inputs and"),
        ((X, Y, [W[0], W[0]], [0]), r"weights\[0\] has 4 columns"),
        ((X, Y, [np.ones((3, 4)), W[1]], [0]), "the network has 3 inputs"),
        ((X, Y, W, 0), "hidden layers"),
        ((X, Y, W, [0, 0]), "hidden layers"),
        ((X, Y, W, [[0, 0]]), "one a unit"),
        ((X, Y, W, [np.inf]), "finite"),
        ((X, Y, [], []), "one matrix or more"),
        ((X, Y, np.ones((2, 1)), []), "list of matrices"),
        ((X, Y, [W[0], W[1] * 1j], [0]), "real numbers"),
        ((X, [["a"], ["b"], ["c"]], W, [0]), "real numbers"),
        ((X, np.ma.masked_less(Y, 2), W, [0]), "entries are masked"),
        ((X, Y, [W[0], W[1].astype(str)], [0]), "they are text"),
        ((X.astype("M8[s]"), Y, W, [0]), "they are dates"),
        ((X, Y, W, [np.ma.masked_less(np.ones(4), 2)]), "entries are masked"),
        ((X, Y * 1e200, W, [0]), "targets must be scaled"),
        ((X, Y * 1e-200, W, [0]), "targets must be scaled"),
        ((X, Y, [W[0] * 1e80, W[1] * 1e80], [0]), "loss is not finite"),
        ((X, Y, [W[0] * 1e300, W[1] * 1e300], [0]), "weights are too large"),
        ((np.ones((0, 2)), np.ones((0, 1)), W, [0]), "not empty"),
    ],
)
def test_bad_input_is_refused(given_net, said):
    with pytest.raises(ValueError, match=said):
        projected_loss(*given_net)


def test_fractions_are_taken_for_exact():
    third = Fraction(1, 3)
    found = exact_projected_loss([[third, 1]], [[third]], [[[1], [1]]], [])
    assert (found.projected, found.rank, found.loss) == (0, 1, Fraction(1, 2))
    with pytest.raises(ValueError, match="no finite number"):
        exact_projected_loss([[float("nan")]], [[1]], [[[1]]], [])
    with pytest.raises(ValueError, match="no finite number"):
        exact_projected_loss([["1"]], [[1]], [[[1]]], [])


def test_examples_of_the_documentation():
    page = Path(__file__).parents[4] / "docs" / "width.md"
    assert doctest.testfile(str(page), module_relative=False).failed == 0

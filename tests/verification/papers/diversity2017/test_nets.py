"""Networks of whole numbers: D against its definition, signs of pivots against eigenvalues."""

import numpy as np
import pytest
from flint import fmpq, fmpq_mat

from verification.papers.diversity2017.bounds.numerical import SIZES, log_chance, separated_samples
from verification.papers.diversity2017.nets import eigenvalues_below, net, nets


def test_the_matrix_stacks_the_samples_of_active_units_with_their_signs():
    one = net([(1, 0), (0, -1)], (1, -1), [(2, 1), (0, 3)])
    assert one.matrix == fmpq_mat([[2, 0], [1, 3], [0, 0], [0, 0]])  # (0, 3) lies on the kink of (1, 0)
    assert one.has_kinks
    assert one.outputs() == [2, 0]


def test_residuals_are_the_slopes_of_the_loss_by_the_outputs():
    one = net([(1, 1)], (1,), [(1, 0), (0, 2)], (3, 1))
    assert one.residuals == [-1, fmpq(1, 2)]
    assert one.loss() == fmpq(4 + 1, 4)


def test_eigenvalues_below_a_number_against_floating_point():
    for one in nets(np.random.default_rng(3), 24):
        gram = one.matrix.transpose() * one.matrix
        size = gram.nrows()
        floats = np.array([[float(gram[i, j].p) / float(gram[i, j].q) for j in range(size)] for i in range(size)])
        for value in (fmpq(1, 7), fmpq(37, 7)):
            assert eigenvalues_below(gram, value) == np.sum(
                np.linalg.eigvalsh(floats) < float(value.p) / float(value.q)
            )
    assert eigenvalues_below(fmpq_mat([[0, 1], [1, 0]]), fmpq(0)) is None


@pytest.mark.parametrize(("samples", "inputs", "units"), SIZES)
def test_random_units_miss_half_of_what_is_expected_with_a_chance_below_every_seed(samples, inputs, units):
    draws = (separated_samples(np.random.default_rng(seed), samples, inputs) for seed in range(200))
    assert max(log_chance(draw, units) for draw in draws) < -15 * np.log(10)

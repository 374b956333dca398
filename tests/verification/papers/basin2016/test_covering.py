"""What the checks of Theorems 2, 3 and 4 share, against other routes."""

from fractions import Fraction
from itertools import product

import numpy as np
import pytest

from verification.papers.basin2016.full_rank import numerical, permutations
from verification.papers.basin2016.full_rank.exact import mixture, orthant
from verification.papers.basin2016.singletons import covered_basins, nets
from verification.papers.basin2016.teachers.numerical import near_start


def test_one_input_with_two_needs_is_covered_in_nine_of_thirty_two():
    assert nets.share_covered(3, [(1, 1)]) == nets.share_covered(3, [(1, -1)]) == (18, 64)


def test_optima_and_needs_of_the_small_data():
    first = covered_basins.DATA[1][0]
    assert covered_basins.best_slopes(first) == {(0, 1): 2, (0, -1): Fraction(7, 10)}
    assert covered_basins.needs_of_data(first) == [(0, 1, 1), (0, -1, 1)]
    assert covered_basins.optimum(first) == Fraction(1, 30)


@pytest.mark.parametrize("samples", [1, 2, 3, 4])
def test_orders_have_the_signs_of_products_with_the_rows(samples):
    rows, rng = np.array(permutations.rows(samples)), np.random.default_rng(samples)
    counts = permutations.positive_sets(samples)
    drawn = {frozenset(np.flatnonzero(w @ rows.T > 0)) for w in rng.standard_normal((5000, samples + 1))}
    assert drawn == set(counts) and sum(counts.values()) == [2, 6, 24, 120][samples - 1]


def test_following_the_sets_is_enumerating_the_nets():
    signs, orders = (1, -1), permutations.positive_sets(2)
    neurons = [(b, positive) for b in (1, -1) for positive, count in orders.items() for _ in range(count)]
    covering = sum(
        all(any(b == sign and t in positive for b, positive in net) for t, sign in enumerate(signs))
        for net in product(neurons, repeat=2)
    )
    assert permutations.chance_covered(2, signs) == Fraction(covering, len(neurons) ** 2)
    assert mixture(2, signs) == permutations.chance_covered(2, signs)


def test_orthants_in_fractions_and_on_the_sphere_agree():
    rows = np.array(permutations.rows(3), dtype=float)
    for needs in ([], [0], [0, 1], [0, 2], [0, 1, 2]):
        assert numerical.orthant(rows[needs]) == pytest.approx(float(orthant(frozenset(needs))), rel=1e-12)


@pytest.mark.parametrize("teachers", [1, 2, 3])
def test_near_starts_lie_at_the_rim_of_the_cap(teachers):
    rows, targets, start, outputs = near_start(np.random.default_rng(teachers), teachers, 3, 0.4)
    basis = np.linalg.svd(rows, full_matrices=False)[2][:3]
    inside = start @ basis.T
    scale = np.linalg.norm(inside, axis=1) * np.abs(outputs)
    units = inside / np.linalg.norm(inside, axis=1, keepdims=True)
    near = np.maximum(rows @ basis.T @ units.T, 0) @ np.sign(outputs)
    assert np.sqrt(np.mean((near - targets) ** 2)) <= 0.4 * teachers
    assert scale.shape == (teachers,) and np.abs(targets).max() <= teachers

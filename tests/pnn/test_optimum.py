import tracemalloc

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import lsq_linear

from pnn import optimum
from pnn.lines import equally_spaced, random_lines
from pnn.risk import population_risk

ANY_SEED = st.integers(0, 2**32 - 1)


def problem_of(seed, inputs, count, targets=4):
    rng = np.random.default_rng(seed)
    return random_lines(count, inputs, rng), rng.standard_normal((targets, inputs)), rng


def weights_of(lines, found):
    return np.concatenate([found.positive[:, None] * lines, -found.negative[:, None] * lines])


@settings(deadline=None, max_examples=30)
@given(ANY_SEED, st.integers(1, 6), st.integers(1, 20))
def test_no_move_along_a_line_helps(seed, inputs, count):
    lines, target, rng = problem_of(seed, inputs, 1 if inputs == 1 else count)
    found = optimum.population_optimum(lines, target)
    assert found.kkt_residual < 1e-12
    assert (found.positive >= 0).all() and (found.negative >= 0).all()
    assert found.risk == pytest.approx(population_risk(weights_of(lines, found), target), rel=1e-12)
    for size in (1e-3, 1.0):
        other = np.maximum(0, np.array([found.positive, found.negative]) + size * rng.standard_normal((2, len(lines))))
        moved = np.concatenate([other[0][:, None] * lines, -other[1][:, None] * lines])
        assert population_risk(moved, target) >= found.risk - 1e-14 * population_risk(0 * lines, target)


@settings(deadline=None, max_examples=15)
@given(ANY_SEED, st.integers(2, 4), st.integers(1, 6))
def test_against_bounded_least_squares_on_a_sample(seed, inputs, count):
    lines, target, rng = problem_of(seed, inputs, count)
    x = rng.standard_normal((200, inputs))
    y = np.maximum(x @ target.T, 0).sum(axis=1) + rng.standard_normal(200)
    features = np.maximum(np.concatenate([x @ lines.T, -x @ lines.T], axis=1), 0)
    reference = lsq_linear(features, y, bounds=(0, np.inf), method="bvls", tol=1e-14)
    found = optimum.empirical_optimum(lines, x, y)
    assert found.risk == pytest.approx(2 * reference.cost / 200, rel=1e-9)
    assert found.kkt_residual < 1e-12


def test_a_large_sample_approaches_the_population():
    lines, target, rng = problem_of(4, 3, 5)
    x = rng.standard_normal((400_000, 3))
    y = np.maximum(x @ target.T, 0).sum(axis=1)
    sampled, truth = optimum.empirical_optimum(lines, x, y), optimum.population_optimum(lines, target)
    assert sampled.risk == pytest.approx(truth.risk, rel=0.02)
    np.testing.assert_allclose(sampled.positive + sampled.negative, truth.positive + truth.negative, atol=0.05)


@settings(deadline=None, max_examples=20)
@given(ANY_SEED, st.integers(1, 5), st.integers(1, 12))
def test_targets_on_the_lines_are_reached(seed, inputs, count):
    lines, _, rng = problem_of(seed, inputs, 1 if inputs == 1 else count)
    target = rng.standard_normal((6, 1)) * lines[rng.integers(0, len(lines), 6)]
    found = optimum.population_optimum(lines, target)
    assert found.risk < 1e-20 * population_risk(0 * lines, target)
    x = rng.standard_normal((300, inputs))
    assert optimum.empirical_optimum(lines, x, np.maximum(x @ target.T, 0).sum(axis=1)).risk < 1e-18


def test_one_dimension_recovers_the_masses():
    found = optimum.population_optimum([[-2.0]], [[6.0], [-4.0], [1.0]])
    assert found.positive == pytest.approx([4.0])
    assert found.negative == pytest.approx([7.0])


@pytest.mark.parametrize(("inputs", "count"), [(2, 40), (2, 100), (3, 60), (15, 50), (2, 700), (3, 700), (15, 700)])
def test_singular_grams_are_solved_to_rounding(inputs, count):
    lines, target, _ = problem_of(11, inputs, count, 20)
    found = optimum.population_optimum(lines, target)
    assert found.kkt_residual < 1e-12
    fewer = optimum.population_optimum(lines[: count // 2], target)
    assert found.risk < fewer.risk


@settings(deadline=None, max_examples=20)
@given(ANY_SEED)
def test_allowed_orientations_only(seed):
    lines, target, rng = problem_of(seed, 3, 6)
    problem = optimum.population_problem(lines, target)
    allowed = rng.random((6, 2)) < 0.5
    found = optimum.gram_optimum(problem.gram, problem.moment, problem.constant, allowed)
    assert not found.positive[~allowed[:, 0]].any() and not found.negative[~allowed[:, 1]].any()
    masses = np.concatenate([found.positive, found.negative])
    assert found.kkt_residual < 1e-12
    assert found.kkt_residual == pytest.approx(problem.kkt_residual(masses, allowed.T.ravel()), rel=0, abs=2e-15)
    free = optimum.gram_optimum(problem.gram, problem.moment, problem.constant)
    assert found.risk >= free.risk - 1e-14 * problem.constant
    assert free.risk == pytest.approx(optimum.population_optimum(lines, target).risk, abs=1e-13 * problem.constant)


def test_nothing_allowed_leaves_the_target():
    problem = optimum.population_problem(equally_spaced(3), np.array([[1.0, 2.0]]))
    found = optimum.gram_optimum(problem.gram, problem.moment, problem.constant, np.zeros((3, 2), bool))
    assert found.risk == problem.constant == pytest.approx(2.5)
    assert found.kkt_residual == 0


def test_the_residual_tells_a_wrong_point():
    lines, target, _ = problem_of(5, 3, 6)
    problem = optimum.population_problem(lines, target)
    found = optimum.solve(problem)
    masses = np.concatenate([found.positive, found.negative])
    everything = np.ones(masses.size, dtype=bool)
    assert problem.kkt_residual(1.001 * masses, everything) > 1e-5
    assert problem.kkt_residual(0 * masses, everything) > 0.1


def test_features_that_never_fire_carry_nothing():
    found = optimum.empirical_optimum(np.eye(2), [[1.0, 2.0], [3.0, 1.0]], [1.0, 2.0])
    assert not found.negative.any()
    silent = optimum.empirical_optimum(np.eye(2), [[0.0, 0.0]], [3.0])
    assert silent.risk == 9


def few_samples(seed, samples=20, inputs=4, lines=40):
    """Fewer samples than features, all inputs positive, so that many features never fire."""
    rng = np.random.default_rng(seed)
    return random_lines(lines, inputs, rng), rng.uniform(0, 1, (samples, inputs)), rng.uniform(1, 2, samples)


@settings(deadline=None, max_examples=20)
@given(ANY_SEED)
def test_few_samples_have_the_optimum_of_their_gram(seed):
    lines, x, y = few_samples(seed)
    features = np.maximum(np.concatenate([x @ lines.T, -x @ lines.T], axis=1), 0)
    reference = lsq_linear(features, y, bounds=(0, np.inf), method="bvls", tol=1e-14, max_iter=1000)
    found = optimum.empirical_optimum(lines, x, y)
    by_gram = optimum.gram_optimum(features.T @ features / len(y), features.T @ y / len(y), float(y @ y) / len(y))
    assert found.kkt_residual < 1e-12
    assert found.risk == pytest.approx(2 * reference.cost / len(y), rel=1e-9, abs=1e-14)
    assert found.risk == pytest.approx(by_gram.risk, rel=1e-9, abs=1e-14)
    for masses in (found, by_gram):
        assert not np.concatenate([masses.positive, masses.negative])[~features.any(axis=0)].any()


def test_a_silent_target_has_a_silent_optimum():
    found = optimum.population_optimum(np.eye(2), [[0.0, 0.0]])
    assert (found.risk, found.kkt_residual) == (0, 0)
    assert not found.positive.any() and not found.negative.any()


GOOD = (np.eye(4) / 2, np.ones(4), 3.0)


@pytest.mark.parametrize(
    "arguments",
    [
        (np.eye(3), np.ones(3), 1.0),
        (np.eye(4), np.ones(2), 1.0),
        (np.full((4, 4), np.nan), np.ones(4), 1.0),
        (np.triu(np.ones((4, 4))), np.ones(4), 1.0),
        (*GOOD, np.ones((4, 2), bool)),
        (*GOOD[:2], np.inf),
    ],
)
def test_bad_grams_are_refused(arguments):
    with pytest.raises(ValueError, match="must"):
        optimum.gram_optimum(*arguments)


@pytest.mark.parametrize(
    ("samples", "outputs"),
    [
        (np.ones((3, 2)), np.ones(2)),
        (np.ones((3, 3)), np.ones(3)),
        (np.ones((0, 2)), np.ones(0)),
        (np.ones((2, 2)), [1.0, np.nan]),
        (np.ones((2, 2)), [1.0, 1j]),
    ],
)
def test_bad_samples_are_refused(samples, outputs):
    with pytest.raises(ValueError, match="must"):
        optimum.empirical_optimum(np.eye(2), samples, outputs)


def test_repeated_lines_are_refused():
    with pytest.raises(ValueError, match="distinct"):
        optimum.population_optimum([[1.0, 0.0], [-1.0, 0.0]], [[1.0, 1.0]])


def test_a_small_risk_keeps_its_digits():
    """A target between the axes, and a thousand times as much on one of them, which takes nothing from the risk."""
    between = np.array([[np.sqrt(0.5), np.sqrt(0.5)]])
    j = np.sqrt(0.5) * (1 + 3 * np.pi / 4)
    alone = 0.5 - j**2 / (np.pi * (np.pi + 1))
    found = optimum.population_optimum(np.eye(2), np.concatenate([between, [[1000.0, 0.0]]]))
    assert found.risk == pytest.approx(alone, rel=1e-11)


@settings(deadline=None, max_examples=20)
@given(ANY_SEED, st.integers(2, 15), st.integers(1, 90))
def test_rows_of_the_gram_matrix_as_they_are_needed(seed, inputs, count):
    """More features enter than there is room for at first; the optimum is that of the whole matrix."""
    lines, target, _ = problem_of(seed, inputs, count, targets=20)
    problem = optimum.population_problem(lines, target)
    found, whole = optimum.population_optimum(lines, target), optimum.solve(problem)
    assert found.kkt_residual < 1e-12 and whole.kkt_residual < 1e-12
    assert found.risk == pytest.approx(whole.risk, rel=0, abs=2e-15 * problem.constant)
    masses = np.concatenate([found.positive, found.negative])
    assert found.risk == pytest.approx(problem.risk(masses), rel=0, abs=2e-15 * problem.constant)
    assert found.kkt_residual == pytest.approx(problem.kkt_residual(masses, masses == masses), rel=0, abs=2e-15)


def test_many_lines_take_no_gram_matrix():
    """Of 6,000 lines the whole matrix would be 1.2 GB, and the support is 200 of 12,000 features."""
    lines, target, _ = problem_of(8, 15, 6000, targets=20)
    tracemalloc.start()
    found = optimum.population_optimum(lines, target)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found.kkt_residual < 1e-12 and most < 100e6
    fewer = optimum.population_optimum(lines[:600], target)
    assert found.risk < fewer.risk


@settings(deadline=None, max_examples=20)
@given(ANY_SEED, st.integers(1, 6), st.integers(1, 40), st.integers(1, 50))
def test_risks_of_masses_by_blocks_of_rows(seed, inputs, count, rows):
    lines, target, rng = problem_of(seed, inputs, 1 if inputs == 1 else count)
    target[0] = 0.0
    masses = rng.exponential(size=(3, 2 * len(lines)))
    problem = optimum.population_problem(lines, target)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(optimum, "_ROWS", rows)
        found = optimum.mass_risks(lines, target, masses)
    np.testing.assert_allclose(found, [problem.risk(own) for own in masses], rtol=1e-12)
    np.testing.assert_allclose(
        found, [population_risk(np.concatenate([lines, -lines]) * own[:, None], target) for own in masses], rtol=1e-12
    )


def test_risks_of_many_lines_take_no_kernel_matrix():
    lines, target, rng = problem_of(3, 15, 3000, targets=20)
    masses = rng.exponential(size=(2, 6000))
    tracemalloc.start()
    optimum.mass_risks(lines, target, masses)
    assert tracemalloc.get_traced_memory()[1] < 25e6  # the matrix alone is 72 MB
    tracemalloc.stop()


def test_a_line_that_comes_twice_is_one_line():
    lines, target, _ = problem_of(2, 3, 4)
    twice = optimum.optimum_on_units(np.concatenate([lines, lines[:2]]), target)
    assert twice.risk == pytest.approx(optimum.population_optimum(lines, target).risk, rel=1e-13)
    assert twice.kkt_residual < 1e-12


def test_the_order_of_memory_of_the_lines_does_not_matter():
    lines, target, _ = problem_of(6, 4, 9)
    found, turned = (optimum.population_optimum(own, target) for own in (lines, np.asfortranarray(lines)))
    assert found.risk == pytest.approx(turned.risk, rel=1e-12)
    np.testing.assert_allclose(found.positive, turned.positive, atol=1e-12)

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pnn import landscape, orthants
from pnn.kernels import abs_gram, psi
from pnn.lines import axes, random_lines
from pnn.optimum import population_optimum
from pnn.orthants import orthant_minimum_values
from pnn.risk import population_gradient, population_hessian, population_risk
from pnn.schur import schur_complement

ANY_SEED = st.integers(0, 2**32 - 1)


def at_degrees(*angles):
    radians = np.radians(angles)
    return np.column_stack([np.cos(radians), np.sin(radians)])


def problem_of(seed, largest=3, targets=3):
    """Random lines, a target on them or off them, and one or two neurons a line."""
    rng = np.random.default_rng(seed)
    inputs = int(rng.integers(1, 4))
    count = 1 if inputs == 1 else int(rng.integers(1, largest + 1))
    lines = random_lines(count, inputs, rng)
    on_lines = rng.standard_normal((targets, 1)) * lines[rng.integers(0, count, targets)]
    target = on_lines if rng.random() < 0.5 else rng.standard_normal((targets, inputs))
    return lines, target, rng.integers(1, 3, count), rng


def descend(lines, target, line_of, coefficients, steps=60_000, rest=1e-8):
    """Gradient descent on the coefficients that stops a neuron at zero and lets it leave downhill only.

    It ends where nothing moves any more; nearly parallel lines need many steps, and None is for too many.
    A neuron may shrink for ever towards a point that is no minimum, as W = 0: near zero it is put there.
    """
    rate = 1 / np.linalg.norm(np.linalg.eigvalsh(landscape.region_hessian(lines, line_of, np.ones(len(line_of)))))
    rate /= 2
    gram, moment = abs_gram(lines, lines), abs_gram(lines, target).sum(axis=1)
    c = coefficients.copy()
    for _ in range(steps):
        odd = lines @ (c @ lines[line_of] - target.sum(axis=0)) / 2
        even = (gram @ np.bincount(line_of, np.abs(c), len(lines)) - moment) / 2
        up, down = (odd + even)[line_of], (even - odd)[line_of]
        speed = np.where(c > 0, -up, np.where(c < 0, down, np.maximum(-up, 0) - np.maximum(-down, 0)))
        if np.abs(speed).max() < rest:
            return c
        moved = c + rate * speed
        arrived = (c * moved < 0) | ((np.abs(moved) < 1e-8) & (np.abs(moved) < np.abs(c)))
        c = np.where(arrived, 0.0, moved)
    return None


def test_one_input_has_the_three_classical_values():
    positive, negative = 6.0, 4.0
    values = landscape.local_minimum_values([[1.0]], [[positive], [-negative]])
    np.testing.assert_allclose(values, [0, negative**2 / 2, positive**2 / 2], atol=1e-14)
    np.testing.assert_allclose(landscape.local_minimum_values([[1.0]], [[2.0], [3.0]]), [0], atol=1e-14)
    single = landscape.local_minimum_values([[-1.0]], [[positive], [-negative]], 1)
    np.testing.assert_allclose(single, [negative**2 / 2, positive**2 / 2], rtol=1e-14)


@pytest.mark.parametrize("inputs", [1, 2, 3, 4])
@pytest.mark.parametrize("plus_over_minus", [0.1, 0.3, 0.5, 2.0])
def test_axes_with_one_mixed_target(inputs, plus_over_minus):
    """Theorem 5's region with one input held positive: its value and when it exists, derived by hand."""
    c, plus, minus = 2 / np.pi, plus_over_minus, 1.0
    kappa = 1 - c**2 * (inputs - 1) / (1 + c * (inputs - 2)) if inputs > 1 else 1.0
    others = 3 * axes(inputs)[1:]  # heavier, so that their own bad minima have other values
    target = np.concatenate([plus * axes(inputs)[:1], -minus * axes(inputs)[:1], others, -others])
    values = landscape.local_minimum_values(axes(inputs), target)
    bad = kappa / (1 + kappa) * minus**2
    exists = (1 + kappa) * plus > (1 - kappa) * minus
    assert exists == (np.abs(values - bad).min() < 1e-12)
    assert values[0] < 1e-25


@settings(deadline=None, max_examples=25)
@given(ANY_SEED)
def test_enumeration_agrees_with_the_search_over_orthants(seed):
    lines, target, neurons, _ = problem_of(seed)
    line_of = np.repeat(np.arange(len(lines)), neurons)
    if line_of.size > 5:
        neurons, line_of = np.ones_like(neurons), np.arange(len(lines))
    values = landscape.local_minimum_values(lines, target, neurons)
    searched = orthant_minimum_values(lines, target, line_of)
    assert values.shape == searched.shape
    np.testing.assert_allclose(values, searched, atol=1e-9 * (target**2).sum())


@settings(deadline=None, max_examples=5)
@given(ANY_SEED)
def test_descent_ends_at_an_enumerated_value(seed):
    lines, target, neurons, rng = problem_of(seed)
    line_of = np.repeat(np.arange(len(lines)), neurons)
    values = landscape.local_minimum_values(lines, target, neurons)
    for _ in range(3):
        end = descend(lines, target, line_of, rng.standard_normal(line_of.size))
        assume(end is not None)
        risk = population_risk(end[:, None] * lines[line_of], target)
        assert np.abs(values - risk).min() < 1e-4 * (target**2).sum()


@settings(deadline=None, max_examples=15)
@given(ANY_SEED)
def test_the_least_value_is_the_optimum(seed):
    lines, target, _, _ = problem_of(seed, largest=4)
    values = landscape.local_minimum_values(lines, target, 2)
    assert (np.diff(values) > 0).all()
    found = population_optimum(lines, target)
    assert values[0] == pytest.approx(found.risk, abs=1e-13 * (target**2).sum())
    weights = np.concatenate([found.positive[:, None] * lines, -found.negative[:, None] * lines])
    home = np.tile(np.arange(len(lines)), 2)
    assert landscape.is_local_minimum(weights, lines, target, home)
    np.testing.assert_allclose(
        landscape.local_minimum_values(-3 * lines[::-1], 2 * target),
        4 * values,
        atol=1e-12 * (target**2).sum(),
    )


def test_dependent_mixed_lines_allow_a_bad_minimum():
    """Three lines of both signs in three dimensions that span a plane: Theorem 7 needs them independent."""
    lines = np.array([[1, 0, 0], [0, 1, 0], [0.6, 0.8, 0], [0, 0, 1.0]])
    target = np.concatenate([lines, -lines])
    kappa = schur_complement(lines[:3], lines[3:])[0, 0]
    gram = abs_gram(lines[:3], lines[:3])
    last = 2 * kappa / (1 + kappa)  # of q^2/4 + kappa (q - 2)^2/4, with the three mixed lines following
    halves = 1 + np.linalg.solve(gram, abs_gram(lines[:3], lines[3:]))[:, 0] * (2 - last) / 2
    weights = np.concatenate([halves[:, None] * lines[:3], -halves[:, None] * lines[:3], [lines[3] * last / 2] * 2])
    assert landscape.is_local_minimum(weights, lines, target)
    risk = population_risk(weights, target)
    assert risk == pytest.approx(kappa / (1 + kappa), rel=1e-12)
    assert np.abs(landscape.local_minimum_values(lines, target) - risk).min() < 1e-12
    assert landscape.region_hessian_rank(lines, [0, 1, 2, 3, 0, 1, 2, 3], [1, 1, 1, 1, -1, -1, -1, 1]) == 6


def test_zero_weights_allow_a_bad_minimum_in_the_plane():
    lines = at_degrees(0, 60, 210)
    target = np.concatenate([[lines[0] / 2] * 2, [lines[1] / 2] * 2, [lines[2], -lines[2]]])
    values = landscape.local_minimum_values(lines, target)
    # lines 0 and 1 keep one positive neuron and a silent one, line 2 is positive: solve for the stationary point
    used = lines[[0, 1, 2]]
    gram = (used @ used.T + abs_gram(used, used)) / 4
    moment = (used @ target.T + abs_gram(used, target)).sum(axis=1) / 4
    masses = np.linalg.solve(gram, moment)
    weights = np.array([masses[0] * lines[0], 0 * lines[0], masses[1] * lines[1], 0 * lines[1]])
    weights = np.concatenate([weights, [masses[2] / 2 * lines[2]] * 2])
    assert landscape.is_local_minimum(weights, lines, target, [0, 0, 1, 1, 2, 2])
    assert np.abs(values - population_risk(weights, target)).min() < 1e-14
    assert population_risk(weights, target) > 0.01


def test_an_empty_line_can_be_optimal():
    lines, target = at_degrees(0, 60, 120), np.concatenate([at_degrees(30), -at_degrees(30)])
    found = population_optimum(lines, target)
    mass = found.positive + found.negative
    assert mass[2] == 0 and (mass[:2] > 0.5).all()
    bound = schur_complement(lines, target[:1])[0, 0]  # q* = 2, so q*^2/4 = 1
    # on the first two lines alone, by symmetry, one unknown is left
    pair = abs_gram(lines[:2], target).sum(axis=1)[0]
    assert found.risk == pytest.approx(1 - pair**2 / (2 * (1 + psi(0.5))), rel=1e-12)
    assert found.risk > 1.5 * bound


def test_a_single_target_neuron_off_the_lines_is_never_balanced():
    target = at_degrees(45)
    found = population_optimum(axes(2), target)
    j = np.sin(np.pi / 4) + 3 * np.pi / 4 * np.cos(np.pi / 4)
    assert found.risk == pytest.approx(0.5 - j**2 / (np.pi * (np.pi + 1)), rel=1e-12)
    imbalance = (found.positive - found.negative) @ axes(2) - target[0]
    assert np.linalg.norm(imbalance) > 0.1
    assert found.risk > schur_complement(axes(2), target)[0, 0] / 4


@settings(deadline=None, max_examples=30)
@given(ANY_SEED)
def test_forces_are_slopes(seed):
    lines, target, _, rng = problem_of(seed)
    line_of = np.tile(np.arange(len(lines)), 2)
    c = rng.choice([-1, 1], line_of.size) * rng.uniform(0.2, 2, line_of.size)
    slopes = np.einsum("ij,ij->i", population_gradient(c[:, None] * lines[line_of], target), lines[line_of])
    odd, even = landscape.forces(lines, target, *landscape.line_masses(c, line_of, len(lines)))
    np.testing.assert_allclose(odd[line_of] + np.sign(c) * even[line_of], slopes, atol=1e-12)


@settings(deadline=None, max_examples=30)
@given(ANY_SEED)
def test_region_hessian_and_its_rank(seed):
    lines, target, _, rng = problem_of(seed, largest=5)
    line_of = np.tile(np.arange(len(lines)), 3)
    c = rng.choice([-1, 1], line_of.size) * rng.uniform(0.2, 2, line_of.size)
    own = lines[line_of]
    full = population_hessian(c[:, None] * own, target).reshape(*own.shape, *own.shape)
    hessian = landscape.region_hessian(lines, line_of, np.sign(c))
    # along a line the risk is quadratic: only the block structure of the full Hessian is seen
    np.testing.assert_allclose(np.einsum("ia,iajb,jb->ij", own, full, own), hessian, atol=1e-12)
    values = np.linalg.eigvalsh(hessian)
    if np.linalg.eigvalsh(abs_gram(lines, lines))[0] > 1e-4:
        assert (values > 1e-8).sum() == landscape.region_hessian_rank(lines, line_of, np.sign(c))
    assert values[0] > -1e-13


@settings(deadline=None, max_examples=30)
@given(ANY_SEED)
def test_zero_is_a_minimum_only_of_a_silent_target(seed):
    lines, target, _, _ = problem_of(seed)
    nothing, home = np.zeros((2 * len(lines), lines.shape[1])), np.tile(np.arange(len(lines)), 2)
    assert not landscape.is_local_minimum(nothing, lines, target, home)
    assert landscape.is_local_minimum(nothing, lines, 0 * target, home)
    np.testing.assert_array_equal(landscape.local_minimum_values(lines, 0 * target), [0])
    np.testing.assert_array_equal(landscape.local_minimum_values(lines, 0 * target, 1), [0])


def test_points_of_one_input():
    target = [[6.0], [-4.0]]
    for weights, expected in [
        ([[3.0], [3.0]], True),
        ([[-1.0], [-3.0]], True),
        ([[6.0], [-4.0]], True),
        ([[3.0], [3.0001]], False),
        ([[-3.0], [-3.0]], False),
        ([[6.0], [4.0]], False),
    ]:
        assert landscape.is_local_minimum(weights, [[1.0]], target) is expected
    assert not landscape.is_local_minimum([[6.0], [0.0]], [[1.0]], target, [0, 0])
    assert landscape.is_local_minimum([[6.0], [0.0]], [[1.0]], target[:1], [0, 0])


@pytest.mark.parametrize(
    ("weights", "line_of", "complaint"),
    [
        ([[1.0, 0.0], [0.0, 0.0]], None, "line_of is needed: weight row 1"),
        ([[1.0, 0.1]], None, "row 0 is off"),
        ([[1.0, 0.0]], [1], "off line 1"),
        ([[1.0, 0.0]], [2], "line_of must lie"),
        ([[1.0, 0.0]], [-1], "line_of must lie"),
        ([[1.0, 0.0]], [0, 1], "line_of must be 1"),
        ([[1.0, 0.0]], [0.0], "whole"),
        ([[1.0, 0.0, 0.0]], None, "inputs"),
        ([[np.nan, 0.0]], None, "finite"),
    ],
)
def test_bad_points_are_refused(weights, line_of, complaint):
    with pytest.raises(ValueError, match=complaint):
        landscape.is_local_minimum(weights, axes(2), [[1.0, 1.0]], line_of)


def test_neighbouring_lines_need_line_of():
    lines = np.array([[1.0, 0.0], [1.0, 1e-8]])
    with pytest.raises(ValueError, match="several lines"):
        landscape.is_local_minimum([[2.0, 0.0]], lines, [[1.0, 1.0]])
    assert not landscape.is_local_minimum([[2.0, 0.0]], lines, [[1.0, 1.0]], [0])


@pytest.mark.parametrize("neurons", [0, -1, 1.5, [1, 2, 3], [[1, 2]], [0, 2], "two"])
def test_bad_neuron_counts_are_refused(neurons):
    with pytest.raises(ValueError, match="neurons_per_line"):
        landscape.local_minimum_values(axes(2), [[1.0, 1.0]], neurons)


def test_other_bad_input_is_refused():
    with pytest.raises(ValueError, match="at most 12"):
        landscape.local_minimum_values(axes(13), np.eye(13))
    with pytest.raises(ValueError, match="masses"):
        landscape.forces(axes(2), [[1.0, 1.0]], [1.0, -1.0], [0.0, 0.0])
    with pytest.raises(ValueError, match="signs"):
        landscape.region_hessian(axes(2), [0, 1], [1, 0])
    for tolerance in (-1.0, np.nan):
        with pytest.raises(ValueError, match="tolerance"):
            landscape.is_local_minimum([[1.0, 0.0]], axes(2), [[1.0, 1.0]], tolerance=tolerance)
    with pytest.raises(ValueError, match="1 to 9 neurons"):
        orthant_minimum_values(axes(2), [[1.0, 1.0]], [0] * 10)


def test_the_search_over_orthants_does_not_rest_on_one_solver(monkeypatch):
    """Where non-negative least squares stop early, as they may, bounded least squares find the same values."""
    lines, target = at_degrees(0, 60), at_degrees(20, 100, 250)
    found = orthant_minimum_values(lines, target, [0, 0, 1, 1])
    monkeypatch.setattr(orthants, "nnls", lambda active, image: (np.zeros(active.shape[1]), 0.0))
    np.testing.assert_allclose(orthant_minimum_values(lines, target, [0, 0, 1, 1]), found, atol=1e-9)


def test_values_a_little_more_than_the_gap_apart_are_two():
    """One input: 0 and m^2/2 for the smaller mass m, against a target of mean square about 1/2."""
    for mass, count in ((3.2e-6, 3), (0.6e-6, 2)):  # 1e-11 and 4e-13 of the mean square
        assert len(landscape.local_minimum_values([[1.0]], [[1.0], [-mass]])) == count


def test_a_weight_that_may_be_zero_must_pass_as_zero():
    """Of two targets of both signs a net of the larger alone is no minimum, however small its other weight is."""
    for small in (0.0, -1e-13, -1e-9):
        assert not landscape.is_local_minimum([[6.0], [small]], [[1.0]], [[6.0], [-4.0]], [0, 0])


def test_a_weight_above_rounding_must_stand_still_itself():
    """The third line is best left empty, with a slope: 1e-13 there may be zero, 1e-9 is a weight that wants to fall."""
    lines, target = at_degrees(0, 60, 120), np.concatenate([at_degrees(30), -at_degrees(30)])
    found = population_optimum(lines, target)
    best = np.concatenate([found.positive[:2, None] * lines[:2], -found.negative[:2, None] * lines[:2]])
    home = [0, 1, 0, 1, 2]
    for small, expected in ((0.0, True), (1e-13, True), (-1e-13, True), (1e-11, False), (-1e-9, False)):
        weights = np.concatenate([best, small * lines[2:]])
        assert landscape.is_local_minimum(weights, lines, target, home) is expected


def test_a_network_without_neurons_has_nothing_to_move():
    nothing = np.zeros((0, 2))
    assert landscape.is_local_minimum(nothing, axes(2), [[1.0, 1.0]]) is True
    assert population_risk(nothing, nothing) == 0

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pnn import risk

ANY_SEED = st.integers(0, 2**32 - 1)
NODES, WEIGHTS = np.polynomial.legendre.leggauss(16)


def circle_risk(weights, target_weights):
    """E (h - h*)^2 in the plane by integrating over the circle between the neurons' kinks: no kernel in it."""
    rows = np.concatenate([weights, target_weights])
    rows = rows[np.abs(rows).max(axis=1) > 0]
    kinks = np.arctan2(rows[:, 1], rows[:, 0])
    ends = np.unique(np.concatenate([(kinks + np.pi / 2) % (2 * np.pi), (kinks - np.pi / 2) % (2 * np.pi)]))
    ends = np.append(ends, ends[0] + 2 * np.pi)
    half = np.diff(ends) / 2
    angle = (ends[:-1] + half)[:, None] + half[:, None] * NODES
    x = np.stack([np.cos(angle), np.sin(angle)])
    error = sum(np.maximum(np.tensordot(w, x, 1), 0) for w in weights)
    error = error - sum(np.maximum(np.tensordot(w, x, 1), 0) for w in target_weights)
    return half @ (error**2 @ WEIGHTS) / np.pi  # E r^2 = 2, uniform angle


def nets(seed, inputs, neurons=4, targets=3):
    rng = np.random.default_rng(seed)
    return rng.standard_normal((neurons, inputs)), rng.standard_normal((targets, inputs)), rng


@settings(deadline=None, max_examples=40)
@given(ANY_SEED, st.integers(1, 6), st.integers(1, 5))
def test_the_plane_agrees_with_the_circle(seed, neurons, targets):
    weights, target, _ = nets(seed, 2, neurons, targets)
    weights[0] *= seed % 2  # now and then a silent neuron
    expected = circle_risk(weights, target)
    assert risk.population_risk(weights, target) == pytest.approx(expected, abs=1e-13 * (1 + expected))


def test_simulation_in_five_dimensions():
    weights, target, rng = nets(2, 5)
    x = rng.standard_normal((400_000, 5))
    squares = (np.maximum(x @ weights.T, 0).sum(axis=1) - np.maximum(x @ target.T, 0).sum(axis=1)) ** 2
    error = squares.std() / np.sqrt(len(x))
    assert abs(squares.mean() - risk.population_risk(weights, target)) < 5 * error
    half_wrong = 0.5 * risk.population_risk(weights, target)
    assert abs(squares.mean() - half_wrong) > 5 * error


@settings(deadline=None, max_examples=30)
@given(ANY_SEED, st.integers(1, 5))
def test_symmetries(seed, inputs):
    weights, target, rng = nets(seed, inputs)
    value = risk.population_risk(weights, target)
    rotation = np.linalg.qr(rng.standard_normal((inputs, inputs)))[0]
    assert risk.population_risk(weights @ rotation, target @ rotation) == pytest.approx(value, rel=1e-11)
    assert risk.population_risk(target, weights) == pytest.approx(value, rel=1e-12)
    assert risk.population_risk(3 * weights, 3 * target) == pytest.approx(9 * value, rel=1e-12)
    split = np.concatenate([0.25 * weights, 0.75 * weights, np.zeros((2, inputs))])
    assert risk.population_risk(split, target) == pytest.approx(value, rel=1e-12)


def test_one_dimension_in_closed_form():
    weights, target = np.array([[3.0], [-1.0], [0.5]]), np.array([[2.0], [-4.0]])
    assert risk.population_risk(weights, target) == pytest.approx((3.5 - 2) ** 2 / 2 + (1 - 4) ** 2 / 2, rel=1e-15)


@settings(deadline=None, max_examples=20)
@given(ANY_SEED, st.floats(1e-12, 1e-3))
def test_small_risks_on_shared_lines_keep_their_digits(seed, size):
    target, change, _ = nets(seed, 4, 3, 3)
    weights = target * (1 + size * change[:, :1])
    # the difference is size * sum change |w*| relu: its risk from a net of one-sided masses
    step = (weights - target) / size
    up = np.einsum("ij,ij->i", step, target) > 0
    expected = risk.population_risk(step[up], -step[~up])
    assert risk.population_risk(weights, target) == pytest.approx(size**2 * expected, rel=1e-12 + 1e-14 / size)


@settings(deadline=None, max_examples=30)
@given(ANY_SEED, st.floats(1e-12, 1e-3))
def test_tiny_risks_are_never_negative(seed, size):
    target, change, _ = nets(seed, 3, 3, 3)
    value = risk.population_risk(target + size * change, target)
    assert 0 <= value <= (size * np.linalg.norm(change, axis=1).sum()) ** 2 + 1e-13
    assert risk.population_risk(target[::-1], target) < 1e-29


def numeric_gradient(weights, target, step=1e-6):
    shifts = step * np.eye(weights.size).reshape(-1, *weights.shape)
    both = [[risk.population_risk(weights + sign * shift, target) for sign in (1, -1)] for shift in shifts]
    return np.array([up - down for up, down in both]).reshape(weights.shape) / (2 * step)


@settings(deadline=None, max_examples=20)
@given(ANY_SEED, st.integers(1, 4), st.integers(1, 4))
def test_gradient_matches_differences(seed, inputs, neurons):
    weights, target, _ = nets(seed, inputs, neurons)
    weights[np.linalg.norm(weights, axis=1) < 0.1] = 0.5
    target[0] = 0
    gradient = risk.population_gradient(weights, target)
    np.testing.assert_allclose(gradient, numeric_gradient(weights, target), atol=3e-8)


def test_gradient_matches_simulation():
    weights, target, rng = nets(4, 3)
    x = rng.standard_normal((400_000, 3))
    active = x @ weights.T
    error = np.maximum(active, 0).sum(axis=1) - np.maximum(x @ target.T, 0).sum(axis=1)
    terms = 2 * (error[:, None] * (active > 0))[:, :, None] * x[:, None, :]
    spread = terms.std(axis=0) / np.sqrt(len(x))
    assert (np.abs(terms.mean(axis=0) - risk.population_gradient(weights, target)) < 5 * spread).all()


def numeric_hessian(weights, target, step=1e-5):
    columns = []
    for shift in step * np.eye(weights.size).reshape(-1, *weights.shape):
        ahead, behind = (risk.population_gradient(weights + sign * shift, target) for sign in (1, -1))
        columns.append((ahead - behind).ravel() / (2 * step))
    return np.array(columns).T


@settings(deadline=None, max_examples=20)
@given(ANY_SEED, st.integers(1, 4), st.integers(1, 4))
def test_hessian_matches_differences(seed, inputs, neurons):
    weights, target, _ = nets(seed, inputs, neurons)
    weights[np.linalg.norm(weights, axis=1) < 0.2] = 0.5
    hessian = risk.population_hessian(weights, target)
    np.testing.assert_allclose(hessian, hessian.T, atol=1e-13)
    np.testing.assert_allclose(hessian, numeric_hessian(weights, target), atol=1e-4)


@pytest.mark.parametrize("factor", [1.0, 2.5, -1.0, -0.3])
def test_derivatives_exist_at_parallel_weights(factor):
    weights, target, _ = nets(6, 3, 2, 2)
    weights[1] = factor * weights[0]
    target[0] = -factor * weights[0]
    np.testing.assert_allclose(risk.population_gradient(weights, target), numeric_gradient(weights, target), atol=1e-8)
    # one-sided third derivatives differ here, so differences err by the step itself
    np.testing.assert_allclose(
        risk.population_hessian(weights, target), numeric_hessian(weights, target, 1e-6), atol=1e-5
    )


def test_hessian_at_a_matched_net_is_the_gram_of_active_inputs():
    weights, _, rng = nets(9, 3, 3)
    x = rng.standard_normal((400_000, 3))
    jacobian = ((x @ weights.T > 0)[:, :, None] * x[:, None, :]).reshape(len(x), -1)
    gram = 2 * jacobian.T @ jacobian / len(x)
    np.testing.assert_allclose(risk.population_hessian(weights, weights), gram, atol=0.02)
    np.testing.assert_allclose(risk.population_gradient(weights, weights), 0, atol=1e-14)


@pytest.mark.parametrize("derivative", [risk.population_gradient, risk.population_hessian])
def test_no_derivative_at_a_silent_neuron(derivative):
    with pytest.raises(ValueError, match=r"not differentiable .* row 1"):
        derivative([[1.0, 2.0], [0.0, 0.0]], [[1.0, 1.0]])


@pytest.mark.parametrize("function", [risk.population_risk, risk.population_gradient, risk.population_hessian])
@pytest.mark.parametrize(
    ("weights", "target"),
    [([[1.0, 2.0]], [[1.0]]), ([1.0], [[1.0]]), ([[np.nan]], [[1.0]]), ([[1.0]], [[-np.inf]])],
)
def test_bad_nets_are_refused(function, weights, target):
    with pytest.raises(ValueError, match="must"):
        function(weights, target)


def test_empty_nets_are_silent():
    nothing = np.zeros((0, 2))
    assert risk.population_risk(nothing, nothing) == 0
    assert risk.population_risk([[0.0, 0.0]], nothing) == 0
    assert risk.population_risk(nothing, [[3.0, 4.0]]) == pytest.approx(12.5)


@settings(deadline=None, max_examples=40)
@given(ANY_SEED, st.integers(1, 50))
def test_a_neuron_cut_in_two_on_its_line_changes_nothing(seed, inputs):
    """The rows' directions differ by rounding; their masses are added before the kernel sees them."""
    rng = np.random.default_rng(seed)
    row, (first, second) = rng.standard_normal(inputs), rng.uniform(0.1, 3, 2)
    assert risk.population_risk([first * row, second * row], [(first + second) * row]) < 1e-29 * (row @ row)


@pytest.mark.parametrize("angle", [2e-14, 1e-12, 1e-9])
def test_lines_a_little_apart_stay_two(angle):
    """Half of the gradient, -angle across the line, comes from the linear part; one line in place of two would lose the
    other half."""
    found = risk.population_gradient([[1.0, 0.0]], [[np.cos(angle), np.sin(angle)]])
    assert found[0, 1] == pytest.approx(-angle, rel=0.02, abs=0)

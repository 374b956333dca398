"""Training: gradients are those of autograd and of plain loops, students do not see each other, losses are means."""

import math

import numpy as np
import pytest

from verification.papers.diversity2017.descent_on_the_sphere import sphere
from verification.papers.diversity2017.training.kernels import ARCCOS, pair_weights
from verification.papers.diversity2017.training.networks import expected_square, outputs, signs_of
from verification.papers.diversity2017.training.students import Descent, Students

SHAPES = (3, 3, 2), 4, 6  # widths, inputs, batch


def drawn(seed=0, kind=np.float64):
    widths, inputs, batch = SHAPES
    rng = np.random.default_rng(seed)
    weights, samples = rng.standard_normal((sum(widths), inputs)), rng.standard_normal((batch, inputs))
    signs = rng.choice([-1.0, 1.0], sum(widths))
    return [array.astype(kind) for array in (weights, signs, samples, rng.standard_normal(batch))]


def students(weights, signs, descent=None, **kept):
    return Students(weights, signs, SHAPES[0], descent or Descent(0.1), **kept)


def by_loops(weights, signs, samples, wanted, factor):
    """The loss's gradient by its definition, one unit and sample at a time."""
    gradient, batch = np.zeros_like(weights), len(samples)
    for x, y in zip(samples, wanted, strict=True):
        active = [float(w @ x) > 0 for w in weights]
        error = sum(v * float(w @ x) for v, w, on in zip(signs, weights, active, strict=True) if on) - y
        for k, on in enumerate(active):
            gradient[k] += 2 * factor / batch * error * signs[k] * x if on else 0
    return gradient


@pytest.mark.parametrize("factor", [0.5, 1.0])
def test_gradients_are_those_of_plain_loops(factor):
    weights, signs, samples, wanted = drawn()
    found = students(weights, signs, Descent(0.1, 0.0, factor))
    gradient = found.gradient(samples, wanted)
    for number, (start, end) in enumerate([(0, 3), (3, 6), (6, 8)]):
        slopes = by_loops(weights[start:end], signs[start:end], samples, wanted, factor)
        assert gradient[start:end] == pytest.approx(slopes, abs=1e-13)
        errors = outputs(weights[start:end], signs[start:end], samples) - wanted
        assert found.losses[number] == pytest.approx(factor * np.mean(errors**2))


def test_gradients_are_those_of_autograd():
    torch = pytest.importorskip("torch")
    weights, signs, samples, wanted = drawn(1)
    rows = torch.tensor(weights, requires_grad=True)
    x, y, v = (torch.tensor(array) for array in (samples, wanted, signs))
    total = torch.zeros(())
    for (start, end), coefficient in zip([(0, 3), (3, 6), (6, 8)], (0.3, 2.0, 0.0), strict=True):
        total = total + ((torch.relu(x @ rows[start:end].T) @ v[start:end] - y) ** 2).mean() / 2
        units = rows[start:end] / rows[start:end].norm(dim=1, keepdim=True)
        i, j = np.triu_indices(end - start, 1)
        angles = torch.acos((units[i] * units[j]).sum(dim=1))
        total = total + coefficient * (((math.pi - angles) / (2 * math.pi)) ** 2).mean()
    total.backward()
    gradient = students(weights, signs, coefficients=(0.3, 2.0)).gradient(samples, wanted)
    assert gradient == pytest.approx(rows.grad.numpy(), abs=1e-7)


def test_students_do_not_see_each_other():
    weights, signs, samples, wanted = drawn(2)
    whole = students(weights, signs, Descent(0.2, 0.9), coefficients=(0.1,), first=1)
    alone = Students(weights[3:6], signs[3:6], (3,), Descent(0.2, 0.9), (0.1,))
    for _ in range(5):
        whole.step(samples, wanted)
        alone.step(samples, wanted)
    assert whole.student(1)[0] == pytest.approx(alone.weights, abs=1e-12)


def test_steps_are_heavy_ball():
    weights, signs, samples, wanted = drawn(3)
    net, expected, velocity = students(weights, signs, Descent(0.2, 0.9)), weights.copy(), 0.0
    for _ in range(3):
        velocity = 0.9 * velocity + students(expected, signs).gradient(samples, wanted)
        expected = expected - 0.2 * velocity
        net.step(samples, wanted)
    assert net.weights == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize(("kind", "close"), [(np.float64, 1e-6), (np.float32, 2e-5)])
def test_weights_of_pairs_from_opposite_to_near_ones(kind, close):
    cosines = np.array([-1, -1 + 1e-6, -0.5, 0, 0.7, 0.99])
    wanted = [0.5 * 2, *((math.pi - math.acos(t)) / math.sqrt(1 - t * t) for t in cosines[1:])]
    pairs = np.eye(7, dtype=kind)[None].copy()
    pairs[0, 0, 1:] = pairs[0, 1:, 0] = cosines
    along = np.empty((1, 7), kind)
    pair_weights(pairs, tuple(np.array(ARCCOS, kind)), along)
    assert pairs[0, 0, 1:] == pytest.approx(np.array(wanted), rel=close)
    assert along[0, 0] == pytest.approx(np.sum(wanted * cosines), rel=close) and pairs[0].diagonal().max() == 0


def test_a_diverged_student_leaves_the_others_as_they_are():
    weights, signs, samples, wanted = drawn(4)
    good = students(weights, signs).gradient(samples, wanted)
    weights[0, 0] = np.nan
    bad = students(weights, signs).gradient(samples, wanted)
    assert np.isnan(bad[:3]).all() and np.array_equal(bad[3:], good[3:])


def test_the_expected_square_is_a_mean():
    rng = np.random.default_rng(5)
    weights, other = rng.standard_normal((3, 4)), rng.standard_normal((2, 4))
    signs, other_signs = signs_of(3, "alternating", rng), signs_of(2, "random", rng)
    x = sphere(200_000, 4, rng)
    squares = (outputs(weights, signs, x) - outputs(other, other_signs, x)) ** 2
    error = squares.std() / np.sqrt(len(x))
    assert expected_square(weights, signs, other, other_signs) == pytest.approx(squares.mean(), abs=5 * error)
    assert expected_square(weights, signs, weights, signs) < 1e-12


@pytest.mark.parametrize(
    "kept", [{"coefficients": (1.0, 1.0, 1.0)}, {"coefficients": (1.0, 1.0), "first": 1}, {"descent": None, "cut": 1}]
)
def test_students_that_do_not_fit_are_refused(kept):
    weights, signs, *_ = drawn()
    cut = kept.pop("cut", 0)
    with pytest.raises(ValueError, match=r"units|students"):
        students(weights[cut:], signs, **kept)


@pytest.mark.parametrize("values", [(0.0, 0.0), (0.1, 1.0), (0.1, -0.1), (0.1, 0.0, 0.0)])
def test_descents_that_cannot_be_are_refused(values):
    with pytest.raises(ValueError, match="rate"):
        Descent(*values)


def test_other_signs_are_refused():
    with pytest.raises(ValueError, match="alternating, random"):
        signs_of(2, "equal", np.random.default_rng(0))

"""The family of critical points, the compiled descent, and what the certificates refuse."""

import numpy as np
import pytest
from flint import arb
from hypothesis import given, settings
from hypothesis import strategies as st

from pnn.risk import population_gradient
from verification.balls import precision
from verification.jobs import Job
from verification.methods.certified import ZeroWithin
from verification.on_demand import Prover
from verification.papers.basin2016.spurious import certified, family
from verification.papers.basin2016.spurious.balls import Risk
from verification.papers.basin2016.spurious.descent import descend, gradient
from verification.verdict import Verdict

sizes = st.tuples(st.integers(1, 6), st.integers(1, 6), st.integers(0, 10**6))


@pytest.fixture(scope="module")
def forms():
    return Prover().forms(Job("basin2016", "spurious", "certified"))


@settings(deadline=None, max_examples=40)
@given(sizes)
def test_the_compiled_gradient_is_the_librarys(size):
    neurons, inputs, seed = size
    weights = np.random.default_rng(seed).standard_normal((neurons, inputs))
    np.testing.assert_allclose(gradient(weights), population_gradient(weights, np.eye(inputs)) / 2, atol=1e-12)


def test_descent_settles_at_a_lower_risk():
    starts = np.random.default_rng(2).standard_normal((5, 4, 4))
    ends, steps = descend(starts, 0.5, 1e-7, 20_000)
    assert (steps < 20_000).all() and all(np.linalg.norm(gradient(end)) < 1e-7 for end in ends)
    assert all(family.risk(end) < family.risk(start) for start, end in zip(starts, ends, strict=True))
    assert (descend(starts, 0.5, 1e-7, 3)[1] == 3).all()


def test_a_trial_ends_where_it_would_by_itself():
    """More trials than lanes, of which one diverges and some settle soon: the same to the last bit."""
    starts = np.random.default_rng(4).standard_normal((21, 4, 3))
    starts[3] *= 1e200
    ends, steps = descend(starts, 0.5, 1e-4, 2000)
    assert steps[3] == 2000 and not np.isfinite(ends[3]).all() and len(set(steps)) > 10
    for start, end, taken in zip(starts, ends, steps, strict=True):
        alone, (own,) = descend(start[None], 0.5, 1e-4, 2000)
        assert np.array_equal(alone[0], end, equal_nan=True) and own == taken


@pytest.mark.parametrize("cosine", [1.0, 1 - 1e-16, 1 - 1e-9, 0.5, 0.3, 0.0, -0.2, -0.5, -0.7, -1 + 1e-12, -1.0])
def test_the_gradient_at_any_angle(cosine):
    """Two neurons in the plane, from parallel to opposite, beside the library's, whose arccosine is NumPy's."""
    weights = np.array([[2.0, 0.0], [3 * cosine, 3 * np.sqrt(1 - cosine**2)]])
    np.testing.assert_allclose(gradient(weights), population_gradient(weights, np.eye(2)) / 2, rtol=0, atol=1e-7)
    if abs(cosine) < 0.9:
        np.testing.assert_allclose(gradient(weights), population_gradient(weights, np.eye(2)) / 2, rtol=0, atol=2e-15)


@pytest.mark.parametrize("weights", [np.ones((2, 2)), np.zeros((1, 2, 2)), np.full((1, 2, 2), np.nan)])
def test_bad_starts_are_refused(weights):
    with pytest.raises(ValueError, match="without zero rows"):
        descend(weights, 0.1, 1e-3, 10)
    with pytest.raises(ValueError, match="positive"):
        descend(np.ones((1, 2, 2)), 0.0, 1e-3, 10)


@pytest.mark.parametrize("neurons", [5, 6, 9])
def test_renamed_points_are_recognised(neurons):
    rng, critical = np.random.default_rng(neurons), family.critical_point(neurons)
    assert np.abs(gradient(critical)).max() < 1e-13
    renamed = critical[np.ix_(rng.permutation(neurons), rng.permutation(neurons))]
    assert family.distance_to_family(renamed, critical) == 0
    assert family.distance_to_family(renamed + 0.01, critical) == pytest.approx(0.01)
    assert family.distance_to_teacher(np.eye(neurons)[rng.permutation(neurons)]) == 0
    assert family.distance_to_teacher(critical) > 0.9
    near = renamed + 1e-4 * rng.standard_normal(critical.shape)
    assert family.distance_to_family(family.polished(near, 3), critical) < 1e-12


def test_the_family_needs_three_neurons():
    with pytest.raises(ValueError, match="from three neurons on"):
        family.critical_point(2)


def test_the_sixth_neuron_makes_the_saddle_a_minimum(forms):
    assert family.least_curvature(family.critical_point(5)) < 0 < family.least_curvature(family.critical_point(6))
    with precision(128):
        box = certified.Box(forms, 6)
        found = ZeroWithin("a zero", box.entries, box.image())
        assert found.verdict() is Verdict.CERTIFIED and all(bound > 0 for bound in box.curvatures()[1])
        away = certified.Box(forms, 6, shift=1e-8)
        assert ZeroWithin("none", away.entries, away.image()).verdict() is Verdict.REFUTED


@pytest.mark.parametrize("shape", [(1, 3), (3, 2)])
def test_ball_risk_is_that_of_the_library(forms, shape):
    weights = np.random.default_rng(7).standard_normal(shape)
    balls = [[arb(float(x)) for x in row] for row in weights]
    assert float(Risk(forms, shape[1]).value(balls)) == pytest.approx(family.risk(weights), abs=1e-12)


@pytest.mark.parametrize(
    ("neurons", "turned", "risk"),
    [(6, 6, 0.0556686), (7, 6, 0.0553216), (7, 7, 0.0622110), (8, 2, 0.0397932), (8, 8, 0.0677317)],
)
def test_other_forms_of_minima(neurons, turned, risk):
    """Descent stays at them: started a little aside, it comes back."""
    critical = family.critical_point(neurons, turned)
    assert (np.diag(critical) < 0).sum() == turned and family.least_curvature(critical) > 1e-3
    assert family.risk(critical) == pytest.approx(risk, abs=1e-7)
    start = critical + 1e-3 * np.random.default_rng(turned).standard_normal(critical.shape)
    assert np.abs(descend(start[None], 0.4, 1e-9, 100_000)[0][0] - critical).max() < 1e-6


@pytest.mark.parametrize("turned", [0, 7])
def test_as_many_turned_neurons_as_there_are(turned):
    with pytest.raises(ValueError, match="turned"):
        family.critical_point(6, turned)

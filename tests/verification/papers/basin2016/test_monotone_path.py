"""Networks, losses on rays, and the path between two networks."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from verification.papers.basin2016.monotone_path.instances import instance
from verification.papers.basin2016.monotone_path.losses import LOSSES
from verification.papers.basin2016.monotone_path.networks import Network, gradient, random_network, train
from verification.papers.basin2016.monotone_path.paths import monotone_path, trace

seeds = st.integers(0, 10**6)
losses = st.sampled_from(sorted(LOSSES))


def drawn(seed, loss, samples=5, sizes=(3, 4, 4, 2)):
    """A random network with samples and targets."""
    rng = np.random.default_rng(seed)
    targets = rng.standard_normal((samples, sizes[-1]))
    if loss == "cross_entropy":
        targets = np.eye(sizes[-1])[targets.argmax(axis=1)]
    return random_network(sizes, rng), rng.standard_normal((samples, sizes[0])), targets, rng


@settings(deadline=None, max_examples=25)
@given(seeds, losses)
def test_back_propagation_is_the_derivative(seed, loss):
    network, samples, targets, rng = drawn(seed, loss)
    kind, step = LOSSES[loss], 1e-6
    ways = [rng.standard_normal(array.shape) for array in (*network.weights, *network.biases)]

    def moved(size):
        parts = [a + size * w for a, w in zip((*network.weights, *network.biases), ways, strict=True)]
        return kind.value(Network(tuple(parts[:3]), tuple(parts[3:]))(samples), targets)

    slope = sum(
        float((g * w).sum())
        for g, w in zip(gradient(network, samples, lambda p: kind.slope(p, targets)), ways, strict=True)
    )
    assert (moved(step) - moved(-step)) / (2 * step) == pytest.approx(slope, rel=1e-4, abs=1e-5)


@settings(deadline=None, max_examples=25)
@given(seeds, losses, st.floats(1e-3, 20))
def test_the_scale_is_the_largest_that_meets_the_level(seed, loss, excess):
    network, samples, targets, _ = drawn(seed, loss)
    kind, rays = LOSSES[loss], network(samples)
    assume(kind.growth(rays, targets) > 1e-3)
    level = kind.value(0 * targets, targets) + excess
    scale = float(kind.scale(rays, targets, level))
    assert kind.value(scale * rays, targets) == pytest.approx(level, rel=1e-9)
    beyond = kind.value(scale * np.linspace(1.001, 10, 50)[:, None, None] * rays, targets)
    assert (beyond > level).all()


@pytest.mark.parametrize("loss", LOSSES)
def test_a_ray_that_never_grows_has_no_scale(loss):
    targets = np.eye(2)
    ray = 0 * targets if loss == "squared" else targets
    assert np.isnan(LOSSES[loss].scale(ray[None], targets, np.array([5.0]))).all()


def test_the_scale_at_the_minimum_of_a_ray_is_found():
    targets = np.array([[1.0, 0.3], [0.2, -1.0]])
    assert LOSSES["squared"].scale(targets / 3, targets, np.array(0.0)) == pytest.approx(3, abs=1e-6)


@settings(deadline=None, max_examples=20)
@given(seeds, losses)
def test_the_loss_falls_on_every_complete_path(seed, loss):
    one = instance(seed, loss, 0, (2, 4, 3, 2), 6, 40, 0.02)
    path = trace(one.start, one.end, one.samples, one.targets, loss, points=33)
    assert path.scale[0] == pytest.approx(1) and path.start > path.zero > path.end
    assert (np.isfinite(path.scale) == (path.growth > 0)).all()
    if path.complete:
        assert (np.diff(path.loss) < 0).all()
        assert path.loss[-1] == pytest.approx(path.end, abs=1e-9)


def test_a_path_stops_at_the_end_of_the_segment_where_its_loss_is_above_that_of_zero():
    one = instance(3, "squared", 0, steps=300)
    path = monotone_path(one.start, one.start.scaled(0.999), one.samples, one.targets, points=11)
    assert path.end > path.zero and path.position[-1] == 1 and path.loss[-1] == pytest.approx(path.end)


def test_training_lowers_the_loss():
    network, samples, targets, _ = drawn(1, "squared")
    value, slope = LOSSES["squared"].value, LOSSES["squared"].slope
    after = train(network, samples, lambda p: slope(p, targets), 300, 0.01)
    assert value(after(samples), targets) < 0.5 * value(network(samples), targets)


def test_the_opposite_start_breaks_halfway():
    one = instance(5, "squared", 0, steps=300).through_zero()
    with pytest.raises(ValueError, match=r"at 0\.5 of the way"):
        monotone_path(one.start, one.end, one.samples, one.targets)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"loss": "hinge"}, "no loss is called 'hinge'"),
        ({"samples": np.zeros((12, 2))}, r"wanted samples \(m, 3\)"),
        ({"targets": np.full((12, 2), np.nan)}, "must be finite"),
        ({"loss": "cross_entropy"}, "unit vectors"),
        ({"points": 1}, "two points or more"),
        ({"swap": True}, "is not below the start's"),
        ({"targets": np.full((12, 2), 40.0)}, "is not below the start's|condition"),
    ],
)
def test_what_cannot_be_a_path_is_refused(change, message):
    one = instance(3, "squared", 0, steps=100)
    ends = [one.end, one.start] if change.pop("swap", False) else [one.start, one.end]
    given_ = {"samples": one.samples, "targets": one.targets} | change
    with pytest.raises(ValueError, match=message):
        monotone_path(*ends, **given_)


def test_networks_of_other_shapes_are_refused():
    network = random_network((3, 4, 2), np.random.default_rng(0))
    with pytest.raises(ValueError, match="differ in their sizes"):
        network.towards(random_network((3, 5, 2), np.random.default_rng(0)), 0.5)
    with pytest.raises(ValueError, match="layer 2"):
        Network(network.weights[:1] * 2, network.biases[:1] * 2)
    with pytest.raises(ValueError, match="got 2 layers, 1 biases"):
        Network(network.weights, network.biases[:1])
    with pytest.raises(ValueError, match="layer sizes"):
        random_network((3,), np.random.default_rng(0))

"""The least loss over a basin: its certificate holds by itself, and independent routes find the same value."""

import doctest
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from scipy.optimize import linprog, minimize, nnls
from scipy.special import entr

from tests.verification.papers.basin2016.starts import SEEDS, gaussian, loss_at, whole
from verification.papers.basin2016 import basin_value, exact_basin
from verification.papers.basin2016.mathematics import basin, cells, conic
from verification.papers.basin2016.mathematics.losses import LOSSES
from verification.papers.basin2016.mathematics.polar import lower_bound
from verification.papers.basin2016.mathematics.rational import verify
from verification.papers.basin2016.mathematics.rays import cell_rays, independent_columns

TWO = [[1.0, 0.0], [0.0, 1.0]], [1.0, -3.0]


def signs_of(x, w, v):
    return np.sign(np.asarray(w) @ np.asarray(x, dtype=float).T), np.sign(v)


def polar_residual(x, w, v, certificate):
    """The largest entry of sum_t (b 1[a > 0] nu + a lambda) x over all neurons, by the definition."""
    a, b = signs_of(x, w, v)
    each = (b[:, None] * (a > 0) * certificate.dual + a * certificate.multipliers) @ x
    return float(np.abs(each).max(initial=0.0))


@given(SEEDS)
@settings(deadline=None, max_examples=60)
def test_certificate_of_the_squared_loss_holds_by_itself(seed):
    x, y, w, v = gaussian(seed)
    found = basin_value(x, y, w, v)
    point = found.certificate
    a, b = signs_of(x, w, v)
    assert (a * (point.weights @ x.T) >= -1e-12 * (1 + np.abs(point.weights).max())).all()
    assert (b * point.output_weights >= 0).all()
    assert found.value == pytest.approx(loss_at(x, y, point.weights, point.output_weights), abs=1e-12)
    assert (point.multipliers >= 0).all()
    assert polar_residual(x, w, v, point) < 1e-7
    lower = np.mean(point.dual * (2 * y - point.dual))
    assert found.value - max(lower, 0) <= found.gap + 1e-12 <= 1e-6 * np.mean(y**2) + 1e-12
    assert found.value <= np.mean(y**2) + 1e-9


@given(SEEDS)
@settings(deadline=None, max_examples=30)
def test_certificate_of_the_logistic_loss_holds_by_itself(seed):
    x, y, w, v = gaussian(seed)
    y = np.where(y > 0, 1.0, -1.0)
    found = basin_value(x, y, w, v, "logistic")
    point = found.certificate
    units = np.maximum(x @ point.weights.T, 0)
    rounding = 1e-15 * (units @ np.abs(point.output_weights)).max()  # large units may leave small predictions
    losses = np.logaddexp(0, -y * (units @ point.output_weights))
    assert found.value == pytest.approx(np.mean(losses), abs=1e-12 + rounding)
    share = y * point.dual
    assert share.min() >= 0 and share.max() <= 1 and (point.multipliers >= 0).all()
    assert polar_residual(x, w, v, point) < 1e-6
    assert found.value - np.mean(entr(share) + entr(1 - share)) <= found.gap + 1e-12 <= 2e-6
    assert found.value <= np.log(2) + 1e-9


@given(SEEDS)
@settings(deadline=None, max_examples=60)
def test_whole_numbers_agree_with_fractions(seed):
    start = whole(seed)
    exact, found = exact_basin(*start), basin_value(*start)
    assert found.value - found.gap - 1e-12 <= exact.value <= found.value + 1e-12
    weights = np.array(exact.certificate.weights, dtype=float).reshape(start[2].shape)
    assert loss_at(*start[:2], weights, exact.certificate.output_weights) == pytest.approx(float(exact.value), rel=1e-9)


@given(SEEDS)
@settings(deadline=None, max_examples=40)
def test_fractions_agree_with_least_squares_on_all_rays(seed):
    x, y, w, v = whole(seed)
    rows = [tuple(map(int, row)) for row in x]
    a, b = signs_of(x, w, v)
    rays = cell_rays(rows, [tuple(map(int, row)) for row in a], tuple(map(int, b)))
    columns = np.array([ray.outputs for ray in rays], dtype=float).reshape(-1, len(y)).T
    rest = nnls(columns, y.astype(float))[1] if rays else np.linalg.norm(y)
    assert rest**2 / len(y) == pytest.approx(float(exact_basin(x, y, w, v).value), abs=1e-9)


@given(SEEDS)
@settings(deadline=None, max_examples=25)
def test_rays_generate_the_cell(seed):
    """The least of a random linear form over the cell, cut at height one, is found at a ray, by a linear program."""
    x, _, w, v = whole(seed)
    a, b = signs_of(x, w[:1], v[:1])
    columns = independent_columns([tuple(map(int, row)) for row in x])
    if not columns:
        return
    reduced, rays = x[:, columns], cell_rays([tuple(map(int, r)) for r in x], [tuple(map(int, a[0]))], (int(b[0]),))
    height = a[0] @ reduced
    form = np.random.default_rng(seed).standard_normal(len(columns))
    bounds = [(None, None)] * len(columns)
    program = linprog(form, -a[0][:, None] * reduced, np.zeros(len(x)), height[None], [1.0], bounds=bounds)
    z = np.array([[ray.weights[c] for c in columns] for ray in rays], dtype=float)
    assert len(rays) == 0 or program.fun <= (z @ form / (z @ height)).min() + 1e-9
    if (a[0] > 0).all():  # no ray without output was dropped
        assert program.fun == pytest.approx((z @ form / (z @ height)).min(), abs=1e-8)


def test_independent_samples_range_over_their_signs():
    """Rank m: a prediction ranges over all numbers, one sign, or zero, by the sides of the neurons that act on it."""
    x = np.eye(4)
    w = np.array([[1.0, 1.0, -1.0, -1.0], [1.0, -1.0, 1.0, -1.0]])
    found = basin_value(x, [3.0, -2.0, 5.0, 7.0], w, [1.0, -1.0])
    assert found.value == pytest.approx((0 + 4 + 25 + 49) / 4, abs=1e-8)


@pytest.mark.parametrize("seed", range(3))
def test_no_restart_of_a_local_solver_goes_lower(seed):
    """SLSQP in weights and output weights of a tiny network: never below, and the best run reaches the value."""
    rng = np.random.default_rng(seed)
    x, y = rng.standard_normal((5, 2)), rng.standard_normal(5)
    w, v = rng.standard_normal((2, 2)), rng.standard_normal(2)
    a, b = signs_of(x, w, v)

    def loss(point):
        return loss_at(x, y, point[:4].reshape(2, 2), point[4:])

    def signs(point):
        return np.concatenate([(a * (point[:4].reshape(2, 2) @ x.T)).ravel(), b * point[4:]])

    runs = []
    for _ in range(8):
        start = np.concatenate([(w * rng.uniform(0.1, 3)).ravel(), v * rng.uniform(0.1, 3)])
        run = minimize(loss, start, method="SLSQP", constraints={"type": "ineq", "fun": signs}, options={"ftol": 1e-14})
        if signs(run.x).min() > -1e-9:
            runs.append(run.fun)
    found = basin_value(x, y, w, v)
    assert min(runs) >= found.value - found.gap - 1e-7
    assert min(runs) <= found.value + 1e-5


@pytest.mark.parametrize(("exponent"), [-6, 0, 6])
def test_value_scales_with_the_square_of_targets_and_not_with_samples(exponent):
    x, y, w, v = gaussian(7)
    size = 10.0**exponent
    assert basin_value(x, size * y, w, v).value == pytest.approx(size**2 * basin_value(x, y, w, v).value, rel=1e-6)
    assert basin_value(size * x, y, w, v).value == pytest.approx(basin_value(x, y, w, v).value, rel=1e-6)


def test_repeated_neurons_and_samples_of_no_input_change_nothing():
    x, y, w, v = gaussian(11)
    here = basin_value(x, y, w, v).value
    assert basin_value(x, y, np.vstack([w, 2 * w]), np.concatenate([v, v])).value == pytest.approx(here, abs=1e-8)
    more = basin_value(np.vstack([x, np.zeros(x.shape[1])]), np.append(y, 2.0), w, v).value
    assert more == pytest.approx((here * len(y) + 4.0) / (len(y) + 1), abs=1e-8)


def test_networks_without_output():
    x, y = TWO
    assert basin_value(x, y, np.zeros((0, 2)), []).value == 5
    assert exact_basin([[1, 0], [0, 1]], [1, -3], np.zeros((0, 2)), []).value == 5
    assert basin_value(np.zeros((2, 2)), y, [[1.0, 1.0]], [1.0]).value == 5
    assert exact_basin(np.zeros((2, 2)), [1, -3], [[1.0, 1.0]], [1.0]).value == 5
    assert basin_value(np.zeros((2, 2)), [1.0, -1.0], [[1.0, 1.0]], [1.0], "logistic").value == pytest.approx(np.log(2))
    assert basin_value(x, [0.0, 0.0], [[1.0, 1.0]], [1.0]).value == pytest.approx(0, abs=1e-9)


def test_infimum_that_is_not_attained():
    found = basin_value(TWO[0], [1.0, 1.0], [[1.0, 1.0]], [1.0], "logistic")
    assert 0 <= found.value <= 1e-6 and found.value <= found.gap


def test_fifty_neurons_twenty_inputs_three_hundred_samples():
    rng = np.random.default_rng(3)
    x, w = rng.standard_normal((300, 20)), rng.standard_normal((50, 20))
    found = basin_value(x, rng.standard_normal(300), w, rng.standard_normal(50))
    assert found.gap < 1e-6 < found.value


def test_a_wide_gap_is_an_error(monkeypatch):
    x, y, w, v = gaussian(5)
    loose = conic.Attempt(1e-1, 1e-8, 1.0, True)
    monkeypatch.setattr(conic, "ATTEMPTS", (loose,))
    with pytest.raises(basin.WideGap, match="gap"):
        basin_value(x, y, w, v)


def test_a_solver_that_breaks_down_is_an_error(monkeypatch):
    x, y, w, v = gaussian(5)
    monkeypatch.setattr(conic, "solve", lambda cell, *_: (np.full((len(cell.sides), 9), np.nan),) * 3)
    with pytest.raises(basin.WideGap):
        basin_value(x, y, w, v)


def thin_cell(inputs):
    """Samples with entries 0, 1, -1 and 1/32, well conditioned, and a start whose cell reaches (1, -1, 0, ...)."""
    x = np.vstack([np.eye(inputs), np.eye(inputs)[-1:]])
    x[1:-1] = np.eye(inputs)[1:] / 32 - np.eye(inputs)[:-1]
    w = 40.0 ** np.arange(inputs)
    return x, [1.0, -1.0, *[0.0] * (inputs - 1)], [w, np.concatenate([[-1.0], w[1:]])], [1.0, -1.0]


@pytest.mark.parametrize("inputs", [2, 3, 5, 8])
def test_networks_far_away_are_not_below_the_lower_bound(inputs):
    """w = (1, 32, 32^2, ...) and the same with first weight 0 lie in the closed cell and have no error at all."""
    x, y, w, v = thin_cell(inputs)
    far = 32.0 ** np.arange(inputs)
    best = np.array([far, np.concatenate([[0.0], far[1:]])])
    a, b = signs_of(x, w, v)
    assert (a * (best @ x.T) >= 0).all() and loss_at(x, y, best, b) == 0
    try:
        found = basin_value(x, y, w, v)
    except basin.WideGap:
        return
    assert found.value <= 1e-6


def test_a_thin_cell_and_a_short_input():
    thin = basin_value([[1, 0], [-1, 1e-10], [0, 1]], [1, -1, 0], [[1, 2e10], [-1, 1]], [1, -1])
    short = basin_value([[1, 0], [0, 1e-16]], [1, 1], [[1, 1]], [1])
    assert thin.value < 1e-6 and short.value < 1e-6


def test_a_dual_point_off_its_equations_bounds_nothing():
    """The certificate with a dual point moved by 1e-9 in one sample, where no multiplier can make up for it."""
    x, y, w, v = [[1.0, 0.0], [1.0, 1.0]], [1.0, -1.0], [[1.0, 1.0], [2.0, -1.0]], [1.0, -1.0]
    cell = cells.cell_of(x, y, w, v)
    assert lower_bound(cell, LOSSES["squared"], np.array([1e-9, 0.0]), np.zeros((2, 2))) == 0


@given(SEEDS)
@settings(deadline=None, max_examples=40)
def test_lower_bounds_hold_in_fractions(seed):
    """On whole numbers, where equations depend on one another, the bound is not above the exact value."""
    start = whole(seed)
    found = basin_value(*start)
    assert Fraction(found.value) - Fraction(found.gap) <= exact_basin(*start).value + Fraction(1, 10**15)


@pytest.mark.parametrize("scale", [1e-5, 1e5])
def test_samples_and_inputs_of_other_sizes(scale):
    x, y, w, v = gaussian(7)
    scales = scale ** np.arange(x.shape[1])
    assert basin_value(x * scales, y, w / scales, v).value == pytest.approx(basin_value(x, y, w, v).value, abs=1e-6)


def test_rank_up_to_rounding_is_refused():
    rng = np.random.default_rng(1)
    x = rng.standard_normal((9, 2)) @ rng.standard_normal((2, 4))
    with pytest.raises(ValueError, match="rank 2 up to rounding"):
        basin_value(x, rng.standard_normal(9), rng.standard_normal((3, 4)), [1.0, -1.0, 1.0])


@pytest.mark.parametrize("power", [200, 400])
def test_whole_numbers_of_any_length(power):
    assert exact_basin([[10**power, 0], [0, 1]], [1, -3], [[1, 1]], [1]).value == Fraction(9, 2)
    assert exact_basin([[1, 0], [0, 1]], [10**power, -(10**power)], [[1, 1]], [1]).value == Fraction(
        10 ** (2 * power), 2
    )
    with pytest.raises(ValueError, match="real numbers"):
        basin_value([[10**400, 0], [0, 1]], [1, -3], [[1, 1]], [1])


BAD = {
    "boundary": ((TWO[0], TWO[1], [[1.0, 0.0]], [1.0]), "orthogonal to sample 1"),
    "no output weight": ((*TWO, [[1.0, 1.0]], [0.0]), "output weight is zero"),
    "no samples": ((np.zeros((0, 2)), [], [[1.0, 1.0]], [1.0]), "at least one sample"),
    "targets": ((TWO[0], [1.0], [[1.0, 1.0]], [1.0]), "target for each"),
    "inputs": ((*TWO, [[1.0]], [1.0]), r"weights \(neurons, 2\)"),
    "output weights": ((*TWO, [[1.0, 1.0]], [1.0, 1.0]), "output weight for each"),
    "flat samples": (([1.0, 2.0], [1.0, 2.0], [[1.0]], [1.0]), "2 dimensions"),
    "ragged": (([[1.0], [1.0, 2.0]], [1.0, 2.0], [[1.0]], [1.0]), "samples"),
    "not finite": ((TWO[0], [np.nan, 1.0], [[1.0, 1.0]], [1.0]), "finite"),
    "complex": ((TWO[0], [1j, 1.0], [[1.0, 1.0]], [1.0]), "complex"),
    "large targets": ((TWO[0], [1e200, 1.0], [[1.0, 1.0]], [1.0]), "must be scaled"),
    "small targets": ((TWO[0], [1e-200, 0.0], [[1.0, 1.0]], [1.0]), "must be scaled"),
    "masked": ((TWO[0], np.ma.masked_less([-1.0, 1.0], 0), [[1.0, 1.0]], [1.0]), "masked"),
    "dates": ((TWO[0], np.array(["2000", "2001"], "M8[Y]"), [[1.0, 1.0]], [1.0]), "dates"),
    "overflow": (([[1e200]], [1.0], [[1e200]], [1.0]), "overflow"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_named(name):
    arguments, message = BAD[name]
    with pytest.raises(ValueError, match=message):
        basin_value(*arguments)


def test_bad_losses_and_targets_are_named():
    with pytest.raises(ValueError, match="squared, logistic"):
        basin_value(*TWO, [[1.0, 1.0]], [1.0], "hinge")
    with pytest.raises(ValueError, match=r"\+1 and -1"):
        basin_value(*TWO, [[1.0, 1.0]], [1.0], "logistic")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (([[1, 0], [0, 1]], [1, -3], [[1.0, 0.0]], [1.0]), "boundary"),
        (([[1, 0], [0, 1]], [1, -3], [[1.0, 1.0]], [0.0]), "boundary"),
        (([[0.5, 0], [0, 1]], [1, -3], [[1.0, 1.0]], [1.0]), "whole"),
        (([[1, 0], [0, 1]], [1], [[1.0, 1.0]], [1.0]), "target for each"),
        (([[1, 0], [0, 1]], [1, 1], [[1.0]], [1.0]), "weights"),
        (([1, 0], [1, 1], [[1.0]], [1.0]), "2 dimensions"),
        (([[1, 0], [0, 1]], [1, 1], [[np.inf, 1.0]], [1.0]), "finite"),
        ((np.eye(4, dtype=int), [1, 1, 1, 1], np.ones((1, 4)), [1.0]), "rank 4"),
    ],
)
def test_bad_input_to_the_exact_value_is_named(arguments, message):
    with pytest.raises(ValueError, match=message):
        exact_basin(*arguments)


def test_exact_conditions_refuse_another_network():
    x, y, signs = [(1, 0), (0, 1)], (1, -3), [(1, 1)]
    rays = cell_rays(x, signs, (1,))
    good = exact_basin(x, y, [[1, 1]], [1]).certificate
    assert verify(x, y, signs, good, rays)
    for weights, dual in (((2, 0), (-1, -3)), ((0, 0), (1, -3)), ((1, -1), (0, -3)), ((1, 0), (1, -3))):
        wrong = type(good)((tuple(map(Fraction, weights)),), (1,), tuple(map(Fraction, dual)))
        assert not verify(x, y, signs, wrong, rays)


def test_the_wing_imports_no_solver_before_it_is_asked():
    code = "import sys, verification.papers.basin2016 as wing; print('clarabel' in sys.modules, hasattr(wing, 'x'))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.split() == ["False", "False"]


def test_examples_of_the_guide_run():
    guide = Path(__file__).parents[4] / "docs" / "basin.md"
    failed, tried = doctest.testfile(str(guide), module_relative=False)
    assert tried >= 5 and not failed


def test_a_start_is_orthogonal_up_to_the_rounding_of_its_products_only():
    """Two products of size 1 round by 3 eps 2 at most: within that no sign is known, beyond it the sign is right."""
    for room in (1.0, 5.0):
        with pytest.raises(ValueError, match="neuron 0 are orthogonal to sample 0"):
            cells.cell_of([[1.0, 1.0]], [1.0], [[1.0, -1 + room * 2.0**-52]], [1.0])
    for room, sign in ((8.0, 1), (-8.0, -1)):
        cell = cells.cell_of([[1.0, 1.0]], [1.0], [[1.0, -1 + room * 2.0**-52]], [1.0])
        assert cell.signs.tolist() == [[sign]]


def test_logistic_dual_points_are_cut_to_shares_between_none_and_all():
    targets, shares = np.array([1.0, -1.0, 1.0, -1.0]), np.array([-0.5, 0.25, 3.0, 1.5])
    found = LOSSES["logistic"].admissible(targets * shares, targets)
    np.testing.assert_array_equal(found, targets * [0.0, 0.25, 1.0, 1.0])
    assert np.isfinite(LOSSES["logistic"].dual(found, targets))
    assert LOSSES["logistic"].dual_below(targets * 1.5, np.zeros(4), targets) == -np.inf

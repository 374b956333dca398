"""The checks of Figures 8 and 9, and of Theorems 11 and 13 on their draws: right data stand, wrong data fall."""

import numpy as np
import pytest

from pnn import asymptotics
from pnn.nearest_lines import mean_error
from pnn.spectrum import tail
from pnn.store import Array, Group
from verification.methods.experiment import run
from verification.papers.pnn2017.sweeps import draws
from verification.papers.pnn2017.sweeps import experiment as figures
from verification.papers.pnn2017.theorem_11 import experiment as theorem_11
from verification.papers.pnn2017.theorem_13 import experiment as theorem_13

INPUTS, DRAWS, RATIOS = (50, 100, 200, 400), (40, 40, 40, 20), (0.5, 1.0)
LINES = np.unique(np.geomspace(5, 1000, 14).round().astype(int))


def verdict(check, data):
    return run(check.check, {"data": data}).verdict


def condition(gamma, inputs, count, rng, first=0.0, second=8.0, spread=1.0, limit=asymptotics.theorem_13):
    """One condition whose norms have a known mean: the finite value, first/d and second/d^2; and known deviations."""
    lines = gamma * inputs
    targets = np.array([round(ratio * lines) for ratio in RATIOS])
    ratios = targets / lines
    finite = asymptotics.theorem_11_finite(inputs, lines, targets)[:, None]
    shared, own = rng.standard_normal((1, count)), rng.standard_normal((2, len(RATIOS), count))
    fluctuation = spread * asymptotics.theorem_11_deviation(inputs, ratios)[:, None] * shared
    given = limit(gamma, ratios)[:, None] + 0.3 * ratios[:, None] * inputs**-0.5 * shared
    arrays = {
        "norm": finite + fluctuation + first / inputs + second / inputs**2 + 2 * inputs**-1.5 * own[0],
        "first_order": finite + fluctuation,
        "linear_norm": given + 0.4 / inputs + own[1] / inputs,
        "linear_given_lines": given,
    }
    stored = {name: Array(values, ("ratio", "draw")) for name, values in arrays.items()}
    stored["target_lines"] = Array(targets, ("ratio",))
    axes = {"ratio": Array(np.array(RATIOS)), "draw": Array(np.arange(count))}
    return Group(axes, stored, {"inputs": inputs, "lines": lines})


def by_inputs(seed=0, **truth):
    rng = np.random.default_rng(seed)
    groups = {
        f"{gamma}-{inputs}": condition(gamma, inputs, count, rng, **truth)
        for gamma in (1, 4)
        for inputs, count in zip(INPUTS, DRAWS, strict=True)
    }
    return {"schur_by_inputs": Group(groups=groups)}


def by_lines(seed=0, factor=1.2, power=1.0, nearest=1.0, grows=False):
    """Two pairs whose means are `factor` times the tail, to a power, and the exact mean error of nearest lines.

    Each draw errs by a factor of its own, and by one of the lines' number to a small power of its own.
    """
    rng = np.random.default_rng(seed)
    groups = {}
    for inputs in (5, 10):
        lines = LINES[inputs <= LINES]
        level, tilt = 0.02 * rng.standard_normal((2, 2, 1, 40))
        noise = np.exp(level + tilt * np.log(lines / 1000)[:, None])
        mean = factor * tail(inputs, lines)[:, None] ** power * noise[0]
        error = mean_error(inputs, lines)[:, None] ** nearest * noise[1]
        norm = 1.5 * (mean[::-1] if grows else mean)
        arrays = {"norm": norm, "mean": mean, "nearest_norm": 1.8 * error, "nearest_mean": error}
        arrays["joint_norm"] = 1.5 * error
        axes = {"lines": Array(lines), "draw": Array(np.arange(40))}
        stored = {name: Array(values, ("lines", "draw")) for name, values in arrays.items()}
        groups[f"short-{inputs}-5"] = Group(axes, stored, {"inputs": inputs, "target_lines": 5})
    return {"schur_by_lines": Group(groups=groups)}


ON_INPUTS = (
    theorem_11.limits_of_the_means,
    theorem_11.order_of_what_is_left,
    theorem_11.variances_over_draws,
    theorem_13.limits_with_the_linear_kernel,
    theorem_13.norms_below_the_printed_bound,
    figures.means_at_the_largest_size,
    figures.exponent_of_the_distances,
    figures.draws_in_the_band,
    figures.remainders_of_the_means,
)
ON_LINES = (
    figures.rises_as_lines_are_added,
    figures.norms_in_order,
    figures.exponents_of_the_norms,
    figures.errors_of_nearest_lines,
    figures.means_above_the_tail,
    figures.means_beside_the_tail,
    figures.norms_beside_the_tail,
)


@pytest.mark.parametrize("check", ON_INPUTS)
@pytest.mark.parametrize("seed", [1, 2])
def test_draws_with_the_predicted_law_stand_and_variants_fall(check, seed):
    record = run(check.check, {"data": by_inputs(seed)})
    assert record.verdict == "consistent" and all(record.wrong_variants.values())


@pytest.mark.parametrize("check", ON_LINES)
@pytest.mark.parametrize("seed", [1, 2])
def test_sweeps_with_the_predicted_law_stand(check, seed):
    assert verdict(check, by_lines(seed)) == "consistent"


@pytest.mark.parametrize(
    ("check", "truth"),
    [
        (theorem_11.order_of_what_is_left, {"first": 0.6}),
        (figures.remainders_of_the_means, {"second": 60.0}),
        (theorem_11.variances_over_draws, {"spread": 1.9}),
        (theorem_11.variances_over_draws, {"spread": 0.45}),
        (
            theorem_13.limits_with_the_linear_kernel,
            {"limit": lambda gamma, ratio: 1.1 * asymptotics.theorem_13(gamma, ratio)},
        ),
        (theorem_13.norms_below_the_printed_bound, {"limit": lambda gamma, ratio: 20 + 0 * ratio}),
        (figures.draws_in_the_band, {"spread": 1.8}),
        (figures.means_at_the_largest_size, {"first": 8.0}),
    ],
)
def test_draws_with_another_law_fall(check, truth):
    assert verdict(check, by_inputs(3, **truth)) == "refuted"


def shifted(data, amount):
    """All norms a constant higher: they come to another limit."""
    for group in data["schur_by_inputs"].groups.values():
        array = group.arrays["norm"]
        group.arrays["norm"] = Array(array.values + amount, array.axes)
    return data


@pytest.mark.parametrize("check", [theorem_11.limits_of_the_means, figures.exponent_of_the_distances])
def test_norms_that_come_to_another_limit_fall(check):
    assert verdict(check, shifted(by_inputs(4), 0.05)) == "refuted"


@pytest.mark.parametrize(
    ("check", "truth"),
    [
        (figures.rises_as_lines_are_added, {"grows": True}),
        (figures.norms_in_order, {"factor": 100.0}),
        (figures.exponents_of_the_norms, {"nearest": 4.0}),
        (figures.errors_of_nearest_lines, {"nearest": 1.5}),
        (figures.means_above_the_tail, {"factor": 0.6}),
        (figures.means_beside_the_tail, {"factor": 8.0}),
        (figures.means_beside_the_tail, {"power": 2 / 3}),
        (figures.norms_beside_the_tail, {"factor": 8.0}),
        (figures.norms_beside_the_tail, {"factor": 0.6}),
    ],
)
def test_sweeps_with_another_law_fall(check, truth):
    assert verdict(check, by_lines(5, **truth)) == "refuted"


def test_draws_are_read_as_they_were_stored():
    data = by_inputs(6)
    every = draws.by_inputs(data)
    assert [one.name for one in every] == [f"gamma {g}, rho {r:g}" for g in (1, 4) for r in RATIOS]
    one = every[3]
    assert len(one.inputs) == sum(DRAWS) and (np.diff(one.inputs) >= 0).all()
    stored = data["schur_by_inputs"].groups["4-200"].arrays["norm"].values[1]
    np.testing.assert_array_equal(one.where(one.inputs == 200).arrays["norm"], stored)
    np.testing.assert_allclose(one.finite[-1], asymptotics.theorem_11_finite(400, 1600, 1600))


def test_few_draws_are_not_judged_by_intervals():
    data = by_lines(7)
    for name, group in list(data["schur_by_lines"].groups.items()):
        few = {key: Array(array.values[:, :3], array.axes) for key, array in group.arrays.items()}
        data["schur_by_lines"].groups[name] = Group(group.axes, few, group.attributes)
    assert verdict(figures.errors_of_nearest_lines, data) == "undecided"
    assert verdict(figures.rises_as_lines_are_added, data) == "consistent"


def test_norms_that_are_no_numbers_and_no_draws_give_no_verdict():
    some = by_lines()
    next(iter(some["schur_by_lines"].groups.values())).arrays["norm"].values[:] = np.nan
    for data in (some, {"schur_by_lines": Group()}):
        for function in (figures.rises_as_lines_are_added, figures.norms_in_order):
            record = run(function.check, {"data": data})
            assert record.verdict == "undecided" and not any(record.wrong_variants.values())

"""Every public function of the library refuses what is no number, and is homogeneous or refuses the scale."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable

import numpy as np
import pytest

import pnn
from pnn import (
    asymptotics,
    bad_regions,
    joint_norms,
    kernels,
    landscape,
    lines,
    nearest_lines,
    numbers,
    optimum,
    orthants,
    risk,
    schur,
    spectrum,
)

L = np.array([[1.0, 0.2], [-0.3, 1.0]])
W = np.array([[1.0, 0.2], [0.6, -2.0], [-0.5, -0.1]])
T = np.array([[0.7, 0.3], [0.2, -0.9]])
HOME = np.array([0, 1, 0])
GRAM = kernels.relu_gram(np.vstack([L, -L]), np.vstack([L, -L]))
MOMENT = kernels.relu_gram(np.vstack([L, -L]), T).sum(axis=1)
SIZES = np.array([1, 2])
RATIO = np.array([0.5, 2.0])
CALLS: list[tuple[Callable, tuple]] = [
    (asymptotics.theorem_11, (RATIO,)),
    (asymptotics.theorem_11_finite, (5, RATIO, RATIO)),
    (asymptotics.theorem_11_deviation, (5, RATIO)),
    (asymptotics.theorem_11_first_order, (L, T, SIZES)),
    (asymptotics.theorem_13, (RATIO, RATIO)),
    (asymptotics.theorem_13_given_lines, (L, RATIO)),
    (asymptotics.theorem_13_printed, (RATIO, RATIO, RATIO)),
    (asymptotics.attainment_threshold, (RATIO,)),
    (bad_regions.bad_region_points, (L, T)),
    (kernels.psi, (RATIO / 2,)),
    (kernels.psi_derivative, (RATIO / 2,)),
    (kernels.psi_gap, (RATIO / 2,)),
    (kernels.psi_taylor_tail, (RATIO / 2, 3)),
    (kernels.psi_taylor_tail_bound, (RATIO / 2, 3)),
    (kernels.relu_gram, (W, T)),
    (kernels.relu_grams, (W, T)),
    (joint_norms.joint_norms, (L, T, SIZES)),
    (kernels.abs_gram, (W, T)),
    (landscape.local_minimum_values, (L, T, SIZES)),
    (landscape.is_local_minimum, (L[HOME], L, T, HOME)),
    (landscape.line_coefficients, (L[HOME], L, HOME)),
    (landscape.forces, (L, T, RATIO, RATIO)),
    (landscape.region_hessian, (L, HOME, np.ones(3))),
    (landscape.region_hessian_rank, (L, HOME, np.ones(3))),
    (landscape.check_line_of, (HOME, 3, 2)),
    (lines.check_weights, (W,)),
    (lines.check_rows, (W,)),
    (lines.check_directions, (W,)),
    (lines.check_lines, (L,)),
    (lines.covering_angle, (W,)),
    (nearest_lines.prefix_errors, (L, T, SIZES)),
    (nearest_lines.prefix_joint_complements, (L, T, SIZES)),
    (nearest_lines.mean_error, (3, SIZES)),
    (optimum.population_optimum, (L, T)),
    (optimum.empirical_optimum, (L, W, np.array([1.0, -2.0, 0.5]))),
    (optimum.gram_optimum, (GRAM, MOMENT, 1.0, np.ones((2, 2), bool))),
    (orthants.orthant_minimum_values, (L, T, HOME)),
    (risk.population_risk, (W, T)),
    (risk.population_gradient, (W, T)),
    (risk.population_hessian, (W, T)),
    (schur.schur_complement, (L, T)),
    (schur.norms, (L, T, SIZES)),
    (schur.spectral_norm, (np.eye(3),)),
    (schur.prefix_complements, (L, T, SIZES)),
    (schur.prefix_diagonals, (L, T, SIZES)),
    (schur.complement_pair, (L, T)),
    (schur.add_line, (L, T, np.array([1.0, 1.0]))),
    (spectrum.eigenvalue, (5, SIZES)),
    (spectrum.log_beta, (RATIO, RATIO)),
    (spectrum.tail, (5, SIZES)),
]
WITHOUT_GATE = {
    *("pair_mean", "psi_taylor", "multiplicity", "equally_spaced_eigenvalues", "typical_least_risk"),  # of scalars
    *("random_lines", "equally_spaced", "axes", "angular_net"),
    *(
        "psi_gram",
        "psi_gram_for",
        "theorem_11_first_order_of_sums",
        "relu_moment",
        "split_rows",
        "acute_angles",
        "acute_sides",
        "pairs_on_one_line",
    ),  # of rows that were checked before
    *("line_masses", "population_problem", "solve", "optimum_on_units", "mass_risks"),
}
FORMULAS = [name for _, name, _ in pkgutil.iter_modules(pnn.__path__)]
APART = {"store", "hdf5", "manifest", "whole_files", "replay", "training", "numbers", "triangle", "lanes", "vectors"}


def test_every_public_function_is_held_to_it():
    found = set()
    for name in set(FORMULAS) - APART:
        module = importlib.import_module(f"pnn.{name}")
        functions = inspect.getmembers(module, inspect.isfunction)
        found |= {
            called for called, one in functions if one.__module__ == module.__name__ and not called.startswith("_")
        }
    assert found == {function.__name__ for function, _ in CALLS} | WITHOUT_GATE


def masked(values):
    found = np.ma.masked_array(values, np.zeros(values.shape, bool))
    found[(0,) * values.ndim] = np.ma.masked
    return found


DISGUISES = {
    "masked": masked,
    "masked rows": lambda values: [
        masked(values.ravel()[:1]) if not values.ndim - 1 else masked(row) for row in values
    ],
    "complex": lambda values: values + 1j,
    "complex without an imaginary part": lambda values: values.astype(complex),
    "dates": lambda values: np.array(["2000-01-01"] * values.size, "M8[D]").reshape(values.shape),
    "spans": lambda values: values.astype(int).astype("m8[s]"),
    "text": lambda values: values.astype(str),
    "text of a table": lambda values: values.astype(str).astype(object),
    "missing": lambda values: np.where(np.arange(values.size).reshape(values.shape) == 0, None, values),
}


@pytest.mark.parametrize("disguise", DISGUISES)
@pytest.mark.parametrize(("function", "given"), CALLS, ids=lambda value: getattr(value, "__name__", ""))
def test_what_is_no_number_is_refused(function, given, disguise):
    function(*given)
    for place, value in enumerate(given):
        if isinstance(value, np.ndarray):
            other = DISGUISES[disguise](value)
            with pytest.raises(ValueError):
                function(*given[:place], other, *given[place + 1 :])


DEGREES: list[tuple[Callable, tuple, tuple[int, ...], int]] = [  # which arguments are scaled, and the degree
    (kernels.relu_gram, (W, T), (0, 1), 2),
    (kernels.abs_gram, (W, T), (0, 1), 2),
    (risk.population_risk, (W, T), (0, 1), 2),
    (risk.population_gradient, (W, T), (0, 1), 1),
    (risk.population_hessian, (W, T), (0, 1), 0),
    (landscape.local_minimum_values, (L, T), (1,), 2),
    (landscape.forces, (L, T, RATIO, RATIO), (1, 2, 3), 1),
    (landscape.is_local_minimum, (L[HOME], L, T, HOME), (0, 2), 0),
    (orthants.orthant_minimum_values, (L, T, HOME), (1,), 2),
]


@pytest.mark.parametrize("power", [-460, -100, 100, 460])
@pytest.mark.parametrize(("function", "given", "scaled", "degree"), DEGREES)
def test_formulas_are_homogeneous(function, given, scaled, degree, power):
    size = 2.0**power
    other = [value * size if place in scaled else value for place, value in enumerate(given)]
    assert np.allclose(np.array(function(*other)) / size**degree, function(*given), rtol=1e-10, atol=1e-14)


@pytest.mark.parametrize("power", [-460, 460])
def test_optima_and_their_verdicts_are_homogeneous(power):
    size, rng = 2.0**power, np.random.default_rng(3)
    for _ in range(5):
        target = rng.standard_normal((3, 2))
        best, other = optimum.population_optimum(L, target), optimum.population_optimum(L, size * target)
        assert other.risk / size**2 == pytest.approx(best.risk, rel=1e-9)
        units = lines.check_lines(L)
        net = np.vstack([best.positive[:, None] * units, -best.negative[:, None] * units])
        home = np.tile(np.arange(2), 2)
        assert landscape.is_local_minimum(net, L, target, home)
        assert landscape.is_local_minimum(size * net, L, size * target, home)
        assert not landscape.is_local_minimum(1.1 * size * net, L, size * target, home)


@pytest.mark.parametrize("size", [1e160, 1e300, 1e-160, 1e-300])
@pytest.mark.parametrize(("function", "given", "scaled", "degree"), DEGREES)
def test_a_scale_whose_squares_leave_float64_is_refused(function, given, scaled, degree, size):
    other = [value * size if place in scaled else value for place, value in enumerate(given)]
    with pytest.raises(ValueError, match="must be scaled: the largest is"):
        function(*other)


@pytest.mark.parametrize(
    ("function", "given", "name"),
    [
        (optimum.gram_optimum, lambda big: (big**2 * GRAM, big**2 * MOMENT, 1.0), "gram"),
        (optimum.gram_optimum, lambda big: (GRAM, big**2 * MOMENT, 1.0), "moment"),
        (optimum.empirical_optimum, lambda big: (L, W, big * RATIO[[0, 1, 0]]), "outputs"),
        (landscape.forces, lambda big: (L, T, big * RATIO, RATIO), "masses"),
        (landscape.forces, lambda big: (L, T, RATIO, big * RATIO), "masses"),
        (lines.check_weights, lambda big: (big * W, 2, "rows"), "rows"),
    ],
)
def test_what_is_refused_for_its_size_is_named(function, given, name):
    for size in (1e141, 1e-141):
        with pytest.raises(ValueError, match=f"^{name} must be scaled: the largest is"):
            function(*given(size))


@pytest.mark.parametrize(("within", "towards"), [(numbers.LARGEST, np.inf), (1 / numbers.LARGEST, 0.0)])
def test_sizes_are_allowed_up_to_their_ends(within, towards):
    assert numbers.sized(np.array([0.0, -within]), "rows")[1] == -within
    with pytest.raises(ValueError, match="rows must be scaled"):
        numbers.sized(np.array([0.0, np.nextafter(within, towards)]), "rows")


def test_lines_are_of_any_length():
    wanted = schur.schur_complement(L, T)
    for size in (1e-300, 1e300):
        assert np.allclose(schur.schur_complement(size * L, size * T), wanted, rtol=1e-12)
        assert np.allclose(landscape.local_minimum_values(size * L, T), landscape.local_minimum_values(L, T))
        points, others = bad_regions.bad_region_points(L, T), bad_regions.bad_region_points(size * L, T)
        assert [point.risk for point in others] == pytest.approx([point.risk for point in points])


def test_nothing_that_is_no_number_becomes_zero():
    assert numbers.not_negative(-1e-20) == 0.0 and numbers.not_negative(0.5) == 0.5
    for value in (np.nan, np.inf, -np.inf):
        with pytest.raises(ValueError, match="too large for float64"):
            numbers.not_negative(value)
    with pytest.raises(ValueError, match="square and finite"):
        schur.spectral_norm(np.full((500, 500), np.nan))
    with pytest.raises(ValueError, match="too different sizes"):
        optimum.gram_optimum(1e-200 * GRAM, 1e200 * MOMENT, 1e300)

"""The programs that check certificates of minima over normal inputs, against other ways to their numbers."""

import random
from fractions import Fraction
from itertools import pairwise, product

import numpy as np
import pytest
import sympy
from scipy.integrate import quad

from workflow.certificates import check_gaussian_minimum, check_isolated_minimum
from workflow.certificates.check_gaussian_minimum import Interval, Means

STEP = Fraction(1, 10**9)


@pytest.fixture(autouse=True)
def _fresh(monkeypatch):
    """Operations are counted anew."""
    monkeypatch.setattr(check_gaussian_minimum.Interval, "steps", 0)
    monkeypatch.setattr(check_isolated_minimum.Interval, "steps", 0)


def middle(interval) -> float:
    assert interval.low <= interval.high < interval.low + Fraction(1, 10**25)
    return float(interval.low)


def held(interval, value: Fraction) -> bool:
    return interval.low <= value <= interval.high


def test_rank_and_linear_systems_are_those_of_sympy():
    rng, singular = random.Random(1), 0
    for _ in range(60):
        size = rng.randint(1, 4)
        rows = [[Fraction(rng.randint(-1, 1)) for _ in range(size)] for _ in range(size)]
        right = [Fraction(rng.randint(-3, 3)) for _ in range(size)]
        assert check_gaussian_minimum.rank(rows) == sympy.Matrix(rows).rank()
        system = [[Interval(x) for x in row] for row in rows], [Interval(x) for x in right]
        if sympy.Matrix(rows).det():
            exact = sympy.Matrix(rows).LUsolve(sympy.Matrix(right))
            found = check_gaussian_minimum.solve(*system)
            assert all(held(one, Fraction(str(x))) for one, x in zip(found, exact, strict=True))
            assert all(one.high - one.low < Fraction(1, 10**30) for one in found)
        else:
            singular += 1
            with pytest.raises(check_gaussian_minimum.Refused, match="a divisor that may be zero"):
                check_gaussian_minimum.solve(*system)
    assert singular > 5


def mean(a, b) -> float:
    """E relu(a.x) relu(b.x) by quadrature over the angle of x in the plane, of which the squared radius has mean 2."""
    a, b = (np.array(one, float) for one in (a, b))
    first = a / np.linalg.norm(a)
    rest = b - (b @ first) * first
    second = rest / np.linalg.norm(rest) if np.linalg.norm(rest) > 1e-9 else 0 * first
    plane = [(v @ first, v @ second) for v in (a, b)]

    def at(p):
        return np.prod([max(c * np.cos(p) + s * np.sin(p), 0.0) for c, s in plane]) / np.pi

    kinks = sorted((np.arctan2(s, c) + turn) % (2 * np.pi) for c, s in plane for turn in (np.pi / 2, -np.pi / 2))
    ends = [0.0, *kinks, 2 * np.pi]
    return sum(quad(at, low, high)[0] for low, high in pairwise(ends))


VECTORS = [(1, 0, 0), (2, 0, 0), (-1, 0, 0), (1, 2, 0), (1, -1, 3), (-1, 1, -3)]


@pytest.mark.parametrize("pair", list(product(VECTORS[:5:2], VECTORS)), ids=str)
def test_means_of_products_are_those_of_quadrature(pair):
    u, v = (tuple(map(Fraction, one)) for one in pair)
    means = Means()
    for s, t in product((1, -1), repeat=2):
        found = middle(means.pair((u, s), (v, t)))
        assert found == pytest.approx(mean([s * x for x in u], [t * x for x in v]), abs=1e-9)
    lengths = float(np.linalg.norm(pair[0]) * np.linalg.norm(pair[1]))
    signs = [mean([s * x for x in u], [t * x for x in v]) for s, t in product((1, -1), repeat=2)]
    assert middle(means.kernel(u, v)) == pytest.approx(sum(signs) / lengths, abs=1e-9)
    net, aim = [((u, 1), Interval(Fraction(3, 2)))], [((v, -1), Interval(2))]
    turned = [-x for x in v]
    risk = 2.25 * mean(u, u) - 6 * mean(u, turned) + 4 * mean(turned, turned)
    assert middle(means.risk(net, aim)) == pytest.approx(risk, abs=1e-8)
    slope = 1.5 * mean(v, u) - 2 * mean(v, turned)
    assert middle(means.slope((v, 1), net, aim)) == pytest.approx(slope, abs=1e-8)


@pytest.mark.parametrize(("a", "b"), [("0", "1/4"), ("1/3", "-1/2"), ("0", "1"), ("1/8", "17/8"), ("7/4", "1/6")])
def test_angles_are_those_of_their_vectors(a, b):
    angles = Fraction(a), Fraction(b)
    ways = [(np.cos(np.pi * float(one)), np.sin(np.pi * float(one))) for one in angles]
    assert middle(Means().pair((angles[0], 1), (angles[1], 1))) == pytest.approx(mean(*ways), abs=1e-9)


def test_a_slope_vanishes_on_the_other_side_in_the_span_of_lines_with_both():
    lines = [tuple(map(Fraction, one)) for one in ((1, 0, 0), (0, 1, 0), (1, 1, 0), (0, 0, 1))]
    both = [(0, 1), (0, -1), (1, 1), (1, -1)]
    settled = check_gaussian_minimum.settled
    assert settled(lines, [*both, (2, 1), (3, 1)]) == {*both, (2, 1), (2, -1), (3, 1)}
    assert settled(lines, [(0, 1), (0, -1), (1, 1)]) == {(0, 1), (0, -1), (1, 1)}
    turns = [Fraction(k, 5) for k in range(4)]
    assert settled(turns, [*both, (2, -1)]) == {*both, (2, 1), (2, -1)}
    assert settled(turns, [(0, 1), (0, -1), (2, -1)]) == {(0, 1), (0, -1), (2, -1)}


def gaussian(network: list, **other: object) -> dict:
    lines = ["0", "1/2"]
    return {"inputs": "2", "lines": lines, "target": [["1/4", "1"]], "network": network, "minimum": "local",
            "risk": ["0", "1"], "others": [], "bounds": []} | other  # fmt: skip


@pytest.mark.parametrize(
    ("network", "why"),
    [
        ([["0", ["0.1", "0.9"]], ["1", "0"]], "may fall along line 1, to side 1"),
        ([["0", "0"]], "may fall along line 0, to side -1"),
        ([["0", "1/2"]], "not seen to vanish"),
        ([["0", ["0.1", "0.9"]], ["1", "1/2"]], "not seen to vanish"),
        ([["0", ["0.1", "0.9"]], ["0", ["0.1", "0.9"]]], "sought on one side"),
        ([["0", ["-0.9", "-0.1"]]], "not found to lie"),
        ([["0", ["-1", "1"]]], "sign is open"),
        ([["2", "1"]], "number of a line"),
        ([["-1", "1"]], "number of a line"),
    ],
)
def test_networks_that_are_no_minimum_are_refused(network, why):
    with pytest.raises(check_gaussian_minimum.Refused, match=why):
        check_gaussian_minimum.gaussian_minimum(gaussian(network))


def test_what_is_no_line_is_refused():
    for lines, why in ((["0", "1"], "twice"), (["0", ["1", "0"]], "angles beside"), ([["0", "0"]], "the zero vector")):
        with pytest.raises(check_gaussian_minimum.Refused, match=why):
            check_gaussian_minimum.gaussian_minimum(gaussian([["0", "0"]], lines=lines))
    with pytest.raises(check_gaussian_minimum.Refused, match="not two inputs"):
        check_gaussian_minimum.gaussian_minimum(gaussian([["0", "0"]], inputs="3"))


def points(rng: random.Random, count: int) -> list[list[Fraction]]:
    return [[Fraction(rng.randint(-9, 9), 10) + Fraction(k == n, 1) for k in range(3)] for n in range(count)]


def as_intervals(vectors: list) -> list:
    return [[check_isolated_minimum.Interval(x) for x in one] for one in vectors]


def test_value_gradient_and_curvature_of_free_neurons():
    """The value against quadrature, the gradient against differences of values, and its own differences after that."""
    rng = random.Random(4)
    w, v = points(rng, 2), points(rng, 3)
    value, slopes = check_isolated_minimum.value_and_slopes(as_intervals(w), as_intervals(v))
    signed = [(one, 1) for one in w] + [(one, -1) for one in v]
    exact = sum(s * t * mean(a, b) for a, s in signed for b, t in signed) / 2
    assert middle(value) == pytest.approx(exact, abs=1e-8)
    curved = check_isolated_minimum.hessian(as_intervals(w), as_intervals(v))
    for column in range(6):
        away = [list(one) for one in w]
        away[column // 3][column % 3] += STEP
        other, turned = check_isolated_minimum.value_and_slopes(as_intervals(away), as_intervals(v))
        assert float((other.low - value.low) / STEP) == pytest.approx(float(slopes[column].low), abs=1e-7)
        for row in range(6):
            entry = curved[max(row, column)][min(row, column)]
            assert float((turned[row].low - slopes[row].low) / STEP) == pytest.approx(middle(entry), abs=1e-7)


@pytest.mark.parametrize("radius", ["0", "1/100"])
def test_the_curvature_that_is_found_is_less_than_the_least_eigenvalue(radius):
    rng, radius = np.random.default_rng(5), Fraction(radius)
    square = rng.integers(-9, 10, (4, 4))
    matrix = square @ square.T + 3 * np.eye(4, dtype=int)
    box = [[check_isolated_minimum.Interval(int(matrix[i, j]) - radius, int(matrix[i, j]) + radius)
            for j in range(i + 1)] for i in range(4)]  # fmt: skip
    least = float(np.linalg.eigvalsh(matrix)[0])
    found = check_isolated_minimum.curved(box, Fraction(5, 2))
    assert float(Fraction(5, 2) - 4 * radius) - 1e-9 <= found <= least - float(4 * radius)
    with pytest.raises(check_isolated_minimum.Refused, match="not found to be positive"):
        check_isolated_minimum.curved(box, Fraction(round(least * 100) + 5, 100))


def test_a_factor_that_is_not_near_costs_what_it_misses(monkeypatch):
    far = check_isolated_minimum.factored
    monkeypatch.setattr(
        check_isolated_minimum, "factored", lambda matrix: [[0.9 * x for x in row] for row in far(matrix)]
    )
    box = as_intervals([(5,), (0, 5)])
    assert float(check_isolated_minimum.curved(box, Fraction(3))) == pytest.approx(3 - 2 * (1 - 0.9**2), abs=1e-9)


@pytest.mark.parametrize("other", [(1, 0, 0), (-2, 0, 0), (0, 0, 0)])
def test_neurons_that_are_parallel_or_zero_are_refused(other):
    one, two = as_intervals([(1, 0, 0), other])
    with pytest.raises(check_isolated_minimum.Refused, match=r"may be (parallel|zero)"):
        check_isolated_minimum.Pair(one, two)

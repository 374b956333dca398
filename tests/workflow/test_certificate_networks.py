"""The program that checks certificates of networks, against other ways to the same numbers."""

import random
from fractions import Fraction
from itertools import pairwise, product

import numpy as np
import pytest
import sympy
from scipy.optimize import nnls

from verification.networks_on_samples import fact, network
from workflow.certificates import check_network
from workflow.certificates.check_network import Network

HALF, SMALL = Fraction(1, 2), Fraction(1, 10**6)


def small(rng: random.Random, rows: int, columns: int, most: int = 1) -> list[list[Fraction]]:
    """A matrix of small whole numbers, often zero or dependent."""
    return [[Fraction(rng.randint(-most, most)) for _ in range(columns)] for _ in range(rows)]


def at_random(rng: random.Random, widths: list[int], samples: int, slopes: list[Fraction], most: int = 1) -> Network:
    """A network from inputs to outputs, at weights that are often kinks."""
    x = small(rng, samples, widths[0], most)
    layers = [small(rng, before, after, most) for before, after in pairwise(widths)]
    targets = small(rng, samples, widths[-1])
    return Network(x, targets, layers, slopes, Fraction(rng.choice([0, 1])), HALF)


def moved(net: Network, step: Fraction, ways: list) -> Network:
    """The network with its weights a step along some ways."""
    layers = [
        [[w + step * d for w, d in zip(*rows, strict=True)] for rows in zip(one, way, strict=True)]
        for one, way in zip(net.weights, ways, strict=True)
    ]
    return Network(net.samples, net.targets, layers, net.slopes, net.at_zero, net.share)


def test_rank_determinant_and_distance_are_those_of_sympy():
    rng = random.Random(1)
    for _ in range(60):
        size = rng.randint(1, 4)
        square, wide = small(rng, size, size), small(rng, size, size + rng.randint(-1, 2) or 1)
        assert check_network.eliminated(square) == (sympy.Matrix(square).rank(), sympy.Matrix(square).det())
        assert check_network.eliminated(wide)[0] == sympy.Matrix(wide).rank()
        target = small(rng, 1, size, 3)[0]
        columns = np.array(square, float).T
        near = columns @ np.linalg.lstsq(columns, np.array(target, float), rcond=None)[0]
        exact = check_network.distance([tuple(row) for row in square], target)
        assert abs(float(exact) - np.sum((np.array(target, float) - near) ** 2)) < 1e-9


def test_cones_hold_what_non_negative_least_squares_find():
    rng, held = random.Random(2), 0
    for _ in range(150):
        vectors, target = small(rng, rng.randint(1, 4), 3, 2), small(rng, 1, 3, 2)[0]
        away = nnls(np.array(vectors, float).T, np.array(target, float))[1]
        assert check_network.combines(target, vectors) == (away < 1e-9)
        held += away < 1e-9
    assert 10 < held < 140


@pytest.mark.parametrize("widths", [[2, 3, 1], [3, 2, 2, 2], [2, 2, 3, 2, 1]])
def test_derivatives_are_differences(widths):
    """Away from kinks the outputs are affine in each weight by itself, so that differences are exact."""
    rng = random.Random(str(widths))
    slopes = [Fraction(rng.randint(-2, 2), 3) for _ in widths[2:]]
    net = at_random(rng, widths, 3, slopes, 9)
    while not all(all(row) for layer in net.values for row in layer):
        net = at_random(rng, widths, 3, slopes, 9)
    every = range(1, len(widths))
    rows, column = net.derivatives(every), 0
    for layer, weights in enumerate(net.weights):
        for i, j in product(range(len(weights)), range(len(weights[0]))):
            ways = [[[int((layer, i, j) == (n, a, b)) for b in range(len(one[0]))] for a in range(len(one))]
                    for n, one in enumerate(net.weights)]  # fmt: skip
            other = moved(net, SMALL, ways)
            found = [(other.outputs[t][o] - net.outputs[t][o]) / SMALL for o in range(widths[-1]) for t in range(3)]
            assert found == [row[column] for row in rows]
            column += 1
    assert column == len(rows[0])
    assert [row[: len(net.weights[0]) * widths[1]] for row in rows] == net.derivatives([1])


def test_cells_are_the_signs_that_weights_nearby_take():
    """In the plane, against a fan of directions that is denser than the samples'."""
    rng, fan = random.Random(3), list(product(range(-5, 6), repeat=2))
    for _ in range(25):
        net = at_random(rng, [2, 1, 1], 4, [Fraction(0)])
        corners = net.corners(0)
        assert corners == [t for t, x in enumerate(net.samples) if any(x) and not net.values[0][t][0]]
        reached = {tuple(x * a + y * b for x, y in (net.samples[t] for t in corners)) for a, b in fan}
        found = [tuple(cell[t, 0] for t in corners) for cell in net.cells()]
        assert len(found) == len(set(found))
        assert set(found) == {tuple(z // abs(z) for z in signs) for signs in reached if all(signs)}


def test_cells_of_several_units_are_all_pairs():
    net = Network([[1, 0], [0, 1]], [[0], [0]], [[[0, 0], [0, 1]], [[1], [1]]], [Fraction(0)], 0, 1)
    assert [net.corners(0), net.corners(1)] == [[0, 1], [0]]
    assert {tuple(sorted(cell.items())) for cell in net.cells()} == {
        (((0, 0), a), ((0, 1), c), ((1, 0), b)) for a, b, c in product((1, -1), repeat=3)
    }


@pytest.mark.parametrize(("kinks", "cells"), [(8, 256), (9, 0)])
def test_a_network_may_have_as_many_cells_as_are_allowed_and_no_more(kinks, cells):
    units = [0] * kinks  # each with the one sample on its kink
    net = Network([[1]], [[0]], [[units], [[1]] * kinks], [Fraction(0)], 0, 1)
    if cells:
        assert len(net.cells()) == cells
    else:
        with pytest.raises(check_network.Refused, match="too many cells"):
            net.cells()


@pytest.mark.parametrize("widths", [[2, 2, 1], [2, 1, 2, 1], [1, 1, 1, 2], [2, 1, 1, 1, 1], [2, 2, 1, 1]])
def test_derivatives_of_cells_are_slopes_along_steps_into_them(widths):
    """At kinks of one layer and of several: what a small step brings, to first order."""
    rng, kinks, deep = random.Random(str(widths)), 0, 0
    for _ in range(120):
        net = at_random(rng, widths, 3, [Fraction(rng.choice([0, 0, 1, -1]), 2) for _ in widths[2:]])
        ways = [[[Fraction(rng.randint(-99, 99), 7) for _ in row] for row in one] for one in net.weights]
        other = moved(net, SMALL, ways)
        signs = {(t, k): 1 if other.values[0][t][k] > 0 else -1 for k in range(widths[1]) for t in net.corners(k)}
        try:
            rows = net.derivatives(range(1, len(widths)), signs)
        except check_network.Refused:
            continue
        kinks, deep = kinks + bool(signs), deep + any(not z for one in net.values[1:] for row in one for z in row)
        along = [d for one in ways for row in one for d in row]
        slopes = [check_network.dot(row, along) for row in rows]
        found = [(other.outputs[t][o] - net.outputs[t][o]) / SMALL for o in range(widths[-1]) for t in range(3)]
        assert all(abs(a - b) < 1 for a, b in zip(slopes, found, strict=True)), (net.samples, net.weights, net.slopes)
    assert kinks > 10 and (deep > 10 or len(widths) == 3)


@pytest.mark.parametrize(
    ("layers", "why"),
    [([[[1, 1]], [[1], [-1]], [[1]]], "deeper layer"), ([[[1]], [[0]], [[1]]], "deeper layer")],
)
def test_a_kink_of_a_deeper_layer_that_may_have_either_sign_is_refused(layers, why):
    net = Network([[Fraction(1)]], [[Fraction(0)]], layers, [Fraction(0), Fraction(0)], Fraction(0), HALF)
    with pytest.raises(check_network.Refused, match=why):
        net.gates({})


def test_limits_of_cells():
    """Eight kinks of a unit, 256 cells: not one more."""
    same = [[Fraction(1), Fraction(k)] for k in range(9)]
    one = [[[Fraction(0)], [Fraction(0)]], [[Fraction(1)]]]
    assert len(Network(same[:8], [[Fraction(0)]] * 8, one, [Fraction(0)], 0, HALF).cells()) == 16
    with pytest.raises(check_network.Refused, match="too many kinks"):
        Network(same, [[Fraction(0)]] * 9, one, [Fraction(0)], 0, HALF).cells()
    units = [[[Fraction(0)] * 9], [[Fraction(1)]] * 9]
    with pytest.raises(check_network.Refused, match="too many cells"):
        Network([[Fraction(1)]], [[Fraction(0)]], units, [Fraction(0)], 0, HALF).cells()


def falls(rng: random.Random, net: Network, kept: list[int]) -> bool:
    """Whether some small step brings less loss; output weights that are zero and kept move to their side alone."""
    for _ in range(60):
        step = Fraction(1, rng.choice([30, 1000]))
        ways = [[[rng.randint(-2, 2) for _ in row] for row in one] for one in net.weights]
        for k, side in enumerate(kept):
            if side:
                ways[1][k][0] = side * abs(ways[1][k][0])
        if moved(net, step, ways).loss() < net.loss():
            return True
    return False


@pytest.mark.parametrize(
    ("widths", "sided"), [([2, 1, 1], False), ([2, 2, 1], True), ([2, 1, 1, 1], False), ([1, 2, 2], False)]
)
def test_no_step_from_a_local_minimum_brings_less_loss(widths, sided):
    """Of one hidden layer and of two, of one output and of two, among sides or not."""
    rng, seen = random.Random(str(widths)), 0
    for _ in range(250):
        net = at_random(rng, widths, rng.randint(1, 4), [Fraction(rng.choice([0, 0, 1]), 2) for _ in widths[2:]])
        kept = [rng.choice([1, -1]) * (not row[0]) for row in net.weights[1]] if sided else []
        try:
            check_network.a_local_minimum(net, list(map(str, kept)))
        except check_network.Refused:
            continue
        if seen < 30 and net.loss():
            seen += 1
            assert not falls(rng, net, kept), (net.samples, net.targets, net.weights, kept)
    assert seen >= 10


X, Y = sympy.Matrix([[1, 0], [0, 1], [1, 1], [-1, 2], [2, -3]]), sympy.Matrix([1, -2, 0, 3, 1])
FIRST, SECOND, LAST = sympy.Matrix([[1, -1], [1, 2]]), sympy.Matrix([[1, 1], [-1, 2]]), sympy.Matrix([1, -2])
BELOW = (Fraction(1, 3), HALF)


def bent(z: sympy.Matrix, slope: Fraction) -> sympy.Matrix:
    """Units of a layer, z for z > 0 and the slope times z else."""
    return z.applyfunc(lambda one: one if one > 0 else sympy.Rational(slope) * one)


H1 = bent(X * FIRST, BELOW[0])
Z2 = H1 * SECOND
H2 = bent(Z2, BELOW[1])
RESIDUAL = H2 * LAST - Y
GATED = [[f * (1 if z > 0 else sympy.Rational(BELOW[1])) for f in H1.row(t) for z in Z2.row(t)] for t in range(5)]
ROWS = sympy.Matrix([[one * LAST[k % 2] for k, one in enumerate(row)] for row in GATED])  # by these weights


def least_loss(*parts: sympy.Matrix) -> sympy.Rational:
    """Half the squared distance of the targets from the span of columns."""
    span = sympy.Matrix.hstack(*parts)
    rest = sympy.Matrix.hstack(*span.T.nullspace()) if span.T.nullspace() else sympy.zeros(5, 1)
    found = rest * (rest.T * rest).inv() * rest.T * Y if span.T.nullspace() else rest
    return found.dot(found) / 2


def entries(matrix: sympy.Matrix) -> list[list[Fraction]]:
    return [[Fraction(str(x)) for x in row] for row in matrix.tolist()]


PLACE, NONE = {"layer": 2, "sample": 2, "output": 1}, {"features": (), "derivatives": (), "gates": ()}
FACTS = [
    fact("outputs", entries(H2 * LAST)),
    fact("values", entries(X * FIRST), layer=1),
    fact("values", entries(Z2), layer=2),
    fact("loss", Fraction(str(RESIDUAL.dot(RESIDUAL) / 2))),
    *(fact("products", entries(read.T * RESIDUAL), layer=layer) for layer, read in enumerate((X, H1, H2))),
    fact("rank", ROWS.rank(), layers=(2,)),
    fact("gram", entries(H2 * H2.T), layers=(3,)),
    fact("row", entries(ROWS)[1], **PLACE),
    fact("derivative", entries(ROWS)[1], **PLACE),
    *(fact("least loss", Fraction(str(least_loss(*parts))), **{**NONE, name: layers}) for name, layers, parts in (
        ("features", (2,), [H2]), ("features", (0, 1), [X, H1]), ("derivatives", (3,), [H2]),
        ("derivatives", (2,), [ROWS]), ("gates", (2,), [sympy.Matrix(GATED)]))),
    fact("least loss", Fraction(str(least_loss(X, H2))), **{**NONE, "features": (0,), "derivatives": (3,)}),
    fact("other weights", Fraction(str(Y.dot(Y) / 2)), weights=[[[0, 0]] * 2, [[0, 0]] * 2, [[0]] * 2]),
]  # fmt: skip


def said(one: dict, **other: object) -> str:
    """What the program says of a fact of this network, or of one with other entries."""
    layers = [entries(one) for one in (FIRST, SECOND, LAST)]
    data = network(entries(X), entries(Y), layers, BELOW, one | {k: v for k, v in other.items() if k in one})["data"]
    return check_network.network(data | {k: v for k, v in other.items() if k not in one})


def changed(value: list | str) -> list | str:
    """A value with its last number one more."""
    return [*value[:-1], changed(value[-1])] if isinstance(value, list) else str(Fraction(value) + 1)


@pytest.mark.parametrize("one", FACTS, ids=lambda one: one["of"])
def test_each_fact_is_accepted_with_its_value_alone(one):
    """The values come from SymPy's matrices; layers, samples and outputs are those that there are."""
    assert all(part in said(one) for part in ("On the samples ((1, 0), (0, 1)", ". "))
    wrong = [("is", changed(one["is"])), ("layers", []), ("sample", "6"), ("sample", "0"), ("output", "2")]
    wrong += [("layer", "4"), ("layer", "-1")]
    wrong += [(name, [k]) for name in ("layers", "derivatives", "gates") for k in ("0", "4")]
    wrong += [("features", ["3"]), ("features", ["-1"]), ("gates", ["3"])]
    for name, value in wrong:
        if name in one:
            with pytest.raises(check_network.Refused):
                said(one, **{name: value})


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"share": "0"}, "not positive"),
        ({"facts": [FACTS[3]] * 21}, "20 facts"),
        ({"targets": entries(Y)[1:]}, "another shape"),
        ({"targets": [["1"]] * 4 + [["1", "1"]]}, "another shape"),
        ({"weights": [[["1", "1"]] * 2] * 6}, "5 layers"),
        ({"weights": [[["1", "1"]] * 3, [["1"]] * 2]}, "do not fit"),
        ({"weights": [[["1", "1"]] * 2, [["1"]] * 3]}, "do not fit"),
        ({"weights": [[["1", "1"]] * 2, [["1", "1"]] * 2]}, "do not fit"),
        ({"weights": [[["1"] * 60] * 2, [["1"] * 9] * 60, [["1"]] * 9], "slopes": ["0", "0"]}, "too large"),
    ],
)
def test_networks_out_of_bounds_are_refused(other, why):
    other = {name: [[str(x) for x in row] for row in value] if name == "targets" else value
             for name, value in other.items()}  # fmt: skip
    if "weights" in other:
        other["slopes"] = ["0"] * (len(other["weights"]) - 1)
    with pytest.raises(check_network.Refused, match=why):
        said(FACTS[3], **other)


def test_a_span_of_gates_and_a_least_eigenvalue_have_bounds():
    two = network([[1, 0]], [[1, 1]], ([[1], [0]], [[1, 1]]), [0], fact("least loss", 0, **{**NONE, "gates": (1,)}))
    with pytest.raises(check_network.Refused, match="more than one output"):
        check_network.network(two["data"])
    x = [[1, k] for k in range(9)]
    for count, why in ((8, ""), (9, "too many samples")):
        data = network(x[:count], [0] * count, ([[1], [0]], [[1]]), [0], fact("least eigenvalue", 0, layers=(1,)))
        if why:
            with pytest.raises(check_network.Refused, match=why):
                check_network.network(data["data"])
        else:
            assert "The least eigenvalue" in check_network.network(data["data"])
    many = network(x[:3], [[0, 0, 0]] * 3, ([[1], [0]], [[1, 1, 1]]), [0], fact("least eigenvalue", 0, layers=(1,)))
    with pytest.raises(check_network.Refused, match="too many samples"):
        check_network.network(many["data"])

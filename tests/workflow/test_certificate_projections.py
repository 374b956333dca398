"""The program that checks what features and D span, against numpy and the networks of the exact checks."""

import importlib
import random
from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest

from tests.workflow.certificate_samples import check, whole
from verification.check import collect
from verification.networks_on_samples import fact, projections
from verification.papers.width2019 import separation
from verification.papers.width2019.exact_nets import net
from workflow.certificates import check_projections
from workflow.certificates.check_projections import Point, Refused

HALF = Fraction(1, 2)
SLOPES = [Fraction(0), HALF, Fraction(1), Fraction(-1)]


def small(rng: random.Random, rows: int, columns: int, most: int = 1) -> list[list[Fraction]]:
    """A matrix of small whole numbers, often zero or dependent."""
    return [[Fraction(rng.randint(-most, most)) for _ in range(columns)] for _ in range(rows)]


def at_random(rng: random.Random, widths: list[int], samples: int = 3, most: int = 1) -> Point:
    """A network at weights that are often kinks."""
    layers = [small(rng, before, after, most) for before, after in pairwise(widths)]
    slopes = [[rng.choice(SLOPES) for _ in range(units)] for units in widths[1:-1]]
    return Point(small(rng, samples, widths[0], most), small(rng, samples, widths[-1]), layers, slopes)


def of_the_house(one: Point):
    """The same network as the exact checks have it."""
    return net(one.samples, one.targets, one.weights, one.slopes)


def test_projections_are_those_of_least_squares():
    rng = random.Random(1)
    for _ in range(60):
        columns, target = small(rng, rng.randint(1, 4), 4), small(rng, 1, 4, 3)[0]
        matrix = np.array(columns, float).T
        near = matrix @ np.linalg.lstsq(matrix, np.array(target, float))[0]
        found = check_projections.onto(check_projections.orthogonal(columns), target)
        assert np.allclose(np.array(found, float), near)
        assert len(check_projections.orthogonal(columns)) == np.linalg.matrix_rank(matrix)
        assert np.allclose(np.array(check_projections.left(columns, target), float), np.array(target, float) - near)


@pytest.mark.parametrize("widths", [[2, 2, 1], [1, 2, 2, 2], [2, 1, 2, 1]])
def test_a_point_is_regular_where_the_exact_checks_say_so_and_there_d_is_the_derivative(widths):
    rng, regular = random.Random(str(widths)), 0
    for _ in range(120):
        one = at_random(rng, widths)
        assert one.regular() == of_the_house(one).regular()
        if one.regular():
            regular += 1
            assert one.differences() == one.columns()
        else:
            with pytest.raises(Refused, match="not regular"):
                one.differences()
    assert 10 < regular < 110


def test_the_derivative_at_a_kink_is_the_convention_and_not_one_of_the_sides():
    one = Point([[Fraction(1)]], [[Fraction(0)]], [[[Fraction(0)]], [[Fraction(1)]]], [[HALF]])
    assert one.columns() == {(0, 0, 0): [0], (1, 0, 0): [0]}
    straight = Point(one.samples, one.targets, one.weights, [[Fraction(1)]])
    assert straight.columns() == straight.differences() == {(0, 0, 0): [1], (1, 0, 0): [0]}


@pytest.mark.parametrize("strong", [False, True])
def test_definitions_are_met_where_the_exact_checks_say_so(strong):
    """As printed; and strictly, but that the exact checks see no unit that stays zero behind others."""
    rng, met = random.Random(4), 0
    for _ in range(400):
        widths = rng.choice([[2, 2, 1], [1, 2, 2, 1], [1, 2, 2, 2]])
        one = at_random(rng, widths, samples=2)
        first = rng.randint(1, len(widths) - 1)
        sets = {layer: tuple(sorted(rng.sample(range(widths[layer]), rng.randint(1, widths[layer]))))
                for layer in range(first, len(widths))}  # fmt: skip
        found = {layer - 1: list(units) for layer, units in sets.items()}
        wanted = [separation.separated(of_the_house(one), sets, 1, strict, strong) for strict in (False, True)]
        given = [check_projections.separated(one, found, "2" if strong else "1", strict) for strict in (False, True)]
        assert given[0] == wanted[0] and given[0] >= given[1] >= wanted[1]
        met += given[0]
    assert 20 < met < 380


def test_units_that_stay_zero_are_strictly_linear():
    """A unit that reads nothing but a flat one has no kink; one that reads a kink has one."""
    for first, strictly in ((-1, "met"), (0, "not met")):
        made = projections([[1]], [[0]], [[[first]], [[1]], [[1]]], [[0], [0]],
                           fact("separation", strictly, sets=[[1], [1]], definition=1, how="strictly"))  # fmt: skip
        assert f"(Definition 1), is {strictly}." in check_projections.projections(made["data"])


def said(one: dict, **changes: object) -> str:
    """What the program says of two ReLUs with a fact, the data changed."""
    made = projections([[1, 0], [0, 1], [1, 1]], [[1], [0], [2]], [[[1, -1], [1, 2]], [[1], [-1]]], [[0, 0]], one)
    return check_projections.projections(made["data"] | changes)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"samples": [["1", "0"]] * 61, "targets": [["0"]] * 61}, "60 rows"),
        ({"weights": [[["1"] * 50] * 2, [["1"]] * 50], "slopes": [["0"] * 50]}, "too large"),
        ({"slopes": []}, "slopes"),
        ({"slopes": [["0", "0"], ["0"]]}, "each hidden layer"),
        ({"facts": [fact("regular")] * 21}, "20 facts"),
        ({"held": [["1", "1", "1"]]}, "held that is not zero"),
        ({"held": [["3", "1", "1"]]}, "no weight to hold"),
    ],
)
def test_networks_out_of_bounds_are_refused(changes, why):
    assert "The outputs" in said(fact("linear map", [[1], [0]]), weights=[[["1", "0"], ["0", "0"]], [["1"], ["0"]]])
    with pytest.raises(Refused, match=why):
        said(fact("regular"), **changes)


def test_numbers_that_grow_too_large_are_refused():
    rng = random.Random(5)
    samples = [[f"{rng.randrange(10**29)}/{rng.randrange(1, 10**29)}" for _ in range(2)] for _ in range(3)]
    with pytest.raises(Refused, match="too large"):
        said(fact("linearised", 0), samples=samples)


TOPICS = "consequences", "critical_points", "definitions", "kinks", "lemmas", "linear_units", "one_layer"


@pytest.mark.parametrize("topic", TOPICS)
def test_what_the_exact_checks_of_a_topic_leave_is_accepted(topic):
    checks = collect(importlib.import_module(f"verification.papers.width2019.{topic}.exact"))
    makes = [check.options["leaves"][0] for check in checks if "leaves" in check.options]
    made = [found if isinstance(found, list | tuple) else [found] for found in (make() for make in makes)]
    assert made and all(check(whole(one)) for some in made for one in some)

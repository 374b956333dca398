"""Exact probabilities of covering every need, against enumeration and against their bounds."""

import subprocess
import sys
from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verification.papers.basin2016.mathematics import coverage
from verification.papers.basin2016.mathematics.coverage import (
    theorem_2_bound,
    theorem_2_probability,
    theorem_4_bound,
    theorem_4_failure,
    theorem_4_probability,
)

SIGNS = st.sampled_from([-1, 0, 1])
NEEDS = st.lists(st.tuples(SIGNS, SIGNS), min_size=1, max_size=3)


def by_enumeration(width, needs):
    """The share of all signs of output weights and weights that cover every need."""
    needed = [(j, side, b) for j, pair in enumerate(needs) for side, b in zip((1, -1), pair, strict=True) if b]
    neurons = list(product((1, -1), repeat=1 + len(needs)))
    covering = sum(
        all(any(neuron[0] == b and neuron[1 + j] == side for neuron in net) for j, side, b in needed)
        for net in product(neurons, repeat=width)
    )
    return Fraction(covering, len(neurons) ** width)


@given(st.integers(1, 3), NEEDS)
@settings(deadline=None, max_examples=25)
def test_singletons_agree_with_enumeration(width, needs):
    assert theorem_2_probability(width, needs) == by_enumeration(width, needs)


@given(st.integers(1, 60), NEEDS)
def test_more_neurons_never_hurt_and_the_printed_bound_holds(width, needs):
    chance = theorem_2_probability(width, needs)
    assert theorem_2_bound(width, len(needs)) <= chance <= theorem_2_probability(width + 1, needs) <= 1


def test_a_wide_net_fails_with_the_chance_of_single_needs():
    failure = 1 - theorem_2_probability(1500, [(1, 1), (1, -1), (0, -1)])
    assert float(failure / Fraction(3, 4) ** 1500) == pytest.approx(5, rel=1e-12)


@given(st.integers(1, 30), st.integers(0, 4), st.integers(0, 4))
@settings(deadline=None)
def test_orthogonal_samples_are_needs_of_one_side(width, plus, minus):
    targets = np.repeat([1.0, -1.0, 0.0], [plus, minus, 1])
    needs = [(int(target), 0) for target in targets]
    exact = theorem_2_probability(width, needs)
    assert theorem_4_probability(np.eye(len(targets)), targets, width) == pytest.approx(float(exact), rel=1e-14)
    assert theorem_4_failure(np.eye(len(targets)), targets, width) == pytest.approx(float(1 - exact), rel=1e-14)


def test_a_tiny_failure_keeps_its_digits():
    samples = np.random.default_rng(3).standard_normal((5, 7))
    assert theorem_4_failure(samples, [1, 1, 1, -1, -1], 900) == pytest.approx(5 * 0.75**900, rel=1e-12)


def test_a_tiny_chance_keeps_its_digits_and_an_impossible_one_is_zero():
    exact = theorem_2_probability(3, [(1, 0)] * 40)
    assert theorem_4_probability(np.eye(40), np.ones(40), 3) == pytest.approx(float(exact), rel=1e-14, abs=0)
    assert theorem_4_probability([[1, 0.3], [0, 1]], [1, -1], 1) == 0 and theorem_4_failure(np.eye(1), [0], 1) == 0


def test_an_invertible_change_of_scale_changes_nothing():
    samples = np.random.default_rng(4).standard_normal((4, 4))
    chances = [theorem_4_probability(scale * samples, [1, 1, 1, -1], 9) for scale in ([[1.0]], [[3], [0.1], [7], [2]])]
    assert chances[0] == pytest.approx(chances[1], rel=1e-13)
    assert float(theorem_4_bound(9, 4)) < chances[0] < 1


def test_rows_orthogonal_up_to_rounding_are_taken_for_orthogonal():
    rows = np.linalg.qr(np.random.default_rng(5).standard_normal((8, 8)))[0]
    assert theorem_4_probability(rows, np.ones(8), 12) == pytest.approx(
        float(theorem_2_probability(12, [(1, 0)] * 8)), rel=1e-12
    )


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: theorem_2_probability(0, [(1, 1)]), "width must be a whole number of at least 1, got 0"),
        (lambda: theorem_2_probability(2.5, [(1, 1)]), "width must be"),
        (lambda: theorem_2_probability(3, [1, -1]), r"pair of signs for each coordinate, \(inputs, 2\); got \(2,\)"),
        (lambda: theorem_2_probability(3, [(1, 2)]), "must be -1, 0 or 1, got 2"),
        (lambda: theorem_2_bound(3, 0), "inputs must be"),
        (lambda: theorem_4_probability(np.eye(2), [1, 1, 1], 3), r"targets \(samples,\)"),
        (lambda: theorem_4_probability([[1, 0], [2, 0]], [1, 1], 3), "linearly independent"),
        (lambda: theorem_4_probability([[1, 0], [0, 0]], [1, 1], 3), "linearly independent"),
        (lambda: theorem_4_probability([[1, np.nan]], [1], 3), "finite"),
        (lambda: theorem_4_probability(np.eye(5) + 0.1, np.ones(5), 3), "5 samples of one target sign"),
    ],
)
def test_bad_input_is_refused_in_words(call, message):
    with pytest.raises(ValueError, match=message):
        call()


def test_the_precision_of_balls_is_left_as_it_was():
    before = coverage.ctx.prec
    theorem_4_failure(np.eye(2), [1, -1], 400)
    assert coverage.ctx.prec == before


def test_the_paper_loads_nothing_until_asked():
    program = (
        "import sys, verification.papers.basin2016 as b; before = 'numpy' in sys.modules; b.theorem_2_probability; "
        "print(before, 'numpy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]


@pytest.mark.parametrize("width", [40, 100, 180, 246, 290, 400])
def test_bits_are_added_until_the_digits_are_known(width):
    """Failures of 2^-15 to 2^-160: of the first 128 bits all but so many are lost as a difference from 1."""
    exact = 1 - theorem_2_probability(width, [(1, 0), (-1, 0), (1, 0)])
    assert theorem_4_failure(np.eye(3), [1, -1, 1], width) == pytest.approx(float(exact), rel=4e-16, abs=0)

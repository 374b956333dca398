import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad

from verification.papers.basin2016.mathematics import near_neurons
from verification.papers.basin2016.mathematics.near_neurons import Teacher, cap_fraction, near_probability


@given(st.integers(2, 30), st.floats(0.01, math.pi))
def test_caps_are_integrals_of_the_density_of_the_angle(rank, angle):
    whole, part = (quad(lambda t: math.sin(t) ** (rank - 2), 0, end)[0] for end in (math.pi, angle))
    assert cap_fraction(rank, angle) == pytest.approx(part / whole, rel=1e-6, abs=1e-12)


def test_known_caps():
    assert cap_fraction(2, 0.3) == pytest.approx(0.3 / math.pi)
    assert cap_fraction(3, 2.0) == pytest.approx((1 - math.cos(2.0)) / 2)
    assert [cap_fraction(1, angle) for angle in (0, 3, math.pi)] == [0.5, 0.5, 1.0]
    assert near_probability(Teacher(2, 3, 1.5), 0.4) == pytest.approx(0.4 / (8 * 4 * 1.5**2))
    assert near_probability(Teacher(1, 4), 9.0) == 0.5


@given(st.integers(1, 20), st.integers(2, 12), st.floats(0.001, 1.999), st.floats(0.1, 5))
def test_the_printed_chance_is_below_the_exact_one(neurons, rank, reach, norm):
    teacher, accuracy = Teacher(neurons, rank, norm), (reach * neurons * norm) ** 2
    printed, exact = (f(teacher, accuracy) for f in (near_neurons.printed_near_probability, near_probability))
    assert 0 < printed <= exact * (1 + 1e-9)


@given(st.integers(1, 20), st.integers(2, 4), st.floats(0.1, 1.9), st.floats(2, 5))
def test_the_printed_bound_holds_at_the_printed_width(neurons, rank, reach, factor):
    teacher, accuracy = Teacher(neurons, rank), (reach * neurons) ** 2
    width = near_neurons.theorem_3_width(teacher, accuracy, factor)
    bound = near_neurons.theorem_3_probability(width, teacher, accuracy)
    assert near_neurons.theorem_3_bound(teacher, factor) <= bound + 1e-12
    assert bound <= 1


def test_widths_of_the_small_teachers():
    widths = [near_neurons.theorem_3_width(Teacher(n, r), e) for n, r, e in ((1, 2, 0.01), (2, 2, 0.02), (1, 3, 0.03))]
    assert widths == [126, 356, 846]
    assert near_neurons.theorem_3_width(Teacher(3, 1), 0.5, 2.25) == 27


def test_one_minus_the_bound_keeps_its_digits():
    teacher = Teacher(1, 2)
    failure = math.log(1 - near_probability(teacher, 0.01))
    assert near_neurons.theorem_3_probability(50, teacher, 0.01) == pytest.approx(-math.expm1(50 * failure), rel=1e-13)
    assert near_neurons.theorem_3_probability(1, Teacher(5, 9), 1e-8) == pytest.approx(-4.0)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: Teacher(0, 2), "neurons must be"),
        (lambda: Teacher(1, 2, -1.0), "norm must be positive"),
        (lambda: near_probability(Teacher(1, 2), 0.0), "accuracy must be positive"),
        (lambda: near_neurons.printed_near_probability(Teacher(1, 1), 0.1), "rank 2 or more"),
        (lambda: near_neurons.printed_near_probability(Teacher(1, 3), 4.0), "below 4 n\\^2 B\\^2 = 4"),
        (lambda: near_neurons.theorem_3_width(Teacher(1, 2), 0.1, 1.5), "factor must be finite and at least 2"),
        (lambda: near_neurons.theorem_3_width(Teacher(1, 1), -0.1), "accuracy must be"),
        (lambda: cap_fraction(2, 4.0), "angle must lie"),
        (lambda: near_neurons.theorem_3_probability(np.pi, Teacher(1, 2), 0.1), "width must be"),
    ],
)
def test_bad_input_is_refused_in_words(call, message):
    with pytest.raises(ValueError, match=message):
        call()


def test_widths_beyond_floats():
    """2 n / p_eps lies between the width less 2 and the width, in logarithms, where p_eps vanishes in floats."""
    for teacher, accuracy in ((Teacher(1, 20), 1e-20), (Teacher(2, 40), 1e-20), (Teacher(1, 3), 5e-324)):
        reach = math.log(accuracy) / 2 - math.log(teacher.neurons)
        chance = (teacher.rank - 1) * reach - math.log(2 * math.pi * (teacher.rank - 1))
        width = near_neurons.theorem_3_width(teacher, accuracy)
        digits = len(str(width)) - 18
        found = math.log(width // 10**digits) + digits * math.log(10)
        assert found == pytest.approx(math.log(2 * teacher.neurons) - chance, rel=1e-12)

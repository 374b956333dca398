import numpy as np
import pytest

from verification.drawn_once import drawn_once


@pytest.fixture
def draw():
    """A function of a stream that counts how often it ran."""

    @drawn_once
    def numbers(count, rng, scale=1.0):
        numbers.runs += 1
        return [scale * rng.standard_normal(count)]

    numbers.runs = 0
    return numbers


def test_a_second_call_returns_the_first_ones_value_and_leaves_the_stream_there(draw):
    first, second = np.random.default_rng(3), np.random.default_rng(3)
    (values,) = draw(5, first)
    assert draw(5, rng=second)[0] is values
    assert draw.runs == 1
    assert first.random() == second.random()


@pytest.mark.parametrize("other", [lambda d, r: d(4, r), lambda d, r: d(5, r, 2.0)])
def test_other_arguments_draw_again(draw, other):
    draw(5, np.random.default_rng(3))
    other(draw, np.random.default_rng(3))
    assert draw.runs == 2


def test_another_place_of_the_stream_draws_again(draw):
    rng = np.random.default_rng(3)
    (first,), (second,) = draw(5, rng), draw(5, rng)
    assert (first != second).all()


def test_what_was_drawn_cannot_be_changed(draw):
    (values,) = draw(5, np.random.default_rng(3))
    with pytest.raises(ValueError, match="read-only"):
        values[0] = 1.0

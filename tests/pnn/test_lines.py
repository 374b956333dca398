import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pnn import lines

ANY_SEED = st.integers(0, 2**32 - 1)


@pytest.mark.parametrize(
    ("rows", "complaint"),
    [
        ([1.0, 0.0], "shape"),
        (np.zeros((0, 2)), "at least one row"),
        ([[1.0, 0.0], [0.0, 0.0]], "row 1 is zero"),
        ([[1.0, np.nan]], "row 0"),
        ([[1.0, np.inf]], "finite"),
        ([[1.0, 2.0], [0.0, 1.0], [-2.0, -4.0]], "rows 0 and 2"),
        ([[1.0 + 1j, 2.0]], "complex"),
        ([["a", "b"]], "numbers"),
        ([[1.0, 2.0], [1.0]], "numbers"),
        ([[None, {}]], "numbers"),
    ],
)
def test_bad_lines_are_refused(rows, complaint):
    with pytest.raises(ValueError, match=complaint):
        lines.check_lines(rows)


def test_one_dimension_holds_one_line():
    assert lines.check_lines([[-3.0]]) == [[-1.0]]
    with pytest.raises(ValueError, match="one line"):
        lines.check_lines([[1.0], [-2.0]])


@settings(deadline=None, max_examples=30)
@given(ANY_SEED, st.integers(2, 6), st.integers(1, 8), st.floats(-150, 150))
def test_rows_of_any_length_are_normalised(seed, inputs, count, exponent):
    rng = np.random.default_rng(seed)
    units = lines.random_lines(count, inputs, rng)
    lengths = rng.uniform(0.1, 10, (count, 1)) * 10.0**exponent
    np.testing.assert_allclose(lines.check_lines(units * lengths), units, rtol=0, atol=4e-16)
    np.testing.assert_allclose(np.linalg.norm(units, axis=1), 1, rtol=1e-15)


@pytest.mark.parametrize("angle", [1e-14, 1e-9, 1e-5, 0.01, 0.4, 0.46, 1.0, np.pi / 2])
@pytest.mark.parametrize("sign", [1, -1])
def test_small_angles_keep_their_digits(angle, sign):
    left = np.array([[1.0, 0.0]])
    right = sign * np.array([[np.cos(angle), np.sin(angle)]])
    acute, obtuse = lines.acute_angles(left, right)
    assert acute[0, 0] == pytest.approx(angle, rel=1e-15, abs=2e-16)
    assert obtuse[0, 0] == (sign < 0) or angle > 1.5


def test_lines_at_a_nanoradian_are_still_two():
    assert len(lines.check_lines([[1.0, 0.0], [1.0, 1e-9]])) == 2
    with pytest.raises(ValueError, match="distinct"):
        lines.check_lines([[1.0, 0.0], [-1.0, 1e-11]])


def test_constructions():
    np.testing.assert_array_equal(lines.axes(3), np.eye(3))
    spaced = lines.equally_spaced(7)
    acute, _ = lines.acute_angles(spaced, spaced)
    steps = np.abs(np.subtract.outer(np.arange(7), np.arange(7)))
    np.testing.assert_allclose(acute, np.pi / 7 * np.minimum(steps, 7 - steps), atol=1e-15)


@pytest.mark.parametrize(
    "make",
    [
        lambda: lines.axes(0),
        lambda: lines.equally_spaced(0),
        lambda: lines.random_lines(0, 3, np.random.default_rng(1)),
        lambda: lines.random_lines(2, 1, np.random.default_rng(1)),
    ],
)
def test_impossible_constructions_are_refused(make):
    with pytest.raises(ValueError, match=r"at least 1|distinct"):
        make()


def test_many_lines_are_handled_in_pieces():
    rng = np.random.default_rng(5)
    units = lines.check_lines(rng.standard_normal((1500, 2)))
    acute, _ = lines.acute_angles(units, units)
    angles = np.arctan2(units[:, 1], units[:, 0]) % np.pi
    apart = np.abs(np.subtract.outer(angles, angles))
    np.testing.assert_allclose(acute, np.minimum(apart, np.pi - apart), atol=3e-15)

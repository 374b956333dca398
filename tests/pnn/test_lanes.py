"""Numbers side by side: room for them, rows turned into columns, and back."""

import numpy as np
import pytest
from numba import njit

from pnn import lanes

PRECISIONS = [np.dtype(np.float32), np.dtype(np.float64)]


@njit
def turned(source, rows, first, out):
    lanes.turn(source, rows, first, out)


@njit
def turned_half(source, rows, first, out):
    lanes.turn_half(source, rows, first, out)


@njit
def totalled(array, place, value):
    return lanes.total(lanes.put(lanes.load(array, 0), place, value))


@njit
def both(array, place, out):
    lanes.store(out, 0, lanes.load_both(array, place))


@njit
def apart(array, place, stride, out):
    lanes.store(out, 0, lanes.load_apart(array, place, stride))


def test_room_for_lanes_straddles_no_line_of_a_cache():
    rooms = [lanes.zeros((size, 3), dtype) for size in (1, 7, 10_000) for dtype in PRECISIONS]
    assert all(room.ctypes.data % 64 == 0 and room.flags.writeable and not room.any() for room in rooms)
    rows = np.arange(42.0).reshape(6, 7)
    assert np.array_equal(lanes.of_trials(lanes.in_lanes(rows), 6), rows)


@pytest.mark.parametrize("dtype", PRECISIONS)
@pytest.mark.parametrize(("turn", "share"), [(turned, 1), (turned_half, 2)])
def test_rows_become_columns(turn, share, dtype):
    size = lanes.count(dtype)
    columns = size // share
    source = np.arange(40 * 3 * columns, dtype=dtype).reshape(40, 3 * columns)
    rows, out = np.random.default_rng(0).permutation(40)[:size], lanes.zeros((3 * columns, size), dtype)
    turn(source, rows, columns, out)
    assert np.array_equal(out[columns : 2 * columns], source[rows, columns : 2 * columns].T)
    assert not out[:columns].any() and not out[2 * columns :].any()


@pytest.mark.parametrize("dtype", PRECISIONS)
def test_a_total_is_of_halves_and_of_what_was_put_into_a_lane(dtype):
    numbers = np.random.default_rng(0).standard_normal(lanes.count(dtype)).astype(dtype)
    for place in range(len(numbers)):
        wanted = numbers.copy()
        wanted[place] = 3
        while len(wanted) > 1:
            wanted = wanted[: len(wanted) // 2] + wanted[len(wanted) // 2 :]
        assert totalled(numbers, place, dtype.type(3)) == wanted[0]


@pytest.mark.parametrize("dtype", PRECISIONS)
def test_absolute_values_stand_behind_the_numbers(dtype):
    half = lanes.count(dtype) // 2
    array, out = np.linspace(-1, 1, 3 * half, dtype=dtype), lanes.zeros((2 * half,), dtype)
    both(array, 1, out)
    assert np.array_equal(out, np.concatenate([array[1 : half + 1], abs(array[1 : half + 1])]))


@pytest.mark.parametrize("dtype", PRECISIONS)
@pytest.mark.parametrize("stride", [1, 5])
def test_numbers_apart_are_those_of_a_slice(stride, dtype):
    array, out = np.arange(2, 100, dtype=dtype), np.zeros(lanes.count(dtype), dtype)
    apart(array, 3, stride, out)
    assert np.array_equal(out, array[3::stride][: len(out)])

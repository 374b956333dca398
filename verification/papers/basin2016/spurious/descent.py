"""Gradient descent on the population risk against an orthonormal teacher, compiled, every trial until it settles.

F(W) = E (sum_i relu(w_i.x) - sum_j relu(x_j))^2 / 2 for x ~ N(0, I). With the angle t of two neurons, the gradient in
w_i is w_i/2 + (sum_l s_l (|u_l| sin(t) w_i/|w_i| + (pi - t) u_l)) / (2 pi) over the other neurons (s = 1) and the
teacher's (s = -1).

Eight trials lie in the lanes of a register, and whoever settles makes room for the next one. None knows of the others.
"""

from __future__ import annotations

from math import pi

import numpy as np
from numba import njit

from pnn.lanes import (
    absolute,
    add,
    count,
    divide,
    fill,
    load,
    multiply,
    root,
    store,
    subtract,
    where_positive,
    width,
    zeros,
)

# of x^2, the highest power first: R(x^2) = x^2 above/below
_ABOVE = (
    3.479331075960212e-05,
    0.0007915349942898145,
    -0.04005553450067941,
    0.20121253213486293,
    -0.3255658186224009,
    0.16666666666666666,
)
_BELOW = (0.07703815055590194, -0.6882839716054533, 2.0209457602335057, -2.403394911734414, 1.0)


@njit(cache=True)
def _set_gradient(weights, gradient, square):
    """Fill in gradient, (neurons, inputs, lanes) as the weights, and its square length, (lanes,)."""
    neurons, inputs, lanes = weights.shape
    norms = np.empty((2, neurons, lanes))
    for i in range(neurons):
        _set_own(weights, i, norms, gradient)
    for i in range(neurons):
        for j in range(i):
            _add_pair(weights, i, j, norms, gradient)
    share, total = fill(1.0 / (2.0 * pi)), fill(0.0)
    for place in range(0, neurons * inputs * lanes, lanes):
        slope = multiply(share, load(gradient, place))
        store(gradient, place, slope)
        total = add(total, multiply(slope, slope))
    store(square, 0, total)


@njit(cache=True)
def _set_own(weights, i, norms, gradient):
    """The norm of a neuron and its inverse, and the part of its gradient that knows of the teacher's neurons alone."""
    neurons, inputs, lanes = weights.shape
    first, square, sines = i * inputs * lanes, fill(0.0), fill(0.0)
    for place in range(first, first + inputs * lanes, lanes):
        weight = load(weights, place)
        square = add(square, multiply(weight, weight))
    norm = root(square)
    inverse = divide(fill(1.0), norm)
    store(norms, i * lanes, norm)
    store(norms, (neurons + i) * lanes, inverse)
    for place in range(first, first + inputs * lanes, lanes):
        sine, rest = _sine_and_rest(multiply(load(weights, place), inverse))
        sines = add(sines, sine)
        store(gradient, place, subtract(fill(0.0), rest))
    share = subtract(fill(pi), multiply(sines, inverse))
    for place in range(first, first + inputs * lanes, lanes):
        store(gradient, place, add(load(gradient, place), multiply(share, load(weights, place))))


@njit(cache=True)
def _add_pair(weights, i, j, norms, gradient):
    """What two neurons add to the gradients of each other."""
    neurons, inputs, lanes = weights.shape
    one, other, product = i * inputs * lanes, j * inputs * lanes, fill(0.0)
    for place in range(0, inputs * lanes, lanes):
        product = add(product, multiply(load(weights, one + place), load(weights, other + place)))
    inverse, other_inverse = load(norms, (neurons + i) * lanes), load(norms, (neurons + j) * lanes)
    sine, rest = _sine_and_rest(multiply(multiply(product, inverse), other_inverse))
    own = multiply(multiply(sine, load(norms, j * lanes)), inverse)
    others = multiply(multiply(sine, load(norms, i * lanes)), other_inverse)
    for place in range(0, inputs * lanes, lanes):
        left, right = load(weights, one + place), load(weights, other + place)
        to_left, to_right = load(gradient, one + place), load(gradient, other + place)
        store(gradient, one + place, add(to_left, add(multiply(own, left), multiply(rest, right))))
        store(gradient, other + place, add(to_right, add(multiply(others, right), multiply(rest, left))))


@njit(cache=True, forceinline=True)
def _sine_and_rest(cosine):
    """sin t and pi - t of an angle, from its cosine, which may exceed 1 by rounding; lanes.

    t is 2 arcsin sqrt((1 - |cosine|)/2) or, from 60 degrees on, pi/2 - arcsin |cosine|, and arcsin x that of fdlibm
    (Sun, 1993), x + x R(x^2).
    """
    one, size = fill(1.0), absolute(cosine)
    size = where_positive(subtract(size, one), one, size)
    half, near = multiply(fill(0.5), subtract(one, size)), subtract(size, fill(0.5))
    square, chord = where_positive(near, half, multiply(size, size)), root(half)
    x = where_positive(near, chord, size)
    above = below = fill(0.0)
    for k in range(6):
        above = add(multiply(above, square), fill(_ABOVE[k]))
    for k in range(5):
        below = add(multiply(below, square), fill(_BELOW[k]))
    arcsine = add(x, multiply(x, divide(multiply(square, above), below)))
    acute = where_positive(near, add(arcsine, arcsine), subtract(fill(pi / 2), arcsine))
    sine = multiply(add(chord, chord), root(subtract(one, half)))
    return sine, where_positive(cosine, subtract(fill(pi), acute), acute)


@njit(cache=True)
def _descend(starts, rate, tolerance, most_steps, room, ends, steps):
    """From `starts` (trials, neurons, inputs); `room` for weights, gradient (neurons, inputs, lanes) and its square."""
    weights, gradient, square = room
    lanes, pace = width(weights), fill(rate)
    who, taken, following = np.full(lanes, -1), np.zeros(lanes, np.int64), 0
    while following < len(starts) or who.max() >= 0:
        for lane in range(lanes):
            if who[lane] < 0 and following < len(starts):
                who[lane], taken[lane] = following, 0
                _seat(starts[following], lane, weights)
                following += 1
        _set_gradient(weights, gradient, square)
        for lane in range(lanes):
            if who[lane] >= 0 and (square[lane] < tolerance * tolerance or taken[lane] == most_steps):
                _leave(weights, lane, ends[who[lane]])
                steps[who[lane]], who[lane] = taken[lane], -1
            taken[lane] += 1
        for place in range(0, weights.size, lanes):
            store(weights, place, subtract(load(weights, place), multiply(pace, load(gradient, place))))


@njit(cache=True)
def _seat(start, lane, weights):
    for i in range(len(start)):
        for j in range(start.shape[1]):
            weights[i, j, lane] = start[i, j]


@njit(cache=True)
def _leave(weights, lane, end):
    for i in range(len(end)):
        for j in range(end.shape[1]):
            end[i, j] = weights[i, j, lane]


def _room(neurons: int, inputs: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Room for the weights in lanes, their gradient, and its square length."""
    dtype = np.dtype(float)
    lanes = count(dtype)
    return zeros((neurons, inputs, lanes), dtype), zeros((neurons, inputs, lanes), dtype), zeros((lanes,), dtype)


def descend(weights: np.ndarray, rate: float, tolerance: float, most_steps: int) -> tuple[np.ndarray, np.ndarray]:
    """The ends (trials, neurons, inputs) of descents from `weights`, and the steps that each took, (trials,).

    A trial stops where its gradient is shorter than `tolerance`, or after `most_steps` steps. Raises ValueError for
    weights of another dimension, a zero row, or settings that are not positive.
    """
    weights = np.array(weights, dtype=float)
    if weights.ndim != 3 or not np.isfinite(weights).all() or not (weights != 0).any(axis=2).all():
        raise ValueError(
            f"wanted finite weights (trials, neurons, inputs) without zero rows, got shape {weights.shape}"
        )
    if min(rate, tolerance, most_steps) <= 0:
        raise ValueError("rate, tolerance and most_steps must be positive")
    ends, steps = np.empty_like(weights), np.zeros(len(weights), dtype=np.int64)
    _descend(weights, float(rate), tolerance, most_steps, _room(*weights.shape[1:]), ends, steps)
    return ends, steps


def gradient(weights: np.ndarray) -> np.ndarray:
    """Gradient of F at weights (neurons, inputs)."""
    room = _room(*weights.shape)
    room[0][:] = np.asarray(weights, dtype=float)[:, :, None]
    _set_gradient(*room)
    return room[1][:, :, 0].copy()

"""Samplers of porcupine nets: lines, a region of signs and a target, from strata that include every boundary.

An instance has the numbers `lines` (lines, inputs), of any length, and `target` (neurons, inputs), or for a matched net
`masses` (lines, 2), the target's positive and negative mass on every line; its kind holds the `region`, a code a line.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from verification.methods.hunt import Instance
from verification.papers.pnn2017.hunted.stationary import BOTH, HALF, NEGATIVE, POSITIVE

Sampler = Callable[[np.random.Generator], Instance]
CODES = (BOTH, POSITIVE, NEGATIVE)


def generic(rng):
    """Lines in no special position, one to two more than inputs or fewer."""
    inputs = int(rng.integers(2, 4))
    return rng.standard_normal((int(rng.integers(1, inputs + 3)), inputs))


def one_input(rng):
    """The one line that there is in one input."""
    return np.ones((1, 1))


def one_line(rng):
    """A single line in two or three inputs."""
    return whole(rng, (1, int(rng.integers(2, 4))))


def fewer_lines_than_inputs(rng):
    """Two lines in three inputs."""
    return rng.standard_normal((2, 3))


def axes(rng):
    """All axes, of one to three inputs."""
    return np.eye(int(rng.integers(1, 4)))


def in_a_plane(rng):
    """Three or four lines in one plane of three inputs, and one or two across it."""
    flat = np.zeros((int(rng.integers(3, 5)), 3))
    flat[:, :2] = rng.standard_normal((len(flat), 2))
    across = rng.standard_normal((int(rng.integers(1, 3)), 3))
    across[:, 2] *= 10.0 ** -rng.uniform(0, 3)
    return np.concatenate([flat, across])


def dependent(rng):
    """Two lines of whole numbers, their sum, difference or other combination, and one line more."""
    first, second = whole(rng, (2, 3))
    return np.array([first, second, first + rng.choice([-2, -1, 1, 2]) * second, whole(rng, (1, 3))[0]])


def nearly_dependent(rng):
    """Lines in a plane, moved out of it by a thousandth to a tenth."""
    lines = in_a_plane(rng)
    return lines + 10.0 ** -rng.uniform(1, 3) * rng.standard_normal(lines.shape)


def nearly_equal(rng):
    """Two lines a thousandth to a tenth apart, or nearly opposite, and others."""
    lines = generic(rng)
    close = lines[:1] + 10.0 ** -rng.uniform(1, 3) * rng.standard_normal((1, lines.shape[1]))
    return np.concatenate([lines, rng.choice([-1, 1]) * close])


def repeated(rng):
    """A line twice, in the same or the opposite direction."""
    lines = generic(rng)
    return np.concatenate([lines, rng.choice([-2.0, -1.0, 1.0]) * lines[:1]])


LINES: Mapping[str, Callable] = {
    "generic lines": generic,
    "one input": one_input,
    "one line": one_line,
    "fewer lines than inputs": fewer_lines_than_inputs,
    "axes": axes,
    "lines in a plane": in_a_plane,
    "dependent lines": dependent,
    "nearly dependent lines": nearly_dependent,
    "nearly equal or opposite lines": nearly_equal,
    "equal or opposite lines": repeated,
}


def whole(rng, shape):
    """Rows of whole numbers from -3 to 3, none zero."""
    rows = rng.integers(-3, 4, shape).astype(float)
    rows[~rows.any(axis=1), 0] = 1.0
    return rows


def region(rng, lines, zeros: bool, strict: bool = False) -> tuple[int, ...]:
    """Codes of the lines: at random, or both signs on the lines of a plane, on all but one, or on all.

    With zero weights some of the lines with both signs are one positive and one zero neuron instead, or all are; where
    `strict`, for which such a line has not both signs, it is as often the positive lines.
    """
    count, inputs = lines.shape
    codes = rng.choice(CODES, count)
    flat = int((lines[:, -1] == 0).sum())
    first = (0, max(flat, inputs), max(flat, inputs), count - 1, count)[int(rng.integers(5))]
    codes[first:] = rng.choice(CODES[1:], len(codes[first:])) if rng.random() < 0.5 else codes[first:]
    codes[:first] = BOTH
    if zeros:
        share = (0.5, 1.0)[int(rng.integers(2))]
        turned = POSITIVE if strict and rng.random() < 0.5 else BOTH
        codes[(codes == turned) & (rng.random(count) < share)] = HALF
    return tuple(codes.tolist())


def target(rng, lines, most=4):
    """One to `most` target neurons: at random, along an axis, whole numbers, or of sizes far apart."""
    count, inputs = int(rng.integers(1, most + 1)), lines.shape[1]
    choice = int(rng.integers(5))
    if choice == 0 or (choice == 2 and rng.random() < 0.5):
        return np.eye(inputs)[-1:]
    if choice == 1:
        return whole(rng, (count, inputs))
    rows = rng.standard_normal((1 if choice == 2 else count, inputs))
    return rows * 10.0 ** rng.integers(-3, 4, (len(rows), 1)) if choice == 3 else rows


def masses(rng, lines):
    """The target's positive and negative mass on every line: at random, equal, or with zeros."""
    shape = (len(lines), 2)
    choice = int(rng.integers(3))
    return np.ones(shape) if choice == 0 else rng.integers(0, 4, shape) if choice == 1 else rng.exponential(1, shape)


def nets(
    matched: bool,
    zeros: bool = False,
    single: bool = False,
    lines: Mapping[str, Callable] = LINES,
    strict: bool = False,
) -> dict[str, Sampler]:
    """A sampler of whole instances for every stratum of lines, with a target on them or elsewhere."""
    most = 1 if single else 4

    def sampler(sample: Callable) -> Sampler:
        def draw(rng: np.random.Generator) -> Instance:
            rows = sample(rng)
            codes = region(rng, rows, zeros, strict)
            towards = {"masses": masses(rng, rows).astype(float)} if matched else {"target": target(rng, rows, most)}
            return Instance({"lines": rows, **towards}, {"region": codes})

        return draw

    return {name: sampler(sample) for name, sample in lines.items()}

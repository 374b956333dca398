"""Basins of piecewise linear functions, counts of cells, and moments of starts, in whole numbers and fractions."""

from fractions import Fraction
from itertools import pairwise, product
from math import comb

from verification.certificates import leaves
from verification.methods import exact
from verification.papers.basin2016.definitions import certificates as leaving
from verification.papers.basin2016.mathematics.networks import dot, sign


def connected(heights):
    """Whether all sublevel sets of the function with these values at 0, 1, 2, ..., linear between, are connected.

    They are the ones of its values and of all numbers between two of them.
    """
    levels = sorted(set(heights))
    return all(pieces(heights, level) <= 1 for level in levels + [Fraction(a + b, 2) for a, b in pairwise(levels)])


def pieces(heights, level):
    """The number of intervals where the function is at most `level`: each begins at a low point left of which it is
    higher, for between two low points it is low."""
    low = [h <= level for h in heights]
    return sum(here and not before for before, here in pairwise([False, *low]))


def stuck_values(heights):
    """The values of local minima above the least value: level pieces, and points with no lower neighbour."""
    level = {a for a, b in pairwise(heights) if a == b}
    padded = [max(heights) + 1, *heights, max(heights) + 1]
    bottoms = {h for a, h, b in zip(padded[:-2], heights, padded[2:], strict=True) if a >= h <= b}
    return (level | bottoms) - {min(heights)}


def is_convex(heights):
    """Whether the slopes do not decrease."""
    return all(b - a <= c - b for a, b, c in zip(heights, heights[1:], heights[2:], strict=False))


@leaves(leaving.convex)
@exact.check(
    "basin.definition-1",
    "convex",
    wrong={
        "level pieces and slopes in any order": {"concerned": lambda heights: True},
        "slopes that do not increase": {"concerned": lambda heights: is_convex([-h for h in heights])},
    },
    scope="instances",
)
def convex_heights(concerned=is_convex):
    """All functions with five whole heights from 0 to 3: of the convex ones, both conditions hold."""
    for heights in filter(concerned, product(range(4), repeat=5)):
        yield {"connected": connected(heights), "not stuck": not stuck_values(heights)}


@leaves(leaving.step)
@exact.check(
    "basin.definition-1",
    "connected-but-stuck",
    wrong={
        "a slope for the step": {"heights": (3, 2, 1, 0)},
        "a step at the bottom": {"heights": (2, 1, 0, 0)},
        "a second well": {"heights": (1, 2, 0)},
    },
    scope="instances",
)
def a_step_on_the_way_down(heights=(2, 1, 1, 0)):
    """The heights 2, 1, 1, 0."""
    return [connected(heights), bool(stuck_values(heights))]


@leaves(leaving.wells)
@exact.check(
    "basin.definition-1",
    "global-but-split",
    wrong={"wells of different depth": {"heights": (0, 2, 1)}, "one well": {"heights": (2, 1, 0)}},
    scope="instances",
)
def two_wells(heights=(0, 1, 0)):
    """The heights 0, 1, 0."""
    return [not connected(heights), not stuck_values(heights)]


def sign_rows(samples, reach=4):
    """The sign vectors without zero of all whole weights with entries up to `reach`, on the samples."""
    weights = product(range(-reach, reach + 1), repeat=len(samples[0]))
    found = {tuple(sign(dot(w, x)) for x in samples) for w in weights}
    return {row for row in found if 0 not in row}


@leaves(leaving.other_counts)
@exact.check(
    "basin.definition-2",
    "other-counts",
    wrong={
        "one column a sample": {"columns": lambda samples: len(samples)},
        "two samples each": {"cases": (((1, 0), (0, 1)), ((0, 1), (1, 1)))},
    },
)
def rows_of_signs(columns=lambda samples: len(samples[0]), cases=(((1, 0), (0, 1), (1, 1)), ((1, 2),))):
    """The non-empty cells of one neuron in the plane for three samples and for one: six, more than $2^d = 4$, and two,
    fewer.

    For three samples, six is all there can be: each kind of signs on two of them is met, and on the third where they
    differ; where they agree the sum has their sign. Were there $2^d$ cells, a matrix might name each.
    """
    many, few = (len(sign_rows(samples)) for samples in cases)
    yield {"cells": [many - 6, few - 2]}
    yield {"rows of signs": [many > 2 ** columns(cases[0]), few < 2 ** columns(cases[1])]}


@leaves(leaving.zero_sample)
@exact.check(
    "basin.definition-2",
    "sample-zero",
    wrong={"a sample along an axis": {"first": (0, 1)}, "another sample": {"first": (1, 2)}},
)
def signs_on_a_zero_sample(first=(0, 0)):
    r"""$w \cdot x_1$ vanishes for the two unit vectors $w$, and so for all $w$ by linearity; of the whole weights with
    entries up to 4 none has signs on both $x_1$ and $(1, 0)$.
    """
    return [*(dot(unit, first) for unit in ((1, 0), (0, 1))), not sign_rows([first, (1, 0)])]


@leaves(leaving.turns)
@exact.check(
    "basin.definition-2",
    "partition",
    wrong={
        "every row of signs": {"cells": lambda m: 2**m},
        "one region fewer": {"cells": lambda m: 2 * m - 1},
        "weights on a sample's normal too": {"off": lambda signs: True},
    },
    scope="instances",
)
def turns_of_the_plane(cells=lambda m: 2 * sum(comb(m - 1, k) for k in range(2)), off=lambda signs: 0 not in signs):
    r"""Whole weights in the plane that are orthogonal to no sample: they lie in $2 m$ cells for $m = 2, \dots, 5$
    samples; and for five, all points within $\frac{1}{16}$ in each entry, on a grid, have their signs.
    """
    for m in (2, 3, 4, 5):
        samples = [(1, k) for k in range(m)]
        yield {"number of cells": len(sign_rows(samples, 8)) == cells(m)}
    for w in product(range(-8, 9), repeat=2):
        signs = [sign(dot(w, x)) for x in samples]
        near = [(16 * w[0] + i, 16 * w[1] + j) for i, j in product((-1, 0, 1), repeat=2)]
        if off(signs):
            yield {"signs constant nearby": all([sign(dot(u, x)) for x in samples] == signs for u in near)}


@leaves(leaving.limits)
@exact.check(
    "basin.definition-2",
    "closure",
    wrong={"strict inequalities": {"weak": False}, "zero admitted for every sign": {"signed": False}},
    scope="instances",
)
def limits_of_points_of_a_cell(weak=True, signed=True):
    """All whole weights with entries up to 4, four samples in the plane: some weight a thousandth away lies in the cell
    of $(1, 1)$ exactly if the weak inequalities hold.
    """
    samples, inside = [(1, 0), (1, 1), (0, 1), (-1, 2)], (1, 1)
    signs = [sign(dot(inside, x)) for x in samples]
    for w in product(range(-4, 5), repeat=2):
        near = [(1000 * w[0] + i, 1000 * w[1] + j) for i, j in product((-1, 0, 1), repeat=2)]
        sums = [a * dot(w, x) if signed else abs(dot(w, x)) for a, x in zip(signs, samples, strict=True)]
        stated = all(s >= 0 if weak else s > 0 for s in sums)
        reached = any([sign(dot(u, x)) for x in samples] == signs for u in near)
        yield {"a limit where they hold": reached} if stated else {"none elsewhere": not reached}


@leaves(leaving.equal_samples)
@exact.check(
    "basin.definition-2",
    "empty-cell",
    wrong={
        "equal signs": {"signs": (1, 1)},
        "opposite samples": {"inputs": (1, -1)},
        "the weak inequalities at another weight": {"at": 1},
    },
)
def opposite_signs_on_equal_samples(signs=(1, -1), inputs=(1, 1), at=0):
    """Weights of either sign, which stand for all but zero, have other signs; weight zero has no wrong one."""
    for w in (1, -1):
        yield {"not in the cell": any(sign(w * x) != a for x, a in zip(inputs, signs, strict=True))}
    yield {"weak inequalities": [a * at * x >= 0 for x, a in zip(inputs, signs, strict=True)]}


@leaves(leaving.atoms)
@exact.check(
    "basin.assumption-1",
    "atoms",
    wrong={
        "one atom": {"atoms": (1,)},
        "unequal atoms": {"atoms": (1, -1, -1)},
        "an atom at zero": {"atoms": (1, 0, -1)},
    },
)
def two_atoms(atoms=(1, -1)):
    r"""All atoms of equal mass. Of the orthogonal maps of one dimension, 1 and $-1$, the second keeps the distribution,
    as the first does any; it has no mass at 0, and the mass $\frac12$ at 1.
    """
    mass = {w: Fraction(atoms.count(w), len(atoms)) for w in (1, 0, -1)}
    yield {"symmetric": mass[1] == mass[-1], "never zero": mass[0], "P(w = 1)": mass[1] - Fraction(1, 2)}


def cube_moment(power):
    """E w^power for w uniform in [-1, 1], even powers."""
    return Fraction(1, power + 1)


def sign_moment(power):
    """E w^power for a fair sign, even powers."""
    return Fraction(1)


def gaussian_moment(power):
    """E w^power for a standard normal w, powers 2 and 4."""
    return Fraction({2: 1, 4: 3}[power])


@leaves(leaving.uniform_weights)
@exact.check(
    "basin.assumption-1",
    "uniform-weights",
    wrong={"normal weights": {"moment": gaussian_moment}, "fair signs": {"moment": sign_moment}},
)
def fourth_moments(moment=cube_moment):
    r"""$E w_1^4 - \frac15$ and $E \left( \frac{w_1 + w_2}{\sqrt2} \right)^4 - \frac{4}{15}$, which would agree for a
    spherically symmetric vector, and that they do not.
    """
    axis, diagonal = moment(4), (2 * moment(4) + comb(4, 2) * moment(2) ** 2) / 4
    yield [axis - Fraction(1, 5), diagonal - Fraction(4, 15), axis != diagonal]


@leaves(leaving.zero_biases)
@exact.check(
    "basin.assumption-1",
    "zero-biases",
    wrong={"a bias like the weights": {"bias": Fraction(1, 3)}, "weights of zero": {"weight": Fraction(0)}},
)
def second_moments(weight=Fraction(1, 3), bias=Fraction(0)):
    """$E b^2$ is 0 and $E w^2$ is not: they would agree for a spherically symmetric $(w, b)$, as an orthogonal map
    exchanges the entries.
    """
    yield [bias, weight != bias]

"""Gram matrices, ranks and active units in fractions."""

from fractions import Fraction

import numpy as np
from flint import fmpq

from verification.certificates import leaves
from verification.methods import exact
from verification.papers.diversity2017.bounds import certificates as leaving
from verification.papers.diversity2017.mathematics.plane import largest_discrepancy
from verification.papers.diversity2017.nets import (
    dot,
    eigenvalues_below,
    gram_of,
    net,
    nets,
    nets_of_equal_units,
    without_the_last_unit,
)
from verification.papers.diversity2017.places import drawn, least_active
from verification.streams import streams

PAIR = [(1, 0), (Fraction(3, 5), Fraction(4, 5))]


@leaves(leaving.few_units, whole=False)
@exact.check(
    "diverse.equation-16",
    "sizes",
    wrong={"8 for 4": {"times": 8}, "$d$ for $d - 1$": {"inputs": 0}},
    scope="instances",
)
def right_sides_for_few_units(times=4, inputs=1):
    r"""$\frac14 - \min \left( 1, \frac{d - 1}{n} \right) \le 0$ for $2 \le d \le 9$ and $1 \le n \le 4 (d - 1)$."""
    for d in range(2, 10):
        for n in range(1, times * (d - inputs) + 1):
            yield {"not positive": Fraction(1, 4) - min(Fraction(1), Fraction(d - 1, n)) <= 0}


@leaves(leaving.grams, whole=False)
@exact.check(
    "diverse.equation-18",
    "gram",
    wrong={"active on one of the two": {"both": False}, "with signs": {"signs": True}},
    scope="instances",
)
def columns_multiplied(rng, instances, both=True, signs=False):
    r"""The entries of $D^\top D$ of random networks, columns multiplied, against the number of units active on both
    samples times $x_i \cdot x_j$.
    """
    for one in nets(rng, instances):
        gram = gram_of(one)
        for i, x in enumerate(one.samples):
            for j, y in enumerate(one.samples):
                pairs = [
                    (v, row[i] and row[j] if both else row[i]) for v, row in zip(one.signs, one.active, strict=True)
                ]
                count = sum((v if signs else 1) * on for v, on in pairs)
                yield {"entries": bool(gram[i, j] == count * dot(x, y))}


@leaves(leaving.grown, whole=False)
@exact.check(
    "diverse.section-4.growth-with-n",
    "grows",
    wrong={"a unit taken away": {"taken": True}},
    scope="instances",
)
def eigenvalues_with_a_unit_more(rng, instances, taken=False):
    r"""Random networks: no eigenvalue of $D^\top D$ lies below a fraction just under the least one that it has without
    the last unit, where that exceeds $10^{-3}$.
    """
    for one in nets(rng, instances, sizes=leaving.GROWN):
        fewer = without_the_last_unit(one)
        before, after = (gram_of(one), gram_of(fewer)) if taken else (gram_of(fewer), gram_of(one))
        level = just_below_the_least(before)
        if level is not None and eigenvalues_below(before, level) == 0:
            yield {"none below": eigenvalues_below(after, level) == 0}


def just_below_the_least(matrix):
    """A fraction a little below the least eigenvalue, by floating point; None where that is nearly 0."""
    size = matrix.nrows()
    floats = [[float(matrix[i, j].p) / float(matrix[i, j].q) for j in range(size)] for i in range(size)]
    least = float(np.linalg.eigvalsh(np.array(floats))[0])
    return fmpq(int(least * (1 - 1e-6) * 10**9), 10**9) if least > 1e-3 else None


@leaves(leaving.inactive_unit)
@exact.check(
    "diverse.section-4.growth-with-n",
    "not-strictly",
    wrong={"an active unit": {"further": (1, 1)}, "active on one": {"further": (-1, 1)}},
)
def an_inactive_unit(further=(-1, -1)):
    r"""Each entry of $D^\top D$ with the further unit against that without it."""
    gram, with_it = (gram_of(net(units, [1] * len(units), PAIR)) for units in ([(1, 0)], [(1, 0), further]))
    yield {"entries": [bool(gram[i, j] == with_it[i, j]) for i in range(2) for j in range(2)]}


@leaves(leaving.ranks_with_equal_weights, whole=False)
@exact.check(
    "diverse.section-4.equal-weights",
    "rank",
    wrong={"two weights": {"weights": 2}, "$d - 1$": {"less": 1}},
    scope="instances",
)
def ranks_with_equal_weights(rng, instances, weights=1, less=0):
    """Four units with one weight vector and twelve samples in 2 to 4 inputs: the rank of $D$ is at most $d$."""
    for one in nets_of_equal_units(rng, instances, weights):
        yield {"at most d": one.matrix.rank() <= one.inputs - less}


@leaves(leaving.equal_weights)
@exact.check(
    "diverse.section-4.equal-weights",
    "reached",
    wrong={"a weight that one sample is off": {"w": (-1, 1)}, "equal samples": {"second": PAIR[0]}},
)
def full_rank_of_two_samples(w=(1, 0), second=PAIR[1]):
    """The rank of $D$, less 2."""
    yield net([w, w], (1, 1), [PAIR[0], second]).matrix.rank() - 2


@leaves(leaving.active_units, whole=False)
@exact.check(
    "ours.schur-bound",
    "active",
    wrong={r"$\frac n2$ alone": {"of": 0}, "half the discrepancy": {"of": Fraction(1, 2)}},
    scope="instances",
)
def active_units_in_the_plane(rng, instances, of=1):
    r"""The least number of active units against $n \left( \frac12 - L_\infty \right)$: one to five units at multiples
    of $\frac{1}{24}$ of a turn, directions $x$ at those of $\frac{1}{48}$, where the number changes and between.
    """
    for stream in streams(rng, min(instances, 20), fixed=tuple(range(8))):
        turns = drawn(stream, 24, 5)
        yield {"at least": least_active(turns) >= len(turns) * (Fraction(1, 2) - of * largest_discrepancy(turns))}

"""Exhaustive enumeration of small networks with one input, boundary points included, in exact arithmetic."""

from fractions import Fraction
from itertools import combinations, product
from operator import eq, ge, gt, le

from flint import fmpq_poly

from verification.certificates import leaves
from verification.methods import exact
from verification.papers.pnn2017.scalar import grid_as_data, pairs_as_data
from verification.papers.pnn2017.scalar.exact_figures import MIXED_TARGETS
from verification.papers.pnn2017.scalar.exact_figures import four_regions_solved as four_regions_solved
from verification.papers.pnn2017.scalar.exact_figures import landscape_of_six_and_four as landscape_of_six_and_four
from verification.papers.pnn2017.scalar.exact_figures import (
    landscape_of_six_and_minus_four as landscape_of_six_and_minus_four,
)
from verification.papers.pnn2017.scalar.exact_figures import (
    regions_with_points_of_risk_zero as regions_with_points_of_risk_zero,
)
from verification.papers.pnn2017.scalar.small_nets import (
    hessian,
    masses,
    minima_on_grid,
    patterns,
    rational_matrix,
    risk,
    sign,
    sign_vectors,
)

ONE_SIGNED_TARGETS = ((4, 1), (-3, -1), (2,), (-1,))
SIZES = ((1, 6), (2, 6), (3, 5))  # neurons, reach of the grid
HALF = Fraction(1, 2)


def minima(targets, least_neurons=2):
    """(target, weights, value) for every local minimizer on the grids."""
    for target, (neurons, reach) in product(targets, SIZES):
        if neurons >= least_neurons:
            for weights, value in minima_on_grid(neurons, target, reach).items():
                yield target, weights, value


def same_by_both_routes(targets, held):
    """Whether the grid's local minimizers are those of the patterns of signs that are `held`, point by point."""
    for target, (neurons, reach) in product(targets, SIZES):
        by_pattern, on_grid = patterns(neurons, target), minima_on_grid(neurons, target, reach)
        for weights in product(range(-reach, reach + 1), repeat=neurons):
            signs = tuple(map(sign, weights))
            found = by_pattern.get(signs)
            expected = found[2] if found and held(signs) and found[:2] == masses(weights) else None
            yield on_grid.get(weights) == expected


@leaves(pairs_as_data.zero_set, whole=False)
@exact.check(
    "pnn.corollary-1",
    "zero-set",
    wrong={
        "the sums alone": {"conditions": (sum,)},
        "the absolute sums alone": {"conditions": (lambda w: sum(map(abs, w)),)},
        "the numbers of neurons too": {"conditions": (sum, lambda w: sum(map(abs, w)), len)},
    },
    scope="instances",
)
def pairs_of_nets(conditions=(sum, lambda w: sum(map(abs, w)))):
    """For all integer networks of three neurons against two: zero risk, from pair means, iff the conditions agree."""
    nets = list(product(range(-2, 3), repeat=3))
    for weights, target in product(nets, product(range(-2, 3), repeat=2)):
        zero = risk(weights, target) == 0
        agree = all(g(weights) == g(target) for g in conditions)
        yield {"risk zero" if zero else "positive risk": agree == zero}


@leaves(grid_as_data.minimizers_with_both_signs, whole=False)
@exact.check(
    "pnn.theorem-2",
    "mixed-regions",
    wrong={
        "any region": {"concerned": lambda w: 0 not in w},
        "a positive weight is enough": {"concerned": lambda w: 0 not in w and max(w) > 0},
        "no minimizer but with both signs": {"held": lambda signs: {1, -1} <= set(signs)},
    },
    scope="instances",
)
def minimizers_with_both_signs(concerned=lambda w: 0 not in w and min(w) < 0 < max(w), held=lambda signs: True):
    """Both enumerations agree point by point, and the minimizers concerned have value zero."""
    targets = MIXED_TARGETS + ONE_SIGNED_TARGETS
    values = [value for _, weights, value in minima(targets) if concerned(weights)]
    return {"points of the grid": same_by_both_routes(targets, held), "values": values}


def bad_minima(target, neurons, reach, share=HALF, exchanged=False):
    """The statement: the bad minimizers on a grid for a target with both signs, with their values."""
    positive, negative = masses(target)
    values = (share * positive**2, share * negative**2) if exchanged else (share * negative**2, share * positive**2)
    grid = range(1, reach + 1)
    plus = {w: values[0] for w in product(grid, repeat=neurons) if sum(w) == positive}
    minus = {tuple(-x for x in w): values[1] for w in product(grid, repeat=neurons) if sum(w) == negative}
    return plus | minus


@leaves(grid_as_data.bad_sets, whole=False)
@exact.check(
    "pnn.theorem-2",
    "bad-sets",
    wrong={"a quarter for a half": {"share": Fraction(1, 4)}, "the values exchanged": {"exchanged": True}},
    scope="instances",
)
def bad_minimizers_of_the_grid(**formula):
    """For targets with both signs the grid's minimizers of positive value are the predicted ones, no more, no fewer."""
    for target, (neurons, reach) in product(MIXED_TARGETS, SIZES[1:]):
        found = {w: value for w, value in minima_on_grid(neurons, target, reach).items() if value > 0}
        yield {f"{neurons} neurons": found == bad_minima(target, neurons, reach, **formula)}


@leaves(grid_as_data.regions_of_one_sign, whole=False)
@exact.check(
    "pnn.theorem-2",
    "one-signed-regions",
    wrong={
        "bad minima for every target": {"bad_for": lambda target: True},
        "bad minima for targets with a larger positive mass": {"bad_for": lambda target: sum(target) > 0 > min(target)},
    },
    scope="instances",
)
def regions_of_one_sign(bad_for=lambda target: min(target) < 0 < max(target)):
    """Over the targets: the patterns of all positive and of all negative weights hold a bad minimizer iff predicted."""
    for target, neurons in product(MIXED_TARGETS + ONE_SIGNED_TARGETS, (2, 3, 4)):
        found = patterns(neurons, target)
        for s in (1, -1):
            *_, value = found.get((s,) * neurons, (0, 0, 0))
            kind = "target of both signs" if target in MIXED_TARGETS else "target of one sign"
            yield {kind: (value > 0) == bad_for(target)}


@leaves(grid_as_data.minimizers_for_one_sign, whole=False)
@exact.check(
    "pnn.theorem-2",
    "one-signed-target",
    wrong={
        "zero weights admitted": {"admitted": lambda w: True},
        "in the region of the other sign": {"side": -1},
        "twice the target's sum": {"times": 2},
        "half the square of the target's sum for the value": {"share": HALF},
    },
    scope="instances",
)
def minimizers_for_one_sign(admitted=lambda w: 0 not in w, side=1, times=1, share=0):
    """The grid's minimizers with non-zero weights have value zero, the sign of the target, and its sum."""
    for target, weights, value in minima(ONE_SIGNED_TARGETS):
        if admitted(weights):
            home, total = side * sign(target[0]), sum(target)
            yield {"value": value - share * total**2, "sum": sum(weights) - times * total}
            yield {"signs": all(sign(w) == home for w in weights)}


@leaves(grid_as_data.regions_with_global_minimizers, whole=False)
@exact.check(
    "pnn.theorem-2",
    "good-sets",
    wrong={
        "every region": {"regions": lambda neurons: 2**neurons},
        "one region fewer": {"regions": lambda neurons: 2**neurons - 3},
    },
    scope="instances",
)
def regions_with_global_minimizers(regions=lambda neurons: 2**neurons - 2):
    """The sign patterns without zero that hold a minimizer of value zero are $2^k - 2$ for $k$ neurons, two to five,
    for five targets with both signs."""
    for target, neurons in product(MIXED_TARGETS, (2, 3, 4, 5)):
        good = [s for s, (*_, value) in patterns(neurons, target).items() if 0 not in s and value == 0]
        yield {f"{neurons} neurons": len(good) == regions(neurons)}


@leaves(grid_as_data.minimizers_with_a_zero, whole=False)
@exact.check(
    "pnn.theorem-2",
    "zero-weights",
    wrong={
        "no zero needed": {"concerned": lambda w: True},
        "two zeros or none": {"concerned": lambda w: w.count(0) != 1},
    },
    scope="instances",
)
def minimizers_with_a_zero(concerned=lambda w: 0 in w):
    """Grid minimizers with a zero weight, a single neuron's too, have value zero."""
    targets = MIXED_TARGETS + ONE_SIGNED_TARGETS
    values = [value for _, weights, value in minima(targets, least_neurons=1) if concerned(weights)]
    return {"values": values}


@leaves(grid_as_data.minima_of_one_neuron, whole=False)
@exact.check(
    "pnn.theorem-2",
    "one-neuron",
    wrong={"the values exchanged": {"exchanged": True}, "without the half": {"share": Fraction(1)}},
    scope="instances",
)
def minima_of_one_neuron(**formula):
    """For five targets with both signs the minimizers of one neuron on the grid of whole numbers up to 6 are
    $w = P^*$ and $w = -N^*$, with the predicted values."""
    for target in MIXED_TARGETS:
        yield minima_on_grid(1, target, 6) == bad_minima(target, 1, 6, **formula)


@leaves(grid_as_data.zero_beats_its_neighbours, whole=False)
@exact.check(
    "pnn.theorem-2",
    "maximum",
    wrong={
        "minimizers counted": {"beaten": lambda there, here: there > here},
        "any target": {"targets": ONE_SIGNED_TARGETS},
    },
    scope="instances",
)
def zero_beats_its_neighbours(beaten=lambda there, here: there < here, targets=MIXED_TARGETS):
    r"""For one and two neurons, all points with weights $-\frac18$, 0 or $\frac18$ but the origin have a smaller
    risk than the origin has, for five targets with both signs."""
    for target, neurons in product(targets, (1, 2)):
        here = risk((0,) * neurons, target)
        for weights in product((Fraction(-1, 8), 0, Fraction(1, 8)), repeat=neurons):
            if any(weights):
                yield {f"{neurons} neurons": beaten(risk(weights, target), here)}


@leaves(pairs_as_data.second_differences, whole=False)
@exact.check(
    "pnn.theorem-3",
    "hessian",
    wrong={"a quarter for a half": {"share": Fraction(1, 4)}, "the signs' product negated": {"cross": -1}},
    scope="instances",
)
def second_differences(share=HALF, cross=1):
    r"""The Hessian by exact differences of the pair means is $\frac12 (1 + s_i s_j)$, entry by entry, for every sign
    vector of up to six neurons."""
    for signs, weights in sign_vectors():
        found = hessian(weights, (5, -2))
        for row, s in zip(found, signs, strict=True):
            for h, r in zip(row, signs, strict=True):
                yield {"equal signs" if s == r else "opposite signs": h - share * (1 + cross * s * r)}


@leaves(pairs_as_data.characteristic_polynomials, whole=False)
@exact.check(
    "pnn.theorem-3",
    "spectrum",
    wrong={
        "halves, rounded down": {"counts": lambda signs: (len(signs) // 2,) * 2},
        "one eigenvalue, the number of neurons": {"counts": lambda signs: (len(signs), 0)},
    },
    scope="instances",
)
def characteristic_polynomials(counts=lambda signs: (signs.count(1), signs.count(-1))):
    r"""$\det(x - H) = x^{k - 2} (x - n_+)(x - n_-)$, or $x^{k - 1} (x - k)$ for weights of one sign: all
    coefficients, for every sign vector of up to six neurons."""
    for signs, weights in sign_vectors():
        roots = [c for c in counts(signs) if c] + [0] * len(signs)
        expected = fmpq_poly([1])
        for root in roots[: len(signs)]:
            expected *= fmpq_poly([-root, 1])
        kind = "weights of both signs" if len(set(signs)) == 2 else "weights of one sign"
        yield {kind: rational_matrix(hessian(weights, (5, -2))).charpoly() == expected}


@leaves(pairs_as_data.ranks_and_minors, whole=False)
@exact.check(
    "pnn.theorem-3",
    "rank",
    wrong={
        "rank two everywhere": {"rank": lambda signs: min(2, len(signs))},
        "rank one everywhere": {"rank": lambda signs: 1},
        "minors at most zero": {"compared": (le, le, eq)},
        "positive minors of order three": {"compared": (ge, ge, gt)},
    },
    scope="instances",
)
def ranks_and_minors(rank=lambda signs: len(set(signs)), compared=(ge, ge, eq)):
    """Exact ranks, and all principal minors of order one and two at least zero; of order three they vanish."""
    for signs, weights in sign_vectors():
        found = hessian(weights, (5, -2))
        yield {"rank": rational_matrix(found).rank() == rank(signs)}
        for size, holds in enumerate(compared, start=1):
            for rows in combinations(range(len(signs)), size):
                minor = rational_matrix([[found[i][j] for j in rows] for i in rows]).det()
                yield {f"minors of order {size}": bool(holds(minor, 0))}

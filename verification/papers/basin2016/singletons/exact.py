"""Theorem 2 in whole numbers: all signs of small nets, and the exact chance against the printed bound."""

from fractions import Fraction
from itertools import combinations_with_replacement, product

from verification.certificates import leaves
from verification.methods import exact
from verification.papers.basin2016.mathematics.coverage import theorem_2_probability, union_bound
from verification.papers.basin2016.singletons import certificates as leaving
from verification.papers.basin2016.singletons import nets_as_data, signs_as_data
from verification.papers.basin2016.singletons.covered_basins import DATA, basins, basins_as_data, needs_of_data, optimum
from verification.papers.basin2016.singletons.nets import covers, needs_of, neurons_of, share_covered

PAIRS = ((1, 1), (-1, -1), (1, -1), (-1, 1), (1, 0), (0, -1), (0, 0))
SIZES = ((1, 1), (2, 1), (3, 1), (4, 1), (1, 2), (2, 2), (3, 2), (2, 3))  # neurons, inputs: at most 2^9 nets
ALL_NEEDED = ((1, 1), (-1, -1), (1, -1))


def independent_needs(width, needed_signs):
    """As if the needs were covered independently of one another."""
    return (1 - Fraction(3, 4) ** width) ** len(needs_of(needed_signs))


def without_opposites(width, needed_signs):
    """As if both sides needed one sign wherever they need two."""
    return theorem_2_probability(width, [(a, a if a and b else b) for a, b in needed_signs])


@leaves(nets_as_data.nets_that_cover)
@exact.check(
    "basin.theorem-2",
    "probability",
    wrong={
        "independent needs": {"probability": independent_needs},
        "needs of two signs taken for one": {"probability": without_opposites},
        "one neuron more": {"probability": lambda width, needs: theorem_2_probability(width + 1, needs)},
    },
    scope="instances",
)
def all_signs_of_small_nets(probability=theorem_2_probability):
    """The chance less the share of all signs that cover: every choice of needs on one, two and three inputs, all
    $2^{n + n d}$ signs of up to four neurons counted.
    """
    for neurons, inputs in SIZES:
        for needed in combinations_with_replacement(PAIRS, inputs):
            covering, nets = share_covered(neurons, needed)
            yield {"chance": probability(neurons, needed) * nets - covering}


@leaves(signs_as_data.one_need)
@exact.check(
    "basin.theorem-2",
    "signs",
    wrong={"one in three": {"covered": Fraction(1, 3)}, "one in two": {"covered": Fraction(1, 2)}},
)
def signs_of_one_neuron(covered=Fraction(1, 4)):
    r"""The share of the four pairs of an output sign and a weight's sign that cover a need, less $\frac14$, for each of
    the four needs of a coordinate.
    """
    neurons = neurons_of(1)
    for need in ((0, side, b) for side, b in product((1, -1), repeat=2)):
        yield Fraction(sum(covers(neuron, need) for neuron in neurons), len(neurons)) - covered


@leaves(signs_as_data.two_needs)
@exact.check(
    "basin.theorem-2",
    "signs",
    wrong={
        r"$\frac{9}{16}$: two independent needs": {"apart": Fraction(9, 16)},
        r"$\frac58$ on one coordinate too": {"shared": Fraction(5, 8)},
    },
)
def pairs_missed_by_one_neuron(apart=Fraction(5, 8), shared=Fraction(1, 2)):
    r"""The share of the eight signs of a neuron with two inputs that miss both of two needs of different sides, less
    $\frac58$ for needs of one output sign on two coordinates and $\frac12$ for others.
    """
    neurons = neurons_of(2)
    needs = list(product((0, 1), (1, -1), (1, -1)))
    for one, other in product(needs, repeat=2):
        if one[:2] != other[:2]:
            missed = sum(not covers(neuron, one) and not covers(neuron, other) for neuron in neurons)
            stated = apart if one[0] != other[0] and one[2] == other[2] else shared
            yield Fraction(missed, len(neurons)) - stated


@leaves(leaving.one_input)
@exact.check(
    "basin.theorem-2",
    "one-input",
    wrong={
        r"$\frac32$ for 2": {"first": Fraction(3, 2)},
        r"$\frac23$ for $\frac34$": {"missed": Fraction(2, 3)},
        "no last term": {"last": 0},
    },
    scope="instances",
)
def sums_for_one_coordinate(first=2, missed=Fraction(3, 4), last=1):
    r"""The library's sum over $p$ less $1 - 2 \left( \frac34 \right)^n + \left( \frac12 \right)^n$, for widths $n$ up
    to 40, both needs of one sign and one of each.
    """
    for width, needed in product(range(1, 41), ((1, 1), (-1, -1), (1, -1), (-1, 1))):
        chance = 1 - first * missed**width + last * Fraction(1, 2) ** width
        yield {"chance": theorem_2_probability(width, [needed]) - chance}


def widths_and_needs(needed):
    """Widths up to 40, and all needs on one to three coordinates, or as many alike on six."""
    chosen = [list(c) for inputs in (1, 2, 3) for c in combinations_with_replacement(needed, inputs)]
    chosen += [[pair] * 6 for pair in needed]
    return product((1, 2, 3, 5, 8, 13, 21, 40), chosen)


@leaves(nets_as_data.above_the_bound)
@exact.check(
    "basin.theorem-2",
    "bound",
    wrong={
        r"$\frac23$ for $\frac34$": {"missed": Fraction(2, 3)},
        "$d$ for $2 d$": {"sides": 1},
        "one neuron more": {"more": 1},
    },
    scope="instances",
)
def exact_chance_above_the_bound(missed=Fraction(3, 4), sides=2, more=0):
    r"""The exact chance is at least $1 - 2 d \left( \frac34 \right)^n$ for widths $n$ up to 40 and all kinds of needs
    on up to six inputs.
    """
    for width, needed in widths_and_needs(PAIRS):
        bound = union_bound(width + more, sides * len(needed), missed)
        yield {"above the bound": theorem_2_probability(width, needed) >= bound}


@leaves(nets_as_data.above_the_first_order)
@exact.check(
    "basin.theorem-2",
    "tight",
    wrong={r"$\frac12$ for $\frac58$": {"together": Fraction(1, 2)}, "half of the pairs": {"share": Fraction(1, 2)}},
    scope="instances",
)
def exact_failure_above_the_first_order(together=Fraction(5, 8), share=Fraction(1)):
    r"""The exact chance to fail is at least $2 d \left( \frac34 \right)^n - d (2 d - 1) \left( \frac58 \right)^n$, for
    networks whose $2 d$ sides all have needs, widths $n$ up to 40.
    """
    for width, needed in widths_and_needs(ALL_NEEDED):
        d = len(needed)
        least = 2 * d * Fraction(3, 4) ** width - share * d * (2 * d - 1) * together**width
        yield {"fails as often": 1 - theorem_2_probability(width, needed) >= least}


@leaves(basins_as_data)
@exact.check(
    "basin.theorem-2",
    "coverage",
    wrong={
        "output signs ignored": {"covering": lambda neuron, need: neuron[1 + need[0]] == need[1]},
        "sides ignored": {"covering": lambda neuron, need: neuron[0] == need[2]},
        "positive weights alone": {"covering": lambda neuron, need: neuron[1] > 0 and covers(neuron, need)},
    },
    scope="instances",
)
def basins_of_small_nets(covering=covers):
    """All signs of one to three neurons on one and two inputs: the basin's least squared error, a convex program solved
    in fractions, is the optimum exactly if every need is covered. Some sides have two samples that no slope fits."""
    for inputs, widths in ((1, (1, 2, 3)), (2, (1, 2))):
        for data, width in product(DATA[inputs], widths):
            best, needs = optimum(data), needs_of_data(data)
            for net, value in basins(data, width):
                met = all(any(covering(neuron, need) for neuron in net) for need in needs)
                yield {"optimum where covered": value == best} if met else {"worse elsewhere": value != best}

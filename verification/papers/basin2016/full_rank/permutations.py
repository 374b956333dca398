"""Samples e_1 - e_2, e_2 - e_3, ...: the signs of a random direction on them are those of a random permutation.

The coordinates of w come in each of the (m + 1)! orders with the same chance, so every probability is a count. The
angles are 2 pi / 3 between neighbours and pi / 2 between all others.
"""

from collections import Counter
from fractions import Fraction
from functools import cache
from itertools import combinations, permutations, product


def rows(samples):
    """The samples as whole vectors, shape (samples, samples + 1)."""
    return [[(k == t) - (k == t + 1) for k in range(samples + 1)] for t in range(samples)]


@cache
def positive_sets(samples):
    """How often each set of samples is the one on which a permutation is positive."""
    orders = permutations(range(samples + 1))
    return Counter(frozenset(t for t in range(samples) if order[t] > order[t + 1]) for order in orders)


@cache
def one_neuron(signs):
    """How often one neuron covers each set of needs, output sign and order being independent."""
    found: Counter[frozenset] = Counter()
    for (positive, count), b in product(positive_sets(len(signs)).items(), (1, -1)):
        found[frozenset(t for t in positive if signs[t] == b)] += count
    return found


@cache
def chance_covered(width, signs):
    """The chance that `width` neurons cover all needs of these signs, neuron by neuron over the sets covered so far."""
    step = one_neuron(signs)
    state: Counter[frozenset] = Counter({frozenset(): 1})
    for _ in range(width):
        following: Counter[frozenset] = Counter()
        for (before, ways), (more, count) in product(state.items(), step.items()):
            following[before | more] += ways * count
        state = following
    return Fraction(state[frozenset(t for t, sign in enumerate(signs) if sign)], step.total() ** width)


@cache
def all_negative(needs):
    """O(U) by counting orders, for a set of samples."""
    samples = max(needs, default=-1) + 1
    sets = positive_sets(samples)
    return Fraction(sum(count for positive, count in sets.items() if not positive & needs), sets.total())


def turned(needs):
    """The angles between the samples of a set, in units of pi."""
    return [Fraction(2, 3) if abs(s - t) == 1 else Fraction(1, 2) for s, t in combinations(sorted(needs), 2)]

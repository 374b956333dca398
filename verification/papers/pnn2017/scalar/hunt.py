"""Hunts over networks with one input, in fractions."""

from fractions import Fraction

import numpy as np

from verification.comparisons import Comparison, equal, search
from verification.methods import hunt
from verification.methods.hunt import Instance
from verification.papers.pnn2017.hunted.minima import Assumed, bad_minima
from verification.papers.pnn2017.hunted.strata import one_input
from verification.papers.pnn2017.mismatched.counterexamples import kernel

FORMS = ("pnn2017/kernel",)


def weights(rng):
    """One to five weights: whole numbers with zeros, of one sign, at random, or of sizes far apart."""
    count, choice = int(rng.integers(1, 6)), int(rng.integers(4))
    if choice == 0:
        return rng.integers(-3, 4, (1, count)).astype(float)
    found = rng.standard_normal((1, count))
    if choice == 1:
        return rng.choice([-1, 1]) * np.abs(found)
    return found * 10.0 ** rng.integers(-3, 4, (1, count)) if choice == 2 else found


def nets_of_one_input(law):
    """A net, a target, and the second moments of the input's law on either side of zero."""

    def sampler(net, target):
        def draw(rng):
            found = net(rng)
            return Instance({"weights": found, "target": target(rng, found)}, {"law": law(rng)})

        return draw

    def whole_numbers(rng):
        return rng.integers(-4, 5, (1, 3)).astype(float)

    return {
        "any weights": sampler(weights, lambda rng, found: weights(rng)),
        "one neuron each": sampler(lambda rng: weights(rng)[:, :1], lambda rng, found: weights(rng)[:, :1]),
        "the same net again": sampler(weights, lambda rng, found: rng.permutation(found, axis=1)),
        "weights cut in two": sampler(whole_numbers, lambda rng, found: np.concatenate([found / 2, found / 2], axis=1)),
        "the same sum": sampler(whole_numbers, lambda rng, found: found + rng.integers(-2, 3) * np.array([[1, -1, 0]])),
        "one weight turned": sampler(whole_numbers, lambda rng, found: found * np.array([[1, 1, -1]])),
    }


def read(instance):
    """Weights, target and law in fractions."""
    return instance.fractions("weights")[0], instance.fractions("target")[0], instance.kind["law"]


def sums(numbers):
    """The sum, and that of the sizes."""
    return sum(numbers, Fraction(0)), sum(map(abs, numbers), Fraction(0))


def slope(numbers, side):
    """The network's value at 1, or at -1 for the side -1."""
    return sum((max(side * w, Fraction(0)) for w in numbers), Fraction(0))


def risk(net, target, law):
    """E (h - h*)^2 from the definition: on either side of zero both networks are linear."""
    return sum(m * (slope(net, side) - slope(target, side)) ** 2 for m, side in zip(law, (1, -1), strict=True))


def halves(rng):
    """Those of the standard normal law, as of any other that is symmetric and has the variance 1."""
    return Fraction(1, 2), Fraction(1, 2)


def any_law(rng):
    """Second moments that add up to 1, whole multiples of an eighth."""
    share = Fraction(int(rng.integers(0, 9)), 8)
    return share, 1 - share


def any_variance(rng):
    """Equal second moments on both sides, of any sum."""
    return (Fraction(int(rng.integers(1, 9)), 8),) * 2


@hunt.check(
    "pnn.theorem-1",
    "value",
    wrong={"an input that is not symmetric": {"symmetric": False}, "an input of any variance": {"unit": False}},
)
def risks_of_one_input(symmetric=True, unit=True):
    """Is the risk from the definition not the two squares? Exact in fractions."""

    def met(instance):
        _, _, (plus, minus) = read(instance)
        return plus >= 0 <= minus and (not symmetric or plus == minus) and (not unit or plus + minus == 1)

    def compare(instance):
        net, target, law = read(instance)
        squares = sum((a - b) ** 2 for a, b in zip(sums(net), sums(target), strict=True))
        return equal(risk(net, target, law), squares / 4, "risk and formula")

    law = any_law if not symmetric else halves if unit else any_variance
    return search(nets_of_one_input(law), compare, met)


@hunt.check(
    "pnn.corollary-1",
    "zero-set",
    wrong={"sums alone": {"sizes": False}, "sums of sizes alone": {"signed": False}},
)
def nets_that_fit_exactly(signed=True, sizes=True):
    """Is the risk zero without equal sums, or are these equal and the risk is not zero? In fractions."""

    def compare(instance):
        net, target, law = read(instance)
        (s, a), (t, b) = sums(net), sums(target)
        agree = (not signed or s == t) and (not sizes or a == b)
        loss = risk(net, target, law)
        return Comparison(
            Fraction(0 if agree == (loss == 0) else -1), f"the sums agree: {agree}, and the risk is {loss}"
        )

    return search(nets_of_one_input(halves), compare)


@hunt.check(
    "pnn.theorem-3",
    "rank",
    wrong={"one sign counted as both": {"both": 2, "one": 2}, "both signs counted as one": {"both": 1, "one": 1}},
    per_stratum=50,
)
def ranks_of_second_differences(both=2, one=1):
    """Second differences of the risk within a region, exact in fractions: is their rank, by elimination, not two
    with both signs, or not one with one?"""

    def compare(instance):
        net, target, law = read(instance)
        found = elimination(second_differences(net, target, law))
        wanted = both if any(w > 0 for w in net) and any(w < 0 for w in net) else one
        return equal(Fraction(found), Fraction(wanted), "rank and formula")

    return search(nets_of_one_input(halves), compare, lambda instance: 0 not in read(instance)[0])


def second_differences(net, target, law):
    """The matrix of second differences of the risk, with steps that keep every sign."""
    step = min(map(abs, net)) / 3

    def moved(*which):
        return risk([w + step * which.count(i) for i, w in enumerate(net)], target, law)

    size = range(len(net))
    here = moved()
    return [[(moved(i, j) - moved(i) - moved(j) + here) / step**2 for j in size] for i in size]


def elimination(rows):
    """The rank of rational rows."""
    rows, found = [list(row) for row in rows], 0
    for column in range(len(rows)):
        pivot = next((row for row in rows[found:] if row[column]), None)
        if pivot is None:
            continue
        rows.remove(pivot)
        rows.insert(found, pivot)
        for row in rows[found + 1 :]:
            row[:] = [a - row[column] / pivot[column] * b for a, b in zip(row, pivot, strict=True)]
        found += 1
    return found


ONE_INPUT = {"one input": one_input}


@hunt.check("pnn.theorem-2", "mixed-regions", wrong={"weights of one sign": {"all_both": False}})
def minima_of_both_signs(forms, all_both=True):
    """One input, weights of both signs and none zero: is a local minimum not global?"""
    return bad_minima(kernel(forms), Assumed(all_both=all_both), ONE_INPUT)


@hunt.check(
    "pnn.theorem-2",
    "one-signed-target",
    wrong={"a target of both signs": {"one_sided": False}},
)
def minima_beside_a_target_of_one_sign(forms, one_sided=True):
    """One input, a target with weights of one sign, the net with any: is a local minimum not global?"""
    return bad_minima(kernel(forms), Assumed(one_sided=one_sided), ONE_INPUT)


@hunt.check("pnn.theorem-2", "zero-weights", wrong={"no weight is zero": {"some_zero": False}})
def minima_with_a_zero_weight(forms, some_zero=True):
    """One input, positive weights and one that is zero: is a local minimum not global?"""
    return bad_minima(kernel(forms), Assumed(nonzero=False, some_zero=some_zero), ONE_INPUT)

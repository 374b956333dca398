"""Networks of one input whose weights are whole numbers, counted, as data for anybody's program.

A network is linear on either side of 0. So its difference from the target is p x for positive x and q |x| for negative
x, p and q the differences at 1 and at -1, and its risk, the mean of the square, is (p^2 + q^2)/2.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import product
from math import comb

from verification.enumerations import added, count, different, distinct, enumeration, relu, times
from verification.papers.pnn2017.scalar.small_nets import masses, minima_on_grid

BOTH_SIGNS = (((6, -4), 2, 6), ((3, -3), 3, 3))  # target, neurons, reach
ONE_SIGN = (((-3, -1), 2, 6), ((3,), 3, 3))
TARGETS = (6, -4), (3, 2, -4), (2, -5)
NO_RISK, BAD = ["=", "r0", 0], ["<", 0, "r0"]
Concerned = Callable[[Sequence[int]], bool]


def letters_of(neurons: int) -> list[str]:
    """The letters of weights."""
    return [f"w{k}" for k in range(1, neurons + 1)]


def risks(points: Sequence[Sequence], target: Sequence[int]) -> dict[str, list]:
    """The risks r0, r1, ... of networks, and before each the differences that it follows from."""
    found: dict[str, list] = {}
    for number, weights in enumerate(points):
        p, q, r = (f"{letter}{number}" for letter in "pqr")
        for letter, side in ((p, 1), (q, -1)):
            found[letter] = ["-", *(added(*(relu(times(side, w)) for w in net)) for net in (weights, target))]
        found[r] = ["/", added(times(p, p), times(q, q)), 2]
    return found


def nonzero(weights: Sequence[str]) -> list:
    """That no weight is 0."""
    return ["and", *(different(w, 0) for w in weights)]


def signs(weights: Sequence[str]) -> list:
    """1, 0 or -1 for each whole weight."""
    return [["max", -1, ["min", 1, w]] for w in weights]


class Grid:
    """All networks of some neurons with whole weights up to a number, and the local minimizers among them.

    Those are the ones of no more risk than the next points along each weight: `minima_on_grid` says why that suffices.
    """

    def __init__(self, target: Sequence[int], neurons: int, reach: int):
        self.weights = letters_of(neurons)
        steps = [(k, side) for k in range(neurons) for side in (1, -1)]
        beside = [[*self.weights[:k], added(self.weights[k], side), *self.weights[k + 1 :]] for k, side in steps]
        self.following = risks([self.weights, *beside], target)
        self.least = ["and", *(["<=", "r0", f"r{k}"] for k in range(1, len(steps) + 1))]
        self.target, self.masses, self.reach = target, masses(target), reach
        self.found = minima_on_grid(neurons, tuple(target), reach)

    def of_sign(self, sign: int) -> list:
        """That all weights are positive, or all negative."""
        return ["<", 0, ["min", *self.weights]] if sign == 1 else ["<", ["max", *self.weights], 0]

    def with_both_signs(self) -> list:
        """That a positive and a negative weight and no zero occur."""
        low, high = ["min", *self.weights], ["max", *self.weights]
        return ["and", ["<", low, 0], ["<", 0, high], nonzero(self.weights)]

    def half_square(self, sign: int) -> list:
        """That weights are of a sign, their sum the target's of that sign, and the risk half the other's square."""
        own, other = self.masses if sign == 1 else self.masses[::-1]
        right = ["=", added(*self.weights), sign * own]
        return ["and", self.of_sign(sign), right, ["=", "r0", Fraction(other**2, 2)]]

    def sums(self, sign: int) -> int:
        """How many whole weights of a sign sum up to the target's of that sign."""
        mass = self.masses[0 if sign == 1 else 1]
        return comb(mass - 1, len(self.weights) - 1) if mass else 0

    def each(self, what: str, has: Sequence, among: Sequence, concerned: Concerned) -> dict:
        """That each of the minimizers with `among`, which are those that are `concerned`, has something."""
        number = sum(map(concerned, self.found))
        return count(f"target {self.target}: {what}", has, number, number, ["and", self.least, among])

    def over_all(self, what: str, has: Sequence, number: int) -> dict:
        """That so many of all networks have something."""
        return count(f"target {self.target}: {what}", has, number, (2 * self.reach + 1) ** len(self.weights))

    def certificate(self, *counts: dict) -> dict:
        """Counts over the grid."""
        letters = dict.fromkeys(self.weights, range(-self.reach, self.reach + 1))
        return enumeration(letters, counts, self.following)


def minimizers_with_both_signs() -> list[dict]:
    """They have the risk 0."""
    found = []
    for grid in (Grid(*one) for one in BOTH_SIGNS):
        among, concerned = grid.with_both_signs(), lambda w: all(w) and min(w) < 0 < max(w)
        found.append(grid.certificate(grid.each("minimizers with both signs", NO_RISK, among, concerned)))
    return found


def bad_sets() -> list[dict]:
    """For targets of both signs: minimizers of positive risk, and all weights of one sign with the right sum."""
    found = []
    for grid in (Grid(*one) for one in BOTH_SIGNS):
        sets, number = ["or", grid.half_square(1), grid.half_square(-1)], grid.sums(1) + grid.sums(-1)
        positive = {w for w, value in grid.found.items() if value > 0}
        bad = grid.each("minimizers of positive risk", sets, BAD, positive.__contains__)
        minimal = grid.over_all("minimizers of one sign with the right sum", ["and", grid.least, sets], number)
        found.append(grid.certificate(bad, minimal))
    return found


def regions_of_one_sign() -> list[dict]:
    """They hold minimizers of positive risk where the target has both signs, and none where it has not."""
    found = []
    for grid in (Grid(*one) for one in BOTH_SIGNS + ONE_SIGN):
        bad = {sign: ["and", grid.least, grid.of_sign(sign), BAD] for sign in (1, -1)}
        number = {sign: grid.sums(sign) * all(grid.masses) for sign in bad}
        what = "bad minimizers with weights of the sign"
        found.append(grid.certificate(*(grid.over_all(f"{what} {s}", has, number[s]) for s, has in bad.items())))
    return found


def minimizers_for_one_sign() -> list[dict]:
    """Those without a zero have the sign of the target, its sum and the risk 0; and all such weights are minimizers."""
    found = []
    for grid in (Grid(*one) for one in ONE_SIGN):
        sign = 1 if grid.masses[0] else -1
        has = grid.half_square(sign)
        own = grid.each("minimizers without a zero", has, nonzero(grid.weights), all)
        found.append(
            grid.certificate(own, grid.over_all("of its sign and sum", ["and", grid.least, has], grid.sums(sign)))
        )
    return found


def regions_with_global_minimizers() -> list[dict]:
    """The patterns of signs, without a zero, of networks of risk 0."""
    found = []
    for grid in (Grid(*one) for one in BOTH_SIGNS):
        number = sum(value == 0 and all(w) for w, value in grid.found.items())
        what, patterns = f"target {grid.target}: patterns of signs with risk 0", 2 ** len(grid.weights) - 2
        among = ["and", NO_RISK, nonzero(grid.weights)]
        found.append(grid.certificate(distinct(what, signs(grid.weights), patterns, number, among)))
    return found


def minimizers_with_a_zero() -> list[dict]:
    """They have the risk 0. Two neurons, of which one is zero, have none where the target has both signs."""
    found = []
    for grid in (Grid(*one) for one in (BOTH_SIGNS[-1], *ONE_SIGN)):
        among = ["=", times(*grid.weights), 0]
        found.append(grid.certificate(grid.each("minimizers with a zero", NO_RISK, among, lambda w: 0 in w)))
    return found


def minima_of_one_neuron() -> list[dict]:
    """Of all weights two are minimizers, one of either sign and of the predicted risks."""
    found = []
    for grid in (Grid(target, 1, 6) for target in TARGETS):
        minimal = {sign: ["and", grid.least, grid.half_square(sign)] for sign in (1, -1)}
        own = [grid.over_all(f"minimizers of the sign {sign}", has, 1) for sign, has in minimal.items()]
        found.append(grid.certificate(grid.over_all("minimizers", grid.least, 2), *own))
    return found


def zero_beats_its_neighbours() -> list[dict]:
    """The risk at the origin is above that of all other points with weights -1/8, 0 or 1/8."""
    eighth, found = Fraction(1, 8), []
    for target, neurons in product(TARGETS, (1, 2)):
        weights, others = letters_of(neurons), 3**neurons - 1
        below = count(f"target {target}: points below the origin", ["<", "r0", "r1"], others, 3**neurons)
        letters = dict.fromkeys(weights, (-eighth, 0, eighth))
        found.append(enumeration(letters, [below], risks([weights, [0] * neurons], target)))
    return found


def four_regions() -> list[dict]:
    """Each of the four patterns of signs of two neurons holds minimizers, all of one risk."""
    found = []
    for grid in (Grid(target, 2, 6) for target in TARGETS[:2]):
        number = sum(map(all, grid.found))
        among = ["and", grid.least, nonzero(grid.weights)]
        values = distinct(f"target {grid.target}: signs and risks", [*signs(grid.weights), "r0"], 4, number, among)
        sides = [grid.over_all(f"of the sign {sign}", grid.half_square(sign), grid.sums(sign)) for sign in (1, -1)]
        mixed = grid.each("minimizers with both signs", NO_RISK, grid.with_both_signs(), lambda w: w[0] * w[1] < 0)
        found.append(grid.certificate(values, *sides, mixed))
    return found


def target_of_one_sign() -> dict:
    """Minimizers of two neurons for the target (6, 4): those of risk 0, in three patterns of signs."""
    grid = Grid((6, 4), 2, 10)
    right = ["and", NO_RISK, ["<=", 0, ["min", *grid.weights]], ["=", added(*grid.weights), 10]]
    patterns = distinct("target (6, 4): patterns of signs of minimizers", signs(grid.weights), 3, 11, grid.least)
    return grid.certificate(count("target (6, 4): minimizers", right, 11, 11, grid.least), patterns)


def target_of_both_signs() -> dict:
    """Minimizers of two neurons for the target (6, -4): in four patterns of signs, of the risks 8, 18, 0 and 0."""
    grid = Grid((6, -4), 2, 6)
    places = {
        "both positive": (grid.of_sign(1), 8, 5),
        "both negative": (grid.of_sign(-1), 18, 3),
        "of both signs": (grid.with_both_signs(), 0, 2),
    }
    own = [
        grid.over_all(f"minimizers {name} of risk {risk}", ["and", grid.least, place, ["=", "r0", risk]], number)
        for name, (place, risk, number) in places.items()
    ]
    return grid.certificate(grid.over_all("minimizers", grid.least, 10), *own)


def regions_with_points_of_risk_zero() -> dict:
    """Networks of two weights that are not zero and of risk 0 for the target (6, 4): both weights are positive."""
    grid = Grid((6, 4), 2, 10)
    what = "target (6, 4): networks of risk 0 without a zero"
    return grid.certificate(count(what, grid.of_sign(1), 9, 9, ["and", NO_RISK, nonzero(grid.weights)]))

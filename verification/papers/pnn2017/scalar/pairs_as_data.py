"""Risks of networks of one input from the means of pairs of neurons, counted, as data for anybody's program.

E max(a x, 0) max(b x, 0) of a standard normal x is half of a b where a and b have one sign, and 0 where they have not.
"""

from collections.abc import Sequence
from itertools import combinations, combinations_with_replacement, product

from verification.enumerations import added, count, determinant, different, enumeration, relu, times
from verification.papers.pnn2017.scalar import small_nets

WEIGHTS, VALUES, STEP, TARGET = ("a", "b", "c"), (-2, -1, 1), "1/4", (5, -2)


def risk(network: Sequence, target: Sequence) -> list:
    """E (h - h*)^2."""
    signed = [(w, 1) for w in network] + [(w, -1) for w in target]
    pairs = (times(s * t, relu(times(v, w))) for (v, s), (w, t) in product(signed, repeat=2))
    return ["/", added(*pairs), 2]


def both_or_neither(one: Sequence, other: Sequence) -> list:
    """That two tests agree."""
    return ["or", ["and", one, other], ["and", ["not", one], ["not", other]]]


def zero_set() -> list[dict]:
    """The risk of two networks is 0 exactly where their sums and their absolute sums agree."""
    found = []
    for own, aims in ((("a", "b"), ("s", "t")), (("a", "b", "c"), ("t",))):
        sums = ["=", added(*own), added(*aims)]
        sizes = ["=", added(*(["abs", w] for w in own)), added(*(["abs", w] for w in aims))]
        numbers = range(-2, 3)
        every = [(w[: len(own)], w[len(own) :]) for w in product(numbers, repeat=len(own + aims))]
        zero = sum(small_nets.risk(*one) == 0 for one in every)
        counts = [
            count("networks of risk 0", ["=", "r", 0], zero, len(every)),
            count("risk 0 exactly where both sums agree", both_or_neither(["=", "r", 0], ["and", sums, sizes]),
                  len(every), len(every)),
        ]  # fmt: skip
        found.append(enumeration(dict.fromkeys(own + aims, numbers), counts, {"r": risk(own, aims)}))
    return found


class Hessian:
    """Second differences of the risk of some neurons, by steps that change no sign: as it is quadratic, derivatives."""

    def __init__(self, neurons: int):
        self.weights, units = WEIGHTS[:neurons], range(neurons)
        self.pairs = list(combinations_with_replacement(units, 2))
        places: list[tuple[int, ...]] = [(), *((i,) for i in units), *self.pairs]
        at = {moves: f"r{k}" for k, moves in enumerate(places)}
        self.following: dict[str, list] = {}
        for moves, letter in at.items():
            moved = [added(w, *[STEP] * moves.count(i)) for i, w in enumerate(self.weights)]
            self.following[letter] = risk(moved, TARGET)
        self.entry: dict[tuple[int, int], str] = {}
        for k, (i, j) in enumerate(self.pairs):
            difference = ["-", ["-", at[i, j], at[i,]], ["-", at[j,], at[()]]]
            self.following[f"h{k}"] = ["/", difference, times(STEP, STEP)]
            self.entry[i, j] = self.entry[j, i] = f"h{k}"

    def sign(self, i: int) -> list:
        """That of a weight."""
        return ["/", self.weights[i], ["abs", self.weights[i]]]

    def minor(self, *rows: int) -> list:
        """The principal minor of some rows."""
        return determinant([[self.entry[i, j] for j in rows] for i in rows])

    def certificate(self, *tests: tuple[str, Sequence]) -> dict:
        """What holds for all weights."""
        number = len(VALUES) ** len(self.weights)
        counts = [count(what, test, number, number) for what, test in tests]
        return enumeration(dict.fromkeys(self.weights, VALUES), counts, self.following)


def second_differences() -> dict:
    """Each is half of 1 and the product of the two signs."""
    found = Hessian(3)
    right = (
        (f"entry {i + 1}, {j + 1}", ["=", h, ["/", added(1, times(found.sign(i), found.sign(j))), 2]])
        for (i, j), h in found.entry.items()
        if i <= j
    )
    return found.certificate(*right)


def characteristic_polynomials() -> list[dict]:
    """Its coefficients, sums of principal minors, are those of x^(k - 2) (x - n_+)(x - n_-)."""
    made = []
    for neurons in (2, 3):
        found, units = Hessian(neurons), range(neurons)
        positive = ["/", added(neurons, *map(found.sign, units)), 2]
        wanted = neurons, times(positive, ["-", neurons, positive]), 0
        sums = (added(*(found.minor(*rows) for rows in combinations(units, k))) for k in range(1, neurons + 1))
        tests = ((f"minors of order {k}", ["=", one, wanted[k - 1]]) for k, one in enumerate(sums, start=1))
        made.append(found.certificate(*tests))
    return made


def ranks_and_minors() -> dict:
    """Principal minors of order one are positive and those of order two are not negative.

    Those of order two are not 0 exactly where the two signs differ; that of all three is 0. So the rank is 2 where both
    signs occur and else 1.
    """
    found = Hessian(3)
    tests = [(f"minor {i + 1}", ["<", 0, found.minor(i)]) for i in range(3)]
    for i, j in combinations(range(3), 2):
        minor, differ = found.minor(i, j), different(found.sign(i), found.sign(j))
        tests += [(f"minor {i + 1}, {j + 1}", ["<=", 0, minor])]
        tests += [(f"minor {i + 1}, {j + 1} is not 0 where signs differ", both_or_neither(different(minor, 0), differ))]
    return found.certificate(*tests, ("minor 1, 2, 3", ["=", found.minor(0, 1, 2), 0]))

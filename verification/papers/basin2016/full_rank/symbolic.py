"""The chance of Theorem 4 for every number of neurons, and the orthants that it is made of."""

from itertools import combinations

from sympy import Rational, Symbol, cos, pi, symbols

from verification.methods import symbolic

n = Symbol("n", integer=True, positive=True)
HALF, THREE_QUARTERS = Rational(1, 2), Rational(3, 4)


def subsets(items):
    """All subsets as frozensets, the smaller first."""
    return [frozenset(chosen) for size in range(len(items) + 1) for chosen in combinations(sorted(items), size)]


@symbolic.check(
    "basin.theorem-4",
    "probability",
    wrong={
        "no alternation": {"sign": 1},
        "chances to be positive on all, not negative": {"disjoint": lambda s, u: u <= s},
        "pairs left out": {"largest": 1},
    },
)
def covering_by_induction(sign=-1, disjoint=lambda s, u: not s & u, largest=3):
    """One to three needs of one sign, for every law of the set of samples on which a neuron is positive.

    c_S is the chance that this set is S, and B_V = sum of c_S over S disjoint from U, the complement of V, is O(U).
    With k neurons of the sign the union of their sets is V with the chance P_k(V) = sum over W in V of
    (-1)^|V - W| B_W^k: for k = 0 it is empty (first residual of each V), and one more neuron leads from P_k to
    P_(k+1)(V) = sum of P_k(W) c_S over W + S = V (second; the powers B_W^k are free symbols). So the needs are
    covered, V everything, with the chance sum over U of (-1)^|U| O(U)^k. Of orthogonal groups: signs depend on the
    direction of w alone, whose law is that of a Gaussian vector, with independent parts in orthogonal subspaces; so
    the chances of groups multiply, and likewise those of the neurons of either output sign, whose number p is binomial.
    """
    for size in (1, 2, 3):
        everything = frozenset(range(size))
        chance = {s: Symbol("c" + "".join(map(str, sorted(s)))) for s in subsets(everything)}
        missed = {v: sum(chance[s] for s in chance if disjoint(s, everything - v)) for v in chance}
        power = {v: Symbol("b" + "".join(map(str, sorted(v)))) for v in chance}

        def union_is(v, powers):
            inside = [w for w in subsets(v) if len(v - w) <= largest]
            return sum(sign ** len(v - w) * powers[w] for w in inside)

        for v in chance:
            yield union_is(v, dict.fromkeys(chance, 1)) - (0 if v else 1)
            grown = union_is(v, {w: power[w] * missed[w] for w in chance})
            steps = [union_is(w, power) * chance[s] for w in chance for s in chance if w | s == v]
            yield (grown - sum(steps)).expand()


@symbolic.check(
    "basin.theorem-4",
    "orthants",
    wrong={
        "angle for its supplement": {"two": lambda angle: angle / (2 * pi)},
        "pi for 2 pi with three": {"start": pi},
        "the angles added": {"turned": 1},
    },
)
def arcs_and_opposite_orthants(two=lambda angle: (pi - angle) / (2 * pi), start=2 * pi, turned=-1):
    """O of one, two and three independent samples; w = -w in law and each sign is fair, so O of one is 1/2.

    Two: the direction of w in their plane is uniform on the circle, phi its angle from x_1; cos(phi) < 0 between pi/2
    and 3 pi/2, cos(phi - theta) < 0 between these turned by theta (first four residuals: the cosines vanish there). For
    theta in [0, pi] the common arc is from pi/2 + theta to 3 pi/2; its share of the circle is O (fifth). Three:
    the chance that none is positive, O, is by inclusion and exclusion 1 - 3/2 + the three O of pairs - the chance that
    all are positive, and that is O as well (sixth).
    """
    theta, a, b, c = symbols("theta a b c", positive=True)
    yield from (cos(end) for end in (pi / 2, 3 * pi / 2))
    yield from (cos((end + theta) - theta) for end in (pi / 2, 3 * pi / 2))
    yield (3 * pi / 2 - (pi / 2 + theta)) / (2 * pi) - two(theta)
    three = (start + turned * (a + b + c)) / (4 * pi)
    yield 1 - Rational(3, 2) + two(a) + two(b) + two(c) - 2 * three


@symbolic.check(
    "basin.theorem-4",
    "one-sample",
    wrong={"2/3 for 3/4": {"missed": Rational(2, 3)}, "a covered half": {"covers": Rational(1)}},
)
def one_need(missed=THREE_QUARTERS, covers=HALF):
    """n independent neurons miss a need if each does: it needs the output sign (1/2) and the sample's side (1/2)."""
    return [1 - (1 - HALF * covers) ** n - (1 - missed**n)]
